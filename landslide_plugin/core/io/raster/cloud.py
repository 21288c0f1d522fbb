"""Layouts for large maps.

Cloud-Optimised GeoTIFFs are read in parts over a network, with overviews inside; virtual rasters show tiles side by
side without copying them.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from ...errors import DiskSpaceError, InputError
from ...writing.whole import write_bytes
from .class_table import class_names
from .creation import compression
from .gdal_calls import quiet


def to_cloud_optimised(source: str, target: str, name: str, overviews: str) -> None:
    """Copy a GeoTIFF with its bands, metadata and tables into the cloud-optimised layout.

    Parameters
    ----------
    source, target : str
    name : str
        What messages call the file.
    overviews : {"NEAREST", "AVERAGE"}
        Codes are never mixed; measurements are averaged.

    Raises
    ------
    DiskSpaceError
        The copy cannot be written.
    """
    options = [compression()[0], "PREDICTOR=YES", "BIGTIFF=IF_SAFER", f"OVERVIEW_RESAMPLING={overviews}"]
    with quiet() as gdal:
        copied = gdal.Translate(target, source, format="COG", creationOptions=options)
        failed = copied is None
        if copied is not None:
            copied.FlushCache()
        copied = None
        if failed or gdal.GetLastErrorType() >= gdal.CE_Failure:
            raise DiskSpaceError(f"{name} cannot be written: {gdal.GetLastErrorMsg()}")


def write_mosaic(tiles: Sequence[str], path: str, metadata: Mapping[str, str]) -> None:
    """Write a virtual raster (VRT) over tiles, which it finds by their place beside it.

    Parameters
    ----------
    tiles : sequence of str
        Absolute paths of rasters with the same bands on the same grid, below the folder of ``path``.
    path : str
        Absolute path of the file to write.
    metadata : mapping of str to str
        Of the whole.

    Raises
    ------
    InputError
        The tiles cannot be read or do not fit each other.
    """
    with quiet() as gdal:
        whole = gdal.BuildVRT("", list(tiles), strict=True)
        first = gdal.Open(tiles[0])
        if whole is None or first is None:
            raise InputError(f"The tiles of {path} do not fit each other: {gdal.GetLastErrorMsg()}")
        whole.SetMetadata({"AREA_OR_POINT": "Area", **metadata})
        for number in range(1, whole.RasterCount + 1):
            _describe(first.GetRasterBand(number), whole.GetRasterBand(number))
        text = str(whole.GetMetadata("xml:VRT")[0])
    folder = escape(str(Path(path).parent) + os.sep, quote=False)
    for told in ("0", "1"):
        text = text.replace(f'relativeToVRT="{told}">{folder}', 'relativeToVRT="1">')
    write_bytes(path, text.encode("utf-8"))


def _describe(tile: Any, band: Any) -> None:
    """Give a band the name, unit, classes and metadata of a tile's."""
    band.SetDescription(tile.GetDescription())
    band.SetUnitType(tile.GetUnitType())
    if tile.GetMetadata():
        band.SetMetadata(tile.GetMetadata())
    names = class_names(tile)  # virtual rasters keep no attribute table, but names in a row
    if names:
        band.SetCategoryNames([names.get(code, "") for code in range(max(names) + 1)])
    if tile.GetColorTable() is not None:
        band.SetColorTable(tile.GetColorTable())
