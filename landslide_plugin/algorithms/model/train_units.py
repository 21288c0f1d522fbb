"""Train on mapping units: rows are features of a layer or of a table, fields are the factors."""

from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
)

from ...core.errors import InputError, WorkerError
from ...core.io.factors.kinds import said_kinds
from ...core.model.bundle.files import read_files
from ...core.types.features import FeatureSet
from ...core.types.lists import names
from ...core.workflows.mapping_units.fields import FieldKinds
from ...core.workflows.mapping_units.training import (
    IN_PROCESS,
    UnitsRequest,
    UnitsRun,
    judged_units,
    prepare_units,
    train_here,
)
from ...core.workflows.mapping_units.unit_layer import POINTS, POLYGONS
from ..base.algorithm import LandslideAlgorithm
from ..base.dialog.form import Form
from ..base.given import Given
from ..base.worker import run_in_worker, worker_python
from ..styles import vectors as vector_results
from . import bundle as training_outputs
from . import settings as model_parameters

OTHERS = ("trigger_order", "order_weight", "monotone_weight", "prevalence")
COUNTED = ("bivariate_method", "class_rule", "class_count")
SETTINGS = (*(name for name in model_parameters.SETTINGS if name not in OTHERS), *COUNTED)
KINDS = {POLYGONS: "polygon", POINTS: "point"}
ANY = QgsProcessing.SourceType.TypeVector
UNIT_LABELS = {"LANDSLIDES": "Units with landslides", "STABLE": "Units without landslides"}
TEXTS = {
    "CATEGORICAL": (
        "Categorical fields",
        "Names, separated by commas, of fields that hold class codes as numbers; text is a class by itself, and so is "
        "a field whose name ends in _majority.",
    ),
    "FACTOR_KINDS": (
        "Kinds of fields",
        "What fields are, such as aspect_mean=circular; flow=log; rock=categorical. Fields left out are what their "
        "name or their values tell: the log lists it.",
    ),
}


ALSO = training_outputs.also("METRICS", "BUNDLE_ZIP")


