"""The gradients written out are those of the package's own network; members side by side do not touch each other."""

from dataclasses import dataclass, replace

import numpy as np
import pytest

pytest.importorskip("base_attentive")

import tensorflow as tf

from landslide_plugin.core.model.inference.architecture import Architecture
from landslide_plugin.core.model.network.batch import (
    DrawnTrigger,
    LossWeights,
    MemberWeights,
    Packed,
    gathered,
)
from landslide_plugin.core.model.network.by_hand.dropout import (
    NOTHING_DROPPED,
    Dropped,
    drawn,
    shapes_dropped,
)
from landslide_plugin.core.model.network.by_hand.scenario_network import Inputs, logits
from landslide_plugin.core.model.network.by_hand.weights import Layout, WeightFrame
from landslide_plugin.core.model.network.extra_terms import ExtraTerms
from landslide_plugin.core.model.network.keras_twin import KerasTwin
from landslide_plugin.core.model.network.trainable import TrainableNetwork
from landslide_plugin.core.model.network.training import Lesson, TrainingPlan, fit_member, fit_members
from landslide_plugin.core.model.network.training_arrays import TrainingArrays
from landslide_plugin.core.model.network.weights import named_variables, write_weights
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.types.scenarios import comparable_pairs

CELLS, SCENARIOS = 7, 3
KINDS = {
    "triggers shared": (Architecture(5, 4, 3, 2, "cross_hierarchical", 8, 12, 2), False),
    "triggers of cells": (Architecture(5, 4, 3, 2, "cross", 8, 12, 2), True),
    "rising": (Architecture(5, 4, 3, 2, "cross_hierarchical", 8, 12, 2, rising=True), False),
    "rising, of cells": (Architecture(5, 4, 3, 2, "cross", 8, 12, 2, rising=True), True),
    "no profile, no triggers": (Architecture(5, 1, 1, 0, "cross_hierarchical", 8, 12, 2), False),
    "no cross-attention": (Architecture(5, 4, 3, 2, "hierarchical", 8, 12, 2), False),
    "no cross-attention, of cells": (Architecture(5, 4, 3, 2, "hierarchical", 8, 12, 2), True),
    "no cross-attention, rising": (Architecture(5, 4, 3, 2, "hierarchical", 8, 12, 2, rising=True), True),
    "a profile, no triggers": (Architecture(5, 4, 3, 0, "cross_hierarchical", 8, 12, 2), False),
    "one layer, of cells": (Architecture(5, 1, 3, 2, "cross", 8, 12, 1), True),
    "one factor, one head": (Architecture(1, 2, 1, 1, "cross", 4, 4, 1), False),
}


def drawn_weights(shapes, rng):
    """Weights of a size that lets every input show in the output."""
    found = {}
    for name, shape in shapes.items():
        size = 1.5 / np.sqrt(shape[-2]) if name.endswith(".kernel") else 0.3
        found[name] = (rng.normal(0.0, size, shape) + name.endswith("gamma")).astype(np.float32)
    scales = {name: np.float32(0.7) for name in ("scale", "rise.scale") if name in shapes}
    return {**found, **scales}


@pytest.mark.parametrize("kind", KINDS)
def test_logits_and_gradients_are_those_of_keras(kind):
    a, own = KINDS[kind]
    layout, rng = Layout(a), np.random.default_rng(1)
    scenarios = SCENARIOS if a.trigger_dim else 1
    weights = drawn_weights(layout.shapes, rng)
    static = rng.normal(size=(CELLS, a.static_dim)).astype(np.float32)
    profile = rng.normal(size=(CELLS, a.layers, a.properties)).astype(np.float32) * (a.layers > 1)
    shape = (CELLS, scenarios, a.trigger_dim) if own else (scenarios, a.trigger_dim)
    triggers, pull = (
        rng.normal(size=shape).astype(np.float32),
        rng.normal(size=(CELLS, scenarios)).astype("f4"),
    )

    twin = KerasTwin(a)._network
    write_weights(twin, weights)
    variables = named_variables(twin)
    assert {name: tuple(one.shape) for name, one in variables.items()} == layout.shapes
    with tf.GradientTape() as tape:
        theirs = twin([static, profile, triggers])
        pulled = tf.reduce_sum(theirs * pull)
    expected = tape.gradient(pulled, [variables[name] for name in layout.shapes])

    vector = layout.vector(weights)
    both, slopes = np.stack([vector * 0.5, vector]), np.zeros((2, layout.size), np.float32)
    frame = WeightFrame(layout, both, slopes)
    cells = np.concatenate([static, profile.reshape(CELLS, -1)], axis=1).T
    met = triggers.transpose(2, 1, 0) if own else triggers.T[:, :, None]
    ours, back = logits(frame, a, Inputs(np.stack([cells] * 2), np.stack([met] * 2)), NOTHING_DROPPED)
    np.testing.assert_allclose(ours[1].T, np.asarray(theirs), atol=2e-5)
    assert np.abs(ours[0] - ours[1]).max() > 1e-2
    back(np.stack([pull.T * 0, pull.T]))
    assert not slopes[0].any()
    for name, slope in zip(layout.shapes, expected):
        found = frame.slopes[name][1]
        wanted = np.zeros_like(found) if slope is None else np.asarray(tf.convert_to_tensor(slope))
        np.testing.assert_allclose(found, wanted, rtol=1e-3, atol=2e-4, err_msg=name)
    assert np.count_nonzero(np.abs(slopes[1]) > 1e-4) > 0.3 * layout.size


