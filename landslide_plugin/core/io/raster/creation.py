"""What kind of file a raster is written to, and how it is packed."""

from __future__ import annotations

from pathlib import Path

from .gdal_calls import quiet

GEOTIFF = ("tif", "tiff", "gtif", "gtiff")


def compression() -> list[str]:
    """Creation options of the quickest lossless compression there is.

    >>> compression()[0] in ("COMPRESS=ZSTD", "COMPRESS=DEFLATE")
    True
    """
    from osgeo import gdal

    options = gdal.GetDriverByName("GTiff").GetMetadataItem("DMD_CREATIONOPTIONLIST") or ""
    if "ZSTD" in options:
        return ["COMPRESS=ZSTD", "ZSTD_LEVEL=1"]
    return ["COMPRESS=DEFLATE", "ZLEVEL=1"]


def other_format(path: str) -> str:
    """Name of the format that the ending of a raster's name promises, where that is no GeoTIFF; else empty.

    >>> other_format("map.asc"), other_format("map.TIF"), other_format("map.v2"), other_format("map")
    ('Arc/Info ASCII Grid', '', '', '')
    """
    ending = Path(path).suffix.lower().lstrip(".")
    if not ending or ending in GEOTIFF:
        return ""
    with quiet() as gdal:
        for number in range(gdal.GetDriverCount()):
            told = gdal.GetDriver(number).GetMetadata()
            known = (told.get("DMD_EXTENSIONS") or told.get("DMD_EXTENSION") or "").lower().split()
            if told.get("DCAP_RASTER") == "YES" and ending in known:
                return str(told.get("DMD_LONGNAME", ending))
    return ""
