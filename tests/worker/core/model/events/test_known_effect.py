"""The effect of rain by the law of the ten storms is found again in what models say, and not where rain is shuffled."""

from dataclasses import replace

import numpy as np
import pytest

from landslide_plugin.core.model.events.held_out import Recipe, fit_all
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.synthetic.storms import ten_storms
from landslide_plugin.core.synthetic.storms.law import PER_DEGREE, PER_MM_3H, PER_MM_TOTAL, rain_features
from landslide_plugin.core.types.odds import log_odds
from tests.support.storm_rows import law_columns, storm_rows

PAIR = Recipe(("logistic", "additive"), season=False)
"""The mean of two families with equal votes."""
TRUTH = np.array([PER_DEGREE, PER_MM_TOTAL, PER_MM_3H])


def effects(learnt_from, asked):
    """What the log odds gain by slope, total rain and the largest three hours, as shares of what they gain by law."""
    model, rows = fit_all(learnt_from, PAIR, SILENT), asked.rows
    logit = log_odds(model.probability(rows.static, rows.rain_mm, rows.day_of_year), guard=1e-9)
    return np.linalg.lstsq(law_columns(asked), logit, rcond=None)[0][-3:] / TRUTH


def shuffled(samples, seed):
    """The samples with the rain of each storm taken from another one."""
    rng = np.random.default_rng(seed)
    order = rng.permutation(np.unique(samples.storms))
    source = dict(zip(order, np.roll(order, 1)))
    place = np.array(
        [rng.choice(np.flatnonzero(samples.storms == source[storm])) for storm in samples.storms]
    )
    return replace(samples, rows=replace(samples.rows, rain_mm=samples.rows.rain_mm[place]))


@pytest.fixture(scope="module", params=[1, 2, 3])
def area_samples(request):
    return storm_rows(ten_storms(request.param))


def test_the_effect_of_rain_is_found_again(area_samples):
    slope, total, largest = effects(area_samples, area_samples)
    assert total == pytest.approx(1.0, abs=0.25)
    assert largest == pytest.approx(1.0, abs=0.25)
    assert slope == pytest.approx(1.0, abs=0.25)


def test_it_is_not_found_in_the_rain_of_other_storms(area_samples):
    spoiled = shuffled(area_samples, seed=0)
    assert not np.array_equal(spoiled.rows.rain_mm, area_samples.rows.rain_mm)
    slope, total, largest = effects(spoiled, area_samples)
    assert total < 0.5
    assert largest < 0.5
    assert slope > 0.75


def test_the_law_itself_has_its_own_effects():
    samples = storm_rows(ten_storms(1))
    total, largest = rain_features(samples.rows.rain_mm.T)
    logit = (
        PER_DEGREE * np.minimum(samples.rows.static[:, 0], 45.0) + PER_MM_TOTAL * total + PER_MM_3H * largest
    )
    found = np.linalg.lstsq(law_columns(samples), logit, rcond=None)[0][-3:] / TRUTH
    assert found == pytest.approx(1.0, abs=1e-4)
