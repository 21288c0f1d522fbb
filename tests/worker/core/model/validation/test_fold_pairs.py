"""Pairs of folds choose base and votes of each fold without having seen it."""

from dataclasses import replace

import numpy as np
import pytest

from landslide_plugin.core.model.fitting.ensemble import Workshop
from landslide_plugin.core.model.fitting.families import fit_family
from landslide_plugin.core.model.validation import fold_models
from landslide_plugin.core.model.validation.fold_models import FoldPairs, fit_models
from landslide_plugin.core.model.validation.model_comparison import compare
from landslide_plugin.core.model.validation.partitions import Partition, spatial_partitions
from landslide_plugin.core.model.validation.repeat import works_of
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.quantities.sizes import forest
from tests.support.small_world import quick, with_events, world

FAMILIES = ("logistic", "additive", "forest")
SETTINGS = quick(architecture="residual_chosen", cv_folds=4)


@pytest.fixture(scope="module")
def data():
    return world(count=240, soil=False, rain=False, prior=False)


@pytest.fixture(scope="module")
def partition(data):
    return spatial_partitions(data, SETTINGS)[0]


def chosen(data, partition, fold):
    """Base and votes of a fold."""
    pairs = FoldPairs.of(data, SETTINGS, partition, FAMILIES, Workshop())
    assert pairs is not None
    choice = pairs.base(fold, SILENT)
    return choice, pairs.votes(fold, choice.settle(SETTINGS), SILENT)


def test_a_fold_and_its_buffer_say_nothing_in_what_is_chosen_for_it(data):
    partition = spatial_partitions(data, replace(SETTINGS, fold_buffer_m=900.0))[0]
    fold = partition.usable[0]
    inside = ~partition.split(fold)[0]
    assert (partition.folds[inside] != fold).sum() > 10
    swapped = data.labels.copy()
    swapped[inside] = 1 - swapped[inside]
    elsewhere = data.labels.copy()
    elsewhere[~inside] = np.random.default_rng(0).permutation(elsewhere[~inside])
    before, votes = chosen(data, partition, fold)
    after, same = chosen(replace(data, labels=swapped), partition, fold)
    other, _ = chosen(replace(data, labels=elsewhere), partition, fold)
    assert after.losses == before.losses
    assert same == votes
    assert other.losses != before.losses


def test_each_pair_is_fitted_once_for_both_of_its_folds(monkeypatch, data, partition):
    fitted = []

    def counted(known, settings, families, *args, **more):
        fitted.append(tuple(families))
        return fit_models(known, settings, families, *args, **more)

    monkeypatch.setattr(fold_models, "fit_models", counted)
    pairs = FoldPairs.of(data, SETTINGS, partition, FAMILIES, Workshop())
    for fold in partition.usable:
        pairs.votes(fold, replace(SETTINGS, architecture="residual_additive"), SILENT)
    assert fitted == [FAMILIES] * 6


@pytest.mark.parametrize("dated", [False, True])
def test_what_the_ridge_of_another_fold_moves_is_fitted_anew(dated):
    families = (*FAMILIES, "boosting_with_pf")
    data = world(count=240, soil=False)
    if dated:
        drawn = np.where(data.labels > 0, 1.0, 0.05)
        data = with_events(data, np.random.default_rng(0).choice([10.0, 50.0, 100.0], 240))
        data = replace(data, sampled=drawn, offsets=np.full(240, np.log(20.0)))
    partition = spatial_partitions(data, SETTINGS)[0]
    one, other = partition.usable[:2]
    smooth, rough = (replace(SETTINGS, architecture="residual_additive", ridge=ridge) for ridge in (1e3, 1.0))

    def told(*before):
        pairs = FoldPairs.of(data, SETTINGS, partition, families, Workshop())
        for fold, settings in (*before, (other, rough)):
            pairs.votes(fold, settings, SILENT)
        return {name: pairs.told[pairs._key((one, other), name, rough)] for name in families}

    alone, behind, behind_the_same = told(), told((one, smooth)), told((one, rough))
    for name in families:
        np.testing.assert_array_equal(behind[name], alone[name], err_msg=name)
        np.testing.assert_array_equal(behind_the_same[name], alone[name], err_msg=name)


def test_few_or_many_folds_and_folds_by_date_have_folds_of_their_own_inside(data, partition):
    three = spatial_partitions(data, replace(SETTINGS, cv_folds=3))[0]
    many = spatial_partitions(data, replace(SETTINGS, cv_folds=8))[0]
    dated = Partition((data.xy[:, 0] > 4500).astype(np.intp), (1,), never=(0,))
    skipped = replace(partition, usable=partition.usable[1:])
    for part in (three, many, dated, skipped):
        assert FoldPairs.of(data, SETTINGS, part, FAMILIES, Workshop()) is None


def test_a_base_stands_for_networks_that_are_not_trained(data, partition):
    settings = replace(SETTINGS, architecture="residual")
    told = compare(data, settings, ("ensemble",), [partition], Workshop(), SILENT, networks=False)
    base, own = told.probability["ensemble"], told.probability["network_base"]
    assert np.isfinite(base).any()
    np.testing.assert_array_equal(base, own)


@pytest.mark.parametrize(("many", "trees"), [(10_000, {200, 100}), (10, {100, 50})])
def test_forests_of_many_samples_judge_and_vote_with_half_the_trees(
    monkeypatch, data, partition, many, trees
):
    asked = set()

    def counted(family, *args, **more):
        if family == "forest":
            asked.add(more["trees"])
        return fit_family(family, *args, **{**more, "trees": 2})

    monkeypatch.setattr(fold_models, "fit_family", counted)
    monkeypatch.setattr(forest, "MANY_OF_EACH", many)
    families = ("logistic", "forest")
    (work,) = works_of(data, SETTINGS, families, [partition], stacked=families)
    found = work(SILENT)
    assert asked == trees
    assert np.isfinite(found.p["forest"]).all()
