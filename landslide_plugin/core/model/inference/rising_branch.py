"""A branch through which triggers can only raise the log odds (after Sill 1998), in NumPy.

logit = scale x sum over units of gate(cell) x sigmoid(trigger @ kernel + bias), with scale and kernel
not negative and gates of the cell above 0: no weights let it fall, whatever scenarios are asked for.
"""

from __future__ import annotations

from typing import Optional

import numpy as np

from .layers import Array, Weights, dense, relu, rows_in_chunks, sigmoid

HIDDEN, UNITS = 16, 8
CHUNK = 64


class RisingBranch:
    """The branch of one trained network.

    Parameters
    ----------
    weights : dict of str to float32 array
        ``rise.hidden``, ``rise.gate``, ``rise.kernel``, ``rise.bias`` and ``rise.scale``.
    """

    def __init__(self, weights: Weights) -> None:
        self._weights = weights

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
        cells = np.hstack([static, profile.reshape(len(profile), -1)])
        gates = rows_in_chunks(self._gates, cells, CHUNK)
        own = "n" if triggers.ndim == 3 else ""
        inner = np.einsum(f"{own}sk,ku->{own}su", triggers, self._weights["rise.kernel"])
        risen = sigmoid(inner + self._weights["rise.bias"])
        found = np.einsum(f"nu,{own}su->ns", gates, risen)
        return np.asarray(self._weights["rise.scale"] * found, np.float32)

    def _gates(self, cells: Array) -> Array:
        hidden = relu(dense(cells, self._weights, "rise.hidden"))
        opened = dense(hidden, self._weights, "rise.gate")
        return np.asarray(np.logaddexp(np.float32(0.0), opened), np.float32)
