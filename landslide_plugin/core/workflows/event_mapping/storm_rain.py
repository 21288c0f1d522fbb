"""The rain of an event: what was measured, and what a forecast adds, as one sequence of the model's steps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Protocol

import numpy as np

from ...errors import InputError
from ...types.arrays import Cells, Flags, Surface
from ...types.grid import Grid, Strip
from ...types.rain import Moments, RainColumns


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
class StormRain:
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

    def window(self, end: np.datetime64, columns: RainColumns, cells: Cells) -> Surface:
        """Rain (cells, steps) of chosen cells in the window of a model that ends at a moment; NaN is a gap.

        Parameters
        ----------
        end : datetime64
        columns : RainColumns
        cells : int array (cells,)
            Numbers of cells, row by row.
        """
        each = self.steps_for(columns)
        count = columns.steps * each
        rows, cols = np.divmod(cells, self.grid.cols)
        strip = Strip(int(rows.min()), int(rows.max()) + 1)
        ahead = self.forecast_hours(end)
        later = min(round(ahead / self.measured.step_h), count) if self.forecast is not None else 0
        parts = []
        if later < count:
            until = end if not later else self.measured_until
            parts.append(self.measured.window(until, count - later, strip))
        if later and self.forecast is not None:
            parts.append(self.forecast.window(end, later, strip))
        read = np.concatenate(parts)[:, rows - strip.start, cols]
        return np.ascontiguousarray(read.reshape(columns.steps, each, -1).sum(axis=1, dtype=np.float32).T)


def whole(rain_mm: Surface) -> Flags:
    """Which rows (rows,) of rain have no gap.

    >>> whole(np.array([[1.0, 2.0], [np.nan, 0.0]], "f4")).tolist()
    [True, False]
    """
    return np.asarray(np.isfinite(rain_mm).all(axis=1))
