"""What is computed from probabilities, against closed forms."""

import numpy as np
import pytest

from landslide_plugin.core.workflows.mapping.kinds.products import (
    CONSISTENCY_COLOURS,
    consistency_classes,
    crossing_return_period,
    entropy_parts,
)

PERIODS = (5.0, 20.0, 100.0, 500.0)


def test_entropy_parts_of_members_that_disagree():
    total, aleatoric, epistemic = entropy_parts(np.array([[0.0], [0.5]], "f4"))
    right = -(0.25 * np.log2(0.25) + 0.75 * np.log2(0.75))
    assert (total[0], aleatoric[0]) == (pytest.approx(right), 0.5)
    assert epistemic[0] == pytest.approx(right - 0.5)


@pytest.mark.parametrize(("threshold", "crossing"), [(0.2, 1), (0.5, 2), (0.85, 2), (0.99, 3)])
def test_the_crossing_of_what_is_linear_in_the_logarithm_of_the_period(threshold, crossing):
    p = (np.log(PERIODS) / np.log(600))[:, None].astype("f4")
    period, how = crossing_return_period(p, PERIODS, threshold)
    assert how[0] == crossing
    right = {1: PERIODS[0], 2: 600**threshold, 3: np.nan}[crossing]
    assert period[0] == pytest.approx(right, rel=1e-5, nan_ok=True)


def test_a_factor_of_safety_of_one_is_stable_and_what_is_barely_below_is_not():
    safety = np.array([1.0, 1.05, np.nextafter(np.float32(1), np.float32(0))], "f4")
    assert consistency_classes(np.full(3, 0.5, "f4"), safety, 0.5).tolist() == [3, 3, 2]


def test_ground_that_physics_did_not_assess_is_in_no_class_of_model_against_physics():
    p, fs = np.array([0.1, 0.9, np.nan], "f4"), np.full(3, np.nan, "f4")
    assert consistency_classes(p, fs, 0.5).tolist() == [5, 5, 0]
    assert "ot assessed" in CONSISTENCY_COLOURS[5][0]
