"""Every algorithm of the provider, in toolbox order."""

from .base import LandslideAlgorithm
from .modelenvironment import ModelEnvironment
from .terrainfactors import TerrainFactors

ALGORITHMS: tuple[type[LandslideAlgorithm], ...] = (
    TerrainFactors,
    ModelEnvironment,
)
