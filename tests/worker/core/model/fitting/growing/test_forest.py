"""Trees grown by the compiled builder are those of scikit-learn's own classes."""

import numpy as np
import pytest

from landslide_plugin.core.model.fitting.growing import forest
from landslide_plugin.core.model.fitting.growing.forest import grow_forest
from landslide_plugin.core.model.fitting.growing.rows import ClassedRows


def told(count=300, columns=5, seed=0):
    rng = np.random.default_rng(seed)
    rows = rng.normal(size=(count, columns)).astype(np.float32)
    truth = (rows[:, 0] + rng.normal(size=count) > 0).astype(np.int8)
    return ClassedRows(rows, truth, rng.uniform(0.5, 2.0, count))


def nodes(grown):
    return [one.__getstate__()["nodes"] for one in grown.trees]


@pytest.mark.parametrize("rising", [(0, 0, 0, 0, 0), (0, 0, 0, 1, 1)])
def test_trees_and_what_they_say_are_those_of_the_public_class(monkeypatch, rising):
    own = grow_forest(told(), rising, 3, unseen=True, trees=20)
    assert forest.is_known(), (
        "scikit-learn is another version: name it once its builder is known to give the same trees"
    )
    monkeypatch.setattr(forest, "is_known", lambda: False)
    public = grow_forest(told(), rising, 3, unseen=True, trees=20)
    other = grow_forest(told(), rising, 4, unseen=True, trees=20)
    assert all(np.array_equal(one, two) for one, two in zip(nodes(own), nodes(public)))
    assert not all(np.array_equal(one, two) for one, two in zip(nodes(own), nodes(other)))
    np.testing.assert_allclose(own.share, public.share, atol=1e-12)
    known = np.isfinite(own.unseen)
    assert known.mean() > 0.9
    np.testing.assert_allclose(own.unseen[known], public.unseen[known], atol=1e-12)


def test_fewer_trees_are_the_first_and_threads_change_no_byte(monkeypatch):
    few, many = (grow_forest(told(), [0] * 5, 3, trees=count) for count in (4, 12))
    monkeypatch.setattr(forest, "ROWS_AT_ONCE", 0)
    threaded = grow_forest(told(), [0] * 5, 3, trees=12)
    assert all(np.array_equal(one, two) for one, two in zip(nodes(few), nodes(many)))
    assert threaded.share.tobytes() == many.share.tobytes()
