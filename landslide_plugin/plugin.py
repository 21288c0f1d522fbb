"""The object QGIS holds while the plugin is loaded."""

from qgis.core import QgsApplication

from .provider import LandslideProvider


class LandslidePlugin:
    """Registers the Processing provider; works with and without a GUI."""

    def __init__(self, iface=None):
        self.iface = iface
        self.provider = None

    def initProcessing(self):
        if self.provider is None:
            self.provider = LandslideProvider()
            QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self):
        self.initProcessing()

    def unload(self):
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
