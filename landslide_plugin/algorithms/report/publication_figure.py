"""Publication figure: six panels as PNG, SVG and PDF, with a caption."""

from typing import Any, Optional

from qgis.core import (
    QgsProcessingOutputFile,
    QgsProcessingOutputString,
    QgsProcessingParameterFolderDestination,
)

from ...core.io.raster import RasterSource
from ...core.worker.tasks.publication import FILES as PUBLICATION_FILES
from ...core.workflows.reporting.graticule import graticule
from ...core.writing.folders import MARKER, require_owned
from ..base.given import Given
from ..base.worker import run_in_worker, worker_python
from .inputs import ReportAlgorithm

FILES = {
    "PNG": ("png", "Figure (PNG, 300 dpi)"),
    "SVG": ("svg", "Figure (SVG)"),
    "PDF": ("pdf", "Figure (PDF)"),
    "CAPTION": ("txt", "Caption (text)"),
}


class PublicationFigure(ReportAlgorithm):
    """The figure of a paper, ready to submit."""

    NAME = "publicationfigure"
    LABEL = "Publication figure"
    METHOD = "report#publication-figure"
    NEXT = "{printlayout}"
    HELP = (
        "Draws one figure of six panels, 180 mm wide, as PNG (300 dpi), SVG and PDF, and a caption that defines every "
        "symbol in it.\n\n"
        "Panels: the map of five classes with scale bar, north arrow, graticule and inventory; the spread of the "
        "members; the ROC of every method on held-out samples; the saliency of soil layers by scenario; the model "
        "against the factor of safety; the importance of factors. Where data of a panel are missing, the reliability "
        "curve, the prediction rate or the area by class takes its place, and the caption follows.\n\n"
        "Inputs are those of 'Susceptibility report'. Colours are safe for the colour-blind."
    )
    FOLDERS = {"OUTPUT": (*PUBLICATION_FILES, MARKER)}
    TAGS = ("figure", "publication", "paper", "svg", "pdf", "caption")

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        self.declare_inputs()
        self.add(
            QgsProcessingParameterFolderDestination("OUTPUT", "Figure folder"),
            "Folder that gets six_panels.png, .svg, .pdf and .txt.",
        )
        for key, (_, label) in FILES.items():
            self.addOutput(QgsProcessingOutputFile(key, label))
        self.addOutput(QgsProcessingOutputString("CAPTION_TEXT", "Caption"))

    def execute(self, given: Given) -> dict[str, Any]:
        python = worker_python()
        folder = given.required_output("OUTPUT")
        require_owned(folder, PUBLICATION_FILES)
        job, arrays = self.report_job(given, folder, given.progress.part(0.0, 0.6))
        with RasterSource(given.required_raster("CLASSES")) as source:
            job["graticule"] = graticule(source.grid)
        result = run_in_worker("publication", job, arrays, given.progress.part(0.6, 1.0), python)
        given.progress.info(result["caption"])
        files = {key: result[kind] for key, (kind, _) in FILES.items()}
        return {"OUTPUT": folder, **files, "CAPTION_TEXT": result["caption"]}
