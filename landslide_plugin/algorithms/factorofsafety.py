"""Compute the factor of safety and the probability of failure of every cell under every scenario."""

import json
from contextlib import ExitStack
from typing import Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)

from ..core.errors import InputError
from ..core.progress import Progress
from ..core.raster_io import RasterSource
from ..core.stability.run import StabilityInputs, StabilitySummary, StabilityTargets, compute_stability
from . import styles
from .base import LandslideAlgorithm
from .stability_settings import (
    ADVANCED,
    PLAIN,
    SCENARIO_COLUMNS,
    question_of,
    scenarios_of,
    soil_of_run,
    water_of_run,
)
from .table_parameter import optional_matrix

TARGETS = {
    "FS": ("Factor of safety", "Factor of safety, a band a scenario (T10, T25, ...), capped for display."),
    "CRITICAL_DEPTH": ("Critical depth", "Vertical depth of the weakest plane in metres, a band a scenario."),
    "PROBABILITY": (
        "Probability of failure",
        "Probability that the factor of safety is below 1, a band a scenario.",
    ),
    "MASK": (
        "Assessment mask",
        "1 assessed, 2 flat, 3 cliff, 4 soil or water data missing, 5 no soil cover.",
    ),
}
DOUBTFUL_SHARE = 0.25


class FactorOfSafety(LandslideAlgorithm):
    """Slope, soil and rain in; factor of safety, critical depth and probability of failure out."""

    NAME = "factorofsafety"
    LABEL = "Compute FS"
    GROUP = "stability"
    HELP = (
        "Computes the factor of safety of a layered infinite slope for every cell and every trigger scenario, "
        "with the depth of the weakest plane and the probability of failure under uncertain soil and water.\n\n"
        "Soil comes from one of: a soil profile raster; a lithology raster and a soil table; a soil table with "
        "one unit for the whole area; or the single values below. Generic values are no site data: use them to "
        "learn and to compare, not to design.\n\n"
        "The water table starts at the scenario's antecedent wetness and is raised by its rain: the rain that "
        "enters the soil (at most the hydraulic conductivity) fills the drainable porosity. Seepage is parallel "
        "to the slope. The seismic coefficient acts horizontally (pseudo-static).\n\n"
        "Gentle slopes are flat, not assessed by physics: they show the cap in the factor of safety and no "
        "probability. Cliffs stay empty. With near-uniform strength and one water-table ratio the deepest layer "
        "is nearly always the critical one."
    )
    TAGS = ("infinite slope", "stability", "factor of safety", "probability of failure", "pore pressure")

    def initAlgorithm(self, configuration: Optional[dict] = None) -> None:
        raster, file = QgsProcessingParameterRasterLayer, QgsProcessingParameterFile
        self.add(
            raster("SLOPE", "Slope (degrees)"),
            "Slope in degrees. In a raster of several bands, the band named slope is used.",
        )
        self.add(
            raster("PROFILE", "Soil profile raster", None, True),
            "Soil properties by layer in described bands, as 'Create sample study area' writes them.",
        )
        self.add(
            raster("LITHOLOGY", "Lithology raster", None, True),
            "Whole-number codes that the soil table knows. In a raster of several bands, the band named "
            "lithology is used.",
        )
        self.add(
            file("SOIL_TABLE", "Soil table (CSV)", file.Behavior.File, "csv", None, True),
            "Columns code, name, layer_bottom_m, cohesion_kpa, friction_deg, unit_weight_kn_m3 and others; one row "
            "a layer. Start from resources/tables/soil_parameters.csv of the plugin.",
        )
        self.add(
            file("SCENARIOS", "Trigger scenarios (CSV)", file.Behavior.File, "csv", None, True),
            f"Columns {', '.join(SCENARIO_COLUMNS)}. Left empty, the table below is used.",
        )
        optional_matrix(self)
        self.add(
            raster("SOIL_DEPTH_RASTER", "Soil depth raster (m)", None, True),
            "Vertical depth to bedrock in metres, which cuts the soil profile of each cell.",
            advanced=True,
        )
        for key, name in PLAIN.items():
            self.add_quantity(key, name)
        for key, name in ADVANCED.items():
            self.add_quantity(key, name, advanced=True, optional=name == "soil_depth_limit_m")
        self._declare_outputs()

    def _declare_outputs(self) -> None:
        for key, (label, text) in TARGETS.items():
            optional, created = key != "FS", key != "MASK"
            self.add(QgsProcessingParameterRasterDestination(key, label, None, optional, created), text)
        self.addOutput(
            QgsProcessingOutputString("UNSTABLE_SHARES", "Share of cells with FS < 1 by scenario (JSON)")
        )
        self.addOutput(QgsProcessingOutputString("MASK_SHARES", "Share of cells by assessment (JSON)"))
        self.addOutput(QgsProcessingOutputString("STATISTICS", "All counts (JSON)"))
        self.addOutput(QgsProcessingOutputNumber("ASSESSED_CELLS", "Assessed cells"))

    def execute(self, parameters: dict, context: QgsProcessingContext, progress: Progress) -> dict:
        scenarios = scenarios_of(self, parameters, context)
        paths = {key: self.output_path(parameters, key, context) for key in TARGETS}
        targets = StabilityTargets(
            str(paths["FS"]),
            paths["CRITICAL_DEPTH"],
            paths["PROBABILITY"],
            paths["MASK"],
            float(self.quantity(parameters, "FS_CAP", "fs_display_cap", context)),
            {"SCENARIOS": json.dumps(dict(zip(scenarios.names, scenarios.values.tolist())))},
        )
        question = question_of(self, parameters, context, scenarios, paths["PROBABILITY"] is not None)
        with ExitStack() as stack:
            slope = stack.enter_context(RasterSource(str(self.raster_path(parameters, "SLOPE", context))))
            soil = soil_of_run(self, parameters, context, slope.grid, stack)
            water = water_of_run(self, parameters, context, scenarios)
            progress.info(f"Pore water pressure: {water.law}; scenarios {', '.join(scenarios.names)}")
            inputs = StabilityInputs(slope, _slope_band(slope), soil, water, scenarios)
            summary = compute_stability(inputs, question, targets, progress)
        _tell(summary, question.limits.lower(question.seismic_coefficient), progress)
        _style({key: path for key, path in paths.items() if path}, summary, context)
        return {
            **{key: path for key, path in paths.items() if path},
            "UNSTABLE_SHARES": json.dumps(summary.share_unstable()),
            "MASK_SHARES": json.dumps(summary.share_by_reason()),
            "STATISTICS": json.dumps(summary.as_dict()),
            "ASSESSED_CELLS": summary.assessed,
        }


