"""Where outputs go: not in the place of an input or of another output, nor into a folder that is not there."""

import os
import re
from typing import Any

from qgis.core import (
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFolderDestination,
)

from ...core.errors import InputError
from ...core.requirements import require_folder

DATABASE = re.compile("[a-z]{2,}:", re.IGNORECASE)
LAYERS = {"raster", "vector", "source", "multilayer", "layer", "file"}


def require_distinct(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> None:
    """Raise ``InputError`` if an output cannot be written, or is also given as an input or as another output."""
    seen: dict[str, str] = {}
    for definition in algorithm.parameterDefinitions():
        if definition.type() in LAYERS:
            for path in _inputs(parameters.get(definition.name()), context):
                seen.setdefault(path, definition.name())
    for definition in algorithm.parameterDefinitions():
        if not definition.isDestination() or isinstance(definition, QgsProcessingParameterFolderDestination):
            continue
        path = _output(parameters.get(definition.name()))
        if not path:
            continue
        require_folder(path, definition.name())
        if path in seen:
            raise InputError(
                f"{definition.name()} and {seen[path]} are the same file, {path}; choose another output"
            )
        seen[path] = definition.name()


def _output(value: Any) -> str:
    """Path of an output; empty where Processing chooses one."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink.staticValue()
    plain = isinstance(value, str) and value not in ("", QgsProcessing.TEMPORARY_OUTPUT)
    return _file(value) if plain and not DATABASE.match(value) else ""


def _inputs(value: Any, context: QgsProcessingContext) -> list[str]:
    """Files that a value of a layer parameter names: paths, layers, their ids or names."""
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        value = value.source.staticValue()
    if isinstance(value, (list, tuple)):
        return [path for item in value for path in _inputs(item, context)]
    if isinstance(value, QgsMapLayer):
        return [_file(value.source())]
    if not isinstance(value, str) or not value:
        return []
    project = context.project()
    layer = None
    if project is not None:
        layer = project.mapLayer(value) or next(iter(project.mapLayersByName(value)), None)
    return [_file(layer.source() if layer is not None else value)]


def _file(source: str) -> str:
    return os.path.realpath(source.split("|", maxsplit=1)[0])
