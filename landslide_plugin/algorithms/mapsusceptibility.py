"""Map susceptibility and its uncertainty from a model bundle."""

import json
import os
from contextlib import ExitStack
from typing import Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)

from ..core.decision_map import map_decisions, require_sets
from ..core.factor_sources import FactorSources
from ..core.map_outputs import MapTargets
from ..core.map_request import MapOptions
from ..core.mapping import MapSummary, map_susceptibility
from ..core.model.bundle import ModelBundle, load_bundle
from ..core.model.conformal import CAVEAT, NAMES
from ..core.progress import Progress
from ..core.raster_io import RasterSource
from ..core.scenarios import read_scenarios
from ..core.window import Bounds
from . import styles
from .base import LandslideAlgorithm
from .table_parameter import SCENARIO_FILTER

TARGETS = {
    "PROBABILITY": "Susceptibility (probability)",
    "CLASSES": "Susceptibility classes",
    "UNCERTAINTY": "Ensemble standard deviation",
    "AGREEMENT": "Ensemble agreement",
}
MORE_TARGETS = {
    "ENTROPY": "Entropy and its parts",
    "MEMBER_CLASSES": "Lowest and highest class of the members",
    "APPLICABILITY": "Area of applicability",
    "RETURN_PERIOD": "Return period at threshold",
    "ANNUAL": "Annual probability (lower bound)",
    "CONSISTENCY": "Model against physics",
}
DECISION = "DECISION"


