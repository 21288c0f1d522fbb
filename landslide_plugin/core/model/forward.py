"""The trained network as NumPy, for mapping: the same numbers as Keras to about 1e-6.

At horizon 1 the decoder has a single step. Attention of one step to itself gives that step all the
weight, so hierarchical attention and fusion are linear maps, folded once on loading.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import numpy as np
import numpy.typing as npt

from .architecture import Architecture
from .numpy_layers import (
    RESIDUAL_EPSILON,
    Array,
    Weights,
    dense,
    gated_residual,
    layer_norm,
    positions,
    recurrent,
    relu,
    rows_in_chunks,
    softmax,
    variable_selection,
)

BLOCK = 512
PROFILE_CHUNK = 32
TRIGGER_CHUNK = 8


@dataclass(frozen=True)
class EncodedProfiles:
    """Attention keys and values of distinct soil profiles (profiles, layers, heads, width)."""

    keys: Array
    values: Array


class ForwardNetwork:
    """Logits of one trained network.

    Parameters
    ----------
    architecture : Architecture
    weights : dict of str to float32 array
        As named by ``weights.read_weights``.
    """

    def __init__(self, architecture: Architecture, weights: Weights) -> None:
        self.architecture = architecture
        self._weights = dict(weights)
        self._cross = architecture.uses_profile_branch
        self._tail_kernel, self._tail_bias = _linear_tail(architecture, weights)

    def logits(self, static: Array, profile: Array, triggers: Array) -> Array:
        """Scaled logits (cells, scenarios).

        Parameters
        ----------
        static : float32 array (cells, static_dim)
            Encoded factors; every value finite.
        profile : float32 array (cells, layers, properties)
            Scaled; (cells, 1, 1) zeros without a profile.
        triggers : float32 array (scenarios, trigger_dim)
            Scaled; (1, 0) without scenarios.

        Notes
        -----
        A cell's logit depends on that cell and scenario alone, to the last bit: cells run in blocks
        of one size, padded, and scenarios one by one.
        """
        if not len(static):
            return np.zeros((0, len(triggers)), np.float32)
        steps = [self._trigger_part(row) for row in triggers]
        blocks = []
        for start in range(0, len(static), BLOCK):
            part = slice(start, start + BLOCK)
            blocks.append(self._block(static[part], profile[part], steps))
        return np.concatenate(blocks)

    def _block(self, static: Array, profile: Array, steps: list[Array]) -> Array:
        count = len(static)
        fill = BLOCK - count
        if fill:
            static = np.concatenate([static, np.repeat(static[-1:], fill, axis=0)])
            profile = np.concatenate([profile, np.repeat(profile[-1:], fill, axis=0)])
        weights, hidden = self._weights, self.architecture.hidden_units
        cells = variable_selection(static, weights, "static") @ weights["decoder.kernel"][:hidden]
        index, encoded = self._profiles(profile) if self._cross else (None, None)
        columns = [self._scenario(cells + step, index, encoded) for step in steps]
        return np.concatenate(columns, axis=1)[:count]

    def _scenario(
        self, decoder: Array, index: Optional[npt.NDArray[np.intp]], encoded: Optional[EncodedProfiles]
    ) -> Array:
        weights = self._weights
        context = relu(decoder)
        if index is not None and encoded is not None:
            attended = self._attend(context, encoded.keys[index], encoded.values[index])
            processed = gated_residual(attended, weights, "cross.post")
            context = layer_norm(processed + context, weights, "cross.norm", RESIDUAL_EPSILON)
        sequence = context @ self._tail_kernel + self._tail_bias
        final = layer_norm(sequence + context, weights, "final.norm", RESIDUAL_EPSILON)
        return dense(relu(dense(final, weights, "hidden")), weights, "head") * weights["scale"]

    def _attend(self, decoder: Array, keys: Array, values: Array) -> Array:
        weights = self._weights
        query = _heads(dense(decoder, weights, "cross.query_input"), weights, "cross.query")
        scale = np.float32(1.0 / np.sqrt(query.shape[-1]))
        shares = softmax(np.einsum("nhd,nlhd->nhl", query * scale, keys), axis=-1)
        mixed = np.einsum("nhl,nlhd->nhd", shares, values).reshape(len(decoder), -1)
        kernel = weights["cross.mix.kernel"]
        return np.asarray(mixed @ kernel.reshape(-1, kernel.shape[-1]) + weights["cross.mix.bias"])

    def _profiles(self, profile: Array) -> tuple[npt.NDArray[np.intp], EncodedProfiles]:
        flat = np.ascontiguousarray(profile.reshape(len(profile), -1))
        distinct, index = np.unique(flat, axis=0, return_inverse=True)
        states = rows_in_chunks(self._encode, distinct, PROFILE_CHUNK)
        count, layers, units = states.shape
        rows = dense(states.reshape(-1, units), self._weights, "cross.key_input")
        keys = _heads(rows, self._weights, "cross.key")
        values = _heads(rows, self._weights, "cross.value")
        shape = (count, layers, *keys.shape[1:])
        return index.reshape(-1), EncodedProfiles(keys.reshape(shape), values.reshape(shape))

    def _encode(self, flat: Array) -> Array:
        layers, properties = self.architecture.layers, self.architecture.properties
        rows = variable_selection(flat.reshape(-1, properties), self._weights, "profile")
        steps = rows.reshape(len(flat), layers, -1) + positions(layers, rows.shape[-1])
        return recurrent(steps, self._weights, "encoder")

    def _trigger_part(self, trigger: Array) -> Array:
        """What one scenario adds to the decoder's input (1, attention units)."""
        weights = self._weights
        if not self.architecture.trigger_dim:
            return weights["decoder.bias"][None]
        rows = np.repeat(trigger[None], TRIGGER_CHUNK, axis=0)
        step = variable_selection(rows, weights, "trigger")[:1] + positions(1, self.architecture.embed_dim)
        return step @ weights["decoder.kernel"][self.architecture.hidden_units :] + weights["decoder.bias"]


