"""Whether a map lies where its model was trained, reaches beyond, or is of another area."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np

from ...errors import InputError
from ...io.factors import FactorSources
from ...io.vector import box_wkb, census, to_crs
from ...types.factors import FactorSpec
from ...types.features import FeatureSet
from ...types.grid import Grid, Strip
from ...types.window import Bounds, Window, extent_of

HOME, OVERLAPPING, OTHER, UNKNOWN = "home", "overlapping", "other", "unknown"
MOSTLY = 0.95
"""A map of which this share lies in the extent of the training is of the training's area."""

LOOKS = 32
"""Rows that are read to see where a map will have values."""


@dataclass(frozen=True)
class Place:
    """Where a map lies with respect to the training.

    Attributes
    ----------
    kind : {"home", "overlapping", "other", "unknown"}
    share : float
        Share of the map within the extent of the training; NaN if that is not known.
    trained : tuple of float or None
        West, south, east and north of the training in the CRS of the map.
    """

    kind: str
    share: float = float("nan")
    trained: Optional[Bounds] = None

    @property
    def words(self) -> str:
        """One sentence for log, metadata and report.

        >>> Place("overlapping", 0.3).words
        '30 % of the map lies in the area of the training; scores of the training hold there alone'
        """
        return {
            HOME: "The map lies in the area of the training",
            OVERLAPPING: f"{100 * self.share:.2g} % of the map lies in the area of the training; scores of the "
            "training hold there alone",
            OTHER: "The map is of another area than the training, whose scores do not hold here; judge it by an "
            "inventory of this area",
            UNKNOWN: "The model does not say where it was trained (it is of an older version), so nobody can tell "
            "whether its scores hold here",
        }[self.kind]

    def inside(self, x: float, y: float) -> bool:
        """Whether a point in the CRS of the map lies in the extent of the training.

        >>> Place("home", 1.0, (0.0, 0.0, 2.0, 2.0)).inside(1.0, 3.0)
        False
        """
        if self.trained is None:
            return False
        west, south, east, north = self.trained
        return west <= x <= east and south <= y <= north


def place_of(trained: Optional[Mapping[str, Any]], grid: Grid, mapped: Optional[Bounds] = None) -> Place:
    """Where a map lies with respect to the training, from what a bundle keeps of its grid.

    Parameters
    ----------
    trained : mapping or None
        ``bounds`` of the cells of the training and their ``crs_wkt``.
    grid : Grid
        Of the map.
    mapped : tuple of float, optional
        West, south, east and north of the cells that have a value, where that is less than the grid: a blank margin
        is no part of the map.
    """
    learnt = _learnt(trained or {}, grid)
    if learnt is None:
        return Place(UNKNOWN)
    here = mapped or grid.bounds
    share = _area(_shared(here, learnt)) / _area(here)
    kind = HOME if share >= MOSTLY else OVERLAPPING if share > 0.0 else OTHER
    return Place(kind, share, learnt)


def mapped_extent(factors: FactorSources, specs: Sequence[FactorSpec], window: Window) -> Optional[Bounds]:
    """Extent of the cells of a part that have all factors, from ``LOOKS`` rows of it; None if none of them has.

    Where these rows hold what may be an undeclared mark of no-data, the whole part is looked at, and ``InputError`` is
    raised if it is one.
    """
    rows = window.some_rows(LOOKS)
    known = [
        factors.read(specs, Strip(window.first_row + row, window.first_row + row + 1), window.col_slice)
        for row in rows
    ]
    look = factors.look(specs)
    for each in known:
        look.take(each.values)
    if look.is_doubtful:
        factors.require_declared(specs, window)
    return extent_of(window.of(factors.grid), np.stack([each.valid()[0] for each in known]), rows)


def _learnt(trained: Mapping[str, Any], grid: Grid) -> Optional[Bounds]:
    """Extent of the training in the CRS of a grid; None where that is not known."""
    bounds = trained.get("bounds")
    if not bounds:
        return None
    box = FeatureSet((box_wkb(*bounds),), str(trained.get("crs_wkt", "")), name="the training's extent")
    try:
        west, south, east, north = census(to_crs(box, grid.crs_wkt)).bounds
    except InputError:
        return None
    return west, south, east, north


def _shared(one: Bounds, other: Bounds) -> Bounds:
    """What two extents have in common; of no width where they do not meet."""
    west, south = max(one[0], other[0]), max(one[1], other[1])
    return west, south, max(min(one[2], other[2]), west), max(min(one[3], other[3]), south)


def _area(box: Bounds) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])
