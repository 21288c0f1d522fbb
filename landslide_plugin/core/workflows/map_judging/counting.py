"""Cells and landslides in the classes of a map, whatever its values are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

import numpy as np

from ...evaluation.classes import class_style
from ...evaluation.judging.density import Density, density, density_by_area
from ...evaluation.judging.tally import Ranks
from ...types.arrays import Surface
from ..map_analysis.comparison import MapLayer
from .danger import DangerMap
from .polygon_map import CODED

MOST_CODES = 64
EQUAL_AREA = "five classes of equal area; their limits are taken from this map, so they are not comparable between maps"


class ClassCounts:
    """Cells by class: by limits, or by code where a raster holds whole numbers.

    Parameters
    ----------
    map : DangerMap
    limits : sequence of float
        Between classes, rising; those of the raster's model, or its codes, if empty.
    """

    def __init__(self, map: DangerMap, limits: Sequence[float] = ()):
        self._map = map
        self._layer = MapLayer(map.source, map.band)
        self._limits = tuple(limits)
        self.how = "the limits given"
        self._names: tuple[str, ...] = ()
        if not self._limits and not self._layer.is_classes and self._layer.cuts is not None:
            self._limits, self._names = self._layer.cuts, class_style().names
            self.how = "the cut points of the raster's model"
        self._codes: Optional[dict[int, int]] = None
        if not self._limits and (self._layer.is_classes or map.source.metadata.get(CODED) == "yes"):
            self._codes, self.how = {}, "the codes of the map"
        self._cells = np.zeros(len(self._limits) + 1, np.int64)

    def add(self, values: Surface) -> None:
        """Count cells, without no-data."""
        if self._limits:
            self._cells += np.bincount(np.digitize(values, self._limits), minlength=len(self._cells))
        elif self._codes is not None:
            for code, count in zip(*np.unique(values, return_counts=True)):
                self._codes[int(code)] = self._codes.get(int(code), 0) + int(count)
            if len(self._codes) > MOST_CODES:
                self._codes = None

    def density(self, landslides: Surface, ranks: Ranks) -> Density:
        """Density by class, from the least dangerous up; of equal areas where the map has no classes.

        Parameters
        ----------
        landslides : float32 array (n,)
            Values at landslide cells.
        """
        if self._limits:
            found = np.bincount(np.digitize(landslides, self._limits), minlength=len(self._cells))
            names, cells = self._names or _between(self._limits), self._cells
        elif self._codes:
            order = sorted(self._codes)
            stored = self._map.source.bands[self._map.band].categories
            names = tuple(f"{code} {stored.get(code, '')}".strip() for code in order)
            cells = np.array([self._codes[code] for code in order])
            found = np.array([int((landslides == code).sum()) for code in order])
        else:
            self.how = EQUAL_AREA
            return density_by_area(ranks)
        step = -1 if self._map.end == "low" else 1
        return density(names[::step], cells[::step].tolist(), found[::step].tolist())


def _between(limits: Sequence[float]) -> tuple[str, ...]:
    """Names of classes by their limits.

    >>> _between((0.5, 1.0))
    ('below 0.5', '0.5 to 1', '1 and above')
    """
    inner = [f"{low:.4g} to {high:.4g}" for low, high in zip(limits, limits[1:])]
    return (f"below {limits[0]:.4g}", *inner, f"{limits[-1]:.4g} and above")
