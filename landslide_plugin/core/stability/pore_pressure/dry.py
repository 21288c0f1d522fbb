"""A slope without water."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ...types.arrays import Values
from .phase import WATER_UNIT_WEIGHT_KN_M3


@dataclass(frozen=True)
class Dry:
    """No pore pressure and no saturated soil, whatever the scenario.

    >>> Dry().water_table_m(0, 2.0) is None
    True
    """

    pieces_a_layer = 1
    scenarios = 1

    def cells(self, chosen: Any) -> Dry:
        """The same law."""
        return self

    def shifted(self, wetness: Any) -> Dry:
        """The same law: there is no water to raise."""
        return self

    def on_depth(self, soil_depth_m: Any) -> Dry:
        """The same law: it is told the soil depth when it is asked."""
        return self

    def known(self) -> npt.NDArray[np.bool_]:
        """True everywhere."""
        return np.array(True)

    def water_table_m(self, scenario: int, soil_depth_m: Any) -> None:
        """None: nothing is saturated."""

    def dry_to_m(self, scenario: int, soil_depth_m: Any) -> float:
        """No depth has water."""
        return float("inf")

    def wet_height_m(self, column_kpa: Any, cos2_slope: Values) -> Any:
        """The whole column: seepage parallel to the slope."""
        return column_kpa / WATER_UNIT_WEIGHT_KN_M3

    def column_kpa(
        self, scenario: int, depth_m: Any, vertical_stress_kpa: Values, cos2_slope: Values, water_table_m: Any
    ) -> None:
        """None: the pressure is zero."""
