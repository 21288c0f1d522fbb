"""The area of applicability weighs inputs as the very model does, whatever its family."""

from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("sklearn")

from landslide_plugin.core.evaluation.applicability import Applicability
from landslide_plugin.core.evaluation.reliability import log_loss
from landslide_plugin.core.model.archive.typical_cells import reference_points
from landslide_plugin.core.model.bundle.standard_inputs import standard_inputs, with_triggers
from landslide_plugin.core.model.families.pool import pool
from landslide_plugin.core.model.fitting.ensemble import Workshop
from landslide_plugin.core.model.fitting.families import FAMILIES
from landslide_plugin.core.model.validation import input_weights
from landslide_plugin.core.model.validation.input_weights import held_out_weights, permutation_losses
from landslide_plugin.core.model.validation.model_comparison import fit_models
from landslide_plugin.core.model.validation.partitions import Partition
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.types.factors import FactorSpec
from tests.support.small_world import quick, world

POOL = {"logistic": 5, "forest": 5}


def curved(count=400):
    """Landslides at the middle heights alone: no straight line sees what decides, every other family does."""
    data = world(count=count, soil=False, rain=False, prior=False)
    rng = np.random.default_rng(3)
    height = rng.normal(0.0, 1.0, count)
    labels = (rng.random(count) < np.where(np.abs(height) < 0.7, 0.9, 0.1)).astype(np.int8)
    static = np.column_stack([height, data.cells.static[:, 1:]]).astype(np.float32)
    specs = (FactorSpec("height", unit="m"), *data.specs[1:])
    return replace(data, specs=specs, cells=replace(data.cells, static=static), labels=labels)


def fitted(data, family):
    models = fit_models(
        data,
        quick(),
        tuple(POOL) if family == "stack" else (family,),
        1,
        workshop=Workshop(),
        progress=SILENT,
    )
    return pool(models, POOL) if family == "stack" else models[family]


def known_ground(data, family):
    model, part = fitted(data, family), Partition(np.arange(len(data.labels)) % 4, (0, 1, 2, 3))
    weights = held_out_weights(model, family, data, settings=quick(), partition=part, workshop=Workshop())
    return model, weights, reference_points(model, data, part.folds, weights=weights, settings=quick())


@pytest.mark.parametrize("family", [*FAMILIES, "stack", "ensemble"])
def test_a_cell_far_out_in_the_most_important_input_is_outside(family):
    data = world(count=300, soil=False, rain=False, prior=False) if family == "logistic" else curved()
    if family == "ensemble":
        pytest.importorskip("tensorflow")
    model, weights, near = known_ground(data, family)
    assert weights.argmax() == 0
    assert weights.min() >= 0
    usual = data.cells.static[:1].copy()
    usual[0, 0] = data.cells.static[:, 0].mean()
    far = usual.copy()
    far[0, 0] += 8 * data.cells.static[:, 0].std()
    index = near.dissimilarity(standard_inputs(model, np.vstack([usual, far]), None))
    assert index[0] <= near.threshold < index[1]


def test_what_decides_is_weighed_by_the_forest_where_a_straight_line_ranks_another_input_first():
    data = curved()
    _, weights, _ = known_ground(data, "forest")
    line = fitted(data, "logistic").linear
    straight = np.abs(line.factors)
    assert straight.argmax() != 0
    assert straight[0] / straight.sum() < 0.25
    assert weights[0] / weights.sum() > 0.7
    assert weights[0] > 5 * weights[1:].max()


def test_permuting_what_a_model_does_not_read_costs_nothing_and_a_class_counts_as_one():
    data = world(count=200, soil=False, rain=False, prior=False)

    def by_rock(rows):
        return np.where(rows.cells.static[:, 1] == 4, 0.9, 0.2)

    losses = permutation_losses(
        by_rock, replace(data, labels=(by_rock(data) > 0.5).astype(np.int8)), np.random.default_rng(0)
    )
    assert losses[0] == losses[2] == 0
    assert losses[1] > 0.3
    _, weights, _ = known_ground(data, "forest")
    rocks = weights[1:4]
    assert np.ptp(rocks) == 0


