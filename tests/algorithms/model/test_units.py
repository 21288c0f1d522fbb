"""A DEM and an inventory become a styled map of slope units; tables are mapped too, and wrong models are refused."""

import csv
import json
import re

import numpy as np
import pytest

from landslide_plugin.core.io.raster import Band, RasterSink, RasterSource
from landslide_plugin.core.io.vector import geometry_type, read_features
from tests.support.harness import REPOSITORY, outputs, qgis_process
from tests.support.study import DEM, POINTS

pytest.importorskip("qgis.core", reason="QGIS's Python is not installed")

NOWHERE = {"LANDSLIDE_PYTHON": "no-such-python"}
TABLE = REPOSITORY / "tests" / "data" / "rbsf_points.csv"
PART = (120, 140)
UNITS, PAGE = "map:Susceptibility of slope units", "map:Report"


@pytest.fixture(scope="module")
def mapped(tmp_path_factory):
    """The shipped chain over a third of the area, run once without a modelling environment."""
    folder = tmp_path_factory.mktemp("slope_units")
    with RasterSource(str(DEM)) as dem:
        grid, heights = dem.grid.window(*PART), dem.read(0, *PART)
    with RasterSink(str(folder / "dem.tif"), grid, [Band("elevation", "m")]) as sink:
        sink.write(0, 0, heights)
    targets = {
        "train:Model bundle": folder / "model",
        UNITS: folder / "units.gpkg",
        PAGE: folder / "report.html",
    }
    asked = {
        "DEM": folder / "dem.tif",
        "INVENTORY": POINTS,
        "LABEL_FIELD": "landslide",
        "LEAST_AREA": 10_000,
        "CV_FOLDS": 3,
        "SEED": 7,
    }
    found = outputs(qgis_process("slope_units_to_map", {**asked, **targets}, env=NOWHERE))
    assert {key: str(path) for key, path in targets.items()}.items() <= found.items()
    return folder


def test_slope_units_have_their_class_and_are_styled_by_it(mapped):
    units = read_features(str(mapped / "units.gpkg"))
    assert geometry_type(units) == "polygon"
    assert set(units.field("ls_class")) <= {1, 2, 3, 4, 5}
    p = np.array(units.field("ls_probability"))
    assert ((p > 0) & (p < 1)).all()
    assert {"unit", "area_m2", "slope_mean", "elevation_sd"} <= set(units.attributes)
    style = (mapped / "units.qml").read_text(encoding="utf-8")
    assert 'attr="ls_class"' in style
    assert all(
        name in style for name in ("Very low (0 to", "Very high (", "Not assessed: a value is missing")
    )


def test_bundle_and_report_say_what_they_map(mapped):
    record = json.loads((mapped / "model" / "bundle.json").read_text(encoding="utf-8"))
    assert record["unit"] == "polygons"
    assert "1 landslide or more of landslide_points lie in it" in record["maps"]
    scores = json.loads((mapped / "model" / "metrics.json").read_text(encoding="utf-8"))
    assert {"logistic", "slope_alone", "best_factor", "constant"} <= set(scores["models"])
    text = re.sub(r"<[^>]+>", " ", (mapped / "report.html").read_text(encoding="utf-8"))
    assert "with the logarithm of the area" in text


def test_the_model_of_units_maps_no_rasters(mapped, run, tmp_path):
    given = {"BUNDLE": str(mapped / "model"), "FACTORS": [str(mapped / "dem.tif")]}
    with pytest.raises(Exception, match=r"trained on mapping units \(polygons\).*'Map mapping units'"):
        run("mapsusceptibility", {**given, "CLASSES": str(tmp_path / "c.tif")})


def test_a_plain_table_is_trained_on_and_mapped(run, tmp_path):
    asked = {
        "UNITS": str(TABLE),
        "FIELDS": "slope, cplan,cprof,elev,log10_carea",
        "LABEL_FIELD": "lslpts",
        "X_FIELD": "x",
        "Y_FIELD": "y",
        "MODELS": ["logistic"],
        "RANDOM_CV": "no",
    }
    found = run(
        "trainunits", {**asked, "BUNDLE": str(tmp_path / "b"), "HELD_OUT": str(tmp_path / "held.gpkg")}
    )
    assert found["UNITS_TRAINED"] == 350
    assert (found["LANDSLIDES"], found["STABLE"]) == (175, 175)
    assert found["SPATIAL_AUROC_FOLDS"] == pytest.approx(0.7726, abs=0.05)
    held = read_features(str(tmp_path / "held.gpkg"))
    assert set(held.field("ls_fold")) == {0, 1, 2, 3, 4}
    targets = {"OUTPUT": str(tmp_path / "map.gpkg"), "TABLE": str(tmp_path / "map.csv")}
    done = run("mapunits", {"UNITS": str(TABLE), "BUNDLE": str(tmp_path / "b"), **targets})
    assert (done["MAPPED_UNITS"], done["EMPTY_UNITS"]) == (350, 0)
    with (tmp_path / "map.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [int(row["ls_class"]) for row in rows] == list(
        read_features(str(tmp_path / "map.gpkg")).field("ls_class")
    )


def test_families_that_need_the_environment_are_named_before_any_work(run, tmp_path, monkeypatch):
    monkeypatch.setenv("LANDSLIDE_PYTHON", "no-such-python")
    asked = {"UNITS": str(TABLE), "LABEL_FIELD": "lslpts", "MODELS": ["forest", "logistic"]}
    with pytest.raises(Exception, match="MODELS forest need it; logistic, additive, bivariate do not"):
        run("trainunits", {**asked, "BUNDLE": str(tmp_path / "b")})
    assert not (tmp_path / "b").exists()
