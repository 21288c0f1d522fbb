"""A design storm of a return period in time: its rain by steps, and what is assumed to fall before it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import InputError
from ..types.arrays import Floats, Moments
from .hyetograph import blocks_of

HOUR_S = 3600


@dataclass(frozen=True)
class DesignStorm:
    """A storm of T years that ends at a moment; T belongs to it alone, not to what falls before it.

    Attributes
    ----------
    period_yr : float
    depth_mm : float
    duration_h : float
    step_h : float
    shares : float64 array (blocks,)
        Share of the depth that falls in each step; they add up to 1.
    end : datetime64
        UTC; its date is the season that the storm assumes.

    Examples
    --------
    >>> storm = DesignStorm(50.0, 80.0, 4.0, 1.0, np.full(4, 0.25), np.datetime64("2020-08-30T20:00:00"))
    >>> storm.rain_mm(antecedent_mm=6.0, antecedent_h=3.0, after_h=1.0).tolist()
    [2.0, 2.0, 2.0, 20.0, 20.0, 20.0, 20.0, 0.0]
    >>> [str(moment)[11:16] for moment in storm.ends(antecedent_h=0.0, after_h=1.0)]
    ['17:00', '18:00', '19:00', '20:00', '21:00']
    """

    period_yr: float
    depth_mm: float
    duration_h: float
    step_h: float
    shares: Floats
    end: np.datetime64

    def __post_init__(self) -> None:
        if len(self.shares) != blocks_of(self.duration_h, self.step_h):
            raise InputError(
                f"A storm of {self.duration_h:g} h has {blocks_of(self.duration_h, self.step_h)} steps of "
                f"{self.step_h:g} h, and {len(self.shares)} shares are given; give one a step"
            )
        if self.depth_mm < 0:
            raise InputError(f"The storm brings {self.depth_mm:g} mm; allowed: 0 or more")

    @property
    def start(self) -> np.datetime64:
        """When the storm begins."""
        return self.end - self._seconds(self.duration_h)

    def ends(self, antecedent_h: float, after_h: float) -> Moments:
        """When each step ends (steps,), with those before and after the storm."""
        before, after = (
            self._steps(hours, what) for hours, what in ((antecedent_h, "before"), (after_h, "after"))
        )
        number = np.arange(1, before + len(self.shares) + after + 1)
        first = self.start - before * self._seconds(self.step_h)
        return np.asarray(first + number * self._seconds(self.step_h), "M8[s]")

    def rain_mm(self, antecedent_mm: float, antecedent_h: float, after_h: float) -> Floats:
        """Rain of each step (steps,): antecedent rain spread evenly, the storm, and nothing after it."""
        before, after = (
            self._steps(hours, what) for hours, what in ((antecedent_h, "before"), (after_h, "after"))
        )
        if antecedent_mm > 0 and not before:
            raise InputError("Antecedent rain is given and no hours before the storm; give BEFORE_HOURS too")
        evenly = np.full(before, antecedent_mm / max(before, 1))
        return np.concatenate([evenly, self.shares * self.depth_mm, np.zeros(after)])

    def _steps(self, hours: float, what: str) -> int:
        count = round(hours / self.step_h)
        if abs(count * self.step_h - hours) > 1e-6 or count < 0:
            raise InputError(
                f"{hours:g} h {what} the storm are no whole number of steps of {self.step_h:g} h; give such hours"
            )
        return count

    @staticmethod
    def _seconds(hours: float) -> np.timedelta64:
        return np.timedelta64(round(hours * HOUR_S), "s")
