"""Where outputs go: not in the place of an input or of another output, nor into a folder that is not there."""

import os
import re
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProject,
    QgsProperty,
    QgsProviderRegistry,
    QgsVectorFileWriter,
)

from ...core.errors import InputError
from ...core.io.geopackage import addressed, layer_names, require_idle
from ...core.io.raster.companions import foreign_companions, written_here
from ...core.io.raster.creation import other_format
from ...core.requirements import require_file_place, require_folder, require_folder_place
from ...core.writing.kinds import KINDS, broken_promise

DATABASE = re.compile("[a-z]{2,}:", re.IGNORECASE)
STYLED = {"rasterDestination", "vectorDestination", "sink"}
FILES_ALONE = {"rasterDestination", "fileDestination", "folderDestination"}
FEATURES = {"vectorDestination", "sink"}
MEMORY = "memory:"
LAYERS = {"raster", "vector", "source", "multilayer", "layer", "file"}


def require_distinct(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> None:
    """Raise ``InputError`` if an output cannot be written, or is also given as an input or as another output."""
    require_formats(algorithm, parameters)
    seen: dict[str, str] = {}
    for definition in algorithm.parameterDefinitions():
        if definition.type() in LAYERS:
            for path in _inputs(parameters.get(definition.name()), context):
                seen.setdefault(path, definition.name())
    for definition in algorithm.parameterDefinitions():
        path = _output(parameters.get(definition.name())) if definition.isDestination() else ""
        if definition.type() in FEATURES:
            _require_place(definition.name(), parameters.get(definition.name()))
        if not path:
            continue
        if isinstance(definition, QgsProcessingParameterFolderDestination):
            require_folder_place(path, definition.name())
            continue
        require_folder(path, definition.name())
        require_file_place(path, definition.name())
        if path in seen:
            raise InputError(
                f"{definition.name()} and {seen[path]} are the same file, {path}; choose another output"
            )
        seen[path] = definition.name()


def require_formats(algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any]) -> None:
    """Raise ``InputError`` if an output is no file, or its name promises another kind than the one that is written.

    A chain asks it before its first step; a step would only be asked when its turn comes.
    """
    for definition in algorithm.parameterDefinitions():
        if definition.type() in FILES_ALONE:
            _require_file(definition.name(), parameters.get(definition.name()))
        path = _output(parameters.get(definition.name())) if definition.isDestination() else ""
        if path:
            _require_format(definition, path)


def _require_format(definition: QgsProcessingParameterDefinition, path: str) -> None:
    """Refuse a name that promises, or would get, another format than the one that is written."""
    if definition.type() == "rasterDestination" and other_format(path):
        raise InputError(
            f"{definition.name()}: {Path(path).name} promises a file of {other_format(path)}, but a GeoTIFF would "
            "be written; choose a name that ends in .tif, and export it afterwards (Translate)"
        )
    if definition.type() == "sink":
        require_named_file(path, definition.name())
    if isinstance(definition, QgsProcessingParameterFileDestination):
        ending = definition.defaultFileExtension()
        promised = broken_promise(path, ending)
        if promised:
            raise InputError(
                f"{definition.name()}: {Path(path).name} promises {promised}, but {KINDS[ending]} would be written; "
                f"choose a name that ends in .{ending}"
            )


def require_named_file(path: str, key: str) -> None:
    """Refuse a file of features whose name QGIS would lengthen by an ending: another file would be written."""
    ending = Path(path).suffix[1:].lower()
    driver, told = QgsVectorFileWriter.driverForExtension(ending), QgsVectorFileWriter.MetaData()
    usual: Optional[str] = "gpkg"
    if driver:
        usual = told.ext if QgsVectorFileWriter.driverMetadata(driver, told) else None
    if usual and ending != usual:
        name = Path(path).name
        raise InputError(f"{key}: {name} would become {name}.{usual}; choose a name that ends in .gpkg")


def _require_file(key: str, value: Any) -> None:
    """Refuse a database or memory as the place of what is written as a file."""
    address = _address(value)
    if address:
        raise InputError(
            f"{key}: {address.split(' ')[0]} is no file; this output is written as one: choose a file, or leave it "
            "temporary"
        )


