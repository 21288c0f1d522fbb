"""What works on finished maps, through Processing: files, styles, numbers, refusals."""

import csv
import gc
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, ogr

from landslide_plugin.core.io.raster import Band, RasterSink, RasterSource, crs_wkt
from landslide_plugin.core.io.vector import box_wkb, point_wkb, read_features, write_features
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.grid import Grid
from tests.support.harness import messages, outputs, qgis_process
from tests.support.study import read

qgis_core = pytest.importorskip("qgis.core", reason="QGIS's Python is not installed")

GRID = Grid(40, 50, (700000.0, 25.0, 0.0, 9550000.0, 0.0, -25.0), crs_wkt("EPSG:32717"))
ABOUT = {"CLASS_CUTS": "(0.1, 0.3, 0.5, 0.7)", "THRESHOLD": "0.4"}
RNG = np.random.default_rng(6)
FIRST, SECOND, SPREAD = RNG.uniform(0, 1, (3, *GRID.shape)).astype("f4")
DEPTH = RNG.uniform(0.1, 4.0, GRID.shape).astype("f4")
BOTTOMS = {"LAYER_BOTTOMS_M": "1 2 4"}


@pytest.fixture(scope="module")
def maps(tmp_path_factory):
    folder = tmp_path_factory.mktemp("maps")
    model = np.full(GRID.shape, 1.5, "f4")
    for name, values, about in (
        ("first", FIRST, ABOUT),
        ("second", SECOND, ABOUT),
        ("spread", SPREAD * 0.2, {}),
        ("depth", DEPTH, {}),
        ("model", model, BOTTOMS),
    ):
        with RasterSink(str(folder / f"{name}.tif"), GRID, [Band(name)], metadata=about) as sink:
            sink.write(0, 0, values)
    return folder


def version_of(path):
    """GeoPackage version of a file, such as 10200."""
    return int.from_bytes(Path(path).read_bytes()[60:64], "big")


def test_two_maps_are_compared(maps, run, tmp_path):
    found = run(
        "comparemaps",
        {
            "FIRST": str(maps / "first.tif"),
            "SECOND": str(maps / "second.tif"),
            "OUTPUT": str(tmp_path / "d.tif"),
            "TABLE": str(tmp_path / "t.csv"),
        },
    )
    np.testing.assert_array_equal(read(tmp_path / "d.tif"), SECOND - FIRST)
    assert found["MEAN_DIFFERENCE"] == pytest.approx(float((SECOND - FIRST).mean()), abs=1e-6)
    assert (tmp_path / "d.qml").stat().st_size > 500
    with (tmp_path / "t.csv").open() as file:
        assert sum(int(row["cells"]) for row in csv.DictReader(file)) == GRID.size == found["CELLS"]
    assert 0.7 < found["SHARE_CHANGED"] < 0.9


def test_colours_of_a_difference_reach_as_far_as_maps_of_events_differ(run, tmp_path):
    """Of probabilities of some thousandths nothing is seen between -0.3 and 0.3."""
    for name, each in (("first", 0.002 * FIRST), ("second", 0.002 * SECOND), ("other", FIRST)):
        with RasterSink(str(tmp_path / f"{name}.tif"), GRID, [Band(name)], metadata=ABOUT) as sink:
            sink.write(0, 0, each)
    ends = {}
    for second in ("second", "other"):
        target = tmp_path / f"d_{second}.tif"
        run(
            "comparemaps",
            {
                "FIRST": str(tmp_path / "first.tif"),
                "SECOND": str(tmp_path / f"{second}.tif"),
                "OUTPUT": str(target),
            },
        )
        layer = qgis_core.QgsRasterLayer(str(target), "difference")
        shader = layer.renderer().shader().rasterShaderFunction()
        ends[second] = [shader.minimumValue(), shader.maximumValue()]
    rms = float(np.sqrt(np.mean((0.002 * (SECOND - FIRST)) ** 2)))
    assert 3.0 * rms <= ends["second"][1] <= 8.0 * rms
    assert ends["second"][0] == -ends["second"][1]
    assert ends["other"] == [-0.3, 0.3]


