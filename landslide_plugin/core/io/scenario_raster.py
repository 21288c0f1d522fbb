"""Rasters with a band a scenario, read at cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Optional

import numpy as np
import numpy.typing as npt

from ..errors import InputError
from ..types.grid import Grid
from ..types.scenarios import TriggerScenarios
from .profile import read_profile
from .raster import RasterSource, require_on_grid

STRIP_ROWS = 256


Cells = npt.NDArray[np.intp]


@dataclass(frozen=True)
class ScenarioRaster:
    """A raster with one band a scenario, such as a factor of safety or a target probability; a context manager."""

    source: RasterSource
    bands: tuple[int, ...]

    @classmethod
    def open(cls, path: str, scenarios: Optional[TriggerScenarios], grid: Grid) -> ScenarioRaster:
        """Find the band of each scenario by its name; raise ``InputError`` naming those missing.

        Without scenarios a raster of one band is taken as it is.
        """
        source = RasterSource(path, grid)
        try:
            return cls._of(source, scenarios, grid)
        except BaseException:
            source.__exit__()
            raise

    @classmethod
    def _of(cls, source: RasterSource, scenarios: Optional[TriggerScenarios], grid: Grid) -> ScenarioRaster:
        require_on_grid(grid, source)
        if scenarios is None and len(source.bands) == 1:
            return cls(source, (0,))
        if scenarios is None:
            raise InputError(
                f"{source.name} has a band for each trigger scenario, but no scenario table is given; "
                "give the table it was made with"
            )
        names = [band.name for band in source.bands]
        missing = [name for name in scenarios.names if name not in names]
        if missing:
            raise InputError(
                f"{source.name} has no band {', '.join(missing)}; it has {', '.join(names)}; "
                "bands are named after the return periods of the scenario table"
            )
        return cls(source, tuple(names.index(name) for name in scenarios.names))

    def __enter__(self) -> ScenarioRaster:
        return self

    def __exit__(self, *_: object) -> None:
        self.source.__exit__()

    def values_at(self, rows: Cells, cols: Cells) -> npt.NDArray[np.float32]:
        """Values (cells, scenarios)."""
        return _values_at(self.source, self.bands, rows, cols)


def _values_at(
    source: RasterSource, bands: Sequence[int], rows: Cells, cols: Cells
) -> npt.NDArray[np.float32]:
    table = np.empty((len(rows), len(bands)), np.float32)
    for strip in source.grid.strips(STRIP_ROWS):
        inside = np.flatnonzero((rows >= strip.start) & (rows < strip.stop))
        if len(inside):
            for i, band in enumerate(bands):
                values = source.read(band, strip.start, strip.rows)
                table[inside, i] = values[rows[inside] - strip.start, cols[inside]]
    return table


def profile_at(source: RasterSource, rows: Cells, cols: Cells) -> npt.NDArray[np.float32]:
    """Soil profile values (cells, layers, properties)."""
    soil = read_profile(source, 0, 1)
    table = np.empty((len(rows), *soil.values.shape[:2]), np.float32)
    for strip in source.grid.strips(STRIP_ROWS):
        inside = np.flatnonzero((rows >= strip.start) & (rows < strip.stop))
        if len(inside):
            values = read_profile(source, strip.start, strip.rows).values
            table[inside] = np.moveaxis(values[:, :, rows[inside] - strip.start, cols[inside]], 2, 0)
    return table
