"""Terrain factors of a DEM held in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan
from typing import Optional

import numpy as np
import numpy.typing as npt

from ..errors import InputError
from ..grid import Strip
from ..progress import SILENT, Progress
from .catalogue import DEFAULT_FACTORS, LocalTerrain, TerrainFactor, chosen
from .cells import outlets, require_surface
from .depressions import fill_depressions
from .flow import upslope_area_m2
from .window import AnyHeights, Heights, Surface, framed, window_of

BYTES_A_CELL_FLOW = 130
"""Memory of filling and flow accumulation, measured on rough DEMs of whole metres."""


@dataclass(frozen=True)
class TerrainSettings:
    """How the factors are computed.

    Attributes
    ----------
    slope_method : {"horn", "zevenbergen_thorne"}
    fill : bool
        Fill depressions before water is routed.
    holes_drain : bool
        Water may leave into enclosed no-data.
    flow_exponent : float
        Exponent of the multiple flow directions.
    level_curvature : float
        Curvature (1/m) given to level cells: NaN or 0.

    Examples
    --------
    >>> TerrainSettings().flow_exponent
    1.1
    """

    slope_method: str = "horn"
    fill: bool = True
    holes_drain: bool = True
    flow_exponent: float = 1.1
    level_curvature: float = float("nan")

    def in_words(self) -> str:
        """The settings as one line for a log.

        >>> TerrainSettings().in_words()[:20]
        'slope method horn, d'
        """
        return (
            f"slope method {self.slope_method}, depressions {'filled' if self.fill else 'kept'}, "
            f"holes {'drain' if self.holes_drain else 'are walls'}, flow exponent {self.flow_exponent:g}, "
            f"curvature of level cells {'no-data' if isnan(self.level_curvature) else self.level_curvature}"
        )


def route_flow(
    heights_m: Surface, dx: float, dy: float, settings: TerrainSettings, progress: Progress = SILENT
) -> npt.NDArray[np.float64]:
    """Upslope area (m2, rows x cols) of a whole DEM, depressions filled if the settings say so.

    >>> ramp = np.tile(np.arange(3.0, 0.0, -1.0, dtype=np.float32), (2, 1))
    >>> bool((route_flow(ramp, 10.0, 10.0, TerrainSettings()) >= 100.0).all())
    True
    """
    outlet = outlets(heights_m, settings.holes_drain)
    surface = heights_m
    if settings.fill:
        surface = fill_depressions(heights_m, outlet, progress.part(0.0, 0.35))
        raised = surface - heights_m
        progress.info(
            f"Filled {int(np.count_nonzero(raised > 0))} cells in depressions, "
            f"by up to {float(np.nanmax(raised)):.3g} m"
        )
    return upslope_area_m2(surface, outlet, dx, dy, settings.flow_exponent, progress.part(0.35, 1.0))


def local_factors(
    heights_m: Surface,
    area_m2: Optional[Heights],
    strip: Strip,
    dx: float,
    dy: float,
    factors: Sequence[TerrainFactor],
    settings: TerrainSettings,
) -> Surface:
    """Values (factors, rows, cols) of one strip of a DEM.

    Parameters
    ----------
    heights_m : float32 array (all rows, cols)
        The whole DEM; only the strip and one row on each side are used.
    area_m2 : float64 array (all rows, cols), or None
    strip : Strip
        With a halo of one row where the DEM goes on.
    dx, dy : float
        Cell width and height in metres.
    factors : sequence of TerrainFactor
    settings : TerrainSettings
    """
    first, last = strip.read_rows
    window = window_of(framed(heights_m[first:last], strip.above, strip.below), dx, dy)
    rows = slice(strip.start, strip.stop)
    terrain = LocalTerrain(
        heights_m[rows],
        window,
        None if area_m2 is None else area_m2[rows],
        settings.slope_method,
        settings.level_curvature,
    )
    return np.stack([factor.formula(terrain).astype(np.float32) for factor in factors])


def terrain_factors(
    heights_m: AnyHeights,
    dx: float,
    dy: float,
    names: Sequence[str] = DEFAULT_FACTORS,
    settings: Optional[TerrainSettings] = None,
    progress: Progress = SILENT,
) -> dict[str, Surface]:
    """Terrain factors of a whole DEM.

    Parameters
    ----------
    heights_m : float array (rows, cols)
        Heights in metres, row 0 in the north, NaN where there is none.
    dx, dy : float
        Cell width and height in metres.
    names : sequence of str
        Keys of ``catalogue.CATALOGUE``.
    settings : TerrainSettings, optional
    progress : Progress

    Returns
    -------
    dict of str to float32 array (rows, cols)

    Raises
    ------
    InputError
        An unknown factor, or a DEM too small or without heights.

    Examples
    --------
    >>> plane = np.add.outer(np.zeros(4), 10.0 * np.arange(5.0))
    >>> terrain_factors(plane, 10.0, 10.0, ["slope", "aspect"])["slope"].round(4).min()
    45.0
    """
    settings = settings or TerrainSettings()
    heights = np.asarray(heights_m, dtype=np.float32)
    require_two_by_two(heights.shape)
    require_surface(heights)
    factors = chosen(names)
    area = None
    if any(factor.of_flow for factor in factors):
        area = route_flow(heights, dx, dy, settings, progress.part(0.0, 0.8))
    values = local_factors(heights, area, Strip(0, len(heights)), dx, dy, factors, settings)
    progress.step(1.0)
    return {factor.spec.name: values[i] for i, factor in enumerate(factors)}


def require_two_by_two(shape: tuple[int, ...]) -> None:
    """Raise ``InputError`` for a DEM on which no slope can be computed.

    >>> require_two_by_two((2, 2))
    """
    if len(shape) != 2 or min(shape) < 2:
        raise InputError(
            f"The DEM has {' x '.join(str(n) for n in shape)} cells (rows x columns); a slope needs at least "
            "2 rows and 2 columns"
        )
