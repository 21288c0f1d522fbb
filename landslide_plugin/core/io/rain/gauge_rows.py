"""Rows of a table of gauges, read some at a time: of steps that are wanted the numbers are kept, and no texts."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...progress import SILENT, Progress
from ...types.arrays import Cells, Flags, Floats, Moments
from ..table import ROWS_AT_ONCE, cell_parts
from .moments import as_moments, iso, moment

COLUMNS = ("station", "x", "y", "time", "rain")
OTHER_NAMES = {
    "rain": ("rain_mm", "precipitation", "precip", "p"),
    "time": ("time_utc", "date"),
    "station": ("gauge",),
}
MARGIN_H = 72.0
"""Kept on both sides of a window: clocks differ from UTC, and totals that run on need the step before."""

HOUR_S = 3600


@dataclass(frozen=True)
class Wanted:
    """Which steps are wanted: so many hours up to each of some moments.

    Attributes
    ----------
    ends : datetime64[s] array (moments,)
    hours : float
    """

    ends: Moments
    hours: float

    def near(self, seconds: npt.NDArray[np.int64]) -> Flags:
        """Which moments (n,), in seconds since 1970, lie in a window or close to one.

        >>> wanted = Wanted(np.array(["1970-02-01", "1970-04-01"], "M8[s]"), 24.0)
        >>> wanted.near(np.array([20, 30, 50, 90]) * 86400).tolist()
        [False, True, False, True]
        """
        ends = np.unique(self.ends.astype(np.int64))
        first = ends - int((self.hours + MARGIN_H) * HOUR_S)
        last = ends + int(MARGIN_H * HOUR_S)
        place = np.searchsorted(last, seconds)
        inside = place < len(ends)
        inside[inside] = seconds[inside] >= first[place[inside]]
        return np.asarray(inside)


@dataclass(frozen=True)
class GaugeRows:
    """What a table of gauges holds.

    Attributes
    ----------
    names : tuple of str
    xy : float64 array (stations, 2)
    stamps : datetime64[s] array (layers,)
        All times of the table, rising, on its own clock.
    whole_days, zoned : bool
        Whether all times are days without an hour, or have their zone beside them.
    station : int32 array (rows,)
    value : float64 array (rows,)
        Of the rows that are kept, layer by layer.
    first : int array (layers + 1,)
        Where the rows of each layer begin.
    """

    names: tuple[str, ...]
    xy: Floats
    stamps: Moments
    whole_days: bool
    zoned: bool
    station: npt.NDArray[np.int32]
    value: Floats
    first: Cells

    def layer(self, number: int) -> Floats:
        """Numbers (stations,) of a layer; NaN where there is none."""
        found = np.full(len(self.names), np.nan)
        own = slice(int(self.first[number]), int(self.first[number + 1]))
        found[self.station[own]] = self.value[own]
        return found


def read_rows(path: str, wanted: Optional[Wanted] = None, progress: Progress = SILENT) -> GaugeRows:
    """Rows of a table, in any order.

    Raises
    ------
    InputError
        As of ``read_gauges``.
    """
    name = Path(path).name
    header, parts = cell_parts(path, "Gauges", ROWS_AT_ONCE)
    table = _Table(name, _columns(header, name))
    for part in parts:
        progress.check()
        table.take(part, wanted)
    return table.rows()


class _Table:
    """Takes rows and keeps their numbers."""

    def __init__(self, name: str, columns: Sequence[int]):
        self._name, self._columns = name, columns
        self._number: dict[str, int] = {}
        self._place: list[tuple[str, str]] = []
        self._time: dict[str, int] = {}
        self._whole = self._zoned = True
        self._stations, self._times, self._values = array("i"), array("q"), array("d")

    def take(self, part: list[list[str]], wanted: Optional[Wanted]) -> None:
        """Keep some rows, of those near what is wanted."""
        stations, times, values = [], [], []
        for row in part:
            name, x, y, time, rain = (row[i] if i < len(row) else "" for i in self._columns)
            stations.append(self._station(name, x, y))
            times.append(self._seconds(time))
            values.append(self._rain(name, time, rain))
        seconds = np.array(times, np.int64)
        near = np.ones(len(seconds), bool) if wanted is None else wanted.near(seconds)
        self._stations.extend(np.array(stations)[near].tolist())
        self._times.extend(seconds[near].tolist())
        self._values.extend(np.array(values)[near].tolist())

    def _station(self, name: str, x: str, y: str) -> int:
        number = self._number.setdefault(name, len(self._number))
        if number == len(self._place):
            self._place.append((x, y))
        elif self._place[number] != (x, y):
            first = ", ".join(self._place[number])
            raise InputError(f"{self._name}: station {name} is at {first} and at {x}, {y}")
        return number

    def _seconds(self, text: str) -> int:
        found = self._time.get(text)
        if found is None:
            read = moment(text, f"{self._name}: time")
            self._whole, self._zoned = self._whole and read.whole_day, self._zoned and read.zoned
            found = self._time[text] = int(as_moments([read.start]).astype(np.int64)[0])
        return found

    def _rain(self, station: str, time: str, text: str) -> float:
        if not text or text.lower() in ("na", "nan", "null"):
            return float("nan")
        try:
            value = float(text)
        except ValueError:
            value = -1.0
        if not 0.0 <= value < np.inf:
            raise InputError(
                f"{self._name}: rain of {station} at {time} is {text!r}; allowed: 0 or more, or an empty cell for a gap"
            )
        return value

    def rows(self) -> GaugeRows:
        """All that was taken, layer by layer."""
        if not self._time:
            raise InputError(f"{self._name} has no rows; give one a station and step")
        stamps = np.unique(np.fromiter(self._time.values(), np.int64, len(self._time)))
        station, seconds = np.array(self._stations, np.int32), np.array(self._times, np.int64)
        value = np.array(self._values, np.float64)
        order = np.lexsort((station, seconds))
        station, seconds, value = station[order], seconds[order], value[order]
        self._require_once(station, seconds)
        return GaugeRows(
            tuple(self._number),
            self._xy(),
            stamps.astype("M8[s]"),
            whole_days=self._whole,
            zoned=self._zoned,
            station=station,
            value=value,
            first=np.searchsorted(seconds, np.append(stamps, np.iinfo(np.int64).max)),
        )

    def _require_once(self, station: npt.NDArray[np.int32], seconds: npt.NDArray[np.int64]) -> None:
        twice = (np.diff(station) == 0) & (np.diff(seconds) == 0)
        if not twice.any():
            return
        row = int(np.argmax(twice))
        name = list(self._number)[int(station[row])]
        local = (
            ""
            if self._zoned or self._whole
            else "; local time with summer time has an hour twice: write UTC, or the zone beside each time"
        )
        raise InputError(
            f"{self._name}: station {name} has the time {iso(np.datetime64(int(seconds[row]), 's')).rstrip('Z')} twice "
            f"({int(twice.sum())} rows in all); keep one of them{local}"
        )

    def _xy(self) -> Floats:
        try:
            places = np.array([[float(part) for part in place] for place in self._place])
        except ValueError as error:
            raise InputError(f"{self._name}: the coordinates of a station are no numbers: {error}") from None
        if not np.isfinite(places).all():
            raise InputError(f"{self._name}: the coordinates of a station are no finite numbers")
        return places


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
