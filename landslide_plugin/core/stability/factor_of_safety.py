"""Factor of safety of a layered infinite slope: its minimum over depth, and where that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from .pore_pressure import PorePressure
from .soil import Soil
from .strength import below_resistance, safety_of, side_resistance
from .stresses import Slope, plane_stresses

Values = npt.NDArray[Any]


@dataclass(frozen=True)
class FailurePlane:
    """The weakest plane of each cell.

    Attributes
    ----------
    factor_of_safety : float array (cells,)
        Uncapped.
    depth_m : float array (cells,)
        Vertical depth of the plane.
    layer : uint8 array (cells,)
        Index of the layer whose strength acts on it: on a layer face, the weaker of the two.
    floating : bool array (cells,)
        True where the effective normal stress is negative at any plane; friction is 0 there.
    """

    factor_of_safety: Values
    depth_m: Values
    layer: npt.NDArray[np.uint8]
    floating: npt.NDArray[np.bool_]


def lowest_factor_of_safety(
    slope: Slope, soil: Soil, water: PorePressure, scenario: int, seismic_coefficient: float = 0.0
) -> Values:
    """Smallest factor of safety over depth (cells,), uncapped.

    FS = [c' + max(N, 0) tan phi'] / T at each layer face, with the weaker of the two strengths there.

    Examples
    --------
    Dry sand stands at its friction angle:

    >>> from .pore_pressure import Dry
    >>> sand = Soil((2.0,), *(np.array([[v]]) for v in (0.0, np.tan(np.deg2rad(30)), 17.0, 19.0)), 2.0)
    >>> lowest_factor_of_safety(Slope.of(np.array([30.0])), sand, Dry(), 0).round(12).tolist()
    [1.0]
    """
    lowest = np.full_like(slope.cos2, np.inf)
    for layer, normal, shear in plane_stresses(slope, soil, water, scenario, seismic_coefficient):
        np.maximum(normal, 0.0, out=normal)
        resistance = side_resistance(soil, layer, normal)
        below = below_resistance(soil, layer, normal)
        if below is not None:
            np.minimum(resistance, below, out=resistance)
        np.minimum(lowest, safety_of(soil, layer, resistance, shear), out=lowest)
    return lowest


def failure_plane(
    slope: Slope, soil: Soil, water: PorePressure, scenario: int, seismic_coefficient: float = 0.0
) -> FailurePlane:
    """The weakest plane of each cell, with its depth and layer; of equally weak planes the shallowest."""
    lowest = np.full_like(slope.cos2, np.inf)
    node = np.zeros(lowest.shape, np.uint8)  # twice the layer whose base it is, plus 1 for the side below
    floating = np.zeros(lowest.shape, bool)
    for layer, normal, shear in plane_stresses(slope, soil, water, scenario, seismic_coefficient):
        if normal.min(initial=0.0) < 0.0:
            floating |= normal < 0.0
            np.maximum(normal, 0.0, out=normal)
        resistance = side_resistance(soil, layer, normal)
        below = below_resistance(soil, layer, normal)
        code: Any = np.uint8(2 * layer)
        if below is not None:
            code = (below < resistance).view(np.uint8) + code
            np.minimum(resistance, below, out=resistance)
        safety = safety_of(soil, layer, resistance, shear)
        # Bytes wrap round, so this sets node to code where weaker, several times faster than a masked copy.
        node += (code - node) * (safety < lowest).view(np.uint8)
        np.minimum(lowest, safety, out=lowest)
    face, below_face = node >> 1, node & 1
    bottoms = np.asarray(soil.layer_bottoms_m, lowest.dtype)
    return FailurePlane(lowest, np.minimum(bottoms[face], soil.depth_m), face + below_face, floating)


def factor_of_safety_by_layer(
    slope: Slope, soil: Soil, water: PorePressure, scenario: int, seismic_coefficient: float = 0.0
) -> Values:
    """Smallest factor of safety within each layer (layers, cells); infinite below the base of the soil."""
    table = np.full((len(soil.layer_bottoms_m), slope.cos2.size), np.inf, slope.cos2.dtype)
    for layer, normal, shear in plane_stresses(slope, soil, water, scenario, seismic_coefficient):
        np.maximum(normal, 0.0, out=normal)
        below = below_resistance(soil, layer, normal)
        if below is not None:
            np.minimum(table[layer + 1], below / shear, out=table[layer + 1])
        safety = safety_of(soil, layer, side_resistance(soil, layer, normal), shear)
        np.minimum(table[layer], safety, out=table[layer])
    return table
