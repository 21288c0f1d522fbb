"""Our fields in QGIS's registry of fields: how QGIS finds them from 3.40 on, and alone finds them from 4.2 on."""

from typing import Any

from qgis.gui import QgsGui, QgsProcessingGui, QgsProcessingParameterWidgetFactoryInterface
from qgis.PyQt import sip  # type: ignore[attr-defined]

from ..choices import SEVERAL_TYPE, SMALL_TYPE, TICK_TYPE, TYPE
from ..inputs import BUNDLE_TYPE, TEXT_TYPE
from .bundle_widget import BundleWidget
from .choice_widget import ChoiceWidget
from .own_field import OwnField
from .several_widget import SeveralWidget
from .small_number_widget import SmallNumberWidget
from .text_widget import TextWidget
from .tick_widget import TickWidget

FIELDS = {
    TYPE: ChoiceWidget,
    SEVERAL_TYPE: SeveralWidget,
    TICK_TYPE: TickWidget,
    BUNDLE_TYPE: BundleWidget,
    TEXT_TYPE: TextWidget,
    SMALL_TYPE: SmallNumberWidget,
}

OF_QGIS = ("decimals",)
"""What QGIS's own field reads too."""


class FieldFactory(QgsProcessingParameterWidgetFactoryInterface):
    """Makes the fields of one kind; keeps them, since QGIS holds them without Python's knowing."""

    def __init__(self, kind: str, field: type[OwnField]):
        super().__init__()
        self._kind, self._field = kind, field
        self._made: list[Any] = []

    def parameterType(self) -> str:
        """What the metadata of a parameter call the field."""
        return self._kind

    def createWidgetWrapper(self, parameter: Any, kind: Any) -> Any:
        """A field for a parameter; in the modeler QGIS's own, which also takes results of other steps."""
        self._made = [one for one in self._made if not sip.isdeleted(one[0])]
        if kind == QgsProcessingGui.WidgetType.Modeler:
            plain: Any = parameter.clone()
            told = parameter.metadata().get("widget_wrapper") or {}
            kept = {key: told[key] for key in OF_QGIS if key in told}
            plain.setMetadata({"widget_wrapper": kept} if kept else {})
            made: Any = QgsGui.processingGuiRegistry().createParameterWidgetWrapper(plain, kind)
            self._made.append((made, plain))
            return made
        told = parameter.metadata().get("widget_wrapper") or {}
        settings = {key: value for key, value in told.items() if key not in ("class", "widget_type")}
        made = self._field(parameter, None, kind=kind, **settings)
        self._made.append((made, None))
        return made


class Factories:
    """The factories of all our fields while the plugin is loaded."""

    def __init__(self) -> None:
        self._factories = [FieldFactory(kind, field) for kind, field in FIELDS.items()]
        registry: Any = QgsGui.processingGuiRegistry()
        for factory in self._factories:
            registry.addParameterWidgetFactory(factory)

    def remove(self) -> None:
        """Take them out of the registry, which deletes them."""
        registry: Any = QgsGui.processingGuiRegistry()
        for factory in self._factories:
            registry.removeParameterWidgetFactory(factory)
        self._factories = []
