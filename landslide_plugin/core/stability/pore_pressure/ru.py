"""Pore pressure as a fixed share of the vertical stress (Bishop and Morgenstern 1960)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ...types.arrays import Values
from .phase import WATER_UNIT_WEIGHT_KN_M3

RU_OF_SATURATED_SOIL = 0.5  # gw / gamma: what a full rise of the water table adds to ru


@dataclass(frozen=True)
class PressureRatio:
    """u = ru s_v, the same for every scenario.

    Attributes
    ----------
    ru : float or array (cells,)

    Examples
    --------
    >>> law = PressureRatio(0.25)
    >>> law.column_kpa(0, 2.0, np.array([40.0]), np.array([0.5]), None).tolist()
    [20.0]
    """

    ru: Any
    pieces_a_layer = 1
    scenarios = 1

    def cells(self, chosen: Any) -> PressureRatio:
        """The ratio of some cells."""
        return PressureRatio(self.ru[chosen]) if np.ndim(self.ru) else self

    def shifted(self, wetness: Any) -> PressureRatio:
        """The ratio changed by half the change of the water table, and never negative."""
        return PressureRatio(np.maximum(self.ru + RU_OF_SATURATED_SOIL * wetness, 0.0))

    def on_depth(self, soil_depth_m: Any) -> PressureRatio:
        """The same law: it is told the soil depth when it is asked."""
        return self

    def known(self) -> npt.NDArray[np.bool_]:
        """Where the ratio is given."""
        return np.asarray(np.isfinite(self.ru))

    def water_table_m(self, scenario: int, soil_depth_m: Any) -> None:
        """None: the ratio says nothing of where the soil is saturated, so it weighs as moist soil."""

    def dry_to_m(self, scenario: int, soil_depth_m: Any) -> float:
        """The ratio acts at every depth."""
        return 0.0

    def wet_height_m(self, column_kpa: Any, cos2_slope: Values) -> Any:
        """The whole column: seepage parallel to the slope."""
        return column_kpa / WATER_UNIT_WEIGHT_KN_M3

    def column_kpa(
        self, scenario: int, depth_m: Any, vertical_stress_kpa: Values, cos2_slope: Values, water_table_m: Any
    ) -> Values:
        """The share ``ru`` of the vertical stress, over cos2 b."""
        column: Values = vertical_stress_kpa * self.ru
        column /= cos2_slope
        return column
