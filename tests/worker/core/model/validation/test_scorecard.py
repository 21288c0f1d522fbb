"""Paired differences of scores over folds."""

import numpy as np
import pytest

from landslide_plugin.core.evaluation import corrected_interval
from landslide_plugin.core.model.validation.held_out import HeldOut
from landslide_plugin.core.model.validation.scorecard import COUNTS, fold_summary, paired_difference


def held_out(*aurocs):
    return HeldOut(np.zeros((1, 4)), np.zeros((1, 4)), tuple({"auroc": value} for value in aurocs))


def test_an_interval_of_two_folds_stays_within_what_areas_can_differ_by():
    found = paired_difference(held_out(0.9, 0.6), held_out(0.6, 0.7), 5)
    assert found["mean"] == pytest.approx(0.1)
    assert (found["low"], found["high"]) == (-1.0, 1.0)
    assert found["verdict"] == "no difference shown"


def test_an_interval_of_many_folds_is_that_of_the_differences():
    one, other = [0.80, 0.82, 0.85, 0.81, 0.84], [0.78, 0.81, 0.80, 0.80, 0.79]
    found = paired_difference(held_out(*one), held_out(*other), 5)
    wanted = corrected_interval(np.subtract(one, other).tolist(), 0.2)
    assert (found["mean"], found["low"], found["high"]) == pytest.approx(wanted)


def test_one_fold_tells_no_difference():
    assert paired_difference(held_out(0.8), held_out(0.7), 5) is None


def test_the_interval_of_a_score_stays_within_what_an_area_can_be():
    none = np.zeros((1, 2))
    folds = tuple({"auroc": a, **dict.fromkeys(COUNTS, 1.0)} for a in (0.99, 0.6))
    found = fold_summary(HeldOut(none, none, folds), folds=2)
    assert found["auroc_low"] == 0.0
    assert found["auroc_high"] == 1.0
