"""A branch through which triggers can only raise the log odds (after Sill 1998), in NumPy.

logit = scale x sum over units of gate(cell) x probability_of(trigger @ kernel + bias), with scale and kernel
not negative and gates of the cell above 0: no weights let it fall, whatever scenarios are asked for.
"""

from __future__ import annotations

from typing import Optional

import numpy as np

from ...types.odds import probability_of
from .columns import filled, product, with_bias, with_ones
from .layers import Array, Weights
from .sums import total

HIDDEN, UNITS = 16, 8


class RisingBranch:
    """The branch of one trained network.

    Parameters
    ----------
    weights : dict of str to float32 array
        ``rise.hidden``, ``rise.gate``, ``rise.kernel``, ``rise.bias`` and ``rise.scale``.
    """

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._hidden = with_bias(weights["rise.hidden.kernel"], weights["rise.hidden.bias"])
        self._gate = with_bias(weights["rise.gate.kernel"], weights["rise.gate.bias"])

    @classmethod
    def of(cls, weights: Weights) -> Optional[RisingBranch]:
        """The branch, if the network has one."""
        return cls(weights) if "rise.scale" in weights else None

    def logits(self, static: Array, profile: Array, triggers: Array) -> Array:
        """Log odds (cells, scenarios), each row by itself to the last bit.

        Parameters
        ----------
        static : float32 array (cells, static_dim)
        profile : float32 array (cells, layers, properties)
        triggers : float32 array (scenarios, trigger_dim) or (cells, scenarios, trigger_dim)
        """
        if not len(static):
            return np.empty((0, triggers.shape[-2]), np.float32)
        gates = self._gates(np.hstack([static, profile.reshape(len(profile), -1)]))
        kernel, bias = self._weights["rise.kernel"], self._weights["rise.bias"]
        found = np.zeros((len(static), triggers.shape[-2]), np.float32)
        for unit, gate in enumerate(gates):
            inner = total([triggers[..., k] * kernel[k, unit] for k in range(len(kernel))])
            found += gate[:, None] * probability_of(inner + bias[unit])
        return np.asarray(self._weights["rise.scale"] * found, np.float32)

    def _gates(self, cells: Array) -> Array:
        """How far the gates of cells (cells, inputs) are open (units, cells)."""
        columns = filled(cells).T
        hidden, opened = (with_ones(len(kernel), columns.shape[1]) for kernel in (self._hidden, self._gate))
        met = with_ones(*columns.shape)
        met[:-1] = columns
        np.maximum(product(self._hidden, met, hidden[:-1]), 0, out=hidden[:-1])
        product(self._gate, hidden, opened[:-1])
        return np.asarray(np.logaddexp(np.float32(0.0), opened[:-1, : len(cells)]), np.float32)
