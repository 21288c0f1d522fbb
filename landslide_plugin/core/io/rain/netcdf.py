"""Rain of a NetCDF file with a time axis, through GDAL's multidimensional arrays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Optional

import numpy as np

from ...errors import InputError
from ...types.arrays import Floats, Moments
from ..raster.crs import crs_wkt, spatial_reference
from ..raster.gdal_calls import quiet, why_refused
from .frame import Frame
from .layers import LayerFacts, Stamps
from .moments import since

ENDINGS = (".nc", ".nc4", ".cdf", ".netcdf", ".h5", ".hdf5")
TIME, Y, X = (
    ("time", "valid_time", "t"),
    ("lat", "latitude", "y", "northing"),
    ("lon", "longitude", "x", "easting"),
)
DEGREES = (
    "degrees_north",
    "degree_north",
    "degrees_n",
    "degrees_east",
    "degree_east",
    "degrees_e",
    "degrees",
)


KILOMETRES = ("km", "kilometer", "kilometre", "kilometers", "kilometres")


class NetcdfLayers:
    """Layers of one variable; axes may stand in any order.

    Parameters
    ----------
    path : str
    variable : str
        Empty if the file has one variable over time and place.
    """

    def __init__(self, path: str, variable: str = ""):
        self.path, self.name = path, Path(path).name
        with quiet() as gdal:
            dataset = gdal.OpenEx(path, gdal.OF_MULTIDIM_RASTER)
            if dataset is None:
                raise InputError(f"{path} cannot be read as NetCDF: {why_refused(path, 'arrays')}")
            self._dataset: Any = dataset
            self._group, self._array = self._chosen(variable)
            self._axes = self._places()
            self.facts = self._understood()
            self._marks = self._no_data()
            self._scale, self._offset = self._array.GetScale(), self._array.GetOffset()

    def close(self) -> None:
        """Let go of the file."""
        self._array = self._group = self._dataset = None

    def _chosen(self, variable: str) -> tuple[Any, Any]:
        """The group and the array that are asked for, or the only ones there are."""
        found = dict(_arrays(self._dataset.GetRootGroup()))
        candidates = sorted(name for name, (_, array) in found.items() if array.GetDimensionCount() >= 3)
        if variable:
            named = [name for name in found if variable.strip("/") in (name, name.rpartition("/")[2])]
            if len(named) != 1:
                raise InputError(f"VARIABLE: {self.name} has no {variable}; it has {', '.join(candidates)}")
            return found[named[0]]
        if len(candidates) != 1:
            has = ", ".join(candidates) or "no variable over time and place"
            raise InputError(f"VARIABLE is not set, and {self.name} has {has}; give the one that is rain")
        return found[candidates[0]]

    def _places(self) -> tuple[int, int, int]:
        """Which axis is time, which y and which x; all others have one entry."""
        dimensions = self._array.GetDimensions()
        kinds = [_kind(dimension) for dimension in dimensions]
        lacking = [kind for kind in "tyx" if kinds.count(kind) != 1]
        if lacking:
            words = {"t": "time", "y": "y (latitude)", "x": "x (longitude)"}
            raise InputError(
                f"{self.name}: {self._array.GetName()} has no single axis of {words[lacking[0]]}; its axes are "
                f"{', '.join(dimension.GetName() for dimension in dimensions)}"
            )
        for dimension, kind in zip(dimensions, kinds):
            if not kind and dimension.GetSize() != 1:
                raise InputError(
                    f"{self.name}: {self._array.GetName()} has the axis {dimension.GetName()} of "
                    f"{dimension.GetSize()} beside time and place; give a file with one of them"
                )
        return kinds.index("t"), kinds.index("y"), kinds.index("x")

    def _understood(self) -> LayerFacts:
        dimensions = self._array.GetDimensions()
        time, y, x = (self._coordinate(dimensions[axis]) for axis in self._axes)
        crs = self._crs(x, y)
        across, down = (_numbers(axis) * _metres(axis, crs) for axis in (x, y))
        frame = Frame.of_centres(across, down, crs, self.name)
        times = self._moments(time, _numbers(time))
        starts, ends = self._bounds(time)
        stamps = Stamps(times, starts, ends, in_utc=False)
        methods = _text(self._array, "cell_methods").replace(" ", "").lower()
        return LayerFacts(
            frame,
            stamps,
            len(times),
            unit=_unit(self._array),
            is_sum="time:sum" in methods,
            variable=str(self._array.GetName()),
        )

    def _coordinate(self, dimension: Any) -> Any:
        array = dimension.GetIndexingVariable() or self._group.OpenMDArray(dimension.GetName())
        if array is None:
            raise InputError(
                f"{self.name} has no coordinates along {dimension.GetName()}; warp the rain to an even grid first"
            )
        return array

    def _crs(self, x: Any, y: Any) -> str:
        reference = self._array.GetSpatialRef()
        if reference is not None:
            return str(reference.ExportToWkt())
        units = {_unit(axis).lower() for axis in (x, y)}
        names = {axis.GetName().lower() for axis in (x, y)}
        degrees = units <= set(DEGREES) or names <= {"lat", "lon", "latitude", "longitude"}
        return crs_wkt("EPSG:4326") if degrees else ""

    def _moments(self, time: Any, values: Floats) -> Moments:
        return since(values.tolist(), _unit(time), _text(time, "calendar"), self.name)

    def _bounds(self, time: Any) -> tuple[Optional[Moments], Optional[Moments]]:
        """When each step begins and ends, where the file says it."""
        name = _text(time, "bounds")
        array = self._group.OpenMDArray(name) if name in (self._group.GetMDArrayNames() or []) else None
        if array is None or array.GetDimensionCount() != 2 or array.GetDimensions()[1].GetSize() != 2:
            return None, None
        edges = _numbers(array).reshape(-1, 2)
        unit = _unit(array) or _unit(time)
        starts, ends = (
            since(edges[:, side].tolist(), unit, _text(time, "calendar"), self.name) for side in (0, 1)
        )
        return starts, _to_the_next(starts, ends)

    def _no_data(self) -> tuple[float, ...]:
        marks = [self._array.GetNoDataValueAsDouble()]
        for name in ("missing_value", "_FillValue"):
            attribute = self._array.GetAttribute(name)
            if attribute is not None:
                marks.extend(np.atleast_1d(attribute.Read()).tolist())
        return tuple({float(mark) for mark in marks if mark is not None})

    def read(self, layer: int, rows: tuple[int, int], cols: tuple[int, int]) -> Floats:
        """Stored cells of a layer, see ``RainLayers``."""
        count = self._array.GetDimensionCount()
        first, many = [0] * count, [1] * count
        for axis, (start, size) in zip(self._axes, ((layer, 1), rows, cols)):
            first[axis], many[axis] = start, size
        with quiet() as gdal:
            double = gdal.ExtendedDataType.Create(gdal.GDT_Float64)
            data = self._array.Read(first, many, buffer_datatype=double)
            if data is None:
                raise InputError(
                    f"{self.path} is damaged or truncated at layer {layer + 1}: {gdal.GetLastErrorMsg()}"
                )
        values = np.frombuffer(bytearray(data), np.float64)
        values = (
            values.reshape(rows[1], cols[1])
            if self._axes[1] < self._axes[2]
            else (values.reshape(cols[1], rows[1]).T.copy())
        )
        missing = ~np.isfinite(values)
        for mark in self._marks:
            missing |= values == mark
            if abs(mark) > 1e30:
                missing |= np.abs(values) > 1e30
        values = values * (1.0 if self._scale is None else self._scale) + (self._offset or 0.0)
        values[missing] = np.nan
        return values


def _arrays(group: Any, path: str = "") -> Iterator[tuple[str, tuple[Any, Any]]]:
    """All arrays of a group and those within, by their path: the group that each lies in, and the array."""
    for name in group.GetMDArrayNames() or []:
        array = group.OpenMDArray(name) if isinstance(name, str) else None  # damaged names are bytes
        if array is not None:
            yield path + name, (group, array)
    for name in group.GetGroupNames() or []:
        within = group.OpenGroup(name) if isinstance(name, str) else None
        if within is not None:
            yield from _arrays(within, f"{path}{name}/")


def _metres(axis: Any, crs: str) -> float:
    """How many units of the CRS a 1 of an axis is: axes in kilometres go with a CRS in metres."""
    reference = spatial_reference(crs)
    if _unit(axis).lower() not in KILOMETRES or reference is None or not reference.IsProjected():
        return 1.0
    return 1000.0 / float(reference.GetLinearUnits())


def _to_the_next(starts: Moments, ends: Moments) -> Moments:
    """Ends of steps; where all are a second before the whole minute, such as 06:59:59, that second is added."""
    short = (ends - starts) % np.timedelta64(60, "s") == np.timedelta64(59, "s")
    return ends + np.timedelta64(1, "s") if short.all() else ends


def _unit(array: Any) -> str:
    return str(array.GetUnit() or _text(array, "units"))


def _kind(dimension: Any) -> str:
    """``t``, ``y`` or ``x``, or nothing."""
    told = {"TEMPORAL": "t", "HORIZONTAL_Y": "y", "HORIZONTAL_X": "x"}.get(dimension.GetType())
    name = dimension.GetName().lower()
    return told or next((kind for kind, names in zip("tyx", (TIME, Y, X)) if name in names), "")


def _numbers(array: Any) -> Floats:
    with quiet() as gdal:
        double = gdal.ExtendedDataType.Create(gdal.GDT_Float64)
        data = array.Read(buffer_datatype=double)
    if data is None:
        raise InputError(f"{array.GetName()} cannot be read; the file is damaged or truncated")
    return np.frombuffer(bytearray(data), np.float64)


def _text(array: Any, name: str) -> str:
    attribute = array.GetAttribute(name)
    return str(attribute.Read()) if attribute is not None else ""
