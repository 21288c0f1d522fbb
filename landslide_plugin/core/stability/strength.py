"""Strength on a plane: on a layer face, the weaker of the layers that meet there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..types.arrays import Values
from .soil import Soil
from .stresses import Plane, Slope


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
        resistance /= plane.vertical_kpa
        if isinstance(plane.layer, int):
            absent = absent_above(self.soil, plane.layer)
            if absent is not None:
                resistance[absent] = np.inf
        return resistance

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
