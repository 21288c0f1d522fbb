"""Slope units: half-basins divided until each is alike in aspect or as small as allowed, then cleaned.

After Alvioli et al. (2016, Geosci. Model Dev. 9, 3975-3991, section 2): half-basins of a large threshold of
upslope area come first; those whose aspect scatters too much are divided by a lower threshold, until they
are homogeneous or too small. A division counts if it leaves at least two parts of the least area; parts
below it are joined, in the end, to the neighbour that looks most alike. Other than there, streams are
followed up to the divide and ground that leaves over the edge is kept, so that units tile the area.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...errors import InputError
from ...progress import SILENT, Progress
from ...types.arrays import Counts, Floats, Surface, Values
from ...types.ground import Ground
from ..gradient import aspect_cos, aspect_sin, gradient
from ..neighbours import neighbours_of
from .descent import Descent, descent_of
from .graph import Looks, borders, looks_of, pieces
from .halves import half_basins, without_gaps
from .joining import Joiner

STRIP_CELLS = 1 << 18


@dataclass(frozen=True)
class UnitSettings:
    """What decides a division.

    Attributes
    ----------
    threshold_m2 : float
        Upslope area of the first streams.
    least_m2 : float
        Least area of a unit.
    variance : float
        Circular variance of the aspect up to which a unit is homogeneous, 0 to 1.
    reduction : float
        By how much of itself the threshold is lowered from one division to the next, 0 to 1.
    """

    threshold_m2: float = 1e6
    least_m2: float = 5e4
    variance: float = 0.3
    reduction: float = 0.2

    def thresholds(self, smallest_m2: float) -> list[float]:
        """Thresholds from the first down to a quarter of the least area, but not below one cell.

        >>> UnitSettings(100.0, 100.0, reduction=0.5).thresholds(1.0)
        [100.0, 50.0, 25.0]
        """
        if not (self.threshold_m2 > 0.0 and 0.0 < self.reduction < 1.0):
            raise InputError(
                f"Threshold {self.threshold_m2:g} m2 and reduction {self.reduction:g}; allowed: a threshold above 0 "
                "and a reduction between 0 and 1"
            )
        last, found = max(self.least_m2 / 4.0, smallest_m2), [self.threshold_m2]
        while found[-1] * (1.0 - self.reduction) >= last:
            found.append(found[-1] * (1.0 - self.reduction))
        return found


@dataclass(frozen=True)
class SlopingGround:
    """What slope units are made from: the way down, and which way each cell looks.

    Attributes
    ----------
    descent : Descent
    cell_m2 : float64 array (ranks,)
        Area of each cell.
    east, north : float32 arrays (ranks,)
        Sine and cosine of its aspect; 0 where it is level.
    """

    descent: Descent
    cell_m2: Floats
    east: Surface
    north: Surface

    def looks(self, unit: Counts) -> Looks:
        """Sums by unit, of numbers (ranks,)."""
        return looks_of(unit, self.cell_m2, self.east, self.north)


def relief_of(
    heights_m: Surface, filled_m: Surface, ground: Ground, progress: Progress = SILENT
) -> SlopingGround:
    """Understand a DEM.

    Parameters
    ----------
    heights_m, filled_m : float32 arrays (rows, cols)
        Heights as they are, for the aspect, and with depressions filled, for the flow.
    ground : Ground
    progress : Progress
    """
    descent = descent_of(filled_m, ground, progress.part(0.0, 0.8))
    east, north = _aspects(heights_m, ground)
    progress.step(1.0)
    area = np.repeat(ground.cell_area_m2[:, 0], heights_m.shape[1])
    cell = descent.cell
    return SlopingGround(descent, area[cell], east.ravel()[cell], north.ravel()[cell])


def slope_units(relief: SlopingGround, settings: UnitSettings, progress: Progress = SILENT) -> Counts:
    """Number (rows, cols) of each cell's slope unit, from 0 without gaps; -1 where there is no height.

    Parameters
    ----------
    relief : Relief
    settings : UnitSettings
    progress : Progress

    Examples
    --------
    >>> from .descent import plane_ground
    >>> roof = -np.abs(np.arange(8.0) - 3.5) * np.ones((6, 1))
    >>> units = slope_units(relief_of(roof, roof, plane_ground((6, 8))), UnitSettings(12.0, 6.0))
    >>> units[0].tolist()
    [0, 0, 0, 0, 1, 1, 1, 1]
    """
    unit = _divided(relief, settings, progress.part(0.0, 0.7))
    piece = pieces(relief.descent.on_grid(unit))
    progress.step(0.8)
    ranked = piece.ravel()[relief.descent.cell]
    joiner = Joiner(relief.looks(ranked), *borders(piece))
    joiner.join_small(settings.least_m2)
    joiner.join_alike(settings.variance)
    final = joiner.result()
    progress.step(1.0)
    return np.where(piece >= 0, final[piece], -1)


def _divided(relief: SlopingGround, settings: UnitSettings, progress: Progress) -> Counts:
    """Number (ranks,) of each cell's unit before cleaning."""
    thresholds = settings.thresholds(float(relief.cell_m2.min()))
    unit = half_basins(relief.descent, thresholds[0])
    for turn, threshold in enumerate(thresholds[1:]):
        progress.step(turn / len(thresholds))
        looks = relief.looks(unit)
        open_units = (looks.area_m2 >= 2.0 * settings.least_m2) & (looks.variance > settings.variance)
        if not open_units.any():
            break
        part = half_basins(relief.descent, threshold)
        of_unit = np.zeros(int(part.max()) + 1, np.int64)
        of_unit[part] = unit
        enough = np.bincount(part, relief.cell_m2) >= settings.least_m2
        counted = np.bincount(of_unit[enough], minlength=open_units.size)
        divided = (open_units & (counted >= 2))[unit]
        unit = without_gaps(np.where(divided, open_units.size + part, unit))
    return unit


def _aspects(heights_m: Values, ground: Ground) -> tuple[Surface, Surface]:
    """Sine and cosine (rows, cols) of the aspect, 0 where the ground is level."""
    rows, cols = heights_m.shape
    east, north = np.zeros((rows, cols), np.float32), np.zeros((rows, cols), np.float32)
    padded = np.pad(heights_m, 1, constant_values=np.nan)
    strip = max(STRIP_CELLS // cols, 1)
    for start in range(0, rows, strip):
        stop = min(start + strip, rows)
        around = neighbours_of(padded[start : stop + 2], ground.dx[start:stop], ground.dy[start:stop])
        rises = gradient(around)
        east[start:stop] = np.nan_to_num(aspect_sin(*rises))
        north[start:stop] = np.nan_to_num(aspect_cos(*rises))
    return east, north
