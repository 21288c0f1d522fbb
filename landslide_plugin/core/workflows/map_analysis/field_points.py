"""Where to look in the field: the most uncertain cells, far enough apart and few enough to visit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...evaluation.classes import class_style
from ...io.raster import RasterSource, require_on_grid
from ...io.raster.crs import longitude_latitude
from ...io.vector import point_wkb
from ...progress import SILENT, Progress
from ...types.features import FeatureSet
from ...types.grid import Grid, Strip
from ...words.speaking import say
from .quantile import exact_quantile

STRIP_CELLS = 262_144
MOST_SQUARES = 1e6
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class FieldMaps:
    """Maps that tell where to look and why.

    Attributes
    ----------
    uncertainty : RasterSource
        What is ranked, such as the members' standard deviation.
    uncertainty_band : int
    probability, classes, applicability : RasterSource or None
        Told with each point; the second band of ``applicability`` is 1 inside the area.
    probability_band : int
    """

    uncertainty: RasterSource
    uncertainty_band: int = 0
    probability: Optional[RasterSource] = None
    probability_band: int = 0
    classes: Optional[RasterSource] = None
    applicability: Optional[RasterSource] = None

    @property
    def grid(self) -> Grid:
        """Grid of all of them."""
        return self.uncertainty.grid

    def check(self) -> None:
        """Raise ``GridMismatch`` unless all are on one grid."""
        for source in (self.probability, self.classes, self.applicability):
            if source is not None:
                require_on_grid(self.grid, source)


@dataclass(frozen=True)
class FieldPoints:
    """Chosen cells.

    Attributes
    ----------
    features : FeatureSet
        Points in the maps' CRS with rank, values, place and reason.
    limit : float
        Uncertainty that a cell must exceed, or reach where more cells share it.
    candidates : int
        Cells that do.
    """

    features: FeatureSet
    limit: float
    candidates: int


@dataclass
class _Best:
    """The most uncertain candidate of each square, so that memory follows the area and not the cells."""

    squares: dict[tuple[int, int], tuple[float, int, int]] = field(default_factory=dict)
    count: int = 0

    def add(self, values: Floats, first_row: int, limit: float, side: tuple[int, int]) -> None:
        rows, cols = np.nonzero(values >= np.float32(limit))
        self.count += len(rows)
        found = values[rows, cols]
        order = np.lexsort((cols, rows, -found))
        keys = np.column_stack([(rows + first_row) // side[0], cols // side[1]])[order]
        _, first = np.unique(keys, axis=0, return_index=True)
        for i in first:
            cell = order[i]
            key = (int(keys[i, 0]), int(keys[i, 1]))
            new = (float(found[cell]), int(rows[cell]) + first_row, int(cols[cell]))
            if key not in self.squares or new[0] > self.squares[key][0]:
                self.squares[key] = new


def field_points(
    maps: FieldMaps,
    share: float,
    min_distance_m: float,
    most: int,
    unit_m: float,
    progress: Progress = SILENT,
) -> FieldPoints:
    """The most uncertain cells of a map, thinned.

    The area is cut into squares half as wide as the least distance; the most uncertain cell of each is kept, and
    of these, from the most uncertain down, every one that is far enough from those taken before.

    Parameters
    ----------
    share : float
        Share of the cells that count as highly uncertain.
    min_distance_m : float
        Least distance between two points.
    most : int
        At most so many points.
    unit_m : float
        Length of one unit of the maps' CRS in metres.

    Raises
    ------
    InputError, GridMismatch
        Maps on different grids, without values, or all of one uncertainty.
    """
    maps.check()
    grid = maps.grid
    if maps.uncertainty.is_integer(maps.uncertainty_band):
        raise InputError(
            f"{maps.uncertainty.name} holds whole numbers, such as classes; give a map of an uncertainty, such as the "
            "standard deviation of the ensemble"
        )
    seen = [np.inf, -np.inf]

    def strips() -> Iterator[tuple[Strip, Floats]]:
        for strip in grid.strips(max(1, STRIP_CELLS // grid.cols)):
            progress.check()
            values = maps.uncertainty.read(maps.uncertainty_band, strip.start, strip.rows)
            seen[:] = (
                np.fmin(seen[0], np.nanmin(values, initial=np.inf)),
                np.fmax(seen[1], np.nanmax(values, initial=-np.inf)),
            )
            yield strip, values

    limit = exact_quantile(lambda: (values for _, values in strips()), 1.0 - share)
    if seen[0] == seen[1]:
        raise InputError(
            f"{maps.uncertainty.name} is {seen[0]:g} everywhere, so no cell is more uncertain than another; a model "
            "of one member has no spread, map another uncertainty"
        )
    distance = min_distance_m / unit_m
    coarse = int(np.ceil(np.sqrt(grid.size / MOST_SQUARES)))
    side = tuple(max(coarse, int(distance / 2 / cell)) for cell in (grid.cell_height, grid.cell_width))
    best = _Best()
    least = float(np.nextafter(np.float32(limit), np.float32(np.inf))) if limit < seen[1] else limit
    for strip, values in strips():
        best.add(values, strip.start, least, (side[0], side[1]))
        progress.step(0.9 * strip.stop / grid.rows)
    chosen = _apart(sorted(best.squares.values(), key=lambda b: (-b[0], b[1], b[2])), grid, distance, most)
    return FieldPoints(_features(maps, chosen, share, least), least, best.count)


def _apart(
    ranked: list[tuple[float, int, int]], grid: Grid, distance: float, most: int
) -> list[tuple[float, int, int]]:
    """Cells from the first on that are at least ``distance`` from every one taken before."""
    taken: list[tuple[float, int, int]] = []
    near: dict[tuple[int, int], list[tuple[float, float]]] = {}
    width = max(distance, min(grid.cell_width, grid.cell_height))
    for cell in ranked:
        x, y = grid.centre_of(cell[1], cell[2])
        i, j = int(x // width), int(y // width)
        around = [p for a in (-1, 0, 1) for b in (-1, 0, 1) for p in near.get((i + a, j + b), [])]
        if all((x - u) ** 2 + (y - v) ** 2 >= distance**2 for u, v in around):
            taken.append(cell)
            near.setdefault((i, j), []).append((x, y))
            if len(taken) == most:
                break
    return taken


def _features(maps: FieldMaps, cells: list[tuple[float, int, int]], share: float, limit: float) -> FeatureSet:
    grid = maps.grid
    xy = [grid.centre_of(row, col) for _, row, col in cells]
    east, north = longitude_latitude(np.array(xy), grid.crs_wkt)
    p = _at(maps.probability, maps.probability_band, cells)
    codes, inside = _at(maps.classes, 0, cells), _at(maps.applicability, 1, cells)
    names = [say(name) for name in class_style().names]
    called = [None if code is None else _class_name(maps, names, int(code)) for code in codes]
    threshold = _threshold(maps.probability)
    why = [
        _why(value, share, limit, p=probability, inside=within, threshold=threshold)
        for (value, _, _), probability, within in zip(cells, p, inside)
    ]
    columns: dict[str, tuple[Any, ...]] = {
        "rank": tuple(range(1, len(cells) + 1)),
        "probability": tuple(p),
        "uncertainty": tuple(value for value, _, _ in cells),
        "class": tuple(called),
        "inside_area": tuple(None if v is None else int(v) for v in inside),
        "x": tuple(x for x, _ in xy),
        "y": tuple(y for _, y in xy),
        "longitude": tuple(east.tolist()),
        "latitude": tuple(north.tolist()),
        "why": tuple(why),
    }
    return FeatureSet(tuple(point_wkb(x, y) for x, y in xy), grid.crs_wkt, columns, "field checks")


def _class_name(maps: FieldMaps, names: Sequence[str], code: int) -> str:
    if not 1 <= code <= len(names):
        name = "" if maps.classes is None else maps.classes.name
        raise InputError(f"{name} holds {code}; a raster of classes 1 to {len(names)} is needed")
    return names[code - 1]


def _at(source: Optional[RasterSource], band: int, cells: list[tuple[float, int, int]]) -> list[Any]:
    """Values of a raster at cells; None where it has none or is not given."""
    if source is None or band >= len(source.bands):
        return [None] * len(cells)
    rows, cols = (np.array([cell[axis] for cell in cells], np.intp) for axis in (1, 2))
    values = source.values_at(rows, cols, [band])[:, 0].tolist()
    return [value if np.isfinite(value) else None for value in values]


def _threshold(probability: Optional[RasterSource]) -> Optional[float]:
    """Threshold of the model that made a map, as its metadata tells it."""
    try:
        return float(probability.metadata["THRESHOLD"]) if probability is not None else None
    except (KeyError, ValueError):
        return None


def _why(value: float, share: float, limit: float, p: Any, inside: Any, threshold: Optional[float]) -> str:
    reasons = [f"uncertainty {value:.3g} is in the top {100 * share:g} % (from {limit:.3g})"]
    if p is not None and threshold is not None and abs(p - threshold) < value:
        reasons.append(f"the model's threshold {threshold:.3g} is less than that away from the probability")
    if inside == 0:
        reasons.append("outside the area of applicability: unlike the training data")
    return "; ".join(map(say, reasons))
