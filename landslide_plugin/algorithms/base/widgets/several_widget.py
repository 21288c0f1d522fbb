"""The field of a choice of several in a dialog: a list with ticks, of labels in place of words."""

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingParameters
from qgis.gui import QgsCheckableComboBox
from qgis.PyQt import sip  # type: ignore[attr-defined]
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from ..dialog.form import DEFAULT, NONE_CHOSEN
from ..translation import tr
from .own_field import OwnField

SHORTEST = 12


class SeveralWidget(OwnField):
    """A drop-down list with a tick for each label, whose values are the words that are ticked."""

    def createWidget(self) -> QWidget:
        field = QgsCheckableComboBox()
        field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        field.setSizeAdjustPolicy(QgsCheckableComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        field.setMinimumContentsLength(SHORTEST)
        usual = self.settings.get("usual")
        field.setDefaultText(tr(DEFAULT).format(usual=usual) if usual else tr(NONE_CHOSEN))
        field.setSeparator("; ")
        definition: Any = self.definition
        for word, label in zip(definition.options(), self.settings.get("labels", ())):
            field.addItemWithCheckState(label, Qt.CheckState.Unchecked, word)
        field.setToolTip(definition.toolTip())
        field.checkedItemsChanged.connect(lambda *_: self.tell())
        return self.kept(field)

    def setWidgetValue(self, value: Any, context: QgsProcessingContext) -> None:
        words: list[str] = []
        definition: Any = self.definition
        if value is not None or definition.defaultValue() is not None:
            words = QgsProcessingParameters.parameterAsEnumStrings(definition, value, context)
        field = self._field()
        for place in range(field.count()):
            ticked = field.itemData(place) in words
            field.setItemCheckState(place, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def widgetValue(self) -> Any:
        return list(self._field().checkedItemsData()) or None

    def _field(self) -> Any:
        """The field, which QGIS hands back as one of a simpler class."""
        return sip.cast(self.field(), QgsCheckableComboBox)
