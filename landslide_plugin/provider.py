"""The Processing provider: which algorithms there are and where the shipped models lie."""

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .algorithms.base import plugin_icon


class LandslideProvider(QgsProcessingProvider):
    """Provider ``landslide``."""

    def id(self) -> str:
        return "landslide"

    def name(self) -> str:
        return "Landslide Susceptibility"

    def longName(self) -> str:
        return "Landslide Susceptibility"

    def icon(self) -> QIcon:
        return plugin_icon()

    def loadAlgorithms(self) -> None:
        from .algorithms.registry import ALGORITHMS

        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
