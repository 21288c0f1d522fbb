"""Phase relations of soil: unit weights from void ratio and water content."""

from __future__ import annotations

import numpy as np

from ...types.arrays import Values

WATER_UNIT_WEIGHT_KN_M3 = 9.81
GRAIN_DENSITY_RATIO = 2.65  # quartz and feldspar, relative to water


def held_water(water_content: Values, void_ratio: Values) -> Values:
    """Gravimetric water content (fraction) that the pores can hold: at most e / Gs.

    >>> float(held_water(np.array(0.5), np.array(0.53)))
    0.2
    """
    held: Values = np.minimum(water_content, void_ratio / GRAIN_DENSITY_RATIO)
    return held


def moist_unit_weight(water_content: Values, void_ratio: Values) -> Values:
    """Unit weight above the water table, kN/m3: Gs gw (1 + w) / (1 + e), w no more than fills the pores.

    >>> round(float(moist_unit_weight(np.array(0.1), np.array(0.65))), 2)
    17.33
    """
    dry = GRAIN_DENSITY_RATIO * WATER_UNIT_WEIGHT_KN_M3 / (1.0 + void_ratio)
    weight: Values = dry * (1.0 + held_water(water_content, void_ratio))
    return weight


def saturated_unit_weight(void_ratio: Values) -> Values:
    """Unit weight with all pores full, kN/m3: (Gs + e) gw / (1 + e).

    >>> full = np.array(0.65) / GRAIN_DENSITY_RATIO
    >>> bool(np.isclose(saturated_unit_weight(np.array(0.65)), moist_unit_weight(full, np.array(0.65))))
    True
    """
    weight: Values = (GRAIN_DENSITY_RATIO + void_ratio) * WATER_UNIT_WEIGHT_KN_M3 / (1.0 + void_ratio)
    return weight


def water_to_saturate(water_content: Values, void_ratio: Values) -> Values:
    """Weight of the water that fills what is left of the pores, kN/m3: n (1 - S) gw.

    >>> float(water_to_saturate(np.array(0.5), np.array(0.53)))
    0.0
    """
    porosity = void_ratio / (1.0 + void_ratio)
    saturation = held_water(water_content, void_ratio) * GRAIN_DENSITY_RATIO / void_ratio
    weight: Values = porosity * (1.0 - saturation) * WATER_UNIT_WEIGHT_KN_M3
    return weight
