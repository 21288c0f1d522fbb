"""A map as one file of paths and plain values: drawn whole in this process, or tile by tile anywhere.

Tiles are maps of their own by the same function as a whole map, and a cell's result depends on that cell
alone, so tiles joined equal the whole to the last bit on machines of one kind.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, fields, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from .errors import InputError
from .evaluation.classes import class_style
from .factor_sources import FactorSources
from .grid import Grid
from .map_kinds import outputs
from .map_outputs import ClassColours, Legend, MapTargets, Output
from .map_request import DEFAULT_MEMORY_MIB, MapOptions
from .map_writing import open_rasters
from .mapping import MapSummary, map_susceptibility, metadata_of, settle
from .model.bundle import ModelBundle, load_bundle
from .progress import SILENT, Progress
from .raster_io import Layout, RasterSink, RasterSource
from .scenarios import TriggerScenarios
from .trigger_rasters import read_map_scenarios
from .window import Window

ROWS_AT_ONCE = 64


@dataclass(frozen=True)
class MapJob:
    """What to map, as a JSON file says it; paths are absolute or relative to that file.

    Attributes
    ----------
    bundle : str
    factors : tuple of str
    targets : mapping of str to str
        Rasters to write, by their names in ``MapTargets``.
    profile, scenarios, factor_of_safety : str or None
    bounds : tuple of float or None
        West, south, east and north of the part to map, in the rasters' CRS.
    memory_mib : float
        What each process may use.
    any_cell_size, conditional, cloud_optimised : bool
        As in ``MapOptions``.
    """

    bundle: str
    factors: tuple[str, ...]
    targets: Mapping[str, str]
    profile: Optional[str] = None
    scenarios: Optional[str] = None
    factor_of_safety: Optional[str] = None
    bounds: Optional[tuple[float, float, float, float]] = None
    memory_mib: float = DEFAULT_MEMORY_MIB
    any_cell_size: bool = False
    conditional: bool = False
    cloud_optimised: bool = False

    def __post_init__(self) -> None:
        known = [each.name for each in fields(MapTargets)]
        unknown = sorted(set(self.targets) - set(known))
        if unknown:
            raise InputError(f"Map {', '.join(unknown)} is not known; there are {', '.join(known)}")
        if len(set(map(os.path.realpath, self.targets.values()))) < len(self.targets):
            raise InputError("Two maps have the same path; give each a path of its own")

    @classmethod
    def read(cls, path: str) -> MapJob:
        """The job of a JSON file.

        Raises
        ------
        InputError
            The file cannot be read, lacks something or holds something unknown.
        """
        try:
            stored: dict[str, Any] = dict(json.loads(Path(path).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError) as error:
            raise InputError(f"Map job {path} cannot be read: {error}") from None
        known = [each.name for each in fields(cls)]
        unknown = sorted(set(stored) - set(known))
        missing = [name for name in ("bundle", "factors", "targets") if not stored.get(name)]
        if unknown or missing:
            problem = f"has no {', '.join(missing)}" if missing else f"holds {', '.join(unknown)}"
            raise InputError(f"Map job {path} {problem}; it may hold {', '.join(known)}")
        folder = Path(path).resolve().parent
        for name in ("bundle", "profile", "scenarios", "factor_of_safety"):
            if stored.get(name):
                stored[name] = str(folder / stored[name])
        stored["factors"] = tuple(str(folder / each) for each in stored["factors"])
        stored["targets"] = {name: str(folder / each) for name, each in stored["targets"].items()}
        if stored.get("bounds"):
            stored["bounds"] = tuple(float(edge) for edge in stored["bounds"])
        return cls(**stored)


@dataclass(frozen=True)
class _Inputs:
    """Opened inputs of a job."""

    bundle: ModelBundle
    factors: FactorSources
    profile: Optional[RasterSource]
    scenarios: Optional[TriggerScenarios]
    options: MapOptions

    @classmethod
    def open(cls, job: MapJob, stack: ExitStack) -> _Inputs:
        """Open what the job names; ``stack`` closes it."""
        factors = stack.enter_context(FactorSources(job.factors))
        profile, safety = (
            stack.enter_context(RasterSource(path, factors.grid)) if path else None
            for path in (job.profile, job.factor_of_safety)
        )
        rain = read_map_scenarios(job.scenarios) if job.scenarios else None
        options = MapOptions(
            job.memory_mib,
            job.bounds,
            job.any_cell_size,
            job.conditional,
            safety,
            trigger_rasters=rain.rasters if rain else {},
            cloud_optimised=job.cloud_optimised,
        )
        return cls(_bundle(job.bundle), factors, profile, rain.table if rain else None, options)

    def legend(self) -> Legend:
        """What names and judges the outputs; raises if the inputs do not fit."""
        return settle(self.bundle, self.factors, self.profile, self.scenarios, colours(), self.options)


@lru_cache(maxsize=1)
def _bundle(path: str) -> ModelBundle:
    return load_bundle(path)


def colours() -> ClassColours:
    """Names and colours of the five classes by their codes."""
    style = class_style()
    parts = [tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5)) for colour in style.colours]
    return {i + 1: (name, (r, g, b)) for i, (name, (r, g, b)) in enumerate(zip(style.names, parts))}


def draw(job: MapJob, progress: Progress = SILENT, least_cells: int = 1) -> MapSummary:
    """Map in this process; arguments as of ``mapping.map_susceptibility``."""
    with ExitStack() as stack:
        found = _Inputs.open(job, stack)
        return map_susceptibility(
            found.bundle,
            found.factors,
            found.profile,
            found.scenarios,
            MapTargets(**job.targets),
            colours(),
            progress,
            found.options,
            least_cells,
        )


@dataclass(frozen=True)
class Tile:
    """A part of a map and the folder its rasters go to.

    Attributes
    ----------
    window : Window
        In the grid of the factors.
    bounds : tuple of float
        Its west, south, east and north.
    folder : str
    model : str
        Identifier of the bundle that must be used.
    """

    window: Window
    bounds: tuple[float, float, float, float]
    folder: str
    model: str

    def path(self, name: str) -> str:
        """Raster of one of the targets."""
        return str(Path(self.folder) / f"{name}_{self.window.first_row}_{self.window.first_col}.tif")


def draw_tile(job: MapJob, tile: Tile) -> MapSummary:
    """Map one tile into its folder; it may have no value at all.

    Raises
    ------
    InputError
        As ``draw``, or the model here is not that of the job.
    """
    if _bundle(job.bundle).identifier != tile.model:
        _bundle.cache_clear()
    if _bundle(job.bundle).identifier != tile.model:
        raise InputError(f"{job.bundle} is another model here than where the map was asked for")
    targets = {name: tile.path(name) for name in job.targets}
    return draw(
        replace(job, targets=targets, bounds=tile.bounds, cloud_optimised=False), SILENT, least_cells=0
    )


@dataclass(frozen=True)
class CutMap:
    """A map cut into tiles: everything is checked before the first one is drawn.

    Attributes
    ----------
    job : MapJob
    tiles : tuple of Tile
    grid : Grid
        Of the map.
    made : tuple of Output
    metadata : mapping of str to str
    """

    job: MapJob
    tiles: tuple[Tile, ...]
    grid: Grid
    made: tuple[Output, ...]
    metadata: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, job: MapJob, folder: str, tile_size: int) -> CutMap:
        """Cut a job into squares of at most ``tile_size`` cells a side, whose rasters go to ``folder``."""
        with ExitStack() as stack:
            found = _Inputs.open(job, stack)
            legend, whole = found.legend(), found.factors.grid
            window = found.options.window(whole)
            tiles = tuple(
                Tile(part, part.of(whole).bounds, folder, found.bundle.identifier)
                for part in window.cut(tile_size, tile_size)
            )
            made = tuple(outputs(MapTargets(**job.targets), legend))
            return cls(job, tiles, window.of(whole), made, metadata_of(legend, whole, found.options))

    def join(self, progress: Progress = SILENT) -> None:
        """Write the rasters of the job from those of the tiles."""
        layout: Layout = "cloud" if self.job.cloud_optimised else "strips"
        names = {path: name for name, path in self.job.targets.items()}
        with ExitStack() as stack:
            sinks = open_rasters(stack, self.made, self.grid, self.metadata, layout)
            for number, (output, sink) in enumerate(zip(self.made, sinks)):
                progress.step(number / len(sinks))
                self._fill(sink, len(output.bands), names[output.path], output.byte)
            for sink in sinks:
                sink.complete()

    def _fill(self, sink: RasterSink, bands: int, name: str, byte: bool) -> None:
        rows: dict[int, list[Tile]] = {}
        for tile in self.tiles:
            rows.setdefault(tile.window.first_row, []).append(tile)
        first = min(rows)
        for top, beside in sorted(rows.items()):
            with ExitStack() as stack:
                sources = [stack.enter_context(RasterSource(tile.path(name))) for tile in beside]
                for start in range(0, beside[0].window.rows, ROWS_AT_ONCE):
                    count = min(ROWS_AT_ONCE, beside[0].window.rows - start)
                    for band in range(bands):
                        values = np.hstack([source.read(band, start, count) for source in sources])
                        sink.write(
                            band, top - first + start, np.nan_to_num(values, nan=0.0) if byte else values
                        )


def total(summaries: Sequence[MapSummary]) -> MapSummary:
    """Summary of a map from those of its tiles.

    Raises
    ------
    InputError
        No cell was mapped.
    """
    counts: npt.NDArray[np.int64] = np.sum([each.cells_per_class for each in summaries], axis=0)
    if not counts.any():
        raise InputError("No cell has a value in every factor the model needs; check no-data and categories")
    return MapSummary(
        counts,
        sum(each.no_data_cells for each in summaries),
        sum(each.unseen_category_cells for each in summaries),
        summaries[0].cell_area_km2,
        sum(each.outside_cells for each in summaries),
    )
