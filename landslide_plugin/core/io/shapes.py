"""The features of an inventory laid on a grid, as arrays: what samples are drawn from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from ..types.features import FeatureSet, PointsOfFeatures
from ..types.grid import Grid
from .vector import burn, centroids, geometry_type, inside_points, points


@dataclass(frozen=True)
class ShapesOnGrid:
    """Points or polygons in the CRS of a grid; what ``types.features.Shapes`` asks for, by GDAL.

    Attributes
    ----------
    features : FeatureSet
        In the CRS of ``grid``.
    grid : Grid
    """

    features: FeatureSet
    grid: Grid

    @cached_property
    def kind(self) -> str:
        """Kind of geometry: ``point``, ``line`` or ``polygon``."""
        return geometry_type(self.features)

    def burn(self, chosen: npt.NDArray[np.intp], all_touched: bool = False) -> npt.NDArray[np.int32]:
        """Number from 1 of the chosen polygon in each cell (rows, cols), 0 where there is none."""
        return burn(self.features, self.grid, all_touched=all_touched, chosen=chosen.tolist())

    def points(self) -> PointsOfFeatures:
        """Every point (n, 2) and the feature (n,) it belongs to."""
        return points(self.features)

    def inside_points(self) -> PointsOfFeatures:
        """A point (n, 2) inside each polygon and the feature (n,) it belongs to."""
        return inside_points(self.features)

    def centroids(self) -> PointsOfFeatures:
        """The centroid (n, 2) of each feature and the feature (n,) it belongs to."""
        return centroids(self.features)
