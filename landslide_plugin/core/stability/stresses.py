"""Stresses on planes parallel to the slope, layer by layer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from .pore_pressure import PorePressure
from .soil import Soil

Values = npt.NDArray[Any]


@dataclass(frozen=True)
class Slope:
    """sin b cos b and cos2 b of the cells.

    >>> Slope.of(np.array([45.0])).sin_cos.round(12).tolist()
    [0.5]
    """

    sin_cos: Values
    cos2: Values

    @staticmethod
    def of(slope_deg: Values) -> Slope:
        """The slope of cells given in degrees."""
        angle = np.deg2rad(slope_deg)
        cosine = np.cos(angle)
        return Slope(np.sin(angle) * cosine, cosine * cosine)

    def cells(self, chosen: Any) -> Slope:
        """The slope of some cells."""
        return Slope(self.sin_cos[chosen], self.cos2[chosen])


def plane_stresses(
    slope: Slope, soil: Soil, water: PorePressure, scenario: int, seismic_coefficient: float = 0.0
) -> Iterator[tuple[int, Values, Values]]:
    """Effective normal and shear stress at the base of each layer, from the surface down.

    N = s_v (cos2 b - kh sin b cos b) - u, T = s_v (sin b cos b + kh cos2 b), with the vertical stress
    s_v from moist soil above and saturated soil below the water table.

    Yields
    ------
    layer : int
    normal_kpa, shear_kpa : float array (cells,)
        Overwritten by the next step. Negative normal stress is left as it is. Where the soil ends above
        the layer, both are those at the base of the soil.

    Notes
    -----
    With seepage parallel to the slope or a constant pressure ratio, the factor of safety between two
    layer faces is a ratio of linear functions of depth, so its minimum lies on a face: no other depth
    need be looked at (a test samples all depths).
    """
    kh = float(seismic_coefficient)
    table = water.water_table_m(scenario, soil.depth_m)
    normal_share = slope.cos2 - kh * slope.sin_cos if kh else slope.cos2
    shear_share = slope.sin_cos + kh * slope.cos2 if kh else slope.sin_cos
    water_weight, vertical, normal, shear = (np.zeros_like(slope.cos2) for _ in range(4))
    top = 0.0
    for layer, bottom in enumerate(soil.layer_bottoms_m):
        if not np.ndim(soil.depth_m) and soil.depth_m <= top:
            return
        base = soil.base_m(layer)
        if table is not None:
            _add_water(water_weight, soil.wet_extra_kn_m3[layer], top, base, table)
        np.add(soil.moist_stress_kpa[layer], water_weight, out=vertical)
        np.multiply(vertical, normal_share, out=normal)
        pressure = water.pressure_kpa(scenario, base, vertical, slope.cos2, table)
        if pressure is not None:
            normal -= pressure
        np.multiply(vertical, shear_share, out=shear)
        yield layer, normal, shear
        top = bottom


def _add_water(weight: Values, extra_kn_m3: Values, top: float, base: Any, table: Any) -> None:
    """Add what the saturated part of one layer weighs more than moist soil, in place."""
    wet = np.maximum(base - np.maximum(table, top), 0.0)
    if np.ndim(wet):
        weight += extra_kn_m3 * wet
    elif wet:
        weight += extra_kn_m3 * float(wet)
