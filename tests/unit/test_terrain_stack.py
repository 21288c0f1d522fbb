"""The stack on disk: what is in it, what is refused, and what is left behind."""

import json

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal
from osgeo import gdal

from landslide_plugin.core.errors import Cancelled, GridMismatch, InputError
from landslide_plugin.core.factors import FactorSpec
from landslide_plugin.core.grid import Grid
from landslide_plugin.core.progress import Progress
from landslide_plugin.core.raster_io import Band, RasterSink, RasterSource, crs_wkt
from landslide_plugin.core.terrain import DEFAULT_FACTORS, terrain_factors
from landslide_plugin.core.terrain import stack as stack_module
from landslide_plugin.core.terrain.layers import AncillaryRaster
from landslide_plugin.core.terrain.stack import StackJob, write_stack
from landslide_plugin.core.vector_io import FeatureSet, line_wkb

UTM = crs_wkt("EPSG:32719")
ROWS, COLS = 30, 40
GRID = Grid(ROWS, COLS, (500000.0, 20.0, 0.0, 7000000.0, 0.0, -20.0), UTM)


def rough(seed=0, grid=GRID):
    rng = np.random.default_rng(seed)
    return (100.0 + np.cumsum(rng.normal(0, 3, grid.shape), axis=0)).astype(np.float32)


def write(path, values, grid=GRID):
    with RasterSink(str(path), grid, [Band("")]) as sink:
        sink.write(0, 0, values)
    return str(path)


def read(path):
    with RasterSource(str(path)) as source:
        return {spec.name: (spec, source.read(i)) for i, spec in enumerate(source.factor_specs())}


def square(x1, y1, x2, y2, wkt=UTM):
    from osgeo import ogr

    ring = f"POLYGON(({x1} {y1},{x2} {y1},{x2} {y2},{x1} {y2},{x1} {y1}))"
    return FeatureSet((bytes(ogr.CreateGeometryFromWkt(ring).ExportToWkb()),), wkt, name="area")


@pytest.fixture
def job(tmp_path):
    """Function that makes a job on a rough DEM, with changes."""
    dem = write(tmp_path / "dem.tif", rough())

    def make(**changes):
        settings = {"dem_path": dem, "stack_path": str(tmp_path / "stack.tif"), "factors": DEFAULT_FACTORS}
        return StackJob(**{**settings, **changes})

    return make


def leftovers(tmp_path):
    return sorted(p.name for p in tmp_path.rglob("*") if p.name not in ("dem.tif", "other.tif"))


def test_the_stack_holds_the_factors_with_names_and_units(job, tmp_path, monkeypatch):
    monkeypatch.setattr(stack_module, "STRIP_CELLS", 7 * COLS)
    summary = write_stack(job())
    bands = read(tmp_path / "stack.tif")
    assert tuple(bands) == summary.names == DEFAULT_FACTORS
    assert summary.valid_cells == summary.cells == ROWS * COLS
    expected = terrain_factors(rough(), 20.0, 20.0, DEFAULT_FACTORS)
    for name, (_, values) in bands.items():
        assert_array_equal(values, expected[name], err_msg=name)
    assert bands["slope"][0] == FactorSpec("slope", unit="deg")
    assert bands["flow_accumulation"][0] == FactorSpec("flow_accumulation", unit="m2", transform="log10")
    assert leftovers(tmp_path) == ["stack.json", "stack.tif"]


def test_single_rasters_hold_the_same_values(job, tmp_path):
    write_stack(job(factors=["twi", "slope"], folder=str(tmp_path / "single")))
    bands = read(tmp_path / "stack.tif")
    assert leftovers(tmp_path) == ["single", "slope.tif", "stack.json", "stack.tif", "twi.tif"]
    for name in ("slope", "twi"):
        alone = read(tmp_path / "single" / f"{name}.tif")
        assert alone[name][0] == bands[name][0]
        assert_array_equal(alone[name][1], bands[name][1])


