"""Attribution sums in every cell, is exact where exactness is known, and blames nobody without cause."""

from dataclasses import replace
from itertools import combinations
from math import factorial

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.model.bundle.background import Background
from landslide_plugin.core.model.bundle.bundle import load_bundle, save_bundle
from landslide_plugin.core.model.explain.attribution import SURE, Attribution, groups_of
from landslide_plugin.core.model.explain.layer_saliency import LayerSaliency
from landslide_plugin.core.types.odds import log_odds
from tests.support.bundle_kinds import KINDS, forest, kinds
from tools.check.random_bundle import RAIN, random_bundle, random_cells


def with_background(bundle, seed=3):
    static, soil = random_cells(8, seed)
    return replace(bundle, background=Background(static, soil if bundle.profile is not None else None))


def cells_of(bundle, count=40):
    static, soil = random_cells(count, 11)
    return static, soil if bundle.profile is not None else None


@pytest.mark.parametrize("kind", KINDS)
def test_shares_sum_to_the_distance_from_the_mean_in_every_cell(kind):
    bundle = with_background(kinds()[kind])
    static, soil = cells_of(bundle)
    trigger = RAIN.values[1] if bundle.scenarios else None
    explained = Attribution(bundle, trigger)
    found = explained.values(static, soil)
    p = bundle.predict(static, soil, None if trigger is None else trigger[None]).mean()[:, 0]
    np.testing.assert_allclose(found[:-1].sum(axis=0), found[-1], atol=2e-5)
    np.testing.assert_allclose(found[-1] + explained.baseline, log_odds(p, guard=SURE), atol=2e-5)
    assert np.abs(found[-1]).max() > 0.1
    alone = [
        explained.values(static[i : i + 1], None if soil is None else soil[i : i + 1]) for i in (0, 17, 39)
    ]
    np.testing.assert_array_equal(np.hstack(alone), found[:, [0, 17, 39]])


def test_the_mean_is_that_of_the_background_over_its_scenarios():
    bundle = with_background(random_bundle(2))
    cells = bundle.background
    each = [
        bundle.predict(
            cells.static[b : b + 1], cells.profile[b : b + 1], RAIN.values[b % 3 : b % 3 + 1]
        ).mean()[0, 0]
        for b in range(8)
    ]
    assert Attribution(bundle, RAIN.values[1]).baseline == pytest.approx(
        log_odds(np.array(each), guard=SURE).mean(), abs=1e-5
    )


def test_additive_shares_are_the_parts_of_the_sum():
    deep = random_bundle()
    bundle = with_background(replace(deep, ensemble=replace(deep.ensemble, members=()), family="logistic"))
    static, soil = cells_of(bundle)
    linear, cells = bundle.ensemble.linear, bundle.background
    encoded, scaled, rain = bundle.ensemble.inputs(static, soil, RAIN.values)
    base, base_soil, _ = bundle.ensemble.inputs(cells.static, cells.profile, RAIN.values)
    found = dict(
        zip([g.name for g in groups_of(bundle)], Attribution(bundle, RAIN.values[1]).values(static, soil))
    )
    told = (scaled.mean(axis=1) @ linear.soil) - (base_soil.mean(axis=1) @ linear.soil).mean()
    np.testing.assert_allclose(found["Soil profile"], told, atol=1e-4)
    geology = slice(1, 4)  # one column a code of lithology
    told = encoded[:, geology] @ linear.factors[geology] - (base[:, geology] @ linear.factors[geology]).mean()
    np.testing.assert_allclose(found["Geology"], told, atol=1e-4)
    told = (rain @ linear.triggers)[1] - np.mean([(rain @ linear.triggers)[b % 3] for b in range(8)])
    np.testing.assert_allclose(found["Trigger"], told, atol=1e-4)


def test_an_unused_group_gets_nothing():
    bundle = random_bundle(2)
    flat = replace(bundle.ensemble.linear, triggers=np.zeros(2), soil=np.zeros(2))
    lean = with_background(replace(bundle, ensemble=replace(bundle.ensemble, linear=flat, members=())))
    found = dict(
        zip([g.name for g in groups_of(lean)], Attribution(lean, RAIN.values[2]).values(*cells_of(lean)))
    )
    assert not found["Trigger"].any()
    assert not found["Soil profile"].any()
    assert found["Aspect"].any()
    assert found["Geology"].any()


