"""From the parameters of Calibrate slope stability to the core's request."""

from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Optional

from ...core.errors import InputError
from ...core.io.table import read_rows
from ...core.requirements import require_scipy
from ...core.samples.sample_set import SamplingRules
from ...core.stability.masks import SlopeLimits
from ...core.stability.roots import Roots
from ...core.types.scenarios import TriggerScenarios
from ...core.workflows.slope_stability.ignored import Rule
from ...core.workflows.slope_stability.water import WaterChoice
from ...core.workflows.stability_calibration.ranges import Ends, OpenRanges
from ...core.workflows.stability_calibration.request import CalibrationRequest, Effort
from ..base.given import Given
from ..base.metadata import PLUGIN_FOLDER
from .asked import idle_in_calibration, require_all_used
from .chance import soil_spread
from .opening import open_on
from .settings import ADVANCED, depths_of_run, named_band, scenarios_of, slope_of_run, water_of_run
from .water import SOIL_WATER

GENERIC_TABLE = PLUGIN_FOLDER / "resources" / "tables" / "soil_parameters.csv"
SHARED = (
    "COHESION_COV",
    "FRICTION_COV",
    "UNIT_WEIGHT_COV",
    "WETNESS_SD",
    "STRENGTH_CORRELATION",
    "SOIL_DEPTH_COV",
    "RU",
    "WATER_TABLE_DEPTH",
    "CONDUCTIVITY",
    "DRAINABLE_POROSITY",
    "DIFFUSIVITY",
    "BACKGROUND",
    "SOIL_BASE",
    "HOURS_AFTER",
    "SURCHARGE",
    "ROOT_COHESION",
    "ROOT_DEPTH",
    "SLOPE_UNIT",
    "DEPTH_UNIT",
    "FLAT_LIMIT",
    "FLAT_LIMIT_SEISMIC",
    "CLIFF_LIMIT",
)
"""Parameters that mean what they mean to Compute factor of safety."""

FOLDED = {
    "DEPTH_LOW": "calibration_depth_low",
    "DEPTH_HIGH": "calibration_depth_high",
    "WETNESS_LOW": "calibration_wetness_low",
    "WETNESS_HIGH": "calibration_wetness_high",
    "SETS": "calibration_sets",
    "PREVALENCE": "calibration_share",
    "INDEPENDENT_FROM": "calibration_reach_m",
    "FOLDS": "calibration_folds",
    "BLOCK_SIZE": "calibration_block_m",
    "POLYGON_RULE": "polygon_rule",
    "ABSENCE_RATIO": "calibration_ratio",
    "ABSENCE_BUFFER": "absence_buffer_m",
    "SEED": "seed",
    **{key: ADVANCED[key] for key in SHARED},
}
WITH_INTAKE = ("water_table", "water_table_depth", "steady", "transient", "unsaturated")
FROM_WETNESS = ("water_table", "transient", "unsaturated")
ALWAYS = {"FORM": "layered", "SOIL_TABLE": GENERIC_TABLE}
RULES: tuple[Rule, ...] = (
    (
        ("DEPTH_LOW", "DEPTH_HIGH"),
        lambda asked: not asked["SOIL_DEPTH_RASTER"],
        "SOIL_DEPTH_RASTER gives the depth",
    ),
    (
        ("WETNESS_LOW", "WETNESS_HIGH"),
        lambda asked: (
            asked["PORE_PRESSURE"] in FROM_WETNESS
            and asked["WATER_TABLE_START"] != "recharge"
            and not asked["WATER_TABLE_RASTER"]
        ),
        "the water table before the storm is given, or there is none",
    ),
)
"""What a calibration would ignore, beside what "Compute factor of safety" would."""


def idle_rows(values: Mapping[str, Any]) -> set[str]:
    """Rows of the dialog that a calibration with these values would not look at."""
    return idle_in_calibration(values, RULES, ALWAYS)


def request_of(given: Given, stack: ExitStack) -> CalibrationRequest:
    """Everything that the parameters ask for; ``stack`` closes the rasters."""
    require_scipy("The calibration")
    require_all_used(given, {"PORE_PRESSURE": "pore_pressure", **FOLDED, **SOIL_WATER}, RULES, ALWAYS)
    inventory = given.features("INVENTORY")
    if inventory is None:
        raise InputError("INVENTORY: no landslides are given")
    scenarios = scenarios_of(given)
    storm = scenarios.reference(given.number("STORM"))
    slope, slope_band = slope_of_run(given, stack)
    lithology = open_on(given, "LITHOLOGY", slope.grid, stack)
    depth = depths_of_run(given, "SOIL_DEPTH_RASTER", slope.grid, stack)
    water = water_of_run(given, scenarios, slope.grid, stack)
    path = given.table("SOIL_TABLE")
    if not path:
        given.progress.warning(
            "The ranges are those of the generic soil table, which knows nothing of your site"
        )
        path = str(GENERIC_TABLE)
    roots = given.quantity("ROOT_COHESION")
    return CalibrationRequest(
        slope=slope,
        slope_band=slope_band,
        rows=read_rows(path, "Soil table"),
        table_name=Path(path).name,
        lithology=lithology,
        lithology_band=named_band(lithology, "lithology") if lithology is not None else 0,
        depth=depth,
        water=water,
        scenario=storm,
        open=_open(given, water, scenarios, storm, depth),
        inventory=inventory,
        mapped_area=given.features("MAPPED_AREA"),
        rules=_rules(given),
        share=given.quantity("PREVALENCE"),
        limits=SlopeLimits(
            given.quantity("FLAT_LIMIT"), given.quantity("FLAT_LIMIT_SEISMIC"), given.quantity("CLIFF_LIMIT")
        ),
        spread=soil_spread(given, depth),
        roots=Roots(roots, given.quantity("ROOT_DEPTH")) if roots else None,
        surcharge_kpa=given.quantity("SURCHARGE"),
        effort=Effort(
            sets=given.quantity("SETS"),
            folds=given.quantity("FOLDS"),
            block_m=given.quantity("BLOCK_SIZE"),
            reach_m=given.quantity("INDEPENDENT_FROM"),
            seed=given.quantity("SEED"),
        ),
    )


def _open(
    given: Given, water: WaterChoice, scenarios: TriggerScenarios, storm: int, depth: Optional[Any]
) -> OpenRanges:
    """What is open beside the ranges of the table."""
    wetness = None
    own_start = water.rasters.table_depth is not None or water.soil_water.start == "recharge"
    if water.law in FROM_WETNESS and not own_start:
        typed = float(scenarios.column("antecedent_wetness")[storm])
        low, high = _ends(given, "WETNESS_LOW", "WETNESS_HIGH")
        wetness = low - typed, high - typed
    depths = None if depth is not None else _ends(given, "DEPTH_LOW", "DEPTH_HIGH")
    return OpenRanges(depths, wetness, water.law in WITH_INTAKE)


def _ends(given: Given, low: str, high: str) -> Ends:
    ends = float(given.quantity(low)), float(given.quantity(high))
    if ends[0] > ends[1]:
        raise InputError(f"{low} is {ends[0]:g} and {high} {ends[1]:g}; the range must rise")
    return ends


def _rules(given: Given) -> SamplingRules:
    field = given.field("LABEL_FIELD")
    return SamplingRules(
        absences="given" if field else "random",
        label_field=field,
        polygon_rule=given.quantity("POLYGON_RULE"),
        ratio=given.quantity("ABSENCE_RATIO"),
        buffer_m=given.quantity("ABSENCE_BUFFER"),
        seed=given.quantity("SEED"),
    )
