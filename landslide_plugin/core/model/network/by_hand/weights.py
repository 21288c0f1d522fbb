"""The weights of members as flat vectors, seen by name; and what collects their gradients."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple, Optional

import numpy as np
import numpy.typing as npt

from ...inference.architecture import Architecture
from ...inference.rising_branch import HIDDEN, UNITS

Floats = npt.NDArray[np.float32]
Shape = tuple[int, ...]


def shapes_of(architecture: Architecture) -> dict[str, Shape]:
    """Shape of each named weight, in the order of a flat vector.

    >>> shapes = shapes_of(Architecture(3, 1, 1, 0, "cross", 4, 8, 2))
    >>> shapes["decoder.kernel"], shapes["cross.mix.kernel"], shapes["scale"]
    ((8, 4), (2, 4, 4), ())
    """
    a = architecture
    e, h, cross = a.embed_dim, a.hidden_units, a.uses_profile_branch
    found: dict[str, Shape] = {"scale": (), **_selection("static", a.static_dim, h)}
    if cross:
        found |= _selection("profile", a.properties, e)
    if a.decoder_triggers:
        found |= _selection("trigger", a.decoder_triggers, e)
    if cross:
        found |= {"encoder.kernel": (e, 4 * h), "encoder.recurrent": (h, 4 * h), "encoder.bias": (4 * h,)}
    found |= {**_dense("hidden", e, h), **_dense("head", h, 1)}
    found |= _dense("decoder", h + (e if a.decoder_triggers else 0), e)
    if cross:
        found |= {**_dense("cross.query_input", e, e), **_dense("cross.key_input", h, e)}
        found |= {**_attention("cross", e, a.heads), **_gated("cross.post", e)}
    if "hierarchical" in a.attention_levels:
        found |= {**_dense("short.input", e, e), **_dense("long.input", e, e)}
        found |= {**_attention("short", e, a.heads), **_attention("long", e, a.heads)}
    found |= _attention("fusion", e, a.heads)
    if cross:
        found |= _norm("cross.norm", e)
    found |= _norm("final.norm", e)
    return {**found, **_rise(a)} if a.rising else found


def _rise(a: Architecture) -> dict[str, Shape]:
    return {
        "rise.kernel": (a.trigger_dim, UNITS),
        "rise.bias": (UNITS,),
        "rise.scale": (),
        **_dense("rise.hidden", a.static_dim + a.layers * a.properties, HIDDEN),
        **_dense("rise.gate", HIDDEN, UNITS),
    }


def _dense(name: str, rows: int, columns: int) -> dict[str, Shape]:
    return {f"{name}.kernel": (rows, columns), f"{name}.bias": (columns,)}


def _norm(name: str, width: int) -> dict[str, Shape]:
    return {f"{name}.gamma": (width,), f"{name}.beta": (width,)}


def _gated(name: str, width: int) -> dict[str, Shape]:
    found: dict[str, Shape] = {}
    for part in ("input", "output", "gate"):
        found |= _dense(f"{name}.{part}", width, width)
    return {**found, **_norm(f"{name}.norm", width)}


def _selection(name: str, inputs: int, width: int) -> dict[str, Shape]:
    found: dict[str, Shape] = {}
    for part, rows in (("input", 1), ("skip", 1), ("output", width), ("gate", width)):
        found[f"{name}.{part}.kernel"] = (inputs, rows, width)
        found[f"{name}.{part}.bias"] = (inputs, 1, width)
    found |= {f"{name}.norm.{part}": (inputs, 1, width) for part in ("gamma", "beta")}
    return {**found, **_dense(f"{name}.importance", width, 1), **_gated(f"{name}.post", width)}


def _attention(name: str, width: int, heads: int) -> dict[str, Shape]:
    found: dict[str, Shape] = {}
    for part in ("query", "key", "value"):
        found |= {f"{name}.{part}.kernel": (width, heads, width), f"{name}.{part}.bias": (heads, width)}
    return {**found, f"{name}.mix.kernel": (heads, width, width), f"{name}.mix.bias": (width,)}


class Layout:
    """Where each named weight of an architecture lies in a flat vector.

    >>> layout = Layout(Architecture(3, 1, 1, 0, "cross", 4, 8, 2))
    >>> layout.views(np.zeros((5, layout.size), "f4"))["decoder.kernel"].shape
    (5, 8, 4)
    """

    def __init__(self, architecture: Architecture) -> None:
        self.shapes = shapes_of(architecture)
        self.sizes = {name: int(np.prod(shape)) for name, shape in self.shapes.items()}
        self.size = sum(self.sizes.values())

    @cached_property
    def starts(self) -> dict[str, int]:
        """First place of each."""
        ends = np.cumsum([0, *self.sizes.values()])
        return {name: int(start) for name, start in zip(self.sizes, ends)}

    def views(self, vectors: Floats) -> dict[str, Floats]:
        """Named views (members, ...) of flat vectors (members, size); writing to one writes to the vectors."""
        members = len(vectors)
        return {
            name: vectors[:, start : start + self.sizes[name]].reshape(members, *self.shapes[name])
            for name, start in self.starts.items()
        }

    def vector(self, weights: dict[str, Floats]) -> Floats:
        """The flat vector (size,) of one member's named weights."""
        return np.concatenate([np.asarray(weights[name], np.float32).ravel() for name in self.shapes])

    def each(self, values: dict[str, float]) -> Floats:
        """A vector that repeats one number for each named weight."""
        parts = [np.full(size, values[name], np.float32) for name, size in self.sizes.items()]
        return np.concatenate(parts)


