"""A water table in balance with steady rain on the catchment (SHALSTAB, SINMAP)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Optional

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


def contributing_area_m(
    specific_area_m: Any, conductivity_m_s: Any, sine_slope: Any, drainable_porosity: float, hours: float
) -> Values:
    """Specific area that has drained to a place within a time: at most the strip that water crosses, Ks sin b t / Sy.

    The strip is that of a plane slope; a hollow gathers from more, which is not counted.

    Source: Barling, R. D., Moore, I. D., Grayson, R. B. (1994), Water Resources Research 30(4), 1029-1044
    (quasi-dynamic wetness).

    >>> contributing_area_m(np.array([5.0, 500.0]), 1e-4, 0.5, 0.1, 24.0).round(6).tolist()
    [5.0, 43.2]
    """
    reach = conductivity_m_s * sine_slope * (hours * 3600.0 / drainable_porosity)
    return np.asarray(np.minimum(specific_area_m, reach))


def table_of_recharge_m(
    recharge_m_s: float, specific_area_m: Any, transmissivity_m2_s: Any, slope_deg: Any, soil_depth_m: Any
) -> Values:
    """Depth (cells,) of the water table that steady recharge keeps: H (1 - w), w = min(1, R a / (T sin b)).

    Flat ground is full.

    >>> table_of_recharge_m(1e-8, np.array([5.0, 500.0]), 1e-6, 30.0, 2.0).round(6).tolist()
    [1.8, 0.0]
    """
    sine = np.maximum(np.sin(np.deg2rad(slope_deg)), 1e-9)
    wetness = steady_wetness(recharge_m_s, specific_area_m, transmissivity_m2_s, sine)
    return np.asarray(soil_depth_m * (1.0 - wetness))


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
    wetness_shift : float or array (cells,)
        Added to w, for its uncertainty.
    transmissivity_m2_s : float, optional
        T, in place of Ks H cos b.
    """

    recharge_m_s: npt.NDArray[np.float64]
    specific_area_m: Values
    conductivity_m_s: Any
    slope_deg: Values
    wetness_shift: Any = 0.0
    transmissivity_m2_s: Optional[float] = None

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
            wetness_shift=self.wetness_shift[chosen] if np.ndim(self.wetness_shift) else self.wetness_shift,
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
        across = self.transmissivity_m2_s
        if across is None:
            across = self.conductivity_m_s * soil_depth_m * np.cos(angle)
        recharge = self.recharge_m_s[scenario]
        wetness = steady_wetness(recharge, self.specific_area_m, across, np.sin(angle)) + self.wetness_shift
        return soil_depth_m * (1.0 - np.minimum(np.maximum(wetness, 0.0), 1.0))
