"""The ground that a DEM lies on: its cells in metres."""

from __future__ import annotations

import numpy as np

from ..errors import InputError
from ..types.grid import Grid
from ..types.ground import Ground, globe, plane
from .raster import metres_per_unit
from .raster.crs import is_true_to_distance, longitude_latitude, semi_axes_m


def ground_of(grid: Grid) -> Ground:
    """What the cells of a grid measure on the ground.

    Raises
    ------
    InputError
        The grid has no CRS or reaches beyond a pole.
    """
    if is_true_to_distance(grid.crs_wkt):
        unit = metres_per_unit(grid.crs_wkt)
        west, _, _, north = grid.bounds
        return plane(grid.shape, grid.cell_width * unit, grid.cell_height * unit, west * unit, north * unit)
    west, south, east, north = grid.bounds
    x = west + np.arange(grid.cols + 1) * grid.cell_width
    y = north - np.arange(2 * grid.rows + 1) * grid.cell_height / 2.0
    middle_x, middle_y = np.full(len(y), (west + east) / 2.0), np.full(len(x), (south + north) / 2.0)
    longitude, _ = longitude_latitude(np.column_stack([x, middle_y]), grid.crs_wkt)
    _, latitude = longitude_latitude(np.column_stack([middle_x, y]), grid.crs_wkt)
    if not np.abs(latitude).max() <= 90.0:
        raise InputError(
            f"The DEM reaches from latitude {latitude.min():g} to {latitude.max():g}; check its CRS and extent"
        )
    return globe(longitude, latitude, semi_axes_m(grid.crs_wkt))
