"""Triggers that differ from cell to cell: scenario tables that name rasters, brought onto the map's grid."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..errors import InputError
from ..progress import Progress
from ..types.arrays import Cells, Flags, Floats
from ..types.grid import Grid
from ..types.scenarios import BAND_COLUMNS, RANGES, TriggerScenarios, from_rows
from .align import grid_difference
from .raster import STRIP_ROWS, RasterSource, warped_view
from .scenarios import table_rows

Where = tuple[float, str]
"""Return period and trigger column."""


@dataclass(frozen=True)
class TriggerRaster:
    """A raster that stands for a number of a scenario table, and the range and mean of its values."""

    path: str
    low: float
    high: float
    mean: float


@dataclass(frozen=True)
class MapScenarios:
    """Scenarios to map.

    Attributes
    ----------
    table : TriggerScenarios
        Where a raster is given, the mean of its values.
    rasters : mapping of (return period, column) to TriggerRaster
    """

    table: TriggerScenarios
    rasters: Mapping[Where, TriggerRaster]


def read_map_scenarios(path: str) -> MapScenarios:
    """Scenarios of a table that may name rasters, by a path of their own or beside the table.

    Raises
    ------
    InputError
        A cell is neither a number nor a raster, or a raster has no values, several bands or values out of
        the trigger's range.
    """
    rows, folder = table_rows(path), Path(path).parent
    rasters: dict[int, dict[str, TriggerRaster]] = {}
    for number, row in enumerate(rows):
        for key in [key for key in row if key and key.strip() in RANGES]:
            text = (row[key] or "").strip()
            if text and not is_number(text):
                name = key.strip()
                raster = trigger_raster(folder, text, name, Path(path).name)
                rasters.setdefault(number, {})[name] = raster
                row[key] = repr(raster.mean)
    _refuse_band(rows, rasters, Path(path).name)
    table = from_rows(rows, Path(path).name)
    key = next((key for key in rows[0] if key and key.strip() == "return_period_yr"), "")
    return MapScenarios(
        table,
        {
            (float(rows[i][key]), name): raster
            for i, of_row in rasters.items()
            for name, raster in of_row.items()
        },
    )


def _refuse_band(
    rows: list[dict[str, str]], rasters: Mapping[int, Mapping[str, TriggerRaster]], name: str
) -> None:
    """The band of a fit belongs to one number for the whole area."""
    ends = [key for key in rows[0] if key and key.strip() in BAND_COLUMNS] if rows else []
    if ends and any("intensity_mm_h" in of_row for of_row in rasters.values()):
        raise InputError(
            f"{name}: intensity_mm_h names a raster, which has no band; leave the columns {', '.join(ends)} out"
        )


def is_number(text: str) -> bool:
    """Whether a cell of a table is a number.

    >>> is_number("12.5"), is_number("storm.tif")
    (True, False)
    """
    try:
        float(text)
    except ValueError:
        return False
    return True


def trigger_raster(folder: Path, text: str, column: str, table: str) -> TriggerRaster:
    """The raster that a cell of a table names, beside it or by a path of its own; raise ``InputError`` if unusable."""
    path = folder / text
    if not path.is_file():
        raise InputError(
            f"{table}: {column} holds {text!r}, neither a number nor a raster file beside the table"
        )
    with RasterSource(str(path.resolve())) as source:
        if len(source.bands) != 1:
            raise InputError(f"{table}: {text} has {len(source.bands)} bands; give rasters of one band")
        low, high, total, count = np.inf, -np.inf, 0.0, 0
        for strip in source.grid.strips(STRIP_ROWS):
            values = source.read(0, strip.start, strip.rows)
            values = values[np.isfinite(values)]
            if values.size:
                low, high = min(low, float(values.min())), max(high, float(values.max()))
                total, count = total + float(values.sum(dtype=np.float64)), count + values.size
        if not count:
            raise InputError(f"{table}: {text} has no value at all; check its no-data value")
        least, most = RANGES[column]
        if low < least or high > most:
            raise InputError(
                f"{table}: {text} holds {column} from {low:g} to {high:g}; allowed: {least:g} to {most:g}"
            )
        return TriggerRaster(source.path, low, high, total / count)


class TriggerSources:
    """Rasters of triggers on one grid, read by rows; use as a context manager.

    Parameters
    ----------
    scenarios : TriggerScenarios
    rasters : mapping of (return period, column) to TriggerRaster
    grid : Grid
        Others are resampled to it bilinearly when read.
    folder : str
        An existing folder for temporary files.
    progress : Progress
        Is told what is resampled.

    Raises
    ------
    InputError
        A raster has no CRS while the grid has one, or cannot be brought into that of the grid.
    """

    def __init__(
        self,
        scenarios: TriggerScenarios,
        rasters: Mapping[Where, TriggerRaster],
        grid: Grid,
        folder: str,
        progress: Progress,
    ):
        self._values, self._stack = scenarios.values, ExitStack()
        self._sources: dict[str, RasterSource] = {}
        self._cells: list[tuple[int, int, str]] = []
        try:
            for (period, column), raster in rasters.items():
                where = scenarios.return_periods_yr.index(period), scenarios.columns.index(column)
                self._cells.append((*where, raster.path))
                if raster.path not in self._sources:
                    self._sources[raster.path] = self._open(raster.path, grid, folder, progress)
        except BaseException:
            self._stack.close()
            raise

    def _open(self, path: str, grid: Grid, folder: str, progress: Progress) -> RasterSource:
        source = self._stack.enter_context(RasterSource(path))
        how = grid_difference(grid, source)
        if not how:
            return source
        if bool(grid.crs_wkt) != bool(source.grid.crs_wkt):
            which = "The factors have" if source.grid.crs_wkt else f"{source.name} has"
            raise InputError(f"{which} no CRS, so {source.name} cannot be aligned; assign the right one")
        view = str(Path(folder, f"trigger_{len(self._sources)}.vrt"))
        warped_view(path, grid, view, "bilinear")
        progress.info(f"{source.name} is brought onto the grid of the factors by bilinear resampling: {how}")
        return self._stack.enter_context(RasterSource(view))

    def __enter__(self) -> TriggerSources:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def block_bytes(self, cols: int) -> int:
        """Bytes of cache that reading row after row asks for."""
        return sum(source.block_bytes(cols) for source in self._sources.values())

    def values_at(self, rows: Cells, cols: Cells) -> Floats:
        """Triggers (cells, scenarios, columns) of cells; NaN where a raster has no data."""
        triggers = np.broadcast_to(self._values, (len(rows), *self._values.shape)).copy()
        by_raster = {path: source.values_at(rows, cols)[:, 0] for path, source in self._sources.items()}
        for scenario, column, path in self._cells:
            triggers[:, scenario, column] = by_raster[path]
        return triggers

    def valid_rows(self, first_row: int, rows: int) -> Flags:
        """Cells (rows, cols) with a value in every raster."""
        read = [source.read(0, first_row, rows) for source in self._sources.values()]
        return np.asarray(np.isfinite(read).all(axis=0))

    def read(self, first_row: int, rows: int, cols: slice) -> Floats:
        """Triggers (rows, cols, scenarios, columns); NaN where a raster has no data."""
        by_raster = {path: source.read(0, first_row, rows, cols) for path, source in self._sources.items()}
        shape = next(iter(by_raster.values())).shape
        triggers = np.broadcast_to(self._values, (*shape, *self._values.shape)).copy()
        for scenario, column, path in self._cells:
            triggers[:, :, scenario, column] = by_raster[path]
        return triggers
