"""Every algorithm of the provider, in toolbox order."""

from .base import LandslideAlgorithm
from .comparemaps import CompareMaps
from .comparemodels import CompareModels
from .factorofsafety import FactorOfSafety
from .failuredepth import FailureDepth
from .fieldchecks import FieldChecks
from .hazardcurve import HazardCurve
from .inputcheck import InputCheck
from .mapsusceptibility import MapSusceptibility
from .modelenvironment import ModelEnvironment
from .printlayout import PrintLayout
from .publicationfigure import PublicationFigure
from .sampledata import SampleData
from .soilprofile import BuildSoilProfile
from .susceptibilityreport import SusceptibilityReport
from .terrainfactors import TerrainFactors
from .trainensemble import TrainEnsemble
from .trainphysics import TrainPhysics
from .triggerscenarios import BuildTriggerScenarios
from .zonalresults import ZonalResults

ALGORITHMS: tuple[type[LandslideAlgorithm], ...] = (
    SampleData,
    InputCheck,
    TerrainFactors,
    BuildSoilProfile,
    BuildTriggerScenarios,
    FactorOfSafety,
    ModelEnvironment,
    TrainEnsemble,
    TrainPhysics,
    CompareModels,
    MapSusceptibility,
    HazardCurve,
    CompareMaps,
    ZonalResults,
    FieldChecks,
    FailureDepth,
    SusceptibilityReport,
    PublicationFigure,
    PrintLayout,
)
