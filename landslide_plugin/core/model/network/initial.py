"""Starting weights of a network, drawn from a seed alone.

The package's own distributions, drawn without building a network again: Glorot and Bengio (2010)
for kernels, an orthogonal matrix (Saxe et al. 2014) for the recurrent one, 1 for gains and for the
forget gate (Jozefowicz et al. 2015), 0 for other biases.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
STACKED = ("input_kernel", "skip_kernel", "output_kernel", "gate_kernel")


def draw_initial(path: str, shape: tuple[int, ...], rng: np.random.Generator, scale: float) -> Floats:
    """Starting value of one variable.

    Parameters
    ----------
    path : str
        Keras path; its last part says what the variable is.
    shape : tuple of int
    rng : numpy.random.Generator
    scale : float
        Starting value of the variables named scale: 0 for a residual network.

    Examples
    --------
    >>> draw_initial("dense/bias", (2,), np.random.default_rng(0), 0.0).tolist()
    [0.0, 0.0]
    >>> matrix = draw_initial("cell/recurrent_kernel", (2, 8), np.random.default_rng(0), 0.0)
    >>> bool(np.allclose(matrix @ matrix.T, np.eye(2), atol=1e-6))
    True
    """
    name = path.rsplit("/", 1)[-1]
    if name in ("scale", "rise_scale"):
        return np.full(shape, scale, np.float32)
    if name == "rise_bias":  # spread over the standardised triggers
        return rng.normal(size=shape).astype(np.float32)
    if name == "gamma":
        return np.ones(shape, np.float32)
    if name == "recurrent_kernel":
        return _orthogonal(shape, rng)
    if name.endswith("kernel"):
        limit = np.sqrt(6.0 / sum(_fans(path, shape)))
        lowest = 0.0 if name == "rise_kernel" else -limit
        return rng.uniform(lowest, limit, shape).astype(np.float32)
    values = np.zeros(shape, np.float32)
    if "lstm_cell" in path:
        values[shape[0] // 4 : shape[0] // 2] = 1.0
    return values


def _fans(path: str, shape: tuple[int, ...]) -> tuple[int, int]:
    """Inputs and outputs of a kernel; of one variable's own kernel where those are stacked."""
    if path.endswith(STACKED):
        return shape[1], shape[2]
    inputs = len(shape) - 1 if "attention_output" in path else 1
    return int(np.prod(shape[:inputs])), int(np.prod(shape[inputs:]))


def _orthogonal(shape: tuple[int, ...], rng: np.random.Generator) -> Floats:
    rows, columns = shape
    square = rng.normal(size=(max(shape), min(shape)))
    basis, upper = np.linalg.qr(square)
    basis = basis * np.sign(np.diag(upper))
    return np.asarray(basis if rows >= columns else basis.T, dtype=np.float32)
