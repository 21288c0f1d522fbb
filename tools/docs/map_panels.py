"""Panels of maps for the documentation: layers drawn by QGIS, legends, scale bars, and the file they go to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsHillshadeRenderer,
    QgsMapRendererCustomPainterJob,
    QgsMapSettings,
    QgsMarkerSymbol,
    QgsPalettedRasterRenderer,
    QgsRasterLayer,
    QgsRectangle,
    QgsRendererCategory,
    QgsSingleBandGrayRenderer,
    QgsSingleBandPseudoColorRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QImage, QPainter, QPen

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "pictures"
LARGEST_BYTES = 200_000
MOST_NAMED = 8
"""Entries of a legend."""
COLOURS, SHADES, EXACT = 256, 100, 32
"""Of a small picture, how many of them may be shades of others, and how many are kept as they are."""
TITLE, GAP, ROW = 30, 12, 24
PAPER, INK = QColor("white"), QColor("#222222")


@dataclass(frozen=True)
class Panel:
    """One map of a picture: layers from top to bottom, and the legend beside it."""

    title: str
    layers: tuple[Any, ...]
    legend: tuple[tuple[str, QColor], ...] = ()


def raster(path: Path, band: int = 0) -> QgsRasterLayer:
    """A raster as QGIS opens it, or one of its bands in grey levels of its own range."""
    layer = QgsRasterLayer(str(path), path.stem)
    if not layer.isValid():
        raise FileNotFoundError(f"{path} is no raster; follow the tutorial first")
    if band and isinstance(layer.renderer(), QgsSingleBandPseudoColorRenderer):
        layer.renderer().setBand(band)
    return layer


def relief(path: Path) -> QgsRasterLayer:
    """A DEM as shaded relief."""
    layer = raster(path)
    layer.setRenderer(QgsHillshadeRenderer(layer.dataProvider(), 1, 315, 40))
    return layer


def grey(path: Path, band: int, dark_is_high: bool = True) -> QgsRasterLayer:
    """One band in grey, stretched between its 2nd and 98th hundredth."""
    layer = raster(path)
    provider = layer.dataProvider()
    renderer = QgsSingleBandGrayRenderer(provider, band)
    low, high = provider.cumulativeCut(band, 0.02, 0.98, provider.extent(), 250_000)
    renderer.setContrastEnhancement(_stretch(provider.dataType(band), low, high))
    gradient = renderer.Gradient.WhiteToBlack if dark_is_high else renderer.Gradient.BlackToWhite
    renderer.setGradient(gradient)
    layer.setRenderer(renderer)
    return layer


def _stretch(kind: Any, low: float, high: float) -> Any:
    from qgis.core import QgsContrastEnhancement

    stretch = QgsContrastEnhancement(kind)
    stretch.setContrastEnhancementAlgorithm(
        QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum
    )
    stretch.setMinimumValue(low)
    stretch.setMaximumValue(high)
    return stretch


def points(path: Path, size: float = 1.6) -> QgsVectorLayer:
    """Landslides as red discs and stable places as white ones."""
    layer = QgsVectorLayer(str(path), "points", "ogr")
    symbols = [
        (value, QgsMarkerSymbol.createSimple({"color": color, "outline_color": "black", "size": str(size)}))
        for value, color in ((1, "#d7301f"), (0, "#ffffff"))
    ]
    categories = [QgsRendererCategory(value, symbol, str(value)) for value, symbol in symbols]
    layer.setRenderer(QgsCategorizedSymbolRenderer("landslide", categories))
    return layer


def legend_of(layer: QgsRasterLayer) -> tuple[tuple[str, QColor], ...]:
    """Labels and colours of a raster's legend; of a long one every second or third, its ends among them."""
    renderer = layer.renderer()
    if isinstance(renderer, QgsPalettedRasterRenderer):
        items = [(entry.label, entry.color) for entry in renderer.classes()]
    else:
        items = [(e.label, e.color) for e in renderer.shader().rasterShaderFunction().colorRampItemList()]
    named = [(label, QColor(color)) for label, color in items if label]
    step = next(n for n in range(1, len(named) + 2) if len(named) <= MOST_NAMED * n - n + 1)
    return tuple(named[::step] if (len(named) - 1) % step == 0 else named[:MOST_NAMED])


def frame_of(layer: Any, size: QSize) -> QgsRectangle:
    """Extent of a layer, widened to the shape of a panel."""
    box = QgsRectangle(layer.extent())
    box.scale(1.04)
    wide = box.width() / box.height() > size.width() / size.height()
    width = box.width() if wide else box.height() * size.width() / size.height()
    height = box.width() * size.height() / size.width() if wide else box.height()
    centre = box.center()
    return QgsRectangle(
        centre.x() - width / 2, centre.y() - height / 2, centre.x() + width / 2, centre.y() + height / 2
    )


