"""Train event model: samples with a day and rain in, a bundle that answers for any storm out."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterString,
)

from ....core.errors import InputError
from ....core.io.factors.kinds import said_kinds
from ....core.io.table import csv_text
from ....core.io.text import write_text
from ....core.model.bundle.files import METRICS, RECORD, WEIGHTS, require_bundle_folder
from ....core.types.lists import names
from ....core.workflows.event_training.samples import EventRequest, prepare_events
from ....core.workflows.mapping_units.fields import FieldKinds
from ....core.writing.folders import MARKER
from ...base import inputs
from ...base.algorithm import LandslideAlgorithm
from ...base.choices import choice, meanings
from ...base.dialog.form import Form
from ...base.given import Given
from ...base.worker import run_in_worker, worker_python

MODELS = {
    "logistic": "Logistic regression",
    "additive": "Additive model (GAM)",
    "forest": "Random forest",
    "boosting": "Gradient boosting",
    "perceptron": "Two-layer perceptron (64-64)",
    "ensemble": "Network ensemble that reads the rain step by step",
}
STACKED = tuple(name for name in MODELS if name != "ensemble")
NETWORK, OF_NETWORKS = "ensemble", ("EVENT_MEMBERS", "NETWORK_STEP_H")
SETTINGS = (
    "storm_folds",
    "season",
    "calibration",
    "seed",
    "ridge",
    "event_members",
    "network_step_h",
)
FIELDS = (
    ("LABEL_FIELD", "Label field", "Field with 1 for a landslide of that day at that place, 0 for none."),
    ("DATE_FIELD", "Day", "Field with the day on which the rain of the row ends, such as 2020-08-30."),
)
NUMBERS = {
    "LOG_LOSS": "Log loss on storms left out whole",
    "AUROC": "AUROC on storms left out whole",
    "EXPECTED_OVER_OBSERVED": "Landslides expected over those observed, on storms left out whole",
    "LANDSLIDES": "Landslides",
    "STABLE": "Stable rows",
    "STORMS": "Storms",
}


def idle_rows(values: Mapping[str, Any]) -> set[str]:
    """Rows that mean nothing without the networks, which are not among the usual models.

    >>> sorted(idle_rows({"MODELS": ["additive"]})), idle_rows({"MODELS": ["additive", "ensemble"]})
    (['EVENT_MEMBERS', 'NETWORK_STEP_H'], set())
    """
    return set() if NETWORK in (values.get("MODELS") or ()) else set(OF_NETWORKS)


class TrainEvents(LandslideAlgorithm):
    """Rows of a place and a storm in, a model of the probability of a landslide given rain out."""

    NAME = "trainevents"
    LABEL = "Train event model"
    GROUP = "model"
    METHOD = "events#the-event-model"
    NEXT = "'Map an event' with this model"
    NEEDS_ENVIRONMENT = True
    HELP = (
        "Learns where and when: a row is a place and a day, with 1 where a landslide happened then and 0 where none "
        "did, its fields are the factors of the ground, and its rain is a series of equal steps up to the day's end, "
        "as columns of the rows (h120 ... h001) or in the table that 'Build rain series' wrote.\n\n"
        "Families see the factors, the sums of rain a hydrologist would take (total, largest 1, 3, 6, 12, 24, 48 h, "
        "antecedent 14 and 30 days, as far as steps and window allow) as logarithms, and the season as a cycle. They "
        "vote on P, with as many of ten votes as they earn on storms left out whole; days within two of each other are "
        "one storm, or rows that share an event in a field of yours. The network reads the rain step by step, starts "
        "from the additive model and has votes only where the mean is better with it by more than chance; it "
        "takes a minute or more.\n\n"
        "Storms that set nothing off belong to the samples too: without them P says where, and hardly when. Where a "
        "field tells the share of each kind and storm that was drawn, P is one of the ground; else it is relative, and "
        "is called so."
    )
    FORM = Form(
        headings={
            "Samples": ("EVENT_FIELD", "SHARE_FIELD"),
            "Soil": ("PROFILE", "NODATA"),
            "Factors": ("CATEGORICAL", "FACTOR_KINDS"),
            "Model": ("STORM_FOLDS", "SEASON", "CALIBRATION", "SEED", "RIDGE"),
            "Networks": OF_NETWORKS,
        },
        idle=idle_rows,
    )
    FOLDERS = {"BUNDLE": (RECORD, WEIGHTS, METRICS, MARKER)}
    TAGS = ("event", "storm", "rain", "nowcasting", "space-time", "where and when")

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        self.add(
            QgsProcessingParameterFeatureSource(
                "SAMPLES", "Samples of places and days", [QgsProcessing.SourceType.TypeVector]
            ),
            "Points or a plain table, one row a place and a day; a place may recur on other days.",
        )
        for key, label, help in FIELDS:
            self.add(QgsProcessingParameterField(key, label, None, "SAMPLES"), help)
        self.add(
            QgsProcessingParameterField(
                "FACTOR_FIELDS", "Factors of the ground", None, "SAMPLES", allowMultiple=True
            ),
            "Fields that do not change from storm to storm: slope, lithology, land cover.",
        )
        self.add(
            QgsProcessingParameterFile("RAIN", "Table of rain series", extension="", optional=True),
            "CSV with a row a sample and a column a step, as 'Build rain series' writes it. Left empty, the samples "
            "have the columns themselves.",
        )
        self.add(
            QgsProcessingParameterField("ID_FIELD", "Identifier", "id", "SAMPLES", optional=True),
            "Field by which the rows of the table of rain are called; needed where that table is given.",
        )
        words, labels = list(MODELS), list(MODELS.values())
        self.add(
            choice("MODELS", "Models", words, list(STACKED), optional=True, several=True, labels=labels),
            "Families that vote; one alone is stored as it is." + meanings(words, labels),
        )
        self._declare_advanced()
        self._declare_outputs()

    def _declare_advanced(self) -> None:
        for key, label, help in (
            (
                "EVENT_FIELD",
                "Event field",
                "Rows with the same value are of one storm and are left out together. Left empty, days within two of "
                "each other are one storm.",
            ),
            (
                "SHARE_FIELD",
                "Share drawn",
                "Field with the share, above 0 and up to 1, of its kind and storm that each row was drawn at: of all "
                "landslides of the storm, or of all its stable cells.",
            ),
        ):
            self.add(
                QgsProcessingParameterField(key, label, None, "SAMPLES", optional=True), help, advanced=True
            )
        inputs.profile(
            self,
            "Soil of the places by layers, read where the samples lie. The families take its mean over depth, and the "
            "network reads it layer by layer, beside the rain and by a scale of its own. A map then needs it too.",
            advanced=True,
        )
        inputs.no_data(self)
        self.add(
            QgsProcessingParameterString("CATEGORICAL", "Categorical fields", None, False, True),
            "Names, separated by commas, of factors that hold class codes as numbers; text is a class by itself.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterString("FACTOR_KINDS", "Kinds of fields", None, False, True),
            "What factors are, such as aspect=circular; flow=log; rock=categorical.",
            advanced=True,
        )
        for name in SETTINGS:
            self.add_quantity(name.upper(), name, advanced=True)

    def _declare_outputs(self) -> None:
        self.add(
            QgsProcessingParameterFolderDestination("BUNDLE", "Event model"),
            "Folder for the trained model: all that is needed to map any storm with it, and its scores.",
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "HELD_OUT",
                "Held-out probability (CSV)",
                "CSV files (*.csv)",
                optional=True,
                createByDefault=False,
            ),
            "A row a sample: its storm, its fold, and the probability by models that had not seen the storm.",
        )
        for key, label in NUMBERS.items():
            self.addOutput(QgsProcessingOutputNumber(key, label))
        self.addOutput(QgsProcessingOutputString("PRODUCT", "What the probability is to be called"))
        self.addOutput(
            QgsProcessingOutputString("VERDICT", "What the model is worth on storms it has not seen")
        )

    def execute(self, given: Given) -> dict[str, Any]:
        worker_python()
        bundle, target = given.required_output("BUNDLE"), given.output("HELD_OUT")
        require_bundle_folder(Path(bundle))
        run = prepare_events(event_request(given), given.progress.part(0.0, 0.05))
        job = {**run.job, "bundle": bundle}
        result = run_in_worker("train_events", job, run.arrays, given.progress.part(0.05, 1.0))
        given.progress.info(f"Verdict: {result['verdict']}")
        given.progress.info(f"The model gives: {result['product']}")
        outputs = {"BUNDLE": bundle, "VERDICT": result["verdict"], "PRODUCT": result["product"]}
        outputs |= {key: result[key.lower()] for key in NUMBERS}
        if target:
            write_text(target, held_out_csv(result["held_out"]))
            outputs["HELD_OUT"] = target
        return outputs


def event_request(given: Given) -> EventRequest:
    """What the parameters ask for."""
    samples = given.features("SAMPLES")
    if samples is None:
        raise InputError("SAMPLES: no samples are given")
    label, date = given.field("LABEL_FIELD"), given.field("DATE_FIELD")
    if not label or not date:
        raise InputError(
            "LABEL_FIELD and DATE_FIELD are needed; choose the fields with 1 and 0 and with the day"
        )
    return EventRequest(
        samples,
        label,
        date,
        given.fields("FACTOR_FIELDS"),
        {name: given.quantity(name.upper()) for name in SETTINGS},
        families=given.choices("MODELS") or list(STACKED),
        rain=given.file("RAIN"),
        identifier=given.field("ID_FIELD") or "id",
        event=given.field("EVENT_FIELD"),
        share=given.field("SHARE_FIELD"),
        profile=given.raster("PROFILE"),
        kinds=FieldKinds(said_kinds(given.text("FACTOR_KINDS")), names(given.text("CATEGORICAL"))),
    )


def held_out_csv(told: dict[str, list[Any]]) -> str:
    """The table of what was said of each sample, in their order, counted from 1."""
    rows = [("row", "used", "storm", "fold", "probability")]
    columns = (told["used"], told["storm"], told["fold"], told["probability"])
    for number, (used, storm, fold, p) in enumerate(zip(*columns), start=1):
        said = "" if p is None else f"{p:.6g}"
        rows.append((str(number), str(int(used)), str(storm), "" if fold is None else str(fold), said))
    return csv_text(rows)
