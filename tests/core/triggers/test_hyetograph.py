"""Storm shapes and what turns gauge rain into the rain of a place."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.triggers.adjust import areal_factor, interval_factor
from landslide_plugin.core.triggers.hyetograph import (
    SHAPES,
    alternating,
    chicago,
    depths_between,
    read_hyetographs,
    shares_of,
)
from landslide_plugin.core.triggers.idf import IntensityFormula

RAIN = IntensityFormula(600.0, 0.2, 10.0, 0.75)


def depth(hours):
    return RAIN.intensity_mm_h(50.0, hours) * hours


@given(st.sampled_from(SHAPES), st.integers(1, 48), st.floats(0, 1))
@settings(max_examples=60)
def test_every_shape_keeps_the_storms_depth(shape, blocks, peak):
    shares = shares_of(shape, float(blocks), 1.0, depth, series=[1.0, 0.0, 2.0], peak_share=peak)
    assert (shares >= 0).all()
    assert shares.sum() == pytest.approx(1.0)


@pytest.mark.parametrize("peak", [0.25, 0.5, 0.75])
def test_around_the_peak_of_a_chicago_storm_falls_the_depth_of_each_duration(peak):
    hours, step = 24.0, 0.25
    shares = chicago(hours, step, depth, peak) * depth(hours)
    gathered = np.concatenate([[0.0], np.cumsum(shares)])
    for length in (4.0, 8.0, 20.0):
        first, last = peak * (hours - length) / step, (peak * hours + (1 - peak) * length) / step
        assert gathered[round(last)] - gathered[round(first)] == pytest.approx(depth(length), rel=1e-9)


def test_the_heaviest_run_of_alternating_blocks_is_the_depth_of_its_duration():
    shares = alternating(24.0, 1.0, depth) * depth(24.0)
    for blocks in range(1, 25):
        runs = np.convolve(shares, np.ones(blocks), "valid")
        assert runs.max() == pytest.approx(depth(float(blocks)))


def test_one_duration_tells_no_shape_and_a_step_must_divide_the_storm():
    with pytest.raises(InputError, match="depths of several durations, and one is given"):
        depths_between([24.0], [100.0])
    with pytest.raises(InputError, match="cannot be cut into blocks of 7 h"):
        shares_of("uniform", 24.0, 7.0, depth)
    with pytest.raises(InputError, match="not all of them 0"):
        shares_of("series", 24.0, 1.0, depth, series=[0.0])


def test_depths_between_meet_the_given_ones():
    between = depths_between([24.0, 1.0, 6.0], [120.0, 30.0, 70.0])
    assert [between(hours) for hours in (1.0, 6.0, 24.0)] == pytest.approx([30.0, 70.0, 120.0])


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ([{"T10": "1"}], "no column T50"),
        ([], "no column T10, T50"),
        ([{"T10": "1", "T50": "x"}], "not a number"),
        ([{"T10": "1", "T50": "-1"}], "at least 0"),
    ],
)
def test_bad_hyetographs_are_refused(cells, words):
    with pytest.raises(InputError, match=words):
        read_hyetographs(cells, ["T10", "T50"], "storms.csv")


def test_factors_fade_where_they_should():
    factors = [interval_factor(n) for n in (1.0, 2.0, 4.0, 24.0, 1e6)]
    assert factors[0] == pytest.approx(1.13)
    assert (np.diff(factors) < 0).all()
    assert factors[-1] == pytest.approx(1.0, abs=1e-6)
    with pytest.raises(InputError, match="1 or more"):
        interval_factor(0.5)
    assert areal_factor(0.0, 1.0) == 1.0
    assert (np.diff([areal_factor(area, 6.0) for area in (0, 10, 100, 1000)]) < 0).all()
    assert (np.diff([areal_factor(100.0, hours) for hours in (1, 6, 24)]) > 0).all()
