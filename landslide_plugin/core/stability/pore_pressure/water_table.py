"""A water table with seepage parallel to the slope, raised by each scenario's rain."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from .rain import RainOnSoil
from .seepage import SeepageBelowTable


def depth_before_rain_m(start_depth_m: Optional[Any], wetness: float, soil_depth_m: Any) -> Any:
    """Depth of the water table before the rain: as given, else by the saturated share of the soil; at most its base.

    >>> float(depth_before_rain_m(None, 0.25, 2.0)), float(depth_before_rain_m(3.0, 0.25, 2.0))
    (1.5, 2.0)
    """
    start = soil_depth_m * (1.0 - wetness) if start_depth_m is None else start_depth_m
    return np.minimum(start, soil_depth_m)


def within_soil_m(depth_m: Any, soil_depth_m: Any) -> Any:
    """A depth held between the surface and the base of the soil; a number if both are numbers.

    >>> within_soil_m(-0.5, 2.0), within_soil_m(2.5, 2.0)
    (0.0, 2.0)
    """
    held = np.minimum(np.maximum(depth_m, 0.0), soil_depth_m)
    return held if np.ndim(held) else float(held)


@dataclass(frozen=True)
class WaterTable(SeepageBelowTable):
    """u = gw (z - dw) cos2(b) below the water table at vertical depth dw.

    The table starts at ``start_depth_m``, or where that is None at the antecedent wetness m0:
    dw = H (1 - m0). Rain raises it by min(I, Ks) t / Sy, at most to the surface.

    Attributes
    ----------
    antecedent_wetness : float array (scenarios,)
        Share of the soil depth H that is saturated before the rain.
    rain : RainOnSoil
    start_depth_m : float or array (cells,), optional
    wetness_shift : float or array (cells,)
        Added to the share that is saturated; used for its uncertainty.

    Examples
    --------
    >>> rain = RainOnSoil(np.array([0.0, 36.0]), np.array([0.0, 1.0]), 1e-3, 0.1)
    >>> law = WaterTable(np.array([0.5, 0.5]), rain)
    >>> [round(law.water_table_m(scenario, 2.0), 6) for scenario in (0, 1)]
    [1.0, 0.64]
    """

    antecedent_wetness: npt.NDArray[np.float64]
    rain: RainOnSoil
    start_depth_m: Optional[Any] = None
    wetness_shift: Any = 0.0

    def cells(self, chosen: Any) -> WaterTable:
        """The law for some of the cells."""
        start = self.start_depth_m
        if start is not None and np.ndim(start):
            start = start[chosen]
        shift = self.wetness_shift
        return replace(
            self,
            rain=self.rain.cells(chosen),
            start_depth_m=start,
            wetness_shift=shift[chosen] if np.ndim(shift) else shift,
        )

    def shifted(self, wetness: Any) -> WaterTable:
        """The water table higher by a share of the soil depth."""
        return replace(self, wetness_shift=self.wetness_shift + wetness)

    def known(self) -> npt.NDArray[np.bool_]:
        """Where conductivity and starting depth are given."""
        known = self.rain.known()
        if self.start_depth_m is not None:
            known = known & np.isfinite(self.start_depth_m)
        return np.asarray(known)

    def start_table_m(self, scenario: int, soil_depth_m: Any) -> Any:
        """Depth of the water table before the rain."""
        start = depth_before_rain_m(
            self.start_depth_m, float(self.antecedent_wetness[scenario]), soil_depth_m
        )
        return within_soil_m(start - soil_depth_m * self.wetness_shift, soil_depth_m)

    def excess_mm(self, scenario: int) -> Any:
        """Rain that does not enter the soil, mm."""
        return self.rain.excess_mm(scenario)

    def water_table_m(self, scenario: int, soil_depth_m: Any) -> Any:
        """Depth of the water table after the rain, between the surface and the base of the soil."""
        start = depth_before_rain_m(
            self.start_depth_m, float(self.antecedent_wetness[scenario]), soil_depth_m
        )
        return within_soil_m(
            start - self.rain.rise_m(scenario) - soil_depth_m * self.wetness_shift, soil_depth_m
        )
