"""Terrain factors: derivatives, flow and distance as functions of arrays."""

from .catalogue import CATALOGUE, DEFAULT_FACTORS, TerrainFactor
from .derive import terrain_factors
from .settings import TerrainSettings

__all__ = ["CATALOGUE", "DEFAULT_FACTORS", "TerrainFactor", "TerrainSettings", "terrain_factors"]
