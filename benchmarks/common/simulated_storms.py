"""Storms over slopes whose failure follows physics: infinite slopes and the transient head of Iverson (2000).

Rows for studies of the event model: what is true of each place and storm is known, and rain acts by its course, not
by its sums alone.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from landslide_plugin.core.stability.pore_pressure.infiltration import ierfc
from landslide_plugin.core.types.odds import probability_of

Floats = npt.NDArray[np.float64]
WATER_KN_M3, SOIL_KN_M3 = 9.81, 19.0
HOUR_S = 3600.0
DRAWS = 64
LOOKS_H = (0, 6, 12, 18, 24)
"""Hours before the end at which the head is looked at; the worst counts."""


@dataclass(frozen=True)
class Soils:
    """Ranges that the soil of a slope is drawn from, each even between its ends.

    Attributes
    ----------
    cohesion_kpa, friction_deg, depth_m : tuple of float (2,)
    log10_diffusivity_m2_s, log10_conductivity_m_s : tuple of float (2,)
    wet_share : tuple of float (2,)
        Height of the water table before the storm over the depth.
    """

    cohesion_kpa: tuple[float, float] = (3.0, 9.0)
    friction_deg: tuple[float, float] = (32.0, 40.0)
    depth_m: tuple[float, float] = (0.8, 1.8)
    log10_diffusivity_m2_s: tuple[float, float] = (-5.5, -4.0)
    log10_conductivity_m_s: tuple[float, float] = (-6.0, -5.0)
    wet_share: tuple[float, float] = (0.0, 0.2)


def rise_a_rate(depth_m: float, diffusivity_m2_s: float, hours: Floats) -> Floats:
    """Rise of the head (m) by hours (n,) of rain at the saturated conductivity, in soil without a base.

    >>> rise_a_rate(1.0, 1e-5, np.array([-1.0, 0.0])).tolist()
    [0.0, 0.0]
    >>> bool(rise_a_rate(1.0, 1e-5, np.array([24.0]))[0] > rise_a_rate(2.0, 1e-5, np.array([24.0]))[0])
    True
    """
    length = 2.0 * np.sqrt(diffusivity_m2_s * HOUR_S * np.maximum(hours, 0.0))
    safe = np.where(length > 0, length, 1.0)
    return np.where(length > 0, safe * ierfc(depth_m / safe), 0.0)


def failure_chance(
    slope_deg: Floats, rain_mm: Floats, step_h: float, seed: int, soils: Soils = Soils(), draws: int = DRAWS
) -> Floats:
    """Share (n,) of soils drawn with which a slope fails in the last day of its rain (n, steps).

    Parameters
    ----------
    slope_deg : float64 array (n,)
    rain_mm : float64 array (n, steps)
    step_h : float
    seed : int
    soils : Soils
    draws : int

    Examples
    --------
    >>> rain = np.array([[0.0] * 24, [4.0] * 24])
    >>> dry, wet = failure_chance(np.array([35.0, 35.0]), rain, 1.0, seed=0)
    >>> bool(dry < wet)
    True
    """
    rng = np.random.default_rng(seed)
    unit = rng.random((draws, 6))
    ranges = (
        soils.cohesion_kpa,
        soils.friction_deg,
        soils.depth_m,
        soils.log10_diffusivity_m2_s,
        soils.log10_conductivity_m_s,
        soils.wet_share,
    )
    slope = np.deg2rad(np.clip(slope_deg, 1.0, 80.0))
    steps, failed = rain_mm.shape[1], np.zeros(len(slope))
    ends_before_h = step_h * np.arange(steps - 1, -1, -1)
    for one in unit:
        cohesion, friction, depth, diffusivity, conductivity, wet = (
            low + share * (high - low) for share, (low, high) in zip(one, ranges)
        )
        rate = 1e-3 / (10.0**conductivity * HOUR_S * step_h)
        highest = np.full(len(slope), -np.inf)
        for look in LOOKS_H:
            since = ends_before_h - look
            kernel = rise_a_rate(depth, 10.0**diffusivity, since + step_h) - rise_a_rate(
                depth, 10.0**diffusivity, since
            )
            highest = np.maximum(highest, rain_mm @ (rate * kernel))
        head = np.minimum(depth * np.cos(slope) ** 2, wet * depth * np.cos(slope) ** 2 + highest)
        tan = np.tan(np.deg2rad(friction))
        normal = SOIL_KN_M3 * depth * np.cos(slope) ** 2
        resisting = cohesion + (normal - WATER_KN_M3 * head) * tan
        failed += resisting < SOIL_KN_M3 * depth * np.sin(slope) * np.cos(slope)
    return failed / draws


def storm_rain(storms: int, cells: int, steps: int, seed: int) -> Floats:
    """Hourly rain (storms, cells, steps), mm: bursts of gamma length and depth, some cells hit harder than others.

    A third of the storms are mild.

    >>> storm_rain(3, 2, 120, 0).shape
    (3, 2, 120)
    """
    rng = np.random.default_rng(seed)
    rain = np.zeros((storms, cells, steps))
    hours = np.arange(steps)
    for storm in range(storms):
        depth = rng.gamma(2.0, 6.0 if storm % 3 == 0 else 40.0)
        for _ in range(rng.integers(1, 5)):
            centre, width = rng.uniform(0.2, 1.0) * steps, rng.gamma(2.0, 5.0) + 1.0
            shape = np.exp(-0.5 * ((hours - centre) / width) ** 2)
            here = depth * rng.gamma(3.0, 1.0 / 3.0, cells)[:, None] * shape / shape.sum()
            rain[storm] += here
    return np.where(rain < 0.02, 0.0, rain)


def drawn_labels(chance: Floats, seed: int, level: float = 0.0) -> npt.NDArray[np.int8]:
    """Landslide or not (n,), drawn from the chance with its log odds shifted by ``level``.

    >>> drawn_labels(np.array([0.0, 1.0]), 0).tolist()
    [0, 1]
    """
    inside = np.clip(chance, 1e-12, 1.0 - 1e-12)
    odds = np.log(inside) - np.log1p(-inside) + level
    return np.asarray(np.random.default_rng(seed).random(len(chance)) < probability_of(odds), np.int8)
