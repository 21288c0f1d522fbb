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
        folder.fileChanged.connect(self._changed)
        button.setText(".zip")
        button.setToolTip(tr("Choose the .zip or the bundle.json of a model"))
        button.clicked.connect(self._choose)
        row = QHBoxLayout(field)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(folder)
        row.addWidget(button)
        return field

    # The field is asked for each time: QGIS takes it over, and a reference kept from its making is void.

    def setWidgetValue(self, value: Any, context: QgsProcessingContext) -> None:
        path = QgsProcessingParameters.parameterAsFile(self.parameterDefinition(), value, context)
        self._folder().setFilePath(path)

    def widgetValue(self) -> Any:
        return self._folder().filePath() or None

    def _folder(self) -> Any:
        field: Any = self.wrappedWidget()
        return field.findChild(QgsFileWidget)

    def _choose(self, _: bool = False) -> None:
        folder = self._folder()
        begin = str(Path(folder.filePath()).parent) if folder.filePath() else ""
        path, _kind = QFileDialog.getOpenFileName(
            self.wrappedWidget(), tr("Model bundle"), begin, "*.zip bundle.json (*.zip bundle.json)"
        )
        if path:
            folder.setFilePath(path)

    def _changed(self, _: str) -> None:
        self.widgetValueHasChanged.emit(self)
