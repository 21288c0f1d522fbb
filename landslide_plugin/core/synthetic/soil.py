"""Soil profile of the synthetic area: six layers, six properties, by rock unit and depth."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ..types.arrays import Surface
from .relief import LITHOLOGY

LAYER_BOTTOMS_M = (0.5, 1.0, 2.0, 3.0, 5.0, 10.0)
PROPERTIES = (
    "cohesion_kpa",
    "friction_deg",
    "unit_weight_kn_m3",
    "water_content_percent",
    "clay_percent",
    "void_ratio",
)
COHESION_KPA = (60, 30, 15, 5)
FRICTION_DEG = (38, 32, 22, 18)
UNIT_WEIGHT_KN_M3 = (21, 19, 17, 15)
CLAY_PERCENT = (5, 20, 50, 35)


def draw_soil(rng: np.random.Generator, lithology: npt.NDArray[np.int32]) -> Surface:
    """Draw the profile (cells, layers, properties), layer by layer from the surface down.

    The base values are by unit in the order granite, schist, clay shale, alluvium. Cohesion rises
    and friction, water content and void ratio fall with depth.
    """
    cells = lithology.size
    cohesion, friction, weight, clay = (
        np.array(base)[lithology] for base in (COHESION_KPA, FRICTION_DEG, UNIT_WEIGHT_KN_M3, CLAY_PERCENT)
    )
    soil = np.zeros((cells, len(LAYER_BOTTOMS_M), len(PROPERTIES)), np.float32)
    for layer in range(len(LAYER_BOTTOMS_M)):
        water = 35 - 4 * layer + rng.normal(0, 3, cells)
        void = 0.60 - 0.05 * layer + rng.normal(0, 0.03, cells)
        drawn = (
            (cohesion * (1.0 + 0.15 * layer) + rng.normal(0, 3, cells)).clip(2, 100),
            (friction * (1.0 - 0.02 * layer) + rng.normal(0, 2, cells)).clip(10, 45),
            (weight + rng.normal(0, 1, cells)).clip(12, 25),
            water.clip(5, 55),
            (clay + rng.normal(0, 5, cells)).clip(0, 70),
            void.clip(0.15, 0.80),
        )
        for column, values in enumerate(drawn):
            soil[:, layer, column] = values
    return soil


def base_rows() -> list[tuple[object, ...]]:
    """Header and rows of a soil table: the values about which each unit's layers are drawn.

    >>> base_rows()[1][:4]
    (0, 'granite', 0.5, 60.0)
    """
    rows: list[tuple[object, ...]] = [("code", "name", "layer_bottom_m", *PROPERTIES)]
    for code, name in LITHOLOGY.items():
        for layer, bottom in enumerate(LAYER_BOTTOMS_M):
            values = (
                COHESION_KPA[code] * (1.0 + 0.15 * layer),
                FRICTION_DEG[code] * (1.0 - 0.02 * layer),
                float(UNIT_WEIGHT_KN_M3[code]),
                35.0 - 4 * layer,
                float(CLAY_PERCENT[code]),
                0.60 - 0.05 * layer,
            )
            rows.append((code, name, bottom, *(round(value, 4) for value in values)))
    return rows
