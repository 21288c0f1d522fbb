"""Filling a print template: map, legend, scale bar, texts, graticule; and its way into a PDF."""

import math
from dataclasses import dataclass, field
from pathlib import Path
from typing import Optional, TypeVar

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsLayerTree,
    QgsLayerTreeLayer,
    QgsLayout,
    QgsLayoutExporter,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendStyle,
    QgsMapLayer,
    QgsMapLayerLegendUtils,
    QgsPrintLayout,
    QgsProject,
    QgsRasterLayer,
    QgsReadWriteContext,
    QgsRectangle,
    QgsRenderContext,
    QgsTextFormat,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontDatabase
from qgis.PyQt.QtXml import QDomDocument

from ...core.errors import InputError
from ...core.writing.whole import written_whole
from ..base.translation import told
from .sheet_grid import draw_grid

TEMPLATES = Path(__file__).resolve().parents[2] / "resources" / "layout"
FONTS = ("Source Sans 3", "Open Sans", "Noto Sans", "Segoe UI", "Helvetica Neue", "Arial", "DejaVu Sans")
SCALES = {"a4": 1.0, "a3": 2.0**0.5}
A3_TEXT = 1.2
MARGIN = 1.04
MM = QgsUnitTypes.LayoutUnit.LayoutMillimeters
ONE_LINE = ("title", "subtitle", "credit")
HEADINGS = ("zoning_title", "limits_title")
LEAST_POINTS = 6.0
ROUND = (1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 7.5, 8.0, 10.0)
SCALE_HERE = "{scale}"
"""Where a text names the scale of the map, which is known once it is laid out."""
Item = TypeVar("Item", bound=QgsLayoutItem)


@dataclass(frozen=True)
class Sheet:
    """What a map sheet shows.

    Attributes
    ----------
    layers : list of QgsMapLayer
        From the topmost down; those in ``legend`` are named in it.
    legend : list of QgsMapLayer
    extent : QgsRectangle
        In ``crs``.
    crs : QgsCoordinateReferenceSystem
    texts : dict of str to str
        By the id of the label that takes them.
    paper : {"a4", "a3"}
    dpi : int
    scale : int
        Denominator; 0 for the largest round scale at which the extent fits.
    grid : {"degrees", "map_units", "none"}
    notes : list of str
        Takes what a reader of the log should know.
    """

    layers: list[QgsMapLayer]
    legend: list[QgsMapLayer]
    extent: QgsRectangle
    crs: QgsCoordinateReferenceSystem
    texts: dict[str, str] = field(default_factory=dict)
    paper: str = "a4"
    dpi: int = 300
    scale: int = 0
    grid: str = "degrees"
    notes: list[str] = field(default_factory=list)


def shipped_template(orientation: str, extent: QgsRectangle) -> str:
    """Path of the shipped template; the shape of the area chooses where nobody does."""
    if orientation == "auto":
        orientation = "portrait" if extent.height() > extent.width() else "landscape"
    return str(TEMPLATES / f"map_sheet_{orientation}.qpt")


def sheet_font() -> str:
    """A family of fonts that this machine has.

    Raises
    ------
    InputError
        None at all, as in bare containers: every text would be missing.
    """
    there = set(QFontDatabase().families())
    if not there:
        raise InputError(
            "This machine has no fonts, so a map sheet would have no text; install some (on Debian: apt-get "
            "install fonts-dejavu-core)"
        )
    return next((name for name in FONTS if name in there), sorted(there)[0])


def write_pdf(template: str, sheet: Sheet, path: str) -> None:
    """Fill a template and export it, written beside its target and renamed.

    Raises
    ------
    InputError
        A template that cannot be read or has no map, or a target that cannot be written.
    """
    project = QgsProject()
    project.setCrs(sheet.crs)
    project.addMapLayers(sheet.layers)
    try:
        layout = lay_out(template, sheet, project)
        settings = QgsLayoutExporter.PdfExportSettings()
        settings.dpi = sheet.dpi
        settings.textRenderFormat = QgsRenderContext.TextRenderFormat.AlwaysText
        layout.renderContext().setDpi(sheet.dpi)
        with written_whole(path, ".pdf") as part:
            done = QgsLayoutExporter(layout).exportToPdf(str(part), settings)
            if done != QgsLayoutExporter.ExportResult.Success or not part.exists():
                raise InputError(f"{path} cannot be written; choose another output")
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror}; choose another output") from None
    finally:
        project.clear()


