"""Parameters on the soil profile, the triggers and target probabilities, and the rasters they open."""

from contextlib import ExitStack
from typing import Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
)

from ...core.io.factors import FactorSources
from ...core.io.raster import RasterSource, require_on_grid
from ...core.types.scenarios import TriggerScenarios
from ...core.workflows.training import gather as data
from ..base.algorithm import LandslideAlgorithm
from ..base.scenario_table import SCENARIO_FILTER
from .inventory import names_in


def declare(algorithm: LandslideAlgorithm) -> None:
    """Soil profile and scenarios; targets and the reference scenario folded away."""
    raster = QgsProcessingParameterRasterLayer
    algorithm.add(
        raster("PROFILE", "Soil profile raster", None, True),
        "Soil profile stack (properties by layer); without it attention over depth has nothing to see.",
    )
    algorithm.add(
        QgsProcessingParameterFile(
            "SCENARIOS", "Trigger scenarios (CSV)", optional=True, fileFilter=SCENARIO_FILTER
        ),
        "Table with return_period_yr and trigger columns; without it there is one map, Susceptibility. A cell may "
        "name a raster instead of a number, such as the rain of a storm: each sample then learns from its own.",
    )
    algorithm.add(
        raster("TARGETS", "Target probability raster", None, True),
        "Probability per scenario (bands named T10, T25, ...) to learn instead of the inventory's labels.",
        advanced=True,
    )
    algorithm.add(
        QgsProcessingParameterNumber(
            "REFERENCE_SCENARIO",
            "Reference scenario (return period, years)",
            QgsProcessingParameterNumber.Type.Double,
            None,
            True,
            1.0,
        ),
        "Scenario that carries classes, spread, agreement and scores; left empty, T50 or else the middle one.",
        advanced=True,
    )


def open_sources(
    algorithm: LandslideAlgorithm,
    parameters: dict,
    context: QgsProcessingContext,
    scenarios: Optional[TriggerScenarios],
    stack: ExitStack,
) -> data.TrainingSources:
    """Open factors, soil profile and targets; ``stack`` closes them."""
    categorical = names_in(algorithm.parameterAsString(parameters, "CATEGORICAL", context))
    paths = algorithm.raster_paths(parameters, "FACTORS", context)
    factors = stack.enter_context(FactorSources(paths, categorical))
    path = algorithm.raster_path(parameters, "PROFILE", context)
    profile = stack.enter_context(RasterSource(path, factors.grid)) if path else None
    if profile is not None:
        require_on_grid(factors.grid, profile)
    path = algorithm.raster_path(parameters, "TARGETS", context)
    targets = None
    if path:
        targets = stack.enter_context(data.ScenarioRaster.open(path, scenarios, factors.grid))
    return data.TrainingSources(factors, profile, targets)
