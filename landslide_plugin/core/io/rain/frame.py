"""How the cells of a file lie, brought north up and between 180 W and 180 E."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Callable, Optional

import numpy as np

from ...errors import InputError
from ...types.arrays import Floats
from ...types.grid import GeoTransform, Grid
from ..raster.crs import spatial_reference

Read = Callable[[tuple[int, int], tuple[int, int]], Floats]
"""Reads first row and rows, first column and columns of a file as they are stored."""

UNEVEN = 0.02
"""Centres may be off the even spacing by this share of a cell: what single precision leaves."""


@dataclass(frozen=True)
class Frame:
    """A grid, and where its cells are stored.

    Attributes
    ----------
    grid : Grid
    flipped : bool
        Whether the first stored row is the southernmost.
    rolled : int
        Stored column of the grid's first column.
    """

    grid: Grid
    flipped: bool = False
    rolled: int = 0

    @classmethod
    def stored(cls, shape: tuple[int, int], transform: GeoTransform, crs_wkt: str) -> Frame:
        """From the geotransform that a file has, be it south up or from 0 to 360 degrees east.

        Examples
        --------
        >>> from landslide_plugin.core.io.raster import crs_wkt
        >>> globe = Frame.stored((2, 4), (0.0, 90.0, 0.0, -90.0, 0.0, 90.0), crs_wkt("EPSG:4326"))
        >>> globe.grid.bounds, globe.flipped, globe.rolled
        ((-180.0, -90.0, 180.0, 90.0), True, 2)
        """
        rows, cols = shape
        west, width, shear_x, north, shear_y, height = transform
        flipped = height > 0
        if flipped:
            north, height = north + rows * height, -height
        west, rolled = _between_180(west, width, cols, crs_wkt)
        return cls(Grid(rows, cols, (west, width, shear_x, north, shear_y, height), crs_wkt), flipped, rolled)

    @classmethod
    def of_centres(cls, x: Floats, y: Floats, crs_wkt: str, name: str) -> Frame:
        """From the coordinates of columns and rows.

        Raises
        ------
        InputError
            Coordinates that are not evenly spaced, or one cell alone, whose size nothing tells.
        """
        width, height = _spacing(x, f"{name}: x"), _spacing(y, f"{name}: y")
        if width is None and height is None:
            raise InputError(
                f"{name} has a single cell, whose size nothing tells; give its rain as a gauge (GAUGES)"
            )
        if width is None:
            width = abs(height or 0.0)
        if height is None:
            height = -abs(width)
        if width < 0:
            raise InputError(f"{name}: its columns run from east to west; warp it to a north-up grid first")
        west, north = float(x[0]) - width / 2.0, float(y[0]) - height / 2.0
        return cls.stored((len(y), len(x)), (west, width, 0.0, north, 0.0, height), crs_wkt)

    def read(self, read: Read, first_row: int, rows: int, first_col: int, cols: int) -> Floats:
        """Cells (rows, cols) of the grid, from a function that reads them as they are stored."""
        top = self.grid.rows - first_row - rows if self.flipped else first_row
        parts = [read((top, rows), run) for run in self._runs(first_col, cols)]
        values = parts[0] if len(parts) == 1 else np.hstack(parts)
        return values[::-1] if self.flipped else values

    def _runs(self, first_col: int, cols: int) -> Iterator[tuple[int, int]]:
        """Stored runs of columns: where they begin, and how many."""
        first = (first_col + self.rolled) % self.grid.cols
        before_seam = min(cols, self.grid.cols - first)
        yield first, before_seam
        if cols > before_seam:
            yield 0, cols - before_seam


def is_geographic(crs_wkt: str) -> bool:
    """Whether coordinates are degrees.

    >>> is_geographic("")
    False
    """
    reference = spatial_reference(crs_wkt)
    return reference is not None and bool(reference.IsGeographic())


def _between_180(west: float, width: float, cols: int, crs_wkt: str) -> tuple[float, int]:
    """West edge between -180 and 180 degrees, and the stored column that it belongs to."""
    east = west + cols * width
    if not is_geographic(crs_wkt) or east <= 180.0 + width / 2.0:
        return west, 0
    if west >= 180.0 - width / 2.0:
        return west - 360.0, 0
    if abs(cols * width - 360.0) < width / 2.0:
        rolled = round((180.0 - west) / width)
        return west + rolled * width - 360.0, rolled
    return west, 0


def _spacing(centres: Floats, what: str) -> Optional[float]:
    if len(centres) < 2:
        return None
    step = float(centres[-1] - centres[0]) / (len(centres) - 1)
    even = centres[0] + step * np.arange(len(centres))
    if step == 0 or not np.isfinite(step) or np.abs(centres - even).max() > UNEVEN * abs(step):
        raise InputError(
            f"{what} is not evenly spaced, from {centres[0]:g} to {centres[-1]:g}; warp the rain to an even grid first"
        )
    return step