def test_gradients_under_dropout_are_what_the_logits_change_by():
    a = Architecture(3, 2, 2, 2, "cross_hierarchical", 4, 4, 2, 0.4)
    layout, rng = Layout(a), np.random.default_rng(0)
    vector = layout.vector(drawn_weights(layout.shapes, rng))[None].astype(np.float64)
    inputs = Inputs(rng.normal(size=(1, 7, CELLS)), rng.normal(size=(1, 2, SCENARIOS, 1)))
    factors = drawn([np.random.SFC64(3)], shapes_dropped(a, CELLS, SCENARIOS, False), a.dropout).factors
    assert 0.3 < np.mean([float((one == 0).mean()) for one in factors.values()]) < 0.5
    dropped = Dropped({name: one.astype(np.float64) for name, one in factors.items()})
    slopes, pull = np.zeros_like(vector), rng.normal(size=(1, SCENARIOS, CELLS))
    logits(WeightFrame(layout, vector, slopes), a, inputs, dropped)[1](pull)

    def pulled(moved):
        return float((logits(WeightFrame(layout, moved), a, inputs, dropped)[0] * pull).sum())

    for place in rng.choice(layout.size, 150, replace=False):
        moved = np.zeros_like(vector)
        moved[0, place] = 1e-4
        change = (pulled(vector + moved) - pulled(vector - moved)) / 2e-4
        assert slopes[0, place] == pytest.approx(change, rel=2e-3, abs=2e-3)


@dataclass(frozen=True)
class Loss:
    """What a step minimises: kind of the network, terms beside the inventory's, and the focal loss."""

    stack: str
    own: bool = False
    rising: bool = False
    directed: bool = False
    prior_between: bool = False
    order_between: bool = False
    gamma: float = 0.0


LOSSES = (
    Loss("cross_hierarchical"),
    Loss("cross", own=True, gamma=2.0),
    Loss("hierarchical", directed=True, prior_between=True, order_between=True),
    Loss("cross", own=True, directed=True, prior_between=True, order_between=True, gamma=1.5),
    Loss("cross_hierarchical", rising=True, directed=True, prior_between=True),
    Loss("cross", own=True, rising=True, directed=True, prior_between=True, gamma=2.0),
    Loss("hierarchical", own=True, rising=True, directed=True),
)


class Counting(TrainableNetwork):
    """A network that adds up what its terms cost."""

    total = 0.0


def counted(name):
    def term(self, *given, **named):
        value, slope = getattr(TrainableNetwork, name)(self, *given, **named)
        self.total += float(np.sum(value, dtype=np.float64))
        return value, slope

    return term


for each in ("weighed", "prior_between", "order_between", "fallen"):
    setattr(Counting, each, counted(each))


