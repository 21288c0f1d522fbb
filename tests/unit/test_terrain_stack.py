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
        write_stack(job(factors=[], rasters=[given], align="automatic"), Progress(info=lines.append))
        found = np.unique(read(tmp_path / "stack.tif")[name][1])
        assert (set(found) == {3.0, 17.0}) == (kind == "categorical")
        assert found.min() == 3.0 and found.max() == 17.0
    assert any("by nearest resampling" in line for line in lines)
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


def test_fine_cells_are_averaged_by_area_and_without_those_that_have_no_data(job, tmp_path):
    fine = Grid(ROWS * 4, COLS * 4, (500000.0, 5.0, 0.0, 7000000.0, 0.0, -5.0), UTM)
    values = np.random.default_rng(3).normal(5, 2, fine.shape).astype(np.float32)
    values[:3, :4], values[8:12, 8:12] = np.nan, np.nan
    given = AncillaryRaster(write(tmp_path / "other.tif", values, fine), "NDVI", FactorSpec("ndvi"))
    lines = []
    write_stack(job(factors=["slope"], rasters=[given], align="automatic"), Progress(info=lines.append))
    found = read(tmp_path / "stack.tif")["ndvi"][1]
    blocks = values.reshape(ROWS, 4, COLS, 4).swapaxes(1, 2).reshape(ROWS, COLS, 16)
    expected = np.array([[np.nan if np.isnan(b).all() else np.nanmean(b) for b in row] for row in blocks])
    assert_allclose(found, expected, rtol=1e-5)
    assert np.isnan(found[2, 2]) and found[0, 0] == pytest.approx(values[3, :4].mean(), rel=1e-5)
    assert any("by average resampling" in line for line in lines)
    for choice in ("nearest", "bilinear"):
        write_stack(job(factors=["slope"], rasters=[given], align=choice))
        assert not np.allclose(read(tmp_path / "stack.tif")["ndvi"][1], expected, equal_nan=True), choice


def test_cells_of_another_crs_are_compared_on_the_ground(job, tmp_path):
    degrees = Grid(20, 20, (-69.02, 0.002, 0.0, -27.1, 0.0, -0.002), crs_wkt("EPSG:4326"))
    path = write(tmp_path / "other.tif", np.arange(400.0).reshape(20, 20), degrees)
    warned = []
    given = AncillaryRaster(path, "Rainfall", FactorSpec("rainfall", unit="mm"))
    write_stack(job(factors=["slope"], rasters=[given], align="automatic"), Progress(warning=warned.append))
    assert any("as large as those of the DEM" in line and "Rainfall" in line for line in warned)


def test_the_report_of_a_layer_is_complete(job, tmp_path):
    codes = np.where(np.arange(COLS) < 10, 1.0, 255.0) * np.ones((ROWS, 1))
    codes[:3] = np.nan
    (tmp_path / "names.csv").write_text("code;x\n")
    (tmp_path / "table.csv").write_text("code,name\n1,Sandstone\n")
    path = write(tmp_path / "other.tif", codes)
    said, warned = [], []
    given = AncillaryRaster(
        path, "Lithology", FactorSpec("lithology", "categorical"), str(tmp_path / "table.csv")
    )
    write_stack(job(factors=["slope"], rasters=[given]), Progress(info=said.append, warning=warned.append))
    told = json.loads((tmp_path / "stack.json").read_text())
    assert told["factors"][1]["codes"] == [1, 255] and told["factors"][1]["classes"] == {"1": "Sandstone"}
    assert told["layers"] == [
        {
            "layer": "Lithology",
            "factor": "lithology",
            "file": "other.tif",
            "crs": "WGS 84 / UTM zone 19S (EPSG:32719)",
            "cell_size": "20 x 20",
            "against_the_dem": "on its grid",
            "resampling": "none",
            "no_data": "10.00 %",
            "values": "1 Sandstone, 255",
        }
    ]
    assert any("Lithology" in line and "10.00 % no-data" in line for line in said)
    assert any("255 has no name" in line for line in warned)
    assert any("holds 255, the usual mark of no-data" in line for line in warned)
    wrong = AncillaryRaster(path, "Lithology", given.spec, str(tmp_path / "names.csv"))
    with pytest.raises(InputError, match=r"names.csv holds no names"):
        write_stack(job(rasters=[wrong]))


