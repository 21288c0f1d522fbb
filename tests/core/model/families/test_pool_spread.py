"""A stacked mean: its spread is over families and members, and the network adds nothing at epoch 0."""

from dataclasses import replace

import numpy as np
import pytest

from landslide_plugin.core.model.bundle.bundle import load_bundle, save_bundle
from landslide_plugin.core.model.families.pool import Part, Pool, mean_probability
from landslide_plugin.core.model.families.prior_column import with_prior
from landslide_plugin.core.types.odds import log_odds, probability_of
from landslide_plugin.core.workflows.mapping.kinds.products import member_statistics
from tests.support.bundle_kinds import kinds
from tools.check.random_bundle import RAIN, random_cells


@pytest.fixture(scope="module")
def stacked():
    line = kinds()["logistic"].ensemble
    deep = replace(kinds()["deep"].ensemble, shift=-1.0)
    moved = [replace(line.linear, intercept=line.linear.intercept + step) for step in (-0.4, 0.4)]
    near = replace(line, bases=tuple(moved), shift=-1.0)
    return replace(
        kinds()["stack"], ensemble=Pool((Part("ensemble", 6.5, deep), Part("logistic", 3.5, near)))
    )


def test_mean_and_variance_are_those_of_votes_within_and_between_families(stacked):
    static, soil = random_cells(60, 2)
    parts = [
        probability_of(p.model.logits(static, soil, RAIN.values)).astype(float)
        for p in stacked.ensemble.parts
    ]
    own, mapped = mean_probability(stacked.ensemble, static, soil, RAIN.values)
    votes, means = np.array([0.65, 0.35]), np.array([part.mean(axis=0) for part in parts])
    np.testing.assert_allclose(own, np.tensordot(votes, means, 1), atol=1e-6)
    np.testing.assert_allclose(mapped, probability_of(log_odds(own, guard=1e-6) - 1.0), atol=1e-9)
    found = stacked.predict(static, soil, RAIN.values)
    np.testing.assert_allclose(found.mean(), mapped, atol=2e-6)
    plain = replace(stacked, ensemble=_without_shift(stacked.ensemble)).predict(static, soil, RAIN.values)
    within = np.array([part.var(axis=0) for part in parts])
    variance = np.tensordot(votes, within + (means - own) ** 2, 1)
    np.testing.assert_allclose(plain.spread(), np.sqrt(variance), atol=2e-5)
    assert np.abs(plain.spread() - np.sqrt(np.tensordot(votes, (means - own) ** 2, 1))).max() > 1e-3


def _without_shift(pool):
    return Pool(tuple(replace(part, model=replace(part.model, shift=0.0)) for part in pool.parts))


def test_agreement_counts_votes_and_not_members():
    p = np.array([[0.9], [0.1], [0.1], [0.1]], np.float32)
    weights = np.array([0.7, 0.1, 0.1, 0.1])
    _, in_class, on_side = member_statistics(p, (0.2, 0.4, 0.6, 0.8), 0.5, weights)
    assert (float(in_class[0]), float(on_side[0])) == pytest.approx((0.0, 0.7))


def test_a_pool_of_members_comes_back_from_its_bundle(stacked, tmp_path):
    save_bundle(stacked, {}, str(tmp_path / "b"))
    found, (static, soil) = load_bundle(str(tmp_path / "b")), random_cells(30, 3)
    before, after = (one.predict(static, soil, RAIN.values) for one in (stacked, found))
    assert np.array_equal(before.probability, after.probability)
    assert np.array_equal(before.weights, after.weights)
    assert found.member_weights.sum() == pytest.approx(1.0)


def test_networks_that_add_nothing_tie_with_their_own_base_to_the_last_bit():
    ensemble = kinds()["deep"].ensemble
    silent = tuple(
        replace(member, weights={name: np.zeros_like(values) for name, values in member.weights.items()})
        for member in ensemble.members
    )
    still, (static, soil) = replace(ensemble, members=silent), random_cells(50, 4)
    epoch_0 = [
        mean_probability(one, static, soil, RAIN.values)[0] for one in (still, still.before_networks())
    ]
    assert np.array_equal(*epoch_0)
    trained = mean_probability(ensemble, static, soil, RAIN.values)[0]
    assert not np.array_equal(trained, epoch_0[1])


def test_the_probability_of_failure_is_an_input_only_where_it_was_assessed():
    static, rain = np.ones((3, 2), np.float32), np.zeros((2, 1), np.float32)
    pf = np.array([[0.2, 0.9], [np.nan, np.nan], [0.0, 1.0]])
    wide, steps = with_prior(static, rain, pf)
    assert wide[:, 2].tolist() == [1.0, 0.0, 1.0]
    np.testing.assert_allclose(steps[0, :, 1], log_odds(pf[0], guard=1e-4), rtol=1e-6)
    assert steps[1, :, 1].tolist() == [0.0, 0.0]
    np.testing.assert_allclose(steps[2, :, 1], [-9.21024, 9.21024], rtol=1e-5)
    assert (with_prior(static, rain, None)[0][:, 2] == 0).all()
