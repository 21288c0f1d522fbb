"""The eight neighbours of every cell, with the ones that are missing put on the fitted plane.

At the edge of the raster and beside a hole some neighbours have no height. Each of them takes the
height of the plane through the centre that fits the neighbours there are (least squares, weight 2
for the four nearest and 1 for the diagonal ones, the weights of Horn 1981). All formulas on the
window then hold on an inclined plane in every cell, without a special case.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..types.arrays import Heights, Metres, Surface, Values
from ..types.ground import by_row
from .water.cells import OFFSETS

_WEIGHTS = (2.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0)


@dataclass(frozen=True)
class Neighbours:
    """Height of each neighbour above the centre, for every cell.

    Attributes
    ----------
    n, ne, e, se, s, sw, w, nw : float64 array (rows, cols)
        Neighbour minus centre in metres; NaN in every one where the centre has no height or its
        neighbours do not span a plane.
    dx, dy : float64 arrays (rows, 1)
        Cell width and height in metres.
    """

    n: Heights
    ne: Heights
    e: Heights
    se: Heights
    s: Heights
    sw: Heights
    w: Heights
    nw: Heights
    dx: Heights
    dy: Heights

    def differences(self) -> tuple[Heights, ...]:
        """The eight differences in the order of ``OFFSETS``."""
        return (self.n, self.ne, self.e, self.se, self.s, self.sw, self.w, self.nw)


def neighbours_of(padded: Values, dx: Metres, dy: Metres) -> Neighbours:
    """Windows of the inner cells of heights that carry one row and column of frame.

    Parameters
    ----------
    padded : float array (rows + 2, cols + 2)
        Heights in metres, NaN where there is none; beyond the raster's edge the frame is NaN.
    dx, dy : float or float64 array (rows,)
        Cell width and height in metres.

    Examples
    --------
    >>> east = np.arange(5.0) * np.ones((3, 1))
    >>> lone = np.full((3, 5), np.nan)
    >>> lone[1:, 1:4] = east[1:, 1:4]
    >>> around = neighbours_of(lone, dx=10.0, dy=10.0)
    >>> around.ne.tolist(), around.w.tolist()
    ([[1.0, 1.0, 1.0]], [[-1.0, -1.0, -1.0]])
    """
    heights = np.asarray(padded, dtype=np.float64)
    rows, cols = heights.shape[0] - 2, heights.shape[1] - 2
    centre = heights[1:-1, 1:-1]
    steps = [heights[1 + i : 1 + i + rows, 1 + j : 1 + j + cols] - centre for i, j in OFFSETS]
    _complete(steps, np.isfinite(centre))
    n, ne, e, se, s, sw, w, nw = steps
    wide, high = by_row(dx, rows), by_row(dy, rows)
    return Neighbours(n=n, ne=ne, e=e, se=se, s=s, sw=sw, w=w, nw=nw, dx=wide, dy=high)


def framed(values: Surface, above: int, below: int) -> Surface:
    """Rows read with ``above`` and ``below`` halo rows (0 or 1 each), framed to one on all sides.

    >>> framed(np.ones((2, 1), np.float32), above=1, below=0).shape
    (3, 3)
    """
    return np.pad(values, ((1 - above, 1 - below), (1, 1)), constant_values=np.nan)


def _complete(steps: list[Heights], has_centre: npt.NDArray[np.bool_]) -> None:
    """Put the missing neighbours of cells that have a height on the fitted plane, in place."""
    gaps = np.zeros(has_centre.shape, dtype=bool)
    for step in steps:
        gaps |= np.isnan(step)
    cells = np.nonzero(gaps & has_centre)
    if cells[0].size == 0:
        return
    around = [step[cells] for step in steps]
    east, north = _fit_plane(around)
    for step, known, (down, right) in zip(steps, around, OFFSETS):
        fitted = east * right - north * down
        step[cells] = np.where(np.isnan(known) | np.isnan(fitted), fitted, known)


def _fit_plane(around: list[Heights]) -> tuple[Heights, Heights]:
    """Rise of the fitted plane per cell to the east and to the north; NaN where undetermined."""
    zero = np.zeros_like(around[0])
    xx, xy, yy, xd, yd = zero.copy(), zero.copy(), zero.copy(), zero.copy(), zero.copy()
    for difference, weight, (down, right) in zip(around, _WEIGHTS, OFFSETS):
        known = np.isfinite(difference)
        share = np.where(known, weight, 0.0)
        rise = np.where(known, difference, 0.0) * weight
        xx += share * right * right
        xy -= share * right * down
        yy += share * down * down
        xd += rise * right
        yd -= rise * down
    determinant = xx * yy - xy * xy
    flat = determinant < 0.5
    determinant = np.where(flat, np.nan, determinant)
    return (xd * yy - yd * xy) / determinant, (yd * xx - xd * xy) / determinant
