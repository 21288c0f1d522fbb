"""A layer or table of mapping units with what is known of each: factors, place and size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Optional

import numpy as np

from ...errors import InputError
from ...io.raster import metres_per_unit
from ...io.raster.crs import is_true_to_distance, longitude_latitude
from ...io.raster.overlay import areas
from ...io.vector import boxes, centroids, geometry_type, to_crs
from ...types.arrays import Flags, Floats
from ...types.factors import FactorSpec
from ...types.features import FeatureSet
from ..factor_stack.metric_grid import utm_zone_wkt
from .fields import FieldFactors

POLYGONS, POINTS, TABLE = "polygons", "points", "table"
AREA = FactorSpec("unit_area", "continuous", "m2", "log10")
"""The area of a polygon as a factor; a model takes its logarithm."""


@dataclass(frozen=True)
class UnitLayer:
    """Units and where they lie.

    Attributes
    ----------
    features : FeatureSet
        In a CRS in metres, or feet, that is true to distance; a table has none.
    kind : {"polygons", "points", "table"}
    xy : float64 array (units, 2)
        Centroids in metres; NaN without geometry.
    area_m2 : float64 array (units,)
        NaN but for polygons.
    """

    features: FeatureSet
    kind: str
    xy: Floats
    area_m2: Floats

    def __len__(self) -> int:
        return len(self.features)

    @property
    def name(self) -> str:
        """What messages call the layer."""
        return self.features.name

    def with_area(self, factors: FieldFactors) -> FieldFactors:
        """Factors with the area of the units as one more.

        Raises
        ------
        InputError
            The units are no polygons, or a field has the name of the area.
        """
        if AREA.name in self.features.attributes:
            raise InputError(
                f"{self.name} has a field {AREA.name}, as the area of a unit is called; rename it"
            )
        area = require_areas(self)
        values = np.column_stack([factors.values, area.astype(np.float32)])
        return replace(factors, specs=(*factors.specs, AREA), values=values)


def require_areas(layer: UnitLayer) -> Floats:
    """Areas (units,) in square metres; raise ``InputError`` if the units have none.

    >>> require_areas(unit_layer(FeatureSet((b"",), attributes={"x": (1.0,), "y": (2.0,)}), ("x", "y")))
    Traceback (most recent call last):
    landslide_plugin.core.errors.InputError: The area of a unit is a factor, and layer holds no polygons; \
give polygons, or leave the area out
    """
    if layer.kind != POLYGONS:
        raise InputError(
            f"The area of a unit is a factor, and {layer.name} holds no polygons; give polygons, or leave the area out"
        )
    return np.where(layer.area_m2 > 0.0, layer.area_m2, np.nan)


def unit_layer(features: FeatureSet, xy_fields: Optional[tuple[str, str]] = None) -> UnitLayer:
    """Units of a layer, brought to metres if they are in degrees or in Mercator's projection.

    Parameters
    ----------
    features : FeatureSet
        Polygons or points in any CRS, or rows without geometry.
    xy_fields : (str, str), optional
        Fields with x and y in metres of a table without geometry.

    Raises
    ------
    InputError
        No rows, lines, no CRS, or a table without coordinates.

    Examples
    --------
    >>> table = FeatureSet((b"", b""), attributes={"x": (1.0, None), "y": (2.0, 5.0)})
    >>> found = unit_layer(table, ("x", "y"))
    >>> found.kind, found.xy.tolist()
    ('table', [[1.0, 2.0], [nan, nan]])
    """
    count = len(features)
    if not count:
        raise InputError(f"{features.name} has no rows; choose a layer or table of units")
    nothing = np.full(count, np.nan)
    if not any(features.wkb):
        return UnitLayer(features, TABLE, _coordinates(features, xy_fields), nothing)
    kind = geometry_type(features)
    if kind == "line":
        raise InputError(f"{features.name} holds lines; units are polygons, points or rows of a table")
    moved = _in_metres(features)
    unit_m = metres_per_unit(moved.crs_wkt)
    xy = np.full((count, 2), np.nan)
    places, owner = centroids(moved)
    xy[owner] = places * unit_m
    area = areas(moved) * unit_m**2 if kind == "polygon" else nothing
    return UnitLayer(moved, POLYGONS if kind == "polygon" else POINTS, xy, area)


def _in_metres(features: FeatureSet) -> FeatureSet:
    if not features.crs_wkt:
        raise InputError(
            f"{features.name} has no CRS; assign the right one (Assign projection), then run again"
        )
    if is_true_to_distance(features.crs_wkt):
        return to_crs(features, features.crs_wkt)
    box = boxes(features)
    middle = np.array([[np.nanmean(box[:, [0, 2]]), np.nanmean(box[:, [1, 3]])]])
    longitude, latitude = longitude_latitude(middle, features.crs_wkt)
    return to_crs(features, utm_zone_wkt(float(longitude[0]), float(latitude[0])))


def _coordinates(features: FeatureSet, xy_fields: Optional[tuple[str, str]]) -> Floats:
    if xy_fields is None:
        return np.full((len(features), 2), np.nan)
    columns = [[_number(value, name, features.name) for value in features.field(name)] for name in xy_fields]
    xy = np.array(columns, np.float64).T
    xy[~np.isfinite(xy).all(axis=1)] = np.nan
    return xy


def _number(value: Any, field: str, layer: str) -> float:
    if value is None or (isinstance(value, str) and not value.strip()):
        return float("nan")
    try:
        return float(value)
    except (TypeError, ValueError):
        raise InputError(f"Field {field} of {layer} holds {value!r}, which is no coordinate") from None


def placed(layer: UnitLayer, xy_fields: Sequence[str] = ()) -> Flags:
    """Units (n,) with a place; raise ``InputError`` if none has one.

    >>> placed(unit_layer(FeatureSet((b"",), name="units.csv")))
    Traceback (most recent call last):
    landslide_plugin.core.errors.InputError: units.csv has no geometry, and folds are made by place; name the fields \
with its coordinates in metres (X_FIELD, Y_FIELD)
    """
    known: Flags = np.isfinite(layer.xy).all(axis=1)
    if not known.any():
        what = f"no value in {' and '.join(xy_fields)}" if xy_fields else "no geometry"
        raise InputError(
            f"{layer.name} has {what}, and folds are made by place; name the fields with its coordinates in metres "
            "(X_FIELD, Y_FIELD)"
        )
    return known
