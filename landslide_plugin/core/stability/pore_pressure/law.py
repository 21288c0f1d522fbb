"""What the stress calculation asks of a pore-pressure law."""

from __future__ import annotations

from typing import Any, Optional, Protocol

import numpy as np
import numpy.typing as npt

Values = npt.NDArray[Any]


class PorePressure(Protocol):
    """Water in the slope for a block of cells and every scenario.

    A law holds its own values for the cells; arrays are (cells,) or scalars that broadcast to them.
    """

    def cells(self, chosen: Any) -> PorePressure:
        """The law for some of the cells: a slice, index array or mask."""

    def shifted(self, wetness: Any) -> PorePressure:
        """The law with the water table higher by ``wetness`` (share of the soil depth)."""

    def known(self) -> npt.NDArray[np.bool_]:
        """Where the law has the data it needs; True or (cells,)."""

    def water_table_m(self, scenario: int, soil_depth_m: Any) -> Optional[Any]:
        """Depth below which the soil is saturated; None if it nowhere is."""

    def pressure_kpa(
        self, scenario: int, depth_m: Any, vertical_stress_kpa: Values, cos2_slope: Values, water_table_m: Any
    ) -> Optional[Values]:
        """Pore pressure (cells,) at a depth; None where it is zero everywhere."""
