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
    """Where a grid lies with respect to the training, from what a bundle keeps of its grid."""
    bounds = (trained or {}).get("bounds")
    if not bounds:
        return Place(UNKNOWN)
    box = FeatureSet(
        (box_wkb(*bounds),), str((trained or {}).get("crs_wkt", "")), name="the training's extent"
    )
    try:
        w, s, e, n = census(to_crs(box, grid.crs_wkt)).bounds
    except InputError:
        return Place(UNKNOWN)
    west, south, east, north = grid.bounds
    across, up = max(min(e, east) - max(w, west), 0.0), max(min(n, north) - max(s, south), 0.0)
    share = across * up / ((east - west) * (north - south))
    kind = HOME if share >= MOSTLY else OVERLAPPING if share > 0.0 else OTHER
    return Place(kind, share, (w, s, e, n))
