"""Stress an inventory: move its landslides or leave some out, train again, and see what changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...evaluation.classes import classify, landslide_share_cuts
from ...evaluation.metrics import auroc
from ...io.raster import metres_per_unit
from ...io.raster.overlay import areas
from ...io.shapes import ShapesOnGrid
from ...io.vector import line_segments, to_crs
from ...model.fitting.data import Cells, TrainingData
from ...model.fitting.ensemble import Workshop
from ...model.fitting.settings import TrainSettings
from ...model.validation.fold_models import fit_models, own_and_mapped
from ...model.validation.held_out import judged
from ...model.validation.partitions import Partition, spatial_partitions
from ...model.validation.scorecard import fold_summary
from ...progress import SILENT, Progress
from ...samples.feature_cells import cells_of_features
from ...samples.sample_set import MINIMUM_LANDSLIDES
from ...samples.stress.altered import distances_to_lines, steps_of_landslides, without_share
from ...samples.stress.frequency_area import FEWEST, FrequencyArea, frequency_area
from ...types.features import FeatureSet
from ...worker.tasks.training.training_job import read_job
from ...writing.temporary import temporary_folder
from ..training.gather import chosen_inventory, inventory_of_types
from ..training.in_process import job_in
from ..training.request import TrainingRequest, TrainingRun, open_factors, prepare

Floats = npt.NDArray[np.float64]
MAP_CELLS = 20_000
PLAIN = "residual"
"""No base is chosen for each of the many trainings."""
MOVED, RANDOM, SMALL, FAR = "moved", "missing at random", "smallest missing", "farthest from lines missing"


@dataclass(frozen=True)
class StressPlan:
    """What to try.

    Attributes
    ----------
    family : str
        Of models that need NumPy alone.
    distances_m, shares : sequence of float
        How far landslides are moved; which shares of them are missing.
    repeats : int
        How often chance is drawn at each level.
    lines : FeatureSet or None
        Roads, from which landslides are more likely to be seen.
    independent : FeatureSet or None
        Landslides that took no part in the training.
    """

    family: str
    distances_m: Sequence[float]
    shares: Sequence[float]
    repeats: int
    lines: Optional[FeatureSet] = None
    independent: Optional[FeatureSet] = None


@dataclass(frozen=True)
class StressRow:
    """One level of one stress; figures are means over the repeats.

    Attributes
    ----------
    kind : str
    level : float
        Metres, or share of the landslides.
    auroc : float
        On the landslides as given, held out in space; NaN where too few were left to train on.
    auroc_sd : float
        Over the repeats.
    change : float
        Of the AUROC against the inventory as given.
    other_class : float
        Share of the cells that fall into another class.
    lost : float
        Landslide samples moved off the ground with factors.
    """

    kind: str
    level: float
    auroc: float
    auroc_sd: float
    change: float
    other_class: float
    lost: float


@dataclass(frozen=True)
class Stressed:
    """Everything that was found.

    Attributes
    ----------
    rows : list of StressRow
    auroc : float
        Of the inventory as given.
    spread : float
        Mean over the map of the standard deviation of P, of models that lack landslides at random.
    sizes : FrequencyArea or None
        None for points, or fewer than 30 polygons.
    independent_auroc : float
        Of landslides that took no part, against the area; NaN without them.
    fit_auroc : float
    notes : list of str
    """

    rows: list[StressRow]
    auroc: float
    fit_auroc: float
    spread: float
    sizes: Optional[FrequencyArea]
    independent_auroc: float
    notes: list[str]

    @property
    def quality_level(self) -> int:
        """Sum of what was done (Guzzetti et al. 2006): 1 fit, 2 error in each cell, 4 prediction of other landslides.

        Spatial folds of one inventory are not its independent test, so they do not count as prediction.
        """
        return 1 + 2 * bool(np.isfinite(self.spread)) + 4 * bool(np.isfinite(self.independent_auroc))


def stress(request: TrainingRequest, plan: StressPlan, progress: Progress) -> Stressed:
    """Train on the inventory as given and on each stressed one, and judge all on the landslides as given.

    Raises
    ------
    InputError
        Unusable inventory or factors.
    """
    run = prepare(replace(request, count_area=True), progress)
    with temporary_folder() as folder:
        data = read_job(job_in(folder, run))
    area = run.arrays["area_static"]
    thinned = area[:: max(-(-len(area) // MAP_CELLS), 1)]
    settings = replace(TrainSettings.from_dict(run.job["settings"]), architecture=PLAIN, cv_repeats=1)
    bench = _Bench(replace(data, ground=None), settings, plan, thinned)
    base = bench.trained(bench.data, np.ones(len(data.labels), bool))
    known = _Known.of(request, run)
    rows, deviations = [], [float("nan")]
    tries = _tries(plan, known, run)
    for number, one in enumerate(tries):
        progress.check()
        found, spread = bench.row(one, base, run, request)
        rows.append(found)
        deviations += [spread] if one.kind == RANDOM else []
        progress.step(0.1 + 0.85 * (number + 1) / len(tries))
    told = [f"No landslides are missing by {what}" for what in known.lacking(plan)]
    spreads = np.array(deviations)
    return Stressed(
        rows=rows,
        auroc=base.auroc,
        fit_auroc=base.fit_auroc,
        spread=float(spreads[np.isfinite(spreads)].max()) if np.isfinite(spreads).any() else float("nan"),
        sizes=known.sizes,
        independent_auroc=_independent(request, plan, run, bench, base),
        notes=told,
    )


@dataclass(frozen=True)
class _Trained:
    """What one training gave: held-out AUROC on the landslides as given, P and class of the map's cells."""

    auroc: float
    fit_auroc: float
    p: Floats
    classes: npt.NDArray[np.uint8]