@pytest.mark.parametrize("loss", LOSSES, ids=str)
def test_the_gradient_of_a_step_is_what_its_whole_loss_changes_by(loss):
    rng = np.random.default_rng(2)
    a = Architecture(3, 2, 2, 2, loss.stack, 4, 4, 2, 0.3, loss.rising)
    rain = np.sort(rng.normal(size=(SCENARIOS, 2)), axis=0).astype(np.float32)
    terms = ExtraTerms(
        (0.5, 0.0, -1.0) if loss.directed else (),
        (-1.0, 0.0) if loss.directed else (),
        ((0, 1), (1, 2)) if loss.prior_between or loss.order_between else (),
        loss.prior_between,
        loss.order_between,
    )
    assert terms.directed == loss.directed
    shared = np.repeat(rain[None], 4, axis=0) if loss.own else rain
    network = Counting(a, shared, comparable_pairs(rain), 32, True, terms)
    cells = lesson(rng, 40).train
    side = np.sign(rng.normal(size=cells.offset.shape)).astype(np.float32)
    own = (rain + rng.normal(0.0, 0.1, (40, SCENARIOS, 2)).astype(np.float32)) if loss.own else None
    tilt = rng.normal(0.0, 0.1, 40).astype(np.float32)
    cells = replace(cells, side=side, side_weights=np.abs(side), tilt=tilt, triggers=own)
    rows = np.append(rng.permutation(40)[:30], [40, 40]).astype(np.int32)
    batch = gathered([Packed(cells.normalised(1.0))], [rows])
    told = MemberWeights.of([LossWeights(0.5, 0.3, 1.0, -0.2, 0.7, loss.gamma)])
    drawn_at = DrawnTrigger(np.array([1]), np.array([2]), np.array([0.3], np.float32))
    layout = Layout(a)
    vector = layout.vector(drawn_weights(layout.shapes, rng))[None].astype(np.float64)

    def learnt(moved):
        network.total, slopes = 0.0, np.zeros_like(vector)
        frame = WeightFrame(layout, moved, slopes)
        network._learn(frame, batch, told, drawn_at, sources=[np.random.SFC64(5)])
        return network.total, slopes

    slopes = learnt(vector)[1]
    part = np.concatenate([np.full(size, name.split(".")[0]) for name, size in layout.sizes.items()])
    for name in dict.fromkeys(part):
        way = np.where(part == name, rng.normal(size=vector.shape), 0.0)
        change = (learnt(vector + 1e-5 * way)[0] - learnt(vector - 1e-5 * way)[0]) / 2e-5
        assert float((way * slopes).sum()) == pytest.approx(change, rel=1e-3, abs=1e-5), name


def lesson(rng, count):
    """Labels and a prior that hang on the first factor, in three scenarios."""

    def arrays(n):
        static, profile = rng.normal(size=(n, 3)), rng.normal(size=(n, 2, 2))
        p = 1 / (1 + np.exp(-(2 * static[:, :1] + profile[:, :1, 0] + np.array([-1.0, 0.0, 1.0]))))
        labels, ones, nothing = (rng.random(p.shape) < p), np.ones_like(p), np.zeros_like(p)
        parts = (static, profile, nothing, labels, ones, p, ones, nothing, nothing, *[ones[:, 0]] * 1)
        flat = nothing[:, 0]
        every = (*parts, flat, flat, ones)
        return TrainingArrays(*(np.asarray(part, np.float32) for part in every))

    return Lesson(arrays(count), arrays(count // 3))


@pytest.fixture(scope="module", params=[False, True], ids=["penalty", "rising"])
def network(request):
    rain = np.array([[-1.0], [0.0], [1.0]], np.float32)
    a = Architecture(3, 2, 2, 1, "cross_hierarchical", 8, 8, 2, 0.2, rising=request.param)
    pairs = comparable_pairs(rain)
    terms = ExtraTerms((0.0, 0.0, 0.0), (-1.0, 0.0), ((0, 1), (1, 2)), True, not request.param)
    return TrainableNetwork(a, rain, pairs, 32, True, terms)


PLAN = TrainingPlan(6, 2, 3e-3, 1e-2, 1, LossWeights(0.5, 0.3, 1.0, 0.0, 0.1))


def test_members_side_by_side_are_those_trained_alone(network):
    rng = np.random.default_rng(0)
    lessons, seeds = [lesson(rng, count) for count in (70, 90, 140)], [4, 5, 6]
    weak = replace(PLAN.weights, prior=0.0, monotone=0.0)
    plans = [PLAN, replace(PLAN, weights=weak), replace(PLAN, learning_rate=2e-3, warmup=0)]
    together = fit_members(network, seeds, lessons, plans, SILENT)
    alone = [fit_member(network, *each, SILENT) for each in zip(seeds, lessons, plans)]
    assert len({len(one.history) for one in together} | {one.best_epoch for one in together}) > 1
    for one, other in zip(together, alone):
        assert one.best_epoch == other.best_epoch
        np.testing.assert_allclose(one.history, other.history, rtol=1e-5)
        np.testing.assert_allclose(one.parameters, other.parameters, atol=1e-5)
    assert network.beside == 10
    wide = Architecture(30, 6, 6, 1, "cross", 32, 64)
    assert TrainableNetwork(wide, np.zeros((1, 1), "f4"), np.zeros((0, 2), "i4"), 256, True).beside == 1
    swapped = fit_member(network, seeds[1], lessons[0], PLAN, SILENT)
    assert np.abs(swapped.parameters - together[0].parameters).max() > 1e-2


def test_the_same_seed_gives_the_same_bytes_and_training_lowers_the_loss(network):
    one, again = (
        fit_member(network, 3, lesson(np.random.default_rng(1), 200), PLAN, SILENT) for _ in range(2)
    )
    assert one.parameters.tobytes() == again.parameters.tobytes()
    assert one.history == again.history
    assert min(one.history) < 0.9 * one.history[0]
