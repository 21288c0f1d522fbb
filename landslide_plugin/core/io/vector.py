"""Vector features as plain arrays; with ``io.raster`` the only place that imports GDAL."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..errors import InputError
from ..types.features import FeatureSet
from ..types.grid import Grid
from .raster import crs_name, same_crs
from .raster.crs import spatial_reference
from .raster.gdal_calls import quiet, why_refused

SHAPES = {"point": "Point", "line": "LineString", "polygon": "MultiPolygon", "table": "None"}
GEOMETRIES = {**SHAPES, "points": "MultiPoint", "lines": "MultiLineString"}


def read_features(path: str, layer: Optional[str] = None) -> FeatureSet:
    """All features of a vector file's layer (the first one if not named)."""
    with quiet() as gdal:
        dataset = gdal.OpenEx(path, gdal.OF_VECTOR)
        if dataset is None:
            raise InputError(f"{path} cannot be read as a vector layer: {why_refused(path, 'a layer')}")
        source = dataset.GetLayerByName(layer) if layer else dataset.GetLayer(0)
        if source is None:
            raise InputError(f"{path} has no layer {layer or ''}".rstrip())
        reference = source.GetSpatialRef()
        names = [definition.GetName() for definition in source.schema]
        wkb, columns = [], {name: [] for name in names}  # type: ignore[var-annotated]
        for feature in source:
            geometry = feature.GetGeometryRef()
            wkb.append(bytes(geometry.ExportToWkb()) if geometry is not None else b"")
            for name in names:
                columns[name].append(feature.GetField(name))
        return FeatureSet(
            tuple(wkb),
            reference.ExportToWkt() if reference is not None else "",
            {name: tuple(values) for name, values in columns.items()},
            source.GetName(),
        )


def to_crs(features: FeatureSet, crs_wkt: str) -> FeatureSet:
    """The same features in another CRS, curves turned to lines and heights dropped."""
    from osgeo import ogr, osr

    if same_crs(features.crs_wkt, crs_wkt):
        transform = None
    else:
        source, target = spatial_reference(features.crs_wkt), spatial_reference(crs_wkt)
        if source is None or target is None:
            raise InputError(
                f"{features.name} is in {crs_name(features.crs_wkt)} and the raster in {crs_name(crs_wkt)}; "
                "assign the right CRS to both"
            )
        with quiet():
            transform = osr.CreateCoordinateTransformation(source, target)
        if transform is None:
            raise InputError(
                f"There is no way from {crs_name(features.crs_wkt)} of {features.name} to {crs_name(crs_wkt)} of the "
                "raster; assign the CRS its coordinates are in"
            )
    moved = []
    for blob in features.wkb:
        geometry = ogr.CreateGeometryFromWkb(blob) if blob else None
        if geometry is None or geometry.IsEmpty():
            moved.append(b"")
            continue
        geometry = geometry.GetLinearGeometry()
        geometry.FlattenTo2D()
        if transform is not None and not _transformed(geometry, transform):
            raise InputError(
                f"{features.name} cannot be reprojected from {crs_name(features.crs_wkt)} to "
                f"{crs_name(crs_wkt)}; assign the CRS its coordinates are in"
            )
        moved.append(bytes(geometry.ExportToWkb()))
    return FeatureSet(tuple(moved), crs_wkt, features.attributes, features.name)


def _transformed(geometry: Any, transform: Any) -> bool:
    """Reproject in place; False if a coordinate cannot be."""
    with quiet():
        return bool(geometry.Transform(transform) == 0)


def _parts(geometry: Any) -> Iterator[Any]:
    """Simple geometries within a geometry: points, line strings, polygon rings."""
    count = geometry.GetGeometryCount()
    if count == 0:
        yield geometry
    for i in range(count):
        yield from _parts(geometry.GetGeometryRef(i))


def _coordinates(geometry: Any) -> npt.NDArray[np.float64]:
    return np.array(geometry.GetPoints(), dtype=float).reshape(geometry.GetPointCount(), -1)[:, :2]


