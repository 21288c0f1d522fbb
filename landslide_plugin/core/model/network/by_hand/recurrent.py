"""Long short-term memory over the soil layers, unrolled, with its gradients (Hochreiter and Schmidhuber 1997)."""

from __future__ import annotations

import numpy as np

from .layers import ONE, Back, Floats
from .weights import WeightFrame

HALF = np.float32(0.5)


def memory(frame: WeightFrame, x: Floats, layers: int) -> tuple[Floats, Back]:
    """States (members, units, layers * columns) after each layer, of inputs (members, inputs, layers * columns).

    What the inputs give the gates is one product for all layers, and so is what all layers give each kernel back.
    """
    layer, recurrent = frame.dense("encoder"), frame.weights["encoder.recurrent"]
    members, units = len(x), recurrent.shape[1]
    # A logistic gate is (1 + tanh(x / 2)) / 2, so that one call makes all four.
    halves = np.repeat(np.array([0.5, 0.5, 1.0, 0.5], np.float32), units)[:, None]
    turned = recurrent.swapaxes(1, 2) * halves
    met = (layer.turned * halves) @ x
    met += layer.bias * halves
    met = np.ascontiguousarray(met.reshape(members, 4 * units, layers, -1).swapaxes(1, 2))
    columns = met.shape[3]
    kept = (members, layers, units, columns)
    cells, shown, states = (np.empty(kept, met.dtype) for _ in range(3))
    news, gates = np.empty(kept, met.dtype), met
    for number in range(layers):
        gate = gates[:, number]
        if number:
            gate += turned @ states[:, number - 1]
        np.tanh(gate, out=gate)
        new = news[:, number]
        new[...] = gate[:, 2 * units : 3 * units]
        gate *= HALF
        gate += HALF
        cell = cells[:, number]
        np.multiply(gate[:, :units], new, out=cell)
        if number:
            cell += gate[:, units : 2 * units] * cells[:, number - 1]
        np.tanh(cell, out=shown[:, number])
        np.multiply(gate[:, 3 * units :], shown[:, number], out=states[:, number])

    def back(slope: Floats) -> Floats:
        slope = np.ascontiguousarray(slope.reshape(members, units, layers, columns).swapaxes(1, 2))
        own = gates.reshape(members, layers, 4, units, columns)
        rates = own * (ONE - own)
        rates[:, :, 0] *= news
        rates[:, 0, 1] = 0.0
        rates[:, 1:, 1] *= cells[:, :-1]
        rates[:, :, 2] = own[:, :, 0] * (ONE - news * news)
        rates[:, :, 3] *= shown
        through = own[:, :, 3] * (ONE - shown * shown)
        slopes = np.empty((members, layers, 4 * units, columns), met.dtype)
        cell_slope, state_slope = np.zeros_like(cells[:, 0]), np.zeros_like(cells[:, 0])
        for number in reversed(range(layers)):
            told, here = slope[:, number] + state_slope, slopes[:, number]
            cell_slope += told * through[:, number]
            each = here.reshape(members, 4, units, columns)
            np.multiply(rates[:, number, :3], cell_slope[:, None], out=each[:, :3])
            np.multiply(rates[:, number, 3], told, out=each[:, 3])
            if number:
                state_slope = recurrent @ here
                cell_slope *= own[:, number, 1]
        every = np.ascontiguousarray(slopes.swapaxes(1, 2)).reshape(members, 4 * units, -1)
        frame.add("encoder.kernel", x @ every.swapaxes(1, 2))
        frame.add("encoder.bias", np.add.reduce(every, axis=2))
        told = states[:, :-1] @ slopes[:, 1:].swapaxes(2, 3)
        frame.add("encoder.recurrent", np.add.reduce(told, axis=1))
        return np.asarray(layer.kernel @ every)

    return np.ascontiguousarray(states.swapaxes(1, 2)).reshape(members, units, -1), back
