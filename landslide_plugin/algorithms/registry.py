"""Every algorithm of the provider, in toolbox order."""

from .base import LandslideAlgorithm
from .factorofsafety import FactorOfSafety
from .modelenvironment import ModelEnvironment
from .sampledata import SampleData
from .susceptibilityreport import SusceptibilityReport
from .terrainfactors import TerrainFactors

ALGORITHMS: tuple[type[LandslideAlgorithm], ...] = (
    TerrainFactors,
    FactorOfSafety,
    SusceptibilityReport,
    ModelEnvironment,
    SampleData,
)