def _each_geometry(features: FeatureSet) -> Iterator[tuple[int, Any]]:
    from osgeo import ogr

    for i, blob in enumerate(features.wkb):
        geometry = ogr.CreateGeometryFromWkb(blob) if blob else None
        if geometry is not None and not geometry.IsEmpty():
            yield i, geometry


def line_segments(features: FeatureSet) -> npt.NDArray[np.float64]:
    """Straight segments (segments, 4) as x1, y1, x2, y2 of lines and of polygon outlines.

    Raises
    ------
    InputError
        No feature has a line or an outline.

    Examples
    --------
    >>> line_segments(FeatureSet((box_wkb(0, 0, 2, 1),))).shape
    (4, 4)
    """
    pieces = []
    for _, geometry in _each_geometry(features):
        for part in _parts(geometry):
            xy = _coordinates(part)
            if len(xy) > 1:
                pieces.append(np.hstack([xy[:-1], xy[1:]]))
    if not pieces:
        raise InputError(f"{features.name} has no lines; leave it out or choose another layer")
    return np.vstack(pieces)


def points(features: FeatureSet) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.intp]]:
    """Coordinates (points, 2) of all points, and the index of the feature each belongs to.

    >>> points(FeatureSet((box_wkb(0, 0, 2, 1),)))[1].tolist()
    [0, 0, 0, 0, 0]
    """
    xy, owner = [], []
    for i, geometry in _each_geometry(features):
        for part in _parts(geometry):
            for pair in _coordinates(part):
                xy.append(pair)
                owner.append(i)
    return np.array(xy, dtype=float).reshape(-1, 2), np.array(owner, dtype=np.intp)


def inside_points(features: FeatureSet) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.intp]]:
    """One point (features, 2) inside each polygon, and the index of its feature.

    Invalid polygons are repaired first; one that cannot be gets the centre of its bounding box.

    >>> inside_points(FeatureSet((box_wkb(0, 0, 2, 1), None, box_wkb(4, 0, 6, 1))))[1].tolist()
    [0, 2]
    """
    xy, owner = [], []
    with quiet():
        for i, geometry in _each_geometry(features):
            sound = geometry if geometry.IsValid() else geometry.MakeValid()
            inner = sound.PointOnSurface() if sound is not None else None
            if inner is None or inner.IsEmpty():
                west, east, south, north = geometry.GetEnvelope()
                xy.append(((west + east) / 2, (south + north) / 2))
            else:
                xy.append((inner.GetX(), inner.GetY()))
            owner.append(i)
    return np.array(xy, dtype=float).reshape(-1, 2), np.array(owner, dtype=np.intp)


def centroids(features: FeatureSet) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.intp]]:
    """Centroid (features, 2) of each polygon, and the index of its feature.

    >>> centroids(FeatureSet((box_wkb(0, 0, 2, 1),)))[0].tolist()
    [[1.0, 0.5]]
    """
    places = [(i, geometry.Centroid()) for i, geometry in _each_geometry(features)]
    xy = [(place.GetX(), place.GetY()) for _, place in places]
    return np.array(xy, dtype=float).reshape(-1, 2), np.array([i for i, _ in places], dtype=np.intp)


def boxes(features: FeatureSet) -> npt.NDArray[np.float64]:
    """West, south, east and north (features, 4) of each feature; NaN without geometry.

    >>> boxes(FeatureSet((box_wkb(0, 0, 2, 1), None))).tolist()
    [[0.0, 0.0, 2.0, 1.0], [nan, nan, nan, nan]]
    """
    bounds = np.full((len(features), 4), np.nan)
    for i, geometry in _each_geometry(features):
        bounds[i] = np.array(geometry.GetEnvelope())[[0, 2, 1, 3]]
    return bounds


def geometry_type(features: FeatureSet) -> str:
    """``point``, ``line`` or ``polygon``, from the first feature that has a geometry.

    >>> geometry_type(FeatureSet((box_wkb(0, 0, 2, 1),)))
    'polygon'
    """
    from osgeo import ogr

    for _, geometry in _each_geometry(features):
        flat = ogr.GT_Flatten(geometry.GetGeometryType())
        dimension = geometry.GetDimension()
        if flat != ogr.wkbGeometryCollection:
            return ("point", "line", "polygon")[dimension]
    raise InputError(f"{features.name} is empty; choose a layer with features")


