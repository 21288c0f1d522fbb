"""What the network's layers in NumPy have in common."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]
Weights = dict[str, Array]

SELECTION_EPSILON = np.float32(1e-3)
RESIDUAL_EPSILON = np.float32(1e-6)


def elu(values: Array) -> Array:
    """Exponential linear unit: x above 0, exp(x) - 1 below (Clevert et al. 2016).

    >>> elu(np.array([2.0, 0.0, -np.inf])).tolist()
    [2.0, 0.0, -1.0]
    """
    return np.where(values > 0, values, np.expm1(np.minimum(values, 0)))


def positions(steps: int, width: int) -> Array:
    """Sines and cosines of a step's number (Vaswani et al. 2017), (steps, width).

    >>> positions(1, 4).tolist()
    [[0.0, 1.0, 0.0, 1.0]]
    """
    column = np.arange(width)
    rates = 1.0 / np.power(10000.0, 2 * (column // 2) / np.float32(width))
    angles = np.arange(steps)[:, None] * rates
    return np.where(column % 2 == 0, np.sin(angles), np.cos(angles)).astype(np.float32)
