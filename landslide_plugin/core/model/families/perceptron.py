"""A perceptron as plain arrays: what is left of it when scikit-learn has gone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ...errors import BundleError
from .linear import LinearPart
from .machine import CELLS, by_blocks, machine_rows, on_line

Floats = npt.NDArray[np.float64]
Inputs = npt.NDArray[np.float32]


@dataclass(frozen=True)
class PerceptronPart:
    """Log odds of layers of units on factors and soil layers side by side, and straight lines in triggers.

    A unit's value is the sum of what is below it, each times a weight, and a bias; negative ones are 0 but in the
    last layer (Rumelhart et al. 1986).

    Attributes
    ----------
    weights : tuple of float32 array (units below, units)
    biases : tuple of float32 array (units,)
    line : LinearPart
        Its one factor is the last layer's value, its slope 1 where there is no more to it; a larger trigger never
        lowers the odds.

    Examples
    --------
    >>> line = LinearPart(np.ones(1), np.zeros(0), np.zeros(0), 0.25)
    >>> both = (np.array([[1.0, -1.0]], "f4"), np.array([[1.0], [1.0]], "f4"))
    >>> part = PerceptronPart(both, (np.zeros(2, "f4"), np.zeros(1, "f4")), line)
    >>> no_soil, no_rain = np.zeros((2, 1, 0), "f4"), np.zeros((1, 0), "f4")
    >>> part.logit(np.array([[-2.0], [3.0]], "f4"), no_soil, no_rain).tolist()  # the absolute value
    [[2.25], [3.25]]
    """

    weights: tuple[Inputs, ...]
    biases: tuple[Inputs, ...]
    line: LinearPart

    def logit(self, static: Inputs, profile: Inputs, triggers: Inputs) -> Floats:
        """Log odds (cells, scenarios); arguments as of ``linear.LinearPart.logit``."""
        return on_line(self.line, self.last_layer(machine_rows(static, profile)), triggers)

    def last_layer(self, rows: Inputs) -> Floats:
        """Value (n,) of the last unit for rows (n, d), each by itself, in blocks of one size."""
        return by_blocks(rows, self._of_block)

    def _of_block(self, below: Floats) -> Floats:
        """Value of cells (d, CELLS), layer by layer, each unit below added to all units in turn."""
        for number, (weights, biases) in enumerate(zip(self.weights, self.biases)):
            units = np.repeat(biases.astype(np.float64)[:, None], CELLS, axis=1)
            for values, slopes in zip(below, weights.astype(np.float64)):
                units += slopes[:, None] * values
            below = units if number == len(self.weights) - 1 else np.maximum(units, 0.0)
        return np.asarray(below[0])

    def to_dict(self) -> dict[str, Any]:
        """What is not an array, for JSON."""
        return {"layers": len(self.weights), "line": self.line.to_dict()}

    def to_arrays(self) -> dict[str, Inputs]:
        """Weights and biases by name."""
        layers = enumerate(zip(self.weights, self.biases))
        return {f"{name}{i}": one for i, pair in layers for name, one in zip(("weights", "biases"), pair)}

    @classmethod
    def from_parts(
        cls, stored: Mapping[str, Any], arrays: Mapping[str, Inputs], least_columns: int
    ) -> PerceptronPart:
        """The perceptron of ``to_dict`` and ``to_arrays``, of so many encoded factors, soil values behind them.

        Raises
        ------
        BundleError
            Parts that do not fit each other.
        """
        try:
            layers = range(int(stored["layers"]))
            weights = tuple(arrays[f"weights{i}"] for i in layers)
            biases = tuple(arrays[f"biases{i}"] for i in layers)
            part = cls(weights, biases, LinearPart.from_dict(stored["line"]))
        except (KeyError, TypeError, ValueError) as error:
            raise BundleError(f"The stored perceptron is damaged: {error}") from None
        sizes = [one.shape for one in weights]
        whole = len(weights) > 0 and all(len(size) == 2 for size in sizes)
        if not (
            whole
            and sizes[0][0] >= least_columns
            and sizes[-1][1] == 1
            and len(part.line.factors) == 1
            and all(one[1] == other[0] for one, other in zip(sizes, sizes[1:]))
            and all(bias.shape == (size[1],) for bias, size in zip(biases, sizes))
        ):
            raise BundleError("The stored perceptron is damaged: its layers do not fit each other")
        return part
