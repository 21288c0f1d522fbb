"""Reading and writing rasters by rows; with ``vector_io`` the only place that imports GDAL.

Pixels cross as byte buffers, never through GDAL's own NumPy bridge, so that the NumPy
in use need not be the one GDAL was built against.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from .bands import Band as Band
from .bands import factor_band as factor_band
from .bands import factor_spec as factor_spec
from .disk import require_space as require_space
from .errors import DiskSpaceError, GridMismatch, InputError
from .factors import FactorSpec
from .grid import Grid

NODATA = -9999.0
SIDECARS = (".aux.xml", ".ovr", ".msk")


@contextmanager
def _quiet() -> Iterator[Any]:
    """GDAL with its messages kept for us instead of printed."""
    from osgeo import gdal

    gdal.PushErrorHandler("CPLQuietErrorHandler")
    gdal.ErrorReset()
    try:
        yield gdal
    finally:
        gdal.PopErrorHandler()


def _spatial_reference(wkt: str) -> Any:
    from osgeo import osr

    reference = osr.SpatialReference()
    if wkt and reference.ImportFromWkt(wkt) == 0:
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        return reference
    return None


def same_crs(first_wkt: str, second_wkt: str) -> bool:
    """True if two CRS are the same; an unknown CRS equals only another unknown one."""
    first, second = _spatial_reference(first_wkt), _spatial_reference(second_wkt)
    if first is None or second is None:
        return first is second
    return bool(first.IsSame(second, ["IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES"]))


def crs_name(wkt: str) -> str:
    """Short name of a CRS, such as ``WGS 84 / UTM zone 17S (EPSG:32717)``."""
    reference = _spatial_reference(wkt)
    if reference is None:
        return "no CRS"
    name, code = reference.GetName(), reference.GetAuthorityCode(None)
    return f"{name} ({reference.GetAuthorityName(None)}:{code})" if code else str(name)


def crs_wkt(user_input: str) -> str:
    """WKT of a CRS given as ``EPSG:32717``, WKT or PROJ text."""
    from osgeo import osr

    reference = osr.SpatialReference()
    with _quiet():
        if reference.SetFromUserInput(user_input) != 0:
            raise InputError(f"CRS {user_input} is not known")
    return str(reference.ExportToWkt())


def metres_per_unit(wkt: str) -> float:
    """Length of one CRS unit in metres; raise ``InputError`` for geographic, Mercator or no CRS.

    Web Mercator is refused because its cells are not true to distance.
    """
    reference = _spatial_reference(wkt)
    if reference is None:
        raise InputError("The DEM has no CRS; assign the right one (Assign projection), then run again")
    if reference.IsGeographic():
        raise InputError(
            f"The DEM is in degrees ({crs_name(wkt)}); reproject it to a metric grid such as its UTM zone "
            "(Warp), then run again"
        )
    if (reference.GetAttrValue("PROJECTION") or "").startswith(("Mercator", "Popular_Visualisation")):
        raise InputError(
            f"{crs_name(wkt)} is not true to distance; reproject the DEM to its UTM zone (Warp), then run again"
        )
    return float(reference.GetLinearUnits())


class RasterSource:
    """An open raster, read in whole rows as float32 with NaN for no-data.

    Use as a context manager. No-data is the union of the declared value, the mask band and NaN.
    """

    def __init__(self, path: str):
        self.path = path
        with _quiet() as gdal:
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
            names or _attribute_table_names(band),
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
        with _quiet() as gdal:
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
        with _quiet() as gdal:
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


def _attribute_table_names(band: Any) -> dict[int, str]:
    """Class names from a raster attribute table, where there is one with codes and names."""
    with _quiet() as gdal:
        table = band.GetDefaultRAT()
        if table is None:
            return {}
        usages = [table.GetUsageOfCol(c) for c in range(table.GetColumnCount())]
        if gdal.GFU_Name not in usages or gdal.GFU_MinMax not in usages:
            return {}
        code, name = usages.index(gdal.GFU_MinMax), usages.index(gdal.GFU_Name)
        return {
            table.GetValueAsInt(r, code): table.GetValueAsString(r, name) for r in range(table.GetRowCount())
        }


def _compression() -> list[str]:
    from osgeo import gdal

    options = gdal.GetDriverByName("GTiff").GetMetadataItem("DMD_CREATIONOPTIONLIST") or ""
    if "ZSTD" in options:
        return ["COMPRESS=ZSTD", "ZSTD_LEVEL=1"]
    return ["COMPRESS=DEFLATE", "ZLEVEL=1"]


class RasterSink:
    """A GeoTIFF written in whole rows beside its target and renamed when complete.

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
    """

    def __init__(
        self,
        path: str,
        grid: Grid,
        bands: Sequence[Band],
        *,
        byte: bool = False,
        metadata: Optional[Mapping[str, str]] = None,
        classes: Optional[Mapping[int, tuple[str, tuple[int, int, int]]]] = None,
    ):
        self.path = os.path.abspath(path)
        self.grid = grid
        self._byte = byte
        self._part = f"{self.path}.{os.getpid()}.part"
        folder = os.path.dirname(self.path)
        if not os.path.isdir(folder):
            raise InputError(f"Folder {folder} does not exist; create it or choose another output")
        require_space(folder, grid.size * len(bands) * (1 if byte else 4))
        with _quiet() as gdal:
            options = ["TILED=NO", "BIGTIFF=IF_SAFER", *_compression()]
            options += [f"PREDICTOR={1 if byte else 3}"] if _compression() else []
            kind = gdal.GDT_Byte if byte else gdal.GDT_Float32
            driver = gdal.GetDriverByName("GTiff")
            self._dataset = driver.Create(self._part, grid.cols, grid.rows, len(bands), kind, options)
            if self._dataset is None:
                raise InputError(f"{self.path} cannot be written: {gdal.GetLastErrorMsg()}")
        self._dataset.SetGeoTransform(list(grid.geotransform))
        if grid.crs_wkt:
            self._dataset.SetProjection(grid.crs_wkt)
        self._dataset.SetMetadata({**(metadata or {}), "COMPRESSION": options[2]})
        for i, band in enumerate(bands):
            self._declare(i + 1, band)
        if classes:
            self._declare_classes(classes)

    def _declare(self, index: int, band: Band) -> None:
        target = self._dataset.GetRasterBand(index)
        target.SetNoDataValue(0 if self._byte else NODATA)
        target.SetDescription(band.name)
        if band.unit:
            target.SetUnitType(band.unit)
        if band.metadata:
            target.SetMetadata(dict(band.metadata))

    def _declare_classes(self, classes: Mapping[int, tuple[str, tuple[int, int, int]]]) -> None:
        from osgeo import gdal

        colours, table = gdal.ColorTable(), gdal.RasterAttributeTable()
        table.CreateColumn("Value", gdal.GFT_Integer, gdal.GFU_MinMax)
        table.CreateColumn("Class", gdal.GFT_String, gdal.GFU_Name)
        for usage, title in ((gdal.GFU_Red, "Red"), (gdal.GFU_Green, "Green"), (gdal.GFU_Blue, "Blue")):
            table.CreateColumn(title, gdal.GFT_Integer, usage)
        table.SetRowCount(len(classes))
        for row, (code, (name, colour)) in enumerate(sorted(classes.items())):
            colours.SetColorEntry(code, (*colour, 255))
            table.SetValueAsInt(row, 0, code)
            table.SetValueAsString(row, 1, name)
            for column, part in enumerate(colour):
                table.SetValueAsInt(row, 2 + column, part)
        band = self._dataset.GetRasterBand(1)
        band.SetColorTable(colours)
        band.SetDefaultRAT(table)

    def write(self, index: int, first_row: int, values: npt.NDArray[Any]) -> None:
        """Write rows (rows, cols) of band ``index`` (from 0); NaN becomes no-data."""
        if self._byte:
            pixels = np.ascontiguousarray(values, dtype=np.uint8)
        else:
            pixels = np.where(np.isfinite(values), values, NODATA).astype(np.float32)
        with _quiet() as gdal:
            code = gdal.GDT_Byte if self._byte else gdal.GDT_Float32
            status = self._dataset.GetRasterBand(index + 1).WriteRaster(
                0, first_row, pixels.shape[1], pixels.shape[0], pixels.tobytes(), buf_type=code
            )
            if status != 0 or gdal.GetLastErrorType() >= gdal.CE_Failure:
                raise DiskSpaceError(f"{self.path} cannot be written: {gdal.GetLastErrorMsg()}")

    def flush(self) -> None:
        """Push everything to disk, so that a full one is noticed before any target is replaced."""
        with _quiet() as gdal:
            self._dataset.FlushCache()
            if gdal.GetLastErrorType() >= gdal.CE_Failure:
                raise DiskSpaceError(f"{self.path} cannot be written: {gdal.GetLastErrorMsg()}")

    def __enter__(self) -> RasterSink:
        return self

    def __exit__(self, kind: Optional[type[BaseException]], *_: object) -> None:
        try:
            if kind is None:
                self._finish()
        finally:
            self._dataset = None
            for ending in ("", *SIDECARS):
                Path(self._part + ending).unlink(missing_ok=True)

    def _finish(self) -> None:
        self.flush()
        with _quiet() as gdal:
            self._dataset = None
            if gdal.GetLastErrorType() >= gdal.CE_Failure:
                raise DiskSpaceError(f"{self.path} cannot be written: {gdal.GetLastErrorMsg()}")
        for ending in SIDECARS:
            Path(self.path + ending).unlink(missing_ok=True)
        Path(self.path).with_suffix(".qml").unlink(missing_ok=True)
        if os.path.exists(self._part + ".aux.xml"):
            os.replace(self._part + ".aux.xml", self.path + ".aux.xml")
        os.replace(self._part, self.path)


def require_on_grid(grid: Grid, source: RasterSource) -> None:
    """Raise ``GridMismatch`` unless ``source`` has the grid and CRS of ``grid``."""
    if not same_crs(grid.crs_wkt, source.grid.crs_wkt):
        raise GridMismatch(
            f"{source.name} is in {crs_name(source.grid.crs_wkt)}, the first raster in {crs_name(grid.crs_wkt)}; "
            "reproject it to that CRS and grid first"
        )
    grid.require_same(source.grid, source.name)


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
    require_space(os.path.dirname(target), grid.size * 4)
    west, south, east, north = grid.bounds
    with _quiet() as gdal:
        warped = gdal.Warp(
            target,
            path,
            format="GTiff",
            outputBounds=(west, south, east, north),
            width=grid.cols,
            height=grid.rows,
            dstSRS=grid.crs_wkt,
            resampleAlg=resampling,
            outputType=gdal.GDT_Float32,
            dstNodata=NODATA,
        )
        if warped is None or gdal.GetLastErrorType() >= gdal.CE_Failure:
            raise InputError(f"{path} cannot be aligned: {gdal.GetLastErrorMsg() or 'warping failed'}")
        warped.FlushCache()
