"""The stack on disk: what is in it, what is refused, and what is left behind."""

import json

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal
from osgeo import gdal

from landslide_plugin.core.errors import Cancelled, DiskSpaceError, InputError
from landslide_plugin.core.io.raster import RasterSource, crs_wkt
from landslide_plugin.core.io.raster.no_data import Said
from landslide_plugin.core.io.vector import line_wkb
from landslide_plugin.core.progress import Progress
from landslide_plugin.core.terrain import DEFAULT_FACTORS, terrain_factors
from landslide_plugin.core.types.factors import FactorSpec
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.workflows.factor_stack import stack as stack_module
from landslide_plugin.core.workflows.factor_stack.layers import AncillaryRaster
from landslide_plugin.core.workflows.factor_stack.stack import write_stack
from landslide_plugin.core.writing.folders import MARKER
from tests.support.full_disk import full_at, prints
from tests.support.terrain_files import COLS, GRID, ROWS, UTM, job, leftovers, read, rough, square, write

__all__ = ["job"]


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
    assert bands["tangential_curvature"][0] == FactorSpec("tangential_curvature", unit="1/m")
    assert leftovers(tmp_path) == ["stack.json", "stack.tif"]


def test_single_rasters_hold_the_same_values(job, tmp_path):
    write_stack(job(factors=["twi", "slope"], folder=str(tmp_path / "single")))
    bands = read(tmp_path / "stack.tif")
    assert leftovers(tmp_path) == [MARKER, "single", "slope.tif", "stack.json", "stack.tif", "twi.tif"]
    for name in ("slope", "twi"):
        alone = read(tmp_path / "single" / f"{name}.tif")
        assert alone[name][0] == bands[name][0]
        assert_array_equal(alone[name][1], bands[name][1])


@pytest.mark.parametrize("turn", range(3))
def test_a_disk_that_is_full_at_the_end_replaces_none_of_the_old_rasters(job, tmp_path, monkeypatch, turn):
    folder = str(tmp_path / "single")
    write_stack(job(factors=["twi", "slope"], folder=folder))
    before = prints(tmp_path)
    full_at(monkeypatch, turn)
    with pytest.raises(DiskSpaceError):
        write_stack(job(factors=["slope", "elevation"], folder=folder))
    assert prints(tmp_path) == before


def test_the_mask_cuts_the_bands_but_not_the_flow(job, tmp_path):
    write_stack(job())
    whole = read(tmp_path / "stack.tif")
    summary = write_stack(job(mask=square(500000.0, 6999800.0, 500200.0, 7000000.0)))
    cut = read(tmp_path / "stack.tif")
    assert summary.valid_cells == 100
    for name, (_, values) in cut.items():
        assert_array_equal(values[:10, :10], whole[name][1][:10, :10])
        assert np.isnan(values[10:]).all()
        assert np.isnan(values[:, 10:]).all()


def test_heights_in_feet_become_metres(job, tmp_path):
    write_stack(job(factors=["elevation", "slope"], metres_per_height=0.3048))
    bands = read(tmp_path / "stack.tif")
    assert_allclose(bands["elevation"][1], rough() * 0.3048, rtol=1e-6)
    expected = terrain_factors(rough() * np.float32(0.3048), 20.0, 20.0, ["slope"])["slope"]
    assert_allclose(bands["slope"][1], expected, rtol=1e-4)


def with_value(value, at=(3, 3)):
    heights = rough()
    heights[at] = value
    return heights


@pytest.mark.parametrize(
    ("heights", "grid", "words"),
    [
        (rough(), Grid(ROWS, COLS, GRID.geotransform), "no CRS"),
        (rough(), Grid(ROWS, COLS, (10, 1, 0, 100, 0, -1), crs_wkt("EPSG:4326")), "check its CRS and extent"),
        (np.full((ROWS, COLS), np.nan), GRID, "no cell with a height"),
        (rough()[:1], Grid(1, COLS, GRID.geotransform, UTM), "at least 2 rows"),
        (rough()[:1, :1], Grid(1, 1, GRID.geotransform, UTM), "at least 2 rows"),
        (with_value(-32768.0), GRID, "say NODATA=other=-32768"),
        (with_value(1e20), GRID, "usual mark of no-data"),
        (with_value(20000.0), GRID, "allowed are"),
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
    ("changes", "words"),
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
    assert seen[0] == 0.0
    assert seen[-1] == 1.0
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


def test_statistics_are_where_gdal_looks_for_them(job, tmp_path):
    write_stack(job(factors=["slope", "tri"], folder=str(tmp_path / "single")))
    for path, band in ((tmp_path / "stack.tif", 2), (tmp_path / "single" / "tri.tif", 1)):
        dataset = gdal.Open(str(path))
        kept, values = dataset.GetRasterBand(band).GetMetadata(), read(path)["tri"][1].astype(float)
        found = [float(kept[f"STATISTICS_{key}"]) for key in ("MINIMUM", "MAXIMUM", "MEAN", "STDDEV")]
        assert_allclose(found, [values.min(), values.max(), values.mean(), values.std()], rtol=1e-6)
        assert dataset.GetRasterBand(band).GetUnitType() == "m"
        assert kept["KIND"] == "continuous"


@pytest.mark.parametrize(("epsg", "north"), [("EPSG:4326", 46.0), ("EPSG:4326", -33.0), ("EPSG:3857", 46.0)])
def test_a_dem_in_degrees_can_be_given_a_grid_in_metres(job, tmp_path, epsg, north):
    from landslide_plugin.core.io.ground import ground_of
    from landslide_plugin.core.io.raster import metres_per_unit

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
    assert np.isfinite(inner).all()
    assert abs(np.median(inner) - 20.0) < 0.05
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


@pytest.mark.parametrize(("lowest", "is_warned"), [(60.0, True), (0.5, False)])
def test_zeros_far_below_all_other_heights_are_warned_of(job, tmp_path, lowest, is_warned):
    heights = np.abs(rough()) + lowest
    heights[0] = 0.0
    heights[1, 0] = lowest
    warned = []
    path = write(tmp_path / "other.tif", heights)
    write_stack(job(dem_path=path, factors=["slope"]), Progress(warning=warned.append))
    assert (
        any(f"is 0 in {COLS} cells and nowhere else below {lowest:g}" in line for line in warned) == is_warned
    )


@pytest.mark.parametrize(("metres", "is_warned"), [(1.0, True), (1200 / 3937, False)])
def test_a_crs_in_feet_asks_for_the_unit_of_the_heights(job, tmp_path, metres, is_warned):
    grid = Grid(ROWS, COLS, (1300000.0, 60.0, 0.0, 700000.0, 0.0, -60.0), crs_wkt("EPSG:2272"))
    path = write(tmp_path / "other.tif", rough(2, grid), grid)
    warned = []
    job = job(dem_path=path, factors=["slope"], metres_per_height=metres)
    write_stack(job, Progress(warning=warned.append))
    (told,) = [line for line in warned if "in feet" in line] or [""]
    parts = ("DEM other", "measures in feet", "taken as metres", "set HEIGHT_UNIT to feet")
    assert [part in told for part in parts] == [is_warned] * 4


def test_an_input_is_never_replaced_whatever_was_said_of_its_no_data(job, tmp_path):
    path = write(tmp_path / "heights.tif", rough(), GRID)
    before = prints(tmp_path)
    for given in (path, Said((0.0,)).beside(path)):
        with pytest.raises(InputError, match="is one of the inputs"):
            write_stack(job(dem_path=given, stack_path=path))
    assert prints(tmp_path) == before
