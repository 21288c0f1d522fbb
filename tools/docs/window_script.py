"""Runs inside the QGIS desktop: maps the real sample area from a dialog and keeps window and dialog in one picture."""

import os
import sys
import traceback
from pathlib import Path

from qgis.core import (
    QgsHillshadeRenderer,
    QgsMarkerSymbol,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QPoint, Qt, QTimer
from qgis.PyQt.QtGui import QColor, QPainter
from qgis.PyQt.QtWidgets import QDockWidget
from qgis.utils import iface

TARGET = Path(os.environ["LANDSLIDE_GUI_RESULTS"])
REPOSITORY = Path(os.environ["LANDSLIDE_REPOSITORY"])
sys.path.insert(0, str(REPOSITORY))

from tools.check.desktop_tools import canvas_colours, running, settle_for, started, wait_until  # noqa: E402

SAMPLE = REPOSITORY / "landslide_plugin" / "resources" / "sample" / "rbsf"
WIDTH, HEIGHT, LONGEST_S = 1280, 760, 900
LAYERS_WIDTH = 230


def prepare_window():
    """A plain window with relief and inventory, at a size that a page can show."""
    window = iface.mainWindow()
    window.showNormal()
    window.resize(WIDTH, HEIGHT)
    for dock in window.findChildren(QDockWidget):
        dock.setVisible(dock.objectName() == "Layers")
        if dock.objectName() == "Layers":
            window.resizeDocks([dock], [LAYERS_WIDTH], Qt.Orientation.Horizontal)
    dem = QgsRasterLayer(str(SAMPLE / "dem.tif"), "Relief")
    dem.setRenderer(QgsHillshadeRenderer(dem.dataProvider(), 1, 315, 40))
    points = QgsVectorLayer(
        f"{SAMPLE / 'landslide_points.gpkg'}|layername=landslide_points", "Landslide inventory"
    )
    symbol = QgsMarkerSymbol.createSimple({"color": "black", "outline_style": "no", "size": "1.1"})
    points.setRenderer(QgsSingleSymbolRenderer(symbol))
    QgsProject.instance().addMapLayers([dem, points])
    settle_for(2)
    return window, dem, points


def show_map(dem, points):
    """The classes alone over the relief, named and unfolded, at the left of the canvas."""
    project = QgsProject.instance()
    classes = next(x for x in project.mapLayers().values() if "classes" in x.name().lower())
    for layer in list(project.mapLayers().values()):
        if layer not in (dem, points, classes):
            project.removeMapLayer(layer)
    classes.setName("Susceptibility classes")
    project.layerTreeRoot().findLayer(classes).setExpanded(True)
    canvas_colours(classes)
    whole, canvas = classes.extent(), iface.mapCanvas()
    wide = 1.04 * whole.height() * canvas.width() / canvas.height()
    margin = 0.02 * whole.height()
    canvas.setExtent(
        QgsRectangle(
            whole.xMinimum() - margin,
            whole.yMinimum() - margin,
            whole.xMinimum() - margin + wide,
            whole.yMaximum() + margin,
        )
    )
    settle_for(8)


def look():
    """Run, wait for the map, draw window and dialog, leave."""
    try:
        window, dem, points = prepare_window()
        parameters = {
            "DEM": dem.id(),
            "INVENTORY": points.id(),
            "LABEL_FIELD": "landslide",
            "train:Model bundle": str(TARGET / "model"),
            "map:Susceptibility classes": str(TARGET / "classes.tif"),
        }
        with started("landslide:dem_to_susceptibility_map", parameters) as dialog:
            wait_until(lambda: not running(dialog), LONGEST_S)
            dialog.showParameters()
            dialog.resize(600, 420)
            show_map(dem, points)
            picture, front = window.grab(), dialog.grab()
            painter = QPainter(picture)
            corner = QPoint(picture.width() - front.width() - 24, picture.height() - front.height() - 40)
            painter.fillRect(
                corner.x() - 1, corner.y() - 1, front.width() + 2, front.height() + 2, QColor(90, 90, 90)
            )
            painter.drawPixmap(corner, front)
            painter.end()
            picture.save(str(TARGET / "window.png"))
    except Exception:
        (TARGET / "error.txt").write_text(traceback.format_exc())
    os._exit(0)


QTimer.singleShot(500, look)