def _heads(rows: Array, weights: Weights, name: str) -> Array:
    """Project rows (rows, width) to (rows, heads, head width)."""
    kernel = weights[f"{name}.kernel"]
    product = rows @ kernel.reshape(kernel.shape[0], -1)
    return product.reshape(len(rows), *kernel.shape[1:]) + weights[f"{name}.bias"]


def _linear_tail(architecture: Architecture, weights: Weights) -> tuple[Array, Array]:
    """Hierarchical attention and fusion at one step as one kernel and bias."""
    width = architecture.embed_dim
    kernel, bias = np.eye(width), np.zeros(width)
    if "hierarchical" in architecture.attention_levels:
        terms = [
            _through_values(*_plain(weights, f"{term}.input"), weights, term) for term in ("short", "long")
        ]
        kernel = np.add(terms[0][0], terms[1][0])
        bias = np.add(terms[0][1], terms[1][1])
    kernel, bias = _through_values(kernel, bias, weights, "fusion")
    return kernel.astype(np.float32), bias.astype(np.float32)


def _plain(weights: Weights, name: str) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    return weights[f"{name}.kernel"].astype(float), weights[f"{name}.bias"].astype(float)


def _through_values(
    kernel: npt.NDArray[np.float64], bias: npt.NDArray[np.float64], weights: Weights, name: str
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Append attention with all weight on one step: the value and the output projection."""
    value, value_bias = _plain(weights, f"{name}.value")
    mix, mix_bias = _plain(weights, f"{name}.mix")
    value, mix = value.reshape(value.shape[0], -1), mix.reshape(-1, mix.shape[-1])
    return kernel @ value @ mix, (bias @ value + value_bias.reshape(-1)) @ mix + mix_bias