def lay_out(template: str, sheet: Sheet, project: QgsProject, name: str = "") -> QgsPrintLayout:
    """A layout of a project, which holds the sheet's layers already, filled from a template."""
    layout = _load(template, project, name)
    try:
        _filled(layout, template, sheet)
    except InputError:
        project.layoutManager().removeLayout(layout)
        raise
    return layout


def _filled(layout: QgsPrintLayout, template: str, sheet: Sheet) -> None:
    chart = _item(layout, "map", QgsLayoutItemMap)
    if chart is None:
        raise InputError(
            f"{Path(template).name} has no map with the id map; give its map that id, or leave TEMPLATE out"
        )
    _scale(layout, SCALES[sheet.paper])
    _use_font(layout, sheet_font(), A3_TEXT if sheet.paper == "a3" else 1.0)
    _fill(layout, chart, sheet)


def _load(template: str, project: QgsProject, name: str) -> QgsPrintLayout:
    document = QDomDocument()
    try:
        text = Path(template).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{template} cannot be read as a layout template: {error}") from None
    layout = QgsPrintLayout(project)
    layout.setName(name)
    project.layoutManager().addLayout(layout)  # the project owns it, so that neither outlives the other
    read = document.setContent(text)
    if not (read[0] if isinstance(read, tuple) else read):
        raise InputError(f"{template} is no layout template (.qpt); save one from a print layout")
    items, ok = layout.loadFromTemplate(document, QgsReadWriteContext())
    layout.setName(name)  # a template brings its own
    if not ok or not items:
        raise InputError(f"{template} is no layout template (.qpt); save one from a print layout")
    return layout


def _item(layout: QgsLayout, key: str, kind: type[Item]) -> Optional[Item]:
    found = layout.itemById(key)
    return found if isinstance(found, kind) else None


def _items(layout: QgsLayout) -> list[QgsLayoutItem]:
    return [item for item in layout.items() if isinstance(item, QgsLayoutItem)]


def _scale(layout: QgsPrintLayout, factor: float) -> None:
    """Stretch page and items; a template of A4 becomes one of A3."""
    if factor == 1.0:
        return
    for item in _items(layout):
        place, size = item.positionWithUnits(), item.sizeWithUnits()
        wider = QgsLayoutSize(size.width() * factor, size.height() * factor, size.units())
        if isinstance(item, QgsLayoutItemPage):
            item.setPageSize(wider)
            continue
        item.attemptMove(QgsLayoutPoint(place.x() * factor, place.y() * factor, place.units()))
        item.attemptResize(wider)


def _use_font(layout: QgsPrintLayout, family: str, factor: float) -> None:
    for item in _items(layout):
        if isinstance(item, QgsLayoutItemLabel):
            font = QFont(item.font())
            font.setFamily(family)
            font.setPointSizeF(font.pointSizeF() * factor)
            item.setFont(font)


def _fill(layout: QgsPrintLayout, chart: QgsLayoutItemMap, sheet: Sheet) -> None:
    chart.setCrs(sheet.crs)
    chart.setLayers(sheet.layers)
    chart.setKeepLayerSet(True)
    chart.setExtent(_in_shape_of(chart, sheet.extent))
    least = round_scale(chart.scale())
    chart.setScale(sheet.scale or least)
    if sheet.scale and sheet.scale < least:
        sheet.notes.append(
            f"At 1 : {sheet.scale} the area does not fit the sheet and is cut; it does at 1 : {least} or smaller"
        )
    family, points = sheet_font(), A3_TEXT if sheet.paper == "a3" else 1.0
    draw_grid(chart, sheet.grid, sheet.crs, text_format(family, 6.5 * points))
    for key in HEADINGS:
        item = _item(layout, key, QgsLayoutItemLabel)
        if item is not None:
            item.setText(told(item.text()))
    for key, text in sheet.texts.items():
        item = _item(layout, key, QgsLayoutItemLabel)
        if item is not None:
            item.setText(text.replace(SCALE_HERE, f"{chart.scale():,.0f}".replace(",", "\u2009")))
            if key in ONE_LINE:
                _shrink_to_fit(item)
    legend = _item(layout, "legend", QgsLayoutItemLegend)
    if legend is not None:
        _legend(legend, chart, sheet, family, points)
    bar = _item(layout, "scale_bar", QgsLayoutItemScaleBar)
    if bar is not None:
        bar.setLinkedMap(chart)
        bar.setTextFormat(text_format(family, 8 * points))
        bar.applyDefaultSize(bar.guessUnits())
        bar.setHeight(2 * points)
    arrow = _item(layout, "north_arrow", QgsLayoutItemPicture)
    if arrow is not None:
        arrow.setLinkedMap(chart)
    layout.refresh()


