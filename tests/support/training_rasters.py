"""Small rasters and an inventory on them, whose values tell the cell they come from."""

import numpy as np

from landslide_plugin.core.io.raster import Band, RasterSink, crs_wkt
from landslide_plugin.core.io.vector import point_wkb
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.grid import Grid

UTM = crs_wkt("EPSG:32632")
GRID = Grid(600, 20, (400000.0, 10.0, 0.0, 5000000.0, 0.0, -10.0), UTM)
INDEX = np.arange(GRID.size, dtype=np.float32).reshape(GRID.shape)


def raster(path, bands, grid=GRID, metadata=None):
    with RasterSink(str(path), grid, [Band(name) for name in bands], metadata=metadata) as sink:
        for i, values in enumerate(bands.values()):
            sink.write(i, 0, values)
    return str(path)


def inventory(count=40):
    rng = np.random.default_rng(3)
    cells = rng.choice(np.flatnonzero(INDEX.ravel() % 7), count, replace=False)
    places = [GRID.centre_of(cell // 20, cell % 20) for cell in cells]
    return FeatureSet(tuple(point_wkb(x, y) for x, y in places), UTM, name="slides"), set(cells.tolist())
