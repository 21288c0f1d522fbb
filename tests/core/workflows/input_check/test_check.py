"""Each trap of real files is found, named and comes with advice; good layers are left in peace."""

import csv

import numpy as np
import pytest
from osgeo import gdal, ogr

from landslide_plugin.core.io.class_names import names_beside
from landslide_plugin.core.io.raster import Band, RasterSink, crs_wkt
from landslide_plugin.core.io.raster.no_data import Said
from landslide_plugin.core.io.vector import line_wkb
from landslide_plugin.core.progress import Progress
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.workflows.factor_stack.dem import read_dem
from landslide_plugin.core.workflows.input_check.check import check_raster, check_vector
from landslide_plugin.core.workflows.input_check.findings import ERROR, NOTE, OK, WARNING
from landslide_plugin.core.workflows.input_check.page import COLUMNS, headline, write_page, write_table

UTM = crs_wkt("EPSG:32717")
GRID = Grid(20, 30, (700000.0, 10.0, 0.0, 9560000.0, 0.0, -10.0), UTM)


def write(path, values, grid=GRID):
    with RasterSink(str(path), grid, [Band("")]) as sink:
        sink.write(0, 0, np.broadcast_to(np.asarray(values, np.float32), grid.shape))
    return str(path)


def rough(shape=GRID.shape):
    return 1000.0 + np.random.default_rng(0).normal(0, 30, shape)


def with_mark(value):
    heights = rough()
    heights[3, 3:6] = value
    return heights


def moved(dx=0.0, cell=10.0, wkt=UTM):
    return Grid(20, 30, (700000.0 + dx, cell, 0.0, 9560000.0, 0.0, -cell), wkt)


def degree_grid():
    """A grid in degrees that holds the DEM's place."""
    return Grid(20, 30, (-79.3, 0.01, 0.0, -3.9, 0.0, -0.01), crs_wkt("EPSG:4326"))


def rotated(folder):
    path = write(folder / "a.tif", rough())
    dataset = gdal.Open(path, 1)
    dataset.SetGeoTransform([700000.0, 10.0, 2.0, 9560000.0, 2.0, -10.0])
    dataset = None
    return path


def damaged(folder):
    (folder / "a.tif").write_bytes(b"II*\x00 not a raster")
    return str(folder / "a.tif")


CASES = [
    ("dem", lambda f: write(f / "a.tif", rough()), OK, ""),
    ("dem", lambda f: write(f / "a.tif", 7.0), WARNING, "one height"),
    (
        "dem",
        lambda f: write(f / "a.tif", with_mark(0.0)),
        WARNING,
        "It is 0 in 3 cells and nowhere else below",
    ),
    ("dem", lambda f: write(f / "a.tif", np.nan), ERROR, "no value at all"),
    (
        "dem",
        lambda f: write(f / "a.tif", with_mark(-32768.0)),
        ERROR,
        "holds -32768 in 3 cells, a usual mark of no-data, but declares -9999",
    ),
    ("dem", lambda f: write(f / "a.tif", with_mark(2e7)), ERROR, "Heights on Earth"),
    ("dem", lambda f: write(f / "a.tif", rough(), moved(wkt="")), ERROR, "no CRS"),
    ("dem", lambda f: write(f / "a.tif", 5.0, Grid(1, 30, GRID.geotransform, UTM)), ERROR, "2 rows"),
    ("dem", rotated, ERROR, "rotated"),
    ("dem", damaged, ERROR, "cannot be read"),
    ("continuous", lambda f: write(f / "a.tif", rough()), OK, ""),
    ("continuous", lambda f: write(f / "a.tif", rough(), moved(3.5)), WARNING, "shifted by up to 0.35 cells"),
    ("continuous", lambda f: write(f / "a.tif", rough(), moved(cell=40.0)), WARNING, "4.0 times"),
    ("continuous", lambda f: write(f / "a.tif", rough(), moved(9e5)), ERROR, "does not overlap"),
    ("continuous", lambda f: write(f / "a.tif", rough(), moved(150.0)), WARNING, "covers 50.0 %"),
    ("continuous", lambda f: write(f / "a.tif", rough(), moved(wkt=crs_wkt("EPSG:32718"))), ERROR, "32718"),
    ("continuous", lambda f: write(f / "a.tif", rough(), degree_grid()), WARNING, "4326"),
    ("categorical", lambda f: write(f / "a.tif", rough()), ERROR, "fractions"),
    ("categorical", lambda f: write(f / "a.tif", np.arange(600.0).reshape(20, 30)), WARNING, "more than 60"),
]


