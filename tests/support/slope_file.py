"""A small slope raster with one cell of no data, for runs of slope stability."""

import numpy as np

from landslide_plugin.core.io.raster import Band, RasterSink, crs_wkt
from landslide_plugin.core.types.grid import Grid

GRID = Grid(7, 5, (500000.0, 30.0, 0.0, 900000.0, 0.0, -30.0), crs_wkt("EPSG:32617"))
NAMES = ("cohesion_kpa", "friction_deg", "unit_weight_kn_m3")


def write_slope(folder) -> str:
    """Slopes from 1 to 64 degrees; where the raster lies."""
    slope = np.linspace(1, 64, GRID.size, dtype=np.float32).reshape(GRID.shape)
    slope[3, 3] = np.nan
    path = folder / "slope.tif"
    with RasterSink(str(path), GRID, [Band("slope", "deg")]) as sink:
        sink.write(0, 0, slope)
    return str(path)
