"""Whether a map lies where its model was trained, reaches beyond, or is of another area."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Optional

from ...errors import InputError
from ...io.vector import box_wkb, census, to_crs
from ...types.features import FeatureSet
from ...types.grid import Grid
from ...types.window import Bounds

HOME, OVERLAPPING, OTHER, UNKNOWN = "home", "overlapping", "other", "unknown"
MOSTLY = 0.95
"""A map of which this share lies in the extent of the training is of the training's area."""


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


def place_of(trained: Optional[Mapping[str, Any]], grid: Grid) -> Place:
    """Where a grid lies with respect to the training, from what a bundle keeps of its grid.

    Within the rasters of the training a map is blank where a factor was, so only their known part counts there.
    """
    told = trained or {}
    try:
        learnt, known, rasters = (
            _box(told, name, grid) for name in ("bounds", "known_bounds", "raster_bounds")
        )
    except InputError:
        return Place(UNKNOWN)
    if learnt is None:
        return Place(UNKNOWN)
    here = grid.bounds
    if known is not None and rasters is not None and _within(here, rasters, grid.cell_size):
        here = _shared(here, known)
    share = _area(_shared(here, learnt)) / _area(here) if _area(here) > 0.0 else 0.0
    kind = HOME if share >= MOSTLY else OVERLAPPING if share > 0.0 else OTHER
    return Place(kind, share, learnt)


def _box(told: Mapping[str, Any], name: str, grid: Grid) -> Optional[Bounds]:
    """An extent of the training in the CRS of a grid; None where a bundle keeps none."""
    bounds = told.get(name)
    if not bounds:
        return None
    box = FeatureSet((box_wkb(*bounds),), str(told.get("crs_wkt", "")), name="the training's extent")
    west, south, east, north = census(to_crs(box, grid.crs_wkt)).bounds
    return west, south, east, north


def _shared(one: Bounds, other: Bounds) -> Bounds:
    """What two extents have in common; of no width where they do not meet."""
    west, south = max(one[0], other[0]), max(one[1], other[1])
    return west, south, max(min(one[2], other[2]), west), max(min(one[3], other[3]), south)


def _area(box: Bounds) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _within(inner: Bounds, outer: Bounds, tolerance: float) -> bool:
    west, south, east, north = outer
    return (
        inner[0] >= west - tolerance
        and inner[1] >= south - tolerance
        and inner[2] <= east + tolerance
        and inner[3] <= north + tolerance
    )
