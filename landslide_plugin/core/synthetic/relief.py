"""Terrain and regional factors of the synthetic area: two massifs, a valley and three faults.

Every draw comes from the one generator handed in, in a fixed order; the order is part of the data.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import numpy as np
import numpy.typing as npt

from ..types.arrays import Surface
from .frame import COLS, ROWS, coordinates, spacing_m

MAIN_MASSIF = (-72.37, 9.12)
SECOND_MASSIF = (-72.22, 9.24)
FAULTS = {
    "primary": (-72.45, 9.02, -72.15, 9.27),
    "secondary": (-72.42, 9.05, -72.25, 9.22),
    "minor": (-72.30, 9.08, -72.10, 9.15),
}
LITHOLOGY = {0: "granite", 1: "schist", 2: "clay shale", 3: "alluvium"}
FAR_FROM_FAULTS_M = 1e6
METRES_PER_DEGREE_FAULT = 110_000


@dataclass(frozen=True)
class Relief:
    """Factors (cells,) from the southernmost row; ``aspect_math_deg`` as the study defines it.

    That angle is 90 degrees more than the compass direction of the downhill side.
    """

    elevation_m: Surface
    slope_deg: Surface
    aspect_math_deg: Surface
    twi: Surface
    distance_faults_m: Surface
    lithology: npt.NDArray[np.int32]
    ndvi: Surface
    rainfall_mm: Surface


def _bell(lon: Surface, lat: Surface, centre: tuple[float, float], width: float, height: float) -> Surface:
    """A round Gaussian hill; width in degrees."""
    x, y = centre
    return height * np.exp(-0.5 * ((lon - x) / width) ** 2 - 0.5 * ((lat - y) / width) ** 2)


def _massifs(
    lon: Surface, lat: Surface, widths: tuple[float, float], heights: tuple[float, float]
) -> Surface:
    main = _bell(lon, lat, MAIN_MASSIF, widths[0], heights[0])
    return main + _bell(lon, lat, SECOND_MASSIF, widths[1], heights[1])


def _gradient(elevation: Surface, cell_m: Optional[float]) -> tuple[Surface, Surface]:
    """Rise per metre eastward and northward (rows, cols)."""
    width, height = (cell_m, cell_m) if cell_m else spacing_m()
    surface = elevation.reshape(ROWS, COLS)
    return np.gradient(surface, width, axis=1), np.gradient(surface, height, axis=0)


def _distance_faults(lon: Surface, lat: Surface) -> Surface:
    nearest = np.full(lon.size, FAR_FROM_FAULTS_M, np.float32)
    for x1, y1, x2, y2 in FAULTS.values():
        dx, dy = x2 - x1, y2 - y1
        along = np.clip(((lon - x1) * dx + (lat - y1) * dy) / (dx**2 + dy**2 + 1e-12), 0, 1)
        away = np.sqrt((lon - x1 - along * dx) ** 2 + (lat - y1 - along * dy) ** 2)
        nearest = np.minimum(nearest, away * METRES_PER_DEGREE_FAULT)
    return nearest


def _lithology(elevation: Surface, distance_faults: Surface) -> npt.NDArray[np.int32]:
    """Unit by height, with clay shale along the faults of the lower ground."""
    unit = np.zeros(elevation.size, np.int32)
    unit[(elevation > 600) & (elevation <= 1400)] = 1
    unit[(elevation <= 600) & (distance_faults < 3000)] = 2
    unit[elevation <= 400] = 3
    return unit


def draw_relief(rng: np.random.Generator, cell_m: Optional[float] = None) -> Relief:
    """Draw terrain and regional factors: elevation noise, then NDVI, then rainfall.

    Cells of another side than the study's change the slopes, and what follows from them, alone.
    """
    lon, lat = coordinates()
    cells = lon.size
    noise = rng.normal(0, 25, cells)
    height = (_massifs(lon, lat, (0.020, 0.016), (1900, 1300)) + 200 + noise).astype(np.float32)
    elevation = np.clip(height, 150, 2200)
    east, north = _gradient(elevation, cell_m)
    slope = np.arctan(np.sqrt(east**2 + north**2))
    contributing = _massifs(lon, lat, (0.06, 0.05), (5000, 3000)) + 10
    distance = _distance_faults(lon, lat)
    green = 0.6 * np.exp(-0.5 * ((elevation - 900) / 500) ** 2) + 0.2 + rng.uniform(-0.05, 0.05, cells)
    rain = _massifs(lon, lat, (0.08, 0.06), (1200, 900)) + 800 + rng.normal(0, 50, cells)
    return Relief(
        elevation_m=elevation,
        slope_deg=np.rad2deg(slope).ravel(),
        aspect_math_deg=(np.rad2deg(np.arctan2(-north, east)) % 360).ravel(),
        twi=np.log(contributing / (np.tan(slope.ravel()) + 0.01)),
        distance_faults_m=distance,
        lithology=_lithology(elevation, distance),
        ndvi=np.clip(green.astype(np.float32), -0.1, 0.9),
        rainfall_mm=np.clip(rain.astype(np.float32), 500, 2500),
    )