def test_classes_given_as_a_quantity_are_warned_of(job, tmp_path):
    path = str(tmp_path / "other.tif")
    dataset = gdal.GetDriverByName("GTiff").Create(path, COLS, ROWS, 1, gdal.GDT_Byte)
    dataset.SetGeoTransform(list(GRID.geotransform))
    dataset.SetProjection(UTM)
    dataset.GetRasterBand(1).WriteRaster(0, 0, COLS, ROWS, bytes([1, 4] * (ROWS * COLS // 2)))
    dataset = None
    warned = []
    given = AncillaryRaster(path, "NDVI", FactorSpec("ndvi"))
    write_stack(job(factors=["slope"], rasters=[given]), Progress(warning=warned.append))
    assert any("2 different whole numbers and looks like classes" in line for line in warned)


def test_statistics_are_where_gdal_looks_for_them(job, tmp_path):
    write_stack(job(factors=["slope", "tri"], folder=str(tmp_path / "single")))
    for path, band in ((tmp_path / "stack.tif", 2), (tmp_path / "single" / "tri.tif", 1)):
        dataset = gdal.Open(str(path))
        kept, values = dataset.GetRasterBand(band).GetMetadata(), read(path)["tri"][1].astype(float)
        found = [float(kept[f"STATISTICS_{key}"]) for key in ("MINIMUM", "MAXIMUM", "MEAN", "STDDEV")]
        assert_allclose(found, [values.min(), values.max(), values.mean(), values.std()], rtol=1e-6)
        assert dataset.GetRasterBand(band).GetUnitType() == "m" and kept["KIND"] == "continuous"


@pytest.mark.parametrize("epsg, north", [("EPSG:4326", 46.0), ("EPSG:4326", -33.0), ("EPSG:3857", 46.0)])
def test_a_dem_in_degrees_can_be_given_a_grid_in_metres(job, tmp_path, epsg, north):
    from landslide_plugin.core.raster_io import metres_per_unit
    from landslide_plugin.core.terrain.dem import ground_of

    step, west, top = (1 / 3600, 9.0, north) if epsg == "EPSG:4326" else (30.0, 1e6, 5.78e6)
    grid = Grid(120, 160, (west, step, 0.0, top, 0.0, -step), crs_wkt(epsg))
    ground = ground_of(grid)
    down = 1000.0 + np.cumsum(np.broadcast_to(ground.dy, grid.shape), axis=0) * np.tan(np.radians(20.0))
    dem = write(tmp_path / "other.tif", down, grid)
    classes = write(
        tmp_path / "dem.tif", np.where(np.indices(grid.shape)[1] < 80, 3.0, 9.0).astype(np.float32), grid
    )
    given = AncillaryRaster(classes, "Lithology", FactorSpec("lithology", "categorical"))
    said = []
    write_stack(
        job(dem_path=dem, grid="utm", factors=["slope", "aspect", "twi"], rasters=[given]),
        Progress(info=said.append),
    )
    bands = read(tmp_path / "stack.tif")
    with RasterSource(str(tmp_path / "stack.tif")) as source:
        assert metres_per_unit(source.grid.crs_wkt) == 1.0
        assert source.grid.cell_width == source.grid.cell_height
        assert source.grid.cell_width == pytest.approx(ground.cell_size_m, rel=0.01)
    slope, codes = bands["slope"][1], bands["lithology"][1]
    inner = slope[20:-20, 20:-20]
    assert np.isfinite(inner).all() and abs(np.median(inner) - 20.0) < 0.05
    assert set(np.unique(codes[np.isfinite(codes)])) == {3.0, 9.0}
    assert any("resampled to" in line and "UTM zone" in line for line in said)
    with pytest.raises(InputError, match="GRID set to UTM"):
        metres_per_unit(grid.crs_wkt)


def test_a_dem_near_a_pole_has_no_utm_zone(job, tmp_path):
    grid = Grid(10, 10, (9.0, 0.01, 0.0, 86.0, 0.0, -0.01), crs_wkt("EPSG:4326"))
    dem = write(tmp_path / "other.tif", rough(1, grid), grid)
    with pytest.raises(InputError, match="polar grid"):
        write_stack(job(dem_path=dem, grid="utm"))
    assert leftovers(tmp_path) == []
