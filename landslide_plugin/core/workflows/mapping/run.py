"""From a model bundle and rasters to maps, part by part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from typing import Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...evaluation.classes import classify
from ...io.factors import FactorSources
from ...io.raster import (
    Layout,
    RasterSource,
    bounded_cache,
    cell_area_km2,
    require_on_grid,
)
from ...io.triggers import TriggerSources
from ...model.bundle.bundle import ModelBundle
from ...progress import Progress
from ...types.grid import Grid
from ...types.scenarios import TriggerScenarios
from ...types.window import Window
from ...writing.temporary import temporary_folder
from .applicability import ApplicabilityCheck
from .kinds.context import ClassColours, MapContext
from .kinds.kind import Explanation, Output, PredictedStrip
from .kinds.reasons import APPLICABILITY, OUTSIDE
from .kinds.table import explanations, outputs
from .parts import MapReader, ReadPart, open_rasters, write_part
from .physics_input import PF_MISSING, failure_bands, failure_note
from .pipeline import run_pipeline
from .place import HOME, LOOKS, UNKNOWN, Place, mapped_extent, place_of
from .plan import MapPlan, look_cache_mib, plan_map
from .request import MapOptions, check_cell_size, crs_note, trained_range, trigger_notes, triggers_to_map
from .soil_marks import look_at_some

CELLS_PER_PART = 131_072
NOTES = ("CELL_SIZE", "CRS", "TRIGGERS_OUTSIDE_TRAINING", "SINGLE_MODEL", "RELATIVE_INTENSITY", PF_MISSING)
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
    nearest_class_cells : int
        Cells of an unseen category that were mapped as the nearest known class.
    """

    cells_per_class: npt.NDArray[np.int64]
    no_data_cells: int
    unseen_category_cells: int
    cell_area_km2: float
    outside_cells: int = 0
    nearest_class_cells: int = 0

    @property
    def mapped_cells(self) -> int:
        """Number of cells that got a class.

        >>> MapSummary(np.array([4, 0, 0, 0, 6]), 2, 0, 1.0).mapped_cells
        10
        """
        return int(self.cells_per_class.sum())

    @property
    def share_per_class(self) -> npt.NDArray[np.float64]:
        """Share of the mapped area in each class (5,).

        >>> MapSummary(np.array([4, 0, 0, 0, 6]), 2, 0, 1.0).share_per_class.tolist()
        [0.4, 0.0, 0.0, 0.0, 0.6]
        """
        return self.cells_per_class / max(self.mapped_cells, 1)


