"""Grow boosted trees without what scikit-learn does for each of their nodes in Python.

A split of a few hundred rows takes microseconds; objects, clocks and records around it take ten times as long. Here
scikit-learn's compiled parts are called with what its own classes hand to them, in their order, so that the trees are
the very same; another version than those known here is used by its public classes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import Any, NamedTuple, Optional

import numpy as np
import numpy.typing as npt

from ....types.odds import probability_of
from .rows import ClassedRows, checked, is_known

Floats = npt.NDArray[np.float64]
BOOSTING: dict[str, Any] = {
    "learning_rate": 0.05,
    "max_iter": 100,
    "max_leaf_nodes": 8,
    "min_samples_leaf": 20,
    "l2_regularization": 1.0,
    "early_stopping": False,
}
BINS = 256
"""Of a column, the last of them for missing values, which rows here do not have."""
LEAST_CURVATURE = 1e-3
"""Sum of second derivatives that a node needs to be split, as the public class has it."""
MANY_ROWS = 20_000
"""Rows from which threads are worth their waiting for each other at every split."""
BINNED_ALL = 200_000
"""Rows up to which all are asked for the bins; the public class draws some of more."""


class GrownNodes(NamedTuple):
    """Nodes of a tree, each before those below it.

    Attributes
    ----------
    leaf : bool array (nodes,)
    column, left, right : int array (nodes,)
    limit : float64 array (nodes,)
        Largest value that goes left.
    value : float64 array (nodes,)
        Log odds of a leaf.
    """

    leaf: npt.NDArray[np.bool_]
    column: npt.NDArray[np.intp]
    limit: Floats
    left: npt.NDArray[np.intp]
    right: npt.NDArray[np.intp]
    value: Floats


@dataclass(frozen=True)
class Boosted:
    """Boosted trees.

    Attributes
    ----------
    trees : list of GrownNodes
    start : float
        Log odds before the first tree.
    share : float64 array (m,)
        Probability at the rows that ``rows.checked`` names, from the leaves that growing put them in.
    """

    trees: list[GrownNodes]
    start: float
    share: Floats


def grow_boosting(told: ClassedRows, rising: Sequence[int], seed: int) -> Boosted:
    """Trees of eight leaves and twenty rows a leaf, each on what those before it left over (Friedman 2001).

    Parameters
    ----------
    told : ClassedRows
        Of both classes.
    rising : sequence of int
        1 for columns with which the probability must not fall, else 0.
    seed : int
        Counts where rows are so many that bins are taken from some of them.
    """
    whole = len(told.rows) <= BINNED_ALL and not np.isnan(told.rows).any()
    if not (is_known() and whole):
        return _by_public_class(told, rising, seed)
    from sklearn._loss.loss import HalfBinomialLoss

    threads = _threads(len(told.rows))
    truth, weights = told.truth.astype(np.float64), np.ascontiguousarray(told.weights, np.float64)
    loss = HalfBinomialLoss(sample_weight=weights)
    start = loss.fit_intercept_only(y_true=truth, sample_weight=weights)
    raw = np.zeros(len(truth)) + start
    grower = _Grower.of(told.rows, rising, threads)
    gradient, hessian = loss.init_gradient_and_hessian(n_samples=len(truth), dtype=np.float32, order="F")
    trees = []
    for _ in range(BOOSTING["max_iter"]):
        loss.gradient_hessian(
            y_true=truth,
            raw_prediction=raw,
            sample_weight=weights,
            gradient_out=gradient,
            hessian_out=hessian,
            n_threads=threads,
        )
        trees.append(grower.tree(gradient, hessian, raw))
    return Boosted(trees, float(start), probability_of(raw[checked(len(raw))]))


def _threads(rows: int) -> int:
    from sklearn.utils._openmp_helpers import _openmp_effective_n_threads

    return 1 if rows <= MANY_ROWS else int(_openmp_effective_n_threads())


class _Node:
    """A node that grows: its rows are a part of the partition, its split is the best one found."""

    __slots__ = (
        "curvature",
        "histograms",
        "left",
        "lower",
        "right",
        "rows",
        "slope",
        "split",
        "start",
        "stop",
        "upper",
        "value",
    )

    def __init__(
        self, rows: Any, place: tuple[int, int], sums: tuple[float, float], value: float, bounds: Any
    ) -> None:
        self.rows, (self.start, self.stop) = rows, place
        (self.slope, self.curvature), self.value = sums, value
        self.lower, self.upper = bounds
        self.split: Any = None
        self.histograms: Any = None
        self.left: Optional[_Node] = None
        self.right: Optional[_Node] = None

    def __lt__(self, other: _Node) -> bool:
        return bool(self.split.gain > other.split.gain)

    def __len__(self) -> int:
        return self.stop - self.start


@dataclass(frozen=True)
class _Grower:
    """What all trees of a fit share.

    Attributes
    ----------
    binned : uint8 array (n, columns)
        By columns.
    limits : list of float64 array
        Upper ends of the bins of each column.
    bins : uint32 array (columns,)
        How many there are.
    rising : int8 array (columns,)
    threads : int
    """

    binned: npt.NDArray[np.uint8]
    limits: list[Floats]
    bins: npt.NDArray[np.uint32]
    rising: npt.NDArray[np.int8]
    threads: int

    @classmethod
    def of(cls, rows: npt.NDArray[np.float32], rising: Sequence[int], threads: int) -> _Grower:
        """Rows in bins of like numbers of them."""
        from sklearn.ensemble._hist_gradient_boosting._binning import _map_to_bins
        from sklearn.ensemble._hist_gradient_boosting.binning import _find_binning_thresholds

        wide = rows.astype(np.float64)
        limits = [_find_binning_thresholds(column, BINS - 1) for column in wide.T]
        binned = np.zeros(wide.shape, np.uint8, order="F")
        none = np.zeros(wide.shape[1], np.uint8)
        _map_to_bins(*(wide, limits, none, BINS - 1, threads, binned))
        bins = np.array([len(own) + 1 for own in limits], np.uint32)
        return cls(binned, limits, bins, np.asarray(rising, np.int8), threads)

    def tree(self, gradient: Any, hessian: Any, raw: Floats) -> GrownNodes:
        """The next tree; what it says of each row is added to ``raw`` (n,)."""
        from sklearn.ensemble._hist_gradient_boosting.histogram import HistogramBuilder
        from sklearn.ensemble._hist_gradient_boosting.splitting import Splitter

        builder = HistogramBuilder(*(self.binned, BINS, gradient, hessian, False, self.threads))
        none = np.zeros(self.binned.shape[1], np.uint8)
        splitter = Splitter(
            X_binned=self.binned,
            n_bins_non_missing=self.bins,
            missing_values_bin_idx=BINS - 1,
            has_missing_values=none,
            is_categorical=none,
            monotonic_cst=self.rising,
            l2_regularization=BOOSTING["l2_regularization"],
            min_hessian_to_split=LEAST_CURVATURE,
            min_samples_leaf=BOOSTING["min_samples_leaf"],
            n_threads=self.threads,
        )
        root = self._grown(builder, splitter)
        partition, rate = np.asarray(splitter.partition), BOOSTING["learning_rate"]
        order = _in_order(root)
        for node in order:
            if node.left is None:
                node.value *= rate
                raw[partition[node.start : node.stop]] += node.value
        return self._nodes(order)

    def _grown(self, builder: Any, splitter: Any) -> _Node:
        """The root of a tree whose best nodes were split until there are leaves enough."""
        partition = splitter.partition
        histograms = builder.compute_histograms_brute(partition, None)
        first = histograms.base[0]
        sums = (first["sum_gradients"].sum(), first["sum_hessians"].sum())
        root = _Node(partition, (0, len(self.binned)), sums, 0.0, (-np.inf, np.inf))
        root.histograms = histograms
        heap: list[_Node] = []
        leaves = 1
        if self._may_split(root) and sums[1] >= LEAST_CURVATURE:
            _look(splitter, root, heap)
        while heap:
            node = heappop(heap)
            left, right = self._parted(splitter, node)
            leaves += 1
            if leaves == BOOSTING["max_leaf_nodes"]:
                break
            several = [child for child in (left, right) if self._may_split(child)]
            if several:
                few, many = (left, right) if len(left) < len(right) else (right, left)
                few.histograms = builder.compute_histograms_brute(few.rows, None)
                many.histograms = builder.compute_histograms_subtraction(
                    node.histograms, few.histograms, None
                )
                for child in several:
                    _look(splitter, child, heap)
            node.histograms = None
        return root

    def _may_split(self, node: _Node) -> bool:
        return len(node) >= 2 * int(BOOSTING["min_samples_leaf"])

    def _parted(self, splitter: Any, node: _Node) -> tuple[_Node, _Node]:
        """Children of a node, held to the middle of their values where the column must not fall."""
        split = node.split
        left, right, count = splitter.split_indices(split, node.rows)
        middle, low, high = node.start + count, (node.lower, node.upper), (node.lower, node.upper)
        if self.rising[split.feature_idx]:
            between = (split.value_left + split.value_right) / 2
            low, high = (node.lower, between), (between, node.upper)
        sums = (split.sum_gradient_left, split.sum_hessian_left)
        node.left = _Node(left, (node.start, middle), sums, split.value_left, low)
        sums = (split.sum_gradient_right, split.sum_hessian_right)
        node.right = _Node(right, (middle, node.stop), sums, split.value_right, high)
        return node.left, node.right

    def _nodes(self, order: Sequence[_Node]) -> GrownNodes:
        number = {id(node): place for place, node in enumerate(order)}
        leaf = [node.left is None for node in order]
        column = [0 if end else node.split.feature_idx for node, end in zip(order, leaf)]
        limit = [
            0.0 if end else self.limits[node.split.feature_idx][node.split.bin_idx]
            for node, end in zip(order, leaf)
        ]
        left, right = (
            [0 if end else number[id(getattr(node, side))] for node, end in zip(order, leaf)]
            for side in ("left", "right")
        )
        value = [node.value for node in order]
        whole = (np.array(part, np.intp) for part in (column, left, right))
        columns, lefts, rights = whole
        return GrownNodes(*(np.array(leaf), columns, np.array(limit), lefts, rights, np.array(value)))


def _look(splitter: Any, node: _Node, heap: list[_Node]) -> None:
    """Find the best split of a node, and put it with those that may be split if it gains."""
    found = splitter.find_node_split(
        len(node),
        node.histograms,
        node.slope,
        node.curvature,
        node.value,
        lower_bound=node.lower,
        upper_bound=node.upper,
    )
    node.split = found
    if found.gain > 0:
        heappush(heap, node)


def _in_order(node: _Node) -> list[_Node]:
    """A node and all below it, the left ones first."""
    if node.left is None or node.right is None:
        return [node]
    return [node, *_in_order(node.left), *_in_order(node.right)]


def _by_public_class(told: ClassedRows, rising: Sequence[int], seed: int) -> Boosted:
    from sklearn import config_context
    from sklearn.ensemble import HistGradientBoostingClassifier
    from threadpoolctl import threadpool_limits

    held = list(rising) if any(rising) else None
    model = HistGradientBoostingClassifier(**BOOSTING, monotonic_cst=held, random_state=seed)
    threads = threadpool_limits(_threads(len(told.rows)), user_api="openmp")
    with threads, config_context(skip_parameter_validation=True):
        model.fit(told.rows, told.truth, sample_weight=told.weights)
        share = model.predict_proba(told.rows[checked(len(told.rows))])[:, 1]
    trees = []
    for (predictor,) in model._predictors:
        nodes = predictor.nodes
        named = ("feature_idx", "num_threshold", "left", "right", "value")
        column, limit, left, right, value = (nodes[name] for name in named)
        whole = (part.astype(np.intp) for part in (column, left, right))
        columns, lefts, rights = whole
        leaf = nodes["is_leaf"].astype(bool)
        trees.append(GrownNodes(*(leaf, columns, limit, lefts, rights, value)))
    return Boosted(trees, float(np.ravel(model._baseline_prediction)[0]), share)
