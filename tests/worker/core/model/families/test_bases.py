"""Bases: curves of soil layers, several bases at once, regression over scenarios, the prior's scale, the tilt."""

from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("base_attentive")

from hypothesis import given, settings
from hypothesis import strategies as st

from landslide_plugin.core.errors import BundleError
from landslide_plugin.core.model.families.additive import AdditivePart, fit_additive_part, logits_together
from landslide_plugin.core.model.families.labelled_rows import LabelledRows
from landslide_plugin.core.model.families.linear import ridge_logistic, scenario_logistic
from landslide_plugin.core.model.fitting import ensemble as fitting
from landslide_plugin.core.model.fitting.base_choice import candidates, losses_on
from landslide_plugin.core.model.fitting.lambda_search import loss_of_base
from landslide_plugin.core.model.fitting.preparation import fit_base, prepare
from landslide_plugin.core.model.fitting.prior import PriorScale, fit_scale
from landslide_plugin.core.model.network import assignments
from landslide_plugin.core.model.network.extra_terms import STEP, ExtraTerms
from landslide_plugin.core.model.network.tilt import with_tilt
from landslide_plugin.core.progress import SILENT
from tests.support.small_world import RAIN, quick, world

NO_RAIN = np.zeros((1, 0), np.float32)


def soil_rows(count=400, seed=0):
    """Two layers of opposite value, so that their mean over depth says nothing, and labels that follow a curve."""
    rng = np.random.default_rng(seed)
    upper = rng.normal(size=(count, 1, 2)).astype(np.float32)
    profile = np.concatenate([upper, -upper], axis=1)
    p = 1 / (1 + np.exp(-(2 * np.abs(upper[:, 0, 0]) - 1)))
    static = np.zeros((count, 0), np.float32)
    return static, profile, (rng.random(count) < p).astype(np.float64)[:, None]


@pytest.mark.parametrize(("prior_weight", "ridge"), [(1e9, 1.0), (10.0, 2.0), (2.0, 6.0)])
def test_a_layer_s_curve_is_a_factor_s_with_a_ridge_that_the_prior_s_weight_sets(prior_weight, ridge):
    static, profile, labels = soil_rows()
    weights = np.ones_like(labels)
    ours = fit_additive_part(LabelledRows(static, profile, NO_RAIN, labels, weights), 1.0, prior_weight)
    flat, nothing = profile.reshape(len(profile), -1), np.zeros((len(profile), 1, 1), np.float32)
    same = fit_additive_part(LabelledRows(flat, nothing, NO_RAIN, labels, weights), ridge)
    np.testing.assert_allclose(ours.heights, same.heights, atol=1e-5)
    found = ours.logit(static, profile, NO_RAIN)
    np.testing.assert_allclose(found, same.logit(flat, nothing, NO_RAIN), atol=1e-4)
    assert np.ptp(found) > 1


def test_without_a_prior_the_soil_counts_by_its_mean_alone():
    static, profile, labels = soil_rows()
    part = fit_additive_part(LabelledRows(static, profile, NO_RAIN, labels, np.ones_like(labels)), 1.0)
    assert part.layers == 0
    assert not len(part.columns)
    assert np.ptp(part.logit(static, profile, NO_RAIN)) < 1e-6


def test_a_prior_that_no_cell_has_gives_no_curves_of_layers():
    data = world(count=200, prior=False)
    base = prepare(data, quick(architecture="residual_additive", physics_lambda=5.0)).base.linear
    with_prior = prepare(
        world(count=200), quick(architecture="residual_additive", physics_lambda=5.0)
    ).base.linear
    assert base.layers == 0
    assert with_prior.layers == 3
    assert with_prior.columns.max() >= len(with_prior.linear.factors) > base.columns.max()


def test_curves_of_layers_are_stored_whole_and_checked_against_the_soil():
    static, profile, labels = soil_rows()
    rows = LabelledRows(static, profile, NO_RAIN, labels, np.ones_like(labels))
    part = fit_additive_part(rows, 1.0, 5.0)
    again = AdditivePart.from_dict(part.to_dict())
    assert np.array_equal(again.logit(static, profile, NO_RAIN), part.logit(static, profile, NO_RAIN))
    for spoiled in ({"layers": 1}, {"layers": -4}, {"layers": "many"}):
        with pytest.raises(BundleError, match="stored additive part is damaged"):
            AdditivePart.from_dict({**part.to_dict(), **spoiled})
    older = {key: value for key, value in part.to_dict().items() if key != "layers"}
    with pytest.raises(BundleError, match="do not fit"):
        AdditivePart.from_dict(older)


def test_bases_together_equal_each_alone_to_the_last_bit():
    static, profile, labels = soil_rows()
    rows = LabelledRows(static, profile, NO_RAIN, labels, np.ones_like(labels))
    one = fit_additive_part(rows, 1.0, 5.0)
    drawn = replace(rows, weights=np.random.default_rng(0).random(labels.shape))
    like = fit_additive_part(drawn, 1.0, 5.0, one)
    few = LabelledRows(static[:50], profile[:50], NO_RAIN, labels[:50], np.ones((50, 1)))
    other = fit_additive_part(few, 1.0, 5.0)
    for parts in ([one, like], [one, other, like]):
        found = logits_together(parts, static, profile, NO_RAIN)
        for got, part in zip(found, parts):
            assert np.array_equal(got, part.logit(static, profile, NO_RAIN))
            assert np.array_equal(got[7:9], part.logit(static[7:9], profile[7:9], NO_RAIN))


