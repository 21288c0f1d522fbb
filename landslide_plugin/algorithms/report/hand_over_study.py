"""Hand over a study: the folder of a study in; one folder or .zip that opens anywhere out."""

from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsProcessingOutputString, QgsProcessingParameterFile

from ...core.workflows.study.hand_over import hand_over
from ..base.algorithm import LandslideAlgorithm
from ..base.given import Given


class HandOverStudy(LandslideAlgorithm):
    """Packs what a study left, and what was put beside it since."""

    NAME = "handoverstudy"
    LABEL = "Hand over a study"
    GROUP = "report"
    METHOD = "study#what-it-gives"
    NEXT = "unpack it elsewhere and open study.qgz"
    HELP = (
        "Packs a finished study into one folder or .zip within its folder: rasters compressed by DEFLATE, which every "
        "program reads, with their styles, report, check of the inputs, model, and a QGIS project whose paths are "
        "relative, so that it opens wherever it lies.\n\n"
        "Map sheets (*.pdf) and zones (zones*.gpkg) that were saved in the folder go along. The files of DEM and "
        "inventory do not: add them if they may be handed on. Yet the factors hold the elevation, and model and report "
        "the places of the samples: hand them on only where these may be known."
    )
    FOLDERS = {"STUDY": ("hand_over*/*", "*.zip")}
    TAGS = ("export", "zip", "package", "share", "project")

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        folder = QgsProcessingParameterFile.Behavior.Folder
        self.add(
            QgsProcessingParameterFile("STUDY", "Folder of the study", folder),
            "A folder written by 'Susceptibility study'.",
        )
        self.add_quantity("WAY", "hand_over_way")
        self.addOutput(QgsProcessingOutputString("PACKAGE", "Folder or .zip to hand over"))

    def execute(self, given: Given) -> dict[str, Any]:
        package = hand_over(Path(given.file("STUDY")), given.quantity("WAY"), given.progress)
        given.progress.info(f"To hand over: {package}")
        return {"PACKAGE": str(package)}
