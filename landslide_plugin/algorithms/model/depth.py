"""Parameters on the soil profile, the triggers and target probabilities."""

from typing import Any

from qgis.core import (
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
)

from ..base import inputs
from ..base.algorithm import LandslideAlgorithm
from ..base.given import Given


def declare(algorithm: LandslideAlgorithm, advanced: bool = False) -> None:
    """Soil profile and scenarios, perhaps folded away as targets and the reference scenario are."""
    inputs.profile(
        algorithm,
        "Soil profile stack (properties by layer); without it attention over depth has nothing to see.",
        advanced,
    )
    inputs.scenarios(
        algorithm,
        "Table with return_period_yr and trigger columns; without it there is one map, Susceptibility. A cell may "
        "name a raster instead of a number, such as the rain of a storm: each sample then learns from its own.",
        advanced,
    )
    algorithm.add(
        QgsProcessingParameterRasterLayer("TARGETS", "Target probability raster", optional=True),
        "Probability per scenario (bands named T10, T25, ...) to learn instead of the inventory's labels.",
        advanced=True,
    )
    algorithm.add(
        QgsProcessingParameterNumber(
            "REFERENCE_SCENARIO",
            "Reference scenario (return period, years)",
            QgsProcessingParameterNumber.Type.Double,
            optional=True,
            minValue=1.0,
        ),
        "Scenario that carries classes, spread, agreement and scores; left empty, T50 or else the middle one.",
        advanced=True,
    )


def asked(given: Given) -> dict[str, Any]:
    """These parameters, by the names of a training request."""
    return {
        "profile": given.raster("PROFILE"),
        "scenarios": given.table("SCENARIOS") or None,
        "targets": given.raster("TARGETS"),
        "reference_period_yr": given.number("REFERENCE_SCENARIO"),
    }
