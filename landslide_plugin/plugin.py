"""The object QGIS holds while the plugin is loaded."""

from typing import Any, Optional

from qgis.core import QgsApplication

from .provider import LandslideProvider


class LandslidePlugin:
    """Registers the Processing provider; works with and without a GUI."""

    def __init__(self, iface: Any = None) -> None:
        self.iface = iface
        self.provider: Optional[LandslideProvider] = None
        self.desktop: Any = None

    def initProcessing(self) -> None:
        """Register the provider, once; called by QGIS with and without a GUI."""
        if self.provider is None:
            self.provider = LandslideProvider()
            QgsApplication.processingRegistry().addProvider(self.provider)
            # Chains come in the second round: they learn their outputs from steps that are known by then.
            self.provider.refreshAlgorithms()

    def initGui(self) -> None:
        """Register the provider, add menu and guide; called by the desktop."""
        self.initProcessing()
        if self.iface is not None and self.desktop is None:
            from .desktop.menu import Desktop

            self.desktop = Desktop(self.iface)
            if self.provider is not None:
                self.provider.keep_processes()

    def unload(self) -> None:
        """Take the menu away and the provider out of the registry again."""
        if self.desktop is not None:
            self.desktop.remove()
            self.desktop = None
        if self.provider is not None:
            self.provider.end_processes()
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
