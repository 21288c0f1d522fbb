"""From the parameters of Compute FS to the core's soil, water and question."""

from contextlib import ExitStack
from dataclasses import replace
from typing import Any, Optional

import numpy as np
from qgis.core import QgsProcessingContext

from ...core.errors import InputError
from ...core.io.raster import RasterSource, require_on_grid
from ...core.io.scenarios import read_scenarios
from ...core.progress import Progress
from ...core.requirements import require_scipy
from ...core.stability.assess import Question, by_point_estimate, by_sampling
from ...core.stability.masks import SlopeLimits
from ...core.stability.pore_pressure import read_pattern
from ...core.stability.probability import Spread
from ...core.stability.roots import Roots
from ...core.types.grid import Grid
from ...core.types.profile import DepthProfile
from ...core.types.scenarios import TriggerScenarios, from_cells, require_severity
from ...core.workflows.slope_stability.water import WaterChoice, WaterRasters
from ...core.workflows.soil_profile.sources import (
    CutSoil,
    ProfileRaster,
    SoilSource,
    UniformSoil,
    lithology_soil,
    whole_area,
)
from ...core.workflows.soil_profile.table import read_soil_table
from ..base.scenario_table import example_cells

__all__ = [
    "ADVANCED",
    "PLAIN",
    "WATER_RASTERS",
    "named_band",
    "question_of",
    "roots_of_run",
    "scenarios_of",
    "soil_of_run",
    "water_of_run",
]

PLAIN = {
    "PORE_PRESSURE": "pore_pressure",
    "COHESION": "cohesion_kpa",
    "FRICTION": "friction_deg",
    "UNIT_WEIGHT": "unit_weight_kn_m3",
    "SATURATED_UNIT_WEIGHT": "saturated_unit_weight_kn_m3",
    "SOIL_DEPTH": "soil_depth_m",
}
ADVANCED = {
    "STRENGTH": "strength_choice",
    "SOIL_DEPTH_LIMIT": "soil_depth_limit_m",
    "RU": "ru",
    "WATER_TABLE_DEPTH": "water_table_depth_m",
    "CONDUCTIVITY": "conductivity_m_s",
    "DRAINABLE_POROSITY": "drainable_porosity",
    "DIFFUSIVITY": "diffusivity_m2_s",
    "BACKGROUND": "background_m_s",
    "SOIL_BASE": "soil_base",
    "HOURS_AFTER": "hours_after",
    "SURCHARGE": "surcharge_kpa",
    "ROOT_COHESION": "root_cohesion_kpa",
    "ROOT_DEPTH": "root_depth_m",
    "PGA_FACTOR": "pga_factor",
    "FORM": "stability_form",
    "PROBABILITY_METHOD": "probability_method",
    "COHESION_COV": "cohesion_cov",
    "FRICTION_COV": "friction_cov",
    "UNIT_WEIGHT_COV": "unit_weight_cov",
    "WETNESS_SD": "wetness_sd",
    "STRENGTH_CORRELATION": "strength_correlation",
    "SOIL_DEPTH_COV": "soil_depth_cov",
    "DRAWS": "draws",
    "SEED": "sampling_seed",
    "FLAT_LIMIT": "flat_limit_deg",
    "FLAT_LIMIT_SEISMIC": "flat_limit_seismic_deg",
    "CLIFF_LIMIT": "cliff_limit_deg",
    "FS_CAP": "fs_display_cap",
}


WATER_RASTERS = {
    "WATER_TABLE_RASTER": (
        "Initial water-table depth raster (m)",
        "Vertical depth of the water table before the rain, for any choice of pore water pressure that has a water "
        "table; it takes the place of the antecedent wetness.",
    ),
    "CATCHMENT_AREA": (
        "Specific catchment area (m)",
        "Upslope area per unit contour length, for the steady wetness. In a raster of several bands, the band named "
        "catchment_area is used, as 'Derive terrain factors' writes it.",
    ),
    "RAIN_RASTER": (
        "Rain intensity by scenario (raster, mm/h)",
        "Mean intensity of each storm, a band a scenario in the order of the table, in place of the table's intensity.",
    ),
}


def scenarios_of(
    algorithm: Any, parameters: dict, context: QgsProcessingContext, progress: Progress
) -> TriggerScenarios:
    """Scenarios from the file, else from the typed table, else the example storms."""
    path = algorithm.parameterAsFile(parameters, "SCENARIOS", context)
    if path:
        scenarios = read_scenarios(path)
    else:
        cells = algorithm.parameterAsMatrix(parameters, "SCENARIO_TABLE", context)
        example = example_cells()
        scenarios = from_cells(cells or example, "Trigger scenarios (table)")
        if not cells or [float(cell) for cell in cells] == example:
            progress.warning(
                "The example storms are used, which are not those of your area; give your scenarios"
            )
    require_severity(scenarios)
    return scenarios


def _number(algorithm: Any, parameters: dict, context: QgsProcessingContext, key: str) -> Any:
    return algorithm.quantity(parameters, key, {**PLAIN, **ADVANCED}[key], context)


