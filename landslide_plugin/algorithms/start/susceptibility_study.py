"""Susceptibility study: layers in; factors, model, maps and report out, in one folder."""

from datetime import date
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsApplication,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingOutputFolder,
    QgsProcessingOutputHtml,
    QgsProcessingOutputNumber,
    QgsProcessingOutputRasterLayer,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QThread, QUrl
from qgis.PyQt.QtGui import QDesktopServices

from ...core.errors import InputError, WorkerError
from ...core.io.table import read_rows
from ...core.quantities.terrain import METRES_PER_HEIGHT_UNIT
from ...core.workflows.input_check.findings import LayerCheck
from ...core.workflows.input_check.layers import GivenRaster, GivenVector, check_layers
from ...core.workflows.study import place
from ...core.workflows.study.request import StudyRequest, StudyTools
from ...core.workflows.study.run import run_study, stop_at_errors
from ...core.writing.folders import MARKER
from ..base import inputs
from ..base.algorithm import LandslideAlgorithm
from ..base.dialog.form import Form
from ..base.features import feature_set
from ..base.given import Given
from ..base.metadata import version
from ..base.worker import run_in_worker, worker_python
from ..prepare.factor_layers import CLASSES, LINES, RASTERS, factor_layer, given_lines, given_rasters
from ..prepare.terrain_engine import engine_named
from .study_layers import packed_study, sheet_of_study, show_study

FOLDED = ("NDVI", "RAINFALL")
FIELDS = {
    "LABEL_FIELD": (
        "Label field",
        "Field with 1 for landslides and 0 for stable places; leave empty if all features are landslides.",
    ),
    "TYPE_FIELD": (
        "Landslide type field",
        "Field with the type of each landslide; types that do not go together are warned of.",
    ),
    "DATE_FIELD": (
        "Landslide date field",
        "Field with the date of each landslide: factors recorded after it may give it away.",
    ),
}
AREAS = {
    "MAPPED_AREA": (
        "Mapped area",
        "Polygons inside which the inventory is complete; samples are taken only there.",
    ),
    "MASK": ("Study area", "Polygons of the area to map; left empty, all of the DEM."),
}
CLASS_FIELDS = {f"{key}_FIELD": key for key in CLASSES}
"""The field of polygons of classes by parameter, and the layer it belongs to."""
RESULTS = {
    "FACTORS": (place.FACTORS, "Factor stack"),
    "CLASSES": (place.CLASSES, "Susceptibility classes"),
    "PROBABILITY": (place.PROBABILITY, "Susceptibility (probability)"),
    "UNCERTAINTY": (place.UNCERTAINTY, "Ensemble standard deviation"),
}