@pytest.mark.parametrize(("kind", "make", "verdict", "words"), CASES)
def test_rasters(tmp_path, kind, make, verdict, words):
    check, _ = check_raster("Layer", make(tmp_path), kind, None if kind == "dem" else GRID)
    assert check.verdict == verdict, check.findings
    assert any(words in finding.problem for finding in check.findings) or not words
    if verdict != OK:
        assert all(
            finding.advice or finding.severity == NOTE or check.crs == "" for finding in check.findings
        )


@pytest.mark.parametrize(("kind", "mark"), [("dem", -32768.0), ("dem", 0.0), ("continuous", -32768.0)])
def test_what_is_advised_of_a_mark_settles_it(tmp_path, kind, mark):
    path = write(tmp_path / "hills.tif", with_mark(mark))  # declares -9999, and is taken at its word
    check, _ = check_raster("Layer", path, kind, None if kind == "dem" else GRID)
    advice = next(found.advice for found in check.findings if "NODATA" in found.advice)
    said = advice.split("NODATA=")[1].split()[0]
    settled, _ = check_raster(
        "Layer", Said.of(said, "hills").beside(path), kind, None if kind == "dem" else GRID
    )
    assert not any("NODATA" in found.advice for found in settled.findings)
    assert settled.no_data != check.no_data


def test_classes_are_named_from_the_table_beside(tmp_path):
    path = write(tmp_path / "rocks.tif", np.where(np.arange(30) < 9, 2, 7))
    (tmp_path / "rocks_classes.csv").write_text('VALUE,COUNT,text\n2,5,"Marble, schist"\n9,1,Granite\n')
    assert names_beside(path) == {2: "Marble, schist", 9: "Granite"}
    check, _ = check_raster("Lithology", path, "categorical", GRID)
    assert check.values == "2 classes: 2 Marble, schist, 7"
    assert [finding.problem for finding in check.findings] == ["Code 7 has no name in its table"]


def test_a_class_raster_given_as_a_quantity_is_warned_of(tmp_path):
    driver = gdal.GetDriverByName("GTiff")
    dataset = driver.Create(str(tmp_path / "a.tif"), GRID.cols, GRID.rows, 1, gdal.GDT_Byte)
    dataset.SetGeoTransform(list(GRID.geotransform))
    dataset.SetProjection(UTM)
    dataset.GetRasterBand(1).WriteRaster(0, 0, 30, 20, (np.arange(600) % 5).astype(np.uint8).tobytes())
    dataset = None
    check, _ = check_raster("NDVI", str(tmp_path / "a.tif"), "continuous", GRID)
    assert check.verdict == WARNING
    assert "looks like classes" in check.findings[0].problem


def features(text, wkt=UTM):
    return FeatureSet((bytes(ogr.CreateGeometryFromWkt(text).ExportToIsoWkb()),), wkt, name="layer")


ON_DEM = "700050 9559900, 700150 9559950"


@pytest.mark.parametrize(
    ("layer", "kind", "verdict", "words"),
    [
        (features(f"LINESTRING({ON_DEM})"), "line", OK, ""),
        (features("LINESTRING Z(700050 9559900 5, 700150 9559950 6)"), "line", NOTE, "heights or curves"),
        (features("CIRCULARSTRING(700050 9559900, 700100 9559950, 700150 9559900)"), "line", NOTE, "curves"),
        (features(f"MULTILINESTRING(({ON_DEM}),(700060 9559900, 700160 9559950))"), "line", OK, ""),
        (features("POINT(700050 9559900)"), "line", ERROR, "holds no lines"),
        (features(f"LINESTRING({ON_DEM})"), "polygon", ERROR, "holds no polygons"),
        (features("LINESTRING(0 0, 5 5)"), "line", WARNING, "outside the DEM"),
        (features("POINT(0 0)"), "any", ERROR, "outside the DEM"),
        (features("LINESTRING(-79.3 -4.1, -79.1 -3.9)", crs_wkt("EPSG:4326")), "line", NOTE, "reprojected"),
        (features(f"LINESTRING({ON_DEM})", ""), "line", ERROR, "no CRS"),
        (
            features("POLYGON((700050 9559900,700150 9559950,700150 9559900,700050 9559950,700050 9559900))"),
            "polygon",
            WARNING,
            "not valid",
        ),
        (FeatureSet((), UTM, name="layer"), "line", ERROR, "no geometry"),
        (FeatureSet((line_wkb(np.full((2, 2), np.nan)),), UTM, name="layer"), "line", ERROR, "not numbers"),
    ],
)
def test_vectors(layer, kind, verdict, words):
    check = check_vector("Layer", layer, kind, GRID)
    assert check.verdict == verdict, check.findings
    assert any(words in finding.problem for finding in check.findings) or not words