def _address(value: Any) -> str:
    """The address of a database or of memory as an output; empty for a file or where Processing chooses."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink.staticValue()
    plain = isinstance(value, str) and value != QgsProcessing.TEMPORARY_OUTPUT
    return value if plain and DATABASE.match(value) else ""


def _require_place(key: str, value: Any) -> None:
    """Refuse a table of features that cannot be written, before the work: GeoPackages, memory and databases can."""
    address = _address(value)
    if not address or address.lower().startswith(MEMORY):
        return
    provider = address.split(":", 1)[0].lower()
    inside = addressed(address)
    if inside is not None or provider == "ogr":
        if inside is None or not inside[0].lower().endswith(".gpkg"):
            raise InputError(
                f"{key}: {address} is no table of a GeoPackage; write ogr:dbname='file.gpkg' table=\"name\" (geom), or "
                "choose a file"
            )
        return
    registry = QgsProviderRegistry.instance()
    metadata = (
        registry.providerMetadata("postgres" if provider == "postgis" else provider) if registry else None
    )
    if metadata is None:
        raise InputError(
            f"{key}: {address.split(' ')[0]} is no database that this QGIS knows; choose a file, a table of a "
            "GeoPackage or memory:"
        )
    try:
        connection: Any = metadata.createConnection(address.split(":", 1)[1], {})
        connection.schemas()
    except Exception as error:  # QGIS has an exception of its own for each provider, none of them public
        said = " ".join(str(error).split()) or "no connection"
        raise InputError(
            f"{key}: the database of {address.split(' ')[0]} cannot be written: {said}"
        ) from None


def loaded_output(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> str:
    """Why an output cannot be written over a layer that the project has open; empty if none is.

    To be asked in the main thread, which the project belongs to. What is open keeps showing the old file on Linux,
    and cannot be replaced on Windows.
    """
    project = context.project() or QgsProject.instance()
    layers = project.mapLayers().values() if project is not None else ()
    loaded = {_file(_path_of(layer)): layer.name() for layer in layers}
    for definition in algorithm.parameterDefinitions():
        path = _output(parameters.get(definition.name())) if definition.isDestination() and loaded else ""
        if not path:
            continue
        files = [path]
        if isinstance(definition, QgsProcessingParameterFolderDestination):
            files = [str(Path(path, name)) for name in sorted(written_here(path))]
        for file in files:
            if file in loaded:
                return (
                    f"{definition.name()}: {file} is open in the project as layer {loaded[file]}; remove that layer "
                    "from the project, or choose another output"
                )
    return ""


def foreign_styles(algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any]) -> list[str]:
    """A line for each style file beside an output that this plugin did not write and will leave alone."""
    lines = []
    for definition in algorithm.parameterDefinitions():
        path = _output(parameters.get(definition.name())) if definition.type() in STYLED else ""
        if path:
            for name in foreign_companions(path):
                lines.append(
                    f"{definition.name()}: {name} beside it was not written by this plugin and stays; QGIS takes it "
                    "when the file is opened anew: remove it to have the style of this plugin"
                )
    return lines


def within_geopackage(value: Any) -> Any:
    """The value of an output of features, told as a layer within its file if that is a GeoPackage with others."""
    path = "" if _address(value) else _output(value)
    name = Path(path).stem
    if not path.lower().endswith(".gpkg") or not set(layer_names(path)) - {name}:
        return value
    require_idle(path)
    inside = f"ogr:dbname='{path}' table=\"{name}\" (geom)"
    if not isinstance(value, QgsProcessingOutputLayerDefinition):
        return inside
    told = QgsProcessingOutputLayerDefinition(value)
    told.sink = QgsProperty.fromValue(inside)
    return told


def _output(value: Any) -> str:
    """Path of an output; empty where Processing chooses one."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink.staticValue()
    if not isinstance(value, str) or value in ("", QgsProcessing.TEMPORARY_OUTPUT):
        return ""
    inside = addressed(value)
    if inside is not None:
        return _file(inside[0])
    return "" if DATABASE.match(value) else _file(value)


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


def _path_of(layer: QgsMapLayer) -> str:
    """File of a layer as its provider reads the source, which may be an address; else the source."""
    registry = QgsProviderRegistry.instance()
    told = registry.decodeUri(layer.providerType(), layer.source()) if registry is not None else {}
    return str(told.get("path") or layer.source())


def _file(source: str) -> str:
    return os.path.realpath(source.split("|", maxsplit=1)[0])
