"""How a cell shares its water among its neighbours: three methods over the same falls.

Across the edge of the raster the slope of an outlet is taken to go on as it is on the opposite side;
what goes that way leaves. On a flat, where nothing falls, water goes to the neighbours one cell
nearer to the way out.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...types.arrays import Cells, Flags, Heights, Surface
from .cells import OFFSETS

FLOW_METHODS = ("multiple", "d8", "d_infinity")


class Routing(NamedTuple):
    """What decides where the water of a framed cell goes, as flat arrays.

    ``inverse`` (8, framed rows) is 1 over the distance to each neighbour in 1/m.
    """

    heights: Surface
    way_out: npt.NDArray[np.int32]
    outlet: Flags
    around: tuple[int, ...]
    inverse: Heights
    cols: int
    method: str
    exponent: float


def inverse_lengths(dx: Heights, dy: Heights) -> Heights:
    """1 over the distance from a cell to each neighbour (8, framed rows), in 1/m.

    Parameters
    ----------
    dx, dy : float64 arrays (rows, 1)
        Cell width and height in metres.

    Examples
    --------
    >>> inverse_lengths(np.array([[4.0]]), np.array([[3.0]]))[:3, 1].round(3).tolist()
    [0.333, 0.2, 0.25]
    """
    wide, high = np.pad(dx[:, 0], 1, mode="edge"), np.pad(dy[:, 0], 1, mode="edge")
    return np.stack([1.0 / np.hypot(down * high, right * wide) for down, right in OFFSETS])


def falls(routing: Routing, cells: Cells) -> tuple[Heights, Flags]:
    """Fall (8, cells) in m to each neighbour, and where that neighbour has no height.

    NaN where there is no neighbour and the cell is no outlet.
    """
    around = routing.heights[cells + np.array(routing.around)[:, None]]
    fall = routing.heights[cells].astype(np.float64) - around
    missing = np.isnan(fall)
    outlet = np.flatnonzero(routing.outlet[cells])
    if outlet.size:
        at_edge = fall[:, outlet]
        fall[:, outlet] = np.where(np.isnan(at_edge), -at_edge[[4, 5, 6, 7, 0, 1, 2, 3]], at_edge)
    return fall, missing


def weights(routing: Routing, cells: Cells, fall: Heights) -> Heights:
    """Weight (8, cells) of each direction, not yet normalised; all 0 where the water stays."""
    inverse = routing.inverse[:, cells // routing.cols]
    if routing.method == "multiple":
        down = np.where(fall > 0.0, fall, 0.0)
        weight = (down * inverse) ** routing.exponent
    elif routing.method == "d8":
        weight = to_steepest(fall * inverse)
    elif routing.method == "d_infinity":
        weight = to_facet(fall, inverse)
    else:
        raise InputError(f"Flow method is {routing.method}; allowed: {', '.join(FLOW_METHODS)}")
    stuck = np.flatnonzero((routing.way_out[cells] > 0) & ~(weight > 0.0).any(axis=0))
    if stuck.size:
        weight[:, stuck] = _on_flat(routing, cells[stuck])
    return np.asarray(weight)


def to_steepest(slope: Heights) -> Heights:
    """All to the steepest neighbour (O'Callaghan and Mark 1984); of equals the first from north.

    >>> to_steepest(np.array([[0.1], [0.3], [np.nan], [0.3], [0.0], [-1.0], [0.2], [0.0]]))[:, 0].tolist()
    [0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]
    """
    falling = np.where(slope > 0.0, slope, 0.0)
    return np.asarray((np.arange(8)[:, None] == falling.argmax(axis=0)) & (falling > 0.0), dtype=np.float64)


def to_facet(fall: Heights, inverse: Heights) -> Heights:
    """To the two neighbours that bound the steepest of eight triangular facets (Tarboton 1997).

    >>> plane = np.array([[0.0], [1.0], [1.0], [1.0], [0.0], [-1.0], [-1.0], [-1.0]])
    >>> to_facet(plane, np.array([[1.0], [0.7]] * 4))[:, 0].tolist()
    [0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0]
    """
    steepest, weight = np.zeros(fall.shape[1]), np.zeros(fall.shape)
    for facet in range(8):
        axis, corner = 2 * ((facet + 1) // 2) % 8, 2 * (facet // 2) + 1
        along, across = 1.0 / inverse[axis], 1.0 / inverse[(axis + 2) % 8]
        first, second = fall[axis] / along, (fall[corner] - fall[axis]) / across
        widest = np.arctan2(across, along)
        angle, slope = np.arctan2(second, first), np.hypot(first, second)
        slope = np.where(angle < 0.0, first, np.where(angle > widest, fall[corner] * inverse[corner], slope))
        part = np.clip(angle, 0.0, widest) / widest
        better = np.flatnonzero(slope > steepest)
        steepest[better] = slope[better]
        weight[:, better] = 0.0
        weight[axis, better], weight[corner, better] = 1.0 - part[better], part[better]
    return weight


def _on_flat(routing: Routing, cells: Cells) -> Heights:
    """Equal weights, or one, towards the neighbours on the flat that are nearer to the way out."""
    way, here = routing.way_out[cells], routing.heights[cells]
    nearer = np.stack(
        [
            (routing.heights[cells + step] == here) & (routing.way_out[cells + step] == way - 1)
            for step in routing.around
        ]
    )
    return (
        nearer.astype(np.float64) if routing.method == "multiple" else to_steepest(nearer.astype(np.float64))
    )
