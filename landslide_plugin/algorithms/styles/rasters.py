"""How result rasters look: renderers built from the style data file, and their way into a project."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Optional

import numpy as np
from qgis.core import (
    Qgis,
    QgsColorRampLegendNodeSettings,
    QgsColorRampShader,
    QgsPalettedRasterRenderer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsRasterRenderer,
    QgsRasterShader,
    QgsSingleBandPseudoColorRenderer,
)
from qgis.PyQt.QtGui import QColor, QPainter
from qgis.PyQt.QtXml import QDomDocument

from ...core.evaluation.classes import BODY, class_style
from ...core.styles import Codes, plain_number, rgb, steps_between, style_table
from ...core.words.speaking import say
from .files import save, style_of
from .tree import KIND, TreePlace, put_in_order

OVER_HILLSHADE = "Over a hillshade (multiply)"
AMONG_OTHERS = TreePlace()
NO_CLASS = 254
"""No cell of a class raster has this value."""
LEAST_COLOUR = "#f7f7f7"
BELOW_ALL = -1.0
"""Below every value of a ramp whose legend tells of cells without one."""


@dataclass(frozen=True)
class Stop:
    """One entry of a colour ramp: the value it reaches up to, its colour, legend text and opacity."""

    value: float
    colour: str
    label: str
    opacity: float = 1.0

    def paint(self) -> QColor:
        """The colour as QGIS draws it."""
        colour = QColor(self.colour)
        colour.setAlphaF(self.opacity)
        return colour


def classes(palette: str = "default") -> list[tuple[int, str, str]]:
    """Value, name and colour of the five susceptibility classes."""
    style = class_style(palette)
    return [(i + 1, say(name), colour) for i, (name, colour) in enumerate(zip(style.names, style.colours))]


def class_labels(cuts: Sequence[float], palette: str = "default") -> list[tuple[int, str, str]]:
    """The five classes with their limits of probability in the name, as a legend shows them.

    Each class holds its upper limit.
    """
    bounds = [0.0, *cuts, 1.0]
    return [
        (value, f"{name} ({say(f'{low:.3g} to {high:.3g}')})", colour)
        for (value, name, colour), low, high in zip(classes(palette), bounds, bounds[1:])
    ]


def class_renderer(
    palette: str = "default", cuts: Sequence[float] = (), doubt: str = "", *, bodies: bool = False
) -> QgsRasterRenderer:
    """Five-class renderer of a byte raster, with the limits in the legend if they are given.

    With ``bodies`` the legend has mapped landslide bodies as well, above the classes.

    ``doubt`` is what the legend says of the model: an entry without a colour, of a value that no cell has.
    """
    entries = [
        QgsPalettedRasterRenderer.Class(value, QColor(colour), name)
        for value, name, colour in (class_labels(cuts, palette) if len(cuts) else classes(palette))
    ]
    if bodies:
        entries.append(body_class(palette))
    if doubt:
        nothing = Stop(NO_CLASS, "#ffffff", say(doubt), opacity=0.0)
        entries.append(QgsPalettedRasterRenderer.Class(NO_CLASS, nothing.paint(), nothing.label))
    return QgsPalettedRasterRenderer(None, 1, entries)


def body_class(palette: str = "default") -> QgsPalettedRasterRenderer.Class:
    """Entry of mapped landslide bodies in a legend."""
    name, colour = class_style(palette).body
    return QgsPalettedRasterRenderer.Class(BODY, QColor(colour), say(name))


def ramp_renderer(
    band: int, stops: Sequence[Stop], discrete: bool, without_value: str = "", *, listed: bool = False
) -> QgsRasterRenderer:
    """Pseudocolour renderer of one band; the last interval of a discrete ramp is open.

    The legend of a continuous ramp is a bar with the labels of both ends, or with ``listed`` a line a stop.
    ``without_value`` is what the legend says of cells that have none: an entry without a colour, that no value reaches.
    """
    kind = QgsColorRampShader.Type.Discrete if discrete else QgsColorRampShader.Type.Interpolated
    stops = [replace(stop, label=say(stop.label)) for stop in stops]
    low, high = stops[0].value, stops[-1].value
    function = QgsColorRampShader(low, high, None, kind)
    items = [QgsColorRampShader.ColorRampItem(s.value, s.paint(), s.label) for s in stops]
    if discrete:
        items[-1].value = float("inf")
    if without_value:
        nothing = Stop(BELOW_ALL, "#ffffff", say(without_value), opacity=0.0)
        items.insert(0, QgsColorRampShader.ColorRampItem(nothing.value, nothing.paint(), nothing.label))
    function.setColorRampItemList(items)
    legend = QgsColorRampLegendNodeSettings()
    legend.setUseContinuousLegend(not listed)
    legend.setMinimumLabel(stops[0].label)
    legend.setMaximumLabel(stops[-1].label)
    function.setLegendSettings(legend)
    shader = QgsRasterShader(low, high)
    shader.setRasterShaderFunction(function)
    renderer = QgsSingleBandPseudoColorRenderer(None, band, shader)
    renderer.setClassificationMin(low)
    renderer.setClassificationMax(high)
    return renderer


def named_ramp(name: str) -> tuple[list[Stop], bool]:
    """Stops of a ramp of the style data file, and whether it is discrete."""
    ramp = style_table()["ramps"][name]
    stops = [Stop(float(s["value"]), s["colour"], s["label"], s.get("opacity", 1.0)) for s in ramp["stops"]]
    return stops, bool(ramp["discrete"])


def stretched(
    stops: Sequence[Stop], low: float, high: float, unit: str = "", logarithmic: bool = False
) -> list[Stop]:
    """A continuous ramp's colours spread over ``low`` to ``high``, evenly or by ratio, labelled with values."""
    first, last = stops[0].value, stops[-1].value
    shares = [(s.value - first) / (last - first) for s in stops]
    values = [low * (high / low) ** t if logarithmic else low + (high - low) * t for t in shares]
    return [Stop(v, s.colour, f"{float(f'{v:.3g}'):,.10g} {unit}".rstrip()) for v, s in zip(values, stops)]


