"""How files are packed."""

from __future__ import annotations


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
