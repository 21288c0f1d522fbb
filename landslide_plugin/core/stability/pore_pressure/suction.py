"""Suction above the water: what it adds to the effective stress (Lu and Likos 2004)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Optional, Protocol

import numpy as np
import numpy.typing as npt

from ...types.arrays import Values
from .phase import WATER_UNIT_WEIGHT_KN_M3
from .seepage import SeepageBelowTable


@dataclass(frozen=True)
class Retention:
    """How much water soil holds at a suction; numbers or arrays (cells,).

    Attributes
    ----------
    alpha_1_m : float or array
        Gardner's exponent, or van Genuchten's alpha, 1/m of water.
    theta_s, theta_r : float or array
        Volumetric water at saturation and left at high suction.
    shape_n : float or array, optional
        Van Genuchten's n, above 1; without it the curve is Gardner's exponential.
    """

    alpha_1_m: Any
    theta_s: Any
    theta_r: Any
    shape_n: Optional[Any] = None

    def cells(self, chosen: Any) -> Retention:
        """The soil of some of the cells."""

        def some(part: Any) -> Any:
            return part[chosen] if np.ndim(part) else part

        return Retention(
            some(self.alpha_1_m), some(self.theta_s), some(self.theta_r), shape_n=some(self.shape_n)
        )

    def known(self) -> npt.NDArray[np.bool_]:
        """Where every value is given and possible."""
        known = (np.asarray(self.alpha_1_m) > 0) & (np.asarray(self.theta_r) >= 0)
        known = known & (np.asarray(self.theta_s) > np.asarray(self.theta_r))
        if self.shape_n is not None:
            known = known & (np.asarray(self.shape_n) > 1)
        return np.asarray(known)

    def saturation(self, head_m: Any) -> Values:
        """Effective saturation at a pressure head, 1 where it is not negative.

        Gardner (1958): exp(alpha psi). Van Genuchten (1980, eq. 3): [1 + (alpha |psi|)^n]^(1/n - 1).

        >>> soil = Retention(2.0, 0.4, 0.05)
        >>> soil.saturation(np.array([-0.5, 0.3])).round(3).tolist()
        [0.368, 1.0]
        >>> Retention(2.0, 0.4, 0.05, shape_n=2.0).saturation(np.array([-0.5])).round(3).tolist()
        [0.707]
        """
        negative = np.minimum(head_m, 0.0)
        if self.shape_n is None:
            return np.asarray(np.exp(self.alpha_1_m * negative))
        held = 1.0 + (-self.alpha_1_m * negative) ** self.shape_n
        return np.asarray(held ** (1.0 / self.shape_n - 1.0))


def suction_stress_kpa(head_m: Any, saturation: Any, cap_kpa: float) -> Values:
    """Pressure that acts on the grains: gw psi, times the effective saturation where psi is negative.

    Source: Lu, N., Likos, W. J. (2004), Unsaturated Soil Mechanics, section 6.2; Lu, N., Godt, J. W., Wu, D. T.
    (2010), Water Resources Research 46, W05515, eq. 3.

    Parameters
    ----------
    head_m : array (cells,)
        Pressure head psi.
    saturation : array (cells,)
        Effective saturation.
    cap_kpa : float
        Suction counts for no more than this.

    Examples
    --------
    >>> heads = np.array([1.0, -1.0, -9.0])
    >>> suction_stress_kpa(heads, np.array([1.0, 0.5, 0.5]), 10.0).round(3).tolist()
    [9.81, -4.905, -10.0]
    """
    head = np.asarray(head_m)
    stress = WATER_UNIT_WEIGHT_KN_M3 * head * np.where(head < 0.0, saturation, 1.0)
    return np.asarray(np.maximum(stress, -cap_kpa))


class WithHeads(Protocol):
    """A pore-pressure law that tells the head above the water too."""

    pieces_a_layer: int

    def cells(self, chosen: Any) -> Any:
        """The law for some of the cells."""

    def shifted(self, wetness: Any) -> Any:
        """The law with another water table."""

    def on_depth(self, soil_depth_m: Any) -> Any:
        """The law in soil of another depth."""

    def known(self) -> npt.NDArray[np.bool_]:
        """Where the law has its data."""

    def water_table_m(self, scenario: int, soil_depth_m: Any) -> Any:
        """Depth of the water table."""

    def head_m(self, scenario: int, depth_m: Any, cos2_slope: Values, water_table_m: Any) -> Values:
        """Pressure head psi, negative above the water."""

    def wet_height_m(self, column_kpa: Any, cos2_slope: Values) -> Any:
        """Height of the saturated soil above a plane."""


@dataclass(frozen=True)
class WithSuction:
    """Another law, whose negative heads hold the slope: u = gw S_e psi where psi < 0.

    At the same heads and weights no factor of safety is below that of the law without suction. Planes are those of that
    law: with seepage the layer faces. Between them suction bends the factor of safety above the water, where each plane
    is stronger than without suction and one on the water table, if of the same soil, is weaker than all.

    Attributes
    ----------
    inner : WithHeads
    retention : Retention
    scenarios : int
    cap_kpa : float
        Suction stress counts for no more than this.
    """

    inner: WithHeads
    retention: Retention
    scenarios: int
    cap_kpa: float

    @property
    def pieces_a_layer(self) -> int:
        """In how many parts the law looks at each layer."""
        return self.inner.pieces_a_layer

    def cells(self, chosen: Any) -> WithSuction:
        """The law for some of the cells."""
        return replace(self, inner=self.inner.cells(chosen), retention=self.retention.cells(chosen))

    def shifted(self, wetness: Any) -> WithSuction:
        """The law with the water table higher by ``wetness``."""
        return replace(self, inner=self.inner.shifted(wetness))

    def on_depth(self, soil_depth_m: Any) -> WithSuction:
        """The law in soil of another depth."""
        return replace(self, inner=self.inner.on_depth(soil_depth_m))

    def known(self) -> npt.NDArray[np.bool_]:
        """Where the law is known; soil of unknown retention has no suction."""
        return self.inner.known()

    def water_table_m(self, scenario: int, soil_depth_m: Any) -> Any:
        """Depth below which the soil is saturated."""
        return self.inner.water_table_m(scenario, soil_depth_m)

    def start_table_m(self, scenario: int, soil_depth_m: Any) -> Any:
        """Depth of the water table before the rain; the steady law has none of its own."""
        return getattr(self.inner, "start_table_m", self.inner.water_table_m)(scenario, soil_depth_m)

    def dry_to_m(self, scenario: int, soil_depth_m: Any) -> float:
        """Suction acts at any depth."""
        return 0.0

    def wet_height_m(self, column_kpa: Any, cos2_slope: Values) -> Any:
        """Height of the saturated soil above a plane; suction has none."""
        return self.inner.wet_height_m(np.maximum(column_kpa, 0.0), cos2_slope)

    def column_kpa(
        self, scenario: int, depth_m: Any, vertical_stress_kpa: Values, cos2_slope: Values, water_table_m: Any
    ) -> Any:
        """Pressure or suction stress over cos2 b, kPa: (cells,), or a number where all cells have it."""
        if not np.ndim(depth_m) and not np.ndim(water_table_m) and isinstance(self.inner, SeepageBelowTable):
            return self._column_of_seepage(float(depth_m) - float(water_table_m), cos2_slope)
        head = self.inner.head_m(scenario, depth_m, cos2_slope, water_table_m)
        stress = suction_stress_kpa(head, self._held(head), self.cap_kpa)
        column: Values = (stress / cos2_slope).astype(cos2_slope.dtype, copy=False)
        return column

    def _column_of_seepage(self, below_m: float, cos2_slope: Values) -> Any:
        """The same at one height for all cells: all of them are under water, or none."""
        weight = below_m * WATER_UNIT_WEIGHT_KN_M3
        if below_m >= 0.0:
            return weight
        curve = self.retention
        if curve.shape_n is None and not np.ndim(curve.alpha_1_m):
            alpha = float(curve.alpha_1_m)
            column = np.exp(cos2_slope * cos2_slope.dtype.type(alpha * below_m))
            column *= cos2_slope.dtype.type(weight)
            largest = min(-weight, WATER_UNIT_WEIGHT_KN_M3 / (np.e * alpha))
            if largest <= self.cap_kpa:
                return column
        else:
            column = weight * self._held(below_m * cos2_slope)
        return np.maximum(column, -self.cap_kpa / cos2_slope).astype(cos2_slope.dtype, copy=False)

    def _held(self, head_m: Values) -> Values:
        """Effective saturation; 0 where the retention is not known."""
        held, known = self.retention.saturation(head_m), self.retention.known()
        return held if known.all() else np.where(known, held, 0.0)