class TrainUnits(LandslideAlgorithm):
    """Units with factors and landslides in, a model bundle of units with honest scores out."""

    NAME = "trainunits"
    LABEL = "Train on mapping units"
    GROUP = "model"
    METHOD = "mapping_units#train-on-units"
    NEXT = "{mapunits} with this model"
    HELP = (
        "Learns where landslides are from mapping units: slope units, catchments, municipalities, points with measured "
        "attributes or rows of a plain table. A row is a unit, its fields are the factors, such as 'Factors of mapping "
        "units' writes them. Where landslides were is told by a field with 1 and 0, or counted from an inventory: a "
        "unit has landslides from a number, or a share of its area, on.\n\n"
        "Everything else is as of cells: the stacked mean of the families, judged by k-means spatial folds (of the "
        "centroids) beside logistic regression, slope alone, the best single factor and a constant, random folds for "
        "the gap. Units that one landslide lies across stay in one fold. Larger units hold more landslides by area "
        "alone: what the area tells, and what it adds, is printed, and it can be a factor. A unit that lacks a value "
        "trains no model.\n\n"
        "Logistic, additive and bivariate models run in QGIS itself; the others need the modelling environment. The "
        "bundle says what its units are; 'Map mapping units' maps it, no raster can be mapped with it."
    )
    BY_CHOICE = ALSO
    FORM = Form(
        hidden=model_parameters.LEFT_TO_FILE,
        headings={
            "Units": ("UNIT_SHARE", *TEXTS),
            **model_parameters.HEADINGS,
            "Bivariate classes": tuple(name.upper() for name in COUNTED),
        },
        modes=model_parameters.FOLD_MODES,
    )
    FOLDERS = {"BUNDLE": training_outputs.BUNDLE_NAMES, "ALSO_FOLDER": ALSO.written()}
    RECORDS = training_outputs.RECORDS
    TAGS = ("slope units", "mapping units", "catchments", "polygons", "table", "logistic regression")

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        self.add(
            QgsProcessingParameterFeatureSource("UNITS", "Mapping units", [ANY]),
            "Polygons or points in any CRS, or a table; each row is a unit with its factors in fields.",
        )
        self._field(
            "FIELDS",
            "Fields that are factors",
            "Left empty, all that 'Factors of mapping units' wrote (slope_mean, rock_majority and so on).",
            advanced=False,
            several=True,
        )
        self._field(
            "LABEL_FIELD",
            "Label field",
            "Field of the units with 1 for units with landslides and 0 for units without; empty is unknown. Left "
            "empty, the landslides of the inventory are counted.",
            advanced=False,
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                "INVENTORY",
                "Landslide inventory",
                [QgsProcessing.SourceType.TypeVectorAnyGeometry],
                None,
                True,
            ),
            "Points or polygons of landslides, in any CRS, to be counted in the units, which must be polygons.",
        )
        self._field(
            "INVENTORY_FIELD",
            "Label field of the inventory",
            "Field with 1 for landslides and 0 for stable places, which are not counted; left empty, all features are "
            "landslides.",
            advanced=False,
            parent="INVENTORY",
        )
        self.add_quantity("LEAST_COUNT", "unit_least_count")
        self.add_quantity("LEAST_SHARE", "unit_least_share", optional=True)
        self.add_quantity("AREA_FACTOR", "unit_area_factor")
        self.add_quantity("UNIT_SHARE", "unit_prevalence", advanced=True, optional=True)
        for key, (label, help) in TEXTS.items():
            self.add(QgsProcessingParameterString(key, label, None, False, True), help, advanced=True)
        for key, axis in (("X_FIELD", "x"), ("Y_FIELD", "y")):
            self._field(
                key,
                f"Field with {axis} in metres",
                f"Coordinate {axis} of a table without geometry, in metres: folds are made by place.",
            )
        self._declare_model()
        training_outputs.declare(self, with_figures=False, with_samples=False, labels=UNIT_LABELS)
        self.add(
            QgsProcessingParameterVectorDestination(
                "HELD_OUT", "Units with held-out probability", ANY, optional=True, createByDefault=False
            ),
            "Copy of the units with label, spatial fold of the first repeat, and the probability by the model that had "
            "not seen the fold.",
        )
        self.addOutput(QgsProcessingOutputNumber("UNITS_TRAINED", "Units trained on"))
        self.addOutput(
            QgsProcessingOutputNumber(
                "SPATIAL_AUROC_FOLDS", "AUROC of the stored model, plain mean over spatial folds"
            )
        )

    def _declare_model(self) -> None:
        model_parameters.declare_models(
            self,
            "Families of models in the stacked mean, each with as many votes as it earned on held-out units; one alone "
            f"is stored as it is. {', '.join(IN_PROCESS)} need no modelling environment.",
            advanced=False,
            unset=True,
        )
        model_parameters.declare_preset(self, "units_preset")
        for name in SETTINGS:
            self.add_quantity(name.upper(), name, advanced=True, unset=True)
            if name == model_parameters.VALIDATION[-1]:
                self._declare_folds()

    def _declare_folds(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSource(
                "REGIONS", "Regions for folds", [QgsProcessing.SourceType.TypeVectorPolygon], None, True
            ),
            "Polygons, each left out in turn if folds are made by region; the centroid of each unit must lie in one.",
            advanced=True,
        )
        self._field(
            "FOLD_FIELD",
            "Field for folds",
            "Field of the units (catchment, region, year), each value left out in turn if folds are made by a field.",
        )

    def _field(
        self,
        key: str,
        label: str,
        help: str,
        *,
        advanced: bool = True,
        several: bool = False,
        parent: str = "UNITS",
    ) -> None:
        parameter = QgsProcessingParameterField(
            key, label, None, parent, allowMultiple=several, optional=True
        )
        self.add(parameter, help, advanced)

    def execute(self, given: Given) -> dict[str, Any]:
        settable = model_parameters.settable_of(SETTINGS, model_parameters.STACKED, sampled=False)
        settled = model_parameters.settle_all(given, settable)
        request = units_request(given)
        apart = request.needs_environment
        if apart:
            _require_environment(apart)
        bundle = training_outputs.require_places(given)
        target = given.output("HELD_OUT")
        if target:
            target = vector_results.target_path(target, "HELD_OUT")
        run = prepare_units(request, given.progress)
        result = _train(run, bundle, given, bool(apart))
        outputs = {
            "BUNDLE": bundle,
            **training_outputs.headlines(result),
            "UNITS_TRAINED": len(run.table.labels),
            "SPATIAL_AUROC_FOLDS": _plain_mean(bundle),
        }
        given.progress.info(
            f"AUROC in spatial folds: {outputs['SPATIAL_AUROC']:.4f}, folds weighted by their pairs; "
            f"{outputs['SPATIAL_AUROC_FOLDS']:.4f}, each fold counted once"
        )
        given.progress.info(f"Verdict: {outputs['VERDICT']}")
        training_outputs.write_settings(given, bundle, self.NAME, settled)
        if target:
            judged = judged_units(run, request, result["held_out"])
            made = vector_results.write(given.context, target, judged, KINDS.get(run.layer.kind, "table"))
            outputs["HELD_OUT"] = made
        return {**outputs, **training_outputs.write_extras(given, bundle)}


