"""Variable selection for mapping: each branch is a function of one number, read from a table.

A gated residual network over 64 units for every factor of every cell is most of a map's arithmetic,
yet its input is a single number. Its output is tabulated once, when a bundle is loaded, over a range
that follows from the encoder alone; between knots it is interpolated by cubics, so that few knots do
and the tables stay in the processor's cache. A row with a value outside the range is computed
directly, so a cell's result never depends on the raster it lies in.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

import numpy as np

from .branches import Branches, Floats
from .knots import Knots, Places, Range
from .layers import Array, Weights

TOLERANCE = 1e-5
FIRST_INTERVALS, LAST_INTERVALS = 1024, 8192


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
        self._branches = Branches(weights, name)
        self._table = _Table.build(Branches(weights, name, np.float64), ranges) if ranges else None

    @property
    def knots(self) -> Optional[Knots]:
        """Knots of the tables; None if rows are computed directly."""
        return self._table.knots if self._table else None

    @property
    def table_bytes(self) -> int:
        """Memory of the tables."""
        return self._table.values.nbytes + self._table.importance.nbytes if self._table else 0

    def rows(self, values: Array, places: Optional[Places] = None) -> Array:
        """Selected rows (rows, units) of inputs (rows, inputs), each row by itself.

        Parameters
        ----------
        places : Places, optional
            Where the values lie among ``knots``, if that is known from another network already.
        """
        if self._table is None:
            return self._branches.selected(values)
        places = places or self._table.knots.places(values)
        found = self._table.rows(places)
        if len(places.outside):
            found[places.outside] = self._branches.selected(values[places.outside])
        return found


class _Table:
    """Branch values (knots, units) and importances (knots,) at the knots of each input."""

    def __init__(self, knots: Knots, values: Array, importance: Array) -> None:
        self.knots, self.values, self.importance = knots, values, importance

    @classmethod
    def build(cls, branches: Branches, ranges: Sequence[Range]) -> Optional[_Table]:
        """Tables refined until they meet the branches to ``TOLERANCE`` in the middle between knots."""
        intervals = FIRST_INTERVALS
        while intervals <= LAST_INTERVALS:
            knots = Knots.over(ranges, intervals)
            pieces = [_piece(branches, i, knots.values(i)) for i in range(len(ranges))]
            if all(_gap(branches, i, knots, piece) <= TOLERANCE for i, piece in enumerate(pieces)):
                values, importance = (np.concatenate(part).astype(np.float32) for part in zip(*pieces))
                return cls(knots, values, importance)
            intervals *= 2
        return None

    def rows(self, places: Places) -> Array:
        """Interpolated selection (rows, units); rows outside the ranges hold nothing of use."""
        from scipy.sparse import csr_matrix

        count, inputs, _ = places.knots.shape
        shares = np.einsum("nik,nik->in", self.importance.take(places.knots), places.weights)
        shares -= shares.max(axis=0)
        np.exp(shares, out=shares)
        total = shares[0].copy()
        for share in shares[1:]:  # one by one: a sum along an axis may add a lone row's in another order
            total += share
        shares /= total
        entries = places.weights * shares.T[..., None]
        starts = np.arange(0, 4 * inputs * count + 1, 4 * inputs, dtype=np.int32)
        shape = (count, len(self.values))
        picked = csr_matrix((entries.reshape(-1), places.knots.reshape(-1), starts), shape=shape, copy=False)
        return np.asarray(picked @ self.values)


def _piece(branches: Branches, variable: int, values: Floats) -> tuple[Floats, Floats]:
    """Encoding (values, units) and importance (values,) of one input's branch."""
    encoded, importance = branches.encoded(variable, values)
    return np.ascontiguousarray(encoded.T), importance


def _gap(branches: Branches, variable: int, knots: Knots, piece: tuple[Floats, Floats]) -> float:
    """Largest error of the cubics in the middle between knots, where they are worst."""
    if knots.count(variable) == 1:
        return 0.0
    exact = _piece(branches, variable, knots.values(variable, middles=True))
    gap = 0.0
    for table, truth in zip(piece, exact):
        cubic = (9.0 * (table[1:-2] + table[2:-1]) - (table[:-3] + table[3:])) / 16.0
        gap = max(gap, float(np.abs(cubic - truth).max()))
    return gap
