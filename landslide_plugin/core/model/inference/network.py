"""The trained network as NumPy, for mapping: the same numbers as Keras to about 1e-6.

At horizon 1 the decoder has a single step. Attention of one step to itself gives that step all the
weight, so hierarchical attention and fusion are linear maps; with the projections around the
cross-attention they are multiplied out once, on loading. What no trigger touches runs once a cell,
what no cell touches once a run, what only the soil touches once a distinct profile.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Optional, Union

import numpy as np
import numpy.typing as npt

from .architecture import Architecture
from .blocks import BLOCK, CUT, SLOTS, Block, OwnProfiles
from .columns import GatedResidual, filled, plain, product, scale_to_unit_variance, with_bias
from .cross_attention import ColumnBuffers, CrossPart, Scratch
from .knots import Knots, Places, Range
from .layers import RESIDUAL_EPSILON, Array, Weights
from .profile_encoder import EncodedProfiles
from .rising_branch import RisingBranch
from .selection_tables import Selection
from .trigger_branch import TriggerPart

Soils = Union[EncodedProfiles, OwnProfiles, None]


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
        self._cross: Optional[CrossPart] = None
        if architecture.uses_profile_branch:
            self._cross = CrossPart(architecture, weights, profile_ranges)
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
            encoded = self.encode(group.profiles) if group.encoded_first else None
            for block in group.blocks:
                steps = self.cell_steps(triggers[block.cells]) if common is None else common
                soil = encoded or group.own(block)
                out[block.cells] = self.block(static[block.cells], block, soil, steps, scratch).T
        return out if self.rising is None else out + self.rising.logits(static, profile, triggers)

    def scratch(self) -> Scratch:
        """Buffers for one thread."""
        return Scratch(self.architecture)

    def steps(self, triggers: Array) -> Array:
        """What each scenario adds to the decoder's input (scenarios, attention units, 1).

        One row for all where no trigger reaches the decoder; ``rising`` then sets scenarios apart.
        """
        met = triggers[:1] if self.rising is not None else triggers
        if not self.architecture.decoder_triggers:
            return (self._weights["decoder.bias"] + self._decoder_shift)[None, :, None]
        part = TriggerPart(self.architecture, self._weights, self._decoder_shift, None)
        return np.ascontiguousarray(part.columns(filled(met))[:, : len(met)].T)[:, :, None]

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
        soil: Soils,
        steps: Array,
        scratch: Scratch,
        places: Optional[Places] = None,
    ) -> Array:
        """Logits (scenarios, BLOCK) of encoded factors (BLOCK, static_dim).

        ``soil`` is what ``encode`` gives, or the block's own profiles to be encoded here; ``steps``
        what ``steps`` or ``cell_steps`` gives; ``places`` where the factors lie among ``knots``, if another
        network has looked already.
        """
        units = self._post.units
        scratch.static[:units] = self._selection.rows(static, places).T
        self._post.standardised(scratch.static, scratch.static_work, scratch.static_hidden)
        cells = product(self._decoder, scratch.static[:units], scratch.cells)
        out = np.empty((len(steps), BLOCK), np.float32)
        if self._cross is None or not isinstance(soil, OwnProfiles):
            own, keys, values = scratch.columns[BLOCK], None, None
            if self._cross is not None and isinstance(soil, EncodedProfiles):
                keys, values = self._cross.pick(soil, block.profiles)
            for row, step in zip(out, steps):
                np.add(cells, step, out=own.decoder[:-1])
                self._columns(keys, values, own, None, row)
            return out
        selected = self._cross.selected(soil.profiles)
        for first in range(0, BLOCK, CUT):
            run = slice(first, first + CUT)
            keys, values = self._cross.encoded(selected, soil.which[run], scratch)
            for start in range(0, len(steps), SLOTS):
                some = steps[start : start + SLOTS]
                some = some if some.shape[2] == 1 else some[:, :, run]
                few = scratch.columns[len(some) * CUT]
                met = few.decoder[:-1].reshape(len(cells), len(some), CUT)
                np.add(cells[:, None, run], np.moveaxis(some, 0, 1), out=met)
                found = np.empty(len(some) * CUT, np.float32)
                self._columns(keys, values, few, scratch.slots, found)
                out[start : start + SLOTS, run] = found.reshape(-1, CUT)
        return out

    def _columns(
        self,
        keys: Optional[Array],
        values: Optional[Array],
        own: ColumnBuffers,
        slots: Optional[ColumnBuffers],
        out: Array,
    ) -> None:
        """Logits (columns,) of the decoder's columns.

        Each ``SLOTS`` of them share keys and values; or, if ``slots`` are given, where these take place, the
        first of each of ``CUT`` runs, the second ones, and so on.
        """
        decoder = own.decoder
        units = len(decoder) - 1
        np.maximum(decoder[:units], 0, out=decoder[:units])
        if self._cross is not None and values is not None:
            self._cross.context(own, keys, values, slots)
        final = product(self._tail, decoder, own.final[:units])
        scale_to_unit_variance(final, RESIDUAL_EPSILON)
        hidden = product(self._hidden, own.final, own.hidden)
        np.maximum(hidden, 0, out=hidden)
        hidden *= self._head[:-1, None]
        np.add.reduce(hidden, axis=0, out=out)
        out += self._head[-1]


def adds(weights: Weights) -> bool:
    """Whether a network adds anything to a logit; at a scale of 0, where each starts, it does not.

    >>> adds({"scale": np.zeros(1)}), adds({"scale": np.zeros(1), "rise.scale": np.full(1, 0.1)})
    (False, True)
    """
    rises = "rise.scale" in weights and bool(np.any(weights["rise.scale"] != 0.0))
    return rises or bool(np.any(weights["scale"] != 0.0))


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
