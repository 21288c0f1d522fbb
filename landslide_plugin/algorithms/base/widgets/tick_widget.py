"""The field of a yes or no in a dialog: a tick, while the algorithm gets the word."""

from typing import Any, Optional

from qgis.core import QgsProcessingContext
from qgis.gui import QgsProcessingGui
from qgis.PyQt.QtWidgets import QCheckBox, QLabel, QWidget

from ..choices import NO, YES, yes_or_no
from .choice_widget import ChoiceWidget


class TickWidget(ChoiceWidget):
    """A tick whose values are yes and no; in a row of a batch a list, as QGIS has for its own ticks."""

    def createWidget(self) -> QWidget:
        if not self._is_tick():
            return super().createWidget()
        field = QCheckBox(self.definition.description())
        field.setToolTip(self.definition.toolTip())
        field.toggled.connect(lambda *_: self.tell())
        return self.kept(field)

    def createLabel(self) -> Optional[QLabel]:
        return None if self._is_tick() else super().createLabel()

    def _is_tick(self) -> bool:
        return bool(self._kind == QgsProcessingGui.WidgetType.Standard)

    def setWidgetValue(self, value: Any, context: QgsProcessingContext) -> None:
        if not self._is_tick():
            super().setWidgetValue(value, context)
            return
        meant = yes_or_no(self.definition.defaultValue() if value is None else value)
        field: Any = self.field()
        field.setChecked(bool(meant))

    def widgetValue(self) -> Any:
        field: Any = self.field()
        if not self._is_tick():
            return super().widgetValue()
        return YES if field.isChecked() else NO
