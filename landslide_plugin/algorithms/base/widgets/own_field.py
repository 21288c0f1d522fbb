"""A field of our own in a dialog of QGIS, which also lays out the other rows of its dialog.

Named in a parameter's metadata and imported by QGIS only when it opens a dialog; where QGIS asks its registry
instead, made by our factories.
"""

from collections.abc import Iterable
from typing import Any

from qgis.core import QgsProcessingParameterDefinition
from qgis.gui import QgsAbstractProcessingParameterWidgetWrapper, QgsGui, QgsProcessingGui

from .rows import arrange

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
        self.settings = settings

    def postInitialize(self, wrappers: Iterable[Any]) -> None:
        """Lay out the dialog, once for all fields of our own."""
        rows = list(wrappers)
        super().postInitialize(rows)
        ours = next((wrapper for wrapper in rows if isinstance(wrapper, OwnField)), None)
        if ours is self and self.type() == QgsProcessingGui.WidgetType.Standard:
            arrange(rows)
