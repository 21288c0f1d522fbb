"""The parameters of Compute factor of safety that tell of water in the soil, and what they mean to the core."""

from pathlib import Path

from qgis.core import QgsProcessingParameterString

from ...core.io.table import read_rows
from ...core.quantities import QUANTITIES
from ...core.triggers.hyetograph import read_hyetographs
from ...core.types.scenarios import TriggerScenarios
from ...core.workflows.slope_stability.soil_water import SoilWater
from ..base import inputs
from ..base.algorithm import LandslideAlgorithm
from ..base.given import Given

SOIL_WATER = {
    "SUCTION": "suction_choice",
    "RETENTION_ALPHA": "retention_alpha_1_m",
    "RETENTION_N": "retention_n",
    "THETA_S": "theta_s",
    "THETA_R": "theta_r",
    "SUCTION_CAP": "suction_cap_kpa",
    "INFILTRATION": "infiltration_choice",
    "FRONT_SUCTION": "front_suction_m",
    "FIELD_CONDUCTIVITY": "field_conductivity_m_s",
    "TRANSMISSIVITY": "transmissivity_m2_s",
    "WATER_TABLE_START": "start_choice",
    "RECHARGE": "recharge_mm_day",
    "CONTRIBUTING_TIME": "contributing_h",
}


def add_soil_water(algorithm: LandslideAlgorithm) -> None:
    """Declare the parameters; each may be left out."""
    for key, name in SOIL_WATER.items():
        algorithm.add_quantity(key, name, advanced=True, optional=True)


def add_course(algorithm: LandslideAlgorithm) -> None:
    """Declare how the rain of a storm falls over its duration."""
    algorithm.add(
        QgsProcessingParameterString("RAIN_PATTERN", "Rain pattern of the storms", "1", False, True),
        "Shares of the storm's rain in equal parts of its duration, such as 1 2 1, for transient and "
        "unsaturated infiltration and for Green and Ampt.",
        advanced=True,
    )
    inputs.table(
        algorithm,
        "HYETOGRAPHS",
        "Hyetographs of the storms",
        "A column a scenario (T10, T25, ...) and a row a block of rain, in any unit, as 'Build trigger scenarios' "
        "writes them: how each storm's rain falls over its duration. It takes the place of the rain pattern.",
        advanced=True,
    )


def soil_water_of(given: Given) -> SoilWater:
    """Suction, intake and the water table before the storm, as the parameters tell them."""

    def value(key: str) -> object:
        return given.quantity(key) if given.has(key) else QUANTITIES[SOIL_WATER[key]].default

    told = {key: value(key) for key in SOIL_WATER}
    return SoilWater(**{field: told[key] for key, field in FIELDS.items()})  # type: ignore[arg-type]


def hyetographs_of(given: Given, scenarios: TriggerScenarios) -> tuple[tuple[float, ...], ...]:
    """Shares of the rain in the blocks of each storm; none if no table gives them."""
    path = given.table("HYETOGRAPHS")
    if not path:
        return ()
    return read_hyetographs(read_rows(path, "Hyetographs"), scenarios.names, Path(path).name)


FIELDS = {
    "SUCTION": "suction",
    "RETENTION_ALPHA": "alpha_1_m",
    "RETENTION_N": "shape_n",
    "THETA_S": "theta_s",
    "THETA_R": "theta_r",
    "SUCTION_CAP": "cap_kpa",
    "INFILTRATION": "infiltration",
    "FRONT_SUCTION": "front_suction_m",
    "FIELD_CONDUCTIVITY": "field_conductivity_m_s",
    "TRANSMISSIVITY": "transmissivity_m2_s",
    "WATER_TABLE_START": "start",
    "RECHARGE": "recharge_mm_day",
    "CONTRIBUTING_TIME": "contributing_h",
}
