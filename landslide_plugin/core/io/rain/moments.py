"""Moments as tables, metadata and names of files write them, brought to UTC."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Optional

import numpy as np

from ...errors import InputError
from ...types.arrays import Moments

CLOCK = (
    r"(?:[T ]\s*(\d{1,2})(?::?(\d{2}|(?<=:)\d))?(?::?(\d{2}|(?<=:)\d))?(?:[.,]\d+)?)?"
    r"\s*(Z|UTC|[+-](?:\d{4}|\d{1,2}:\d{2}))?"
)
WRITTEN = (
    (re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})" + CLOCK), (1, 2, 3)),
    (re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})" + CLOCK), (3, 2, 1)),
    (re.compile(r"(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})?(\d{2})?)?()"), (1, 2, 3)),
    (re.compile(r"(\d{4})(\d{2})(\d{2})[T_ ](\d{2})(\d{2})?(\d{2})?(Z)?"), (1, 2, 3)),
)
IN_NAME = re.compile(
    r"(?<!\d)((?:19|20)\d{2})[-_.]?(\d{2})[-_.]?(\d{2})"
    r"(?:[-_.T ]?[TSts]?(\d{2})[-_.:h]?(\d{2})?(?:[-_.:m]?(\d{2}))?)?(?!\d)"
)
DAY_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d{2})(\d{3})(?!\d)")
"""Year and day of the year without a mark between, as CPC and MODIS write it; with one it may be a running number."""
SPAN_IN_NAME = re.compile(r"(?<!\d)(\d{8})-S(\d{6})-E(\d{6})(?!\d)")
"""Day, beginning and end of a step, as IMERG names its files."""
SINCE = re.compile(r"\s*(seconds?|secs?|s|minutes?|mins?|hours?|hrs?|h|days?|d)\s+since\s+(.+?)\s*")
YEAR = re.compile(r"^(\d{1,3})-")
SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
MIXED = ("", "standard", "gregorian")
"""Calendars that are Julian before the day on which the Gregorian one began."""
CALENDARS = (*MIXED, "proleptic_gregorian", "julian")
GREGORIAN = np.datetime64("1582-10-15", "s")
SAME_LEAP_YEARS = np.datetime64("1900-03-01", "s"), np.datetime64("2100-02-28", "s")
"""Between these days the Julian calendar counts as the common one; IMERG names it."""
DAY = timedelta(days=1)
MOST_SECONDS = 1e12
"""Longer than written history, and still a number of whole seconds."""


@dataclass(frozen=True)
class Moment:
    """A moment as it was written.

    Attributes
    ----------
    start : datetime
        UTC; of a day without an hour, when that day begins.
    whole_day : bool
        Whether no hour was written.
    zoned : bool
        Whether its zone was written beside it.
    """

    start: datetime
    whole_day: bool
    zoned: bool = False

    @property
    def end(self) -> datetime:
        """The moment itself, or when its day ends."""
        return self.start + DAY if self.whole_day else self.start


def moment(text: str, where: str, utc_offset_h: float = 0.0) -> Moment:
    """A moment from text, such as 2020-08-30, 2020-08-30T06:00Z, 30.08.2020 06:00 or 2020083006.

    Parameters
    ----------
    where : str
        What messages call it.
    utc_offset_h : float
        Hours that the clock of the text is ahead of UTC; a zone written in the text wins.

    Raises
    ------
    InputError
        Text that is no such moment.

    Examples
    --------
    >>> moment("30.08.2020 06:00", "TIME", 2.0).end.isoformat(), moment("2020-08-30", "TIME").end.isoformat()
    ('2020-08-30T04:00:00', '2020-08-31T00:00:00')
    >>> moment("2020-08-30T06:00+01:00", "TIME", 2.0).start.isoformat()
    '2020-08-30T05:00:00'
    """
    plain = text.strip()
    for pattern, (year, month, day) in WRITTEN:
        found = pattern.fullmatch(plain)
        if found:
            hour, minute, second, zone = found.groups()[3:7]
            numbers = [int(found.group(part)) for part in (year, month, day)]
            try:
                start = datetime(numbers[0], numbers[1], numbers[2]) + timedelta(
                    hours=int(hour or 0), minutes=int(minute or 0), seconds=int(second or 0)
                )
            except ValueError:
                break
            if int(hour or 0) > 24 or int(minute or 0) > 59 or int(second or 0) > 60:
                break
            return Moment(start - timedelta(hours=_ahead(zone, utc_offset_h)), hour is None, bool(zone))
    raise InputError(
        f"{where} is {text!r}, no moment; allowed: 2020-08-30, 2020-08-30T06:00, 30.08.2020 06:00 or 2020083006, with "
        "Z or +01:00 behind it where it has a zone"
    )


def _ahead(zone: Optional[str], otherwise_h: float) -> float:
    """Hours that a zone is ahead of UTC."""
    if not zone:
        return otherwise_h
    if zone in ("Z", "UTC"):
        return 0.0
    digits = zone[1:].replace(":", "").zfill(4)
    return (-1.0 if zone[0] == "-" else 1.0) * (int(digits[:2]) + int(digits[2:]) / 60.0)


def moment_in_name(name: str, utc_offset_h: float = 0.0) -> Optional[Moment]:
    """The first moment in the name of a file; None if there is none.

    >>> moment_in_name("chirps-v2.0.2020.08.30").start.isoformat()
    '2020-08-30T00:00:00'
    >>> moment_in_name("3B-HHR.MS.MRG.3IMERG.20200830-S063000-E065959.0390").start.isoformat()
    '2020-08-30T06:30:00'
    >>> moment_in_name("rain_2020083006").whole_day, moment_in_name("rain_7") is None
    (False, True)
    >>> moment_in_name("CPC.A2020031.v2").start.isoformat(), moment_in_name("tile_2020400") is None
    ('2020-01-31T00:00:00', True)
    """
    for found in IN_NAME.finditer(name):
        year, month, day, *clock = (int(part) if part else 0 for part in found.groups())
        try:
            start = datetime(year, month, day, hour=clock[0], minute=clock[1], second=clock[2])
        except ValueError:
            continue
        return Moment(start - timedelta(hours=utc_offset_h), found.group(4) is None)
    for found in DAY_IN_NAME.finditer(name):
        first, number = datetime(int(found.group(1)), 1, 1), int(found.group(2))
        start = first + timedelta(days=number - 1)
        if number and start.year == first.year:
            return Moment(start - timedelta(hours=utc_offset_h), whole_day=True)
    return None


def span_in_name(name: str) -> Optional[tuple[Moment, Moment]]:
    """When the step of a file begins and ends, if its name says both; None if not.

    An end a second before the whole minute is that minute's end, and one before the beginning is of the next day.

    >>> first, last = span_in_name("3B-HHR.MS.MRG.3IMERG.20200830-S233000-E235959.1410.V07B")
    >>> first.start.isoformat(), last.start.isoformat()
    ('2020-08-30T23:30:00', '2020-08-31T00:00:00')
    >>> span_in_name("rain_2020083006") is None
    True
    """
    found = SPAN_IN_NAME.search(name)
    if not found:
        return None
    day, *clocks = found.groups()
    try:
        first, last = (datetime.strptime(day + clock, "%Y%m%d%H%M%S") for clock in clocks)
    except ValueError:
        return None
    if last.second == 59:
        last += timedelta(seconds=1)
    return Moment(first, whole_day=False), Moment(last if last > first else last + DAY, whole_day=False)


def since(values: Sequence[float], unit: str, calendar: str, where: str) -> Moments:
    """Moments of a NetCDF time axis (n,), on its own clock.

    Raises
    ------
    InputError
        A unit that is no time since a moment, or a calendar of models.

    Examples
    --------
    >>> since([1057500.0], "hours since 1900-01-01 00:00:00.0", "gregorian", "rain.nc").astype(str).tolist()
    ['2020-08-21T12:00:00']
    >>> since([17067072.0], "hours since 1-1-1 00:00:0.0", "standard", "rain.nc").astype(str).tolist()
    ['1948-01-01T00:00:00']
    """
    found = SINCE.fullmatch(unit or "")
    if not found:
        raise InputError(
            f"{where} has a time axis in {unit or 'no unit'!r}; allowed is one such as 'hours since 1900-01-01'. "
            "Give START and STEP to say the times yourself"
        )
    if calendar.lower() not in CALENDARS:
        raise InputError(
            f"{where} counts its days in the calendar {calendar}, which climate models use; give observed or forecast "
            "rain in the common calendar"
        )
    written = YEAR.sub(lambda year: f"{int(year.group(1)):04d}-", found.group(2))
    origin = np.datetime64(moment(written, f"Origin of the time axis of {where}").start, "s")
    if calendar.lower() in MIXED and origin < GREGORIAN:
        origin += _julian_days_ahead(origin)
    each = SECONDS[found.group(1)[0]]
    if not (np.abs(np.asarray(values, np.float64)) < MOST_SECONDS / each).all():
        raise InputError(
            f"{where} has a time axis with values that are no times; it is damaged, or has fill values"
        )
    seconds = np.rint(np.asarray(values, np.float64) * each)
    moments: Moments = origin + seconds.astype(np.int64).astype("m8[s]")
    first, last = SAME_LEAP_YEARS
    if calendar.lower() == "julian" and not ((moments >= first) & (moments < last) & (origin >= first)).all():
        raise InputError(f"{where} counts its days in the Julian calendar; give rain in the common one")
    return moments


def _julian_days_ahead(origin: np.datetime64) -> np.timedelta64:
    """Days from a date of the Julian calendar to the same words in the Gregorian one; two back in the year 1."""
    months = int(origin.astype("M8[M]").astype(np.int64)) - 2  # a year that begins in March
    century = (1970 + months // 12) // 100
    return np.timedelta64(86400 * (century - century // 4 - 2), "s")


def as_moments(found: Sequence[Optional[datetime]]) -> Moments:
    """Moments (n,) as an array; NaT where there is none.

    >>> as_moments([datetime(2020, 8, 30, 6), None]).astype(str).tolist()
    ['2020-08-30T06:00:00', 'NaT']
    """
    return np.array([np.datetime64("NaT") if one is None else one for one in found], "M8[s]")


def iso(when: Any) -> str:
    """A moment of UTC as text; empty for NaT.

    >>> iso(np.datetime64("2020-08-30T06:00:00", "s")), iso(np.datetime64("NaT"))
    ('2020-08-30T06:00:00Z', '')
    """
    moment_s = np.datetime64(when, "s")
    return "" if np.isnat(moment_s) else f"{moment_s}Z"
