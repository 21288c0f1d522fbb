"""Series of a rain stack at points, each with an end of its own."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

import numpy as np

from ...errors import InputError
from ...progress import SILENT, Progress
from ...types.arrays import Cells, Flags, Floats, Moments
from ...types.rain import RainSeries
from .frame import is_geographic
from .stack import LayerStack

READ_ROWS = 64
"""Rows of a layer read at a time where points lie."""

LAYERS_KEPT = 2
"""What a running total needs: a layer and the one before it."""


@dataclass(frozen=True)
class PointRain:
    """Series of points, and how they were found.

    Attributes
    ----------
    series : RainSeries
        Its ends are those of the last whole steps of the file.
    outside : bool array (rows,)
        Points that no cell of the stack holds.
    """

    series: RainSeries
    outside: Flags


def rain_at(
    stack: LayerStack, xy: Floats, ends: Moments, steps: int, progress: Progress = SILENT
) -> PointRain:
    """Rain of the steps before each point's moment; each layer is read once, and only where points lie.

    Parameters
    ----------
    stack : LayerStack
    xy : float64 array (rows, 2)
        In the CRS of the stack.
    ends : datetime64[s] array (rows,)
        UTC; a moment within a step takes the last whole step before it.
    steps : int
        Number of steps of ``stack.step_h``.

    Raises
    ------
    InputError
        A point has no moment.
    """
    if np.isnat(ends).any():
        raise InputError(
            f"{int(np.isnat(ends).sum())} samples have no moment; each needs one to end its rain at"
        )
    cells, which = cells_of(stack, xy)
    outside = which < 0
    step_s = int(stack.clock.step.astype(np.int64))
    origin = stack.ends[0]
    last = (ends - origin).astype(np.int64) // step_s
    count = steps * stack.joined
    # short sums are as true in single precision; long ones are not
    found = np.zeros((len(xy), steps), np.float32 if stack.joined == 1 else np.float64)
    found[outside] = np.nan
    reader = _Reader(stack, cells)
    inside = np.flatnonzero(~outside)
    for number, place in enumerate(places := _places(last[inside], count)):
        rows = inside[(last[inside] >= place) & (last[inside] < place + count)]
        end = origin + np.timedelta64(int(place) * step_s, "s")
        reader.want(np.unique(which[rows]))
        mm = stack.step_mm(end, reader.read)
        joined = (count - 1 - (last[rows] - place)) // stack.joined
        found[rows, joined] += np.nan if mm is None else mm[which[rows]]
        progress.step((number + 1) / len(places))
    whole_ends = origin + (last * step_s).astype("m8[s]")
    return PointRain(RainSeries(whole_ends, stack.step_h, found.astype(np.float32, copy=False)), outside)


def cells_of(stack: LayerStack, xy: Floats) -> tuple[Cells, Cells]:
    """Rows and columns (cells, 2) of the cells that hold points, and which of them holds each (rows,), -1 for none."""
    west, _, east, north = stack.grid.bounds
    x, y = xy[:, 0].copy(), xy[:, 1]
    if is_geographic(stack.grid.crs_wkt):
        x = np.where(x < west, x + 360.0, np.where(x >= east, x - 360.0, x))
    cols = np.floor((x - west) / stack.grid.cell_width)
    rows = np.floor((north - y) / stack.grid.cell_height)
    inside = np.isfinite(cols) & np.isfinite(rows)
    inside &= (cols >= 0) & (cols < stack.grid.cols) & (rows >= 0) & (rows < stack.grid.rows)
    which = np.full(len(xy), -1, np.intp)
    numbers = (rows[inside] * stack.grid.cols + cols[inside]).astype(np.intp)
    distinct, which[inside] = np.unique(numbers, return_inverse=True)
    return np.column_stack([distinct // stack.grid.cols, distinct % stack.grid.cols]), which


def _places(last: Cells, count: int) -> list[int]:
    """Numbers of all steps that some window holds, rising."""
    held: set[int] = set()
    for end in np.unique(last).tolist():
        held.update(range(end - count + 1, end + 1))
    return sorted(held)


class _Reader:
    """Values of the cells that are wanted, read in runs of rows that hold some; the last two layers are remembered."""

    def __init__(self, stack: LayerStack, cells: Cells):
        self._stack, self._cells = stack, cells
        self._wanted = np.arange(0)
        self._kept: OrderedDict[int, tuple[Floats, Flags]] = OrderedDict()

    def want(self, cells: Cells) -> None:
        """Say which cells are read from now on."""
        self._wanted = cells

    def read(self, layer: int) -> Floats:
        """Values (cells,) of a layer, NaN in cells that nobody wanted so far."""
        count = len(self._cells)
        values, known = self._kept.pop(layer, None) or (np.full(count, np.nan), np.zeros(count, bool))
        lacking = self._wanted[~known[self._wanted]]
        rows, cols = self._cells[lacking].T
        for block in np.unique(rows // READ_ROWS):
            chosen = np.flatnonzero(rows // READ_ROWS == block)
            top, left = int(rows[chosen].min()), int(cols[chosen].min())
            height, width = int(rows[chosen].max()) - top + 1, int(cols[chosen].max()) - left + 1
            part = self._stack.stored(layer, first_row=top, rows=height, first_col=left, cols=width)
            values[lacking[chosen]] = part[rows[chosen] - top, cols[chosen] - left]
        known[lacking] = True
        self._kept[layer] = values, known
        while len(self._kept) > LAYERS_KEPT:
            self._kept.popitem(last=False)
        return values
