"""Resampling a raster to another grid."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ...errors import InputError
from ...requirements import require_space
from ...types.grid import Grid
from .gdal_calls import quiet
from .sink import NODATA


def warp_to_grid(path: str, grid: Grid, target: str, resampling: str) -> None:
    """Resample a raster to ``grid`` as float32 GeoTIFF ``target``.

    Parameters
    ----------
    resampling : {"near", "bilinear", "average"}

    Raises
    ------
    InputError
        The raster has no CRS or cannot be brought into that of ``grid``.
    """
    require_space(str(Path(target).parent), grid.size * 4)
    _warp(path, grid, target, resampling, format="GTiff")


def warped_view(path: str, grid: Grid, target: str, resampling: str) -> None:
    """Write ``target``, a small virtual raster that shows a raster resampled to ``grid`` when read.

    Nothing is resampled but what is read, and a cell's value does not depend on what else is: cells are
    placed exactly, not by GDAL's approximation along a row.

    Parameters
    ----------
    resampling : {"near", "bilinear", "average"}

    Raises
    ------
    InputError
        The raster cannot be brought into the CRS of ``grid``.
    """
    _warp(path, grid, target, resampling, format="VRT", errorThreshold=0)


def _warp(path: str, grid: Grid, target: str, resampling: str, **options: Any) -> None:
    with quiet() as gdal:
        warped = gdal.Warp(
            target,
            path,
            outputBounds=grid.bounds,
            width=grid.cols,
            height=grid.rows,
            dstSRS=grid.crs_wkt or None,
            resampleAlg=resampling,
            outputType=gdal.GDT_Float32,
            dstNodata=NODATA,
            **options,
        )
        failed = warped is None or gdal.GetLastErrorType() >= gdal.CE_Failure
        if not failed:
            warped.FlushCache()
        warped = None  # closed before an error keeps this frame
        if failed:
            raise InputError(f"{path} cannot be aligned: {gdal.GetLastErrorMsg() or 'warping failed'}")