def test_lines_and_rasters_become_bands(job, tmp_path):
    classes = (np.indices(GRID.shape)[1] // 10 * 3 + 2).astype(np.float32)
    classes[0, 0] = np.nan
    other = write(tmp_path / "other.tif", classes)
    line = FeatureSet(
        (line_wkb(np.array([[500000.0, 7100000.0], [500000.0, 6900000.0]])),), UTM, name="roads"
    )
    given = AncillaryRaster(other, "Lithology", FactorSpec("lithology", "categorical"))
    summary = write_stack(job(factors=["slope"], lines={"distance_roads": line}, rasters=[given]))
    bands = read(tmp_path / "stack.tif")
    assert summary.names == ("slope", "distance_roads", "lithology")
    assert summary.valid_cells == ROWS * COLS - 1
    assert bands["distance_roads"][0] == FactorSpec("distance_roads", unit="m", transform="log1p")
    assert_allclose(bands["distance_roads"][1], np.tile(np.arange(COLS) * 20.0 + 10.0, (ROWS, 1)), rtol=1e-6)
    assert bands["lithology"][0].kind == "categorical"
    assert_array_equal(bands["lithology"][1], classes)


def test_lines_in_another_crs_are_reprojected(job, tmp_path):
    from osgeo import osr

    here, there = osr.SpatialReference(), osr.SpatialReference()
    here.ImportFromEPSG(32719), there.ImportFromEPSG(4326)
    there.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    turn = osr.CoordinateTransformation(here, there)
    xy = np.array([turn.TransformPoint(500400.0, y)[:2] for y in np.linspace(6999000, 7000200, 50)])
    line = FeatureSet((line_wkb(xy),), crs_wkt("EPSG:4326"), name="rivers")
    write_stack(job(factors=[], lines={"distance_rivers": line}))
    found = read(tmp_path / "stack.tif")["distance_rivers"][1]
    expected = np.abs(np.arange(COLS) * 20.0 + 10.0 - 400.0)
    assert_allclose(found, np.tile(expected, (ROWS, 1)), atol=0.05)


def test_the_mask_cuts_the_bands_but_not_the_flow(job, tmp_path):
    write_stack(job())
    whole = read(tmp_path / "stack.tif")
    summary = write_stack(job(mask=square(500000.0, 6999800.0, 500200.0, 7000000.0)))
    cut = read(tmp_path / "stack.tif")
    assert summary.valid_cells == 100
    for name, (_, values) in cut.items():
        assert_array_equal(values[:10, :10], whole[name][1][:10, :10])
        assert np.isnan(values[10:]).all() and np.isnan(values[:, 10:]).all()


def test_heights_in_feet_become_metres(job, tmp_path):
    write_stack(job(factors=["elevation", "slope"], metres_per_height=0.3048))
    bands = read(tmp_path / "stack.tif")
    assert_allclose(bands["elevation"][1], rough() * 0.3048, rtol=1e-6)
    expected = terrain_factors(rough() * np.float32(0.3048), 20.0, 20.0, ["slope"])["slope"]
    assert_allclose(bands["slope"][1], expected, rtol=1e-4)


def shifted_grid():
    return Grid(ROWS, COLS, (500007.0, 20.0, 0.0, 7000000.0, 0.0, -20.0), UTM)


def coarse_grid():
    return Grid(10, 12, (499990.0, 80.0, 0.0, 7000010.0, 0.0, -80.0), UTM)


@pytest.mark.parametrize(
    "grid, words",
    [
        (shifted_grid(), "shifted by up to 0.35 cells"),
        (coarse_grid(), "size 10 x 12 instead of 30 x 40"),
        (Grid(ROWS, COLS, GRID.geotransform, crs_wkt("EPSG:32718")), "EPSG:32718"),
        (Grid(ROWS, COLS, GRID.geotransform), "no CRS"),
    ],
)
def test_a_raster_on_another_grid_is_named_with_the_difference(job, tmp_path, grid, words):
    given = AncillaryRaster(write(tmp_path / "other.tif", rough(1, grid), grid), "NDVI", FactorSpec("ndvi"))
    with pytest.raises(GridMismatch, match=r"NDVI \(other\).*ALIGN") as error:
        write_stack(job(rasters=[given]))
    assert words in str(error.value)
    assert leftovers(tmp_path) == []


def test_alignment_keeps_codes_and_mixes_quantities(job, tmp_path):
    grid = coarse_grid()
    codes = np.where(np.indices(grid.shape)[1] < 6, 3.0, 17.0).astype(np.float32)
    path = write(tmp_path / "other.tif", codes, grid)
    lines = []
    for name, kind in (("lithology", "categorical"), ("rainfall", "continuous")):
        given = AncillaryRaster(path, name.title(), FactorSpec(name, kind))
        write_stack(job(factors=[], rasters=[given], align=True), Progress(info=lines.append))
        found = np.unique(read(tmp_path / "stack.tif")[name][1])
        assert (set(found) == {3.0, 17.0}) == (kind == "categorical")
        assert found.min() == 3.0 and found.max() == 17.0
    assert any("by near resampling" in line for line in lines)
    assert any("by bilinear resampling" in line for line in lines)


def with_value(value, at=(3, 3)):
    heights = rough()
    heights[at] = value
    return heights


@pytest.mark.parametrize(
    "heights, grid, words",
    [
        (rough(), Grid(ROWS, COLS, GRID.geotransform), "no CRS"),
        (rough(), Grid(ROWS, COLS, (10, 1, 0, 100, 0, -1), crs_wkt("EPSG:4326")), "check its CRS and extent"),
        (np.full((ROWS, COLS), np.nan), GRID, "no cell with a height"),
        (rough()[:1], Grid(1, COLS, GRID.geotransform, UTM), "at least 2 rows"),
        (rough()[:1, :1], Grid(1, 1, GRID.geotransform, UTM), "at least 2 rows"),
        (with_value(-32768.0), GRID, "declare it as no-data"),
        (with_value(1e20), GRID, "allowed are"),
    ],
)
def test_a_dem_that_cannot_be_used_is_refused(job, tmp_path, heights, grid, words):
    path = write(tmp_path / "other.tif", heights.astype(np.float32), grid)
    with pytest.raises(InputError) as error:
        write_stack(job(dem_path=path))
    assert words in str(error.value)
    assert "\n" not in str(error.value)
    assert leftovers(tmp_path) == []


def test_a_rotated_dem_is_refused(job, tmp_path):
    write(tmp_path / "other.tif", rough())
    dataset = gdal.Open(str(tmp_path / "other.tif"), 1)
    dataset.SetGeoTransform([500000.0, 20.0, 3.0, 7000000.0, 3.0, -20.0])
    dataset = None
    with pytest.raises(InputError, match="rotated"):
        write_stack(job(dem_path=str(tmp_path / "other.tif")))


def test_infinite_heights_are_no_data(job, tmp_path):
    path = str(tmp_path / "other.tif")
    dataset = gdal.GetDriverByName("GTiff").Create(path, COLS, ROWS, 1, gdal.GDT_Float32)
    dataset.SetGeoTransform(list(GRID.geotransform))
    dataset.SetProjection(UTM)
    dataset.GetRasterBand(1).WriteRaster(0, 0, COLS, ROWS, with_value(np.inf).tobytes())
    dataset = None
    assert write_stack(job(dem_path=path)).valid_cells == ROWS * COLS - 1


def test_a_dem_of_constant_height_works(job, tmp_path):
    path = write(tmp_path / "other.tif", np.full(GRID.shape, 12.5, np.float32))
    write_stack(job(dem_path=path, factors=["slope", "twi", "aspect_sin"]))
    bands = read(tmp_path / "stack.tif")
    assert (bands["slope"][1] == 0.0).all()
    assert np.isfinite(bands["twi"][1]).all()


@pytest.mark.parametrize(
    "changes, words",
    [
        ({"mask": square(0.0, 0.0, 100.0, 100.0)}, "covers no cell"),
        ({"mask": FeatureSet((line_wkb(np.eye(2)),), UTM, name="area")}, "no polygons"),
        ({"mask": FeatureSet((), UTM, name="area")}, "is empty"),
        ({"lines": {"distance_roads": FeatureSet((), UTM, name="roads")}}, "roads has no lines"),
        ({"factors": []}, "Nothing to write"),
        ({"factors": ["slop"]}, "slop is not known"),
        ({"memory_mib": 1}, "1 are allowed"),
        ({"sinks": square(0.0, 0.0, 100.0, 100.0)}, "cover no cell"),
        ({"factors": ["hand"]}, "choose a smaller value"),
    ],
)
def test_layers_that_cannot_be_used_are_refused(job, tmp_path, changes, words):
    with pytest.raises(InputError) as error:
        write_stack(job(**changes))
    assert words in str(error.value)
    assert leftovers(tmp_path) == []


def test_a_raster_without_values_leaves_nothing(job, tmp_path):
    path = write(tmp_path / "other.tif", np.full(GRID.shape, np.nan, np.float32))
    with pytest.raises(InputError, match="ndvi has no value"):
        write_stack(job(rasters=[AncillaryRaster(path, "NDVI", FactorSpec("ndvi"))], folder=str(tmp_path)))
    assert leftovers(tmp_path) == []


def test_classes_that_are_not_whole_numbers_are_refused(job, tmp_path):
    path = write(tmp_path / "other.tif", rough(4))
    given = AncillaryRaster(path, "Lithology", FactorSpec("lithology", "categorical"))
    with pytest.raises(InputError, match="whole numbers"):
        write_stack(job(rasters=[given]))
    assert leftovers(tmp_path) == []


def test_an_output_never_replaces_an_input(job, tmp_path):
    with pytest.raises(InputError, match="one of the inputs"):
        write_stack(job(stack_path=str(tmp_path / "dem.tif")))
    path = write(tmp_path / "lithology.tif", np.ones(GRID.shape, np.float32))
    given = AncillaryRaster(path, "Lithology", FactorSpec("lithology", "categorical"))
    with pytest.raises(InputError, match="one of the inputs"):
        write_stack(job(rasters=[given], folder=str(tmp_path)))


@pytest.mark.parametrize("after", range(1, 40, 6))
def test_cancelling_leaves_nothing(job, tmp_path, monkeypatch, after):
    monkeypatch.setattr(stack_module, "STRIP_CELLS", 2 * COLS)
    asked = []

    def cancelled():
        asked.append(1)
        return len(asked) > after

    with pytest.raises(Cancelled):
        write_stack(job(), Progress(is_cancelled=cancelled))
    assert leftovers(tmp_path) == []


def test_progress_only_moves_forward(job):
    seen = []
    write_stack(job(), Progress(fraction=seen.append))
    assert seen[0] == 0.0 and seen[-1] == 1.0
    assert seen == sorted(seen)


def test_the_companion_file_tells_what_each_band_is(job, tmp_path):
    classes = write(tmp_path / "other.tif", np.where(np.arange(COLS) < 9, 2.0, 7.0) * np.ones((ROWS, 1)))
    (tmp_path / "other_classes.csv").write_text("code,n,name\n2,1,Marble\n7,2,Granite\n")
    given = AncillaryRaster(classes, "Lithology", FactorSpec("lithology", "categorical"))
    write_stack(job(factors=["slope", "twi"], rasters=[given]))
    told = json.loads((tmp_path / "stack.json").read_text())
    bands = read(tmp_path / "stack.tif")
    assert [entry["name"] for entry in told["factors"]] == list(bands)
    for entry in told["factors"]:
        spec, values = bands[entry["name"]]
        assert (entry["kind"], entry["unit"], entry["transform"]) == (spec.kind, spec.unit, spec.transform)
        expected = [values.min(), values.max(), values.astype(float).mean(), values.astype(float).std()]
        found = [entry[key] for key in ("minimum", "maximum", "mean", "standard_deviation")]
        assert_allclose(found, expected, rtol=1e-6)
    assert told["factors"][2]["classes"] == {"2": "Marble", "7": "Granite"}
    assert bands["lithology"][0].categories == {2: "Marble", 7: "Granite"}
