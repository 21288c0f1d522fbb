"""How the rain of each scenario falls over time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...types.lists import numbers
from .rain import MM_H_PER_M_S, SECONDS_PER_HOUR

UNIFORM = (1.0,)


@dataclass(frozen=True)
class RainPeriod:
    """Rain of constant rate.

    Attributes
    ----------
    rate_m_s : float or array (cells,)
    start_s, stop_s : float
        How long before the moment looked at it began and ended; ``stop_s`` may be 0.
    """

    rate_m_s: Any
    start_s: float
    stop_s: float


@dataclass(frozen=True)
class Storms:
    """The storms of all scenarios, seen from a moment at or after their end.

    Attributes
    ----------
    intensity_mm_h : float array (scenarios,) or (scenarios, cells)
        Mean over the duration.
    duration_h : float array (scenarios,)
    pattern : tuple of float
        Shares of the storm's rain in equal parts of its duration; any positive sum.
    hours_after : float
        The moment looked at, after the end of the storm.
    patterns : tuple of tuple of float
        A pattern for each scenario, in place of ``pattern``.

    Examples
    --------
    >>> storms = Storms(np.array([36.0]), np.array([2.0]), (3.0, 1.0))
    >>> [(round(p.rate_m_s * 1e6, 6), p.start_s, p.stop_s) for p in storms.periods(0)]
    [(15.0, 7200.0, 3600.0), (5.0, 3600.0, 0.0)]
    """

    intensity_mm_h: npt.NDArray[np.float64]
    duration_h: npt.NDArray[np.float64]
    pattern: tuple[float, ...] = UNIFORM
    hours_after: float = 0.0
    patterns: tuple[tuple[float, ...], ...] = ()

    def __post_init__(self) -> None:
        for pattern in (self.pattern, *self.patterns):
            if not pattern or min(pattern) < 0 or sum(pattern) <= 0:
                raise InputError(
                    f"Rain pattern {pattern} must hold shares of at least 0, not all of them 0, such as 1 2 1"
                )

    def cells(self, chosen: Any) -> Storms:
        """The storms over some of the cells."""
        intensity = self.intensity_mm_h
        return replace(self, intensity_mm_h=intensity[:, chosen]) if intensity.ndim > 1 else self

    def known(self) -> npt.NDArray[np.bool_]:
        """Where the rain is given."""
        return np.asarray(np.isfinite(self.intensity_mm_h).all(axis=0))

    def periods(self, scenario: int) -> list[RainPeriod]:
        """Periods with rain of one scenario, first to last."""
        rate = self.intensity_mm_h[scenario] / MM_H_PER_M_S
        duration = float(self.duration_h[scenario]) * SECONDS_PER_HOUR
        pattern = self.patterns[scenario] if self.patterns else self.pattern
        after, parts, whole = self.hours_after * SECONDS_PER_HOUR, len(pattern), sum(pattern)
        return [
            RainPeriod(
                rate * share * parts / whole,
                after + duration * (parts - part) / parts,
                after + duration * (parts - part - 1) / parts,
            )
            for part, share in enumerate(pattern)
            if share * duration > 0 and np.any(rate > 0)
        ]

    def excess_mm(self, scenario: int, conductivity_m_s: Any) -> Any:
        """Rain of one scenario that falls faster than a rate, mm.

        >>> storms = Storms(np.array([36.0]), np.array([2.0]), (3.0, 1.0))
        >>> round(float(storms.excess_mm(0, 1e-5)), 6)
        18.0
        """
        over: Any = 0.0
        for period in self.periods(scenario):
            surplus = np.maximum(period.rate_m_s - conductivity_m_s, 0.0)
            over = over + surplus * (1000.0 * (period.start_s - period.stop_s))
        return over


def read_pattern(text: str, what: str = "Rain pattern") -> tuple[float, ...]:
    """Shares typed one after another, as ``numbers`` reads them; steady rain if there is none.

    >>> read_pattern("10 40; 30 20"), read_pattern("")
    ((10.0, 40.0, 30.0, 20.0), (1.0,))
    """
    return numbers(text, what) or UNIFORM
