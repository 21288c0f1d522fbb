"""Which factors can be derived from a DEM: name, unit, kind and formula, one row each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Optional

import numpy as np
import numpy.typing as npt

from ..errors import InputError
from ..types.arrays import Heights, Surface, Values
from ..types.factors import FactorSpec
from ..types.grid import Strip
from ..types.ground import Ground
from . import curvature, position, relief
from . import gradient as direction
from .neighbours import Neighbours, neighbours_of
from .settings import TerrainSettings
from .water import wetness


@dataclass(frozen=True)
class Upslope:
    """What is known of a whole DEM about the water above and below each cell.

    Attributes
    ----------
    area_m2 : float64 array (rows, cols)
    is_cut : bool array (rows, cols)
        The edge of the DEM cuts the catchment.
    above_stream_m, to_stream_m : float array (rows, cols), or None
        Height above and distance to the nearest stream, if asked for.
    """

    area_m2: Heights
    is_cut: npt.NDArray[np.bool_]
    above_stream_m: Optional[Values] = None
    to_stream_m: Optional[Values] = None


@dataclass(frozen=True)
class LocalTerrain:
    """A strip of a DEM and what can be said of its cells.

    Attributes
    ----------
    heights_m : float32 array (all rows, cols)
        The whole DEM; the strip and a few rows around it are used.
    ground : Ground
        Of the whole DEM.
    strip : Strip
    upslope : Upslope, or None
        Of the whole DEM, if a factor of the flow is wanted.
    settings : TerrainSettings
    """

    heights_m: Surface
    ground: Ground
    strip: Strip
    upslope: Optional[Upslope]
    settings: TerrainSettings

    @property
    def rows(self) -> slice:
        """The strip's rows of the whole DEM."""
        return slice(self.strip.start, self.strip.stop)

    @property
    def own_heights_m(self) -> Heights:
        """Heights of the strip's own cells."""
        return self.heights_m[self.rows].astype(np.float64)

    def padded(self, reach: int) -> Surface:
        """The strip with ``reach`` rows and columns around; NaN beyond the DEM."""
        first, last = self.strip.start - reach, self.strip.stop + reach
        inner = self.heights_m[max(first, 0) : last]
        above = max(-first, 0)
        below = last - first - above - len(inner)
        return np.pad(inner, ((above, below), (reach, reach)), constant_values=np.nan)

    def cell_sizes(self, reach: int = 0) -> tuple[Heights, Heights]:
        """Cell width and height (rows + 2 reach, 1) in m; beyond the DEM those of its last row."""
        rows = np.arange(self.strip.start - reach, self.strip.stop + reach)
        rows = np.clip(rows, 0, len(self.ground.dx) - 1)
        return self.ground.dx[rows], self.ground.dy[rows]

    @cached_property
    def neighbours(self) -> Neighbours:
        """Neighbours of the strip's cells."""
        return neighbours_of(self.padded(1), *self.cell_sizes())

    @cached_property
    def gradient(self) -> tuple[Heights, Heights]:
        """Rise to the east and to the north, m/m."""
        return direction.gradient(self.neighbours, self.settings.slope_method)

    @cached_property
    def second_order(self) -> curvature.SecondOrder:
        """First and second derivatives."""
        return curvature.second_order(self.neighbours)

    @cached_property
    def is_level(self) -> Heights:
        """1 where the gradient is too small for a slope direction, else 0."""
        d = self.second_order
        return np.asarray(d.p**2 + d.q**2 < curvature.LEVEL_GRADIENT**2, dtype=np.float64)

    @property
    def water(self) -> Upslope:
        """What is known of the flow; raise ``InputError`` if it was not computed."""
        if self.upslope is None:
            raise InputError("A factor of the flow needs the upslope area, which was not computed")
        return self.upslope

    @property
    def area_m2(self) -> Heights:
        """Upslope area."""
        return np.asarray(self.water.area_m2[self.rows])

    @property
    def specific_area_m(self) -> Heights:
        """Upslope area per unit of contour length."""
        return wetness.specific_catchment_area_m(self.area_m2, *self.cell_sizes())

    def directed(self, curvature_1_m: Heights) -> Heights:
        """A curvature that needs a slope direction, with its value for level cells."""
        return np.where(self.is_level > 0.0, self.settings.level_curvature, curvature_1_m)

    def of_whole(self, values: Optional[Values]) -> Heights:
        """The strip's rows of something computed for the whole DEM."""
        if values is None:
            raise InputError("A factor of the streams was asked for, but no streams were looked for")
        return np.asarray(values[self.rows], dtype=np.float64)


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
    of_streams : bool
        True if it needs the streams.
    by_default : bool
        True if it is written when the user chooses nothing.
    """

    spec: FactorSpec
    formula: Callable[[LocalTerrain], Heights]
    of_flow: bool = False
    by_default: bool = True
    of_streams: bool = False


def _wetness(t: LocalTerrain) -> Heights:
    return wetness.topographic_wetness_index(t.specific_area_m, *t.gradient)


def _stream_power(t: LocalTerrain) -> Heights:
    return wetness.stream_power_index_m(t.specific_area_m, *t.gradient)


def _sediment_transport(t: LocalTerrain) -> Heights:
    exponents = t.settings.area_exponent, t.settings.slope_exponent
    return wetness.sediment_transport_index(t.specific_area_m, *t.gradient, *exponents)


def _position(t: LocalTerrain) -> Heights:
    reach = t.settings.position_radius_cells
    if reach == 1:
        return relief.topographic_position_m(t.neighbours)
    return position.position_in_square_m(t.padded(reach), reach, *t.gradient, *t.cell_sizes())


def _ruggedness(t: LocalTerrain) -> Heights:
    return position.vector_ruggedness(t.padded(2), t.settings.slope_method, *t.cell_sizes(1))


def _stream(t: LocalTerrain) -> Heights:
    stream = (t.area_m2 >= t.settings.stream_area_km2 * 1e6).astype(np.float64)
    return np.where(np.isfinite(t.area_m2), stream, np.nan)


def _cut(t: LocalTerrain) -> Heights:
    cut = t.water.is_cut[t.rows].astype(np.float64)
    return np.where(np.isfinite(t.own_heights_m), cut, np.nan)


_ROWS = (
    TerrainFactor(FactorSpec("elevation", unit="m"), lambda t: t.own_heights_m),
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
        by_default=False,
    ),
    TerrainFactor(
        FactorSpec("profile_curvature", unit="1/m"),
        lambda t: t.directed(curvature.profile_curvature(t.second_order)),
    ),
    TerrainFactor(
        FactorSpec("tangential_curvature", unit="1/m"),
        lambda t: t.directed(curvature.tangential_curvature(t.second_order)),
    ),
    TerrainFactor(
        FactorSpec("total_curvature", unit="1/m"),
        lambda t: curvature.total_curvature(t.second_order),
        by_default=False,
    ),
    TerrainFactor(
        FactorSpec("tri", unit="m"), lambda t: relief.terrain_ruggedness_m(t.neighbours), by_default=False
    ),
    TerrainFactor(FactorSpec("tpi", unit="m"), _position, by_default=False),
    TerrainFactor(
        FactorSpec("roughness", unit="m"), lambda t: relief.roughness_m(t.neighbours), by_default=False
    ),
    TerrainFactor(FactorSpec("vrm"), _ruggedness, by_default=False),
    TerrainFactor(
        FactorSpec("flow_accumulation", unit="m2", transform="log10"),
        lambda t: t.area_m2,
        of_flow=True,
        by_default=False,
    ),
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
    TerrainFactor(
        FactorSpec("sediment_transport", transform="log1p"),
        _sediment_transport,
        of_flow=True,
        by_default=False,
    ),
    TerrainFactor(
        FactorSpec("streams", "categorical", categories={0: "no stream", 1: "stream"}),
        _stream,
        of_flow=True,
        by_default=False,
        of_streams=True,
    ),
    TerrainFactor(
        FactorSpec("hand", unit="m"),
        lambda t: t.of_whole(t.water.above_stream_m),
        of_flow=True,
        by_default=False,
        of_streams=True,
    ),
    TerrainFactor(
        FactorSpec("distance_streams", unit="m", transform="log1p"),
        lambda t: t.of_whole(t.water.to_stream_m),
        of_flow=True,
        by_default=False,
        of_streams=True,
    ),
    TerrainFactor(
        FactorSpec("cut_catchment", "categorical", categories={0: "whole catchment", 1: "cut by the edge"}),
        _cut,
        of_flow=True,
        by_default=False,
    ),
)

CATALOGUE: dict[str, TerrainFactor] = {row.spec.name: row for row in _ROWS}
"""Every terrain factor by name, in the order of the bands."""

DEFAULT_FACTORS: tuple[str, ...] = tuple(name for name, row in CATALOGUE.items() if row.by_default)
"""What is written when the user chooses nothing: no two that say the same, so that each keeps its own sign."""


def chosen(names: Sequence[str]) -> tuple[TerrainFactor, ...]:
    """Rows of the named factors in the order of the catalogue; raise ``InputError`` for unknown ones.

    >>> [row.spec.unit for row in chosen(["twi", "slope"])]
    ['deg', '']
    """
    unknown = [name for name in names if name not in CATALOGUE]
    if unknown:
        raise InputError(f"Terrain factor {', '.join(unknown)} is not known; allowed: {', '.join(CATALOGUE)}")
    return tuple(row for name, row in CATALOGUE.items() if name in names)
