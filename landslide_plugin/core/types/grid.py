"""Where the cells of a raster lie: an immutable grid and its strips."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import isfinite

import numpy as np

from ..errors import GridMismatch, InputError
from .arrays import Cells, Flags, Floats

GeoTransform = tuple[float, float, float, float, float, float]


LEAST_SHEAR = 1e-6
"""A rotation under a millionth of a cell a cell is none."""

SAME_CELLS = 1e-2
"""Cells whose edges are less than this share of a cell apart are the same."""


@dataclass(frozen=True)
class Strip:
    """A run of whole rows, with ``above`` and ``below`` halo rows around its core.

    >>> Strip(start=10, stop=20, above=1, below=0).read_rows
    (9, 20)
    """

    start: int
    stop: int
    above: int = 0
    below: int = 0

    @property
    def rows(self) -> int:
        """Number of core rows."""
        return self.stop - self.start

    @property
    def read_rows(self) -> tuple[int, int]:
        """First row and one past the last row to read, halo included."""
        return self.start - self.above, self.stop + self.below

    def holds(self, rows: Cells) -> Flags:
        """Which of these rows (n,) are in the core.

        >>> Strip(10, 20).holds(np.array([9, 10, 19, 20])).tolist()
        [False, True, True, False]
        """
        return (rows >= self.start) & (rows < self.stop)

    @property
    def core(self) -> slice:
        """Rows of the core within what was read."""
        return slice(self.above, self.above + self.rows)


@dataclass(frozen=True)
class Grid:
    """A north-up raster grid.

    Attributes
    ----------
    rows, cols : int
        Shape, row 0 in the north.
    geotransform : tuple of six floats
        GDAL order: x of the west edge, cell width, 0, y of the north edge, 0, minus cell height.
    crs_wkt : str
        Coordinate reference system as WKT; empty if unknown.

    Examples
    --------
    >>> grid = Grid(2, 3, (100.0, 10.0, 0.0, 500.0, 0.0, -20.0))
    >>> grid.cell_width, grid.cell_height, grid.bounds
    (10.0, 20.0, (100.0, 460.0, 130.0, 500.0))
    """

    rows: int
    cols: int
    geotransform: GeoTransform
    crs_wkt: str = ""

    def __post_init__(self) -> None:
        if self.rows < 1 or self.cols < 1:
            raise InputError(f"A grid of {self.rows} rows x {self.cols} columns has no cells")
        if len(self.geotransform) != 6 or not all(isfinite(v) for v in self.geotransform):
            raise InputError(f"Geotransform {self.geotransform} is not six finite numbers")
        west, width, shear_x, north, shear_y, height = self.geotransform
        if max(abs(shear_x), abs(shear_y)) > LEAST_SHEAR * min(abs(width), abs(height)):
            raise InputError("The raster is rotated or sheared; warp it to a north-up grid first")
        if shear_x or shear_y:  # what arithmetic leaves where a raster was warped
            object.__setattr__(self, "geotransform", (west, width, 0.0, north, 0.0, height))
        if width <= 0 or height >= 0:
            raise InputError(
                f"The raster is not north-up (cell {width:g} x {height:g}); warp it to a north-up grid first"
            )

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return self.rows, self.cols

    @property
    def size(self) -> int:
        """Number of cells."""
        return self.rows * self.cols

    @property
    def cell_width(self) -> float:
        """Cell size along x, in CRS units."""
        return self.geotransform[1]

    @property
    def cell_height(self) -> float:
        """Cell size along y, in CRS units, positive."""
        return -self.geotransform[5]

    @property
    def cell_size(self) -> float:
        """Side of a square of the cell's area, in CRS units."""
        return float((self.cell_width * self.cell_height) ** 0.5)

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east and north edges."""
        west, width, _, north, _, height = self.geotransform
        return west, north + self.rows * height, west + self.cols * width, north

    def window(self, first_row: int, rows: int) -> Grid:
        """Grid of ``rows`` whole rows starting at ``first_row``."""
        west, width, zero, north, also_zero, height = self.geotransform
        moved = (west, width, zero, north + first_row * height, also_zero, height)
        return replace(self, rows=rows, geotransform=moved)

    def strips(self, rows: int, halo: int = 0) -> Iterator[Strip]:
        """Cut the grid into strips of at most ``rows`` rows, each with up to ``halo`` rows around.

        >>> grid = Grid(5, 1, (0.0, 1.0, 0.0, 0.0, 0.0, -1.0))
        >>> [(s.start, s.stop, s.above, s.below) for s in grid.strips(2, halo=1)]
        [(0, 2, 0, 1), (2, 4, 1, 1), (4, 5, 1, 0)]
        """
        for start in range(0, self.rows, rows):
            stop = min(start + rows, self.rows)
            yield Strip(start, stop, min(halo, start), min(halo, self.rows - stop))

    def strips_of(self, cells: int) -> Iterator[Strip]:
        """Strips of about so many cells, a row at least.

        >>> [strip.rows for strip in Grid(5, 10, (0.0, 1.0, 0.0, 0.0, 0.0, -1.0)).strips_of(25)]
        [2, 2, 1]
        """
        return self.strips(max(cells // self.cols, 1))

    def difference(self, other: Grid, tolerance: float = SAME_CELLS) -> str:
        """Say how ``other`` differs from this grid; empty if it does not.

        Parameters
        ----------
        tolerance : float
            Allowed offset of any cell edge, as a share of a cell.
        """
        if self.shape != other.shape:
            return f"size {other.rows} x {other.cols} instead of {self.rows} x {self.cols} (rows x columns)"
        cell = (self.cell_width, self.cell_height)
        far = [
            abs(mine - theirs) / cell[axis % 2]
            for axis, (mine, theirs) in enumerate(zip(self.bounds, other.bounds))
        ]
        if max(abs(other.cell_width / cell[0] - 1), abs(other.cell_height / cell[1] - 1)) > tolerance:
            return (
                f"cell size {other.cell_width:g} x {other.cell_height:g} instead of {cell[0]:g} x {cell[1]:g}"
            )
        if max(far) > tolerance:
            return f"extent shifted by up to {max(far):.3g} cells"
        return ""

    def same_as(self, other: Grid, tolerance: float = SAME_CELLS) -> bool:
        """True if both grids have the same cells (CRS is compared by ``io.raster.same_crs``)."""
        return not self.difference(other, tolerance)

    def require_same(self, other: Grid, name: str) -> None:
        """Raise ``GridMismatch`` naming layer ``name`` unless it lies on this grid."""
        how = self.difference(other)
        if how:
            raise GridMismatch(
                f"{name} is on another grid: {how}; align it first ('Derive terrain factors' with Align does it)"
            )

    def cell_of(self, x: float, y: float) -> tuple[int, int]:
        """Row and column of the cell holding point (x, y); may lie outside the grid.

        >>> Grid(2, 3, (0.0, 10.0, 0.0, 20.0, 0.0, -10.0)).cell_of(25.0, 5.0)
        (1, 2)
        """
        west, width, _, north, _, height = self.geotransform
        return int((y - north) // height), int((x - west) // width)

    def centre_of(self, row: int, col: int) -> tuple[float, float]:
        """Coordinates x and y of the centre of a cell."""
        west, width, _, north, _, height = self.geotransform
        return west + (col + 0.5) * width, north + (row + 0.5) * height

    def centres_of(self, rows: Cells, cols: Cells) -> Floats:
        """Coordinates (n, 2) of the centres of the cells with these rows and columns (n,).

        >>> Grid(2, 2, (100.0, 10.0, 0.0, 60.0, 0.0, -10.0)).centres_of(np.array([0, 1]), np.array([1, 0])).tolist()
        [[115.0, 55.0], [105.0, 45.0]]
        """
        west, width, _, north, _, height = self.geotransform
        return np.column_stack([west + (cols + 0.5) * width, north + (rows + 0.5) * height])
