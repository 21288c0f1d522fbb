"""Run by a Python of its own on a display: our fields by QGIS's registry, as it makes them from 3.40 on."""

import gc
import json
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.append("/usr/share/qgis/python/plugins")

from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingParameterEnum

APPLICATION = QgsApplication([], True)
APPLICATION.initQgis()

from processing.core.Processing import Processing  # noqa: E402
from qgis.gui import QgsGui, QgsProcessingGui  # noqa: E402
from qgis.PyQt.QtCore import Qt  # noqa: E402

from landslide_plugin.algorithms.base.choices import SEVERAL_TYPE, TICK_TYPE, TYPE, choice  # noqa: E402
from landslide_plugin.algorithms.base.widgets.factories import FIELDS, Factories  # noqa: E402


class ByItsType(QgsProcessingParameterEnum):
    """A choice that calls itself what our factories make, since QGIS 3.22 reads no ``widget_type``."""

    def __init__(self, kind, several, default, words=("a", "b")):
        super().__init__("KEY", "Label", words, several, default, True, usesStaticStrings=True)
        self._kind = kind
        like = choice("KEY", "Label", words, default, True, several, labels=["First", "Second"], usual="b")
        self.setMetadata(like.metadata())
        self.setHelp("What it is.")

    def type(self):
        return self._kind


def made(parameter, kind=QgsProcessingGui.WidgetType.Standard):
    return QgsGui.processingGuiRegistry().createParameterWidgetWrapper(parameter, kind)


Processing.initialize()
one, several = ByItsType(TYPE, False, None), ByItsType(SEVERAL_TYPE, True, None)
before = [made(one), made(several)]
factories = Factories()
context, told = QgsProcessingContext(), {}
for name, parameter, value in (("one", one, "b"), ("several", several, ["b"])):
    wrapper = made(parameter)
    gc.collect()  # QGIS holds the field; Python must not let it go
    field = wrapper.createWrappedWidget(context)
    empty = wrapper.parameterValue()
    wrapper.setParameterValue(value, context)
    tips = [field.itemData(i, Qt.ItemDataRole.ToolTipRole) for i in range(field.count())]
    texts = [field.itemText(i) for i in range(field.count())]
    told[name] = {
        "empty": empty,
        "value": wrapper.parameterValue(),
        "texts": texts,
        "tips": tips,
        "tooltip": "What it is." in field.toolTip(),
    }
tick = ByItsType(TICK_TYPE, False, "yes", ("no", "yes"))
wrapper = made(tick)
gc.collect()
field = wrapper.createWrappedWidget(context)
told["tick"] = {
    "text": field.text(),
    "label": wrapper.createWrappedLabel() is None,
    "tooltip": "What it is." in field.toolTip(),
    "values": [wrapper.parameterValue()],
}
for value in ("no", True, "false", "yes", None):
    wrapper.setParameterValue(value, context)
    told["tick"]["values"].append(wrapper.parameterValue())
row = made(tick, QgsProcessingGui.WidgetType.Batch)
listed = row.createWrappedWidget(context)
told["tick"]["batch"] = [listed.count(), row.parameterValue()]
told["modeler"] = type(made(one, QgsProcessingGui.WidgetType.Modeler)).__name__
told["kinds"] = sorted(FIELDS)
factories.remove()
told["without"] = [each is None for each in (*before, made(one), made(several))]
print(json.dumps(told))
sys.stdout.flush()
os._exit(0)
