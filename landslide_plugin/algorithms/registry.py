"""Every algorithm of the provider, in toolbox order."""

from .base import LandslideAlgorithm
from .modelenvironment import ModelEnvironment

ALGORITHMS: tuple[type[LandslideAlgorithm], ...] = (ModelEnvironment,)
