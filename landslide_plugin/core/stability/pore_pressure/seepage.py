"""Seepage parallel to the slope below a water table, which the laws of this kind share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any, Optional, TypeVar

import numpy as np

from ...types.arrays import Values
from .phase import WATER_UNIT_WEIGHT_KN_M3

Law = TypeVar("Law", bound="SeepageBelowTable")


class SeepageBelowTable(ABC):
    """u = gw (z - dw) cos2(b) below the water table dw, which each law of this kind tells of its own."""

    pieces_a_layer = 1
    scenarios = 1

    @abstractmethod
    def water_table_m(self, scenario: int, soil_depth_m: Any) -> Any:
        """Depth below which the soil is saturated."""

    def on_depth(self: Law, soil_depth_m: Any) -> Law:
        """The same law: it is told the soil depth when it is asked."""
        return self

    def dry_to_m(self, scenario: int, soil_depth_m: Any) -> float:
        """The highest water table."""
        table = self.water_table_m(scenario, soil_depth_m)
        return float(np.min(table)) if np.size(table) else 0.0

    def head_m(self, scenario: int, depth_m: Any, cos2_slope: Values, water_table_m: Any) -> Values:
        """Pressure head psi (cells,), m; above the table it is negative, as in water at rest across the slope."""
        head: Values = (depth_m - water_table_m) * cos2_slope
        return head

    def wet_height_m(self, column_kpa: Any, cos2_slope: Values) -> Any:
        """The whole column: seepage parallel to the slope."""
        return column_kpa / WATER_UNIT_WEIGHT_KN_M3

    def column_kpa(
        self, scenario: int, depth_m: Any, vertical_stress_kpa: Values, cos2_slope: Values, water_table_m: Any
    ) -> Optional[Any]:
        """Weight of the water column below the table."""
        return seepage_column(depth_m, water_table_m)


def seepage_column(depth_m: Any, water_table_m: Any) -> Optional[Any]:
    """Pressure u / cos2 b (kPa) with seepage parallel to the slope: gw (z - dw); a number where both depths are.

    >>> seepage_column(2.0, 1.0), seepage_column(1.0, 2.0) is None
    (9.81, True)
    """
    head = np.maximum(depth_m - water_table_m, 0.0)
    if not np.ndim(head):
        return float(head * WATER_UNIT_WEIGHT_KN_M3) or None
    column: Values = head * WATER_UNIT_WEIGHT_KN_M3
    return column
