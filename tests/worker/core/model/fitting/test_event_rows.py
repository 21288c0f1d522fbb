"""Storms with triggers of their own: each row is learnt at what it had, and the map asks the scenario table alone."""

from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("sklearn")

from landslide_plugin.core.model.fitting.families import fit_family
from landslide_plugin.core.model.fitting.labels import at_columns, known_of
from landslide_plugin.core.model.fitting.preparation import prepare
from landslide_plugin.core.model.fitting.prior import fit_scale
from landslide_plugin.core.model.validation.fold_models import own_and_mapped
from landslide_plugin.core.types.odds import probability_of
from tests.support.small_world import quick, with_events, world


def own_rain(count=400, **options):
    data = with_events(
        world(count=count, soil=False, **options), np.random.default_rng(0).choice([10.0, 50.0], count)
    )
    rain = np.random.default_rng(1).uniform(10, 90, (count, 1))
    return replace(data, event_triggers=rain)


def test_own_triggers_are_one_more_column_and_the_only_one_with_a_weight():
    data = own_rain()
    known = known_of(data)
    assert known.weights.sum(axis=0).tolist() == [0, 0, 0, 400]
    learnt = data.triggers_learnt()
    np.testing.assert_array_equal(learnt[:, 3], data.event_triggers)
    np.testing.assert_array_equal(learnt[5, :3], data.triggers())
    pf = at_columns(data.cells.prior_pf, data, own=True)
    for row, period in enumerate(data.event_period_yr):
        assert pf[row, 3] == data.cells.prior_pf[row, 0 if period == 10 else 1]
    assert np.isnan(at_columns(data.cells.prior_pf, data, own=False)[:, 3]).all()


def test_the_slope_of_the_rain_is_that_of_the_rows_own_rain():
    data = own_rain(count=4000, prior=False)
    rng = np.random.default_rng(2)
    logit = -4 + 0.06 * data.event_triggers[:, 0]
    data = replace(data, labels=(rng.random(4000) < probability_of(logit)).astype(np.int8))
    model = fit_family("logistic", prepare(data, quick(architecture="plain")), 1.0, 0)
    low, _, high = model.logits(data.cells.static[:7], None, data.triggers())[0].T
    np.testing.assert_allclose((high - low) / (80.0 - 20.0), 0.06, rtol=0.15)


def test_class_weights_change_no_odds_of_dated_rows():
    data = own_rain(count=4000, prior=False)
    labels = (np.random.default_rng(3).random(4000) < 0.05).astype(np.int8)
    data = replace(data, labels=labels)
    plain, even = (
        fit_family("logistic", prepare(data, quick(architecture="plain", class_weight=weight)), 1.0, 0)
        for weight in ("none", "balanced")
    )
    means = [
        m.probability(data.cells.static, None, data.event_triggers[:, None]).mean() for m in (plain, even)
    ]
    np.testing.assert_allclose(means, 0.05, rtol=0.2)
    assert plain.shift == even.shift == 0.0


def test_the_scale_of_a_prior_is_without_the_odds_of_the_sampling():
    rng = np.random.default_rng(4)
    logit = rng.normal(-3, 1.5, 60_000)
    slid = rng.random(logit.size) < probability_of(logit)
    kept = slid | (rng.random(logit.size) < 0.05)
    pf, labels = probability_of(logit[kept])[:, None].astype("f4"), slid[kept].astype(float)[:, None]
    scale = fit_scale(pf, labels, np.ones_like(labels), np.full(len(labels), -np.log(0.05)))
    assert scale.slope == pytest.approx(1.0, abs=0.08)
    assert scale.shift == pytest.approx(0.0, abs=0.15)


@pytest.mark.parametrize("own", [True, False])
def test_rows_are_judged_at_their_own_storm_and_mapped_at_the_reference_scenario(own):
    data = replace(own_rain(), reference=2)
    data = data if own else replace(data, event_triggers=None)
    model = fit_family("logistic", prepare(data, quick(architecture="plain")), 1.0, 0)
    model = replace(model, linear=replace(model.linear, triggers=np.array([0.7])))
    judged, mapped = own_and_mapped(model, data)
    rain = data.event_triggers if own else np.where(data.event_period_yr == 10, 20.0, 50.0)[:, None]
    for found, steps in ((judged, rain), (mapped, np.full((400, 1), 80.0))):
        logits = model.logits(data.cells.static, None, steps[:, None])[0, :, 0]
        np.testing.assert_allclose(found, probability_of(logits.astype(float)), atol=1e-6)
