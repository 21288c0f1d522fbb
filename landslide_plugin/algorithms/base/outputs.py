"""Outputs that several algorithms declare alike."""

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterVectorDestination,
)

from .algorithm import LandslideAlgorithm
from .choices import choice
from .translation import tr

KINDS = {"csv": "CSV files (*.csv)", "json": "JSON files (*.json)"}


def file_on_request(algorithm: LandslideAlgorithm, key: str, label: str, kind: str, help: str) -> None:
    """A file (``csv`` or ``json``) that is written only if it is asked for."""
    destination = QgsProcessingParameterFileDestination(
        key, label, KINDS[kind], optional=True, createByDefault=False
    )
    algorithm.add(destination, help)


def polygon_output(algorithm: LandslideAlgorithm, label: str, help: str) -> None:
    """The polygons that an algorithm makes, as ``OUTPUT``."""
    kind = QgsProcessing.SourceType.TypeVectorPolygon
    algorithm.add(QgsProcessingParameterVectorDestination("OUTPUT", label, kind), help)


def by_choice(algorithm: Any, label: str, folder: str, fold_load: bool = False) -> None:
    """The choice, folder and tick of the ``BY_CHOICE`` of an algorithm or chain, whose outputs are declared already."""
    offered = algorithm.BY_CHOICE
    if offered is None:
        return
    declared = {one.name(): one.description() for one in algorithm.parameterDefinitions()}
    labels = [declared[key] for key in offered.files]
    several = choice(offered.key, label, offered.words(), None, optional=True, several=True, labels=labels)
    told = "; ".join(f"{word}: {text}" for word, text in zip(offered.words(), labels))
    algorithm.add(several, f"{tr('What to write besides, each by its own name into one folder.')} {told}.")
    algorithm.add(
        QgsProcessingParameterFile(
            offered.folder, folder, QgsProcessingParameterFile.Behavior.Folder, optional=True
        ),
        "Folder for what is chosen above, made if it is not there; if none is given, a temporary one, which "
        "goes when QGIS closes. Only files "
        "that this plugin wrote there are replaced.",
    )
    if offered.load:
        algorithm.add(
            QgsProcessingParameterBoolean(offered.load, "Load what is chosen above", True, optional=True),
            "Add the layers to the project when the run is done.",
            fold_load,
        )
