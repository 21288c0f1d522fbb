"""Ten storms over the area as hourly rain on cells coarser than the ground's."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ...types.arrays import Floats, Surface
from ...types.grid import Grid
from .ground import CELL_M, COLS, NORTH_M, ROWS, WEST_M

RAIN_CELL_M = 1000.0
MARGIN_CELLS = 2
RAIN_ROWS = int(ROWS * CELL_M / RAIN_CELL_M) + 2 * MARGIN_CELLS
RAIN_COLS = int(COLS * CELL_M / RAIN_CELL_M) + 2 * MARGIN_CELLS
HOURS = 168
"""Hours that the record of a storm holds: the model's window, and a day before and after it."""
WINDOW_H = 120
"""Hours before the end of a storm that decide what it sets off."""
AFTER_H = 24
LEAST_MM = 0.1
"""What a gauge tells apart: rain is rounded to it."""


@dataclass(frozen=True)
class Storm:
    """What kind of storm it is.

    Attributes
    ----------
    name : str
    end : str
        When the rain is over, UTC.
    depth_mm : float
        At the storm's centre.
    duration_h : int
    width_m : float
        Deviation of its bell: narrow for a thunderstorm, wide for a front.
    antecedent_mm : float
        Rain of the days before, spread over single wet spells.
    """

    name: str
    end: str
    depth_mm: float
    duration_h: int
    width_m: float
    antecedent_mm: float


_TABLE = (
    ("storm_01", "2012-07-21T18:00:00", 62.0, 4, 2600.0, 12.0),
    ("storm_02", "2012-11-11T06:00:00", 148.0, 42, 14000.0, 30.0),
    ("storm_03", "2013-06-02T12:00:00", 96.0, 20, 9000.0, 55.0),
    ("storm_04", "2014-08-13T21:00:00", 44.0, 3, 2200.0, 8.0),
    ("storm_05", "2015-10-07T00:00:00", 78.0, 30, 12000.0, 5.0),
    ("storm_06", "2016-05-30T15:00:00", 88.0, 6, 3400.0, 40.0),
    ("storm_07", "2017-08-05T20:00:00", 70.0, 5, 3000.0, 18.0),
    ("storm_08", "2018-10-29T20:00:00", 172.0, 48, 15000.0, 22.0),
    ("storm_09", "2019-02-02T10:00:00", 36.0, 24, 11000.0, 10.0),
    ("storm_10", "2020-08-29T22:00:00", 118.0, 14, 6000.0, 15.0),
)
STORMS = tuple(
    Storm(name, end, depth_mm=depth, duration_h=hours, width_m=width, antecedent_mm=before)
    for name, end, depth, hours, width, before in _TABLE
)
"""Thunderstorms and fronts, so that neither the sum of the rain nor its intensity tells it all; one sets off little."""


def rain_grid(crs_wkt: str = "") -> Grid:
    """Grid of the rain: it reaches beyond the ground on every side.

    >>> rain_grid().shape, rain_grid().cell_size
    ((14, 14), 1000.0)
    """
    west, north = WEST_M - MARGIN_CELLS * RAIN_CELL_M, NORTH_M + MARGIN_CELLS * RAIN_CELL_M
    return Grid(RAIN_ROWS, RAIN_COLS, (west, RAIN_CELL_M, 0.0, north, 0.0, -RAIN_CELL_M), crs_wkt)


def hours_of(storm: Storm) -> npt.NDArray[np.datetime64]:
    """Ends (hours,) of the hours of a storm's record, UTC.

    >>> hours = hours_of(STORMS[0])
    >>> str(hours[-1 - AFTER_H]), len(hours)
    ('2012-07-21T18:00:00', 168)
    """
    last = np.datetime64(storm.end, "s") + np.timedelta64(AFTER_H, "h")
    back = np.arange(HOURS)[::-1] * np.timedelta64(3600, "s")
    return np.asarray(last - back)


def draw_rain(rng: np.random.Generator, storm: Storm) -> Surface:
    """Rain (hours, rows, cols) of a storm's record, mm in each hour.

    A bell moves across the area while its rain rises and falls; weak showers of the days before are wider.

    >>> rain = draw_rain(np.random.default_rng(0), STORMS[0])
    >>> rain.shape, bool((rain >= 0).all()), bool((rain[-AFTER_H:] == 0).all())
    ((168, 14, 14), True, True)
    """
    over = HOURS - AFTER_H
    depth = np.zeros((HOURS, RAIN_ROWS, RAIN_COLS))
    x, y = _centres()
    span = ROWS * CELL_M
    start = rng.uniform(0.25, 0.75, 2) * span
    heading, speed = rng.uniform(0, 2 * np.pi), 0.35 * storm.width_m / storm.duration_h
    hours = np.arange(storm.duration_h)
    peak = rng.uniform(0.35, 0.65) * storm.duration_h
    shape = np.exp(-0.5 * ((hours + 0.5 - peak) / (0.28 * storm.duration_h)) ** 2)
    shape *= rng.gamma(6.0, 1.0 / 6.0, storm.duration_h)
    for hour, share in zip(hours.tolist(), (shape / shape.sum()).tolist()):
        away = (hour - peak) * speed
        x0, y0 = start[0] + away * np.cos(heading), start[1] + away * np.sin(heading)
        bell = np.exp(-0.5 * ((x - x0) ** 2 + (y - y0) ** 2) / storm.width_m**2)
        depth[over - storm.duration_h + hour] += storm.depth_mm * share * bell
    spells = rng.dirichlet(np.ones(4)) * storm.antecedent_mm
    for spell in spells.tolist():
        first = int(rng.integers(0, over - storm.duration_h - 8))
        tilt = 1.0 + 0.3 * (rng.uniform(-1, 1) * (x / span - 0.5) + rng.uniform(-1, 1) * (y / span - 0.5))
        depth[first : first + 8] += spell / 8 * tilt
    return np.asarray(np.round(depth / LEAST_MM) * LEAST_MM, np.float32)


def _centres() -> tuple[Floats, Floats]:
    """Metres east and south of the ground's corner of the centres of the rain cells (rows, cols)."""
    place = (np.arange(RAIN_COLS) - MARGIN_CELLS + 0.5) * RAIN_CELL_M
    x, y = np.meshgrid(place, place)
    return x, y