@dataclass(frozen=True)
class _Try:
    """A stress at one level; ``order`` says which landslides are missing first."""

    kind: str
    level: float
    order: Floats


@dataclass
class _Bench:
    """What all trainings share."""

    data: TrainingData
    settings: TrainSettings
    plan: StressPlan
    area: npt.NDArray[np.float32]

    def __post_init__(self) -> None:
        self.partition: Partition = spatial_partitions(self.data, self.settings)[0]

    def trained(self, changed: TrainingData, keep: npt.NDArray[np.bool_]) -> _Trained:
        """Train on the rows kept of a changed inventory; each fold is judged on its landslides as given."""
        labels, p = self.data.labels, np.full(len(self.data.labels), np.nan)
        for fold in self.partition.usable:
            train, test = self.partition.split(fold)
            if len(np.unique(labels[train & keep])) == 2:
                p[test] = self.probability(changed.take(train & keep), self.data.take(test))
        summary = fold_summary(judged(labels, [self.partition], p[None]))
        model = changed.take(keep).lasting
        over = self.probability(model, self._as_data(self.area))
        slid = p[keep & (labels > 0) & np.isfinite(p)]
        cuts = landslide_share_cuts(slid, self.settings.class_shares)
        fitted = self.probability(model, model)
        return _Trained(
            summary["auroc_mean"] if summary else float("nan"),
            auroc(model.labels, fitted),
            over,
            classify(over, cuts),
        )

    def probability(self, train: TrainingData, test: TrainingData) -> Floats:
        """P (n,) of rows by a model of others; the mean where a code is unseen."""
        families = [self.plan.family]
        models = fit_models(train, self.settings, families, 1, workshop=Workshop(), progress=SILENT)
        p = own_and_mapped(models[self.plan.family], test)[0]
        return np.where(np.isfinite(p), p, float(train.labels.mean()))

    def _as_data(self, static: npt.NDArray[np.float32]) -> TrainingData:
        count = len(static)
        return TrainingData(
            self.data.specs,
            Cells(static),
            np.zeros(count, np.int8),
            np.zeros((count, 2)),
            np.arange(count, dtype=np.int32),
        )

    def row(
        self, one: _Try, base: _Trained, run: TrainingRun, request: TrainingRequest
    ) -> tuple[StressRow, float]:
        """Figures of one level, and the mean standard deviation of P over its repeats."""
        slid = self.data.labels > 0
        found, lost = [], []
        for number in range(self.plan.repeats):
            rng = np.random.default_rng([self.settings.seed, number, int(1000 * one.level)])
            keep, changed = np.ones(len(slid), bool), self.data
            if one.kind == MOVED:
                changed, keep = _moved(self.data, one.level, run, request, rng)
            else:
                keep[slid] = without_share(self.data.groups[slid], one.level, one.order, rng)
            lost.append(int((~keep).sum()) if one.kind == MOVED else 0)
            if len(np.unique(self.data.groups[keep & slid])) >= MINIMUM_LANDSLIDES:
                found.append(self.trained(changed, keep))
        if not found:
            none = float("nan")
            empty = StressRow(
                one.kind, one.level, none, none, change=none, other_class=none, lost=float(np.mean(lost))
            )
            return empty, none
        scores = [each.auroc for each in found]
        row = StressRow(
            kind=one.kind,
            level=one.level,
            auroc=float(np.mean(scores)),
            auroc_sd=float(np.std(scores, ddof=1)) if len(scores) > 1 else 0.0,
            change=float(np.mean(scores)) - base.auroc,
            other_class=float(np.mean([(each.classes != base.classes).mean() for each in found])),
            lost=float(np.mean(lost)),
        )
        spread = np.stack([each.p for each in found]).std(axis=0, ddof=1).mean() if len(found) > 1 else np.nan
        return row, float(spread)


