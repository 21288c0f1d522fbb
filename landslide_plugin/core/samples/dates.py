"""Dates of factors against the dates of the landslides: what was recorded later may give them away."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Optional

from ..errors import InputError
from ..types.lists import entries, unquoted
from ..types.names import human_name, listed

SOURCES: Mapping[str, tuple[str, ...]] = {
    "DEM": ("dem", "dtm", "elevation", "elev", "height"),
    "vegetation index": ("ndvi", "evi", "savi", "ndwi", "lai"),
    "land cover": ("landcover", "landuse", "lulc", "clc", "corine", "forest"),
}
DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ].*)?")
WITH_SLASHES = re.compile(r"\b(\d{4})/(\d{1,2})/(\d{1,2})\b")
WITH_POINTS = re.compile(r"\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b")
SHOWN = 6


@dataclass(frozen=True)
class Period:
    """First and last day.

    >>> period("2018-02"), str(period("2005 / 2007-03-01"))
    (Period(first=datetime.date(2018, 2, 1), last=datetime.date(2018, 2, 28)), '2005-01-01 to 2007-03-01')
    """

    first: date
    last: date

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first} to {self.last}"

    def around(self, other: Optional[Period]) -> Period:
        """The shortest period that holds both."""
        return self if other is None else Period(min(self.first, other.first), max(self.last, other.last))


def period(text: str, where: str = "Date") -> Period:
    """The days that a date means: a year, a month or a day, or two of them with ``/`` between.

    Days may be written 2018-05-03, 2018/05/03 or 03.05.2018; 03/05/2018 means two days and is refused.

    >>> str(period("8.10.2005")), str(period("2005/10/08 / 2005/10/20"))
    ('2005-10-08', '2005-10-08 to 2005-10-20')

    Raises
    ------
    InputError
        Text that is no such date.
    """
    plain = WITH_POINTS.sub(r"\3-\2-\1", WITH_SLASHES.sub(r"\1-\2-\3", text))
    ends = [_days(part.strip(), text, where) for part in plain.split("/")]
    if len(ends) > 2 or ends[-1].last < ends[0].first:
        raise _unreadable(text, where)
    return Period(ends[0].first, ends[-1].last)


def _unreadable(text: str, where: str) -> InputError:
    return InputError(
        f"{where} is {text!r}; allowed: 2018, 2018-05, 2018-05-03, 03.05.2018, or two such dates with / between"
    )


def _days(text: str, whole: str, where: str) -> Period:
    found = DATE.fullmatch(text)
    if not found:
        raise _unreadable(whole, where)
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        if year is None or month is None:
            return Period(date(year or 0, 1, 1), date(year or 0, 12, 31))
        if day is None:
            return Period(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
        return Period(date(year, month, day), date(year, month, day))
    except ValueError:
        raise _unreadable(whole, where) from None


def event_period(values: Iterable[Any], where: str) -> Optional[Period]:
    """From the first to the last of the dates of a field; None if it is empty throughout.

    >>> str(event_period(["2005-10-08", None, "2007-01-01T00:00:00"], "date"))
    '2005-10-08 to 2007-01-01'
    """
    found: Optional[Period] = None
    for value in values:
        if value is not None and value == value and str(value).strip():
            text = f"{value:.0f}" if isinstance(value, float) and value.is_integer() else str(value)
            found = period(text.strip(), f"Field {where}").around(found)
    return found


def factor_dates(text: str) -> dict[str, Period]:
    """Dates by factor or source from text such as ``dem=2011; ndvi=2018-05``.

    >>> {name: str(when) for name, when in factor_dates("DEM=2011-02-03, ndvi = 2018-05").items()}
    {'dem': '2011-02-03', 'ndvi': '2018-05-01 to 2018-05-31'}
    """
    found = {}
    for entry in entries(text):
        name, sign, when = entry.partition("=")
        name = unquoted(name)
        if not sign or not name:
            raise InputError(
                f"Dates of factors hold {entry!r}; write name=date with ; between, such as dem=2011; "
                "ndvi=2018-05"
            )
        found[name.lower()] = period(when.strip(), f"Date of {name}")
    return found


@dataclass(frozen=True)
class Suspect:
    """Factors of one source that were recorded after the landslides, or may have been.

    Attributes
    ----------
    source : str
    factors : tuple of str
    later : bool
        True if known to be later; False if a date is missing.
    words : str
        One sentence for a warning.
    """

    source: str
    factors: tuple[str, ...]
    later: bool
    words: str

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {
            "source": self.source,
            "factors": list(self.factors),
            "why": "later" if self.later else "unknown",
            "words": self.words,
        }


def source_of(name: str, terrain: Sequence[str]) -> Optional[str]:
    """What a factor was made of, from its name; None if a landslide does not change it soon.

    >>> source_of("NDVI_2018", ()), source_of("land_cover", ()), source_of("twi", ("twi",)), source_of("geology", ())
    ('vegetation index', 'land cover', 'DEM', None)
    """
    lower = name.lower()
    if lower in terrain:
        return "DEM"
    words = re.split(r"[^a-z]+", lower)
    squeezed = "".join(words)
    for source, marks in SOURCES.items():
        if any(mark in words or (len(mark) > 4 and mark in squeezed) for mark in marks):
            return source
    return None


def suspects(
    names: Sequence[str],
    dates: Mapping[str, Period],
    landslides: Optional[Period],
    terrain: Sequence[str] = (),
) -> list[Suspect]:
    """Factors later than the first landslide, or of which that is not known, by source.

    Parameters
    ----------
    names : sequence of str
        Factors of the model.
    dates : mapping of str to Period
        By factor or source, lower case, as ``factor_dates`` reads them.
    landslides : Period or None
    terrain : sequence of str
        Names of factors that come from a DEM.

    Raises
    ------
    InputError
        A date for something that is no factor and no source of one.

    Examples
    --------
    >>> when = factor_dates("ndvi=2018")
    >>> [each.words for each in suspects(["slope", "ndvi"], when, period("2010"), ["slope"])][1]
    'Vegetation index (NDVI) (2018-01-01 to 2018-12-31) is later than the first landslide (2010-01-01)'
    """
    made_of = {name: source_of(name, terrain) for name in names}
    keys = {name.lower() for name in names} | {mark for marks in SOURCES.values() for mark in marks}
    strange = sorted(set(dates) - keys)
    if strange:
        raise InputError(
            f"A date is given for {', '.join(strange)}, which is no factor; factors are {', '.join(names)}, "
            "sources dem, ndvi, landcover"
        )
    groups: dict[tuple[str, bool], list[tuple[str, Optional[Period]]]] = {}
    for name, source in made_of.items():
        when = _date_of(name, source, dates)
        if source is None and when is None:
            continue
        unknown = when is None or landslides is None
        if unknown or (when is not None and landslides is not None and when.last > landslides.first):
            groups.setdefault((source or "other factors", not unknown), []).append((name, when))
    return [
        Suspect(source, tuple(name for name, _ in found), later, _words(source, found, later, landslides))
        for (source, later), found in groups.items()
    ]


def _date_of(name: str, source: Optional[str], dates: Mapping[str, Period]) -> Optional[Period]:
    keys = (name.lower(), *(SOURCES[source] if source else ()))
    return next((dates[key] for key in keys if key in dates), None)


def _words(
    source: str, found: Sequence[tuple[str, Optional[Period]]], later: bool, landslides: Optional[Period]
) -> str:
    names = listed(human_name(name) for name, _ in found[:SHOWN]) + (" ..." if len(found) > SHOWN else "")
    if later and landslides is not None:
        verb = "is" if len(found) == 1 else "are"
        return f"{names} ({found[0][1]}) {verb} later than the first landslide ({landslides.first})"
    missing = [] if all(when for _, when in found) else [f"the {source}"]
    missing += [] if landslides else ["the landslides"]
    return f"The date of {' and of '.join(missing)} is not given, so that {names} may be later than the landslides"
