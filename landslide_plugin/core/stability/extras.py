"""Further answers of a run, each a raster of its own when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Callable, Optional

import numpy as np

from ..types.arrays import Values
from .factor_of_safety import FailurePlane, factor_of_safety_by_layer
from .pore_pressure import PorePressure, PressureRatio, TransientHead, UnsaturatedHead
from .probability import Chances
from .seismic import SPREAD_PERCENT, displacement_range_cm, lowest_yield_coefficient, newmark_displacement_cm
from .soil import Soil
from .stresses import Slope


@dataclass(frozen=True)
class Situation:
    """Some cells in one scenario, and the weakest plane found there."""

    slope: Slope
    soil: Soil
    water: PorePressure
    scenario: int
    seismic_coefficient: float
    pga_factor: float
    plane: FailurePlane
    chances: Optional[Chances] = None


@dataclass(frozen=True)
class Extra:
    """One answer.

    Attributes
    ----------
    name : str
        What the raster says of itself.
    unit : str
    by_layer : bool
        True if ``values`` gives (layers, cells), else (cells,).
    values : callable
    parts : tuple of str
        Names of the rows where ``values`` gives (parts, cells).
    needs_probability : bool
    """

    name: str
    unit: str
    by_layer: bool
    values: Callable[[Situation], Values]
    parts: tuple[str, ...] = ()
    needs_probability: bool = False


def _start_table(at: Situation) -> Values:
    """Water table before the rain; NaN for laws that have none."""
    tells = getattr(at.water, "start_table_m", None)
    table = np.nan if tells is None else tells(at.scenario, at.soil.depth_m)
    return np.broadcast_to(np.asarray(table, float), at.slope.cos2.shape)


def _excess(at: Situation) -> Values:
    """Rain that does not enter; NaN for laws that let in what falls."""
    tells = getattr(getattr(at.water, "inner", at.water), "excess_mm", None)
    rain = np.nan if tells is None else tells(at.scenario)
    return np.broadcast_to(np.asarray(rain, float), at.slope.cos2.shape)


def _layer(at: Situation) -> Values:
    return at.plane.layer + 1


def _saturated(at: Situation) -> Values:
    """Share of the soil depth below the table or with a positive head; a pressure ratio does not tell."""
    depth = np.broadcast_to(np.asarray(at.soil.depth_m, float), at.slope.cos2.shape)
    water = getattr(at.water, "inner", at.water)  # suction moves no water
    table = water.water_table_m(at.scenario, at.soil.depth_m)
    if isinstance(water, PressureRatio):
        return np.full(depth.shape, np.nan)
    if table is None:
        return np.zeros(depth.shape)
    if isinstance(water, UnsaturatedHead):
        table = water.risen_table_m(at.scenario, at.slope.cos2)
    if not isinstance(water, TransientHead):
        return np.asarray((depth - table) / depth)
    wet, top = np.zeros(depth.shape), 0.0
    for layer, bottom in enumerate(at.soil.layer_bottoms_m):
        base = at.soil.base_m(layer)
        thickness = np.maximum(base - top, 0.0)
        head = water.head_m(at.scenario, np.maximum(base, 0.0), at.slope.cos2, table)
        wet += np.where(head > 0.0, thickness, 0.0)
        top = bottom
    share: Values = wet / depth
    return share


def _yield_coefficient(at: Situation) -> Values:
    return lowest_yield_coefficient(at.slope, at.soil, at.water, at.scenario)


def _displacement(at: Situation) -> Values:
    return newmark_displacement_cm(_yield_coefficient(at), at.seismic_coefficient / at.pga_factor)


def _displacement_range(at: Situation) -> Values:
    return displacement_range_cm(_displacement(at))


def _index(at: Situation) -> Values:
    return np.full(at.slope.cos2.shape, np.nan) if at.chances is None else at.chances.index[at.scenario]


def _leading(at: Situation) -> Values:
    if at.chances is None:
        return np.full(at.slope.cos2.shape, np.nan)
    codes = at.chances.leading[at.scenario]
    return np.where(codes > 0, codes, np.nan)


def _by_layer(at: Situation) -> Values:
    table = factor_of_safety_by_layer(at.slope, at.soil, at.water, at.scenario, at.seismic_coefficient)
    return np.where(np.isfinite(table), table, np.nan)


EXTRAS: Mapping[str, Extra] = {
    "layer": Extra("critical layer, from 1", "", False, _layer),
    "saturation": Extra("saturated share of the soil depth", "", False, _saturated),
    "start_table": Extra("depth of the water table before the rain", "m", False, _start_table),
    "excess": Extra("rain that does not enter the soil", "mm", False, _excess),
    "yield": Extra("yield coefficient", "g", False, _yield_coefficient),
    "displacement": Extra("Newmark displacement, median", "cm", False, _displacement),
    "displacement_range": Extra(
        "Newmark displacement, 16, 50 and 84 %",
        "cm",
        False,
        _displacement_range,
        parts=tuple(f"{percent} %" for percent in SPREAD_PERCENT),
    ),
    "reliability": Extra("reliability index", "", False, _index, needs_probability=True),
    "leading": Extra("leading uncertain input, code", "", False, _leading, needs_probability=True),
    "fs_by_layer": Extra("factor of safety of each layer", "", True, _by_layer),
}


def rows_of(extra: Extra, scenarios: int, layers: int) -> int:
    """Number of bands of an answer.

    >>> rows_of(EXTRAS["yield"], 3, 2), rows_of(EXTRAS["fs_by_layer"], 3, 2)
    (3, 6)
    """
    return scenarios * (layers if extra.by_layer else max(len(extra.parts), 1))


def band_names(extra: Extra, scenarios: tuple[str, ...], layers: tuple[str, ...]) -> list[str]:
    """Names of its bands: scenarios, or scenarios by layer or part.

    >>> band_names(EXTRAS["fs_by_layer"], ("T10",), ("0-1 m", "1-2 m"))
    ['T10 0-1 m', 'T10 1-2 m']
    """
    parts = layers if extra.by_layer else extra.parts
    if not parts:
        return list(scenarios)
    return [f"{scenario} {part}" for scenario in scenarios for part in parts]
