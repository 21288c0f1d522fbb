"""Bringing a DEM in degrees, or in Mercator's projection, onto a grid in metres."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ...errors import InputError
from ...io.ground import ground_of
from ...io.raster import Band, RasterSink, crs_name, crs_wkt, warp_to_grid
from ...io.raster.crs import is_true_to_distance, longitude_latitude
from ...io.raster.source import READ_CELLS
from ...io.vector import census, line_wkb, to_crs
from ...progress import Progress
from ...types.features import FeatureSet
from ...types.grid import Grid
from .dem import Dem, read_dem

GRIDS = ("dem", "utm")
"""On which grid a stack may lie: the DEM's, or one in the UTM zone of its centre."""

UTM_LIMITS_DEG = (-80.0, 84.0)
EDGE_POINTS = 33
"""Points along each edge of the DEM that decide its extent on the new grid."""


def utm_zone_wkt(longitude_deg: float, latitude_deg: float) -> str:
    """CRS of the UTM zone (WGS 84) of a place.

    Raises
    ------
    InputError
        The place is too near to a pole.

    Examples
    --------
    >>> from ...io.raster import crs_name
    >>> crs_name(utm_zone_wkt(-79.1, -3.9))
    'WGS 84 / UTM zone 17S (EPSG:32717)'
    """
    if not UTM_LIMITS_DEG[0] <= latitude_deg <= UTM_LIMITS_DEG[1]:
        raise InputError(
            f"UTM zones reach from latitude {UTM_LIMITS_DEG[0]:g} to {UTM_LIMITS_DEG[1]:g}, the DEM lies at "
            f"{latitude_deg:.1f}; reproject it to a polar grid in metres (Warp), then run again"
        )
    zone = int((longitude_deg + 180.0) % 360.0 // 6.0) + 1
    return crs_wkt(f"EPSG:{(32600 if latitude_deg >= 0.0 else 32700) + zone}")


def metric_grid(dem: Dem) -> Grid:
    """Grid of square cells in the UTM zone of a DEM's centre that covers it, with cells of the same size."""
    west, south, east, north = dem.grid.bounds
    middle = np.array([[(west + east) / 2.0, (south + north) / 2.0]])
    longitude, latitude = longitude_latitude(middle, dem.grid.crs_wkt)
    wkt = utm_zone_wkt(float(longitude[0]), float(latitude[0]))
    x, y = np.linspace(west, east, EDGE_POINTS), np.linspace(south, north, EDGE_POINTS)
    edge = [np.column_stack([x, np.full_like(x, level)]) for level in (south, north)]
    edge += [np.column_stack([np.full_like(y, side), y]) for side in (west, east)]
    outline = FeatureSet(tuple(line_wkb(line) for line in edge), dem.grid.crs_wkt, name="extent of the DEM")
    low_x, low_y, high_x, high_y = census(to_crs(outline, wkt)).bounds
    cell = float(f"{dem.ground.cell_size_m:.3g}")
    left, top = np.floor(low_x / cell) * cell, np.ceil(high_y / cell) * cell
    cols, rows = int(np.ceil((high_x - left) / cell)), int(np.ceil((top - low_y) / cell))
    return Grid(rows, cols, (float(left), cell, 0.0, float(top), 0.0, -cell), wkt)


def on_metric_grid(dem: Dem, folder: str, progress: Progress, store: bool) -> Dem:
    """A DEM resampled (bilinear) to ``metric_grid``; the DEM itself if it is true to distance already.

    Parameters
    ----------
    dem : Dem
    folder : str
        For temporary files; with ``store`` the new heights stay in it as ``heights.npy``.
    progress : Progress
    store : bool
    """
    if is_true_to_distance(dem.grid.crs_wkt):
        progress.info(f"The DEM is in metres already ({crs_name(dem.grid.crs_wkt)}); its grid is kept")
        return dem
    grid, given = metric_grid(dem), str(Path(folder, "given.tif"))
    with RasterSink(given, dem.grid, [Band("")]) as sink:
        for strip in dem.grid.strips_of(READ_CELLS):
            progress.check()
            sink.write(0, strip.start, dem.heights_m[strip.start : strip.stop])
    moved = str(Path(folder, "dem.tif"))
    warp_to_grid(given, grid, moved, "bilinear")
    progress.info(
        f"The DEM was resampled to {grid.rows} x {grid.cols} cells of {grid.cell_width:g} m in "
        f"{crs_name(grid.crs_wkt)}; all layers are aligned to that grid"
    )
    warped = read_dem(moved, 1.0, progress, str(Path(folder, "heights.npy")) if store else None)
    # The warper computes the size of a cell from the extent anew, which costs its last digits.
    return Dem(warped.heights_m, grid, ground_of(grid))
