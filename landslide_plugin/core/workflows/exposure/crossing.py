"""Straight segments cut where they pass from cell to cell of a grid."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from ...types.arrays import Cells, Flags, Floats
from ...types.grid import Grid

CHUNK = 1 << 19
"""Cuts that are held at once."""


class Pieces(NamedTuple):
    """Pieces of segments, each within one cell or beside the grid.

    Attributes
    ----------
    segment : int array (n,)
        Segment each is of.
    starts, ends : float64 arrays (n, 2)
        Coordinates.
    rows, cols : int arrays (n,)
        Cell of its middle, 0 beside the grid.
    inside : bool array (n,)
        False beside the grid.
    """

    segment: Cells
    starts: Floats
    ends: Floats
    rows: Cells
    cols: Cells
    inside: Flags


def cell_pieces(ends: Floats, grid: Grid, longest: float) -> Iterator[Pieces]:
    """Cut segments at the edges of cells, and beside the grid so that no piece is longer than asked.

    Parameters
    ----------
    ends : float64 array (n, 4)
        x1, y1, x2, y2 in the CRS of the grid.
    longest : float
        In units of the CRS.

    Examples
    --------
    >>> grid = Grid(2, 2, (0.0, 10.0, 0.0, 20.0, 0.0, -10.0))
    >>> pieces = next(cell_pieces(np.array([[5.0, 5.0, 25.0, 5.0]]), grid, 100.0))
    >>> pieces.ends[:, 0].tolist(), pieces.cols.tolist(), pieces.inside.tolist()
    ([10.0, 20.0, 25.0], [0, 1, 0], [True, True, False])
    """
    west, width, _, north, _, height = grid.geotransform
    place = np.column_stack(
        [
            (ends[:, 0::2] - west) / width,
            (ends[:, 1::2] - north) / height,
        ]
    )  # columns of both ends, then rows of both ends
    parts = np.maximum(np.ceil(np.hypot(ends[:, 2] - ends[:, 0], ends[:, 3] - ends[:, 1]) / longest), 1.0)
    limits = ((0, 1, grid.cols), (2, 3, grid.rows))
    cuts = parts + sum(
        np.abs(np.diff(np.clip(place[:, [a, b]], 0, most), axis=1))[:, 0] for a, b, most in limits
    )
    group = np.floor(np.cumsum(cuts) / CHUNK).astype(np.int64)
    for start, stop in _runs(group):
        yield _pieces(ends[start:stop], place[start:stop], parts[start:stop], grid, start)


def _runs(group: Cells) -> Iterator[tuple[int, int]]:
    """First and one past the last place of each run of equal numbers."""
    edges = np.concatenate([[0], np.flatnonzero(np.diff(group)) + 1, [len(group)]])
    for start, stop in zip(edges[:-1].tolist(), edges[1:].tolist()):
        if stop > start:
            yield start, stop


def _pieces(ends: Floats, place: Floats, parts: Floats, grid: Grid, first: int) -> Pieces:
    count = len(ends)
    owner, at = [np.repeat(np.arange(count), 2)], [np.tile([0.0, 1.0], count)]
    which, step = _counted(parts - 1.0)
    owner.append(which)
    at.append((step + 1.0) / parts[which])
    for a, b, most in ((0, 1, grid.cols), (2, 3, grid.rows)):
        low = np.ceil(np.clip(np.minimum(place[:, a], place[:, b]), 0, most))
        high = np.floor(np.clip(np.maximum(place[:, a], place[:, b]), 0, most))
        run = place[:, b] - place[:, a]
        which, step = _counted(np.where(run != 0.0, high - low + 1.0, 0.0))
        owner.append(which)
        at.append((low[which] + step - place[which, a]) / run[which])
    segment, share = np.concatenate(owner), np.concatenate(at)
    keep = (share >= 0.0) & (share <= 1.0)
    segment, share = segment[keep], share[keep]
    order = np.lexsort((share, segment))
    segment, share = segment[order], share[order]
    piece = np.flatnonzero((segment[1:] == segment[:-1]) & (share[1:] > share[:-1]))
    segment, begin, end = segment[piece], share[piece], share[piece + 1]
    one, along = ends[segment, :2], ends[segment, 2:] - ends[segment, :2]
    middle = (begin + end) / 2.0
    cols = np.floor(place[segment, 0] + middle * (place[segment, 1] - place[segment, 0]))
    rows = np.floor(place[segment, 2] + middle * (place[segment, 3] - place[segment, 2]))
    inside = (rows >= 0) & (rows < grid.rows) & (cols >= 0) & (cols < grid.cols)
    return Pieces(
        segment + first,
        starts=one + begin[:, None] * along,
        ends=one + end[:, None] * along,
        rows=np.where(inside, rows, 0).astype(np.intp),
        cols=np.where(inside, cols, 0).astype(np.intp),
        inside=inside,
    )


def _counted(counts: Floats) -> tuple[Cells, Floats]:
    """Each index as often as its count says, and the number of each repeat from 0."""
    often = np.maximum(counts, 0.0).astype(np.int64)
    which = np.repeat(np.arange(len(often)), often)
    first = np.repeat(np.cumsum(often) - often, often)
    return which, (np.arange(len(which)) - first).astype(np.float64)
