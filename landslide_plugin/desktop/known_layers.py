"""What the layers of a project are: by the property that the plugin set, else by metadata, bands and names."""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Optional, Union

from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer, QgsVectorLayer, QgsWkbTypes

from ..algorithms.base.worker import worker_python
from ..core.errors import InputError, LandslideError
from ..core.io.raster import RasterSource

KIND = "landslide/kind"
"""Property of a layer that says what it is; see ``algorithms.styles.tree``."""

CLASSES, OLD = "class", "probability"
"""What a raster of classes says that it holds, and what a map of a model is that does not say what it holds."""
HOLDS = {
    "Landslide susceptibility": "probability",
    "Relative intensity": "probability",
    "Standard deviation of": "spread",
}
"""How the first band of a map of a model begins to say what it holds, and what it then is; others are no inputs."""
RECORD, STUDY, REPORTS = "bundle.json", "study.json", "*report*.html"
NAMES = {
    "dem": r"(^|[^a-z])(dem|dtm|dsm|mdt|mde|dgm|srtm|elevation|heights?)([^a-z]|$)",
    "lithology": r"litho|geolog",
    "land_cover": r"land.?cover|land.?use|worldcover|corine",
    "inventory": r"landslide|inventor|deslizamiento|remocion|frana|rutsch",
    "mask": r"study.?(area|mask)|(^|[^a-z])(mask|aoi)([^a-z]|$)",
    "faults": r"(^|[^a-z])(faults?|fallas?)([^a-z]|$)",
    "rivers": r"river|stream|drainage|(^|[^a-z])r[ií]os?([^a-z]|$)",
    "roads": r"(^|[^a-z])roads?([^a-z]|$)|street|highway|carretera",
}
OF_RASTERS, OF_POLYGONS, OF_LINES = (
    ("dem", "lithology", "land_cover"),
    ("inventory", "mask", "lithology", "land_cover"),
    ("faults", "rivers", "roads"),
)
OF_POINTS = ("inventory",)

Found = dict[str, Union[QgsMapLayer, str]]


def kind_of(layer: QgsMapLayer) -> str:
    """What a layer is, such as ``dem`` or ``classes``; empty if nothing tells."""
    told = layer.customProperty(KIND, "")
    if told:
        return str(told)
    if isinstance(layer, QgsRasterLayer):
        return _of_result(layer) or _named(layer.name(), OF_RASTERS)
    if isinstance(layer, QgsVectorLayer):
        shape = layer.geometryType()
        kinds = {
            QgsWkbTypes.GeometryType.PointGeometry: OF_POINTS,
            QgsWkbTypes.GeometryType.LineGeometry: OF_LINES,
            QgsWkbTypes.GeometryType.PolygonGeometry: OF_POLYGONS,
        }
        return _named(layer.name(), kinds.get(shape, ()))
    return ""


def _named(name: str, kinds: tuple[str, ...]) -> str:
    return next((kind for kind in kinds if re.search(NAMES[kind], name.lower())), "")


def _of_result(layer: QgsRasterLayer) -> str:
    """What a raster of this plugin is, by what its file says; empty for others."""
    if layer.providerType() != "gdal":
        return ""
    try:
        with RasterSource(layer.source()) as source:
            about, bands = source.metadata, [band.name for band in source.bands]
            holds = source.bands[0].metadata.get("QUANTITY", "")
    except (InputError, OSError):
        return ""
    if "BUNDLE" in about:
        if "CLASS_CUTS" in about and layer.dataProvider().dataType(1) == 1 and holds in ("", CLASSES):
            return "classes"
        return next((kind for start, kind in HOLDS.items() if holds.startswith(start)), "") if holds else OLD
    if "SLOPE_METHOD" in about:
        return "factors" if len(bands) > 1 else ""
    return "profile" if "SOIL_SOURCE" in about else ""


def found_in(project: Optional[QgsProject]) -> Found:
    """The topmost layer of each kind, and study, model, report and environment where they are there."""
    found: Found = {}
    root = project.layerTreeRoot() if project is not None else None
    layers = root.layerOrder() if root is not None else []
    for layer in layers:
        kind = kind_of(layer) if layer is not None and layer.isValid() else ""
        if kind:
            found.setdefault(kind, layer)
    folders = [Path(_file(found[kind])).parent for kind in ("classes", "factors") if kind in found]
    model = _model(folders, _made_with(found.get("classes")))
    if model:
        found["model"] = model
    if "classes" in found and any(folders[0].glob(REPORTS)):
        found["report"] = "report"
    if "classes" in found and (folders[0] / STUDY).exists():
        found["study"] = str(folders[0])
    with suppress(LandslideError):
        found["environment"] = worker_python()
    return found


def _file(value: Union[QgsMapLayer, str]) -> str:
    return value if isinstance(value, str) else value.source().split("|", maxsplit=1)[0]


def _made_with(classes: Any) -> str:
    """Identifier of the model of a map; empty if there is no map, or it does not say."""
    if classes is None:
        return ""
    try:
        with RasterSource(_file(classes)) as source:
            return source.metadata.get("BUNDLE", "")
    except (InputError, OSError):
        return ""


def _model(folders: list[Path], identifier: str) -> Optional[str]:
    """Folder of the model beside the results: that of the map, else the only one."""
    beside = {record.parent for folder in folders for record in folder.glob(f"*/{RECORD}")}
    if identifier:
        beside = {folder for folder in beside if _identifier(folder) == identifier}
    return str(next(iter(beside))) if len(beside) == 1 else None


def _identifier(folder: Path) -> str:
    try:
        told = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    return str(told.get("sha256", ""))[:12]


def filled(fills: Mapping[str, str], found: Found) -> dict[str, Any]:
    """Parameters of a dialog from what is there; of an inventory its label field too."""
    values: dict[str, Any] = {}
    for key, kind in fills.items():
        if kind in found:
            what = found[kind]
            value = what if isinstance(what, str) else what.id()
            values[key] = [value] if key == "FACTORS" else value
    if "INVENTORY" in values and isinstance(found["inventory"], QgsVectorLayer):
        values.update(_fields(found["inventory"]))
    return values


def _fields(inventory: QgsVectorLayer) -> Iterator[tuple[str, str]]:
    for index, name in enumerate(inventory.fields().names()):
        if {str(value) for value in inventory.uniqueValues(index, 3)} == {"0", "1"}:
            yield "LABEL_FIELD", name
            return
