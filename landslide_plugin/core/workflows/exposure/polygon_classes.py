"""What lies in the classes of polygons, cut along their outlines."""

from __future__ import annotations

from typing import Optional

import numpy as np

from ...errors import InputError
from ...io.raster.burning import Burner
from ...io.raster.crs import spatial_reference
from ...io.raster.measures import lengths_m
from ...io.raster.overlay import parts_by_polygon, segments
from ...io.vector import geometry_type, to_crs
from ...progress import SILENT, Progress
from ...types.arrays import Cells, Floats
from ...types.features import FeatureSet
from ...types.grid import Grid
from ..chosen_landslides import areas_m2
from .crossing import cell_pieces
from .scale import ClassScale

LONGEST_M = 1000.0
LONGEST_DEG = 0.01
"""Longest piece of a line that is measured at once."""


class PolygonClasses:
    """Polygons with a code each; where they overlap the more dangerous class holds the ground.

    Parameters
    ----------
    polygons : FeatureSet
        In any CRS.
    field : str
        Whole numbers; a polygon without one has no class.
    end : {"high", "low"}
        The dangerous one.
    name_field : str, optional
        Field with the name of each class.

    Raises
    ------
    InputError
        No polygons, or a field that holds no whole numbers.
    """

    def __init__(self, polygons: FeatureSet, field: str, end: str, name_field: str = "name"):
        if geometry_type(polygons) != "polygon":
            raise InputError(f"ZONES {polygons.name} holds no polygons; choose a layer of polygons")
        codes = [_whole(value, field, polygons.name) for value in polygons.field(field)]
        known = np.array([code is not None for code in codes])
        self._polygons = polygons.where(known)
        self._codes = np.array([code for code in codes if code is not None], np.int64)
        names: dict[int, str] = {}
        if name_field in polygons.attributes:
            for code, name in zip(codes, polygons.attributes[name_field]):
                if code is not None and name:
                    names.setdefault(code, str(name))
        self.name, self.crs_wkt = polygons.name, polygons.crs_wkt
        self.scale = ClassScale.of(self._codes.tolist(), end, names, polygons.name)
        self._rank = self.scale.ranks(self._codes)
        area = np.bincount(self._rank, areas_m2(self._polygons), minlength=len(self.scale))
        self.areas_m2 = np.asarray(area, np.float64)

    def line_lengths(self, lines: FeatureSet, progress: Progress = SILENT) -> Floats:
        """Metres (n, classes + 1) of each line in each class, and in none, along the ellipsoid."""
        moved, k = to_crs(lines, self.crs_wkt), len(self.scale)
        parts = parts_by_polygon(self._polygons, self._order, moved)
        rank = np.where(parts.polygon < 0, k, self._rank[parts.polygon])
        found = segments(FeatureSet(parts.wkb, self.crs_wkt))
        total = np.zeros((len(lines), k + 1))
        reference = spatial_reference(self.crs_wkt)
        longest = LONGEST_DEG if reference is not None and reference.IsGeographic() else LONGEST_M
        for pieces in cell_pieces(found.ends, _NOWHERE, longest):
            long = lengths_m(pieces.starts, pieces.ends, self.crs_wkt)
            part = found.owner[pieces.segment]
            flat = parts.feature[part] * (k + 1) + rank[part]
            total += np.bincount(flat, long, minlength=total.size).reshape(total.shape)
            progress.check()
        return total

    def worst(self, features: FeatureSet) -> Cells:
        """Place (n,) on the scale of the most dangerous class that each point or footprint touches."""
        parts = parts_by_polygon(self._polygons, self._order, to_crs(features, self.crs_wkt))
        worst = np.full(len(features), len(self.scale), np.intp)
        worst[parts.feature] = np.where(parts.polygon < 0, len(self.scale), self._rank[parts.polygon])
        return worst

    @property
    def _order(self) -> list[int]:
        """Polygons, the most dangerous first."""
        return [int(i) for i in np.argsort(-self._rank, kind="stable")]

    def on_grid(self, grid: Grid, folder: str) -> PolygonRanks:
        """The classes seen on another grid, each cell having that of its centre."""
        del folder  # nothing is written
        return PolygonRanks(to_crs(self._polygons, grid.crs_wkt), self._rank, grid, len(self.scale))


_NOWHERE = Grid(1, 1, (1e30, 1.0, 0.0, 1e30, 0.0, -1.0))
"""A grid that no line crosses: pieces are cut by length alone."""


class PolygonRanks:
    """Places on the scale, read by rows of a grid."""

    def __init__(self, polygons: FeatureSet, rank: Cells, grid: Grid, none: int):
        order = np.argsort(rank, kind="stable")  # the last one burnt counts
        self._burner, self._rank, self._none, self._grid = Burner(polygons, order.tolist()), rank, none, grid

    def rows(self, first_row: int, rows: int) -> Cells:
        """Place (rows, cols) of each cell; one past the last without a class."""
        owner = self._burner.owners(self._grid.window(first_row, rows))
        return np.where(owner < 0, self._none, self._rank[owner])

    def close(self) -> None:
        """Nothing is open."""


def _whole(value: object, field: str, layer: str) -> Optional[int]:
    if value is None or value == "":
        return None
    try:
        number = float(str(value))
    except ValueError:
        number = float("nan")
    if number != np.rint(number):
        raise InputError(
            f"CLASS_FIELD {field} of {layer} holds {value!r}; a field of whole numbers is needed, such as 1 for the "
            "safest class up to 5 for the most dangerous"
        )
    return int(number)
