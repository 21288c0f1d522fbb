"""Flow accumulation: how much area drains through each cell.

A cell hands its water on once all cells above it have handed over to it: to all lower neighbours in
proportion to the slope towards each, raised to an exponent (Freeman 1991, Computers & Geosciences 17,
eq. 1; exponent 1.1), or by one of the other methods of ``directions``. A cell that can hand nothing on
keeps what it gets: it is an outlet or, on a surface that was not filled, the bottom of a depression.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ...progress import SILENT, Progress
from ...types.arrays import Cells, Flags, Heights, Metres, Values
from ...types.ground import by_row
from .cells import frame, require_surface, steps
from .directions import Routing, falls, inverse_lengths, weights
from .flats import cells_to_way_out

REPORT_EVERY = 64
"""Levels between two reports of progress."""

BLOCK = 1 << 15
"""Cells whose receivers are counted at a time."""


@dataclass(frozen=True)
class Flow:
    """What comes down to each cell.

    Attributes
    ----------
    area_m2 : float64 array (rows, cols)
        Area that drains through the cell, the cell itself included; NaN where there is no height.
    is_cut : bool array (rows, cols)
        Water may come in over the edge of the DEM somewhere above: the area is too small.
    """

    area_m2: Heights
    is_cut: Flags


def routing_of(
    heights: Values,
    outlet: Flags,
    dx: Metres,
    dy: Metres,
    *,
    method: str = "multiple",
    exponent: float = 1.1,
    progress: Progress = SILENT,
) -> Routing:
    """What decides where water goes on a surface.

    Parameters
    ----------
    heights : float array (rows, cols)
        Heights in metres, usually with depressions filled; NaN where there is none.
    outlet : bool array (rows, cols)
        Cells from which water may leave, see ``cells.outlets``.
    dx, dy : float or float64 array (rows,)
        Cell width and height in metres.
    method : {"multiple", "d8", "d_infinity"}
    exponent : float
        Concentration of the multiple flow; large values give all water to the steepest neighbour.
    progress : Progress
    """
    require_surface(heights)
    framed = frame(heights)
    rows, cols = framed.shape
    way_out = cells_to_way_out(framed, outlet, progress)
    inverse = inverse_lengths(by_row(dx, rows - 2), by_row(dy, rows - 2))
    leaves = np.pad(outlet, 1).ravel()
    return Routing(
        framed.ravel(),
        way_out.ravel(),
        leaves,
        around=steps(cols),
        inverse=inverse,
        cols=cols,
        method=method,
        exponent=float(exponent),
    )


def accumulate(routing: Routing, cell_area_m2: Heights, progress: Progress = SILENT) -> Flow:
    """Hand water down level by level; a cell's turn comes when all its givers have handed over.

    Parameters
    ----------
    routing : Routing
    cell_area_m2 : float64 array (rows, 1)
    progress : Progress

    Examples
    --------
    >>> ramp, outlet = np.array([[3.0, 2.0, 1.0]]), np.ones((1, 3), dtype=bool)
    >>> flow = accumulate(routing_of(ramp, outlet, 10.0, 10.0), np.array([[100.0]]))
    >>> flow.area_m2.tolist(), flow.is_cut.tolist()
    ([[100.0, 200.0, 300.0]], [[True, True, True]])
    """
    has_height = np.isfinite(routing.heights)
    by_cell = np.repeat(np.pad(cell_area_m2[:, 0], 1), routing.cols)
    area = np.where(has_height, by_cell, 0.0)
    shares, givers, cut = _shares(routing, np.flatnonzero(has_height), progress.part(0.0, 0.5))
    progress, around, flat = progress.part(0.5, 1.0), np.array(routing.around), shares.ravel()
    # A neighbour's share for this cell stands at the direction that leads back.
    back = around * len(around) + (np.arange(len(around)) + 4) % len(around)
    ready = np.flatnonzero(has_height & (givers == 0))
    total, done, level = int(has_height.sum()), 0, 0
    while ready.size:
        came = flat[ready[:, None] * len(around) + back]
        above = ready[:, None] + around
        area[ready] += np.einsum("ij,ij->i", came, area[above])
        cut[ready] |= (cut[above] & (came > 0.0)).any(axis=1)
        freed, gives = [], shares[ready] > 0.0
        for direction, step in enumerate(routing.around):
            receiver = ready[gives[:, direction]] + step
            left = givers[receiver] - 1
            givers[receiver] = left
            freed.append(receiver[left == 0])
        done, level = done + ready.size, level + 1
        ready = np.concatenate(freed)
        if level % REPORT_EVERY == 0:
            progress.step(done / total)
    area[~has_height] = np.nan
    return Flow(_unframed(area, routing.cols), _unframed(cut, routing.cols))


def upslope_area_m2(
    heights: Values,
    outlet: Flags,
    dx: Metres,
    dy: Metres,
    *,
    exponent: float = 1.1,
    progress: Progress = SILENT,
    method: str = "multiple",
) -> npt.NDArray[np.float64]:
    """Area (m2) that drains through each cell, the cell itself included.

    Parameters
    ----------
    heights : float array (rows, cols)
    outlet : bool array (rows, cols)
    dx, dy : float or float64 array (rows,)
    exponent : float
    progress : Progress
    method : {"multiple", "d8", "d_infinity"}

    Examples
    --------
    >>> from .cells import outlets
    >>> ramp = np.array([[3.0, 2.0, 1.0]])
    >>> upslope_area_m2(ramp, outlets(ramp), dx=10.0, dy=10.0).tolist()
    [[100.0, 200.0, 300.0]]
    """
    routing = routing_of(heights, outlet, dx, dy, method=method, exponent=exponent, progress=progress)
    progress.step(0.1)
    cell_area = by_row(dx, len(heights)) * by_row(dy, len(heights))
    return accumulate(routing, cell_area, progress.part(0.1, 1.0)).area_m2


def _shares(
    routing: Routing, cells: Cells, progress: Progress
) -> tuple[Heights, npt.NDArray[np.int8], Flags]:
    """Share (framed cells, 8) of each direction in a cell's water, 0 where it leaves; givers, and cut outlets."""
    size = routing.heights.size
    shares, givers = np.zeros((size, 8)), np.zeros(size, np.int8)
    cut = np.zeros(size, dtype=bool)
    for start in range(0, cells.size, BLOCK):
        block = cells[start : start + BLOCK]
        fall, missing = falls(routing, block)
        cut[block] = (missing & (fall < 0.0)).any(axis=0)
        weight = weights(routing, block, fall)
        given = weight.sum(axis=0)
        share = np.where(missing, 0.0, weight) / np.where(given > 0.0, given, 1.0)
        shares[block] = share.T
        for direction, step in enumerate(routing.around):
            givers[block[shares[block, direction] > 0.0] + step] += 1
        progress.step(min((start + BLOCK) / cells.size, 1.0))
    return shares, givers, cut


def _unframed(values: Values, cols: int) -> Values:
    return np.ascontiguousarray(values.reshape(-1, cols)[1:-1, 1:-1])
