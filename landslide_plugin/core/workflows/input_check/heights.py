"""What the heights of a DEM tell of where they come from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Optional

import numpy as np

from ...io.raster import RasterSource
from ...io.raster.source import READ_CELLS
from ...progress import Progress
from ...terrain.level_ground import find_level, level_cells
from ...types.arrays import Flags, Heights, Surface
from .findings import NOTE, WARNING, LayerCheck

REPEATED = 0.02
"""Heights with fractions repeat beside themselves in less than this share of the cells, unless cells were repeated."""

STRIPED = 3.0
"""Stripes bend one way this many times more than the other."""

TURNS = -0.4
"""Correlation of a bend with the next one below which bends turn; for stripes without order it is -2/3."""

FEWEST_LINES = 10


def look_for_water(check: LayerCheck, source: RasterSource, progress: Progress) -> None:
    """Patches of exactly one height, which are sea and lakes unless all of it is one."""

    def read(first: int, last: int) -> Surface:
        progress.check()
        return source.read(0, first, last - first)

    found = np.zeros(source.grid.shape, bool)
    patches = find_level(read, source.grid.strips_of(READ_CELLS), found)
    if patches.level and patches.level < patches.cells:
        check.find(
            WARNING,
            patches.words(),
            "If they are sea or lakes, stable samples there flatter any model; training takes none (FLAT_PATCHES)",
        )


@dataclass
class Steps:
    """How neighbouring heights differ, gathered strip by strip.

    Attributes
    ----------
    pairs, equal : int
        Pairs of neighbours across a row, and those of one height, patches of one height aside.
    whole : bool
        All heights are whole numbers.
    bends_of_rows : list of float
        Mean bend along y of each row; stripes bend rows to and fro.
    bend_of_cols : float64 array (cols - 2,) or None
        Sum of the bends along x of each column, over ``rows`` rows.
    rows : int
    """

    pairs: int = 0
    equal: int = 0
    whole: bool = True
    bends_of_rows: list[float] = field(default_factory=list)
    bend_of_cols: Optional[Heights] = None
    rows: int = 0

    def take(self, heights: Surface, level: Flags) -> None:
        """Take in the rows of a strip with one row above and one below."""
        wide = heights.astype(np.float64)
        known = wide[np.isfinite(wide)]
        self.whole &= bool((known == np.round(known)).all())
        beside = np.isfinite(wide[1:-1, 1:]) & np.isfinite(wide[1:-1, :-1]) & ~level[1:-1, 1:]
        self.pairs += int(beside.sum())
        self.equal += int((beside & (wide[1:-1, 1:] == wide[1:-1, :-1])).sum())
        with np.errstate(invalid="ignore"):
            down = wide[2:] - 2 * wide[1:-1] + wide[:-2]
            across = wide[1:-1, 2:] - 2 * wide[1:-1, 1:-1] + wide[1:-1, :-2]
        self.bends_of_rows += [float(row[np.isfinite(row)].mean()) for row in down if np.isfinite(row).any()]
        total = np.nan_to_num(across).sum(axis=0)
        self.bend_of_cols = total if self.bend_of_cols is None else self.bend_of_cols + total
        self.rows += len(across)

    @property
    def equal_share(self) -> float:
        """Share of neighbours with one height."""
        return self.equal / max(self.pairs, 1)

    @property
    def striped(self) -> str:
        """``rows`` or ``columns`` that bend to and fro far more than the other way; empty if neither does.

        Natural ground bends alike both ways, and its bends go on from row to row; those of stripes turn at each.
        """
        if self.bend_of_cols is None or min(len(self.bends_of_rows), len(self.bend_of_cols)) < FEWEST_LINES:
            return ""
        rows, cols = np.array(self.bends_of_rows), self.bend_of_cols / max(self.rows, 1)
        for name, one, other in (("rows", rows, cols), ("columns", cols, rows)):
            if one.std() > STRIPED * max(other.std(), 1e-9) and _turning(one):
                return name
        return ""


def _turning(bends: Heights) -> bool:
    away = bends - bends.mean()
    power = float((away**2).sum())
    return power > 0 and float((away[1:] * away[:-1]).sum()) / power < TURNS


def look_at_steps(check: LayerCheck, source: RasterSource, progress: Progress) -> None:
    """Whole metres, cells repeated by nearest-neighbour resampling, and stripes."""
    steps, grid = Steps(), source.grid
    if min(grid.shape) < 3:
        return
    for strip in grid.strips_of(READ_CELLS):
        progress.check()
        first, last = max(strip.start - 1, 0), min(strip.stop + 1, grid.rows)
        if last - first >= 3:
            heights = source.read(0, first, last - first)
            steps.take(heights, level_cells(heights))
    if steps.whole:
        check.find(
            NOTE,
            "Its heights are whole numbers, so slopes on gentle ground come in steps",
            "Take a DEM with fractions if there is one",
        )
    elif steps.equal_share > REPEATED:
        check.find(
            WARNING,
            f"{100 * steps.equal_share:.2g} % of neighbouring cells have one height, as nearest-neighbour resampling "
            "leaves them: slopes are 0 there and too steep beside",
            "Resample the original bilinearly",
        )
    if steps.striped:
        check.find(
            WARNING,
            f"Its {steps.striped} go up and down by turns (stripes)",
            "Filter them, or take another DEM: slope and curvature follow the stripes",
        )