class SusceptibilityStudy(LandslideAlgorithm):
    """The one entrance: everything from a DEM and an inventory to a map with its report."""

    NAME = "susceptibilitystudy"
    LABEL = "Susceptibility study"
    GROUP = "start"
    METHOD = "study"
    NEXT = "read the report, then {printlayout}; {validatemap} with an inventory that was not trained on"
    HELP = (
        "From a DEM and a landslide inventory to a map of five classes with its uncertainty and a report, in one "
        "run.\n\n"
        "The layers are checked first, as 'Check inputs' does; the study is not begun where one cannot be used. "
        "Layers on other grids are aligned, and a DEM in degrees is taken to metres in its UTM zone; the log says "
        "both, and how many minutes the study will take. Then terrain factors are derived, a model is trained and "
        "judged on ground it has not seen, and the area is mapped. A soil table and rain together add slope "
        "stability, which the model learns from, and a map for each return period.\n\n"
        "All results stay in one folder: factors, model, maps with their styles, report and the check of the inputs. "
        "Without the modelling environment the map is made by bivariate classes, in QGIS itself.\n\n"
        "Each step is an algorithm of its own below, with all its choices."
    )
    FOLDERS = {
        "FOLDER": (
            *place.FILES,
            place.SHEET,
            "*.json",
            "*.qml",
            "*.aux.xml",
            f"{place.MODEL}/*",
            "study.qgz",
            "README.txt",
            MARKER,
        )
    }
    FORM = Form(
        headings={
            "Further layers": (*FOLDED, *LINES, *CLASS_FIELDS),
            "Inventory and heights": ("ALL_LANDSLIDES", "HEIGHT_UNIT", "NODATA", "SEED"),
            "Results": ("TITLE", "HAND_OVER", "LOAD", "SHEET", "OPEN_REPORT"),
        },
        idle=lambda values: {field for field, layer in CLASS_FIELDS.items() if not values.get(layer)},
    )
    TAGS = ("study", "start", "wizard", "map", "beginner", "entrance")

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        kinds = QgsProcessing.SourceType
        self.add(
            QgsProcessingParameterRasterLayer("DEM", "DEM"),
            "Heights above sea level; its coordinate system may be in metres or in degrees.",
        )
        inputs.inventory(self, "Landslides as points or polygons, in any CRS.", optional=False)
        for key, (label, help) in FIELDS.items():
            self.add(QgsProcessingParameterField(key, label, None, "INVENTORY", optional=True), help)
        for key, (label, help) in AREAS.items():
            self._add_layer(key, label, kinds.TypeVectorPolygon, help)
        for key, (_, label, help) in RASTERS.items():
            self.add(factor_layer(key, label), f"{help} It may lie on any grid.", advanced=key in FOLDED)
        inputs.soil_table(
            self,
            "One row a layer of a unit, by the codes (or, for polygons, the names) of the lithology; of one unit for "
            "the whole area.",
        )
        inputs.table(
            self,
            "RAIN",
            "Rain (scenarios or annual maxima)",
            "Table of trigger scenarios, or of annual maxima with a row a year, as 'Build trigger scenarios' takes it. "
            "Needs the soil table.",
        )
        self.add_quantity("PRESET", "study_preset")
        self._declare_advanced()
        self._declare_outputs()

    def _declare_advanced(self) -> None:
        for key, (_, label, help) in LINES.items():
            self._add_layer(key, label, QgsProcessing.SourceType.TypeVectorLine, help, advanced=True)
        for key, label in CLASSES.items():
            self.add(
                QgsProcessingParameterString(
                    f"{key}_FIELD", f"Field of the polygons: {label}", None, False, True
                ),
                "Where the layer is of polygons: the field that tells the class. By default the only field of text.",
                advanced=True,
            )
        self.add(
            QgsProcessingParameterBoolean("ALL_LANDSLIDES", "All features are landslides", False),
            "Tick this if the inventory has a field of 0 and 1 that is no label.",
            advanced=True,
        )
        self.add_quantity("HEIGHT_UNIT", "height_unit", advanced=True)
        inputs.no_data(self)
        self.add_quantity("SEED", "seed", advanced=True)
        self.add(
            QgsProcessingParameterString("TITLE", "Title", None, False, True),
            "What report and layers call the study; left empty, the name of its folder.",
            advanced=True,
        )
        self.add_quantity("HAND_OVER", "hand_over", advanced=True)
        ticks = {
            "LOAD": ("Load the layers", True, "Add the results to the project, in a group, in order."),
            "SHEET": (
                "Draw the map sheet",
                False,
                "The classes on an A4 sheet with legend, scale and limits, as PDF in the folder and in what is handed "
                "over.",
            ),
            "OPEN_REPORT": (
                "Open the report when done",
                False,
                "In the browser; only where QGIS runs with its window.",
            ),
        }
        for key, (label, default, help) in ticks.items():
            self.add(QgsProcessingParameterBoolean(key, label, default), help, advanced=True)

    def _declare_outputs(self) -> None:
        self.add(
            QgsProcessingParameterFolderDestination(
                "FOLDER", "Folder of the study, if not beside the project", None, True, False
            ),
            "A new or empty folder for all results. Left out, a new one beside the saved project: "
            "landslide/<inventory>_<date>.",
        )
        for key, (_, label) in RESULTS.items():
            self.addOutput(QgsProcessingOutputRasterLayer(key, label))
        self.addOutput(QgsProcessingOutputFolder("BUNDLE", "Model bundle"))
        self.addOutput(QgsProcessingOutputHtml("REPORT", "Report"))
        self.addOutput(QgsProcessingOutputFile("MAP_SHEET", "Map sheet"))
        self.addOutput(QgsProcessingOutputString("PACKAGE", "Folder or .zip to hand over"))
        self.addOutput(
            QgsProcessingOutputNumber("SPATIAL_AUROC", "AUROC of the model, spatial cross-validation")
        )
        self.addOutput(QgsProcessingOutputString("VERDICT", "What the model beats on unseen ground"))
        self.addOutput(QgsProcessingOutputNumber("MINUTES_EXPECTED", "Minutes expected"))
        self.addOutput(QgsProcessingOutputNumber("MINUTES_TAKEN", "Minutes taken"))

    def _add_layer(self, key: str, label: str, kind: int, help: str, advanced: bool = False) -> None:
        self.add(QgsProcessingParameterFeatureSource(key, label, [kind], None, True), help, advanced)

    def execute(self, given: Given) -> dict[str, Any]:
        checks = _checks(given)
        self._report: Optional[str] = None
        request = _request(given, checks)
        study = run_study(request, _tools(given), checks, given.progress)
        show_study(given, request, study)
        sheet = sheet_of_study(given, request, study) if given.yes("SHEET") else None
        package = packed_study(given, study)
        if given.yes("OPEN_REPORT"):
            self._report = str(study.report)
        given.progress.info(f"All results: {study.folder}")
        return {
            "FOLDER": str(study.folder),
            **{key: str(study.folder / name) for key, (name, _) in RESULTS.items()},
            "BUNDLE": str(study.folder / place.MODEL),
            "REPORT": str(study.report),
            **({"MAP_SHEET": str(sheet)} if sheet else {}),
            **({"PACKAGE": str(package)} if package else {}),
            "SPATIAL_AUROC": study.training["spatial_auroc"],
            "VERDICT": study.training["verdict"],
            "MINUTES_EXPECTED": round(study.estimate.seconds / 60.0, 2),
            "MINUTES_TAKEN": round(sum(study.seconds.values()) / 60.0, 2),
        }

    def postProcessAlgorithm(
        self, context: QgsProcessingContext, feedback: Optional[QgsProcessingFeedback]
    ) -> dict[str, Any]:
        """Open the report where there is a desktop to open it on."""
        report = getattr(self, "_report", None)
        if report and _has_desktop():
            QDesktopServices.openUrl(QUrl.fromLocalFile(report))
        return {}


