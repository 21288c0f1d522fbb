"""From a model bundle and rasters to maps, part by part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from tempfile import TemporaryDirectory
from typing import Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...evaluation.classes import classify
from ...io.factors import FactorSources
from ...io.raster import Layout, RasterSource, bounded_cache, cell_area_km2, require_on_grid
from ...io.triggers import TriggerSources
from ...model.bundle.bundle import ModelBundle
from ...progress import Progress
from ...types.grid import Grid
from ...types.scenarios import TriggerScenarios
from ...types.window import Window
from .applicability import ApplicabilityCheck
from .explanations import OUTSIDE, Extra, extras
from .outputs import ClassColours as ClassColours
from .outputs import Legend, MapTargets, Output, PredictedStrip
from .parts import MapReader, ReadPart, open_rasters, write_part
from .pipeline import run_pipeline
from .plan import MapPlan, plan_map
from .products import member_statistics as member_statistics
from .rasters import outputs
from .request import MapOptions, check_cell_size, crs_note, trained_range, trigger_notes, triggers_to_map

CELLS_PER_PART = 131_072
NOTES = ("CELL_SIZE", "CRS", "TRIGGERS_OUTSIDE_TRAINING", "SINGLE_MODEL")
"""Metadata that is told as a warning too."""


@dataclass(frozen=True)
class MapSummary:
    """What was mapped.

    Attributes
    ----------
    cells_per_class : int array (5,)
        Very low to Very high.
    no_data_cells : int
    unseen_category_cells : int
        Cells left empty because a category code was not among those of the training data.
    cell_area_km2 : float
        NaN where cells are not all of one size, as in degrees.
    outside_cells : int
        Mapped cells where a trigger raster leaves the range of the training in any scenario.
    """

    cells_per_class: npt.NDArray[np.int64]
    no_data_cells: int
    unseen_category_cells: int
    cell_area_km2: float
    outside_cells: int = 0

    @property
    def mapped_cells(self) -> int:
        """Number of cells that got a class."""
        return int(self.cells_per_class.sum())

    @property
    def share_per_class(self) -> npt.NDArray[np.float64]:
        """Share of the mapped area in each class (5,)."""
        return self.cells_per_class / max(self.mapped_cells, 1)


def map_susceptibility(
    bundle: ModelBundle,
    factors: FactorSources,
    profile: Optional[RasterSource],
    scenarios: Optional[TriggerScenarios],
    targets: MapTargets,
    class_colours: ClassColours,
    progress: Progress,
    options: Optional[MapOptions] = None,
    least_cells: int = 1,
) -> MapSummary:
    """Write the maps of a bundle over the factors' grid, or a part of it.

    Nothing is taken from the mapped rasters but the cells' own values: cut points, scaling and
    tables come from the bundle, so a cell's result does not depend on the extent or on the parts.

    Parameters
    ----------
    profile : RasterSource, optional
        Soil profile stack; required if the bundle was trained with one.
    scenarios : TriggerScenarios, optional
        Triggers to map; those of the training if None. Refused for a bundle without triggers.
    options : MapOptions, optional
    least_cells : int
        Fewest cells that must have a value.

    Raises
    ------
    InputError
        A factor, profile or trigger column the bundle needs is missing, an output cannot be made, the
        cell size is not the training's, or too few cells can be mapped.
    """
    options = options or MapOptions()
    legend = settle(bundle, factors, profile, scenarios, class_colours, options)
    about = metadata_of(legend, factors.grid, options)
    for name in NOTES:
        if name in about:
            progress.warning(about[name])
    more, made = extras(targets, legend), outputs(targets, legend)
    window = options.window(factors.grid)
    with ExitStack() as stack:
        soil, rain = (
            profile if bundle.profile else None,
            _rain(stack, legend, factors.grid, options, progress),
        )
        reader = MapReader(factors, factors.select(bundle.factors), soil, rain, options, legend)
        plan = _plan(reader, made, more, window)
        stack.enter_context(bounded_cache(plan.cache_mib))
        layout: Layout = "cloud" if options.cloud_optimised else "strips" if plan.whole_rows else "tiles"
        run = _Run(legend, more, progress, window)
        sinks = open_rasters(stack, made, window.of(factors.grid), about, layout)
        run_pipeline(
            plan.parts(),
            reader.read,
            run.predict,
            lambda part, found: write_part(sinks, made, window, part, found),
        )
        if window.rows * window.cols - int(run.classes[0]) < least_cells:
            raise InputError(
                "No cell has a value in every factor the model needs; check no-data and categories"
            )
        for sink in sinks:
            sink.complete()
    run.applicability.tell(progress)
    if run.outside:
        progress.warning(f"{run.outside} cells have triggers outside the range of the training")
    area = cell_area_km2(factors.grid)
    return MapSummary(run.classes[1:], int(run.classes[0]), run.unseen, area, run.outside)


def _rain(
    stack: ExitStack, legend: Legend, grid: Grid, options: MapOptions, progress: Progress
) -> Optional[TriggerSources]:
    if not options.trigger_rasters or legend.triggers is None:
        return None
    folder = stack.enter_context(TemporaryDirectory(prefix="landslide-"))
    return stack.enter_context(
        TriggerSources(legend.triggers, options.trigger_rasters, grid, folder, progress)
    )


def settle(
    bundle: ModelBundle,
    factors: FactorSources,
    profile: Optional[RasterSource],
    scenarios: Optional[TriggerScenarios],
    class_colours: ClassColours,
    options: MapOptions,
) -> Legend:
    """Check that the inputs fit the bundle; what names and judges the outputs."""
    factors.select(bundle.factors)
    triggers = triggers_to_map(bundle, scenarios)
    if bundle.profile is not None and profile is None:
        raise InputError("The model was trained with a soil profile; give the soil profile raster too")
    for source in (profile, options.factor_of_safety):
        if source is not None:
            require_on_grid(factors.grid, source)
    reference = triggers.reference(bundle.reference_period_yr) if triggers is not None else 0
    soil = profile.metadata.get("SOIL_SOURCE", "") if profile is not None else ""
    by_cell = bool(options.trigger_rasters)
    return Legend(bundle, triggers, reference, class_colours, options.conditional, by_cell, soil)


def metadata_of(legend: Legend, grid: Grid, options: MapOptions) -> dict[str, str]:
    """Metadata of every raster: the model, who made it, and what is not as in the training."""
    return {
        **legend.metadata(),
        **options.provenance,
        **check_cell_size(legend.bundle, grid, options),
        **crs_note(legend.bundle, grid),
        **trigger_notes(legend.bundle, legend.triggers, options.trigger_rasters),
    }


def _plan(reader: MapReader, made: Sequence[Output], more: Mapping[str, Extra], window: Window) -> MapPlan:
    bundle, options = reader.legend.bundle, reader.options
    soil = 0 if bundle.profile is None else int(np.prod(bundle.profile.shape))
    rain = 0 if reader.rain is None or reader.legend.triggers is None else reader.legend.triggers.values.size
    numbers = (
        6 * len(reader.specs) + 10 * soil + 4 * bundle.members * len(reader.legend.names) + 6 * rain + 32
    )
    numbers += sum(2 * extra.bands for extra in more.values())
    tiled = sum(len(output.bands) * (1 if output.byte else 4) for output in made)
    return plan_map(
        window,
        options.memory_mib - bundle.mapper.table_bytes / 2**20,
        4 * numbers,
        reader.block_bytes,
        tiled if options.cloud_optimised else 0,
        min([CELLS_PER_PART, *(extra.most_cells for extra in more.values())]),
    )


@dataclass
class _Run:
    """Predicts parts and counts what is found in them."""

    legend: Legend
    extras: Mapping[str, Extra]
    progress: Progress
    window: Window
    unseen: int = 0
    outside: int = 0
    done: int = 0

    def __post_init__(self) -> None:
        self.applicability = ApplicabilityCheck(self.legend.bundle)
        self.classes = np.zeros(6, np.int64)

    def predict(self, part: Window, read: ReadPart) -> PredictedStrip:
        """Prediction of a part."""
        bundle, triggers, shape = self.legend.bundle, self.legend.triggers, read.cells.shape
        result = np.full((bundle.members, len(self.legend.names), *shape), np.nan, np.float32)
        further = {n: np.full((extra.bands, *shape), np.nan, np.float32) for n, extra in self.extras.items()}
        if read.triggers is not None:
            further[OUTSIDE] = np.full((1, *shape), np.nan, np.float32)
        if read.cells.any():
            rain = triggers.values if triggers is not None else None
            found = bundle.predict(read.static, read.soil, rain if read.triggers is None else read.triggers)
            result[:, :, read.cells] = np.swapaxes(found.probability, 1, 2)
            self.unseen += found.unseen
            self.applicability.look_at(read.static, read.soil)
            own = None if read.triggers is None else read.triggers[:, self.legend.reference]
            for name, extra in self.extras.items():
                further[name][:, read.cells] = extra.values(read.static, read.soil, own)
            if read.triggers is not None:
                further[OUTSIDE][0, read.cells] = self._outside(read.triggers)
        predicted = PredictedStrip(result, read.factor_of_safety, further)
        codes = classify(predicted.mean[self.legend.reference], bundle.class_cuts)
        self.classes += np.bincount(codes.ravel(), minlength=6)
        self.done += part.rows * part.cols
        self.progress.step(self.done / (self.window.rows * self.window.cols))
        return predicted

    def _outside(self, triggers: npt.NDArray[np.float64]) -> npt.NDArray[np.bool_]:
        """Cells with a trigger beyond the range of the training in any scenario."""
        low, high = trained_range(self.legend.bundle)
        beyond: npt.NDArray[np.bool_] = ((triggers < low) | (triggers > high)).any(axis=(1, 2))
        self.outside += int(beyond.sum())
        return beyond
