"""The menu Raster > Landslide Susceptibility, and the guide it shows."""

from typing import Any, Callable

from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QIcon
from qgis.PyQt.QtWidgets import QMenu

from ..algorithms.base.algorithm import ICONS, plugin_icon
from ..algorithms.base.metadata import documentation
from ..algorithms.base.translation import tr
from ..algorithms.base.widgets.factories import Factories
from .chains import ChainActions
from .guide import GuideDock
from .known_layers import filled, found_in
from .steps import STEPS
from .words import MENU_ENVIRONMENT, MENU_SAMPLES, MENU_STUDY, MENU_TUTORIAL

MENU = "Landslide Susceptibility"
TUTORIAL = "tutorial_real_area"


class Desktop:
    """What the plugin adds to the desktop, and takes away again."""

    def __init__(self, iface: Any):
        self._iface = iface
        self._factories = Factories()
        self._dock = GuideDock(self.open_dialog, iface.mainWindow())
        self._dock.hide()
        iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._dock)
        self._dock.hide()
        self._owner = QMenu(
            iface.mainWindow()
        )  # makes the actions, whose class Qt 6 keeps elsewhere; never shown
        self._chains = ChainActions(iface.mainWindow())
        self._actions = [
            self._action(MENU_STUDY, "start", self.open_study),
            self._guide_action(),
            self._action(MENU_TUTORIAL, "", self.open_tutorial),
            self._action(MENU_SAMPLES, "sample", lambda: self.open_dialog("sampledata", {})),
            self._chains.in_menu,
            self._action(MENU_ENVIRONMENT, "model", lambda: self.open_dialog("modelenvironment", {})),
        ]
        for action in self._actions:
            iface.addPluginToRasterMenu(MENU, action)

    def _action(self, text: str, icon: str, done: Callable[[], None]) -> Any:
        picture = QIcon(str(ICONS / f"{icon}.svg")) if icon else plugin_icon()
        action: Any = self._owner.addAction(picture, tr(text))
        action.triggered.connect(lambda *_: done())
        return action

    def _guide_action(self) -> Any:
        action: Any = self._dock.toggleViewAction()
        action.setIcon(plugin_icon())
        return action

    def open_study(self) -> None:
        """The dialog of the entrance, filled from the layers there."""
        step = next(step for step in STEPS if step.key == "study")
        self.open_dialog(step.algorithm, filled(step.fills, found_in(QgsProject.instance())))

    def open_dialog(self, algorithm: str, parameters: dict[str, Any]) -> None:
        """Show the dialog of an algorithm of this plugin."""
        import processing  # type: ignore[import-not-found]

        dialog = processing.createAlgorithmDialog(f"landslide:{algorithm}", parameters)
        if dialog is not None:
            dialog.show()

    def open_tutorial(self) -> None:
        """Show the first tutorial in the browser, from the plugin's own pages where they came with it."""
        QDesktopServices.openUrl(QUrl(documentation(TUTORIAL)))

    def remove(self) -> None:
        """Take menu, guide and fields of dialogs away."""
        self._factories.remove()
        for action in self._actions:
            self._iface.removePluginRasterMenu(MENU, action)
        self._chains.remove()
        self._owner.deleteLater()
        self._dock.disconnect_project()
        self._iface.removeDockWidget(self._dock)
        self._dock.setParent(None)  # type: ignore[call-overload]
        self._dock.deleteLater()
        self._actions = []
