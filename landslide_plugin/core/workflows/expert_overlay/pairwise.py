"""Weights of factors: given, or from comparing them in pairs (analytic hierarchy process)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...io.table import read_cells

Floats = npt.NDArray[np.float64]
RANDOM_INDEX = (0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59)
"""Mean consistency index of random matrices of 1 to 15 rows (Saaty 1980)."""
MOST_RATIO = 0.1
SCALE = 9.0
APART = 1e-3


@dataclass(frozen=True)
class Weights:
    """Weights of factors, 1 in all.

    Attributes
    ----------
    names : tuple of str
    values : float64 array (n,)
    consistency_ratio : float
        NaN where weights were given as they are.
    """

    names: tuple[str, ...]
    values: Floats
    consistency_ratio: float = float("nan")

    def of(self, names: Sequence[str]) -> Floats:
        """Weights (n,) of the factors named.

        Raises
        ------
        InputError
            A factor without a weight, or a weight without a factor.
        """
        lacking, over = sorted(set(names) - set(self.names)), sorted(set(self.names) - set(names))
        if lacking or over:
            told = [f"no weight of {', '.join(lacking)}"] * bool(lacking) + [
                f"weights of {', '.join(over)}, which have no scores"
            ] * bool(over)
            raise InputError(f"Weights and scores name other factors: {'; '.join(told)}")
        return self.values[[self.names.index(name) for name in names]]


def read_weights(path: str) -> Weights:
    """Weights of a table: columns factor and weight, or a matrix of comparisons with the factors in its header.

    Raises
    ------
    InputError
        Neither of both, or numbers that cannot be weights.
    """
    rows = read_cells(path, "Table of weights")
    name = Path(path).name
    if len(rows) < 2:
        raise InputError(f"{name} has no rows; give factor and weight, or a matrix of comparisons")
    head = [cell.lower() for cell in rows[0]]
    if head[:2] == ["factor", "weight"]:
        return given_weights({row[0]: _number(row[1] if len(row) > 1 else "", name) for row in rows[1:]})
    return compared(tuple(rows[0][1:]), _matrix(rows, name))


def given_weights(weights: dict[str, float]) -> Weights:
    """Weights as they are, divided by their sum.

    >>> given_weights({"slope": 3.0, "lithology": 1.0}).values.tolist()
    [0.75, 0.25]
    """
    values = np.array(list(weights.values()), dtype=np.float64)
    if (values < 0).any() or not values.sum() > 0:
        raise InputError("Weights must be 0 or more, and one of them above 0")
    return Weights(tuple(weights), values / values.sum())


def compared(names: tuple[str, ...], matrix: Floats) -> Weights:
    """Weights from a reciprocal matrix (n, n): its principal eigenvector (Saaty 1980).

    Entry (i, j) says how many times factor i matters more than factor j.

    Examples
    --------
    >>> found = compared(("slope", "rock"), np.array([[1.0, 3.0], [1 / 3, 1.0]]))
    >>> found.values.round(6).tolist(), found.consistency_ratio
    ([0.75, 0.25], 0.0)
    """
    count = len(names)
    if count > len(RANDOM_INDEX):
        raise InputError(
            f"{count} factors are compared; allowed: up to {len(RANDOM_INDEX)}, beyond which no one can"
        )
    values, vectors = np.linalg.eig(matrix)
    largest = int(values.real.argmax())
    weights = np.abs(vectors[:, largest].real)
    index = max(float(values[largest].real) - count, 0.0) / max(count - 1, 1)
    chance = RANDOM_INDEX[count - 1]
    return Weights(names, weights / weights.sum(), index / chance if chance else 0.0)


def _matrix(rows: Sequence[Sequence[str]], name: str) -> Floats:
    """A whole matrix; an empty cell is the reciprocal of the one across the diagonal."""
    factors, below = rows[0][1:], [row[0] for row in rows[1:]]
    if list(factors) != below:
        raise InputError(
            f"{name}: rows name {', '.join(below)}, the header {', '.join(factors)}; a matrix of comparisons has the "
            "same factors in the same order"
        )
    count = len(factors)
    cells = [[row[i + 1] if i + 1 < len(row) else "" for i in range(count)] for row in rows[1:]]
    matrix = np.eye(count)
    for i in range(count):
        for j in range(i + 1, count):
            one, other = cells[i][j], cells[j][i]
            if not (one or other):
                raise InputError(f"{name} does not compare {factors[i]} with {factors[j]}")
            value = _comparison(one, name) if one else 1.0 / _comparison(other, name)
            if one and other and abs(value * _comparison(other, name) - 1.0) > APART * SCALE:
                raise InputError(
                    f"{name}: {factors[i]} against {factors[j]} is {one}, the other way {other}; one must be the "
                    "reciprocal of the other, or empty"
                )
            matrix[i, j], matrix[j, i] = value, 1.0 / value
    return matrix


def _comparison(text: str, name: str) -> float:
    """A comparison such as 3 or 1/3, on Saaty's scale."""
    top, slash, bottom = text.partition("/")
    value = (
        _number(top, name) / _number(bottom, name) if slash and _number(bottom, name) else _number(top, name)
    )
    if not 1.0 / SCALE - APART <= value <= SCALE + APART:
        raise InputError(f"{name} holds the comparison {text}; allowed: 1/{SCALE:g} to {SCALE:g}")
    return value


def _number(text: str, name: str) -> float:
    try:
        value = float(text)
    except ValueError:
        raise InputError(f"{name} holds {text!r} where a number is needed") from None
    if not np.isfinite(value):
        raise InputError(f"{name} holds {text!r} where a number is needed")
    return value
