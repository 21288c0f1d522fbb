"""Rasters of physical quantities: read in the unit that was said, and refused where they betray another one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Callable, Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...io.raster import RasterSource, metres_per_unit
from ...io.raster.crs import is_true_to_distance
from ...io.raster.no_data import Extremes
from ...io.raster.source import READ_CELLS
from ...types.arrays import Surface

UNSAID = "unsaid"
GENTLE_DEG = 1.6
"""Nearly all slopes below this are radians or tangents: 1.6 is more than a right angle, and a slope of 58 degrees."""

LOGARITHM = 40.0
"""Neither logarithms of an area nor wetness indices go beyond."""

MOSTLY = 0.98
DEGREE_NAMES = ("deg", "degree", "degrees", "°")

Convert = Callable[[Surface], npt.NDArray[Any]]

SLOPE_UNITS: Mapping[str, Convert] = {
    "degrees": lambda values: values,
    "percent": lambda values: np.rad2deg(np.arctan(values / 100.0)),
    "tangent": lambda values: np.rad2deg(np.arctan(values)),
    "radians": np.rad2deg,
}
"""From the value of a cell to degrees."""

DEPTH_UNITS = {"m": 1.0, "cm": 0.01, "mm": 0.001}
"""Metres of one."""


@dataclass(frozen=True)
class Plausible:
    """What a quantity of the ground is like, and which units are taken for the right one.

    Attributes
    ----------
    what, unit : str
    highest : float
        More than any place has; the least is 0.
    likely : tuple of (str, float)
        Wrong units, each with what one of them is in ``unit``; the first that makes values plausible is named.
    remedy : str
        What to do.
    """

    what: str
    unit: str
    highest: float
    likely: tuple[tuple[str, float], ...]
    remedy: str

    def guess(self, high: float) -> str:
        """The unit that the values may be in.

        >>> PLAUSIBLE["soil_depth"].guess(480.0), PLAUSIBLE["soil_depth"].guess(1e9)
        ('cm', 'another quantity')
        """
        fitting = (name for name, one in self.likely if high * one <= self.highest)
        return next(fitting, "another quantity")


PLAUSIBLE = {
    "soil_depth": Plausible(
        "soil depth",
        "m",
        50.0,
        (("cm", 0.01), ("mm", 0.001)),
        "say DEPTH_UNIT=cm or mm, or DEPTH_UNIT=m if it is right",
    ),
    "water_table": Plausible(
        "water-table depth",
        "m",
        100.0,
        (("cm", 0.01), ("mm", 0.001)),
        "say DEPTH_UNIT=cm or mm, or DEPTH_UNIT=m if it is right",
    ),
    "rain": Plausible(
        "rain intensity",
        "mm/h",
        500.0,
        (("mm a day", 1.0 / 24.0), ("mm a year", 1.0 / 8766.0)),
        "divide the depth of the storm by its hours (raster calculator)",
    ),
}


class ConvertedRaster(RasterSource):
    """A raster whose values are converted as they are read."""

    def __init__(self, path: str, convert: Convert):
        super().__init__(path)
        self._convert = convert

    def read(
        self, index: int, first_row: int = 0, rows: Optional[int] = None, cols: Optional[slice] = None
    ) -> npt.NDArray[np.float32]:
        """Converted values (rows, cols) of band ``index``."""
        return self._convert(super().read(index, first_row, rows, cols)).astype(np.float32)


def open_slope(path: str, unit: str) -> RasterSource:
    """A slope raster, in degrees whatever it is stored in; ``unit`` of ``SLOPE_UNITS``, or unsaid."""
    return RasterSource(path) if unit in (UNSAID, "degrees") else ConvertedRaster(path, SLOPE_UNITS[unit])


def open_depth(path: str, unit: str) -> RasterSource:
    """A raster of depths, in metres whatever it is stored in; ``unit`` of ``DEPTH_UNITS``, or unsaid."""
    if unit in (UNSAID, "m"):
        return RasterSource(path)
    one = DEPTH_UNITS[unit]
    return ConvertedRaster(path, lambda values: values * np.float32(one))


@dataclass
class Seen:
    """What a band holds: its extremes, marks of no-data among them, and how many cells are gentle."""

    low: float = np.inf
    high: float = -np.inf
    cells: int = 0
    gentle: int = 0
    marks: Extremes = field(default_factory=Extremes)

    @classmethod
    def of(cls, source: RasterSource, band: int = 0) -> Seen:
        """Look at all of a band; raise ``InputError`` where it has no value."""
        seen = cls(marks=source.extremes(band))
        for strip in source.grid.strips_of(READ_CELLS):
            stored = RasterSource.read(source, band, strip.start, strip.rows)  # a mark has no unit
            seen.marks.take(stored)
            plain = type(source) is RasterSource
            values = stored if plain else source.read(band, strip.start, strip.rows)
            seen._take(values[np.isfinite(values)])
        if not seen.cells:
            raise InputError(
                f"{source.name} has no data anywhere; give a raster with values, or leave it out"
            )
        return seen

    def _take(self, values: Surface) -> None:
        if not values.size:
            return
        self.low, self.high = min(self.low, float(values.min())), max(self.high, float(values.max()))
        self.cells += values.size
        self.gentle += int(np.count_nonzero(values < GENTLE_DEG))


def require_slope(source: RasterSource, band: int, unit: str) -> None:
    """Raise ``InputError`` unless a whole slope raster can be in degrees, or its unit was said."""
    seen = Seen.of(source, band)
    source.require_declared(band, seen.marks)
    if seen.low < 0:
        raise InputError(
            f"{source.name} goes down to {seen.low:g}; allowed: 0 to 90 degrees; say its no-data value (NODATA)"
        )
    if seen.high > 90.0:
        guess = "a DEM or another raster" if seen.high > 1000.0 else "in percent (SLOPE_UNIT=percent)"
        raise InputError(
            f"{source.name} reaches {seen.high:g}; allowed: 0 to 90 degrees; it is probably {guess}"
        )
    said = unit != UNSAID or source.bands[band].unit.strip().lower() in DEGREE_NAMES
    if not said and seen.high > 0 and seen.gentle > MOSTLY * seen.cells:
        raise InputError(
            f"{100 * seen.gentle / seen.cells:.4g} % of the values of {source.name} are below {GENTLE_DEG:g}, the "
            f"largest is {seen.high:.3g}: it is probably the tangent or in radians; say SLOPE_UNIT=tangent, radians or "
            "percent, or SLOPE_UNIT=degrees if the ground is that flat"
        )


def require_plausible(name: str, source: RasterSource, said: bool = False, bands: int = 1) -> None:
    """Raise ``InputError`` naming the likely unit unless a whole raster can hold a quantity of ``PLAUSIBLE``.

    Parameters
    ----------
    said : bool
        The user named the unit: values may be higher than plausible.
    """
    told = PLAUSIBLE[name]
    for band in range(bands):
        seen = Seen.of(source, band)
        source.require_declared(band, seen.marks)
        if seen.low < 0:
            why = "depths are positive downwards" if told.unit == "m" else "it cannot be negative"
            raise InputError(
                f"{source.name} holds a {told.what} of {seen.low:g} {told.unit}; {why}; say its no-data value (NODATA)"
            )
        if seen.high > told.highest and not said:
            raise InputError(
                f"{source.name} reaches a {told.what} of {seen.high:g}; allowed: 0 to {told.highest:g} {told.unit}; it "
                f"is probably in {told.guess(seen.high)}; {told.remedy}"
            )


def require_area(source: RasterSource, band: int) -> None:
    """Raise ``InputError`` unless a raster can hold upslope areas per contour length, which a cell alone has too."""
    wkt = source.grid.crs_wkt
    cell_m = source.grid.cell_width * metres_per_unit(wkt) if wkt and is_true_to_distance(wkt) else 0.0
    seen = Seen.of(source, band)
    if seen.low < 0:
        raise InputError(
            f"{source.name} holds a catchment area of {seen.low:g} m; give it in metres, not as a logarithm"
        )
    if seen.high < min(cell_m, LOGARITHM):
        raise InputError(
            f"{source.name} holds catchment areas of at most {seen.high:g} m, less than one cell of "
            f"{round(cell_m, 2):g} m drains; give metres, it is probably a logarithm or a wetness index"
        )
