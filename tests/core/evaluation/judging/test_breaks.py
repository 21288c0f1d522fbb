"""Natural breaks are the best of all, and densities by class are counted right."""

from itertools import combinations

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.evaluation.judging.breaks import natural_breaks
from landslide_plugin.core.evaluation.judging.density import density, density_by_area
from landslide_plugin.core.evaluation.judging.tally import Ranks


def squares(x, w, starts):
    edges = [0, *starts, len(x)]
    spent = 0.0
    for first, stop in zip(edges, edges[1:]):
        part, weight = x[first:stop], w[first:stop]
        spent += (weight * (part - np.average(part, weights=weight)) ** 2).sum()
    return spent


@pytest.mark.parametrize("seed", range(5))
def test_no_other_breaks_are_better(seed):
    rng = np.random.default_rng(seed)
    x, w = np.sort(rng.gamma(1.0, size=14)), rng.integers(1, 50, 14)
    found = natural_breaks(x, w, 5)
    best = min(squares(x, w, starts) for starts in combinations(range(1, 14), 4))
    assert squares(x, w, found) == pytest.approx(best)


def test_clusters_are_found_and_empty_bins_passed_over():
    x, w = np.arange(12.0), np.array([5, 5, 0, 0, 7, 7, 0, 0, 0, 0, 9, 9])
    assert natural_breaks(x, w, 3) == (4, 10)


def test_too_few_values_are_refused():
    with pytest.raises(InputError, match="2 distinct values"):
        natural_breaks(np.arange(4.0), np.array([1, 0, 0, 1]), 3)


def test_density_rises_or_is_told_to_fall():
    rising = density(["a", "b", "c"], [50, 30, 20], [1, 3, 6])
    assert [row.ratio for row in rising.rows] == pytest.approx([0.2, 1.0, 3.0])
    assert rising.falls == ()
    assert density(["a", "b", "c"], [50, 0, 50], [3, 0, 1]).falls == ("c has 0.50 times the mean, a 1.50",)


def test_equal_areas_share_ties_by_area():
    """A constant map has the same density everywhere."""
    found = density_by_area(Ranks(np.array([0.5]), np.array([10]), np.array([0, 90, 0])))
    assert [row.ratio for row in found.rows] == pytest.approx([1.0] * 5)