class Dense(NamedTuple):
    """A dense layer of members side by side.

    Attributes
    ----------
    kernel, turned : float32 arrays (members, inputs, outputs) and (members, outputs, inputs)
        The second is a view of the first; heads stand side by side.
    bias : float32 array (members, outputs, 1)
    kernel_slope, bias_slope : float32 arrays
        What collects their gradients.
    """

    kernel: Floats
    turned: Floats
    bias: Floats
    kernel_slope: Floats
    bias_slope: Floats


class WeightFrame:
    """Weights and gradients of members side by side, by name, each (members, ...): views of their flat vectors.

    Parameters
    ----------
    layout : Layout
    parameters : float32 array (members, size)
    gradient : float32 array (members, size), optional
        A pass adds to it on its way back; not needed by those that only go forward.
    """

    def __init__(self, layout: Layout, parameters: Floats, gradient: Optional[Floats] = None) -> None:
        self.weights = layout.views(parameters)
        self.slopes = self.weights if gradient is None else layout.views(gradient)
        self._dense: dict[str, Dense] = {}

    def dense(self, name: str) -> Dense:
        """A dense layer by its name, found once."""
        if name not in self._dense:
            kernel, slope = (_flat(part[f"{name}.kernel"], name) for part in (self.weights, self.slopes))
            bias, bias_slope = self.weights[f"{name}.bias"], self.slopes[f"{name}.bias"]
            own = (bias.reshape(len(bias), -1, 1), slope, bias_slope.reshape(len(bias), -1))
            self._dense[name] = Dense(kernel, kernel.swapaxes(1, 2), *own)
        return self._dense[name]

    def column(self, name: str) -> Floats:
        """A vector of weights as columns (members, size, 1)."""
        values = self.weights[name]
        return values.reshape(len(values), -1, 1)

    def add(self, name: str, slope: Floats) -> None:
        """Add to the gradient of a weight; the slope has its size, whatever its shape."""
        known = self.slopes[name]
        known += slope.reshape(known.shape)


def _flat(kernel: Floats, name: str) -> Floats:
    if name.endswith(".mix"):
        return kernel.reshape(len(kernel), -1, kernel.shape[-1])
    return kernel.reshape(len(kernel), kernel.shape[1], -1)
