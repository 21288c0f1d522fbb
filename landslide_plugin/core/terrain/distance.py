"""Exact distance from cell centres to line features.

Lines are sampled at most ``spacing`` apart, their vertices included. The nearest point of a straight
segment is a vertex or has a sample within half a spacing along the segment, so the sample lies at
most ``sqrt(d^2 + spacing^2 / 4)`` away: every segment with a sample within that bound is
measured exactly, and no other can be nearer. Features outside the raster count.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ..errors import InputError
from ..grid import Grid

Array = npt.NDArray[np.float64]

FIRST_SAMPLES = 4
"""Samples looked at for every cell before it is known whether more are needed."""

BLOCK = 1 << 17
"""Cells measured at a time."""


@dataclass(frozen=True)
class LineIndex:
    """Straight segments and an index of samples along them.

    Attributes
    ----------
    segments : float64 array (segments, 4)
        x1, y1, x2, y2 in metres.
    owner : int64 array (samples,)
        Segment each sample lies on.
    spacing : float
        Largest distance between neighbouring samples of a segment.
    tree : scipy.spatial.cKDTree
    """

    segments: Array
    owner: npt.NDArray[np.int64]
    spacing: float
    tree: Any


def point_to_segment_m(x: Array, y: Array, segments: Array) -> Array:
    """Distance from points (n,) to segments (n, 4), pair by pair.

    >>> point_to_segment_m(np.array([3.0, -4.0]), np.array([2.0, 3.0]),
    ...                    np.array([[0.0, 0.0, 9.0, 0.0], [0.0, 0.0, 9.0, 0.0]])).tolist()
    [2.0, 5.0]
    """
    x1, y1, x2, y2 = segments.T
    along_x, along_y = x2 - x1, y2 - y1
    squared = along_x**2 + along_y**2
    share = ((x - x1) * along_x + (y - y1) * along_y) / np.where(squared > 0.0, squared, 1.0)
    share = np.clip(share, 0.0, 1.0)
    return np.asarray(np.hypot(x - (x1 + share * along_x), y - (y1 + share * along_y)))


def near_enough(segments: Array, bounds: tuple[float, float, float, float]) -> Array:
    """The segments that can be nearest to any point within ``bounds`` (west, south, east, north).

    >>> lines = np.array([[0.0, 0.0, 1.0, 0.0], [90.0, 0.0, 91.0, 0.0]])
    >>> near_enough(lines, (0.0, 0.0, 2.0, 2.0)).tolist()
    [[0.0, 0.0, 1.0, 0.0]]
    """
    west, south, east, north = bounds
    x, y = (west + east) / 2.0, (south + north) / 2.0
    shortest = point_to_segment_m(np.full(len(segments), x), np.full(len(segments), y), segments).min()
    farthest = shortest + np.hypot(east - west, north - south) / 2.0
    low, high = np.minimum(segments[:, :2], segments[:, 2:]), np.maximum(segments[:, :2], segments[:, 2:])
    gap_x = np.maximum(np.maximum(west - high[:, 0], low[:, 0] - east), 0.0)
    gap_y = np.maximum(np.maximum(south - high[:, 1], low[:, 1] - north), 0.0)
    return np.asarray(segments[np.hypot(gap_x, gap_y) <= farthest])


def index_lines(segments: Array, spacing: float) -> LineIndex:
    """Index segments (n, 4), in metres, by samples at most ``spacing`` metres apart.

    Raises
    ------
    InputError
        There is no segment, or one has a coordinate that is not finite.
    """
    from scipy.spatial import cKDTree

    if len(segments) == 0 or not np.isfinite(segments).all():
        raise InputError("A line layer has no segment with finite coordinates; repair or leave out the layer")
    length = np.hypot(segments[:, 2] - segments[:, 0], segments[:, 3] - segments[:, 1])
    pieces = np.maximum(np.ceil(length / spacing).astype(np.int64), 1)
    owner = np.repeat(np.arange(len(segments)), pieces + 1)
    first = np.repeat(np.cumsum(pieces + 1) - (pieces + 1), pieces + 1)
    share = (np.arange(owner.size) - first) / pieces[owner]
    x1, y1, x2, y2 = segments[owner].T
    samples = np.column_stack([x1 + share * (x2 - x1), y1 + share * (y2 - y1)])
    return LineIndex(segments, owner, spacing, cKDTree(samples))


def distance_m(index: LineIndex, x: Array, y: Array, samples: int = FIRST_SAMPLES) -> Array:
    """Distance from points (n,) to the nearest segment, in metres.

    Parameters
    ----------
    index : LineIndex
    x, y : float64 arrays (n,)
    samples : int
        Nearest samples looked at first; points for which they do not settle it get four times as many.

    Examples
    --------
    >>> index = index_lines(np.array([[0.0, 0.0, 100.0, 0.0]]), spacing=10.0)
    >>> distance_m(index, np.array([50.0, 103.0]), np.array([7.0, 4.0])).tolist()
    [7.0, 5.0]
    """
    best, unsettled = np.empty(len(x)), np.zeros(len(x), dtype=bool)
    size = max(BLOCK * FIRST_SAMPLES // samples, 1)
    for start in range(0, len(x), size):
        block = slice(start, start + size)
        best[block], unsettled[block] = _measure(index, x[block], y[block], samples)
    if unsettled.any():
        best[unsettled] = distance_m(index, x[unsettled], y[unsettled], samples * 4)
    return best


def _measure(index: LineIndex, x: Array, y: Array, samples: int) -> tuple[Array, npt.NDArray[np.bool_]]:
    """Distance to the segments of the nearest samples, and where another segment may be nearer."""
    count = min(samples, len(index.owner))
    reach, which = index.tree.query(np.column_stack([x, y]), k=count)
    reach, which = reach.reshape(len(x), count), which.reshape(len(x), count)
    nearest = np.full(len(x), np.inf)
    for column in which.T:
        nearest = np.minimum(nearest, point_to_segment_m(x, y, index.segments[index.owner[column]]))
    bound = np.hypot(nearest, index.spacing / 2.0)
    return nearest, (reach[:, -1] <= bound) & (count < len(index.owner))


def index_for_grid(segments: Array, grid: Grid, metres_per_unit: float) -> LineIndex:
    """Index of the segments (in CRS units) that matter for the cells of ``grid``."""
    west, south, east, north = grid.bounds
    bounds = (
        west * metres_per_unit,
        south * metres_per_unit,
        east * metres_per_unit,
        north * metres_per_unit,
    )
    return index_lines(near_enough(segments * metres_per_unit, bounds), grid.cell_size * metres_per_unit)


def distance_of_cells_m(index: LineIndex, grid: Grid, metres_per_unit: float) -> Array:
    """Distance (rows, cols) in metres from the centre of each cell of ``grid`` to the lines.

    >>> grid = Grid(2, 2, (0.0, 10.0, 0.0, 20.0, 0.0, -10.0))
    >>> index = index_for_grid(np.array([[0.0, 0.0, 20.0, 0.0]]), grid, 1.0)
    >>> distance_of_cells_m(index, grid, 1.0).tolist()
    [[15.0, 15.0], [5.0, 5.0]]
    """
    west, width, _, north, _, height = grid.geotransform
    x = (west + (np.arange(grid.cols) + 0.5) * width) * metres_per_unit
    y = (north + (np.arange(grid.rows) + 0.5) * height) * metres_per_unit
    across, down = np.meshgrid(x, y)
    return distance_m(index, across.ravel(), down.ravel()).reshape(grid.shape)
