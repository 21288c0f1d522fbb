"""Runs inside the QGIS desktop: uses menu and guide as a person does, and writes down what it saw."""

import json
import os
import sys
import traceback
from pathlib import Path

from qgis.core import QgsApplication, QgsProcessingModelAlgorithm, QgsProject
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QApplication, QDialog, QDockWidget, QLabel, QPushButton
from qgis.utils import iface, unloadPlugin

TARGET = Path(os.environ["LANDSLIDE_GUI_RESULTS"])
sys.path.insert(0, os.environ["LANDSLIDE_REPOSITORY"])

from landslide_plugin.desktop.words import EDIT_COPY  # noqa: E402
from tools.check.desktop_tools import settle, settle_for, wait_until  # noqa: E402


def menu():
    """Texts of our menu under Raster; empty if it is not there."""
    for action in iface.rasterMenu().actions():
        if action.menu() is not None and action.text().replace("&", "") == "Landslide Susceptibility":
            return [each.text().replace("&", "") for each in action.menu().actions()]
    return []


def dock():
    return iface.mainWindow().findChild(QDockWidget, "LandslideStudyGuide")


def lines():
    """How each line of the guide stands."""
    labels = [label for label in dock().findChildren(QLabel) if label.objectName().startswith("line_")]
    return {label.objectName()[5:]: label.property("state") for label in labels}


def opened(press):
    """Title of the dialog that a press opens, and the values of its parameters."""
    before = set(QApplication.topLevelWidgets())
    press()
    settle(60)
    new = [
        w
        for w in QApplication.topLevelWidgets()
        if isinstance(w, QDialog) and w not in before and w.isVisible()
    ]
    assert len(new) == 1, [w.windowTitle() for w in new]
    dialog = new[0]
    given = {
        key: str(value) for key, value in dialog.createProcessingParameters().items() if value is not None
    }
    dialog.grab().save(str(TARGET / f"dialog_{len(list(TARGET.glob('dialog_*')))}.png"))
    found = {"title": dialog.windowTitle(), "given": given}
    dialog.close()
    dialog.deleteLater()
    settle()
    return found


def chains_in_menu():
    """Lines of the menu of ready-made chains, and their actions."""
    for action in iface.rasterMenu().actions():
        if action.menu() is not None and action.text().replace("&", "") == "Landslide Susceptibility":
            for each in action.menu().actions():
                if each.menu() is not None:
                    return {line.text(): line for line in each.menu().actions()}
    return {}


def in_toolbox(algorithm):
    """What the context menu of the toolbox offers on an algorithm, by its text, as the menu asks for it."""
    from processing.gui.ProviderActions import ProviderContextMenuActions

    shown = {}
    for action in ProviderContextMenuActions.actions:
        action.setData(algorithm.create(), None)
        if action.isEnabled():
            shown[action.name] = action
    return shown


def designer(press, name):
    """What the designer shows after a press, and what the model is once it is saved and read again."""
    from processing.modeler.ModelerDialog import ModelerDialog

    before = len(ModelerDialog.dlgs)
    press()
    settle(60)
    (opened,) = ModelerDialog.dlgs[before:]
    settle_for(0.5)
    opened.view().scale(0.6, 0.6)
    opened.grab().save(str(TARGET / f"designer_{name}.png"))
    model, saved = opened.model(), TARGET / "models" / f"{name}.model3"
    saved.parent.mkdir(exist_ok=True)
    found = {
        "class": type(model).__name__,
        "file": model.sourceFilePath(),
        "name": model.name(),
        "steps": [step.description() for step in model.childAlgorithms().values()],
        "help": sorted(model.helpContent()),
        "valid": model.validate()[0],
        "written": model.toFile(str(saved)),
    }
    again = QgsProcessingModelAlgorithm()
    again.fromFile(str(saved))
    again.initAlgorithm({})
    found["again"] = [one.name() for one in again.parameterDefinitions()]
    opened.close()
    settle()
    return found


