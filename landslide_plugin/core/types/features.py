"""Features of a vector layer as arrays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from ..errors import InputError
from .grid import Grid

PointsOfFeatures = tuple[npt.NDArray[np.float64], npt.NDArray[np.intp]]


@dataclass(frozen=True)
class FeatureSet:
    """Geometries and attributes in one CRS.

    Attributes
    ----------
    wkb : tuple of bytes
        One geometry a feature; empty bytes where a feature has none.
    crs_wkt : str
    attributes : mapping of str to tuple
        Field values, one a feature.
    name : str
        What messages call the layer.
    """

    wkb: tuple[bytes, ...]
    crs_wkt: str = ""
    attributes: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    name: str = "layer"

    def __len__(self) -> int:
        return len(self.wkb)

    def where(self, keep: npt.NDArray[np.bool_]) -> FeatureSet:
        """The features kept (n,), with their attributes.

        >>> FeatureSet((b"a", b"b"), attributes={"x": (1, 2)}).where(np.array([False, True])).field("x")
        (2,)
        """
        rows = np.flatnonzero(keep)
        return FeatureSet(
            tuple(self.wkb[row] for row in rows),
            self.crs_wkt,
            {name: tuple(values[row] for row in rows) for name, values in self.attributes.items()},
            self.name,
        )

    def field(self, name: str) -> tuple[Any, ...]:
        """Values of one field; raise ``InputError`` naming the fields there are."""
        if name not in self.attributes:
            raise InputError(
                f"{self.name} has no field {name}; it has {', '.join(self.attributes) or 'none'}"
            )
        return self.attributes[name]


class Shapes(Protocol):
    """Features laid on a grid, as whoever can burn them gives them: all answers are arrays."""

    @property
    def features(self) -> FeatureSet:
        """Geometries and attributes, in the CRS of the grid."""

    @property
    def grid(self) -> Grid:
        """The grid they are laid on."""

    @property
    def kind(self) -> str:
        """Kind of geometry: ``point``, ``line`` or ``polygon``."""

    def burn(self, chosen: npt.NDArray[np.intp], all_touched: bool = False) -> npt.NDArray[np.int32]:
        """Number from 1 of the chosen polygon in each cell (rows, cols), 0 where there is none."""

    def points(self) -> PointsOfFeatures:
        """Every point (n, 2) and the feature (n,) it belongs to."""

    def inside_points(self) -> PointsOfFeatures:
        """A point (n, 2) inside each polygon and the feature (n,) it belongs to."""

    def centroids(self) -> PointsOfFeatures:
        """The centroid (n, 2) of each feature and the feature (n,) it belongs to."""
