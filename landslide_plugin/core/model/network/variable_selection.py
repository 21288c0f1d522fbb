"""Variable selection over all inputs at once, in place of one small sub-network per input.

The package builds a gated residual network per input variable (Lim et al. 2021, Temporal Fusion
Transformers, eq. 6-8); with tens of inputs the graph is mostly copies of it. Here their weights are
stacked along a leading axis and each step is one batched product: the same parameters and outputs.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

COMPONENT = "landslide.batched_variable_selection"
ROLES = ("static", "dynamic", "future")


def register() -> dict[str, str]:
    """Register the component with the package and return the overrides that select it."""
    from base_attentive.registry import DEFAULT_COMPONENT_REGISTRY as registry

    if not registry.has(COMPONENT):
        registry.register(COMPONENT, _build_component, backend="generic")
    return {f"{role}_processor": COMPONENT for role in ROLES}


def _build_component(**options: Any) -> Any:
    return batched_layer_class()(
        inputs=int(options["input_dim"]),
        units=int(options["vsn_units"] or options["output_units"]),
        outputs=int(options["output_units"]),
        activation=options["activation"],
        dropout=float(options["dropout_rate"]),
        name=options["name"],
    )


@lru_cache(maxsize=1)
def batched_layer_class() -> Any:
    """The Keras layer class; made on first use, so that importing this module needs no Keras."""
    import keras
    from base_attentive.components.gating_norm import GatedResidualNetwork
    from keras import ops

    class BatchedVariableSelection(keras.layers.Layer):  # type: ignore[misc]
        """Inputs (batch, inputs) or (batch, steps, inputs) to (batch, [steps,] outputs)."""

        def __init__(
            self, inputs: int, units: int, outputs: int, activation: str, dropout: float, name: str
        ) -> None:
            super().__init__(name=name)
            self.inputs, self.units = inputs, units
            self.dropout = keras.layers.Dropout(dropout)
            self.post = GatedResidualNetwork(outputs, dropout_rate=dropout, activation=activation)

        def build(self, shape: Any) -> None:
            n, u = self.inputs, self.units
            for part, fan_in in (("input", 1), ("skip", 1), ("output", u), ("gate", u)):
                limit = (6.0 / (fan_in + u)) ** 0.5
                glorot = keras.initializers.RandomUniform(-limit, limit)
                setattr(
                    self, f"{part}_kernel", self.add_weight((n, fan_in, u), glorot, name=f"{part}_kernel")
                )
                setattr(self, f"{part}_bias", self.add_weight((n, 1, u), "zeros", name=f"{part}_bias"))
            self.gamma = self.add_weight((n, 1, u), "ones", name="gamma")
            self.beta = self.add_weight((n, 1, u), "zeros", name="beta")
            self.importance_kernel = self.add_weight((u, 1), "glorot_uniform", name="importance_kernel")
            self.importance_bias = self.add_weight((1,), "zeros", name="importance_bias")
            self.post.build((*shape[:-1], u))
            super().build(shape)

        def call(self, x: Any, training: bool = False) -> Any:
            variables = ops.expand_dims(ops.transpose(ops.reshape(x, (-1, self.inputs))), -1)
            hidden = variables * self.input_kernel + self.input_bias
            active = self.dropout(ops.elu(hidden), training=training)
            output = ops.matmul(active, self.output_kernel) + self.output_bias
            gate = ops.sigmoid(ops.matmul(hidden, self.gate_kernel) + self.gate_bias)
            skip = variables * self.skip_kernel + self.skip_bias
            encoded = self._normalised(skip + output * gate)
            logits = ops.matmul(encoded, self.importance_kernel) + self.importance_bias
            weights = ops.softmax(logits, axis=0) if self.inputs > 1 else ops.ones_like(logits)
            selected = ops.sum(encoded * weights, axis=0)
            if len(x.shape) == 3:
                selected = ops.reshape(selected, (-1, x.shape[1], self.units))
            return self.post(selected, training=training)

        def _normalised(self, values: Any) -> Any:
            centred = values - ops.mean(values, axis=-1, keepdims=True)
            variance = ops.mean(ops.square(centred), axis=-1, keepdims=True)
            return centred * ops.rsqrt(variance + 1e-3) * self.gamma + self.beta

    return BatchedVariableSelection
