"""Cross-attention of a cell's decoder steps to its own soil layers, with its gradients."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from .layers import Floats, dense, dense_chain
from .weights import WeightFrame

Both = Callable[[Floats], tuple[Floats, Floats]]


def attended(
    frame: WeightFrame, decoder: Floats, encoded: Floats, layers: int, heads: int
) -> tuple[Floats, Both]:
    """What decoder steps (members, units, steps * cells) make of states (members, hidden, layers * cells).

    On the way back the gradients of both. A single layer has all the weight: query and key are idle.
    """
    if layers == 1:
        return _of_one_layer(frame, decoder, encoded)
    members, cells = len(decoder), encoded.shape[2] // layers
    query, query_back = dense_chain(frame, ("cross.query_input", "cross.query"), decoder)
    source, source_back = dense(frame, "cross.key_input", encoded)
    key, key_back = dense(frame, "cross.key", source)
    value, value_back = dense(frame, "cross.value", source)
    shape = (members, heads, query.shape[1] // heads, -1, 1, cells)
    asked = query.reshape(shape)
    told, given = (part.reshape(*shape[:3], 1, layers, cells) for part in (key, value))
    scale = np.float32(1.0 / np.sqrt(shape[2]))
    weights = np.add.reduce(asked * told, axis=2)
    weights *= scale
    weights -= weights.max(axis=3, keepdims=True)
    np.exp(weights, out=weights)
    weights /= np.add.reduce(weights, axis=3, keepdims=True)
    found = np.add.reduce(weights[:, :, None] * given, axis=4)
    y, mix_back = dense(frame, "cross.mix", found.reshape(query.shape))

    def back(slope: Floats) -> tuple[Floats, Floats]:
        inner = mix_back(slope).reshape(shape)
        given_slope = np.add.reduce(inner * weights[:, :, None], axis=3)
        scores = np.add.reduce(inner * given, axis=2)
        scores -= np.add.reduce(scores * weights, axis=3, keepdims=True)
        scores *= weights
        scores *= scale
        asked_slope = np.add.reduce(scores[:, :, None] * told, axis=4)
        told_slope = np.add.reduce(scores[:, :, None] * asked, axis=3)
        into_source = key_back(told_slope.reshape(key.shape)) + value_back(given_slope.reshape(value.shape))
        return query_back(asked_slope.reshape(query.shape)), source_back(into_source)

    return y, back


def _of_one_layer(frame: WeightFrame, decoder: Floats, encoded: Floats) -> tuple[Floats, Both]:
    alone, alone_back = dense_chain(frame, ("cross.key_input", "cross.value", "cross.mix"), encoded)
    steps = decoder.shape[2] // encoded.shape[2]

    def back(slope: Floats) -> tuple[Floats, Floats]:
        together = slope.reshape(*slope.shape[:2], steps, -1).sum(axis=2)
        return np.zeros_like(decoder), alone_back(together)

    return np.tile(alone, (1, 1, steps)), back
