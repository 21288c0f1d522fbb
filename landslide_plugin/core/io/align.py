"""Bringing rasters of other grids onto the grid of the DEM, or saying how they differ."""

from __future__ import annotations

from pathlib import Path

from ..errors import GridMismatch, InputError
from ..progress import SILENT, Progress
from ..types.features import FeatureSet
from ..types.grid import Grid
from .raster import RasterSource, crs_name, same_crs, warp_to_grid
from .vector import box_wkb, census, to_crs

RESAMPLINGS = ("automatic", "nearest", "bilinear", "average")
"""How quantities may be resampled; codes and angles always take the nearest value, for they are never mixed."""

GDAL_NAMES = {"nearest": "near"}

FINE, COARSE = 1.5, 2.0
"""Cells this many times smaller than those of the grid are averaged; cells this many times larger add no detail."""


def grid_difference(grid: Grid, source: RasterSource) -> str:
    """Say how a raster's CRS or cells differ from ``grid``; empty if they do not."""
    if not same_crs(grid.crs_wkt, source.grid.crs_wkt):
        return f"CRS {crs_name(source.grid.crs_wkt)} instead of {crs_name(grid.crs_wkt)}"
    return grid.difference(source.grid)


def require_aligned(grid: Grid, source: RasterSource, label: str, to: str = "the DEM") -> None:
    """Raise ``GridMismatch`` naming the layer and the difference unless it lies on ``grid``."""
    how = grid_difference(grid, source)
    if how:
        raise GridMismatch(
            f"{label} ({source.name}) does not lie on the grid of {to}: {how}; set ALIGN to resample it, "
            "or align it first"
        )


def cell_ratio(grid: Grid, source: RasterSource) -> float:
    """Size of a raster's cells, at its centre, over that of the cells of ``grid``."""
    given = source.grid
    if same_crs(grid.crs_wkt, given.crs_wkt):
        return given.cell_size / grid.cell_size
    west, south, east, north = given.bounds
    x, y = (west + east) / 2.0, (south + north) / 2.0
    box = FeatureSet((box_wkb(x, y, x + given.cell_width, y + given.cell_height),), given.crs_wkt)
    w, s, e, n = census(to_crs(box, grid.crs_wkt)).bounds
    return float(((e - w) * (n - s)) ** 0.5 / grid.cell_size)


def resampling_for(grid: Grid, source: RasterSource, kind: str, choice: str = "automatic") -> str:
    """How a raster of a kind is brought onto ``grid``: ``nearest``, ``bilinear`` or ``average``."""
    if kind != "continuous":
        return "nearest"
    if choice != "automatic":
        return choice
    return "average" if cell_ratio(grid, source) * FINE <= 1.0 else "bilinear"


def aligned_path(
    grid: Grid,
    source: RasterSource,
    *,
    label: str,
    kind: str,
    folder: str,
    progress: Progress = SILENT,
    choice: str = "automatic",
    to: str = "the DEM",
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
        Decides the resampling, see ``resampling_for``.
    folder : str
        An existing folder for temporary files.
    progress : Progress
        Is told what was done.
    choice : str
        One of ``RESAMPLINGS``.
    to : str
        What messages call the raster whose grid it is.

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
    resampling = resampling_for(grid, source, kind, choice)
    target = str(Path(folder, f"aligned_{label.lower().replace(' ', '_')}.tif"))
    warp_to_grid(source.path, grid, target, GDAL_NAMES.get(resampling, resampling))
    progress.info(f"{label} ({source.name}) was aligned to {to} by {resampling} resampling: {how}")
    ratio = cell_ratio(grid, source)
    if ratio > COARSE:
        progress.warning(
            f"{label} ({source.name}) has cells {ratio:.3g} times as large as those of {to}: resampling adds "
            "no detail"
        )
    return target
