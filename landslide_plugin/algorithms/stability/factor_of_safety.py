"""Compute the factor of safety and the probability of failure of every cell under every scenario."""

import json
from contextlib import ExitStack
from dataclasses import replace
from typing import Any, Optional

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)

from ...core.errors import InputError
from ...core.io.text import write_text
from ...core.quantities import QUANTITIES
from ...core.stability.extras import EXTRAS
from ...core.types.inventory_mark import mark_metadata
from ...core.workflows.slope_stability.ignored import CHANCE, CHANCE_RULES
from ...core.workflows.slope_stability.run import (
    StabilityInputs,
    StabilitySummary,
    StabilityTargets,
    compute_stability,
)
from ..base import inputs, outputs
from ..base.algorithm import LandslideAlgorithm
from ..base.dialog.by_choice import ByChoice
from ..base.dialog.form import Form
from ..base.given import Given
from ..base.scenario_table import SCENARIO_COLUMNS, optional_matrix
from .asked import idle_rows, require_all_used
from .chance import probability_of
from .ground import GROUND_RASTERS, add_ground, ground_of_run
from .opening import add_align
from .results import EXTRA_TARGETS, FILES, TARGETS, style, tell, tell_calibrated
from .settings import (
    ADVANCED,
    PLAIN,
    SINCE_0_1,
    WATER_RASTERS,
    question_of,
    roots_of_run,
    scenarios_of,
    slope_of_run,
    soil_of_run,
    water_of_run,
)
from .water import SOIL_WATER, add_course, add_soil_water


