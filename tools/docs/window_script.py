"""Runs inside the QGIS desktop: maps the real sample area from a dialog and keeps window and dialog in one picture."""

import os
import sys
import traceback
from pathlib import Path

from qgis.core import QgsHillshadeRenderer, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QPoint, Qt, QTimer
from qgis.PyQt.QtGui import QColor, QPainter
from qgis.PyQt.QtWidgets import QDockWidget
from qgis.utils import iface

TARGET = Path(os.environ["LANDSLIDE_GUI_RESULTS"])
REPOSITORY = Path(os.environ["LANDSLIDE_REPOSITORY"])
sys.path.insert(0, str(REPOSITORY))

from tools.check.desktop_tools import canvas_colours, running, settle_for, started, wait_until  # noqa: E402

SAMPLE = REPOSITORY / "landslide_plugin" / "resources" / "sample" / "rbsf"
WIDTH, HEIGHT, LONGEST_S = 1200, 760, 900


def prepare_window():
    """A plain window: layers, toolbox and map, at a size that a page can show."""
    window = iface.mainWindow()
    for dock in window.findChildren(QDockWidget):
        dock.setVisible(dock.objectName() in ("Layers", "ProcessingToolbox"))
        if dock.objectName() == "ProcessingToolbox":
            dock.searchBox.setText("landslide")
            dock.algorithmTree.expandAll()
    window.showNormal()
    window.resize(WIDTH, HEIGHT)
    dem = QgsRasterLayer(str(SAMPLE / "dem.tif"), "Relief")
    dem.setRenderer(QgsHillshadeRenderer(dem.dataProvider(), 1, 315, 40))
    QgsProject.instance().addMapLayer(dem)
    settle_for(2)
    return window


def look():
    """Run, wait for the map, draw window and dialog, leave."""
    try:
        window = prepare_window()
        parameters = {
            "DEM": str(SAMPLE / "dem.tif"),
            "INVENTORY": f"{SAMPLE / 'landslide_points.gpkg'}|layername=landslide_points",
            "LABEL_FIELD": "landslide",
            "train:Model bundle": str(TARGET / "model"),
            "map:Susceptibility classes": str(TARGET / "classes.tif"),
        }
        with started("landslide:dem_to_susceptibility_map", parameters) as dialog:
            wait_until(lambda: not running(dialog), LONGEST_S)
            dialog.showParameters()
            dialog.resize(600, 420)
            layers = [x for x in QgsProject.instance().mapLayers().values() if "classes" in x.name().lower()]
            canvas_colours(layers[0])
            iface.zoomFull()
            settle_for(8)
            picture, front = window.grab(), dialog.grab()
            painter = QPainter(picture)
            corner = QPoint(picture.width() - front.width() - 24, picture.height() - front.height() - 40)
            painter.fillRect(
                corner.x() - 1, corner.y() - 1, front.width() + 2, front.height() + 2, QColor(90, 90, 90)
            )
            painter.drawPixmap(corner, front)
            painter.end()
            window.grab().save(str(TARGET / "alone.png"))
            front.save(str(TARGET / "dialog.png"))
            picture.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation).save(
                str(TARGET / "window.png")
            )
    except Exception:
        (TARGET / "error.txt").write_text(traceback.format_exc())
    os._exit(0)


QTimer.singleShot(500, look)
