"""Cells of an inventory on a map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Callable, Optional

import numpy as np

from ...errors import InputError
from ...io.shapes import ShapesOnGrid
from ...io.vector import to_crs
from ...samples.feature_cells import FeatureCells, cells_of_features, cells_of_points
from ...samples.labels import parse_labels
from ...samples.touching import linked, patches
from ...types.arrays import Cells, Surface
from ...types.features import FeatureSet
from ...types.grid import Grid

ValuesAt = Callable[[Cells, Cells], Surface]


def places_of(
    features: FeatureSet, grid: Grid, label_field: Optional[str]
) -> tuple[FeatureCells, Optional[FeatureCells]]:
    """Cells of landslides, and of stable places if a field marks any; those of both are landslides.

    Parameters
    ----------
    features : FeatureSet
        Points or polygons in any CRS; a polygon holds the cells whose centre lies inside, or else one cell.
    grid : Grid
    label_field : str or None
        Field with 1 for landslides and 0 for stable places; all are landslides if None.

    Raises
    ------
    InputError
        An empty layer, an unusable field or CRS, or one that marks no landslide.
    """
    if not len(features) or not any(features.wkb):
        raise InputError(f"{features.name} is empty; choose an inventory with points or polygons")
    truth = np.ones(len(features), bool)
    if label_field:
        truth = parse_labels(features.field(label_field), label_field)
        if not truth.any():
            raise InputError(f"Field {label_field} of {features.name} marks no feature as a landslide (1)")
    shapes = ShapesOnGrid(to_crs(features, grid.crs_wkt), grid)
    landslides = _cells(shapes, np.flatnonzero(truth), "landslide")
    if truth.all():
        return landslides, None
    stable = _cells(shapes, np.flatnonzero(~truth), "stable")
    taken = np.isin(_flat(stable, grid), _flat(landslides, grid))
    note = f"{int(taken.sum())} stable cells also hold a landslide and count as landslide"
    return landslides, stable.where(~taken, *([note] if taken.any() else []))


def _cells(shapes: ShapesOnGrid, chosen: Cells, what: str) -> FeatureCells:
    """Cells whose centre lies in a feature; a polygon that holds no centre gets the cell of a point inside it."""
    found = cells_of_features(shapes, chosen, "centre", what)
    without = np.setdiff1d(chosen, found.owners)
    if shapes.kind != "polygon" or not len(without):
        return found
    small = cells_of_points(*shapes.inside_points(), without, shapes.grid, what)
    small = small.where(~np.isin(_flat(small, shapes.grid), _flat(found, shapes.grid)))
    rows, cols = np.append(found.rows, small.rows), np.append(found.cols, small.cols)
    owners = np.append(found.owners, small.owners)
    held = np.zeros(shapes.grid.shape, bool)
    held[rows, cols] = True
    notes = [note.replace(" points ", " polygons ") for note in small.notes]
    if len(small):
        notes.append(
            f"{len(small)} {what} polygons hold no cell's centre and count with the cell of a point inside"
        )
    return FeatureCells(rows, cols, owners, linked(owners, patches(held)[rows, cols]), tuple(notes))


def _flat(places: FeatureCells, grid: Grid) -> Cells:
    return np.asarray(places.rows * grid.cols + places.cols, dtype=np.intp)


def with_value(
    places: FeatureCells, values: Sequence[ValuesAt], what: str
) -> tuple[FeatureCells, tuple[str, ...]]:
    """Only places where every map has a value, and words on what was lost: it counts neither as found nor as safe."""
    keep = np.all([np.isfinite(at(places.rows, places.cols)) for at in values], axis=0)
    lost = int((~keep).sum())
    return places.where(keep), (
        (f"{lost} of {len(keep)} {what} cells lie where a map has no value and are left out",) if lost else ()
    )
