"""Folds drawn anew: fast families in all of them, networks in the first, and scores that say at which trigger."""

from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("tensorflow")

from landslide_plugin.core.evaluation.metrics import auroc
from landslide_plugin.core.model.fitting.ensemble import Workshop
from landslide_plugin.core.model.validation import scorecard, votes
from landslide_plugin.core.model.validation.comparison_rows import differences
from landslide_plugin.core.model.validation.gated_calibration import gated_calibration
from landslide_plugin.core.model.validation.model_comparison import LEAN_STACK, STACK, compare
from landslide_plugin.core.model.validation.partitions import random_partitions, spatial_partitions
from landslide_plugin.core.progress import SILENT
from tests.support.small_world import quick, with_events, world

FAMILIES = ("ensemble", "logistic", "boosting")


@pytest.fixture(scope="module")
def ground():
    return world(count=120, soil=False, rain=False, prior=False)


@pytest.fixture(scope="module")
def workshop():
    return Workshop()


def compared(data, workshop, families=FAMILIES, **changes):
    settings = quick(epochs=2, cv_repeats=2, **changes)
    partitions = spatial_partitions(data, settings)
    return compare(data, settings, families, partitions, workshop, SILENT), partitions


@pytest.mark.parametrize("earns", [False, True])
def test_networks_take_part_in_the_first_repeat_and_all_others_in_both(ground, workshop, monkeypatch, earns):
    monkeypatch.setattr(votes, "network_earns", lambda *_: earns)
    found, partitions = compared(ground, workshop)
    known = {name: np.isfinite(p).all(axis=1).tolist() for name, p in found.probability.items()}
    assert known["ensemble"] == known["network_base"] == [True, False]
    assert known["logistic"] == known[LEAN_STACK] == known["slope_alone"] == [True, True]
    assert (found.votes[STACK]["ensemble"] > 0) == earns
    assert known[STACK] == [True, not earns]
    if not earns:
        np.testing.assert_array_equal(found.probability[STACK], found.probability[LEAN_STACK])
    pairs = differences(found)
    assert pairs["ensemble_minus_logistic"]["folds"] == 3
    assert pairs["boosting_minus_logistic"]["folds"] == 6
    first = [fold for fold in found.results["logistic"].fold_scores if fold["repeat"] == 0]
    gains = [a["auroc"] - b["auroc"] for a, b in zip(found.results["ensemble"].fold_scores, first)]
    weights = scorecard.fold_weights(replace(found.results["logistic"], fold_scores=tuple(first)))
    assert pairs["ensemble_minus_logistic"]["mean"] == pytest.approx(float(weights @ gains))
    alone = found.probability["ensemble"][:1]
    both, one = (
        gated_calibration(ground.labels, parts, p, "platt")
        for parts, p in ((partitions, found.probability["ensemble"]), (partitions[:1], alone))
    )
    assert both.gain == one.gain
    assert both.error == one.error


def test_curves_and_cuts_are_of_one_repeat_and_no_mean_of_several():
    p = np.array([[0.1, 0.9, np.nan], [0.5, 0.5, 0.4]])
    assert scorecard.of_first_repeat(p).tolist() == [0.1, 0.9, 0.4]


def test_random_folds_are_drawn_once(ground):
    assert [len(random_partitions(ground, quick(cv_repeats=count))) for count in (1, 2, 9)] == [1, 1, 1]


def test_dated_samples_are_scored_at_their_own_storm_and_at_the_reference(workshop):
    data = world(count=160, soil=False, prior=False)
    rain = np.random.default_rng(1).choice([10.0, 50.0, 100.0], 160)
    labels = np.where(rain == 100.0, data.labels | (np.arange(160) % 2).astype(np.int8), data.labels)
    data = with_events(replace(data, labels=labels.astype(np.int8)), rain)
    found, partitions = compared(data, workshop, ("logistic",), network_repeats=1)
    result = found.results["logistic"]
    assert len(result.at_reference) == len(result.fold_scores) == 6
    fold = partitions[0].usable[0]
    here = partitions[0].folds == fold
    for scored, p in ((result.fold_scores, result.probability), (result.at_reference, result.mapped)):
        assert scored[0]["auroc"] == auroc(data.labels[here], p[0, here])
    summary = scorecard.fold_summary(result, found.folds)
    assert summary["at_reference"]["auroc_mean"] != summary["auroc_mean"]
    (line,) = scorecard.at_reference_words(summary, "T50")
    assert f"{summary['auroc_mean']:.3f}" in line
    assert f"{summary['at_reference']['auroc_mean']:.3f}" in line
    assert "slope_alone" not in found.results or not found.results["slope_alone"].at_reference


def test_undated_samples_have_one_kind_of_score(ground, workshop):
    found, _ = compared(ground, workshop, ("logistic",))
    assert "at_reference" not in scorecard.fold_summary(found.results["logistic"], found.folds)
