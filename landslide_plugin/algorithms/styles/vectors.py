"""Vector results: written as GeoPackage beside their target, styled, and shown."""

import os
from pathlib import Path

from qgis.core import (
    QgsFillSymbol,
    QgsGraduatedSymbolRenderer,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProcessingContext,
    QgsRendererRange,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)

from ...core.errors import InputError
from ...core.io.vector import write_features
from ...core.requirements import require_folder, written_whole
from ...core.types.features import FeatureSet
from . import rasters as styles


def target_path(path: str, key: str) -> str:
    """Absolute path of a GeoPackage to write; raise ``InputError`` for another kind of file."""
    if not path.lower().endswith(".gpkg"):
        raise InputError(f"{key}: {path} is not a GeoPackage; choose a name that ends in .gpkg")
    require_folder(path, key)
    return os.path.abspath(path)


def write(path: str, features: FeatureSet, kind: str) -> None:
    """Write a GeoPackage of one layer, named like the file, in one piece."""
    with written_whole(path, ".gpkg") as part:
        write_features(str(part), features, kind, layer=Path(path).stem)


def style_points(path: str) -> None:
    """Orange dots with their rank."""
    symbol = QgsMarkerSymbol.createSimple(
        {"name": "circle", "color": "#e66101", "outline_color": "#ffffff", "size": "3"}
    )
    layer = QgsVectorLayer(path, "points", "ogr")
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    settings = QgsPalLayerSettings()
    settings.fieldName = "rank"
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
    layer.saveNamedStyle(styles.style_file(path))


def style_zones(path: str, cuts: tuple[float, ...]) -> None:
    """Polygons in the colours of the five classes, by their mean."""
    bounds = [0.0, *cuts, 1.0]
    ranges = [
        QgsRendererRange(
            low,
            high,
            QgsFillSymbol.createSimple({"color": colour, "outline_color": "#5a5a5a", "outline_width": "0.1"}),
            f"{name} ({low:.3g} to {high:.3g})",
        )
        for (_, name, colour), low, high in zip(styles.classes(), bounds, bounds[1:])
    ]
    layer = QgsVectorLayer(path, "zones", "ogr")
    layer.setRenderer(QgsGraduatedSymbolRenderer("mean", ranges))
    layer.saveNamedStyle(styles.style_file(path))


def show(context: QgsProcessingContext, path: str, label: str) -> None:
    """See to it that the layer is styled when it is loaded."""
    styles.show(context, path, label)