def test_page_and_table_hold_every_layer(tmp_path):
    good, grid = check_raster("DEM", write(tmp_path / "dem.tif", rough()), "dem")
    bad, _ = check_raster("NDVI <x>", damaged(tmp_path), "continuous", grid)
    write_page([good, bad], str(tmp_path / "page.html"))
    write_table([good, bad], str(tmp_path / "table.csv"))
    page = (tmp_path / "page.html").read_text()
    assert "NDVI &lt;x&gt;" in page
    assert "Cannot be used" in page
    assert "20 x 30 of 10 x 10" in page
    rows = list(csv.DictReader((tmp_path / "table.csv").read_text().splitlines()))
    assert [row["Severity"] for row in rows] == [OK, ERROR]
    assert set(COLUMNS) < set(rows[0])
    assert headline([good, bad]).startswith("Cannot be used as they are: NDVI")


@pytest.mark.parametrize(
    ("factor", "kind", "values", "words"),
    [
        ("ndvi", "continuous", 500.0 * rough(), "is an index from -1 to 1"),
        ("rainfall", "continuous", -rough(), "is mm a year"),
        ("", "dem", np.arange(600.0).reshape(20, 30) % 4, "only 4 different whole numbers"),
    ],
)
def test_layers_in_each_other_s_place_are_told(tmp_path, factor, kind, values, words):
    check, _ = check_raster("A layer", write(tmp_path / "a.tif", values), kind, None, factor=factor)
    assert check.verdict == WARNING
    assert any(words in finding.problem for finding in check.findings)


def test_heights_that_may_be_in_feet_are_asked_about(tmp_path):
    feet = moved(wkt=crs_wkt("EPSG:2227"))
    check, _ = check_raster("DEM", write(tmp_path / "a.tif", rough(), feet), "dem")
    assert check.verdict == WARNING
    assert "does not say what its heights are in" in check.findings[-1].problem
    for unit, told in (("", 1), ("m", 0)):
        dataset = gdal.Open(str(tmp_path / "a.tif"), 1)
        dataset.GetRasterBand(1).SetUnitType(unit)
        dataset = None
        for metres, expected in ((1.0, told), (0.3048, 0)):
            said = []
            read_dem(str(tmp_path / "a.tif"), metres, Progress(warning=said.append))
            assert len([line for line in said if "in feet" in line]) == expected


@pytest.mark.parametrize("height", [0.0, 417.3])
def test_sea_and_lakes_are_told_with_their_share(tmp_path, height):
    values = rough()
    values[:10, :15] = height
    found, _ = check_raster("DEM", write(tmp_path / "dem.tif", values), "dem")
    told = [finding for finding in found.findings if "flat patches" in finding.problem]
    assert [finding.severity for finding in told] == [WARNING]
    assert told[0].problem.startswith("25 % of the cells")
    assert f"({height:g}: 25 %)" in told[0].problem
    assert "FLAT_PATCHES" in told[0].advice


def test_cells_of_a_mark_are_counted_once_where_they_fill_a_strip(tmp_path, monkeypatch):
    monkeypatch.setattr("landslide_plugin.core.workflows.input_check.check.READ_CELLS", GRID.cols)
    heights = rough()
    heights[3:5] = 65535.0
    found, _ = check_raster("Other raster", write(tmp_path / "rain.tif", heights), "continuous")
    assert any(f"in {2 * GRID.cols} cells" in finding.problem for finding in found.findings)
