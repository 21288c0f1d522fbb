"""Exact distance from cell centres to line features.

Lines are sampled at most ``spacing`` apart, their vertices included. The nearest point of a straight
segment is a vertex or has a sample within half a spacing along the segment, so the sample lies at
most ``sqrt(d^2 + spacing^2 / 4)`` away: every segment with a sample within that bound is
measured exactly, and no other can be nearer. Features outside the raster count. Places are in space
(x, y, z in metres), so that a plane and an ellipsoid are treated alike, see ``ground``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ..errors import InputError
from ..types.arrays import Floats
from ..types.ground import MEAN_RADIUS_M, Ground

FIRST_SAMPLES = 4
"""Samples looked at for every cell before it is known whether more are needed."""

BLOCK = 1 << 17
"""Cells measured at a time."""


@dataclass(frozen=True)
class LineIndex:
    """Straight segments and an index of samples along them.

    Attributes
    ----------
    segments : float64 array (segments, 2, 3)
        Both ends in metres.
    owner : int64 array (samples,)
        Segment each sample lies on.
    spacing : float
        Largest distance between neighbouring samples of a segment.
    tree : scipy.spatial.cKDTree
    """

    segments: Floats
    owner: npt.NDArray[np.int64]
    spacing: float
    tree: Any


def point_to_segment_m(points: Floats, segments: Floats) -> Floats:
    """Distance from points (n, 3) to segments (n, 2, 3), pair by pair.

    >>> line = np.array([[0.0, 0.0, 0.0], [9.0, 0.0, 0.0]])
    >>> point_to_segment_m(np.array([[3.0, 2.0, 0.0], [-4.0, 3.0, 0.0]]), np.stack([line, line])).tolist()
    [2.0, 5.0]
    """
    start, along = segments[:, 0], segments[:, 1] - segments[:, 0]
    squared = np.einsum("ij,ij->i", along, along)
    share = np.einsum("ij,ij->i", points - start, along) / np.where(squared > 0.0, squared, 1.0)
    share = np.clip(share, 0.0, 1.0)
    return np.asarray(np.linalg.norm(points - (start + share[:, None] * along), axis=1))


def near_enough(segments: Floats, ground: Ground) -> Floats:
    """The segments (n, 2, 3) that can be nearest to a cell of ``ground``.

    >>> from ..types.ground import plane
    >>> ends = np.array([[[x, 0.0, 0.0], [x, 9.0, 0.0]] for x in (0.0, 9e6)])
    >>> len(near_enough(ends, plane((2, 2), 10.0, 10.0)))
    1
    """
    corners = ground.centres_of([0, 0, -1, -1], [0, -1, 0, -1])
    middle = corners.mean(axis=0)
    reach = 1.01 * float(np.linalg.norm(corners - middle, axis=1).max())
    if ground.is_curved:
        reach += reach**2 / MEAN_RADIUS_M
    away = point_to_segment_m(np.broadcast_to(middle, (len(segments), 3)), segments)
    return np.asarray(segments[away <= away.min() + 2.0 * reach])


def index_lines(segments: Floats, spacing: float) -> LineIndex:
    """Index segments (n, 2, 3), in metres, by samples at most ``spacing`` metres apart.

    Raises
    ------
    InputError
        There is no segment, or one has a coordinate that is not finite.

    Examples
    --------
    >>> len(index_lines(np.array([[[0.0, 0.0, 0.0], [30.0, 0.0, 0.0]]]), 10.0).owner)
    4
    """
    from scipy.spatial import cKDTree

    if len(segments) == 0 or not np.isfinite(segments).all():
        raise InputError("A line layer has no segment with finite coordinates; repair or leave out the layer")
    length = np.linalg.norm(segments[:, 1] - segments[:, 0], axis=1)
    pieces = np.maximum(np.ceil(length / spacing).astype(np.int64), 1)
    pieces[length > 0.0] += 1
    owner = np.repeat(np.arange(len(segments)), pieces)
    first = np.repeat(np.cumsum(pieces) - pieces, pieces)
    share = (np.arange(owner.size) - first) / np.maximum(pieces - 1, 1)[owner]
    samples = segments[owner, 0] + share[:, None] * (segments[owner, 1] - segments[owner, 0])
    return LineIndex(segments, owner, spacing, cKDTree(samples))


def distance_m(index: LineIndex, points: Floats, samples: int = FIRST_SAMPLES) -> Floats:
    """Distance in space from points (n, 3) to the nearest segment, in metres.

    Parameters
    ----------
    index : LineIndex
    points : float64 array (n, 3)
    samples : int
        Nearest samples looked at first; points for which they do not settle it get four times as many.

    Examples
    --------
    >>> index = index_lines(np.array([[[0.0, 0.0, 0.0], [100.0, 0.0, 0.0]]]), spacing=10.0)
    >>> distance_m(index, np.array([[50.0, 7.0, 0.0], [103.0, 4.0, 0.0]])).tolist()
    [7.0, 5.0]
    """
    best, unsettled = np.empty(len(points)), np.zeros(len(points), dtype=bool)
    size = max(BLOCK * FIRST_SAMPLES // samples, 1)
    for start in range(0, len(points), size):
        block = slice(start, start + size)
        best[block], unsettled[block] = _measure(index, points[block], samples)
    if unsettled.any():
        best[unsettled] = distance_m(index, points[unsettled], samples * 4)
    return best


def _measure(index: LineIndex, points: Floats, samples: int) -> tuple[Floats, npt.NDArray[np.bool_]]:
    """Distance to the segments of the nearest samples, and where another segment may be nearer."""
    count = min(samples, len(index.owner))
    reach, which = index.tree.query(points, k=count)
    reach, which = reach.reshape(len(points), count), which.reshape(len(points), count)
    nearest = np.full(len(points), np.inf)
    for column in which.T:
        nearest = np.minimum(nearest, point_to_segment_m(points, index.segments[index.owner[column]]))
    bound = np.hypot(nearest, index.spacing / 2.0)
    return nearest, (reach[:, -1] <= bound) & (count < len(index.owner))


def index_for_ground(segments: Floats, ground: Ground) -> LineIndex:
    """Index of the segments (n, 2, 3) that matter for the cells of ``ground``."""
    return index_lines(near_enough(segments, ground), ground.cell_size_m)


def distance_of_cells_m(index: LineIndex, ground: Ground) -> Floats:
    """Distance (rows, cols) in metres from the centre of each cell of ``ground`` to the lines.

    >>> from ..types.ground import plane
    >>> ground = plane((2, 2), 10.0, 10.0)
    >>> index = index_for_ground(np.array([[[0.0, -20.0, 0.0], [20.0, -20.0, 0.0]]]), ground)
    >>> distance_of_cells_m(index, ground).tolist()
    [[15.0, 15.0], [5.0, 5.0]]
    """
    straight = distance_m(index, ground.centres())
    return ground.length_m(straight).reshape(ground.shape)


def cells_as_segments(cells: npt.NDArray[np.bool_], ground: Ground) -> Floats:
    """The centres of the marked cells (rows, cols) as segments (n, 2, 3) without length.

    >>> from ..types.ground import plane
    >>> cells_as_segments(np.array([[False, True]]), plane((1, 2), 10.0, 10.0)).shape
    (1, 2, 3)
    """
    places = ground.centres_of(*np.nonzero(cells))
    return np.stack([places, places], axis=1)
