"""Folds that leave out one value of a field at a time: a year, an event, a region."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError

NO_VALUE = "no value"


def as_word(value: Any) -> Optional[str]:
    """How a value of a field is called; None where the field is empty.

    >>> as_word(2005.0), as_word(" Alpe "), as_word(""), as_word(None)
    ('2005', 'Alpe', None, None)
    """
    if value is None or value != value or not str(value).strip():
        return None
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip()


def value_folds(
    words: Sequence[Optional[str]],
    labels: npt.NDArray[Any],
    groups: npt.NDArray[Any],
    xy: npt.NDArray[np.float64],
) -> tuple[npt.NDArray[np.int32], tuple[str, ...]]:
    """Fold (n,) of each sample, and the value that each fold leaves out.

    A group belongs to the value of its first sample, and never parts. Groups of landslides without a value are left out
    together; a group of stable samples without one goes with the landslide nearest to its first.

    Parameters
    ----------
    words : sequence of str or None (n,)
        Value of each sample.
    labels, groups : int arrays (n,)
    xy : float64 array (n, 2)
        Metres.

    Raises
    ------
    InputError
        Fewer than two values.

    Examples
    --------
    >>> places = np.array([[0.0, 0.0], [9.0, 0.0], [1.0, 0.0], [8.0, 0.0]])
    >>> folds, names = value_folds(["2005", "2010", None, None], np.array([1, 1, 0, 0]), np.arange(4), places)
    >>> folds.tolist(), names
    ([0, 1, 0, 1], ('2005', '2010'))
    """
    from scipy.spatial import cKDTree

    slid = np.flatnonzero(np.asarray(labels) > 0)
    _, first, group = np.unique(groups, return_index=True, return_inverse=True)
    group = group.ravel()
    with_slides = set(group[slid].tolist())
    own = [words[row] or (NO_VALUE if i in with_slides else None) for i, row in enumerate(first.tolist())]
    _, nearest = cKDTree(xy[slid]).query(xy[first])
    found = [word or own[group[slid[near]]] or NO_VALUE for word, near in zip(own, nearest.tolist())]
    names = tuple(sorted(set(found)))
    if len(names) < 2:
        raise InputError(
            f"All samples have the value {names[0]}; folds by a field need two values or more: name another field"
        )
    number = {name: i for i, name in enumerate(names)}
    return np.array([number[word] for word in found], np.int32)[group], names
