"""From a model bundle and rasters to maps, strip by strip."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Optional

import numpy as np
import numpy.typing as npt

from .errors import InputError
from .evaluation.classes import classify
from .factor_sources import FactorSources
from .factors import FactorSpec, FeatureStack
from .grid import Grid, Strip
from .map_extras import Extra, extras
from .map_kinds import outputs
from .map_outputs import ClassColours as ClassColours
from .map_outputs import Legend, MapTargets, Output, PredictedStrip
from .map_products import member_statistics as member_statistics
from .map_request import MapOptions, check_cell_size, trigger_notes, triggers_to_map
from .model.bundle import ModelBundle
from .pipeline import run_pipeline
from .profile import DepthProfile
from .profile_io import read_profile
from .progress import Progress
from .raster_io import RasterSink, RasterSource, require_on_grid
from .scenarios import TriggerScenarios
from .window import Window

CELLS_PER_STRIP = 131_072


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
        In the CRS's own unit of length, taken as metres.
    """

    cells_per_class: npt.NDArray[np.int64]
    no_data_cells: int
    unseen_category_cells: int
    cell_area_km2: float

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
) -> MapSummary:
    """Write the maps of a bundle over the factors' grid, or a part of it.

    Nothing is taken from the mapped rasters but the cells' own values: cut points, scaling and
    tables come from the bundle, so a cell's result does not depend on the extent or on the strips.

    Parameters
    ----------
    profile : RasterSource, optional
        Soil profile stack; required if the bundle was trained with one.
    scenarios : TriggerScenarios, optional
        Triggers to map; those of the training if None. Refused for a bundle without triggers.
    options : MapOptions, optional

    Raises
    ------
    InputError
        A factor, profile or trigger column the bundle needs is missing, an output cannot be made, the
        cell size is not the training's, or no cell can be mapped.
    """
    options = options or MapOptions()
    specs = factors.select(bundle.factors)
    triggers = triggers_to_map(bundle, scenarios)
    if bundle.profile is not None and profile is None:
        raise InputError("The model was trained with a soil profile; give the soil profile raster too")
    for source in (profile, options.factor_of_safety):
        if source is not None:
            require_on_grid(factors.grid, source)
    reference = triggers.reference(bundle.reference_period_yr) if triggers is not None else 0
    legend = Legend(bundle, triggers, reference, class_colours, options.conditional)
    notes = {**check_cell_size(bundle, factors.grid, options), **trigger_notes(bundle, triggers)}
    for note in notes.values():
        progress.warning(note)
    made, more = outputs(targets, legend), extras(targets, legend)
    window = options.window(factors.grid)
    reader = _Reader(factors, specs, profile if bundle.profile else None, options, window, legend)
    most = min([CELLS_PER_STRIP, *(extra.most_cells for extra in more.values())])
    rows = options.strip_rows(bundle, len(specs), legend.names, window, most)
    writer = _Writer(window.of(factors.grid), made, legend, {**options.provenance, **notes})
    with ExitStack() as stack:
        sinks = writer.open(stack)
        count = _Counts(np.zeros(6, np.int64))

        def predict(strip: Strip, read: _Strip) -> PredictedStrip:
            predicted, unseen = _predict(bundle, read, triggers, more)
            count.unseen += unseen
            progress.step(strip.stop / window.rows)
            return predicted

        def write(strip: Strip, predicted: PredictedStrip) -> None:
            count.classes += writer.write(sinks, strip, predicted)

        run_pipeline(writer.grid.strips(rows), reader.read, predict, write)
        if count.classes[0] == writer.grid.size:
            raise InputError(
                "No cell has a value in every factor the model needs; check no-data and categories"
            )
        for sink in sinks:
            sink.flush()
    area = factors.grid.cell_width * factors.grid.cell_height / 1e6
    return MapSummary(count.classes[1:], int(count.classes[0]), count.unseen, area)