def round_scale(denominator: float) -> int:
    """The smallest round denominator that is at least the one given.

    >>> round_scale(23481.0), round_scale(25000.0), round_scale(8100.0)
    (25000, 25000, 10000)
    """
    power = 10.0 ** math.floor(math.log10(denominator))
    return round(next(step * power for step in ROUND if step * power >= denominator * (1.0 - 1e-9)))


def _shrink_to_fit(label: QgsLayoutItemLabel) -> None:
    """Smaller letters, down to a limit, until the text fits one line."""
    font = QFont(label.font())
    while label.sizeForText().width() > label.rect().width() and font.pointSizeF() > LEAST_POINTS:
        font.setPointSizeF(font.pointSizeF() - 0.5)
        label.setFont(font)


def _in_shape_of(chart: QgsLayoutItemMap, extent: QgsRectangle) -> QgsRectangle:
    """The extent with a margin, widened to the shape of the map on the sheet."""
    shape = chart.rect().width() / chart.rect().height()
    width = max(extent.width(), extent.height() * shape) * MARGIN
    centre = extent.center()
    height = width / shape
    return QgsRectangle(
        centre.x() - width / 2, centre.y() - height / 2, centre.x() + width / 2, centre.y() + height / 2
    )


def text_format(family: str, points: float, bold: bool = False) -> QgsTextFormat:
    """A format of texts in layouts."""
    font = QFont(family)
    font.setBold(bold)
    found = QgsTextFormat()
    found.setFont(font)
    found.setSize(points)
    found.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
    found.setColor(QColor("#1f2933"))
    return found


def _legend(
    legend: QgsLayoutItemLegend, chart: QgsLayoutItemMap, sheet: Sheet, family: str, points: float
) -> None:
    legend.setLinkedMap(chart)
    legend.setAutoUpdateModel(False)
    tree: QgsLayerTree = legend.model().rootGroup()
    tree.clear()
    for layer in sheet.legend:
        node = tree.addLayer(layer)
        _drop_band_name(legend, node)
    for kind, size, bold in (
        (QgsLegendStyle.Style.Title, 9.0, True),
        (QgsLegendStyle.Style.Group, 8.5, True),
        (QgsLegendStyle.Style.Subgroup, 8.5, True),
        (QgsLegendStyle.Style.SymbolLabel, 8.0, False),
    ):
        style = legend.style(kind)
        if hasattr(style, "setTextFormat"):
            style.setTextFormat(text_format(family, size * points, bold))
        else:
            font = QFont(family)
            font.setPointSizeF(size * points)
            font.setBold(bold)
            style.setFont(font)
        legend.setStyle(kind, style)
    legend.setSymbolHeight(3.6 * points)
    legend.setSymbolWidth(6.0 * points)
    legend.adjustBoxSize()


def _drop_band_name(legend: QgsLayoutItemLegend, node: QgsLayerTreeLayer) -> None:
    """Leave out the line that a raster's legend starts with; the classes speak for themselves."""
    if not isinstance(node.layer(), QgsRasterLayer):
        return
    entries = legend.model().layerOriginalLegendNodes(node)
    kept = [
        number
        for number, entry in enumerate(entries)
        if number or not str(entry.data(Qt.ItemDataRole.DisplayRole)).startswith("Band ")
    ]
    if len(kept) < len(entries):
        QgsMapLayerLegendUtils.setLegendNodeOrder(node, kept)
        legend.model().refreshLayerLegend(node)
