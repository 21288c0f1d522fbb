"""Sums over the first axis, part by part: their bits do not depend on how many values lie along the other axes.

NumPy's own sums take the axis that lies closest in memory first, and add up along it in pairs or in buffers: a
lone cell's numbers are then added in another order than those of many cells.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Optional, Union

import numpy as np
import numpy.typing as npt

Parts = Union[npt.NDArray[Any], Sequence[npt.NDArray[Any]]]
Weights = Optional[npt.NDArray[np.float64]]


def total(parts: Parts, dtype: Any = None) -> npt.NDArray[Any]:
    """Sum of one part or more, in the order given, in the parts' own precision unless told otherwise.

    >>> total(np.array([[0.25], [0.75]], "f4")).tolist()
    [1.0]
    """
    found = np.array(parts[0], dtype=dtype)
    for part in parts[1:]:
        found += part
    return found


def mean(parts: Parts, dtype: Any = None, weights: Weights = None) -> npt.NDArray[Any]:
    """Mean of one part or more, each of the same weight unless ``weights`` (parts,), whose sum is 1, are given.

    >>> mean(np.array([[0.25], [0.75]], "f4")).tolist()
    [0.5]
    >>> mean(np.array([[0.25], [0.75]], "f4"), weights=np.array([0.75, 0.25])).tolist()
    [0.375]
    """
    if weights is not None:
        return weighted(parts, weights).astype(dtype or parts[0].dtype)
    found = total(parts, dtype)
    found /= len(parts)
    return found


def deviation(parts: npt.NDArray[Any], weights: Weights = None) -> npt.NDArray[Any]:
    """Standard deviation over the first axis, weighted as the mean.

    >>> deviation(np.array([[1.0, 2.0], [3.0, 2.0]])).tolist()
    [1.0, 0.0]
    >>> deviation(np.array([[1.0], [5.0]]), np.array([0.75, 0.25])).round(6).tolist()
    [1.732051]
    """
    centre = mean(parts, weights=weights)
    return np.asarray(np.sqrt(mean([np.square(part - centre) for part in parts], weights=weights)))


def weighted(parts: Parts, weights: npt.NDArray[Any]) -> npt.NDArray[np.float64]:
    """Sum of one part or more, each times its weight, in double precision.

    >>> weighted([np.array([1.0, 2.0]), np.array([3.0, 4.0])], np.array([1.0, 10.0])).tolist()
    [31.0, 42.0]
    """
    found = np.multiply(parts[0], weights[0], dtype=np.float64)
    for part, weight in zip(parts[1:], weights[1:]):
        found += np.multiply(part, weight, dtype=np.float64)
    return np.asarray(found)