def _has_desktop() -> bool:
    from qgis.utils import iface

    application = QgsApplication.instance()
    return iface is not None and application is not None and QThread.currentThread() == application.thread()


def _checks(given: Given) -> list[LayerCheck]:
    """What 'Check inputs' finds of the layers, before anything else is asked of them."""
    rasters, vectors = [], []
    for key, (spec, label, _) in RASTERS.items():
        layer = given.layer(key)
        if isinstance(layer, QgsVectorLayer):
            vectors.append(GivenVector(label, feature_set(layer), "polygon"))
        elif given.has(key):
            rasters.append(GivenRaster(label, given.required_raster(key), spec.kind, spec.name))
    named = [(key, label, "line") for key, (_, label, _) in LINES.items()]
    named += [(key, label, "polygon") for key, (label, _) in AREAS.items()]
    for key, label, kind in (*named, ("INVENTORY", "Inventory", "any")):
        features = given.features(key, unsound=True)
        if features is not None:
            vectors.append(GivenVector(label, features, kind))
    return check_layers(given.required_raster("DEM"), rasters, vectors, given.progress)


def _request(given: Given, checks: list[LayerCheck]) -> StudyRequest:
    stop_at_errors(checks, given.progress)
    inventory = given.features("INVENTORY")
    if inventory is None:
        raise InputError("INVENTORY is not set; give the landslides as points or polygons")
    soil = given.table("SOIL_TABLE") or None
    return StudyRequest(
        dem=given.required_raster("DEM"),
        inventory=inventory,
        folder=_folder(given, inventory.name),
        preset=given.quantity("PRESET"),
        label_field=given.field("LABEL_FIELD"),
        type_field=given.field("TYPE_FIELD"),
        date_field=given.field("DATE_FIELD"),
        all_landslides=given.yes("ALL_LANDSLIDES"),
        mapped_area=given.features("MAPPED_AREA"),
        mask=given.features("MASK"),
        rasters=given_rasters(given, _named_units(soil)),
        lines=given_lines(given),
        soil_table=soil,
        rain=given.table("RAIN") or None,
        metres_per_height=METRES_PER_HEIGHT_UNIT[given.quantity("HEIGHT_UNIT")],
        seed=given.quantity("SEED"),
        title=given.text("TITLE"),
    )


def _named_units(soil: Optional[str]) -> dict[str, str]:
    """The soil table as the names of the lithology, where it tells both code and name."""
    if not soil:
        return {}
    rows = read_rows(soil, "SOIL_TABLE")
    return {"LITHOLOGY": soil} if rows and list(rows[0])[:2] == ["code", "name"] else {}


def _folder(given: Given, inventory: str) -> Path:
    asked = given.output("FOLDER")
    if asked:
        return Path(asked)
    project = given.context.project()
    home = project.homePath() if project is not None else ""
    return place.default_folder(home, inventory, date.today())


def _tools(given: Given) -> StudyTools:
    engine = engine_named("auto", given.progress)
    software = f"Landslide Susceptibility {version()}"
    try:
        python = worker_python()
    except WorkerError as error:
        return StudyTools(engine, lacking=str(error), software=software)

    def task(name: str, job: Any, arrays: Any, progress: Any) -> dict[str, Any]:
        return run_in_worker(name, job, arrays, progress, python)

    return StudyTools(engine, task, software=software)
