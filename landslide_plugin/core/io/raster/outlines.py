"""Outlines of the cells that hold one code."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ...types.grid import Grid
from .gdal_calls import quiet


def outlines(where: npt.NDArray[np.bool_], grid: Grid) -> tuple[bytes, ...]:
    """Polygons (WKB) around the cells where ``where`` is true; touching cells share one.

    Parameters
    ----------
    where : bool array (rows, cols)
    grid : Grid
        Gives the coordinates.

    Examples
    --------
    >>> grid = Grid(2, 2, (0.0, 10.0, 0.0, 20.0, 0.0, -10.0), "")
    >>> len(outlines(np.array([[True, True], [False, True]]), grid))
    1
    >>> outlines(np.zeros((2, 2), bool), grid)
    ()
    """
    from osgeo import gdal, ogr

    codes = np.ascontiguousarray(where, np.uint8)
    with quiet():
        raster = gdal.GetDriverByName("MEM").Create("", grid.cols, grid.rows, 1, gdal.GDT_Byte)
        raster.SetGeoTransform(grid.geotransform)
        band = raster.GetRasterBand(1)
        band.WriteRaster(0, 0, grid.cols, grid.rows, codes.tobytes())
        memory = ogr.GetDriverByName("Memory").CreateDataSource("outlines")
        layer = memory.CreateLayer("outlines", None, ogr.wkbPolygon)
        gdal.Polygonize(band, band, layer, -1, [])  # the band is its own mask: cells of 0 are left out
        return tuple(bytes(feature.GetGeometryRef().ExportToWkb()) for feature in layer)
