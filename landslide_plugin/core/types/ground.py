"""What the cells of a grid measure on the ground, on a plane or on the ellipsoid.

A grid in degrees, or one in Mercator's projection, has cells whose width and height change from row to
row. Every factor takes them row by row. Distances are measured in space: on the ellipsoid a cell is a
point in earth-centred coordinates, and the chord between two points gives the length of the arc.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Union

import numpy as np
import numpy.typing as npt

from .arrays import Floats, Heights, Metres

Numbers = Union[Sequence[int], npt.NDArray[np.intp]]

MEAN_RADIUS_M = 6_371_008.8
"""Mean radius of the Earth (IUGG); turns a chord into an arc, where its exact value hardly matters."""


@dataclass(frozen=True)
class Ground:
    """Size and place of the cells of a grid.

    The place of cell (i, j) is ``(reach_x[i] * along_x[j], reach_y[i] * along_y[j], up[i])`` in metres.

    Attributes
    ----------
    dx, dy : float64 arrays (rows, 1)
        Cell width and height in metres.
    reach_x, reach_y, up : float64 arrays (rows,)
    along_x, along_y : float64 arrays (cols,)
    is_curved : bool
        True on the ellipsoid: a distance in space is then a chord.
    """

    dx: Heights
    dy: Heights
    reach_x: Floats
    reach_y: Floats
    up: Floats
    along_x: Floats
    along_y: Floats
    is_curved: bool = False

    @property
    def cell_area_m2(self) -> Heights:
        """Area of the cells of each row (rows, 1)."""
        return self.dx * self.dy

    @property
    def cell_size_m(self) -> float:
        """Side of a square of the area of a cell in the middle row."""
        return float(np.sqrt(self.cell_area_m2[len(self.dx) // 2, 0]))

    def rows(self, start: int, stop: int) -> Ground:
        """The ground of some rows."""
        part = slice(start, stop)
        by_row = {name: getattr(self, name)[part] for name in ("dx", "dy", "reach_x", "reach_y", "up")}
        return replace(self, **by_row)

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return len(self.up), len(self.along_x)

    def centres(self) -> Floats:
        """Places (rows * cols, 3) of all cells, row by row."""
        rows, cols = np.indices(self.shape)
        return self.centres_of(rows.ravel(), cols.ravel())

    def centres_of(self, rows: Numbers, cols: Numbers) -> Floats:
        """Places (n, 3) of the cells with these rows and columns (n,)."""
        across, down = self.reach_x[rows] * self.along_x[cols], self.reach_y[rows] * self.along_y[cols]
        return np.column_stack([across, down, self.up[rows]])

    def length_m(self, straight: Floats) -> Floats:
        """Length on the ground of a distance in space: the arc over a chord where the ground is curved."""
        if not self.is_curved:
            return straight
        return arc_m(straight)


def arc_m(chord_m: Floats) -> Floats:
    """Length of the arc over a chord of the Earth.

    >>> round(float(arc_m(np.array(1e5)) - 1e5), 2)
    1.03
    """
    return 2.0 * MEAN_RADIUS_M * np.asarray(np.arcsin(np.minimum(chord_m / (2.0 * MEAN_RADIUS_M), 1.0)))


def plane(shape: tuple[int, int], dx: Metres, dy: Metres, west: float = 0.0, north: float = 0.0) -> Ground:
    """Ground of a grid that is true to distance.

    Parameters
    ----------
    shape : (int, int)
    dx, dy : float or float64 array (rows,)
        Cell width and height in metres; where they differ from row to row, places follow the first row.
    west, north : float
        Corner of the grid in metres.

    Examples
    --------
    >>> plane((1, 2), 10.0, 20.0).centres().tolist()
    [[5.0, -10.0, 0.0], [15.0, -10.0, 0.0]]
    """
    rows, cols = shape
    wide, high = by_row(dx, rows), by_row(dy, rows)
    x = west + (np.arange(cols) + 0.5) * wide[0, 0]
    y = north - (np.cumsum(high[:, 0]) - high[:, 0] / 2.0)
    return Ground(
        dx=wide,
        dy=high,
        reach_x=np.ones(rows),
        reach_y=y,
        up=np.zeros(rows),
        along_x=x,
        along_y=np.ones(cols),
    )


def on_ellipsoid(longitude_deg: Floats, latitude_deg: Floats, semi_axes_m: tuple[float, float]) -> Floats:
    """Earth-centred places (n, 3) in metres of points (n,) on the ellipsoid.

    >>> on_ellipsoid(np.array([90.0]), np.array([0.0]), (6378137.0, 6356752.3)).round(3).tolist()
    [[0.0, 6378137.0, 0.0]]
    """
    major, minor = semi_axes_m
    longitude, latitude = np.radians(longitude_deg), np.radians(latitude_deg)
    normal = major**2 / np.hypot(major * np.cos(latitude), minor * np.sin(latitude))
    parallel = normal * np.cos(latitude)
    up = (minor / major) ** 2 * normal * np.sin(latitude)
    return np.column_stack([parallel * np.cos(longitude), parallel * np.sin(longitude), up])


def globe(longitudes_deg: Floats, latitudes_deg: Floats, semi_axes_m: tuple[float, float]) -> Ground:
    """Ground of a grid whose columns are meridians and whose rows are parallels.

    Parameters
    ----------
    longitudes_deg : float64 array (cols + 1,)
        Of the edges of the columns.
    latitudes_deg : float64 array (2 * rows + 1,)
        Of the north edge, the centre and the south edge of each row.
    semi_axes_m : (float, float)
        Of the ellipsoid.

    Examples
    --------
    >>> one = globe(np.array([0.0, 1.0]), np.array([0.5, 0.0, -0.5]), (6378137.0, 6356752.314))
    >>> one.dx.round(0).tolist(), one.dy.round(0).tolist()
    ([[111319.0]], [[110574.0]])
    """
    edges = on_ellipsoid(np.zeros(len(latitudes_deg)), latitudes_deg, semi_axes_m)
    middle = edges[1::2]
    centres = np.radians((longitudes_deg[:-1] + longitudes_deg[1:]) / 2.0)
    width = np.radians((longitudes_deg[-1] - longitudes_deg[0]) / len(centres))
    across = np.linalg.norm(edges[2::2] - edges[:-2:2], axis=1)
    return Ground(
        dx=middle[:, :1] * width,
        dy=arc_m(across)[:, None],
        reach_x=middle[:, 0],
        reach_y=middle[:, 0],
        up=middle[:, 2],
        along_x=np.cos(centres),
        along_y=np.sin(centres),
        is_curved=True,
    )


def by_row(length: Metres, rows: int) -> Heights:
    """A length in metres as float64 (rows, 1), whether it is one for all rows or one a row.

    >>> by_row(5.0, 2).tolist(), by_row(np.array([1.0, 2.0]), 2).tolist()
    ([[5.0], [5.0]], [[1.0], [2.0]])
    """
    return np.broadcast_to(np.asarray(length, dtype=np.float64).reshape(-1, 1), (rows, 1))
