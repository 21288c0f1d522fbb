"""The ground on which an inventory says something: where it is complete, without the landslides that do not count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import numpy as np

from ...errors import InputError
from ...io.raster.burning import Burner
from ...io.shapes import ShapesOnGrid
from ...io.vector import geometry_type, to_crs
from ...samples.feature_cells import FeatureCells, touched
from ...types.arrays import Cells, Flags
from ...types.features import FeatureSet
from ...types.grid import Grid
from ..chosen_landslides import ALL_COUNT, LandslideChoice, choose_landslides

STRIP_CELLS = 1 << 20


class Survey:
    """Cells that count.

    Parameters
    ----------
    grid : Grid
    area : FeatureSet, optional
        Polygons, in any CRS, inside which landslides were looked for; everywhere if None.
    left_out : FeatureSet, optional
        Landslides, in any CRS, that do not count: their ground is neither stable nor slid.

    Raises
    ------
    InputError
        The mapped area holds no polygons.
    """

    def __init__(
        self, grid: Grid, area: Optional[FeatureSet] = None, left_out: Optional[FeatureSet] = None
    ) -> None:
        self._grid = grid
        self._burner: Optional[Burner] = None
        if area is not None:
            if geometry_type(area) != "polygon":
                raise InputError(f"MAPPED_AREA {area.name} holds no polygons; choose a layer of polygons")
            self._burner = Burner(to_crs(area, grid.crs_wkt))
        self._gone = np.zeros(0, np.intp)
        if left_out is not None and len(left_out):
            shapes = ShapesOnGrid(to_crs(left_out, grid.crs_wkt), grid)
            self._gone = np.flatnonzero(touched(shapes, np.arange(len(left_out), dtype=np.intp)))

    @property
    def everywhere(self) -> bool:
        """True if every cell counts."""
        return self._burner is None and not len(self._gone)

    def rows(self, first_row: int, rows: int) -> Flags:
        """Whether each cell (rows, cols) of some rows counts."""
        part = self._grid.window(first_row, rows)
        counts = np.ones(part.shape, bool) if self._burner is None else self._burner.owners(part) >= 0
        start = first_row * self._grid.cols
        inside = self._gone[slice(*np.searchsorted(self._gone, (start, start + part.size)).tolist())]
        counts.ravel()[inside - start] = False
        return counts

    def at(self, rows: Cells, cols: Cells) -> Flags:
        """Whether each cell (n,) counts."""
        counts = np.ones(len(rows), bool)
        if self.everywhere:
            return counts
        for strip in self._grid.strips_of(STRIP_CELLS):
            inside = np.flatnonzero(strip.holds(rows))
            if len(inside):
                counts[inside] = self.rows(strip.start, strip.rows)[rows[inside] - strip.start, cols[inside]]
        return counts

    def of(self, places: FeatureCells, what: str) -> tuple[FeatureCells, tuple[str, ...]]:
        """Only places that count, and words on the others."""
        inside = self.at(places.rows, places.cols)
        lost = int((~inside).sum())
        return places.where(inside), (
            (f"{lost} {what} cells lie on ground that does not count and are left out",) if lost else ()
        )


@dataclass(frozen=True)
class Surveyed:
    """An inventory with only the landslides that count, and the ground that it speaks of.

    Attributes
    ----------
    features : FeatureSet
    survey : Survey
    notes : tuple of str
    """

    features: FeatureSet
    survey: Survey
    notes: tuple[str, ...]


def surveyed(
    features: FeatureSet,
    grid: Grid,
    label_field: Optional[str] = None,
    choice: LandslideChoice = ALL_COUNT,
    area: Optional[FeatureSet] = None,
) -> Surveyed:
    """What an inventory can judge a map by.

    Parameters
    ----------
    features : FeatureSet
        In any CRS.
    choice : LandslideChoice
        Landslides that count; those left out are no stable ground.
    area : FeatureSet, optional
        Polygons inside which the inventory is complete.
    """
    notes: tuple[str, ...] = ()
    left_out: Optional[FeatureSet] = None
    if choice.asks:
        chosen = choose_landslides(features, label_field, choice)
        notes, left_out = chosen.notes, features.where(~chosen.keep)
        features = features.where(chosen.keep)
    return Surveyed(features, Survey(grid, area, left_out), notes)
