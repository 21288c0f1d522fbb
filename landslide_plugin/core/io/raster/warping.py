"""Resampling a raster to another grid."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ...errors import InputError
from ...requirements import require_space
from ...types.grid import Grid
from .gdal_calls import quiet
from .no_data import parted
from .sink import NODATA, RasterSink
from .source import STRIP_ROWS, RasterSource


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


def _declaring(path: str, target: str) -> str:
    """A file that declares its no-data: the given one, or where the user said marks, a copy beside ``target``.

    GDAL would mix an undeclared mark with the values around it.
    """
    file, said = parted(path)
    if said is None or not said.marks:
        return file
    copy = f"{target}.declared.tif"
    with RasterSource(path) as source, RasterSink(copy, source.grid, source.bands) as sink:
        for strip in source.grid.strips(STRIP_ROWS):
            for band in range(len(source.bands)):
                sink.write(band, strip.start, source.read(band, strip.start, strip.rows))
        sink.complete()
    return copy


def _warp(path: str, grid: Grid, target: str, resampling: str, **options: Any) -> None:
    declaring = _declaring(path, target)
    with quiet() as gdal:
        warped = gdal.Warp(
            target,
            declaring,
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
            raise InputError(
                f"{parted(path)[0]} cannot be aligned: {gdal.GetLastErrorMsg() or 'warping failed'}"
            )
