"""Rows that trees are grown from, and what growing them by scikit-learn's compiled parts hangs on."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

KNOWN_VERSIONS = ("1.7.",)
CHECKED_ROWS = 512
"""Rows at which what was grown is held against what is made of it."""


class ClassedRows(NamedTuple):
    """Rows with what is known of them.

    Attributes
    ----------
    rows : float32 array (n, columns)
    truth : int8 array (n,)
        0 and 1.
    weights : float64 array (n,)
    """

    rows: npt.NDArray[np.float32]
    truth: npt.NDArray[np.int8]
    weights: npt.NDArray[np.float64]


def is_known() -> bool:
    """Whether scikit-learn is of a version whose compiled parts are known to grow the trees of its public classes."""
    import sklearn

    return str(sklearn.__version__).startswith(KNOWN_VERSIONS)


def checked(count: int) -> npt.NDArray[np.intp]:
    """Numbers of the rows that are looked at again, spread evenly over all of them.

    >>> checked(3).tolist(), len(checked(5000)), int(checked(5000)[-1])
    ([0, 1, 2], 512, 4999)
    """
    return np.linspace(0, count - 1, min(count, CHECKED_ROWS)).round().astype(np.intp)
