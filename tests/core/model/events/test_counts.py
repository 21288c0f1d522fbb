"""Counts of a year: what storms and years differ by is found again, and intervals hold what they say."""

import numpy as np
import pytest

from landslide_plugin.core.model.events.counts import CountVariance, count_interval, count_variance

ROWS, DRAWS = 25, 120


def drawn_years(rng, years, storms, storm=0.0, shared=0.0, p=0.1):
    """Labels, expected probability, storms and years of rows whose factors have these variances."""
    factor = np.ones((years, storms, 1))
    if storm:
        factor = factor * rng.gamma(1.0 / storm, storm, (years, storms, 1))
    if shared:
        factor = factor * rng.gamma(1.0 / shared, shared, (years, 1, 1))
    chance = np.minimum(p * factor, 1.0) * np.ones((1, 1, ROWS))
    labels = rng.random(chance.shape) < chance
    number = np.arange(years * storms).reshape(years, storms, 1) + np.zeros((1, 1, ROWS), int)
    year = np.arange(years)[:, None, None] + np.zeros((1, storms, ROWS), int)
    return labels.ravel(), np.full(labels.size, p), number.ravel(), year.ravel()


def test_variances_of_storms_and_of_years_are_told_apart():
    rng = np.random.default_rng(0)
    for storm, shared in ((0.0, 0.0), (0.5, 0.0), (0.0, 0.3), (0.5, 0.3)):
        found = count_variance(*drawn_years(rng, 300, 8, storm, shared))
        assert found.storm == pytest.approx(storm, abs=0.12)
        assert found.shared == pytest.approx(shared, abs=0.08)
        assert found.years == pytest.approx(300)


def test_years_shuffled_among_storms_share_nothing():
    rng = np.random.default_rng(1)
    labels, p, storms, years = drawn_years(rng, 200, 8, 0.2, 0.4)
    other = rng.permutation(years[::ROWS])[storms]
    assert count_variance(labels, p, storms, years).shared > 0.25
    assert count_variance(labels, p, storms, other).shared < 0.08


def test_a_storm_a_year_leaves_all_to_the_storms():
    labels, p, storms, years = drawn_years(np.random.default_rng(2), 400, 1, 0.3, 0.2)
    found = count_variance(labels, p, storms, years)
    assert found.shared == 0.0
    assert found.storm == pytest.approx(0.3 + 0.2 + 0.06, abs=0.15)


def test_rows_without_a_probability_are_left_out():
    rng = np.random.default_rng(3)
    labels, p, storms, years = drawn_years(rng, 30, 5, 0.3, 0.2)
    known = years > 3
    without = np.where(known, p, np.nan)
    own = count_variance(labels[known], p[known], storms[known], years[known])
    assert count_variance(labels, without, storms, years) == own


def coverage(given, years=200):
    """How often the count of a year lies inside its interval, by variances that are given."""
    rng = np.random.default_rng(4)
    labels, p, storms, year = drawn_years(rng, years, 6, 0.4, 0.3)
    inside = 0
    for one in range(years):
        here = year == one
        low, high = count_interval(p[here], storms[here], given, seed=one)
        inside += low <= labels[here].sum() <= high
    return inside / years


def test_intervals_by_known_variances_hold_nine_years_in_ten():
    # by chance alone the share of 200 years lies within 0.064 of 0.9 (three standard deviations)
    assert coverage(CountVariance(0.4, 0.3)) == pytest.approx(0.9, abs=0.064)
    # the storms' own variance alone, with all that they share put into it, is too narrow
    assert coverage(CountVariance(0.82, 0.0)) < 0.8


def test_intervals_by_variances_of_nine_other_years_hold_nearly_as_many():
    rng, inside, plugged = np.random.default_rng(5), 0, 0
    for draw in range(DRAWS):
        labels, p, storms, year = drawn_years(rng, 10, 6, 0.4, 0.3)
        here = year == 0
        found = count_variance(labels[~here], p[~here], storms[~here], year[~here])
        count = labels[here].sum()
        low, high = count_interval(p[here], storms[here], found, seed=draw)
        inside += low <= count <= high
        low, high = count_interval(p[here], storms[here], CountVariance(found.storm, found.shared), seed=draw)
        plugged += low <= count <= high
    assert 0.8 <= inside / DRAWS <= 0.97
    assert plugged < inside
