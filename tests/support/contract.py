"""What algorithms, result files and styled layers say of themselves, as plain values to compare."""

from __future__ import annotations

import csv
import math
from pathlib import Path
from typing import Any, Union

from osgeo import gdal, ogr
from qgis.core import (
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingProvider,
    QgsRasterLayer,
    QgsVectorLayer,
)


def contract(provider: QgsProcessingProvider) -> dict[str, Any]:
    """Group, parameters and outputs of every algorithm of a provider, by id."""
    return {
        algorithm.id(): {
            "group": algorithm.groupId(),
            "parameters": {one.name(): _parameter(one) for one in algorithm.parameterDefinitions()},
            "outputs": {one.name(): one.type() for one in algorithm.outputDefinitions()},
        }
        for algorithm in sorted(provider.algorithms(), key=QgsProcessingAlgorithm.id)
    }


def _parameter(one: QgsProcessingParameterDefinition) -> dict[str, Any]:
    words = isinstance(one, QgsProcessingParameterEnum)
    optional = QgsProcessingParameterDefinition.Flag.FlagOptional
    return {
        "type": one.type(),
        "optional": bool(one.flags() & optional),
        "destination": one.isDestination(),
        "several": words and one.allowMultiple(),
        "options": one.options() if words else [],
        "default": one.defaultValue(),
    }


def results(outputs: dict[str, Any]) -> dict[str, Any]:
    """Bands, fields, columns or files of each output that is a file or folder, by key."""
    paths = {key: Path(str(value).split("|")[0]) for key, value in outputs.items() if _is_path(value)}
    return {key: told for key, path in paths.items() if (told := result(path))}


def _is_path(value: Any) -> bool:
    return isinstance(value, str) and value.startswith("/")


def result(path: Path) -> dict[str, Any]:
    """What one result holds; empty if it is no file whose parts have names."""
    if path.is_dir() and not (path / "bundle.json").exists():
        return {"files": {one.name: result(one) for one in sorted(path.glob("*.tif"))}}
    if path.suffix == ".tif":
        raster = gdal.Open(str(path))
        bands = [raster.GetRasterBand(i + 1) for i in range(raster.RasterCount)]
        return {
            "bands": [[b.GetDescription(), b.GetUnitType(), gdal.GetDataTypeName(b.DataType)] for b in bands]
        }
    if path.suffix == ".gpkg":
        source = ogr.Open(str(path))
        return {"names": [field.GetName() for field in source.GetLayer(0).schema]}
    if path.suffix == ".csv":
        with path.open(newline="", encoding="utf-8") as file:
            return {"names": next(csv.reader(file))}
    return {}


def layer_facts(layer: QgsMapLayer) -> dict[str, Any]:
    """Name, kind and looks of a layer of a project."""
    told = {"name": layer.name(), "valid": layer.isValid(), "crs": layer.crs().authid()}
    if isinstance(layer, QgsRasterLayer):
        return {**told, "bands": layer.bandCount(), **_raster_looks(layer)}
    assert isinstance(layer, QgsVectorLayer)
    return {**told, "fields": layer.fields().names(), **_vector_looks(layer)}


def _raster_looks(layer: QgsRasterLayer) -> dict[str, Any]:
    renderer = layer.renderer()
    looks = {"renderer": renderer.type(), "shown": renderer.usesBands()}
    if renderer.type() == "paletted":
        entries = [(one.value, one.color, one.label) for one in renderer.classes()]
    else:
        ramp = renderer.shader().rasterShaderFunction()
        entries = [(one.value, one.color, one.label) for one in ramp.colorRampItemList()]
        kind = ramp.colorRampType()
        looks["interpolation"] = int(getattr(kind, "value", kind))
    return {**looks, "entries": [[_number(value), colour.name(), label] for value, colour, label in entries]}


def _number(value: float) -> Union[float, str]:
    """A number that JSON can hold, rounded to what a style file keeps."""
    return round(value, 9) if math.isfinite(value) else str(value)


def _vector_looks(layer: QgsVectorLayer) -> dict[str, Any]:
    renderer = layer.renderer()
    items = [one for one in renderer.legendSymbolItems() if one.symbol()]
    entries = [[one.label(), one.symbol().color().name()] for one in items]
    return {"renderer": renderer.type(), "entries": entries}
