"""The factors written when the user chooses nothing: none says what another says."""

import numpy as np
import pytest
from scipy.ndimage import gaussian_filter

from landslide_plugin.core.evaluation.collinearity import HIGH_CORRELATION, collinearity
from landslide_plugin.core.samples.encoding import Encoder
from landslide_plugin.core.terrain import CATALOGUE, DEFAULT_FACTORS, terrain_factors


@pytest.fixture(scope="module")
def hills():
    """Ridges of several sizes with a flat that rain has filled, as on real ground."""
    rng = np.random.default_rng(7)
    heights = sum(size**1.2 * 8.0 * gaussian_filter(rng.normal(size=(120, 150)), size) for size in (3, 6, 12))
    return np.maximum(heights, np.quantile(heights, 0.1)) + 1e-4 * rng.normal(size=heights.shape)


def said(heights, names):
    found = terrain_factors(heights, 10.0, 10.0, names)
    table = np.column_stack([found[name].ravel() for name in names])
    table = table[np.isfinite(table).all(axis=1)]
    encoder = Encoder.fit(table, [CATALOGUE[name].spec for name in names])
    return collinearity(encoder.transform(table), encoder.columns)["pairs"]


def test_no_two_default_factors_say_the_same(hills):
    assert said(hills, DEFAULT_FACTORS) == []


def test_slope_and_ruggedness_do(hills):
    (pair,) = said(hills, ("slope", "twi", "tri"))
    assert set(pair[:2]) == {"slope", "tri"}
    assert pair[2] > HIGH_CORRELATION


def test_tangential_curvature_has_no_such_tails_as_plan_curvature(hills):
    found = terrain_factors(hills, 10.0, 10.0, ("plan_curvature", "tangential_curvature"))
    largest = {name: float(np.nanmax(np.abs(values)) / np.nanstd(values)) for name, values in found.items()}
    assert largest["tangential_curvature"] < 12 < largest["plan_curvature"]


def test_what_left_the_default_can_still_be_chosen():
    left = {"plan_curvature", "tri", "flow_accumulation"}
    assert left <= set(CATALOGUE)
    assert not left & set(DEFAULT_FACTORS)
