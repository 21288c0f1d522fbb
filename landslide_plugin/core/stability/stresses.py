"""Stresses on planes parallel to the slope, from the surface down.

Stresses are divided by cos2 b: what is left of the normal stress is the vertical stress less the water
column that carries part of it, which for many laws is the same for every cell.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Optional, Union

import numpy as np
import numpy.typing as npt

from ..types.arrays import Values
from .pore_pressure import PorePressure
from .soil import Soil


@dataclass(frozen=True)
class Slope:
    """tan b and cos2 b of the cells.

    >>> Slope.of(np.array([45.0])).cos2.round(12).tolist()
    [0.5]
    """

    tan: Values
    cos2: Values

    @staticmethod
    def of(slope_deg: Values) -> Slope:
        """The slope of cells given in degrees."""
        angle = np.deg2rad(slope_deg)
        cosine = np.cos(angle)
        return Slope(np.tan(angle), cosine * cosine)

    def cells(self, chosen: Any) -> Slope:
        """The slope of some cells."""
        return Slope(self.tan[chosen], self.cos2[chosen])


@dataclass(frozen=True)
class Plane:
    """A possible failure plane and the stresses on it.

    Attributes
    ----------
    layer : int or int array (cells,)
        The layer above the plane, or (a plane inside layers) the one that holds it.
    is_face : bool
        True at the base of a layer, where two strengths meet.
    depth_m : float or array (cells,)
    vertical_kpa : float array (cells,)
        s_v; read only.
    effective_kpa : float array (cells,)
        Effective normal stress over cos2 b, nowhere negative: s_v (1 - kh tan b) - u / cos2 b; read only.
    floating : bool array (cells,) or None
        Where it was negative and counts as 0; None if nowhere.
    """

    layer: Union[int, npt.NDArray[np.intp]]
    is_face: bool
    depth_m: Any
    vertical_kpa: Values
    effective_kpa: Values
    floating: Optional[npt.NDArray[np.bool_]] = None


def planes(
    slope: Slope,
    soil: Soil,
    water: PorePressure,
    scenario: int,
    seismic_coefficient: float = 0.0,
    *,
    first_layer: int = 0,
) -> Iterator[Plane]:
    """The base of each layer from the surface down, then the water tables where the law asks for them.

    Parameters
    ----------
    first_layer : int
        Leave out the planes above; all of them must be dry.

    Yields
    ------
    Plane
        Its arrays are overwritten by the next step. Where the soil ends above a layer, the plane is
        the base of the soil.

    Notes
    -----
    With seepage parallel to the slope or a constant pressure ratio, the factor of safety between two
    layer faces is a ratio of linear functions of depth, so its minimum lies on a face: no other depth
    need be looked at (a test samples all depths). Laws whose pressure curves say so by
    ``pieces_a_layer``; the soil is split before it comes here.

    Examples
    --------
    >>> from .pore_pressure import Dry
    >>> sand = Soil((2.0,), *(np.array([[v]]) for v in (0.0, np.tan(np.deg2rad(30)), 17.0, 19.0)), 2.0)
    >>> [(plane.depth_m, plane.vertical_kpa.tolist()) for plane in planes(Slope.of(np.array([30.0])), sand, Dry(), 0)]
    [(2.0, [34.0])]
    """
    table = water.water_table_m(scenario, soil.depth_m)
    share = 1.0 - seismic_coefficient * slope.tan if seismic_coefficient else None
    cells, kind = slope.cos2.shape, slope.cos2.dtype
    water_weight, vertical, effective = np.zeros(cells, kind), np.empty(cells, kind), np.empty(cells, kind)
    top = soil.layer_bottoms_m[first_layer - 1] if first_layer else 0.0
    for layer in range(first_layer, len(soil.layer_bottoms_m)):
        if not np.ndim(soil.depth_m) and soil.depth_m <= top:
            break
        base = soil.base_m(layer)
        stress = soil.moist_stress_kpa[layer]
        if table is not None and water.pieces_a_layer > 1:
            column = water.column_kpa(scenario, base, stress, slope.cos2, table)
            wet_from = base - water.wet_height_m(column, slope.cos2)
            stress = np.add(stress, soil.water_weight_kpa(layer, base, wet_from), out=vertical)
        else:
            if table is not None and _add_water(water_weight, soil.wet_extra_kn_m3[layer], top, base, table):
                stress = np.add(stress, water_weight, out=vertical)
            column = water.column_kpa(scenario, base, stress, slope.cos2, table)
        normal, floating = _effective(stress, share, column, effective)
        yield Plane(layer, True, base, vertical_kpa=stress, effective_kpa=normal, floating=floating)
        top = soil.layer_bottoms_m[layer]
    if table is not None and water.pieces_a_layer > 1:
        for depth in _tables(water, soil):
            yield _inner_plane(slope, soil, water, scenario, share=share, table=table, depth_m=depth)


def _tables(water: PorePressure, soil: Soil) -> list[Any]:
    """The water table of every scenario, each number once."""
    tables: list[Any] = [water.water_table_m(scenario, soil.depth_m) for scenario in range(water.scenarios)]
    return list(dict.fromkeys(tables)) if not np.ndim(tables[0]) else tables


def _effective(
    stress: Values, share: Optional[Values], column: Optional[Any], out: Values
) -> tuple[Values, Optional[npt.NDArray[np.bool_]]]:
    """Effective stress and where it had to be raised to 0; without water or shaking it is the stress."""
    if share is None:
        if column is None:
            return stress, None
        np.subtract(stress, column, out=out)
    else:
        np.multiply(stress, share, out=out)
        if column is not None:
            out -= column
    if out.min(initial=0.0) >= 0.0:
        return out, None
    floating = out < 0.0
    np.maximum(out, 0.0, out=out)
    return out, floating


def _add_water(weight: Values, extra_kn_m3: Values, top: float, base: Any, table: Any) -> bool:
    """Add what the saturated part of one layer weighs more than moist soil; False if no layer has any yet."""
    wet = np.maximum(base - np.maximum(table, top), 0.0)
    if np.ndim(wet):
        weight += extra_kn_m3 * wet
        return True
    if wet:
        weight += extra_kn_m3 * float(wet)
    return bool(base > table) if not np.ndim(base) else True


def _inner_plane(
    slope: Slope,
    soil: Soil,
    water: PorePressure,
    scenario: int,
    *,
    share: Optional[Values],
    table: Any,
    depth_m: Any,
) -> Plane:
    """The plane at a depth of each cell; where that is the surface, the first layer's base once more."""
    first = soil.base_m(0)
    depth = np.broadcast_to(np.where(np.asarray(depth_m) > 0.0, depth_m, first), slope.cos2.shape)
    layer = np.searchsorted(np.asarray(soil.layer_bottoms_m), depth)
    layer = np.minimum(layer, len(soil.layer_bottoms_m) - 1)
    top = np.concatenate([[0.0], soil.layer_bottoms_m[:-1]])[layer]
    cells = np.arange(depth.size)
    above = np.where(layer > 0, soil.moist_stress_kpa[np.maximum(layer - 1, 0), cells], soil.surcharge_kpa)
    stress = above + soil.moist_kn_m3[layer, cells] * (depth - top)
    column = water.column_kpa(scenario, depth, stress, slope.cos2, table)
    wet_from = depth - water.wet_height_m(column, slope.cos2)
    stress = stress + soil.water_weight_kpa(len(soil.layer_bottoms_m) - 1, depth, wet_from)
    stress = stress.astype(slope.cos2.dtype, copy=False)
    normal, floating = _effective(stress, share, column, np.empty_like(stress))
    return Plane(layer, False, depth, vertical_kpa=stress, effective_kpa=normal, floating=floating)
