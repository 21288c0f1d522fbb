"""Cells of an inventory on a map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Callable, Optional

import numpy as np

from ...errors import InputError
from ...io.shapes import ShapesOnGrid
from ...io.vector import to_crs
from ...samples.feature_cells import FeatureCells, cells_of_features
from ...samples.labels import parse_labels
from ...types.arrays import Cells, Surface
from ...types.features import FeatureSet
from ...types.grid import Grid

ValuesAt = Callable[[Cells, Cells], Surface]


def places_of(
    features: FeatureSet, grid: Grid, label_field: Optional[str]
) -> tuple[FeatureCells, Optional[FeatureCells]]:
    """Cells of landslides, and of stable places if a field marks any; those of both are landslides."""
    if not len(features) or not any(features.wkb):
        raise InputError(f"{features.name} is empty; choose an inventory with points or polygons")
    truth = np.ones(len(features), bool)
    if label_field:
        truth = parse_labels(features.field(label_field), label_field)
        if not truth.any():
            raise InputError(f"Field {label_field} of {features.name} marks no feature as a landslide (1)")
    shapes = ShapesOnGrid(to_crs(features, grid.crs_wkt), grid)
    landslides = cells_of_features(shapes, np.flatnonzero(truth), "centre", "landslide")
    if truth.all():
        return landslides, None
    stable = cells_of_features(shapes, np.flatnonzero(~truth), "centre", "stable")
    taken = np.isin(_flat(stable, grid), _flat(landslides, grid))
    note = f"{int(taken.sum())} stable cells also hold a landslide and count as landslide"
    return landslides, stable.where(~taken, *([note] if taken.any() else []))


def _flat(places: FeatureCells, grid: Grid) -> Cells:
    return np.asarray(places.rows * grid.cols + places.cols, dtype=np.intp)


def with_value(
    places: FeatureCells, values: Sequence[ValuesAt], what: str
) -> tuple[FeatureCells, tuple[str, ...]]:
    """Only places where every map has a value, and what was lost: it counts neither as found nor as safe."""
    keep = np.all([np.isfinite(at(places.rows, places.cols)) for at in values], axis=0)
    lost = int((~keep).sum())
    return places.where(keep), (
        (f"{lost} of {len(keep)} {what} cells lie where a map has no value and are left out",) if lost else ()
    )