@settings(max_examples=20)
@given(st.integers(0, 10**6), st.booleans())
def test_scenarios_side_by_side_are_the_rows_of_one_regression(seed, own):
    rng = np.random.default_rng(seed)
    cells, (n, s) = rng.normal(size=(30, 3)), (30, 4)
    steps = rng.normal(size=(n, s, 2) if own else (s, 2))
    labels, weights = rng.random((n, s)), rng.random((n, s)) * (rng.random((n, s)) < 0.7)
    found = scenario_logistic(cells, steps, labels, weights, 0.5, around=0.3)
    every = np.broadcast_to(steps, (n, s, 2))
    rows = np.concatenate([np.repeat(cells[:, None], s, axis=1), every], axis=2).reshape(n * s, 5)
    flat = ridge_logistic(rows, labels.ravel(), 0.5, weights.ravel(), 0.3)
    np.testing.assert_allclose(found, flat, atol=1e-7)
    p = 1 / (1 + np.exp(-(rows @ flat[:-1] + flat[-1])))
    slope = rows.T @ (weights.ravel() * (p - labels.ravel())) + 0.5 * (flat[:-1] - 0.3)
    assert np.abs(slope).max() < 1e-4


def test_a_few_landslides_in_order_of_pf_do_not_make_the_prior_certain():
    pf = np.linspace(0.05, 0.95, 40)[:, None].astype(np.float32)
    labels = (pf > 0.7).astype(np.float64)
    scale = fit_scale(pf, labels, np.ones_like(labels))
    assert 1.0 < scale.slope < 3.0
    assert scale.probability(pf).mean() == pytest.approx(labels.mean(), abs=1e-6)


def test_a_prior_that_means_what_it_says_stays_as_it_is():
    pf = np.linspace(0.05, 0.95, 12)[:, None].astype(np.float32)
    scale = fit_scale(pf, pf.astype(np.float64), np.ones(pf.shape))
    assert (scale.slope, scale.shift) == (pytest.approx(1.0, abs=1e-5), pytest.approx(0.0, abs=1e-5))


@pytest.mark.parametrize("slope", [0.3, 2.0])
def test_many_landslides_override_the_scale_s_first_guess(slope):
    rng = np.random.default_rng(1)
    pf = rng.uniform(0.01, 0.99, (20_000, 1)).astype(np.float32)
    labels = (rng.random(pf.shape) < PriorScale(slope, -0.4).probability(pf)).astype(np.float64)
    scale = fit_scale(pf, labels, np.ones_like(labels))
    assert scale.slope == pytest.approx(slope, rel=0.1)
    assert scale.shift == pytest.approx(-0.4, abs=0.1)


def test_landslides_against_the_prior_still_set_its_slope_to_0():
    pf = np.linspace(0.05, 0.95, 40)[:, None].astype(np.float32)
    assert fit_scale(pf, (pf < 0.5).astype(np.float64), np.ones(pf.shape)).slope == 0.0


@pytest.mark.parametrize("architecture", ["residual", "residual_additive"])
def test_the_tilt_is_what_the_base_itself_says_of_the_weaker_cell(architecture):
    data = world(count=200)
    prepared = prepare(data, quick(architecture=architecture, physics_lambda=5.0))
    base, columns = prepared.base.linear, len(prepared.base.encoder.columns)
    terms = ExtraTerms((0.0,) * columns, (-1.0, -1.0))
    found = with_tilt(prepared.samples, base, prepared.triggers, terms)
    static, profile = found.static, found.profile
    for trigger in (RAIN.values[:1], RAIN.values[2:]):
        steps = prepared.base.trigger_scaler.transform(trigger)
        change = base.logit(static, profile - np.float32(STEP), steps) - base.logit(static, profile, steps)
        np.testing.assert_allclose(found.tilt, change[:, 0], atol=1e-5)
    assert found.tilt.mean() > 0.1
    assert np.ptp(found.tilt) < 1e-5 or architecture == "residual_additive"


def test_cells_that_tell_when_to_stop_are_no_cells_to_learn_from(monkeypatch):
    told = {}

    class Stopped(Exception):
        pass

    def noted(network, seeds, lessons, plan, progress):
        lesson = lessons[0]
        told.update(train=lesson.train, extra=lesson.extra, held_out=lesson.held_out)
        raise Stopped

    monkeypatch.setattr(assignments, "fit_members", noted)
    data = world(count=200, extra=400)
    with pytest.raises(Stopped):
        fitting.fit_ensemble(data, quick(physics_lambda=1.0), 1, fitting.Workshop(), SILENT)
    slopes = [set(told[name].static[:, 0].tolist()) for name in ("train", "extra", "held_out")]
    assert not slopes[2] & (slopes[0] | slopes[1])
    assert sum(len(told[name]) for name in told) == 600
    assert told["train"].tilt.any()
    assert told["extra"].tilt.any()
    held_extra = (told["held_out"].label_weights.sum(axis=1) == 0).sum()
    assert 40 < held_extra < 120
    assert len(told["extra"]) == 400 - held_extra
    with pytest.raises(Stopped):
        fitting.fit_ensemble(
            replace(data, extra=None), quick(physics_lambda=1.0), 1, fitting.Workshop(), SILENT
        )
    assert told["extra"] is None
    assert len(told["train"]) + len(told["held_out"]) == 200


def test_bases_fitted_side_by_side_lose_what_each_does_that_is_fitted_on_its_own():
    data, settings = world(count=200), quick(ridge=1.0)
    known, rest = data.take(np.arange(200) % 4 > 0), data.take(np.arange(200) % 4 == 0)
    (found,) = losses_on(known, [rest], settings)
    before = None
    for kind, ridge in candidates(settings):
        base = fit_base(known, replace(settings, architecture=kind, ridge=ridge), before)
        before = base.linear
        assert found[kind, ridge] == loss_of_base(base, rest)
    assert len(set(found.values())) == len(candidates(settings))
