"""Conformal sets: what is stated of their coverage, and that nothing is promised."""

import numpy as np
import pytest

from landslide_plugin.core.errors import BundleError
from landslide_plugin.core.evaluation.conformal import (
    CAVEAT,
    NAMES,
    ConformalSets,
    coverage_found,
    fit_conformal,
)
from landslide_plugin.core.styles import style_table

SETS = ConformalSets(0.9, 0.2, 0.6, (0.87, 0.91))


def test_the_coverage_found_stands_beside_the_one_asked_for():
    assert SETS.describe() == "coverage asked for 90 %; found on folds held out: landslides 87 %, stable 91 %"
    assert CAVEAT.startswith("No coverage is promised")


def test_sets_come_back_as_stored_and_those_of_older_bundles_say_that_it_is_not_known():
    assert ConformalSets.from_dict(SETS.to_dict()) == SETS
    old = {name: value for name, value in SETS.to_dict().items() if name != "found"}
    assert ConformalSets.from_dict(old).describe().endswith("found: not known")
    p = np.linspace(0, 1, 11)
    assert np.array_equal(ConformalSets.from_dict(old).decide(p), SETS.decide(p))


@pytest.mark.parametrize("found", [[0.9], [0.9, 1.2], ["much", 0.9]])
def test_a_damaged_coverage_is_refused(found):
    with pytest.raises(BundleError, match="conformal sets are damaged"):
        ConformalSets.from_dict({**SETS.to_dict(), "found": found})


def test_no_code_is_called_safe_and_none_is_green():
    legend = style_table()["codes"]["decision"]
    assert {row["code"]: row["name"] for row in legend} == NAMES
    for row in legend:
        assert row["name"].startswith("Set holds")
        red, green, blue = (int(row["colour"][i : i + 2], 16) for i in (1, 3, 5))
        assert green <= max(red, blue)


def landslides_of_cells(rng, count):
    """Landslides of many cells that are alike within; small ones are hard to see."""
    sizes = np.where(rng.random(count) < 0.5, 60, 1)
    middle = rng.normal(np.where(sizes > 1, 1.5, -0.5), 0.7)
    groups = np.repeat(np.arange(count), sizes)
    return groups, 1 / (1 + np.exp(-rng.normal(middle[groups], 0.1)))


def test_a_new_landslide_is_covered_as_asked_only_where_landslides_are_exchanged():
    found = {"cells": [], "landslides": []}
    for seed in range(60):
        rng = np.random.default_rng(seed)
        (groups, p), (new, q) = landslides_of_cells(rng, 80), landslides_of_cells(rng, 80)
        stable = rng.uniform(0, 0.6, 200)
        labels = np.repeat([1, 0], [len(p), 200])
        every, own = np.concatenate([p, stable]), np.concatenate([groups, 1000 + np.arange(200)])
        for name, given in (("cells", None), ("landslides", own)):
            sets = fit_conformal(labels, every, 0.9, given)
            called = sets.decide(q)
            told = np.concatenate([called, [1]])
            truth = np.concatenate([np.ones(len(q), int), [0]])
            covered = coverage_found(truth, told, np.concatenate([new, [-1]]))
            found[name].append(covered["landslide"])
    assert np.mean(found["landslides"]) == pytest.approx(0.905, abs=0.02)
    assert np.mean(found["cells"]) < 0.8


def test_too_few_landslides_have_no_sets_however_many_cells_they_have():
    labels, p = np.repeat([1, 0], 40), np.linspace(0, 1, 80)
    groups = np.concatenate([np.repeat(np.arange(4), 10), 100 + np.arange(40)])
    assert fit_conformal(labels, p, 0.9) is not None
    assert fit_conformal(labels, p, 0.9, groups) is None
