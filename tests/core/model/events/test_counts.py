"""Counts of a year: what storms and years differ by is found again, and intervals hold what they say."""

import numpy as np
import pytest
from scipy.integrate import quad

from landslide_plugin.core.model.events.counts import (
    DEVIATIONS,
    CountBelief,
    conditional_log_odds,
    count_evidence,
    count_interval,
)

ROWS = 25


def logistic(x):
    return 1.0 / (1.0 + np.exp(-x))


def drawn_years(rng, years, storms, storm=0.0, shared=0.0, p=0.1):
    """Labels, expected probability, storms and years of rows whose log odds have terms with these deviations."""
    term = storm * rng.normal(size=(years, storms, 1)) + shared * rng.normal(size=(years, 1, 1))
    logit = conditional_log_odds(np.array([np.log(p / (1.0 - p))]), float(np.hypot(storm, shared)))
    chance = logistic(logit + term) * np.ones((1, 1, ROWS))
    labels = rng.random(chance.shape) < chance
    number = np.arange(years * storms).reshape(years, storms, 1) + np.zeros((1, 1, ROWS), int)
    year = np.arange(years)[:, None, None] + np.zeros((1, storms, ROWS), int)
    return labels.ravel(), np.full(labels.size, p), number.ravel(), year.ravel()


def test_deviations_of_storms_and_of_years_are_told_apart():
    rng = np.random.default_rng(0)
    for storm, shared in ((0.0, 0.0), (1.0, 0.0), (0.0, 0.6), (1.0, 0.6)):
        found = count_evidence(*drawn_years(rng, 60, 8, storm, shared)).belief()
        assert found.storm == pytest.approx(storm, abs=0.2)
        assert found.shared == pytest.approx(shared, abs=0.2)


def test_years_shuffled_among_storms_share_nothing():
    labels, p, storms, years = drawn_years(np.random.default_rng(1), 60, 8, 0.6, 0.8)
    other = np.random.default_rng(1).permutation(years[::ROWS])[storms]
    assert count_evidence(labels, p, storms, years).belief().shared > 0.6
    assert count_evidence(labels, p, storms, other).belief().shared < 0.25


def test_the_likelihood_is_that_of_the_integral():
    p = np.array([0.05, 0.3, 0.3, 0.6, 0.02])
    labels, storms, year = np.array([0, 1, 0, 1, 0]), np.zeros(5, int), np.full(5, 2019)
    found = count_evidence(labels, p, storms, year).log_likelihood[0]
    for own, shared in ((0.6, 0.8), (1.0, 0.0), (0.0, 0.4)):
        whole = float(np.hypot(own, shared))
        logit = conditional_log_odds(np.log(p / (1.0 - p)), whole)

        def density(z, logit=logit, whole=whole):
            chance = logistic(logit + whole * z)
            return np.prod(np.where(labels == 1, chance, 1.0 - chance)) * np.exp(-0.5 * z * z)

        places = [int(np.abs(DEVIATIONS - one).argmin()) for one in (own, shared)]
        wanted = np.log(quad(density, -8.0, 8.0)[0] / np.sqrt(2.0 * np.pi))
        assert found[places[0], places[1]] == pytest.approx(wanted, abs=0.01)


def test_rows_without_a_probability_are_left_out():
    labels, p, storms, years = drawn_years(np.random.default_rng(3), 30, 5, 0.6, 0.4)
    known = years > 3
    own = count_evidence(labels[known], p[known], storms[known], years[known])
    assert np.array_equal(
        count_evidence(labels, np.where(known, p, np.nan), storms, years).belief().weights,
        own.belief().weights,
    )


def test_a_year_takes_no_part_in_what_is_believed_of_it():
    labels, p, storms, years = drawn_years(np.random.default_rng(6), 6, 8, 0.6, 0.0)
    turned = np.where(years == 2, ~labels, labels)
    own, other = (count_evidence(one, p, storms, years) for one in (labels, turned))
    assert np.array_equal(own.belief(2).weights, other.belief(2).weights)
    assert not np.allclose(own.belief().weights, other.belief().weights)


def inside(belief_of, seed, years=200, tries=1):
    """How often the count of a year lies inside its interval."""
    rng, held = np.random.default_rng(seed), []
    for _ in range(tries):
        labels, p, storms, year = drawn_years(rng, years, 6, 1.0, 0.4)
        belief = belief_of(count_evidence(labels, p, storms, year)) if tries > 1 else belief_of(None)
        for one in range(years if tries == 1 else 1):
            here = year == one
            low, high = count_interval(p[here], storms[here], belief, seed=one)
            held.append(low <= labels[here].sum() <= high)
    return float(np.mean(held))


def test_intervals_by_known_deviations_hold_nine_years_in_ten():
    # by chance alone the share of 200 years lies within 0.064 of 0.9 (three standard deviations)
    assert inside(lambda _: CountBelief.certain(1.0, 0.4), 4) == pytest.approx(0.915, abs=0.064)
    assert inside(lambda _: CountBelief.certain(0.0, 0.0), 4) < 0.75


def test_intervals_by_nine_other_years_hold_as_many():
    share = inside(lambda evidence: evidence.belief(0), 5, years=10, tries=30)
    assert share > 0.76


def test_fewer_years_know_less_and_none_are_known_to_be_alike():
    labels, p, storms, years = drawn_years(np.random.default_rng(7), 20, 6, 0.6, 0.0)
    many, few = count_evidence(labels, p, storms, years), years < 3
    three = count_evidence(labels[few], p[few], storms[few], years[few])
    assert 0.0 < many.belief().shared < 0.5 * three.belief().shared
    here = years == 0
    wide, narrow = (count_interval(p[here], storms[here], one.belief(0)) for one in (three, many))
    assert wide[1] - wide[0] > narrow[1] - narrow[0]
