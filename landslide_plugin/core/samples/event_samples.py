"""What rows of storms weigh, how many they are, and which of them share a place."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from .touching import patches

Mask = npt.NDArray[np.bool_]
Cells = npt.NDArray[np.intp]


def even_weights(owners: npt.NDArray[np.intp]) -> npt.NDArray[np.float64]:
    """Weight (n,) of rows so that each of their landslides weighs 1.

    >>> even_weights(np.array([7, 7, 9])).tolist()
    [0.5, 0.5, 1.0]
    """
    _, owner, counts = np.unique(owners, return_inverse=True, return_counts=True)
    return np.asarray(1.0 / counts[owner.ravel()])


def stable_counts(slides: list[int], ratio: float) -> list[int]:
    """Stable rows to draw in each storm: by the ratio; in one without landslides the mean of the others.

    >>> stable_counts([10, 0, 30], 2.0)
    [20, 40, 60]
    """
    drawn = [max(1, round(ratio * count)) for count in slides if count]
    usual = max(1, round(sum(drawn) / len(drawn))) if drawn else 1
    return [max(1, round(ratio * count)) if count else usual for count in slides]


def places_of(rows: Cells, cols: Cells, slid: Mask) -> npt.NDArray[np.int32]:
    """Group (n,) of rows: cells of one patch of landslides, of whatever storm, together; each other cell its own.

    >>> slid = np.array([[True, True, False, False]])
    >>> places_of(np.zeros(4, int), np.array([0, 1, 3, 3]), slid).tolist()
    [0, 0, 1, 1]
    """
    patch = patches(slid)[rows, cols].astype(np.int64)
    own = int(patch.max(initial=0)) + 1 + rows.astype(np.int64) * slid.shape[1] + cols
    _, group = np.unique(np.where(patch > 0, patch, own), return_inverse=True)
    return np.asarray(group.ravel(), dtype=np.int32)
