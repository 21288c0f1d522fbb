"""From the parameters of Compute factor of safety to the core's soil, water and question."""

from contextlib import ExitStack
from typing import Optional

import numpy as np

from ...core.errors import InputError
from ...core.io.raster import RasterSource
from ...core.io.scenarios import read_scenarios
from ...core.progress import Progress
from ...core.quantities import QUANTITIES
from ...core.requirements import require_scipy
from ...core.stability.assess import Question
from ...core.stability.masks import SlopeLimits
from ...core.stability.pore_pressure import read_pattern
from ...core.stability.probability import Probability
from ...core.stability.roots import Roots
from ...core.types.grid import Grid
from ...core.types.profile import DepthProfile
from ...core.types.scenarios import TriggerScenarios, from_cells, require_intensity, require_severity
from ...core.workflows.slope_stability.physical_rasters import (
    UNSAID,
    Seen,
    open_depth,
    open_slope,
    require_area,
    require_plausible,
    require_slope,
)
from ...core.workflows.slope_stability.water import WaterChoice, WaterRasters
from ...core.workflows.soil_profile.sources import (
    CutSoil,
    ProfileRaster,
    SoilSource,
    UniformSoil,
    layer_depth_m,
    lithology_soil,
    whole_area,
)
from ...core.workflows.soil_profile.table import read_soil_table
from ..base.given import Given
from ..base.scenario_table import example_cells
from .opening import open_on
from .water import hyetographs_of, soil_water_of

__all__ = [
    "ADVANCED",
    "PLAIN",
    "SINCE_0_1",
    "WATER_RASTERS",
    "depths_of_run",
    "named_band",
    "question_of",
    "roots_of_run",
    "scenarios_of",
    "slope_of_run",
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
    "FLAT_CELLS": "flat_written_as",
    "DEM_ERROR": "dem_error_m",
    "DEM_ERROR_LENGTH": "dem_error_length_m",
    "SLIDE_WIDTH": "slide_width_m",
    "SLIDE_LENGTH": "slide_length_m",
    "SLOPE_UNIT": "slope_unit",
    "DEPTH_UNIT": "depth_unit",
}
LASTING_H = 168.0
"""Rain of a shorter time is no lasting rain."""
SINCE_0_1 = ("FLAT_CELLS", "DEM_ERROR", "SLOPE_UNIT", "DEPTH_UNIT")
"""Optional although they have a default, so that chains made with 0.1, which do not hold them, stay valid."""


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


def scenarios_of(given: Given) -> TriggerScenarios:
    """Scenarios from the file, else from the typed table, else the example storms."""
    path = given.table("SCENARIOS")
    if path:
        scenarios = read_scenarios(path)
    else:
        cells = given.cells("SCENARIO_TABLE")
        example = example_cells()
        scenarios = from_cells(cells or example, "Trigger scenarios (table)")
        if not cells or [float(cell) for cell in cells] == example:
            given.progress.warning(
                "The example storms are used, which are not those of your area; give your scenarios"
            )
    require_severity(scenarios)
    require_intensity(scenarios)
    return scenarios


def question_of(
    given: Given,
    scenarios: TriggerScenarios,
    probability: Optional[Probability],
    extras: tuple[str, ...] = (),
) -> Question:
    """Limits, shaking, the method of the probability and what else is asked."""
    limits = SlopeLimits(
        given.quantity("FLAT_LIMIT"), given.quantity("FLAT_LIMIT_SEISMIC"), given.quantity("CLIFF_LIMIT")
    )
    shaking = scenarios.column("seismic_coefficient")
    return Question(shaking, limits, probability, extras, pga_factor=given.quantity("PGA_FACTOR"))


def water_of_run(
    given: Given,
    scenarios: TriggerScenarios,
    grid: Grid,
    stack: ExitStack,
) -> WaterChoice:
    """The chosen pore-pressure law with its values."""
    if given.quantity("PORE_PRESSURE") in ("transient", "unsaturated"):
        require_scipy("The transient infiltration")
    table = depths_of_run(given, "WATER_TABLE_RASTER", grid, stack)
    area, rain = (open_on(given, key, grid, stack) for key in ("CATCHMENT_AREA", "RAIN_RASTER"))
    if given.quantity("PORE_PRESSURE") == "steady":
        _doubt_lasting_rain(scenarios, given.progress)
    band = named_band(area, "catchment_area") if area is not None else 0
    if area is not None:
        require_area(area, band)
    if rain is not None:
        require_plausible("rain", rain, bands=len(rain.bands))
    return WaterChoice(
        law=given.quantity("PORE_PRESSURE"),
        scenarios=scenarios,
        conductivity_m_s=given.quantity("CONDUCTIVITY"),
        drainable_porosity=given.quantity("DRAINABLE_POROSITY"),
        ru=given.quantity("RU"),
        water_table_depth_m=given.quantity("WATER_TABLE_DEPTH"),
        diffusivity_m2_s=given.quantity("DIFFUSIVITY"),
        background_m_s=given.quantity("BACKGROUND"),
        finite=given.quantity("SOIL_BASE") == "finite",
        pattern=read_pattern(given.text("RAIN_PATTERN"), "RAIN_PATTERN"),
        hours_after=given.quantity("HOURS_AFTER"),
        rasters=WaterRasters(table, area, band, rain),
        soil_water=soil_water_of(given),
        patterns=hyetographs_of(given, scenarios),
    )


