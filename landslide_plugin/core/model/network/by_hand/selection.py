"""Variable selection with its gradients, all inputs in batched products."""

from __future__ import annotations

from collections.abc import Callable
from typing import Optional

import numpy as np

from ...inference.layers import SELECTION_EPSILON
from .layers import ONE, Floats, gated, norm, over_columns
from .weights import WeightFrame

HALF, TWO = np.float32(0.5), np.float32(2.0)
Kept = tuple[Optional[Floats], Optional[Floats]]


def selection(
    frame: WeightFrame, name: str, x: Floats, kept: Kept = (None, None)
) -> tuple[Floats, Callable[[Floats], None]]:
    """Inputs (members, inputs, columns) to units (members, units, columns) (Lim et al. 2021, eq. 6-8).

    Each input is one number, so that its first layer, and gate and skip, which are linear in it, are one product of
    [number, 1] with two rows of weights; the way back is one product too.

    Parameters
    ----------
    kept : (float32 array (members, inputs, units, columns) or None, float32 array (members, units, columns) or None)
        What dropout multiplies the active units by, of the inputs and of the network behind their sum.
    """
    members, inputs, columns = x.shape
    known = np.empty((members, inputs, 2, columns), np.float32)
    known[:, :, 0], known[:, :, 1] = x, 1.0
    first = _rows(frame, f"{name}.input")
    gates = first @ frame.weights[f"{name}.gate.kernel"]
    gates[:, :, 1:] += frame.weights[f"{name}.gate.bias"]
    gates *= HALF
    rows = np.concatenate([first, gates, _rows(frame, f"{name}.skip")], axis=3)
    units = first.shape[3]
    every = rows.swapaxes(2, 3) @ known
    hidden, skip = every[:, :, :units], every[:, :, 2 * units :]
    # Twice the gate, 1 + tanh(x / 2), meets half the output.
    gate = every[:, :, units : 2 * units]
    np.tanh(gate, out=gate)
    gate += ONE
    below = np.minimum(hidden, 0)
    np.exp(below, out=below)
    active = below - ONE
    np.maximum(active, hidden, out=active)
    if kept[0] is not None:
        active *= kept[0]
    outer = HALF * frame.weights[f"{name}.output.kernel"]
    output = outer.swapaxes(2, 3) @ active
    output += HALF * frame.weights[f"{name}.output.bias"].swapaxes(2, 3)
    summed = output * gate
    summed += skip
    encoded, norm_back = norm(frame, f"{name}.norm", summed, SELECTION_EPSILON)
    importance = frame.weights[f"{name}.importance.kernel"][:, None]
    weights = _weights(importance, encoded)
    chosen, post_back = gated(frame, f"{name}.post", np.add.reduce(encoded * weights, axis=1), kept[1])

    def back(slope: Floats) -> None:
        slope = post_back(slope)[:, None]
        encoded_slope = weights * slope
        if inputs > 1:
            told = np.einsum("miuc,muc->mic", encoded, slope[:, 0])[:, :, None]
            told -= np.add.reduce(told * weights, axis=1, keepdims=True)
            told *= weights
            frame.add(f"{name}.importance.kernel", np.add.reduce(encoded @ told.swapaxes(2, 3), axis=1))
            encoded_slope += importance * told
        added = norm_back(encoded_slope)
        through = added * gate
        frame.add(f"{name}.output.kernel", HALF * (active @ through.swapaxes(2, 3)))
        frame.add(f"{name}.output.bias", HALF * over_columns(through))
        slopes = np.empty_like(every)
        np.multiply(outer @ through, below, out=slopes[:, :, :units])
        if kept[0] is not None:
            slopes[:, :, :units] *= kept[0]
        through *= output
        np.multiply(through, np.subtract(TWO, gate, out=gate), out=slopes[:, :, units : 2 * units])
        slopes[:, :, 2 * units :] = added
        _add_first(frame, name, first, known @ slopes.swapaxes(2, 3))

    return chosen, back


def _add_first(frame: WeightFrame, name: str, first: Floats, told: Floats) -> None:
    """Add to the gradients of the layers that are linear in an input, given those of their two rows of weights.

    Parameters
    ----------
    first : float32 array (members, inputs, 2, units)
        Rows of the first layer, which the gate's kernel is multiplied out with.
    told : float32 array (members, inputs, 2, 3 * units)
    """
    units = first.shape[3]
    of_first, of_gates, of_skip = (told[..., i * units : (i + 1) * units] for i in range(3))
    of_gates = HALF * of_gates
    frame.add(f"{name}.gate.kernel", first.swapaxes(2, 3) @ of_gates)
    frame.add(f"{name}.gate.bias", of_gates[:, :, 1])
    of_first = of_first + of_gates @ frame.weights[f"{name}.gate.kernel"].swapaxes(2, 3)
    for part, found in (("input", of_first), ("skip", of_skip)):
        frame.add(f"{name}.{part}.kernel", found[:, :, 0])
        frame.add(f"{name}.{part}.bias", found[:, :, 1])


def _rows(frame: WeightFrame, name: str) -> Floats:
    """Kernel and bias of layers of one input each (members, inputs, 2, units)."""
    return np.concatenate([frame.weights[f"{name}.kernel"], frame.weights[f"{name}.bias"]], axis=2)


def _weights(importance: Floats, encoded: Floats) -> Floats:
    """Share of each input (members, inputs, 1, columns)."""
    if encoded.shape[1] == 1:
        return np.ones((*encoded.shape[:2], 1, encoded.shape[3]), np.float32)
    told = importance.swapaxes(2, 3) @ encoded
    told -= told.max(axis=1, keepdims=True)
    np.exp(told, out=told)
    told /= np.add.reduce(told, axis=1, keepdims=True)
    return np.asarray(told)