def question_of(
    algorithm: Any,
    parameters: dict,
    context: QgsProcessingContext,
    scenarios: TriggerScenarios,
    with_probability: bool,
    extras: tuple[str, ...] = (),
) -> Question:
    """Limits, shaking, the method of the probability and what else is asked."""

    def value(key: str) -> Any:
        return _number(algorithm, parameters, context, key)

    limits = SlopeLimits(value("FLAT_LIMIT"), value("FLAT_LIMIT_SEISMIC"), value("CLIFF_LIMIT"))
    shaking = scenarios.column("seismic_coefficient")
    if with_probability:
        require_scipy("The probability of failure")
    asked = Question(shaking, limits, None, extras, value("PGA_FACTOR"))
    if not with_probability:
        return asked
    spread = Spread(
        value("COHESION_COV"),
        value("FRICTION_COV"),
        value("UNIT_WEIGHT_COV"),
        value("WETNESS_SD"),
        value("STRENGTH_CORRELATION"),
        value("SOIL_DEPTH_COV"),
    )
    if value("PROBABILITY_METHOD") == "sampling":
        return replace(asked, probability=by_sampling(spread, value("DRAWS"), value("SEED")))
    return replace(asked, probability=by_point_estimate(spread))


def water_of_run(
    algorithm: Any,
    parameters: dict,
    context: QgsProcessingContext,
    scenarios: TriggerScenarios,
    grid: Grid,
    stack: ExitStack,
) -> WaterChoice:
    """The chosen pore-pressure law with its values."""

    def value(key: str) -> Any:
        return _number(algorithm, parameters, context, key)

    if value("PORE_PRESSURE") == "transient":
        require_scipy("The transient infiltration")
    opened = [_open(algorithm, parameters, context, key, grid, stack) for key in WATER_RASTERS]
    table, area, rain = opened
    band = named_band(area, "catchment_area") if area is not None else 0
    return WaterChoice(
        value("PORE_PRESSURE"),
        scenarios,
        value("CONDUCTIVITY"),
        value("DRAINABLE_POROSITY"),
        value("RU"),
        value("WATER_TABLE_DEPTH"),
        value("DIFFUSIVITY"),
        value("BACKGROUND"),
        value("SOIL_BASE") == "finite",
        read_pattern(algorithm.parameterAsString(parameters, "RAIN_PATTERN", context)),
        value("HOURS_AFTER"),
        WaterRasters(table, area, band, rain),
    )


def roots_of_run(algorithm: Any, parameters: dict, context: QgsProcessingContext) -> Optional[Roots]:
    """Root cohesion, if there is any."""
    cohesion = _number(algorithm, parameters, context, "ROOT_COHESION")
    return Roots(cohesion, _number(algorithm, parameters, context, "ROOT_DEPTH")) if cohesion else None


def named_band(source: RasterSource, name: str) -> int:
    """Index of the band of that name; the only band, whatever its name."""
    names = [band.name for band in source.bands]
    if name in names:
        return names.index(name)
    if len(names) > 1:
        raise InputError(f"{source.name} has bands {', '.join(names)}; none is named {name}")
    return 0


def soil_of_run(
    algorithm: Any, parameters: dict, context: QgsProcessingContext, grid: Grid, stack: ExitStack
) -> SoilSource:
    """The soil source the parameters describe, cut at the soil depth where one is given."""
    inner = _inner_soil(algorithm, parameters, context, grid, stack)
    depth = _open(algorithm, parameters, context, "SOIL_DEPTH_RASTER", grid, stack)
    return CutSoil(inner, _number(algorithm, parameters, context, "SOIL_DEPTH_LIMIT"), depth)


def _open(
    algorithm: Any, parameters: dict, context: QgsProcessingContext, key: str, grid: Grid, stack: ExitStack
) -> Optional[RasterSource]:
    path = algorithm.raster_path(parameters, key, context)
    if path is None:
        return None
    source = stack.enter_context(RasterSource(path))
    require_on_grid(grid, source)
    return source


def _inner_soil(
    algorithm: Any, parameters: dict, context: QgsProcessingContext, grid: Grid, stack: ExitStack
) -> SoilSource:
    profile = _open(algorithm, parameters, context, "PROFILE", grid, stack)
    lithology = _open(algorithm, parameters, context, "LITHOLOGY", grid, stack)
    path = algorithm.parameterAsFile(parameters, "SOIL_TABLE", context)
    if profile is not None and (lithology is not None or path):
        raise InputError(
            "Both a soil profile raster and a lithology raster or soil table are given; keep one"
        )
    if profile is not None:
        return ProfileRaster(profile)
    if lithology is not None and not path:
        raise InputError(
            "A lithology raster is given without a soil table; give the table that knows its codes"
        )
    if path:
        table = read_soil_table(path, _number(algorithm, parameters, context, "STRENGTH"))
        return whole_area(table, grid.cols) if lithology is None else lithology_soil(lithology, table, grid)
    return _uniform(algorithm, parameters, context, grid)


def _uniform(algorithm: Any, parameters: dict, context: QgsProcessingContext, grid: Grid) -> SoilSource:
    keys = ("COHESION", "FRICTION", "UNIT_WEIGHT", "SATURATED_UNIT_WEIGHT")
    values = [_number(algorithm, parameters, context, key) for key in keys]
    if values[3] < values[2]:
        raise InputError(
            f"The saturated unit weight ({values[3]:g}) is below the moist one ({values[2]:g} kN/m3); raise it"
        )
    depth = _number(algorithm, parameters, context, "SOIL_DEPTH")
    column = np.array([[[value] for value in values]], np.float32)[..., 0]
    return UniformSoil(DepthProfile((depth,), tuple(PLAIN[key] for key in keys), column), grid.cols)
