"""The network: BaseAttentive at horizon 1, one logit per cell and scenario.

Kouadio, base-attentive 2.x. Its objective is "hybrid": a recurrent encoder over the soil layers from
the surface down, whose steps a decoder attends to; the decoder's one step holds the cell's factors
and the scenario's triggers. The output is linear, hence a logit.
"""

from __future__ import annotations

import os
from functools import lru_cache
from typing import Any

import numpy as np

from ..inference.architecture import Architecture
from . import variable_selection
from .rising_layer import rising_layer_class


def build_attentive(architecture: Architecture, batched: bool = True) -> Any:
    """A built BaseAttentive of [static, profile, trigger] rows to logits (rows, 1, 1).

    Parameters
    ----------
    architecture : Architecture
    batched : bool
        Whether variable selection runs over all inputs at once; the package's own layers otherwise.
    """
    os.environ.setdefault("KERAS_BACKEND", "tensorflow")
    from base_attentive import BaseAttentive

    model = BaseAttentive(
        static_dim=architecture.static_dim,
        dynamic_dim=architecture.properties,
        future_dim=architecture.decoder_triggers,
        output_dim=1,
        forecast_horizon=1,
        objective="hybrid",
        architecture_config={
            "encoder_type": "hybrid",
            "feature_processing": "vsn",
            "decoder_attention_stack": list(architecture.attention_levels),
        },
        embed_dim=architecture.embed_dim,
        hidden_units=architecture.hidden_units,
        lstm_units=architecture.hidden_units,
        attention_units=architecture.embed_dim,
        num_heads=architecture.heads,
        dropout_rate=architecture.dropout,
        lookback_window=architecture.layers,
        component_overrides=variable_selection.register() if batched else None,
        name="attentive",
    )
    model(zero_rows(architecture, 2))
    return model


def zero_rows(architecture: Architecture, rows: int) -> list[Any]:
    """Zero inputs of the right shapes; the trigger is None without scenarios."""
    return [
        np.zeros((rows, architecture.static_dim), np.float32),
        np.zeros((rows, architecture.layers, architecture.properties), np.float32),
        np.zeros((rows, 1, architecture.decoder_triggers), np.float32)
        if architecture.decoder_triggers
        else None,
    ]


def build_scenario_network(architecture: Architecture, start_at_zero: bool) -> Any:
    """A Keras model of [static (B, d), profile (B, L, q), triggers (S, k) or (B, S, k)] to scaled logits (B, S).

    Parameters
    ----------
    architecture : Architecture
    start_at_zero : bool
        True for a residual: its trained scale starts at 0. False for a network that stands alone.
    """
    attentive = build_attentive(architecture)
    network = _scenario_network_class()(attentive, 0.0 if start_at_zero else 1.0, architecture)
    static, profile, _ = zero_rows(architecture, 2)
    network([static, profile, np.zeros((1, architecture.trigger_dim), np.float32)])
    return network


@lru_cache(maxsize=1)
def _scenario_network_class() -> Any:
    import keras

    class ScenarioNetwork(keras.Model):  # type: ignore[misc]
        """BaseAttentive's own layers, with the branches that no trigger touches run once a cell.

        Each decoder query attends to the soil layers by itself, so scenarios stand side by side as
        queries there. The later layers attend among decoder steps, of which a row has one: all the
        weight is on it, and only the value and output projections are left to compute.
        """

        def __init__(self, attentive: Any, scale: float, architecture: Architecture) -> None:
            super().__init__(name="scenarios")
            self.attentive = attentive
            self.scale = self.add_weight((), keras.initializers.Constant(scale), name="scale")
            self.rise = None
            if architecture.rising:
                cell = architecture.static_dim + architecture.layers * architecture.properties
                self.rise = rising_layer_class()(cell, architecture.trigger_dim, scale)

        def call(self, inputs: Any, training: bool = False) -> Any:
            static, profile, triggers = inputs
            decoder = _decoder_input(
                self.attentive, static, triggers[..., :1, :] if self.rise else triggers, training
            )
            context = _context(self.attentive, decoder, profile, training)
            logits = self.scale * _head(self.attentive, context, training)
            return logits + self.rise([static, profile, triggers]) if self.rise else logits

    return ScenarioNetwork


