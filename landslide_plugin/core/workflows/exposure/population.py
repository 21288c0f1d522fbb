"""People of a population raster by class."""

from __future__ import annotations

from typing import Protocol

import numpy as np

from ...errors import InputError
from ...io.raster import RasterSource
from ...io.raster.measures import lengths_m
from ...io.vector import boxes, line_wkb, to_crs
from ...progress import SILENT, Progress
from ...types.arrays import Cells, Floats
from ...types.features import FeatureSet
from ...types.grid import Grid
from ...types.window import Window
from ...writing.temporary import temporary_folder
from .scale import ClassScale

MOST_PARTS = 64
"""Parts a side into which a cell of the population is cut, at most."""

STRIP_CELLS = 1 << 20
EDGE_POINTS = 65


class RankRows(Protocol):
    """Places on a scale of classes, read by rows."""

    def rows(self, first_row: int, rows: int) -> Cells:
        """Place (rows, cols) of each cell; one past the last without a class."""

    def close(self) -> None:
        """Let go of what is open."""


class ClassGround(Protocol):
    """The classes of a map, whatever holds them."""

    name: str
    crs_wkt: str
    scale: ClassScale
    areas_m2: Floats

    def line_lengths(self, lines: FeatureSet, progress: Progress = SILENT) -> Floats:
        """Metres (n, classes + 1) of each line in each class, and in none."""

    def worst(self, features: FeatureSet) -> Cells:
        """Place (n,) on the scale of the most dangerous class that each feature touches."""

    def on_grid(self, grid: Grid, folder: str) -> RankRows:
        """The classes seen on another grid."""


def people_by_class(
    population: RasterSource,
    band: int,
    ground: ClassGround,
    extent: FeatureSet,
    part_m2: float,
    progress: Progress,
) -> Floats:
    """People (classes + 1,) in each class, and in none.

    The people of a cell are spread evenly over it: it is cut in parts about as large as those of the map, and each
    part has the class of its centre. Their sum stays what it was.

    Parameters
    ----------
    population : RasterSource
        People in each cell (a count, no density); no-data is nobody counted.
    extent : FeatureSet
        Outline of the map, in the CRS of ``ground``; cells that it does not meet are not counted.
    part_m2 : float
        Area of a part, about.

    Raises
    ------
    InputError
        The rasters do not meet, a cell holds less than nobody, or a mark of no-data that nobody declared.
    """
    window = _window(population, extent)
    grid = window.of(population.grid)
    down, across = _parts(grid, part_m2)
    west, width, _, north, _, height = grid.geotransform
    fine = Grid(
        grid.rows * down,
        grid.cols * across,
        (west, width / across, 0.0, north, 0.0, height / down),
        grid.crs_wkt,
    )
    k = len(ground.scale)
    total, seen = np.zeros(k + 1), population.extremes(band)
    with temporary_folder() as folder:
        ranks = ground.on_grid(fine, folder)
        try:
            step = max(1, STRIP_CELLS // (grid.cols * down * across))
            for row in range(0, grid.rows, step):
                rows = min(step, grid.rows - row)
                people = population.read(band, window.first_row + row, rows, window.col_slice)
                seen.take(people)
                people = np.nan_to_num(people.astype(np.float64), nan=0.0)
                if (people < 0).any():
                    raise InputError(
                        f"POPULATION {population.name} holds {people.min():g} people in a cell; allowed: 0 or more, so "
                        "say its no-data value (NODATA) or declare it (Translate)"
                    )
                each = np.repeat(np.repeat(people / (down * across), down, axis=0), across, axis=1)
                place = ranks.rows(row * down, rows * down)
                total += np.bincount(place.ravel(), each.ravel(), minlength=k + 1)
                progress.step((row + rows) / grid.rows)
        finally:
            ranks.close()
    population.require_declared(band, seen, f"POPULATION {population.name}")
    return total


def _parts(grid: Grid, part_m2: float) -> tuple[int, int]:
    """Parts down and across of a cell in the middle of a grid; up to 2 % larger than asked."""
    x, y = grid.centre_of(grid.rows // 2, grid.cols // 2)
    here, side = np.array([[x, y], [x, y]]), float(np.sqrt(part_m2))
    beside = here + np.array([[0.0, grid.cell_height], [grid.cell_width, 0.0]])
    down, across = np.clip(
        np.ceil(0.98 * lengths_m(here, beside, grid.crs_wkt) / side), 1, MOST_PARTS
    ).astype(int)
    return int(down), int(across)


def _edge(extent: FeatureSet) -> FeatureSet:
    """The edge of an extent as a line of short pieces: between its corners it bulges in another CRS."""
    west, south, east, north = boxes(extent)[0].tolist()
    across, up = np.linspace(west, east, EDGE_POINTS), np.linspace(south, north, EDGE_POINTS)
    sides = [(across, south), (east, up), (across[::-1], north), (west, up[::-1])]
    path = np.vstack([np.column_stack(np.broadcast_arrays(x, y)) for x, y in sides])
    return FeatureSet((line_wkb(path),), extent.crs_wkt, name=extent.name)


def _window(population: RasterSource, extent: FeatureSet) -> Window:
    """The cells of a population raster that the map meets."""
    grid = population.grid
    west, south, east, north = boxes(to_crs(_edge(extent), grid.crs_wkt))[0].tolist()
    left, _, _, top = grid.bounds
    first_col, last_col = (west - left) / grid.cell_width, (east - left) / grid.cell_width
    first_row, last_row = (top - north) / grid.cell_height, (top - south) / grid.cell_height
    col, row = max(int(np.floor(first_col + 1e-9)), 0), max(int(np.floor(first_row + 1e-9)), 0)
    stop_col = min(int(np.ceil(last_col - 1e-9)), grid.cols)
    stop_row = min(int(np.ceil(last_row - 1e-9)), grid.rows)
    if stop_col <= col or stop_row <= row:
        raise InputError(f"POPULATION {population.name} does not meet the map; check its CRS and extent")
    return Window(row, stop_row - row, col, stop_col - col)
