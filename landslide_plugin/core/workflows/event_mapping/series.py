"""What a map of an event says at points over time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Optional

import numpy as np

from ...errors import InputError
from ...io.factors import FactorSources
from ...io.table import csv_text
from ...io.vector import points as point_places
from ...io.vector import to_crs
from ...types.arrays import Floats, Surface
from ...types.factors import FactorSpec
from ...types.features import FeatureSet
from .frames import Frames, moment_words

HEADER = (
    "point",
    "x",
    "y",
    "window_end_utc",
    "window_h",
    "probability",
    "window_rain_mm",
    "last_step_rain_mm",
)


@dataclass(frozen=True)
class SeriesPoints:
    """Points on the map.

    Attributes
    ----------
    labels : tuple of str (points,)
    xy : float64 array (points, 2)
        In the CRS of the map.
    cells : tuple of (row, column)
    static : float32 array (points, factors)
        NaN where a factor has no value.
    beyond : int
        Points beyond the factors, which have no series.
    """

    labels: tuple[str, ...]
    xy: Floats
    cells: tuple[tuple[int, int], ...]
    static: Surface
    beyond: int = 0


def points_of(
    features: FeatureSet, label_field: Optional[str], factors: FactorSources, specs: Sequence[FactorSpec]
) -> SeriesPoints:
    """Points that lie on the factors, with the factors there.

    Raises
    ------
    InputError
        None of them does.
    """
    xy, owner = point_places(to_crs(features, factors.grid.crs_wkt))
    places = [factors.grid.cell_of(float(x), float(y)) for x, y in xy]
    rows, cols = factors.grid.shape
    inside = [0 <= row < rows and 0 <= col < cols for row, col in places]
    if not any(inside):
        raise InputError("No point lies on the factors; check the CRS of POINTS")
    kept = np.flatnonzero(inside)
    cells = tuple(places[i] for i in kept)
    names = features.field(label_field) if label_field else tuple(range(1, len(features) + 1))
    down, across = (np.array(part, np.intp) for part in zip(*cells))
    static = factors.values_at(specs, down, across)
    labels = tuple(str(names[owner[i]]) for i in kept)
    return SeriesPoints(labels, xy[kept], cells, static, beyond=len(xy) - len(kept))


class PointSeries:
    """Values of points over the frames of an event.

    Attributes
    ----------
    points : SeriesPoints
    frames : Frames
    probability, window_mm, last_mm : float64 array (frames, points)
        P, rain of the whole window and of its last step; NaN where there is none.
    """

    def __init__(self, points: SeriesPoints, frames: Frames):
        self.points, self.frames = points, frames
        shape = len(frames), len(points.labels)
        self.probability, self.window_mm, self.last_mm = (np.full(shape, np.nan) for _ in range(3))

    def take(self, frame: int, probability: Floats, window_mm: Floats, last_mm: Floats) -> None:
        """Keep the values (points,) of a frame."""
        self.probability[frame], self.window_mm[frame], self.last_mm[frame] = probability, window_mm, last_mm

    def table(self) -> str:
        """One row a point and frame, as CSV; missing values are empty."""
        rows: list[tuple[object, ...]] = [HEADER]
        for i, (label, (x, y)) in enumerate(zip(self.points.labels, self.points.xy.tolist())):
            for frame, end in enumerate(self.frames.ends):
                values = (self.probability[frame, i], self.window_mm[frame, i], self.last_mm[frame, i])
                told = [f"{value:.6g}" if np.isfinite(value) else "" for value in values]
                moment = moment_words(end)[:-4]
                rows.append((label, f"{x:.3f}", f"{y:.3f}", moment, f"{self.frames.window_h:g}", *told))
        return csv_text(rows)
