"""Where features of one layer lie within the polygons of another, and the segments that features are made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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


def covered(polygons: FeatureSet, features: FeatureSet, met: Meetings) -> npt.NDArray[np.float64]:
    """Area (polygons,) of each polygon that features cover; ground under several features counts once.

    Parameters
    ----------
    met : Meetings
        Of the very same layers.

    Examples
    --------
    >>> from ..vector import box_wkb
    >>> units, slides = FeatureSet((box_wkb(0, 0, 2, 2),)), FeatureSet((box_wkb(0, 0, 1, 2),) * 2)
    >>> covered(units, slides, meetings(units, slides)).tolist()
    [2.0]
    """
    from osgeo import ogr

    area: npt.NDArray[np.float64] = np.bincount(met.polygon, met.area, len(polygons)).astype(np.float64)
    order = np.argsort(met.polygon, kind="stable")
    count = np.bincount(met.polygon, minlength=len(polygons))
    first = np.cumsum(count) - count
    with quiet():
        for i in np.flatnonzero(count > 1).tolist():
            shape, joined = _sound(ogr.CreateGeometryFromWkb(polygons.wkb[i])), ogr.Geometry(ogr.wkbPolygon)
            for n in met.feature[order[first[i] : first[i] + count[i]]].tolist():
                part = shape.Intersection(_sound(ogr.CreateGeometryFromWkb(features.wkb[n])))
                joined = joined.Union(part.Buffer(0.0))  # without the lines along which they only touch
            area[i] = joined.Area()
    return area


class Segments(NamedTuple):
    """Straight segments of lines and outlines.

    Attributes
    ----------
    ends : float64 array (n, 4)
        x1, y1, x2, y2.
    owner : int array (n,)
        Feature each belongs to.
    """

    ends: npt.NDArray[np.float64]
    owner: npt.NDArray[np.intp]


def segments(features: FeatureSet) -> Segments:
    """Every segment of the lines and of the outlines of polygons; points have none.

    >>> from ..vector import box_wkb
    >>> found = segments(FeatureSet((b"", box_wkb(0, 0, 2, 1))))
    >>> len(found.ends), found.owner.tolist()
    (4, [1, 1, 1, 1])
    """
    from osgeo import ogr

    pieces, owner = [np.zeros((0, 4))], [np.zeros(0, np.intp)]
    with quiet():
        for i, blob in enumerate(features.wkb):
            geometry = ogr.CreateGeometryFromWkb(blob) if blob else None
            for xy in _vertices(geometry) if geometry is not None else ():
                if len(xy) > 1:
                    pieces.append(np.hstack([xy[:-1], xy[1:]]))
                    owner.append(np.full(len(xy) - 1, i, np.intp))
    return Segments(np.vstack(pieces), np.concatenate(owner))


def _vertices(geometry: Any) -> Iterator[npt.NDArray[np.float64]]:
    count = geometry.GetGeometryCount()
    if count == 0 and geometry.GetPointCount():
        yield np.array(geometry.GetPoints(), dtype=float).reshape(geometry.GetPointCount(), -1)[:, :2]
    for i in range(count):
        yield from _vertices(geometry.GetGeometryRef(i))


class Parts(NamedTuple):
    """Parts of features by the polygon they lie in.

    Attributes
    ----------
    feature, polygon : int arrays (n,)
        -1 for a part in no polygon.
    wkb : tuple of bytes
    """

    feature: npt.NDArray[np.int64]
    polygon: npt.NDArray[np.int64]
    wkb: tuple[bytes, ...]


def parts_by_polygon(polygons: FeatureSet, order: Sequence[int], features: FeatureSet) -> Parts:
    """Features cut along polygons, both in one CRS; where polygons overlap the first in ``order`` takes the ground.

    Of a point or an areal feature the whole goes to the first polygon that it meets.

    Examples
    --------
    >>> from ..vector import box_wkb, line_wkb
    >>> line = FeatureSet((line_wkb(np.array([[0.0, 0.5], [3.0, 0.5]])),))
    >>> found = parts_by_polygon(FeatureSet((box_wkb(0, 0, 2, 1), box_wkb(1, 0, 2, 1))), (1, 0), line)
    >>> found.polygon.tolist()
    [1, 0, -1]
    """
    from osgeo import ogr

    rows: list[tuple[int, int, bytes]] = []
    with quiet():
        shapes = [_sound(ogr.CreateGeometryFromWkb(blob)) if blob else None for blob in polygons.wkb]
        box = _boxes(shapes)
        place = np.empty(len(shapes), np.intp)
        place[np.asarray(order, np.intp)] = np.arange(len(shapes))
        for n, blob in enumerate(features.wkb):
            whole = _sound(ogr.CreateGeometryFromWkb(blob)) if blob else None
            if whole is None or whole.IsEmpty():
                continue
            left, right, low, high = whole.GetEnvelope()
            near = np.flatnonzero(
                (box[:, 0] <= right) & (box[:, 1] >= left) & (box[:, 2] <= high) & (box[:, 3] >= low)
            )
            rows += _cut(shapes, near[np.argsort(place[near])].tolist(), whole, n)
    return Parts(
        np.array([row[0] for row in rows], np.int64),
        np.array([row[1] for row in rows], np.int64),
        tuple(row[2] for row in rows),
    )


def _cut(shapes: list[Any], near: list[int], rest: Any, number: int) -> list[tuple[int, int, bytes]]:
    found, line = [], rest.GetDimension() == 1
    for i in near:
        if not shapes[i].Intersects(rest):
            continue
        if not line:
            return [(number, i, bytes(rest.ExportToWkb()))]
        inside = shapes[i].Intersection(rest)
        if inside is None or inside.Length() <= 0.0:
            continue
        found.append((number, i, bytes(inside.ExportToWkb())))
        rest = rest.Difference(shapes[i])
        if rest is None or rest.IsEmpty():
            return found
    return [*found, (number, -1, bytes(rest.ExportToWkb()))]


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
