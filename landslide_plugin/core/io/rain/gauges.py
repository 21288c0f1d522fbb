"""Rain gauges of a table, and what they say of other places: the nearest one, or all near ones by their distance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...errors import InputError
from ...types.arrays import Cells, Floats, Moments, Surface
from ...types.rain import RainSeries
from ..raster.crs import spatial_reference
from ..table import read_cells
from .clock import Clock, RainReading, clock_of
from .frame import Frame, is_geographic
from .layers import LayerFacts, Stamps
from .moments import Moment, as_moments, moment
from .stack import LayerStack
from .units import settled_unit

METHODS = ("nearest", "distance")
COLUMNS = ("station", "x", "y", "time", "rain")
OTHER_NAMES = {
    "rain": ("rain_mm", "precipitation", "precip", "p"),
    "time": ("time_utc", "date"),
    "station": ("gauge",),
}
FEW = 8
"""Gauges that weigh in by their distance, the nearest ones."""

EARTH_M = 6_371_008.8


@dataclass(frozen=True)
class Gauges:
    """Rain at stations.

    Attributes
    ----------
    names : tuple of str
    xy : float64 array (stations, 2)
    clock : Clock
        Of all of them together: one step, from the first end to the last.
    rain_mm : float32 array (stations, steps)
        NaN is a gap.
    """

    names: tuple[str, ...]
    xy: Floats
    clock: Clock
    rain_mm: Surface


@dataclass(frozen=True)
class GaugeRain:
    """Series of places from gauges.

    Attributes
    ----------
    series : RainSeries
    nearest : int array (rows,)
        Number of the nearest gauge.
    distance_km : float64 array (rows,)
        To it.
    """

    series: RainSeries
    nearest: Cells
    distance_km: Floats


def read_gauges(path: str, reading: RainReading) -> Gauges:
    """Gauges of a CSV with a row a station and step: ``station``, ``x``, ``y``, ``time``, ``rain``.

    Rows may come in any order. A step without a row, or with an empty cell, is a gap. What the numbers are is told by
    the unit or said, as of a stack; else they are the rain of each step.

    Raises
    ------
    InputError
        A column that is missing, a station at two places, a time that occurs twice, or rain that is no number, is more
        than ever fell or does not run on as is said.
    """
    name = Path(path).name
    header, *body = read_cells(path, "Gauges") or [[]]
    place = _columns(header, name)
    if not body:
        raise InputError(f"{name} has no rows; give one a station and step")
    rows = [[row[i] if i < len(row) else "" for i in place] for row in body]
    names = tuple(dict.fromkeys(row[0] for row in rows))
    number = {station: i for i, station in enumerate(names)}
    times = _times([row[3] for row in rows], name)
    stamped = as_moments([times[row[3]].start for row in rows])
    distinct, layer = np.unique(stamped, return_inverse=True)
    whole = all(one.whole_day for one in times.values())
    zoned = all(one.zoned for one in times.values())
    facts = LayerFacts(
        Frame.stored((1, len(names)), (0.0, 1.0, 0.0, 0.0, 0.0, -1.0), ""),
        Stamps(distinct, whole_days=whole, in_utc=zoned),
        len(distinct),
    )
    clock = clock_of(facts, reading, name)
    unit = settled_unit(reading.unit or "mm", "", reading.kind, name)
    table = np.full((len(names), len(distinct)), np.nan)
    station = np.array([number[row[0]] for row in rows])
    _require_once(station * len(distinct) + layer, rows, name)
    table[station, layer] = [_rain(row, name) for row in rows]
    told = "rate" if unit.is_rate else "amount"
    kind = told if reading.kind == "auto" else reading.kind
    rain = _steps(LayerStack(_StationLayers(name, facts, table), clock, unit, kind))
    return Gauges(names, _places(rows, names, name), clock, rain)


def rain_from_gauges(
    gauges: Gauges, xy: Floats, ends: Moments, shape: tuple[int, float], by: Weighing
) -> GaugeRain:
    """Series of places.

    Parameters
    ----------
    gauges : Gauges
    xy : float64 array (rows, 2)
        In the CRS of the gauges.
    ends : datetime64[s] array (rows,)
        UTC; a moment within a step takes the last whole step before it.
    shape : (int, float)
        Number of steps and their length in hours.
    by : Weighing

    Raises
    ------
    InputError
        A step that is no whole number of the gauges' steps.
    """
    steps, step_h = shape
    joined = round(step_h / gauges.clock.step_h)
    if joined < 1 or abs(joined * gauges.clock.step_h - step_h) > 1e-9:
        raise InputError(
            f"The gauges have steps of {gauges.clock.step_h:g} h, from which steps of {step_h:g} h cannot be made; "
            "give a whole number of them"
        )
    step_s = int(gauges.clock.step.astype(np.int64))
    last = (ends - gauges.clock.ends[0]).astype(np.int64) // step_s
    found = np.empty((len(xy), steps), np.float32)
    nearest, apart = np.empty(len(xy), np.intp), np.empty(len(xy))
    for row in range(len(xy)):
        away = distances_km(xy[row], gauges.xy, by.crs_wkt)
        nearest[row] = int(np.argmin(away))
        apart[row] = away[nearest[row]]
        rain = _window(gauges.rain_mm, int(last[row]), steps * joined)
        found[row] = by.of(rain, away).reshape(steps, joined).sum(axis=1)
    whole = gauges.clock.ends[0] + (last * step_s).astype("m8[s]")
    return GaugeRain(RainSeries(whole, step_h, found), nearest, apart)


@dataclass(frozen=True)
class Weighing:
    """How gauges speak for a place.

    Attributes
    ----------
    method : str
        ``nearest`` (Thiessen, A. H. 1911, Monthly Weather Review 39, 1082-1089) or ``distance``, inverse squared
        distance of those that have the step (Shepard, D. 1968, Proc. 23rd ACM National Conference, 517-524).
    limit_km : float
        Gauges farther away say nothing.
    crs_wkt : str
        CRS of gauges and places.
    """

    method: str
    limit_km: float
    crs_wkt: str

    def of(self, rain_mm: Surface, away_km: Floats) -> Floats:
        """Rain (steps,) of a place from that of gauges (stations, steps) at distances (stations,).

        The nearest gauge's gap is a gap, for another one would be another place.

        >>> rain = np.array([[1.0, np.nan], [3.0, 3.0]])
        >>> Weighing("nearest", 50.0, "").of(rain, np.array([1.0, 2.0])).tolist()
        [1.0, nan]
        >>> Weighing("distance", 50.0, "").of(rain, np.array([1.0, 2.0])).round(6).tolist()
        [1.4, 3.0]
        """
        order = np.argsort(away_km, kind="stable")[:FEW]
        order = order[away_km[order] <= self.limit_km]
        if not len(order):
            return np.full(rain_mm.shape[1], np.nan)
        if self.method == "nearest" or away_km[order[0]] == 0.0:
            return np.asarray(rain_mm[order[0]], np.float64)
        weights = away_km[order, None] ** -2.0 * ~np.isnan(rain_mm[order])
        total = weights.sum(axis=0)
        with np.errstate(invalid="ignore"):
            return np.asarray((weights * np.nan_to_num(rain_mm[order])).sum(axis=0) / total)


def distances_km(from_xy: Floats, to_xy: Floats, crs_wkt: str) -> Floats:
    """Distances (n,) from a place to others (n, 2): along great circles for degrees, straight in other CRS.

    >>> from ..raster.crs import crs_wkt
    >>> distances_km(np.array([0.0, 0.0]), np.array([[0.0, 1.0]]), crs_wkt("EPSG:4326")).round(2).tolist()
    [111.2]
    """
    if is_geographic(crs_wkt):
        here, there = np.radians(from_xy), np.radians(to_xy)
        half = np.sin((there[:, 1] - here[1]) / 2) ** 2
        half += np.cos(here[1]) * np.cos(there[:, 1]) * np.sin((there[:, 0] - here[0]) / 2) ** 2
        return np.asarray(2.0 * EARTH_M / 1000.0 * np.arcsin(np.sqrt(np.minimum(half, 1.0))))
    reference = spatial_reference(crs_wkt)
    unit_m = float(reference.GetLinearUnits()) if reference is not None else 1.0
    return np.asarray(np.hypot(*(to_xy - from_xy).T) * unit_m / 1000.0)


@dataclass(frozen=True)
class _StationLayers:
    """Numbers of a table (stations, layers) as layers of one row, so that they mean what those of a raster do."""

    name: str
    facts: LayerFacts
    table: Floats

    def read(self, layer: int, rows: tuple[int, int], cols: tuple[int, int]) -> Floats:
        """As of ``RainLayers``; there is one row."""
        stations = self.table[None, cols[0] : cols[0] + cols[1], layer]
        return stations[rows[0] : rows[0] + rows[1]]

    def close(self) -> None:
        """No file is open."""


def _steps(stack: LayerStack) -> Surface:
    """Rain in mm (stations, steps) of every step from the first end to the last."""
    stations, ends = stack.grid.cols, stack.ends
    found = np.full((stations, int((ends[-1] - ends[0]) // stack.clock.step) + 1), np.nan, np.float32)
    for step in range(found.shape[1]):
        mm = stack.step_mm(
            ends[0] + step * stack.clock.step, lambda layer: stack.layers.read(layer, (0, 1), (0, stations))
        )
        if mm is not None:
            found[:, step] = mm
    return found


def _window(rain_mm: Surface, last: int, count: int) -> Surface:
    """The steps up to the last one (stations, count), gaps where the record does not reach."""
    found = np.full((len(rain_mm), count), np.nan, np.float32)
    first = last - count + 1
    begin, stop = max(first, 0), min(last + 1, rain_mm.shape[1])
    if begin < stop:
        found[:, begin - first : stop - first] = rain_mm[:, begin:stop]
    return found


def _columns(header: Sequence[str], name: str) -> list[int]:
    lower = [column.lower() for column in header]
    found = []
    for column in COLUMNS:
        names = [one for one in (column, *OTHER_NAMES.get(column, ())) if one in lower]
        if not names:
            raise InputError(
                f"{name} has no column {column}; it has {', '.join(header)}. A table of gauges has "
                f"{', '.join(COLUMNS)}, a row a station and step"
            )
        found.append(lower.index(names[0]))
    return found


def _times(texts: Sequence[str], name: str) -> Mapping[str, Moment]:
    return {text: moment(text, f"{name}: time") for text in set(texts)}


def _rain(row: Sequence[str], name: str) -> float:
    text = row[4]
    if not text or text.lower() in ("na", "nan", "null"):
        return float("nan")
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0.0 <= value < np.inf:
        raise InputError(
            f"{name}: rain of {row[0]} at {row[3]} is {text!r}; allowed: 0 or more, or an empty cell for a gap"
        )
    return value


def _places(rows: Sequence[Sequence[str]], names: Sequence[str], name: str) -> Floats:
    told: dict[str, tuple[str, str]] = {}
    for row in rows:
        first = told.setdefault(row[0], (row[1], row[2]))
        if first != (row[1], row[2]):
            raise InputError(f"{name}: station {row[0]} is at {', '.join(first)} and at {row[1]}, {row[2]}")
    try:
        places = np.array([[float(part) for part in told[station]] for station in names])
    except ValueError as error:
        raise InputError(f"{name}: the coordinates of a station are no numbers: {error}") from None
    if not np.isfinite(places).all():
        raise InputError(f"{name}: the coordinates of a station are no finite numbers")
    return places


def _require_once(keys: Cells, rows: Sequence[Sequence[str]], name: str) -> None:
    _, first, counts = np.unique(keys, return_index=True, return_counts=True)
    if (counts > 1).any():
        row = rows[int(first[np.argmax(counts > 1)])]
        raise InputError(f"{name}: station {row[0]} has the time {row[3]} twice; keep one of them")
