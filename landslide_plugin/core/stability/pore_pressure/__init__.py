"""Pore-pressure laws, one a file; each answers the questions of ``law.PorePressure``."""

from .dry import Dry
from .law import PorePressure
from .rain import RainOnSoil, water_table_rise
from .ru import PressureRatio
from .steady import SteadyWetness, steady_wetness
from .storms import Storms, read_pattern
from .suction import Retention, WithSuction, suction_stress_kpa
from .transient import Hydraulics, TransientHead
from .unsaturated import UnsaturatedHead
from .water_table import WaterTable

__all__ = [
    "Dry",
    "Hydraulics",
    "PorePressure",
    "PressureRatio",
    "RainOnSoil",
    "Retention",
    "SteadyWetness",
    "Storms",
    "TransientHead",
    "UnsaturatedHead",
    "WaterTable",
    "WithSuction",
    "read_pattern",
    "steady_wetness",
    "suction_stress_kpa",
    "water_table_rise",
]
