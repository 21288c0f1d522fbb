"""Files of rain made by the tests: the same true rain, stored as the services store theirs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Optional

import numpy as np
from osgeo import gdal, osr

STEPS, ROWS, COLS = 48, 3, 4
FIRST = np.datetime64("2020-08-29T00:00:00", "s")
WEST, NORTH, CELL = 10.0, 47.0, 0.1
HOUR = np.timedelta64(3600, "s")


def true_rain(steps: int = STEPS, seed: int = 3) -> np.ndarray:
    """Hourly mm (steps, rows, cols), north up, that begin at ``FIRST``."""
    draw = np.random.default_rng(seed)
    return draw.gamma(0.5, 3.0, (steps, ROWS, COLS)) * (draw.random((steps, ROWS, COLS)) < 0.6)


def ends(steps: int = STEPS) -> np.ndarray:
    return FIRST + HOUR * np.arange(1, steps + 1)


def since_day_began(rain: np.ndarray) -> np.ndarray:
    """Totals that begin anew every 24 steps."""
    return np.concatenate([np.cumsum(rain[i : i + 24], axis=0) for i in range(0, len(rain), 24)])


def netcdf(
    path: Path,
    stored: np.ndarray,
    hours: Optional[Sequence[float]] = None,
    name: str = "tp",
    x: Optional[np.ndarray] = None,
    y: Optional[np.ndarray] = None,
    axes: tuple[str, ...] = ("time", "latitude", "longitude"),
    time_unit: str = "hours since 2020-08-29 00:00:00",
    bounds: Optional[np.ndarray] = None,
    calendar: str = "",
    **attributes: Any,
) -> str:
    """A classic NetCDF file of a variable (time, y, x), written in the order of ``axes``."""
    from scipy.io import netcdf_file

    of = {
        "time": np.arange(1.0, len(stored) + 1) if hours is None else np.asarray(hours, float),
        "latitude": NORTH - CELL * (np.arange(stored.shape[1]) + 0.5) if y is None else y,
        "longitude": WEST + CELL * (np.arange(stored.shape[2]) + 0.5) if x is None else x,
    }
    units = {"time": time_unit, "latitude": "degrees_north", "longitude": "degrees_east"}
    with netcdf_file(str(path), "w") as file:
        for axis in axes:
            file.createDimension(axis, len(of[axis]))
        for axis in axes:
            variable = file.createVariable(axis, "f8", (axis,))
            variable[:] = of[axis]
            variable.units = units[axis]
            if axis == "time" and calendar:
                variable.calendar = calendar
            if axis == "time" and bounds is not None:
                variable.bounds = "time_bnds"
        if bounds is not None:
            file.createDimension("nv", 2)
            file.createVariable("time_bnds", "f8", ("time", "nv"))[:] = bounds
        rain = file.createVariable(name, stored.dtype, axes)
        order = [("time", "latitude", "longitude").index(axis) for axis in axes]
        rain[:] = stored.transpose(order)
        for key, value in attributes.items():
            setattr(rain, key, value)
    return str(path)


def geotiff(
    path: Path,
    stored: np.ndarray,
    unit: str = "mm",
    titles: Sequence[str] = (),
    said: Sequence[Mapping[str, str]] = (),
    transform: tuple[float, ...] = (WEST, CELL, 0.0, NORTH, 0.0, -CELL),
    no_data: Optional[float] = None,
    scaling: Optional[tuple[float, float]] = None,
) -> str:
    """A GeoTIFF with a band a step."""
    kind = {"f": gdal.GDT_Float64, "i": gdal.GDT_Int16}[stored.dtype.kind]
    count, rows, cols = stored.shape
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), cols, rows, count, kind)
    dataset.SetGeoTransform(transform)
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4326)
    dataset.SetProjection(reference.ExportToWkt())
    pixels = stored.astype("<f8" if stored.dtype.kind == "f" else "<i2")
    for number in range(count):
        band = dataset.GetRasterBand(number + 1)
        band.WriteRaster(0, 0, cols, rows, pixels[number].tobytes())
        band.SetUnitType(unit)
        if titles:
            band.SetDescription(titles[number])
        if said:
            band.SetMetadata(dict(said[number]))
        if no_data is not None:
            band.SetNoDataValue(no_data)
        if scaling:
            band.SetScale(scaling[0])
            band.SetOffset(scaling[1])
    del dataset
    return str(path)
