"""Pore-pressure laws, one a file; each answers the questions of ``law.PorePressure``."""

from .dry import Dry
from .law import PorePressure
from .rain import RainOnSoil, water_table_rise
from .ru import PressureRatio
from .steady import SteadyWetness, steady_wetness
from .storms import Storms, read_pattern
from .transient import Hydraulics, TransientHead
from .water_table import WaterTable

__all__ = [
    "Dry",
    "Hydraulics",
    "PorePressure",
    "PressureRatio",
    "RainOnSoil",
    "SteadyWetness",
    "Storms",
    "TransientHead",
    "WaterTable",
    "read_pattern",
    "steady_wetness",
    "water_table_rise",
]
