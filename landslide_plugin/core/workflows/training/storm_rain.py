"""Rain of storms from stacks, gauges and series, summed between the start and the end of each."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

import numpy as np

from ...errors import InputError
from ...io.rain.at_points import rain_at
from ...io.rain.clock import RainReading
from ...io.rain.gauge_rows import Wanted
from ...io.rain.gauges import METHODS, Weighing, rain_from_gauges, read_gauges
from ...io.rain.moments import iso, moment
from ...io.rain.opening import open_rain_stack
from ...io.rain.series_table import read_series
from ...io.raster.crs import crs_wkt, moved_points
from ...progress import SILENT, Progress
from ...triggers.rain_sums import rain_sums
from ...types.arrays import Floats, Moments
from ...types.rain import RainSeries
from ...types.scenarios import RAIN_SUMS

START, END, RAIN, SERIES = "start", "end", "rain", "series"
SUMMED = ("intensity_mm_h", "duration_h", *RAIN_SUMS)
"""Trigger columns that rain between two moments gives."""

ANTECEDENT = re.compile(r"rain_antecedent_(\d+)d_mm")
DAY_H = 24.0

READING = ("rain_unit", "rain_is", "stamped", "utc_offset", "variable")
"""Columns of the table that settle what a file of rain does not say."""

HOUR = np.timedelta64(3600, "s")
GAUGE_ENDINGS = (".csv", ".txt", ".gz")
WITHIN = "gauges_within_km"
"""Column with how far a gauge may be away to speak for a place."""
FARTHEST_KM, MOST_KM = 25.0, 1000.0
GAUGES_CRS = "gauges_crs"
"""Column with the CRS of x and y of gauges, such as EPSG:4326; that of the factors without."""

Cells = Mapping[str, str]


@dataclass(frozen=True)
class StormRain:
    """Where the rain of one storm comes from.

    Attributes
    ----------
    event : str
    path : str
        A raster stack (file or folder), or a table of gauges.
    start, end : datetime64[s]
        UTC.
    reading : RainReading
    variable : str
    columns : tuple of str
        Which triggers the rain gives.
    within_km : float
        Gauges farther away say nothing of a place.
    gauges_wkt : str
        CRS of the gauges; empty for that of the places.
    """

    event: str
    path: str
    start: np.datetime64
    end: np.datetime64
    reading: RainReading
    variable: str = ""
    columns: tuple[str, ...] = ()
    within_km: float = FARTHEST_KM
    gauges_wkt: str = ""

    @property
    def duration_h(self) -> float:
        """Hours from start to end."""
        return float((self.end - self.start) / HOUR)

    def sums_at(self, xy: Floats, crs_wkt: str, progress: Progress = SILENT) -> Floats:
        """Triggers (n, columns) of places (n, 2) in a CRS; NaN where a step of the rain is missing.

        Raises
        ------
        InputError
            A file that cannot be read or understood, or a storm that is no whole number of its steps.
        """
        ends = np.full(len(xy), self.end, "M8[s]")
        hours = self.duration_h + longest_before_h(self.columns)
        if self.path.lower().endswith(GAUGE_ENDINGS):
            return self._of_gauges(xy, ends, crs_wkt, hours=hours, progress=progress)
        with open_rain_stack(self.path, self.variable, self.reading, progress) as stack:
            self._require_steps(stack.clock.floor(self.end), stack.step_h)
            places = moved_points(xy, crs_wkt, stack.grid.crs_wkt or crs_wkt)
            steps = round(hours / stack.step_h)
            found = rain_at(stack, xy=places, ends=ends, steps=steps, progress=progress)
        return storm_sums(found.series, self.duration_h, self.columns, self.event)

    def _of_gauges(self, xy: Floats, ends: Moments, crs_wkt: str, hours: float, progress: Progress) -> Floats:
        gauges = read_gauges(self.path, self.reading, Wanted(ends[:1], hours), progress)
        self._require_steps(gauges.clock.floor(self.end), gauges.clock.step_h)
        steps = round(hours / gauges.clock.step_h)
        by = Weighing(METHODS[0], self.within_km, self.gauges_wkt or crs_wkt)
        xy = moved_points(xy, crs_wkt, by.crs_wkt)
        shape = steps, gauges.clock.step_h
        found = rain_from_gauges(gauges, xy, ends=ends, shape=shape, by=by, progress=progress)
        median, largest = np.nanmedian(found.distance_km), np.nanmax(found.distance_km)
        progress.info(
            f"Event {self.event}: each sample has the rain of its nearest gauge, {median:.1f} km away for half of "
            f"them, {largest:.1f} km at most"
        )
        far = int((~(found.distance_km <= self.within_km)).sum())
        if far:
            progress.warning(
                f"Event {self.event}: {far} of {len(xy)} samples have no gauge within {self.within_km:g} km and no "
                f"rain; columns {WITHIN} and {GAUGES_CRS} of the table of events say how far a gauge speaks and what x "
                "and y are"
            )
        return storm_sums(found.series, self.duration_h, self.columns, self.event)

    def _require_steps(self, floor: np.datetime64, step_h: float) -> None:
        steps = self.duration_h / step_h
        if floor != self.end or abs(steps - round(steps)) > 1e-9:
            raise InputError(
                f"Event {self.event} lasts from {iso(self.start)} to {iso(self.end)}, no whole number of the steps of "
                f"{step_h:g} h of {Path(self.path).name}; let start and end be ends of its steps"
            )


def longest_before_h(columns: Sequence[str]) -> float:
    """Hours before a storm that its antecedent rain reaches back.

    >>> longest_before_h(("duration_h", "rain_antecedent_14d_mm")), longest_before_h(("duration_h",))
    (336.0, 0.0)
    """
    days = [float(found.group(1)) for name in columns if (found := ANTECEDENT.fullmatch(name))]
    return DAY_H * max(days, default=0.0)


def storm_sums(series: RainSeries, duration_h: float, columns: Sequence[str], event: str) -> Floats:
    """Triggers (rows, columns) of storms that last so many hours up to the end of each series.

    Largest sums are of the storm's own hours; antecedent rain is what fell in so many days before its start.

    Raises
    ------
    InputError
        A sum that the steps of the series do not tell.

    Examples
    --------
    >>> series = RainSeries(np.array(["2020-08-30"], "M8[s]"), 1.0, np.array([[9, 2, 4, 0]], "f4"))
    >>> storm_sums(series, 3.0, ("intensity_mm_h", "duration_h", "rain_largest_1h_mm"), "Anna").tolist()
    [[2.0, 3.0, 4.0]]
    """
    steps = round(duration_h / series.step_h)
    own = series.rain_mm[:, -steps:]
    total = own.sum(axis=1, dtype=np.float64)
    names, sums = rain_sums(own, series.step_h)
    known = {
        **{name: sums[:, place] for place, name in enumerate(names) if not ANTECEDENT.fullmatch(name)},
        "intensity_mm_h": total / duration_h,
        "duration_h": np.full(len(own), duration_h),
    }
    found = np.empty((len(own), len(columns)))
    for place, column in enumerate(columns):
        before = ANTECEDENT.fullmatch(column)
        if before:
            found[:, place] = _before(series, steps, DAY_H * float(before.group(1)), event)
        elif column in known:
            found[:, place] = known[column]
        else:
            raise InputError(
                f"Event {event} has rain of {duration_h:g} h in steps of {series.step_h:g} h, which does not tell "
                f"{column}; give it a number of its own, or leave the column out of the scenario table"
            )
    return found


def _before(series: RainSeries, steps: int, hours: float, event: str) -> Floats:
    """Rain (rows,) of so many hours before the last steps."""
    many = round(hours / series.step_h)
    if steps + many > series.columns.steps:
        raise InputError(
            f"The rain of event {event} begins {(series.columns.steps - steps) * series.step_h:g} h before its start; "
            f"antecedent rain needs {hours:g} h"
        )
    first = series.columns.steps - steps - many
    return np.asarray(series.rain_mm[:, first : first + many].sum(axis=1, dtype=np.float64))


def storm_times(event: str, cells: Cells) -> Optional[tuple[np.datetime64, np.datetime64]]:
    """Start and end of a storm, UTC, a day without an hour whole; None if the table does not say them.

    Raises
    ------
    InputError
        Only one of them is given, or the end is not after the start.

    Examples
    --------
    >>> [iso(one) for one in storm_times("Anna", {"start": "2005-10-08", "end": "2005-10-09"})]
    ['2005-10-08T00:00:00Z', '2005-10-10T00:00:00Z']
    """
    texts = [cells.get(key, "").strip() for key in (START, END)]
    if not any(texts):
        return None
    if not all(texts):
        raise InputError(f"Event {event} has only one of {START} and {END}; give both or none")
    first = moment(texts[0], f"{START} of event {event}").start
    last = moment(texts[1], f"{END} of event {event}").end
    if last <= first:
        raise InputError(f"Event {event} ends at {texts[1]}, not after its start at {texts[0]}")
    return np.datetime64(first, "s"), np.datetime64(last, "s")


def storm_rain(event: str, cells: Cells, folder: Path) -> Optional[StormRain]:
    """The file of rain that a row of the table of events names, beside it or by a path of its own.

    Raises
    ------
    InputError
        Rain without start and end, or a file that is not there.
    """
    named = cells.get(RAIN, "").strip()
    if not named:
        return None
    path = folder / named
    if not path.exists():
        raise InputError(
            f"Event {event}: {RAIN} holds {named!r}, no file or folder beside the table of events"
        )
    times = storm_times(event, cells)
    if times is None:
        raise InputError(f"Event {event} names rain, but not from when to when; give {START} and {END} (UTC)")
    return StormRain(
        event,
        str(path.resolve()),
        *times,
        _reading(event, cells),
        cells.get(READING[4], "").strip(),
        within_km=_within_km(event, cells),
        gauges_wkt=_gauges_wkt(event, cells),
    )


def _reading(event: str, cells: Cells) -> RainReading:
    told = {key: cells.get(key, "").strip() for key in READING}
    try:
        offset = float(told["utc_offset"] or 0.0)
    except ValueError:
        raise InputError(
            f"Event {event}: utc_offset holds {told['utc_offset']!r}; allowed: hours ahead of UTC, such as 1"
        ) from None
    return RainReading(
        unit=told["rain_unit"],
        kind=told["rain_is"] or "auto",
        stamped=told["stamped"] or "auto",
        utc_offset_h=offset,
    )


def _within_km(event: str, cells: Cells) -> float:
    """How far gauges speak for a place, of a row that may say it."""
    text = cells.get(WITHIN, "").strip()
    try:
        km = float(text or FARTHEST_KM)
    except ValueError:
        km = -1.0
    if not 0.0 < km <= MOST_KM:
        raise InputError(
            f"Event {event}: {WITHIN} holds {text!r}; allowed: kilometres above 0, up to {MOST_KM:g}"
        )
    return km


def _gauges_wkt(event: str, cells: Cells) -> str:
    text = cells.get(GAUGES_CRS, "").strip()
    try:
        return crs_wkt(text) if text else ""
    except InputError as error:
        raise InputError(f"Event {event}: {GAUGES_CRS}: {error}") from None


def series_triggers(event: str, cells: Cells, folder: Path, columns: Sequence[str]) -> dict[str, float]:
    """Triggers of the series that a row names, the same for all cells; empty if it names none.

    The series is the row of the table ``series`` whose id is the event's name. Of it counts what lies between start
    and end where the event has them, else all of it. A series that does not say when it ends does so with the event.

    Raises
    ------
    InputError
        A table that is not there or has no row of the event, or a series that has gaps or does not cover the event.
    """
    named = cells.get(SERIES, "").strip()
    if not named:
        return {}
    path = folder / named
    if not path.is_file():
        raise InputError(
            f"Event {event}: {SERIES} holds {named!r}, no table of series beside the table of events"
        )
    ids, series = read_series(str(path))
    if event not in ids:
        raise InputError(f"{path.name} has no series of event {event}; it has {', '.join(ids[:5])}")
    own = series.take(np.array([ids.index(event)]))
    times = storm_times(event, cells)
    hours = own.columns.window_h
    if times is not None:
        own, hours = _up_to(own, times[1], event, path.name), float((times[1] - times[0]) / HOUR)
    own.sums(hours)  # refused where the series does not reach back so far
    wanted = [column for column in columns if column in SUMMED]
    found = storm_sums(own, hours, wanted, event)[0]
    if not np.isfinite(found).all():
        raise InputError(
            f"The series of event {event} in {path.name} has gaps; rain of an event is known or not given"
        )
    return dict(zip(wanted, found.tolist()))


def _up_to(series: RainSeries, end: np.datetime64, event: str, name: str) -> RainSeries:
    """A series of one row without its steps after a moment."""
    if np.isnat(series.ends[0]):
        return series
    later = float((series.ends[0] - end) / HOUR) / series.step_h
    if later < 0 or abs(later - round(later)) > 1e-9 or later >= series.columns.steps:
        raise InputError(
            f"The series of event {event} in {name} ends at {iso(series.ends[0])}, and the event at {iso(end)}; give a "
            f"series up to the end of the event, or an end that is one of its steps of {series.step_h:g} h"
        )
    kept = series.columns.steps - round(later)
    return RainSeries(np.array([end], "M8[s]"), series.step_h, series.rain_mm[:, :kept])
