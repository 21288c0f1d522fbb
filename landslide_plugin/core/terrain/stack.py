"""From a DEM and other layers to a described factor stack on disk."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Optional

import numpy as np
import numpy.typing as npt

from ..errors import InputError
from ..factors import FactorSpec
from ..grid import Strip
from ..progress import SILENT, Progress
from ..raster_io import RasterSink, RasterSource, factor_band
from ..vector_io import FeatureSet
from .catalogue import TerrainFactor, chosen
from .dem import Dem, read_dem
from .derive import BYTES_A_CELL_FLOW, TerrainSettings, local_factors, route_flow
from .distance import LineIndex, distance_of_cells_m
from .layers import AncillaryRaster, line_index, open_rasters, raster_rows, study_cells
from .window import Heights, Surface

STRIP_CELLS = 1 << 18
"""Cells of a strip: small enough that progress moves, large enough to be quick."""

FLOW_SHARE = 0.5
"""Share of the progress given to reading and the flow."""


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
    align : bool
        Resample rasters that lie on another grid.
    mask : FeatureSet, optional
        Polygons of the study area; outside is no-data in every band.
    folder : str, optional
        Also write each factor as a raster of its own here.
    """

    dem_path: str
    stack_path: str
    factors: Sequence[str]
    settings: TerrainSettings = field(default_factory=TerrainSettings)
    metres_per_height: float = 1.0
    lines: Mapping[str, FeatureSet] = field(default_factory=dict)
    rasters: Sequence[AncillaryRaster] = ()
    align: bool = False
    mask: Optional[FeatureSet] = None
    folder: Optional[str] = None


@dataclass(frozen=True)
class StackSummary:
    """What came of it.

    Attributes
    ----------
    names : tuple of str
        Bands.
    cells, valid_cells : int
        Cells of the grid, and those with a value in every band.
    limits : tuple of (float, float)
        Smallest and largest value of each band.
    """

    names: tuple[str, ...]
    cells: int
    valid_cells: int
    limits: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class _Sources:
    """All that a strip of the stack is made of."""

    dem: Dem
    area_m2: Optional[Heights]
    factors: tuple[TerrainFactor, ...]
    settings: TerrainSettings
    lines: Mapping[str, LineIndex]
    rasters: tuple[tuple[AncillaryRaster, RasterSource], ...]
    inside: npt.NDArray[np.bool_]

    def specs(self) -> tuple[FactorSpec, ...]:
        distances = tuple(FactorSpec(name, unit="m", transform="log1p") for name in self.lines)
        given = tuple(raster.spec for raster, _ in self.rasters)
        return (*(factor.spec for factor in self.factors), *distances, *given)

    def strip(self, strip: Strip) -> Surface:
        """Values (bands, rows, cols) of a strip, no-data outside the study area."""
        dem, grid = self.dem, self.dem.grid.window(strip.start, strip.rows)
        bands: list[Surface] = []
        if self.factors:
            local = local_factors(
                dem.heights_m, self.area_m2, strip, dem.dx, dem.dy, self.factors, self.settings
            )
            bands.extend(local)
        for index in self.lines.values():
            bands.append(distance_of_cells_m(index, grid, dem.metres_per_unit).astype(np.float32))
        for raster, source in self.rasters:
            bands.append(raster_rows(raster, source, strip))
        values = np.stack(bands)
        values[:, ~self.inside[strip.start : strip.stop]] = np.nan
        return values


def write_stack(job: StackJob, progress: Progress = SILENT) -> StackSummary:
    """Derive the factors and write them.

    Raises
    ------
    InputError
        A layer that cannot be used, or no cell with a value in every band; nothing is then written.
    GridMismatch
        A raster on another grid while ``job.align`` is off.
    """
    progress.step(0.0)
    _require_distinct_paths(job)
    dem = read_dem(job.dem_path, job.metres_per_height, progress)
    factors = chosen(job.factors)
    _tell_plan(job, dem, factors, progress)
    with ExitStack() as open_files:
        scratch = open_files.enter_context(tempfile.TemporaryDirectory(prefix="landslide_"))
        rasters = open_rasters(job.rasters, job.align, dem, scratch, open_files, progress)
        lines = {
            name: line_index(features, dem, name, progress) for name, features in sorted(job.lines.items())
        }
        inside = study_cells(job.mask, dem, progress)
        area = None
        if any(factor.of_flow for factor in factors):
            part = progress.part(0.02, FLOW_SHARE)
            area = route_flow(dem.heights_m, dem.dx, dem.dy, job.settings, part)
        sources = _Sources(dem, area, factors, job.settings, lines, rasters, inside)
        return _write(job, sources, progress.part(FLOW_SHARE if area is not None else 0.02, 1.0))


