"""Map susceptibility and its uncertainty from a model bundle."""

import json
import os
from typing import Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)

from ..core.decision_map import map_decisions, require_sets
from ..core.factor_sources import FactorSources
from ..core.mapping import MapSummary, MapTargets, map_susceptibility
from ..core.model.bundle import ModelBundle, load_bundle
from ..core.model.conformal import CAVEAT, NAMES
from ..core.progress import Progress
from ..core.raster_io import RasterSource
from ..core.scenarios import read_scenarios
from . import styles
from .base import LandslideAlgorithm
from .table_parameter import SCENARIO_FILTER

TARGETS = {
    "PROBABILITY": "Susceptibility (probability)",
    "CLASSES": "Susceptibility classes",
    "UNCERTAINTY": "Ensemble standard deviation",
    "AGREEMENT": "Ensemble agreement",
}
DECISION = "DECISION"


class MapSusceptibility(LandslideAlgorithm):
    """Bundle and rasters in, probability, classes, spread and agreement out."""

    NAME = "mapsusceptibility"
    LABEL = "Map susceptibility/uncertainty"
    GROUP = "map"
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
        for key, label in TARGETS.items():
            self.add(QgsProcessingParameterRasterDestination(key, label), _TARGET_HELP[key])
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
        profile_path = self.raster_path(parameters, "PROFILE", context)
        table = self.parameterAsFile(parameters, "SCENARIOS", context)
        paths = {key: str(self.output_path(parameters, key, context)) for key in TARGETS}
        targets = MapTargets(paths["PROBABILITY"], paths["UNCERTAINTY"], paths["AGREEMENT"], paths["CLASSES"])
        decision = self.output_path(parameters, DECISION, context)
        if decision:
            require_sets(bundle)
        scenarios = read_scenarios(table) if table else None
        progress.info(f"Model: {bundle.describe()}")
        with FactorSources(self.raster_paths(parameters, "FACTORS", context)) as factors:
            profile = RasterSource(profile_path) if profile_path else None
            summary = map_susceptibility(
                bundle,
                factors,
                profile,
                scenarios,
                targets,
                styles.rgb_classes(),
                progress,
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


_TARGET_HELP = {
    "PROBABILITY": "Mean probability of the members, a band a scenario.",
    "CLASSES": "Five classes of the reference scenario, 1 Very low to 5 Very high, 0 no-data.",
    "UNCERTAINTY": "Standard deviation of the members in the reference scenario.",
    "AGREEMENT": "Band 1: share of members in the class of the mean. Band 2: share on its side of the threshold.",
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
    for key, path in paths.items():
        reference = bundle.output_names[bundle.reference_index]
        name = TARGETS[key] if reference == "Susceptibility" else f"{TARGETS[key]}, {reference}"
        styles.show(context, os.path.abspath(path), TARGETS[key], name)
