"""The pore-pressure law a user chose, for each strip."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..errors import InputError
from ..scenarios import TriggerScenarios
from .pore_pressure import Dry, PorePressure, PressureRatio, RainOnSoil, WaterTable
from .soil_sources import SoilStrip


@dataclass(frozen=True)
class WaterChoice:
    """A law by name with its values.

    Attributes
    ----------
    law : {"dry", "ru", "water_table", "water_table_depth"}
    scenarios : TriggerScenarios
    conductivity_m_s : float
        Used where the soil profile has no ``conductivity_m_s``; else its first layer counts.
    drainable_porosity, ru, water_table_depth_m : float
    """

    law: str
    scenarios: TriggerScenarios
    conductivity_m_s: float
    drainable_porosity: float
    ru: float
    water_table_depth_m: float

    def __call__(self, strip: SoilStrip, first_row: int, rows: int) -> PorePressure:
        """The law for the cells of a strip."""
        if self.law == "dry":
            return Dry()
        if self.law == "ru":
            return PressureRatio(self.ru)
        start = {"water_table": None, "water_table_depth": self.water_table_depth_m}
        if self.law not in start:
            raise InputError(f"Pore pressure {self.law} is not known; allowed: dry, ru, {', '.join(start)}")
        return WaterTable(
            self.scenarios.column("antecedent_wetness"), self._rain(strip), start_depth_m=start[self.law]
        )

    def _rain(self, strip: SoilStrip) -> RainOnSoil:
        conductivity: Any = self.conductivity_m_s
        if "conductivity_m_s" in strip.profile.properties:
            conductivity = strip.profile["conductivity_m_s"][0].ravel()
        return RainOnSoil(
            self.scenarios.column("intensity_mm_h"),
            self.scenarios.column("duration_h"),
            conductivity,
            self.drainable_porosity,
        )
