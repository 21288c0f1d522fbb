"""Measures of neighbourhoods wider than the 3 x 3 window; definitions as in ``terrain.position``."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from ..position import STEPS_A_METRE
from .jit import inline, serial
from .local import completed, differences, find_gaps

DIGITS = 1e12
"""Ruggedness is rounded to twelve digits."""


@inline
def upright(around: Any, axial: float, diagonal: float, rx: float, ry: float) -> Any:
    """The upright unit vector of a surface from the eight differences around a cell."""
    n, ne, e, se, s, sw, w, nw = around
    east = ((ne - nw) * diagonal + (e - w) * axial + (se - sw) * diagonal) * rx
    north = ((nw - sw) * diagonal + (n - s) * axial + (ne - se) * diagonal) * ry
    up = 1.0 / math.sqrt(1.0 + east * east + north * north)
    return -east * up, -north * up, up


@inline
def uprights(z: Any, dx: Any, dy: Any, horn: bool, parts: Any) -> None:
    """Upright unit vectors (4, rows, cols) of framed heights, the last layer 1; all 0 where there is no slope."""
    axial, diagonal = (0.25, 0.125) if horn else (0.5, 0.0)
    gaps = np.empty(parts.shape[2], np.int64)
    for i in range(parts.shape[1]):
        rx, ry = 1.0 / dx[i], 1.0 / dy[i]
        for j in range(parts.shape[2]):
            around = differences(z, i, j, np.float64(z[i + 1, j + 1]))
            x, y, up = upright(around, axial, diagonal, rx, ry)
            parts[0, i, j], parts[1, i, j], parts[2, i, j] = x, y, up
        for gap in range(find_gaps(parts[2, i], z[i + 1], gaps)):
            j = gaps[gap]
            x, y, up = upright(completed(z, i + 1, j + 1), axial, diagonal, rx, ry)
            parts[0, i, j], parts[1, i, j], parts[2, i, j] = x, y, up
        for j in range(parts.shape[2]):
            missing = parts[2, i, j] != parts[2, i, j]
            for n in range(3):
                parts[n, i, j] = 0.0 if missing else parts[n, i, j]
            parts[3, i, j] = 0.0 if missing else 1.0


@serial
def vector_ruggedness(z: Any, dx: Any, dy: Any, horn: bool, out: Any) -> None:
    """Vector ruggedness measure of the 3 x 3 window.

    Parameters
    ----------
    z : float32 array (rows + 4, cols + 4)
    dx, dy : float64 arrays (rows + 2,)
    horn : bool
    out : float32 array (rows, cols)
    """
    rows, cols = out.shape
    parts, sums = np.empty((4, rows + 2, cols + 2)), np.empty((4, cols + 2))
    uprights(z, dx, dy, horn, parts)
    for i in range(rows):
        for n in range(4):
            for j in range(cols + 2):
                sums[n, j] = parts[n, i, j] + parts[n, i + 1, j] + parts[n, i + 2, j]
        for j in range(cols):
            x = sums[0, j] + sums[0, j + 1] + sums[0, j + 2]
            y = sums[1, j] + sums[1, j + 1] + sums[1, j + 2]
            up = sums[2, j] + sums[2, j + 1] + sums[2, j + 2]
            count = sums[3, j] + sums[3, j + 1] + sums[3, j + 2]
            is_known = parts[3, i + 1, j + 1] > 0.0
            length = math.sqrt(x * x + y * y + up * up) / (count if is_known else 1.0)
            rugged = np.rint((1.0 - length) * DIGITS) / DIGITS
            out[i, j] = max(rugged, 0.0) if is_known else math.nan


@inline
def add_row(z: Any, row: int, sign: int, sums: Any) -> None:
    """Add a row to, or take it from, the sums down each column: cells, heights, rows."""
    for j in range(z.shape[1]):
        height = np.float64(z[row, j])
        is_known = height == height
        steps = np.int64(np.rint(height * STEPS_A_METRE)) if is_known else 0
        sums[0, j] += sign * np.int64(is_known)
        sums[1, j] += sign * steps
        sums[2, j] += sign * (row if is_known else 0)


@serial
def position(z: Any, reach: int, slope: Any, dx: Any, dy: Any, out: Any) -> None:
    """Height above the mean of the other cells of a square.

    Parameters
    ----------
    z : float32 array (rows + 2 reach, cols + 2 reach)
    reach : int
    slope : float32 array (3, rows, cols)
        Sine and cosine of the aspect, tangent of the slope.
    dx, dy : float64 arrays (rows,)
    out : float32 array (rows, cols)
    """
    rows, cols = out.shape
    sums = np.zeros((3, z.shape[1]), np.int64)
    for row in range(2 * reach):
        add_row(z, row, 1, sums)
    for i in range(rows):
        add_row(z, i + 2 * reach, 1, sums)
        cells, heights, down, right = 0, 0, 0, 0
        for j in range(cols + 2 * reach):
            cells += sums[0, j]
            heights += sums[1, j]
            down += sums[2, j]
            right += sums[0, j] * j
            to = j - 2 * reach
            if to < 0:
                continue
            row, col = i + reach, to + reach
            here = np.float64(z[row, col])
            if here == here:
                others = max(cells - 1, 1)
                total = heights - np.int64(np.rint(here * STEPS_A_METRE))
                aside_x = (right - col - others * col) / others * dx[i]
                aside_y = (others * row - (down - row)) / others * dy[i]
                east, north = -slope[0, i, to] * slope[2, i, to], -slope[1, i, to] * slope[2, i, to]
                out[i, to] = here - (total / others / STEPS_A_METRE - aside_x * east - aside_y * north)
            else:
                out[i, to] = math.nan
            cells -= sums[0, to]
            heights -= sums[1, to]
            down -= sums[2, to]
            right -= sums[0, to] * to
        add_row(z, i, -1, sums)
