"""Variable selection for mapping: each branch is a function of one number, read from a table.

A gated residual network over 64 units for every factor of every cell is most of a map's arithmetic,
yet its input is a single number. Its output is tabulated once, when a bundle is loaded, over a range
that follows from the encoder alone; between knots it is interpolated. A row with a value outside the
range is computed directly, so a cell's result never depends on the raster it lies in.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

import numpy as np
import numpy.typing as npt

from .numpy_layers import (
    Array,
    Weights,
    rows_in_chunks,
    selected,
    selection_branches,
    softmax,
)

Range = tuple[float, float]

TOLERANCE = 1e-5
FIRST_INTERVALS, LAST_INTERVALS = 1024, 16384
DIRECT_CHUNK = 64
_STACKED = (
    *(f"{part}.{kind}" for part in ("input", "output", "gate", "skip") for kind in ("kernel", "bias")),
    "norm.gamma",
    "norm.beta",
)


class Selection:
    """Weighted sum of the branches of rows (rows, inputs), before the last gated residual network.

    Parameters
    ----------
    weights : dict of str to float32 array
    name : str
        Weights of the branches, ``<name>.input`` and so on.
    ranges : sequence of (float, float), optional
        Range of every input to tabulate; without it, or where a branch bends too much to be
        tabulated to ``TOLERANCE``, rows are computed directly.
    """

    def __init__(self, weights: Weights, name: str, ranges: Optional[Sequence[Range]] = None) -> None:
        self._weights, self._name = weights, name
        self._table = _Table.build(weights, name, ranges) if ranges else None

    def rows(self, values: Array) -> Array:
        """Selected rows (rows, units) of inputs (rows, inputs), each row by itself."""
        if self._table is None:
            return rows_in_chunks(self._direct, values, DIRECT_CHUNK)
        outside = np.flatnonzero(self._table.outside(values))
        found = self._table.rows(values)
        if len(outside):
            found[outside] = rows_in_chunks(self._direct, values[outside], DIRECT_CHUNK)
        return found

    def _direct(self, values: Array) -> Array:
        return selected(*selection_branches(values, self._weights, self._name))


class _Table:
    """Branch values and importances at knots of each input.

    Knots are equally spaced in x / (1 + abs(x)): densest around the mean, where the layer norm of a
    branch turns fastest, and sparse far out.
    """

    def __init__(
        self, ranges: Sequence[Range], counts: npt.NDArray[np.int32], values: Array, importance: Array
    ) -> None:
        self._low, self._high = (np.array(ends, np.float32) for ends in zip(*ranges))
        self._start = _bent(self._low)
        self._per_unit = (counts / (_bent(self._high) - self._start)).astype(np.float32)
        self._last = counts - 1
        self._first = np.concatenate([[0], np.cumsum(counts + 1)[:-1]]).astype(np.int32)
        self._values, self._importance = values, importance

    @classmethod
    def build(cls, weights: Weights, name: str, ranges: Sequence[Range]) -> Optional[_Table]:
        """Tables refined until halving the interval changes nothing by more than ``TOLERANCE``."""
        pieces = []
        for variable, (low, high) in enumerate(ranges):
            piece = _refined(weights, name, variable, low, high)
            if piece is None:
                return None
            pieces.append(piece)
        counts = np.array([len(values) - 1 for values, _ in pieces], np.int32)
        values, importance = (np.concatenate(part) for part in zip(*pieces))
        return cls(ranges, counts, np.ascontiguousarray(values), importance)

    def outside(self, values: Array) -> npt.NDArray[np.bool_]:
        """Rows (rows,) with a value beyond the tabulated ranges."""
        return np.asarray(((values < self._low) | (values > self._high)).any(axis=1))

    def rows(self, values: Array) -> Array:
        """Interpolated selection (rows, units); rows outside the ranges hold nothing of use."""
        from scipy.sparse import csr_matrix

        place = (_bent(values) - self._start) * self._per_unit
        knot = np.clip(place, 0, self._last).astype(np.int32)
        share = np.clip(place - knot, 0.0, 1.0)
        knot += self._first
        low = self._importance[knot]
        weight = softmax(low + (self._importance[knot + 1] - low) * share, axis=1)
        count, inputs = values.shape
        entries = np.empty((count, inputs, 2), np.float32)
        np.multiply(weight, share, out=entries[..., 1])
        np.subtract(weight, entries[..., 1], out=entries[..., 0])
        columns = np.stack([knot, knot + 1], axis=-1)
        starts = np.arange(0, 2 * inputs * count + 1, 2 * inputs, dtype=np.int32)
        shape = (count, len(self._values))
        picked = csr_matrix((entries.reshape(-1), columns.reshape(-1), starts), shape=shape, copy=False)
        return np.asarray(picked @ self._values)


def _refined(
    weights: Weights, name: str, variable: int, low: float, high: float
) -> Optional[tuple[Array, Array]]:
    if (low, high) == (0.0, 1.0):  # a category's column holds nothing between
        return _branch(weights, name, variable, np.array([0.0, 1.0], np.float32))
    intervals = FIRST_INTERVALS
    coarse = _branch(weights, name, variable, _knots(low, high, intervals))
    while intervals < LAST_INTERVALS:
        intervals *= 2
        fine = _branch(weights, name, variable, _knots(low, high, intervals))
        gap = max(float(np.abs(new[1::2] - (old[1:] + old[:-1]) / 2).max()) for new, old in zip(fine, coarse))
        if gap <= 4 * TOLERANCE:  # a quarter of the gap is left at half the interval
            return fine
        coarse = fine
    return None


def _knots(low: float, high: float, intervals: int) -> Array:
    start, stop = (end / (1.0 + abs(end)) for end in (low, high))
    even = np.linspace(start, stop, intervals + 1)
    return np.asarray(even / (1.0 - np.abs(even)), dtype=np.float32)


def _bent(values: Array) -> Array:
    return values / (np.float32(1.0) + np.abs(values))


def _branch(weights: Weights, name: str, variable: int, values: Array) -> tuple[Array, Array]:
    """Encoding (values, units) and importance (values,) of one input's branch."""
    own = {part: weights[f"{name}.{part}"][variable : variable + 1] for part in _STACKED}
    shared = {part: weights[f"{name}.{part}"] for part in ("importance.kernel", "importance.bias")}
    one = {f"one.{part}": array for part, array in {**own, **shared}.items()}
    encoded, importance = selection_branches(values[:, None], one, "one")
    return encoded[0], importance[0, :, 0]
