"""The whole area: ground, ten storms, what they set off, and the samples that a study would have of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ...types.arrays import Cells, Surface
from ...types.factors import FactorSpec, FeatureStack
from ...types.grid import Grid
from .ground import CELL_M, COLS, LAND_COVER, ROWS, Terrain, draw_terrain, storm_grid
from .law import landslide_probability, rain_features
from .rain import AFTER_H, MARGIN_CELLS, RAIN_CELL_M, STORMS, WINDOW_H, Storm, draw_rain, rain_grid

DEFAULT_SEED = 42
STABLE_PER_STORM = 200

SPECS = (
    FactorSpec("elevation", unit="m"),
    FactorSpec("slope", unit="deg"),
    FactorSpec("land_cover", kind="categorical", categories=dict(LAND_COVER)),
)


@dataclass(frozen=True)
class StormSamples:
    """Place-and-storm samples (samples,).

    Attributes
    ----------
    rows, cols : int array
        Cells.
    storm : int array
        Number of the storm, from 0.
    landslide : bool array
    sampled_share : float64 array
        Share of the cells like it in that storm that were sampled: 1 of landslides, few of stable ones.
    probability : float32 array
        The chance by law, which no model can beat.
    """

    rows: Cells
    cols: Cells
    storm: Cells
    landslide: npt.NDArray[np.bool_]
    sampled_share: npt.NDArray[np.float64]
    probability: Surface


@dataclass(frozen=True)
class StormArea:
    """Everything the area holds, row 0 in the north.

    Attributes
    ----------
    grid, rain_grid : Grid
        Of the ground and of the rain, without their CRS.
    factors : FeatureStack
        Elevation, slope and land cover; the elevation has no influence of its own.
    storms : tuple of Storm
    rain_mm : float32 array (storms, hours, rain rows, rain cols)
        Hourly; the last ``AFTER_H`` hours come after the end of the storm.
    probability : float32 array (storms, rows, cols)
        Chance of a landslide in the window that ends with each storm.
    landslides : bool array (storms, rows, cols)
        Drawn by that chance.
    samples : StormSamples
    """

    grid: Grid
    rain_grid: Grid
    factors: FeatureStack
    storms: tuple[Storm, ...]
    rain_mm: Surface
    probability: Surface
    landslides: npt.NDArray[np.bool_]
    samples: StormSamples

    def window(self, storm: int, hours_before_end: int = 0) -> Surface:
        """Rain (WINDOW_H, rain rows, rain cols) of the window that ends so many hours before the storm does."""
        last = self.rain_mm.shape[1] - AFTER_H - hours_before_end
        return self.rain_mm[storm, last - WINDOW_H : last]

    def truth(self, window_mm: Surface) -> Surface:
        """Chance (rows, cols) of a landslide by law in a window of rain (hours, rain rows, rain cols)."""
        return _truth(self.factors.values[1], self.factors.values[2], window_mm)


def ten_storms(seed: int = DEFAULT_SEED, stable_per_storm: int = STABLE_PER_STORM) -> StormArea:
    """Draw the area; the same to the last digit for the same seed.

    Examples
    --------
    >>> area = ten_storms()
    >>> area.landslides.shape, bool((area.landslides.sum(axis=(1, 2)) < 0.03 * area.grid.size).all())
    ((10, 200, 200), True)
    """
    rng = np.random.default_rng(seed)
    terrain = draw_terrain(rng)
    rain = np.stack([draw_rain(rng, storm) for storm in STORMS])
    windows = rain[:, -AFTER_H - WINDOW_H : -AFTER_H]
    chance = np.stack([_truth(terrain.slope_deg, terrain.land_cover, window) for window in windows])
    slid = rng.uniform(size=chance.shape) < chance
    samples = _samples(rng, chance, slid, stable_per_storm)
    return StormArea(
        storm_grid(),
        rain_grid(),
        FeatureStack(SPECS, _values(terrain)),
        STORMS,
        rain,
        probability=chance,
        landslides=slid,
        samples=samples,
    )


def _values(terrain: Terrain) -> Surface:
    return np.stack(
        [np.asarray(one, np.float32) for one in (terrain.elevation_m, terrain.slope_deg, terrain.land_cover)]
    )


def _truth(slope_deg: Surface, land_cover: npt.NDArray[np.generic], window_mm: Surface) -> Surface:
    """Every cell of the ground has the rain of the rain cell that its centre lies in."""
    down, across = (
        ((np.arange(count) + 0.5) * CELL_M // RAIN_CELL_M).astype(np.intp) + MARGIN_CELLS
        for count in (ROWS, COLS)
    )
    total, largest = (feature[down[:, None], across] for feature in rain_features(window_mm))
    return landslide_probability(slope_deg, land_cover, total, largest).astype(np.float32)


def _samples(
    rng: np.random.Generator, chance: Surface, slid: npt.NDArray[np.bool_], stable_per_storm: int
) -> StormSamples:
    """Every landslide, and of each storm so many cells that stayed."""
    parts = []
    for storm, fell in enumerate(slid):
        cells, stayed = np.flatnonzero(fell), np.flatnonzero(~fell)
        kept = np.sort(rng.choice(stayed, min(stable_per_storm, len(stayed)), replace=False))
        share = np.r_[np.ones(len(cells)), np.full(len(kept), len(kept) / len(stayed))]
        parts.append(
            (np.r_[cells, kept], np.full(len(share), storm), np.arange(len(share)) < len(cells), share)
        )
    cell, number, landslide, share = (np.concatenate(column) for column in zip(*parts))
    rows, cols = np.divmod(cell.astype(np.intp), COLS)
    return StormSamples(
        rows,
        cols,
        number.astype(np.intp),
        landslide,
        sampled_share=share,
        probability=chance[number, rows, cols],
    )
