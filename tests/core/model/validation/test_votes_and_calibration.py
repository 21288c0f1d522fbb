"""Votes are drawn half-way to equal; calibration is applied only where held-out log loss falls for sure."""

import numpy as np
import pytest

from landslide_plugin.core.model.validation.gated_calibration import gated_calibration
from landslide_plugin.core.model.validation.held_out import HeldOut, judged
from landslide_plugin.core.model.validation.partitions import Partition
from landslide_plugin.core.model.validation.references import CONSTANT, SLOPE, doubts_of, map_doubt
from landslide_plugin.core.model.validation.scorecard import paired_difference
from landslide_plugin.core.model.validation.votes import choose_votes, half_way, stack_votes
from landslide_plugin.core.types.odds import probability_of


def drawn(count=3000, folds=5, level=0.0, slope=1.0, seed=0):
    rng = np.random.default_rng(seed)
    logit, fold = rng.normal(0, 1.5, count), np.arange(count) % folds
    shift = level * (fold - (folds - 1) / 2)
    labels = (rng.random(count) < probability_of(slope * logit + shift)).astype(np.int8)
    return labels, probability_of(logit)[None], [Partition(fold, tuple(range(folds)))]


def test_odds_that_are_too_extreme_are_calibrated():
    labels, p, parts = drawn(slope=0.4)
    found = gated_calibration(labels, parts, p, "platt")
    assert found.applied is not None
    assert found.gain > found.error > 0
    slope = (found.applied.y[1] - found.applied.y[0]) / 2
    assert slope == pytest.approx(0.4, abs=0.05)
    assert found.applied.apply(p[0]).mean() == pytest.approx(labels.mean(), abs=0.005)


def test_levels_that_shift_from_fold_to_fold_are_not_taken_for_slope():
    labels, p, parts = drawn(level=1.2)
    found = gated_calibration(labels, parts, p, "platt")
    assert found.applied is None
    assert np.array_equal(found.stored, p)


def test_a_gain_that_may_be_chance_is_no_reason_to_calibrate():
    labels, p, parts = drawn(count=600, slope=0.9, seed=5)
    found = gated_calibration(labels, parts, p, "platt")
    assert 0 < found.gain < found.error
    assert found.applied is None
    assert np.array_equal(found.stored, p)


def test_repeats_of_the_same_folds_make_no_gain_surer():
    """Folds drawn anew hold the same landslides: the error of ten repeats is that of one."""
    labels, p, parts = drawn(count=600, slope=0.9, seed=5)
    once = gated_calibration(labels, parts, p, "platt")
    often = gated_calibration(labels, parts * 10, np.repeat(p, 10, axis=0), "platt")
    assert often.gain == pytest.approx(once.gain)
    assert often.error == pytest.approx(once.error * np.sqrt(10 * 4 / 49))
    assert often.applied is None


def test_a_held_out_fold_never_sets_its_own_calibration():
    labels, p, parts = drawn(slope=0.4)
    flipped = np.where(parts[0].folds == 2, 1 - labels, labels)
    one, other = (gated_calibration(truth, parts, p, "platt").after[0] for truth in (labels, flipped))
    inside = parts[0].folds == 2
    assert np.array_equal(one[inside], other[inside])
    assert not np.array_equal(one[~inside], other[~inside])


def test_row_weights_move_the_votes():
    labels = np.tile([0, 1], 100).astype(np.int8)
    early = np.arange(200) < 100
    good, bad = np.where(labels, 0.9, 0.1), np.where(labels, 0.4, 0.6)
    held_out = {"a": np.where(early, good, bad), "b": np.where(early, bad, good)}
    votes = choose_votes(labels, held_out, weights=np.where(early, 10.0, 1.0))
    assert votes["a"] > votes["b"]
    assert choose_votes(labels, held_out) == {"a": 5.0, "b": 5.0}
    drawn_half = stack_votes(labels, held_out, np.arange(200) % 4, np.where(early, 10.0, 1.0))
    assert drawn_half == half_way(votes)


def scored(aurocs, counts):
    folds = tuple({"auroc": a, "landslides": n, "stable": n} for a, n in zip(aurocs, counts))
    return HeldOut(np.zeros((1, 2)), np.zeros((1, 2)), folds)


def test_a_fold_with_many_landslides_counts_more():
    pair = paired_difference(scored([0.9, 0.5], [90, 10]), scored([0.8, 0.8], [90, 10]), 2)
    assert pair["mean"] == pytest.approx(0.9 * 0.1 - 0.1 * 0.3)


def test_what_is_not_beaten_goes_on_the_map_and_what_is_not_shown_does_not():
    worse, wide = {"mean": -0.03, "low": -0.06, "high": 0.01}, {"mean": 0.03, "low": -0.01, "high": 0.07}
    found = doubts_of({SLOPE: worse, CONSTANT: wide})
    assert [doubt.beaten for doubt in found] == [True, False]
    assert "does not beat slope alone" in map_doubt(found)
    assert "is not shown to beat a constant" in found[1].sentence()
    assert map_doubt(doubts_of({CONSTANT: wide})) is None
    assert doubts_of({SLOPE: {"mean": 0.03, "low": 0.01, "high": 0.05}}) == []


def test_a_fold_beside_which_none_is_held_out_is_cut_at_the_share_of_its_training():
    labels, folds = np.array([1, 0, 0, 1, 1, 0, 0, 0], np.int8), np.repeat([0, 1], 4)
    p = np.array([[0.3, 0.1, 0.35, 0.15, *[np.nan] * 4]])
    part = Partition(folds, (0,))
    (alike,) = judged(labels, [part], p).fold_scores
    assert (alike["true_positive"], alike["false_positive"]) == (1, 1)
    rare = np.where(labels > 0, 0.1, 1.0)
    (weighed,) = judged(labels, [part], p, weights=rare).fold_scores
    assert (weighed["true_positive"], weighed["false_positive"]) == (2, 2)
    assert weighed["auroc"] == alike["auroc"]