def test_field_checks_are_written_as_an_old_geopackage_with_a_style(maps, run, tmp_path):
    found = run(
        "fieldchecks",
        {
            "UNCERTAINTY": str(maps / "spread.tif"),
            "PROBABILITY": str(maps / "first.tif"),
            "MIN_DISTANCE": 100,
            "MOST": 12,
            "OUTPUT": str(tmp_path / "checks.gpkg"),
        },
    )
    layer = read_features(found["OUTPUT"])
    assert len(layer) == found["POINTS"] == 12
    assert layer.name == "checks"
    assert max(layer.field("uncertainty")) == pytest.approx(float(SPREAD.max() * 0.2))
    assert all("top 10 %" in why for why in layer.field("why"))
    assert version_of(found["OUTPUT"]) == 10200
    shown = qgis_core.QgsVectorLayer(found["OUTPUT"], "checks", "ogr")
    assert shown.labelsEnabled()
    assert shown.crs().authid() == "EPSG:32717"


def test_polygons_get_results_and_keep_their_crs(maps, tmp_path):
    west, _, _, north = GRID.bounds
    blobs = (box_wkb(west, north - 500, west + 500, north), box_wkb(west + 1, north - 9, west + 5, north - 4))
    write_features(
        str(tmp_path / "units.gpkg"), FeatureSet(blobs, GRID.crs_wkt, {"name": ("a", "b")}), "polygon"
    )
    source = gdal.VectorTranslate(
        str(tmp_path / "degrees.gpkg"), str(tmp_path / "units.gpkg"), dstSRS="EPSG:4326", reproject=True
    )
    assert source is not None
    del source
    done = qgis_process(
        "zonalresults",
        {
            "POLYGONS": tmp_path / "degrees.gpkg",
            "PROBABILITY": maps / "first.tif",
            "UNCERTAINTY": maps / "spread.tif",
            "ABOVE_CLASS": "very_high",
            "OUTPUT": tmp_path / "zones.gpkg",
            "TABLE": tmp_path / "zones.csv",
        },
    )
    found = outputs(done)
    rows = read_features(str(tmp_path / "zones.gpkg"))
    part = FIRST[:20, :20].astype(float)
    assert rows.field("mean")[0] == pytest.approx(part.mean())
    assert rows.field("p90")[0] == pytest.approx(np.quantile(part, 0.9))
    assert rows.field("share_above")[0] == pytest.approx((part >= 0.7).mean())
    assert rows.field("cells") == (400, 1)
    assert rows.field("by_centre") == (0, 1)
    assert rows.field("mean")[1] == pytest.approx(float(FIRST[0, 0]))
    assert (found["ZONES"], found["BY_CENTRE"]) == (2, 1)
    assert "centre" in messages(done)
    assert "4326" in ogr.Open(str(tmp_path / "zones.gpkg")).GetLayer().GetSpatialRef().ExportToWkt()
    assert (tmp_path / "zones.qml").stat().st_size > 500
    assert (tmp_path / "zones.csv").stat().st_size > 50


def test_depths_are_validated_where_they_were_observed_and_not_otherwise(maps, run, tmp_path):
    cells = [(2 * i, 3 * i) for i in range(12)]
    slides = FeatureSet(
        tuple(point_wkb(*GRID.centre_of(*cell)) for cell in cells),
        GRID.crs_wkt,
        {"depth": tuple(float(DEPTH[cell]) + 0.25 for cell in cells)},
    )
    write_features(str(tmp_path / "slides.gpkg"), slides, "point")
    rasters = {"PHYSICAL": str(maps / "depth.tif"), "MODEL_DEPTH": str(maps / "model.tif")}
    plain = run("failuredepth", {**rasters, "OUTPUT": str(tmp_path / "a.tif")})
    assert plain["VALIDATION"].startswith("not validated")
    assert plain["SHARE_SAME_LAYER"] == pytest.approx(float(((DEPTH > 1) & (DEPTH <= 2)).mean()), abs=0.002)
    named = gdal.Open(str(tmp_path / "a.tif"))
    assert named.GetRasterBand(1).GetDefaultRAT().GetRowCount() == 3
    told = run(
        "failuredepth",
        {
            **rasters,
            "INVENTORY": str(tmp_path / "slides.gpkg"),
            "DEPTH_FIELD": "depth",
            "TABLE": str(tmp_path / "t.csv"),
            "PLOT": str(tmp_path / "p.svg"),
        },
    )
    assert told["PHYSICS_RMSE"] == pytest.approx(0.25, abs=1e-5)
    assert told["PHYSICS_RANK_CORRELATION"] == pytest.approx(1.0)
    assert told["PHYSICS_LANDSLIDES"] == 12
    assert "RMSE" in told["VALIDATION"]
    assert "<circle" in (tmp_path / "p.svg").read_text()


