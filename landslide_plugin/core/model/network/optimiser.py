"""AdamW over one flat vector of parameters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

MEAN_DECAY = 0.9
SQUARE_DECAY = 0.999
EPSILON = 1e-7


@dataclass(frozen=True)
class Slots:
    """Running mean and mean square of the gradient, zero at the start of every member."""

    mean: Any
    square: Any


def adamw_step(
    parameters: Any, gradient: Any, slots: Slots, step: Any, rates: Any, decays: Any
) -> tuple[Any, Slots]:
    """One step of AdamW (Loshchilov and Hutter 2019, algorithm 2).

    Parameters
    ----------
    parameters, gradient : float32 tensors (p,)
    step : float32 scalar
        Number of this step, from 1.
    rates, decays : float32 tensors (p,)
        Learning rate of each parameter at this step; decay relative to that rate.

    Examples
    --------
    >>> import tensorflow as tf
    >>> zero, one = tf.zeros(1), tf.ones(1)
    >>> moved, _ = adamw_step(one, one, Slots(zero, zero), 1.0, 0.1 * one, zero)
    >>> round(float(moved[0]), 4)  # the first step is as long as the rate
    0.9
    """
    import tensorflow as tf

    mean = MEAN_DECAY * slots.mean + (1.0 - MEAN_DECAY) * gradient
    square = SQUARE_DECAY * slots.square + (1.0 - SQUARE_DECAY) * tf.square(gradient)
    corrected = mean / (1.0 - tf.pow(MEAN_DECAY, step))
    spread = tf.sqrt(square / (1.0 - tf.pow(SQUARE_DECAY, step))) + EPSILON
    return parameters - rates * (corrected / spread + decays * parameters), Slots(mean, square)
