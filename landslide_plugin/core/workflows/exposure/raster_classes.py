"""What lies in the classes of a class raster."""

from __future__ import annotations

import numpy as np

from ...errors import InputError
from ...evaluation.classes import class_style
from ...io.raster import RasterSource, warped_view
from ...io.raster.burning import Burner
from ...io.raster.crs import spatial_reference
from ...io.raster.measures import lengths_m, row_areas_m2
from ...io.raster.overlay import segments
from ...io.vector import geometry_type, points, to_crs
from ...progress import SILENT, Progress
from ...samples.feature_cells import cells_of
from ...types.arrays import Cells, Floats
from ...types.features import FeatureSet
from ...types.grid import Grid
from .crossing import cell_pieces
from .scale import MOST_CODES, ClassScale

STRIP_CELLS = 1 << 20
LONGEST_M = 1000.0
LONGEST_DEG = 0.01
"""Longest piece of a line beside the map that is measured at once."""


class RasterClasses:
    """A band of codes.

    Parameters
    ----------
    source : RasterSource
        Open as long as this is used.
    band : int
        From 0.
    end : {"high", "low"}
        The dangerous one.

    Raises
    ------
    InputError
        The band holds no classes.
    """

    def __init__(self, source: RasterSource, band: int, end: str, progress: Progress = SILENT):
        if not source.is_integer(band):
            raise InputError(
                f"{source.name} holds no whole numbers; put it in classes first (Classify any map), or choose a class "
                "raster"
            )
        self._source, self._band = source, band
        self.grid, self.name = source.grid, source.name
        self.crs_wkt = source.grid.crs_wkt
        area, seen = dict[int, float](), source.extremes(band)
        row_m2 = row_areas_m2(self.grid)
        for strip in self.grid.strips_of(STRIP_CELLS):
            values = source.read(band, strip.start, strip.rows)
            seen.take(values)
            known = np.isfinite(values)
            weight = np.broadcast_to(row_m2[strip.start : strip.stop, None], values.shape)[known]
            for code, found in zip(*_summed(values[known], weight)):
                area[code] = area.get(code, 0.0) + found
            if len(area) > MOST_CODES:
                break  # the scale says what is wrong
            progress.step(strip.stop / self.grid.rows)
        names = dict(source.bands[band].categories)
        if source.bands[band].metadata.get("QUANTITY") == "class" and not names:
            names = dict(enumerate((*class_style().names, class_style().body[0]), start=1))
        source.require_declared(band, seen, f"CLASSES {source.name}", names)
        self.scale = ClassScale.of(area, end, names, source.name)
        self.areas_m2 = np.array([area[code] for code in self.scale.codes])

    def line_lengths(self, lines: FeatureSet, progress: Progress = SILENT) -> Floats:
        """Metres (n, classes + 1) of each line in each class, and in none, along the ellipsoid.

        Lines are cut where they pass from cell to cell; a line along an edge lies in the cell right of or below it.
        """
        moved = to_crs(lines, self.crs_wkt)
        found = segments(moved)
        k = len(self.scale)
        total = np.zeros((len(lines), k + 1))
        reference = spatial_reference(self.crs_wkt)
        degrees = reference is not None and bool(reference.IsGeographic())
        done = 0
        for pieces in cell_pieces(found.ends, self.grid, LONGEST_DEG if degrees else LONGEST_M):
            long = lengths_m(pieces.starts, pieces.ends, self.crs_wkt)
            rank = self._ranks(pieces.rows, pieces.cols)
            rank[~pieces.inside] = k
            owner = found.owner[pieces.segment]
            total += np.bincount(owner * (k + 1) + rank, long, minlength=total.size).reshape(total.shape)
            done = int(pieces.segment[-1]) + 1 if len(pieces.segment) else done
            progress.step(done / len(found.ends))
        return total

    def worst(self, features: FeatureSet) -> Cells:
        """Place (n,) on the scale of the most dangerous class that each point or footprint touches."""
        moved, k = to_crs(features, self.crs_wkt), len(self.scale)
        worst = np.full(len(features), -1, np.intp)
        if geometry_type(moved) == "point":
            xy, owner = points(moved)
            rows, cols, inside = cells_of(xy, self.grid)
            self._raise_to(worst, owner[inside], self._ranks(rows[inside], cols[inside]))
            return np.where(worst < 0, k, worst)
        found = segments(moved)
        for pieces in cell_pieces(found.ends, self.grid, np.inf):
            inside = pieces.inside
            rank = self._ranks(pieces.rows[inside], pieces.cols[inside])
            self._raise_to(worst, found.owner[pieces.segment[inside]], rank)
        burner = Burner(moved)
        for strip in self.grid.strips_of(
            STRIP_CELLS
        ):  # cells that a footprint holds and its outline does not cross
            owner = burner.owners(self.grid.window(strip.start, strip.rows))
            held = owner >= 0
            if held.any():
                values = self._source.read(self._band, strip.start, strip.rows)
                self._raise_to(worst, owner[held], self.scale.ranks(values[held]))
        return np.where(worst < 0, k, worst)

    def _raise_to(self, worst: Cells, owner: Cells, rank: Cells) -> None:
        known = rank < len(self.scale)
        np.maximum.at(worst, owner[known], rank[known])

    def _ranks(self, rows: Cells, cols: Cells) -> Cells:
        return self.scale.ranks(self._source.values_at(rows, cols, [self._band])[:, 0])

    def on_grid(self, grid: Grid, folder: str) -> RasterRanks:
        """The classes seen on another grid, each cell having that of its centre."""
        view = f"{folder}/classes.vrt"
        warped_view(self._source.path, grid, view, "near")
        return RasterRanks(view, self._band, self.scale)


class RasterRanks:
    """Places on the scale, read by rows of a grid."""

    def __init__(self, path: str, band: int, scale: ClassScale):
        self._source, self._band, self._scale = RasterSource(path), band, scale

    def rows(self, first_row: int, rows: int) -> Cells:
        """Place (rows, cols) of each cell; one past the last without a class."""
        return self._scale.ranks(self._source.read(self._band, first_row, rows))

    def close(self) -> None:
        """Let go of the file."""
        self._source.close()


def _summed(values: Floats, weight: Floats) -> tuple[list[int], list[float]]:
    codes, place = np.unique(values, return_inverse=True)
    return codes.astype(np.int64).tolist(), np.bincount(place.ravel(), weight, minlength=len(codes)).tolist()
