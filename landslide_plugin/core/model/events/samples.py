"""Samples of events: a place, a day, the rain before it, and whether a landslide was there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...types.factors import FactorSpec
from ...types.profile import ProfileColumns
from ...types.rain import RainColumns
from ..inference.arrangement import distinct_rows

Floats = npt.NDArray[np.float64]
Inputs = npt.NDArray[np.float32]
Days = npt.NDArray[np.datetime64]
APART_D = 2
"""Days of two rows that are this near each other, or nearer, belong to one storm."""
UNDATED = -1
"""Storm of a row without a day."""


@dataclass(frozen=True)
class EventRows:
    """What the model is asked about: one row a (place, event).

    Attributes
    ----------
    static : float32 array (n, factors)
        Raw values; NaN is no-data.
    rain_mm : float32 array (n, steps), or (m, steps) with ``place``
        Rain of each step before the end, the oldest first; NaN is a gap.
    day_of_year : float64 array (n,)
        1 on the first of January.
    profile : float32 array (n, layers, properties), optional
        Soil.
    place : int array (n,), optional
        Which row of the rain each row has, where many share one.
    """

    static: Inputs
    rain_mm: Inputs
    day_of_year: Floats
    profile: Optional[Inputs] = None
    place: Optional[npt.NDArray[np.intp]] = None

    def __post_init__(self) -> None:
        n, rained = len(self.static), len(self.rain_mm if self.place is None else self.place)
        if rained != n or len(self.day_of_year) != n:
            raise InputError(
                f"{n} rows of factors need the rain and the day of each, got {rained} of rain "
                f"and {len(self.day_of_year)} days"
            )
        if self.place is not None and n and not 0 <= self.place.min() <= self.place.max() < len(self.rain_mm):
            raise InputError(
                f"Places in the rain range from {self.place.min()} to {self.place.max()}; allowed: 0 to "
                f"{len(self.rain_mm) - 1}"
            )

    def __len__(self) -> int:
        return len(self.static)

    def take(self, rows: npt.NDArray[Any]) -> EventRows:
        """Some of the rows."""
        soil = None if self.profile is None else self.profile[rows]
        if self.place is None:
            return EventRows(self.static[rows], self.rain_mm[rows], self.day_of_year[rows], soil)
        return EventRows(self.static[rows], self.rain_mm, self.day_of_year[rows], soil, self.place[rows])

    def distinct_storms(self) -> tuple[Inputs, Floats, npt.NDArray[np.intp]]:
        """Rain (m, steps) and day (m,) that differ together, and which of them each row has (n,)."""
        rain, place = self.distinct_rain()
        days, day = np.unique(self.day_of_year, return_inverse=True)
        if len(days) <= 1:
            return rain, np.repeat(days, len(rain) if len(days) else 0), place
        pairs, which = np.unique(place * len(days) + day.ravel(), return_inverse=True)
        return rain[pairs // len(days)], days[pairs % len(days)], which.ravel()

    def distinct_rain(self) -> tuple[Inputs, npt.NDArray[np.intp]]:
        """Rain that differs (m, steps), and which of it each row has (n,).

        >>> rows = EventRows(np.zeros((3, 1), "f4"), np.array([[1, 2], [0, 0], [1, 2]], "f4"), np.ones(3))
        >>> rain, place = rows.distinct_rain()
        >>> len(rain), bool(np.array_equal(rain[place], rows.rain_mm))
        (2, True)
        """
        if self.place is not None or not len(self):
            return self.rain_mm, np.zeros(0, np.intp) if self.place is None else self.place
        which, first = distinct_rows(np.ascontiguousarray(self.rain_mm, np.float32))
        return self.rain_mm[first], which


@dataclass(frozen=True)
class EventSamples:
    """Rows with labels, dates and what else is known of them.

    Attributes
    ----------
    rows : EventRows
    specs : tuple of FactorSpec
        Of the static factors.
    rain : RainColumns
    labels : int8 array (n,)
    days : datetime64[D] array (n,)
    storms : int array (n,)
        Number of each row's storm.
    shares : float64 array (n,), optional
        Share of its kind and event that each row was drawn at; None where that is not known.
    soil : ProfileColumns, optional
        Of the rows' soil profiles.
    """

    rows: EventRows
    specs: tuple[FactorSpec, ...]
    rain: RainColumns
    labels: npt.NDArray[np.int8]
    days: Days
    storms: npt.NDArray[np.intp]
    shares: Optional[Floats] = None
    soil: Optional[ProfileColumns] = None

    def __len__(self) -> int:
        return len(self.labels)

    @property
    def years(self) -> npt.NDArray[np.intp]:
        """Calendar year of each row."""
        return np.asarray(self.days.astype("M8[Y]").astype(np.intp) + 1970)

    @property
    def relative(self) -> bool:
        """Whether nothing says which share of the ground the rows are, so that only ratios of P mean something."""
        return self.shares is None

    @property
    def offsets(self) -> Optional[Floats]:
        """Log odds of the sampling (n,): log of the share of landslides drawn over that of stable rows, by storm."""
        return None if self.shares is None else sampling_offsets(self.labels, self.storms, self.shares)

    @property
    def weights(self) -> Floats:
        """What each row counts (n,), 1 on average: the ground that it stands for."""
        if self.shares is None:
            return np.ones(len(self))
        ground = 1.0 / self.shares
        return np.asarray(ground / ground.mean())

    def take(self, rows: npt.NDArray[Any]) -> EventSamples:
        """Some of the samples."""
        return replace(
            self,
            rows=self.rows.take(rows),
            labels=self.labels[rows],
            days=self.days[rows],
            storms=self.storms[rows],
            shares=None if self.shares is None else self.shares[rows],
        )

    def usable(self) -> npt.NDArray[np.bool_]:
        """Rows (n,) with every factor, every step of rain and a day."""
        whole = np.isfinite(self.rows.static).all(axis=1) & np.isfinite(self.rows.rain_mm).all(axis=1)
        whole &= np.isfinite(self.rows.day_of_year) & ~np.isnat(self.days)
        if self.rows.profile is not None:
            whole &= np.isfinite(self.rows.profile).all(axis=(1, 2))
        return np.asarray(whole)


def storms_of_days(days: Days, apart_d: int = APART_D) -> npt.NDArray[np.intp]:
    """Number (n,) of the storm of each day; days within so many of each other are one, on and on; -1 without a day.

    >>> days = np.array(["2020-08-30", "2020-09-01", "2020-09-03", "2020-09-06"], "M8[D]")
    >>> storms_of_days(days).tolist()
    [0, 0, 0, 1]
    """
    present = np.unique(days[~np.isnat(days)])
    if not len(present):
        return np.full(len(days), UNDATED, np.intp)
    gaps = np.diff(present).astype(np.int64) > apart_d
    number = np.concatenate([[0], np.cumsum(gaps)])
    place = np.minimum(np.searchsorted(present, days), len(present) - 1)
    return np.where(np.isnat(days), UNDATED, number[place]).astype(np.intp)


def day_of_year(days: Days) -> Floats:
    """Day of the year (n,), 1 on the first of January.

    >>> day_of_year(np.array(["2020-01-01", "2020-12-31"], "M8[D]")).tolist()
    [1.0, 366.0]
    """
    first = days.astype("M8[Y]").astype("M8[D]")
    return np.asarray((days.astype("M8[D]") - first).astype(np.int64) + 1, dtype=np.float64)


def sampling_offsets(labels: npt.NDArray[Any], storms: npt.NDArray[np.intp], shares: Floats) -> Floats:
    """Log of the share of landslides drawn over that of stable rows (n,), the same for all rows of a storm.

    A storm without landslides had all of them drawn, none; of one without stable rows the share of all stable rows
    stands in.

    Raises
    ------
    InputError
        A share that is missing or outside 0 to 1, or shares that differ among rows of one kind and storm.

    Examples
    --------
    >>> y, storm = np.array([1, 0, 0, 0]), np.array([3, 3, 3, 8])
    >>> np.exp(sampling_offsets(y, storm, np.array([1.0, 0.1, 0.1, 0.5]))).round(6).tolist()
    [10.0, 10.0, 10.0, 2.0]
    """
    unknown = int((~np.isfinite(shares)).sum())
    if unknown:
        raise InputError(
            f"{unknown} of {len(shares)} rows have no share drawn; fill the field, or leave it out: P is relative then"
        )
    if not ((shares > 0).all() and (shares <= 1).all()):
        raise InputError(
            f"Shares drawn range from {shares.min():g} to {shares.max():g}; allowed: above 0, up to 1"
        )
    slid, found = np.asarray(labels) > 0, np.zeros(len(shares))
    usual = float(np.exp(np.log(shares[~slid]).mean())) if (~slid).any() else 1.0
    for storm in np.unique(storms):
        inside = storms == storm
        odds = []
        for kind, other in ((slid, 1.0), (~slid, usual)):
            own = shares[inside & kind]
            if own.size and np.ptp(own) > 1e-6 * own.max():
                raise InputError(
                    f"Rows of one kind and storm were drawn at shares from {own.min():g} to {own.max():g}; "
                    "give each storm one share for its landslides and one for its stable rows"
                )
            odds.append(float(own[0]) if own.size else other)
        found[inside] = np.log(odds[0] / odds[1])
    return found


def require_both(labels: npt.NDArray[Any], what: Sequence[str] = ("landslides", "stable rows")) -> None:
    """Raise ``InputError`` where rows of one kind are missing."""
    slid = int((np.asarray(labels) > 0).sum())
    for count, name in zip((slid, len(labels) - slid), what):
        if count < 2:
            raise InputError(f"The samples hold {count} {name}; a model needs two or more of each kind")
