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
Rows = npt.NDArray[np.uint32]
NodeLine = tuple[bool, int, float, int, int, float]
"""What ``GrownNodes`` has of a node, in its order."""
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
FEW_ROWS = 500
"""Of a node, up to which NumPy parts them faster than a compiled part with threads and buffers to set up."""
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
    gradient, hessian = loss.init_gradient_and_hessian(n_samples=len(truth), dtype=np.float32, order="F")
    grower = _Grower(_Binned.of(told.rows, rising, threads), gradient, hessian, threads)
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
        trees.append(grower.tree(raw))
    return Boosted(_as_arrays(trees), float(start), probability_of(raw[checked(len(raw))]))


def _threads(rows: int) -> int:
    from sklearn.utils._openmp_helpers import _openmp_effective_n_threads

    return 1 if rows <= MANY_ROWS else int(_openmp_effective_n_threads())


class _Node:
    """A node that grows: rows by number in their order, and the best split that was found."""

    __slots__ = (
        "curvature",
        "histograms",
        "left",
        "lower",
        "number",
        "right",
        "rows",
        "slope",
        "split",
        "upper",
        "value",
    )

    def __init__(self, rows: Rows, sums: tuple[float, float], value: float, bounds: Any) -> None:
        self.rows, self.value = rows, value
        self.slope, self.curvature = sums
        self.lower, self.upper = bounds
        self.number = 0
        self.split: Any = None
        self.histograms: Any = None
        self.left: Optional[_Node] = None
        self.right: Optional[_Node] = None

    def __lt__(self, other: _Node) -> bool:
        return bool(self.split.gain > other.split.gain)


class _Binned(NamedTuple):
    """Rows in bins of like numbers of them, of the first column and those that differ.

    Attributes
    ----------
    rows : uint8 array (n, columns)
        By columns.
    limits : list of list of float
        Upper ends of the bins of each column.
    bins : uint32 array (columns,)
        How many there are.
    rising : int8 array (columns,)
    column : list of int
        Numbers of the columns among all.
    """

    rows: npt.NDArray[np.uint8]
    limits: list[list[float]]
    bins: npt.NDArray[np.uint32]
    rising: npt.NDArray[np.int8]
    column: list[int]

    @classmethod
    def of(cls, rows: npt.NDArray[np.float32], rising: Sequence[int], threads: int) -> _Binned:
        """Bins as the public class makes them."""
        from sklearn.ensemble._hist_gradient_boosting._binning import _map_to_bins
        from sklearn.ensemble._hist_gradient_boosting.binning import _find_binning_thresholds

        every = [_find_binning_thresholds(column, BINS - 1) for column in rows.T.astype(np.float64)]
        # sums of a root are taken from the bins of the first column, whether it differs or not
        kept = [number for number, own in enumerate(every) if len(own) or not number]
        limits = [every[number] for number in kept]
        wide = rows[:, kept].astype(np.float64)
        binned = np.zeros(wide.shape, np.uint8, order="F")
        none = np.zeros(wide.shape[1], np.uint8)
        _map_to_bins(*(wide, limits, none, BINS - 1, threads, binned))
        bins = np.array([len(own) + 1 for own in limits], np.uint32)
        held = np.asarray(rising, np.int8)[kept]
        return cls(binned, [own.tolist() for own in limits], bins, held, kept)