class FactorOfSafety(LandslideAlgorithm):
    """Slope, soil and rain in; factor of safety, critical depth and probability of failure out."""

    NAME = "factorofsafety"
    LABEL = "Compute factor of safety"
    GROUP = "stability"
    METHOD = "stability"
    NEXT = "{calibratestability} where landslides are mapped, or {trainphysics} with the same profile and scenarios"
    HELP = (
        "Computes the factor of safety of a layered infinite slope for every cell and every trigger scenario, "
        "with the depth of the weakest plane and the probability of failure under uncertain soil and water.\n\n"
        "Soil comes from one of: a soil profile raster; a lithology raster and a soil table; a soil table with "
        "one unit for the whole area; or the single values under Advanced. Generic values are no site data: use "
        "them to learn and to compare, not to design.\n\n"
        "Water: a water table that starts at the scenario's antecedent wetness (or a depth, or a raster) and is raised "
        "by the rain that enters the soil; a fixed pressure ratio; steady flow from the upslope area (SHALSTAB); or "
        "the rain's pressure diffusing downwards over time (Iverson 2000, as TRIGRS). The seismic coefficient acts "
        "horizontally (pseudo-static); the yield coefficient and the Newmark displacement are separate outputs.\n\n"
        "Gentle slopes are flat, not assessed by physics, and cliffs are beyond the model: both are no-data in every "
        "output but the mask, which does not say that they are safe. With near-uniform strength and one water-table "
        "ratio the deepest layer is nearly always the critical one."
    )
    TAGS = (
        "compute FS",
        "infinite slope",
        "stability",
        "factor of safety",
        "probability of failure",
        "pore pressure",
        "rainfall",
        "TRIGRS",
        "SHALSTAB",
        "Newmark",
        "earthquake",
        "Iverson",
    )
    BY_CHOICE = ByChoice("MORE_MAPS", "MAPS_FOLDER", FILES, "LOAD_MAPS")
    FOLDERS = {"MAPS_FOLDER": BY_CHOICE.written()}
    FORM = Form(
        idle=idle_rows,
        headings={
            "Soil of the whole area": tuple(PLAIN),
            "Rasters of soil, water and rain": ("SOIL_DEPTH_RASTER", *WATER_RASTERS, *GROUND_RASTERS),
            "Course of the storms": ("RAIN_PATTERN", "HYETOGRAPHS"),
            "Soil and water": tuple(ADVANCED)[:10],
            "Roots, weights and shaking": ("SURCHARGE", "ROOT_COHESION", "ROOT_DEPTH", "PGA_FACTOR", "FORM"),
            "Probability of failure": tuple(ADVANCED)[15:24],
            "Limits, units and the slide": tuple(ADVANCED)[24:],
            "Unsaturated soil and the water table before the storm": tuple(SOIL_WATER),
            "Grids and no-data": ("ALIGN", "NODATA"),
        },
    )

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        raster = QgsProcessingParameterRasterLayer
        self.add(
            raster("SLOPE", "Slope (degrees)"),
            "Slope in degrees. In a raster of several bands, the band named slope is used.",
        )
        inputs.profile(
            self,
            "Soil properties by layer in described bands, as 'Create sample study area' writes them.",
        )
        self.add(
            raster("LITHOLOGY", "Lithology raster", None, True),
            "Whole-number codes that the soil table knows. In a raster of several bands, the band named "
            "lithology is used.",
        )
        inputs.soil_table(
            self,
            "Columns code, name, layer_bottom_m, cohesion_kpa, friction_deg, unit_weight_kn_m3 and others; one row "
            "a layer. Start from resources/tables/soil_parameters.csv of the plugin.",
        )
        inputs.scenarios(
            self,
            f"Columns {', '.join(SCENARIO_COLUMNS)}, as 'Build trigger scenarios' writes them. Left empty, the table "
            "below is used.",
        )
        optional_matrix(self)
        for key, name in PLAIN.items():
            self.add_quantity(key, name, advanced=key != "PORE_PRESSURE")
        self.add(
            raster("SOIL_DEPTH_RASTER", "Soil depth raster (m)", None, True),
            "Vertical depth to bedrock in metres, which cuts the soil profile of each cell.",
            advanced=True,
        )
        for key, (label, text) in WATER_RASTERS.items():
            self.add(raster(key, label, None, True), text, advanced=True)
        add_ground(self)
        add_course(self)
        for key, name in ADVANCED.items():
            may_be_left_out = key in SINCE_0_1 or QUANTITIES[name].default is None
            self.add_quantity(key, name, advanced=True, optional=may_be_left_out)
        add_soil_water(self)
        add_align(self)
        inputs.no_data(self)
        self._declare_outputs()

    def _declare_outputs(self) -> None:
        for key, (label, text) in TARGETS.items():
            optional, created = key != "FS", key != "MASK"
            self.add(QgsProcessingParameterRasterDestination(key, label, None, optional, created), text)
        for key, (_, label, text) in EXTRA_TARGETS.items():
            self.add(QgsProcessingParameterRasterDestination(key, label, None, True, False), text)
        table = QgsProcessingParameterFileDestination(
            "STATISTICS_FILE", "Statistics (JSON)", "JSON (*.json)", optional=True, createByDefault=False
        )
        self.add(table, "Counts and shares of the run as a file.")
        outputs.by_choice(self, "More maps", "Folder of the further maps")
        self.addOutput(
            QgsProcessingOutputString("UNSTABLE_SHARES", "Share of cells with FS < 1 by scenario (JSON)")
        )
        self.addOutput(QgsProcessingOutputString("MASK_SHARES", "Share of cells by assessment (JSON)"))
        self.addOutput(QgsProcessingOutputString("STATISTICS", "All counts (JSON)"))
        self.addOutput(QgsProcessingOutputNumber("ASSESSED_CELLS", "Assessed cells"))

    def execute(self, given: Given) -> dict[str, Any]:
        fs = given.required_output("FS")
        paths = {"FS": fs, **{key: given.output(key) for key in TARGETS if key != "FS"}}
        wanted = {key: given.output(key) for key in EXTRA_TARGETS}
        extras = {key: path for key, path in wanted.items() if path}
        named = {EXTRA_TARGETS[key][0]: path for key, path in extras.items()}
        chance = bool(paths["PROBABILITY"]) or any(EXTRAS[key].needs_probability for key in named)
        require_all_used(given, {**PLAIN, **ADVANCED, **SOIL_WATER}, CHANCE_RULES, {CHANCE: chance})
        scenarios = scenarios_of(given)
        legacy = given.quantity("FORM") == "legacy"
        if legacy and named:
            raise InputError(f"The legacy form gives no {', '.join(extras)}; leave these outputs out")
        targets = StabilityTargets(
            fs=fs,
            depth=paths["CRITICAL_DEPTH"],
            probability=paths["PROBABILITY"],
            mask=paths["MASK"],
            fs_cap=float(given.quantity("FS_CAP")),
            fill_flat=given.has("FLAT_CELLS") and given.quantity("FLAT_CELLS") == "cap",
            extras=named,
        )
        told = {"SCENARIOS": json.dumps(dict(zip(scenarios.names, scenarios.values.tolist())))}
        with ExitStack() as stack:
            slope, slope_band = slope_of_run(given, stack)
            soil = soil_of_run(given, slope.grid, stack)
            targets = replace(targets, metadata={**told, **mark_metadata(soil.calibrated_on)})
            method = probability_of(given, slope, soil.depth) if chance else None
            question = question_of(given, scenarios, method, tuple(named))
            water = water_of_run(given, scenarios, slope.grid, stack)
            law = QUANTITIES["pore_pressure"].shown(water.law)
            words = "legacy form, one depth" if legacy else f"pore water pressure: {law}"
            given.progress.info(f"Trigger scenarios: {', '.join(scenarios.names)}; {words}")
            tell_calibrated(soil.calibrated_on, "" if legacy else water.law, given.progress)
            inputs = StabilityInputs(
                slope=slope,
                slope_band=slope_band,
                soil=soil,
                water_of=water,
                scenarios=scenarios,
                surcharge_kpa=given.quantity("SURCHARGE"),
                roots=roots_of_run(given),
                legacy=legacy,
                root_depth_m=given.quantity("ROOT_DEPTH"),
                ground=ground_of_run(given, slope.grid, stack),
            )
            summary = compute_stability(inputs, question, targets, given.progress)
        tell(summary, question.limits.lower(question.seismic_coefficient), given.progress)
        written = {**{key: path for key, path in paths.items() if path}, **extras}
        style(written, summary, given.context)
        return {**written, **_figures(given, summary)}


def _figures(given: Given, summary: StabilitySummary) -> dict[str, Any]:
    """The counts as outputs, and as a file if one is asked for."""
    figures = {
        "UNSTABLE_SHARES": json.dumps(summary.share_unstable()),
        "MASK_SHARES": json.dumps(summary.share_by_reason()),
        "STATISTICS": json.dumps(summary.as_dict()),
        "ASSESSED_CELLS": summary.assessed,
    }
    path = given.output("STATISTICS_FILE")
    if not path:
        return figures
    write_text(path, json.dumps(summary.as_dict(), indent=1) + "\n")
    return {**figures, "STATISTICS_FILE": path}
