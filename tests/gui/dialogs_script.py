"""Run by a Python of its own on a display: what every dialog of the toolbox shows, row by row."""

import gc
import json
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.append("/usr/share/qgis/python/plugins")

from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingParameterDefinition

APPLICATION = QgsApplication([], True)
APPLICATION.initQgis()

from processing.core.Processing import Processing  # noqa: E402
from processing.gui.AlgorithmDialog import AlgorithmDialog  # noqa: E402
from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog  # noqa: E402
from qgis.PyQt.QtWidgets import QAbstractSpinBox, QCheckBox, QLabel, QLineEdit, QScrollArea, QWidget  # noqa: E402

from landslide_plugin.algorithms.base.widgets.own_field import OwnField  # noqa: E402
from landslide_plugin.algorithms.base.widgets.rows import HEADING  # noqa: E402
from landslide_plugin.algorithms.base.widgets.small_number_widget import SmallNumberWidget  # noqa: E402
from landslide_plugin.plugin import LandslidePlugin  # noqa: E402

PICTURES = Path(sys.argv[1]) if len(sys.argv) > 1 else None
KEPT, CONTEXT = [], QgsProcessingContext()
ADVANCED = QgsProcessingParameterDefinition.Flag.FlagAdvanced
CHANGES = {
    "triggerscenarios": (("SOURCE", "formula"), ("IDF_K", 77.0), ("SOURCE", "maxima")),
    "factorofsafety": (("CONDUCTIVITY", "2,5e-7"),),
    "rainseries": (("STACK", "rain.nc"), ("STACK", ""), ("GAUGES", "gauges.csv")),
}
"""What is filled in, one after the other, while the dialog is open."""


def parts(wrapper):
    """Field and label of a row, whatever its wrapper."""
    if hasattr(wrapper, "wrappedWidget"):
        return wrapper.wrappedWidget(), wrapper.wrappedLabel()
    return wrapper.widget, wrapper.label


def grey(panel):
    """Rows that are shown and cannot be filled in."""
    fields = {key: parts(wrapper)[0] for key, wrapper in panel.wrappers.items()}
    return [key for key, field in fields.items() if not field.isHidden() and not field.isEnabled()]


def when_empty(wrapper):
    """What the field of a number says where nothing is given; None for other fields."""
    field = parts(wrapper)[0]
    boxes = [
        box for box in (field, *field.findChildren(QAbstractSpinBox)) if isinstance(box, QAbstractSpinBox)
    ]
    return boxes[0].specialValueText() if boxes else None


def after_changes(algorithm, panel):
    """Grey rows after each change."""
    found = []
    for key, value in CHANGES.get(algorithm.name(), ()):
        panel.wrappers[key].setParameterValue(value, CONTEXT)
        found.append(grey(panel))
    return found


def told(algorithm):
    """Rows that a dialog shows, greyed ones among them, and its headings."""
    dialog = AlgorithmDialog(algorithm.create(), False, None)
    dialog.show()
    panel = dialog.mainWidget()
    if PICTURES is not None:
        APPLICATION.processEvents()
        dialog.grab().save(str(PICTURES / f"{algorithm.name()}.png"))
    for collapsed in (False, True, False):  # what is hidden stays so, however often Advanced is opened
        for box in panel.findChildren(QWidget, "grpAdvanced"):
            box.setProperty("collapsed", collapsed)
    rows = {"inputs": [], "advanced": [], "outputs": [], "grey": grey(panel)}
    for key, wrapper in panel.wrappers.items():
        definition = wrapper.parameterDefinition()
        field, label = parts(wrapper)
        kind = "inputs" if not definition.flags() & ADVANCED else "advanced"
        if definition.isDestination():
            kind = "outputs"
        if not field.isHidden():
            rows[kind].append(key)
        if label is not None and label.isHidden() != field.isHidden():
            raise AssertionError(f"{algorithm.name()}: {key} has a label without its field")
    headings = [label.text() for label in panel.findChildren(QLabel, HEADING)]
    values = {key: str(wrapper.parameterValue()) for key, wrapper in panel.wrappers.items()}
    if PICTURES is not None:
        APPLICATION.processEvents()
        panel.findChild(QScrollArea).widget().grab().save(str(PICTURES / f"{algorithm.name()}_all.png"))
    area = panel.findChild(QScrollArea)
    letters = area.widget().minimumSizeHint().width() / area.fontMetrics().averageCharWidth()
    empty = {key: when_empty(wrapper) for key, wrapper in panel.wrappers.items()}
    changed = after_changes(algorithm, panel)
    dialog.hide()
    KEPT.append(dialog)
    ticks = {
        key: wrapper.parameterValue()
        for key, wrapper in panel.wrappers.items()
        if wrapper.parameterDefinition().type() == "enum" and isinstance(parts(wrapper)[0], QCheckBox)
    }
    plain = [
        key
        for key, wrapper in panel.wrappers.items()
        if wrapper.parameterDefinition().type() == "enum"
        and wrapper.parameterDefinition().usesStaticStrings()
        and not isinstance(wrapper, OwnField)
    ]
    unbroken = [
        key
        for key, label in ((key, parts(wrapper)[1]) for key, wrapper in panel.wrappers.items())
        if label is not None and not label.isHidden() and not label.wordWrap()
    ]
    small = {
        key: [parts(wrapper)[0].findChild(kind).text() for kind in (QLineEdit, QLabel)]
        for key, wrapper in panel.wrappers.items()
        if isinstance(wrapper, SmallNumberWidget)
    }
    more = {
        "small": small,
        "unbroken": unbroken,
        "plain": plain,
        "empty": empty,
        "changed": changed,
        "ticks": ticks,
    }
    return {**rows, **more, "headings": headings, "values": values, "letters": letters}


def batch(algorithm):
    """Words of the choices in each row of a batch, before and after one of its rows is taken away."""
    dialog = BatchAlgorithmDialog(algorithm.create())
    dialog.show()
    panel, seen = dialog.mainWidget(), []
    panel.addRow(2)
    for taken in (None, 2):
        if taken is not None:
            panel.tblParameters.selectRow(taken)
            panel.removeRows()
        gc.collect()  # QGIS holds the fields; Python must not let them go
        APPLICATION.processEvents()
        rows = [[cell for cell in row if cell is not None] for row in panel.wrappers]
        seen.append(
            [[c.parameterValue() for c in row if c.parameterDefinition().type() == "enum"] for row in rows]
        )
    dialog.hide()
    KEPT.append(dialog)
    return seen


Processing.initialize()
PLUGIN = LandslidePlugin(None)
PLUGIN.initProcessing()
wanted = sys.argv[2:]
found = {
    algorithm.name(): told(algorithm)
    for algorithm in PLUGIN.provider.algorithms()
    if not wanted or algorithm.name() in wanted
}
for name in {"mapsusceptibility", "trainevents"} & set(found):
    found[name]["batch"] = batch(PLUGIN.provider.algorithm(name))
print(json.dumps(found))
sys.stdout.flush()
os._exit(0)