class _Grower:
    """What all trees of a fit share: gradients and curvatures are read where the loss puts them."""

    def __init__(self, binned: _Binned, gradient: Any, hessian: Any, threads: int) -> None:
        from sklearn.ensemble._hist_gradient_boosting.histogram import HistogramBuilder
        from sklearn.ensemble._hist_gradient_boosting.splitting import Splitter

        self._binned, self._least = binned, int(BOOSTING["min_samples_leaf"])
        self._columns = list(binned.rows.T)
        self._all = np.arange(len(binned.rows), dtype=np.uint32)
        self._step, self._sums = np.zeros(len(binned.rows)), np.zeros((2, BINS))
        self._builder = HistogramBuilder(
            *(binned.rows, int(binned.bins.max()), gradient, hessian, False, threads)
        )
        self._told = (gradient, hessian)
        self._ordered = [
            np.asarray(part) for part in (self._builder.ordered_gradients, self._builder.ordered_hessians)
        ]
        none = np.zeros(binned.rows.shape[1], np.uint8)
        self._splitter = Splitter(
            X_binned=binned.rows,
            n_bins_non_missing=binned.bins,
            missing_values_bin_idx=BINS - 1,
            has_missing_values=none,
            is_categorical=none,
            monotonic_cst=binned.rising,
            l2_regularization=BOOSTING["l2_regularization"],
            min_hessian_to_split=LEAST_CURVATURE,
            min_samples_leaf=self._least,
            n_threads=threads,
        )

    def tree(self, raw: Floats) -> list[NodeLine]:
        """The next tree, the left nodes first; what it says of each row is added to ``raw`` (n,)."""
        order = _in_order(self._grown(), [])
        rate = BOOSTING["learning_rate"]
        leaves = [node for node in order if node.left is None]
        for node in leaves:
            node.value *= rate
        rows = np.concatenate([node.rows for node in leaves])
        self._step[rows] = np.repeat([node.value for node in leaves], [len(node.rows) for node in leaves])
        raw += self._step
        return [self._line(node) for node in order]

    def _root(self) -> _Node:
        for ordered, told in zip(self._ordered, self._told):
            np.copyto(ordered, told)  # as growing leaves those of other nodes behind
        histograms = self._builder.compute_histograms_brute(self._all, None)
        first = histograms.base[0]
        # sums of as many bins as the public class has, which adds them by halves
        self._sums[0, : len(first)], self._sums[1, : len(first)] = (
            first["sum_gradients"],
            first["sum_hessians"],
        )
        slope, curvature = self._sums.sum(axis=1).tolist()
        root = _Node(self._all, (slope, curvature), 0.0, (-np.inf, np.inf))
        root.histograms = histograms
        return root

    def _grown(self) -> _Node:
        """The root of a tree whose best nodes were split until there are leaves enough."""
        root, least = self._root(), 2 * self._least
        heap: list[_Node] = []
        leaves = 1
        if len(root.rows) >= least and root.curvature >= LEAST_CURVATURE:
            self._look(root, heap)
        while heap:
            node = heappop(heap)
            left, right = self._parted(node)
            leaves += 1
            if leaves == BOOSTING["max_leaf_nodes"]:
                break
            few, many = (left, right) if len(left.rows) < len(right.rows) else (right, left)
            if len(many.rows) >= least:
                few.histograms = self._builder.compute_histograms_brute(few.rows, None)
                many.histograms = self._builder.compute_histograms_subtraction(
                    node.histograms, few.histograms, None
                )
                for child in (left, right):
                    if len(child.rows) >= least:
                        self._look(child, heap)
            node.histograms = None
        return root

    def _look(self, node: _Node, heap: list[_Node]) -> None:
        """Find the best split of a node, and put it with those that may be split if it gains."""
        sums = (node.slope, node.curvature, node.value)
        node.split = self._splitter.find_node_split(
            *(len(node.rows), node.histograms, *sums, node.lower, node.upper)
        )
        if node.split.gain > 0:
            heappush(heap, node)

    def _parted(self, node: _Node) -> tuple[_Node, _Node]:
        """Children of a node, held to the middle of their values where the column must not fall."""
        split = node.split
        low, high = self._sides(split, node.rows)
        lower, upper = (node.lower, node.upper), (node.lower, node.upper)
        if self._binned.rising[split.feature_idx]:
            between = (split.value_left + split.value_right) / 2
            lower, upper = (node.lower, between), (between, node.upper)
        sums = (split.sum_gradient_left, split.sum_hessian_left)
        node.left = _Node(low, sums, split.value_left, lower)
        sums = (split.sum_gradient_right, split.sum_hessian_right)
        node.right = _Node(high, sums, split.value_right, upper)
        return node.left, node.right

    def _sides(self, split: Any, rows: Rows) -> tuple[Rows, Rows]:
        """Rows that go left and right, in their order; ``rows`` (n,) may be overwritten."""
        if len(rows) > FEW_ROWS:
            own = rows.copy() if rows is self._all else rows
            low, high, _ = self._splitter.split_indices(split, own)
            return np.asarray(low), np.asarray(high)
        column = self._columns[split.feature_idx]
        goes = (column if rows is self._all else column.take(rows)) <= split.bin_idx
        return rows[goes.nonzero()[0]], rows[(~goes).nonzero()[0]]

    def _line(self, node: _Node) -> NodeLine:
        if node.left is None or node.right is None:
            return True, 0, 0.0, 0, 0, node.value
        column, place = node.split.feature_idx, node.split.bin_idx
        limit = self._binned.limits[column][place]
        return False, self._binned.column[column], limit, node.left.number, node.right.number, node.value


def _in_order(node: _Node, before: list[_Node]) -> list[_Node]:
    """Nodes with a node and all below it behind them, the left ones first, and numbered."""
    node.number = len(before)
    before.append(node)
    if node.left is not None and node.right is not None:
        _in_order(node.left, before)
        _in_order(node.right, before)
    return before


def _as_arrays(trees: Sequence[Sequence[NodeLine]]) -> list[GrownNodes]:
    """Parts of the same arrays, as making small ones takes longer than growing a tree."""
    leaf, column, limit, left, right, value = zip(*(line for tree in trees for line in tree))
    ends = np.cumsum([len(tree) for tree in trees]).tolist()
    whole = np.array(leaf), np.array(limit), np.array(value)
    numbers = np.array([column, left, right], np.intp)
    found = []
    for start, end in zip([0, *ends], ends):
        leaves, limits, values = (part[start:end] for part in whole)
        columns, lefts, rights = numbers[:, start:end]
        found.append(GrownNodes(*(leaves, columns, limits, lefts, rights, values)))
    return found


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
