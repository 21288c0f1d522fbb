"""What the model listens to: an input it does not know moves nothing, a trigger it rises with lifts it."""

from dataclasses import replace

import numpy as np
import pytest

from landslide_plugin.core.evaluation.classes import classify
from landslide_plugin.core.model.explain import response as explain
from landslide_plugin.core.model.families.linear import LinearPart
from tools.check.random_bundle import RAIN, SOIL, random_bundle


@pytest.fixture(scope="module")
def bundle():
    return random_bundle()


@pytest.fixture(scope="module")
def cells():
    rng = np.random.default_rng(3)
    static = np.column_stack(
        [rng.uniform(5, 45, 60), rng.choice([3, 7, 12], 60), rng.uniform(0, 360, 60)]
    ).astype("f4")
    return explain.CellInputs(static, rng.uniform(5, 35, (60, *SOIL.shape)).astype("f4"))


def lone(bundle, factors=None, soil=(0.0, 0.0), triggers=(0.0, 0.0)):
    """The bundle with a linear part of chosen weights and no network."""
    count = len(bundle.ensemble.encoder.columns)
    weights = np.zeros(count) if factors is None else factors
    linear = LinearPart(weights, np.array(soil), np.array(triggers), -0.5)
    return replace(bundle, ensemble=replace(bundle.ensemble, linear=linear, members=()))


def test_an_unused_input_moves_nothing_and_a_used_one_does(bundle, cells):
    columns = list(bundle.ensemble.encoder.columns)
    weights = np.zeros(len(columns))
    weights[columns.index("slope")] = 1.0
    rows = explain.reliance(lone(bundle, factors=weights), cells)
    change = {(row["kind"], row["name"]): row["change"] for row in rows}
    assert min(change.pop(("factor", "slope"))) > 0.05
    assert all(value == 0 for values in change.values() for value in values)
    assert {row["name"] for row in rows if row["kind"] == "layer"} == {"0-0.5 m", "0.5-1 m", "1-2 m"}
    assert {row["name"] for row in rows if row["kind"] == "property"} == set(SOIL.properties)


def test_a_trigger_lifts_the_probability_by_what_the_odds_say(bundle, cells):
    found = {row["name"]: row for row in explain.trigger_response(lone(bundle, triggers=[1.0, 0.0]), cells)}
    assert found["intensity_mm_h"]["change"] > 0.2
    assert found["duration_h"]["change"] == 0
    assert (found["intensity_mm_h"]["low"], found["intensity_mm_h"]["high"]) == (20.0, 80.0)


def test_saliency_is_the_slope_of_the_probability(bundle, cells):
    flat = explain.saliency(lone(bundle), cells)
    assert np.all(np.array(flat["mean"]) == 0)
    found = explain.saliency(lone(bundle, soil=[0.3, 0.0]), cells)
    mean = np.array(found["mean"])
    assert mean.shape == (3, 3)
    assert (mean > 0).all()
    # a logistic function is nowhere steeper than a quarter of its weight, shared by layers and properties
    assert mean.max() <= 0.3 / 4 / 3 / 2 + 1e-6
    assert explain.saliency(random_bundle(soil=False), replace(cells, profile=None)) is None


def test_typical_cells_are_the_medians_of_their_classes(bundle, cells):
    xy = np.arange(120.0).reshape(60, 2)
    rows = explain.typical_curves(bundle, cells, xy)
    mean = explain.mean_probability(bundle, cells)[:, bundle.reference_index]
    for row in rows:
        assert len(row["probability"]) == len(RAIN.return_periods_yr)
        assert row["low"][0] <= row["probability"][0] <= row["high"][0]
        here = row["probability"][bundle.reference_index]
        inside = mean[classify(mean, bundle.class_cuts) == row["class"]]
        assert abs(int((inside < here).sum()) - int((inside > here).sum())) <= 1
    assert explain.typical_curves(random_bundle(rain=False), cells, xy) == []


def test_only_the_layer_that_is_named_is_shuffled(bundle, cells):
    alike = cells.profile.copy()
    alike[:, 0] = alike[0, 0]
    rows = explain.reliance(lone(bundle, soil=(0.5, 0.0)), replace(cells, profile=alike))
    change = {row["name"]: max(row["change"]) for row in rows if row["kind"] != "factor"}
    assert change["0-0.5 m"] == 0
    assert min(change["0.5-1 m"], change["1-2 m"]) > 0
    assert change[SOIL.properties[0]] > 0
    assert change[SOIL.properties[1]] == 0