@dataclass(frozen=True)
class Census:
    """What kinds of geometry a layer holds.

    Attributes
    ----------
    kinds : mapping of str to int
        Number of features by ``point``, ``line`` and ``polygon``.
    empty, invalid, unusual : int
        Features without geometry, with one that is not valid, and with heights or curves.
    bounds : (float, float, float, float)
        West, south, east, north.
    """

    kinds: Mapping[str, int]
    empty: int
    invalid: int
    unusual: int
    bounds: tuple[float, float, float, float]


def census(features: FeatureSet) -> Census:
    """Count what a layer holds.

    >>> found = census(FeatureSet((box_wkb(0, 0, 2, 1), None)))
    >>> found.kinds, found.empty, found.bounds
    ({'polygon': 1}, 1, (0.0, 0.0, 2.0, 1.0))
    """
    kinds: dict[str, int] = {}
    invalid, unusual, boxes = 0, 0, []
    with quiet():
        for _, geometry in _each_geometry(features):
            name = ("point", "line", "polygon")[geometry.GetDimension()]
            kinds[name] = kinds.get(name, 0) + 1
            invalid += not geometry.IsValid()
            unusual += bool(geometry.Is3D() or geometry.IsMeasured() or geometry.HasCurveGeometry())
            boxes.append(geometry.GetEnvelope())
    box = np.array(boxes).reshape(-1, 4)
    bounds = (np.inf, np.inf, -np.inf, -np.inf)
    if len(box):
        bounds = (*box[:, [0, 2]].min(axis=0).tolist(), *box[:, [1, 3]].max(axis=0).tolist())
    return Census(kinds, len(features) - sum(kinds.values()), invalid, unusual, bounds)


def burn(
    features: FeatureSet, grid: Grid, *, all_touched: bool = False, chosen: Optional[Sequence[int]] = None
) -> npt.NDArray[np.int32]:
    """Cells (rows, cols) covered by each polygon: its feature index + 1, and 0 elsewhere.

    Parameters
    ----------
    features : FeatureSet
        In the CRS of ``grid``.
    all_touched : bool
        Burn every touched cell instead of those whose centre is inside.
    chosen : sequence of int, optional
        Feature indices to burn; all by default. Where polygons overlap the later one wins.
    """
    from osgeo import gdal, ogr

    wanted = set(range(len(features))) if chosen is None else set(chosen)
    raster = gdal.GetDriverByName("MEM").Create("", grid.cols, grid.rows, 1, gdal.GDT_Int32)
    raster.SetGeoTransform(list(grid.geotransform))
    raster.SetProjection(grid.crs_wkt)
    memory = ogr.GetDriverByName("Memory").CreateDataSource("")
    layer = memory.CreateLayer("burn", spatial_reference(grid.crs_wkt))
    layer.CreateField(ogr.FieldDefn("id", ogr.OFTInteger))
    for i, geometry in _each_geometry(features):
        if i in wanted:
            feature = ogr.Feature(layer.GetLayerDefn())
            feature.SetGeometry(geometry)
            feature.SetField("id", i + 1)
            layer.CreateFeature(feature)
    options = ["ATTRIBUTE=id"] + (["ALL_TOUCHED=TRUE"] if all_touched else [])
    with quiet():
        if gdal.RasterizeLayer(raster, [1], layer, options=options) != 0:
            raise InputError(f"{features.name} cannot be turned into cells: {gdal.GetLastErrorMsg()}")
    buffer = raster.GetRasterBand(1).ReadRaster(0, 0, grid.cols, grid.rows, buf_type=gdal.GDT_Int32)
    return np.frombuffer(bytearray(buffer), np.int32).reshape(grid.shape)


