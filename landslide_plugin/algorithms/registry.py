"""Every algorithm of the provider, in toolbox order."""

from .base import LandslideAlgorithm
from .factorofsafety import FactorOfSafety
from .mapsusceptibility import MapSusceptibility
from .modelenvironment import ModelEnvironment
from .sampledata import SampleData
from .susceptibilityreport import SusceptibilityReport
from .terrainfactors import TerrainFactors
from .trainensemble import TrainEnsemble
from .trainphysics import TrainPhysics
from .triggerscenarios import BuildTriggerScenarios

ALGORITHMS: tuple[type[LandslideAlgorithm], ...] = (
    TerrainFactors,
    BuildTriggerScenarios,
    FactorOfSafety,
    TrainEnsemble,
    TrainPhysics,
    MapSusceptibility,
    SusceptibilityReport,
    ModelEnvironment,
    SampleData,
)
