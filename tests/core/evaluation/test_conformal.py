"""Conformal sets: what is stated of their coverage, and that nothing is promised."""

import numpy as np
import pytest

from landslide_plugin.core.errors import BundleError
from landslide_plugin.core.evaluation.conformal import CAVEAT, NAMES, ConformalSets
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
