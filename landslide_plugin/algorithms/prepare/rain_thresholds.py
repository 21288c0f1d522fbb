"""Rain thresholds: intensity or depth over duration, and antecedent rain, from series and labels."""

from typing import Any, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
)
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice
from qgis.PyQt.QtGui import QImage, QPainter
from qgis.PyQt.QtSvg import QSvgRenderer  # type: ignore[import-untyped]

from ...core.errors import InputError
from ...core.io.text import write_text
from ...core.requirements import require_scipy
from ...core.workflows.rain.threshold_chart import threshold_chart
from ...core.workflows.rain.threshold_page import events_csv, headline, page_of, thresholds_csv
from ...core.workflows.rain.threshold_run import LabelFields, thresholds_of
from ...core.workflows.rain.thresholds import ThresholdSettings
from ...core.writing.whole import write_bytes
from ..base import inputs
from ..base.algorithm import LandslideAlgorithm
from ..base.dialog.by_choice import ByChoice
from ..base.given import Given
from ..base.outputs import by_choice, file_on_request

PNG_SCALE = 2


class RainThresholds(LandslideAlgorithm):
    """A table of series and labels in, thresholds with their scores out."""

    NAME = "rainthresholds"
    LABEL = "Rain thresholds"
    GROUP = "prepare"
    METHOD = "rain#thresholds"
    NEXT = "{trainensemble} with the sums of the rain, to see what the ground adds"
    HELP = (
        "Reads the thresholds that the field knows from rain series of landslides and of stable samples: mean "
        "intensity over duration (Caine 1980, by quantile regression), event rain over duration (Brunetti and others "
        "2010), and single figures such as the largest 24 h and the antecedent rain.\n\n"
        "Each is scored on the same folds, which leave storms out whole: AUROC with its band, hits and false alarms. "
        "They are what a model of place and rain has to beat.\n\n"
        "An event of rain is what fell between two dry gaps. A threshold says when, not where, and is no warning "
        "service."
    )
    TAGS = (
        "rain",
        "threshold",
        "intensity-duration",
        "event-duration",
        "antecedent",
        "early warning",
        "caine",
    )
    BY_CHOICE = ByChoice(
        "ALSO_WRITE",
        "ALSO_FOLDER",
        {"TABLE": "thresholds.csv", "EVENTS_OF_RAIN": "events_of_rain.csv", "FIGURE": "thresholds.png"},
    )
    FOLDERS = {"ALSO_FOLDER": BY_CHOICE.written()}

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        file = QgsProcessingParameterFile("SERIES", "Table of series", fileFilter=inputs.TABLES)
        self.add(file, f"Of 'Build rain series', or any with columns id and h120 ... h001. {inputs.KINDS}")
        kind = [QgsProcessing.SourceType.TypeVector]
        self.add(
            QgsProcessingParameterFeatureSource("SAMPLES", "Samples with labels", kind),
            "Layer or table with a row a sample: landslides and stable samples.",
        )
        for key, label, help, advanced in (
            ("LABEL_FIELD", "Label field", "1 where it slid, 0 where it stood.", False),
            ("ID_FIELD", "Id field", "The ids of the series; rows are numbered if left empty.", False),
            ("TIME_FIELD", "Time field", "When each series ends, if its table has no end_utc.", True),
            (
                "STORM_FIELD",
                "Storm field",
                "Which storm each sample belongs to; left empty, days within two of each other are one storm.",
                True,
            ),
        ):
            optional = key != "LABEL_FIELD"
            field = QgsProcessingParameterField(key, label, None, "SAMPLES", optional=optional)
            self.add(field, help, advanced)
        self.add_quantity("SHARE", "threshold_share")
        self.add_quantity("DRY_GAP", "dry_gap_h")
        self.add_quantity("EVENT", "rain_event")
        self.add_quantity("WET_STEP", "wet_step_mm", advanced=True)
        self.add_quantity("INDEX_KEPT", "index_kept", advanced=True)
        self.add_quantity("CV_FOLDS", "storm_folds", advanced=True)
        self.add_quantity("DRAWS", "bootstrap_draws", advanced=True)
        self.add_quantity("SEED", "bootstrap_seed", advanced=True)
        self.add(
            QgsProcessingParameterFileDestination("OUTPUT", "Rain thresholds (page)", "HTML files (*.html)"),
            "Lines, bands, scores and the figure.",
        )
        file_on_request(
            self, "TABLE", "Thresholds (table)", "csv", "A row a threshold: line or figure, bands and scores."
        )
        file_on_request(
            self, "EVENTS_OF_RAIN", "Events of rain", "csv", "Duration and depth of the one that counts."
        )
        figure = QgsProcessingParameterFileDestination(
            "FIGURE", "Figure", "PNG files (*.png);;SVG files (*.svg)", optional=True, createByDefault=False
        )
        self.add(figure, "Events, lines and curves; as SVG by that ending.")
        by_choice(self, "Also write", "Folder of what is also written")
        self.addOutput(QgsProcessingOutputNumber("AUROC", "AUROC of the best threshold, storms left out"))

    def execute(self, given: Given) -> dict[str, Any]:
        require_scipy("The fit of thresholds")
        features = given.features("SAMPLES")
        label = given.field("LABEL_FIELD")
        if features is None or not label:
            raise InputError(
                "SAMPLES and LABEL_FIELD are needed; give the samples and the field of their labels"
            )
        fields = LabelFields(
            label, given.field("ID_FIELD"), given.field("TIME_FIELD"), given.field("STORM_FIELD")
        )
        settings = ThresholdSettings(
            share=given.quantity("SHARE"),
            dry_gap_h=given.quantity("DRY_GAP"),
            wet_mm=given.quantity("WET_STEP"),
            event=given.quantity("EVENT"),
            kept_a_day=given.quantity("INDEX_KEPT"),
            folds=given.quantity("CV_FOLDS"),
            draws=given.quantity("DRAWS"),
            seed=given.quantity("SEED"),
        )
        target = given.required_output("OUTPUT")
        others = {key: given.output(key) for key in ("TABLE", "EVENTS_OF_RAIN", "FIGURE")}
        run, ids = thresholds_of(given.table("SERIES"), features, fields, settings, given.progress)
        given.progress.info(headline(run))
        write_text(target, page_of(run, features.name))
        if others["TABLE"]:
            write_text(others["TABLE"], thresholds_csv(run))
        if others["EVENTS_OF_RAIN"]:
            write_text(others["EVENTS_OF_RAIN"], events_csv(run, ids))
        if others["FIGURE"]:
            _write_figure(others["FIGURE"], threshold_chart(run))
        written = {key: path for key, path in others.items() if path}
        return {"OUTPUT": target, **written, "AUROC": max(score.auroc for score in run.scores)}


def _write_figure(path: str, svg: str) -> None:
    """The figure as SVG by that ending, else as PNG."""
    if path.lower().endswith(".svg"):
        write_text(path, svg)
        return
    renderer = QSvgRenderer(QByteArray(svg.encode("utf-8")))
    image = QImage(renderer.defaultSize() * PNG_SCALE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    buffer.close()
    write_bytes(path, bytes(data))