def chains():
    """The ready-made chains in the designer, from menu and toolbox."""
    lines = chains_in_menu()
    registry = QgsApplication.processingRegistry()
    chain, step = (registry.algorithmById(f"landslide:{name}") for name in ("map_new_area", "inputcheck"))
    found = {"lines": list(lines), "of_a_step": list(in_toolbox(step)), "of_a_chain": list(in_toolbox(chain))}
    found["menu"] = designer(lines["DEM and inventory to susceptibility map"].trigger, "menu")
    found["toolbox"] = designer(in_toolbox(chain)[EDIT_COPY].execute, "toolbox")
    return found


def press_line(key):
    return opened(lambda: dock().findChild(QPushButton, f"open_{key}").click())


def cut_off():
    """Buttons of the guide that reach beyond it when the dock is as narrow as it goes."""
    iface.mainWindow().resizeDocks([dock()], [10], Qt.Orientation.Horizontal)
    settle_for(1.0)
    view = dock().widget().viewport()
    buttons = view.findChildren(QPushButton)
    ends = {one.objectName(): one.mapTo(view, one.rect().topRight()).x() for one in buttons}
    return [name for name, end in ends.items() if name.startswith("open_") and end > view.width()]


def picture(name):
    dock().raise_()
    settle_for(0.5)
    dock().grab().save(str(TARGET / f"{name}.png"))
    iface.mainWindow().grab().save(str(TARGET / f"{name}_window.png"))


def study():
    """A study of the sample area run by its dialog's algorithm; its layers in the order of the tree."""
    import processing

    layers = {
        layer.customProperty("landslide/kind"): layer for layer in QgsProject.instance().mapLayers().values()
    }
    processing.runAndLoadResults(
        "landslide:susceptibilitystudy",
        {
            "DEM": layers["dem"].id(),
            "INVENTORY": layers["inventory"].id(),
            "LABEL_FIELD": "landslide",
            "MASK": layers["mask"].id(),
            "PRESET": "quick",
            "FOLDER": str(TARGET / "study"),
        },
    )
    settle_for(1.0)
    root = QgsProject.instance().layerTreeRoot()
    group = next(g for g in root.findGroups(True) if g.name() == "Landslide susceptibility: study")
    return [
        [node.name(), node.itemVisibilityChecked(), node.layer().customProperty("landslide/kind")]
        for node in group.findLayers()
    ]


def look():
    results = {}
    try:
        import processing
        from processing.gui.ProviderActions import ProviderContextMenuActions

        results["menu"] = menu()
        results["chains"] = chains()
        dock().setFloating(False)
        dock().show()
        wait_until(lambda: bool(lines()), 5)
        results["empty"], results["cut_off"] = lines(), cut_off()
        picture("guide_empty")
        processing.runAndLoadResults(
            "landslide:sampledata", {"AREA": "rbsf", "FOLDER": str(TARGET / "sample")}
        )
        wait_until(lambda: lines().get("dem") == "done", 5)
        results["sample"] = lines()
        picture("guide_sample")
        results["study_dialog"] = press_line("study")
        results["group"] = study()
        wait_until(lambda: lines().get("study") == "done", 5)
        results["after"] = lines()
        iface.mapCanvas().zoomToFullExtent()
        iface.mapCanvas().waitWhileRendering()
        picture("guide_after")
        results["sheet_dialog"] = press_line("sheet")
        results["model_dialog"] = press_line("model")
        unloadPlugin("landslide_plugin")
        settle_for(0.5)
        results["menu_after_unload"], results["dock_after_unload"] = menu(), dock() is not None
        results["toolbox_after_unload"] = [action.name for action in ProviderContextMenuActions.actions]
    except Exception:
        results["error"] = traceback.format_exc()
    (TARGET / "results.json").write_text(json.dumps(results, indent=1))
    os._exit(0)


QTimer.singleShot(500, look)
