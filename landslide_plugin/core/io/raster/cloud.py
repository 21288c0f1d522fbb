"""Cloud-Optimised GeoTIFFs: read in parts over a network, with overviews inside."""

from __future__ import annotations

from ...errors import DiskSpaceError
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
