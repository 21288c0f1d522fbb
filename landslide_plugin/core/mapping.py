"""From a model bundle and rasters to maps, strip by strip."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Optional

import numpy as np
import numpy.typing as npt

from .errors import InputError
from .evaluation.classes import classify
from .factor_sources import FactorSources
from .factors import FactorSpec
from .grid import Grid, Strip
from .model.bundle import ModelBundle
from .profile_io import read_profile
from .progress import Progress
from .raster_io import Band, RasterSink, RasterSource, require_on_grid
from .scenarios import TriggerScenarios

CELLS_PER_STRIP = 65_536

ClassColours = Mapping[int, tuple[str, tuple[int, int, int]]]


@dataclass(frozen=True)
class MapTargets:
    """Paths of the maps to write.

    Attributes
    ----------
    probability : str
        Mean probability of the members, a band a scenario.
    spread : str
        Standard deviation of the members in the reference scenario.
    agreement : str
        Share of members in the class of the mean, and on its side of the threshold.
    classes : str
        Five classes of the reference scenario, bytes, 0 no-data.
    """

    probability: str
    spread: str
    agreement: str
    classes: str


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


def member_statistics(
    probability: npt.NDArray[np.float32], cuts: tuple[float, ...], threshold: float
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """Spread and agreement of members' probabilities (members, cells) in one scenario.

    Returns
    -------
    spread, class_agreement, threshold_agreement : float32 arrays (cells,)
        Standard deviation over members, share of members whose class is that of the mean, share
        of members on the mean's side of the threshold. NaN where the probability is NaN.

    Examples
    --------
    >>> p = np.array([[0.1], [0.3], [0.8]], "f4")
    >>> s, c, t = member_statistics(p, (0.05, 0.2, 0.5, 0.9), 0.5)
    >>> round(float(s[0]), 4), round(float(c[0]), 4), round(float(t[0]), 4)
    (0.2944, 0.3333, 0.6667)
    """
    mean = probability.mean(axis=0)
    empty = np.isnan(mean)
    spread = probability.std(axis=0)
    same_class = (classify(probability, cuts) == classify(mean, cuts)).mean(axis=0)
    same_side = ((probability >= threshold) == (mean >= threshold)).mean(axis=0)
    return (
        spread.astype(np.float32),
        np.where(empty, np.nan, same_class).astype(np.float32),
        np.where(empty, np.nan, same_side).astype(np.float32),
    )


def map_susceptibility(
    bundle: ModelBundle,
    factors: FactorSources,
    profile: Optional[RasterSource],
    scenarios: Optional[TriggerScenarios],
    targets: MapTargets,
    class_colours: ClassColours,
    progress: Progress,
) -> MapSummary:
    """Write the probability, spread, agreement and class maps of a bundle over the factors' grid.

    Nothing is taken from the mapped rasters but the cells' own values: cut points, scaling and
    tables come from the bundle, so a cell's result does not depend on the extent or on the strips.

    Parameters
    ----------
    profile : RasterSource, optional
        Soil profile stack; required if the bundle was trained with one.
    scenarios : TriggerScenarios, optional
        Triggers to map; those of the training if None. Refused for a bundle without triggers.

    Raises
    ------
    InputError
        A factor, profile or trigger column the bundle needs is missing, or no cell can be mapped.
    """
    specs = factors.select(bundle.factors)
    triggers = _triggers(bundle, scenarios)
    if bundle.profile is not None and profile is None:
        raise InputError("The model was trained with a soil profile; give the soil profile raster too")
    if profile is not None:
        require_on_grid(factors.grid, profile)
    names = triggers.names if triggers is not None else ("Susceptibility",)
    reference = triggers.reference(bundle.reference_period_yr) if triggers is not None else 0
    reader = _Reader(bundle, factors, specs, profile)
    counts = np.zeros(6, np.int64)
    unseen = 0
    rows = max(1, CELLS_PER_STRIP // factors.grid.cols)
    with ExitStack() as stack:
        sinks = [
            stack.enter_context(sink)
            for sink in _sinks(factors.grid, targets, names, reference, bundle, class_colours)
        ]
        for strip in factors.grid.strips(rows):
            probability, unseen_here = reader.predict(strip, triggers, len(names))
            classes = _write(sinks, strip, probability, reference, bundle)
            counts += np.bincount(classes.ravel(), minlength=6)
            unseen += unseen_here
            progress.step(strip.stop / factors.grid.rows)
        if counts[0] == factors.grid.size:
            raise InputError(
                "No cell has a value in every factor the model needs; check no-data and categories"
            )
        for sink in sinks:
            sink.flush()
    area = factors.grid.cell_width * factors.grid.cell_height / 1e6
    return MapSummary(counts[1:], int(counts[0]), unseen, area)


def _triggers(bundle: ModelBundle, asked: Optional[TriggerScenarios]) -> Optional[TriggerScenarios]:
    if asked is None:
        return bundle.scenarios
    if bundle.scenarios is None:
        raise InputError(
            "The model was trained without trigger scenarios, so it has one band, Susceptibility, and no "
            "return-period product; leave the scenario table out or train with one"
        )
    if asked.columns != bundle.scenarios.columns:
        raise InputError(
            f"The scenario table has columns {', '.join(asked.columns)}; "
            f"the model needs {', '.join(bundle.scenarios.columns)}"
        )
    return asked


@dataclass(frozen=True)
class _Reader:
    """Predicts the cells of a strip that have every value."""

    bundle: ModelBundle
    factors: FactorSources
    specs: tuple[FactorSpec, ...]
    profile: Optional[RasterSource]

    def predict(
        self, strip: Strip, triggers: Optional[TriggerScenarios], outputs: int
    ) -> tuple[npt.NDArray[np.float32], int]:
        """Probabilities (members, outputs, rows, cols) of a strip, and cells of unseen category."""
        stack = self.factors.read(self.specs, strip)
        cells = stack.valid()
        layers = None
        if self.profile is not None and self.bundle.profile is not None:
            soil = read_profile(self.profile, strip.start, strip.rows)
            self.bundle.profile.require_same(soil)
            cells &= np.isfinite(soil.values).all(axis=(0, 1))
            layers = np.ascontiguousarray(np.moveaxis(soil.values[:, :, cells], 2, 0))
        shape = (self.bundle.members, outputs, strip.rows, self.factors.grid.cols)
        result = np.full(shape, np.nan, np.float32)
        if not cells.any():
            return result, 0
        prediction = self.bundle.predict(
            stack.table(cells), layers, None if triggers is None else triggers.values
        )
        result[:, :, cells] = np.swapaxes(prediction.probability, 1, 2)
        return result, prediction.unseen


def _sinks(
    grid: Grid,
    targets: MapTargets,
    names: tuple[str, ...],
    reference: int,
    bundle: ModelBundle,
    class_colours: ClassColours,
) -> Iterator[RasterSink]:
    """The four maps, opened one after the other so that a failure leaves none behind."""
    label = names[reference]
    suffix = f" {label}" if bundle.scenarios is not None else ""
    about = {"REFERENCE_SCENARIO": label, "BUNDLE": bundle.identifier, "CLASS_CUTS": str(bundle.class_cuts)}
    given = " given the T-year rain" if bundle.scenarios is not None else ""
    probability = [Band(name, "", {"QUANTITY": f"Landslide susceptibility{given}"}) for name in names]
    agreement = [Band(f"Class agreement{suffix}"), Band(f"Threshold agreement{suffix}")]
    code = [Band(f"Susceptibility class{suffix}")]
    yield RasterSink(targets.probability, grid, probability, metadata=about)
    yield RasterSink(targets.spread, grid, [Band(f"Standard deviation{suffix}")], metadata=about)
    yield RasterSink(targets.agreement, grid, agreement, metadata=about)
    yield RasterSink(targets.classes, grid, code, byte=True, metadata=about, classes=class_colours)


def _write(
    sinks: list[RasterSink],
    strip: Strip,
    probability: npt.NDArray[np.float32],
    reference: int,
    bundle: ModelBundle,
) -> npt.NDArray[np.uint8]:
    means, spreads, agreements, classes = sinks
    for i, mean in enumerate(probability.mean(axis=0)):
        means.write(i, strip.start, mean)
    shape = probability.shape[2:]
    members = probability[:, reference].reshape(len(probability), -1)
    spread, same_class, same_side = member_statistics(members, bundle.class_cuts, bundle.threshold)
    spreads.write(0, strip.start, spread.reshape(shape))
    agreements.write(0, strip.start, same_class.reshape(shape))
    agreements.write(1, strip.start, same_side.reshape(shape))
    codes = classify(members.mean(axis=0), bundle.class_cuts).reshape(shape)
    classes.write(0, strip.start, codes)
    return codes