class MapSusceptibility(LandslideAlgorithm):
    """Bundle and rasters in, probability, classes, spread and agreement out."""

    NAME = "mapsusceptibility"
    LABEL = "Map susceptibility/uncertainty"
    GROUP = "map"
    METHOD = "mapping"
    HELP = (
        "Maps landslide susceptibility over any area that has the factors a trained model needs.\n\n"
        "Outputs: the mean probability of the ensemble (one band a trigger scenario, or one band "
        "'Susceptibility' for a model without triggers), the five classes Very low to Very high of the "
        "reference scenario, the standard deviation of the members and their agreement.\n\n"
        "Class limits and scaling come from the model, never from the mapped rasters, so maps of "
        "different areas made with one model can be compared. A cell without data in any factor, or with a "
        "category the model has not seen, stays empty. The standard deviation shows how far the members "
        "differ; errors of the inventory are not in it. Runs in QGIS itself, without the modelling environment."
    )
    TAGS = ("map", "uncertainty", "ensemble", "hazard")

    def initAlgorithm(self, configuration: Optional[dict] = None) -> None:
        file, raster = QgsProcessingParameterFile, QgsProcessing.SourceType.TypeRaster
        self.add(
            file("BUNDLE", "Model bundle (folder or .zip)", file.Behavior.Folder),
            "Folder or .zip written by a training, or a folder of one model written by 'Compare models'.",
        )
        self.add(
            QgsProcessingParameterMultipleLayers("FACTORS", "Factor rasters", raster),
            "Rasters holding the factors the model was trained with, found by band name; one grid for all.",
        )
        self.add(
            QgsProcessingParameterRasterLayer("PROFILE", "Soil profile raster", None, True),
            "Soil profile stack; needed only if the model was trained with one.",
        )
        self.add(
            file("SCENARIOS", "Trigger scenarios (CSV)", optional=True, fileFilter=SCENARIO_FILTER),
            "Other trigger scenarios than those of the training, with the same columns; left empty, the "
            "scenarios of the training are mapped.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterExtent("EXTENT", "Extent to map", None, True),
            "Part of the rasters to map: the cells whose centre lies inside. Maps of neighbouring parts, joined, "
            "equal one map of the whole to the last bit.",
            advanced=True,
        )
        self.add_quantity("MEMORY", "memory", advanced=True)
        self.add(
            QgsProcessingParameterBoolean(
                "ANY_CELL_SIZE", "Allow another cell size than the training's", False
            ),
            "Without this, rasters whose cells differ from the training's by more than a quarter are refused.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterRasterLayer("FS", "Factor of safety raster", None, True),
            "For the output Model against physics; bands named as the scenarios, or one band.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterBoolean(
                "CONDITIONAL", "Annual probability is conditional on wetness and shaking", False
            ),
            "Declare it where wetness or shaking changes with the return period, which belongs to the rain alone.",
            advanced=True,
        )
        for key, label in TARGETS.items():
            self.add(QgsProcessingParameterRasterDestination(key, label), _TARGET_HELP[key])
        for key, label in MORE_TARGETS.items():
            more = QgsProcessingParameterRasterDestination(key, label, None, True, False)
            self.add(more, _TARGET_HELP[key], advanced=True)
        self.add(
            QgsProcessingParameterRasterDestination(DECISION, "Decision", None, True, False),
            "Conformal sets of the reference scenario: 1 stable, 2 undecided, 3 landslide, 0 no-data. Each class is "
            "held with the coverage set in training, as long as the area is like that of the samples.",
            advanced=True,
        )
        self.addOutput(QgsProcessingOutputString("CLASS_SHARES", "Area share per class (JSON)"))
        self.addOutput(QgsProcessingOutputNumber("MAPPED_CELLS", "Mapped cells"))
        self.addOutput(QgsProcessingOutputNumber("NO_DATA_CELLS", "Cells left empty"))

    def execute(self, parameters: dict, context: QgsProcessingContext, progress: Progress) -> dict:
        bundle = load_bundle(self.parameterAsFile(parameters, "BUNDLE", context))
        table = self.parameterAsFile(parameters, "SCENARIOS", context)
        paths = {key: self.output_path(parameters, key, context) for key in (*TARGETS, *MORE_TARGETS)}
        paths = {key: path for key, path in paths.items() if path}
        decision = self.output_path(parameters, DECISION, context)
        if decision:
            require_sets(bundle)
        scenarios = read_scenarios(table) if table else None
        progress.info(f"Model: {bundle.describe()}")
        with ExitStack() as stack:
            factors = stack.enter_context(FactorSources(self.raster_paths(parameters, "FACTORS", context)))
            profile, safety = (
                stack.enter_context(RasterSource(path)) if path else None
                for path in (self.raster_path(parameters, key, context) for key in ("PROFILE", "FS"))
            )
            summary = map_susceptibility(
                bundle,
                factors,
                profile,
                scenarios,
                _targets(paths),
                styles.rgb_classes(),
                progress,
                MapOptions(
                    self.quantity(parameters, "MEMORY", "memory", context),
                    self._bounds(parameters, context, factors.grid.crs_wkt),
                    self.parameterAsBool(parameters, "ANY_CELL_SIZE", context),
                    self.parameterAsBool(parameters, "CONDITIONAL", context),
                    safety,
                ),
            )
        if decision:
            band = scenarios.reference(bundle.reference_period_yr) if scenarios else bundle.reference_index
            called = map_decisions(bundle, paths["PROBABILITY"], band, decision)
            progress.info(
                "Decision: " + ", ".join(f"{n} {c}" for n, c in zip(NAMES.values(), called)) + " cells"
            )
            progress.info(CAVEAT)
        _tell(summary, progress)
        _style(paths, bundle, context)
        shares = {
            name: round(float(share), 6)
            for (_, name, _), share in zip(styles.classes(), summary.share_per_class)
        }
        return {
            **paths,
            **({DECISION: decision} if decision else {}),
            "CLASS_SHARES": json.dumps(shares),
            "MAPPED_CELLS": summary.mapped_cells,
            "NO_DATA_CELLS": summary.no_data_cells,
        }

    def _bounds(self, parameters: dict, context: QgsProcessingContext, crs_wkt: str) -> Optional[Bounds]:
        if parameters.get("EXTENT") in (None, ""):
            return None
        crs = QgsCoordinateReferenceSystem.fromWkt(crs_wkt)
        extent = self.parameterAsExtent(parameters, "EXTENT", context, crs)
        return extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()


