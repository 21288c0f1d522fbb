"""Density of landslides by class of any map, and whether it rises with danger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Optional

import numpy as np

from ...errors import InputError
from .tally import Ranks


@dataclass(frozen=True)
class DensityRow:
    """What one class holds: shares of area and of landslides, and their ratio (None for a class without area)."""

    name: str
    area: float
    landslides: float
    ratio: Optional[float]


@dataclass(frozen=True)
class Density:
    """Classes from the least to the most dangerous."""

    rows: tuple[DensityRow, ...]

    @property
    def falls(self) -> tuple[str, ...]:
        """Each class whose density is below that of the class before it, in words; empty if the density rises.

        >>> density(["a", "b"], [1, 1], [2, 1]).falls
        ('b has 0.67 times the mean, a 1.33',)
        """
        known = [(row.name, row.ratio) for row in self.rows if row.ratio is not None]
        return tuple(
            f"{name} has {ratio:.2f} times the mean, {before} {less:.2f}"
            for (before, less), (name, ratio) in zip(known, known[1:])
            if ratio < less
        )


def density(names: Sequence[str], area: Sequence[float], landslides: Sequence[float]) -> Density:
    """Density of classes from counts, from the least to the most dangerous class.

    >>> density(["low", "high"], [3, 1], [0, 4]).rows[1].ratio
    4.0
    """
    cells, slides = np.asarray(area, np.float64), np.asarray(landslides, np.float64)
    if not (len(names) == len(cells) == len(slides)) or cells.sum() <= 0 or slides.sum() <= 0:
        raise InputError("A density by class needs a name, an area and landslides for each class")
    rows = [
        DensityRow(name, float(a), float(s), float(s / a) if a > 0 else None)
        for name, a, s in zip(names, cells / cells.sum(), slides / slides.sum())
    ]
    return Density(tuple(rows))


def density_by_area(ranks: Ranks, classes: int = 5) -> Density:
    """Density in classes of equal area, read off the area curve: limits of this map, comparable with no other's.

    >>> ranks = Ranks(np.array([0.9]), np.array([1]), np.array([9, 0, 0]))
    >>> [row.landslides for row in density_by_area(ranks, 2).rows]
    [0.0, 1.0]
    """
    edges = np.linspace(1.0, 0.0, classes + 1)
    found = np.array([ranks.found_in(float(edge)) for edge in edges])
    names = [f"{i} ({100 / classes:g} % of the area)" for i in range(1, classes + 1)]
    return density(names, (-np.diff(edges)).tolist(), np.maximum(-np.diff(found), 0.0).tolist())
