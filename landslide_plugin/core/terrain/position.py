"""Measures of a neighbourhood wider than the 3 x 3 window."""

from __future__ import annotations

import numpy as np

from ..types.arrays import Counts, Heights, Surface
from .gradient import gradient
from .neighbours import neighbours_of

STEPS_A_METRE = 65_536
"""Heights are summed as whole multiples of 1/65536 m: such sums are exact in any order."""


def box_sums(values: Counts, reach: int) -> Counts:
    """Sums over squares of 2 reach + 1 cells around the inner cells (rows - 2 reach, cols - 2 reach).

    Summed-area table (Crow 1984): the cost does not depend on the reach.

    >>> box_sums(np.ones((3, 4), np.int64), 1).tolist()
    [[9, 9]]
    """
    table = np.pad(values.cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))
    width = 2 * reach + 1
    return np.asarray(
        table[width:, width:] - table[:-width, width:] - table[width:, :-width] + table[:-width, :-width]
    )


def position_in_square_m(
    padded: Surface, reach: int, east: Heights, north: Heights, dx: Heights, dy: Heights
) -> Heights:
    """Height above the mean of the other cells within a square (topographic position index; Weiss 2001).

    Where cells of the square are missing, those there are lie to one side; their mean is moved to the
    centre along the slope of the cell, so that an inclined plane has position 0 everywhere.

    Parameters
    ----------
    padded : float32 array (rows + 2 reach, cols + 2 reach)
        Heights in m with ``reach`` rows and columns around, NaN where there is none.
    reach : int
        Half width of the square in cells.
    east, north : float64 arrays (rows, cols)
        Gradient, m/m.
    dx, dy : float64 arrays (rows, 1)

    Examples
    --------
    >>> peak = np.zeros((5, 5), np.float32); peak[2, 2] = 5.0
    >>> level, one = np.zeros((1, 1)), np.ones((1, 1))
    >>> position_in_square_m(peak, 2, level, level, one, one).tolist()
    [[5.0]]
    """
    known = np.isfinite(padded)
    heights = np.where(known, padded, 0.0).astype(np.float64)
    whole = np.round(heights * STEPS_A_METRE).astype(np.int64)
    centre = (slice(reach, -reach), slice(reach, -reach))
    rows, cols = np.indices(padded.shape)
    others = box_sums(known.astype(np.int64), reach) - known[centre]
    others = np.where(others > 0, others, 1)
    total = box_sums(whole, reach) - whole[centre]
    right = box_sums(np.where(known, cols, 0), reach) - np.where(known, cols, 0)[centre]
    down = box_sums(np.where(known, rows, 0), reach) - np.where(known, rows, 0)[centre]
    aside_x = (right - others * cols[centre]) / others * dx
    aside_y = (others * rows[centre] - down) / others * dy
    mean = total / others / STEPS_A_METRE - aside_x * east - aside_y * north
    return np.asarray(np.where(known[centre], heights[centre] - mean, np.nan))


def vector_ruggedness(padded: Surface, method: str, dx: Heights, dy: Heights) -> Heights:
    """Vector ruggedness measure of the 3 x 3 window (Sappington, Longshore and Thompson 2007).

    1 minus the length of the mean of the upright unit vectors of the surface: 0 on any plane.

    Parameters
    ----------
    padded : float array (rows + 4, cols + 4)
        Heights in m with two rows and columns around, NaN where there is none.
    method : {"horn", "zevenbergen_thorne"}
        Of the slope.
    dx, dy : float64 arrays (rows + 2, 1)
        Cell width and height in metres.

    Examples
    --------
    >>> slope, one = np.add.outer(np.arange(5.0), np.arange(5.0)), np.ones((3, 1))
    >>> vector_ruggedness(slope, "horn", one, one).round(12).tolist()
    [[0.0]]
    """
    east, north = gradient(neighbours_of(padded, dx, dy), method)
    upright = 1.0 / np.sqrt(1.0 + east**2 + north**2)
    known = np.isfinite(upright)
    parts = [np.where(known, part, 0.0) for part in (-east * upright, -north * upright, upright)]
    count = _around(known.astype(np.float64))
    length = np.sqrt(sum(_around(part) ** 2 for part in parts))
    here = known[1:-1, 1:-1]
    # Twelve digits: what is left of 1 - 1 on a plane is rounding, and would differ from strip to strip.
    ruggedness = np.round(1.0 - length / np.where(here, count, 1.0), 12)
    return np.asarray(np.where(here, np.maximum(ruggedness, 0.0), np.nan))


def _around(values: Heights) -> Heights:
    """Sum of the 3 x 3 window of the inner cells."""
    rows, cols = values.shape[0] - 2, values.shape[1] - 2
    total = np.zeros((rows, cols))
    for i in range(3):
        for j in range(3):
            total += values[i : i + rows, j : j + cols]
    return total
