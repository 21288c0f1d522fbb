"""A support vector machine as plain arrays: what is left of it when scikit-learn has gone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ...errors import BundleError
from .linear import LinearPart
from .machine import CELLS, by_blocks, machine_rows, on_line

Floats = npt.NDArray[np.float64]
Inputs = npt.NDArray[np.float32]
VECTORS = 64
"""Support vectors that are held against a block at once."""


@dataclass(frozen=True)
class KernelPart:
    """Log odds that are a straight line in the decision value of a support vector machine, and in triggers.

    The decision value is the sum over the support vectors of coefficient x exp(-gamma |x - vector|^2), and a bias
    (Cortes and Vapnik 1995); x are the encoded factors and the scaled soil values, layer by layer.

    Attributes
    ----------
    vectors : float32 array (m, d)
    coefficients : float64 array (m,)
        Negative for stable ground.
    gamma : float
    bias : float
    line : LinearPart
        Its one factor is the decision value (Platt 1999); a larger trigger never lowers the odds.

    Examples
    --------
    >>> line = LinearPart(np.array([2.0]), np.zeros(0), np.zeros(0), 0.5)
    >>> part = KernelPart(np.array([[0.0], [1.0]], "f4"), np.array([-1.0, 1.0]), 1.0, 0.0, line)
    >>> logit = part.logit(np.array([[0.5], [99.0]], "f4"), np.zeros((2, 1, 0), "f4"), np.zeros((1, 0), "f4"))
    >>> logit.tolist()  # half-way between the two, and far from both, the line's level
    [[0.5], [0.5]]
    """

    vectors: Inputs
    coefficients: Floats
    gamma: float
    bias: float
    line: LinearPart

    def logit(self, static: Inputs, profile: Inputs, triggers: Inputs) -> Floats:
        """Log odds (cells, scenarios); arguments as of ``linear.LinearPart.logit``."""
        return on_line(self.line, self.decision(machine_rows(static, profile)), triggers)

    def decision(self, rows: Inputs) -> Floats:
        """Decision value (n,) of rows (n, d), each by itself."""
        return by_blocks(rows, self._of_block)

    def _of_block(self, block: Floats) -> Floats:
        """Decision value of cells (d, CELLS)."""
        total = np.full(CELLS, self.bias)
        for vectors, coefficients in self._batches():
            square = np.zeros((len(vectors), CELLS))
            for column, values in enumerate(block):
                apart = values - vectors[:, column, None]
                apart *= apart
                square += apart
            square *= -self.gamma
            np.exp(square, out=square)
            square *= coefficients[:, None]
            total += square.sum(axis=0)
        return total

    def _batches(self) -> Iterator[tuple[Floats, Floats]]:
        for start in range(0, len(self.vectors), VECTORS):
            part = slice(start, start + VECTORS)
            yield self.vectors[part].astype(np.float64), self.coefficients[part]

    def to_dict(self) -> dict[str, Any]:
        """What is not an array of single precision, for JSON."""
        return {
            "gamma": self.gamma,
            "bias": self.bias,
            "coefficients": self.coefficients.tolist(),
            "line": self.line.to_dict(),
        }

    def to_arrays(self) -> dict[str, Inputs]:
        """The support vectors."""
        return {"vectors": self.vectors}

    @classmethod
    def from_parts(
        cls, stored: Mapping[str, Any], arrays: Mapping[str, Inputs], least_columns: int
    ) -> KernelPart:
        """The machine of ``to_dict`` and ``to_arrays``, of so many encoded factors, with soil values behind them.

        Raises
        ------
        BundleError
            Parts that do not fit each other.
        """
        try:
            part = cls(
                vectors=arrays["vectors"],
                coefficients=np.array(stored["coefficients"], dtype=np.float64),
                gamma=float(stored["gamma"]),
                bias=float(stored["bias"]),
                line=LinearPart.from_dict(stored["line"]),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise BundleError(f"The stored support vector machine is damaged: {error}") from None
        whole = part.vectors.ndim == 2 and part.vectors.shape[1] >= least_columns
        if not (whole and len(part.vectors) == len(part.coefficients) and len(part.line.factors) == 1):
            raise BundleError(
                "The stored support vector machine is damaged: its arrays do not fit each other"
            )
        return part