@dataclass(frozen=True)
class _Known:
    """What is known of each landslide sample: the area of its landslide and its distance from the lines."""

    area_m2: Optional[Floats]
    sizes: Optional[FrequencyArea]

    @classmethod
    def of(cls, request: TrainingRequest, run: TrainingRun) -> _Known:
        if run.samples.domain is None:
            return cls(None, None)
        typed = inventory_of_types(
            request.inventory,
            run.grid,
            run.samples.domain,
            label_field=request.rules.label_field,
            type_field=request.type_field,
            wanted=request.types,
        )
        typed = chosen_inventory(typed, run.grid, request.rules.label_field, request.choice)
        if ShapesOnGrid(typed.features, run.grid).kind != "polygon":
            return cls(None, None)
        every = areas(typed.features) * metres_per_unit(run.grid.crs_wkt) ** 2
        slid = run.samples.labels > 0
        own = every[np.unique(run.samples.owners[slid])]
        own = own[own > 0]
        return cls(every[run.samples.owners[slid]], frequency_area(own) if len(own) >= FEWEST else None)

    def lacking(self, plan: StressPlan) -> list[str]:
        """Stresses that could not be tried."""
        size = [] if self.area_m2 is not None else ["size: the inventory holds no polygons"]
        return [*size, *([] if plan.lines is not None else ["distance: no lines are given"])]


def _tries(plan: StressPlan, known: _Known, run: TrainingRun) -> list[_Try]:
    slid = run.samples.labels > 0
    alike = np.zeros(int(slid.sum()))
    orders = [(RANDOM, alike)]
    if known.area_m2 is not None:
        orders.append((SMALL, known.area_m2))
    if plan.lines is not None:
        metres = metres_per_unit(run.grid.crs_wkt)
        segments = line_segments(to_crs(plan.lines, run.grid.crs_wkt)) * metres
        orders.append((FAR, -distances_to_lines(run.samples.xy[slid], segments)))
    moved = [_Try(MOVED, float(metres), alike) for metres in plan.distances_m]
    return moved + [_Try(kind, float(share), order) for kind, order in orders for share in plan.shares]


def _moved(
    data: TrainingData,
    distance_m: float,
    run: TrainingRun,
    request: TrainingRequest,
    rng: np.random.Generator,
) -> tuple[TrainingData, npt.NDArray[np.bool_]]:
    """The samples with landslides moved, and which of them still have factors."""
    slid, metres = data.labels > 0, metres_per_unit(run.grid.crs_wkt)
    cell_m = (run.grid.cell_height * metres, run.grid.cell_width * metres)
    down, right = steps_of_landslides(data.groups[slid], distance_m, cell_m, rng)
    rows, cols = run.samples.rows[slid] + down, run.samples.cols[slid] + right
    inside = (rows >= 0) & (rows < run.grid.rows) & (cols >= 0) & (cols < run.grid.cols)
    static, keep = data.cells.static.copy(), np.ones(len(slid), bool)
    places = np.flatnonzero(slid)
    with open_factors(request) as factors:
        static[places[inside]] = factors.values_at(factors.specs, rows[inside], cols[inside])
    keep[places[~inside]] = False
    keep &= np.isfinite(static).all(axis=1)
    static[~keep] = data.cells.static[~keep]
    return replace(data, cells=replace(data.cells, static=static)), keep


def _independent(
    request: TrainingRequest, plan: StressPlan, run: TrainingRun, bench: _Bench, base: _Trained
) -> float:
    """AUROC of landslides that took no part, against the cells of the area."""
    if plan.independent is None:
        return float("nan")
    shapes = ShapesOnGrid(to_crs(plan.independent, run.grid.crs_wkt), run.grid)
    places = cells_of_features(shapes, np.arange(len(shapes.features)), "centre", "landslide")
    taken = np.zeros(run.grid.shape, bool)
    slid = run.samples.labels > 0
    taken[run.samples.rows[slid], run.samples.cols[slid]] = True
    # A polygon given again has cells beside the one that was sampled: it is left out, with those that touch it.
    new = ~np.isin(places.groups, places.groups[taken[places.rows, places.cols]])
    with open_factors(request) as factors:
        static = factors.values_at(factors.specs, places.rows[new], places.cols[new])
    static = static[np.isfinite(static).all(axis=1)]
    if not len(static):
        raise InputError(
            f"{plan.independent.name} has no landslide on cells with all factors that took no part in the training; "
            "leave it out or give another inventory"
        )
    p = bench.probability(bench.data, bench._as_data(static))
    labels = np.repeat(np.array([1, 0], np.int8), [len(p), len(base.p)])
    return auroc(labels, np.concatenate([p, base.p]))
