"""Outputs that several algorithms declare alike."""

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterVectorDestination,
)

from .algorithm import LandslideAlgorithm

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
