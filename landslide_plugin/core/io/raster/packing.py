"""Copies of rasters that every program can read: compressed by DEFLATE, all else as it was."""

from __future__ import annotations

from ...errors import InputError
from ...writing.whole import AnyPath
from .gdal_calls import quiet, why_refused


def write_deflated(source: AnyPath, target: AnyPath) -> None:
    """Copy a GeoTIFF with its bands, metadata, colours and tables, compressed by DEFLATE.

    What this plugin writes is compressed by ZSTD where GDAL knows it, which older programs do not.

    Raises
    ------
    InputError
        The source cannot be read, or the target not be written.
    """
    with quiet() as gdal:
        given = gdal.Open(str(source))
        if given is None:
            raise InputError(f"{source} cannot be read: {why_refused(str(source), 'a raster')}")
        byte = given.GetRasterBand(1).DataType == gdal.GDT_Byte
        options = ["COMPRESS=DEFLATE", f"PREDICTOR={1 if byte else 3}", "TILED=YES", "BIGTIFF=IF_SAFER"]
        made = gdal.GetDriverByName("GTiff").CreateCopy(str(target), given, options=options)
        if made is None:
            raise InputError(f"{target} cannot be written: {gdal.GetLastErrorMsg()}")
        made.SetMetadata({**given.GetMetadata(), "COMPRESSION": options[0].partition("=")[2]})
        made.FlushCache()
