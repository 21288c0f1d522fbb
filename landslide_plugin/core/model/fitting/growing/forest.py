"""Grow the trees of a random forest without what scikit-learn does for each tree in Python.

A tree of a few hundred rows is grown in a third of a millisecond; copying its estimator and checking the same rows
once more takes ten times as long. Here scikit-learn's compiled builder is called with what its own classes hand to it,
so that the trees are the very same; another version than those known here is used by its public classes.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ....quantities.sizes.forest import TREES
from .rows import ClassedRows, checked, is_known

Floats = npt.NDArray[np.float64]
Inputs = npt.NDArray[np.float32]
FOREST: dict[str, Any] = {"n_estimators": TREES, "min_samples_leaf": 5, "max_features": "sqrt"}
THREADS = 2
ROWS_AT_ONCE = 100_000
"""Rows times trees from which a second thread is worth its start."""
LARGEST_SEED = np.iinfo(np.int32).max


@dataclass(frozen=True)
class Grown:
    """Trees of a forest.

    Attributes
    ----------
    trees : list
        scikit-learn's own.
    share : float64 array (m,)
        Mean of the trees' shares of landslides at the rows that ``checked`` names.
    unseen : float64 array (n,) or None
        The same of the trees that did not see a row; NaN where all did.
    """

    trees: list[Any]
    share: Floats
    unseen: Optional[Floats]


def grow_forest(
    told: ClassedRows,
    rising: Sequence[int],
    seed: int,
    unseen: bool = False,
    trees: int = 0,
) -> Grown:
    """A forest of 200 trees with at least five rows a leaf, of the root of the number of columns at a split.

    Parameters
    ----------
    told : ClassedRows
        Of both classes.
    rising : sequence of int
        1 for columns with which the probability must not fall, else 0.
    seed : int
    unseen : bool
        Whether to ask each tree about the rows that it did not see.
    trees : int
        Fewer of them, the first; 0 for all.

    Notes
    -----
    Each tree has a seed of its own, so that the number of threads changes no byte (Breiman 2001).
    """
    count = trees or int(FOREST["n_estimators"])
    if not is_known():
        return _by_public_class(told, rising, seed, unseen, count)
    n = len(told.rows)
    chance = np.random.RandomState(seed)
    seeds = [int(chance.randint(LARGEST_SEED)) for _ in range(count)]
    build = _builder(told, rising)
    if n * count < ROWS_AT_ONCE:
        made = [build(one) for one in seeds]
    else:
        with ThreadPoolExecutor(THREADS) as threads:
            made = list(threads.map(build, seeds))
    looked = np.arange(n) if unseen else checked(n)
    rows, share = told.rows[looked], np.zeros(len(looked))
    apart, asked = np.zeros(len(looked)), np.zeros(len(looked))
    for tree, drawn in made:
        found = _share_of(tree, rows)
        share += found
        if unseen:
            left = np.ones(n, bool)
            left[drawn] = False
            apart[left] += found[left]
            asked += left
    own = np.divide(apart, asked, out=np.full(n, np.nan), where=asked > 0) if unseen else None
    share /= count
    return Grown([tree for tree, _ in made], share[checked(n)] if unseen else share, own)


def _builder(told: ClassedRows, rising: Sequence[int]) -> Callable[[int], Any]:
    """A function from a seed to a tree and the rows, with replacement, that it was grown from."""
    from sklearn.tree._criterion import Gini
    from sklearn.tree._splitter import BestSplitter
    from sklearn.tree._tree import DepthFirstTreeBuilder, Tree

    rows = np.ascontiguousarray(told.rows, np.float32)
    classes, weights = (
        np.ascontiguousarray(part, np.float64) for part in (told.truth[:, None], told.weights)
    )
    n, columns = rows.shape
    least = int(FOREST["min_samples_leaf"])
    several = max(1, int(np.sqrt(columns)))
    kinds = np.array([2], dtype=np.intp)
    # scikit-learn holds the share of the first class, which falls where that of landslides rises
    held = -np.asarray(rising, np.int8) if any(rising) else None

    # making a generator takes as long as growing a small tree, seeding it again next to nothing
    idle = deque(np.random.RandomState(0) for _ in range(THREADS))

    def build(seed: int) -> tuple[Any, npt.NDArray[np.int32]]:
        chance = idle.pop()
        chance.seed(seed)
        drawn = chance.randint(0, n, n, dtype=np.int32)
        chance.seed(seed)
        splitter = BestSplitter(*(Gini(1, kinds), several, least, 0.0, chance, held))
        tree = Tree(columns, kinds, 1)
        builder = DepthFirstTreeBuilder(*(splitter, 2, least, 0.0, LARGEST_SEED, 0.0))
        builder.build(tree, rows, classes, weights * np.bincount(drawn, minlength=n), None)
        idle.append(chance)
        return tree, drawn

    return build


def _share_of(tree: Any, rows: Inputs) -> Floats:
    found = tree.predict(rows)
    return np.asarray(found[:, 1] / found.sum(axis=1))


def _by_public_class(told: ClassedRows, rising: Sequence[int], seed: int, unseen: bool, count: int) -> Grown:
    from sklearn.ensemble import RandomForestClassifier

    held = list(rising) if any(rising) else None
    kept = {**FOREST, "n_estimators": count}
    model = RandomForestClassifier(**kept, monotonic_cst=held, oob_score=unseen, random_state=seed, n_jobs=1)
    model.fit(told.rows, told.truth, sample_weight=told.weights)
    own = model.oob_decision_function_[:, 1] if unseen else None
    trees = [one.tree_ for one in model.estimators_]
    return Grown(trees, model.predict_proba(told.rows[checked(len(told.rows))])[:, 1], own)
