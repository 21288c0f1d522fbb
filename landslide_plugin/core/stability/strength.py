"""Strength on a plane: on a layer face, the weaker of the layers that meet there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..types.arrays import Values
from .edges import Edges, at_rest
from .soil import Soil
from .stresses import Plane, Slope

SHALLOWEST_M = 1e-3


@dataclass(frozen=True)
class Strength:
    """Strength of the layers of some cells, divided by cos2 b as the stresses are.

    Attributes
    ----------
    soil : Soil
        Its layers and depth.
    tan_friction : float array (layers, cells)
    cohesion : float array (layers, cells)
        c' / cos2 b, kPa.
    cos2 : float array (cells,)
    """

    soil: Soil
    tan_friction: Values
    cohesion: Values
    cos2: Values

    @staticmethod
    def of(soil: Soil, slope: Slope) -> Strength:
        """The strength of a soil on its slope."""
        return Strength(soil, soil.tan_friction, soil.cohesion_kpa / slope.cos2, slope.cos2)

    def tan_of(self, layer: Any) -> Values:
        """Tangent of phi' (cells,) of a layer."""
        return _of_layer(self.tan_friction, layer)

    def side(self, layer: Any, plane: Plane) -> Values:
        """Resistance c' / cos2 b + N tan phi' / cos2 b (cells,) of one layer on a plane, roots left out."""
        resistance: Values = plane.effective_kpa * _of_layer(self.tan_friction, layer)
        resistance += _of_layer(self.cohesion, layer)
        return resistance

    def below(self, plane: Plane) -> Optional[Values]:
        """The same of the layer below a face (cells,), infinite where the soil ends there; else None."""
        if not plane.is_face or not isinstance(plane.layer, int) or not goes_on_below(self.soil, plane.layer):
            return None
        resistance = self.side(plane.layer + 1, plane)
        absent = absent_above(self.soil, plane.layer + 1)
        if absent is not None:
            resistance[absent] = np.inf
        return resistance

    def reduced(self, plane: Plane, resistance: Values) -> Values:
        """Resistance with roots over vertical stress, in the place of ``resistance``: FS (tan b + kh).

        Infinite where the soil ends above the plane's layer.
        """
        if self.soil.roots is not None:
            resistance += self.soil.roots.cohesion_at(plane.depth_m) / self.cos2
        if self.soil.edges is not None:
            resistance += self._edges(self.soil.edges, plane)
        resistance /= plane.vertical_kpa
        if isinstance(plane.layer, int):
            absent = absent_above(self.soil, plane.layer)
            if absent is not None:
                resistance[absent] = np.inf
        return resistance

    def _edges(self, edges: Edges, plane: Plane) -> Values:
        """Resistance of the edges (cells,) of a slide down to a plane, over cos2 b."""
        cohesion, friction = (self._to(plane, sums) for sums in self._sums)
        if self.soil.roots is not None:
            cohesion = cohesion + self.soil.roots.summed_to(plane.depth_m) / self.cos2
        depth = np.maximum(plane.depth_m, SHALLOWEST_M)
        sideways = at_rest(friction / depth) * plane.effective_kpa / self.cos2
        resistance = edges.resistance_kpa(self.cos2, cohesion, friction, sideways)
        return resistance.astype(self.cos2.dtype, copy=False)

    @cached_property
    def _sums(self) -> tuple[Values, Values]:
        """Cohesion over cos2 b and tan phi' (layers, cells), each summed from the surface to the base of a layer."""
        sums = np.zeros((2, *self.cohesion.shape), self.cohesion.dtype)
        top = 0.0
        for layer, bottom in enumerate(self.soil.layer_bottoms_m):
            thickness = np.maximum(self.soil.base_m(layer) - top, 0.0)
            for total, values in zip(sums, (self.cohesion, self.tan_friction)):
                total[layer] = (
                    total[layer - 1] + values[layer] * thickness if layer else values[layer] * thickness
                )
            top = bottom
        return sums[0], sums[1]

    def _to(self, plane: Plane, sums: Values) -> Values:
        """A sum (cells,) down to a plane; within a layer in a straight line between its faces."""
        if isinstance(plane.layer, int):
            whole: Values = sums[plane.layer]
            return whole
        bottoms = np.array([0.0, *self.soil.layer_bottoms_m])
        cells, below = np.arange(len(plane.layer)), sums[plane.layer, np.arange(len(plane.layer))]
        above = np.where(plane.layer > 0, sums[np.maximum(plane.layer - 1, 0), cells], 0.0)
        top = bottoms[plane.layer]
        base = np.minimum(bottoms[plane.layer + 1], self.soil.depth_m)
        share = (plane.depth_m - top) / np.maximum(base - top, SHALLOWEST_M)
        part: Values = above + (below - above) * share
        return part

    def weaker(self, plane: Plane) -> Values:
        """The smaller of both sides, as ``reduced`` gives it."""
        resistance, below = self.side(plane.layer, plane), self.below(plane)
        if below is not None:
            np.minimum(resistance, below, out=resistance)
        return self.reduced(plane, resistance)


def _of_layer(values: Values, layer: Any) -> Values:
    """Values (cells,) of a layer, or of each cell's own layer."""
    chosen: Values = values[layer] if isinstance(layer, int) else values[layer, np.arange(len(layer))]
    return chosen


def goes_on_below(soil: Soil, layer: int) -> bool:
    """True if any cell has other soil below the bottom of ``layer``.

    >>> two = Soil((1.0, 2.0), *(np.full((2, 1), v) for v in (5.0, 0.6, 18.0, 20.0)), 2.0)
    >>> goes_on_below(two, 0), goes_on_below(two, 1)
    (True, False)
    """
    last = layer + 1 == len(soil.layer_bottoms_m)
    if last or soil.owner[layer] == soil.owner[layer + 1]:
        return False
    return bool(np.ndim(soil.depth_m) or soil.depth_m > soil.layer_bottoms_m[layer])


def absent_above(soil: Soil, layer: int) -> Optional[npt.NDArray[np.bool_]]:
    """Cells (cells,) whose soil ends at or above the top of ``layer``; None if the depth does not vary.

    >>> two = Soil((1.0, 2.0), *(np.full((2, 2), v) for v in (5.0, 0.6, 18.0, 20.0)), np.array([0.8, 1.5]))
    >>> absent_above(two, 1).tolist()
    [True, False]
    """
    if not np.ndim(soil.depth_m):
        return None
    top = soil.layer_bottoms_m[layer - 1] if layer else 0.0
    absent: npt.NDArray[np.bool_] = soil.depth_m <= top
    return absent
