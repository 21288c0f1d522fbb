"""The loss of a block, summed in double precision, is that of the step's own terms."""

import numpy as np
import pytest

from landslide_plugin.core.model.inference.architecture import Architecture
from landslide_plugin.core.model.network.batch import LossWeights
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
