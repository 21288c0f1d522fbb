"""Reading rasters by whole rows."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..bands import Band, factor_spec
from ..errors import GridMismatch, InputError
from ..factors import FactorSpec
from ..grid import Grid
from .class_table import class_names
from .crs import crs_name, same_crs
from .gdal_calls import quiet


class RasterSource:
    """An open raster, read in whole rows as float32 with NaN for no-data.

    Use as a context manager. No-data is the union of the declared value, the mask band and NaN.
    """

    def __init__(self, path: str):
        self.path = path
        with quiet() as gdal:
            self._dataset = gdal.OpenEx(path, gdal.OF_RASTER)
            if self._dataset is None:
                raise InputError(
                    f"{path} cannot be read as a raster: {gdal.GetLastErrorMsg() or 'not found'}"
                )
        if self._dataset.RasterCount == 0:
            raise InputError(f"{path} holds no raster band")
        self.grid = Grid(
            self._dataset.RasterYSize,
            self._dataset.RasterXSize,
            self._dataset.GetGeoTransform(),
            self._dataset.GetProjection(),
        )
        self.bands = tuple(self._describe(i + 1) for i in range(self._dataset.RasterCount))
        self.metadata: dict[str, str] = dict(self._dataset.GetMetadata() or {})

    @property
    def name(self) -> str:
        """File name without folder and ending."""
        return Path(self.path.split("|")[0]).stem

    def __enter__(self) -> RasterSource:
        return self

    def __exit__(self, *_: object) -> None:
        self._dataset = None

    def _describe(self, index: int) -> Band:
        band = self._dataset.GetRasterBand(index)
        names = {code: name for code, name in enumerate(band.GetCategoryNames() or []) if name}
        return Band(
            band.GetDescription(),
            band.GetUnitType() or "",
            dict(band.GetMetadata() or {}),
            names or class_names(band),
        )

    def factor_specs(self) -> tuple[FactorSpec, ...]:
        """The factor each band holds; unnamed bands take the file's name."""
        many = len(self.bands) > 1
        return tuple(
            factor_spec(band, f"{self.name}_{i + 1}" if many else self.name)
            for i, band in enumerate(self.bands)
        )

    def is_integer(self, index: int) -> bool:
        """True if band ``index`` (from 0) stores whole numbers."""
        from osgeo import gdal

        kind = self._dataset.GetRasterBand(index + 1).DataType
        return kind in (gdal.GDT_Byte, gdal.GDT_Int16, gdal.GDT_UInt16, gdal.GDT_Int32, gdal.GDT_UInt32)

    def read(self, index: int, first_row: int = 0, rows: Optional[int] = None) -> npt.NDArray[np.float32]:
        """Values (rows, cols) of band ``index`` (from 0).

        Raises
        ------
        InputError
            The file is truncated or damaged.
        """
        rows = self.grid.rows - first_row if rows is None else rows
        band = self._dataset.GetRasterBand(index + 1)
        values = self._pixels(band, first_row, rows, np.dtype(np.float64))
        invalid = ~np.isfinite(values)
        with quiet() as gdal:
            flags = band.GetMaskFlags()
        nodata = band.GetNoDataValue()
        if nodata is not None:
            invalid |= values == nodata
            if abs(nodata) > 1e30:
                invalid |= np.abs(values) > 1e30
        if not flags & (gdal.GMF_ALL_VALID | gdal.GMF_NODATA):
            mask = self._pixels(band.GetMaskBand(), first_row, rows, np.dtype(np.uint8))
            invalid |= mask == 0
        scale, offset = band.GetScale(), band.GetOffset()
        if scale not in (None, 1.0) or offset not in (None, 0.0):
            values = values * (1.0 if scale is None else scale) + (offset or 0.0)
        values[invalid] = np.nan
        return values.astype(np.float32)

    def _pixels(self, band: Any, first_row: int, rows: int, dtype: np.dtype[Any]) -> npt.NDArray[Any]:
        with quiet() as gdal:
            code = {"float64": gdal.GDT_Float64, "uint8": gdal.GDT_Byte}[dtype.name]
            buffer = band.ReadRaster(0, first_row, self.grid.cols, rows, buf_type=code)
            if buffer is None or gdal.GetLastErrorType() >= gdal.CE_Failure:
                raise InputError(
                    f"{self.path} is damaged or truncated near row {first_row}: "
                    f"{gdal.GetLastErrorMsg() or 'read failed'}"
                )
        return np.frombuffer(bytearray(buffer), dtype).reshape(rows, self.grid.cols)

    def read_factors(self, first_row: int = 0, rows: Optional[int] = None) -> npt.NDArray[np.float32]:
        """Values (bands, rows, cols) of every band."""
        return np.stack([self.read(i, first_row, rows) for i in range(len(self.bands))])


def require_on_grid(grid: Grid, source: RasterSource) -> None:
    """Raise ``GridMismatch`` unless ``source`` has the grid and CRS of ``grid``."""
    if not same_crs(grid.crs_wkt, source.grid.crs_wkt):
        raise GridMismatch(
            f"{source.name} is in {crs_name(source.grid.crs_wkt)}, the first raster in {crs_name(grid.crs_wkt)}; "
            "reproject it to that CRS and grid first"
        )
    grid.require_same(source.grid, source.name)
