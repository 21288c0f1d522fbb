"""The minutes a study says it will take: near what studies took, more for more work, told by step."""

import pytest

from landslide_plugin.core.quantities.presets.study import PRESETS, Preset
from landslide_plugin.core.workflows.study.estimate import Estimate, StudySize, estimate, slowness

MEASURED_S = {
    ("rbsf", "standard", True): 17.8,
    ("rbsf", "quick", True): 9.4,
    ("andes", "standard", True): 35.3,
    ("andes", "quick", True): 7.5,
    ("balakot", "standard", True): 92.6,
    ("balakot", "quick", True): 18.2,
    ("rbsf", "standard", False): 4.0,
    ("balakot", "standard", False): 19.0,
}
"""Seconds on two cores with nothing beside them, as ``benchmarks/bench/study.py`` took them."""

SIZES = {"rbsf": (158_945, 175, 175), "andes": (1500, 115, 1385), "balakot": (408_044, 2642, 0)}


def size(area="rbsf", preset="standard", environment=True, **more):
    cells, landslides, stable = SIZES[area]
    given = {"cells": cells, "landslides": landslides, "stable": stable, **more}
    return StudySize(preset=PRESETS[preset], environment=environment, **given)


@pytest.mark.parametrize("case", MEASURED_S)
def test_it_is_within_a_factor_of_two_of_what_was_measured(case):
    area, preset, environment = case
    assert 0.5 < estimate(size(area, preset, environment)).seconds / MEASURED_S[case] < 2.0


@pytest.mark.parametrize(
    ("settings", "seconds"), [({"cv_repeats": 1}, 31.0), ({"cv_members": 1}, 51.0)], ids=["demo", "tutorial"]
)
def test_a_training_with_physics_is_within_a_factor_of_two_too(settings, seconds):
    preset = Preset(settings={"random_cv": "no", **settings})
    cells, landslides, stable = SIZES["andes"]
    found = estimate(StudySize(cells, landslides, stable, preset, environment=True, physics=True))
    assert 0.5 < found.steps["model"] / seconds < 2.0


@pytest.mark.parametrize(
    "more", [{"cells": 10_000_000}, {"landslides": 5000}, {"stable": 9000}, {"physics": True}]
)
def test_more_work_takes_longer(more):
    assert estimate(size(**more)).seconds > estimate(size()).seconds


def test_presets_stand_in_the_order_of_their_work():
    quick, standard, thorough = (estimate(size(preset=word)).seconds for word in PRESETS)
    assert quick < 0.5 * standard
    assert standard < 0.6 * thorough


def test_networks_are_counted_as_the_preset_has_them():
    # folds, repeats, members of each; the final ones: random folds train none
    assert size().networks == 5 * 1 * 2 + 5
    assert size(preset="thorough").networks == 5 * 3 * 3 + 10
    assert size(preset="quick").networks == size(environment=False).networks == 0


def test_every_repeat_of_spatial_folds_is_counted_and_one_of_random_ones():
    folds = 5
    assert size().fits == folds * (5 + 1)
    assert size(preset="thorough").fits == folds * (10 + 1)
    assert size(preset="quick").fits == folds * 1


def test_a_busy_machine_takes_as_many_times_longer():
    assert estimate(size(), 3.0).seconds == pytest.approx(3.0 * estimate(size()).seconds)
    assert slowness() > 0.1


def test_steps_fill_the_progress():
    shares = list(estimate(size(physics=True)).shares().values())
    assert shares[0][0] == 0.0
    assert shares[-1][1] == pytest.approx(1.0)
    assert all(end == begin for (_, end), (begin, _) in zip(shares, shares[1:]))


def test_half_a_minute_is_a_minute_in_words():
    assert Estimate({"model": 30.0}).words().startswith("About 1 minute in all")
