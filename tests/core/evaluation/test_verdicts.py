"""What paired differences over folds allow one to say."""

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.evaluation.metrics import corrected_interval
from landslide_plugin.core.evaluation.verdicts import (
    NONE_SHOWN,
    VERDICTS,
    folds_to_show,
    paired_figures,
    reach,
    sentence,
    verdict,
    verdict_of,
)

SHAPE = np.array([-1.0, -0.5, 0.0, 0.5, 1.0])


def test_every_verdict_follows_from_its_intervals():
    half, half_80 = (corrected_interval(SHAPE.tolist(), 0.2, level)[2] for level in (0.95, 0.8))
    between = (half + half_80) / 2
    found = [
        paired_figures((SHAPE + mean).tolist(), 0.2)["verdict"]
        for mean in (1.1 * half, between, 0.9 * half_80, -between, -1.1 * half)
    ]
    assert tuple(found) == VERDICTS


def test_signs_turn_the_verdict_round():
    one = paired_figures((0.01 * SHAPE + 0.01).tolist(), 0.2)
    other = paired_figures((-0.01 * SHAPE - 0.01).tolist(), 0.2)
    assert one["verdict"].replace("better", "worse") == other["verdict"] != NONE_SHOWN
    assert (one["low"], one["low_80"]) == pytest.approx((-other["high"], -other["high_80"]))


def test_a_loss_of_0_022_that_the_inner_interval_tells_from_zero_is_no_missing_gain():
    found = paired_figures([-0.022 + 0.02 * value for value in SHAPE], 0.2)
    assert found["low"] < 0 < found["high"]
    assert found["verdict"] == "probably worse"


def test_pairs_of_older_bundles_are_judged_by_what_they_hold():
    old = {"mean": 0.02, "low": -0.01, "high": 0.05, "verdict": "no gain shown"}
    assert verdict_of(old) == verdict(-0.01, 0.05) == NONE_SHOWN
    assert reach(old) == ""
    assert sentence("forest_minus_logistic", old).endswith("+0.0500): no gain shown")


def test_the_number_of_folds_is_the_first_that_shows_the_difference():
    spread = float(np.std([0.02, 0.03, 0.01, 0.02, 0.02], ddof=1))
    needed = folds_to_show(spread, 0.2)
    shape = np.resize([-1.0, 1.0], needed) * spread

    def half(count):
        values = shape[:count] - shape[:count].mean()
        values *= spread / values.std(ddof=1)
        return corrected_interval(values.tolist(), 0.2)[2]

    assert half(needed) <= 0.01 < half(needed - 1)


def test_no_number_of_folds_is_promised_where_shared_training_data_hides_the_difference():
    found = paired_figures((0.05 * SHAPE).tolist(), 0.2)
    assert found["folds_for_0.01"] is None
    assert "times the landslides" in reach(found)
    assert folds_to_show(0.0, 0.2) == 2


def test_ends_stay_within_what_areas_can_differ_by():
    found = paired_figures([0.3, -0.1], 0.2)
    assert (found["low"], found["high"]) == (-1.0, 1.0)
    assert found["mean"] == pytest.approx(0.1)
    assert found["shows"] > 1


def test_one_fold_is_refused():
    with pytest.raises(InputError, match="at least 2 finite folds"):
        paired_figures([0.1], 0.2)
