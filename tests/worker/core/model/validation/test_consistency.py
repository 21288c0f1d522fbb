"""How often a model goes against the factor of safety, by matched ranks."""

import numpy as np
import pytest

from landslide_plugin.core.model.validation.consistency import consistency, violation_rate

RNG = np.random.default_rng(5)
FS = RNG.uniform(0.6, 2.0, 4000).astype("f4")
NOISE = RNG.normal(size=4000).astype("f4")
RAIN = np.array([[1.0]])


def ranked(agreement):
    """P that follows -FS the closer the larger ``agreement`` is."""
    return 1.0 / (1.0 + np.exp(4.0 * agreement * (FS - 1.2) + NOISE))


def test_violations_fall_as_model_and_physics_come_to_agree():
    found = [violation_rate(ranked(agreement), FS) for agreement in (0.0, 0.3, 1.0, 3.0, 9.0)]
    assert found == sorted(found, reverse=True)
    assert found[0] == pytest.approx((FS >= 1).mean(), abs=0.05)
    assert found[-1] < 0.05


def test_the_share_of_landslides_does_not_enter():
    p = ranked(1.0)
    rare = 0.01 * p / (1.0 - 0.99 * p)
    assert violation_rate(rare, FS) == violation_rate(p, FS) > 0


def test_perfect_and_opposite_order():
    assert violation_rate(-FS, FS) == 0.0
    few = np.array([0.9, 0.95, 1.5, 1.6, 1.7, 1.8], "f4")
    assert violation_rate(few, few) == 1.0


def test_ties_share_the_last_places_whatever_their_order():
    fs = np.array([0.8, 0.9, 1.1, 1.2], "f4")
    p = np.array([0.5, 0.9, 0.5, 0.5], "f4")
    # one place is sure, the other is shared by three of whom one is unstable
    assert violation_rate(p, fs) == pytest.approx(1.0 - (1.0 + 1.0 / 3.0) / 2.0)
    turn = np.array([3, 1, 0, 2])
    assert violation_rate(p[turn], fs[turn]) == violation_rate(p, fs)


@pytest.mark.parametrize("fs", [[0.8, 0.9, 0.7], [1.2, 1.5, 1.0]])
def test_nothing_can_be_violated_where_all_stand_on_one_side(fs):
    assert violation_rate(np.array([0.1, 0.2, 0.3], "f4"), np.array(fs, "f4")) is None


def test_cells_that_physics_did_not_assess_are_left_out():
    fs = np.where(NOISE > 1.0, np.nan, FS)[:, None]
    known = np.isfinite(fs[:, 0])
    found = consistency(ranked(1.0)[:, None], fs, RAIN)
    assert found.violation_rate == violation_rate(ranked(1.0)[known], FS[known])
    assert found.to_dict()["violation_by"] == "matched ranks"
