"""From a DEM and other layers to a described factor stack on disk."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Optional

import numpy as np

from ...errors import InputError
from ...io.raster import RasterSink, crs_name, factor_band
from ...io.raster.companions import foreign_companions, is_own_record
from ...io.raster.no_data import parted
from ...progress import SILENT, Progress
from ...terrain.catalogue import chosen
from ...terrain.engine import PLAIN, Bands, Engine, Task
from ...terrain.settings import TerrainSettings
from ...types.arrays import Flags, Surface
from ...types.factors import FactorSpec
from ...types.features import FeatureSet
from ...types.grid import Strip
from ...types.names import human_name, listed
from ...writing.folders import filled_folder, require_owned
from ...writing.temporary import temporary_folder
from .companion import Tally, write_companion
from .dem import Dem, read_dem
from .layers import (
    AncillaryRaster,
    OpenRaster,
    open_rasters,
    raster_rows,
    reported,
    segments_of,
    sink_cells,
    study_cells,
    tally_of,
    tell_layer,
)
from .metric_grid import on_metric_grid

STRIP_CELLS = 1 << 18
"""Cells of a strip: small enough that progress moves, large enough to be quick."""

READ_SHARE = 0.04
"""Share of the progress given to reading the DEM."""

FLOW_SHARE = 0.5
"""Share of the progress given to reading and the flow."""

CUT_SHARE_TO_WARN = 1.0
"""Per cent of a study area with cut catchments that a user should hear of."""


@dataclass(frozen=True)
class StackJob:
    """Everything that decides a stack.

    Attributes
    ----------
    dem_path, stack_path : str
    factors : sequence of str
        Terrain factors, keys of ``catalogue.CATALOGUE``.
    settings : TerrainSettings
    metres_per_height : float
    lines : mapping of str to FeatureSet
        Band name of the distance to each line layer.
    rasters : sequence of AncillaryRaster
    align : str, optional
        How rasters of quantities that lie on another grid are resampled, see ``align.RESAMPLINGS``; without,
        such rasters are refused.
    mask : FeatureSet, optional
        Polygons of the study area; outside is no-data in every band.
    folder : str, optional
        Also write each factor as a raster of its own here.
    sinks : FeatureSet, optional
        Points or polygons where water may leave.
    memory_mib : int, optional
        Most memory to use.
    grid : {"dem", "utm"}
        Grid of the stack, see ``metric_grid.GRIDS``; on another than the DEM's all rasters are aligned.
    """

    dem_path: str
    stack_path: str
    factors: Sequence[str]
    settings: TerrainSettings = field(default_factory=TerrainSettings)
    metres_per_height: float = 1.0
    lines: Mapping[str, FeatureSet] = field(default_factory=dict)
    rasters: Sequence[AncillaryRaster] = ()
    align: Optional[str] = None
    mask: Optional[FeatureSet] = None
    folder: Optional[str] = None
    sinks: Optional[FeatureSet] = None
    memory_mib: Optional[int] = None
    grid: str = "dem"


@dataclass(frozen=True)
class StackSummary:
    """What came of it.

    Attributes
    ----------
    specs : tuple of FactorSpec
        What each band is.
    cells, valid_cells : int
        Cells of the grid, and those with a value in every band.
    tallies : tuple of Tally
        Statistics of each band.
    """

    specs: tuple[FactorSpec, ...]
    cells: int
    valid_cells: int
    tallies: tuple[Tally, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the bands."""
        return tuple(spec.name for spec in self.specs)

    @property
    def limits(self) -> tuple[tuple[float, float], ...]:
        """Smallest and largest value of each band."""
        return tuple((tally.low, tally.high) for tally in self.tallies)


@dataclass(frozen=True)
class _Sources:
    """All that a strip of the stack is made of."""

    dem: Dem
    task: Task
    bands: Bands
    rasters: tuple[OpenRaster, ...]
    inside: Flags

    def specs(self) -> tuple[FactorSpec, ...]:
        return _specs(self.task, self.rasters)

    def tallies(self) -> tuple[Tally, ...]:
        """Empty ones, a band each."""
        specs = self.specs()
        derived = specs[: len(specs) - len(self.rasters)]
        own = (Tally(codes=set()) if spec.kind == "categorical" else Tally() for spec in derived)
        return (*own, *(tally_of(raster) for raster in self.rasters))

    def strip(self, strip: Strip) -> Surface:
        """Values (bands, rows, cols) of a strip, no-data outside the study area."""
        given = [raster_rows(opened.raster, opened.source, strip) for opened in self.rasters]
        values: Surface = np.concatenate([self.bands.values(strip), *(band[None] for band in given)])
        values[:, ~self.inside[strip.start : strip.stop]] = np.nan
        return values

    def cut_cells(self, strip: Strip) -> int:
        """Cells of the study area whose catchment the edge of the DEM cuts."""
        cut = self.bands.cut(strip)
        return 0 if cut is None else int((cut & self.inside[strip.start : strip.stop]).sum())


