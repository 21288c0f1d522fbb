"""Cells of a raster as numbers in one row, with a frame so that every cell has eight neighbours."""

from __future__ import annotations

import numpy as np

from ...errors import InputError
from ...types.arrays import Cells, Flags, Surface, Values


def steps(framed_cols: int) -> tuple[int, ...]:
    """What to add to a cell's number to reach each neighbour, in the order of ``OFFSETS``.

    >>> steps(10)
    (-10, -9, 1, 11, 10, 9, -1, -11)
    """
    return tuple(down * framed_cols + right for down, right in OFFSETS)


def frame(heights: Values) -> Surface:
    """Heights (rows, cols) with one cell of NaN on each side.

    >>> frame(np.zeros((2, 3))).shape
    (4, 5)
    """
    return np.pad(np.asarray(heights, np.float32), 1, constant_values=np.nan)


def outlets(heights: Values, holes_drain: bool = True) -> Flags:
    """Cells (rows, cols) from which water may leave: at the edge of the raster or of no-data.

    Parameters
    ----------
    heights : float array (rows, cols)
        NaN where there is none.
    holes_drain : bool
        Whether water may also leave into no-data that is enclosed by cells with a height.

    Examples
    --------
    >>> ring = np.zeros((5, 5)); ring[2, 2] = np.nan
    >>> int(outlets(ring).sum()), int(outlets(ring, holes_drain=False).sum())
    (24, 16)
    """
    missing = np.isnan(frame(heights))
    if not holes_drain:
        from scipy import ndimage

        regions, _ = ndimage.label(missing, structure=np.ones((3, 3)))
        missing = regions == regions[0, 0]
    rows, cols = missing.shape[0] - 2, missing.shape[1] - 2
    near = np.zeros((rows, cols), dtype=bool)
    for down, right in OFFSETS:
        near |= missing[1 + down : 1 + down + rows, 1 + right : 1 + right + cols]
    return np.asarray(near & np.isfinite(heights))


def require_surface(heights: Values) -> None:
    """Raise ``InputError`` unless heights (rows, cols) hold at least one finite value.

    >>> require_surface(np.full((2, 2), np.nan))
    Traceback (most recent call last):
    landslide_plugin.core.errors.InputError: The DEM has no cell with a height; check its no-data value and the \
chosen band
    """
    if heights.ndim != 2 or not np.isfinite(heights).any():
        raise InputError("The DEM has no cell with a height; check its no-data value and the chosen band")


__all__ = ["Cells", "Flags", "Surface", "Values", "frame", "outlets", "require_surface", "steps"]


OFFSETS = ((-1, 0), (-1, 1), (0, 1), (1, 1), (1, 0), (1, -1), (0, -1), (-1, -1))
"""Row and column steps to the neighbours: north, then clockwise."""
