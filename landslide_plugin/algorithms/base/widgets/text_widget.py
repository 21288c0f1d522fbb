"""The field of a text in a dialog, which lays out dialogs that have no other field of ours.

Named in a parameter's metadata and imported by QGIS only when it opens a dialog.
"""

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingParameters
from qgis.PyQt.QtWidgets import QLineEdit, QWidget

from .own_field import OwnField


class TextWidget(OwnField):
    """One line of text."""

    def createWidget(self) -> QWidget:
        field = QLineEdit()
        field.setToolTip(self.definition.toolTip())
        field.textChanged.connect(lambda *_: self.tell())
        return self.kept(field)

    def setWidgetValue(self, value: Any, context: QgsProcessingContext) -> None:
        field: Any = self.field()
        field.setText(QgsProcessingParameters.parameterAsString(self.definition, value, context))

    def widgetValue(self) -> Any:
        field: Any = self.field()
        return field.text()
