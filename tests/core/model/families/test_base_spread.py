"""The members' bases spread as the block jackknife says, about the base of all samples."""

from dataclasses import replace

import numpy as np

from landslide_plugin.core.model.bundle.bundle import load_bundle, save_bundle
from landslide_plugin.core.model.families.linear import LinearPart
from landslide_plugin.core.types.odds import probability_of
from tools.check.random_bundle import RAIN, random_bundle, random_cells

BLOCKS = 5


def with_bases(silent):
    """A bundle whose members have bases of their own; their networks add nothing if ``silent``."""
    bundle = random_bundle(members=BLOCKS)
    ensemble, rng = bundle.ensemble, np.random.default_rng(4)
    whole = ensemble.linear
    members = []
    for member in ensemble.members:
        base = LinearPart(
            whole.factors + rng.normal(0, 0.1, whole.factors.shape),
            whole.soil,
            whole.triggers,
            whole.intercept,
        )
        weights = {**member.weights, "scale": np.float32(0.0)} if silent else member.weights
        members.append(replace(member, weights=weights, own_base=base))
    spread = replace(ensemble, members=tuple(members), jackknife_scale=float(np.sqrt(BLOCKS - 1)))
    return replace(bundle, ensemble=spread)


def test_spread_of_silent_networks_is_the_jackknife_standard_error():
    ensemble = with_bases(silent=True).ensemble
    static, soil = random_cells(50, 9)
    logits = ensemble.logits(static, soil, RAIN.values)
    encoded, profile, triggers = ensemble.inputs(static, soil, RAIN.values)
    left_out = np.stack([m.own_base.logit(encoded, profile, triggers) for m in ensemble.members])
    squares = ((left_out - left_out.mean(axis=0)) ** 2).sum(axis=0)
    standard_error = np.sqrt((BLOCKS - 1) / BLOCKS * squares)
    # Members are moved to keep the mean probability, which changes their spread where it is wide.
    np.testing.assert_allclose(logits.std(axis=0), standard_error, rtol=0.05, atol=1e-6)
    assert standard_error.min() > 0


def test_members_far_apart_keep_the_order_of_the_common_base():
    wide = with_bases(silent=True).ensemble
    wide = replace(wide, jackknife_scale=20.0)
    static, soil = random_cells(400, 3)
    encoded, profile, triggers = wide.inputs(static, soil, RAIN.values)
    p = probability_of(wide.logits(static, soil, RAIN.values))
    common = probability_of(wide.linear.logit(encoded, profile, triggers))
    assert p.std(axis=0).max() > 0.2
    np.testing.assert_allclose(p.mean(axis=0), common, atol=2e-6)


def test_bases_survive_storage_to_the_bit(tmp_path):
    bundle = with_bases(silent=False)
    save_bundle(bundle, {}, str(tmp_path / "model"))
    static, soil = random_cells(50, 9)
    np.testing.assert_array_equal(
        load_bundle(str(tmp_path / "model")).predict(static, soil, RAIN.values).probability,
        bundle.predict(static, soil, RAIN.values).probability,
    )
