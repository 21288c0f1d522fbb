"""The trained network as NumPy, for mapping: the same numbers as Keras to about 1e-6.

At horizon 1 the decoder has a single step. Attention of one step to itself gives that step all the
weight, so hierarchical attention and fusion are linear maps; with the projections around the
cross-attention they are multiplied out once, on loading. What no trigger touches runs once a cell,
what no cell touches once a run, what only the soil touches once a distinct profile.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Optional

import numpy as np
import numpy.typing as npt

from .architecture import Architecture
from .attention import EncodedProfiles, ProfileEncoder, attend
from .columns import (
    GatedResidual,
    plain,
    product,
    scale_to_unit_variance,
    standardise,
    tiles,
    with_bias,
    with_ones,
)
from .knots import Knots, Places
from .numpy_layers import RESIDUAL_EPSILON, Array, Weights, positions, variable_selection
from .rising import RisingBranch
from .selection import Range, Selection
from .trigger_part import TriggerPart

BLOCK = 1024
"""Columns computed at once; a multiple of the tile."""
SLOTS = 8
"""Columns that share a profile's keys in one product."""
TRIGGER_CHUNK = 8

Index = npt.NDArray[np.intp]


@dataclass(frozen=True)
class Block:
    """Cells of one run of columns.

    Attributes
    ----------
    cells : int array (BLOCK,)
        Which cells stand in the columns; the last ones may be repeated to fill the block.
    profiles : int array (BLOCK / SLOTS,) or (BLOCK,)
        Profile of every ``SLOTS`` neighbouring cells, or of every cell.
    """

    cells: Index
    profiles: Index

    @property
    def shared(self) -> bool:
        """True if neighbouring cells share their profile."""
        return len(self.profiles) < len(self.cells)


