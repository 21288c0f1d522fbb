"""Codes of a raster with its small patches given to a neighbour, and the patches as polygons."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...errors import InputError
from .creation import compression
from .gdal_calls import quiet, why_refused

MOST_ROUNDS = 50
"""Small patches that touch only small ones wait for a round in which one beside them has grown."""


def sieved(path: str, target: str, least_cells: int) -> None:
    """Write band 1 of a byte raster so that each patch smaller than asked has the code of its largest neighbour.

    Cells belong to one patch if they touch by their sides. No-data stays as it is and takes nothing in. A small patch
    stays where no patch beside it is large enough.

    Parameters
    ----------
    path, target : str
        GeoTIFFs; ``target`` is made anew.
    least_cells : int
        Patches of so many cells stay.

    Raises
    ------
    InputError
        The raster cannot be read or written.
    """
    with quiet() as gdal:
        source = gdal.Open(path)
        if source is None:
            raise InputError(f"{path} cannot be read: {why_refused(path, 'a raster')}")
        made = gdal.GetDriverByName("GTiff").CreateCopy(target, source, options=compression())
        if made is None:
            raise InputError(f"{target} cannot be written: {gdal.GetLastErrorMsg()}")
        band = made.GetRasterBand(1)
        before = _checksum(band)
        for _ in range(MOST_ROUNDS if least_cells > 1 else 0):
            if gdal.SieveFilter(band, band.GetMaskBand(), band, int(least_cells), 4) != 0:
                raise InputError(f"{target} cannot be written: {gdal.GetLastErrorMsg()}")
            made.FlushCache()
            after = _checksum(band)
            if after == before:
                break
            before = after
        band, made, source = None, None, None


def _checksum(band: Any) -> int:
    return int(band.Checksum())


def patches_of(path: str) -> Iterator[tuple[int, bytes, float]]:
    """Code, valid polygon (WKB) and area, in square units of the CRS, of each patch of a raster of codes.

    Cells of band 1 that touch by their sides share a patch; patches tile the cells that have a code.

    Raises
    ------
    InputError
        The raster cannot be read.
    """
    from osgeo import ogr

    with quiet() as gdal:
        source = gdal.Open(path)
        if source is None:
            raise InputError(f"{path} cannot be read: {why_refused(path, 'a raster')}")
        band = source.GetRasterBand(1)
        memory = ogr.GetDriverByName("Memory").CreateDataSource("patches")
        layer = memory.CreateLayer("patches", None, ogr.wkbPolygon)
        layer.CreateField(ogr.FieldDefn("code", ogr.OFTInteger))
        if gdal.Polygonize(band, band.GetMaskBand(), layer, 0, []) != 0:
            raise InputError(f"{path} cannot be turned into polygons: {gdal.GetLastErrorMsg()}")
        for feature in layer:
            geometry = feature.GetGeometryRef()
            sound = geometry if geometry.IsValid() else geometry.MakeValid()
            yield feature.GetField(0), bytes(sound.ExportToWkb()), geometry.Area()
