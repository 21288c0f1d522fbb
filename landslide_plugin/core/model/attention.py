"""Cross-attention of a decoder to soil layers, folded: keys and values that meet the decoder directly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Optional

import numpy as np
import numpy.typing as npt

from .blas import matmul
from .columns import TILE, GatedResidual, plain, product, tiles, with_bias, with_ones
from .numpy_layers import Array, Weights, positions
from .selection import Range, Selection

PROFILES = 256
"""Soil profiles encoded at once; a multiple of the tile."""


@dataclass(frozen=True)
class EncodedProfiles:
    """What the decoder meets of each soil profile.

    Attributes
    ----------
    keys : float32 array (profiles, layers * heads, units + 1)
        The query's and the key's projections multiplied out; the last column meets the row of ones.
    values : float32 array (profiles, layers * heads, units)
        The value's and the output's projections multiplied out.
    """

    keys: Array
    values: Array


class ProfileEncoder:
    """Soil profiles (profiles, layers, properties) to folded keys and values.

    Parameters
    ----------
    weights : dict of str to float32 array
    layers, properties : int
    ranges : sequence of (float, float), optional
        Ranges over which the branches of variable selection are tabulated.
    """

    def __init__(
        self, weights: Weights, layers: int, properties: int, ranges: Optional[Sequence[Range]] = None
    ) -> None:
        self.layers, self.properties = layers, properties
        self._selection = Selection(weights, "profile", ranges)
        self.table_bytes = self._selection.table_bytes
        self._post = GatedResidual(weights, "profile.post")
        self._positions = positions(layers, self._post.units)
        self._recurrent = _recurrent_kernel(weights)
        self._keys, self._values = _folded_projections(weights)
        self._heads = len(weights["cross.mix.kernel"])

    def encode(self, profiles: Array) -> EncodedProfiles:
        """Keys and values of any number of profiles, each by itself."""
        padded = np.concatenate([profiles, np.repeat(profiles[-1:], -len(profiles) % PROFILES, axis=0)])
        units, slots = self._post.units, self.layers * self._heads
        keys = np.empty((len(padded), slots, units + 1), np.float32)
        values = np.empty((len(padded), slots, units), np.float32)
        for start in range(0, len(padded), PROFILES):
            part = slice(start, start + PROFILES)
            self._encode(padded[part], keys[part], values[part])
        return EncodedProfiles(keys[: len(profiles)], values[: len(profiles)])

    def _encode(self, profiles: Array, keys: Array, values: Array) -> None:
        steps = self._steps(profiles)
        units = len(steps)
        hidden = self._recurrent.shape[1] - units - 1
        state = with_ones(units + hidden, PROFILES)
        gates = np.empty((4 * hidden, PROFILES), np.float32)
        cell = np.zeros((hidden, PROFILES), np.float32)
        by_profile = tiles(state[units:], TILE).transpose(0, 2, 1)
        shape = (PROFILES // TILE, TILE, self.layers, -1)
        for layer in range(self.layers):
            state[:units] = steps[:, layer * PROFILES : (layer + 1) * PROFILES]
            product(self._recurrent, state, gates)
            _long_short_term_memory(gates, cell, state[units:-1])
            matmul(by_profile, self._keys, keys.reshape(shape)[:, :, layer])
            matmul(by_profile, self._values, values.reshape(shape)[:, :, layer])

    def _steps(self, profiles: Array) -> Array:
        """Encoded layers as columns (units, layers * profiles), layer by layer."""
        rows = np.ascontiguousarray(profiles.transpose(1, 0, 2)).reshape(-1, self.properties)
        units, count = self._post.units, len(rows)
        columns, hidden = with_ones(units, count), with_ones(units, count)
        columns[:units] = self._selection.rows(rows).T
        steps = self._post.standardised(columns, np.empty((2 * units, count), np.float32), hidden)
        steps *= self._post.gain[:, None]
        shift = self._positions + self._post.shift
        layered = steps.reshape(units, self.layers, PROFILES)
        layered += shift.T[:, :, None]
        return steps


def attend(
    decoder: Array, keys: Array, values: Array, heads: int, width: int, scores: Array, out: Array
) -> None:
    """Write what each column attends to, in ``out`` (units, count).

    Parameters
    ----------
    decoder : float32 array (units + 1, count)
        Columns with a row of ones; every ``width`` columns share a profile.
    keys : float32 array (count / width, layers * heads, units + 1)
    values : float32 array (count / width, layers * heads, units)
    scores : float32 array (layers * heads, count)
        Overwritten.
    """
    matmul(keys, tiles(decoder, width), tiles(scores, width))
    by_head = scores.reshape(-1, heads, scores.shape[1])
    by_head -= by_head.max(axis=0)
    np.exp(by_head, out=by_head)
    by_head /= by_head.sum(axis=0)
    matmul(values.transpose(0, 2, 1), tiles(scores, width), tiles(out, width))


def _recurrent_kernel(weights: Weights) -> Array:
    """Kernel (4 * units, inputs + units + 1) of a long short-term memory over [input, state, 1]."""
    kernel = np.vstack([weights["encoder.kernel"], weights["encoder.recurrent"]]).astype(np.float64)
    units = len(weights["encoder.recurrent"])
    bias = weights["encoder.bias"].astype(np.float64)
    signs = np.repeat([-1.0, -1.0, 1.0, -1.0], units)  # logistic gates as 1 / (1 + exp(gate))
    return with_bias(kernel * signs, bias * signs)


def _long_short_term_memory(gates: Array, cell: Array, state: Array) -> None:
    """One step (Hochreiter and Schmidhuber 1997) of columns; ``cell`` and ``state`` are overwritten."""
    units = len(cell)
    write, keep, new, show = (gates[i * units : (i + 1) * units] for i in range(4))
    for gate in (gates[: 2 * units], show):
        with np.errstate(over="ignore"):
            np.exp(gate, out=gate)
        gate += np.float32(1.0)
    np.tanh(new, out=new)
    new /= write
    cell /= keep
    cell += new
    np.tanh(cell, out=state)
    state /= show


def _folded_projections(weights: Weights) -> tuple[Array, Array]:
    """Kernels of encoder states with a one at the end: (units + 1, heads * (width + 1)), (units + 1, heads * width)."""
    query, query_bias = plain(weights, "cross.query_input")
    key, key_bias = plain(weights, "cross.key_input")
    asks, asks_bias = plain(weights, "cross.query")
    tells, tells_bias = plain(weights, "cross.key")
    gives, gives_bias = plain(weights, "cross.value")
    mix, mix_bias = plain(weights, "cross.mix")
    states = np.vstack([key, key_bias])
    unit = np.zeros((len(states), 1))
    unit[-1] = 1.0
    keys, values = [], []
    for head in range(mix.shape[0]):
        ask = np.vstack([query @ asks[:, head], query_bias @ asks[:, head] + asks_bias[head]])
        told = states @ tells[:, head] + unit * tells_bias[head]
        given = states @ gives[:, head] + unit * gives_bias[head]
        keys.append(told @ ask.T / np.sqrt(asks.shape[2]))
        values.append(given @ mix[head] + unit * mix_bias * (head == 0))
    return _single(np.hstack(keys)), _single(np.hstack(values))


def _single(values: npt.NDArray[np.float64]) -> Array:
    return np.ascontiguousarray(values, dtype=np.float32)
