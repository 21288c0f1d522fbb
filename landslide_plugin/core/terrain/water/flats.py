"""Ways out of flats: how many cells each flat cell is away from where its flat drains.

Heights are never changed for this (no epsilon is added). Water on a flat goes one cell at a time
towards the nearest cell of the same height that has a lower neighbour or is an outlet.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ...progress import SILENT, Progress
from ...types.arrays import Cells, Flags, Surface
from .cells import OFFSETS, steps

UNDRAINED = np.int32(-1)
"""Mark of cells whose flat has no way out: the water stays there."""


def has_lower_neighbour(framed: Surface) -> Flags:
    """Cells (rows, cols) of a framed surface that have a lower neighbour.

    >>> has_lower_neighbour(np.pad(np.array([[3.0, 2.0, 2.0]], np.float32), 1,
    ...                            constant_values=np.nan)).tolist()
    [[True, False, False]]
    """
    rows, cols = framed.shape[0] - 2, framed.shape[1] - 2
    lower = np.zeros((rows, cols), dtype=bool)
    for down, right in OFFSETS:
        lower |= framed[1 + down : 1 + down + rows, 1 + right : 1 + right + cols] < framed[1:-1, 1:-1]
    return lower


def cells_to_way_out(framed: Surface, outlet: Flags, progress: Progress = SILENT) -> npt.NDArray[np.int32]:
    """Cells to go, on cells of the same height, to where each cell drains.

    Parameters
    ----------
    framed : float32 array (rows + 2, cols + 2)
        Heights in a frame of NaN.
    outlet : bool array (rows, cols)
    progress : Progress

    Returns
    -------
    int32 array (rows + 2, cols + 2)
        0 for cells that have a lower neighbour or are outlets, ``UNDRAINED`` where there is no way
        out or no height.

    Examples
    --------
    >>> framed = np.pad(np.array([[2, 2, 2, 2, 1]], np.float32), 1, constant_values=np.nan)
    >>> way = cells_to_way_out(framed, np.array([[False, False, False, False, True]]))
    >>> way[1, 1:-1].tolist()
    [3, 2, 1, 0, 0]
    """
    way = np.full(framed.shape, UNDRAINED, np.int32)
    way[1:-1, 1:-1][has_lower_neighbour(framed) | outlet] = 0
    heights, around, flat = framed.ravel(), steps(framed.shape[1]), way.ravel()
    waiting = np.isfinite(heights) & (flat == UNDRAINED)
    reached = _beside(np.flatnonzero(waiting), heights, flat == 0, around)
    distance = 1
    while reached.size:
        progress.check()
        flat[reached] = distance
        waiting[reached] = False
        reached = _next(reached, heights, waiting, around)
        distance += 1
    return way


def _beside(cells: Cells, heights: Surface, wanted: Flags, around: tuple[int, ...]) -> Cells:
    """Those of ``cells`` that have a wanted neighbour of their own height."""
    found = np.zeros(cells.size, dtype=bool)
    for step in around:
        found |= wanted[cells + step] & (heights[cells + step] == heights[cells])
    return np.asarray(cells[found])


def _next(cells: Cells, heights: Surface, waiting: Flags, around: tuple[int, ...]) -> Cells:
    """Waiting neighbours of ``cells`` at their height, each once."""
    found = []
    for step in around:
        beside = cells + step
        found.append(beside[waiting[beside] & (heights[beside] == heights[cells])])
    return np.asarray(np.unique(np.concatenate(found)))
