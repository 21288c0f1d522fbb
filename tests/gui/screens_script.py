"""Runs inside the QGIS desktop: takes a picture of every dialog, closed and with Advanced open."""

import os
import sys
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QScrollArea, QWidget

TARGET = Path(os.environ["LANDSLIDE_GUI_RESULTS"])
sys.path.insert(0, os.environ["LANDSLIDE_REPOSITORY"])


def settle(rounds=30):
    for _ in range(rounds):
        QgsApplication.processEvents()


def pictures(identifier, name):
    """The dialog as it opens, and the whole of its form with Advanced open."""
    import processing

    dialog = processing.createAlgorithmDialog(identifier, {})
    dialog.show()
    settle()
    dialog.grab().save(str(TARGET / f"{name}.png"))
    panel = dialog.mainWidget()
    for box in panel.findChildren(QWidget, "grpAdvanced"):
        box.setProperty("collapsed", False)
    settle()
    for area in panel.findChildren(QScrollArea):
        area.widget().grab().save(str(TARGET / f"{name}_all.png"))
        break
    dialog.close()
    dialog.deleteLater()
    settle()


def toolbox():
    """The toolbox with our provider unfolded."""
    from qgis.PyQt.QtWidgets import QDockWidget
    from qgis.utils import iface

    for dock in iface.mainWindow().findChildren(QDockWidget):
        if dock.objectName() == "ProcessingToolbox":
            dock.show()
            dock.searchBox.setText("landslide")
            settle()
            dock.algorithmTree.expandAll()
            dock.setFloating(True)
            dock.resize(420, 700)
            settle()
            dock.grab().save(str(TARGET / "toolbox.png"))


def look():
    try:
        toolbox()
        for algorithm in QgsApplication.processingRegistry().providerById("landslide").algorithms():
            pictures(algorithm.id(), algorithm.name())
    except Exception:
        import traceback

        (TARGET / "error.txt").write_text(traceback.format_exc())
    os._exit(0)


QTimer.singleShot(500, look)