def _slope_band(source: RasterSource) -> int:
    names = [band.name for band in source.bands]
    if "slope" in names:
        return names.index("slope")
    if len(names) > 1:
        raise InputError(f"{source.name} has bands {', '.join(names)}; none is named slope")
    return 0


def _tell(summary: StabilitySummary, flat_deg: float, progress: Progress) -> None:
    chances = summary.mean_probability()
    for name, share in summary.share_unstable().items():
        mean = f", mean probability of failure {chances[name]:.3f}" if name in chances else ""
        progress.info(f"{name}: {100 * share:.2f} % of the assessed cells have FS < 1{mean}")
    for reason, share in summary.share_by_reason().items():
        if share:
            progress.info(f"{100 * share:.1f} % of the cells: {reason}")
    progress.info(f"Cells under {flat_deg:g} degrees count as flat")
    if not summary.assessed:
        progress.warning("No cell was assessed: all are flat, cliffs or without soil data")
    if summary.assessed and min(summary.share_unstable().values()) > DOUBTFUL_SHARE:
        progress.warning(
            f"Over {100 * DOUBTFUL_SHARE:.0f} % of the assessed cells have FS < 1 even in the mildest scenario: slopes "
            "that stand say that the strength is too low, or the soil too deep or too wet; calibrate before use"
        )
    if summary.floating:
        progress.warning(
            f"{summary.floating} cells have negative effective normal stress; friction is 0 there"
        )
    if summary.weights.over_saturated:
        progress.warning(
            f"{summary.weights.over_saturated} layer values hold more water than their pores; the pores count as full"
        )
    if summary.weights.unit_weight_off:
        progress.warning(
            f"{summary.weights.unit_weight_off} layer values of unit weight are over 10 % off what void ratio and "
            "water content imply; the given unit weight is used"
        )


def _style(paths: dict, summary: StabilitySummary, context: QgsProcessingContext) -> None:
    band = len(summary.names) // 2 + 1
    if "FS" in paths:
        styles.write_ramp_style(paths["FS"], "factor_of_safety", band)
    if "PROBABILITY" in paths:
        styles.write_ramp_style(paths["PROBABILITY"], "probability_of_failure", band)
    if "CRITICAL_DEPTH" in paths:
        limits = (0.0, summary.deepest_m)
        styles.write_ramp_style(paths["CRITICAL_DEPTH"], "depth", band, limits=limits, unit="m")
    for key, path in paths.items():
        name = TARGETS[key][0]
        styles.show(context, path, name, name if key == "MASK" else f"{name}, {summary.names[band - 1]}")
