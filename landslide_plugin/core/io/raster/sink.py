"""Writing GeoTIFFs by rows, beside their target, renamed when complete."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, Optional

import numpy as np
import numpy.typing as npt

from ...errors import DiskSpaceError, InputError, NotInPlace
from ...requirements import absolute, require_folder, require_space
from ...types.bands import LABEL, Band, band_label
from ...types.grid import Grid
from ...writing.whole import keep, put_in_place, remove, scratch_beside
from .class_table import Classes, declare_classes
from .cloud import to_cloud_optimised
from .companions import is_own_style
from .creation import compression
from .gdal_calls import quiet

NODATA = -9999.0
SIDECARS = (".aux.xml", ".ovr", ".msk")
Layout = Literal["strips", "bands", "tiles", "cloud"]


class RasterSink:
    """A GeoTIFF written by rows beside its target and renamed when complete.

    Use as a context manager: leaving it by an error removes everything it wrote, so no file that
    looks finished is left. Floats store no-data as -9999, bytes as 0.

    Parameters
    ----------
    path : str
        Target ``.tif``.
    grid : Grid
    bands : sequence of Band
    byte : bool
        Store classes as unsigned bytes with 0 as no-data instead of float32.
    metadata : mapping of str to str
        Dataset metadata.
    classes : mapping of int to (str, (int, int, int))
        Class names and colours of a byte raster, stored as colour and attribute table.
    layout : {"strips", "bands", "tiles", "cloud"}
        Strips are quickest to write by whole rows, tiles by parts of rows; "bands" are strips of one band each,
        quickest to read where there are many bands; "cloud" is a Cloud-Optimised GeoTIFF with overviews, made from
        tiles when all is written.
    """

    def __init__(
        self,
        path: str,
        grid: Grid,
        bands: Sequence[Band],
        *,
        byte: bool = False,
        metadata: Optional[Mapping[str, str]] = None,
        classes: Optional[Classes] = None,
        layout: Layout = "strips",
    ):
        self.path = absolute(path)
        self.grid = grid
        self._byte, self._layout = byte, layout
        require_folder(self.path)
        if os.access(self.path, os.F_OK) and not os.access(self.path, os.W_OK):
            raise InputError(f"{self.path} is read-only; choose another output or allow writing to it")
        copies = 2 if layout == "cloud" else 1
        require_space(str(Path(self.path).parent), grid.size * len(bands) * (1 if byte else 4) * copies)
        self._scratch = scratch_beside(self.path)
        self._part = self._made = str(self._scratch / "whole.tif")
        if layout == "cloud":
            self._made = str(self._scratch / "cloud.tif")
        with quiet() as gdal:
            apart = [] if layout == "strips" else ["INTERLEAVE=BAND"]
            tiles = [f"TILED={'YES' if layout in ('tiles', 'cloud') else 'NO'}", *apart]
            packed = compression()
            options = [*tiles, "BIGTIFF=IF_SAFER", *packed, f"PREDICTOR={1 if byte else 3}"]
            kind = gdal.GDT_Byte if byte else gdal.GDT_Float32
            driver = gdal.GetDriverByName("GTiff")
            size = grid.cols, grid.rows, len(bands)
            self._dataset = driver.Create(self._part, *size, eType=kind, options=options)
            if self._dataset is None:
                remove(self._scratch)
                raise InputError(f"{self.path} cannot be written: {gdal.GetLastErrorMsg()}")
        self._dataset.SetGeoTransform(list(grid.geotransform))
        if grid.crs_wkt:
            self._dataset.SetProjection(grid.crs_wkt)
        self._dataset.SetMetadata({**(metadata or {}), "COMPRESSION": packed[0].partition("=")[2]})
        for i, band in enumerate(bands):
            self._declare(i + 1, band)
        if classes:
            declare_classes(self._dataset.GetRasterBand(1), classes)

    def _declare(self, index: int, band: Band) -> None:
        target = self._dataset.GetRasterBand(index)
        target.SetNoDataValue(0 if self._byte else NODATA)
        target.SetDescription(band.name)
        if band.unit:
            target.SetUnitType(band.unit)
        label = band_label(band)
        told = {**band.metadata, **({LABEL: label} if label else {})}
        if told:
            target.SetMetadata(told)

    def write(self, index: int, first_row: int, values: npt.NDArray[Any], first_col: int = 0) -> None:
        """Write values (rows, cols) of band ``index`` (from 0) from a cell on; NaN becomes no-data."""
        if self._byte:
            pixels = np.ascontiguousarray(values, dtype=np.uint8)
        else:
            pixels = np.where(np.isfinite(values), values, NODATA).astype(np.float32)
        with quiet() as gdal:
            code = gdal.GDT_Byte if self._byte else gdal.GDT_Float32
            status = self._dataset.GetRasterBand(index + 1).WriteRaster(
                first_col, first_row, pixels.shape[1], pixels.shape[0], pixels.tobytes(), buf_type=code
            )
            if status != 0 or gdal.GetLastErrorType() >= gdal.CE_Failure:
                raise DiskSpaceError(f"{self.path} cannot be written: {gdal.GetLastErrorMsg()}")

    def set_statistics(self, index: int, low: float, high: float, mean: float, deviation: float) -> None:
        """Keep the statistics of band ``index`` (from 0) in the file, where GDAL and QGIS look for them."""
        self._dataset.GetRasterBand(index + 1).SetStatistics(low, high, mean, deviation)

    def flush(self) -> None:
        """Push everything to disk, so that a full one is noticed before any target is replaced."""
        with quiet() as gdal:
            self._dataset.FlushCache()
            if gdal.GetLastErrorType() >= gdal.CE_Failure:
                raise DiskSpaceError(f"{self.path} cannot be written: {gdal.GetLastErrorMsg()}")

    @property
    def is_open(self) -> bool:
        """True until the file is complete or given up."""
        return self._dataset is not None

    def __enter__(self) -> RasterSink:
        return self

    def __exit__(self, kind: Optional[type[BaseException]], *_: object) -> None:
        try:
            if kind is None:
                self._finish()
        except NotInPlace:
            keep(self._scratch)
            raise
        except BaseException:
            self._give_up()
            raise
        self._give_up()

    def _give_up(self) -> None:
        """Remove what is not yet, or no longer, of use."""
        self._dataset = None
        remove(self._scratch)

    def complete(self) -> None:
        """Write all that is left to write; only the renaming remains. Of several files, complete all first."""
        if self._dataset is None:
            return
        self.flush()
        with quiet() as gdal:
            self._dataset = None
            if gdal.GetLastErrorType() >= gdal.CE_Failure:
                raise DiskSpaceError(f"{self.path} cannot be written: {gdal.GetLastErrorMsg()}")
        if self._layout == "cloud":
            to_cloud_optimised(self._part, self._made, self.path, "NEAREST" if self._byte else "AVERAGE")

    def _finish(self) -> None:
        self.complete()
        take_place(self._made, self.path)


def take_place(made: str, path: str) -> None:
    """Give a raster that is whole its name; what belonged to the one that had it goes.

    Raises
    ------
    NotInPlace
        The system refuses; the old raster stays.
    """
    put_in_place(made, path)
    for ending in SIDECARS:
        remove(path + ending)
    style = Path(path).with_suffix(".qml")
    if is_own_style(style):
        remove(style)
    if Path(made + ".aux.xml").exists():
        put_in_place(made + ".aux.xml", path + ".aux.xml")
