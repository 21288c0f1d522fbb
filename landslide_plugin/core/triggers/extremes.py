"""The generalised extreme-value distribution and its Gumbel case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from ..types.arrays import Values

SMALL_SHAPE = 1e-6  # closer to 0 the Gumbel form is the more exact one
EULER = 0.5772156649015329


@dataclass(frozen=True)
class ExtremeValue:
    """F(x) = exp(-(1 + xi (x - mu) / sigma)^(-1/xi)); Gumbel where xi = 0.

    Attributes
    ----------
    location, scale : float
        mu and sigma, in the unit of the maxima.
    shape : float
        xi: positive has a heavy upper tail. (Hydrology's k and SciPy's c are -xi.)

    Examples
    --------
    >>> round(float(ExtremeValue(0.0, 1.0, 0.0).return_level(100.0)), 4)
    4.6001
    """

    location: Any
    scale: Any
    shape: Any = 0.0

    def quantile(self, probability: Any) -> Values:
        """Value not exceeded with a probability."""
        reduced = -np.log(-np.log(probability))
        shape = np.where(np.abs(self.shape) < SMALL_SHAPE, 1.0, self.shape)
        curved = np.expm1(shape * reduced) / shape
        level: Values = self.location + self.scale * np.where(
            np.abs(self.shape) < SMALL_SHAPE, reduced, curved
        )
        return level

    def return_level(self, period_yr: Any) -> Values:
        """Value exceeded on average once in a period, in a year's maximum."""
        return self.quantile(1.0 - 1.0 / np.asarray(period_yr, float))

    def cdf(self, value: Any) -> Values:
        """Probability that a year's maximum stays at or below a value."""
        with np.errstate(over="ignore"):
            probability: Values = np.exp(-self._tail(value))
        return probability

    def negative_log_likelihood(self, maxima: Values) -> float:
        """Minus the logarithm of the density of a record; infinite where it cannot occur."""
        if self.scale <= 0:
            return float("inf")
        with np.errstate(all="ignore"):
            tail = self._tail(maxima)
            total = len(maxima) * np.log(self.scale) - (1.0 + self.shape) * np.log(tail).sum() + tail.sum()
        return float(total) if np.isfinite(total) else float("inf")

    def _tail(self, value: Any) -> Values:
        """-log F: (1 + xi z)^(-1/xi), 0 beyond an upper end, infinite below a lower one."""
        z = (np.asarray(value, float) - self.location) / self.scale
        if abs(self.shape) < SMALL_SHAPE:
            gumbel: Values = np.exp(-z)
            return gumbel
        inside = np.maximum(1.0 + self.shape * z, 0.0)
        with np.errstate(divide="ignore"):
            tail: Values = inside ** (-1.0 / self.shape)
        return tail
