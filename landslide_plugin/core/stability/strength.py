"""Strength on a layer face: which layers meet there, and how safe each is."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from .soil import Soil

Values = npt.NDArray[Any]


def sides(soil: Soil, layer: int) -> list[tuple[int, float]]:
    """Layers whose strength acts at the base of ``layer``, and the depth at which each begins.

    That is the layer itself and, where the soil goes on, the one below.
    """
    bottoms = soil.layer_bottoms_m
    meeting = [(layer, bottoms[layer - 1] if layer else 0.0)]
    goes_on = bool(np.ndim(soil.depth_m)) or soil.depth_m > bottoms[layer]
    if layer + 1 < len(bottoms) and goes_on:
        meeting.append((layer + 1, bottoms[layer]))
    return meeting


def side_safety(soil: Soil, side: int, begins_m: float, normal_kpa: Values, shear_kpa: Values) -> Values:
    """Factor of safety (cells,) with the strength of layer ``side``: (c + N tan phi) / T.

    Infinite where the soil ends before that layer begins. ``normal_kpa`` must not be negative.
    """
    safety: Values = normal_kpa * soil.tan_friction[side]
    safety += soil.cohesion_kpa[side]
    safety /= shear_kpa
    if np.ndim(soil.depth_m):
        safety[soil.depth_m <= begins_m] = np.inf
    return safety
