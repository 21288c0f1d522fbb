"""Exposure through Processing: table, layers in the colours of the classes, release areas, refusals."""

import csv

import numpy as np
import pytest

from landslide_plugin.core.evaluation.classes import class_style
from landslide_plugin.core.io.raster import Band, RasterSink, RasterSource, crs_wkt
from landslide_plugin.core.io.vector import box_wkb, line_wkb, read_features, write_features
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.grid import Grid

qgis_core = pytest.importorskip("qgis.core", reason="QGIS's Python is not installed")

GRID = Grid(20, 30, (500000.0, 10.0, 0.0, 5200200.0, 0.0, -10.0), crs_wkt("EPSG:32632"))
NAMES = dict(enumerate(((name, (0, 0, 0)) for name in class_style().names), start=1))


@pytest.fixture(scope="module")
def area(tmp_path_factory):
    folder = tmp_path_factory.mktemp("exposed")
    codes = np.ones(GRID.shape, np.uint8)
    codes[:, 10:20], codes[5:15, 20:] = 3, 5
    with RasterSink(
        str(folder / "c.tif"), GRID, [Band("c", "", {"QUANTITY": "class"})], byte=True, classes=NAMES
    ) as sink:
        sink.write(0, 0, codes)
    with RasterSink(str(folder / "p.tif"), GRID, [Band("p")]) as sink:
        sink.write(0, 0, codes / 6.0)
    road = line_wkb(np.array([[500000.0, 5200105.0], [500300.0, 5200105.0]]))
    house = box_wkb(500196.0, 5200101.0, 500204.0, 5200107.0)
    for name, blob, kind in (("roads", road, "lines"), ("houses", house, "polygon")):
        features = FeatureSet((blob,), GRID.crs_wkt, {"people": (4,)}, name)
        write_features(str(folder / f"{name}.gpkg"), features, kind)
    return folder


def test_table_layers_and_release_areas(area, run, tmp_path):
    found = run(
        "exposure",
        {
            "CLASSES": str(area / "c.tif"),
            "LINES": str(area / "roads.gpkg"),
            "BUILDINGS": str(area / "houses.gpkg"),
            "PEOPLE_FIELD": "people",
            "PROBABILITY": str(area / "p.tif"),
            "HEIGHT": 1.5,
            "TABLE": str(tmp_path / "t.csv"),
            "LINES_BY_CLASS": str(tmp_path / "roads.gpkg"),
            "BUILDINGS_BY_CLASS": str(tmp_path / "houses.gpkg"),
            "RELEASE_AREAS": str(tmp_path / "release.gpkg"),
            "RELEASE_RASTER": str(tmp_path / "numbers.tif"),
            "RELEASE_HEIGHTS": str(tmp_path / "heights.tif"),
        },
    )
    assert found["LENGTH"] == pytest.approx(0.1 / 0.9996, rel=1e-4)
    assert [found[key] for key in ("COUNT", "PEOPLE", "RELEASES")] == [1, 4, 1]
    with (tmp_path / "t.csv").open(encoding="utf-8") as file:
        assert [row["name"] for row in csv.DictReader(file)] == [
            "Very high",
            "Moderate",
            "Very low",
            "No class",
        ]
    roads = read_features(found["LINES_BY_CLASS"])
    assert [roads.field(f"share_{code}")[0] for code in (1, 3, 5)] == pytest.approx([1 / 3] * 3, abs=1e-6)
    assert read_features(found["BUILDINGS_BY_CLASS"]).field("worst_name") == ("Very high",)
    assert class_style().colours[4] not in ("", None)
    style = (tmp_path / "roads.qml").read_text(encoding="utf-8")
    assert "215,25,28" in style  # the colour of Very high
    assert "No class" in style
    release = read_features(found["RELEASE_AREAS"])
    assert release.field("area_m2") == (100 * 100.0,)
    assert release.field("p_max")[0] == pytest.approx(5 / 6)
    assert "nothing is said of how far they run" in (tmp_path / "release.qml").read_text(encoding="utf-8")
    for name, total in (("numbers", 100.0), ("heights", 150.0)):
        with RasterSource(str(tmp_path / f"{name}.tif")) as source:
            assert np.nansum(source.read(0)) == pytest.approx(total)
            assert "how far they run" in source.metadata["NOTE"]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "give at least one"),
        ({"LINES": "roads.gpkg", "CLASSES": ""}, "CLASSES is not set"),
        ({"LINES": "roads.gpkg", "BUILDINGS_BY_CLASS": "b.gpkg"}, "BUILDINGS is not given"),
        ({"THRESHOLD": 0.5, "RELEASE_RASTER": "r.tif"}, "give the raster that it is of"),
        ({"RELEASE_HEIGHTS": "h.tif"}, "needs a depth"),
        ({"LINES": "roads.gpkg", "CLASSES": "p.tif"}, "holds no whole numbers|which end"),
    ],
)
def test_what_is_missing_is_asked_for(area, run, tmp_path, given, words):
    inputs = {"CLASSES": "c.tif", **given}
    outputs = ("RELEASE_RASTER", "RELEASE_HEIGHTS", "BUILDINGS_BY_CLASS")
    files = {
        key: str((tmp_path if key in outputs else area) / value) if isinstance(value, str) else value
        for key, value in inputs.items()
        if value != ""
    }
    with pytest.raises(qgis_core.QgsProcessingException, match=words):
        run("exposure", files)
    assert not list(tmp_path.glob("*.tif"))
