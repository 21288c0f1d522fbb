"""The rain of an event: what was measured, and what a forecast adds, as one sequence of the model's steps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Protocol

import numpy as np

from ...errors import InputError
from ...types.arrays import Cells, Flags, Moments, Surface
from ...types.grid import Grid, Strip
from ...types.rain import RainColumns

VALUES_AT_ONCE = 1 << 25
"""Values of rain that are read at once."""


class StackOfRain(Protocol):
    """Rain of cells over time, mm in each step."""

    @property
    def grid(self) -> Grid:
        """Where its cells lie."""

    @property
    def ends(self) -> Moments:
        """When each step ends (steps,), UTC, rising."""

    @property
    def step_h(self) -> float:
        """Length of a step."""

    def window(self, end: np.datetime64, steps: int, strip: Strip) -> Surface:
        """Rain (steps, rows, cols) of the steps up to a moment, the oldest first; NaN is a gap."""


@dataclass(frozen=True)
class EventRain:
    """Measured rain, continued by a forecast where one is given.

    Attributes
    ----------
    measured : StackOfRain
    forecast : StackOfRain or None
        On the same cells; used for steps after the last measured one alone.
    """

    measured: StackOfRain
    forecast: Optional[StackOfRain] = None

    def __post_init__(self) -> None:
        if self.forecast is None:
            return
        if abs(self.forecast.step_h - self.measured.step_h) > 1e-9:
            raise InputError(
                f"The forecast has steps of {self.forecast.step_h:g} h and the measured rain of "
                f"{self.measured.step_h:g} h; give both in steps of one length"
            )
        self.measured.grid.require_same(self.forecast.grid, "The forecast")
        if self.forecast.ends[-1] <= self.measured.ends[-1]:
            raise InputError(
                "The forecast ends before the measured rain does; leave it out, or give one of later steps"
            )

    @property
    def grid(self) -> Grid:
        """Where the cells of the rain lie."""
        return self.measured.grid

    @property
    def ends(self) -> Moments:
        """When each step ends, of both, rising."""
        if self.forecast is None:
            return self.measured.ends
        later = self.forecast.ends[self.forecast.ends > self.measured.ends[-1]]
        return np.concatenate([self.measured.ends, later])

    @property
    def measured_until(self) -> np.datetime64:
        """When the last measured step ends."""
        last: np.datetime64 = self.measured.ends[-1]
        return last

    def forecast_hours(self, end: np.datetime64) -> float:
        """Hours of a window that ends at a moment which are forecast.

        Those before the last measured step are not, so the share grows with the moment.
        """
        return max(float((end - self.measured_until) / np.timedelta64(1, "h")), 0.0)

    def steps_for(self, columns: RainColumns) -> int:
        """Steps of this rain that make one step of a model.

        Raises
        ------
        InputError
            The model's step is no whole number of them.
        """
        each = round(columns.step_h / self.measured.step_h)
        if each < 1 or abs(each * self.measured.step_h - columns.step_h) > 1e-9:
            raise InputError(
                f"The model takes rain in steps of {columns.step_h:g} h; the rain given has steps of "
                f"{self.measured.step_h:g} h, of which no whole number makes one"
            )
        return each

    def steps(self, end: np.datetime64, count: int, cells: Cells) -> Surface:
        """Rain (count, cells) of the steps of this rain up to a moment, the oldest first; NaN is a gap.

        Parameters
        ----------
        end : datetime64
        count : int
        cells : int array (cells,)
            Numbers of cells, row by row, rising.
        """
        later = 0
        if self.forecast is not None:
            later = min(round(self.forecast_hours(end) / self.measured.step_h), count)
        parts = []
        if later < count:
            parts.append(_read(self.measured, self.measured_until if later else end, count - later, cells))
        if later and self.forecast is not None:
            parts.append(_read(self.forecast, end, later, cells))
        return np.concatenate(parts)


def _read(stack: StackOfRain, end: np.datetime64, count: int, cells: Cells) -> Surface:
    """Rain (count, cells) of a stack, its rows read in strips that fit in memory."""
    rows, cols = np.divmod(cells, stack.grid.cols)
    found = np.empty((count, len(cells)), np.float32)
    at_once = max(VALUES_AT_ONCE // (count * stack.grid.cols), 1)
    first, last = int(rows.min()), int(rows.max()) + 1
    for start in range(first, last, at_once):
        strip = Strip(start, min(start + at_once, last))
        inside = np.flatnonzero(strip.holds(rows))
        if len(inside):
            read = stack.window(end, count, strip)
            found[:, inside] = read[:, rows[inside] - start, cols[inside]]
    return found


class RainWindows:
    """Windows of a model at chosen cells, one moment after the other; steps that two of them share are read once.

    Parameters
    ----------
    rain : EventRain
    columns : RainColumns
        Steps of the model.
    cells : int array (cells,)
        Numbers of cells of the rain, row by row, rising.
    """

    def __init__(self, rain: EventRain, columns: RainColumns, cells: Cells):
        self._rain, self._columns, self._cells = rain, columns, cells
        self._each = rain.steps_for(columns)
        self._end: Optional[np.datetime64] = None
        self._steps: Surface = np.empty((0, len(cells)), np.float32)

    def ending(self, end: np.datetime64) -> Surface:
        """Rain (cells, steps) of the window that ends at a moment, in the model's steps; NaN is a gap."""
        count = self._columns.steps * self._each
        new = count
        if self._end is not None:
            ahead = float((end - self._end) / np.timedelta64(1, "h")) / self._rain.measured.step_h
            if 0 <= ahead < count and abs(ahead - round(ahead)) < 1e-6:
                new = round(ahead)
        if new:
            fresh = self._rain.steps(end, new, self._cells)
            self._steps = np.concatenate([self._steps[new:], fresh]) if new < count else fresh
        self._end = end
        joined = self._steps.reshape(self._columns.steps, self._each, -1).sum(axis=1, dtype=np.float64)
        return np.ascontiguousarray(joined.T, np.float32)


def whole(rain_mm: Surface) -> Flags:
    """Which rows (rows,) of rain have no gap.

    >>> whole(np.array([[1.0, 2.0], [np.nan, 0.0]], "f4")).tolist()
    [True, False]
    """
    return np.asarray(np.isfinite(rain_mm).all(axis=1))
