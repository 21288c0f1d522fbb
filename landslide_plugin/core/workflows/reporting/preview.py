"""What a report needs of rasters and inventory, read in strips: small previews and counts."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...evaluation.classes import class_counts, without_bodies
from ...io.raster import RasterSource
from ...io.shapes import ShapesOnGrid
from ...io.vector import geometry_type, inside_points, line_segments, points, to_crs
from ...progress import Progress
from ...samples.feature_cells import cells_of, cells_of_features
from ...samples.labels import parse_labels
from ...types.features import FeatureSet
from ...types.grid import Grid

LONGEST_SIDE = 900
CELLS_PER_STRIP = 1 << 20
MOST_SIDES = 500_000


def stride(grid: Grid, longest_side: int = LONGEST_SIDE) -> int:
    """Every how many cells a preview takes one.

    >>> stride(Grid(1800, 100, (0.0, 1.0, 0.0, 0.0, 0.0, -1.0)))
    2
    """
    return -(-max(grid.shape) // longest_side)


def preview(
    source: RasterSource, index: int = 0, longest_side: int = LONGEST_SIDE
) -> npt.NDArray[np.float32]:
    """A band thinned to at most ``longest_side`` cells a side: the middle cell of each block.

    Memory is that of the preview and one row.
    """
    rows, cols = preview_cells(source.grid, longest_side)
    return np.stack([source.read(index, row, 1)[0, cols.start :: cols.step] for row in rows])


def preview_cells(grid: Grid, longest_side: int = LONGEST_SIDE) -> tuple[range, range]:
    """Rows and columns that a preview takes.

    >>> preview_cells(Grid(5, 2, (0.0, 1.0, 0.0, 0.0, 0.0, -1.0)), 2)
    (range(1, 5, 3), range(1, 2, 3))
    """
    step = stride(grid, longest_side)
    rows, cols = (range(min(step // 2, count - 1), count, step) for count in grid.shape)
    return rows, cols


def count_classes(source: RasterSource, progress: Progress) -> npt.NDArray[np.int64]:
    """Cells (5,) of each class in the whole class raster.

    Raises
    ------
    InputError
        Values other than 1 to 5 and no-data, or no classified cell.
    """
    counts = np.zeros(5, dtype=np.int64)
    for strip in source.grid.strips(max(1, CELLS_PER_STRIP // source.grid.cols)):
        counts += class_counts(
            as_classes(source.read(0, strip.start, strip.rows), source.name, source.metadata)
        )
        progress.step(strip.stop / source.grid.rows)
    if not counts.any():
        raise InputError(f"{source.name} has no classified cell; choose the class raster of a map")
    return counts


AGREEMENT_LIMITS = (0.6, 0.8, 0.999)
"""Members agree by less than 60 %, 60 to 80 %, 80 % or more, and all of them."""


def count_agreement(source: RasterSource, index: int) -> npt.NDArray[np.int64]:
    """Cells (4,) of the whole raster in each category of agreement, the lowest first."""
    counts = np.zeros(len(AGREEMENT_LIMITS) + 1, dtype=np.int64)
    for strip in source.grid.strips(max(1, CELLS_PER_STRIP // source.grid.cols)):
        values = source.read(index, strip.start, strip.rows)
        known = values[np.isfinite(values)]
        counts += np.bincount(np.searchsorted(AGREEMENT_LIMITS, known, side="right"), minlength=len(counts))
    return counts


def as_classes(
    values: npt.NDArray[np.float32], name: str, metadata: Mapping[str, str] = MappingProxyType({})
) -> npt.NDArray[np.uint8]:
    """Classes as bytes with 0 for no data, and for mapped landslide bodies, of which the metadata tell.

    >>> as_classes(np.array([np.nan, 1, 5], "f4"), "classes").tolist()
    [0, 1, 5]
    >>> as_classes(np.array([5, 6], "f4"), "classes", {"BODY_CLASS": "6"}).tolist()
    [5, 0]
    """
    known = np.nan_to_num(without_bodies(values, metadata), nan=0.0)
    odd = known[(known < 0) | (known > 5) | (known != np.rint(known))]
    if len(odd):
        raise InputError(
            f"{name} holds {odd[0]:g}; a class raster holds 1 (very low) to 5 (very high), and 0 for no data"
        )
    return known.astype(np.uint8)


def landslides_of(features: FeatureSet, label_field: Optional[str], crs_wkt: str) -> FeatureSet:
    """The features that are landslides, in the CRS given: all of them without a label field."""
    if not len(features) or not any(features.wkb):
        raise InputError(
            f"{features.name} is empty; choose an inventory with points or polygons, or leave it out"
        )
    chosen = np.ones(len(features), dtype=bool)
    if label_field:
        chosen = parse_labels(features.field(label_field), label_field)
    kept = tuple(blob for blob, keep in zip(features.wkb, chosen) if keep)
    if not any(kept):
        raise InputError(f"Field {label_field} of {features.name} marks no feature as a landslide (1)")
    return to_crs(FeatureSet(kept, features.crs_wkt, {}, features.name), crs_wkt)


def count_landslides(source: RasterSource, features: FeatureSet) -> npt.NDArray[np.int64]:
    """Landslide cells (5,) in each class: cells of points, or those whose centre a polygon holds.

    Raises
    ------
    InputError
        No landslide lies on a classified cell.
    """
    shapes = ShapesOnGrid(features, source.grid)
    places = cells_of_features(shapes, np.arange(len(features)), "centre", "landslide")
    counts = class_counts(
        as_classes(source.values_at(places.rows, places.cols), source.name, source.metadata)
    )
    if not counts.any():
        raise InputError(
            f"No landslide of {features.name} lies on a classified cell of {source.name}; "
            "choose the inventory of this area, or leave it out"
        )
    return counts


def landslide_marks(features: FeatureSet, grid: Grid) -> npt.NDArray[np.float64]:
    """Coordinates (n, 2) at which a map marks landslides: points, or one inside each polygon."""
    xy, _ = points(features) if geometry_type(features) == "point" else inside_points(features)
    _, _, inside = cells_of(xy, grid)
    return xy[inside]


def landslide_outlines(features: FeatureSet) -> npt.NDArray[np.float64]:
    """Sides (sides, 4) of polygons as x and y of both ends; none for points, or for more than a map can show."""
    if geometry_type(features) != "polygon":
        return np.empty((0, 4))
    sides = line_segments(features)
    return sides if len(sides) <= MOST_SIDES else np.empty((0, 4))


def frame_of(grid: Grid, metres_per_unit: float, crs_name: str) -> dict[str, Any]:
    """Fields of a ``MapFrame`` for a report job.

    >>> frame_of(Grid(2, 3, (0.0, 10.0, 0.0, 20.0, 0.0, -10.0), ""), 1.0, "local")["east"]
    30.0
    """
    west, south, east, north = grid.bounds
    return {
        "west": west,
        "south": south,
        "east": east,
        "north": north,
        "metres_per_unit": metres_per_unit,
        "crs_name": crs_name,
        "cell_size_m": grid.cell_size * metres_per_unit,
        "rows": grid.rows,
        "cols": grid.cols,
    }
