"""Susceptibility report: a model bundle and its maps in, one HTML page out."""

import os
from pathlib import Path
from typing import Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ..core.model.bundle_io import read_files
from ..core.progress import Progress
from ..core.report.model_record import ModelRecord
from ..core.report.request import ReportRequest, prepare
from .base import LandslideAlgorithm
from .modelling import run_in_worker, worker_python

RASTERS = {
    "PROBABILITY": ("Susceptibility (probability)", "Probability raster of the same map."),
    "UNCERTAINTY": ("Ensemble standard deviation", "Raster of the spread of the members."),
    "DEM": ("DEM", "Elevation on the same grid; the class map is drawn on its relief."),
}


class SusceptibilityReport(LandslideAlgorithm):
    """Scores, maps, class table, what was missing and the limits, on one page."""

    NAME = "susceptibilityreport"
    LABEL = "Susceptibility report"
    GROUP = "report"
    METHOD = "report"
    HELP = (
        "Writes one HTML page, to read, print or keep with the map; it needs no network.\n\n"
        "It shows how well the model and logistic regression predict areas they were not trained on, side by "
        "side and with intervals; the map of five classes; probability and spread; what each class holds; "
        "ROC, success-rate and prediction-rate curves; factors and coefficients; which inputs were not given "
        "and what follows from that; a zoning statement and the limits.\n\n"
        "All rasters must lie on the grid of the class raster. Figures are drawn in the modelling environment."
    )
    TAGS = ("report", "validation", "html", "roc")

    def initAlgorithm(self, configuration: Optional[dict] = None) -> None:
        file, vector = QgsProcessingParameterFile, QgsProcessing.SourceType.TypeVectorAnyGeometry
        self.add(
            file("BUNDLE", "Model bundle (folder)", file.Behavior.Folder),
            "Folder written by 'Train susceptibility ensemble' or 'Physics-informed training'.",
        )
        self.add(
            QgsProcessingParameterRasterLayer("CLASSES", "Susceptibility classes"),
            "Class raster written by 'Map susceptibility/uncertainty' with this model (1 to 5).",
        )
        for key, (label, help) in RASTERS.items():
            self.add(QgsProcessingParameterRasterLayer(key, label, None, True), help)
        self.add(
            QgsProcessingParameterFeatureSource("INVENTORY", "Landslide inventory", [vector], None, True),
            "Points or polygons, in any CRS; landslides are counted by class and marked on the map.",
        )
        self.add(
            QgsProcessingParameterField("LABEL_FIELD", "Label field", None, "INVENTORY", optional=True),
            "Field with 1 for landslides and 0 for stable places; left empty, the one of the training if the "
            "inventory has it, else all features are landslides.",
        )
        self.add(
            QgsProcessingParameterString("TITLE", "Title", None, False, True),
            "Name of the study area; left empty, the name of the bundle's folder.",
        )
        self.add(
            QgsProcessingParameterFileDestination("OUTPUT", "Report", "HTML files (*.html)"),
            "The page to write.",
        )
        self.addOutput(QgsProcessingOutputNumber("SPATIAL_AUROC", "AUROC of the ensemble, spatial folds"))
        self.addOutput(QgsProcessingOutputString("DIFFERENCE", "Ensemble minus logistic regression"))

    def execute(self, parameters: dict, context: QgsProcessingContext, progress: Progress) -> dict:
        python = worker_python()
        bundle = Path(self.parameterAsFile(parameters, "BUNDLE", context))
        record, _, metrics = read_files(bundle)
        request = ReportRequest(
            model=ModelRecord(record, metrics),
            model_name=bundle.name,
            classes=str(self.raster_path(parameters, "CLASSES", context)),
            output=os.path.abspath(self.parameterAsFileOutput(parameters, "OUTPUT", context)),
            title=self.parameterAsString(parameters, "TITLE", context),
            probability=self.raster_path(parameters, "PROBABILITY", context),
            spread=self.raster_path(parameters, "UNCERTAINTY", context),
            dem=self.raster_path(parameters, "DEM", context),
            inventory=self.features(parameters, "INVENTORY", context),
            label_field=self.parameterAsString(parameters, "LABEL_FIELD", context) or None,
        )
        job, arrays = prepare(request, progress.part(0.0, 0.4))
        result = run_in_worker("report", job, arrays, progress.part(0.4, 1.0), python)
        progress.info(f"Report: {result['output']} ({result['bytes'] / 2**20:.1f} MiB)")
        return {
            "OUTPUT": result["output"],
            "SPATIAL_AUROC": result["spatial_auroc"].get("ensemble"),
            "DIFFERENCE": result["difference"],
        }
