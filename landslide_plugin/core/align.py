"""Bringing rasters of other grids onto the grid of the DEM, or saying how they differ."""

from __future__ import annotations

import os

from .errors import GridMismatch, InputError
from .grid import Grid
from .progress import SILENT, Progress
from .raster_io import RasterSource, crs_name, same_crs, warp_to_grid

RESAMPLING = {"categorical": "near", "circular": "near", "continuous": "bilinear"}
"""How each kind of factor is resampled: codes and angles are never mixed."""


def grid_difference(grid: Grid, source: RasterSource) -> str:
    """Say how a raster's CRS or cells differ from ``grid``; empty if they do not."""
    if not same_crs(grid.crs_wkt, source.grid.crs_wkt):
        return f"CRS {crs_name(source.grid.crs_wkt)} instead of {crs_name(grid.crs_wkt)}"
    return grid.difference(source.grid)


def require_aligned(grid: Grid, source: RasterSource, label: str) -> None:
    """Raise ``GridMismatch`` naming the layer and the difference unless it lies on ``grid``."""
    how = grid_difference(grid, source)
    if how:
        raise GridMismatch(
            f"{label} ({source.name}) does not lie on the grid of the DEM: {how}; set ALIGN to resample it, "
            "or align it first"
        )


def aligned_path(
    grid: Grid, source: RasterSource, label: str, kind: str, folder: str, progress: Progress = SILENT
) -> str:
    """Path of a raster that lies on ``grid``: the given one, or a resampled copy in ``folder``.

    Parameters
    ----------
    grid : Grid
        Grid of the DEM.
    source : RasterSource
    label : str
        What messages call the layer.
    kind : {"continuous", "circular", "categorical"}
        Decides the resampling, see ``RESAMPLING``.
    folder : str
        An existing folder for temporary files.
    progress : Progress
        Is told what was done.

    Raises
    ------
    InputError
        The raster has no CRS while ``grid`` has one.
    """
    how = grid_difference(grid, source)
    if not how:
        return source.path
    if grid.crs_wkt and not source.grid.crs_wkt:
        raise InputError(f"{label} ({source.name}) has no CRS, so it cannot be aligned; assign the right one")
    resampling = RESAMPLING[kind]
    target = os.path.join(folder, f"aligned_{label.lower().replace(' ', '_')}.tif")
    warp_to_grid(source.path, grid, target, resampling)
    progress.info(f"{label} ({source.name}) was aligned to the DEM by {resampling} resampling: {how}")
    _warn_if_coarse(grid, source, label, progress)
    return target


def _warn_if_coarse(grid: Grid, source: RasterSource, label: str, progress: Progress) -> None:
    if same_crs(grid.crs_wkt, source.grid.crs_wkt) and source.grid.cell_size > 2.0 * grid.cell_size:
        progress.warning(
            f"{label} ({source.name}) has cells of {source.grid.cell_size:g}, the DEM of {grid.cell_size:g}: "
            "resampling adds no detail"
        )
