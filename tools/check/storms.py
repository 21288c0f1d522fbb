"""A made-up inventory of eight storms with a known truth: two of them set nothing off."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from landslide_plugin.core.model.fitting.data import Cells, TrainingData
from landslide_plugin.core.samples.events import UNDATED, Event, EventPlan
from landslide_plugin.core.samples.ground import LEVEL, Site
from landslide_plugin.core.samples.inventory import build_samples
from landslide_plugin.core.samples.sample_set import SampleSet, SamplingRules
from landslide_plugin.core.types.factors import FactorSpec
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.types.odds import probability_of
from landslide_plugin.core.types.scenarios import TriggerScenarios

SIDE = 200
GRID = Grid(SIDE, SIDE, (0.0, 10.0, 0.0, 10.0 * SIDE, 0.0, -10.0))
STORMS = (1.1, 1.5, 10.0, 20.0, 35.0, 60.0, 100.0, 200.0)
UNSEEN = (15.0, 45.0, 150.0)
SPECS = (FactorSpec("slope", unit="deg"), FactorSpec("wetness"))


def rain_mm_h(period_yr):
    """Intensity of a return period; storms of a year or two are drizzle."""
    periods = np.log(np.asarray(period_yr, float))
    return np.where(periods < 1.0, 5.0 + 10.0 * periods, 68.0 + 14.0 * periods)


@dataclass(frozen=True)
class PointsOnGrid:
    """Points as the sampling wants them, without GDAL."""

    features: FeatureSet
    grid: Grid
    xy: np.ndarray
    kind: str = "point"

    def points(self):
        """Places and the feature of each."""
        return self.xy, np.arange(len(self.xy))


@dataclass(frozen=True)
class Storms:
    """Ground, truth and what each storm set off."""

    static: np.ndarray
    base: np.ndarray
    slid: tuple[np.ndarray, ...]
    periods: tuple[float, ...]

    def truth(self, period_yr: float) -> np.ndarray:
        """P (cells,) given the rain of a return period."""
        return probability_of(self.base + 0.06 * (rain_mm_h(period_yr) - 142.0))


def storms(periods=STORMS, seed: int = 1) -> Storms:
    """Landslides of each storm, a cell each; ground that failed in one does not fail again."""
    rng = np.random.default_rng(seed)
    slope = rng.gamma(4.0, 6.0, GRID.shape).clip(0, 60).astype(np.float32)
    wet = rng.normal(0, 1, GRID.shape).astype(np.float32)
    static = np.stack([slope.ravel(), wet.ravel()], axis=1)
    base = -5.9 + 0.07 * slope.ravel() + 0.5 * wet.ravel()
    world = Storms(static, base, (), tuple(periods))
    left = np.ones(SIDE * SIDE, bool)
    slid = []
    for period in periods:
        cells = np.flatnonzero((rng.random(left.size) < world.truth(period)) & left)
        left[cells] = False
        slid.append(cells)
    return Storms(static, base, tuple(slid), tuple(periods))


def table(periods) -> TriggerScenarios:
    """Rain of the return periods."""
    values = rain_mm_h(sorted(periods))[:, None]
    return TriggerScenarios(tuple(sorted(periods)), ("intensity_mm_h",), values)


def sampled(world: Storms, ratio: float, ground: Site = LEVEL, dated: bool = True, **rules) -> SampleSet:
    """Samples of all storms, in order of time; or as of an inventory without dates."""
    cells = np.concatenate(world.slid)
    rows, cols = np.divmod(cells, SIDE)
    xy = np.column_stack([10.0 * cols + 5.0, 10.0 * (SIDE - rows) - 5.0])
    of = np.repeat(np.arange(len(world.slid)), [len(part) for part in world.slid])
    everywhere = np.ones(GRID.shape, bool)
    plan = EventPlan(
        tuple(
            Event(f"storm {number}", period, everywhere, float(number))
            for number, period in enumerate(world.periods)
        ),
        of.astype(np.intp),
    )
    assert (of != UNDATED).all()
    points = PointsOnGrid(FeatureSet(tuple(b"point" for _ in cells), name="storms"), GRID, xy)
    options = {"ground": ground, "plan": plan if dated else None}
    return build_samples(points, everywhere, SamplingRules("random", ratio=ratio, **rules), **options)


def data_of(world: Storms, samples: SampleSet) -> TrainingData:
    """The samples as a training reads them."""
    cells = samples.rows * SIDE + samples.cols
    rain = table(world.periods)
    return TrainingData(
        SPECS,
        Cells(world.static[cells]),
        samples.labels,
        samples.xy,
        samples.groups,
        scenarios=rain,
        reference=len(rain.return_periods_yr) // 2,
        event_period_yr=samples.event_period_yr,
        events=samples.events,
        row_weights=samples.row_weights,
        offsets=samples.offsets,
        sampled=samples.sampled,
    )
