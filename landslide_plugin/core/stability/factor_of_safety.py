"""Factor of safety of a layered infinite slope: its minimum over depth, and where that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from .pore_pressure import PorePressure
from .soil import Soil
from .strength import side_safety, sides
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
        for side, begins in sides(soil, layer):
            np.minimum(lowest, side_safety(soil, side, begins, normal, shear), out=lowest)
    return lowest


def failure_plane(
    slope: Slope, soil: Soil, water: PorePressure, scenario: int, seismic_coefficient: float = 0.0
) -> FailurePlane:
    """The weakest plane of each cell, with its depth and layer; of equally weak planes the shallowest."""
    lowest = np.full_like(slope.cos2, np.inf)
    face = np.zeros(lowest.shape, np.uint8)
    owner = np.zeros(lowest.shape, np.uint8)
    floating = np.zeros(lowest.shape, bool)
    for layer, normal, shear in plane_stresses(slope, soil, water, scenario, seismic_coefficient):
        if normal.min(initial=0.0) < 0.0:
            floating |= normal < 0.0
            np.maximum(normal, 0.0, out=normal)
        for side, begins in sides(soil, layer):
            safety = side_safety(soil, side, begins, normal, shear)
            weaker = safety < lowest
            np.copyto(face, layer, where=weaker)
            np.copyto(owner, side, where=weaker)
            np.minimum(lowest, safety, out=lowest)
    faces = np.asarray(soil.layer_bottoms_m, lowest.dtype)
    return FailurePlane(lowest, np.minimum(faces[face], soil.depth_m), owner, floating)


def factor_of_safety_by_layer(
    slope: Slope, soil: Soil, water: PorePressure, scenario: int, seismic_coefficient: float = 0.0
) -> Values:
    """Smallest factor of safety within each layer (layers, cells); infinite below the base of the soil."""
    table = np.full((len(soil.layer_bottoms_m), slope.cos2.size), np.inf, slope.cos2.dtype)
    for layer, normal, shear in plane_stresses(slope, soil, water, scenario, seismic_coefficient):
        np.maximum(normal, 0.0, out=normal)
        for side, begins in sides(soil, layer):
            np.minimum(table[side], side_safety(soil, side, begins, normal, shear), out=table[side])
    return table
