"""Accepted ranges hold the truth as often as they say, whatever the samples were and however many tell the same."""

from dataclasses import replace

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.stability.calibration.acceptance import accept, resampled
from landslide_plugin.core.stability.calibration.calibrate import (
    Tried,
    best_estimate,
    held_out,
    likeliest_residuals,
)
from landslide_plugin.core.stability.calibration.chances import (
    blocks_of_chances,
    chances_of_failure,
)
from landslide_plugin.core.stability.calibration.evidence import sampling_offset
from landslide_plugin.core.stability.calibration.unknowns import Unknown
from landslide_plugin.core.stability.probability import Points, point_share
from tests.support.calibrated_slopes import (
    COHESION,
    CONDUCTIVITY,
    FRICTION,
    SPREAD,
    TABLE,
    UNKNOWNS,
    calibrated,
    ground_on,
    inventory,
    soil_class,
)


def test_ranges_hold_the_truth_and_are_narrower_where_a_value_matters():
    truths, inside, widths, told = 50, np.zeros(5), np.zeros(5), np.zeros(5)
    for seed in range(truths):
        slope, labels, true = inventory(1000 + seed, 160)
        _, found = calibrated(soil_class(slope, labels), 1024, seed=seed)
        ends = np.array([(one.low, one.high) for one in found.unknowns])
        inside += (ends[:, 0] <= true) & (true <= ends[:, 1])
        widths += (ends[:, 1] - ends[:, 0]) / truths
        told += [one.told for one in found.unknowns]
    matter = [COHESION, FRICTION]
    assert 0.80 <= inside[matter].sum() / (len(matter) * truths) <= 0.97
    assert (widths[matter] < 0.82).all()  # 0.9 of the range if they told nothing
    assert (told[matter] > truths / 2).all()
    assert told[CONDUCTIVITY] <= 1  # one in a hundred by chance
    assert widths[CONDUCTIVITY] > 0.98
    assert inside[CONDUCTIVITY] >= truths - 1


def test_how_samples_were_drawn_shifts_no_range():
    truth = (0.9, 0.8, 0.5, 0.3, 0.3)
    slope, labels, _ = inventory(3, 8000, truth)
    share = float(labels.mean())
    assert 0.01 < share < 0.2
    sets = np.tile(truth, (64, 1))
    sets[:, COHESION] = (np.arange(64) + 0.5) / 64  # the other values are known

    def middle(stable_a_landslide, corrected):
        some = int(min(stable_a_landslide * labels.sum(), (~labels).sum()))
        drawn = np.random.default_rng(5).choice(np.flatnonzero(~labels), some, replace=False)
        chosen = np.concatenate([np.flatnonzero(labels), drawn])
        offset = sampling_offset(labels.sum(), some, share) if corrected else 0.0
        soil = soil_class(slope[chosen], labels[chosen], offset=offset)
        chances = chances_of_failure(soil.ground_of, sets, soil.cells, SPREAD)
        scores = soil.evidence.scores(chances, 1)[:, 0]
        return accept(sets[:, :1], scores, 1.0).unknowns[0].middle

    assert abs(middle(1, True) - middle(6, True)) < 0.04
    assert abs(middle(1, True) - truth[COHESION]) < 0.08
    assert middle(1, False) < middle(1, True) - 0.15


def test_samples_that_tell_the_same_four_times_tell_it_once():
    slope, labels, _ = inventory(7, 100)
    _, once = calibrated(soil_class(slope, labels), 512)
    _, tempered = calibrated(soil_class(np.repeat(slope, 4), np.repeat(labels, 4)), 512, tempering=0.25)
    np.testing.assert_allclose(tempered.weights, once.weights, rtol=1e-4)
    _, bold = calibrated(soil_class(np.repeat(slope, 4), np.repeat(labels, 4)), 512)
    assert bold.effective < 0.7 * once.effective


def test_a_landslide_of_several_cells_has_one_vote():
    slope, labels, _ = inventory(7, 60)
    _, once = calibrated(soil_class(slope, labels), 256)
    many = np.repeat(np.arange(60), np.where(labels, 3, 1))
    weights = np.where(labels[many], 1 / 3, 1.0)
    _, split = calibrated(soil_class(slope[many], labels[many], weights=weights), 256)
    np.testing.assert_allclose(split.weights, once.weights, rtol=1e-5)


def test_a_fold_does_not_tell_of_itself():
    slope, labels, _ = inventory(9, 90)
    folds = np.arange(90) % 3
    turned = np.where(folds == 1, ~labels, labels)
    found = []
    for some in (labels, turned):
        tried, _ = calibrated(soil_class(slope, some, folds), 256)
        found.append(held_out(tried, 1.0, 90, SPREAD, seed=1))
    np.testing.assert_array_equal(found[0].after[folds == 1], found[1].after[folds == 1])
    assert not np.allclose(found[0].after[folds == 0], found[1].after[folds == 0])
    np.testing.assert_array_equal(found[0].before, found[1].before)
    table = chances_of_failure(ground_on(slope), TABLE, np.arange(90), SPREAD)[0]
    np.testing.assert_allclose(found[0].before, np.clip(table, 1e-4, 1 - 1e-4), rtol=1e-4)


