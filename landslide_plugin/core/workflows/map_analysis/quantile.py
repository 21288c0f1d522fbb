"""Quantiles of more numbers than fit in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
import numpy.typing as npt

from ...errors import InputError

Floats = npt.NDArray[np.float32]
BINS = 65_536


def exact_quantile(parts: Callable[[], Iterable[Floats]], share: float) -> float:
    """The smallest of non-negative float32 values that at least ``share`` of them do not exceed.

    The bits of such numbers stand in their own order: the upper half is counted in a first pass, the lower half
    of those with the right upper half in a second.

    Parameters
    ----------
    parts : callable
        Gives the values anew, part by part; NaN is passed over.
    share : float
        0 to 1.

    Raises
    ------
    InputError
        No value, or a negative one.

    Examples
    --------
    >>> values = np.arange(1, 11, dtype="f4")
    >>> exact_quantile(lambda: [values[:4], values[4:]], 0.9)
    9.0
    """
    upper = np.zeros(BINS, np.int64)
    for bits in map(_bits, parts()):
        upper += np.bincount(bits >> 16, minlength=BINS)
    count = int(upper.sum())
    if not count:
        raise InputError("The raster holds no value")
    rank = max(int(np.ceil(share * count - 1e-9)), 1)
    half = int(np.searchsorted(np.cumsum(upper), rank))
    rank -= int(upper[:half].sum())
    lower = np.zeros(BINS, np.int64)
    for bits in map(_bits, parts()):
        lower += np.bincount(bits[(bits >> 16) == half] & 0xFFFF, minlength=BINS)
    low = int(np.searchsorted(np.cumsum(lower), rank))
    return float(np.array([(half << 16) + low], np.uint32).view(np.float32)[0])


def _bits(values: Floats) -> npt.NDArray[np.int64]:
    known = np.ascontiguousarray(values[np.isfinite(values)], np.float32) + np.float32(0.0)
    if (known < 0).any():
        raise InputError(f"The raster holds negative values, down to {known.min():g}; 0 or more is needed")
    return known.view(np.uint32).astype(np.int64)
