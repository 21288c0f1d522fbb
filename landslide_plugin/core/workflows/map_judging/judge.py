"""A map of any kind against an inventory: scores, intervals by blocks, density, best cut, a second map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Optional

import numpy as np

from ...errors import InputError
from ...evaluation.judging.blocks import BlockTally, Draws, bootstrap
from ...evaluation.judging.density import Density
from ...evaluation.judging.tally import Cut, Ranks, RankTally
from ...evaluation.verdicts import verdict
from ...io.raster import metres_per_unit, require_on_grid
from ...progress import SILENT, Progress
from ...samples.feature_cells import FeatureCells
from ...types.arrays import Cells, Floats, Surface
from ...types.features import FeatureSet
from ...types.grid import Grid
from ..chosen_landslides import ALL_COUNT, LandslideChoice
from ..landslide_marks import fitted_to
from .counting import ClassCounts
from .danger import DangerMap
from .places import places_of, with_value
from .survey import surveyed

STRIP_CELLS = 1_048_576
BLOCKS_A_SIDE = 10
MOST_BLOCKS = 4_096
FEWEST_LANDSLIDES = 10
TOP_AREA = 0.2


@dataclass(frozen=True)
class JudgeOptions:
    """How to judge.

    Attributes
    ----------
    block_m : float or None
        Side of the blocks in metres; a tenth of the longer side of the map if None.
    cost : float or None
        What a missed landslide cell costs in stable cells called in vain; both kinds weigh alike in all if None.
    limits : sequence of float
        Of the classes for the density; empty for those that the raster brings.
    seed : int
    label_field : str or None
        Field with 1 for landslides and 0 for stable places.
    choice : LandslideChoice
        Landslides that count; the ground of others is neither slid nor stable.
    mapped_area : FeatureSet or None
        Polygons inside which the inventory is complete; nothing else counts.
    """

    block_m: Optional[float] = None
    cost: Optional[float] = None
    limits: Sequence[float] = ()
    seed: int = 42
    label_field: Optional[str] = None
    choice: LandslideChoice = ALL_COUNT
    mapped_area: Optional[FeatureSet] = None


@dataclass(frozen=True)
class MapScore:
    """Scores of one map.

    Attributes
    ----------
    name, end, quantity : str
        File and band, its dangerous end, what it says it holds.
    against : Ranks
        Landslides against stable cells.
    area : Ranks
        Landslides against all other cells of the map.
    interval : tuple of float
        Of the AUROC, NaN where there are too few blocks.
    draws : Draws
    density : Density
    classes : str
        Where the limits of the classes come from.
    cut : Cut
        In the map's own values.
    resolved : float
        Smallest probability that the map tells from smaller ones; 0 if it does not say.
    """

    name: str
    end: str
    quantity: str
    against: Ranks
    area: Ranks
    interval: tuple[float, float]
    draws: Draws
    density: Density
    classes: str
    cut: Cut
    resolved: float = 0.0


@dataclass(frozen=True)
class Agreement:
    """Two maps on the same landslides.

    Attributes
    ----------
    difference : float
        AUROC of the first minus that of the second.
    low, high : float
        Interval of the difference, over the same blocks.
    correlation : float
        Spearman's, of the share of area more dangerous than each landslide cell; NaN where it is not defined.
    both, first_only, second_only, neither : float
        Share of landslide cells in the most dangerous fifth of the area of each map.
    """

    difference: float
    low: float
    high: float
    correlation: float
    both: float
    first_only: float
    second_only: float
    neither: float

    @property
    def verdict(self) -> str:
        """What the interval allows one to say of the first map."""
        return verdict(self.low, self.high) if np.isfinite(self.low) else "no interval"


@dataclass(frozen=True)
class Judgement:
    """What an inventory says of a map.

    Attributes
    ----------
    inventory : str
    landslides : int
        Landslides with a cell on the map; those that touch count as one.
    given_stable : bool
        True if the inventory brought the stable places.
    block_cells : tuple of int
        Rows and columns of a block.
    first : MapScore
    second : MapScore or None
    agreement : Agreement or None
    notes : tuple of str
    """

    inventory: str
    landslides: int
    given_stable: bool
    block_cells: tuple[int, int]
    first: MapScore
    second: Optional[MapScore] = None
    agreement: Optional[Agreement] = None
    notes: tuple[str, ...] = field(default=())


def judge_map(
    maps: Sequence[DangerMap], features: FeatureSet, options: JudgeOptions, progress: Progress = SILENT
) -> Judgement:
    """Judge one map, or two on the cells that both have.

    Parameters
    ----------
    maps : sequence of DangerMap
        One or two on one grid.
    features : FeatureSet
        Points or polygons in any CRS. A polygon counts with the cells whose centre lies inside.

    Raises
    ------
    InputError, GridMismatch
        No landslide on the map, an unusable field, another grid, or too many blocks.
    """
    grid = maps[0].source.grid
    for other in maps[1:]:
        require_on_grid(grid, other.source)
    blocks = _Blocks.of(grid, options.block_m)
    given = surveyed(features, grid, options.label_field, options.choice, options.mapped_area)
    maps, features = [replace(map, survey=given.survey) for map in maps], given.features
    landslides, stable = places_of(features, grid, options.label_field)
    landslides, beside = given.survey.of(landslides, "landslide")
    landslides, lost = with_value(landslides, [map.at for map in maps], "landslide")
    notes = [*given.notes, *landslides.notes, *beside, *lost]
    count = len(np.unique(landslides.groups))
    if not count:
        why = f" ({'; '.join(notes)})" if notes else ""
        raise InputError(f"{features.name} has no landslide on a cell with a value of {maps[0].name}{why}")
    notes += [note for map in maps for note in fitted_to(map.source, features, options.label_field)]
    if count < FEWEST_LANDSLIDES:
        notes.append(f"Only {count} landslides: every figure is rough")
    if stable is not None:
        stable, beside = given.survey.of(stable, "stable")
        notes += beside
        stable, lost = with_value(stable, [map.at for map in maps], "stable")
        notes += [*stable.notes, *lost]
        if not len(stable):
            raise InputError(f"{features.name} has no stable place on a cell with a value of {maps[0].name}")
    counters = [_Counter(map, landslides, stable, blocks, options) for map in maps]
    for strip in grid.strips_of(STRIP_CELLS):
        values = [map.read(strip.start, strip.rows) for map in maps]
        known = np.all([np.isfinite(part) for part in values], axis=0)
        rows, cols = np.nonzero(known)
        block = blocks.number(rows + strip.start, cols)
        for counter, part in zip(counters, values):
            counter.add(part[known], block)
        progress.step(strip.stop / grid.rows)
    scores = [counter.score(options) for counter in counters]
    agreement = _agreement(counters, scores) if len(scores) == 2 else None
    if scores[0].draws.blocks and not np.isfinite(scores[0].interval[0]):
        notes.append(
            f"Landslides lie in {scores[0].draws.blocks} blocks, too few for an interval; choose smaller blocks"
        )
    return Judgement(
        features.name,
        count,
        stable is not None,
        blocks.cells,
        first=scores[0],
        second=scores[1] if agreement else None,
        agreement=agreement,
        notes=tuple(notes),
    )


@dataclass(frozen=True)
class _Blocks:
    """Blocks of ground: their size in cells, and how many stand side by side."""

    cells: tuple[int, int]
    across: int
    count: int

    @classmethod
    def of(cls, grid: Grid, side_m: Optional[float]) -> _Blocks:
        if side_m is None:
            side = max(grid.rows * grid.cell_height, grid.cols * grid.cell_width) / BLOCKS_A_SIDE
        else:
            try:
                side = side_m / (metres_per_unit(grid.crs_wkt) if grid.crs_wkt else 1.0)
            except InputError:
                raise InputError(
                    "BLOCK_SIZE is in metres, and the map is in degrees or not true to distance; leave BLOCK_SIZE empty"
                ) from None
        rows, cols = max(1, round(side / grid.cell_height)), max(1, round(side / grid.cell_width))
        across, down = -(-grid.cols // cols), -(-grid.rows // rows)
        if across * down > MOST_BLOCKS:
            raise InputError(
                f"BLOCK_SIZE {side_m:g} m gives {across * down} blocks; allowed: at most {MOST_BLOCKS}, choose larger"
            )
        return cls((rows, cols), across, across * down)

    def number(self, rows: Cells, cols: Cells) -> Cells:
        """Block (n,) of each cell."""
        return np.asarray(rows // self.cells[0] * self.across + cols // self.cells[1], dtype=np.intp)

    def home(self, places: FeatureCells) -> Cells:
        """Block (n,) of the whole landslide that each cell belongs to: that of its middle."""
        _, group = np.unique(places.groups, return_inverse=True)
        size = np.bincount(group)
        middle = [np.bincount(group, part) / size for part in (places.rows, places.cols)]
        rows, cols = (part.astype(np.intp)[group] for part in middle)
        return self.number(rows, cols)


class _Counter:
    """What one map's cells are counted into."""

    def __init__(
        self,
        map: DangerMap,
        landslides: FeatureCells,
        stable: Optional[FeatureCells],
        blocks: _Blocks,
        options: JudgeOptions,
    ):
        self.map, self._blocks, self._landslides = map, blocks, landslides
        self._values = map.at(landslides.rows, landslides.cols)
        scores = map.score(self._values)
        self.area, self._against = RankTally(scores), RankTally(scores)
        self._by_block = BlockTally(self.area, blocks.count)
        self._classes = ClassCounts(map, options.limits)
        self._given = stable is not None
        if stable is not None:
            codes = self._against.codes(map.score(map.at(stable.rows, stable.cols)))
            self._against.add_codes(codes)
            self._by_block.add(codes, blocks.number(stable.rows, stable.cols))

    def add(self, values: Surface, block: Cells) -> None:
        """Count the cells of a strip (n,) and their blocks."""
        codes = self.area.codes(self.map.score(values))
        self.area.add_codes(codes)
        self._classes.add(values)
        if not self._given:
            self._by_block.add(codes, block)

    def score(self, options: JudgeOptions) -> MapScore:
        """Scores of all that was counted."""
        self.area.without_landslides()
        area = self.area.ranks()
        against = self._against.ranks() if self._given else area
        places = self._landslides
        where = self._blocks.number(places.rows, places.cols)
        counted_in = where[:0] if self._given else where
        self._by_block.add_landslides(self.area.landslide_codes, self._blocks.home(places), counted_in)
        draws = bootstrap(self._by_block, against.auroc, options.seed)
        cut = against.best_cut(options.cost)
        if self.map.end == "low":
            cut = replace(cut, value=-cut.value)
        density = self._classes.density(self._values, area)
        return MapScore(
            self.map.name,
            self.map.end,
            self.map.quantity,
            against=against,
            area=area,
            interval=draws.interval(against.auroc),
            draws=draws,
            density=density,
            classes=self._classes.how,
            cut=cut,
            resolved=self.map.resolved,
        )

    def area_ranks(self, ranks: Ranks) -> Floats:
        """Share of area (n,) that is more dangerous than each landslide cell."""
        return np.asarray(ranks.area_ranks()[(self.area.landslide_codes - 1) // 2], dtype=np.float64)


def _agreement(counters: Sequence[_Counter], scores: Sequence[MapScore]) -> Agreement:
    one, other = (counter.area_ranks(score.area) for counter, score in zip(counters, scores))
    apart = scores[0].draws.auroc - scores[1].draws.auroc
    exact = scores[0].against.auroc - scores[1].against.auroc
    low, high = Draws(apart, scores[0].draws.blocks).interval(exact)
    first, second = one < TOP_AREA, other < TOP_AREA
    return Agreement(
        exact,
        low,
        high,
        correlation=_spearman(one, other),
        both=float((first & second).mean()),
        first_only=float((first & ~second).mean()),
        second_only=float((~first & second).mean()),
        neither=float((~first & ~second).mean()),
    )


def _spearman(one: Floats, other: Floats) -> float:
    from scipy.stats import rankdata

    x, y = rankdata(one), rankdata(other)
    if len(x) < 3 or np.ptp(x) == 0 or np.ptp(y) == 0:
        return float("nan")
    return float(np.corrcoef(x, y)[0, 1])
