"""What a report and a publication figure are made of: model, maps, factors, inventory."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessingParameterFile,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)

from ...core.io.raster import RasterSource
from ...core.io.vector import read_features
from ...core.model.bundle.files import read_evaluation, read_files
from ...core.progress import Progress
from ...core.report.common.model_record import ModelRecord
from ...core.workflows.reporting.companions import QUANTITIES, companions, elevation_band, inventory_beside
from ...core.workflows.reporting.evidence import EvidenceSources, gather
from ...core.workflows.reporting.prior_raster import safety_beside
from ...core.workflows.reporting.request import ReportRequest, prepare
from ..base import inputs
from ..base.algorithm import LandslideAlgorithm
from ..base.given import Given

FILES = ("gdal", "ogr")
LAYER_NAME = "|layername="
LEFT_EMPTY = " Left empty, that of the same model is taken from the project or from beside the classes."
MAPS = {
    "PROBABILITY": ("Susceptibility (probability)", "Probability raster of the same map." + LEFT_EMPTY),
    "UNCERTAINTY": ("Ensemble standard deviation", "Raster of the spread of the members." + LEFT_EMPTY),
    "DEM": (
        "DEM",
        "Elevation on the same grid; maps are drawn on its relief. Left empty, that among the factors is taken.",
    ),
}
MORE = {
    "AGREEMENT": ("Agreement", "Raster of the agreement of the members; its categories are counted."),
    "FS": (
        "Factor of safety",
        "Raster of 'Compute factor of safety'; of several bands the reference scenario is shown. Left empty, the one "
        "that the model learnt from is taken from the project or from beside the classes.",
    ),
}


def loaded(project: Optional[QgsProject]) -> tuple[dict[str, str], dict[str, str]]:
    """Sources of the rasters and of the vector layers that the project holds, by their names; from the main thread."""
    layers = list(project.mapLayers().values()) if project is not None else []
    kinds: tuple[Any, Any] = (QgsRasterLayer, QgsVectorLayer)
    rasters, vectors = (
        {
            layer.name() if kind is QgsVectorLayer else layer.id(): layer.source()
            for layer in layers
            if isinstance(layer, kind) and layer.providerType() in FILES and not layer.subsetString()
        }
        for kind in kinds
    )
    return rasters, vectors


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

    def note_project(self, project: Optional[QgsProject]) -> None:
        """Note what the project holds."""
        self._loaded = loaded(project)

    def _found(self, given: Given, classes: str, bundle: Path, record: Mapping[str, Any]) -> dict[str, str]:
        """What was left empty and lies in the project or beside the classes, of the same model; each is told."""
        wanted = [key for key in (*QUANTITIES, "FACTORS") if not given.has(key)]
        rasters, vectors = self._loaded
        found = companions(classes, record, rasters.values(), wanted)
        if not given.has("INVENTORY"):
            name = str(record.get("provenance", {}).get("inventory", ""))
            path = vectors.get(name) or inventory_beside(classes, name)
            found.update({"INVENTORY": path} if path else {})
        if not given.has("DEM"):
            stack = next(iter(given.rasters("FACTORS")), found.get("FACTORS"))
            if stack and elevation_band(stack) is not None:
                found["DEM"] = stack
        if not given.has("FS"):
            reference = int(record.get("reference_index", 0))
            safety = safety_beside(classes, read_evaluation(bundle), reference, rasters.values())
            found.update({"FS": safety} if safety else {})
        for key, path in found.items():
            given.progress.info(f"{key} was left empty; taken: {path}")
        return found

    def report_job(
        self, given: Given, output: str, progress: Progress
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """Job and arrays of the worker's tasks ``report`` and ``publication``."""
        bundle = Path(given.bundle("BUNDLE"))
        record, _, metrics = read_files(bundle)
        classes = given.required_raster("CLASSES")
        own = self._found(given, classes, bundle, record)
        factors = tuple(given.rasters("FACTORS")) or tuple(filter(None, [own.get("FACTORS")]))
        inventory = given.features("INVENTORY")
        if inventory is None and "INVENTORY" in own:
            inventory = read_features(*own["INVENTORY"].split(LAYER_NAME, 1))
        request = ReportRequest(
            model=ModelRecord(record, metrics),
            model_name=bundle.name,
            classes=classes,
            output=output,
            title=given.text("TITLE"),
            probability=given.raster("PROBABILITY") or own.get("PROBABILITY"),
            spread=given.raster("UNCERTAINTY") or own.get("UNCERTAINTY"),
            dem=given.raster("DEM") or own.get("DEM"),
            agreement=given.raster("AGREEMENT") or own.get("AGREEMENT"),
            safety=given.raster("FS") or own.get("FS"),
            factors=factors,
            inventory=inventory,
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