def _doubt_lasting_rain(scenarios: TriggerScenarios, progress: Progress) -> None:
    """Warn where the rain of a storm is taken as lasting."""
    hours, rain = scenarios.column("duration_h"), scenarios.column("intensity_mm_h")
    for name, duration, intensity in zip(scenarios.names, hours.tolist(), rain.tolist()):
        if intensity > 0.0 and duration < LASTING_H:
            progress.warning(
                f"The steady wetness takes rain as lasting, but {name} is a storm of {duration:g} h at {intensity:g} "
                "mm/h: give the mean of a wet week or season, or choose another pore water pressure"
            )
            return


def roots_of_run(given: Given) -> Optional[Roots]:
    """Root cohesion, if there is any."""
    cohesion = given.quantity("ROOT_COHESION")
    return Roots(cohesion, given.quantity("ROOT_DEPTH")) if cohesion else None


def slope_of_run(given: Given, stack: ExitStack) -> tuple[RasterSource, int]:
    """The slope in degrees and its band; refused where it betrays another unit that nobody said."""
    unit = given.quantity("SLOPE_UNIT")
    slope = stack.enter_context(open_slope(given.required_raster("SLOPE"), unit))
    band = named_band(slope, "slope")
    require_slope(slope, band, unit)
    return slope, band


def named_band(source: RasterSource, name: str) -> int:
    """Index of the band of that name; the only band, whatever its name."""
    names = [band.name for band in source.bands]
    if name in names:
        return names.index(name)
    if len(names) > 1:
        raise InputError(f"{source.name} has bands {', '.join(names)}; none is named {name}")
    return 0


def soil_of_run(given: Given, grid: Grid, stack: ExitStack) -> CutSoil:
    """The soil source the parameters describe, cut at the soil depth where one is given."""
    depth = depths_of_run(given, "SOIL_DEPTH_RASTER", grid, stack)
    deepest = None if depth is None else Seen.of(depth).high
    inner = _inner_soil(given, grid, stack, deepest)
    limit = given.quantity("SOIL_DEPTH_LIMIT")
    if depth is not None and deepest is not None:
        known = inner.read(0, 1).profile.layer_bottoms_m[-1]
        if min(deepest, deepest if limit is None else limit) > known:
            given.progress.warning(
                f"{100 * _share_below(depth, known):.3g} % of the soil depths of {depth.name} reach below {known:g} m, "
                f"where the soil profile ends (the deepest {deepest:g} m): no failure is looked for below"
            )
    return CutSoil(inner, limit, depth)


def _share_below(depth: RasterSource, known_m: float) -> float:
    below = cells = 0
    for strip in depth.grid.strips(256):
        values = depth.read(0, strip.start, strip.rows)
        below += int((values > known_m).sum())
        cells += int(np.isfinite(values).sum())
    return below / max(cells, 1)


DEPTHS = {"SOIL_DEPTH_RASTER": "soil_depth", "WATER_TABLE_RASTER": "water_table"}


def depths_of_run(given: Given, key: str, grid: Grid, stack: ExitStack) -> Optional[RasterSource]:
    """A raster of depths in metres, if it is given; refused where it betrays another unit that nobody said."""
    unit = given.quantity("DEPTH_UNIT")
    source = open_on(given, key, grid, stack, lambda path: open_depth(path, unit))
    if source is not None:
        require_plausible(DEPTHS[key], source, said=unit != UNSAID)
    return source


def _inner_soil(given: Given, grid: Grid, stack: ExitStack, deepest_m: Optional[float]) -> SoilSource:
    profile = open_on(given, "PROFILE", grid, stack)
    lithology = open_on(given, "LITHOLOGY", grid, stack)
    path = given.table("SOIL_TABLE")
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
        table = read_soil_table(path, given.quantity("STRENGTH"))
        return whole_area(table, grid.cols) if lithology is None else lithology_soil(lithology, table, grid)
    return _uniform(given, grid, deepest_m)


def _uniform(given: Given, grid: Grid, deepest_m: Optional[float]) -> SoilSource:
    """One layer, as deep as the soil depth raster reaches, else as the number says."""
    keys = ("COHESION", "FRICTION", "UNIT_WEIGHT", "SATURATED_UNIT_WEIGHT")
    values = [given.quantity(key) for key in keys]
    if values[3] < values[2]:
        raise InputError(
            f"The saturated unit weight ({values[3]:g}) is below the moist one ({values[2]:g} kN/m3); raise it"
        )
    column = np.array([[[value] for value in values]], np.float32)[..., 0]
    depth = layer_depth_m(given.quantity("SOIL_DEPTH"), QUANTITIES["soil_depth_m"].default, deepest_m)
    return UniformSoil(DepthProfile((depth,), tuple(PLAIN[key] for key in keys), column), grid.cols)
