"""Ready-made chains in the model designer: from the menu, and by a right click in the toolbox."""

from functools import partial
from typing import Any

from qgis.core import QgsApplication
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QMenu, QWidget

from ..algorithms.base.algorithm import ICONS
from ..algorithms.base.chain import GROUP, Chain, editable_copy
from ..algorithms.base.translation import tr
from .words import EDIT_COPY, MENU_CHAINS

PROVIDER, MODELS_OF_THE_USER = "landslide", "model"


def chains() -> list[Chain]:
    """The ready-made chains that this QGIS can read, by their names for people."""
    provider = QgsApplication.processingRegistry().providerById(PROVIDER)
    found = [each for each in provider.algorithms() if isinstance(each, Chain)] if provider else []
    return sorted(found, key=Chain.displayName)


def edit_copy(chain: Chain) -> None:
    """Open a copy of a chain in the designer; saved, it is one of the user's own models."""
    from processing.modeler.ModelerDialog import ModelerDialog  # type: ignore[import-not-found]

    designer = ModelerDialog.create(editable_copy(chain))
    designer.update_model.connect(_refresh)
    designer.show()
    designer.activate()


def _refresh() -> None:
    provider: Any = QgsApplication.processingRegistry().providerById(MODELS_OF_THE_USER)
    if provider is not None:
        provider.refreshAlgorithms()


class ChainActions:
    """What leads from menu and toolbox to the designer, and is taken away again.

    Attributes
    ----------
    in_menu : QAction
        Of a menu with a line for each chain.
    """

    def __init__(self, parent: QWidget):
        self._menu = QMenu(tr(MENU_CHAINS), parent)
        self._menu.setIcon(QIcon(str(ICONS / f"{GROUP}.svg")))
        self._menu.aboutToShow.connect(self._fill)
        self.in_menu: Any = self._menu.menuAction()
        self._fill()
        self._in_toolbox = _toolbox_actions()

    def _fill(self) -> None:
        self._menu.clear()
        for chain in chains():
            action: Any = self._menu.addAction(chain.displayName())
            action.triggered.connect(partial(_press, chain.name()))

    def remove(self) -> None:
        """Take both away."""
        from processing.gui.ProviderActions import ProviderContextMenuActions  # type: ignore[import-not-found]

        ProviderContextMenuActions.deregisterProviderContextMenuActions(self._in_toolbox)
        self._menu.deleteLater()


def _press(name: str, _: bool = False) -> None:
    """Open a chain by its name, since those of the provider are made anew whenever it is refreshed."""
    found = next((chain for chain in chains() if chain.name() == name), None)
    if found is not None:
        edit_copy(found)


def _toolbox_actions() -> list[Any]:
    """The entry of the toolbox's context menu, which QGIS offers for its own models only."""
    from processing.gui.ContextAction import ContextAction  # type: ignore[import-not-found]
    from processing.gui.ProviderActions import ProviderContextMenuActions

    class EditCopy(ContextAction):  # type: ignore[misc]
        """Shown on a ready-made chain alone."""

        def __init__(self) -> None:
            super().__init__()
            self.name = tr(EDIT_COPY)

        def isEnabled(self) -> bool:
            return isinstance(self.itemData, Chain)

        def execute(self) -> None:
            _press(self.itemData.name())

    actions = [EditCopy()]
    ProviderContextMenuActions.registerProviderContextMenuActions(actions)
    return actions
