"""A part of a grid: whole cells, so that neighbouring parts join without gap or overlap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil, isfinite
from typing import Optional

import numpy as np

from ..errors import InputError
from .arrays import Flags
from .grid import Grid

Bounds = tuple[float, float, float, float]


@dataclass(frozen=True)
class Window:
    """Rows and columns of a grid.

    Attributes
    ----------
    first_row, rows, first_col, cols : int
    """

    first_row: int
    rows: int
    first_col: int
    cols: int

    @classmethod
    def whole(cls, grid: Grid) -> Window:
        """Every cell of a grid."""
        return cls(0, grid.rows, 0, grid.cols)

    @classmethod
    def of_bounds(cls, grid: Grid, bounds: Bounds) -> Window:
        """Cells whose centre lies in bounds (west, south, east, north), west and north edges included.

        Raises
        ------
        InputError
            No centre lies inside, or a bound is no finite number.

        Examples
        --------
        >>> grid = Grid(4, 4, (0.0, 10.0, 0.0, 40.0, 0.0, -10.0))
        >>> Window.of_bounds(grid, (0.0, 20.0, 40.0, 40.0)), Window.of_bounds(grid, (0.0, 0.0, 40.0, 20.0))
        (Window(first_row=0, rows=2, first_col=0, cols=4), Window(first_row=2, rows=2, first_col=0, cols=4))
        """
        west, south, east, north = bounds
        if not all(map(isfinite, bounds)):
            raise InputError(
                f"The extent {west:g}, {south:g} to {east:g}, {north:g} is none; write xmin,xmax,ymin,ymax in finite "
                "numbers"
            )
        left, _, _, top = grid.bounds
        width, height = grid.cell_width, grid.cell_height
        first_col, last_col = (min(max(ceil((x - left) / width - 0.5), 0), grid.cols) for x in (west, east))
        first_row, last_row = (min(max(ceil((top - y) / height - 0.5), 0), grid.rows) for y in (north, south))
        if last_col <= first_col or last_row <= first_row:
            raise InputError(
                f"The extent {west:g}, {south:g} to {east:g}, {north:g} holds no cell of the rasters, which "
                f"cover {grid.bounds[0]:g}, {grid.bounds[1]:g} to {grid.bounds[2]:g}, {grid.bounds[3]:g}"
            )
        return cls(first_row, last_row - first_row, first_col, last_col - first_col)

    @classmethod
    def holding(cls, grid: Grid, part: Grid) -> Optional[Window]:
        """Where the cells of ``part`` lie among those of ``grid``; None unless all of them are cells of it.

        Examples
        --------
        >>> grid = Grid(4, 4, (0.0, 10.0, 0.0, 40.0, 0.0, -10.0))
        >>> Window.holding(grid, Window(1, 2, 0, 3).of(grid))
        Window(first_row=1, rows=2, first_col=0, cols=3)
        >>> Window.holding(grid, Grid(2, 2, (5.0, 10.0, 0.0, 40.0, 0.0, -10.0))) is None
        True
        """
        (west, _, _, north), (left, _, _, top) = part.bounds, grid.bounds
        first_row, first_col = round((top - north) / grid.cell_height), round((west - left) / grid.cell_width)
        inside = 0 <= first_row <= grid.rows - part.rows and 0 <= first_col <= grid.cols - part.cols
        window = cls(first_row, part.rows, first_col, part.cols)
        return window if inside and window.of(grid).same_as(part) else None

    def cut(self, rows: int, cols: int) -> Iterator[Window]:
        """Parts of at most ``rows`` x ``cols`` cells: one run of columns after the other, each from north to south.

        >>> [(part.first_row, part.first_col, part.cols) for part in Window(0, 1, 5, 3).cut(1, 2)]
        [(0, 5, 2), (0, 7, 1)]
        """
        for left in range(0, self.cols, cols):
            for top in range(0, self.rows, rows):
                size = min(rows, self.rows - top), min(cols, self.cols - left)
                yield Window(self.first_row + top, size[0], self.first_col + left, size[1])

    def some_rows(self, count: int) -> range:
        """At most so many of its rows, spread evenly, counted from its first.

        >>> list(Window(10, 9, 0, 4).some_rows(3)), list(Window(0, 2, 0, 4).some_rows(32))
        ([1, 4, 7], [0, 1])
        """
        step = -(-self.rows // count)
        return range(min(step // 2, self.rows - 1), self.rows, step)

    def of(self, grid: Grid) -> Grid:
        """The part of the grid."""
        rows = grid.window(self.first_row, self.rows)
        west, width, *rest = rows.geotransform
        moved = (west + self.first_col * width, width, rest[0], rest[1], rest[2], rest[3])
        return replace(rows, cols=self.cols, geotransform=moved)

    @property
    def col_slice(self) -> slice:
        """Columns of the window within whole rows."""
        return slice(self.first_col, self.first_col + self.cols)


def extent_of(
    grid: Grid, known: Flags, rows: Optional[Sequence[int]] = None, cols: Optional[Sequence[int]] = None
) -> Optional[Bounds]:
    """West, south, east and north of the known cells of a grid; None if none is known.

    Parameters
    ----------
    grid : Grid
    known : bool array (n, m)
    rows, cols : sequence of int (n,), (m,), optional
        Which rows and columns of the grid were looked at; without, all of them.

    Examples
    --------
    >>> grid = Grid(5, 4, (0.0, 10.0, 0.0, 50.0, 0.0, -10.0))
    >>> extent_of(grid, np.array([[False, False], [False, True], [False, True]]), (0, 2, 4), (1, 3))
    (30.0, 0.0, 40.0, 30.0)
    """
    down, across = np.flatnonzero(known.any(axis=1)).tolist(), np.flatnonzero(known.any(axis=0)).tolist()
    if not down:
        return None
    (top, bottom), (left, right) = (
        (ends[0], ends[-1]) if numbers is None else (numbers[ends[0]], numbers[ends[-1]])
        for ends, numbers in ((down, rows), (across, cols))
    )
    return Window(top, bottom - top + 1, left, right - left + 1).of(grid).bounds