def test_wrong_inputs_are_refused_in_one_line_and_leave_nothing(maps, tmp_path):
    done = qgis_process(
        "fieldchecks", {"UNCERTAINTY": maps / "spread.tif", "OUTPUT": tmp_path / "checks.shp"}
    )
    assert done.returncode == 1
    assert "choose a name that ends in .gpkg" in messages(done)
    done = qgis_process(
        "comparemaps",
        {"FIRST": maps / "depth.tif", "SECOND": maps / "first.tif", "OUTPUT": tmp_path / "d.tif"},
    )
    assert done.returncode == 1
    assert "probabilities from 0 to 1 is needed" in messages(done)
    assert not list(tmp_path.iterdir())


def test_bands_that_are_not_there_are_refused(maps, run, tmp_path):
    ask = {
        "FIRST": str(maps / "first.tif"),
        "SECOND": str(maps / "second.tif"),
        "OUTPUT": str(tmp_path / "d.tif"),
    }
    for band, words in ((0, "SECOND_BAND .* is 0; allowed: a whole number, at least 1"), (2, "bands 1 to 1")):
        with pytest.raises(qgis_core.QgsProcessingException, match=words):
            run("comparemaps", {**ask, "SECOND_BAND": band})
    assert not list(tmp_path.iterdir())


def test_a_refused_run_leaves_no_raster_open(maps, run, tmp_path):
    def open_rasters():
        gc.collect()
        return sum(isinstance(item, RasterSource) for item in gc.get_objects())

    before = open_rasters()
    ask = {"FIRST": str(maps / "first.tif"), "SECOND": str(maps / "second.tif"), "SECOND_BAND": 9}
    with pytest.raises(qgis_core.QgsProcessingException, match="bands 1 to 1"):
        run("comparemaps", {**ask, "OUTPUT": str(tmp_path / "d.tif")})
    assert open_rasters() == before


def test_no_output_takes_the_place_of_an_input_or_of_another(maps, run, tmp_path):
    first, second = str(maps / "first.tif"), str(maps / "second.tif")
    before = Path(first).read_bytes()
    same = str(maps.parent / "." / maps.name / "first.tif")
    with pytest.raises(qgis_core.QgsProcessingException, match="OUTPUT and FIRST are the same file"):
        run("comparemaps", {"FIRST": first, "SECOND": second, "OUTPUT": same})
    layer = qgis_core.QgsRasterLayer(first, "map of the project")
    qgis_core.QgsProject.instance().addMapLayer(layer)
    with pytest.raises(
        qgis_core.QgsProcessingException, match="is open in the project as layer map of the project"
    ):
        run("comparemaps", {"FIRST": second, "SECOND": layer.id(), "OUTPUT": first})
    qgis_core.QgsProject.instance().removeMapLayer(layer)
    both = str(tmp_path / "d.csv")
    with pytest.raises(qgis_core.QgsProcessingException, match="TABLE and OUTPUT are the same file"):
        run("comparemaps", {"FIRST": first, "SECOND": second, "OUTPUT": both, "TABLE": both})
    assert Path(first).read_bytes() == before


def test_a_folder_that_is_not_there_is_said_before_the_work(maps, run, tmp_path):
    ask = {
        "FIRST": str(maps / "first.tif"),
        "SECOND": str(maps / "second.tif"),
        "OUTPUT": str(tmp_path / "d.tif"),
    }
    with pytest.raises(qgis_core.QgsProcessingException, match="TABLE: Folder .* does not exist"):
        run("comparemaps", {**ask, "TABLE": str(tmp_path / "no" / "t.csv")})
    assert not list(tmp_path.iterdir())
