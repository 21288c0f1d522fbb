"""Write the map sheets that the plugin ships: ``python -m tools.ship.build_layouts``.

A sheet is an A4 template; "Map sheet" fills it and scales it to other papers. Each item is found by its id.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_HASH_SEED", "0")  # else the order of attributes changes from run to run

from qgis.core import (
    QgsApplication,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutItemShape,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsUnitTypes,
)
from qgis.PyQt.QtGui import QColor

LAYOUTS = Path(__file__).resolve().parents[2] / "landslide_plugin" / "resources" / "layout"
MM = QgsUnitTypes.LayoutUnit.LayoutMillimeters
NORTH_ARROW = ":/images/north_arrows/layout_default_north_arrow.svg"
Box = tuple[float, float, float, float]
SHEETS: dict[str, dict[str, Box]] = {
    "landscape": {
        "title": (10, 8, 277, 9),
        "subtitle": (10, 17, 277, 6),
        "map": (17, 30, 175, 158),
        "frame": (200, 26, 87, 176),
        "legend": (203, 29, 81, 58),
        "north_arrow": (268, 29, 16, 16),
        "scale_bar": (203, 90, 81, 12),
        "zoning_title": (203, 104, 81, 5),
        "zoning": (203, 109, 81, 38),
        "limits_title": (203, 148, 81, 5),
        "limits": (203, 153, 81, 48),
        "credit": (10, 202, 277, 5),
    },
    "portrait": {
        "title": (10, 8, 190, 9),
        "subtitle": (10, 17, 190, 6),
        "map": (17, 28, 178, 163),
        "frame": (10, 200, 190, 84),
        "legend": (13, 203, 60, 58),
        "north_arrow": (58, 203, 14, 14),
        "scale_bar": (13, 268, 60, 12),
        "zoning_title": (77, 203, 120, 5),
        "zoning": (77, 208, 120, 29),
        "limits_title": (77, 239, 120, 5),
        "limits": (77, 244, 120, 38),
        "credit": (10, 286, 190, 5),
    },
}
TEXTS = {
    "title": ("Title", 16.0, True),
    "subtitle": ("Subtitle", 9.0, False),
    "zoning_title": ("Zoning statement", 9.0, True),
    "zoning": ("", 7.5, False),
    "limits_title": ("What not to conclude", 9.0, True),
    "limits": ("", 7.0, False),
    "credit": ("", 6.5, False),
}


def place(item: QgsLayoutItem, key: str, box: Box) -> None:
    """Give an item its id and its place in millimetres."""
    item.setId(key)
    item.attemptMove(QgsLayoutPoint(box[0], box[1], MM))
    item.attemptResize(QgsLayoutSize(box[2], box[3], MM))


def label(layout: QgsPrintLayout, key: str) -> QgsLayoutItemLabel:
    """A text in the sheet's own type."""
    text, points, bold = TEXTS[key]
    item = QgsLayoutItemLabel(layout)
    font = item.font()
    font.setPointSizeF(points)
    font.setBold(bold)
    item.setFont(font)
    item.setFontColor(QColor("#1f2933"))
    item.setText(text)
    item.setMarginX(0)
    item.setMarginY(0)
    return item


def sheet(name: str, project: QgsProject) -> QgsPrintLayout:
    """A layout with every item empty."""
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName(f"Landslide map sheet, {name}")
    turned = (
        QgsLayoutItemPage.Orientation.Portrait
        if name == "portrait"
        else QgsLayoutItemPage.Orientation.Landscape
    )
    layout.pageCollection().page(0).setPageSize("A4", turned)
    boxes = SHEETS[name]
    frame = QgsLayoutItemShape(layout)
    frame.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
    place(frame, "frame", boxes["frame"])
    layout.addLayoutItem(frame)
    chart = QgsLayoutItemMap(layout)
    chart.setFrameEnabled(True)
    place(chart, "map", boxes["map"])
    layout.addLayoutItem(chart)
    legend = QgsLayoutItemLegend(layout)
    legend.setLinkedMap(chart)
    legend.setAutoUpdateModel(False)
    legend.setResizeToContents(False)
    legend.setBoxSpace(0)
    place(legend, "legend", boxes["legend"])
    layout.addLayoutItem(legend)
    bar = QgsLayoutItemScaleBar(layout)
    bar.setLinkedMap(chart)
    bar.setStyle("Single Box")
    bar.setHeight(2)
    place(bar, "scale_bar", boxes["scale_bar"])
    layout.addLayoutItem(bar)
    arrow = QgsLayoutItemPicture(layout)
    arrow.setPicturePath(NORTH_ARROW)
    arrow.setNorthMode(QgsLayoutItemPicture.NorthMode.TrueNorth)
    arrow.setLinkedMap(chart)
    place(arrow, "north_arrow", boxes["north_arrow"])
    layout.addLayoutItem(arrow)
    for key in TEXTS:
        item = label(layout, key)
        place(item, key, boxes[key])
        layout.addLayoutItem(item)
    return layout


def stable(text: str) -> str:
    """The template with numbered identifiers, so that the same sheet is the same file."""
    found: dict[str, str] = {}

    def numbered(match: re.Match[str]) -> str:
        return found.setdefault(match.group(0), f"{{00000000-0000-0000-0000-{len(found) + 1:012d}}}")

    return re.sub(r"\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}", numbered, text)


def main() -> None:
    """Write a template for each orientation."""
    application = QgsApplication([], False)
    application.initQgis()
    LAYOUTS.mkdir(parents=True, exist_ok=True)
    project = QgsProject()
    for name in SHEETS:
        path = LAYOUTS / f"map_sheet_{name}.qpt"
        sheet(name, project).saveAsTemplate(str(path), QgsReadWriteContext())
        path.write_text(stable(path.read_text(encoding="utf-8")), encoding="utf-8")
        print(path.relative_to(LAYOUTS.parents[2]))
    application.exitQgis()


if __name__ == "__main__":
    main()
