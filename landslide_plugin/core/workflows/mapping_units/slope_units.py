"""Slope units of a DEM as polygons, for one setting or the best of several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ...errors import InputError
from ...io.raster.outlines import unit_outlines
from ...io.table import csv_text
from ...progress import SILENT, Progress
from ...terrain.slope_units.divide import SlopingGround, UnitSettings, relief_of, slope_units
from ...terrain.slope_units.graph import Looks, borders
from ...terrain.slope_units.quality import Quality, quality_of, scores
from ...terrain.water.cells import outlets
from ...terrain.water.depressions import fill_depressions
from ...types.arrays import Counts, Floats
from ...types.features import FeatureSet
from ...types.grid import Grid
from ..factor_stack.dem import read_dem

BYTES_A_CELL = 150
"""Memory of the flow and of the division, measured."""

BASE_BYTES = 80 << 20
READ, FILLED, UNDERSTOOD, DIVIDED = 0.05, 0.2, 0.5, 0.95
"""Shares of the progress at the end of each part."""


@dataclass(frozen=True)
class UnitsJob:
    """Everything that decides the units.

    Attributes
    ----------
    dem_path : str
    settings : UnitSettings
    least_areas_m2, variances : sequence of float
        Tried in place of the one in the settings, each with each; the best by ``quality.scores`` is kept.
    metres_per_height : float
    memory_mib : int
    """

    dem_path: str
    settings: UnitSettings
    least_areas_m2: Sequence[float] = ()
    variances: Sequence[float] = ()
    metres_per_height: float = 1.0
    memory_mib: int = 4096

    def tries(self) -> list[UnitSettings]:
        """All settings to try.

        >>> job = UnitsJob("dem.tif", UnitSettings(), least_areas_m2=(1e4, 2e4))
        >>> [one.least_m2 for one in job.tries()]
        [10000.0, 20000.0]
        """
        areas = self.least_areas_m2 or (self.settings.least_m2,)
        variances = self.variances or (self.settings.variance,)
        return [replace(self.settings, least_m2=a, variance=c) for a in areas for c in variances]


@dataclass(frozen=True)
class UnitsFound:
    """What came of it.

    Attributes
    ----------
    units : FeatureSet
        Polygons in the CRS of the DEM, with the fields ``unit``, ``area_m2``, ``aspect``, ``variance`` and
        ``cells``.
    tried : tuple of UnitSettings
    quality : tuple of Quality
        Of each that was tried.
    best : int
        Index of the one that the polygons come from.
    small : int
        Units below the least area: islands that touch no other.
    scattered : int
        Units of twice the least area or more whose aspect still scatters more than allowed.
    """

    units: FeatureSet
    tried: tuple[UnitSettings, ...]
    quality: tuple[Quality, ...]
    best: int
    small: int
    scattered: int

    def table(self) -> str:
        """What was tried and how good it is, as CSV."""
        header = ("least_area_m2", "variance", "units", "internal", "external", "score", "chosen")
        rows = [
            (
                f"{one.least_m2:g}",
                f"{one.variance:g}",
                quality.units,
                f"{quality.internal:.4f}",
                "" if np.isnan(quality.external) else f"{quality.external:.4f}",
                f"{score:.4f}",
                int(i == self.best),
            )
            for i, (one, quality, score) in enumerate(zip(self.tried, self.quality, scores(self.quality)))
        ]
        return csv_text([header, *rows])


def find_units(job: UnitsJob, progress: Progress = SILENT) -> UnitsFound:
    """Divide a DEM into slope units.

    Parameters
    ----------
    job : UnitsJob
    progress : Progress

    Raises
    ------
    InputError
        A DEM that cannot be used or is too large, or settings that cannot be.
    """
    tries = job.tries()
    dem = read_dem(job.dem_path, job.metres_per_height, progress.part(0.0, READ))
    need = (dem.heights_m.size * BYTES_A_CELL + BASE_BYTES) / 2**20
    progress.info(f"Needs about {need:.0f} MiB of memory; {job.memory_mib} MiB are allowed")
    if need > job.memory_mib:
        raise InputError(
            f"The DEM needs about {need:.0f} MiB of memory, {job.memory_mib} are allowed; raise MEMORY, or take a "
            "coarser DEM or a part of it that holds whole catchments"
        )
    outlet = outlets(dem.heights_m)
    filled = fill_depressions(dem.heights_m, outlet, progress.part(READ, FILLED))
    relief = relief_of(dem.heights_m, filled, dem.ground, progress.part(FILLED, UNDERSTOOD))
    quality: list[Quality] = []
    for i, one in enumerate(tries):
        start, stop = (UNDERSTOOD + (DIVIDED - UNDERSTOOD) * n / len(tries) for n in (i, i + 1))
        unit = slope_units(relief, one, progress.part(start, stop))
        quality.append(quality_of(_looks(relief, unit), *borders(unit)[:2]))
        progress.info(_in_words(one, quality[-1]))
    best = int(np.argmax(scores(quality)))
    if best != len(tries) - 1:
        unit = slope_units(relief, tries[best])
    return _result(relief, unit, dem.grid, tried=tries, quality=quality, best=best)


def _looks(relief: SlopingGround, unit: Counts) -> Looks:
    return relief.looks(unit.ravel()[relief.descent.cell])


def _in_words(one: UnitSettings, quality: Quality) -> str:
    return (
        f"Least area {one.least_m2:g} m2, variance {one.variance:g}: {quality.units} units, internal variance "
        f"{quality.internal:.4f}, Moran's I between neighbours {quality.external:.4f}"
    )


def _result(
    relief: SlopingGround,
    unit: Counts,
    grid: Grid,
    *,
    tried: Sequence[UnitSettings],
    quality: Sequence[Quality],
    best: int,
) -> UnitsFound:
    looks, settings = _looks(relief, unit), tried[best]
    cells = np.bincount(unit.ravel()[relief.descent.cell])
    level = looks.resultant_m2 <= 0.0
    fields = {
        "unit": tuple(range(1, cells.size + 1)),
        "area_m2": _plain(looks.area_m2),
        "aspect": tuple(None if flat else value for flat, value in zip(level, _plain(looks.aspect_deg))),
        "variance": _plain(looks.variance),
        "cells": tuple(cells.tolist()),
    }
    large = looks.area_m2 >= 2.0 * settings.least_m2
    return UnitsFound(
        FeatureSet(unit_outlines(unit, grid), grid.crs_wkt, fields, "slope units"),
        tuple(tried),
        tuple(quality),
        best,
        small=int((looks.area_m2 < settings.least_m2).sum()),
        scattered=int((large & (looks.variance > settings.variance)).sum()),
    )


def _plain(values: Floats) -> tuple[float, ...]:
    return tuple(values.tolist())
