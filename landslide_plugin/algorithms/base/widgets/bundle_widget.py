"""The field of a model bundle in a dialog: its folder, or by a second button its .zip or bundle.json.

Named in a parameter's metadata and imported by QGIS only when it opens a dialog.
"""

from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingParameters
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import QFileDialog, QHBoxLayout, QToolButton, QWidget

from ..translation import tr
from .own_field import OwnField


class BundleWidget(OwnField):
    """A folder to choose, and a button for the file of a bundle."""

    def createWidget(self) -> QWidget:
        field, folder, button = QWidget(), QgsFileWidget(), QToolButton()
        folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        folder.fileChanged.connect(lambda *_: self.tell())
        button.setText(".zip")
        button.setToolTip(tr("Choose the .zip or the bundle.json of a model"))
        button.clicked.connect(lambda *_: self._choose())
        row = QHBoxLayout(field)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(folder)
        row.addWidget(button)
        return self.kept(field)

    def setWidgetValue(self, value: Any, context: QgsProcessingContext) -> None:
        path = QgsProcessingParameters.parameterAsFile(self.definition, value, context)
        self._folder().setFilePath(path)

    def widgetValue(self) -> Any:
        return self._folder().filePath() or None

    def _folder(self) -> Any:
        field: Any = self.field()
        return field.findChild(QgsFileWidget)

    def _choose(self) -> None:
        folder = self._folder()
        begin = str(Path(folder.filePath()).parent) if folder.filePath() else ""
        path, _kind = QFileDialog.getOpenFileName(
            self.field(), tr("Model bundle"), begin, "*.zip bundle.json (*.zip bundle.json)"
        )
        if path:
            folder.setFilePath(path)
