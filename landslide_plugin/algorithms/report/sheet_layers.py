"""The layers of a map sheet: the map on its relief, landslides, and further layers in their own style."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Optional

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsHillshadeRenderer,
    QgsMapLayer,
    QgsMarkerSymbol,
    QgsRasterDataProvider,
    QgsRasterLayer,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QPainter

from ...core.errors import InputError
from ...core.evaluation.classes import BODY_CLASS
from ...core.io.vector import geometry_type
from ...core.types.features import FeatureSet
from ..base.given import Given
from ..base.translation import told
from ..styles.rasters import class_renderer

RELIEF_OPACITY = 0.55


@dataclass
class SheetLayers:
    """Layers from the topmost down, and those of them that the legend names, in its order."""

    drawn: list[QgsMapLayer] = field(default_factory=list)
    named: list[QgsMapLayer] = field(default_factory=list)


def styled(given: Given, key: str) -> QgsRasterLayer:
    """A copy of a layer in its style."""
    original: Any = given.raster_layer(key)
    return _in_style(given, original)  # type: ignore[return-value]


def named_classes(layer: QgsRasterLayer, metadata: Mapping[str, str]) -> QgsRasterLayer:
    """The layer, with the classes' names and colours where it is a map of classes that has only codes to show.

    So it is where the style file does not lie beside the raster, whose colour table has no names.
    """
    renderer: Any = layer.renderer()
    classes = renderer.classes() if _is_classes(layer) and "CLASS_CUTS" in metadata else []
    if classes and all(entry.label == f"{entry.value:g}" for entry in classes):
        layer.setRenderer(class_renderer(bodies=BODY_CLASS in metadata))
    return layer


def raster_of(path: str) -> QgsRasterLayer:
    """A raster file as a layer of no project."""
    return QgsRasterLayer(path, "Relief")


def _in_style(given: Given, original: QgsMapLayer) -> QgsMapLayer:
    """A copy of a layer; one of no project is read without the style beside its file, so that is read here."""
    layer: Any = original.clone()
    project = given.context.project()
    if project is None or project.mapLayer(original.id()) is None:
        layer.loadDefaultStyle()
    found: QgsMapLayer = layer
    return found


def layers_of(
    chart: QgsRasterLayer,
    slides: Optional[FeatureSet],
    relief: Optional[tuple[QgsRasterLayer, int]],
    further: Sequence[QgsMapLayer],
) -> SheetLayers:
    """Landslides on top, then further layers, the map, and the relief that it darkens."""
    chart.setName(told("Susceptibility") if _is_classes(chart) else chart.name())
    found = SheetLayers([*further, chart], [chart, *further])
    if slides is not None:
        marks = _marks(slides)
        found = SheetLayers([marks, *found.drawn], [chart, marks, *further])
    if relief is not None:
        chart.setBlendMode(QPainter.CompositionMode.CompositionMode_Multiply)
        found.drawn.append(_relief(*relief))
    return found


def further_layers(given: Given, key: str) -> list[QgsMapLayer]:
    """Copies of the layers of a list, each in its style; of files in that beside them."""
    return [_in_style(given, layer) for layer in given.map_layers(key)]


def _relief(dem: QgsRasterLayer, band: int) -> QgsRasterLayer:
    """A light hillshade, smooth at any scale."""
    relief = dem.clone()
    relief.setName(told("Relief"))
    relief.setRenderer(QgsHillshadeRenderer(relief.dataProvider(), band, 315.0, 45.0))
    relief.setResamplingStage(Qgis.RasterResamplingStage.Provider)
    provider = relief.dataProvider()
    provider.enableProviderResampling(True)
    provider.setZoomedInResamplingMethod(QgsRasterDataProvider.ResamplingMethod.Cubic)
    provider.setZoomedOutResamplingMethod(QgsRasterDataProvider.ResamplingMethod.Bilinear)
    relief.setOpacity(RELIEF_OPACITY)
    return relief


def _is_classes(layer: QgsRasterLayer) -> bool:
    renderer = layer.renderer()
    return renderer is not None and renderer.type() == "paletted"


def _marks(slides: FeatureSet) -> QgsVectorLayer:
    """Landslides as a layer in memory, in white on black."""
    kind = geometry_type(slides)
    if kind == "line":
        raise InputError(f"{slides.name} holds lines; an inventory holds points or polygons")
    layer = QgsVectorLayer("Point" if kind == "point" else "MultiPolygon", told("Landslides"), "memory")
    layer.setCrs(QgsCoordinateReferenceSystem.fromWkt(slides.crs_wkt))
    features = []
    for blob in slides.wkb:
        geometry = QgsGeometry()
        geometry.fromWkb(blob)
        feature = QgsFeature()
        feature.setGeometry(geometry)
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    if kind == "polygon":
        symbol: QgsSymbol = QgsFillSymbol.createSimple(
            {"color": "255,255,255,60", "outline_color": "black", "outline_width": "0.25"}
        )
    else:
        symbol = QgsMarkerSymbol.createSimple(
            {
                "name": "circle",
                "color": "white",
                "outline_color": "black",
                "size": "1.3",
                "outline_width": "0.3",
            }
        )
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    return layer
