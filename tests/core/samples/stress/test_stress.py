"""Moves, missing landslides and sizes against what they must be."""

import numpy as np
import pytest

from landslide_plugin.core.samples.stress.altered import (
    distances_to_lines,
    steps_of_landslides,
    without_share,
)
from landslide_plugin.core.samples.stress.frequency_area import frequency_area


@pytest.mark.parametrize("metres", [0.0, 5.0, 25.0, 400.0])
def test_landslides_move_whole_and_as_far_as_asked_for(metres):
    groups = np.repeat(np.arange(4000), 2)
    rng = np.random.default_rng(2)
    down, right = steps_of_landslides(groups, metres, (10.0, 20.0), rng)
    assert (down[::2] == down[1::2]).all()
    assert (right[::2] == right[1::2]).all()
    moved = np.column_stack([10.0 * down, 20.0 * right])[::2]
    np.testing.assert_allclose(moved.mean(axis=0), 0, atol=0.05 * metres + 0.01 * (metres > 0))
    if metres > 100:
        np.testing.assert_allclose(np.hypot(*moved.T), metres, atol=25)
    else:
        assert np.abs(moved).max() <= metres + 20 * (metres > 0)


def test_the_smallest_are_missing_first_and_equal_ones_by_chance():
    groups, area = np.repeat(np.arange(10), 3), np.repeat(np.arange(10.0), 3)
    keep = without_share(groups, 0.3, area, np.random.default_rng(0))
    np.testing.assert_array_equal(np.unique(groups[~keep]), [0, 1, 2])
    alike = [without_share(groups, 0.5, np.zeros(30), np.random.default_rng(seed)) for seed in range(40)]
    assert all(keep.sum() == 15 for keep in alike)
    share = np.mean(alike, axis=0)
    assert 0.2 < share.min() < share.max() < 0.8
    assert without_share(groups, 0.0, area, np.random.default_rng(0)).all()


def test_distances_are_those_to_the_nearest_point_of_a_line():
    lines = np.array([[0.0, 0.0, 10.0, 0.0], [20.0, -5.0, 20.0, 5.0]])
    places = np.array([[5.0, 4.0], [-3.0, 4.0], [17.0, 0.0], [20.0, 9.0]])
    assert distances_to_lines(places, lines).tolist() == [4.0, 5.0, 3.0, 4.0]


def test_a_density_sums_to_one_and_rolls_over_where_it_was_made_to():
    rng = np.random.default_rng(1)
    # Inverse gamma (Malamud et al. 2004): its mode is scale / (shape + 1), its tail falls with shape + 1.
    areas = 2000.0 / rng.gamma(1.4, size=20000)
    found = frequency_area(areas)
    edges = 10.0 ** (np.log10(found.area_m2)[:, None] + np.array([-0.1, 0.1]))
    assert (found.density * np.diff(edges, axis=1)[:, 0]).sum() == pytest.approx(1.0, rel=1e-6)
    assert found.rollover_m2 == pytest.approx(2000 / 2.4, rel=0.3)
    assert found.rolls_over
    assert found.exponent == pytest.approx(2.4, abs=0.2)
    assert found.counts.sum() == 20000


def test_a_pure_power_law_does_not_roll_over():
    found = frequency_area(100.0 * (1.0 - np.random.default_rng(3).random(3000)) ** (-1 / 1.5))
    assert not found.rolls_over
    assert found.exponent == pytest.approx(2.5, abs=0.1)


def test_equal_areas_have_no_tail():
    assert np.isnan(frequency_area(np.full(40, 900.0)).exponent)
