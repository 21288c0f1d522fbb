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
    QgsSymbol,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from ...core.errors import InputError
from ...core.evaluation.classes import BODY, class_style
from ...core.io.geopackage import addressed, copy_database, layer_names, require_idle, require_sound
from ...core.io.vector import write_features
from ...core.requirements import require_folder
from ...core.types.features import FeatureSet
from ...core.words.speaking import say
from ...core.writing.whole import written_whole
from . import rasters as styles
from .features import to_address
from .files import save_vector
from .tree import TreePlace

LAYER = "|layername="
UNKNOWN = "#9e9e9e"
"""Colour of what lies in no class."""

EMPTY_UNIT = say("Not assessed: a value is missing or a class is new; not safe")
"""What the legend calls units without a result."""


def target_path(path: str, key: str) -> str:
    """Where features go: a GeoPackage with or without the name of a layer, else an address that QGIS writes to.

    Raises
    ------
    InputError
        Another kind of file, or one in use.
    """
    inside = addressed(path)
    if inside is not None:
        target_path(inside[0], key)
        return _layer_within(*inside)
    if is_address(path):
        return path
    if not path.lower().endswith(".gpkg"):
        raise InputError(f"{key}: {path} is not a GeoPackage; choose a name that ends in .gpkg")
    require_folder(path, key)
    require_idle(path, key)
    return os.path.abspath(path)


def is_address(target: str) -> bool:
    """Whether a target is no file but memory or a database.

    >>> is_address("memory:zones"), is_address("/maps/zones.gpkg"), is_address("C:/maps/zones.gpkg")
    (True, False, False)
    """
    return ":" in target[2:] and target.split(":", 1)[0].isalpha() and len(target.split(":", 1)[0]) > 1


def write(context: QgsProcessingContext, target: str, features: FeatureSet, kind: str) -> str:
    """Write features where ``target_path`` says, and return what QGIS calls the layer that they make.

    Of a GeoPackage that is there, only the layer of that name goes; without one it is named like the file.
    """
    if is_address(target):
        made = to_address(context, target, features, kind)
    else:
        path, _, layer = target.partition(LAYER)
        with written_whole(path, ".gpkg") as part:
            there = bool(layer_names(path))
            if there:
                copy_database(path, part)
            write_features(
                str(part), features, kind, layer=layer or Path(path).stem, append=there, over=there
            )
            require_sound(part, path)
            require_idle(path)
        made = f"{path}{LAYER}{layer or Path(path).stem}" if len(layer_names(path)) > 1 or layer else path
    _rename(context, target, made)
    return made


def _rename(context: QgsProcessingContext, target: str, made: str) -> None:
    """Load what was made where QGIS would load what was asked for."""
    details = context.layersToLoadOnCompletion()
    asked = {key: _layer_within(*inside) if (inside := addressed(key)) else key for key in details}
    if target in asked.values() and made not in details:
        context.setLayersToLoadOnCompletion(
            {made if asked[key] == target else key: details[key] for key in details}
        )


def _layer_within(path: str, layer: str) -> str:
    """A layer of a GeoPackage, whose name is left out if it is that of the file."""
    return os.path.abspath(path) + ("" if layer == Path(path).stem else LAYER + layer)


def save_style(
    renderer: QgsFeatureRenderer, path: str, labels: Optional[QgsAbstractVectorLayerLabeling] = None
) -> None:
    """Keep the style of a layer, and write it beside the file unless that holds other layers too."""
    save_vector(renderer, path, beside=os.path.isfile(path), labels=labels)


def style_points(path: str) -> None:
    """White diamonds with a dark rim, seen on every class and ramp, and their rank with a halo."""
    rim = {"outline_color": "#1a1a1a", "outline_width": "0.6"}
    symbol = QgsMarkerSymbol.createSimple({"name": "diamond", "color": "#ffffff", "size": "3.6", **rim})
    halo, letters, settings = QgsTextBufferSettings(), QgsTextFormat(), QgsPalLayerSettings()
    halo.setEnabled(True)
    halo.setSize(0.8)
    letters.setBuffer(halo)
    settings.setFormat(letters)
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
            f"{name} ({say(f'{low:.3g} to {high:.3g}')})",
        )
        for (_, name, colour), low, high in zip(styles.classes(), bounds, bounds[1:])
    ]
    save_style(QgsGraduatedSymbolRenderer("mean", ranges), path)


def style_units(
    path: str, kind: str, cuts: Sequence[float], palette: str = "default", field: str = "ls_class"
) -> None:
    """Units in the colours of their five classes, hatched where they have none; nothing for a table.

    Parameters
    ----------
    kind : {"polygon", "point", "table"}
    field : str
        Holds the class from 1 to 5; empty where there is none.
    """
    if kind == "table":
        return
    entries = [
        QgsRendererCategory(value, _unit_symbol(kind, colour), label)
        for value, label, colour in styles.class_labels(cuts, palette)
    ]
    entries.append(
        QgsRendererCategory(
            None, _unit_symbol(kind, ""), say("Not assessed: a value is missing or a class is new; not safe")
        )
    )
    save_style(QgsCategorizedSymbolRenderer(field, entries), path)


def _unit_symbol(kind: str, colour: str) -> QgsSymbol:
    """A filled symbol; without a colour a hatched or hollow one."""
    outline = {"outline_color": "#5a5a5a", "outline_width": "0.1"}
    if kind == "point":
        hollow = {"color": "#ffffff", "outline_color": "#5a5a5a"}
        return QgsMarkerSymbol.createSimple(
            {"name": "circle", "size": "2.4", **({**outline, "color": colour} if colour else hollow)}
        )
    hatched = {"style": "b_diagonal", "color": "#8a8a8a", **outline}
    return QgsFillSymbol.createSimple({"color": colour, **outline} if colour else hatched)


def style_classes(
    path: str, cuts: Sequence[float], palette: str = "default", *, bodies: bool = False, field: str = "class"
) -> None:
    """Polygons in the colours of the five classes, by a field with their code, with the limits in the legend."""
    entries = styles.class_labels(cuts, palette)
    if bodies:
        entries.append((BODY, *class_style(palette).body))
    categories = [
        QgsRendererCategory(
            code, QgsFillSymbol.createSimple({"color": colour, "outline_style": "no"}), say(name)
        )
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
        QgsRendererCategory(code, _symbol(kind, colour), say(name))
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


def style_outlines(path: str, legend: str = "", colour: str = "#b2182b") -> None:
    """Polygons of which only the outline is drawn, so that what lies below is seen; ``legend`` says what they are."""
    symbol = QgsFillSymbol.createSimple({"style": "no", "outline_color": colour, "outline_width": "0.26"})
    if not legend:
        save_style(QgsSingleSymbolRenderer(symbol), path)
        return
    renderer = QgsCategorizedSymbolRenderer("1", [QgsRendererCategory(1, symbol, say(legend))])
    save_style(renderer, path)


def show(context: QgsProcessingContext, made: str, label: str, place: Optional[TreePlace] = None) -> None:
    """See to it that what ``write`` made is styled when it is loaded.

    Without a ``place`` it stays on top, where no map hides it.
    """
    styles.show(context, made, label, place=place)