def test_a_model_is_asked_once_for_all_permutations_and_each_counts_alike():
    data, asked = curved(200), []

    def ranked(rows):
        asked.append(rows.cells.static[:, 0])
        return 1.0 / (1.0 + np.exp(np.abs(rows.cells.static[:, 0]) - 0.7))

    losses = permutation_losses(ranked, data, np.random.default_rng(0))
    assert len(asked) == 1 + len(data.specs)
    rng, height, told = np.random.default_rng(0), data.cells.static[:, 0], []
    for copy in range(3):
        swapped = height[rng.permutation(200)]
        assert np.array_equal(asked[1][200 * copy : 200 * (copy + 1)], swapped)
        told.append(log_loss(data.labels, 1.0 / (1.0 + np.exp(np.abs(swapped) - 0.7)), np.ones(200)))
    before = log_loss(data.labels, 1.0 / (1.0 + np.exp(np.abs(height) - 0.7)), np.ones(200))
    assert losses[0] == np.mean(told) - before


def test_no_input_that_costs_anything_means_equal_weights():
    inputs = np.random.default_rng(0).normal(size=(40, 3)).astype(np.float32)
    assert Applicability.fit(inputs, np.array([-0.1, 0.0, -0.2]), np.arange(40) % 4, 0).weights.tolist() == [
        1,
        1,
        1,
    ]


def test_models_of_one_run_are_fitted_once_and_weigh_as_on_their_own(monkeypatch):
    data, part, asked = curved(200), Partition(np.arange(200) % 4, (0, 1, 2, 3)), []

    def counted(data, settings, families, *rest, **named):
        asked.append(tuple(families))
        return fit_models(data, settings, families, *rest, **named)

    monkeypatch.setattr(input_weights, "fit_models", counted)
    likes: dict = {}
    for family, new in (("logistic", ("logistic",)), ("stack", ("forest",)), ("forest", None)):
        told = {"settings": quick(), "partition": part, "workshop": Workshop()}
        model = fitted(data, family)
        asked.clear()
        shared = held_out_weights(model, family, data, **told, likes=likes)
        assert asked == ([new] * 2 if new else [])
        assert np.array_equal(shared, held_out_weights(model, family, data, **told))
    assert len(likes) == 4


def stormy(count=400):
    """Rain of each place alone decides: no factor says anything."""
    data = world(count=count, soil=False, rain=True, prior=False)
    rng = np.random.default_rng(5)
    own = np.repeat(rng.uniform(10.0, 60.0, (count, 1, 1)), len(data.scenarios.values), axis=1)
    own = np.broadcast_to(own, (count, *data.scenarios.values.shape)).copy()
    labels = (rng.random(count) < np.where(own[:, 0, 0] > 35.0, 0.9, 0.1)).astype(np.int8)
    return replace(data, cells=replace(data.cells, triggers=own), labels=labels)


@pytest.mark.parametrize("family", ["logistic", "forest"])
def test_triggers_weigh_where_they_vary_and_a_storm_far_beyond_them_is_outside(family):
    data = stormy()
    model, weights, near = known_ground(data, family)
    columns = len(data.scenarios.columns)
    assert weights[-columns:].max() == weights.max()
    usual = standard_inputs(model, data.cells.static[:1], None)
    storms = np.stack([data.cells.triggers[:, 0].mean(axis=0), data.cells.triggers[:, 0].max(axis=0) * 4])
    index = near.dissimilarity(with_triggers(model, np.repeat(usual, 2, axis=0), storms))
    assert index[0] <= near.threshold < index[1]


def test_triggers_that_all_rows_share_have_no_column():
    data = world(count=200, soil=False, rain=True, prior=False)
    model, weights, near = known_ground(data, "logistic")
    assert near.points.shape[1] == len(weights) == len(model.encoder.columns)
