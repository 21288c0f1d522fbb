"""Models compared through QGIS on the real RBSF area, their samples drawn as a layer, and one of them mapped."""

import csv
import json

import numpy as np
import pytest

from landslide_plugin.core.io.vector import box_wkb, read_features, write_features
from landslide_plugin.core.types.features import FeatureSet
from tests.support.harness import messages, outputs, qgis_process
from tests.support.study import MAPS, POINTS, QUICK, derive_factors, map_with, read, train


@pytest.fixture(scope="module")
def factors(tmp_path_factory):
    return derive_factors(tmp_path_factory.mktemp("factors"))


@pytest.fixture(scope="module")
def compared(factors, tmp_path_factory):
    folder = tmp_path_factory.mktemp("compare")
    params = {
        "FACTORS": factors,
        "INVENTORY": POINTS,
        "LABEL_FIELD": "landslide",
        "MODELS": "logistic,additive,forest,boosting",
        "BUNDLES": folder / "models",
        "OUTPUT": folder / "table.html",
        "CSV": folder / "table.csv",
        "JSON": folder / "table.json",
        "SAMPLES": folder / "samples.gpkg",
        **QUICK,
        "CV_FOLDS": 5,
        "CV_REPEATS": 1,
    }
    return outputs(qgis_process("comparemodels", params)), folder


def test_the_tables_agree_and_logistic_regression_is_where_it_was_published(compared):
    found, folder = compared
    with (folder / "table.csv").open(newline="", encoding="utf-8") as file:
        rows = {row["model"]: row for row in csv.DictReader(file)}
    references = {"slope_alone", "best_factor", "constant"}
    assert set(rows) == {"logistic", "additive", "forest", "boosting", "stack_without_network"} | references
    document = json.loads((folder / "table.json").read_text())
    for row in document["table"]:
        assert float(rows[row["model"]]["auroc_mean"]) == pytest.approx(row["auroc_mean"], abs=1e-4)
        assert row["auroc_low"] <= row["auroc_mean"] <= row["auroc_high"]
    assert 0.70 < float(rows["logistic"]["auroc_mean"]) < 0.85
    models = [row["model"] for row in document["table"] if row["model"] not in references]
    assert found["BEST"] == models[0]
    page = (folder / "table.html").read_text()
    assert "Stacked mean without the network" in page
    assert "Paired by fold" in page


def test_the_samples_are_a_layer_with_fold_and_held_out_probability(compared):
    _, folder = compared
    layer = read_features(str(folder / "samples.gpkg"))
    assert "Stable place" in (folder / "samples.qml").read_text()
    given = read_features(str(POINTS).split("|")[0])
    assert len(layer) <= len(given)
    assert len(layer) > 300
    assert set(layer.field("fold")) == {0, 1, 2, 3, 4}
    p = np.array([np.nan if v is None else v for v in layer.field("held_out_p")], float)
    labels = np.array(layer.field("landslide"))
    assert np.isfinite(p).mean() > 0.7
    assert np.nanmean(p[labels == 1]) > np.nanmean(p[labels == 0]) + 0.1


@pytest.mark.parametrize("family", ["forest", "stack_without_network"])
def test_a_compared_model_is_mapped(compared, factors, family, tmp_path):
    _, folder = compared
    decision = tmp_path / "decision.tif"
    found = outputs(map_with(folder / "models" / family, factors, tmp_path / "maps", DECISION=decision))
    p = read(tmp_path / "maps" / MAPS["PROBABILITY"])
    assert found["MAPPED_CELLS"] == np.isfinite(p).sum() > 10000
    assert np.nanmin(p) >= 0
    assert np.nanmax(p) <= 1
    assert np.nanstd(p) > 0.05
    spread = read(tmp_path / "maps" / MAPS["UNCERTAINTY"])
    assert (np.nanmax(spread) == 0) == (family == "forest")
    record = json.loads((folder / "models" / family / "bundle.json").read_text())["conformal"]
    called, seen = read(decision), np.isfinite(p)
    slides, stands = p >= record["lowest_landslide"], p <= record["highest_stable"]
    assert np.array_equal(called[seen] == 3, (slides & ~stands)[seen])
    assert np.array_equal(called[seen] == 1, (stands & ~slides)[seen])
    assert np.isnan(called[~seen]).all()
    assert 0 < (called == 3).sum() < seen.sum() / 2


def test_folds_by_region_and_their_refusal_without_regions(factors, tmp_path):
    given = read_features(str(POINTS).split("|")[0])
    params = {
        "FACTORS": factors,
        "INVENTORY": POINTS,
        "LABEL_FIELD": "landslide",
        "MODELS": "logistic",
        "FOLD_SCHEME": "regions",
        "JSON": tmp_path / "t.json",
        "OUTPUT": tmp_path / "t.html",
        **QUICK,
    }
    done = qgis_process("comparemodels", params)
    assert done.returncode == 1
    assert "need a region layer" in messages(done)
    with_wkt = given.crs_wkt
    halves = FeatureSet(
        (box_wkb(700000, 9540000, 714000, 9570000), box_wkb(714000, 9540000, 730000, 9570000)), with_wkt
    )
    write_features(str(tmp_path / "r.gpkg"), halves, "polygon")
    outputs(qgis_process("comparemodels", {**params, "REGIONS": tmp_path / "r.gpkg"}))
    document = json.loads((tmp_path / "t.json").read_text())
    assert document["validation"]["scheme"] == "leave one region out"
    assert document["validation"]["folds"] == 2


def test_training_says_the_landslide_share_and_draws_samples_apart(factors, tmp_path):
    done = train(
        factors,
        tmp_path / "m",
        MIN_DISTANCE=60,
        SAMPLES=tmp_path / "s.gpkg",
        BUNDLE_ZIP=tmp_path / "m.zip",
        PREVALENCE_SOURCE="inventory",
        CV_FOLDS=3,
    )
    outputs(done)
    assert "Landslides make at least" in messages(done)
    layer = read_features(str(tmp_path / "s.gpkg"))
    from landslide_plugin.core.io.vector import points

    xy, _ = points(layer)
    apart = np.hypot(*(xy[:, None] - xy[None]).transpose(2, 0, 1)) + 1e9 * np.eye(len(xy))
    assert apart.min() >= 60 - 1e-6
    record = json.loads((tmp_path / "m" / "bundle.json").read_text())
    share = float(record["provenance"]["landslide_share_of_area"])
    assert record["settings"]["prevalence"] == pytest.approx(share, rel=1e-4)
    assert 0.0005 < share < 0.01
    told = json.loads((tmp_path / "m" / "metrics.json").read_text())["calibration"]
    assert told["asked"] == "platt"
    assert (record["calibration"] is not None) == told["applied"] == (told["gain"] > told["error"])
    card = (tmp_path / "m" / "card.html").read_text()
    assert record["largest_scale"] == round(2000 * record["grid"]["cell_size_m"])
    assert f"1 : {record['largest_scale']:,}".replace(",", " ") in card
    assert "Coverage on folds held out" in card
    maps = [tmp_path / name for name in ("from_folder", "from_zip")]
    for bundle, folder in zip((tmp_path / "m", tmp_path / "m.zip"), maps):
        outputs(map_with(bundle, factors, folder))
    one, other = (read(folder / MAPS["PROBABILITY"]) for folder in maps)
    assert np.array_equal(one, other, equal_nan=True)
    assert np.nanmean(one) < 0.05
