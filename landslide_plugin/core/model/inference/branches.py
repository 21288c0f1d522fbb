"""The branches of variable selection, each a function of one number, computed on columns."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from ...types.odds import probability_of
from .columns import TILE, filled, product, standardise, with_bias, with_ones
from .layers import SELECTION_EPSILON, Weights, elu
from .sums import total

Floats = npt.NDArray[Any]
ROWS = 64 * TILE
"""Rows computed at once, so that what is between input and sum stays in the cache."""


class Branches:
    """Gated residual networks over single inputs, and their sum by importance (Lim et al. 2021, eq. 6-8).

    Parameters
    ----------
    weights : dict of str to float32 array
    name : str
        Weights of the branches, ``<name>.input`` and so on.
    dtype : dtype
        Precision of the computation.
    """

    def __init__(self, weights: Weights, name: str, dtype: Any = np.float32) -> None:
        self._dtype = np.dtype(dtype)
        self._branches = [
            _Branch(weights, name, number, dtype) for number in range(len(weights[f"{name}.input.kernel"]))
        ]
        self._importance = weights[f"{name}.importance.kernel"].astype(dtype)
        self._bias = weights[f"{name}.importance.bias"].astype(dtype)

    def encoded(self, number: int, values: Floats) -> tuple[Floats, Floats]:
        """Encoding (units, count) and importance (count,) of any number of values of one input."""
        given = filled(values.astype(self._dtype, copy=False))
        found = self._branches[number].encoded(given)
        importance = np.add.reduce(found * self._importance, axis=0) + self._bias
        return found[:, : len(values)], importance[: len(values)]

    def selected(self, values: Floats) -> Floats:
        """Sums (rows, units) of the encodings of rows (rows, inputs) by the softmax of their importance."""
        if not len(values):
            return np.empty((0, len(self._importance)), self._dtype)
        runs = range(0, len(values), ROWS)
        return np.concatenate([self._sums(values[start : start + ROWS]).T for start in runs])

    def _sums(self, values: Floats) -> Floats:
        whole = filled(values)
        encoded, importance = zip(*(self.encoded(i, column) for i, column in enumerate(whole.T)))
        highest = np.maximum.reduce(importance)
        shares = [np.exp(each - highest) for each in importance]
        sums = total([each * share for each, share in zip(encoded, shares)]) / total(shares)
        return np.asarray(sums[:, : len(values)])


class _Branch:
    """One gated residual network, from a number to columns."""

    def __init__(self, weights: Weights, name: str, number: int, dtype: Any) -> None:
        def of(part: str) -> Floats:
            return np.asarray(weights[f"{name}.{part}"][number].astype(dtype))

        self._enter, self._skip = (
            [of(f"{part}.{kind}").T for kind in ("kernel", "bias")] for part in ("input", "skip")
        )
        self._output, self._gate = (
            with_bias(of(f"{part}.kernel"), of(f"{part}.bias")[0], dtype) for part in ("output", "gate")
        )
        self._gain, self._shift = of("norm.gamma").T, of("norm.beta").T

    def encoded(self, values: Floats) -> Floats:
        """Encoding (units, count) of values (count,); count is a multiple of ``TILE``."""
        (enter, enter_bias), (skip, skip_bias) = self._enter, self._skip
        hidden = with_ones(len(enter), len(values), values.dtype)
        inner = hidden[:-1]
        inner[...] = enter * values + enter_bias
        gate = product(self._gate, hidden, np.empty_like(inner))
        inner[...] = elu(inner)
        found = product(self._output, hidden, np.empty_like(inner))
        found *= probability_of(gate)
        found += skip * values + skip_bias
        standardise(found, SELECTION_EPSILON)
        return np.asarray(found * self._gain + self._shift)
