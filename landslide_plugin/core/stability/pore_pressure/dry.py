"""A slope without water."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from .law import Values


@dataclass(frozen=True)
class Dry:
    """No pore pressure and no saturated soil, whatever the scenario.

    >>> Dry().water_table_m(0, 2.0) is None
    True
    """

    def cells(self, chosen: Any) -> Dry:
        """The same law."""
        return self

    def shifted(self, wetness: Any) -> Dry:
        """The same law: there is no water to raise."""
        return self

    def known(self) -> npt.NDArray[np.bool_]:
        """True everywhere."""
        return np.array(True)

    def water_table_m(self, scenario: int, soil_depth_m: Any) -> None:
        """None: nothing is saturated."""

    def pressure_kpa(
        self, scenario: int, depth_m: Any, vertical_stress_kpa: Values, cos2_slope: Values, water_table_m: Any
    ) -> None:
        """None: the pressure is zero."""
