"""One cell for each landslide polygon: inside it, at its centroid, or at its scarp."""

from __future__ import annotations

import numpy as np

from ..types.features import Shapes
from .feature_cells import Cells, FeatureCells, cells_of_points, lost_polygons
from .ground import Site
from .touching import linked, patches

ONE_CELL_RULES = ("one_point", "centroid", "scarp")


def cell_of_each_polygon(shapes: Shapes, chosen: Cells, rule: str, what: str, ground: Site) -> FeatureCells:
    """A cell of each chosen polygon; polygons that touch share a group.

    Parameters
    ----------
    shapes : Shapes
        Polygons.
    chosen : int array
        Feature indices.
    rule : {"one_point", "centroid", "scarp"}
        A point inside the polygon; its centroid, which may lie outside a bent one; or the highest
        cell it touches, the first of several.
    what : str
        How notes call the features.
    ground : Site
    """
    if rule == "scarp":
        single = _highest(shapes, chosen, what, ground)
    else:
        xy, owner = shapes.centroids() if rule == "centroid" else shapes.inside_points()
        cells = cells_of_points(xy, owner, chosen, shapes.grid, what)
        notes = tuple(note.replace(" points ", " polygons ") for note in cells.notes)
        single = FeatureCells(cells.rows, cells.cols, cells.owners, cells.groups, notes)
    return _grouped(single, shapes, chosen)


def _highest(shapes: Shapes, chosen: Cells, what: str, ground: Site) -> FeatureCells:
    burned = shapes.burn(chosen, all_touched=True)
    rows, cols = np.nonzero(burned)
    owners = (burned[rows, cols] - 1).astype(np.intp)
    heights = np.nan_to_num(ground.heights_at(rows, cols), nan=-np.inf)
    order = np.lexsort((-heights, owners))
    first = np.sort(order[np.unique(owners[order], return_index=True)[1]])
    rows, cols, owners = rows[first], cols[first], owners[first]
    notes = lost_polygons(shapes, np.setdiff1d(chosen, owners), True, what)
    return FeatureCells(rows, cols, owners, np.arange(len(rows), dtype=np.int32), notes)


def _grouped(single: FeatureCells, shapes: Shapes, chosen: Cells) -> FeatureCells:
    burned = shapes.burn(chosen)
    rows, cols = np.nonzero(burned)
    patch = patches((burned > 0) | single.mask(shapes.grid.shape))
    owners = np.concatenate([single.owners, burned[rows, cols] - 1])
    joined = linked(owners, np.concatenate([patch[single.rows, single.cols], patch[rows, cols]]))
    groups = linked(np.arange(len(single)), joined[: len(single)])
    return FeatureCells(single.rows, single.cols, single.owners, groups, single.notes)
