"""Starting weights of a network, drawn from a seed alone.

The package's own distributions, drawn without building a network again: Glorot and Bengio (2010)
for kernels, an orthogonal matrix (Saxe et al. 2014) for the recurrent one, 1 for gains and for the
forget gate (Jozefowicz et al. 2015), 0 for other biases.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
SELECTIONS = ("static", "profile", "trigger")
STACKED = tuple(
    f"{role}.{part}.kernel" for role in SELECTIONS for part in ("input", "skip", "output", "gate")
)


def draw_initial(name: str, shape: tuple[int, ...], rng: np.random.Generator, scale: float) -> Floats:
    """Starting value of one weight.

    Parameters
    ----------
    name : str
        As bundles name it.
    shape : tuple of int
    rng : numpy.random.Generator
    scale : float
        Starting value of the weights named scale: 0 for a residual network.

    Examples
    --------
    >>> draw_initial("hidden.bias", (2,), np.random.default_rng(0), 0.0).tolist()
    [0.0, 0.0]
    >>> matrix = draw_initial("encoder.recurrent", (2, 8), np.random.default_rng(0), 0.0)
    >>> bool(np.allclose(matrix @ matrix.T, np.eye(2), atol=1e-6))
    True
    """
    if name in ("scale", "rise.scale"):
        return np.full(shape, scale, np.float32)
    if name == "rise.bias":  # spread over the standardised triggers
        return rng.normal(size=shape).astype(np.float32)
    if name.endswith(".gamma"):
        return np.ones(shape, np.float32)
    if name == "encoder.recurrent":
        return _orthogonal(shape, rng)
    if name.endswith(".kernel"):
        limit = np.sqrt(6.0 / sum(_fans(name, shape)))
        lowest = 0.0 if name == "rise.kernel" else -limit
        return rng.uniform(lowest, limit, shape).astype(np.float32)
    values = np.zeros(shape, np.float32)
    if name == "encoder.bias":
        values[shape[0] // 4 : shape[0] // 2] = 1.0
    return values


def _fans(name: str, shape: tuple[int, ...]) -> tuple[int, int]:
    """Inputs and outputs of a kernel; of one variable's own kernel where those are stacked."""
    if name in STACKED:
        return shape[1], shape[2]
    inputs = len(shape) - 1 if name.endswith(".mix.kernel") else 1
    return int(np.prod(shape[:inputs])), int(np.prod(shape[inputs:]))


def _orthogonal(shape: tuple[int, ...], rng: np.random.Generator) -> Floats:
    rows, columns = shape
    square = rng.normal(size=(max(shape), min(shape)))
    basis, upper = np.linalg.qr(square)
    basis = basis * np.sign(np.diag(upper))
    return np.asarray(basis if rows >= columns else basis.T, dtype=np.float32)
