"""Two maps of one area against each other: differences cell by cell, and a table of how classes change."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from typing import Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...evaluation.classes import CLASSES, class_style, classify, without_bodies
from ...io.raster import Band, RasterSink, RasterSource, cell_area_km2, require_on_grid
from ...io.table import csv_text
from ...progress import SILENT, Progress
from ...words.speaking import say

STRIP_CELLS = 262_144
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class MapLayer:
    """One of the two maps.

    Attributes
    ----------
    source : RasterSource
        Probabilities, or classes 1 to 5.
    band : int
        From 0.
    """

    source: RasterSource
    band: int = 0

    @property
    def is_classes(self) -> bool:
        """True for codes, which are whole numbers."""
        return self.source.is_integer(self.band)

    @property
    def name(self) -> str:
        """File and band."""
        return f"{self.source.name} ({self.source.bands[self.band].name or f'band {self.band + 1}'})"

    @property
    def cuts(self) -> Optional[tuple[float, ...]]:
        """Cut points of the model that made the map, as its metadata tells them."""
        text = self.source.metadata.get("CLASS_CUTS", "").strip("() ")
        try:
            cuts = tuple(float(part) for part in text.split(",") if part.strip())
        except ValueError:
            return None
        return cuts if len(cuts) == CLASSES - 1 else None

    def read(self, first_row: int, rows: int) -> Floats:
        """Values of some rows; raise ``InputError`` if they are not of such a map."""
        values = self.source.read(self.band, first_row, rows)
        if self.is_classes:
            values = without_bodies(values, self.source.metadata)
        known = values[np.isfinite(values)]
        low, high = (1.0, float(CLASSES)) if self.is_classes else (0.0, 1.0)
        if known.size and (known.min() < low or known.max() > high):
            kind = "classes 1 to 5" if self.is_classes else "probabilities from 0 to 1"
            raise InputError(
                f"{self.name} holds {known.min():g} to {known.max():g}; a map of {kind} is needed"
            )
        return values


@dataclass(frozen=True)
class Comparison:
    """What two maps have in common.

    Attributes
    ----------
    first, second : str
        Names of the maps.
    cells : int
        Cells that both have.
    only_first, only_second : int
    mean_difference, rms_difference, correlation : float
        Of second minus first; the correlation is Pearson's. NaN where it is not defined.
    transitions : int array (5, 5) or None
        Cells by class in the first (rows) and in the second map (columns); None without cut points.
    cell_area_km2 : float
        NaN where cells are not all of one size, as in degrees.
    """

    first: str
    second: str
    cells: int
    only_first: int
    only_second: int
    mean_difference: float
    rms_difference: float
    correlation: float
    transitions: Optional[npt.NDArray[np.int64]]
    cell_area_km2: float

    @property
    def share_changed(self) -> float:
        """Share of the common cells whose class differs; NaN without classes.

        >>> Comparison("a", "b", 10, 0, 0, 0.0, 0.0, 1.0, np.diag([5, 0, 0, 0, 0]), 1.0).share_changed
        0.5
        """
        if self.transitions is None:
            return float("nan")
        return 1.0 - float(np.trace(self.transitions)) / max(self.cells, 1)

    @property
    def kappa(self) -> float:
        """Cohen's (1960) kappa with quadratic weights of the classes; NaN where it is not defined.

        >>> table = np.diag([5, 5, 0, 0, 0])
        >>> Comparison("a", "b", 10, 0, 0, 0.0, 0.0, 1.0, table, 1.0).kappa
        1.0
        """
        if self.transitions is None:
            return float("nan")
        counts = self.transitions.astype(np.float64)
        far = (np.arange(CLASSES)[:, None] - np.arange(CLASSES)) ** 2.0
        chance = counts.sum(axis=1)[:, None] * counts.sum(axis=0) / max(counts.sum(), 1.0)
        by_chance = float((far * chance).sum())
        return 1.0 - float((far * counts).sum()) / by_chance if by_chance else float("nan")

    def table(self) -> str:
        """Transitions as CSV, a row for every pair of classes, with areas and shares."""
        rows: list[tuple[object, ...]] = [("class_first", "class_second", "cells", "area_km2", "share")]
        names = [say(name) for name in class_style().names]
        for i, row in enumerate([] if self.transitions is None else self.transitions.tolist()):
            for j, count in enumerate(row):
                area = f"{count * self.cell_area_km2:.6g}" if np.isfinite(self.cell_area_km2) else ""
                rows.append((names[i], names[j], count, area, f"{count / max(self.cells, 1):.6g}"))
        return csv_text(rows)


def compare_maps(
    first: MapLayer, second: MapLayer, target: Optional[str], progress: Progress = SILENT
) -> Comparison:
    """Compare two maps and write their difference, second minus first, where both have a value.

    Two maps of classes differ in steps; two of probabilities in probability, and their classes are taken with the
    cut points that each one's metadata tells.

    Raises
    ------
    InputError, GridMismatch
        Different kinds of map or grids, values that are neither, or no common cell.
    """
    if first.is_classes != second.is_classes:
        raise InputError(
            f"{first.name} and {second.name} are a map of classes and one of probabilities; give two of one kind"
        )
    grid = first.source.grid
    require_on_grid(grid, second.source)
    tally = _Tally(first.cuts, second.cuts, first.is_classes)
    quantity = "Second minus first, steps of class" if first.is_classes else "Second minus first, probability"
    about = {"FIRST": first.name, "SECOND": second.name, "QUANTITY": say(quantity)}
    with ExitStack() as stack:
        bands = [Band(say("Difference"), "", about)]
        sink = stack.enter_context(RasterSink(target, grid, bands, metadata=about)) if target else None
        for strip in grid.strips(max(1, STRIP_CELLS // grid.cols)):
            one, other = (layer.read(strip.start, strip.rows) for layer in (first, second))
            tally.add(one, other)
            if sink is not None:
                sink.write(0, strip.start, other - one)
            progress.step(strip.stop / grid.rows)
        if not tally.cells:
            raise InputError(f"{first.name} and {second.name} have no cell with a value in both")
    return tally.result(first.name, second.name, cell_area_km2(grid))


class _Tally:
    """Sums over strips, in double precision."""

    def __init__(
        self, first: Optional[tuple[float, ...]], second: Optional[tuple[float, ...]], codes: bool
    ) -> None:
        self._cuts, self._codes = (first, second), codes
        self.cells, self._alone = 0, [0, 0]
        self._sums = np.zeros(6)
        self._table = np.zeros((CLASSES + 1, CLASSES + 1), np.int64)

    @property
    def _classed(self) -> bool:
        return self._codes or None not in self._cuts

    def add(self, one: Floats, other: Floats) -> None:
        here, there = np.isfinite(one), np.isfinite(other)
        both = here & there
        self._alone[0] += int((here & ~there).sum())
        self._alone[1] += int((there & ~here).sum())
        self.cells += int(both.sum())
        x, y = one[both].astype(np.float64), other[both].astype(np.float64)
        self._sums += [x.sum(), y.sum(), (x * x).sum(), (y * y).sum(), (x * y).sum(), ((y - x) ** 2).sum()]
        if self._classed:
            codes = [
                (values if self._codes else classify(values.astype(np.float32), cuts or ())).astype(np.int64)
                for values, cuts in zip((x, y), self._cuts)
            ]
            flat = np.bincount(codes[0] * (CLASSES + 1) + codes[1], minlength=self._table.size)
            self._table += flat.reshape(self._table.shape)

    def result(self, first: str, second: str, cell_area_km2: float) -> Comparison:
        n = self.cells
        x, y, xx, yy, xy, far = self._sums / n
        spread = np.sqrt(max(xx - x * x, 0.0) * max(yy - y * y, 0.0))
        return Comparison(
            first,
            second,
            cells=n,
            only_first=self._alone[0],
            only_second=self._alone[1],
            mean_difference=float(y - x),
            rms_difference=float(np.sqrt(far)),
            correlation=float((xy - x * y) / spread) if spread > 1e-12 else float("nan"),
            transitions=self._table[1:, 1:] if self._classed else None,
            cell_area_km2=cell_area_km2,
        )
