"""The object QGIS holds while the plugin is loaded."""

from typing import Any, Optional

from qgis.core import QgsApplication

from .provider import LandslideProvider


class LandslidePlugin:
    """Registers the Processing provider; works with and without a GUI."""

    def __init__(self, iface: Any = None) -> None:
        self.iface = iface
        self.provider: Optional[LandslideProvider] = None

    def initProcessing(self) -> None:
        if self.provider is None:
            self.provider = LandslideProvider()
            QgsApplication.processingRegistry().addProvider(self.provider)
            # Chains come in the second round: they learn their outputs from steps that are known by then.
            self.provider.refreshAlgorithms()

    def initGui(self) -> None:
        self.initProcessing()

    def unload(self) -> None:
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
