"""Where the synthetic area lies: its own longitude and latitude, and the nominal metric grid.

The study computes in degrees with its own lengths of a degree. The grid here gives every cell
the size those lengths imply, so that a cell of the study is a cell of the raster.
"""

from __future__ import annotations

from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..types.arrays import Surface
from ..types.grid import Grid

ROWS, COLS = 30, 50
LON_DEG = (-72.50, -72.05)
LAT_DEG = (9.00, 9.27)
KM_PER_DEGREE_EQUATOR = 111.32
KM_PER_DEGREE_LAT = 110.54
REFERENCE_LAT_DEG = 9.0

NOMINAL_CRS = "EPSG:32619"
CELL_WIDTH_M, CELL_HEIGHT_M = 1009.7, 1029.2
CENTRE_X_M, CENTRE_Y_M = 140_000.0, 1_011_400.0


def coordinates() -> tuple[Surface, Surface]:
    """Longitude and latitude (cells,) of the cell centres, southernmost row first.

    >>> lon, lat = coordinates()
    >>> lon.size == lat.size == ROWS * COLS, bool(lat[0] < lat[-1])
    (True, True)
    """
    lon, lat = np.meshgrid(np.linspace(*LON_DEG, COLS), np.linspace(*LAT_DEG, ROWS))
    return lon.ravel().astype(np.float32), lat.ravel().astype(np.float32)


def spacing_m() -> tuple[float, float]:
    """Cell width and height in metres, as the study derives them.

    >>> [round(side, 1) for side in spacing_m()]
    [1009.7, 1029.2]
    """
    width = float(np.diff(np.linspace(*LON_DEG, COLS))[0])
    height = float(np.diff(np.linspace(*LAT_DEG, ROWS))[0])
    km_per_degree_lon = KM_PER_DEGREE_EQUATOR * float(np.cos(np.deg2rad(REFERENCE_LAT_DEG)))
    return width * km_per_degree_lon * 1000, height * KM_PER_DEGREE_LAT * 1000


def nominal_grid(crs_wkt: str = "", cell_m: Optional[float] = None) -> Grid:
    """The north-up grid of the area; ``crs_wkt`` is the WKT of ``NOMINAL_CRS``.

    Parameters
    ----------
    crs_wkt : str
    cell_m : float, optional
        Side of square cells instead of the study's own.

    >>> nominal_grid().shape
    (30, 50)
    """
    width, height = (cell_m, cell_m) if cell_m else (CELL_WIDTH_M, CELL_HEIGHT_M)
    west = CENTRE_X_M - COLS / 2 * width
    north = CENTRE_Y_M + ROWS / 2 * height
    return Grid(ROWS, COLS, (west, width, 0.0, north, 0.0, -height), crs_wkt)


def to_nominal(
    lon_deg: Any, lat_deg: Any, cell_m: Optional[float] = None
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Nominal x and y of a longitude and latitude; cell centres fall on cell centres.

    >>> x, y = to_nominal(-72.50, 9.27)
    >>> nominal_grid().cell_of(float(x), float(y))
    (0, 0)
    """
    column = (np.asarray(lon_deg, float) - LON_DEG[0]) / (LON_DEG[1] - LON_DEG[0]) * (COLS - 1)
    row_up = (np.asarray(lat_deg, float) - LAT_DEG[0]) / (LAT_DEG[1] - LAT_DEG[0]) * (ROWS - 1)
    grid = nominal_grid(cell_m=cell_m)
    west, south, _, _ = grid.bounds
    return west + (column + 0.5) * grid.cell_width, south + (row_up + 0.5) * grid.cell_height


def north_up(values: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Values (cells, ...) from the southernmost row as a raster (..., rows, cols) from the northernmost.

    >>> raster = north_up(np.arange(ROWS * COLS))
    >>> raster.shape, int(raster[-1, 0])
    ((30, 50), 0)
    """
    raster = values.reshape(ROWS, COLS, *values.shape[1:])[::-1]
    return np.ascontiguousarray(np.moveaxis(raster, (0, 1), (-2, -1)))
