"""Where features of one layer lie within the polygons of another."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from ...types.features import FeatureSet
from .gdal_calls import quiet


class Meetings(NamedTuple):
    """Pairs of a polygon and a feature that lies in it, at least in part.

    Attributes
    ----------
    polygon, feature : int arrays (pairs,)
    area : float64 array (pairs,)
        What they share, in square units of the CRS; 0 for points and lines.
    """

    polygon: npt.NDArray[np.int64]
    feature: npt.NDArray[np.int64]
    area: npt.NDArray[np.float64]


def meetings(polygons: FeatureSet, features: FeatureSet) -> Meetings:
    """Pairs that meet, both layers in one CRS; polygons that only touch along their outlines do not.

    A point on an outline that polygons share belongs to the first of them.

    Examples
    --------
    >>> from ..vector import box_wkb, point_wkb
    >>> units = FeatureSet((box_wkb(0, 0, 2, 2), box_wkb(2, 0, 4, 2)))
    >>> found = meetings(units, FeatureSet((box_wkb(1, 0, 3, 1), point_wkb(2.0, 1.0))))
    >>> found.polygon.tolist(), found.feature.tolist(), found.area.tolist()
    ([0, 1, 0], [0, 0, 1], [1.0, 1.0, 0.0])
    """
    from osgeo import ogr

    with quiet():
        shapes = [_sound(ogr.CreateGeometryFromWkb(blob)) if blob else None for blob in polygons.wkb]
        box = _boxes(shapes)
        order = np.argsort(box[:, 0], kind="stable")
        west = box[order, 0]
        rows: list[tuple[int, int, float]] = []
        for n, blob in enumerate(features.wkb):
            other = _sound(ogr.CreateGeometryFromWkb(blob)) if blob else None
            if other is None or other.IsEmpty():
                continue
            left, right, low, high = other.GetEnvelope()
            near = order[: np.searchsorted(west, right, side="right")]
            near = near[(box[near, 1] >= left) & (box[near, 2] <= high) & (box[near, 3] >= low)]
            rows += _met(shapes, np.sort(near).tolist(), other, n)
    table = np.array(rows, np.float64).reshape(-1, 3)
    return Meetings(table[:, 0].astype(np.int64), table[:, 1].astype(np.int64), table[:, 2])


def areas(polygons: FeatureSet) -> npt.NDArray[np.float64]:
    """Area (features,) in square units of the CRS; 0 without geometry.

    >>> from ..vector import box_wkb
    >>> areas(FeatureSet((box_wkb(0, 0, 2, 2), b""))).tolist()
    [4.0, 0.0]
    """
    from osgeo import ogr

    with quiet():
        shapes = [_sound(ogr.CreateGeometryFromWkb(blob)) if blob else None for blob in polygons.wkb]
        return np.array([0.0 if shape is None else shape.Area() for shape in shapes])


def _sound(geometry: Any) -> Any:
    return geometry if geometry is None or geometry.IsValid() else geometry.MakeValid()


def _boxes(shapes: list[Any]) -> npt.NDArray[np.float64]:
    box = np.full((len(shapes), 4), np.nan)
    for i, shape in enumerate(shapes):
        if shape is not None and not shape.IsEmpty():
            box[i] = shape.GetEnvelope()
    return box


def _met(shapes: list[Any], near: list[int], other: Any, number: int) -> list[tuple[int, int, float]]:
    """Polygons among ``near`` that a geometry lies in."""
    flat = other.GetDimension() == 2
    found = []
    for i in near:
        if not shapes[i].Intersects(other):
            continue
        shared = shapes[i].Intersection(other).Area() if flat else 0.0
        if not flat or shared > 0.0:
            found.append((i, number, shared))
        if found and other.GetDimension() == 0 and other.GetGeometryCount() == 0:
            break
    return found
