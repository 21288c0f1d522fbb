"""Rain intensity by an intensity-duration-frequency formula."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import InputError


@dataclass(frozen=True)
class IntensityFormula:
    """i = K T^m / (t + b)^n, with i in mm/h, T in years and t in minutes.

    Attributes
    ----------
    k, m, b_min, n : float

    Examples
    --------
    >>> formula = IntensityFormula(600.0, 0.2, 10.0, 0.75)
    >>> round(formula.intensity_mm_h(10.0, 1.0), 2)
    39.29
    """

    k: float
    m: float
    b_min: float
    n: float

    def intensity_mm_h(self, period_yr: float, duration_h: float) -> float:
        """Mean intensity of a storm of a return period and duration."""
        if duration_h <= 0 and self.b_min <= 0:
            raise InputError("The duration of the storm is 0 h; it must be above 0")
        return float(self.k * period_yr**self.m / (duration_h * 60.0 + self.b_min) ** self.n)
