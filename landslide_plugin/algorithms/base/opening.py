"""What every run says first: versions, and the settings it runs with, defaults included."""

import platform
from typing import Any

import numpy as np
from qgis.core import Qgis, QgsProcessingAlgorithm

from ...core.io.raster.gdal_calls import gdal_version
from .metadata import version

SETTINGS = {"enum", "number", "distance", "boolean", "string", "field", "extent"}


def opening_lines(algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any]) -> list[str]:
    """One line of versions and one of settings, as they would be typed in a shell."""
    lines = [
        f"Landslide Susceptibility {version()}, QGIS {Qgis.QGIS_VERSION.split('-')[0]}, "
        f"GDAL {gdal_version()}, Python {platform.python_version()}, NumPy {np.__version__}"
    ]
    settings = []
    for definition in algorithm.parameterDefinitions():
        if definition.type() in SETTINGS:
            value = parameters.get(definition.name(), definition.defaultValue())
            if value not in (None, "", []):
                settings.append(f"{definition.name()}={_typed(value)}")
    return [*lines, f"Settings: {', '.join(settings)}"] if settings else lines


def _typed(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (list, tuple)):
        return " ".join(str(item) for item in value)
    if isinstance(value, float):
        return f"{value:g}"
    return str(value)
