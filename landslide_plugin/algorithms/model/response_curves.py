"""How a trained model answers to each factor."""

from typing import Any, Optional

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
)

from ...core.io.text import write_text
from ...core.model.bundle.bundle import load_bundle
from ...core.report.common.response_files import response_files
from ...core.workflows.map_analysis.responses import csv_of, curves_of, page_of
from ...core.writing.folders import MARKER, filled_folder
from ..base import inputs
from ..base.algorithm import LandslideAlgorithm
from ..base.given import Given
from ..styles.drawings import KINDS, write_drawing


class ResponseCurves(LandslideAlgorithm):
    """A model bundle in, a page and a table of curves out."""

    NAME = "responsecurves"
    LABEL = "Response curves"
    GROUP = "model"
    METHOD = "model#response-curves"
    NEXT = "curves that no process explains ask for other factors: {trainensemble} without them"
    HELP = (
        "Draws how the probability of a trained model answers to each factor: the mean over stable ground as the "
        "factor takes each of its values, with the median and the band over the members, and a line for every family "
        "in a stacked mean.\n\n"
        "Ticks show the samples. Values outside those of the training are shaded: what the model does there is a "
        "guess. Factors that go together share their effect, so a curve says what the model does and not what causes "
        "landslides. Needs no modelling environment."
    )
    FOLDERS = {"FIGURES": ("*.png", "*.svg", "*.pdf", MARKER)}
    TAGS = ("partial dependence", "explanation", "factor", "curve")

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        inputs.bundle(self, "Folder written by a training.")
        files = QgsProcessingParameterFileDestination
        self.add(
            files("OUTPUT", "Response curves (HTML)", "HTML files (*.html)"),
            "A page with a chart for each factor.",
        )
        self.add(
            files(
                "TABLE", "Response curves (CSV)", "CSV files (*.csv)", optional=True, createByDefault=False
            ),
            "A row a factor, value and model: median, lowest and highest member, and whether training saw the value.",
        )
        self.add(
            QgsProcessingParameterFolderDestination("FIGURES", "Figures as files", None, True, False),
            "Folder that gets the charts as SVG, PNG (300 dpi) and PDF: all in one, and one a factor.",
        )
        self.addOutput(QgsProcessingOutputNumber("FACTORS", "Factors"))

    def execute(self, given: Given) -> dict[str, Any]:
        path, target, table = given.bundle("BUNDLE"), given.required_output("OUTPUT"), given.output("TABLE")
        rows = curves_of(path)
        write_text(target, page_of(rows, load_bundle(path).describe()))
        outputs: dict[str, Any] = {"OUTPUT": target, "FACTORS": len(rows)}
        if table:
            write_text(table, csv_of(rows))
            outputs["TABLE"] = table
        figures = given.output("FIGURES")
        if figures:
            drawings = response_files(rows)
            names = [f"{name}.{kind}" for name in drawings for kind in KINDS]
            with filled_folder(figures, names) as folder:
                for done, (name, svg) in enumerate(drawings.items(), 1):
                    write_drawing(svg, folder, name)
                    given.progress.step(done / len(drawings))
            outputs["FIGURES"] = figures
        return outputs
