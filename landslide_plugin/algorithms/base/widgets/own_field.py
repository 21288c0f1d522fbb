"""A field of our own in a dialog of QGIS, which also lays out the other rows of its dialog.

Named in a parameter's metadata and imported by QGIS only when it opens a dialog; where QGIS asks its registry
instead, made by our factories.
"""

from collections.abc import Iterable
from typing import Any

from qgis.core import QgsProcessingParameterDefinition
from qgis.gui import QgsAbstractProcessingParameterWidgetWrapper, QgsGui, QgsProcessingGui
from qgis.PyQt import sip  # type: ignore[attr-defined]
from qgis.PyQt.QtWidgets import QWidget

from .rows import arrange, is_ours, say_labels

KINDS = {
    "AlgorithmDialog": QgsProcessingGui.WidgetType.Standard,
    "BatchAlgorithmDialog": QgsProcessingGui.WidgetType.Batch,
}
IN_MODELER = "ModelerParametersDialog"


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
        say_labels(field, definition.options() if settings.get("labels") else (), settings.get("labels", ()))
        return field

    def __init__(
        self,
        definition: QgsProcessingParameterDefinition,
        dialog: Any,
        row: int = 0,
        column: int = 0,
        **settings: Any,
    ):
        kind = settings.pop("kind", KINDS.get(type(dialog).__name__, QgsProcessingGui.WidgetType.Standard))
        super().__init__(definition, kind, dialog)
        self.settings, self.definition, self._kind = settings, definition, kind
        self._address = sip.unwrapinstance(self)

    def wrapper(self) -> Any:
        """The field as QGIS has it.

        Where QGIS's own Python asked the registry for it, a second object of Python stands for the same field, and
        this one counts as deleted although its methods are still called.
        """
        if not sip.isdeleted(self):
            return self
        return sip.wrapinstance(self._address, QgsAbstractProcessingParameterWidgetWrapper)

    # The field is asked for each time: QGIS takes it over, and a reference kept from its making is void.

    def kept(self, field: QWidget) -> QWidget:
        """A field that was just made, held as long as its wrapper: batch mode of QGIS 3.40 fails hard without."""
        self._made = field
        return field

    def field(self) -> Any:
        """What the dialog shows."""
        return self.wrapper().wrappedWidget()

    def tell(self, *_: Any) -> None:
        """Say that the value has changed."""
        wrapper = self.wrapper()
        wrapper.widgetValueHasChanged.emit(wrapper)

    def postInitialize(self, wrappers: Iterable[Any]) -> None:
        """Lay out the dialog, once for all fields of our own."""
        rows = list(wrappers)
        ours = next((row.parameterDefinition().name() for row in rows if is_ours(row)), None)
        if ours == self.definition.name() and self._kind == QgsProcessingGui.WidgetType.Standard:
            arrange(rows)