class ForwardNetwork:
    """Logits of one trained network.

    Parameters
    ----------
    architecture : Architecture
    weights : dict of str to float32 array
        As named by ``weights.read_weights``.
    static_ranges, profile_ranges : sequence of (float, float), optional
        Ranges over which the branches of variable selection are tabulated.
    trigger_ranges : sequence of (float, float), optional
        The same for triggers that differ from cell to cell.
    """

    def __init__(
        self,
        architecture: Architecture,
        weights: Weights,
        static_ranges: Optional[Sequence[Range]] = None,
        profile_ranges: Optional[Sequence[Range]] = None,
        trigger_ranges: Optional[Sequence[Range]] = None,
    ) -> None:
        self.architecture = architecture
        self._trigger_ranges = trigger_ranges
        self._weights = dict(weights)
        self._selection = Selection(weights, "static", static_ranges)
        self._post = GatedResidual(weights, "static.post")
        self._decoder, self._decoder_shift = _after(self._post, weights, architecture.hidden_units)
        self._cross: Optional[_CrossPart] = None
        if architecture.uses_profile_branch:
            self._cross = _CrossPart(architecture, weights, profile_ranges)
        self._tail, self._hidden, self._head = _tail_kernels(architecture, weights)
        self.rising = RisingBranch.of(weights)

    def logits(self, static: Array, profile: Array, triggers: Array) -> Array:
        """Scaled logits (cells, scenarios).

        Parameters
        ----------
        static : float32 array (cells, static_dim)
            Encoded factors; every value finite.
        profile : float32 array (cells, layers, properties)
            Scaled; (cells, 1, 1) zeros without a profile.
        triggers : float32 array (scenarios, trigger_dim) or (cells, scenarios, trigger_dim)
            Scaled; (1, 0) without scenarios.

        Notes
        -----
        A cell's logit depends on that cell and scenario alone, to the last bit: every product has one
        size, whatever the number of cells.
        """
        from .arrangement import arrange

        scenarios = triggers.shape[-2]
        out, scratch = np.empty((len(static), scenarios), np.float32), self.scratch()
        common = self.steps(triggers) if triggers.ndim == 2 else None
        for group in arrange(profile, scenarios):
            encoded = self.encode(group.profiles)
            for block in group.blocks:
                steps = self.cell_steps(triggers[block.cells]) if common is None else common
                found = self.block(static[block.cells], block, encoded, steps, scratch)
                out[block.cells] = found.T
        return out if self.rising is None else out + self.rising.logits(static, profile, triggers)

    def scratch(self) -> Scratch:
        """Buffers for one thread."""
        return Scratch(self.architecture)

    def steps(self, triggers: Array) -> Array:
        """What each scenario adds to the decoder's input (scenarios, attention units, 1).

        One row for all where no trigger reaches the decoder; ``rising`` then sets scenarios apart.
        """
        met = triggers[:1] if self.rising is not None else triggers
        return np.concatenate([self._step(row) for row in met])[:, :, None]

    def cell_steps(self, triggers: Array) -> Array:
        """The same for cells that each have their own triggers (BLOCK, scenarios, trigger_dim).

        Returns
        -------
        float32 array (scenarios, attention units, BLOCK)
        """
        if self.rising is not None:
            return self.steps(triggers[0])
        return np.stack([self._trigger.columns(rows) for rows in np.moveaxis(triggers, 1, 0)])

    @cached_property
    def _trigger(self) -> TriggerPart:
        return TriggerPart(self.architecture, self._weights, self._decoder_shift, self._trigger_ranges)

    def encode(self, profiles: Array) -> Optional[EncodedProfiles]:
        """Keys and values of distinct profiles; None if the network does not see them."""
        return self._cross.encode(profiles) if self._cross else None

    @property
    def knots(self) -> Optional[Knots]:
        """Knots of the tables of factors; None without tables."""
        return self._selection.knots

    @property
    def table_bytes(self) -> int:
        """Memory of the tables."""
        return self._selection.table_bytes + (self._cross.table_bytes if self._cross else 0)

    def block(
        self,
        static: Array,
        block: Block,
        encoded: Optional[EncodedProfiles],
        steps: Array,
        scratch: Scratch,
        places: Optional[Places] = None,
    ) -> Array:
        """Logits (scenarios, BLOCK) of encoded factors (BLOCK, static_dim).

        ``steps`` is what ``steps`` or ``cell_steps`` gives; ``places`` where the factors lie among ``knots``, if
        another network has looked already.
        """
        units = self._post.units
        scratch.static[:units] = self._selection.rows(static, places).T
        self._post.standardised(scratch.static, scratch.static_work, scratch.static_hidden)
        cells = product(self._decoder, scratch.static[:units], scratch.cells)
        out = np.empty((len(steps), BLOCK), np.float32)
        if self._cross is None or encoded is None or block.shared or self.architecture.layers == 1:
            keys = values = None
            if self._cross is not None and encoded is not None:
                keys, values = self._cross.pick(encoded, block.profiles)
            for row, step in zip(out, steps):
                np.add(cells, step, out=scratch.decoder[:-1])
                self._columns(keys, values, scratch, row)
            return out
        cut = BLOCK // SLOTS
        for first in range(0, BLOCK, cut):
            part = slice(first, first + cut)
            keys, values = self._cross.pick(encoded, block.profiles[part])
            for start in range(0, len(steps), SLOTS):
                some = steps[start : start + SLOTS]
                some = some if some.shape[2] == 1 else some[:, :, part]
                slots = scratch.decoder[:-1].reshape(len(cells), cut, SLOTS)
                slots[...] = 0.0
                np.add(cells[:, part, None], np.moveaxis(some, 0, 2), out=slots[:, :, : len(some)])
                found = np.empty(BLOCK, np.float32)
                self._columns(keys, values, scratch, found)
                out[start : start + SLOTS, part] = found.reshape(cut, SLOTS).T[: len(some)]
        return out

    def _columns(self, keys: Optional[Array], values: Optional[Array], scratch: Scratch, out: Array) -> None:
        """Logits (BLOCK,) of the decoder's columns, each ``SLOTS`` of which share keys and values."""
        decoder = scratch.decoder
        units = len(decoder) - 1
        np.maximum(decoder[:units], 0, out=decoder[:units])
        if self._cross is not None and values is not None:
            self._cross.context(decoder, keys, values, scratch)
        final = product(self._tail, decoder, scratch.final[:units])
        scale_to_unit_variance(final, RESIDUAL_EPSILON)
        hidden = product(self._hidden, scratch.final, scratch.hidden)
        np.maximum(hidden, 0, out=hidden)
        np.matmul(self._head[:-1], tiles(hidden, SLOTS * 4), out=out.reshape(-1, SLOTS * 4))
        out += self._head[-1]

    def _step(self, trigger: Array) -> Array:
        weights = self._weights
        if not self.architecture.decoder_triggers:
            return (weights["decoder.bias"] + self._decoder_shift)[None]
        rows = np.repeat(trigger[None], TRIGGER_CHUNK, axis=0)
        step = variable_selection(rows, weights, "trigger")[:1] + positions(1, self.architecture.embed_dim)
        kernel = weights["decoder.kernel"][self.architecture.hidden_units :]
        return np.asarray(step @ kernel + weights["decoder.bias"] + self._decoder_shift)


class Scratch:
    """Buffers of one thread, so that no block asks the system for memory."""

    def __init__(self, architecture: Architecture) -> None:
        units, hidden = architecture.embed_dim, architecture.hidden_units
        self.static = with_ones(hidden, BLOCK)
        self.static_hidden = with_ones(hidden, BLOCK)
        self.static_work = np.empty((2 * hidden, BLOCK), np.float32)
        self.cells = np.empty((units, BLOCK), np.float32)
        self.decoder = with_ones(units, BLOCK)
        self.attended = with_ones(units, BLOCK)
        self.work = np.empty((2 * units, BLOCK), np.float32)
        self.inner = with_ones(units, BLOCK)
        self.scores = np.empty((architecture.layers * architecture.heads, BLOCK), np.float32)
        self.final = with_ones(units, BLOCK)
        self.hidden = np.empty((hidden, BLOCK), np.float32)


