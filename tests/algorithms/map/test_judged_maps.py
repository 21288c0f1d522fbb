"""Maps judged and put in classes through Processing: files, numbers, refusals."""

import json

import numpy as np
import pytest

from landslide_plugin.core.evaluation.metrics import auroc
from landslide_plugin.core.io.raster import Band, RasterSink, RasterSource, crs_wkt
from landslide_plugin.core.io.vector import box_wkb, point_wkb, read_features, write_features
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.grid import Grid

qgis_core = pytest.importorskip("qgis.core", reason="QGIS's Python is not installed")

GRID = Grid(40, 50, (700000.0, 25.0, 0.0, 9550000.0, 0.0, -25.0), crs_wkt("EPSG:32717"))
RNG = np.random.default_rng(6)
P = RNG.uniform(0, 1, GRID.shape).astype("f4")
SLID = np.unique(RNG.choice(GRID.size, 120, p=P.ravel() / P.sum()))


@pytest.fixture(scope="module")
def maps(tmp_path_factory):
    folder = tmp_path_factory.mktemp("judged")
    about = {"CLASS_CUTS": "(0.1, 0.3, 0.5, 0.7)", "QUANTITY": "Landslide susceptibility"}
    for name, values, said in (
        ("p", P, about),
        ("fs", 2 - P, {"QUANTITY": "factor of safety"}),
        ("index", P, {}),
    ):
        with RasterSink(str(folder / f"{name}.tif"), GRID, [Band(name)], metadata=said) as sink:
            sink.write(0, 0, values)
    wkb = tuple(point_wkb(*GRID.centre_of(*divmod(int(cell), GRID.cols))) for cell in SLID)
    write_features(str(folder / "slides.gpkg"), FeatureSet(wkb, GRID.crs_wkt, {}, "slides"), "point")
    return folder


def test_a_map_is_judged(maps, run, tmp_path):
    labels = np.zeros(GRID.size, bool)
    labels[SLID] = True
    found = run(
        "validatemap",
        {
            "RASTER": str(maps / "p.tif"),
            "INVENTORY": str(maps / "slides.gpkg"),
            "SECOND": str(maps / "fs.tif"),
            "INVENTORY_USE": "no",
            "PAGE": str(tmp_path / "page.html"),
            "JSON": str(tmp_path / "page.json"),
        },
    )
    assert found["AUROC"] == pytest.approx(auroc(labels, P.ravel()), abs=1e-9)
    assert found["AUROC_LOW"] < found["AUROC"] < found["AUROC_HIGH"]
    assert "Prediction rate" in (tmp_path / "page.html").read_text(encoding="utf-8")
    stored = json.loads((tmp_path / "page.json").read_text(encoding="utf-8"))
    assert [stored[key]["dangerous_end"] for key in ("first", "second")] == ["high", "low"]
    assert stored["agreement"]["difference"] == pytest.approx(0.0, abs=1e-4)


def test_a_foreign_map_is_refused_until_its_dangerous_end_is_given(maps, run, tmp_path):
    given = {
        "RASTER": str(maps / "index.tif"),
        "INVENTORY": str(maps / "slides.gpkg"),
        "PAGE": str(tmp_path / "page.html"),
    }
    with pytest.raises(qgis_core.QgsProcessingException, match="set DANGER to high"):
        run("validatemap", given)
    assert not (tmp_path / "page.html").exists()
    assert run("validatemap", {**given, "DANGER": "low"})["AUROC"] < 0.5


def test_a_map_is_classed(maps, run, tmp_path):
    found = run(
        "classifymap",
        {
            "RASTER": str(maps / "p.tif"),
            "SCHEME": "quantiles",
            "LIMITS": "0.5 0.75 0.9 0.95",
            "INVENTORY": str(maps / "slides.gpkg"),
            "OUTPUT": str(tmp_path / "c.tif"),
            "TABLE": str(tmp_path / "c.csv"),
        },
    )
    cuts = [float(word) for word in found["CUTS"].split()]
    np.testing.assert_allclose(cuts, np.quantile(P, [0.5, 0.75, 0.9, 0.95]), atol=1e-3)
    with RasterSource(found["OUTPUT"]) as source:
        assert np.bincount(source.read(0).astype(int).ravel()).tolist() == [0, 1000, 500, 300, 100, 100]
        assert "not comparable between maps" in source.metadata["CAVEAT"]
        assert source.bands[0].categories[1] == "Very low"
    assert "Very high" in (tmp_path / "c.qml").read_text(encoding="utf-8")
    assert len((tmp_path / "c.csv").read_text().splitlines()) == 6


def test_limits_that_are_missing_are_asked_for(maps, run, tmp_path):
    given = {"RASTER": str(maps / "p.tif"), "SCHEME": "fixed", "OUTPUT": str(tmp_path / "c.tif")}
    with pytest.raises(qgis_core.QgsProcessingException, match="LIMITS holds 0 numbers"):
        run("classifymap", given)
    assert not (tmp_path / "c.tif").exists()


def test_bodies_zones_and_bends_through_processing(maps, run, tmp_path):
    west, _, _, north, *_ = GRID.geotransform
    body = FeatureSet((box_wkb(west, north - 250, west + 250, north),), GRID.crs_wkt, {}, "bodies")
    write_features(str(tmp_path / "bodies.gpkg"), body, "polygon")
    given = {
        "RASTER": str(maps / "p.tif"),
        "SCHEME": "success_rate",
        "INVENTORY": str(maps / "slides.gpkg"),
        "BODIES": str(tmp_path / "bodies.gpkg"),
        "OUTPUT": str(tmp_path / "c.tif"),
        "ZONES": str(tmp_path / "zones.gpkg"),
        "ZONE_AREA": 20 * 625.0,
    }
    found = run("classifymap", given)
    zones = read_features(found["ZONES"])
    assert len(zones) == found["ZONE_COUNT"]
    assert sum(zones.field("area_m2")) == pytest.approx(GRID.size * 625.0)
    assert 100 in zones.field("cells")  # the body, which takes nothing in
    with RasterSource(found["OUTPUT"]) as source:
        assert (source.read(0)[:10, :10] == 6).all()
        assert "cannot judge the classes" in source.metadata["CAVEAT"]
    for style in ("c.qml", "zones.qml"):
        assert "Mapped landslide body" in (tmp_path / style).read_text(encoding="utf-8")
    judged = run(
        "validatemap",
        {
            "POLYGONS": run("classifymap", {**given, "ZONE_AREA": 0})["ZONES"],
            "POLYGON_FIELD": "class",
            "CELL_SIZE": 25.0,
            "INVENTORY": str(maps / "slides.gpkg"),
            "PAGE": str(tmp_path / "zones.html"),
        },
    )
    assert judged["AUROC"] > 0.5
    with pytest.raises(qgis_core.QgsProcessingException, match="give the map to judge, or POLYGONS"):
        run("validatemap", {"INVENTORY": given["INVENTORY"], "PAGE": str(tmp_path / "none.html")})
