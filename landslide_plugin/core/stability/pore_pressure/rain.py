"""How far a storm raises the water table of a soil."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from .green_ampt import infiltrated_m

SECONDS_PER_HOUR = 3600.0
MM_H_PER_M_S = 3.6e6


@dataclass(frozen=True)
class RainOnSoil:
    """The storms of all scenarios, and what the soil lets in.

    Attributes
    ----------
    intensity_mm_h : float array (scenarios,) or (scenarios, cells)
    duration_h : float array (scenarios,)
    conductivity_m_s : float or array (cells,)
        Saturated hydraulic conductivity; rain beyond it runs off.
    drainable_porosity : float
        Share of the soil volume that the rain has to fill.
    front_suction_m : float or array (cells,), optional
        Suction head at the wetting front: soil takes in rain as by Green and Ampt. Without it, at most Ks.
    patterns : tuple of tuple of float
        Of each scenario, shares of the storm's rain in equal parts of its duration; steady rain if there are none.
    """

    intensity_mm_h: npt.NDArray[np.float64]
    duration_h: npt.NDArray[np.float64]
    conductivity_m_s: Any
    drainable_porosity: float
    front_suction_m: Optional[Any] = None
    patterns: tuple[tuple[float, ...], ...] = ()

    def cells(self, chosen: Any) -> RainOnSoil:
        """The rain on some of the cells."""
        intensity = self.intensity_mm_h

        def some(part: Any) -> Any:
            return part[chosen] if np.ndim(part) else part

        return replace(
            self,
            intensity_mm_h=intensity[:, chosen] if intensity.ndim > 1 else intensity,
            conductivity_m_s=some(self.conductivity_m_s),
            front_suction_m=some(self.front_suction_m),
        )

    def known(self) -> npt.NDArray[np.bool_]:
        """Where rain and conductivity are given."""
        known = np.isfinite(self.intensity_mm_h).all(axis=0) & np.isfinite(self.conductivity_m_s)
        if self.front_suction_m is not None:
            known = known & np.isfinite(self.front_suction_m)
        return np.asarray(known)

    def rise_m(self, scenario: int) -> Any:
        """Rise of the water table in one scenario, metres."""
        if self.front_suction_m is None and not self._pattern(scenario):
            return water_table_rise(
                self.intensity_mm_h[scenario],
                float(self.duration_h[scenario]),
                self.conductivity_m_s,
                self.drainable_porosity,
            )
        return self.taken_in_m(scenario) / self.drainable_porosity

    def taken_in_m(self, scenario: int) -> Any:
        """Rain of one scenario that enters the soil, metres of water."""
        rate = self.intensity_mm_h[scenario] / MM_H_PER_M_S
        shares = self._pattern(scenario) or (1.0,)
        seconds = float(self.duration_h[scenario]) * SECONDS_PER_HOUR / len(shares)
        whole = sum(shares)
        periods = [(rate * share * len(shares) / whole, seconds) for share in shares]
        if self.front_suction_m is None:
            return sum(np.minimum(part, self.conductivity_m_s) * length for part, length in periods)
        return infiltrated_m(periods, self.conductivity_m_s, self.front_suction_m, self.drainable_porosity)

    def excess_mm(self, scenario: int) -> Any:
        """Rain of one scenario that does not enter the soil, mm."""
        fallen = self.intensity_mm_h[scenario] * float(self.duration_h[scenario])
        return fallen - 1000.0 * self.taken_in_m(scenario)

    def _pattern(self, scenario: int) -> tuple[float, ...]:
        return self.patterns[scenario] if self.patterns else ()


def water_table_rise(
    intensity_mm_h: Any, duration_h: float, conductivity_m_s: Any, drainable_porosity: float
) -> Any:
    """Rise of the water table, metres: min(I, Ks) t / Sy.

    All water that enters reaches the water table within the storm, which is on the safe side.

    >>> round(water_table_rise(36.0, 1.0, 1e-3, 0.1), 9), round(water_table_rise(36.0, 1.0, 1e-6, 0.1), 9)
    (0.36, 0.036)
    """
    entering = np.minimum(intensity_mm_h / MM_H_PER_M_S, conductivity_m_s)
    rise = entering * (duration_h * SECONDS_PER_HOUR / drainable_porosity)
    return rise if np.ndim(rise) else float(rise)
