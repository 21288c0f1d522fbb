"""Strength on a layer face: the weaker of the layers that meet there."""

from __future__ import annotations

from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from .soil import Soil

Values = npt.NDArray[Any]


def goes_on_below(soil: Soil, layer: int) -> bool:
    """True if any cell has soil below the bottom of ``layer``."""
    last = layer + 1 == len(soil.layer_bottoms_m)
    return not last and bool(np.ndim(soil.depth_m) or soil.depth_m > soil.layer_bottoms_m[layer])


def side_resistance(soil: Soil, side: int, normal_kpa: Values) -> Values:
    """c + N tan phi (cells,) of layer ``side``; ``normal_kpa`` must not be negative."""
    resistance: Values = normal_kpa * soil.tan_friction[side]
    resistance += soil.cohesion_kpa[side]
    return resistance


def absent_above(soil: Soil, layer: int) -> Optional[npt.NDArray[np.bool_]]:
    """Cells (cells,) whose soil ends at or above the top of ``layer``; None if the depth does not vary."""
    if not np.ndim(soil.depth_m):
        return None
    top = soil.layer_bottoms_m[layer - 1] if layer else 0.0
    absent: npt.NDArray[np.bool_] = soil.depth_m <= top
    return absent


def below_resistance(soil: Soil, layer: int, normal_kpa: Values) -> Optional[Values]:
    """Resistance (cells,) of the layer below the base of ``layer``; infinite where the soil ends there."""
    if not goes_on_below(soil, layer):
        return None
    resistance = side_resistance(soil, layer + 1, normal_kpa)
    absent = absent_above(soil, layer + 1)
    if absent is not None:
        resistance[absent] = np.inf
    return resistance


def safety_of(soil: Soil, layer: int, resistance_kpa: Values, shear_kpa: Values) -> Values:
    """Factor of safety on the base of ``layer``, in the place of ``resistance_kpa``; infinite below bedrock."""
    resistance_kpa /= shear_kpa
    absent = absent_above(soil, layer)
    if absent is not None:
        resistance_kpa[absent] = np.inf
    return resistance_kpa
