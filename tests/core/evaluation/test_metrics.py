"""Scores against hand calculation and their own invariances."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.evaluation import (
    area_under,
    auroc,
    best_threshold,
    corrected_interval,
    roc_curve_points,
    scores,
    success_rate_curve,
    thinned,
)


def sample(seed, count=60):
    rng = np.random.default_rng(seed)
    labels = np.append([0, 1], rng.integers(0, 2, count))
    return labels, np.round(rng.random(count + 2), 2)


@given(st.integers(0, 2**32 - 1))
def test_auroc_counts_pairs_and_halves_ties(seed):
    labels, p = sample(seed)
    slide, stable = p[labels == 1][:, None], p[labels == 0][None]
    assert auroc(labels, p) == pytest.approx(((slide > stable) + 0.5 * (slide == stable)).mean())


@given(st.integers(0, 2**32 - 1))
def test_auroc_of_the_contrary_adds_up_to_1_and_order_does_not_matter(seed):
    labels, p = sample(seed)
    assert auroc(labels, p) + auroc(labels, 1 - p) == pytest.approx(1)
    order = np.random.default_rng(seed).permutation(len(p))
    assert auroc(labels[order], p[order]) == auroc(labels, p)


@given(st.integers(0, 2**32 - 1))
def test_no_other_threshold_has_a_larger_youden_index(seed):
    labels, p = sample(seed)

    def youden(threshold):
        return (p[labels == 1] >= threshold).mean() - (p[labels == 0] >= threshold).mean()

    assert youden(best_threshold(labels, p)) == pytest.approx(max(youden(t) for t in np.unique(p)))


@given(st.integers(0, 2**32 - 1))
def test_curves_rise_from_corner_to_corner(seed):
    labels, p = sample(seed)
    for x, y in (roc_curve_points(labels, p), success_rate_curve(labels, p)):
        assert (x[0], y[0], x[-1], y[-1]) == (0, 0, 1, 1)
        assert (np.diff(x) >= 0).all()
        assert (np.diff(y) >= 0).all()


def test_success_rate_area_follows_from_auroc():
    labels, p = sample(3)
    share = labels.mean()
    expected = share / 2 + (1 - share) * auroc(labels, p)
    assert area_under(*success_rate_curve(labels, p)) == pytest.approx(expected)


def test_weights_stretch_the_area_axis():
    area, found = success_rate_curve(np.array([1, 0]), np.array([0.9, 0.1]), np.array([1.0, 99.0]))
    assert area.tolist() == [0.0, 0.01, 1.0]
    assert found.tolist() == [0.0, 1.0, 1.0]


def test_scores_by_hand():
    labels, p = np.array([1, 1, 1, 0, 0, 0, 0, 0]), np.array([0.9, 0.7, 0.2, 0.8, 0.3, 0.2, 0.1, 0.1])
    found = scores(labels, p, 0.5)  # 2 hits, 1 miss, 1 false alarm, 4 true stable
    assert found["f1"] == pytest.approx(4 / 6)
    assert found["mcc"] == pytest.approx((2 * 4 - 1 * 1) / np.sqrt(3 * 3 * 5 * 5))
    assert found["brier"] == pytest.approx(np.mean([0.01, 0.09, 0.64, 0.64, 0.09, 0.04, 0.01, 0.01]))
    assert scores(labels, p, 0.95)["mcc"] == 0.0


def test_corrected_interval_by_hand():
    values = [0.01, 0.03, -0.01, 0.02, 0.05]
    mean, low, high = corrected_interval(values, test_share=0.2)
    half = 2.7764451052 * np.sqrt(np.var(values, ddof=1) * (1 / 5 + 0.2 / 0.8))
    assert (mean, low, high) == pytest.approx((0.02, 0.02 - half, 0.02 + half), abs=1e-12)


def test_corrected_interval_is_wider_than_the_naive_one_and_hardly_shrinks_with_repeats():
    values = np.random.default_rng(0).normal(0.1, 0.05, 20)
    _, low, high = corrected_interval(values, 0.2)
    _, low_5, high_5 = corrected_interval(np.tile(values, 5), 0.2)
    naive = 2 * 2.093 * values.std(ddof=1) / np.sqrt(20)
    assert high - low > 2 * naive
    assert high_5 - low_5 > 0.8 * (high - low)


def test_one_class_and_missing_values_are_refused():
    with pytest.raises(InputError, match="only one class"):
        auroc(np.ones(3), np.array([0.1, 0.2, 0.3]))
    with pytest.raises(InputError, match="not finite"):
        auroc(np.array([0, 1]), np.array([0.1, np.nan]))
    with pytest.raises(InputError, match="at least 2"):
        corrected_interval([0.1], 0.2)


def test_a_thinned_curve_keeps_its_ends():
    x, y = thinned(np.linspace(0, 1, 5000), np.linspace(0, 1, 5000) ** 2, 50)
    assert len(x) == 50
    assert (x[0], y[0], x[-1], y[-1]) == (0, 0, 1, 1)
