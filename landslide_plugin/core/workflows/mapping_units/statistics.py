"""Statistics of values by unit, added up part by part; memory grows with the units, not with the cells.

Only quantiles and majorities need the values themselves: those of units that are not complete yet are kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from ...types.arrays import Cells, Counts, Floats, Surface
from .cells_by_unit import Runs, in_runs

MANY = 1 << 22
"""Kept values above which those of complete units are turned into results."""

MOMENTS = ("mean", "sd", "minimum", "maximum", "range")
CIRCULAR = ("mean", "sd")
"""What a direction has of them."""


def quantile_name(percent: float) -> str:
    """Name of a quantile's field.

    >>> quantile_name(90.0), quantile_name(2.5)
    ('p90', 'p2_5')
    """
    return "p" + f"{percent:g}".replace(".", "_")


@dataclass
class UnitValues:
    """Values of one band by unit.

    Attributes
    ----------
    units : int
    circular : bool
        Values are directions in degrees.
    percents : sequence of float
        Quantiles to find.
    majority : bool
        Whether to find the most frequent value, of equals the smallest.
    """

    units: int
    circular: bool = False
    percents: Sequence[float] = ()
    majority: bool = False
    _kept: list[tuple[Cells, Surface]] = field(default_factory=list)
    _limit: int = MANY

    def __post_init__(self) -> None:
        zeros, nothing = np.zeros(self.units), np.full(self.units, np.nan)
        self.count: Counts = np.zeros(self.units, np.int64)
        self._mean, self._squares = zeros.copy(), zeros.copy()
        self._low, self._high = np.full(self.units, np.inf), np.full(self.units, -np.inf)
        self._sine, self._cosine = zeros.copy(), zeros.copy()
        self._quantiles = {percent: nothing.copy() for percent in self.percents}
        self._majority = nothing.copy()

    def add(self, values: Surface, runs: Runs) -> None:
        """Add the cells of runs, whose values are found by their number in ``values`` (cells,)."""
        found = values[runs.cell]
        owners = np.repeat(runs.owner, np.diff(np.r_[runs.first, runs.cell.size]))
        known = np.isfinite(found)
        if not known.all():
            found, owners = found[known], owners[known]
        self.add_sorted(found, owners)

    def add_sorted(self, values: Surface, owners: Cells) -> None:
        """Add known values (n,) of units (n,) in rising order."""
        if not values.size:
            return
        runs = in_runs(np.arange(owners.size), owners)
        self._add_moments(values.astype(np.float64), runs.first, runs.owner)
        if self.percents or self.majority:
            self._kept.append((owners, values))

    def _add_moments(self, values: Floats, first: Cells, unit: Cells) -> None:
        """Chan, Golub and LeVeque (1983, The American Statistician 37, eq. 2.1) for mean and squares."""
        more = np.diff(np.r_[first, values.size])
        if self.circular:
            angle = np.radians(values)
            self._sine[unit] += np.add.reduceat(np.sin(angle), first)
            self._cosine[unit] += np.add.reduceat(np.cos(angle), first)
        else:
            mean = np.add.reduceat(values, first) / more
            squares = np.add.reduceat((values - np.repeat(mean, more)) ** 2, first)
            before, off = self.count[unit], mean - self._mean[unit]
            together = before + more
            self._squares[unit] += squares + off**2 * before * more / together
            self._mean[unit] += off * more / together
            self._low[unit] = np.minimum(self._low[unit], np.minimum.reduceat(values, first))
            self._high[unit] = np.maximum(self._high[unit], np.maximum.reduceat(values, first))
        self.count[unit] += more

    def close(self, complete: np.ndarray[tuple[int, ...], np.dtype[np.bool_]], last: bool = False) -> None:
        """Turn the values of complete units (units,) into results if many are kept, or if it is the last time."""
        kept = sum(values.size for _, values in self._kept)
        if not self._kept or (kept < self._limit and not last):
            return
        owners = np.concatenate([each for each, _ in self._kept])
        values = np.concatenate([each for _, each in self._kept])
        done = complete[owners] | last
        self._finish(owners[done], values[done])
        self._kept = [(owners[~done], values[~done])] if not done.all() else []
        self._limit = max(MANY, 2 * int((~done).sum()))

    def _finish(self, owners: Cells, values: Surface) -> None:
        if not owners.size:
            return
        order = np.lexsort((values, owners))
        values, owners = values[order], owners[order]
        first = np.flatnonzero(np.r_[True, owners[1:] != owners[:-1]])
        size = np.diff(np.r_[first, owners.size])
        for percent, results in self._quantiles.items():
            place = (size - 1) * (percent / 100.0)
            below = np.floor(place).astype(np.int64)
            above = np.minimum(below + 1, size - 1)
            low, high = values[first + below].astype(np.float64), values[first + above].astype(np.float64)
            results[owners[first]] = low + (high - low) * (place - below)
        if self.majority:
            begins = np.flatnonzero(np.r_[True, (owners[1:] != owners[:-1]) | (values[1:] != values[:-1])])
            often = np.diff(np.r_[begins, owners.size])
            best = np.lexsort((values[begins], -often, owners[begins]))
            top = begins[best][np.flatnonzero(np.r_[True, np.diff(owners[begins][best]) != 0])]
            self._majority[owners[top]] = values[top]

    def results(self, names: Sequence[str]) -> dict[str, Floats]:
        """Statistics (units,) by name, NaN without values; directions have no quantile and no range.

        The standard deviation is that of all cells (divided by n), of directions that of Mardia and Jupp (2000,
        eq. 2.3.11), the square root of -2 ln R.

        >>> two = UnitValues(1, percents=(50.0,))
        >>> two.add_sorted(np.array([1.0, 3.0], np.float32), np.array([0, 0]))
        >>> two.close(np.array([True]), last=True)
        >>> {name: float(value[0]) for name, value in two.results(("mean", "sd", "range")).items()}
        {'mean': 2.0, 'sd': 1.0, 'range': 2.0, 'p50': 2.0}
        """
        empty, count = self.count == 0, np.maximum(self.count, 1)
        if self.circular:
            resultant = np.clip(np.hypot(self._sine, self._cosine) / count, 1e-12, 1.0)
            found = {
                "mean": np.degrees(np.arctan2(self._sine, self._cosine)) % 360.0,
                "sd": np.degrees(np.sqrt(-2.0 * np.log(resultant))),
            }
        else:
            found = {
                "mean": self._mean,
                "sd": np.sqrt(self._squares / count),
                "minimum": self._low,
                "maximum": self._high,
                "range": np.where(empty, np.nan, self._high) - np.where(empty, np.nan, self._low),
            }
        wanted = {name: np.where(empty, np.nan, found[name]) for name in names if name in found}
        wanted.update({quantile_name(percent): values for percent, values in self._quantiles.items()})
        return {**wanted, "majority": self._majority} if self.majority else wanted