def write_class_style(
    path: str, palette: str = "default", cuts: Sequence[float] = (), doubt: str = "", *, bodies: bool = False
) -> None:
    """Write the five-class style beside a class raster, with mapped landslide bodies if it holds any."""
    _save(class_renderer(palette, cuts, doubt, bodies=bodies), path)


def write_palette_style(path: str, colours: Codes, band: int = 1) -> None:
    """Write the style of a ``band`` (from 1) of codes, with the names and colours of its attribute table."""
    entries = [
        QgsPalettedRasterRenderer.Class(code, QColor(*colour), say(name))
        for code, (name, colour) in colours.items()
    ]
    _save(QgsPalettedRasterRenderer(None, band, entries), path)


def write_ramp_style(
    path: str,
    ramp: str,
    band: int = 1,
    limits: Optional[tuple[float, float]] = None,
    unit: str = "",
    logarithmic: bool = False,
    *,
    least: float = 0.0,
) -> None:
    """Write a ramp's style beside a raster, for ``band`` (from 1), stretched over ``limits`` if given.

    Values below ``least`` get a class of their own in a discrete ramp, which the legend calls '< least'.
    """
    stops, discrete = named_ramp(ramp)
    if least and discrete:
        first = stops[0]
        rest = replace(first, label=f"{least:g} to {first.value:g}")
        stops = [replace(first, value=least, colour=LEAST_COLOUR, label=f"< {least:g}"), rest, *stops[1:]]
    if limits is not None:
        low, high = limits
        stops = stretched(stops, low, high if high > low else low + 1.0, unit, logarithmic)
    without = style_table()["ramps"][ramp].get("without_value", "")
    listed = logarithmic or any(stop.label[:1].isalpha() for stop in stops)
    _save(ramp_renderer(band, stops, discrete, without, listed=listed), path)


def write_ratio_style(path: str, ramp: str, low: float, high: float) -> None:
    """Write a style of band 1 from ``low`` to ``high`` by ratio, with a line of the legend at each 1, 2 and 5."""
    stops, _ = named_ramp(ramp)
    shares = [(stop.value - stops[0].value) / (stops[-1].value - stops[0].value) for stop in stops]
    colours = np.array([rgb(stop.colour) for stop in stops], float)
    found = []
    for value in steps_between(low, high):
        share = np.log(value / low) / np.log(high / low)
        mixed = [round(float(np.interp(share, shares, colours[:, part]))) for part in range(3)]
        found.append(Stop(value, QColor(*mixed).name(), plain_number(value)))
    found[0] = replace(found[0], label=f"{found[0].label} or less")
    _save(ramp_renderer(1, found, discrete=False, listed=True), path)