def exact(bundle, static, soil, trigger):
    """Shapley values by every coalition of groups, averaged over the background."""
    groups, cells = groups_of(bundle), bundle.background
    count, found = len(groups), np.zeros((len(groups), len(static)))
    for b in range(len(cells)):
        value = {}
        for size in range(count + 1):
            for chosen in combinations(range(count), size):
                mixed = np.repeat(cells.static[b : b + 1], len(static), axis=0)
                ground, rain = np.repeat(cells.profile[b : b + 1], len(static), axis=0), RAIN.values[b % 3]
                for g in chosen:
                    mixed[:, list(groups[g].factors)] = static[:, list(groups[g].factors)]
                    ground = soil if groups[g].soil else ground
                    rain = trigger if groups[g].trigger else rain
                value[chosen] = log_odds(bundle.predict(mixed, ground, rain[None]).mean()[:, 0], guard=SURE)
        for g in range(count):
            for chosen, v in value.items():
                if g not in chosen:
                    weight = factorial(len(chosen)) * factorial(count - len(chosen) - 1) / factorial(count)
                    joined = tuple(sorted((*chosen, g)))
                    found[g] += weight * (value[joined] - v) / len(cells)
    return found


def test_shares_of_a_network_are_close_to_the_exact_shapley_values():
    bundle = with_background(random_bundle(2))
    static, soil = cells_of(bundle)
    shares = Attribution(bundle, RAIN.values[1]).values(static, soil)[:-1]
    right = exact(bundle, static, soil, RAIN.values[1])
    np.testing.assert_allclose(right.sum(axis=0), shares.sum(axis=0), atol=1e-4)
    assert np.sqrt(((shares - right) ** 2).mean()) < 0.4 * right.std()
    assert np.corrcoef(shares.ravel(), right.ravel())[0, 1] > 0.93


def test_the_background_travels_with_the_bundle_and_is_asked_for(tmp_path):
    bundle = with_background(random_bundle())
    save_bundle(bundle, {"threshold": 0.4}, str(tmp_path / "m"))
    found = load_bundle(str(tmp_path / "m"))
    np.testing.assert_array_equal(found.background.static, bundle.background.static)
    np.testing.assert_array_equal(found.background.profile, bundle.background.profile)
    with pytest.raises(InputError, match="no typical cells"):
        Attribution(random_bundle(), RAIN.values[0])


def test_the_layer_that_matters_is_named_and_none_where_none_does():
    bundle = with_background(forest(random_bundle()))
    static, soil = cells_of(bundle)
    trees = bundle.ensemble.linear
    second = np.where(
        trees.column == trees.sizes[0], trees.sizes[0] + 2, trees.column
    )  # first property, layer 2
    deeper = replace(bundle, ensemble=replace(bundle.ensemble, linear=replace(trees, column=second)))
    depth, layer, share, agreeing = LayerSaliency(deeper, RAIN.values[1]).values(static, soil)
    told = np.isfinite(layer)
    assert told.any()
    assert (~told).any()
    assert (layer[told] == 2).all()
    assert (depth[told] == 0.75).all()
    assert (share[told] == 1).all()
    assert (agreeing[told] == 1).all()
    idle = replace(bundle.ensemble.linear, column=np.where(trees.column == trees.sizes[0], 0, trees.column))
    blind = replace(bundle, ensemble=replace(bundle.ensemble, linear=idle))
    assert np.isnan(LayerSaliency(blind, RAIN.values[1]).values(static, soil)).all()
    with pytest.raises(InputError, match="no depth"):
        LayerSaliency(random_bundle(soil=False), None)


def test_the_effect_of_a_layer_is_what_its_typical_soil_changes():
    deep = random_bundle()
    line = with_background(replace(deep, ensemble=replace(deep.ensemble, members=()), family="logistic"))
    static, soil = cells_of(line)
    scale, weight = line.ensemble.profile_scaler.transform, line.ensemble.linear.soil
    typical = line.background.profile.mean(axis=0)
    right = np.abs((scale(typical)[None] - scale(soil)) @ weight) / 3
    explained = LayerSaliency(line, RAIN.values[1])
    np.testing.assert_allclose(explained.effects(static, soil)[:, 0], right.T, atol=1e-4)
    share = explained.values(static, soil)[2]
    np.testing.assert_allclose(share, right.max(axis=1) / right.sum(axis=1), atol=1e-3)


def test_the_layer_is_that_of_the_members_mean_effect():
    bundle = with_background(random_bundle(5))
    static, soil = cells_of(bundle, 200)
    explained = LayerSaliency(bundle, RAIN.values[1])
    mean = explained.effects(static, soil).mean(axis=1)
    _, layer, share, agreeing = explained.values(static, soil)
    np.testing.assert_array_equal(layer, mean.argmax(axis=0) + 1)
    np.testing.assert_allclose(share, mean.max(axis=0) / mean.sum(axis=0), rtol=1e-5)
    assert 0 < agreeing.min() < 1
