"""Which factors can be derived from a DEM: name, unit, kind and formula, one row each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Optional

import numpy as np

from ..errors import InputError
from ..factors import FactorSpec
from . import curvature, relief, wetness
from . import gradient as direction
from .window import Heights, Surface, Window


@dataclass(frozen=True)
class LocalTerrain:
    """A strip of terrain and what can be said of its cells.

    Attributes
    ----------
    heights_m : float array (rows, cols)
    window : Window
        Neighbours of these cells.
    area_m2 : float array (rows, cols), or None
        Upslope area, if a factor of the flow is wanted.
    slope_method : {"horn", "zevenbergen_thorne"}
    level_curvature : float
        Curvature (1/m) given to level cells, in which profile, plan and tangential curvature have
        no direction: NaN, or 0 to keep such cells in a model.
    """

    heights_m: Surface
    window: Window
    area_m2: Optional[Heights] = None
    slope_method: str = "horn"
    level_curvature: float = float("nan")

    @cached_property
    def gradient(self) -> tuple[Heights, Heights]:
        """Rise to the east and to the north, m/m."""
        return direction.gradient(self.window, self.slope_method)

    @cached_property
    def second_order(self) -> curvature.SecondOrder:
        """First and second derivatives."""
        return curvature.second_order(self.window)

    @cached_property
    def is_level(self) -> Heights:
        """1 where the gradient is too small for a slope direction, else 0."""
        d = self.second_order
        return np.asarray(d.p**2 + d.q**2 < curvature.LEVEL_GRADIENT**2, dtype=np.float64)

    @property
    def specific_area_m(self) -> Heights:
        """Upslope area per unit of contour length."""
        if self.area_m2 is None:
            raise InputError("A factor of the flow needs the upslope area, which was not computed")
        return wetness.specific_catchment_area_m(self.area_m2, self.window.dx, self.window.dy)

    def directed(self, curvature_1_m: Heights) -> Heights:
        """A curvature that needs a slope direction, with its value for level cells."""
        return np.where(self.is_level > 0.0, self.level_curvature, curvature_1_m)


@dataclass(frozen=True)
class TerrainFactor:
    """One row of the catalogue.

    Attributes
    ----------
    spec : FactorSpec
    formula : callable
        Values (rows, cols) of a strip of terrain.
    of_flow : bool
        True if it needs the upslope area.
    by_default : bool
        True if it is written when the user chooses nothing.
    """

    spec: FactorSpec
    formula: Callable[[LocalTerrain], Heights]
    of_flow: bool = False
    by_default: bool = True


def _wetness(t: LocalTerrain) -> Heights:
    return wetness.topographic_wetness_index(t.specific_area_m, *t.gradient)


def _stream_power(t: LocalTerrain) -> Heights:
    return wetness.stream_power_index_m(t.specific_area_m, *t.gradient)


def _area(t: LocalTerrain) -> Heights:
    return t.specific_area_m * float(np.sqrt(t.window.dx * t.window.dy))


_ROWS = (
    TerrainFactor(FactorSpec("elevation", unit="m"), lambda t: t.heights_m.astype(np.float64)),
    TerrainFactor(FactorSpec("slope", unit="deg"), lambda t: direction.slope_deg(*t.gradient)),
    TerrainFactor(
        FactorSpec("aspect", "circular", "deg"),
        lambda t: direction.aspect_deg(*t.gradient).astype(np.float64),
        by_default=False,
    ),
    TerrainFactor(FactorSpec("aspect_sin"), lambda t: direction.aspect_sin(*t.gradient)),
    TerrainFactor(FactorSpec("aspect_cos"), lambda t: direction.aspect_cos(*t.gradient)),
    TerrainFactor(
        FactorSpec("plan_curvature", unit="1/m"),
        lambda t: t.directed(curvature.plan_curvature(t.second_order)),
    ),
    TerrainFactor(
        FactorSpec("profile_curvature", unit="1/m"),
        lambda t: t.directed(curvature.profile_curvature(t.second_order)),
    ),
    TerrainFactor(
        FactorSpec("tangential_curvature", unit="1/m"),
        lambda t: t.directed(curvature.tangential_curvature(t.second_order)),
        by_default=False,
    ),
    TerrainFactor(
        FactorSpec("total_curvature", unit="1/m"),
        lambda t: curvature.total_curvature(t.second_order),
        by_default=False,
    ),
    TerrainFactor(FactorSpec("tri", unit="m"), lambda t: relief.terrain_ruggedness_m(t.window)),
    TerrainFactor(
        FactorSpec("tpi", unit="m"), lambda t: relief.topographic_position_m(t.window), by_default=False
    ),
    TerrainFactor(
        FactorSpec("roughness", unit="m"), lambda t: relief.roughness_m(t.window), by_default=False
    ),
    TerrainFactor(FactorSpec("flow_accumulation", unit="m2", transform="log10"), _area, of_flow=True),
    TerrainFactor(
        FactorSpec("catchment_area", unit="m", transform="log10"),
        lambda t: t.specific_area_m,
        of_flow=True,
        by_default=False,
    ),
    TerrainFactor(FactorSpec("twi"), _wetness, of_flow=True),
    TerrainFactor(
        FactorSpec("stream_power", unit="m", transform="log10"), _stream_power, of_flow=True, by_default=False
    ),
)

CATALOGUE: dict[str, TerrainFactor] = {row.spec.name: row for row in _ROWS}
"""Every terrain factor by name, in the order of the bands."""

DEFAULT_FACTORS: tuple[str, ...] = tuple(name for name, row in CATALOGUE.items() if row.by_default)
"""What is written when the user chooses nothing."""


def chosen(names: Sequence[str]) -> tuple[TerrainFactor, ...]:
    """Rows of the named factors in the order of the catalogue; raise ``InputError`` for unknown ones.

    >>> [row.spec.unit for row in chosen(["twi", "slope"])]
    ['deg', '']
    """
    unknown = [name for name in names if name not in CATALOGUE]
    if unknown:
        raise InputError(f"Terrain factor {', '.join(unknown)} is not known; allowed: {', '.join(CATALOGUE)}")
    return tuple(row for name, row in CATALOGUE.items() if name in names)
