"""The Processing provider: which algorithms there are and where the shipped models lie."""

from typing import Any

from qgis.core import QgsApplication, QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .algorithms.base.algorithm import plugin_icon
from .algorithms.base.worker import new_keeper


class LandslideProvider(QgsProcessingProvider):
    """Provider ``landslide``."""

    keeper: Any = None
    """Keeps a modelling process for the next run, in the desktop."""

    def keep_processes(self) -> None:
        """From now on keep the modelling process after a run, if the settings say so."""
        application = QgsApplication.instance()
        if self.keeper is None and application is not None:
            self.keeper = new_keeper()
            application.aboutToQuit.connect(self.end_processes)

    def end_processes(self) -> None:
        """End the modelling process that was kept, and keep none any more."""
        application = QgsApplication.instance()
        if self.keeper is not None and application is not None:
            application.aboutToQuit.disconnect(self.end_processes)
            self.keeper.close()
            self.keeper = None

    def id(self) -> str:
        """First part of the ids of all algorithms."""
        return "landslide"

    def name(self) -> str:
        """What the toolbox calls the provider."""
        return "Landslide Susceptibility"

    def longName(self) -> str:
        """The same: there is no longer name."""
        return "Landslide Susceptibility"

    def icon(self) -> QIcon:
        """The icon of the plugin."""
        return plugin_icon()

    def supportedOutputRasterLayerExtensions(self) -> list[str]:
        """Rasters are GeoTIFFs, whatever QGIS is set to."""
        return ["tif"]

    def defaultRasterFileExtension(self) -> str:
        """Ending of a temporary raster."""
        return "tif"

    def defaultVectorFileExtension(self, hasGeometry: bool = True) -> str:  # noqa: ARG002
        """Ending of a temporary layer of features: of the only format that all outputs can be."""
        return "gpkg"

    def loadAlgorithms(self) -> None:
        """Add all algorithms, then the chains of shipped models whose steps are known."""
        from .algorithms.base.chain import MODELS, read_chain
        from .algorithms.registry import ALGORITHMS

        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
        if QgsApplication.processingRegistry().providerById(self.id()) is None:
            return  # a chain learns its outputs from its steps, which are found only once the provider is known
        for path in sorted(MODELS.glob("*.model3")):
            chain = read_chain(path)
            if chain is not None:
                self.addAlgorithm(chain)
