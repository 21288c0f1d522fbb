"""Layers beside the DEM: how they come into the stack, and what is said of them."""

import json

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal
from osgeo import gdal

from landslide_plugin.core.errors import GridMismatch, InputError
from landslide_plugin.core.io.raster import crs_wkt
from landslide_plugin.core.io.vector import line_wkb
from landslide_plugin.core.progress import Progress
from landslide_plugin.core.types.factors import FactorSpec
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.workflows.factor_stack.class_polygons import ClassPolygons
from landslide_plugin.core.workflows.factor_stack.layers import AncillaryRaster
from landslide_plugin.core.workflows.factor_stack.stack import write_stack
from tests.support.terrain_files import COLS, GRID, ROWS, UTM, job, leftovers, read, rough, write

__all__ = ["job"]


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


def shifted_grid():
    return Grid(ROWS, COLS, (500007.0, 20.0, 0.0, 7000000.0, 0.0, -20.0), UTM)


def coarse_grid():
    return Grid(10, 12, (499990.0, 80.0, 0.0, 7000010.0, 0.0, -80.0), UTM)


@pytest.mark.parametrize(
    ("grid", "words"),
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
        assert found.min() == 3.0
        assert found.max() == 17.0
    assert any("by nearest resampling" in line for line in lines)
    assert any("by bilinear resampling" in line for line in lines)


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
    assert np.isnan(found[2, 2])
    assert found[0, 0] == pytest.approx(values[3, :4].mean(), rel=1e-5)
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
    codes = np.where(np.arange(COLS) < 10, 1.0, 99.0) * np.ones((ROWS, 1))
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
    assert told["factors"][1]["codes"] == [1, 99]
    assert told["factors"][1]["classes"] == {"1": "Sandstone"}
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
            "values": "1 Sandstone, 99",
        }
    ]
    assert any("Lithology" in line and "10.00 % no-data" in line for line in said)
    assert any("99 has no name" in line for line in warned)
    assert not any("has no value in" in line for line in warned)
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


def test_a_layer_that_covers_a_part_only_is_warned_of(job, tmp_path):
    values = rough(3)
    values[:6] = np.nan
    given = AncillaryRaster(write(tmp_path / "other.tif", values), "NDVI", FactorSpec("ndvi"))
    warned = []
    write_stack(job(factors=["slope"], rasters=[given]), Progress(warning=warned.append))
    assert any("NDVI (other.tif) has no value in 20.00 % of the cells" in line for line in warned)


def units(fields, wkt=UTM, shapes=None):
    """The west half of the DEM, the rest but its last ten rows, and a feature without a class."""
    from osgeo import ogr

    shapes = shapes or (
        "POLYGON Z ((499000 6999000 5,500400 6999000 5,500400 7001000 5,499000 7001000 5,499000 6999000 5))",
        "MULTIPOLYGON(((500400 6999600,502000 6999600,502000 7001000,500400 7001000,500400 6999600)))",
        "POLYGON((500000 6999000,502000 6999000,502000 6999100,500000 6999100,500000 6999000))",
    )
    wkb = tuple(bytes(ogr.CreateGeometryFromWkt(shape).ExportToWkb()) for shape in shapes)
    return FeatureSet(wkb, wkt, fields, name="geology")


def stack_with(job, polygons):
    given = AncillaryRaster(
        "geology.gpkg", "Lithology", FactorSpec("lithology", "categorical"), None, polygons
    )
    return write_stack(job(factors=["slope"], rasters=[given]))


def test_polygons_of_classes_become_codes_with_their_names(job, tmp_path):
    fields = {"fid": (1, 2, 3), "unit": ("Schist", "Flysch", None), "code": (31, 7, None)}
    stack_with(job, ClassPolygons(units(fields)))
    spec, codes = read(tmp_path / "stack.tif")["lithology"]
    assert spec.categories == {1: "Flysch", 2: "Schist"}
    expected = np.where(np.arange(COLS) < 20, 2.0, 1.0) * np.ones((ROWS, 1))
    expected[20:, 20:] = np.nan
    assert_array_equal(codes, expected)
    told = json.loads((tmp_path / "stack.json").read_text())["layers"][0]
    assert (told["file"], told["values"]) == ("geology", "1 Flysch, 2 Schist")
    (tmp_path / "names.csv").write_text("code,name\n12,Schist\n40,Flysch\n")
    stack_with(job, ClassPolygons(units(fields), names_path=str(tmp_path / "names.csv")))
    found = read(tmp_path / "stack.tif")["lithology"]
    assert_array_equal(found[1], np.where(expected == 2.0, 12.0, np.where(expected == 1.0, 40.0, np.nan)))
    stack_with(job, ClassPolygons(units(fields), field="code"))
    assert_array_equal(np.unique(read(tmp_path / "stack.tif")["lithology"][1])[:2], [7.0, 31.0])


@pytest.mark.parametrize(
    ("polygons", "words"),
    [
        (ClassPolygons(units({"a": ("x", "y", "z"), "b": ("x", "y", "z")})), "has 2 fields that could hold"),
        (ClassPolygons(units({"a": (0.5, 1.5, 2.5)})), "has 0 fields that could hold"),
        (ClassPolygons(units({"a": ("x", "y", "z")}), field="b"), "has no field b; it has a"),
        (ClassPolygons(units({"a": (None, None, None)}), field="a"), "is empty"),
        (ClassPolygons(units({"a": (1 << 30, 2, 3)})), "go beyond"),
        (ClassPolygons(units({"a": ("x",)}, shapes=("LINESTRING(0 0,1 1)",))), "holds no polygons"),
    ],
)
def test_polygons_without_a_clear_class_are_refused(job, tmp_path, polygons, words):
    with pytest.raises(InputError, match=words):
        stack_with(job, polygons)
    assert leftovers(tmp_path) == []
