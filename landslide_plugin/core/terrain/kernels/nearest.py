"""Exact distance from every cell to the nearest of many segments.

The grid is halved again and again. From each part to the next only those segments are handed down
that can be nearest to one of its cells: no farther from its centre than the nearest segment, plus twice
the distance from the centre to its farthest cell. At single cells few segments are left.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from .jit import inline, parallel, prange, serial

TILE = 512
"""Rows and columns that one thread takes at a time."""

LEVELS = 20
"""At most so many times a tile is halved: twice the power of two in ``TILE``, and two to spare."""

FEW_CELLS = 128
"""Parts of at most this many cells are not halved further: all their candidates are measured, on vectors."""

SLACK = 1.0 + 1e-6
"""What a part's radius is widened by, for rounding and the bulge of the ellipsoid between its corners."""


@inline
def to_segment(x: float, y: float, z: float, ends: Any) -> Any:
    """Squared distance from a place to a segment given by its start, direction and 1 / length^2 (7,)."""
    a, b, c = x - ends[0], y - ends[1], z - ends[2]
    share = (a * ends[3] + b * ends[4] + c * ends[5]) * ends[6]
    share = min(max(share, 0.0), 1.0)
    a, b, c = a - share * ends[3], b - share * ends[4], c - share * ends[5]
    return a * a + b * b + c * c


@inline
def place(ground: Any, i: int, j: int) -> Any:
    """Place of a cell; ``ground`` is (reach_x, reach_y, up, along_x, along_y)."""
    return ground[0][i] * ground[3][j], ground[1][i] * ground[4][j], ground[2][i]


@inline
def measure(ground: Any, segments: Any, part: Any, candidates: Any, nearest: Any, out: Any) -> None:
    """Distances of the cells of a part of the grid to the nearest of the candidates; ``nearest`` is scratch."""
    left, right = part[2], part[3]
    for i in range(part[0], part[1]):
        reach_x, reach_y, up = ground[0][i], ground[1][i], ground[2][i]
        along_x, along_y = ground[3][left:right], ground[4][left:right]
        for j in range(right - left):
            nearest[j] = math.inf
        for n in range(candidates.size):
            ends = segments[candidates[n]]
            x, y, z, dx, dy, dz, inverse = ends[0], ends[1], up - ends[2], ends[3], ends[4], ends[5], ends[6]
            if inverse == 0.0:
                for j in range(right - left):
                    a, b = reach_x * along_x[j] - x, reach_y * along_y[j] - y
                    away = a * a + b * b + z * z
                    nearest[j] = away if away < nearest[j] else nearest[j]
                continue
            for j in range(right - left):
                a, b = reach_x * along_x[j] - x, reach_y * along_y[j] - y
                share = (a * dx + b * dy + z * dz) * inverse
                share = share if share > 0.0 else 0.0
                share = share if share < 1.0 else 1.0
                a, b, c = a - share * dx, b - share * dy, z - share * dz
                away = a * a + b * b + c * c
                nearest[j] = away if away < nearest[j] else nearest[j]
        for j in range(right - left):
            out[i, left + j] = math.sqrt(nearest[j])


@inline
def hand_down(ground: Any, segments: Any, part: Any, candidates: Any, kept: Any, away: Any) -> int:
    """Put those candidates into ``kept`` that can be nearest to a cell of the part; return their number."""
    x, y, z = place(ground, (part[0] + part[1] - 1) // 2, (part[2] + part[3] - 1) // 2)
    radius = 0.0
    for i in (part[0], part[1] - 1):
        for j in (part[2], part[3] - 1):
            a, b, c = place(ground, i, j)
            radius = max(radius, math.sqrt((a - x) ** 2 + (b - y) ** 2 + (c - z) ** 2))
    best = math.inf
    for n in range(candidates.size):
        away[n] = to_segment(x, y, z, segments[candidates[n]])
        best = min(best, away[n])
    reach, count = ((math.sqrt(best) + 2.0 * radius) * SLACK + 1e-6) ** 2, 0
    for n in range(candidates.size):
        if away[n] <= reach:
            kept[count] = candidates[n]
            count += 1
    return count


@serial
def halve(ground: Any, segments: Any, parts: Any, numbers: Any, away: Any, out: Any) -> None:
    """Halve the part of the grid in ``parts[0]`` until every cell is measured.

    Parameters
    ----------
    ground : tuple of float64 arrays
    segments : float64 array (n, 7)
    parts : int64 array (LEVELS + 2, 6)
        A stack of parts: first row, one past the last, first column, one past the last, and where its
        candidates begin and end in ``numbers``.
    numbers : int32 array ((2 LEVELS + 1) n,)
        Numbers of segments; what follows a part's own is free.
    away : float64 array (n,)
        Scratch.
    out : float32 array (rows, cols)
    """
    waiting, nearest = 1, np.empty(TILE)
    while waiting > 0:
        waiting -= 1
        top, bottom, left, right, start, stop = parts[waiting]
        candidates = numbers[start:stop]
        if (bottom - top) * (right - left) <= FEW_CELLS or stop - start == 1:
            measure(ground, segments, (top, bottom, left, right), candidates, nearest, out)
            continue
        if bottom - top >= right - left:
            middle = (top + bottom) // 2
            halves = ((top, middle, left, right), (middle, bottom, left, right))
        else:
            middle = (left + right) // 2
            halves = ((top, bottom, left, middle), (top, bottom, middle, right))
        for half in halves:
            count = hand_down(ground, segments, half, candidates, numbers[stop:], away)
            part = parts[waiting]
            part[0], part[1], part[2], part[3] = half
            part[4], part[5] = stop, stop + count
            stop += count
            waiting += 1


@parallel
def distances(ground: Any, segments: Any, out: Any) -> None:
    """Distance in space (rows, cols) from each cell to the nearest of ``segments`` (n, 7)."""
    rows, cols = out.shape
    down, across = (rows + TILE - 1) // TILE, (cols + TILE - 1) // TILE
    for tile in prange(down * across):
        top, left = tile // across * TILE, tile % across * TILE
        numbers = np.empty(segments.shape[0] * (2 * LEVELS + 1), np.int32)
        numbers[: segments.shape[0]] = np.arange(segments.shape[0])
        parts = np.empty((LEVELS + 2, 6), np.int64)
        parts[0, 0], parts[0, 1] = top, min(top + TILE, rows)
        parts[0, 2], parts[0, 3] = left, min(left + TILE, cols)
        parts[0, 4], parts[0, 5] = 0, segments.shape[0]
        halve(ground, segments, parts, numbers, np.empty(segments.shape[0]), out)
