"""The network's layers in NumPy, each a function of values and named weights."""

from __future__ import annotations

from typing import Callable

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]
Weights = dict[str, Array]

SELECTION_EPSILON = np.float32(1e-3)
RESIDUAL_EPSILON = np.float32(1e-6)


def sigmoid(values: Array) -> Array:
    """Logistic function, without overflow at either end.

    >>> sigmoid(np.array([-200.0, 0.0, 200.0], "f4")).tolist()
    [0.0, 0.5, 1.0]
    """
    small = np.exp(-np.abs(values))
    return np.asarray(np.where(values >= 0, np.float32(1.0), small) / (np.float32(1.0) + small))


def relu(values: Array) -> Array:
    """The positive part."""
    return np.maximum(values, 0)


def elu(values: Array) -> Array:
    """Exponential linear unit: x above 0, exp(x) - 1 below (Clevert et al. 2016)."""
    return np.where(values > 0, values, np.expm1(np.minimum(values, 0)))


def softmax(values: Array, axis: int) -> Array:
    """Exponentials that sum to 1 along an axis."""
    shares = np.exp(values - values.max(axis=axis, keepdims=True))
    return np.asarray(shares / shares.sum(axis=axis, keepdims=True))


def dense(values: Array, weights: Weights, name: str) -> Array:
    """Product with the kernel plus the bias."""
    return values @ weights[f"{name}.kernel"] + weights[f"{name}.bias"]


def layer_norm(values: Array, weights: Weights, name: str, epsilon: np.float32) -> Array:
    """Zero mean and unit variance along the last axis, then scaled and shifted (Ba et al. 2016)."""
    centred = values - values.mean(axis=-1, keepdims=True)
    variance = np.square(centred).mean(axis=-1, keepdims=True)
    scaled = centred / np.sqrt(variance + epsilon)
    return np.asarray(scaled * weights[f"{name}.gamma"] + weights[f"{name}.beta"])


def gated_residual(values: Array, weights: Weights, name: str) -> Array:
    """Gated residual network of equal widths (Lim et al. 2021, eq. 2-5), rectifier inside."""
    hidden = dense(values, weights, f"{name}.input")
    output = dense(relu(hidden), weights, f"{name}.output")
    gate = sigmoid(dense(hidden, weights, f"{name}.gate"))
    return layer_norm(values + output * gate, weights, f"{name}.norm", SELECTION_EPSILON)


def selection_branches(values: Array, weights: Weights, name: str) -> tuple[Array, Array]:
    """Every input's own encoding (inputs, rows, units) and importance (inputs, rows, 1).

    Lim et al. 2021, eq. 6-7, of rows (rows, inputs).
    """
    variables = np.ascontiguousarray(values.T)[:, :, None]
    hidden = dense(variables, weights, f"{name}.input")
    output = dense(elu(hidden), weights, f"{name}.output")
    gate = sigmoid(dense(hidden, weights, f"{name}.gate"))
    skip = dense(variables, weights, f"{name}.skip")
    encoded = layer_norm(skip + output * gate, weights, f"{name}.norm", SELECTION_EPSILON)
    return encoded, dense(encoded, weights, f"{name}.importance")


def selected(encoded: Array, importance: Array) -> Array:
    """Sum of the encodings weighted by the softmax of their importance (rows, units)."""
    return np.asarray((encoded * softmax(importance, axis=0)).sum(axis=0))


def variable_selection(values: Array, weights: Weights, name: str) -> Array:
    """Variable selection (Lim et al. 2021, eq. 6-8) of rows (rows, inputs) to (rows, units)."""
    rows = selected(*selection_branches(values, weights, name))
    return gated_residual(rows, weights, f"{name}.post")


def positions(steps: int, width: int) -> Array:
    """Sines and cosines of a step's number (Vaswani et al. 2017), (steps, width).

    >>> positions(1, 4).tolist()
    [[0.0, 1.0, 0.0, 1.0]]
    """
    column = np.arange(width)
    rates = 1.0 / np.power(10000.0, 2 * (column // 2) / np.float32(width))
    angles = np.arange(steps)[:, None] * rates
    return np.where(column % 2 == 0, np.sin(angles), np.cos(angles)).astype(np.float32)


def rows_in_chunks(function: Callable[[Array], Array], values: Array, size: int) -> Array:
    """Apply a row-wise function to chunks of exactly ``size`` rows, the last one padded.

    A product of matrices may round differently for another number of rows; with one fixed size a
    row's bits never depend on how many rows are asked for.
    """
    padded = np.concatenate([values, np.repeat(values[-1:], -len(values) % size, axis=0)])
    parts = [function(padded[start : start + size]) for start in range(0, len(padded), size)]
    return np.concatenate(parts)[: len(values)]