def write_probability_style(path: str, band: int) -> None:
    """Write the style of ``band`` (from 1) of a probability: one ramp from 0 to 1 for all maps, unlike the classes."""
    write_ramp_style(path, "probability", band)


def write_release_style(path: str, label: str, most: float = 0.0) -> None:
    """Write the style of release areas: one colour or, up to ``most``, a ramp from the transparent 0 on."""
    colour = style_table()["release"]
    if not most:
        _save(ramp_renderer(1, [Stop(0.0, colour, label)], discrete=True), path)
        return
    stops = [Stop(0.0, colour, "0", opacity=0.0), Stop(most, colour, label)]
    _save(ramp_renderer(1, stops, discrete=False), path)


def _save(renderer: QgsRasterRenderer, path: str) -> None:
    """Write the style file of a raster without opening it.

    A layer would read every pixel for a default stretch and leave a side file.
    """
    document = QDomDocument("qgis")
    root, pipe = document.createElement("qgis"), document.createElement("pipe")
    root.setAttribute("version", Qgis.QGIS_VERSION)
    root.setAttribute("styleCategories", "Symbology")
    renderer.writeXml(document, pipe)
    root.appendChild(pipe)
    document.appendChild(root)
    save(document, path)


class StyledLayer(QgsProcessingLayerPostProcessorInterface):
    """Gives a layer our style once it is loaded, whatever style file lies beside it.

    Processing does not own its post-processors: each is kept here until it has run, or Python would
    delete it first and the layer would silently stay grey.
    """

    _kept: ClassVar[list["StyledLayer"]] = []

    def __init__(self, style: Optional[QDomDocument], place: Optional[TreePlace] = None, kind: str = ""):
        super().__init__()
        self._style, self._place, self._kind = style, place, kind
        self._over = say(OVER_HILLSHADE)  # the thread of the run knows the language, that of QGIS does not
        StyledLayer._kept.append(self)

    def postProcessLayer(
        self, layer: Any, context: QgsProcessingContext, feedback: Optional[QgsProcessingFeedback]
    ) -> None:
        if self._style is not None:
            layer.setScaleBasedVisibility(False)
            layer.importNamedStyle(self._style)
            _let_hillshade_through(layer, self._over)
            layer.triggerRepaint()
        if self._kind:
            layer.setCustomProperty(KIND, self._kind)
        project = context.project() if context is not None else None
        if self._place is not None and project is not None:
            put_in_order(project, layer, self._place)
        if self in StyledLayer._kept:
            StyledLayer._kept.remove(self)


def _let_hillshade_through(layer: Any, name: str) -> None:
    """Add a second style to a raster of codes: its colours darken what lies below in place of hiding it."""
    renderer = layer.renderer()
    manager = layer.styleManager()
    if not isinstance(renderer, QgsPalettedRasterRenderer) or not manager.addStyleFromLayer(name):
        return
    first = manager.currentStyle()
    manager.setCurrentStyle(name)
    layer.setBlendMode(QPainter.CompositionMode.CompositionMode_Multiply)
    manager.setCurrentStyle(first)


def show(
    context: QgsProcessingContext,
    path: str,
    default_name: str,
    name: str = "",
    place: Optional[TreePlace] = AMONG_OTHERS,
    *,
    kind: str = "",
) -> None:
    """See to it that an output is styled, and well named, when it is loaded into the project.

    Parameters
    ----------
    default_name : str
        Name the output has if the user typed none (the parameter's label).
    name : str
        Better name, used only in place of ``default_name``.
    place : TreePlace or None
        Where the layer stands among its fellows; with None where QGIS puts it, on top of all.
    kind : str
        What the layer is, kept as its property ``KIND``.
    """
    if not context.willLoadLayerOnCompletion(path):
        return
    details = context.layerToLoadOnCompletionDetails(path)
    if place is not None:
        place = replace(place, group=say(place.group))
    if name and details.name in ("", default_name, say(default_name)):
        details.name = say(name)
    if place is not None and hasattr(details, "groupName") and not details.groupName:
        details.groupName = place.group
    details.setPostProcessor(StyledLayer(style_of(path), place, kind))
