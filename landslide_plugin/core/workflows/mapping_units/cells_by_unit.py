"""The cells of each polygon, strip by strip: polygons that overlap are burnt apart, so that each keeps its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ...io.raster.burning import Burner
from ...io.vector import boxes
from ...progress import SILENT, Progress
from ...types.arrays import Cells, Floats
from ...types.features import FeatureSet
from ...types.grid import Grid, Strip

STRIP_CELLS = 1 << 19


@dataclass(frozen=True)
class Runs:
    """Cells of a strip in the order of the polygons they lie in.

    Attributes
    ----------
    cell : int array (n,)
        Number of the cell in the strip, row by row; once for each polygon it lies in.
    first : int array (runs,)
        Where the cells of each polygon begin.
    owner : int array (runs,)
        The polygon of each run; none occurs twice.
    """

    cell: Cells
    first: Cells
    owner: Cells


class CellsByUnit:
    """Where polygons lie on a grid.

    Parameters
    ----------
    polygons : FeatureSet
        In the CRS of the grid.
    grid : Grid
    progress : Progress
    """

    def __init__(self, polygons: FeatureSet, grid: Grid, progress: Progress = SILENT):
        self.grid = grid
        self._boxes = boxes(polygons)
        everything = Burner(polygons)
        crossing = np.zeros(len(polygons), bool)
        for strip in self.strips():
            progress.step(strip.start / grid.rows)
            part = grid.window(strip.start, strip.rows)
            several = np.argwhere(everything.depth(part) > 1)
            if several.size:
                crossing |= self._hold(several + np.array([strip.start, 0]))
        alone = np.flatnonzero(~crossing & np.isfinite(self._boxes).all(axis=1))
        layers = [alone.tolist(), *self._apart(np.flatnonzero(crossing).tolist())]
        self._burners = [Burner(polygons, layer) for layer in layers if layer]
        south, top = self._boxes[:, 1], grid.bounds[3]
        self.last_row = np.nan_to_num(np.floor((top - south) / grid.cell_height), nan=-1.0).astype(np.int64)

    def strips(self) -> Iterator[Strip]:
        """Strips of the grid from north to south."""
        return self.grid.strips_of(STRIP_CELLS)

    def runs(self, strip: Strip) -> Runs:
        """The cells of a strip by polygon."""
        part = self.grid.window(strip.start, strip.rows)
        cells, owners = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
        for burner in self._burners:
            owner = burner.owners(part).ravel()
            cell = np.flatnonzero(owner >= 0)
            cells.append(cell)
            owners.append(owner[cell].astype(np.int64))
        return in_runs(np.concatenate(cells), np.concatenate(owners))

    def _hold(self, places: Cells) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
        """Polygons whose box holds one of the cells (n, 2)."""
        west, _, _, north = self.grid.bounds
        x = west + (places[:, 1] + 0.5) * self.grid.cell_width
        y = north - (places[:, 0] + 0.5) * self.grid.cell_height
        order = np.argsort(x)
        x, y = x[order], y[order]
        found = np.zeros(len(self._boxes), bool)
        start = np.searchsorted(x, self._boxes[:, 0])
        stop = np.searchsorted(x, self._boxes[:, 2], side="right")
        for i in np.flatnonzero(stop > start):
            inside = y[start[i] : stop[i]]
            found[i] = bool(((inside >= self._boxes[i, 1]) & (inside <= self._boxes[i, 3])).any())
        return found

    def _apart(self, polygons: Sequence[int]) -> list[list[int]]:
        """Polygons in layers, within each of which no two boxes overlap."""
        layers: list[list[int]] = []
        held: list[Floats] = []
        for i in polygons:
            box = self._boxes[i]
            for n, others in enumerate(held):
                beside = (others[:, 0] >= box[2]) | (others[:, 2] <= box[0])
                beside |= (others[:, 1] >= box[3]) | (others[:, 3] <= box[1])
                if beside.all():
                    layers[n].append(i)
                    held[n] = np.vstack([others, box])
                    break
            else:
                layers.append([i])
                held.append(box[None])
        return layers


def in_runs(cell: Cells, owner: Cells) -> Runs:
    """Cells (n,) sorted by owner (n,).

    >>> runs = in_runs(np.array([0, 1, 2]), np.array([7, 4, 7]))
    >>> runs.cell.tolist(), runs.first.tolist(), runs.owner.tolist()
    ([1, 0, 2], [0, 1], [4, 7])
    """
    order = np.argsort(owner, kind="stable")
    sorted_owner = owner[order]
    first = np.flatnonzero(np.r_[True, sorted_owner[1:] != sorted_owner[:-1]]) if owner.size else order
    return Runs(cell[order], first, sorted_owner[first])
