"""What a report and a publication figure are made of: model, maps, factors, inventory."""

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingParameterFile,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ...core.io.raster import RasterSource
from ...core.model.bundle.files import read_files
from ...core.progress import Progress
from ...core.report.common.model_record import ModelRecord
from ...core.workflows.reporting.evidence import EvidenceSources, gather
from ...core.workflows.reporting.request import ReportRequest, prepare
from ..base import inputs
from ..base.algorithm import LandslideAlgorithm
from ..base.given import Given

MAPS = {
    "PROBABILITY": ("Susceptibility (probability)", "Probability raster of the same map."),
    "UNCERTAINTY": ("Ensemble standard deviation", "Raster of the spread of the members."),
    "DEM": ("DEM", "Elevation on the same grid; maps are drawn on its relief."),
}
MORE = {
    "AGREEMENT": ("Agreement", "Raster of the agreement of the members; its categories are counted."),
    "FS": ("Factor of safety", "Raster of 'Compute FS'; of several bands the reference scenario is shown."),
}


class ReportAlgorithm(LandslideAlgorithm):
    """Base of the algorithms that show a model and its maps."""

    GROUP = "report"
    NEEDS_ENVIRONMENT = True

    def declare_inputs(self) -> None:
        """Parameters, the few that most runs need before those under Advanced."""
        inputs.bundle(
            self,
            "Folder written by 'Train susceptibility ensemble', 'Physics-informed training' or 'Compare models'.",
        )
        self.add(
            QgsProcessingParameterRasterLayer("CLASSES", "Susceptibility classes"),
            "Class raster written by 'Map susceptibility/uncertainty' with this model (1 to 5).",
        )
        for key, (label, help) in MAPS.items():
            self.add(QgsProcessingParameterRasterLayer(key, label, None, True), help)
        inputs.factors(
            self,
            "Factor rasters that the map was made from: for the overview of the area, the range on the map beside that "
            "of the training, and the maps of BUNDLES.",
            optional=True,
        )
        inputs.inventory(
            self,
            "Points or polygons, in any CRS; landslides are counted by class and marked on the map.",
        )
        inputs.label_field(
            self,
            "Field with 1 for landslides and 0 for stable places; left empty, the one of the training if the "
            "inventory has it, else all features are landslides.",
            advanced=True,
        )
        for key, (label, help) in MORE.items():
            self.add(QgsProcessingParameterRasterLayer(key, label, None, True), help, advanced=True)
        inputs.profile(
            self,
            "The one the model was trained with; needed to map the models of BUNDLES.",
            advanced=True,
        )
        file = QgsProcessingParameterFile
        self.add(
            file("BUNDLES", "Bundles of the models compared", file.Behavior.Folder, optional=True),
            "Folder BUNDLES of 'Compare models': each model in it is mapped beside the others. Needs FACTORS.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterString("TITLE", "Title", None, False, True),
            "Name of the study area; left empty, the name of the bundle's folder.",
            advanced=True,
        )
        inputs.no_data(self)

    def report_job(
        self, given: Given, output: str, progress: Progress
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """Job and arrays of the worker's tasks ``report`` and ``publication``."""
        bundle = Path(given.bundle("BUNDLE"))
        record, _, metrics = read_files(bundle)
        classes = given.required_raster("CLASSES")
        factors = tuple(given.rasters("FACTORS"))
        request = ReportRequest(
            model=ModelRecord(record, metrics),
            model_name=bundle.name,
            classes=classes,
            output=output,
            title=given.text("TITLE"),
            probability=given.raster("PROBABILITY"),
            spread=given.raster("UNCERTAINTY"),
            dem=given.raster("DEM"),
            agreement=given.raster("AGREEMENT"),
            safety=given.raster("FS"),
            factors=factors,
            inventory=given.features("INVENTORY"),
            label_field=given.field("LABEL_FIELD"),
        )
        job, arrays = prepare(request, progress.part(0.0, 0.3))
        with RasterSource(classes) as source:
            grid = source.grid
        compared = given.file("BUNDLES")
        evidence = gather(
            EvidenceSources(
                bundle,
                grid,
                factors,
                given.raster("PROFILE"),
                Path(compared) if compared else None,
            ),
            progress.part(0.3, 1.0),
        )
        return {**job, "evidence": evidence.to_dict()}, {**arrays, **evidence.arrays()}