def _decoder_input(net: Any, static: Any, triggers: Any, training: bool) -> Any:
    """Decoder steps (rows, scenarios, units) of cells, and of the triggers where the network sees them."""
    from keras import ops

    scenarios = triggers.shape[-2]
    cells = ops.expand_dims(net.static_processor(static, training=training), 1)
    parts = ops.repeat(cells, scenarios, axis=1)
    if net.future_processor is not None:
        parts = ops.concatenate([parts, _steps(net, static, triggers, training)], axis=-1)
    return net.decoder_input_projection(parts)


def _steps(net: Any, static: Any, triggers: Any, training: bool) -> Any:
    """What the trigger branch makes of each scenario, the same for all cells unless they have triggers of their own."""
    from keras import ops

    scenarios = triggers.shape[-2]
    if len(triggers.shape) == 3:
        alone = ops.reshape(triggers, (-1, 1, triggers.shape[-1]))
        rows = net.future_positional_encoding(net.future_processor(alone, training=training))
        return ops.reshape(rows, (-1, scenarios, rows.shape[-1]))
    steps = net.future_processor(ops.expand_dims(triggers, 1), training=training)
    rows = ops.transpose(net.future_positional_encoding(steps), (1, 0, 2))
    return ops.broadcast_to(rows, (ops.shape(static)[0], scenarios, rows.shape[-1]))


def _context(net: Any, decoder: Any, profile: Any, training: bool) -> Any:
    """Decoder steps once they have attended to the soil layers."""
    if "cross" not in net.spec.attention_levels:
        return decoder
    layers = net.encoder_positional_encoding(net.dynamic_processor(profile, training=training))
    if profile.shape[1] > 1:
        encoded = net.dynamic_window(net.dynamic_encoder(layers, training=training))
        attended = net.decoder_cross_attention([decoder, encoded], training=training)
    else:
        attended = _of_one_layer(net, decoder, layers)
    processed = net.decoder_cross_postprocess(attended, training=training)
    return net.decoder_residual_norm(net.decoder_residual_add([processed, decoder]))


def _of_one_layer(net: Any, decoder: Any, layers: Any) -> Any:
    """What decoder steps make of a single layer, which all their weight is on: as without a profile.

    The recurrent encoder is then its cell from rest, and attention its value and output projections; the package's
    loop and scores cost more, to trace and at every step, than the few products left.
    """
    from keras import ops

    cell = net.dynamic_encoder.multi_scale_lstm.lstm_layers[0].cell
    rest = ops.zeros((ops.shape(layers)[0], cell.units))
    encoded, _ = cell(layers[:, 0], [rest, rest])
    cross = net.decoder_cross_attention
    alone = _alone(cross.cross_attention, cross.source2_dense(ops.expand_dims(encoded, 1)))
    return ops.repeat(alone, decoder.shape[1], axis=1)


def _head(net: Any, context: Any, training: bool) -> Any:
    """Logits (rows, scenarios) of decoder steps."""
    from keras import ops

    sequence = context
    if "hierarchical" in net.spec.attention_levels:
        layer = net.decoder_hierarchical_attention
        short = _alone(layer.short_term_attention, layer.short_term_dense(sequence))
        sequence = short + _alone(layer.long_term_attention, layer.long_term_dense(sequence))
    fused = _alone(net.decoder_fusion.attention, sequence)
    final = net.final_residual_norm(net.final_residual_add([fused, context]))
    hidden = net.hidden_projection(final)
    if net.dropout is not None:
        hidden = net.dropout(hidden, training=training)
    return ops.squeeze(net.multi_horizon_head.decoders[0](hidden), axis=-1)


def _alone(attention: Any, steps: Any) -> Any:
    """Multi-head attention of every step to itself alone."""
    return attention.output_dense(attention.value_dense(steps))
