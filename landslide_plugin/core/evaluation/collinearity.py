"""Factors that say the same: correlations and variance inflation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

HIGH_CORRELATION = 0.9
HIGH_INFLATION = 10.0


def variance_inflation(inputs: npt.NDArray[Any]) -> npt.NDArray[np.float64]:
    """Variance inflation factor (d,) of each column of (n, d): 1 / (1 - R2) on all other columns.

    Infinite for a column that others give exactly (Belsley et al. 1980).

    >>> x = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    >>> variance_inflation(x).round(6).tolist()
    [1.0, 1.0]
    """
    values = np.asarray(inputs, dtype=np.float64)
    centred = values - values.mean(axis=0)
    found = np.empty(values.shape[1])
    for column in range(values.shape[1]):
        own, others = centred[:, column], np.delete(centred, column, axis=1)
        total = float(own @ own)
        rest = own - others @ np.linalg.lstsq(others, own, rcond=None)[0] if others.size else own
        left = float(rest @ rest) / total if total > 0 else 1.0
        found[column] = np.inf if left < 1e-9 else 1.0 / left
    return found


def collinearity(inputs: npt.NDArray[Any], names: Sequence[str]) -> dict[str, Any]:
    """Pairs of inputs that correlate highly, and the inflation of each, as plain values.

    Parameters
    ----------
    inputs : array (n, d)
        Encoded factors without the columns of codes, which are always bound to each other.
    names : sequence of str (d,)

    Returns
    -------
    dict
        ``pairs`` (two names and Pearson's r, the highest first), ``inflation`` by name (None where it
        is infinite), ``warnings``.

    Examples
    --------
    >>> x = np.column_stack([np.arange(9.0), 2 * np.arange(9.0), [0, 1, 0, 1, 0, 1, 0, 1, 0]])
    >>> collinearity(x, ("slope", "gradient", "ndvi"))["warnings"]
    ['Factors slope and gradient say the same (correlation 1.00); leave one out']
    """
    values = np.asarray(inputs, dtype=np.float64)
    if values.shape[1] < 2:
        return {"pairs": [], "inflation": {}, "warnings": []}
    table = np.corrcoef(values, rowvar=False)
    high = [
        (names[i], names[j], float(table[i, j]))
        for i in range(len(names))
        for j in range(i + 1, len(names))
        if abs(table[i, j]) >= HIGH_CORRELATION
    ]
    high.sort(key=lambda pair: -abs(pair[2]))
    inflation = variance_inflation(values)
    warnings = [
        f"Factors {one} and {other} say the same (correlation {r:.2f}); leave one out"
        for one, other, r in high
    ]
    told = {name for pair in high for name in pair[:2]}
    bound = [
        f"{name} ({'infinite' if np.isinf(value) else f'{value:.0f}'})"
        for name, value in zip(names, inflation)
        if value > HIGH_INFLATION and name not in told
    ]
    if bound:
        warnings.append(
            f"Factors that others nearly give (variance inflation above {HIGH_INFLATION:g}): {', '.join(bound)}"
        )
    return {
        "pairs": [list(pair) for pair in high],
        "inflation": {
            name: None if np.isinf(value) else round(float(value), 3) for name, value in zip(names, inflation)
        },
        "warnings": warnings,
    }
