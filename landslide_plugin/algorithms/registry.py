"""Every algorithm of the provider, in toolbox order."""

from .base.algorithm import LandslideAlgorithm
from .map.classify_map import ClassifyMap
from .map.compare_maps import CompareMaps
from .map.curves import HazardCurve
from .map.events.map_event import MapEvent
from .map.expert_overlay import ExpertOverlay
from .map.exposure import ExposureToLandslides
from .map.failure_depth import FailureDepth
from .map.field_checks import FieldChecks
from .map.map_susceptibility import MapSusceptibility
from .map.map_units import MapUnits
from .map.validate_map import ValidateMap
from .map.zonal_results import ZonalResults
from .model.compare_models import CompareModels
from .model.events.train_events import TrainEvents
from .model.factor_selection import FactorSelection
from .model.inventory_stress import InventoryStress
from .model.response_curves import ResponseCurves
from .model.set_up_environment import ModelEnvironment
from .model.train_bivariate import TrainBivariate
from .model.train_ensemble import TrainEnsemble
from .model.train_physics import TrainPhysics
from .model.train_units import TrainUnits
from .prepare.check_inputs import InputCheck
from .prepare.rain_series import BuildRainSeries
from .prepare.rain_thresholds import RainThresholds
from .prepare.slope_units import SlopeUnits
from .prepare.soil_depth import EstimateSoilDepth
from .prepare.soil_profile import BuildSoilProfile
from .prepare.terrain_factors import TerrainFactors
from .prepare.trigger_scenarios import BuildTriggerScenarios
from .prepare.unit_factors import UnitFactors
from .prepare.what_if_rain import WhatIfRain
from .report.hand_over_study import HandOverStudy
from .report.map_sheet import PrintLayout
from .report.publication_figure import PublicationFigure
from .report.susceptibility_report import SusceptibilityReport
from .sample.create_sample_area import SampleData
from .stability.calibrate import CalibrateStability
from .stability.factor_of_safety import FactorOfSafety
from .start.susceptibility_study import SusceptibilityStudy

ALGORITHMS: tuple[type[LandslideAlgorithm], ...] = (
    SusceptibilityStudy,
    SampleData,
    InputCheck,
    TerrainFactors,
    SlopeUnits,
    UnitFactors,
    BuildSoilProfile,
    EstimateSoilDepth,
    BuildTriggerScenarios,
    BuildRainSeries,
    RainThresholds,
    WhatIfRain,
    FactorOfSafety,
    CalibrateStability,
    ModelEnvironment,
    TrainEnsemble,
    TrainBivariate,
    TrainPhysics,
    TrainUnits,
    TrainEvents,
    CompareModels,
    FactorSelection,
    ResponseCurves,
    InventoryStress,
    MapSusceptibility,
    MapUnits,
    MapEvent,
    HazardCurve,
    CompareMaps,
    ValidateMap,
    ClassifyMap,
    ExpertOverlay,
    ZonalResults,
    ExposureToLandslides,
    FieldChecks,
    FailureDepth,
    SusceptibilityReport,
    PublicationFigure,
    PrintLayout,
    HandOverStudy,
)
