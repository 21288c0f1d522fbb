"""Pore-pressure laws, one a file; each answers the two questions of ``law.PorePressure``."""

from .dry import Dry
from .law import PorePressure
from .rain import RainOnSoil, water_table_rise
from .ru import PressureRatio
from .water_table import WaterTable

__all__ = ["Dry", "PorePressure", "PressureRatio", "RainOnSoil", "WaterTable", "water_table_rise"]
