"""Factors that say the same: correlations and variance inflation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from ..types.names import human_name

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
    ['Factors Slope and gradient say the same (correlation 1.00); leave one out']
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
    warnings = [_same(group, high) for group in groups(high)]
    told = {name for pair in high for name in pair[:2]}
    bound = [
        f"{human_name(name)} ({'infinite' if np.isinf(value) else f'{value:.0f}'})"
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


def groups(pairs: Sequence[Sequence[Any]]) -> list[list[str]]:
    """Names that pairs bind to each other, directly or through others, in order of first appearance.

    >>> groups([("a", "b", 0.95), ("c", "d", -0.93), ("b", "e", 0.91)])
    [['a', 'b', 'e'], ['c', 'd']]
    """
    found: list[list[str]] = []
    for one, other, *_ in pairs:
        touched = [group for group in found if one in group or other in group]
        members = [name for group in touched for name in group]
        merged = list(dict.fromkeys((*members, str(one), str(other))))
        place = found.index(touched[0]) if touched else len(found)
        found = [group for group in found if group not in touched]
        found.insert(place, merged)
    return found


def _same(group: Sequence[str], pairs: Sequence[tuple[str, str, float]]) -> str:
    values = [r for one, _, r in pairs if one in group]
    said = [human_name(name) for name in group]
    if len(group) == 2:
        return f"Factors {said[0]} and {said[1]} say the same (correlation {values[0]:.2f}); leave one out"
    sizes = [abs(r) for r in values]
    return (
        f"Factors {', '.join(said[:-1])} and {said[-1]} say the same ({len(values)} correlations, {min(sizes):.2f} "
        f"to {max(sizes):.2f} in size); keep one of them"
    )