def _plain_mean(bundle: str) -> float:
    """Mean AUROC of the stored model over the spatial folds of all repeats, as papers give it."""
    record, _, scores = read_files(Path(bundle))
    folds = scores["models"][record["family"]]["spatial"]["auroc_folds"]
    return float(sum(folds) / len(folds))


def _train(run: UnitsRun, bundle: str, given: Given, apart: bool) -> dict[str, Any]:
    progress = given.progress.part(0.1, 0.95)
    if apart:
        return run_in_worker("train", {**run.job, "bundle": bundle}, run.arrays, progress)
    return dict(train_here(run, bundle, progress))


def _require_environment(families: tuple[str, ...]) -> None:
    """Raise before any work if families need an environment that is not there; says which do not."""
    try:
        worker_python()
    except WorkerError as error:
        raise WorkerError(
            f"{error}. MODELS {', '.join(families)} need it; {', '.join(IN_PROCESS)} do not"
        ) from None


def units_request(given: Given) -> UnitsRequest:
    """What the parameters ask for."""
    units = given.features("UNITS")
    if units is None:
        raise InputError("UNITS: no units are given")
    x, y = given.field("X_FIELD"), given.field("Y_FIELD")
    if bool(x) != bool(y):
        raise InputError("X_FIELD and Y_FIELD belong together; give both or none")
    inventory: Optional[FeatureSet] = given.features("INVENTORY")
    return UnitsRequest(
        units=units,
        settings={
            **{name: given.quantity(name.upper()) for name in SETTINGS},
            "prevalence": given.quantity("UNIT_SHARE"),
        },
        fields=given.fields("FIELDS"),
        families=given.choices("MODELS"),
        label=given.field("LABEL_FIELD"),
        inventory=inventory,
        inventory_label=given.field("INVENTORY_FIELD"),
        least_count=given.quantity("LEAST_COUNT"),
        least_share=given.quantity("LEAST_SHARE"),
        with_area=given.quantity("AREA_FACTOR") == "yes",
        kinds=FieldKinds(said_kinds(given.text("FACTOR_KINDS")), names(given.text("CATEGORICAL"))),
        xy_fields=(x, y) if x and y else None,
        regions=given.features("REGIONS"),
        fold_field=given.field("FOLD_FIELD"),
    )
