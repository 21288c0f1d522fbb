"""The parts of a network that reach its output, under readable names."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Weights = dict[str, npt.NDArray[np.float32]]


def read_weights(network: Any) -> Weights:
    """Float32 arrays by name, from a network of ``attentive.build_scenario_network``."""
    return {
        name: np.asarray(variable.numpy(), np.float32) for name, variable in named_variables(network).items()
    }


def places_of(network: Any) -> dict[str, int]:
    """Place of each named array among the trained variables of a network."""
    order = {id(variable): place for place, variable in enumerate(network.trainable_variables)}
    return {name: order[id(variable)] for name, variable in named_variables(network).items()}


def write_weights(network: Any, weights: Weights) -> None:
    """Put named arrays back into a network of the same architecture."""
    for name, variable in named_variables(network).items():
        variable.assign(weights[name])


def named_variables(network: Any) -> dict[str, Any]:
    """Keras variables by name: ``<layer>.kernel`` and ``.bias``, norms as ``.gamma`` and ``.beta``."""
    net, levels = network.attentive, network.attentive.spec.attention_levels
    found: dict[str, Any] = {"scale": network.scale}
    rise = network.rise
    if rise is not None:
        found |= {**_dense("rise.hidden", rise.hidden), **_dense("rise.gate", rise.gate)}
        found |= {"rise.kernel": rise.rise_kernel, "rise.bias": rise.rise_bias, "rise.scale": rise.rise_scale}
    found |= _selection("static", net.static_processor)
    if net.future_processor is not None:
        found |= _selection("trigger", net.future_processor)
    found |= _dense("decoder", net.decoder_input_projection)
    if "cross" in levels:
        found |= _selection("profile", net.dynamic_processor)
        found |= _recurrent("encoder", net.dynamic_encoder)
        found |= _dense("cross.query_input", net.decoder_cross_attention.source1_dense)
        found |= _dense("cross.key_input", net.decoder_cross_attention.source2_dense)
        found |= _attention("cross", net.decoder_cross_attention.cross_attention)
        found |= _gated("cross.post", net.decoder_cross_postprocess)
        found |= _norm("cross.norm", net.decoder_residual_norm)
    if "hierarchical" in levels:
        hierarchical = net.decoder_hierarchical_attention
        for term in ("short", "long"):
            found |= _dense(f"{term}.input", getattr(hierarchical, f"{term}_term_dense"))
            found |= _attention(term, getattr(hierarchical, f"{term}_term_attention"))
    found |= _attention("fusion", net.decoder_fusion.attention)
    found |= _norm("final.norm", net.final_residual_norm)
    found |= _dense("hidden", net.hidden_projection)
    found |= _dense("head", net.multi_horizon_head.decoders[0])
    return found


def _dense(name: str, layer: Any) -> dict[str, Any]:
    return {f"{name}.kernel": layer.kernel, f"{name}.bias": layer.bias}


def _norm(name: str, layer: Any) -> dict[str, Any]:
    return {f"{name}.gamma": layer.gamma, f"{name}.beta": layer.beta}


def _gated(name: str, layer: Any) -> dict[str, Any]:
    return {
        **_dense(f"{name}.input", layer.input_dense),
        **_dense(f"{name}.output", layer.output_dense),
        **_dense(f"{name}.gate", layer.gate_dense),
        **_norm(f"{name}.norm", layer.layer_norm),
    }


def _selection(name: str, layer: Any) -> dict[str, Any]:
    parts = ("input", "skip", "output", "gate", "importance")
    stacked = {
        f"{name}.{part}.{kind}": getattr(layer, f"{part}_{kind}")
        for part in parts
        for kind in ("kernel", "bias")
    }
    norm = {f"{name}.norm.gamma": layer.gamma, f"{name}.norm.beta": layer.beta}
    return {**stacked, **norm, **_gated(f"{name}.post", layer.post)}


def _recurrent(name: str, encoder: Any) -> dict[str, Any]:
    cell = encoder.multi_scale_lstm.lstm_layers[0].cell
    return {
        f"{name}.kernel": cell.kernel,
        f"{name}.recurrent": cell.recurrent_kernel,
        f"{name}.bias": cell.bias,
    }


def _attention(name: str, layer: Any) -> dict[str, Any]:
    return {
        **_dense(f"{name}.query", layer.query_dense),
        **_dense(f"{name}.key", layer.key_dense),
        **_dense(f"{name}.value", layer.value_dense),
        **_dense(f"{name}.mix", layer.output_dense),
    }