def _targets(paths: dict) -> MapTargets:
    return MapTargets(
        paths["PROBABILITY"],
        paths["UNCERTAINTY"],
        paths["AGREEMENT"],
        paths["CLASSES"],
        paths.get("ENTROPY"),
        paths.get("MEMBER_CLASSES"),
        paths.get("RETURN_PERIOD"),
        paths.get("ANNUAL"),
        paths.get("APPLICABILITY"),
        paths.get("CONSISTENCY"),
    )


_TARGET_HELP = {
    "PROBABILITY": "Mean probability of the members, a band a scenario.",
    "CLASSES": "Five classes of the reference scenario, 1 Very low to 5 Very high, 0 no-data.",
    "UNCERTAINTY": "Standard deviation of the members in the reference scenario.",
    "AGREEMENT": "Band 1: share of members in the class of the mean. Band 2: share on its side of the threshold.",
    "ENTROPY": "Three bands, in bits: entropy of the mean, its aleatoric part, which no further member would "
    "lessen, and its epistemic part, which is the members' disagreement.",
    "MEMBER_CLASSES": "Lowest and highest class that any member gives in the reference scenario.",
    "APPLICABILITY": "Band 1: dissimilarity index to the training data. Band 2: 1 inside the area of "
    "applicability, 0 outside (Meyer and Pebesma 2021).",
    "RETURN_PERIOD": "Band 1: shortest return period of the rain at which the probability reaches the model's "
    "threshold. Band 2: 1 reached at the shortest already, 2 between two, 3 not up to the longest.",
    "ANNUAL": "Probability over the annual exceedance of the rain; a lower bound, since rain below the shortest "
    "return period is not counted. Meaningful only for a model of a dated inventory.",
    "CONSISTENCY": "1 both stable, 2 both unstable, 3 unstable by the model only, 4 by the physics only (FS "
    "below 1); needs the factor of safety raster.",
}


def _tell(summary: MapSummary, progress: Progress) -> None:
    progress.info(f"{summary.mapped_cells} cells mapped, {summary.no_data_cells} left empty for want of data")
    if summary.unseen_category_cells:
        progress.warning(
            f"{summary.unseen_category_cells} cells have a category the model has not seen; they are left empty"
        )
    for (_, name, _), cells, share in zip(styles.classes(), summary.cells_per_class, summary.share_per_class):
        progress.info(f"{name}: {100 * share:.1f} % of the area ({cells * summary.cell_area_km2:.2f} km2)")


def _style(paths: dict, bundle: ModelBundle, context: QgsProcessingContext) -> None:
    styles.write_class_style(paths["CLASSES"])
    styles.write_susceptibility_style(paths["PROBABILITY"], bundle.class_cuts, bundle.reference_index + 1)
    styles.write_ramp_style(paths["UNCERTAINTY"], "spread", limits=(0.0, 0.25))
    styles.write_ramp_style(paths["AGREEMENT"], "agreement")
    for key, (ramp, band, limits, unit) in _MORE_STYLES.items():
        if key in paths:
            styles.write_ramp_style(paths[key], ramp, band, limits, unit)
    for key, write in (("MEMBER_CLASSES", styles.write_class_style), ("CONSISTENCY", _consistency_style)):
        if key in paths:
            write(paths[key])
    labels = {**TARGETS, **MORE_TARGETS}
    for key, path in paths.items():
        reference = bundle.output_names[bundle.reference_index]
        plain = reference == "Susceptibility" or key in ("APPLICABILITY", "RETURN_PERIOD", "ANNUAL")
        name = labels[key] if plain else f"{labels[key]}, {reference}"
        styles.show(context, os.path.abspath(path), labels[key], name)


def _consistency_style(path: str) -> None:
    styles.write_ramp_style(path, "consistency")


_MORE_STYLES = {
    "ENTROPY": ("spread", 1, (0.0, 1.0), "bit"),
    "APPLICABILITY": ("applicability", 2, None, ""),
    "RETURN_PERIOD": ("return_period", 1, None, "yr"),
    "ANNUAL": ("spread", 1, (0.0, 0.1), "1/yr"),
}