def test_calibrated_probabilities_fit_ground_held_out_better_than_the_range():
    slope, labels, _ = inventory(11, 300, (0.1, 0.2, 0.5, 0.7, 0.8))
    tried, _ = calibrated(soil_class(slope, labels, np.arange(300) % 5), 1024)
    held = held_out(tried, 1.0, 300, SPREAD, seed=1)

    def loss(chance):
        return -np.log(np.where(labels, chance, 1 - chance)).mean()

    assert loss(held.after) < loss(held.prior) - 0.02


def test_the_best_estimate_leaves_untold_values_to_the_table_and_is_nearly_the_likeliest():
    slope, labels, _ = inventory(2, 200, (0.5, 0.6, 0.5, 0.5, 0.5))
    tried, found = calibrated(soil_class(slope, labels), 1024)
    best = best_estimate(tried[0], found, 1.0, SPREAD, seed=1)
    told = np.array([one.told for one in found.unknowns])
    assert not told[CONDUCTIVITY]
    np.testing.assert_array_equal(np.isnan(best), ~told)
    soil = tried[0].soil
    chance = chances_of_failure(soil.ground_of, best[None], soil.cells, SPREAD)
    assert soil.evidence.scores(chance, 1)[0, 0] > found.scores.max() - 3.0
    nothing = accept(tried[0].sets, np.zeros(len(tried[0].sets)), 1.0)
    assert np.isnan(best_estimate(tried[0], nothing, 1.0, SPREAD, seed=1)).all()


def test_residuals_are_those_of_the_likeliest_set():
    slope, labels, _ = inventory(4, 80)
    tried, _ = calibrated(soil_class(slope, labels), 256)
    one: Tried = tried[0]
    best = one.sets[[int(one.total.argmax())]]
    chance = chances_of_failure(one.soil.ground_of, best, np.arange(80), SPREAD)[0]
    found = likeliest_residuals(tried, 81, SPREAD)
    np.testing.assert_allclose(found[:80], labels - np.clip(chance, 1e-4, 1 - 1e-4), atol=1e-6)
    assert np.isnan(found[80])


def test_blocks_change_nothing_and_are_the_estimate_of_the_map():
    slope = np.linspace(12, 45, 30)
    sets = np.random.default_rng(0).uniform(size=(20, 5))
    cells = np.arange(30)
    whole = chances_of_failure(ground_on(slope), sets, cells, SPREAD)
    parts = np.concatenate(
        [chance for _, chance in blocks_of_chances(ground_on(slope), sets, cells, SPREAD, block_pairs=70)]
    )
    np.testing.assert_allclose(parts, whole, atol=1e-7)
    ground = ground_on(slope)(sets, cells)
    runs = Points.of(ground.slope, ground.soil, ground.water, SPREAD).runs(0, 0.1).probability
    share = point_share(ground.slope, ground.soil, ground.water, 0, 0.1, spread=SPREAD)
    np.testing.assert_allclose(share, runs, atol=2e-5)
    uncertain = replace(SPREAD, soil_depth_cov=0.3, strength_correlation=-0.4)
    runs = Points.of(ground.slope, ground.soil, ground.water, uncertain).runs(0, 0.0).probability
    share = point_share(ground.slope, ground.soil, ground.water, 0, 0.0, spread=uncertain)
    np.testing.assert_allclose(share, runs, atol=2e-5)


def test_sets_crowd_at_the_end_of_a_range_that_is_too_narrow():
    even = np.linspace(0, 1, 2001)[:, None]
    assert accept(even, -0.5 * ((even[:, 0] - 1.1) / 0.1) ** 2, 1.0).unknowns[0].end == "high"
    assert accept(even, -0.5 * ((even[:, 0] - 0.5) / 0.1) ** 2, 1.0).unknowns[0].end == ""
    one = accept(even, np.zeros(2001), 1.0).unknowns[0]
    assert (one.low, one.high, one.told) == (0.0, 1.0, False)


def test_sets_drawn_by_weight_come_from_the_whole_range():
    from landslide_plugin.core.stability.calibration.unknowns import drawn_sets

    sets = drawn_sets(UNKNOWNS, 4096, seed=1)
    some = sets[resampled(np.full(4096, 1 / 4096), 64, seed=2)]
    assert (np.ptp(some, axis=0) > 0.9).all()


@pytest.mark.parametrize(
    ("name", "low", "high", "log", "words"),
    [
        ("friction_deg", (40.0,), (30.0,), False, "friction_deg ranges from 40 to 30; each range must rise"),
        ("conductivity_m_s", (0.0,), (1.0,), True, "allowed: above 0"),
        ("cohesion_kpa", (1.0, 2.0), (3.0,), False, "each range must rise"),
    ],
)
def test_ranges_that_cannot_be_are_refused(name, low, high, log, words):
    with pytest.raises(InputError, match=words):
        Unknown(name, low, high, log)


def test_one_kind_of_sample_gives_no_likelihood():
    with pytest.raises(InputError, match="both kinds must be there"):
        sampling_offset(5, 0, 0.1)
