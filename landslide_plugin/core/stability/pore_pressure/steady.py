"""A water table in balance with steady rain on the catchment (SHALSTAB, SINMAP)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from ...types.arrays import Values
from .seepage import SeepageBelowTable


def steady_wetness(
    recharge_m_s: Any, specific_area_m: Any, transmissivity_m2_s: Any, sine_slope: Any
) -> Values:
    """Saturated share of the soil depth: w = min(1, R a / (T sin b)).

    Source: Montgomery, D. R., Dietrich, W. E. (1994), Water Resources Research 30(4), 1153-1171, eq. 5.

    >>> steady_wetness(1e-8, np.array([50.0, 5000.0]), 1e-6, 0.5).tolist()
    [1.0, 1.0]
    >>> round(float(steady_wetness(1e-9, 50.0, 1e-6, 0.5)), 9)
    0.1
    """
    wetness: Values = np.minimum(
        np.asarray(recharge_m_s * specific_area_m) / (transmissivity_m2_s * sine_slope), 1.0
    )
    return wetness


@dataclass(frozen=True)
class SteadyWetness(SeepageBelowTable):
    """Seepage parallel to the slope in the lowest share w of the soil, w from the upslope area.

    The transmissivity is T = Ks H cos b: H is vertical, and the flow fills the soil across the slope.

    Attributes
    ----------
    recharge_m_s : float array (scenarios,) or (scenarios, cells)
        Steady rain that reaches the water table.
    specific_area_m : array (cells,)
        Upslope area per unit contour length.
    conductivity_m_s : float or array (cells,)
    slope_deg : array (cells,)
    wetness_shift : float
        Added to w, for its uncertainty.
    """

    recharge_m_s: npt.NDArray[np.float64]
    specific_area_m: Values
    conductivity_m_s: Any
    slope_deg: Values
    wetness_shift: Any = 0.0

    def cells(self, chosen: Any) -> SteadyWetness:
        """The law for some of the cells."""
        conductivity = self.conductivity_m_s
        recharge = self.recharge_m_s
        return replace(
            self,
            recharge_m_s=recharge[:, chosen] if recharge.ndim > 1 else recharge,
            specific_area_m=self.specific_area_m[chosen],
            conductivity_m_s=conductivity[chosen] if np.ndim(conductivity) else conductivity,
            slope_deg=self.slope_deg[chosen],
        )

    def shifted(self, wetness: Any) -> SteadyWetness:
        """The water table higher by a share of the soil depth."""
        return replace(self, wetness_shift=self.wetness_shift + wetness)

    def known(self) -> npt.NDArray[np.bool_]:
        """Where rain, upslope area and conductivity are given."""
        given = np.isfinite(self.specific_area_m) & np.isfinite(self.recharge_m_s).all(axis=0)
        return np.asarray(given & (np.asarray(self.conductivity_m_s) > 0))

    def water_table_m(self, scenario: int, soil_depth_m: Any) -> Any:
        """Depth of the water table in the steady state."""
        angle = np.deg2rad(self.slope_deg)
        across = self.conductivity_m_s * soil_depth_m * np.cos(angle)
        recharge = self.recharge_m_s[scenario]
        wetness = steady_wetness(recharge, self.specific_area_m, across, np.sin(angle)) + self.wetness_shift
        return soil_depth_m * (1.0 - np.minimum(np.maximum(wetness, 0.0), 1.0))