class _CrossPart:
    """Cross-attention to the soil layers, and what follows it up to the decoder's context."""

    def __init__(
        self, architecture: Architecture, weights: Weights, ranges: Optional[Sequence[Range]]
    ) -> None:
        self._encoder = ProfileEncoder(weights, architecture.layers, architecture.properties, ranges)
        self.table_bytes = self._encoder.table_bytes
        self._heads, self._single = architecture.heads, architecture.layers == 1
        self._post = GatedResidual(weights, "cross.post")
        self._gain = weights["cross.norm.gamma"][:, None]
        self._shift = weights["cross.norm.beta"][:, None]

    def encode(self, profiles: Array) -> EncodedProfiles:
        """Keys and values; of a single layer, which gets all the weight, the processed result itself."""
        encoded = self._encoder.encode(profiles)
        if not self._single:
            return encoded
        attended = np.add.reduce(encoded.values, axis=1)
        count, units = attended.shape
        columns = with_ones(units, BLOCK)
        found = np.empty_like(attended)
        for start in range(0, count, BLOCK):
            part = attended[start : start + BLOCK].T
            columns[:units, : part.shape[1]] = part
            work = np.empty((2 * units, BLOCK), np.float32)
            self._processed(columns, work, with_ones(units, BLOCK))
            found[start : start + BLOCK] = columns[:units, : part.shape[1]].T
        return EncodedProfiles(encoded.keys, found)

    def pick(self, encoded: EncodedProfiles, profiles: Index) -> tuple[Optional[Array], Array]:
        """Keys and values of a block's profiles; of single layers, one column for each column."""
        if not self._single:
            if len(profiles) > 1 and (np.diff(profiles) == 1).all():
                run = slice(profiles[0], profiles[-1] + 1)
                return encoded.keys[run], encoded.values[run]
            return encoded.keys[profiles], encoded.values[profiles]
        each = np.repeat(profiles, BLOCK // len(profiles))
        return None, encoded.values[each].T

    def context(self, decoder: Array, keys: Optional[Array], values: Array, scratch: Scratch) -> None:
        """Replace the decoder's columns by their context."""
        units = len(decoder) - 1
        if keys is None:
            decoder[:units] += values
        else:
            attended = scratch.attended
            attend(decoder, keys, values, self._heads, SLOTS, scratch.scores, attended[:units])
            decoder[:units] += self._processed(attended, scratch.work, scratch.inner)
        context = decoder[:units]
        standardise(context, RESIDUAL_EPSILON)
        context *= self._gain
        context += self._shift

    def _processed(self, columns: Array, work: Array, inner: Array) -> Array:
        found = self._post.standardised(columns, work, inner)
        found *= self._post.gain[:, None]
        found += self._post.shift[:, None]
        return found


def _after(post: GatedResidual, weights: Weights, hidden: int) -> tuple[Array, Array]:
    """The decoder's kernel for cells with the gain of the layer before it, and what its shift gives."""
    kernel = weights["decoder.kernel"][:hidden].astype(np.float64)
    folded = np.ascontiguousarray((kernel * post.gain[:, None]).T, dtype=np.float32)
    return folded, (post.shift @ kernel).astype(np.float32)


def _tail_kernels(architecture: Architecture, weights: Weights) -> tuple[Array, Array, Array]:
    """Kernels from context to logit: to the last norm, to the hidden layer, and the head with its bias.

    Hierarchical attention, fusion, the residual and the subtraction of the mean are one linear map.
    """
    width = architecture.embed_dim
    kernel, bias = np.eye(width), np.zeros(width)
    if "hierarchical" in architecture.attention_levels:
        terms = [
            _through_values(*plain(weights, f"{term}.input"), weights, term) for term in ("short", "long")
        ]
        kernel, bias = terms[0][0] + terms[1][0], terms[0][1] + terms[1][1]
    kernel, bias = _through_values(kernel, bias, weights, "fusion")
    centre = np.eye(width) - 1.0 / width
    tail = with_bias((kernel + np.eye(width)) @ centre, bias @ centre)
    hidden, hidden_bias = plain(weights, "hidden")
    gain, shift = (weights[f"final.norm.{part}"].astype(np.float64) for part in ("gamma", "beta"))
    inner = with_bias(gain[:, None] * hidden, shift @ hidden + hidden_bias)
    head, head_bias = plain(weights, "head")
    scaled = np.concatenate([head[:, 0], head_bias]) * float(weights["scale"])
    return tail, inner, scaled.astype(np.float32)


def _through_values(
    kernel: npt.NDArray[np.float64], bias: npt.NDArray[np.float64], weights: Weights, name: str
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Append attention with all weight on one step: the value and the output projection."""
    value, value_bias = plain(weights, f"{name}.value")
    mix, mix_bias = plain(weights, f"{name}.mix")
    value, mix = value.reshape(value.shape[0], -1), mix.reshape(-1, mix.shape[-1])
    return kernel @ value @ mix, (bias @ value + value_bias.reshape(-1)) @ mix + mix_bias
