"""Layers over columns: one column a cell (or a cell and scenario), one row a unit.

With units as rows every step but the products runs along contiguous memory, sums over units are sums
of rows, and a last row of ones carries the biases, so that they cost nothing. Products are cut into
tiles of a fixed number of columns: a column's bits then depend neither on how many columns there are
nor on where it stands among them, nor on the threads of the linear algebra library, for which a tile is
too small to share out.
"""

from __future__ import annotations

from typing import Any, Callable, Generic, TypeVar

import numpy as np
import numpy.typing as npt

from .blas import matmul
from .layers import SELECTION_EPSILON, Array, Weights

TILE = 16
"""Columns of one product. OpenBLAS's kernels for AVX2 give columns 8 to 23 of 32 other bits than the rest; of 16 all
get the same on every kernel."""
LINE = 64
"""Bytes of a line of the processor's cache."""
Kept = TypeVar("Kept")


def product(kernel: Array, columns: Array, out: Array) -> Array:
    """Write ``kernel @ columns`` (units, count) to ``out``, tile by tile; count is a multiple of ``TILE``.

    >>> kernel, columns = np.ones((2, 3), "f4"), np.ones((3, 64), "f4")
    >>> float(product(kernel, columns, np.empty((2, 64), "f4")).min())
    3.0
    """
    matmul(kernel, tiles(columns, TILE), tiles(out, TILE))
    return out


def tiles(columns: Array, width: int) -> Array:
    """View (count / width, units, width) of columns (units, count).

    >>> tiles(np.zeros((3, 8)), 4).shape
    (2, 3, 4)
    """
    return columns.reshape(len(columns), -1, width).transpose(1, 0, 2)


def filled(rows: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Rows (n, ...) with the last one repeated to fill a tile.

    >>> filled(np.zeros((35, 2))).shape
    (48, 2)
    """
    fill = -len(rows) % TILE
    return np.concatenate([rows, np.repeat(rows[-1:], fill, axis=0)]) if fill else rows


def room(units: int, count: int, dtype: Any = np.float32) -> npt.NDArray[Any]:
    """A buffer (units, count) of zeros, of which each row of a tile begins with a line of the processor's cache.

    >>> room(3, 32).ctypes.data % LINE
    0
    """
    size = units * count
    memory = np.zeros(size + LINE, dtype)
    start = -memory.ctypes.data % LINE // memory.itemsize
    return memory[start : start + size].reshape(units, count)


def with_ones(units: int, count: int, dtype: Any = np.float32) -> npt.NDArray[Any]:
    """A buffer (units + 1, count) whose last row is 1 for the biases.

    >>> with_ones(1, 2).tolist()
    [[0.0, 0.0], [1.0, 1.0]]
    """
    buffer = room(units + 1, count, dtype)
    buffer[-1] = 1.0
    return buffer


def with_bias(kernel: npt.NDArray[Any], bias: npt.NDArray[Any], dtype: Any = np.float32) -> Array:
    """Kernel (inputs, outputs) and bias as one matrix (outputs, inputs + 1) for columns with ones.

    >>> with_bias(np.array([[2.0], [3.0]]), np.array([5.0])).tolist()
    [[2.0, 3.0, 5.0]]
    """
    return np.ascontiguousarray(np.column_stack([kernel.T, bias]), dtype=dtype)


class Buffers(Generic[Kept]):
    """Memory of one thread for each number of columns asked for, so that it is asked of the system once.

    >>> buffers = Buffers(lambda count: np.empty(count))
    >>> buffers[3] is buffers[3]
    True
    """

    def __init__(self, make: Callable[[int], Kept]) -> None:
        self._make = make
        self._kept: dict[int, Kept] = {}

    def __getitem__(self, count: int) -> Kept:
        if count not in self._kept:
            self._kept[count] = self._make(count)
        return self._kept[count]


def standardise(columns: Array, epsilon: np.float32) -> None:
    """Zero mean and unit variance of every column, in place (Ba et al. 2016, without gain and shift).

    >>> columns = np.array([[1.0], [3.0]], np.float32)
    >>> standardise(columns, np.float32(0.0))
    >>> columns.ravel().tolist()
    [-1.0, 1.0]
    """
    columns -= np.add.reduce(columns, axis=0) * columns.dtype.type(1.0 / len(columns))
    scale_to_unit_variance(columns, epsilon)


def scale_to_unit_variance(columns: Array, epsilon: np.float32) -> None:
    """Unit variance of columns whose mean is 0, in place.

    >>> columns = np.array([[-2.0], [2.0]], np.float32)
    >>> scale_to_unit_variance(columns, np.float32(0.0))
    >>> columns.ravel().tolist()
    [-1.0, 1.0]
    """
    variance = np.einsum("ij,ij->j", columns, columns) * columns.dtype.type(1.0 / len(columns))
    columns *= columns.dtype.type(1.0) / np.sqrt(variance + epsilon)


class GatedResidual:
    """Gated residual network of equal widths (Lim et al. 2021, eq. 2-5) on columns.

    The gate's kernel is multiplied out with the input's, so that one product gives both, and its sign
    is turned, so that the logistic function is 1 / (1 + exp(gate)).

    Parameters
    ----------
    weights : dict of str to float32 array
    name : str
        Weights ``<name>.input``, ``.output``, ``.gate`` and ``.norm``.
    """

    def __init__(self, weights: Weights, name: str) -> None:
        kernel, bias = plain(weights, f"{name}.input")
        gate, gate_bias = plain(weights, f"{name}.gate")
        both = np.hstack([kernel, -kernel @ gate])
        self.units = len(bias)
        self._first = with_bias(both, np.concatenate([bias, -(bias @ gate + gate_bias)]))
        self._second = with_bias(*plain(weights, f"{name}.output"))
        self.gain = weights[f"{name}.norm.gamma"]
        self.shift = weights[f"{name}.norm.beta"]

    def standardised(self, columns: Array, work: Array, hidden: Array) -> Array:
        """The network before its last gain and shift, in ``columns[:-1]``.

        Parameters
        ----------
        columns : float32 array (units + 1, count)
            Input with a last row of ones; overwritten.
        work : float32 array (2 * units, count)
        hidden : float32 array (units + 1, count)
            With a last row of ones.
        """
        units = self.units
        product(self._first, columns, work)
        np.maximum(work[:units], 0, out=hidden[:units])
        gate = work[units:]
        with np.errstate(over="ignore"):  # a gate that far is shut, and 1 / inf is 0
            np.exp(gate, out=gate)
        gate += np.float32(1.0)
        output = product(self._second, hidden, work[:units])
        output /= gate
        values = columns[:units]
        values += output
        standardise(values, SELECTION_EPSILON)
        return values


def plain(weights: Weights, name: str) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Kernel and bias of a named layer in double precision, for multiplying layers out.

    >>> kernel, bias = plain({"a.kernel": np.ones((2, 1), "f4"), "a.bias": np.zeros(1, "f4")}, "a")
    >>> str(kernel.dtype), bias.tolist()
    ('float64', [0.0])
    """
    return weights[f"{name}.kernel"].astype(np.float64), weights[f"{name}.bias"].astype(np.float64)
