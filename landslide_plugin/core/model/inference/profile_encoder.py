"""Cross-attention of a decoder to soil layers, folded: keys and values that meet the decoder directly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Optional

import numpy as np
import numpy.typing as npt

from .blas import matmul
from .blocks import BLOCK, CUT, Profiles, tiled
from .columns import TILE, Buffers, GatedResidual, plain, product, room, tiles, with_ones
from .knots import Range
from .layers import Array, Weights, positions
from .selection_tables import Selection

PROFILES = CUT
"""Soil profiles encoded at once, at most; what they give then fits the processor's cache."""
SELECTED = BLOCK
"""Soil profiles whose inputs are selected at once, at most, while a table is in the cache."""


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
        units, slots = self._post.units, self.layers * self._heads
        keys = np.empty((len(profiles), slots, units + 1), np.float32)
        values = np.empty((len(profiles), slots, units), np.float32)
        buffers = self.buffers()
        for group in range(0, len(profiles), SELECTED):
            some = profiles[group : group + SELECTED]
            selected = self.selected(Profiles.of(some))
            for start in range(0, len(some), PROFILES):
                run = slice(start, min(start + PROFILES, len(some)))
                found, count = self.part(tiled(selected, run), buffers), run.stop - start
                keys[group + start : group + run.stop] = found.keys[:count]
                values[group + start : group + run.stop] = found.values[:count]
        return EncodedProfiles(keys, values)

    def buffers(self) -> Buffers[EncoderBuffers]:
        """Memory for one thread."""
        units, hidden, slots = self._post.units, self._keys.shape[1] - 1, self.layers * self._heads
        return Buffers(lambda count: EncoderBuffers(count, self.layers, units, hidden, slots))

    def selected(self, profiles: Profiles) -> Array:
        """The selected input (profiles, layers, units) of every layer."""
        rows = self._selection.rows(profiles.rows, profiles.places(self._selection.knots))
        return rows.reshape(profiles.count, self.layers, -1)

    def part(self, selected: Array, buffers: Buffers[EncoderBuffers]) -> EncodedProfiles:
        """Keys and values, which hold until the buffers are used again.

        Parameters
        ----------
        selected : float32 array (profiles, layers, units)
            Of a multiple of ``TILE`` profiles.
        """
        count = len(selected)
        own = buffers[count]
        steps = self._steps(selected, own)
        units, state = len(steps), own.state
        hidden = len(own.cell)
        shape = (count // TILE, TILE, self.layers, self._heads, -1)
        keys, values = own.keys.reshape(shape), own.values.reshape(shape)
        for layer in range(self.layers):
            state[hidden + 1 :] = steps[:, layer * count : (layer + 1) * count]
            if layer:
                product(self._recurrent, state, own.gates)
            else:
                product(self._recurrent[:, hidden:], state[hidden:], own.gates)
            _long_short_term_memory(own.gates, own.cell, state[:hidden], first=not layer)
            _turned(self._keys, state[:-units], own.turned_keys, keys[:, :, layer])
            _turned(self._values, state[:-units], own.turned_values, values[:, :, layer])
        return EncodedProfiles(own.keys, own.values)

    def _steps(self, selected: Array, own: EncoderBuffers) -> Array:
        """Encoded layers as columns (units, layers * profiles), layer by layer."""
        units, layers = self._post.units, self.layers
        own.columns[:units].reshape(units, layers, -1)[...] = selected.transpose(2, 1, 0)
        steps = self._post.standardised(own.columns, own.work, own.hidden)
        steps *= self._post.gain[:, None]
        shift = self._positions + self._post.shift
        layered = steps.reshape(units, layers, -1)
        layered += shift.T[:, :, None]
        return steps


class EncoderBuffers:
    """Memory in which one thread encodes ``count`` profiles."""

    def __init__(self, count: int, layers: int, units: int, hidden: int, slots: int) -> None:
        self.columns = with_ones(units, layers * count)
        self.work = room(2 * units, layers * count)
        self.hidden = with_ones(units, layers * count)
        self.state = room(hidden + 1 + units, count)
        self.state[hidden] = 1.0
        self.gates = room(4 * hidden, count)
        self.cell = room(hidden, count)
        self.keys = np.empty((count, slots, units + 1), np.float32)
        self.values = np.empty((count, slots, units), np.float32)
        heads = slots // layers
        self.turned_keys = np.empty((count // TILE, heads * (units + 1), TILE), np.float32)
        self.turned_values = np.empty((count // TILE, heads * units, TILE), np.float32)


def _turned(kernel: Array, states: Array, work: Array, out: Array) -> None:
    """Write ``kernel @ states``, one column a profile, by profile to ``out`` (tiles, TILE, heads, units).

    Products with a row for each profile would cost less, but by rows bits depend on the place in the tile.
    """
    matmul(kernel, tiles(states, TILE), work)
    out[...] = work.reshape(len(work), out.shape[2], -1, TILE).transpose(0, 3, 1, 2)


def attend(
    decoder: Array, keys: Array, values: Array, *, heads: int, width: int, scores: Array, out: Array
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
    """Kernel (4 * units, units + 1 + inputs) of a long short-term memory over [state, 1, input]."""
    kernel = np.vstack(
        [weights["encoder.recurrent"], weights["encoder.bias"][None], weights["encoder.kernel"]]
    ).astype(np.float64)
    signs = np.repeat([-1.0, -1.0, 1.0, -1.0], len(weights["encoder.recurrent"]))
    return _single((kernel * signs).T)  # logistic gates are 1 / (1 + exp(gate))


def _long_short_term_memory(gates: Array, cell: Array, state: Array, first: bool) -> None:
    """One step (Hochreiter and Schmidhuber 1997) of columns; ``cell`` and ``state`` are overwritten.

    The first step finds an empty memory, whatever ``cell`` holds.
    """
    units = len(cell)
    write, keep, new, show = (gates[i * units : (i + 1) * units] for i in range(4))
    with np.errstate(over="ignore"):
        np.exp(gates[: 2 * units], out=gates[: 2 * units])
        np.exp(show, out=show)
    gates[: 2 * units] += np.float32(1.0)
    show += np.float32(1.0)
    np.tanh(new, out=new)
    if first:
        np.divide(new, write, out=cell)
    else:
        new /= write
        cell /= keep
        cell += new
    np.tanh(cell, out=state)
    state /= show


def _folded_projections(weights: Weights) -> tuple[Array, Array]:
    """Kernels of encoder states with a one at the end: (heads * (width + 1), units + 1), (heads * width, units + 1)."""
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
    return _single(np.hstack(keys).T), _single(np.hstack(values).T)


def _single(values: npt.NDArray[np.float64]) -> Array:
    return np.ascontiguousarray(values, dtype=np.float32)
