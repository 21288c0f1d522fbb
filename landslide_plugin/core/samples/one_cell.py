"""One cell for each landslide polygon: inside it, at its centroid, or at its scarp."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ..io.vector import burn, centroids, inside_points
from ..types.features import FeatureSet
from ..types.grid import Grid
from .ground import Ground
from .places import Cells, Places, lost_polygons, point_places
from .touching import linked, patches

ONE_CELL_RULES = ("one_point", "centroid", "scarp")


def one_cell_each(
    features: FeatureSet, chosen: Cells, grid: Grid, rule: str, what: str, ground: Ground
) -> Places:
    """A cell of each chosen polygon; polygons that touch share a group.

    Parameters
    ----------
    features : FeatureSet
        Polygons in the CRS of ``grid``.
    chosen : int array
        Feature indices.
    rule : {"one_point", "centroid", "scarp"}
        A point inside the polygon; its centroid, which may lie outside a bent one; or the highest
        cell it touches, the first of several.
    what : str
        How notes call the features.
    ground : Ground
    """
    if rule == "scarp":
        single = _highest(features, chosen, grid, what, ground)
    else:
        xy, owner = (centroids if rule == "centroid" else inside_points)(features)
        found = point_places(xy, owner, chosen, grid, what)
        notes = tuple(note.replace(" points ", " polygons ") for note in found.notes)
        single = Places(found.rows, found.cols, found.owners, found.groups, notes)
    return _grouped(single, features, chosen, grid)


def _highest(features: FeatureSet, chosen: Cells, grid: Grid, what: str, ground: Ground) -> Places:
    burned = burn(features, grid, all_touched=True, chosen=chosen.tolist())
    rows, cols = np.nonzero(burned)
    owners = (burned[rows, cols] - 1).astype(np.intp)
    heights = np.nan_to_num(ground.heights_at(rows, cols), nan=-np.inf)
    order = np.lexsort((-heights, owners))
    first = np.sort(order[np.unique(owners[order], return_index=True)[1]])
    rows, cols, owners = rows[first], cols[first], owners[first]
    notes = lost_polygons(features, np.setdiff1d(chosen, owners), grid, True, what)
    return Places(rows, cols, owners, np.arange(len(rows), dtype=np.int32), notes)


def _grouped(single: Places, features: FeatureSet, chosen: npt.NDArray[np.intp], grid: Grid) -> Places:
    burned = burn(features, grid, chosen=chosen.tolist())
    rows, cols = np.nonzero(burned)
    patch = patches((burned > 0) | single.mask(grid.shape))
    owners = np.concatenate([single.owners, burned[rows, cols] - 1])
    joined = linked(owners, np.concatenate([patch[single.rows, single.cols], patch[rows, cols]]))
    groups = linked(np.arange(len(single)), joined[: len(single)])
    return Places(single.rows, single.cols, single.owners, groups, single.notes)