@dataclass
class _Counts:
    """Cells per class, no-data first, and those of an unseen category."""

    classes: npt.NDArray[np.int64]
    unseen: int = 0


@dataclass(frozen=True)
class _Strip:
    """Factors and soil of the cells of a strip that have every value, and where these are."""

    cells: npt.NDArray[np.bool_]
    static: npt.NDArray[np.float32]
    soil: Optional[npt.NDArray[np.float32]]
    factor_of_safety: Optional[npt.NDArray[np.float32]]


@dataclass(frozen=True)
class _Reader:
    """Reads the rows of a strip of the window."""

    factors: FactorSources
    specs: tuple[FactorSpec, ...]
    profile: Optional[RasterSource]
    options: MapOptions
    window: Window
    legend: Legend

    def read(self, strip: Strip) -> _Strip:
        """Values of a strip."""
        first, cols = self.window.first_row + strip.start, self.window.col_slice
        rows = Strip(first, first + strip.rows)
        stack = FeatureStack(self.specs, self.factors.read(self.specs, rows).values[:, :, cols])
        cells = stack.valid()
        soil = None
        if self.profile is not None and self.legend.bundle.profile is not None:
            read: DepthProfile = read_profile(self.profile, first, strip.rows)
            self.legend.bundle.profile.require_same(read)
            values = read.values[..., cols]
            cells &= np.isfinite(values).all(axis=(0, 1))
            soil = np.ascontiguousarray(np.moveaxis(values[:, :, cells], 2, 0))
        safety = None
        if self.options.factor_of_safety is not None:
            band = self.options.safety_band(self.legend.names[self.legend.reference])
            safety = self.options.factor_of_safety.read(band, first, strip.rows)[:, cols]
        return _Strip(cells, stack.table(cells), soil, safety)


def _predict(
    bundle: ModelBundle, read: _Strip, triggers: Optional[TriggerScenarios], more: Mapping[str, Extra]
) -> tuple[PredictedStrip, int]:
    """Prediction of a strip, and the number of cells of unseen category."""
    names = 1 if triggers is None else len(triggers.names)
    shape = read.cells.shape
    result = np.full((bundle.members, names, *shape), np.nan, np.float32)
    further = {name: np.full((extra.bands, *shape), np.nan, np.float32) for name, extra in more.items()}
    if not read.cells.any():
        return PredictedStrip(result, read.factor_of_safety, further), 0
    found = bundle.predict(read.static, read.soil, None if triggers is None else triggers.values)
    result[:, :, read.cells] = np.swapaxes(found.probability, 1, 2)
    for name, extra in more.items():
        further[name][:, read.cells] = extra.values(read.static, read.soil)
    return PredictedStrip(result, read.factor_of_safety, further), found.unseen


@dataclass(frozen=True)
class _Writer:
    """Writes strips of the window into the outputs."""

    grid: Grid
    made: Sequence[Output]
    legend: Legend
    metadata: dict[str, str]

    def open(self, stack: ExitStack) -> list[RasterSink]:
        """The outputs' files, opened one after the other so that a failure leaves none behind."""
        return [
            stack.enter_context(
                RasterSink(
                    output.path,
                    self.grid,
                    output.bands,
                    byte=output.byte,
                    metadata={**self.legend.metadata(), **self.metadata, **output.notes},
                    classes=output.classes,
                )
            )
            for output in self.made
        ]

    def write(
        self, sinks: list[RasterSink], strip: Strip, predicted: PredictedStrip
    ) -> npt.NDArray[np.int64]:
        """Write a strip; returns its cells per class, no-data first."""
        for sink, output in zip(sinks, self.made):
            for i, values in enumerate(output.values(predicted)):
                sink.write(i, strip.start, values)
        codes = classify(predicted.mean[self.legend.reference], self.legend.bundle.class_cuts)
        return np.bincount(codes.ravel(), minlength=6)
