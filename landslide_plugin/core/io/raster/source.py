"""Reading rasters by rows, whole or in part."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...errors import GridMismatch, InputError
from ...types.arrays import Cells, Surface
from ...types.bands import Band, factor_spec
from ...types.factors import FactorSpec
from ...types.grid import Grid
from ...types.window import Window
from .class_table import class_names
from .crs import crs_name, same_crs
from .gdal_calls import quiet, why_refused
from .no_data import PARAMETER, Extremes, marked, parted, refused, saying

READ_CELLS = 1 << 21
"""Cells read at a time."""

STRIP_ROWS = 256
"""Rows read at a time where single cells are asked for."""


class RasterSource:
    """An open raster, read by rows as float32 with NaN for no-data.

    Use as a context manager, or close it: on Windows no other program can replace an open file. No-data is the
    union of the declared value, the mask band and NaN; of a band that declares none, what the user said it is.

    Parameters
    ----------
    path : str
        A file, with the marks of no-data that the user said, see ``no_data.Said.beside``.
    within : Grid, optional
        Where the raster holds every cell of this grid and more, only these cells are seen.
    """

    def __init__(self, path: str, within: Optional[Grid] = None):
        self.path = path
        self.file, self.said = parted(path)
        with quiet() as gdal:
            self._dataset = gdal.OpenEx(self.file, gdal.OF_RASTER)
            if self._dataset is None:
                raise InputError(
                    f"{self.file} cannot be read as a raster: {why_refused(self.file, 'a raster')}"
                )
        try:
            self._understand(within)
        except BaseException:
            self.close()
            raise

    def _understand(self, within: Optional[Grid]) -> None:
        """Grid, bands and metadata of the open file."""
        if self._dataset.RasterCount == 0:
            raise InputError(f"{self.file} holds no raster band")
        self.grid = Grid(
            self._dataset.RasterYSize,
            self._dataset.RasterXSize,
            self._dataset.GetGeoTransform(),
            self._dataset.GetProjection(),
        )
        self._first_row = self._first_col = 0
        if within is not None and same_crs(within.crs_wkt, self.grid.crs_wkt):
            window = Window.holding(self.grid, within)
            if window is not None:
                self._first_row, self._first_col = window.first_row, window.first_col
                self.grid = window.of(self.grid)
        self._numbers, self._opacity = self._data_bands()
        self.bands: tuple[Band, ...] = tuple(self._describe(number) for number in self._numbers)
        self.metadata: dict[str, str] = dict(self._dataset.GetMetadata() or {})

    @property
    def name(self) -> str:
        """File name without folder and ending."""
        return Path(self.path.split("|")[0]).stem

    def __enter__(self) -> RasterSource:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; what was understood of it stays known."""
        self._dataset = None

    @property
    def is_open(self) -> bool:
        """True until it is closed."""
        return self._dataset is not None

    def _data_bands(self) -> tuple[tuple[int, ...], Optional[int]]:
        """Numbers of the bands, from 1, and that of a band of opacity, which is a mask of the others."""
        from osgeo import gdal

        count = self._dataset.RasterCount
        kinds = [self._dataset.GetRasterBand(i + 1).GetColorInterpretation() for i in range(count)]
        data = tuple(i + 1 for i, kind in enumerate(kinds) if kind != gdal.GCI_AlphaBand)
        if not data or len(data) == count:
            return tuple(range(1, count + 1)), None
        return data, kinds.index(gdal.GCI_AlphaBand) + 1

    def _band(self, index: int) -> Any:
        return self._dataset.GetRasterBand(self._numbers[index])

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

        kind = gdal.GetDataTypeName(self._band(index).DataType)
        return kind in ("Byte", "Int8", "Int16", "UInt16", "Int32", "UInt32", "Int64", "UInt64")

    def has_palette(self, index: int) -> bool:
        """True if band ``index`` (from 0) has a colour table that is no ramp of greys."""
        table = self._band(index).GetColorTable()
        if table is None:
            return False
        colours = [table.GetColorEntry(i) for i in range(table.GetCount())]
        return any(len({red, green, blue}) > 1 for red, green, blue, *_ in colours)

    @property
    def is_picture(self) -> bool:
        """True if the bands are the red, green and blue of a picture."""
        from osgeo import gdal

        kinds = [self._band(i).GetColorInterpretation() for i in range(len(self.bands))]
        return kinds[:3] == [gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand]

    def block_bytes(self, cols: int) -> int:
        """Bytes of the stored blocks that a row of ``cols`` cells touches in all bands.

        As much of GDAL's cache is needed to read row after row without decoding a block twice.
        """
        total = 0
        for index in range(len(self.bands)):
            band = self._band(index)
            width, height = band.GetBlockSize()
            total += (-(-cols // width) + (cols < self.grid.cols)) * width * height * _cell_bytes(band)
        return total

    def read(
        self,
        index: int,
        first_row: int = 0,
        rows: Optional[int] = None,
        cols: Optional[slice] = None,
    ) -> npt.NDArray[np.float32]:
        """Values (rows, cols) of band ``index`` (from 0), of all columns or a run of them.

        Raises
        ------
        InputError
            The file is truncated or damaged.
        """
        first_col, stop, _ = (cols or slice(None)).indices(self.grid.cols)
        rows = self.grid.rows - first_row if rows is None else rows
        window = (self._first_col + first_col, self._first_row + first_row, stop - first_col, rows)
        band = self._band(index)
        values = self._pixels(band, window, np.dtype(np.float64))
        invalid = ~np.isfinite(values)
        with quiet() as gdal:
            flags = band.GetMaskFlags()
        nodata = band.GetNoDataValue()
        if nodata is not None:
            invalid |= values == nodata
            if abs(nodata) > 1e30:
                invalid |= np.abs(values) > 1e30
        if self.said and (nodata is None or self.said.of_this):
            invalid |= marked(values, self.said.marks)
        if self._opacity is not None:
            seen_through = self._pixels(
                self._dataset.GetRasterBand(self._opacity), window, np.dtype(np.float64)
            )
            invalid |= seen_through == 0.0
        elif not flags & (gdal.GMF_ALL_VALID | gdal.GMF_NODATA):
            mask = self._pixels(band.GetMaskBand(), window, np.dtype(np.uint8))
            invalid |= mask == 0
        scale, offset = self._scaling(index)
        if (scale, offset) != (1.0, 0.0):
            values = values * scale + offset
        values[invalid] = np.nan
        return values.astype(np.float32)

    def _scaling(self, index: int) -> tuple[float, float]:
        """What the stored numbers of band ``index`` are multiplied by, and what is added then."""
        scale, offset = self._band(index).GetScale(), self._band(index).GetOffset()
        return 1.0 if scale is None else float(scale), float(offset or 0.0)

    def extremes(self, index: int) -> Extremes:
        """What is to look at the values of band ``index`` (from 0) for marks of no-data."""
        scale, offset = self._scaling(index)
        return Extremes(scale or 1.0, offset)

    def declared(self, index: int) -> Optional[float]:
        """The number that band ``index`` (from 0) declares as no-data; None if it declares none."""
        value = self._band(index).GetNoDataValue()
        return None if value is None else float(value)

    def require_declared(
        self, index: int, seen: Extremes, what: str = "", named: Collection[float] = ()
    ) -> None:
        """Raise ``InputError`` if what was seen of a band has a mark of no-data at its ends and nobody settled it.

        Parameters
        ----------
        what : str
            What messages call the band.
        named : collection of float
            Codes that have a name, and are classes therefore.
        """
        if self.said and not self.said.marks:
            return
        for mark, count in seen.doubtful(named).items():
            raise refused(what or self.name, mark, count, self.name, self.declared(index))

    def _pixels(self, band: Any, window: tuple[int, int, int, int], dtype: np.dtype[Any]) -> npt.NDArray[Any]:
        with quiet() as gdal:
            code = {"float64": gdal.GDT_Float64, "uint8": gdal.GDT_Byte}[dtype.name]
            buffer = band.ReadRaster(*window, buf_type=code)
            if buffer is None or gdal.GetLastErrorType() >= gdal.CE_Failure:
                raise InputError(
                    f"{self.file} is damaged or truncated near row {window[1]}: "
                    f"{gdal.GetLastErrorMsg() or 'read failed'}"
                )
        pixels = buffer if isinstance(buffer, bytearray) else bytearray(buffer)
        return np.frombuffer(pixels, dtype).reshape(window[3], window[2])

    def values_at(self, rows: Cells, cols: Cells, bands: Sequence[int] = (0,)) -> Surface:
        """Values (cells, bands) of cells, from their rows and columns (n,); read strip by strip where any lie."""
        table = np.empty((len(rows), len(bands)), np.float32)
        for strip in self.grid.strips(STRIP_ROWS):
            inside = np.flatnonzero(strip.holds(rows))
            if not len(inside):
                continue
            first, last = int(rows[inside].min()), int(rows[inside].max())
            for i, band in enumerate(bands):
                values = self.read(band, first, last - first + 1)
                table[inside, i] = values[rows[inside] - first, cols[inside]]
        return table

    def read_factors(self, first_row: int = 0, rows: Optional[int] = None) -> npt.NDArray[np.float32]:
        """Values (bands, rows, cols) of every band."""
        return np.stack([self.read(i, first_row, rows) for i in range(len(self.bands))])


def _cell_bytes(band: Any) -> int:
    from osgeo import gdal

    return int(gdal.GetDataTypeSize(band.DataType)) // 8


def grid_of(path: str) -> Grid:
    """Grid of a raster, which is closed again."""
    with RasterSource(path) as source:
        return source.grid


def no_data_words(path: str) -> str:
    """What the marks that the user said of a raster make of it; empty if none were said."""
    with RasterSource(path) as source, RasterSource(source.file) as plain:
        if source.said is None:
            return ""
        if not source.said.marks:
            return f"{PARAMETER}: numbers of {source.name} that look like marks of no-data are values, as was said"
        bands = range(len(source.bands))
        declared = [mark for band in bands if (mark := source.declared(band)) is not None]
        if len(declared) == len(bands) and not source.said.of_this:
            return (
                f"{PARAMETER} is for rasters that declare none; {source.name} declares {declared[0]:g} and is taken as "
                f"it is (otherwise {saying(source.said.marks[0], source.name, declared[0])})"
            )
        marks, count = " and ".join(f"{mark:g}" for mark in source.said.marks), 0
        for strip in source.grid.strips_of(READ_CELLS):
            for band in bands:
                kept, known = (each.read(band, strip.start, strip.rows) for each in (source, plain))
                count += int(np.count_nonzero(np.isnan(kept) & ~np.isnan(known)))
        share = 100.0 * count / (source.grid.size * len(bands))
        return f"{PARAMETER}: {marks} in {source.name} is no-data, as was said: {count} cells, {share:.3g} %"


def require_marks_declared(
    source: RasterSource,
    bands: Optional[Sequence[int]] = None,
    what: str = "",
    named: Collection[float] = (),
) -> None:
    """Raise ``InputError`` if bands (all by default) hold a usual mark of no-data that nobody declared or settled.

    Parameters
    ----------
    what : str
        What messages call the raster.
    named : collection of float
        Codes that have a name elsewhere than in the file.
    """
    for band in range(len(source.bands)) if bands is None else bands:
        seen = source.extremes(band)
        for strip in source.grid.strips_of(READ_CELLS):
            # as it is stored: a mark has no unit
            seen.take(RasterSource.read(source, band, strip.start, strip.rows))
        source.require_declared(band, seen, what, {*named, *source.bands[band].categories})


def require_no_picture(source: RasterSource, role: str) -> None:
    """Raise ``InputError`` if a raster that is to hold values is a picture of them."""
    if source.is_picture:
        raise InputError(
            f"{role} {source.name} is a picture (red, green and blue), which holds colours and no values; choose the "
            "raster that it was drawn from"
        )


def require_on_grid(grid: Grid, source: RasterSource) -> None:
    """Raise ``GridMismatch`` unless ``source`` has the grid and CRS of ``grid``."""
    if not same_crs(grid.crs_wkt, source.grid.crs_wkt):
        raise GridMismatch(
            f"{source.name} is in {crs_name(source.grid.crs_wkt)}, the first raster in {crs_name(grid.crs_wkt)}; "
            "reproject it to that CRS and grid first"
        )
    grid.require_same(source.grid, source.name)


def open_common_part(stack: ExitStack, paths: Sequence[Optional[str]]) -> list[Optional[RasterSource]]:
    """Sources of the paths given, seen where the smallest of them lies if the others hold its cells.

    A raster that does not hold them is seen whole, so that whoever needs one grid can say how it differs.

    Raises
    ------
    InputError
        One of them holds a usual mark of no-data that nobody declared.
    """
    opened = [stack.enter_context(RasterSource(path)) if path else None for path in paths]
    for source in opened:
        if source is not None:
            require_marks_declared(source)
    smallest = min((source.grid for source in opened if source is not None), key=lambda grid: grid.size)
    return [
        source
        if source is None or source.grid.same_as(smallest)
        else stack.enter_context(RasterSource(source.path, smallest))
        for source in opened
    ]
