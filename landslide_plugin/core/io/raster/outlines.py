"""Outlines of the cells that hold one code, or of each unit that cells belong to."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ...errors import InputError
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


def unit_outlines(unit: npt.NDArray[np.int64], grid: Grid) -> tuple[bytes, ...]:
    """A valid polygon (WKB) around the cells of each unit, in the order of their numbers.

    Parameters
    ----------
    unit : int array (rows, cols)
        From 0 without gaps, each unit in one piece whose cells touch by their sides; -1 where there is none.
    grid : Grid
        Gives the coordinates.

    Raises
    ------
    InputError
        A unit is in several pieces.

    Examples
    --------
    >>> grid = Grid(2, 2, (0.0, 10.0, 0.0, 20.0, 0.0, -10.0), "")
    >>> len(unit_outlines(np.array([[0, 0], [-1, 1]]), grid))
    2
    """
    from osgeo import gdal, ogr

    count = int(unit.max()) + 1
    found: list[bytes] = [b""] * count
    with quiet():
        raster = gdal.GetDriverByName("MEM").Create("", grid.cols, grid.rows, 1, gdal.GDT_Int32)
        raster.SetGeoTransform(grid.geotransform)
        band = raster.GetRasterBand(1)
        band.WriteRaster(0, 0, grid.cols, grid.rows, np.ascontiguousarray(unit + 1, np.int32).tobytes())
        memory = ogr.GetDriverByName("Memory").CreateDataSource("outlines")
        layer = memory.CreateLayer("outlines", None, ogr.wkbPolygon)
        layer.CreateField(ogr.FieldDefn("unit", ogr.OFTInteger))
        gdal.Polygonize(band, band, layer, 0, [])
        for feature in layer:
            number, geometry = feature.GetField(0) - 1, feature.GetGeometryRef()
            if found[number]:
                raise InputError(f"Unit {number} is in several pieces")
            sound = geometry if geometry.IsValid() else geometry.MakeValid()
            found[number] = bytes(sound.ExportToWkb())
    return tuple(found)
