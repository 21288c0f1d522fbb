"""How rough the ground is within the 3 x 3 window."""

from __future__ import annotations

import numpy as np

from ..types.arrays import Heights
from .neighbours import Neighbours


def terrain_ruggedness_m(around: Neighbours) -> Heights:
    """Terrain ruggedness index: root of the summed squared height differences (Riley et al. 1999).

    >>> from .neighbours import neighbours_of
    >>> peak = np.zeros((3, 3)); peak[1, 1] = 5.0
    >>> round(float(terrain_ruggedness_m(neighbours_of(peak, 1.0, 1.0))[0, 0]), 6)
    14.142136
    """
    total = np.zeros_like(around.n)
    for step in around.differences():
        total += step * step
    return np.sqrt(total)


def topographic_position_m(around: Neighbours) -> Heights:
    """Topographic position index: height above the mean of the eight neighbours (Weiss 2001).

    >>> from .neighbours import neighbours_of
    >>> peak = np.zeros((3, 3)); peak[1, 1] = 5.0
    >>> float(topographic_position_m(neighbours_of(peak, 1.0, 1.0))[0, 0])
    5.0
    """
    total = np.zeros_like(around.n)
    for step in around.differences():
        total += step
    return -total / 8.0


def roughness_m(around: Neighbours) -> Heights:
    """Largest minus smallest height of the nine cells (Wilson et al. 2007).

    >>> from .neighbours import neighbours_of
    >>> peak = np.zeros((3, 3)); peak[1, 1] = 5.0
    >>> float(roughness_m(neighbours_of(peak, 1.0, 1.0))[0, 0])
    5.0
    """
    highest = np.where(np.isnan(around.n), np.nan, 0.0)
    lowest = highest.copy()
    for step in around.differences():
        np.maximum(highest, step, out=highest)
        np.minimum(lowest, step, out=lowest)
    return np.asarray(highest - lowest)
