"""What every run says first and last: versions, settings, what will be lost, what comes next."""

import os
import platform
import re
from pathlib import Path
from typing import Any

import numpy as np
from qgis.core import (
    Qgis,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
)

from ...core.io.raster.gdal_calls import gdal_version
from ...core.worker.packages import without_user
from .metadata import version

SETTINGS = {"enum", "number", "distance", "boolean", "string", "field", "extent"}
MEMORY = "memory:"
OF_A_CHAIN = re.compile("[0-9a-f]{32}")
"""Name of the folder that QGIS makes for a result which one step of a chain hands to the next."""


def opening_lines(algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any]) -> list[str]:
    """One line of versions and one of settings, as they would be typed in a shell, but for users and passwords."""
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
    return without_user(str(value))


def lost_with_qgis(algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any]) -> list[str]:
    """The line that names the outputs which go when QGIS closes; empty if all stay.

    Those that a chain hands from step to step are not named: nobody asked to have them.
    """
    places = _places(algorithm, parameters)
    lost = [label for label, place in places.items() if _is_temporary(place) and not _is_of_a_chain(place)]
    if not lost:
        return []
    return [
        f"Temporary, lost when QGIS closes: {', '.join(lost)}; give a file or folder to keep what you need"
    ]


def next_lines(algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], words: str) -> list[str]:
    """What comes next, with the algorithms that ``words`` names by ``{id}`` as the toolbox calls them.

    Empty for a step that hands its results to the next one of a chain.
    """
    handed_on = any(_is_of_a_chain(place) for place in _places(algorithm, parameters).values())
    provider = algorithm.provider()
    if not words or handed_on or provider is None:
        return []
    names = {found.name(): f"'{found.displayName()}'" for found in provider.algorithms()}
    return [f"Next: {words.format(**names)}"]


def _places(algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any]) -> dict[str, str]:
    """Where each output goes that is asked for, by its label and key; so too a folder of the user's that gets files."""
    places, filled = {}, getattr(algorithm, "FOLDERS", {})
    for definition in algorithm.parameterDefinitions():
        written = definition.isDestination() or definition.name() in filled
        value = parameters.get(definition.name()) if written else None
        if isinstance(value, QgsProcessingOutputLayerDefinition):
            value = value.sink.staticValue()
        if isinstance(value, str) and value:
            places[f"{definition.description()} ({definition.name()})"] = value
    return places


def _is_temporary(place: str) -> bool:
    return (
        place == QgsProcessing.TEMPORARY_OUTPUT or place.startswith(MEMORY) or bool(_within_temporary(place))
    )


def _is_of_a_chain(place: str) -> bool:
    inside = _within_temporary(place)
    return len(inside) > 1 and OF_A_CHAIN.fullmatch(inside[0]) is not None


def _within_temporary(place: str) -> tuple[str, ...]:
    """Parts of a path below QGIS's temporary folder, which goes when QGIS closes; empty if it lies elsewhere."""
    root, path = Path(os.path.realpath(QgsProcessingUtils.tempFolder())), Path(os.path.realpath(place))
    return path.relative_to(root).parts if root in path.parents else ()
