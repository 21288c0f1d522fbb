"""Every algorithm of the provider, in toolbox order."""

from .base import LandslideAlgorithm

ALGORITHMS: tuple[type[LandslideAlgorithm], ...] = ()
