"""Map susceptibility and its uncertainty from a model bundle."""

import json
from typing import Any, Optional

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterExtent,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)

from ...core.evaluation.conformal import CAVEAT
from ...core.io.raster import RasterSource
from ...core.model.bundle.bundle import load_bundle
from ...core.workflows.mapping.job import MapJob, open_map
from ..base import inputs, outputs
from ..base.algorithm import LandslideAlgorithm
from ..base.dialog.by_choice import ByChoice
from ..base.given import Given
from ..base.metadata import version
from ..styles.tree import group_of
from . import outside_area
from . import rasters as map_results


class MapSusceptibility(LandslideAlgorithm):
    """Bundle and rasters in, probability, classes, spread and agreement out."""

    NAME = "mapsusceptibility"
    LABEL = "Map susceptibility/uncertainty"
    GROUP = "map"
    METHOD = "mapping"
    NEXT = "{validatemap} with an inventory that was not trained on, then {susceptibilityreport} and {printlayout}"
    HELP = (
        "Maps landslide susceptibility over any area that has the factors a trained model needs.\n\n"
        "Outputs: the mean probability of the model (one band a trigger scenario, or one band "
        "'Susceptibility' for a model without triggers), the five classes Very low to Very high of the "
        "reference scenario, and the standard deviation over families and members. By choice (More maps): agreement "
        "and class flips, entropy, conformal sets with the coverage found, the area of applicability, reasons by group "
        "of factors, the depth the model looks at, return-period products and the comparison with the factor of "
        "safety.\n\n"
        "Class limits and scaling come from the model, never from the mapped rasters, so maps of "
        "different areas made with one model can be compared. A cell without data in any factor, or with a "
        "category the model has not seen, stays empty. Categories are matched by name where model and rasters have "
        "names, else by code. The standard deviation shows how far families and "
        "members differ; errors of the inventory are not in it. Runs in QGIS itself, without the modelling environment."
    )
    TAGS = ("map", "uncertainty", "ensemble", "hazard", "reasons", "explanation", "SHAP", "conformal")
    BY_CHOICE = ByChoice("MORE_MAPS", "MAPS_FOLDER", {**map_results.FILES, **outside_area.FILES}, "LOAD_MAPS")
    FOLDERS = {"MAPS_FOLDER": BY_CHOICE.written()}

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        inputs.bundle(self, "Folder written by a training, or that of one model written by 'Compare models'.")
        inputs.factors(
            self,
            "Rasters holding the factors the model was trained with, found by band name; one grid for all.",
        )
        inputs.profile(self, "Soil profile stack; needed only if the model was trained with one.")
        inputs.scenarios(
            self,
            "Other trigger scenarios than those of the training, with the same columns; left empty, the "
            "scenarios of the training are mapped. A cell may name a raster instead of a number, such as the rain "
            "of a storm or a forecast, by its path beside the table.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterExtent("EXTENT", "Extent to map", None, True),
            "Part of the rasters to map: the cells whose centre lies inside. Maps of neighbouring parts, joined, "
            "equal one map of the whole to the last bit.",
            advanced=True,
        )
        self.add_quantity("MEMORY", "memory", advanced=True)
        self.add_quantity("FORMAT", "raster_layout", advanced=True)
        self.add(
            QgsProcessingParameterBoolean(
                "ANY_CELL_SIZE", "Allow another cell size than the training's", False
            ),
            "Without this, rasters whose cells differ from the training's by more than a quarter are refused.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterRasterLayer("FS", "Factor of safety raster", None, True),
            "For the output Model against physics; bands named as the scenarios, or one band. "
            "Cells that this raster did not assess are not compared.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterRasterLayer("PF", "Probability of failure raster", None, True),
            "For a model that has the probability of failure as an input, as 'Physics-informed training' makes it: a "
            "band a scenario, made as that of the training. Left empty, every cell has the median of the "
            "training samples.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterBoolean(
                "CONDITIONAL", "Annual probability is conditional on wetness and shaking", False
            ),
            "Declare it where wetness or shaking changes with the return period, which belongs to the rain alone.",
            advanced=True,
        )
        self.add_quantity("PALETTE", "palette", advanced=True)
        self.add_quantity("UNSEEN", "unseen_classes", advanced=True, optional=True)
        raster = QgsProcessingParameterRasterDestination
        for key, shown in map_results.MAIN.items():
            self.add(raster(key, shown.label, None, True, True), shown.help)
        for key, shown in map_results.MORE.items():
            self.add(raster(key, shown.label, None, True, False), shown.help, advanced=True)
        outside_area.declare(self)
        outputs.by_choice(self, "More maps", "Folder of the further maps")
        self.addOutput(QgsProcessingOutputString("CLASS_SHARES", "Area share per class (JSON)"))
        self.addOutput(
            QgsProcessingOutputString(
                "CLASS_TABLE", "Area, and landslides held out in training, per class (JSON)"
            )
        )
        self.addOutput(QgsProcessingOutputNumber("MAPPED_CELLS", "Mapped cells"))
        self.addOutput(QgsProcessingOutputNumber("NO_DATA_CELLS", "Cells left empty"))
        inputs.no_data(self)

    def execute(self, given: Given) -> dict[str, Any]:
        progress, palette = given.progress, given.quantity("PALETTE")
        bundle = load_bundle(given.bundle("BUNDLE"))
        wanted = {key: given.output(key) for key in map_results.RASTERS}
        paths = {key: path for key, path in wanted.items() if path}
        outside = outside_area.target(given, paths)
        progress.info(f"Model: {bundle.describe()}")
        with open_map(_job(given, paths), bundle) as opened:
            summary = opened.draw(progress)
        if "DECISION" in paths and bundle.conformal is not None:
            progress.info(f"Conformal sets: {bundle.conformal.describe()}. {CAVEAT}")
        classes = map_results.class_table(summary, bundle)
        map_results.tell(summary, classes, progress)
        group = group_of(given.bundle("BUNDLE"))
        map_results.style(
            paths,
            bundle,
            opened.names,
            opened.reference,
            context=given.context,
            palette=palette,
            group=group,
        )
        if outside:
            paths[outside_area.KEY] = outside_area.write(outside, paths[outside_area.RASTER], given, group)
        return {
            **paths,
            "CLASS_SHARES": json.dumps({name: row["area_share"] for name, row in classes.items()}),
            "CLASS_TABLE": json.dumps(classes),
            "MAPPED_CELLS": summary.mapped_cells,
            "NO_DATA_CELLS": summary.no_data_cells,
        }


def _job(given: Given, paths: dict[str, str]) -> MapJob:
    """What is to be mapped: the job that a cluster takes as a file."""
    factors = given.rasters("FACTORS")
    return MapJob(
        bundle=given.bundle("BUNDLE"),
        factors=tuple(factors),
        targets={map_results.RASTERS[key].name: path for key, path in paths.items()},
        profile=given.raster("PROFILE"),
        scenarios=given.table("SCENARIOS") or None,
        factor_of_safety=given.raster("FS"),
        probability_of_failure=given.raster("PF"),
        bounds=given.bounds("EXTENT", _crs_wkt(factors[0])) if factors else None,
        memory_mib=given.quantity("MEMORY"),
        any_cell_size=given.yes("ANY_CELL_SIZE"),
        conditional=given.yes("CONDITIONAL"),
        cloud_optimised=given.quantity("FORMAT") == "cloud_optimised",
        palette=given.quantity("PALETTE"),
        unseen=given.quantity("UNSEEN"),
        provenance={"SOFTWARE": f"Landslide Susceptibility {version()}"},
    )


def _crs_wkt(raster: str) -> str:
    with RasterSource(raster) as source:
        return source.grid.crs_wkt
