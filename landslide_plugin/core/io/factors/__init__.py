"""Factors in raster files: what kind each band is, and reading them all by rows."""

from .kinds import FactorKinds as FactorKinds
from .sources import FactorSources as FactorSources
