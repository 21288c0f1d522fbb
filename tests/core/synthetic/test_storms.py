"""The area of ten storms: its law, its rain and its samples."""

import numpy as np
import pytest

from landslide_plugin.core.synthetic.storms import ten_storms
from landslide_plugin.core.synthetic.storms.law import landslide_probability, rain_features
from landslide_plugin.core.synthetic.storms.rain import AFTER_H, WINDOW_H


@pytest.fixture(scope="module")
def area():
    return ten_storms()


def test_the_same_seed_gives_the_same_area(area):
    again, other = ten_storms(), ten_storms(7)
    assert np.array_equal(area.rain_mm, again.rain_mm)
    assert np.array_equal(area.landslides, again.landslides)
    assert np.array_equal(area.samples.rows, again.samples.rows)
    assert not np.array_equal(area.rain_mm, other.rain_mm)


def test_landslides_are_as_many_as_the_law_says(area):
    expected = area.probability.sum(dtype=float)
    deviation = np.sqrt((area.probability * (1.0 - area.probability)).sum(dtype=float))
    assert abs(area.landslides.sum() - expected) < 4 * deviation
    assert expected > 300  # enough to learn from


def test_chance_of_a_cell_by_hand(area):
    storm, row, col = 5, 117, 42
    rain_row, rain_col = area.rain_grid.cell_of(*area.grid.centre_of(row, col))
    rain = area.rain_mm[storm, -AFTER_H - WINDOW_H : -AFTER_H, rain_row, rain_col].astype(float)
    total, largest = rain.sum(), max(rain[i : i + 3].sum() for i in range(len(rain) - 2))
    slope, cover = area.factors.values[1, row, col], area.factors.values[2, row, col]
    logit = -13.3 + 0.11 * slope + {1: 0.0, 2: 1.1, 3: 0.5}[int(cover)] + 0.020 * total + 0.050 * largest
    assert area.probability[storm, row, col] == pytest.approx(1.0 / (1.0 + np.exp(-logit)), rel=1e-5)


def test_neither_sum_nor_intensity_tells_the_whole_rain(area):
    features = np.array([rain_features(area.window(storm)) for storm in range(10)])
    total, largest = (np.median(feature, axis=(1, 2)) for feature in (features[:, 0], features[:, 1]))
    assert abs(np.corrcoef(total, largest)[0, 1]) < 0.8


def test_stable_samples_stand_for_all_that_stayed(area):
    samples = area.samples
    assert area.landslides[samples.storm, samples.rows, samples.cols].tolist() == samples.landslide.tolist()
    assert samples.landslide.sum() == area.landslides.sum()
    weights = 1.0 / samples.sampled_share
    for storm in range(10):
        assert weights[samples.storm == storm].sum() == pytest.approx(area.grid.size)


def test_more_rain_and_steeper_ground_never_lower_the_chance():
    slope = np.linspace(0, 60, 61)
    chance = landslide_probability(slope, np.ones(61, int), 100.0, 30.0)
    assert (np.diff(chance) >= 0).all()
    assert landslide_probability(slope, np.ones(61, int), 101.0, 30.0).min() > 0
    assert (landslide_probability(slope, np.ones(61, int), 100.0, 31.0) > chance).all()
