"""Cross-attention to the soil layers, and the buffers in which one thread computes blocks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

import numpy as np

from .architecture import Architecture
from .blocks import BLOCK, CUT, SLOTS, Index, Profiles, tiled
from .columns import Buffers, GatedResidual, room, standardise, with_ones
from .knots import Range
from .layers import RESIDUAL_EPSILON, Array, Weights
from .profile_encoder import EncodedProfiles, EncoderBuffers, ProfileEncoder, attend


class Scratch:
    """Buffers of one thread, so that no block asks the system for memory."""

    def __init__(self, architecture: Architecture) -> None:
        hidden, units = architecture.hidden_units, architecture.embed_dim
        layers, slots = architecture.layers, architecture.layers * architecture.heads
        self.static = with_ones(hidden, BLOCK)
        self.static_hidden = with_ones(hidden, BLOCK)
        self.static_work = room(2 * hidden, BLOCK)
        self.cells = room(units, BLOCK)
        self.columns = Buffers(lambda count: ColumnBuffers(count, architecture))
        self.slots = ColumnBuffers(CUT * SLOTS, architecture)
        self.encoder = Buffers(lambda count: EncoderBuffers(count, layers, units, hidden, slots))


class ColumnBuffers:
    """What the decoder's columns need."""

    def __init__(self, count: int, architecture: Architecture) -> None:
        units = architecture.embed_dim
        self.decoder = with_ones(units, count)
        self.attended = with_ones(units, count)
        self.work = room(2 * units, count)
        self.inner = with_ones(units, count)
        self.scores = room(architecture.layers * architecture.heads, count)
        self.final = with_ones(units, count)
        self.hidden = room(architecture.hidden_units, count)


class CrossPart:
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
            work = room(2 * units, BLOCK)
            self._processed(columns, work, with_ones(units, BLOCK))
            found[start : start + BLOCK] = columns[:units, : part.shape[1]].T
        return EncodedProfiles(encoded.keys, found)

    def selected(self, profiles: Profiles) -> Array:
        """The encoder's input of every layer of every profile."""
        return self._encoder.selected(profiles)

    def encoded(self, selected: Array, which: Index, scratch: Scratch) -> tuple[Array, Array]:
        """Keys and values of cells that each have one of the profiles, in rising order."""
        first, last = int(which[0]), int(which[-1])
        found = self._encoder.part(tiled(selected, slice(first, last + 1)), scratch.encoder)
        if last - first + 1 == len(which):
            return found.keys, found.values
        return found.keys[which - first], found.values[which - first]

    def pick(self, encoded: EncodedProfiles, profiles: Index) -> tuple[Optional[Array], Array]:
        """Keys and values of a block's profiles; of single layers, one column for each column."""
        if not self._single:
            return encoded.keys[profiles], encoded.values[profiles]
        each = np.repeat(profiles, BLOCK // len(profiles))
        return None, encoded.values[each].T

    def context(
        self, own: ColumnBuffers, keys: Optional[Array], values: Array, slots: Optional[ColumnBuffers]
    ) -> None:
        """Replace the decoder's columns by their context."""
        decoder = own.decoder
        units = len(decoder) - 1
        if keys is None:
            decoder[:units] += values
        else:
            self._attend(own, keys, values, slots)
            decoder[:units] += self._processed(own.attended, own.work, own.inner)
        context = decoder[:units]
        standardise(context, RESIDUAL_EPSILON)
        context *= self._gain
        context += self._shift

    def _attend(self, own: ColumnBuffers, keys: Array, values: Array, slots: Optional[ColumnBuffers]) -> None:
        """What the columns attend to, in ``own.attended``."""
        units = len(own.decoder) - 1
        at = slots or own
        asked = at.decoder[:units].reshape(units, -1, SLOTS)
        given = at.attended[:units].reshape(units, -1, SLOTS)
        runs = [slice(first, first + CUT) for first in range(0, own.decoder.shape[1], CUT)]
        if slots is not None:
            for slot, run in enumerate(runs):
                asked[:, :, slot] = own.decoder[:units, run]
        attended = at.attended[:units]
        attend(at.decoder, keys, values, heads=self._heads, width=SLOTS, scores=at.scores, out=attended)
        if slots is not None:
            for slot, run in enumerate(runs):
                own.attended[:units, run] = given[:, :, slot]

    def _processed(self, columns: Array, work: Array, inner: Array) -> Array:
        found = self._post.standardised(columns, work, inner)
        found *= self._post.gain[:, None]
        found += self._post.shift[:, None]
        return found
