"""Each term of the loss pulls the logits the right way, and not at all where it has nothing to say."""

from dataclasses import replace

import numpy as np
import pytest

from landslide_plugin.core.model.network import losses
from landslide_plugin.core.model.network.batch import LossWeights
from landslide_plugin.core.model.network.judging import cell_losses, gains_of
from landslide_plugin.core.model.network.training import earned
from landslide_plugin.core.model.network.training_arrays import TrainingArrays

ONE, CELL = np.ones((1, 1, 1), np.float32), np.ones((1, 1), np.float32)


def gradient(term, logits):
    """Sum and slope (1, scenarios) of a term at one cell's log odds."""
    loss, slope = term(np.atleast_2d(logits).astype(np.float32)[0][None, :, None])
    return float(loss[0]), slope[:, :, 0]


def drawn(rng, shape):
    return rng.normal(size=shape).astype(np.float32)


def pairs_of_terms(rng):
    """Every term of log odds (2, 3, 5) by its name, with weights and the rest drawn."""
    shape = (2, 3, 5)
    labels, weights, prior = (rng.uniform(0.05, 0.95, shape).astype(np.float32) for _ in range(3))
    side, cell = np.sign(drawn(rng, shape)), rng.uniform(0.1, 1.0, (2, 5)).astype(np.float32)
    other, rain = drawn(rng, shape), drawn(rng, (2, 2, 3, 5))
    order = np.array([[0, 1], [1, 2], [0, 2]], np.int32)
    gamma = np.array([0.0, 2.0], np.float32).reshape(2, 1, 1)
    return {
        "inventory": lambda z: losses.inventory_term(z, labels, weights),
        "focal": lambda z: losses.inventory_term(z, labels, weights, gamma),
        "prior": lambda z: losses.prior_term(z, prior, weights),
        "sign": lambda z: losses.sign_term(z, side, weights, -0.2),
        "order": lambda z: losses.order_term(z, order, cell),
        "order_by_cell": lambda z: losses.order_by_cell_term(z, rain, cell),
        "monotone": lambda z: losses.monotone_term(z, other, cell),
    }


@pytest.mark.parametrize("name", pairs_of_terms(np.random.default_rng(0)))
def test_the_slope_of_a_term_is_what_its_sum_changes_by(name):
    rng = np.random.default_rng(3)
    term, z, step = pairs_of_terms(rng)[name], drawn(rng, (2, 3, 5)), 1e-3
    slope = term(z)[1]
    assert np.abs(slope).max() > 0.01
    for place in np.ndindex(z.shape):
        moved = [z.astype(np.float64), z.astype(np.float64)]
        moved[0][place] -= step
        moved[1][place] += step
        low, high = (term(one)[0].astype(np.float64) for one in moved)
        change = (high - low) / (2 * step)
        assert change[place[0]] == pytest.approx(float(slope[place]), abs=2e-3)
        assert change[1 - place[0]] == 0  # no member feels another


@pytest.mark.parametrize(("label", "sign"), [(1.0, -1), (0.0, 1)])
def test_the_inventory_pulls_to_the_label(label, sign):
    loss, slope = gradient(lambda z: losses.inventory_term(z, label * ONE, ONE), 0.3)
    assert loss > 0
    assert np.sign(slope[0, 0]) == sign
    p = 1 / (1 + np.exp(-0.3))
    assert slope[0, 0] == pytest.approx(p - label, abs=1e-6)
    assert gradient(lambda z: losses.inventory_term(z, label * ONE, 0 * ONE), 0.3)[1][0, 0] == 0


def test_the_prior_pulls_to_its_probability_and_is_0_there():
    q = 0.2
    there = np.log(q / (1 - q))
    loss, slope = gradient(lambda z: losses.prior_term(z, q * ONE, ONE), there)
    assert loss == pytest.approx(0, abs=1e-6)
    assert slope[0, 0] == pytest.approx(0, abs=1e-6)
    for logit in (there - 1, there + 1):
        loss, slope = gradient(lambda z: losses.prior_term(z, q * ONE, ONE), logit)
        p = 1 / (1 + np.exp(-logit))
        assert loss == pytest.approx(q * np.log(q / p) + (1 - q) * np.log((1 - q) / (1 - p)), rel=1e-4)
        assert np.sign(slope[0, 0]) == np.sign(logit - there)


