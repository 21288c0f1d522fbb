"""What machines share that were learnt elsewhere: rows side by side, blocks of one size, and a line behind them."""

from __future__ import annotations

from typing import Callable

import numpy as np
import numpy.typing as npt

from .linear import LinearPart
from .trees import tree_rows

Floats = npt.NDArray[np.float64]
Inputs = npt.NDArray[np.float32]
CELLS = 1024
"""Cells of a block; the last one is filled up, so that a cell's bits do not hang on how many are asked for."""


def machine_rows(static: Inputs, profile: Inputs) -> Inputs:
    """Factors (n, d) and soil values (n, layers, q) side by side, float32.

    >>> machine_rows(np.ones((1, 1), "f4"), np.full((1, 2, 1), 2, "f4")).tolist()
    [[1.0, 2.0, 2.0]]
    """
    return tree_rows(static, profile, np.zeros((1, 0), np.float32))


def by_blocks(rows: Inputs, of_block: Callable[[Floats], Floats]) -> Floats:
    """What a machine says (n,) of rows (n, d), each by itself.

    Parameters
    ----------
    rows : float32 array (n, d)
    of_block : callable
        From cells (d, ``CELLS``) to their values (``CELLS``,).

    Examples
    --------
    >>> by_blocks(np.array([[1.0, 2.0], [3.0, 4.0]], "f4"), lambda block: block[1] - block[0]).tolist()
    [1.0, 1.0]
    """
    found = np.empty(len(rows))
    for start in range(0, len(rows), CELLS):
        block = rows[start : start + CELLS]
        full = np.zeros((rows.shape[1], CELLS))
        full[:, : len(block)] = block.T
        found[start : start + len(block)] = of_block(full)[: len(block)]
    return found


def on_line(line: LinearPart, own: Floats, triggers: Inputs) -> Floats:
    """Log odds (n, scenarios) of a line whose one factor is what a machine says (n,).

    >>> line = LinearPart(np.array([2.0]), np.zeros(0), np.array([1.0]), 0.5)
    >>> on_line(line, np.array([0.25]), np.array([[0.0], [3.0]], "f4")).tolist()
    [[1.0, 4.0]]
    """
    cells = line.factors[0] * own + line.intercept
    return np.asarray(cells[:, None] + line.steps(triggers))
