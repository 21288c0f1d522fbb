"""The report scores the inventory it is given where the map leaves the area of the training."""

import numpy as np
import pytest

from landslide_plugin.core.evaluation.metrics import auroc
from landslide_plugin.core.io.raster import Band, RasterSink, crs_wkt
from landslide_plugin.core.io.vector import point_wkb
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.report.common.model_record import ModelRecord
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.workflows.reporting.request import ReportRequest, prepare
from tests.support.report_bundle import UTM_GRID, class_map, metrics, record

UTM = crs_wkt("EPSG:32717")
GRID = Grid(30, 40, UTM_GRID, UTM)
WEST, SOUTH, EAST, NORTH = GRID.bounds
WIDE = EAST - WEST
EXTENTS = {
    "home": [WEST, SOUTH, EAST, NORTH],
    "overlapping": [WEST - WIDE / 2, SOUTH, WEST + WIDE / 2, NORTH],
    "other": [WEST - 9 * WIDE, SOUTH, WEST - 8 * WIDE, NORTH],
}


def save(path, values, byte=False):
    with RasterSink(str(path), GRID, [Band("")], byte=byte) as sink:
        sink.write(0, 0, values)
    return str(path)


@pytest.fixture
def drawn(tmp_path):
    classes, p = class_map()
    known = np.argwhere(classes > 0)
    rng = np.random.default_rng(4)
    weight = p[tuple(known.T)] ** 2
    at = known[rng.choice(len(known), 60, replace=False, p=weight / weight.sum())]
    wkb = tuple(point_wkb(*GRID.centre_of(*cell)) for cell in at)
    features = FeatureSet(wkb, UTM, {}, "slides")

    def ask(kind, **more):
        known_grid = {"bounds": EXTENTS[kind], "crs_wkt": UTM, "cell_size_m": 10.0} if kind in EXTENTS else {}
        model = ModelRecord({**record(), "grid": known_grid}, metrics())
        given = {
            "classes": save(tmp_path / "c.tif", classes, byte=True),
            "probability": save(tmp_path / "p.tif", p),
            "inventory": features,
            "output": str(tmp_path / "r.html"),
        }
        job, _ = prepare(ReportRequest(model=model, model_name="m", **{**given, **more}), SILENT)
        return job

    return ask, classes, p, at


@pytest.mark.parametrize("kind", ["overlapping", "other"])
def test_the_inventory_is_scored_on_the_map_of_another_area(drawn, kind):
    ask, classes, p, at = drawn
    job = ask(kind)
    judged = job["judged"]
    slid = np.zeros(classes.shape, bool)
    slid[tuple(at.T)] = True
    known = np.isfinite(p)
    assert job["place"]["kind"] == kind
    assert judged["auroc"] == pytest.approx(auroc(slid[known].astype(int), p[known]))
    assert judged["low"] <= judged["auroc"] <= judged["high"]
    assert judged["observed"] == [int((classes[slid] == code).sum()) for code in range(1, 6)]
    np.testing.assert_allclose(
        judged["expected"], [p[classes == code].sum() for code in range(1, 6)], rtol=1e-5
    )
    assert judged["blank"] == pytest.approx((classes == 0).mean())
    inside = (at[:, 1] < 20).mean() if kind == "overlapping" else 0.0
    assert judged["inside_training"] == pytest.approx(inside)


@pytest.mark.parametrize("kind", ["home", "unknown"])
def test_at_home_the_folds_of_the_training_tell(drawn, kind):
    job = drawn[0](kind)
    assert job["place"]["kind"] == kind
    assert job["judged"] is None


def test_the_blank_part_of_a_map_is_no_ground_elsewhere(drawn, tmp_path):
    ask, classes, *_ = drawn
    west = np.arange(GRID.cols) < GRID.cols // 2
    assert ask("overlapping")["place"]["kind"] == "overlapping"
    half = save(tmp_path / "half.tif", np.where(west, classes, 0).astype(np.uint8), byte=True)
    assert ask("overlapping", classes=half, probability=None)["place"]["kind"] == "home"
    half = save(tmp_path / "half.tif", np.where(west, 0, classes).astype(np.uint8), byte=True)
    assert ask("overlapping", classes=half, probability=None, inventory=None)["place"]["kind"] == "other"


def test_without_an_inventory_or_a_probability_it_is_said_what_cannot_be_told(drawn):
    ask, *_ = drawn
    assert ask("other", inventory=None)["judged"] is None
    ranked = ask("other", probability=None)["judged"]
    assert (ranked["ranked"], ranked["expected"]) == ("classes", None)
    assert 0.5 < ranked["auroc"] < 1.0
