"""Cells that the points or polygons of an inventory fall into."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Union

import numpy as np
import numpy.typing as npt

from ..errors import InputError
from ..types.features import Shapes
from ..types.grid import Grid
from .touching import linked, patches

Cells = npt.NDArray[np.intp]
SHOWN = 10


@dataclass(frozen=True)
class FeatureCells:
    """Distinct cells of some features.

    Attributes
    ----------
    rows, cols : int array (n,)
    owners : int array (n,)
        Index of the feature each cell belongs to.
    groups : int32 array (n,)
        From 0; equal for cells of one landslide and of touching ones.
    notes : tuple of str
        What was lost or merged, with counts and feature numbers (from 1).
    """

    rows: Cells
    cols: Cells
    owners: Cells
    groups: npt.NDArray[np.int32]
    notes: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.rows)

    def mask(self, shape: tuple[int, ...]) -> npt.NDArray[np.bool_]:
        """True in these cells of a grid."""
        inside = np.zeros(shape, dtype=bool)
        inside[self.rows, self.cols] = True
        return inside

    def where(self, keep: npt.NDArray[np.bool_], *notes: str) -> FeatureCells:
        """Only the cells to ``keep`` (n,), with further notes."""
        return FeatureCells(
            self.rows[keep], self.cols[keep], self.owners[keep], self.groups[keep], (*self.notes, *notes)
        )


def cells_of_features(shapes: Shapes, chosen: Cells, polygon_rule: str, what: str) -> FeatureCells:
    """Cells of the chosen features, valid or not.

    Parameters
    ----------
    shapes : Shapes
        Points or polygons.
    chosen : int array
        Feature indices.
    polygon_rule : {"centre", "all_touched"}
    what : str
        How notes call the features, such as ``landslide``.
    """
    if shapes.kind == "line":
        raise InputError(f"{shapes.features.name} holds lines; an inventory holds points or polygons")
    if shapes.kind == "point":
        return cells_of_points(*shapes.points(), chosen, shapes.grid, what)
    return _from_polygons(shapes, chosen, polygon_rule == "all_touched", what)


def touched(shapes: Shapes, chosen: Cells) -> npt.NDArray[np.bool_]:
    """True in every cell (rows, cols) that a chosen polygon touches or a chosen point falls into."""
    if shapes.kind == "polygon":
        return np.asarray(shapes.burn(chosen, all_touched=True) > 0)
    return cells_of_features(shapes, chosen, "centre", "landslide").mask(shapes.grid.shape)


def named(indices: Union[Sequence[int], npt.NDArray[Any]]) -> str:
    """Feature numbers from 1 for a note, the first ten of them.

    >>> named([0, 4])
    'features 1, 5'
    """
    shown = ", ".join(str(int(i) + 1) for i in indices[:SHOWN])
    return f"features {shown}" + (", ..." if len(indices) > SHOWN else "")


def cells_of(xy: npt.NDArray[np.float64], grid: Grid) -> tuple[Cells, Cells, npt.NDArray[np.bool_]]:
    """Row, column and whether it lies on the grid, of each point (n, 2).

    >>> grid = Grid(2, 2, (0.0, 10.0, 0.0, 20.0, 0.0, -10.0))
    >>> rows, cols, inside = cells_of(np.array([[15.0, 5.0], [99.0, 5.0]]), grid)
    >>> int(rows[0]), int(cols[0]), inside.tolist()
    (1, 1, [True, False])
    """
    west, width, _, north, _, height = grid.geotransform
    rows = np.floor((xy[:, 1] - north) / height)
    cols = np.floor((xy[:, 0] - west) / width)
    inside = (rows >= 0) & (rows < grid.rows) & (cols >= 0) & (cols < grid.cols)
    return np.where(inside, rows, 0).astype(np.intp), np.where(inside, cols, 0).astype(np.intp), inside


def cells_of_points(
    xy: npt.NDArray[np.float64], owner: Cells, chosen: Cells, grid: Grid, what: str
) -> FeatureCells:
    """Distinct cells of the points (n, 2) of the chosen features, ``owner`` (n,) naming the feature of each.

    >>> grid, feature = Grid(2, 2, (0.0, 10.0, 0.0, 20.0, 0.0, -10.0)), np.arange(2)
    >>> found = cells_of_points(np.array([[1.0, 1.0], [2.0, 2.0]]), feature, feature, grid, "landslide")
    >>> len(found), found.notes
    (1, ('1 landslide points share a cell with another one and are counted once',))
    """
    mine = np.isin(owner, chosen)
    xy, owner = xy[mine], owner[mine]
    rows, cols, inside = cells_of(xy, grid)
    outside = np.unique(owner[~inside])
    rows, cols, owner = rows[inside], cols[inside], owner[inside]
    flat = rows * grid.cols + cols
    groups = linked(owner, flat)
    _, first = np.unique(flat, return_index=True)
    first = np.sort(first)
    notes = []
    if len(outside):
        notes.append(f"{len(outside)} {what} points lie outside the grid ({named(outside)})")
    if len(first) < len(flat):
        notes.append(
            f"{len(flat) - len(first)} {what} points share a cell with another one and are counted once"
        )
    return FeatureCells(rows[first], cols[first], owner[first], groups[first], tuple(notes))


def _from_polygons(shapes: Shapes, chosen: Cells, all_touched: bool, what: str) -> FeatureCells:
    burned = shapes.burn(chosen, all_touched)
    rows, cols = np.nonzero(burned)
    owners = (burned[rows, cols] - 1).astype(np.intp)
    groups = linked(owners, patches(burned > 0)[rows, cols])
    missing = np.setdiff1d(chosen, owners)
    if len(missing):
        hidden = shapes.burn(missing, all_touched)
        missing = np.setdiff1d(missing, np.unique(hidden) - 1)
    return FeatureCells(rows, cols, owners, groups, lost_polygons(shapes, missing, all_touched, what))


def lost_polygons(shapes: Shapes, missing: Cells, all_touched: bool, what: str) -> tuple[str, ...]:
    """Say which polygons gave no cell, and whether they are outside or too small."""
    if not len(missing):
        return ()
    xy, owner = shapes.inside_points()
    mine = np.isin(owner, missing)
    _, _, inside = cells_of(xy[mine], shapes.grid)
    small = owner[mine][inside]
    outside = np.setdiff1d(missing, small)
    notes = []
    if len(small):
        why = "gave no cell" if all_touched else "hold no cell centre and gave no sample"
        cure = "one_point" if all_touched else "all_touched or one_point"
        notes.append(
            f"{len(small)} {what} polygons {why} ({named(small)}); choose polygon rule {cure} to keep them"
        )
    if len(outside):
        notes.append(f"{len(outside)} {what} polygons lie outside the grid ({named(outside)})")
    return tuple(notes)


def on_valid_cells(places: FeatureCells, valid: npt.NDArray[np.bool_], what: str) -> FeatureCells:
    """Only places on cells where every factor has a value, with a note on those dropped.

    >>> first = np.zeros(1, np.intp)
    >>> place = FeatureCells(first, first, first, first.astype(np.int32), ())
    >>> on_valid_cells(place, np.array([[False]]), "landslide").notes
    ('1 landslide cells lie on no-data and were left out; nothing is left of features 1',)
    """
    keep = valid[places.rows, places.cols]
    if keep.all():
        return places
    lost = np.setdiff1d(places.owners[~keep], places.owners[keep])
    note = f"{int((~keep).sum())} {what} cells lie on no-data and were left out"
    if len(lost):
        note += f"; nothing is left of {named(lost)}"
    return places.where(keep, note)
