"""The ground of some cells with its uncertain inputs as drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from ..pore_pressure import PorePressure
from ..probability import Spread, drawn_slope, lognormal_factor
from ..soil import Soil
from ..stresses import Slope


def drawn(
    slope: Slope, soil: Soil, water: PorePressure, draw: Sequence[Any], spread: Spread
) -> tuple[Slope, Soil, PorePressure]:
    """Slope, soil and water at standard normal values of the inputs, each a number or (cells,).

    Parameters
    ----------
    draw : sequence of float or array (cells,)
        In the order of ``probability.INPUTS``, correlated already; the slope may be left out.

    Examples
    --------
    >>> from ..pore_pressure import Dry
    >>> soil = Soil((2.0,), *(np.full((1, 1), v) for v in (5.0, 0.6, 18.0, 20.0)), 2.0)
    >>> here, weak, _ = drawn(Slope.of(np.array([30.0])), soil, Dry(), (-1, 0, 0, 0, 0), Spread())
    >>> bool(weak.cohesion_kpa[0, 0] < 4.0), weak.depth_m
    (True, 2.0)
    """
    cohesion, friction, weight, wetness, depth = draw[:5]
    moved = soil.scaled(
        lognormal_factor(spread.cohesion_cov, cohesion),
        lognormal_factor(spread.tan_friction_cov, friction),
        _at_least_nothing(1.0 + spread.unit_weight_cov * weight),
    )
    wetter = water.shifted(spread.wetness_sd * wetness)
    if spread.soil_depth_cov:
        moved = moved.deepened(lognormal_factor(spread.soil_depth_cov, depth))
        wetter = wetter.on_depth(moved.depth_m)
    if spread.slope_tan_sd and len(draw) > 5:
        slope = drawn_slope(slope, spread.slope_tan_sd * draw[5])
    return slope, moved, wetter


def _at_least_nothing(factor: Any) -> Any:
    return np.maximum(factor, 0.0) if np.ndim(factor) else max(factor, 0.0)
