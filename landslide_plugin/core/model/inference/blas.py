"""Matrix products by the library that NumPy was built for, also where another stands before it.

On Linux QGIS is linked to GSL's plain CBLAS, which exports the names that NumPy calls; inside QGIS the first
library of a name answers, and every product of a NumPy of the system then takes several times as long. Where that is
so, products call NumPy's own library by its address.
"""

from __future__ import annotations

import sys
from functools import lru_cache
from pathlib import Path
from typing import Any, Callable, Optional

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
Product = Callable[[Array, Array, Array], None]
LIBRARY = "libblas.so.3"
ROW_MAJOR, PLAIN, TURNED = 101, 111, 112
ITEM = 4
LIKED = 16
"""Rows that kernels take at once, or a multiple of it."""
ALONE = 4 * 65536
"""Multiplications up to which OpenBLAS leaves a product to one thread: the pieces that it cuts a larger one into, and
with them the bits, go by the number of its threads."""


def matmul(first: Array, second: Array, out: Array) -> None:
    """Write ``first @ second`` to ``out``, for matrices or stacks of them, in products for one thread.

    >>> out = np.empty((1, 2, 2), "f4")
    >>> matmul(np.eye(2, dtype="f4"), np.ones((1, 2, 2), "f4"), out)
    >>> out.tolist()
    [[[1.0, 1.0], [1.0, 1.0]]]
    """
    for rows in cuts(first.shape[-2], first.shape[-1], second.shape[-1]):
        _matmul(first[..., rows, :], second, out[..., rows, :])


def cuts(rows: int, inner: int, columns: int) -> list[slice]:
    """Runs of a matrix's rows, much of a length, such that none asks for more than ``ALONE`` multiplications.

    >>> cuts(64, 65, 16), cuts(256, 97, 16)
    ([slice(0, 64, None)], [slice(0, 128, None), slice(128, 256, None)])
    """
    most = max(ALONE // (inner * columns), 1)
    each = -(-rows // -(-rows // most))
    each = min(-(-each // LIKED) * LIKED, most)
    return [slice(start, min(start + each, rows)) for start in range(0, rows, each)]


def _matmul(first: Array, second: Array, out: Array) -> None:
    own = own_product()
    if own is None or out.ndim != 3 or not (_fits(first) and _fits(second) and _by_rows(out)):
        np.matmul(first, second, out=out)
    else:
        own(first, second, out)


@lru_cache(maxsize=1)
def own_product() -> Optional[Product]:
    """A product by NumPy's own library, if another one answers to its name; None where NumPy finds its own."""
    call = _own_sgemm()
    return None if call is None else lambda first, second, out: _stack(call, first, second, out)


def _own_sgemm() -> Optional[Any]:
    if not sys.platform.startswith("linux"):
        return None
    import ctypes

    try:
        answering = ctypes.CDLL(None).cblas_sgemm
        own = ctypes.CDLL(LIBRARY).cblas_sgemm
        loaded = Path("/proc/self/maps").read_text(encoding="utf-8", errors="replace")
    except (AttributeError, OSError):
        return None
    if "numpy.libs" in loaded or _address(answering) == _address(own):
        return None  # a bundled library has names of its own
    whole, number, place = ctypes.c_int, ctypes.c_float, ctypes.c_void_p
    sizes = [whole] * 6
    own.argtypes = [*sizes, number, place, whole, place, whole, number, place, whole]
    own.restype = None
    return own


def _address(function: Any) -> Optional[int]:
    import ctypes

    return ctypes.cast(function, ctypes.c_void_p).value


def _by_rows(matrix: Array) -> bool:
    """True if the numbers of each row lie side by side, and no row in another."""
    row, col = matrix.strides[-2:]
    return bool(matrix.dtype == np.float32 and col == ITEM and row >= matrix.shape[-1] * ITEM)


def _fits(matrix: Array) -> bool:
    """True if each matrix, or the matrix turned, is stored by rows."""
    return _by_rows(matrix) or _by_rows(np.swapaxes(matrix, -1, -2))


def _stack(call: Any, first: Array, second: Array, out: Array) -> None:
    """Products of stacks; a lone first matrix serves them all."""
    rows, inner = first.shape[-2:]
    cols = second.shape[-1]
    (turn_a, a), (turn_b, b) = _layout(first), _layout(second)
    step_a = first.strides[0] if first.ndim == 3 else 0
    step_b = second.strides[0] if second.ndim == 3 else 0
    c = out.strides[1] // ITEM
    place_a, place_b, place_c = first.ctypes.data, second.ctypes.data, out.ctypes.data
    for i in range(len(out)):
        shape = (ROW_MAJOR, turn_a, turn_b, rows, cols, inner)
        factors = (1.0, place_a + i * step_a, a, place_b + i * step_b, b)
        call(*shape, *factors, 0.0, place_c + i * out.strides[0], c)


def _layout(matrix: Array) -> tuple[int, int]:
    """Whether a matrix is stored by columns, and the distance of its rows or columns in numbers."""
    row, col = matrix.strides[-2:]
    return (PLAIN, row // ITEM) if _by_rows(matrix) else (TURNED, col // ITEM)
