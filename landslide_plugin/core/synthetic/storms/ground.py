"""The ground of the storm area: hills from smooth noise, their slopes, and what grows on them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ...types.arrays import Floats, Surface
from ...types.grid import Grid

ROWS, COLS, CELL_M = 200, 200, 50.0
CRS = "EPSG:32632"
WEST_M, NORTH_M = 660_000.0, 5_180_000.0
RELIEF_POWER = 2.1
"""Fall of the amplitude of hills with their wave number: ridges and valleys, and no spikes."""
RELIEF_M, LOWEST_M = 540.0, 1600.0
COVER_POWER = 1.6
LAND_COVER = {1: "forest", 2: "pasture", 3: "arable land"}
FOREST_SHARE, PASTURE_SHARE = 0.55, 0.30
"""The rest is arable land, on the gentlest ground."""


@dataclass(frozen=True)
class Terrain:
    """Rasters (rows, cols), row 0 in the north: height in metres, slope in degrees, code of ``LAND_COVER``."""

    elevation_m: Surface
    slope_deg: Surface
    land_cover: npt.NDArray[np.int32]


def storm_grid(crs_wkt: str = "") -> Grid:
    """Grid of the area; ``crs_wkt`` is the WKT of ``CRS``.

    >>> storm_grid().shape, storm_grid().cell_size
    ((200, 200), 50.0)
    """
    return Grid(ROWS, COLS, (WEST_M, CELL_M, 0.0, NORTH_M, 0.0, -CELL_M), crs_wkt)


def draw_terrain(rng: np.random.Generator) -> Terrain:
    """Draw heights, then land cover.

    >>> terrain = draw_terrain(np.random.default_rng(1))
    >>> bool(np.isfinite(terrain.slope_deg).all()), sorted(set(terrain.land_cover.ravel().tolist()))
    (True, [1, 2, 3])
    """
    height = LOWEST_M + RELIEF_M * smooth_noise(rng, (ROWS, COLS), RELIEF_POWER)
    north, east = np.gradient(height, CELL_M)
    slope = np.degrees(np.arctan(np.hypot(north, east)))
    cover = smooth_noise(rng, (ROWS, COLS), COVER_POWER) + 0.04 * (slope - slope.mean())
    forest, pasture = np.quantile(cover, [1.0 - FOREST_SHARE, 1.0 - FOREST_SHARE - PASTURE_SHARE])
    codes = np.where(cover >= forest, 1, np.where(cover >= pasture, 2, 3)).astype(np.int32)
    return Terrain(height.astype(np.float32), slope.astype(np.float32), codes)


def smooth_noise(rng: np.random.Generator, shape: tuple[int, int], power: float) -> Floats:
    """Gaussian noise of mean 0 and deviation 1 whose amplitude falls with the wave number to a power.

    >>> noise = smooth_noise(np.random.default_rng(0), (32, 32), 2.0)
    >>> round(float(noise.mean()), 9) == 0.0, round(float(noise.std()), 9)
    (True, 1.0)
    """
    wave = np.hypot(_wave_numbers(shape[0])[:, None], _wave_numbers(shape[1]))
    wave[0, 0] = np.inf
    field = np.fft.ifft2(np.fft.fft2(rng.standard_normal(shape)) * wave**-power).real
    return np.asarray((field - field.mean()) / field.std())


def _wave_numbers(count: int) -> Floats:
    """Waves a cell, in the order of a Fourier transform."""
    number = np.arange(count)
    return np.asarray(np.where(number <= count // 2, number, count - number) / count, np.float64)
