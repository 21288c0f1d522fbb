"""A part of the area of ten storms, its law in place of a model, and its rain in memory."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from landslide_plugin.core.io.raster import RasterSink, crs_wkt, factor_band
from landslide_plugin.core.synthetic.storms import ten_storms
from landslide_plugin.core.synthetic.storms.area import SPECS
from landslide_plugin.core.synthetic.storms.ground import CRS
from landslide_plugin.core.synthetic.storms.law import landslide_probability, rain_features
from landslide_plugin.core.synthetic.storms.rain import hours_of
from landslide_plugin.core.types.rain import RainColumns
from landslide_plugin.core.types.window import Window
from landslide_plugin.core.workflows.event_mapping.event_rain import EventRain
from landslide_plugin.core.workflows.event_mapping.frames import frames_between
from landslide_plugin.core.workflows.event_mapping.job import EventJob

AREA = ten_storms()
WKT = crs_wkt(CRS)
STORM = 7
PART = Window(70, 60, 40, 50)
GRID = PART.of(replace(AREA.grid, crs_wkt=WKT))
RAIN_GRID = replace(AREA.rain_grid, crs_wkt=WKT)
ENDS = hours_of(AREA.storms[STORM])
END = np.datetime64(AREA.storms[STORM].end, "s")
HOUR = np.timedelta64(3600, "s")
WINDOW_H = 120
HOURLY = RainColumns(1.0, WINDOW_H)


def cut(values):
    """The part of a raster of the area."""
    return values[..., PART.first_row : PART.first_row + PART.rows, PART.col_slice]


@dataclass
class MemoryRain:
    """A stack of rain in memory, hourly; NaN before its first and after its last step."""

    rain_mm: np.ndarray = field(default_factory=AREA.rain_mm[STORM].copy)
    ends: np.ndarray = field(default_factory=ENDS.copy)
    grid: object = RAIN_GRID
    step_h: float = 1.0
    read: int = 0

    def window(self, end, steps, strip):
        self.read += steps
        found = np.full((steps, strip.rows, self.grid.cols), np.nan, "f4")
        for place in range(steps):
            number = np.flatnonzero(self.ends == end - (steps - 1 - place) * HOUR)
            if len(number):
                found[place] = self.rain_mm[number[0], strip.start : strip.stop]
        return found

    def part(self, first, last):
        """Some of the steps."""
        some = slice(first, last)
        return MemoryRain(self.rain_mm[some], self.ends[some], self.grid)


@dataclass
class TrueLaw:
    """The law by which the area was drawn; it counts the windows it is given."""

    factors: tuple = SPECS
    rain: RainColumns = HOURLY
    windows: int = 0
    soil: object = None

    def placed(self, static, soil=None):
        return PlacedTruth(self, static)


@dataclass
class PlacedTruth:
    """The law at some cells."""

    law: TrueLaw
    static: np.ndarray

    def probability(self, rain_mm, place, end):
        self.law.windows += len(rain_mm)
        total, largest = rain_features(rain_mm.T)
        slope, cover = self.static[:, 1], self.static[:, 2]
        return landslide_probability(slope, cover, total[place], largest[place]).astype("f4")


def write_factors(path, values=None):
    """The factors of the part as a raster."""
    values = cut(AREA.factors.values) if values is None else values
    with RasterSink(str(path), GRID, [factor_band(spec) for spec in SPECS]) as sink:
        for number, band in enumerate(values):
            sink.write(number, 0, band)
    return str(path)


def job(folder, rain=None, start=END, end=END, step_h=3.0, forecast=None, **more):
    """A job over the part; one frame at the end of the storm by default."""
    storm = EventRain(rain or MemoryRain(), forecast)
    frames = frames_between(storm.ends, WINDOW_H, start, end, step_h)
    factors = folder / "factors.tif"
    if not factors.exists():
        write_factors(factors)
    return EventJob([str(factors)], storm, "storm", frames, str(folder / "event"), **more)
