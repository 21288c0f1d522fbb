"""Rain over time: steps of equal length before a moment, for samples or for cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..errors import BundleError, InputError
from .arrays import Cells, Floats, Moments, Surface

RAIN = "rain_mm"


@dataclass(frozen=True)
class RainColumns:
    """Columns of rain sequences (rows, steps, properties), the oldest step first.

    Attributes
    ----------
    step_h : float
        Length of a step.
    steps : int
    properties : tuple of str

    Examples
    --------
    >>> columns = RainColumns(6.0, 20)
    >>> columns.shape, columns.window_h, columns.label(19)
    ((20, 1), 120.0, '6 to 0 h before the end')
    """

    step_h: float
    steps: int
    properties: tuple[str, ...] = (RAIN,)

    def __post_init__(self) -> None:
        if not (np.isfinite(self.step_h) and self.step_h > 0):
            raise InputError(f"A step of rain is {self.step_h} h long; allowed: hours above 0")
        if self.steps < 1:
            raise InputError(f"A sequence of rain has {self.steps} steps; allowed: 1 or more")

    @property
    def shape(self) -> tuple[int, int]:
        """Numbers of steps and of properties."""
        return self.steps, len(self.properties)

    @property
    def window_h(self) -> float:
        """Hours that all steps cover."""
        return self.step_h * self.steps

    def require_same(self, series: RainSeries) -> None:
        """Raise ``InputError`` if a series has other steps than the model knows."""
        found = series.columns
        if abs(found.step_h - self.step_h) > 1e-9 or found.steps != self.steps:
            raise InputError(
                f"The rain has {found.steps} steps of {found.step_h:g} h; the model was trained with {self.steps} "
                f"of {self.step_h:g} h"
            )
        if found.properties != self.properties:
            raise InputError(
                f"The rain has properties {', '.join(found.properties)}; the model needs "
                f"{', '.join(self.properties)}, in that order"
            )

    def label(self, step: int) -> str:
        """Hours of a step before the end of the sequence.

        >>> RainColumns(1.0, 120).label(0)
        '120 to 119 h before the end'
        """
        left = self.steps - step
        return f"{left * self.step_h:g} to {(left - 1) * self.step_h:g} h before the end"

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {"step_h": self.step_h, "steps": self.steps, "properties": list(self.properties)}

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> RainColumns:
        """The columns that ``to_dict`` stored; raise ``BundleError`` if they are damaged.

        >>> RainColumns.from_dict(RainColumns(6.0, 20).to_dict()) == RainColumns(6.0, 20)
        True
        """
        try:
            names = tuple(str(name) for name in stored["properties"])
            return cls(float(stored["step_h"]), int(stored["steps"]), names)
        except (KeyError, TypeError, ValueError, InputError) as error:
            raise BundleError(f"The stored rain columns are damaged: {error}") from None


@dataclass(frozen=True)
class RainSeries:
    """Rain of samples or cells before a moment each.

    Attributes
    ----------
    ends : datetime64[s] array (rows,)
        When the last step of each row ends, UTC; NaT where nothing says it.
    step_h : float
        Length of a step.
    rain_mm : float32 array (rows, steps)
        Rain of each step, the oldest first. NaN is a gap, never 0.

    Examples
    --------
    >>> ends = np.array(["2020-08-30T06:00:00"], "M8[s]")
    >>> series = RainSeries(ends, 1.0, np.array([[0.0, 2.0, np.nan, 5.0]], "f4"))
    >>> series.columns.steps, series.gaps.tolist(), series.sums(1.0).tolist(), series.sums(2.0).tolist()
    (4, [1], [5.0], [nan])
    """

    ends: Moments
    step_h: float
    rain_mm: Surface

    def __post_init__(self) -> None:
        if self.rain_mm.ndim != 2 or self.ends.shape != self.rain_mm.shape[:1]:
            raise InputError(
                f"Rain of {len(self.ends)} moments needs one row each, got an array of {self.rain_mm.shape}"
            )
        if self.ends.dtype != np.dtype("M8[s]"):
            raise InputError(f"Moments of rain are {self.ends.dtype}; allowed: datetime64[s], UTC")
        if (self.rain_mm < 0).any():
            raise InputError(f"Rain of {self.rain_mm.min():g} mm a step; allowed: 0 or more, or a gap")
        RainColumns(self.step_h, self.rain_mm.shape[1])

    def __len__(self) -> int:
        return len(self.ends)

    @property
    def columns(self) -> RainColumns:
        """Steps and properties."""
        return RainColumns(self.step_h, self.rain_mm.shape[1])

    @property
    def gaps(self) -> Cells:
        """Missing steps of each row (rows,)."""
        return np.asarray(np.isnan(self.rain_mm).sum(axis=1), np.intp)

    def sums(self, hours: float) -> Floats:
        """Rain (mm) of the last hours before the end (rows,); NaN where a step of it is missing.

        Raises
        ------
        InputError
            The hours are no whole number of steps within the window.
        """
        steps = round(hours / self.step_h)
        if abs(steps * self.step_h - hours) > 1e-9 or not 0 < steps <= self.rain_mm.shape[1]:
            raise InputError(
                f"Rain of the last {hours:g} h cannot be told from {self.rain_mm.shape[1]} steps of {self.step_h:g} h"
            )
        return np.asarray(self.rain_mm[:, -steps:].sum(axis=1, dtype=np.float64))

    def coarser(self, step_h: float) -> RainSeries:
        """The same rain in longer steps; a step with a gap in it is a gap.

        Raises
        ------
        InputError
            The step is no whole number of present steps, or does not divide the window.

        Examples
        --------
        >>> ends = np.array(["2020-08-30T06:00:00"], "M8[s]")
        >>> RainSeries(ends, 1.0, np.array([[0.0, 2.0, np.nan, 5.0]], "f4")).coarser(2.0).rain_mm.tolist()
        [[2.0, nan]]
        """
        each = round(step_h / self.step_h)
        if each < 1 or abs(each * self.step_h - step_h) > 1e-9 or self.rain_mm.shape[1] % each:
            raise InputError(
                f"{self.rain_mm.shape[1]} steps of {self.step_h:g} h cannot be joined into steps of {step_h:g} h; "
                "give a step that is a whole number of them and divides the window"
            )
        joined = self.rain_mm.reshape(len(self), -1, each).sum(axis=2, dtype=np.float64)
        return RainSeries(self.ends, step_h, joined.astype(np.float32))

    def take(self, rows: Cells) -> RainSeries:
        """Some of the rows, in the order asked for."""
        return RainSeries(self.ends[rows], self.step_h, self.rain_mm[rows])
