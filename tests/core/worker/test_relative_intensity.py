"""A presence-background model is trained, stored and mapped as a relative intensity, and nowhere as a probability."""

import sys
from dataclasses import replace

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.evaluation.metrics import auroc
from landslide_plugin.core.io.raster import RasterSource
from landslide_plugin.core.model.bundle.bundle import load_bundle
from landslide_plugin.core.model.bundle.files import read_files
from landslide_plugin.core.model.families.intensity import log_intensity
from landslide_plugin.core.progress import SILENT, Progress
from landslide_plugin.core.report.model_card import model_card
from landslide_plugin.core.types.scenarios import TriggerScenarios
from landslide_plugin.core.worker.tasks import compare, train
from landslide_plugin.core.workflows.map_judging.danger import dangerous_end
from landslide_plugin.core.workflows.mapping.kinds.annual import why_no_annual
from tests.support.maps import draw, grid, write_factors
from tests.support.small_world import cells, with_events, world, write_job
from tools.check.random_bundle import random_bundle

FAMILY = "presence_background"
HEAVY = {"tensorflow", "keras", "sklearn", "base_attentive"}


def job_of(place, data, **settings):
    """A job with 3000 cells of the area."""
    job = write_job(place / "in", data, place / "model", cv_folds=4, **settings)
    static, *_ = cells(np.random.default_rng(77), 3000, rain=False)
    places = np.random.default_rng(78).uniform(0, 9000, (3000, 2))
    arrays = {"static": static, "xy": places, "weight": np.array([10.0])}
    for name, values in arrays.items():
        np.save(place / "in" / f"background_{name}.npy", values)
    return job, static


@pytest.fixture(scope="module")
def data():
    return world(count=400, soil=False, rain=False, prior=False)


@pytest.fixture(scope="module")
def trained(data, tmp_path_factory):
    place = tmp_path_factory.mktemp("intensity")
    job, ground = job_of(place, data, prevalence=0.02)
    result = train.run({**job, "families": [FAMILY]}, SILENT)
    return result, place / "model", ground


def test_it_is_the_poisson_process_of_landslides_and_area_whatever_is_stable(trained, data):
    _, path, ground = trained
    model = load_bundle(str(path)).ensemble
    inputs = model.encoder.transform(data.cells.static[data.labels > 0]).astype(float)
    slopes, level = log_intensity(inputs, model.encoder.transform(ground).astype(float), ridge=1.0)
    np.testing.assert_allclose(model.linear.factors, slopes, atol=1e-6)
    assert model.linear.intercept == pytest.approx(level, abs=1e-6)
    assert not HEAVY & set(sys.modules)


def test_no_share_no_calibration_and_no_sets_touch_it(trained, data):
    result, path, ground = trained
    bundle = load_bundle(str(path))
    assert bundle.facts.relative
    assert bundle.ensemble.shift == 0.0
    assert bundle.calibration is None
    assert bundle.conformal is None
    value = bundle.predict(ground, None, None).probability[0, :, 0].astype(float)
    assert (value / (1 - value)).mean() == pytest.approx(1.0, abs=1e-4)
    assert result["spatial_auroc"] > 0.7
    assert auroc(data.labels, bundle.predict(data.cells.static, None, None).probability[0, :, 0]) > 0.75


def test_bundle_card_and_scores_call_it_relative(trained):
    _, path, _ = trained
    record, _, scores = read_files(path)
    assert record["provenance"]["probability_of"] == "relative intensity"
    assert record["settings"]["prevalence"] is None
    assert scores["samples"]["prevalence"] is None
    assert scores["calibration"] is None
    assert any("no probabilities" in line for line in record["limits"])
    spatial = scores["models"][FAMILY]["spatial"]
    assert not {"brier_mean", "log_loss_mean"} & set(spatial)
    assert "brier_mean" in scores["models"]["logistic"]["spatial"]
    card = model_card(record, scores)
    assert "Values are" in card
    assert "Probabilities refer to" not in card
    assert "What its probabilities mean" not in card


def test_no_figure_a_year_is_made_of_it(trained):
    bundle = load_bundle(str(trained[1]))
    storms = TriggerScenarios((10.0, 50.0), ("intensity_mm_h",), np.array([[20.0], [55.0]]))
    facts = replace(bundle.facts, settings={"prevalence": 0.02}, dated=True, quiet_storms=1, events=9)
    assert "relative intensity" in (why_no_annual(storms, facts) or "")
    probable = replace(facts, provenance={"probability_of": "share of area"})
    assert why_no_annual(storms, probable) is None


def test_it_has_no_vote_beside_others_and_no_pool_to_hide_in(data, tmp_path):
    job, _ = job_of(tmp_path, data)
    found = compare.run({**job, "families": ["logistic", "additive", FAMILY], "bundle": None}, SILENT)
    rows = {row["model"]: row for row in found["table"]}
    assert FAMILY in rows
    assert rows[FAMILY].get("log_loss") is None
    assert rows["additive"]["log_loss"] > 0
    assert all(FAMILY not in votes for votes in found["votes"].values())
    assert FAMILY not in found["calibration"]
    with pytest.raises(InputError, match="no vote in a stacked mean"):
        train.run({**job, "families": ["logistic", FAMILY]}, SILENT)


def test_storms_are_refused(tmp_path):
    data = with_events(world(count=120, soil=False, prior=False), np.repeat([10.0, 50.0, 100.0], 40))
    job, _ = job_of(tmp_path, data)
    with pytest.raises(InputError, match="neither storms nor target probabilities"):
        train.run({**job, "families": [FAMILY]}, SILENT)


def test_a_map_says_so_in_metadata_and_warning_and_refuses_what_needs_a_probability(trained, tmp_path):
    facts = load_bundle(str(trained[1])).facts
    bundle = replace(random_bundle(1, soil=False), facts=replace(facts, grid=None))
    said: list = []
    stack = write_factors(tmp_path / "stack.tif", grid(6, 5))
    draw(bundle, stack, tmp_path / "m", progress=Progress(warning=said.append))
    with RasterSource(str(tmp_path / "m" / "probability.tif")) as source:
        assert source.metadata["RELATIVE_INTENSITY"] in said
        assert source.bands[0].metadata["QUANTITY"] == "Relative intensity of landslides"
        assert source.bands[0].metadata["LABEL"] == "Relative intensity"
        assert dangerous_end(source, 0, "auto", "DANGER") == "high"
    for kind, words in (("entropy", "Entropy is that of a probability"), ("decision", "no conformal sets")):
        with pytest.raises(InputError, match=words):
            draw(bundle, stack, tmp_path / "n", more=[kind])