@pytest.mark.parametrize(
    ("side", "logit", "sign"), [(1, -2.0, -1), (-1, 0.0, 1), (1, 0.0, 0), (-1, -2.0, 0), (0, -2.0, 0)]
)
def test_the_sign_term_acts_only_on_the_wrong_side(side, logit, sign):
    _, slope = gradient(lambda z: losses.sign_term(z, side * ONE, ONE, -1.0), logit)
    assert np.sign(slope[0, 0]) == sign


def test_the_order_term_lifts_what_falls_and_only_that():
    pairs = np.array([[0, 1], [1, 2]], np.int32)
    loss, slope = gradient(lambda z: losses.order_term(z, pairs, CELL), [0.0, 1.0, 0.5])
    assert loss == pytest.approx(0.25)
    assert slope[0].tolist() == [0.0, 0.5, -0.5]
    assert gradient(lambda z: losses.order_term(z, pairs, CELL), [0.0, 1.0, 1.0])[0] == 0


def block(rng, count=200):
    """Cells of a held-out block with labels and prior in three scenarios, and no side."""
    odds = rng.normal(0, 1.5, (count, 3)).astype(np.float32)
    p = 1 / (1 + np.exp(-odds))
    labels, zeros = (rng.random((count, 3)) < p).astype(np.float32), np.zeros((count, 3), np.float32)
    one = zeros + 1
    inputs = (np.zeros((count, 1), np.float32), np.zeros((count, 1, 1), np.float32))
    return odds, TrainingArrays(
        *inputs, zeros, labels, one, p, one, np.sign(odds), one, one[:, 0], zeros[:, 0], zeros[:, 0], one
    )


@pytest.mark.parametrize("offset", [0.0, -2.0])
def test_the_loss_of_each_cell_is_its_part_of_the_three_terms(offset):
    odds, cells = block(np.random.default_rng(0))
    cells = replace(cells, label_offset=np.full(len(odds), offset, np.float32))
    weights = LossWeights(0.4, 0.7, 0.0, -0.2)
    moved = odds + 1.0
    q = np.clip(cells.prior, 1e-7, 1 - 1e-7)
    entropy = -q * np.log(q) - (1 - q) * np.log(1 - q)
    parts = ("labels", "label_weights", "prior", "prior_weights", "side", "side_weights")
    labels, weighs, prior, known, side, heavy = (getattr(cells, name).T[None] for name in parts)
    whole = losses.inventory_term((moved + offset).T[None], labels, weighs)[0]
    whole = whole + 0.4 * (losses.prior_term(moved.T[None], prior, known)[0] + entropy.sum())
    whole = whole + 0.7 * losses.sign_term(moved.T[None], side, heavy, -0.2)[0]
    assert cell_losses(moved, cells, weights).sum() == pytest.approx(float(whole[0]), rel=1e-5)


@pytest.mark.parametrize("right", [True, False])
def test_a_network_is_kept_only_for_more_than_a_standard_error(right):
    class Network:
        """Adds what the cells miss, or what lowers the loss of a few of them alone."""

        def __init__(self, added):
            self.added = added

        def added_to(self, *_):
            return self.added

    odds, cells = block(np.random.default_rng(1))
    few = np.zeros_like(odds)
    few[:2] = np.array([[2.0], [-0.5]]) * (2 * cells.labels[:2] - 1)
    assert (
        cell_losses(few, cells, LossWeights(0, 0, 0, 0)).sum()
        < cell_losses(0 * few, cells, LossWeights(0, 0, 0, 0)).sum()
    )
    plain = LossWeights(0.0, 0.0, 0.0, 0.0)
    gains = gains_of(Network(odds if right else few), np.zeros(1, np.float32), cells, plain)
    assert earned([gains]) == right


def test_a_gain_that_one_block_cannot_show_is_shown_by_all_of_them_together():
    gains = np.random.default_rng(0).normal(0.02, 0.2, (5, 60))
    alone = [earned([block]) for block in gains]
    assert not all(alone)
    assert earned(list(gains))
    assert not earned([block - 0.02 * 2 for block in gains])
