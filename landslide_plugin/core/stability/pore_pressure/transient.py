"""Pressure head during and after rain, by diffusion from the surface (Iverson 2000, as TRIGRS)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...types.arrays import Values
from .infiltration import response_finite, response_infinite
from .phase import WATER_UNIT_WEIGHT_KN_M3
from .storms import Storms
from .water_table import depth_before_rain_m, within_soil_m

PIECES_A_LAYER = 4


@dataclass(frozen=True)
class Hydraulics:
    """How soil takes up and passes on water; numbers or arrays (cells,).

    Attributes
    ----------
    conductivity_m_s : float or array
        Saturated; rain beyond it runs off.
    diffusivity_m2_s : float or array
        Hydraulic diffusivity D0.
    background_m_s : float or array
        Steady infiltration Iz before the storm.
    """

    conductivity_m_s: Any
    diffusivity_m2_s: Any
    background_m_s: Any = 0.0

    def cells(self, chosen: Any) -> Hydraulics:
        """The soil of some of the cells."""
        parts = (self.conductivity_m_s, self.diffusivity_m2_s, self.background_m_s)
        return Hydraulics(*(part[chosen] if np.ndim(part) else part for part in parts))

    def known(self) -> npt.NDArray[np.bool_]:
        """Where everything is given, and water can move."""
        moves = (np.asarray(self.conductivity_m_s) > 0) & (np.asarray(self.diffusivity_m2_s) > 0)
        return np.asarray(moves & np.isfinite(self.background_m_s))


@dataclass(frozen=True)
class TransientHead:
    """u = gw psi, psi = bs (z - dw) + sum of I/Ks [R(since start) - R(since stop)], at most bs z.

    bs = cos2 b - Iz/Ks; R is the response of ``infiltration`` with D1 = D0 / cos2 b. Negative heads
    count as zero. Soil weighs as saturated up to where a water table with the head at the plane would lie, so
    that weight and pressure belong together.

    Source: Iverson, R. M. (2000), Water Resources Research 36(7), 1897-1910; Baum, R. L., Savage, W. Z.,
    Godt, J. W. (2008), TRIGRS 2.0, U.S. Geological Survey Open-File Report 2008-1159.

    Attributes
    ----------
    antecedent_wetness : float array (scenarios,)
        Sets the water table before the storm: dw = H (1 - m0).
    storms : Storms
    hydraulics : Hydraulics
    soil_depth_m : float or array (cells,)
        H.
    finite : bool
        True if the base of the soil lets no water through, False if there is none for the water.
    start_depth_m : float or array (cells,), optional
        Water table before the storm, in place of the antecedent wetness.
    wetness_shift : float or array (cells,)
        Added to the share of H that is saturated before the storm; used for its uncertainty.
    """

    antecedent_wetness: npt.NDArray[np.float64]
    storms: Storms
    hydraulics: Hydraulics
    soil_depth_m: Any
    finite: bool = True
    start_depth_m: Optional[Any] = None
    wetness_shift: Any = 0.0
    pieces_a_layer = PIECES_A_LAYER
    _rises: dict[Any, Values] = field(default_factory=dict, repr=False, compare=False)

    @property
    def scenarios(self) -> int:
        """How many scenarios there are."""
        return len(self.storms.duration_h)

    def cells(self, chosen: Any) -> TransientHead:
        """The law for some of the cells."""
        start, depth = self.start_depth_m, self.soil_depth_m
        return replace(
            self,
            storms=self.storms.cells(chosen),
            hydraulics=self.hydraulics.cells(chosen),
            soil_depth_m=depth[chosen] if np.ndim(depth) else depth,
            start_depth_m=start[chosen] if start is not None and np.ndim(start) else start,
            wetness_shift=self.wetness_shift[chosen] if np.ndim(self.wetness_shift) else self.wetness_shift,
            _rises={},
        )

    def shifted(self, wetness: Any) -> TransientHead:
        """The water table before the storm higher by a share of the soil depth; the rise is the same."""
        return replace(self, wetness_shift=self.wetness_shift + wetness)

    def on_depth(self, soil_depth_m: Any) -> TransientHead:
        """The law in soil of another depth."""
        return replace(self, soil_depth_m=soil_depth_m, _rises={})

    def known(self) -> npt.NDArray[np.bool_]:
        """Where the hydraulic values and the starting depth are given."""
        known = self.hydraulics.known() & self.storms.known() & np.isfinite(self.soil_depth_m)
        if self.start_depth_m is not None:
            known = known & np.isfinite(self.start_depth_m)
        return np.asarray(known)

    def water_table_m(self, scenario: int, soil_depth_m: Any) -> Any:
        """Depth of the water table before the storm, between the surface and the base of the soil."""
        wetness = float(self.antecedent_wetness[scenario])
        start = depth_before_rain_m(self.start_depth_m, wetness, soil_depth_m)
        return within_soil_m(start - soil_depth_m * self.wetness_shift, soil_depth_m)

    def start_table_m(self, scenario: int, soil_depth_m: Any) -> Any:
        """Depth of the water table before the rain."""
        return self.water_table_m(scenario, soil_depth_m)

    def excess_mm(self, scenario: int) -> Any:
        """Rain over Ks, which does not enter the soil, mm."""
        return self.storms.excess_mm(scenario, self.hydraulics.conductivity_m_s)

    def dry_to_m(self, scenario: int, soil_depth_m: Any) -> float:
        """Rain may wet any depth."""
        return 0.0

    def head_m(self, scenario: int, depth_m: Any, cos2_slope: Values, water_table_m: Any) -> Values:
        """Pressure head psi (cells,), m; negative above the water where no rain has come."""
        steady = self._steady(cos2_slope)
        head = steady * (depth_m - water_table_m) + self._rise_m(scenario, depth_m, cos2_slope)
        highest: Values = np.minimum(head, steady * depth_m)
        return highest

    def wet_height_m(self, column_kpa: Any, cos2_slope: Values) -> Values:
        """Height of a water table, above a plane, that would give the head there: psi / bs."""
        steady = self._steady(cos2_slope)
        head = column_kpa * cos2_slope
        head *= 1.0 / WATER_UNIT_WEIGHT_KN_M3
        return np.divide(head, steady, out=np.zeros_like(head), where=steady > 0)

    def column_kpa(
        self, scenario: int, depth_m: Any, vertical_stress_kpa: Values, cos2_slope: Values, water_table_m: Any
    ) -> Values:
        """Weight of the head, gw psi, over cos2 b, at least 0."""
        head = self.head_m(scenario, depth_m, cos2_slope, water_table_m)
        column = WATER_UNIT_WEIGHT_KN_M3 * np.maximum(head, 0.0) / cos2_slope
        result: Values = column.astype(cos2_slope.dtype, copy=False)
        return result

    def storm_rise_m(self, scenario: int, depth_m: Any, cos2_slope: Values) -> Values:
        """What the storm adds to the head (cells,), m, before the head is held to bs z."""
        diffusivity = self.hydraulics.diffusivity_m2_s / cos2_slope.astype(np.float64, copy=False)
        rise = np.zeros(cos2_slope.shape)
        for period in self.storms.periods(scenario):
            entering = np.minimum(period.rate_m_s / self.hydraulics.conductivity_m_s, 1.0)
            began = self._response(depth_m, diffusivity, period.start_s)
            ended = self._response(depth_m, diffusivity, period.stop_s) if period.stop_s > 0 else 0.0
            rise += entering * (began - ended)
        return rise

    def _steady(self, cos2_slope: Values) -> Values:
        """Gradient bs (cells,) of the head before the storm."""
        background: Values = cos2_slope - self.hydraulics.background_m_s / self.hydraulics.conductivity_m_s
        return background

    def _rise_m(self, scenario: int, depth_m: Any, cos2_slope: Values) -> Values:
        """``storm_rise_m``, kept while the same scenario is asked for again with other soil."""
        if self._rises and next(iter(self._rises))[0] != scenario:
            self._rises.clear()
        key = (scenario, np.asarray(depth_m).tobytes())
        if key not in self._rises:
            self._rises[key] = self.storm_rise_m(scenario, depth_m, cos2_slope)
        return self._rises[key]

    def _response(self, depth_m: Any, diffusivity: Values, time_s: float) -> Values:
        if self.finite:
            return response_finite(depth_m, self.soil_depth_m, diffusivity, time_s)
        return response_infinite(depth_m, diffusivity, time_s)
