"""The storms of a dated inventory: from fields, a table of events and the mapped area."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, Optional

import numpy as np

from ...errors import InputError
from ...io.table import read_rows
from ...io.triggers import TriggerRaster, is_number, trigger_raster
from ...io.vector import burn, to_crs
from ...samples.dates import event_period
from ...samples.events import UNDATED, Event, EventPlan
from ...types.arrays import Flags
from ...types.features import FeatureSet
from ...types.grid import Grid
from ...types.scenarios import TriggerScenarios
from .storm_rain import SERIES, SUMMED, StormRain, series_triggers, storm_rain, storm_times

NAME, PERIOD, DATE = "event", "return_period_yr", "date"
EPOCH = date(1970, 1, 1).toordinal()
SECOND = np.timedelta64(1, "s")
Where = tuple[float, str]


@dataclass(frozen=True)
class StormFields:
    """Where an inventory says which storm did what.

    Attributes
    ----------
    period, identifier : str or None
        Field of the inventory with the return period of each feature's storm, or with its name.
    table : str or None
        Table of events: event, date, return_period_yr and triggers, of which a raster may give any.
    mapped : str or None
        Field of the mapped area with the storm that each polygon was mapped for; empty for all of them.
    date : str or None
        Field of the inventory with the date of each landslide.
    """

    period: Optional[str] = None
    identifier: Optional[str] = None
    table: Optional[str] = None
    mapped: Optional[str] = None
    date: Optional[str] = None

    @property
    def given(self) -> bool:
        """Whether there are storms at all; what only makes sense with them is refused without.

        >>> StormFields().given, StormFields(period="storm").given
        (False, True)
        """
        if self.period and self.identifier:
            raise InputError(
                "Both an event return period field and an event name field are given; leave one of them out: names "
                "need the table of events, which holds their return periods"
            )
        if bool(self.identifier) != bool(self.table):
            raise InputError(
                "The event name field and the table of events belong together; give both or none"
            )
        if self.mapped and not (self.period or self.identifier):
            raise InputError(
                "The mapped area names events, but the inventory does not; give its event field, or leave the mapped "
                "event field out"
            )
        return bool(self.period or self.identifier)


@dataclass(frozen=True)
class StormTriggers:
    """Own triggers of storms, in the order of the plan: a row each, rasters where a storm has one.

    Attributes
    ----------
    table : TriggerScenarios
        The storms numbered from 1 in place of return periods.
        Where rain over time gives a trigger, 0.
    rasters : mapping of (number, column) to TriggerRaster
    rain : mapping of number to StormRain
        Rain over time of storms, from which each cell's own sums come.
    """

    table: TriggerScenarios
    rasters: Mapping[Where, TriggerRaster]
    rain: Mapping[float, StormRain] = field(default_factory=dict)


@dataclass(frozen=True)
class Told:
    """What is known of a storm before its ground."""

    name: str
    period_yr: float = float("nan")
    day: float = float("nan")
    last: float = float("nan")
    cells: Optional[Mapping[str, str]] = None
    rain: Optional[StormRain] = None
    summed: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class DatedStorms:
    """The storms of an inventory, and their own triggers where any storm has some."""

    plan: EventPlan
    triggers: Optional[StormTriggers]


def storms_of(
    inventory: FeatureSet,
    fields: StormFields,
    mapped_area: Optional[FeatureSet],
    scenarios: Optional[TriggerScenarios],
    grid: Grid,
) -> DatedStorms:
    """All storms that the inventory, the table or the mapped area name.

    Raises
    ------
    InputError
        No mapped area or no scenario table; a storm that the tables do not know; or triggers that are not numbers.
    """
    if mapped_area is None:
        raise InputError(
            "The inventory names events, but nothing says what was mapped after them; give the mapped area, or leave "
            "the event field out (the inventory is then undated)"
        )
    if scenarios is None:
        raise InputError(
            "The inventory names events, but no scenario table says what rain belongs to a return period; give it, or "
            "leave the event field out (the inventory is then undated)"
        )
    key = fields.identifier or fields.period or ""
    of_feature = [_key(value, bool(fields.period), key) for value in inventory.field(key)]
    of_area: list[Optional[str]] = [None] * len(mapped_area)
    if fields.mapped:
        of_area = [_key(v, bool(fields.period), fields.mapped) for v in mapped_area.field(fields.mapped)]
    named = {name for name in (*of_feature, *of_area) if name is not None}
    if fields.table:
        told = _table(fields.table, scenarios.columns)
    else:
        told = [Told(f"T{name}", float(name)) for name in sorted(named, key=float)]
    known = {(f"{one.period_yr:g}" if fields.period else one.name): one for one in told}
    for name in named:
        if name not in known:
            raise InputError(f"Event {name} is not in the table of events; it has {', '.join(known)}")
    told = [one for one in told if _has_trigger(one, scenarios)]
    place = {(f"{one.period_yr:g}" if fields.period else one.name): i for i, one in enumerate(told)}
    numbers = np.array([place.get(name, UNDATED) if name else UNDATED for name in of_feature], np.intp)
    area = to_crs(mapped_area, grid.crs_wkt)
    days = _days(told, inventory, numbers, fields.date)
    events = tuple(
        Event(one.name, one.period_yr, _mapped(area, of_area, name, grid), day, one.last)
        for (name, _), one, day in zip(place.items(), told, days)
    )
    return DatedStorms(EventPlan(events, numbers), _triggers(told, scenarios, fields.table))


def _key(value: Any, period: bool, field: str) -> Optional[str]:
    """How a storm is called in one field; None where the field is empty."""
    if value is None or value != value or not str(value).strip():
        return None
    if not period:
        return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip()
    try:
        years = float(value)
    except (TypeError, ValueError):
        raise InputError(f"Field {field} holds {value!r}; allowed: years above 0, or empty") from None
    if not (np.isfinite(years) and years > 0):
        raise InputError(f"Field {field} holds {value!r}; allowed: years above 0, or empty")
    return f"{years:g}"


def _table(path: str, columns: Sequence[str]) -> list[Told]:
    """DatedStorms of the table of events, in its order."""
    rows = _rows(path)
    name = Path(path).name
    if not rows or NAME not in rows[0]:
        has = ", ".join(rows[0]) if rows else "no rows"
        raise InputError(f"{name} has no column {NAME}; it has {has}")
    found = []
    for row in rows:
        text = row.get(PERIOD, "").strip()
        if text and not (is_number(text) and float(text) > 0):
            raise InputError(f"{name}: {PERIOD} holds {text!r}; allowed: years above 0, or empty")
        days = event_period([row.get(DATE, "")], DATE)
        day = float(days.first.toordinal()) if days else float("nan")
        found.append(_told(row, float(text) if text else float("nan"), day, Path(path).parent, columns))
    names = [one.name for one in found]
    twice = sorted({one for one in names if names.count(one) > 1})
    if twice:
        raise InputError(f"{name} names event {', '.join(twice)} more than once; each event has one row")
    return found


def _told(row: Mapping[str, str], period_yr: float, day: float, folder: Path, columns: Sequence[str]) -> Told:
    """A row of the table of events; without a date it is dated by its start."""
    event = row[NAME].strip()
    if not event:
        raise InputError("A row of the table of events has no name; give each event one")
    times, last = storm_times(event, row), float("nan")
    if times is not None:
        first, last = (
            float(one.astype("M8[D]").astype(int)) + EPOCH for one in (times[0], times[1] - SECOND)
        )
        day = first if day != day else day
    empty = [column for column in columns if not row.get(column, "").strip()]
    rain, summed = storm_rain(event, row, folder), series_triggers(event, row, folder, empty)
    if rain is not None and summed:
        raise InputError(f"Event {event} has rain and series; give one of them")
    if rain is not None:
        rain = replace(rain, columns=tuple(column for column in empty if column in SUMMED))
        summed = {**dict.fromkeys(rain.columns, 0.0), "duration_h": rain.duration_h}
    return Told(event, period_yr, day, last, cells=row, rain=rain, summed=summed)


def _rows(path: str) -> list[dict[str, str]]:
    if Path(path).suffix.lower() != ".json":
        return read_rows(path, "Table of events")
    try:
        document = json.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, ValueError, RecursionError) as error:
        raise InputError(f"Table of events {path} cannot be read: {error}") from None
    rows = document.get("events") if isinstance(document, dict) else None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise InputError(f'Table of events {path}: allowed is {{"events": [{{"event": "..."}}]}}')
    return [{key: "" if value is None else str(value) for key, value in row.items()} for row in rows]


def _own(one: Told, column: str) -> str:
    return (one.cells or {}).get(column, "").strip()


def _has_trigger(one: Told, scenarios: TriggerScenarios) -> bool:
    """Whether it is known what rain a storm brought; if not, what it set off is undated."""
    own = [column for column in scenarios.columns if _own(one, column) or column in one.summed]
    if (one.rain is not None or _own(one, SERIES)) and not set(SUMMED) & set(scenarios.columns):
        raise InputError(
            f"Event {one.name} has rain over time, which gives {', '.join(SUMMED)}, and the scenario table has none of "
            f"them but {', '.join(scenarios.columns)}; add a column to it"
        )
    if own or np.isfinite(one.period_yr):
        if len(own) < len(scenarios.columns) and one.period_yr not in scenarios.return_periods_yr:
            lacks = ", ".join(column for column in scenarios.columns if column not in own)
            raise InputError(
                f"Event {one.name}: the scenario table has no return period {one.period_yr:g} "
                f"({', '.join(scenarios.names)}), and the event has no {lacks} of its own; add the one or the other"
            )
        return True
    return False


def _days(told: Sequence[Told], inventory: FeatureSet, numbers: Any, field: Optional[str]) -> list[float]:
    """Day of each storm: of the table, else the first date of its landslides; NaN if neither says it."""
    days = []
    for number, one in enumerate(told):
        day = one.day
        if day != day and field:
            dates = inventory.field(field)
            found = event_period([dates[i] for i in np.flatnonzero(numbers == number)], field)
            day = float(found.first.toordinal()) if found else float("nan")
        days.append(day)
    return days


def _mapped(area: FeatureSet, of_area: Sequence[Optional[str]], name: str, grid: Grid) -> Flags:
    """Ground mapped after a storm: polygons that name it, and those that name none."""
    keep = [of in (None, name) for of in of_area]
    if not any(keep):
        raise InputError(
            f"No polygon of {area.name} was mapped for event {name}, nor for all; add one or leave the event out"
        )
    chosen = FeatureSet(tuple(blob for blob, yes in zip(area.wkb, keep) if yes), area.crs_wkt, {}, area.name)
    return np.asarray(burn(chosen, grid) > 0)


def _triggers(
    told: Sequence[Told], scenarios: TriggerScenarios, table: Optional[str]
) -> Optional[StormTriggers]:
    """Own triggers, with those of the return period where a storm has none; None where no storm has any."""
    if not any(one.summed or _own(one, column) for one in told for column in scenarios.columns):
        return None
    folder, name = Path(table or "").parent, Path(table or "").name
    values, rasters = np.empty((len(told), len(scenarios.columns))), {}
    rain = {
        number + 1.0: one.rain for number, one in enumerate(told) if one.rain is not None and one.rain.columns
    }
    for number, one in enumerate(told):
        for place, column in enumerate(scenarios.columns):
            text = _own(one, column)
            if not text and column in one.summed:
                values[number, place] = one.summed[column]
            elif not text:
                values[number, place] = scenarios.values[
                    scenarios.return_periods_yr.index(one.period_yr), place
                ]
            elif is_number(text):
                values[number, place] = float(text)
            else:
                raster = trigger_raster(folder, text, column, name)
                values[number, place], rasters[number + 1.0, column] = raster.mean, raster
    numbered = tuple(float(number + 1) for number in range(len(told)))
    return StormTriggers(TriggerScenarios(numbered, scenarios.columns, values), rasters, rain)