def _write(job: StackJob, sources: _Sources, progress: Progress) -> StackSummary:
    specs, grid = sources.specs(), sources.dem.grid
    if not specs:
        raise InputError("Nothing to write: choose at least one factor or give a line or raster layer")
    low, high, valid = np.full(len(specs), np.inf), np.full(len(specs), -np.inf), 0
    with ExitStack() as sinks:
        bands = [factor_band(spec) for spec in specs]
        metadata = {"HEIGHT_UNIT": "m", "SLOPE_METHOD": job.settings.slope_method}
        stack = sinks.enter_context(RasterSink(job.stack_path, grid, bands, metadata=metadata))
        singles = [
            sinks.enter_context(RasterSink(path, grid, [band], metadata=metadata))
            for path, band in zip(_single_paths(job, specs), bands)
        ]
        for strip in grid.strips(max(STRIP_CELLS // grid.cols, 1), halo=1):
            values = sources.strip(strip)
            for i, band_rows in enumerate(values):
                stack.write(i, strip.start, band_rows)
                low[i] = np.fmin(low[i], np.fmin.reduce(band_rows, axis=None))
                high[i] = np.fmax(high[i], np.fmax.reduce(band_rows, axis=None))
            for sink, band_rows in zip(singles, values):
                sink.write(0, strip.start, band_rows)
            valid += int(np.isfinite(values).all(axis=0).sum())
            progress.step(strip.stop / grid.rows)
        _require_values(specs, low, high, valid)
        for sink in (stack, *singles):
            sink.flush()
    limits = tuple((float(a), float(b)) for a, b in zip(low, high))
    return StackSummary(tuple(spec.name for spec in specs), grid.size, valid, limits)


def _single_paths(job: StackJob, specs: Sequence[FactorSpec]) -> list[str]:
    if not job.folder:
        return []
    os.makedirs(job.folder, exist_ok=True)
    return [os.path.join(job.folder, f"{spec.name}.tif") for spec in specs]


def _require_distinct_paths(job: StackJob) -> None:
    inputs = {os.path.realpath(path) for path in (job.dem_path, *(raster.path for raster in job.rasters))}
    names = [*job.factors, *job.lines, *(raster.spec.name for raster in job.rasters)]
    singles = [os.path.join(job.folder, f"{name}.tif") for name in names] if job.folder else []
    targets = [os.path.realpath(path) for path in (job.stack_path, *singles)]
    for path in targets:
        if path in inputs or targets.count(path) > 1:
            raise InputError(
                f"The output {path} is one of the inputs or another output; choose another place"
            )


def _require_values(
    specs: Sequence[FactorSpec], low: npt.NDArray[np.float64], high: npt.NDArray[np.float64], valid: int
) -> None:
    empty = [spec.name for spec, a, b in zip(specs, low, high) if a > b]
    if empty:
        raise InputError(
            f"{', '.join(empty)} has no value on any cell of the DEM within the study area; check that the layers "
            "overlap and their no-data values"
        )
    if valid == 0:
        raise InputError(
            "No cell has a value in every factor; check where the layers have no-data and that they overlap"
        )


def _tell_plan(job: StackJob, dem: Dem, factors: Sequence[TerrainFactor], progress: Progress) -> None:
    flow = any(factor.of_flow for factor in factors)
    need = dem.grid.size * (5 + (BYTES_A_CELL_FLOW if flow else 0)) + STRIP_CELLS * 8 * 40
    progress.info(f"Terrain factors: {', '.join(factor.spec.name for factor in factors) or 'none'}")
    progress.info(f"Settings: {job.settings.in_words()}; metres per height unit {job.metres_per_height:.9g}")
    progress.info(f"Needs about {need / 2**20:.0f} MiB of memory")
    if abs(dem.dx / dem.dy - 1.0) > 0.01:
        progress.info(f"Cells are not square ({dem.dx:g} x {dem.dy:g} m); all factors take that into account")
