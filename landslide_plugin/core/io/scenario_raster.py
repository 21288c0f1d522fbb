"""Rasters with a band a scenario, read at cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from ..errors import InputError
from ..types.arrays import Cells, Surface
from ..types.grid import Grid
from ..types.scenarios import TriggerScenarios
from .raster import RasterSource, require_on_grid


@dataclass(frozen=True)
class ScenarioRaster:
    """An open raster with one band a scenario, such as a factor of safety or a target probability.

    Use as a context manager.
    """

    source: RasterSource
    bands: tuple[int, ...]

    @classmethod
    def open(cls, path: str, scenarios: Optional[TriggerScenarios], grid: Grid) -> ScenarioRaster:
        """Find the band of each scenario by its name; raise ``InputError`` naming those missing.

        Without scenarios, or with one, a raster of one band is taken as it is.
        """
        source = RasterSource(path, grid)
        try:
            return cls(source, _bands_of(source, scenarios, grid))
        except BaseException:
            source.close()
            raise

    def values_at(self, rows: Cells, cols: Cells) -> Surface:
        """Values (cells, scenarios)."""
        return self.source.values_at(rows, cols, self.bands)

    def __enter__(self) -> ScenarioRaster:
        return self

    def __exit__(self, *_: object) -> None:
        self.source.close()


def _bands_of(source: RasterSource, scenarios: Optional[TriggerScenarios], grid: Grid) -> tuple[int, ...]:
    require_on_grid(grid, source)
    alone = scenarios is None or (len(scenarios.names) == 1 and not source.bands[0].name)
    if alone and len(source.bands) == 1:
        return (0,)
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
    return tuple(names.index(name) for name in scenarios.names)
