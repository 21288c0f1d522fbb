"""Run by a Python of its own: chains of 0.1 whose steps are opened in the designer and closed with OK."""

import json
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.append("/usr/share/qgis/python/plugins")

from qgis.core import QgsApplication, QgsProcessingModelAlgorithm

APPLICATION = QgsApplication([], True)
APPLICATION.initQgis()

from processing.core.Processing import Processing  # noqa: E402
from processing.modeler.ModelerParametersDialog import ModelerParametersDialog  # noqa: E402
from qgis.PyQt.QtWidgets import QComboBox  # noqa: E402

from landslide_plugin.algorithms.base.widgets.factories import Factories  # noqa: E402
from landslide_plugin.plugin import LandslidePlugin  # noqa: E402

CHAINS, TARGET = Path(sys.argv[1]), Path(sys.argv[2])


def told(step):
    """What a step hands on: its values, blank or not, and the outputs that are kept."""
    values = {}
    for key, sources in step.parameterSources().items():
        values[key] = [{name: plain(value) for name, value in one.toVariant().items()} for one in sources]
    kept = {name: [one.childOutputName(), one.description()] for name, one in step.modelOutputs().items()}
    return {"values": values, "outputs": kept}


def plain(value):
    blank = value in (None, "", []) or (hasattr(value, "isNull") and value.isNull())
    return None if blank else value


def opened_and_closed(path):
    """Each step of a chain before and after OK, and its parameters' defaults; the chain is saved again."""
    model = QgsProcessingModelAlgorithm()
    model.fromFile(str(path))
    model.initAlgorithm({})
    steps = {}
    for identifier, step in model.childAlgorithms().items():
        before = told(step)
        dialog = ModelerParametersDialog(step.algorithm(), model, identifier)
        after = dialog.createAlgorithm()
        after.setChildId(identifier)
        model.setChildAlgorithm(after)
        defaults = {one.name(): plain(one.defaultValue()) for one in step.algorithm().parameterDefinitions()}
        steps[identifier] = {"before": before, "after": told(after), "defaults": defaults}
    model.toFile(str(TARGET / path.name))
    return steps


def choice_in_designer():
    """What the designer shows for a choice, and the value of its step."""
    step = PLUGIN.provider.algorithm("mapsusceptibility").create()
    dialog = ModelerParametersDialog(step, QgsProcessingModelAlgorithm())
    panel = dialog.widget if hasattr(dialog.widget, "wrappers") else dialog.widget.widget
    field = panel.wrappers["PALETTE"]
    shown = [[box.itemText(i) for i in range(box.count())] for box in field.findChildren(QComboBox)]
    return {"shown": [texts for texts in shown if texts], "value": plain(field.value().staticValue())}


Processing.initialize()
PLUGIN = LandslidePlugin(None)
PLUGIN.initProcessing()
FACTORIES = Factories()  # as the desktop has them
found = {path.stem: opened_and_closed(path) for path in sorted(CHAINS.glob("*.model3"))}
print(json.dumps({"chains": found, "choice": choice_in_designer()}))
sys.stdout.flush()
os._exit(0)
