"""Sets drawn near the accepted ones say what many sets from the whole range say, with fewer of them."""

import numpy as np

from landslide_plugin.core.stability.calibration.acceptance import accept
from landslide_plugin.core.stability.calibration.calibrate import try_nearer
from landslide_plugin.core.stability.calibration.zoom import drawn_near
from tests.support.calibrated_slopes import SPREAD, calibrated, inventory, soil_class


def ridge(sets):
    """Log-likelihood along a narrow ridge across two of three unknowns; the third has no influence."""
    across = sets[:, 0] + sets[:, 1] - 1.0
    along = sets[:, 0] - 0.3
    return -0.5 * ((across / 0.02) ** 2 + (along / 0.15) ** 2)


def ends(found):
    return np.array([(one.low, one.middle, one.high) for one in found.unknowns])


def test_what_is_accepted_does_not_hang_on_how_sets_were_drawn():
    rng = np.random.default_rng(0)
    many = rng.uniform(size=(200_000, 3))
    truth = accept(many, ridge(many), 1.0)
    few = many[:1000]
    near, ratio = drawn_near(accept(few, ridge(few), 1.0), 4096, seed=3)
    found = accept(near, ridge(near), 1.0, ratio)
    assert near.shape == (4096, 3)
    assert ((near >= 0) & (near <= 1)).all()
    assert found.effective > 5 * truth.effective * 4096 / len(many)
    np.testing.assert_allclose(ends(found)[:2], ends(truth)[:2], atol=0.03)
    assert not found.unknowns[2].told
    assert abs(found.interaction()[0, 1] - truth.interaction()[0, 1]) < 0.03


def test_proposals_left_out_of_the_weights_would_be_noticed():
    rng = np.random.default_rng(0)
    few = rng.uniform(size=(1000, 3))
    near, ratio = drawn_near(accept(few, ridge(few), 1.0), 4096, seed=3)
    spoiled = accept(near, ridge(near), 1.0)
    honest = accept(near, ridge(near), 1.0, ratio)
    width = ends(honest)[0, 2] - ends(honest)[0, 0]
    assert ends(spoiled)[0, 2] - ends(spoiled)[0, 0] < 0.85 * width


def test_a_soil_in_which_few_sets_are_accepted_is_tried_again():
    slope, labels, true = inventory(21, 500, (0.3, 0.6, 0.5, 0.4, 0.5))
    soil = soil_class(slope, labels)
    tried, rough = calibrated(soil, 512)
    again = try_nearer(tried, 1.0, 1, spread=SPREAD)[0]
    found = again.accepted(1.0)
    assert found.effective > 5 * rough.effective
    _, many = calibrated(soil, 32768)
    np.testing.assert_allclose(ends(found)[:2], ends(many)[:2], atol=0.12)
    enough = try_nearer([again], 0.01, 1, spread=SPREAD)[0]
    assert enough is again or enough.accepted(0.01).effective > again.accepted(0.01).effective
    assert true[0] == 0.3
