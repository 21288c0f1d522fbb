"""The loss of a block, summed in double precision, is that of the step's own terms."""

from dataclasses import replace

import numpy as np
import pytest

from landslide_plugin.core.model.inference.architecture import Architecture
from landslide_plugin.core.model.network import trainable
from landslide_plugin.core.model.network.batch import LossWeights
from landslide_plugin.core.model.network.extra_terms import ExtraTerms
from landslide_plugin.core.model.network.trainable import TrainableNetwork
from landslide_plugin.core.model.network.training import Lesson, TrainingPlan, fit_member
from landslide_plugin.core.model.network.training_arrays import TrainingArrays
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.types.scenarios import comparable_pairs


def arrays(rng, count, scenarios):
    """Cells with labels, a prior and sides."""
    shape = (count, scenarios)
    labels, prior = (rng.random(shape) < 0.4).astype("f4"), rng.uniform(0.05, 0.95, shape).astype("f4")
    side, ones = np.sign(rng.normal(size=shape)).astype("f4"), np.ones(shape, "f4")
    static = rng.normal(size=(count, 3)).astype("f4")
    offset = rng.normal(size=shape).astype("f4")  # falls between scenarios in places
    nothing, alone = np.zeros(count, "f4"), np.ones(count, "f4")
    no_soil = np.zeros((count, 1, 1), "f4")
    some = (static, no_soil, offset, labels, ones, prior, ones, side, ones, alone)
    return TrainingArrays(
        *some, tilt=nothing, label_offset=rng.normal(-2.0, 0.5, count).astype("f4"), label_sampled=ones
    )


@pytest.fixture(scope="module")
def network():
    shape = Architecture(
        static_dim=3,
        layers=1,
        properties=1,
        trigger_dim=1,
        stack="cross_hierarchical",
        embed_dim=8,
        hidden_units=8,
        heads=2,
        dropout=0.0,
    )
    rain = np.array([[-1.0], [0.0], [1.0]], "f4")
    return TrainableNetwork(shape, rain, comparable_pairs(rain), 16, True)


def test_sums_over_cells_tell_the_loss_of_a_block_as_the_terms_do(monkeypatch, network):
    rng = np.random.default_rng(0)
    lesson = Lesson(arrays(rng, 40, 3), arrays(rng, 21, 3))
    plan = TrainingPlan(2, 2, 1e-2, 0.0, 0, LossWeights(0.7, 0.3, 0.5, -0.2))
    own = fit_member(network, 1, lesson, plan, SILENT)
    monkeypatch.setattr(network, "beyond_labels", lambda _: True)
    termwise = fit_member(network, 1, lesson, plan, SILENT)
    np.testing.assert_allclose(own.history, termwise.history, rtol=2e-6)
    np.testing.assert_array_equal(own.parameters, termwise.parameters)
    monkeypatch.setattr(network, "beyond_labels", lambda _: False)
    monkeypatch.setattr(network, "falls", lambda *_: 0.0)
    spoiled = fit_member(network, 1, lesson, plan, SILENT)
    assert abs(spoiled.history[0] - own.history[0]) > 1e-3


@pytest.mark.parametrize("own", [False, True])
@pytest.mark.parametrize("rising", [False, True])
def test_cells_made_ready_once_are_judged_as_those_that_are_not(monkeypatch, own, rising):
    rng, count = np.random.default_rng(3), 37
    shape = Architecture(3, 2, 2, 1, "cross", 4, 4, 2, rising=rising)
    rain = np.array([[-1.0], [0.0], [1.0]], "f4")
    shared = np.repeat(rain[None], 2, axis=0) if own else rain
    terms = ExtraTerms((1.0, 0.0, 0.0), (-1.0, 0.0))
    network = TrainableNetwork(shape, shared, comparable_pairs(rain), 16, False, terms)
    profile = rng.normal(size=(count, 2, 2)).astype("f4")
    met = rng.normal(size=(count, 3, 1)).astype("f4") if own else None
    cells = replace(arrays(rng, count, 3), profile=profile, triggers=met)
    parameters, weights = network.initial(1), LossWeights(0.5, 0.3, 1.0, 0.0, 0.8)
    whole = network.loss(parameters, cells, weights)
    monkeypatch.setattr(trainable, "AT_ONCE", 5)
    sight = network.sight(cells, directed=True)
    assert network.loss_seen(network.seen(parameters, sight), sight, weights) == pytest.approx(
        whole, rel=1e-5
    )
    # One cell of 16 stands beside itself one step further.
    few = cells.take(np.arange(count) % 16 < 1)
    weaker = few.profile + np.array([-0.5, 0.0], "f4")
    moved = replace(few, static=few.static + np.array([0.5, 0.0, 0.0], "f4"), profile=weaker)
    falls = network.added_to(parameters, few) - network.added_to(parameters, moved)
    fallen = 16 * 0.8 * float((few.cell_weights * np.maximum(falls, 0).mean(axis=1)).sum())
    without = network.loss(parameters, cells, replace(weights, monotone=0.0))
    assert fallen > 1e-3
    assert whole - without == pytest.approx(fallen, rel=1e-3)
