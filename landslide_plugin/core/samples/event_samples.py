"""What rows weigh, how many a storm has, which stay apart, and which share a place."""

from __future__ import annotations

from typing import Optional

import numpy as np
import numpy.typing as npt

from .absences import far_apart
from .feature_cells import FeatureCells
from .sample_set import SamplingRules
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


def thinned(
    places: FeatureCells, kept: Optional[FeatureCells], cell_m: tuple[float, float], rules: SamplingRules
) -> FeatureCells:
    """Cells at the least distance from each other and from those kept before."""
    if rules.min_distance_m == 0.0:
        return places
    cell = np.array(cell_m)
    before = None if kept is None else np.column_stack([kept.rows, kept.cols]) * cell
    rng = np.random.default_rng([rules.seed, 2])
    own = np.column_stack([places.rows, places.cols]) * cell
    chosen = far_apart(own, before, rules.min_distance_m, rng)
    lost = int((~chosen).sum())
    kind = "landslide" if kept is None else "stable"
    note = f"{lost} {kind} samples lay nearer than {rules.min_distance_m:g} m to another and were left out"
    return places.where(chosen, *([note] if lost else []))


def drawn_cells(rows: npt.NDArray[np.intp], cols: npt.NDArray[np.intp], *notes: str) -> FeatureCells:
    """Cells that belong to no feature, each a group of its own.

    >>> drawn_cells(np.array([3, 4]), np.array([0, 1])).groups.tolist()
    [0, 1]
    """
    nobody = np.full(len(rows), -1, dtype=np.intp)
    return FeatureCells(rows, cols, nobody, np.arange(len(rows), dtype=np.int32), notes)
