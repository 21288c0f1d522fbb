"""The branch through which triggers can only raise the log odds, as a Keras layer for training.

Its kernel and scale are kept at 0 or above by the training step.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from ..inference.rising_branch import HIDDEN, UNITS


@lru_cache(maxsize=1)
def rising_layer_class() -> Any:
    """The Keras layer class; made on first use, so that importing this module needs no Keras."""
    import keras
    from keras import ops

    class Rising(keras.layers.Layer):  # type: ignore[misc]
        """[static (B, d), profile (B, L, q), triggers (S, k) or (B, S, k)] to log odds (B, S)."""

        def __init__(self, cell: int, triggers: int, scale: float) -> None:
            super().__init__(name="rise")
            self.hidden = keras.layers.Dense(HIDDEN, activation="relu", name="rise_hidden")
            self.gate = keras.layers.Dense(UNITS, activation="softplus", name="rise_gate")
            self.hidden.build((None, cell))
            self.gate.build((None, HIDDEN))
            self.rise_kernel = self.add_weight((triggers, UNITS), "ones", name="rise_kernel")
            self.rise_bias = self.add_weight((UNITS,), "zeros", name="rise_bias")
            constant = keras.initializers.Constant(scale)
            self.rise_scale = self.add_weight((), constant, name="rise_scale")
            self.built = True

        def call(self, inputs: Any) -> Any:
            static, profile, triggers = inputs
            soil = ops.reshape(profile, (-1, profile.shape[1] * profile.shape[2]))
            gates = self.gate(self.hidden(ops.concatenate([static, soil], axis=-1)))
            risen = ops.sigmoid(ops.matmul(triggers, self.rise_kernel) + self.rise_bias)
            if len(triggers.shape) == 3:
                return self.rise_scale * ops.sum(ops.expand_dims(gates, 1) * risen, axis=-1)
            return self.rise_scale * ops.matmul(gates, ops.transpose(risen))

    return Rising
