"""A few coalitions tell what all of them would: exactly where effects add up, closely where pairs of groups meet."""

from itertools import permutations

import numpy as np
import pytest

from landslide_plugin.core.model.explain.coalitions import PREDICTIONS, exact_shares, mixed, plan_coalitions

GROUPS, STARTS, CELLS = 5, 8, 64


def game(pairs, seed=0, used=GROUPS):
    """Worth (starts, coalitions, cells) of a sum of effects and of products of pairs of them."""
    rng = np.random.default_rng(seed)
    ground, slopes = rng.normal(size=(STARTS, GROUPS)), rng.normal(size=GROUPS)
    slopes[used:] = 0.0
    meet = pairs * np.triu(rng.normal(size=(GROUPS, GROUPS)), 1) * np.outer(slopes != 0, slopes != 0)
    cells = ground[mixed(GROUPS, STARTS, CELLS), np.arange(GROUPS)[:, None]]
    joined = np.arange(1 << GROUPS)[:, None] >> np.arange(GROUPS) & 1
    inputs = np.where(joined[None, :, :, None], cells[None, None], ground[:, None, :, None])
    return np.einsum("scgn,g->scn", inputs, slopes) + np.einsum("scgn,gh,schn->scn", inputs, meet, inputs)


def test_exact_shares_are_the_mean_over_all_orders():
    values = np.random.default_rng(1).normal(size=(16, 3))
    told = np.zeros((4, 3))
    for order in permutations(range(4)):
        coalition = 0
        for group in order:
            told[group] += (values[coalition | 1 << group] - values[coalition]) / 24
            coalition |= 1 << group
    np.testing.assert_allclose(exact_shares(values), told, atol=1e-12)


@pytest.mark.parametrize("pairs", [0.0, 0.3, 3.0])
def test_shares_sum_to_the_distance_from_the_mean_start_whatever_the_model(pairs):
    values = game(pairs)
    plan = plan_coalitions(values)
    whole = plan.weights.sum(axis=0)
    np.testing.assert_allclose(whole[0], -values[:, 0].mean(), atol=1e-9)
    np.testing.assert_allclose(whole[1], 1.0, atol=1e-9)
    np.testing.assert_allclose(whole[2:], 0.0, atol=1e-9)
    assert plan.cost <= PREDICTIONS


def test_where_effects_add_up_a_prediction_a_group_is_exact():
    plan = plan_coalitions(game(0.0))
    assert plan.cost == GROUPS
    assert plan.error < 1e-9


def test_where_pairs_meet_a_few_coalitions_come_close_and_more_of_them_closer():
    values = game(0.3)
    spread = np.std([exact_shares(each) for each in values])
    ten, five = plan_coalitions(values), plan_coalitions(values, most=5)
    assert five.cost == 5
    assert ten.error < five.error < spread
    assert 0.0 < ten.error < 0.1 * spread


def test_a_group_that_changes_nothing_gets_exactly_nothing():
    plan = plan_coalitions(game(0.3, used=3))
    assert not plan.weights[3:].any()
    assert plan.weights[:3].any()
    assert all(max(each.joined) < 3 for each in plan.asked)


def test_a_model_that_never_changes_gives_nothing_at_all():
    plan = plan_coalitions(np.full((STARTS, 1 << GROUPS, CELLS), 0.25))
    assert plan.asked == ()
    np.testing.assert_array_equal(plan.shares(np.full(4, 0.25), []), np.zeros((GROUPS, 4)))


@pytest.mark.parametrize("starts", [1, 2])
@pytest.mark.parametrize("groups", [1, 2, 3])
def test_no_coalition_is_asked_for_twice_nor_one_that_tells_nothing(groups, starts):
    for seed in range(20):
        values = np.random.default_rng(seed).normal(size=(starts, 1 << groups, 48))
        plan = plan_coalitions(values)
        assert len(set(plan.asked)) == len(plan.asked) <= starts * ((1 << groups) - 2)
        assert np.abs(plan.weights[:, 2:]).max(axis=0, initial=1.0).min(initial=1.0) > 0.0
