"""Rain gauges of a table, and what they say of other places: the nearest one, or all near ones by their distance."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Optional

import numpy as np

from ...errors import InputError
from ...progress import SILENT, Progress
from ...types.arrays import Cells, Floats, Moments, Surface
from ...types.rain import RainSeries
from ..raster.crs import spatial_reference
from .clock import DAY_H, Clock, RainReading, clock_of
from .frame import Frame, is_geographic
from .gauge_rows import GaugeRows, Wanted, read_rows
from .layers import LayerFacts, Stamps
from .stack import LayerStack
from .units import settled_unit

METHODS = ("nearest", "distance")
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
    steps : int array (steps,)
        Numbers of the steps that are kept, rising; the first of the clock is 0.
    rain_mm : float32 array (stations, steps)
        NaN is a gap.
    """

    names: tuple[str, ...]
    xy: Floats
    clock: Clock
    steps: Cells
    rain_mm: Surface

    def window(self, last: int, count: int) -> Surface:
        """The steps up to one (stations, count), gaps where the record does not reach or nothing is kept."""
        found = np.full((len(self.names), count), np.nan, np.float32)
        numbers = np.arange(last - count + 1, last + 1)
        place = np.minimum(np.searchsorted(self.steps, numbers), len(self.steps) - 1)
        there = self.steps[place] == numbers if len(self.steps) else np.zeros(count, bool)
        found[:, there] = self.rain_mm[:, place[there]]
        return found


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
    apart_km : float64 array (stations,)
        From each gauge to the place nearest to it.
    """

    series: RainSeries
    nearest: Cells
    distance_km: Floats
    apart_km: Floats


def read_gauges(
    path: str, reading: RainReading, wanted: Optional[Wanted] = None, progress: Progress = SILENT
) -> Gauges:
    """Gauges of a CSV with a row a station and step: ``station``, ``x``, ``y``, ``time``, ``rain``.

    Rows may come in any order. A step without a row, or with an empty cell, is a gap. What the numbers are is told by
    the unit or said, as of a stack; else they are the rain of each step. The table is read some rows at a time, and
    of the steps those that are wanted are kept.

    Parameters
    ----------
    path : str
    reading : RainReading
    wanted : Wanted, optional
        Which steps; all of them if not given.
    progress : Progress

    Raises
    ------
    InputError
        A column that is missing, a station at two places, a time that occurs twice, or rain that is no number, is more
        than ever fell or does not run on as is said.
    """
    name = Path(path).name
    rows = read_rows(path, wanted, progress)
    facts = LayerFacts(
        Frame.stored((1, len(rows.names)), (0.0, 1.0, 0.0, 0.0, 0.0, -1.0), ""),
        Stamps(rows.stamps, whole_days=rows.whole_days, in_utc=rows.zoned),
        len(rows.stamps),
    )
    clock = clock_of(facts, reading, name)
    if wanted is not None and clock.step_h > DAY_H:  # steps so long reach beyond what is kept about a window
        rows = read_rows(path, None, progress)
    unit = settled_unit(reading.unit or "mm", "", reading.kind, name)
    told = "rate" if unit.is_rate else "amount"
    kind = told if reading.kind == "auto" else reading.kind
    steps = clock.number(clock.ends[-1:]) + 1
    kept = np.arange(steps[0]) if wanted is None else _steps_of(wanted, clock, int(steps[0]))
    rain = _rain(LayerStack(_StationLayers(name, facts, rows), clock, unit, kind), kept, progress)
    return Gauges(rows.names, rows.xy, clock, steps=kept, rain_mm=rain)


def rain_from_gauges(
    gauges: Gauges,
    xy: Floats,
    ends: Moments,
    shape: tuple[int, float],
    by: Weighing,
    progress: Progress = SILENT,
) -> GaugeRain:
    """Series of places.

    Parameters
    ----------
    gauges : Gauges
    xy : float64 array (rows, 2)
        In the CRS of the gauges; a place that is NaN has gaps throughout.
    ends : datetime64[s] array (rows,)
        UTC; a moment within a step takes the last whole step before it.
    shape : (int, float)
        Number of steps and their length in hours.
    by : Weighing
    progress : Progress

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
    last = gauges.clock.number(ends)
    found = np.empty((len(xy), steps), np.float32)
    nearest, distance = np.empty(len(xy), np.intp), np.empty(len(xy))
    apart = np.full(len(gauges.names), np.inf)
    for row in range(len(xy)):
        away = distances_km(xy[row], gauges.xy, by.crs_wkt)
        nearest[row] = int(np.argmin(away))
        distance[row] = away[nearest[row]]
        apart = np.fmin(apart, away)
        progress.check()
        if row == 0 or last[row] != last[row - 1]:
            rain = gauges.window(int(last[row]), steps * joined)
        found[row] = by.of(rain, away).reshape(steps, joined).sum(axis=1)
    whole = gauges.clock.ends[0] + (last * step_s).astype("m8[s]")
    return GaugeRain(RainSeries(whole, step_h, found), nearest, distance, apart)


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
    """Numbers of a table as layers of one row of stations, so that they mean what those of a raster do."""

    name: str
    facts: LayerFacts
    rows: GaugeRows

    def read(self, layer: int, rows: tuple[int, int], cols: tuple[int, int]) -> Floats:
        """As of ``RainLayers``; there is one row."""
        return self.rows.layer(layer)[None, cols[0] : cols[0] + cols[1]][rows[0] : rows[0] + rows[1]]

    def close(self) -> None:
        """No file is open."""


def _steps_of(wanted: Wanted, clock: Clock, count: int) -> Cells:
    """Numbers of the steps that windows hold, rising, of those that there are."""
    last = np.unique(clock.number(wanted.ends))
    each = int(np.ceil(wanted.hours / clock.step_h)) + 1
    held = np.zeros(count, bool)
    for end in last.tolist():
        held[max(end - each + 1, 0) : max(end + 1, 0)] = True
    return np.flatnonzero(held)


def _rain(stack: LayerStack, steps: Cells, progress: Progress) -> Surface:
    """Rain in mm (stations, steps) of some steps, by their numbers."""
    stations, first = stack.grid.cols, stack.ends[0]
    found = np.full((stations, len(steps)), np.nan, np.float32)
    for place, step in enumerate(steps.tolist()):
        progress.check()
        mm = stack.step_mm(
            first + step * stack.clock.step, lambda layer: stack.layers.read(layer, (0, 1), (0, stations))
        )
        if mm is not None:
            found[:, place] = mm
    return found