def draw(
    panels: Sequence[Panel],
    name: str,
    columns: int = 2,
    width: int = 420,
    height: int = 420,
    extra_rows: int = 0,
) -> Path:
    """Draw panels side by side and save the picture as ``docs/pictures/<name>.png``."""
    columns = min(columns, len(panels))
    rows = -(-len(panels) // columns)
    depth = ROW * max((len(panel.legend) + 1) // 2 for panel in panels) + GAP + extra_rows * ROW
    cell = (width + GAP, TITLE + height + depth)
    image = QImage(GAP + columns * cell[0], GAP + rows * cell[1], QImage.Format.Format_RGB32)
    image.fill(PAPER)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for index, panel in enumerate(panels):
        left = GAP + (index % columns) * cell[0]
        top = GAP // 2 + (index // columns) * cell[1]
        _panel(painter, panel, left, top, QSize(width, height))
    painter.end()
    return save(image, name)


def _panel(painter: QPainter, panel: Panel, left: int, top: int, size: QSize) -> None:
    painter.setPen(INK)
    painter.setFont(_font(11, bold=True))
    painter.drawText(QRectF(left, top, size.width(), TITLE), Qt.AlignmentFlag.AlignVCenter, panel.title)
    settings = QgsMapSettings()
    settings.setLayers(list(panel.layers))
    settings.setDestinationCrs(panel.layers[-1].crs())
    settings.setOutputSize(size)
    settings.setExtent(frame_of(panel.layers[-1], size))
    settings.setBackgroundColor(QColor("#f4f4f4"))
    map_image = QImage(size, QImage.Format.Format_RGB32)
    map_image.fill(QColor("#f4f4f4"))
    canvas = QPainter(map_image)
    job = QgsMapRendererCustomPainterJob(settings, canvas)
    job.renderSynchronously()
    canvas.end()
    painter.drawImage(left, top + TITLE, map_image)
    painter.setPen(QPen(QColor("#999999")))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(left, top + TITLE, size.width(), size.height())
    _scale_bar(painter, settings, left + 10, top + TITLE + size.height() - 14)
    _legend(painter, panel.legend, left, top + TITLE + size.height() + 8, size.width())


def _scale_bar(painter: QPainter, settings: QgsMapSettings, left: float, bottom: float) -> None:
    """A bar of a round length, about a quarter of the panel."""
    quarter = settings.extent().width() / 4
    length = max(step * 10**power for power in range(7) for step in (1, 2, 5) if step * 10**power <= quarter)
    pixels = length / settings.mapUnitsPerPixel()
    label = f"{length / 1000:g} km" if length >= 1000 else f"{length:g} m"
    painter.fillRect(QRectF(left - 4, bottom - 20, pixels + 8, 28), QColor(255, 255, 255, 200))
    painter.fillRect(QRectF(left, bottom, pixels, 4), INK)
    painter.setPen(INK)
    painter.setFont(_font(8))
    box = QRectF(left - 4, bottom - 18, pixels + 8, 16)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, label)


def _legend(
    painter: QPainter, items: Sequence[tuple[str, QColor]], left: float, top: float, width: float
) -> None:
    painter.setFont(_font(9))
    half = (len(items) + 1) // 2
    widest = max((painter.fontMetrics().horizontalAdvance(label) for label, _ in items), default=0)
    if widest > width / 2 - 34:
        half = max(len(items), 1)
    for index, (label, color) in enumerate(items):
        x, y = left + (index // half) * width / 2, top + (index % half) * ROW
        painter.setPen(QPen(QColor("#888888")))
        painter.setBrush(color)
        painter.drawRect(QRectF(x, y, 22, 15))
        painter.setPen(INK)
        box = QRectF(x + 30, y - 3, width - 34, 21)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, label)


def _font(points_high: int, bold: bool = False) -> QFont:
    font = QFont("DejaVu Sans", points_high)
    font.setBold(bold)
    return font


def save(image: QImage, name: str) -> Path:
    """Save a picture; with 256 colours of its own if it would be too large."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    path = PICTURES / f"{name}.png"
    image.save(str(path), "PNG", 0)
    if path.stat().st_size > LARGEST_BYTES:
        frequent = image.convertToFormat(QImage.Format.Format_RGB32)
        pixels = frequent.constBits().asarray(frequent.sizeInBytes())
        table = palette(np.frombuffer(pixels, np.uint32))
        flags = Qt.ImageConversionFlag.AvoidDither | Qt.ImageConversionFlag.ThresholdDither
        frequent.convertToFormat(QImage.Format.Format_Indexed8, table, flags).save(str(path), "PNG", 0)
    print(f"{path.name}: {path.stat().st_size // 1000} kB")
    return path


def palette(pixels: npt.NDArray[np.uint32]) -> list[int]:
    """At most 256 colours: the most frequent, then of coarse and of finer groups of like ones the first of each.

    So rare colours that are like no other, such as those of a legend, keep their place beside many shades of grey.

    >>> [f"{colour:x}" for colour in palette(np.array([0xFF000000, 0xFF000001, 0xFF000001, 0xFFFF0000], np.uint32))]
    ['ff000001', 'ff000000', 'ffff0000']
    """
    values, counts = np.unique(pixels, return_counts=True)
    order = np.argsort(-counts, kind="stable")
    values, counts = values[order], counts[order]
    exact = [int(value) for value in values[:EXACT]]
    coarse = _first_of_each(values, counts, np.uint32(0xFFE0E0E0))
    fine = _first_of_each(values, counts, np.uint32(0xFFF0F0F0))
    return list(dict.fromkeys([*exact, *coarse[: COLOURS - SHADES], *fine]))[:COLOURS]


def _first_of_each(
    values: npt.NDArray[np.uint32], counts: npt.NDArray[np.intp], alike: np.uint32
) -> list[int]:
    """The most frequent colour of each group that agrees in some bits, from the largest group down."""
    groups, first, member = np.unique(values & alike, return_index=True, return_inverse=True)
    sizes = np.bincount(member, counts, len(groups))
    return [int(value) for value in values[first[np.argsort(-sizes, kind="stable")]]]


def scaled(path: Path, name: str, width: int = 860) -> Path:
    """A picture that an algorithm drew, at the width of a page."""
    return save(QImage(str(path)).scaledToWidth(width, Qt.TransformationMode.SmoothTransformation), name)


def band_of(path: Path, name: str) -> int:
    """Number of the band described as ``name``."""
    from osgeo import gdal

    dataset = gdal.Open(str(path))
    for band in range(1, dataset.RasterCount + 1):
        if dataset.GetRasterBand(band).GetDescription() == name:
            return band
    raise KeyError(f"{path} has no band {name}")