def write_features(
    path: str,
    features: FeatureSet,
    kind: str,
    *,
    layer: str = "features",
    append: bool = False,
    over: bool = False,
) -> None:
    """Write ``features`` as a layer of a GeoPackage (version 1.2); ``kind`` is one of ``GEOMETRIES``.

    With ``append`` the layer is added to an existing file, with ``over`` in the place of one of its name. Fields
    whose names a GeoPackage cannot hold side by side get a number, see ``field_names``.

    Raises
    ------
    InputError
        The file cannot be written, or a feature is refused.
    """
    from osgeo import gdal, ogr

    shape = getattr(ogr, f"wkb{GEOMETRIES[kind]}")
    with quiet():
        driver = ogr.GetDriverByName("GPKG")
        target = ogr.Open(path, 1) if append else driver.CreateDataSource(path, options=["VERSION=1.2"])
        if target is None:
            raise InputError(f"{path} cannot be written: {gdal.GetLastErrorMsg()}")
        replaced = ["OVERWRITE=YES"] if over else []
        out = target.CreateLayer(layer, spatial_reference(features.crs_wkt), shape, options=replaced)
        columns = [(_field_type(values), values) for values in features.attributes.values()]
        done = out is not None
        for name, (kept_as, _) in zip(field_names(list(features.attributes)), columns):
            done = done and out.CreateField(ogr.FieldDefn(name, kept_as)) == 0
        done = done and out.StartTransaction() == 0
        for i, blob in enumerate(features.wkb if done else ()):
            feature = ogr.Feature(out.GetLayerDefn())
            if blob:
                feature.SetGeometry(ogr.CreateGeometryFromWkb(blob))
            for column, (kept_as, values) in enumerate(columns):
                if values[i] is not None:
                    text = kept_as == ogr.OFTString
                    feature.SetField(column, str(values[i]) if text else values[i])
            done = done and out.CreateFeature(feature) == 0
        if not done or out.CommitTransaction() != 0:
            raise InputError(f"{path} cannot be written: {gdal.GetLastErrorMsg() or 'a feature is refused'}")
        out, target = None, None


def field_names(wanted: Sequence[str], taken: Sequence[str] = ("fid", "geom")) -> list[str]:
    """Names for the columns of a GeoPackage, which tells no upper from lower case and has two of its own.

    >>> field_names(["Mean", "mean", "FID", "cells"])
    ['Mean', 'mean_2', 'FID_2', 'cells']
    """
    seen, names = {name.casefold() for name in taken}, []
    for name in wanted:
        free, number = name, 1
        while free.casefold() in seen:
            number += 1
            free = f"{name}_{number}"
        seen.add(free.casefold())
        names.append(free)
    return names


def _field_type(values: Sequence[Any]) -> int:
    from osgeo import ogr

    present = [value for value in values if value is not None]
    if present and all(isinstance(value, int) for value in present):
        largest = max(map(abs, present))
        kinds = ((2**31, ogr.OFTInteger), (2**63, ogr.OFTInteger64))
        return int(next((kind for limit, kind in kinds if largest < limit), ogr.OFTString))
    if present and all(isinstance(value, (int, float)) for value in present):
        return int(ogr.OFTReal)
    return int(ogr.OFTString)


def point_wkb(x: float, y: float) -> bytes:
    """Well-known binary of a point.

    >>> len(point_wkb(1.0, 2.0))
    21
    """
    return b"\x01\x01\x00\x00\x00" + np.array([x, y], "<f8").tobytes()


def line_wkb(xy: npt.NDArray[np.float64]) -> bytes:
    """Well-known binary of a line through points (n, 2).

    >>> len(line_wkb(np.zeros((2, 2))))
    41
    """
    return b"\x01\x02\x00\x00\x00" + np.array([len(xy)], "<u4").tobytes() + np.asarray(xy, "<f8").tobytes()


def box_wkb(west: float, south: float, east: float, north: float) -> bytes:
    """Well-known binary of a rectangle, as a multi-polygon of one.

    >>> len(box_wkb(0.0, 0.0, 1.0, 1.0))
    102
    """
    ring = np.array(
        [[west, south], [east, south], [east, north], [west, north], [west, south]], "<f8"
    ).tobytes()
    one, five = np.array([1], "<u4").tobytes(), np.array([5], "<u4").tobytes()
    return b"\x01\x06\x00\x00\x00" + one + b"\x01\x03\x00\x00\x00" + one + five + ring
