"""What a map of an event says at points over time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import numpy as np

from ...errors import InputError
from ...io.table import csv_text
from ...io.vector import points as point_places
from ...io.vector import to_crs
from ...types.arrays import Flags, Floats, Surface
from ...types.features import FeatureSet
from .frames import Frames, moment_words
from .ground import MapGround

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
    soil : float32 array (points, layers, properties) or None
    beyond : int
        Points beyond the factors, which have no series.
    """

    labels: tuple[str, ...]
    xy: Floats
    cells: tuple[tuple[int, int], ...]
    static: Surface
    soil: Optional[Surface] = None
    beyond: int = 0

    @property
    def known(self) -> Flags:
        """Points (points,) with every factor and, where it counts, the whole soil profile."""
        known = np.isfinite(self.static).all(axis=1)
        if self.soil is not None:
            known &= np.isfinite(self.soil).all(axis=(1, 2))
        return np.asarray(known)

    def ground_of(self, some: Flags) -> tuple[Surface, Optional[Surface]]:
        """Factors and soil of some of the points."""
        return self.static[some], None if self.soil is None else self.soil[some]


def points_of(features: FeatureSet, label_field: Optional[str], ground: MapGround) -> SeriesPoints:
    """Points that lie on the factors, with the ground there.

    Raises
    ------
    InputError
        None of them does.
    """
    xy, owner = point_places(to_crs(features, ground.grid.crs_wkt))
    places = [ground.grid.cell_of(float(x), float(y)) for x, y in xy]
    rows, cols = ground.grid.shape
    inside = [0 <= row < rows and 0 <= col < cols for row, col in places]
    if not any(inside):
        raise InputError("No point lies on the factors; check the CRS of POINTS")
    kept = np.flatnonzero(inside)
    cells = tuple(places[i] for i in kept)
    names = features.field(label_field) if label_field else tuple(range(1, len(features) + 1))
    down, across = (np.array(part, np.intp) for part in zip(*cells))
    static, soil = ground.at(down, across)
    labels = tuple(str(names[owner[i]]) for i in kept)
    return SeriesPoints(labels, xy[kept], cells, static, soil, beyond=len(xy) - len(kept))


class PointSeries:
    """Values of points over the frames of an event.

    Attributes
    ----------
    points : SeriesPoints
    frames : Frames
    rain_step_h : float
        Length of a step of the rain.
    probability, window_mm, last_mm : float64 array (frames, points)
        P, rain of the whole window and of its last step; NaN where there is none.
    """

    def __init__(self, points: SeriesPoints, frames: Frames, rain_step_h: float):
        self.points, self.frames, self.rain_step_h = points, frames, rain_step_h
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
