"""Run by a Python of its own on a display: the field of a model bundle in a dialog of QGIS."""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.append("/usr/share/qgis/python/plugins")

from qgis.core import QgsApplication, QgsProcessingContext

APPLICATION = QgsApplication([], True)
APPLICATION.initQgis()

from processing.core.Processing import Processing  # noqa: E402
from qgis.gui import QgsFileWidget  # noqa: E402
from qgis.PyQt.QtWidgets import QFileDialog, QToolButton  # noqa: E402

from landslide_plugin.algorithms.base.widgets.bundle_widget import BundleWidget  # noqa: E402
from landslide_plugin.algorithms.registry import ALGORITHMS  # noqa: E402

Processing.initialize()
algorithm = next(kind for kind in ALGORITHMS if kind().name() == "mapsusceptibility")()
algorithm.initAlgorithm({})
field = BundleWidget(algorithm.parameterDefinition("BUNDLE"), None)
widget = field.createWrappedWidget(QgsProcessingContext())
changes = []
field.widgetValueHasChanged.connect(lambda _: changes.append(field.parameterValue()))
QFileDialog.getOpenFileName = staticmethod(lambda *_: ("/models/slides.zip", ""))
empty = field.parameterValue()
widget.findChildren(QToolButton)[-1].click()
chosen = field.parameterValue()
widget.findChild(QgsFileWidget).setFilePath("/models/folder")
print(json.dumps({"empty": empty, "chosen": chosen, "folder": field.parameterValue(), "changes": changes}))
