"""The field of a choice in a dialog: a person reads its label, the algorithm gets its word.

Named in a parameter's metadata and imported by QGIS only when it opens a dialog.
"""

from collections.abc import Sequence
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterDefinition, QgsProcessingParameters
from qgis.gui import QgsAbstractProcessingParameterWidgetWrapper, QgsGui, QgsProcessingGui
from qgis.PyQt.QtWidgets import QComboBox, QSizePolicy, QWidget

KINDS = {
    "AlgorithmDialog": QgsProcessingGui.WidgetType.Standard,
    "BatchAlgorithmDialog": QgsProcessingGui.WidgetType.Batch,
}
IN_MODELER = "ModelerParametersDialog"
SHORTEST = 12


class OwnField(QgsAbstractProcessingParameterWidgetWrapper):
    """A field of our own in dialogs; in the modeler QGIS's stays, which also takes results of other steps."""

    def __new__(cls, definition: Any, dialog: Any, *place: int, **settings: Any) -> Any:
        if type(dialog).__name__ != IN_MODELER:
            make: Any = super().__new__
            return make(cls, definition, dialog, *place, **settings)
        field: Any = QgsGui.processingGuiRegistry().createModelerParameterWidget(
            dialog.model, dialog.childId, definition, dialog.context
        )
        field.setDialog(dialog)
        return field

    def __init__(
        self,
        definition: QgsProcessingParameterDefinition,
        dialog: Any,
        row: int = 0,
        column: int = 0,
    ):
        super().__init__(
            definition, KINDS.get(type(dialog).__name__, QgsProcessingGui.WidgetType.Standard), dialog
        )


class ChoiceWidget(OwnField):
    """A drop-down list of labels whose values are the words of the choice."""

    def __init__(
        self,
        definition: QgsProcessingParameterDefinition,
        dialog: Any,
        row: int = 0,
        column: int = 0,
        labels: Sequence[str] = (),
    ):
        super().__init__(definition, dialog, row, column)
        self._labels = list(labels)

    def createWidget(self) -> QWidget:
        field = QComboBox()
        field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        field.setMinimumContentsLength(SHORTEST)
        definition: Any = self.parameterDefinition()
        for word, label in zip(definition.options(), self._labels):
            field.addItem(label, word)
        field.currentIndexChanged.connect(self._changed)
        return field

    # The field is asked for each time: QGIS takes it over, and a reference kept from its making is void.

    def setWidgetValue(self, value: Any, context: QgsProcessingContext) -> None:
        word = QgsProcessingParameters.parameterAsEnumString(self.parameterDefinition(), value, context)
        field: Any = self.wrappedWidget()
        field.setCurrentIndex(max(field.findData(word), 0))

    def widgetValue(self) -> Any:
        field: Any = self.wrappedWidget()
        return field.currentData()

    def _changed(self, _: int) -> None:
        self.widgetValueHasChanged.emit(self)
