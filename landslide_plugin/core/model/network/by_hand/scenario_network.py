"""The whole network on columns: logits of cells in scenarios, and the way their gradients go back to all weights."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Optional

import numpy as np

from ...inference.architecture import Architecture
from ...inference.layers import positions
from .attention import attended
from .dropout import Dropped
from .layers import Back, Floats, dense, dense_chain, gated, residual_norm
from .recurrent import memory
from .rising import rising
from .selection import selection
from .weights import WeightFrame


@dataclass(frozen=True)
class Inputs:
    """What a pass is given, members side by side.

    Attributes
    ----------
    cells : float32 array (members, static_dim + layers * properties, cells)
        Scaled factors and, behind them, soil layers from the surface down.
    triggers : float32 array (members, trigger_dim, scenarios, cells or 1)
        Scaled; 1 where all cells share them.
    """

    cells: Floats
    triggers: Floats


def logits(
    frame: WeightFrame, architecture: Architecture, inputs: Inputs, dropped: Dropped
) -> tuple[Floats, Callable[[Floats], None]]:
    """What the network adds (members, scenarios, cells), and the way back."""
    a, cells = architecture, inputs.cells
    steps = 1 if a.rising else inputs.triggers.shape[2]
    decoder, decoder_back = _decoder(frame, a, inputs, dropped=dropped)
    context: Floats = decoder
    context_back: Back = _same
    if a.uses_profile_branch:
        context, context_back = _context(frame, a, decoder, cells=cells, dropped=dropped)
    score, head_back = _head(frame, a, context, dropped)
    scale = frame.weights["scale"].reshape(-1, 1, 1)
    scaled = (score * scale).reshape(len(cells), steps, -1)
    rise_back: Optional[Callable[[Floats], None]] = None
    found = scaled
    if a.rising:
        risen, rise_back = rising(frame, cells, inputs.triggers)
        found = risen + scaled

    def back(slope: Floats) -> None:
        if rise_back is not None:
            rise_back(slope)
            slope = np.add.reduce(slope, axis=1, keepdims=True)
        slope = slope.reshape(score.shape)
        frame.add("scale", np.add.reduce(slope * score, axis=(1, 2)))
        decoder_back(context_back(head_back(slope * scale)))

    return found, back


def _same(slope: Floats) -> Floats:
    return slope


def _decoder(
    frame: WeightFrame, a: Architecture, inputs: Inputs, dropped: Dropped
) -> tuple[Floats, Callable[[Floats], None]]:
    """Decoder steps (members, units, scenarios * cells) of cells and, where the network sees them, of triggers."""
    members, count = len(inputs.cells), inputs.cells.shape[2]
    chosen, static_back = selection(
        frame, "static", inputs.cells[:, : a.static_dim], dropped.selection("static")
    )
    kernel, units = frame.weights["decoder.kernel"], chosen.shape[1]
    bias = frame.column("decoder.bias")
    met = (kernel[:, :units].swapaxes(1, 2) @ chosen + bias)[:, :, None]
    scenarios, triggers, each = 1, None, 1
    if a.decoder_triggers:
        scenarios, each = inputs.triggers.shape[2:]
        columns = inputs.triggers.reshape(members, a.trigger_dim, -1)
        triggers, trigger_back = selection(frame, "trigger", columns, dropped.selection("trigger"))
        triggers += positions(1, triggers.shape[1])[0][:, None]
        own = kernel[:, units:].swapaxes(1, 2) @ triggers
        met = met + own.reshape(members, -1, scenarios, each)
    elif not a.rising:
        scenarios = inputs.triggers.shape[2]
        met = np.repeat(met, scenarios, axis=2)
    steps = np.maximum(met, 0)

    def back(slope: Floats) -> None:
        slope = slope.reshape(steps.shape) * (steps > 0)
        cells_slope = np.add.reduce(slope, axis=2)
        frame.add("decoder.bias", np.add.reduce(cells_slope, axis=2))
        rows = frame.slopes["decoder.kernel"]
        rows[:, :units] += chosen @ cells_slope.swapaxes(1, 2)
        if triggers is not None:
            own_slope = slope if each > 1 or count == 1 else np.add.reduce(slope, axis=3)
            own_slope = own_slope.reshape(members, -1, scenarios * each)
            rows[:, units:] += triggers @ own_slope.swapaxes(1, 2)
            trigger_back(kernel[:, units:] @ own_slope)
        static_back(kernel[:, :units] @ cells_slope)

    return steps.reshape(members, steps.shape[1], -1), back


def _context(
    frame: WeightFrame, a: Architecture, decoder: Floats, cells: Floats, dropped: Dropped
) -> tuple[Floats, Back]:
    """Decoder steps once they have attended to the soil layers."""
    members, count = len(cells), cells.shape[2]
    soil = cells[:, a.static_dim :].reshape(members, a.layers, a.properties, count).swapaxes(1, 2)
    columns = np.ascontiguousarray(soil).reshape(members, a.properties, -1)
    chosen, profile_back = selection(frame, "profile", columns, dropped.selection("profile"))
    places = positions(a.layers, chosen.shape[1]).T[:, :, None]
    chosen = (chosen.reshape(members, -1, a.layers, count) + places).reshape(chosen.shape)
    encoded, memory_back = memory(frame, chosen, a.layers)
    met, met_back = attended(frame, decoder, encoded, a.layers, a.heads)
    processed, post_back = gated(frame, "cross.post", met, dropped.kept("cross.post"))
    context, norm_back = residual_norm(frame, "cross.norm", processed + decoder)

    def back(slope: Floats) -> Floats:
        slope = norm_back(slope)
        decoder_slope, encoded_slope = met_back(post_back(slope))
        profile_back(memory_back(encoded_slope))
        return slope + decoder_slope

    return context, back


def _head(frame: WeightFrame, a: Architecture, context: Floats, dropped: Dropped) -> tuple[Floats, Back]:
    """Scores (members, 1, columns) of decoder steps, each of which attends to itself alone."""
    sequence, backs = context, []
    if "hierarchical" in a.attention_levels:
        both = [
            dense_chain(frame, (f"{t}.input", f"{t}.value", f"{t}.mix"), context) for t in ("short", "long")
        ]
        sequence, backs = both[0][0] + both[1][0], [both[0][1], both[1][1]]
    fused, fused_back = dense_chain(frame, ("fusion.value", "fusion.mix"), sequence)
    final, norm_back = residual_norm(frame, "final.norm", fused + context)
    inner, hidden_back = dense(frame, "hidden", final)
    hidden, kept = np.maximum(inner, 0), dropped.kept("hidden")
    if kept is not None:
        hidden *= kept
    score, score_back = dense(frame, "head", hidden)

    def back(slope: Floats) -> Floats:
        slope = score_back(slope) * (inner > 0)
        if kept is not None:
            slope *= kept
        slope = norm_back(hidden_back(slope))
        inside = fused_back(slope)
        return slope + (sum(way(inside) for way in backs) if backs else inside)

    return score, back