def map_susceptibility(
    bundle: ModelBundle,
    factors: FactorSources,
    profile: Optional[RasterSource],
    scenarios: Optional[TriggerScenarios],
    targets: Mapping[str, str],
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
    targets : mapping of str to str
        Path of each raster to write, by the name of its kind.
    options : MapOptions, optional
    least_cells : int
        Fewest cells that must have a value.

    Raises
    ------
    InputError
        A factor, profile or trigger column the bundle needs is missing, an output cannot be made, the
        cell size is not the training's, too few cells can be mapped, or a mark of no-data is not declared: told
        before anything is drawn where a look at some rows tells it, else before any raster gets its name.
    """
    options = options or MapOptions()
    context = check_map_inputs(
        bundle,
        factors,
        profile=profile,
        scenarios=scenarios,
        class_colours=class_colours,
        options=options,
    )
    soil = profile if bundle.profile else None
    if soil is not None:
        with _looked_over(factors, options):
            look_at_some(soil, options.window(factors.grid), LOOKS)
    place = place_of_map(bundle, factors, options)
    about = metadata_of(context, factors.grid, options, place)
    for name in NOTES:
        if name in about:
            progress.warning(about[name])
    (progress.info if place.kind in (HOME, UNKNOWN) else progress.warning)(place.words)
    for line in context.classes_matched:
        progress.info(line)
    more, made = explanations(targets, context), outputs(targets, context)
    window = options.window(factors.grid)
    with ExitStack() as stack:
        rain = _rain(stack, context, factors.grid, options, progress)
        reader = MapReader.of(context, factors, soil, rain=rain, options=options)
        run = _Run(context, more, progress, window, nearest=options.unseen == "nearest")
        _write(reader, made, run, about, least_cells)
    run.applicability.tell(progress)
    if run.outside:
        progress.warning(f"{run.outside} cells have triggers outside the range of the training")
    return run.summary(cell_area_km2(factors.grid))


def _write(
    reader: MapReader, made: Sequence[Output], run: _Run, about: Mapping[str, str], least_cells: int
) -> None:
    """Read, predict and write part by part; the rasters get their names once all are whole."""
    window, options = run.window, reader.options
    plan = _plan(reader, made, run.explanations, window)
    with ExitStack() as stack:
        stack.enter_context(bounded_cache(plan.cache_mib))
        layout: Layout = "cloud" if options.cloud_optimised else "strips" if plan.whole_rows else "tiles"
        sinks = open_rasters(stack, made, window.of(reader.factors.grid), about, layout)
        run_pipeline(
            plan.parts(),
            reader.read,
            run.predict,
            lambda part, predicted: write_part(sinks, made, window, part, predicted),
        )
        reader.require_declared()
        if window.rows * window.cols - int(run.classes[0]) < least_cells:
            raise InputError(
                "No cell has a value in every factor the model needs; check no-data and categories"
            )
        for sink in sinks:
            sink.complete()


def _rain(
    stack: ExitStack, context: MapContext, grid: Grid, options: MapOptions, progress: Progress
) -> Optional[TriggerSources]:
    if not options.trigger_rasters or context.triggers is None:
        return None
    folder = stack.enter_context(temporary_folder())
    return stack.enter_context(
        TriggerSources(context.triggers, options.trigger_rasters, grid, folder, progress)
    )


def check_map_inputs(
    bundle: ModelBundle,
    factors: FactorSources,
    profile: Optional[RasterSource],
    scenarios: Optional[TriggerScenarios],
    class_colours: ClassColours,
    options: MapOptions,
) -> MapContext:
    """Check that the inputs fit the bundle; what names and judges the outputs."""
    factors.select(bundle.factors)
    triggers = triggers_to_map(bundle, scenarios)
    if bundle.profile is not None and profile is None:
        raise InputError("The model was trained with a soil profile; give the soil profile raster too")
    for source in (profile, options.factor_of_safety, options.probability_of_failure):
        if source is not None:
            require_on_grid(factors.grid, source)
    if options.probability_of_failure is not None:
        names = triggers.names if triggers is not None else bundle.output_names
        failure_bands(options.probability_of_failure, names)
    reference = triggers.reference(bundle.reference_period_yr) if triggers is not None else 0
    soil = profile.metadata.get("SOIL_SOURCE", "") if profile is not None else ""
    by_cell = bool(options.trigger_rasters)
    return MapContext(
        bundle,
        triggers,
        reference,
        class_colours,
        conditional=options.conditional,
        rain_by_cell=by_cell,
        soil_source=soil,
        classes_matched=factors.match_words,
    )


def _looked_over(factors: FactorSources, options: MapOptions) -> AbstractContextManager[None]:
    """Hold GDAL's cache while rasters are read for checks, or it would grow with them."""
    cols = options.window(factors.grid).cols
    return bounded_cache(look_cache_mib(options.memory_mib, factors.block_bytes(cols)))


def place_of_map(bundle: ModelBundle, factors: FactorSources, options: MapOptions) -> Place:
    """Where the cells to map that have a value lie with respect to the training."""
    window = options.window(factors.grid)
    with _looked_over(factors, options):
        mapped = mapped_extent(factors, bundle.factors, window)
    return place_of(bundle.facts.grid, window.of(factors.grid), mapped)


def metadata_of(context: MapContext, grid: Grid, options: MapOptions, place: Place) -> dict[str, str]:
    """Metadata of every raster: the model, who made it, and what is not as in the training."""
    return {
        **context.metadata(),
        **({} if place.kind == UNKNOWN else {"TRAINING_AREA": place.words}),
        **options.provenance,
        **check_cell_size(context.bundle, grid, options),
        **crs_note(context.bundle, grid),
        **trigger_notes(context.bundle, context.triggers, options.trigger_rasters),
        **failure_note(context.bundle, options.probability_of_failure),
    }


def _plan(
    reader: MapReader, made: Sequence[Output], more: Mapping[str, Explanation], window: Window
) -> MapPlan:
    bundle, options = reader.context.bundle, reader.options
    soil = 0 if bundle.profile is None else int(np.prod(bundle.profile.shape))
    rain = (
        0 if reader.rain is None or reader.context.triggers is None else reader.context.triggers.values.size
    )
    numbers = (
        6 * len(reader.specs) + 10 * soil + 4 * bundle.members * len(reader.context.names) + 6 * rain + 32
    )
    numbers += sum(2 * each.bands for each in more.values())
    tiled = sum(len(output.bands) * (1 if output.byte else 4) for output in made)
    return plan_map(
        window,
        options.memory_mib - bundle.mapper.table_bytes / 2**20,
        bytes_per_cell=4 * numbers,
        block_bytes=reader.block_bytes,
        tiled_bytes=tiled if options.cloud_optimised else 0,
        most_cells=min([CELLS_PER_PART, *(each.most_cells for each in more.values())]),
    )


@dataclass
class _Run:
    """Predicts parts and counts what is found in them."""

    context: MapContext
    explanations: Mapping[str, Explanation]
    progress: Progress
    window: Window
    nearest: bool = False
    nearest_cells: int = 0
    unseen: int = 0
    outside: int = 0
    done: int = 0

    def __post_init__(self) -> None:
        self.applicability = ApplicabilityCheck(self.context.bundle)
        self.classes = np.zeros(6, np.int64)

    def predict(self, part: Window, read: ReadPart) -> PredictedStrip:
        """Prediction of a part."""
        bundle, triggers, shape = self.context.bundle, self.context.triggers, read.cells.shape
        result = np.full((bundle.members, len(self.context.names), *shape), np.nan, np.float32)
        further = {
            name: np.full((each.bands, *shape), np.nan, np.float32)
            for name, each in self.explanations.items()
        }
        if read.triggers is not None:
            further[OUTSIDE] = np.full((1, *shape), np.nan, np.float32)
        if read.cells.any():
            rain = triggers.values if triggers is not None else None
            static = read.static
            if self.nearest:
                static, changed = bundle.known_classes(static, read.soil)
                self.nearest_cells += int(changed.sum())
            steps = rain if read.triggers is None else read.triggers
            prediction = bundle.predict(static, read.soil, steps, read.failure)
            result[:, :, read.cells] = np.swapaxes(prediction.probability, 1, 2)
            self.unseen += prediction.unseen
            storm = None if read.triggers is None else read.triggers[:, self.context.reference]
            here = storm if rain is None or storm is not None else rain[self.context.reference]
            self.applicability.look_at(read.static, read.soil, here)
            for name, each in self.explanations.items():
                given = read.static if name == APPLICABILITY else static
                further[name][:, read.cells] = each.values(given, read.soil, storm, read.failure)
            if read.triggers is not None:
                further[OUTSIDE][0, read.cells] = self._outside(read.triggers)
        predicted = PredictedStrip(result, read.factor_of_safety, further, bundle.member_weights)
        codes = classify(predicted.mean[self.context.reference], bundle.class_cuts)
        self.classes += np.bincount(codes.ravel(), minlength=6)
        self.done += part.rows * part.cols
        self.progress.step(self.done / (self.window.rows * self.window.cols))
        return predicted

    def summary(self, cell_km2: float) -> MapSummary:
        """What was found in all parts."""
        return MapSummary(
            self.classes[1:],
            int(self.classes[0]),
            self.unseen,
            cell_km2,
            outside_cells=self.outside,
            nearest_class_cells=self.nearest_cells,
        )

    def _outside(self, triggers: npt.NDArray[np.float64]) -> npt.NDArray[np.bool_]:
        """Cells with a trigger beyond the range of the training in any scenario."""
        low, high = trained_range(self.context.bundle)
        beyond: npt.NDArray[np.bool_] = ((triggers < low) | (triggers > high)).any(axis=(1, 2))
        self.outside += int(beyond.sum())
        return beyond