def _specs(task: Task, rasters: Sequence[OpenRaster]) -> tuple[FactorSpec, ...]:
    distances = tuple(FactorSpec(name, unit="m", transform="log1p") for name in task.lines)
    return (
        *(factor.spec for factor in task.factors),
        *distances,
        *(opened.raster.spec for opened in rasters),
    )


def write_stack(job: StackJob, progress: Progress = SILENT, engine: Engine = PLAIN) -> StackSummary:
    """Derive the factors and write them.

    Parameters
    ----------
    job : StackJob
    progress : Progress
    engine : Engine
        What computes the factors of the DEM; NumPy in this process by default.

    Raises
    ------
    InputError
        A layer that cannot be used, or no cell with a value in every band; nothing is then written.
    GridMismatch
        A raster on another grid while ``job.align`` is off.
    """
    progress.step(0.0)
    _require_distinct_paths(job)
    _require_own_places(job, progress)
    factors = chosen(job.factors)
    with ExitStack() as open_files:
        scratch = open_files.enter_context(temporary_folder())
        dem = _dem(job, scratch, engine.on_disk, progress.part(0.0, READ_SHARE))
        align = job.align or ("automatic" if job.grid != "dem" else None)
        rasters = open_rasters(job.rasters, dem, open_files, align=align, scratch=scratch, progress=progress)
        lines = {
            name: segments_of(features, dem, name, progress) for name, features in sorted(job.lines.items())
        }
        task = Task(
            dem.heights_m,
            dem.ground,
            factors=factors,
            settings=job.settings,
            lines=lines,
            sinks=sink_cells(job.sinks, dem),
            folder=scratch,
            memory_mib=job.memory_mib,
        )
        if not _specs(task, rasters):
            raise InputError("Nothing to write: choose at least one factor or give a line or raster layer")
        _tell_plan(job, task, engine, progress)
        inside = study_cells(job.mask, dem, progress)
        first = FLOW_SHARE if task.of_flow or engine.on_disk else READ_SHARE
        bands = engine.compute(task, progress.part(READ_SHARE, first))
        return _write(job, _Sources(dem, task, bands, rasters, inside), progress.part(first, 1.0))


def _dem(job: StackJob, scratch: str, on_disk: bool, progress: Progress) -> Dem:
    """The DEM on the grid of the stack."""
    if job.grid == "utm":
        return on_metric_grid(
            read_dem(job.dem_path, job.metres_per_height, progress.part(0.0, 0.5)),
            scratch,
            progress.part(0.5, 1.0),
            on_disk,
        )
    store = str(Path(scratch, "heights.npy")) if on_disk else None
    dem = read_dem(job.dem_path, job.metres_per_height, progress, store)
    if dem.ground.is_curved:
        progress.info(
            f"The stack stays in {crs_name(dem.grid.crs_wkt)}; to train a model with it set GRID to UTM, for "
            "training needs cells in metres"
        )
    return dem


def _write(job: StackJob, sources: _Sources, progress: Progress) -> StackSummary:
    specs, grid = sources.specs(), sources.dem.grid
    tallies, valid, cut = sources.tallies(), 0, 0
    with ExitStack() as sinks:
        bands = [factor_band(spec) for spec in specs]
        metadata = {"HEIGHT_UNIT": "m", "SLOPE_METHOD": job.settings.slope_method}
        stack = sinks.enter_context(RasterSink(job.stack_path, grid, bands, metadata=metadata))
        singles = [
            sinks.enter_context(RasterSink(path, grid, [band], metadata=metadata))
            for path, band in zip(_single_paths(job, specs, sinks), bands)
        ]
        for strip in grid.strips_of(STRIP_CELLS):
            values = sources.strip(strip)
            for i, band_rows in enumerate(values):
                stack.write(i, strip.start, band_rows)
                tallies[i].add(band_rows)
            for sink, band_rows in zip(singles, values):
                sink.write(0, strip.start, band_rows)
            valid += int(np.isfinite(values).all(axis=0).sum())
            cut += sources.cut_cells(strip)
            # Left to itself GDAL would keep all it can and write it at the very end, without progress.
            for sink in (stack, *singles):
                sink.flush()
            progress.step(strip.stop / grid.rows)
        _require_values(specs, tallies, valid)
        for i, tally in enumerate(tallies):
            for sink, band in ((stack, i), *((single, 0) for single in singles[i : i + 1])):
                sink.set_statistics(band, tally.low, tally.high, tally.mean, tally.deviation)
        for sink in (stack, *singles):  # all are whole before the first replaces an old one
            sink.complete()
    _tell_cut(job, sources, cut, progress)
    layers = _told_layers(sources, tallies, progress)
    write_companion(job.stack_path, specs, tallies, job.settings, layers)
    return StackSummary(specs, grid.size, valid, tallies)


