"""Strength and weight that a run takes from rasters in place of numbers and tables."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Optional

import numpy as np

from ...errors import InputError
from ...io.raster import RasterSource
from ...stability.edges import Edges
from ...stability.guards import check_added, check_extremes
from ...stability.roots import Roots
from ...types.profile import DepthProfile
from .root_table import RootTable

STRENGTH_RASTERS = {"cohesion": "cohesion_kpa", "friction": "friction_deg"}


@dataclass(frozen=True)
class GroundRasters:
    """Open rasters on the grid of the run, where the user gave any.

    Attributes
    ----------
    cohesion : RasterSource, optional
        Effective cohesion of all layers, kPa.
    friction : RasterSource, optional
        Effective friction angle of all layers, degrees.
    surcharge, root_cohesion : RasterSource, optional
        kPa.
    land_cover : RasterSource, optional
        Codes that ``root_table`` knows, in band ``cover_band``.
    root_table : RootTable, optional
    edges : Edges, optional
        Plan of a finite slide, the same everywhere.
    """

    cohesion: Optional[RasterSource] = None
    friction: Optional[RasterSource] = None
    surcharge: Optional[RasterSource] = None
    root_cohesion: Optional[RasterSource] = None
    land_cover: Optional[RasterSource] = None
    cover_band: int = 0
    root_table: Optional[RootTable] = None
    edges: Optional[Edges] = None

    def check(self) -> None:
        """Raise ``InputError`` naming the raster whose values cannot be in its unit, all of it looked at."""
        for field, name in STRENGTH_RASTERS.items():
            source = getattr(self, field)
            if source is not None:
                check_extremes(name, *extremes(source), source.name)
        for name in ("surcharge", "root_cohesion"):
            source = getattr(self, name)
            if source is not None:
                check_added(f"{name}_kpa", *extremes(source), source.name)

    def profile(self, profile: DepthProfile, first_row: int, rows: int) -> DepthProfile:
        """The soil with cohesion and friction of the rasters in every layer."""
        for field, name in STRENGTH_RASTERS.items():
            source = getattr(self, field)
            if source is None:
                continue
            if name not in profile.properties:
                raise InputError(
                    f"{source.name} gives {name}, but the soil has no {name}; use a complete soil"
                )
            values = np.array(profile.values, np.float32)
            values[:, profile.properties.index(name)] = source.read(0, first_row, rows)
            profile = replace(profile, values=values)
        return profile

    def surcharge_kpa(self, number: float, first_row: int, rows: int) -> Any:
        """Surcharge (cells,), or the number."""
        return number if self.surcharge is None else self.surcharge.read(0, first_row, rows).ravel()

    def roots(self, given: Optional[Roots], depth_m: float, first_row: int, rows: int) -> Optional[Roots]:
        """Roots from the raster, the land cover, or as given."""
        if self.root_cohesion is not None:
            return Roots(self.root_cohesion.read(0, first_row, rows).ravel(), depth_m)
        if self.land_cover is not None and self.root_table is not None:
            return Roots(
                self.root_table.of(self.land_cover.read(self.cover_band, first_row, rows)).ravel(), depth_m
            )
        return given


def extremes(source: RasterSource) -> tuple[float, float]:
    """Smallest and largest value of band 1 of a raster; NaN where it has none."""
    low, high = np.inf, -np.inf
    for strip in source.grid.strips(256):
        values = source.read(0, strip.start, strip.rows)
        values = values[np.isfinite(values)]
        if values.size:
            low, high = min(low, float(values.min())), max(high, float(values.max()))
    if low > high:
        raise InputError(f"{source.name} has no data anywhere; give a raster with values, or leave it out")
    return low, high
