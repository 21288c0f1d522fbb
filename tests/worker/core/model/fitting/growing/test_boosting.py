"""Boosted trees grown by the compiled parts are those of scikit-learn's own class."""

import numpy as np
import pytest

from landslide_plugin.core.model.fitting.growing import boosting
from landslide_plugin.core.model.fitting.growing.boosting import BOOSTING, grow_boosting
from landslide_plugin.core.model.fitting.growing.rows import ClassedRows, is_known


def told(count, seed=0):
    rng = np.random.default_rng(seed)
    rows = rng.normal(size=(count, 5)).astype(np.float32)
    rows[:, 1], rows[:, 2] = np.round(rows[:, 1]), rows[:, 2] > 0
    truth = (rows[:, 0] + rows[:, 4] ** 2 + rng.normal(size=count) > 0.5).astype(np.int8)
    return ClassedRows(rows, truth, rng.uniform(0.5, 2.0, count))


def parts(boosted):
    """What trees say and where they part, without what is of no use in a leaf or above it."""
    found = []
    for tree in boosted.trees:
        inner = [np.where(tree.leaf, 0, part) for part in (tree.column, tree.limit, tree.left, tree.right)]
        found += [tree.leaf, *inner, np.where(tree.leaf, tree.value, 0.0)]
    return found


@pytest.mark.parametrize("rising", [(0, 0, 0, 0, 0), (0, 0, 0, 1, 1)])
@pytest.mark.parametrize("count", [30, 60, 400, 1200])
def test_trees_and_what_they_say_are_those_of_the_public_class(monkeypatch, rising, count):
    own = grow_boosting(told(count), rising, 3)
    assert is_known(), (
        "scikit-learn is another version: name it once its parts are known to grow the same trees"
    )
    monkeypatch.setattr(boosting, "is_known", lambda: False)
    public = grow_boosting(told(count), rising, 3)
    assert len(own.trees) == len(public.trees) == 100
    assert own.start == public.start
    assert all(np.array_equal(one, two) for one, two in zip(parts(own), parts(public)))
    np.testing.assert_allclose(own.share, public.share, atol=1e-12)


@pytest.mark.parametrize("few", [0, 10**6])
@pytest.mark.parametrize("same", [(0,), (0, 3), (2, 4), (0, 1, 2, 3, 4)])
def test_columns_that_do_not_differ_change_no_tree_however_rows_are_parted(monkeypatch, same, few):
    rows = told(700)
    rows.rows[:, same] = 1.5
    monkeypatch.setattr(boosting, "FEW_ROWS", few)
    own = grow_boosting(rows, [0, 0, 0, 1, 1], 3)
    monkeypatch.setattr(boosting, "is_known", lambda: False)
    public = grow_boosting(rows, [0, 0, 0, 1, 1], 3)
    assert all(np.array_equal(one, two) for one, two in zip(parts(own), parts(public)))
    assert {len(tree.leaf) for tree in own.trees} == ({1} if len(same) == 5 else {15})


def test_rows_without_a_value_are_left_to_the_public_class(monkeypatch):
    holed = told(400)
    holed.rows[holed.truth > 0, 0] = np.where(np.arange(holed.truth.sum()) % 2, np.nan, 0.0)
    own = grow_boosting(holed, [0] * 5, 3)
    monkeypatch.setattr(boosting, "is_known", lambda: False)
    public = grow_boosting(holed, [0] * 5, 3)
    assert all(np.array_equal(one, two) for one, two in zip(parts(own), parts(public)))


def test_threads_change_no_byte(monkeypatch):
    monkeypatch.setitem(BOOSTING, "max_iter", 5)
    alone = grow_boosting(told(400), [0] * 5, 3)
    monkeypatch.setattr(boosting, "MANY_ROWS", 0)
    threaded = grow_boosting(told(400), [0] * 5, 3)
    assert all(one.tobytes() == two.tobytes() for one, two in zip(parts(alone), parts(threaded)))
