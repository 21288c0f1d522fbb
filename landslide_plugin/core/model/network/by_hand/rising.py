"""The branch through which triggers can only raise the log odds, with its gradients."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ....types.odds import logistic
from .layers import ONE, Floats, dense
from .weights import WeightFrame


def rising(frame: WeightFrame, cells: Floats, triggers: Floats) -> tuple[Floats, Callable[[Floats], None]]:
    """Log odds (members, scenarios, cells).

    Parameters
    ----------
    cells : float32 array (members, inputs, cells)
        Factors and, behind them, soil layers.
    triggers : float32 array (members, columns, scenarios, cells or 1)
    """
    hidden, hidden_back = dense(frame, "rise.hidden", cells)
    inner, gate_back = dense(frame, "rise.gate", np.maximum(hidden, 0))
    gates = np.logaddexp(inner, np.float32(0.0))
    members, columns, scenarios, each = triggers.shape
    met = triggers.reshape(members, columns, -1)
    kernel = frame.weights["rise.kernel"]
    risen = logistic(kernel.swapaxes(1, 2) @ met + frame.column("rise.bias"))
    risen = risen.reshape(members, -1, scenarios, each)
    scale = frame.weights["rise.scale"].reshape(-1, 1, 1)
    alone = each == 1
    total = (
        risen[..., 0].swapaxes(1, 2) @ gates if alone else np.add.reduce(gates[:, :, None] * risen, axis=1)
    )

    def back(slope: Floats) -> None:
        frame.add("rise.scale", np.add.reduce(slope * total, axis=(1, 2)))
        slope = slope * scale
        if alone:
            risen_slope = (gates @ slope.swapaxes(1, 2))[..., None]
            gates_slope = risen[..., 0] @ slope
        else:
            risen_slope = gates[:, :, None] * slope[:, None]
            gates_slope = np.add.reduce(risen * slope[:, None], axis=2)
        told = (risen_slope * risen * (ONE - risen)).reshape(members, -1, scenarios * each)
        frame.add("rise.kernel", met @ told.swapaxes(1, 2))
        frame.add("rise.bias", np.add.reduce(told, axis=2))
        hidden_back(gate_back(gates_slope * logistic(inner)) * (hidden > 0))

    return total * scale, back
