"""Vector results: written as GeoPackage beside their target, styled, and shown."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsAbstractVectorLayerLabeling,
    QgsCategorizedSymbolRenderer,
    QgsFeatureRenderer,
    QgsFillSymbol,
    QgsGraduatedSymbolRenderer,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProcessingContext,
    QgsRendererCategory,
    QgsRendererRange,
    QgsSimpleLineSymbolLayer,
    QgsSingleSymbolRenderer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from ...core.errors import InputError
from ...core.evaluation.classes import BODY, class_style
from ...core.io.geopackage import copy_database, layer_names, require_idle, require_sound
from ...core.io.vector import write_features
from ...core.requirements import require_folder
from ...core.types.features import FeatureSet
from ...core.writing.whole import written_whole
from . import rasters as styles
from .files import save_vector
from .tree import TreePlace

UNKNOWN = "#9e9e9e"
"""Colour of what lies in no class."""


def target_path(path: str, key: str) -> str:
    """Absolute path of a GeoPackage to write; raise ``InputError`` for another kind of file, or one in use."""
    if not path.lower().endswith(".gpkg"):
        raise InputError(f"{key}: {path} is not a GeoPackage; choose a name that ends in .gpkg")
    require_folder(path, key)
    require_idle(path, key)
    return os.path.abspath(path)


def write(path: str, features: FeatureSet, kind: str) -> None:
    """Write a layer named like the file; of a GeoPackage that is there, only the layer of that name goes."""
    with written_whole(path, ".gpkg") as part:
        there = bool(layer_names(path))
        if there:
            copy_database(path, part)
        write_features(str(part), features, kind, layer=Path(path).stem, append=there, over=there)
        require_sound(part, path)
        require_idle(path)


def source_of(path: str) -> str:
    """How QGIS is told of the layer that ``write`` wrote."""
    return f"{path}|layername={Path(path).stem}" if len(layer_names(path)) > 1 else path


def save_style(
    renderer: QgsFeatureRenderer, path: str, labels: Optional[QgsAbstractVectorLayerLabeling] = None
) -> None:
    """Keep the style of a layer, and write it beside the file unless that holds other layers too."""
    save_vector(renderer, path, beside=source_of(path) == path, labels=labels)


def style_points(path: str) -> None:
    """Orange dots with their rank."""
    symbol = QgsMarkerSymbol.createSimple(
        {"name": "circle", "color": "#e66101", "outline_color": "#ffffff", "size": "3"}
    )
    settings = QgsPalLayerSettings()
    settings.fieldName = "rank"
    save_style(QgsSingleSymbolRenderer(symbol), path, QgsVectorLayerSimpleLabeling(settings))


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
    save_style(QgsGraduatedSymbolRenderer("mean", ranges), path)


def style_classes(
    path: str, cuts: Sequence[float], palette: str = "default", *, bodies: bool = False, field: str = "class"
) -> None:
    """Polygons in the colours of the five classes, by a field with their code, with the limits in the legend."""
    entries = styles.class_labels(cuts, palette)
    if bodies:
        entries.append((BODY, *class_style(palette).body))
    categories = [
        QgsRendererCategory(code, QgsFillSymbol.createSimple({"color": colour, "outline_style": "no"}), name)
        for code, name, colour in entries
    ]
    save_style(QgsCategorizedSymbolRenderer(field, categories), path)


def style_worst(path: str, kind: str, entries: Sequence[tuple[int, str, str]], unknown: str) -> None:
    """Lines, points or polygons in the colour of the most dangerous class that they touch.

    Parameters
    ----------
    kind : {"point", "line", "polygon"}
    entries : sequence of (int, str, str)
        Code, name and colour of each class.
    unknown : str
        What the legend calls features that touch no class.
    """
    categories = [
        QgsRendererCategory(code, _symbol(kind, colour), name)
        for code, name, colour in (*reversed(entries), (None, unknown, UNKNOWN))
    ]
    save_style(QgsCategorizedSymbolRenderer("worst_class", categories), path)


def _symbol(kind: str, colour: str) -> Any:
    if kind == "point":
        dot = {"name": "circle", "color": colour, "outline_color": "#404040", "size": "2"}
        return QgsMarkerSymbol.createSimple(dot)
    if kind == "line":
        line: Any = QgsLineSymbol.createSimple({"color": "#404040", "width": "1.2"})
        line.appendSymbolLayer(QgsSimpleLineSymbolLayer(QColor(colour), 0.8))
        return line
    return QgsFillSymbol.createSimple({"color": colour, "outline_color": "#404040", "outline_width": "0.1"})


def style_outlines(path: str, legend: str = "") -> None:
    """Polygons of which only the outline is drawn, so that what lies below is seen; ``legend`` says what they are."""
    symbol = QgsFillSymbol.createSimple({"style": "no", "outline_color": "#b2182b", "outline_width": "0.26"})
    if not legend:
        save_style(QgsSingleSymbolRenderer(symbol), path)
        return
    renderer = QgsCategorizedSymbolRenderer("1", [QgsRendererCategory(1, symbol, legend)])
    save_style(renderer, path)


def show(context: QgsProcessingContext, path: str, label: str, place: Optional[TreePlace] = None) -> None:
    """See to it that the layer is styled when it is loaded, and that it is that of ``write``.

    Without a ``place`` it stays on top, where no map hides it.
    """
    source = source_of(path)
    details = context.layersToLoadOnCompletion()
    loaded: dict[Optional[str], QgsProcessingContext.LayerDetails] = {key: details[key] for key in details}
    if source != path and path in loaded:
        loaded[source] = loaded.pop(path)
        context.setLayersToLoadOnCompletion(loaded)
    styles.show(context, source, label, place=place)
