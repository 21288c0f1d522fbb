"""What the stress calculation asks of a pore-pressure law."""

from __future__ import annotations

from typing import Any, Optional, Protocol

import numpy as np
import numpy.typing as npt

from ...types.arrays import Values


class PorePressure(Protocol):
    """Water in the slope for a block of cells and every scenario.

    A law holds its own values for the cells; arrays are (cells,) or scalars that broadcast to them.

    Attributes
    ----------
    pieces_a_layer : int
        In how many parts each layer must be looked at: 1 where the pressure is a straight line over depth.
    """

    @property
    def scenarios(self) -> int:
        """How many scenarios there are, for laws with more than one piece a layer; else any number."""

    @property
    def pieces_a_layer(self) -> int:
        """In how many parts each layer must be looked at."""

    def cells(self, chosen: Any) -> PorePressure:
        """The law for some of the cells: a slice, index array or mask."""

    def shifted(self, wetness: Any) -> PorePressure:
        """The law with the water table higher by ``wetness`` (share of the soil depth)."""

    def on_depth(self, soil_depth_m: Any) -> PorePressure:
        """The law in soil of another depth."""

    def known(self) -> npt.NDArray[np.bool_]:
        """Where the law has the data it needs; True or (cells,)."""

    def water_table_m(self, scenario: int, soil_depth_m: Any) -> Optional[Any]:
        """Depth below which the soil is saturated; None if it nowhere is."""

    def dry_to_m(self, scenario: int, soil_depth_m: Any) -> float:
        """Depth above which no cell has water; its planes are the same in every scenario."""

    def column_kpa(
        self, scenario: int, depth_m: Any, vertical_stress_kpa: Values, cos2_slope: Values, water_table_m: Any
    ) -> Optional[Any]:
        """Pore pressure at a depth over cos2 b, kPa: a number or (cells,); None where it is zero everywhere."""

    def wet_height_m(self, column_kpa: Any, cos2_slope: Values) -> Any:
        """Height of the saturated soil above a plane; asked for only with more than one piece a layer."""
