"""How far a storm raises the water table of a soil."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

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
    """

    intensity_mm_h: npt.NDArray[np.float64]
    duration_h: npt.NDArray[np.float64]
    conductivity_m_s: Any
    drainable_porosity: float

    def cells(self, chosen: Any) -> RainOnSoil:
        """The rain on some of the cells."""
        intensity, conductivity = self.intensity_mm_h, self.conductivity_m_s
        return RainOnSoil(
            intensity[:, chosen] if intensity.ndim > 1 else intensity,
            self.duration_h,
            conductivity[chosen] if np.ndim(conductivity) else conductivity,
            self.drainable_porosity,
        )

    def known(self) -> npt.NDArray[np.bool_]:
        """Where rain and conductivity are given."""
        return np.asarray(np.isfinite(self.intensity_mm_h).all(axis=0) & np.isfinite(self.conductivity_m_s))

    def rise_m(self, scenario: int) -> Any:
        """Rise of the water table in one scenario, metres."""
        return water_table_rise(
            self.intensity_mm_h[scenario],
            float(self.duration_h[scenario]),
            self.conductivity_m_s,
            self.drainable_porosity,
        )


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
