"""The single-depth factor of safety of the reference study, kept to reproduce it.

It averages the upper layers, looks at one fixed depth, adds a share of the rain intensity to the
wetness and clips inputs and result. Use ``factor_of_safety`` for anything else.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from ..types.profile import DepthProfile
from ..types.scenarios import TriggerScenarios
from . import masks
from .assess import Assessment

WATER_UNIT_WEIGHT_KN_M3 = 9.81
DEPTH_M = 2.5
RAIN_FOR_FULL_WETNESS_MM_H = 200.0
SLOPE_RANGE_DEG = (1.0, 75.0)
FRICTION_RANGE_DEG = (5.0, 50.0)
WETNESS_RANGE = (0.05, 1.0)
FS_RANGE = (0.1, 10.0)
SMALL_STRESS_KPA = 1e-6


def legacy_wetness(antecedent_wetness: float, intensity_mm_h: float, noise: Any = 0.0) -> npt.NDArray[Any]:
    """Share of the depth that is saturated: wetness + intensity / 200 + noise, within 0.05 to 1.

    >>> float(legacy_wetness(0.5, 55.0))
    0.775
    """
    wetness = antecedent_wetness + intensity_mm_h / RAIN_FOR_FULL_WETNESS_MM_H
    clipped: npt.NDArray[Any] = np.clip(wetness + noise, *WETNESS_RANGE)
    return clipped


def legacy_factor_of_safety(
    slope_deg: Any,
    cohesion_kpa: Any,
    friction_deg: Any,
    unit_weight_kn_m3: Any,
    wetness: Any,
    depth_m: float = DEPTH_M,
) -> npt.NDArray[np.float32]:
    """Factor of safety at one depth, clipped to 0.1 to 10.

    FS = [c + (gamma z - gamma_w z_w) cos2(b) tan phi] / [gamma z sin b cos b], z_w = z wetness.

    Parameters
    ----------
    slope_deg, cohesion_kpa, friction_deg, unit_weight_kn_m3, wetness : arrays that broadcast
        Slope is clipped to 1 to 75 degrees, friction to 5 to 50.
    depth_m : float
        Depth of the slip surface, vertical.

    Returns
    -------
    float32 array

    Examples
    --------
    >>> half = legacy_factor_of_safety(np.float32(30), 0.0, 30.0, 2 * 9.81, 1.0)
    >>> round(float(half), 4)
    0.5
    """
    slope = np.deg2rad(np.clip(slope_deg, *SLOPE_RANGE_DEG))
    friction = np.deg2rad(np.clip(friction_deg, *FRICTION_RANGE_DEG))
    water_head = depth_m * wetness
    weight = unit_weight_kn_m3 * depth_m
    normal = (weight - WATER_UNIT_WEIGHT_KN_M3 * water_head) * np.cos(slope) ** 2
    shear = weight * np.sin(slope) * np.cos(slope) + SMALL_STRESS_KPA
    safety = (cohesion_kpa + normal * np.tan(friction)) / shear
    clipped: npt.NDArray[np.float32] = np.clip(safety, *FS_RANGE).astype(np.float32)
    return clipped


UPPER_LAYERS = 3
STEEPNESS = 4.0


def assess_legacy(slope_deg: Any, profile: DepthProfile, scenarios: TriggerScenarios) -> Assessment:
    """The reference study's factor of safety of every cell, in the shape of the layered one.

    Mean of the three upper layers, one depth, no mask but for missing data; the probability is the
    study's own curve, 1 / (1 + exp(4 (FS - 1))).

    Parameters
    ----------
    slope_deg : float array (cells,)
    profile : DepthProfile
        With cohesion, friction and unit weight; trailing axes are flattened to cells.

    Examples
    --------
    >>> names = ("cohesion_kpa", "friction_deg", "unit_weight_kn_m3")
    >>> soil = DepthProfile((2.0,), names, np.array([[[5.0, 5.0], [30.0, 30.0], [18.0, 18.0]]], np.float32))
    >>> rain = TriggerScenarios((10.0,), ("antecedent_wetness",), np.array([[0.5]]))
    >>> found = assess_legacy(np.array([20.0, np.nan]), soil, rain)
    >>> found.reasons.tolist() == [masks.ASSESSED, masks.OUTSIDE]
    True
    """
    names = ("cohesion_kpa", "friction_deg", "unit_weight_kn_m3")
    cohesion, friction, weight = (profile[name][:UPPER_LAYERS].mean(axis=0).ravel() for name in names)
    wetness = scenarios.column("antecedent_wetness")
    rain = scenarios.column("intensity_mm_h")
    table = [
        legacy_factor_of_safety(slope_deg, cohesion, friction, weight, legacy_wetness(wet, falling))
        for wet, falling in zip(wetness.tolist(), rain.tolist())
    ]
    safety = np.stack(table)
    known = np.isfinite(safety).all(axis=0)
    reasons = np.where(known, masks.ASSESSED, masks.NO_SOIL_DATA).astype(np.uint8)
    reasons[~np.isfinite(slope_deg)] = masks.OUTSIDE
    chance = (1.0 / (1.0 + np.exp(STEEPNESS * (safety - 1.0)))).astype(np.float32)
    depth = np.where(known, np.float32(DEPTH_M), np.float32(np.nan)) * np.ones_like(safety)
    return Assessment(safety, depth, chance, reasons, 0)
