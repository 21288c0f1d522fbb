"""From a layer or table of places and days, and a table of rain, to the job of training an event model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...io.rain.series_table import STEP, read_series, series_of_columns
from ...model.events.samples import APART_D
from ...progress import Progress
from ...samples.dates import period
from ...samples.events import near_events, near_words
from ...samples.folding.by_value import as_word
from ...samples.labels import parse_labels
from ...types.arrays import Moments
from ...types.factors import FactorSpec
from ...types.features import FeatureSet
from ...types.rain import RainSeries
from ..mapping_units.fields import FieldKinds, factor_columns
from .soil import soil_of_samples

Facts = dict[str, Any]
Arrays = dict[str, npt.NDArray[Any]]
ID = "id"
HOUR, DAY_H, FARTHEST_CLOCK_H = np.timedelta64(3600, "s"), 24.0, 14.0
APART_AT_MOST_D = 30
"""Days between two rows of one event in a row, beyond which the name is asked about."""
WITHOUT_DAY = np.datetime64("NaT", "D")


@dataclass(frozen=True)
class EventRequest:
    """What an event model is to be learnt from.

    Attributes
    ----------
    samples : FeatureSet
        Points, or rows of a table; one a (place, event).
    label, date : str
        Fields with 1 and 0, and with the day that the rain ends.
    fields : sequence of str
        Static factors.
    settings : mapping of str to Any
    families : sequence of str
    rain : str
        Table of series; empty where the samples have columns of steps themselves.
    identifier : str
        Field that the rows of the table of series are called by.
    event, share : str, optional
        Fields of each row's event, and of the share of its kind and event that it was drawn at.
    profile : str, optional
        Raster with the soil profile of the places.
    kinds : FieldKinds
    """

    samples: FeatureSet
    label: str
    date: str
    fields: Sequence[str]
    settings: Mapping[str, Any]
    families: Sequence[str] = ()
    rain: str = ""
    identifier: str = ID
    event: Optional[str] = None
    share: Optional[str] = None
    profile: Optional[str] = None
    kinds: FieldKinds = field(default_factory=FieldKinds)


@dataclass(frozen=True)
class EventRun:
    """A job and its arrays."""

    job: Facts
    arrays: Arrays


def prepare_events(request: EventRequest, progress: Progress) -> EventRun:
    """Everything that training needs.

    Raises
    ------
    InputError
        Fields that are not there or hold what they may not, or samples without rain.
    """
    samples = request.samples
    apart = [name for name in (request.label, request.date, request.event, request.share) if name]
    mixed = sorted(set(apart) & set(request.fields))
    if mixed:
        raise InputError(f"Field {', '.join(mixed)} is no factor of the ground; leave it out of the factors")
    factors = factor_columns(samples, request.fields, request.kinds)
    for line in factors.words:
        progress.info(line)
    rain = _rain(request)
    columns = rain.columns
    days = days_of(samples.field(request.date), request.date)
    arrays: Arrays = {
        "static": factors.values,
        "rain": rain.rain_mm,
        "days": days.astype(np.int64),
        "labels": parse_labels(samples.field(request.label), request.label).astype(np.int8),
    }
    elsewhen = _elsewhen(rain.ends, days)
    if elsewhen:
        progress.warning(
            f"The rain of {elsewhen} rows ends on another day than field {request.date} says; build it for that day, "
            "or choose the field that it was built for"
        )
    if request.event:
        arrays["storms"] = _numbers(samples.field(request.event))
        _tell_of_events(arrays["storms"], samples.field(request.event), days, progress)
    if request.share:
        arrays["shares"] = _shares(samples.field(request.share), request.share)
    progress.info(
        f"{len(samples)} rows, {int(arrays['labels'].sum())} landslides, {len(factors.specs)} factors, rain of "
        f"{columns.steps} steps of {columns.step_h:g} h"
    )
    soil = soil_of_samples(samples, request.label, request.profile, progress) if request.profile else None
    if soil is not None:
        arrays["profile"] = soil.values
    job: Facts = {
        "factors": [_plain(spec) for spec in factors.specs],
        "rain_columns": columns.to_dict(),
        "soil_columns": None if soil is None else soil.columns.to_dict(),
        "families": list(request.families),
        "settings": dict(request.settings),
        "provenance": {"samples": samples.name, "rain": request.rain or "columns of the samples"},
    }
    if request.profile:
        job["provenance"]["profile"] = Path(request.profile.split("|")[0]).name
    return EventRun(job, arrays)


def days_of(values: Sequence[Any], name: str) -> npt.NDArray[np.datetime64]:
    """Day (n,) of each value of a field; NaT where it is empty.

    Raises
    ------
    InputError
        A date that is no day.

    Examples
    --------
    >>> [str(day) for day in days_of(["2020-08-30", None, "2020-08-30T06:00:00"], "date")]
    ['2020-08-30', 'NaT', '2020-08-30']
    >>> days_of(["2020-08"], "date")
    Traceback (most recent call last):
    landslide_plugin.core.errors.InputError: Field date holds 2020-08; an event needs a day, such as 2020-08-30
    """
    found = []
    for value in values:
        word = as_word(value)
        when = period(word, f"Field {name}") if word else None
        if when is not None and when.first != when.last:
            raise InputError(f"Field {name} holds {word}; an event needs a day, such as 2020-08-30")
        found.append(WITHOUT_DAY if when is None else np.datetime64(when.first, "D"))
    return np.array(found, "M8[D]")


def _rain(request: EventRequest) -> RainSeries:
    """Rain of the samples, gaps throughout where they have no row in the table."""
    if not request.rain:
        return rain_of_columns(request.samples)
    ids, series = read_series(request.rain)
    place = {one: row for row, one in enumerate(ids)}
    wanted = [as_word(value) or "" for value in request.samples.field(request.identifier)]
    found = np.array([place.get(word, -1) for word in wanted])
    if not (found >= 0).any():
        raise InputError(
            f"No row of the table of rain is called as a sample: its ids are such as {', '.join(ids[:3])}, field "
            f"{request.identifier} holds {', '.join(wanted[:3])}; choose the field that they share"
        )
    own = series.take(np.maximum(found, 0))
    own.rain_mm[found < 0], own.ends[found < 0] = np.nan, np.datetime64("NaT")
    return own


def _elsewhen(ends: Moments, days: npt.NDArray[np.datetime64]) -> int:
    """How many rows have rain that ends on another day than theirs, whichever clock the day is of."""
    after = (ends - days.astype("M8[s]")) / HOUR
    return int(((after < -FARTHEST_CLOCK_H) | (after > DAY_H + FARTHEST_CLOCK_H)).sum())


def rain_of_columns(samples: FeatureSet) -> RainSeries:
    """Rain of fields such as ``h120 ... h001`` of the samples themselves.

    Raises
    ------
    InputError
        No such fields, steps of unequal length, or rain that is no number of mm.

    Examples
    --------
    >>> layer = FeatureSet((b"", b""), attributes={"h012": (1.0, None), "h006": (2.0, 0.0)})
    >>> series = rain_of_columns(layer)
    >>> series.rain_mm.tolist(), series.step_h
    ([[1.0, 2.0], [nan, 0.0]], 6.0)
    """
    steps = [name for name in samples.attributes if STEP.fullmatch(name)]
    if not steps:
        raise InputError(
            f"{samples.name} has no columns of rain (h006: the hours from where a step begins to the end) and no table "
            "of rain is given; choose the table that 'Build rain series' wrote"
        )
    texts = {name: [as_word(value) or "" for value in samples.field(name)] for name in steps}
    rows = [f"row {number}" for number in range(1, len(samples) + 1)]
    return series_of_columns(texts, rows, samples.name)


def _shares(values: Sequence[Any], name: str) -> npt.NDArray[np.float64]:
    try:
        return np.array([np.nan if as_word(value) is None else float(value) for value in values])
    except (TypeError, ValueError):
        raise InputError(f"Field {name} holds text; allowed: the share drawn, above 0, up to 1") from None


def _numbers(values: Sequence[Any]) -> npt.NDArray[np.int64]:
    """Number (n,) of each different word; a row without an event is one of its own kind, left out with its day."""
    words = [as_word(value) for value in values]
    if any(word is None for word in words):
        count = sum(word is None for word in words)
        raise InputError(
            f"{count} rows have no event; fill the event field, or leave it out: days then make events"
        )
    _, number = np.unique(np.array(words, dtype=str), return_inverse=True)
    return np.asarray(number.ravel(), np.int64)


def _tell_of_events(
    storms: npt.NDArray[np.int64], names: Sequence[Any], days: npt.NDArray[np.datetime64], progress: Progress
) -> None:
    """Warn of events that share days with another or lie near it, and of names that two storms seem to share."""
    dated = ~np.isnat(days)
    if not dated.any():
        return
    once = np.unique(np.column_stack([storms[dated], days[dated].astype(np.int64)]), axis=0)
    name_of = {int(number): as_word(names[row]) for row, number in enumerate(storms)}
    same, first = np.unique(once[:, 1], return_index=True)
    shared = np.setdiff1d(np.arange(len(once)), first)
    if len(shared):
        one = once[shared[0]]
        others = once[(once[:, 1] == one[1]) & (once[:, 0] != one[0]), 0]
        progress.warning(
            f"{len(np.unique(once[shared, 1]))} of {len(same)} days belong to two events or more, such as "
            f"{np.datetime64(int(one[1]), 'D')} to {name_of[int(others[0])]} and {name_of[int(one[0])]}: where their "
            "rain is the same, scores on events left out flatter"
        )
    numbers = np.unique(once[:, 0])
    of = [np.sort(once[once[:, 0] == number, 1]) for number in numbers]
    far = [place for place, own in enumerate(of) if len(own) > 1 and np.diff(own).max() > APART_AT_MOST_D]
    if far:
        own, event = of[far[0]], name_of[int(numbers[far[0]])]
        progress.warning(
            f"{len(far)} events have rows more than {APART_AT_MOST_D} days apart, such as {event} of "
            f"{np.datetime64(int(own[0]), 'D')} and of {np.datetime64(int(own[-1]), 'D')}: two storms of one name "
            "count as one; give each a name of its own"
        )
    spans = [(name_of[int(numbers[n])] or "", own[0], own[-1]) for n, own in enumerate(of) if n not in far]
    days_of_name = {name_of[int(number)] or "": set(own.tolist()) for number, own in zip(numbers, of)}
    near = [pair for pair in near_events(spans, APART_D) if not days_of_name[pair[0]] & days_of_name[pair[1]]]
    if near:
        progress.warning(near_words(near, APART_D))


def _plain(spec: FactorSpec) -> dict[str, Any]:
    entry = asdict(spec)
    names = spec.categories
    return {
        **entry,
        "categories": None if names is None else {str(code): name for code, name in names.items()},
    }