def _told_layers(sources: _Sources, tallies: Sequence[Tally], progress: Progress) -> list[dict[str, str]]:
    """Report on each raster given, for the companion file and the log."""
    cells, first, layers = int(sources.inside.sum()), len(tallies) - len(sources.rasters), []
    for opened, tally in zip(sources.rasters, tallies[first:]):
        layers.append(reported(opened, tally, cells))
        tell_layer(layers[-1], opened.raster.spec, tally, cells, progress)
    return layers


def _single_paths(job: StackJob, specs: Sequence[FactorSpec], sinks: ExitStack) -> list[str]:
    """Where single rasters are written; they come to the folder together, with the marker that lists them."""
    if not job.folder:
        return []
    names = [f"{spec.name}.tif" for spec in specs]
    made = sinks.enter_context(filled_folder(job.folder, names))
    return [str(made / name) for name in names]


def _require_distinct_paths(job: StackJob) -> None:
    given = (job.dem_path, *(raster.path for raster in job.rasters))
    inputs = {os.path.realpath(parted(path)[0]) for path in given}
    names = [*job.factors, *job.lines, *(raster.spec.name for raster in job.rasters)]
    singles = [str(Path(job.folder, f"{name}.tif")) for name in names] if job.folder else []
    targets = [os.path.realpath(path) for path in (job.stack_path, *singles)]
    for path in targets:
        if path in inputs or targets.count(path) > 1:
            raise InputError(
                f"The output {path} is one of the inputs or another output; choose another place"
            )


def _require_own_places(job: StackJob, progress: Progress) -> None:
    """Refuse single rasters in the place of files of the user, and name what beside the outputs is not ours."""
    names = [
        f"{name}.tif" for name in (*job.factors, *job.lines, *(raster.spec.name for raster in job.rasters))
    ]
    if job.folder:
        require_owned(job.folder, names)
        for name in names:
            for style in foreign_companions(str(Path(job.folder, name))):
                progress.warning(f"{style} in {job.folder} was not written by this plugin and stays")
    record = Path(job.stack_path).with_suffix(".json")
    if record.exists() and not is_own_record(record, Path(job.stack_path).name):
        progress.warning(
            f"{record.name} was not written by this plugin and stays; the stack gets no description: to have one, "
            "choose another name for it"
        )


def _require_values(specs: Sequence[FactorSpec], tallies: Sequence[Tally], valid: int) -> None:
    empty = [spec.name for spec, tally in zip(specs, tallies) if tally.cells == 0]
    if empty:
        raise InputError(
            f"{', '.join(empty)} has no value on any cell of the DEM within the study area; check that the layers "
            "overlap and their no-data values"
        )
    if valid == 0:
        raise InputError(
            "No cell has a value in every factor; check where the layers have no-data and that they overlap"
        )


def _tell_plan(job: StackJob, task: Task, engine: Engine, progress: Progress) -> None:
    need = engine.bytes_needed(task) / 2**20
    names = listed(human_name(factor.spec.name) for factor in task.factors)
    progress.info(f"Terrain factors: {names or 'none'}")
    progress.info(f"Settings: {job.settings.in_words()}; metres per height unit {job.metres_per_height:.9g}")
    limit = "" if task.memory_mib is None else f"; {task.memory_mib} MiB are allowed"
    progress.info(f"Computed by {engine.name}; needs about {need:.0f} MiB of memory{limit}")
    ground = task.ground
    dx, dy = ground.dx[:, 0], ground.dy[:, 0]
    if ground.is_curved:
        progress.info(
            f"Cells measure {dx[0]:.6g} x {dy[0]:.6g} m in the first row and {dx[-1]:.6g} x {dy[-1]:.6g} m in the "
            "last; every factor takes that into account row by row"
        )
    elif abs(dx[0] / dy[0] - 1.0) > 0.01:
        progress.info(f"Cells are not square ({dx[0]:g} x {dy[0]:g} m); all factors take that into account")


def _tell_cut(job: StackJob, sources: _Sources, cut: int, progress: Progress) -> None:
    """Say in how much of the study area water from beyond the DEM is missing."""
    if not sources.task.of_flow:
        return
    share = 100.0 * cut / max(int(sources.inside.sum()), 1)
    words = f"The edge of the DEM cuts the catchments of {share:.1f} % of the cells; their upslope areas are too small"
    if job.mask is not None and share > CUT_SHARE_TO_WARN:
        progress.warning(
            f"{words}: take a DEM that reaches beyond the study area, or see factor '{human_name('cut_catchment')}'"
        )
    else:
        progress.info(words)
