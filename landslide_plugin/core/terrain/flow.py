"""Flow accumulation with several receivers a cell.

A cell hands its water to all lower neighbours in proportion to the slope towards each, raised to
an exponent (Freeman 1991, Computers & Geosciences 17, eq. 1; exponent 1.1). On a flat it hands equal
shares to the neighbours one cell nearer to the way out. A cell with neither keeps what it gets: it
is an outlet or, on a surface that was not filled, the bottom of a depression.

Across the edge of the raster the slope of an outlet is taken to go on as it is on the opposite side,
and the share of the water that goes that way leaves: an inclined plane drains over its edges too.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ..progress import SILENT, Progress
from .cells import AnyHeights, Cells, Flags, Surface, frame, require_surface, steps
from .flats import cells_to_way_out
from .window import OFFSETS

REPORT_EVERY = 64
"""Levels between two reports of progress."""


class _Routing(NamedTuple):
    """What decides where the water of a framed cell goes, as flat arrays."""

    heights: Surface
    way_out: npt.NDArray[np.int32]
    outlet: Flags
    around: tuple[int, ...]
    lengths: tuple[float, ...]
    exponent: float


def upslope_area_m2(
    heights: AnyHeights,
    outlet: Flags,
    dx: float,
    dy: float,
    exponent: float = 1.1,
    progress: Progress = SILENT,
) -> npt.NDArray[np.float64]:
    """Area (m2) that drains through each cell, the cell itself included.

    Parameters
    ----------
    heights : float array (rows, cols)
        Heights in metres, usually with depressions filled; NaN where there is none.
    outlet : bool array (rows, cols)
        Cells from which water may leave, see ``cells.outlets``.
    dx, dy : float
        Cell width and height in metres.
    exponent : float
        Concentration of the flow; large values give all water to the steepest neighbour.
    progress : Progress

    Examples
    --------
    >>> from .cells import outlets
    >>> ramp = np.array([[3.0, 2.0, 1.0]])
    >>> upslope_area_m2(ramp, outlets(ramp), dx=10.0, dy=10.0).tolist()
    [[100.0, 200.0, 300.0]]
    """
    require_surface(heights)
    framed = frame(heights)
    way_out = cells_to_way_out(framed, outlet, progress)
    lengths = tuple(float(np.hypot(down * dy, right * dx)) for down, right in OFFSETS)
    leaves = np.pad(outlet, 1).ravel()
    around = steps(framed.shape[1])
    routing = _Routing(framed.ravel(), way_out.ravel(), leaves, around, lengths, exponent)
    progress.step(0.1)
    area = _accumulate(routing, dx * dy, progress.part(0.1, 1.0)).reshape(framed.shape)[1:-1, 1:-1]
    return np.where(np.isfinite(heights), area, np.nan)


def _accumulate(routing: _Routing, cell_area: float, progress: Progress) -> npt.NDArray[np.float64]:
    """Hand water down level by level; a cell's turn comes when all its givers have handed over."""
    has_height = np.isfinite(routing.heights)
    area = np.where(has_height, cell_area, 0.0)
    givers = _count_givers(routing, np.flatnonzero(has_height))
    ready = np.flatnonzero(has_height & (givers == 0))
    total, done, level = int(has_height.sum()), 0, 0
    while ready.size:
        shares = _shares(routing, ready)
        water = area[ready]
        freed = []
        for step, share in zip(routing.around, shares):
            giving = share > 0.0
            receiver = ready[giving] + step
            area[receiver] += water[giving] * share[giving]
            givers[receiver] -= 1
            freed.append(receiver[givers[receiver] == 0])
        done, level = done + ready.size, level + 1
        ready = np.concatenate(freed)
        if level % REPORT_EVERY == 0:
            progress.step(done / total)
    return area


def _weight(routing: _Routing, cells: Cells, direction: int) -> npt.NDArray[np.float64]:
    """Share, not yet normalised, of the water of ``cells`` that goes in one direction."""
    beside = cells + routing.around[direction]
    drop = routing.heights[cells].astype(np.float64) - routing.heights[beside]
    lower = drop > 0.0
    weight = np.zeros(cells.size)
    weight[lower] = (drop[lower] / routing.lengths[direction]) ** routing.exponent
    way = routing.way_out[cells]
    along = (drop == 0.0) & (way > 0) & (routing.way_out[beside] == way - 1)
    weight[along] = 1.0
    return weight


def _leaving(routing: _Routing, cells: Cells) -> npt.NDArray[np.float64]:
    """Weight of all that leaves outlets ``cells`` across the edge, the slope going on as opposite."""
    weight = np.zeros(cells.size)
    here = routing.heights[cells].astype(np.float64)
    for direction in range(8):
        beyond = np.isnan(routing.heights[cells + routing.around[direction]])
        drop = routing.heights[cells + routing.around[(direction + 4) % 8]] - here
        lower = beyond & (drop > 0.0)
        weight[lower] += (drop[lower] / routing.lengths[direction]) ** routing.exponent
    return weight


def _shares(routing: _Routing, cells: Cells) -> npt.NDArray[np.float64]:
    """Shares (8, cells) of each cell's water by direction; all zero where the water stays."""
    weights = np.stack([_weight(routing, cells, direction) for direction in range(8)])
    total = weights.sum(axis=0)
    edge = np.flatnonzero(routing.outlet[cells])
    if edge.size:
        total[edge] += _leaving(routing, cells[edge])
    return np.asarray(weights / np.where(total > 0.0, total, 1.0))


def _count_givers(routing: _Routing, cells: Cells) -> npt.NDArray[np.int8]:
    """Number of neighbours that hand water to each cell."""
    givers = np.zeros(routing.heights.size, dtype=np.int8)
    for direction, step in enumerate(routing.around):
        giving = cells[_gives(routing, cells, direction)]
        givers[giving + step] += 1
    return givers


def _gives(routing: _Routing, cells: Cells, direction: int) -> Flags:
    beside = cells + routing.around[direction]
    here, there = routing.heights[cells], routing.heights[beside]
    way = routing.way_out[cells]
    along = (there == here) & (way > 0) & (routing.way_out[beside] == way - 1)
    return np.asarray((there < here) | along)
