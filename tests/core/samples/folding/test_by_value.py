"""Folds by the values of a field: a value is left out whole, and a group never parts."""

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.samples.folding.by_value import NO_VALUE, value_folds

XY = np.column_stack([np.arange(8) * 100.0, np.zeros(8)])
LABELS = np.array([1, 0, 0, 1, 0, 1, 0, 0])


def test_a_group_never_parts_whatever_its_samples_say():
    """Units that one landslide lies across may be without a label for it, and without a value."""
    groups = np.array([0, 1, 2, 2, 3, 4, 5, 5])
    words = ["old", None, None, "new", "new", "new", None, "old"]
    folds, names = value_folds(words, LABELS, groups, XY)
    assert names == ("new", NO_VALUE, "old")
    assert [names[fold] for fold in folds] == ["old", "old", NO_VALUE, NO_VALUE, "new", "new", "new", "new"]


def test_each_value_is_left_out_whole():
    words = ["a", "a", "b", "b", None, "c", "c", None]
    folds, names = value_folds(words, LABELS, np.arange(8), XY)
    assert [names[fold] for fold in folds] == ["a", "a", "b", "b", "b", "c", "c", "c"]
    with pytest.raises(InputError, match="All samples have the value a"):
        value_folds(["a"] * 8, LABELS, np.arange(8), XY)
