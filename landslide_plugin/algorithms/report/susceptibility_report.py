"""Susceptibility report: a model bundle and its maps in, one HTML page out."""

from typing import Any, Optional

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
)

from ...core.writing.folders import MARKER
from ..base.given import Given
from ..base.worker import run_in_worker, worker_python
from .inputs import ReportAlgorithm


class SusceptibilityReport(ReportAlgorithm):
    """Everything a reader needs to judge a map, on one page."""

    NAME = "susceptibilityreport"
    LABEL = "Susceptibility report"
    METHOD = "report#susceptibility-report"
    NEXT = "read what the report says of the model's limits, then {printlayout}"
    HELP = (
        "Writes one HTML page, to read, print or keep with the map; it needs no network.\n\n"
        "It shows how well the model and its rivals predict areas they were not trained on, with intervals and a "
        "verdict; the zoning statement; the map of five classes and what each holds; uncertainty; curves, confusion, "
        "reliability, folds and variogram; the study area, factors, soil and factor of safety at landslides and at "
        "stable places; what the model leans on; what was not given and what follows from that; limits; versions and "
        "hashes. A section that cannot be drawn says what is missing and how to get it.\n\n"
        "All rasters must lie on the grid of the class raster. Large rasters are thinned for the pictures and counted "
        "in full. Figures are drawn in the modelling environment."
    )
    FOLDERS = {"FIGURES": ("*.png", "*.svg", "*.pdf", MARKER)}
    TAGS = ("report", "validation", "html", "roc", "figures")

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        self.declare_inputs()
        self.add(
            QgsProcessingParameterFileDestination("OUTPUT", "Report", "HTML files (*.html)"),
            "The page to write.",
        )
        self.add(
            QgsProcessingParameterFolderDestination("FIGURES", "Figures as files", None, True, False),
            "Folder that gets every figure of the page as PNG (300 dpi), SVG and PDF. It takes some minutes.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterBoolean("DOWNLOADS", "Figures to save from the page", False, True),
            "The page ends with a list from which every figure can be saved as PNG (300 dpi), SVG or PDF; it is some "
            "20 MB larger then.",
            advanced=True,
        )
        self.addOutput(QgsProcessingOutputNumber("SPATIAL_AUROC", "AUROC of the model, spatial folds"))
        self.addOutput(QgsProcessingOutputString("DIFFERENCE", "Model minus logistic regression"))

    def execute(self, given: Given) -> dict[str, Any]:
        python = worker_python()
        output = given.required_output("OUTPUT")
        job, arrays = self.report_job(given, output, given.progress.part(0.0, 0.6))
        job = {**job, "figures": given.output("FIGURES") or "", "downloads": given.yes("DOWNLOADS")}
        result = run_in_worker("report", job, arrays, given.progress.part(0.6, 1.0), python)
        given.progress.info(f"Report: {result['output']} ({result['bytes'] / 2**20:.1f} MiB)")
        if job["figures"]:
            given.progress.info(f"{result['figures']} figures, each in three formats: {job['figures']}")
        family = str(job["record"].get("family", "ensemble"))
        figures = {"FIGURES": job["figures"]} if job["figures"] else {}
        return {
            "OUTPUT": result["output"],
            **figures,
            "SPATIAL_AUROC": result["spatial_auroc"].get(family),
            "DIFFERENCE": result["difference"],
        }
