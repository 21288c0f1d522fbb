"""The field of a choice in a dialog: a person reads its label, the algorithm gets its word."""

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterDefinition, QgsProcessingParameters
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox, QSizePolicy, QWidget

from ..dialog.form import DEFAULT, NOT_SET
from ..translation import tr
from .own_field import OwnField

SHORTEST = 12


class ChoiceWidget(OwnField):
    """A drop-down list of labels whose values are the words of the choice; nothing, where it may be left out."""

    def createWidget(self) -> QWidget:
        field = QComboBox()
        field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        field.setMinimumContentsLength(SHORTEST)
        definition: Any = self.definition
        usual = self.settings.get("usual")
        if definition.defaultValue() is None and self._may_be_left_out():
            field.addItem(tr(DEFAULT).format(usual=usual) if usual else tr(NOT_SET), None)
        for word, label in zip(definition.options(), self.settings.get("labels", ())):
            field.addItem(label, word)
            field.setItemData(field.count() - 1, label, Qt.ItemDataRole.ToolTipRole)
        field.setToolTip(definition.toolTip())
        field.currentIndexChanged.connect(lambda *_: self.tell())
        return self.kept(field)

    def _may_be_left_out(self) -> bool:
        optional = QgsProcessingParameterDefinition.Flag.FlagOptional
        definition: Any = self.definition
        return bool(definition.flags() & optional)

    def setWidgetValue(self, value: Any, context: QgsProcessingContext) -> None:
        word = None
        definition: Any = self.definition
        if value is not None or definition.defaultValue() is not None:
            word = QgsProcessingParameters.parameterAsEnumString(definition, value, context)
        field: Any = self.field()
        field.setCurrentIndex(max(field.findData(word), 0) if word else 0)

    def widgetValue(self) -> Any:
        field: Any = self.field()
        return field.currentData()
