"""The members' bases: mean the common base, spread the jackknife's standard error, triggers never falling."""

from dataclasses import replace

import numpy as np
import pytest

from landslide_plugin.core.model.fitting import families, preparation
from landslide_plugin.core.model.fitting.preparation import member_bases, prepare
from landslide_plugin.core.model.fitting.spread import coefficients, parts_to_leave_out, spread_bases
from tests.support.small_world import quick, with_events, world


@pytest.mark.parametrize("architecture", ["residual", "residual_additive"])
def test_mean_is_the_common_base_and_no_trigger_falls(architecture):
    data, settings = world(count=300, extra=100), quick(architecture=architecture)
    prepared = prepare(data, settings)
    bases = member_bases(prepared, data, settings, 5)
    common = coefficients(prepared.base.linear)
    np.testing.assert_allclose(np.mean([coefficients(b) for b in bases], axis=0), common, atol=1e-9)
    assert np.std([coefficients(b) for b in bases], axis=0).max() > 0.01
    for base in bases:
        assert (getattr(base, "linear", base).triggers >= 0).all()


def test_spread_of_enough_members_is_the_jackknife_s_to_the_last_digits():
    data, settings = world(count=300, rain=False, prior=False), quick()
    prepared = prepare(data, settings)
    samples, rain = prepared.samples, prepared.triggers
    rng = np.random.default_rng(0)
    common, left_out = prepared.base.linear, []
    for _ in range(6):
        left_out.append(replace(common, factors=common.factors + rng.normal(0, 0.1, common.factors.shape)))
    logits = np.stack([part.logit(samples.static, samples.profile, rain).ravel() for part in left_out])
    expected = np.sqrt(5 / 6 * ((logits - logits.mean(axis=0)) ** 2).sum(axis=0))
    for count in (6, 9):
        bases = spread_bases(common, left_out, logits, count)
        found = np.std([b.logit(samples.static, samples.profile, rain).ravel() for b in bases], axis=0)
        np.testing.assert_allclose(found, expected, rtol=1e-6)
    few = spread_bases(common, left_out, logits, 3)
    found = np.var([b.logit(samples.static, samples.profile, rain).ravel() for b in few], axis=0)
    assert found.mean() == pytest.approx((expected**2).mean(), rel=1e-6)


def test_more_samples_spread_less():
    errors = []
    for count in (100, 1600):
        data, settings = world(count=count, seed=4, rain=False, prior=False), quick()
        prepared = prepare(data, settings)
        bases = member_bases(prepared, data, settings, 5)
        logits = [
            b.logit(prepared.samples.static, prepared.samples.profile, prepared.triggers) for b in bases
        ]
        errors.append(np.std(logits, axis=0).mean())
    assert 2.0 < errors[0] / errors[1] < 8.0


def test_few_storms_spread_the_members_as_much_as_other_storms_would_move_them():
    data = world(count=300, seed=4, prior=False)
    rng = np.random.default_rng(1)
    three, eight = (
        with_events(data, rng.choice(list(periods), 300)) for periods in ((10.0, 50.0, 100.0), (10.0,))
    )
    kinds = [part.kind for part in parts_to_leave_out(three, 0)]
    assert kinds.count("event") == 3
    assert [part.kind for part in parts_to_leave_out(eight, 0)].count("event") == 0
    settings = quick()

    def spread(samples):
        prepared = prepare(samples, settings)
        steps = prepared.samples.steps(prepared.triggers)
        bases = member_bases(prepared, samples, settings, 9)
        return np.std(
            [b.logit(prepared.samples.static, prepared.samples.profile, steps) for b in bases], axis=0
        ).mean()

    alike = with_events(data, np.where(np.arange(300) % 3, 50.0, 100.0))
    odd = replace(alike, labels=np.where(np.arange(300) % 3, alike.labels, 1 - alike.labels).astype(np.int8))
    assert spread(odd) > spread(alike)


def test_members_of_networks_and_of_families_know_which_parts_were_storms(monkeypatch):
    data = with_events(world(count=300, seed=4, prior=False), np.resize([10.0, 50.0, 100.0], 300))
    settings, told = quick(), []
    prepared = prepare(data, settings)

    def spied(common, parts, logits, count, kinds=None):
        told.append((len(parts), list(kinds or ()).count("event")))
        return spread_bases(common, parts, logits, count, kinds)

    for module in (preparation, families):
        monkeypatch.setattr(module, "spread_bases", spied)
    member_bases(prepared, data, settings, 9)
    model = families.fit_family("logistic", prepared, settings.ridge, 0)
    assert families.spread_family(model, "logistic", prepared, data, settings=settings, count=9).count == 9
    assert told == [(len(parts_to_leave_out(data, settings.seed)), 3)] * 2


def test_each_kind_left_out_adds_a_variance_of_its_own():
    prepared = prepare(world(count=200, rain=False, prior=False), quick())
    samples, rain, common = prepared.samples, prepared.triggers, prepared.base.linear
    rng = np.random.default_rng(3)
    parts = [
        replace(common, factors=common.factors + rng.normal(0, 0.1, common.factors.shape)) for _ in range(8)
    ]
    logits = np.stack([part.logit(samples.static, samples.profile, rain).ravel() for part in parts])
    kinds = ["block"] * 5 + ["event"] * 3
    bases = spread_bases(common, parts, logits, 12, kinds)
    found = np.var([b.logit(samples.static, samples.profile, rain).ravel() for b in bases], axis=0)
    wanted = sum((n - 1) * logits[rows].var(axis=0) for n, rows in ((5, slice(0, 5)), (3, slice(5, 8))))
    np.testing.assert_allclose(found, wanted, rtol=1e-6)
