"""Slope and elevation among the factors, for rules of sampling that look at the ground."""

from __future__ import annotations

from typing import Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...io.factors import FactorSources
from ...io.raster import STRIP_ROWS
from ...samples.ground import Cells, Site
from ...types.factors import FactorSpec

SLOPES = ("slope", "slope_deg")
ELEVATIONS = ("elevation", "elevation_m", "elev", "dem", "height")
DEGREES = ("", "deg", "degree", "degrees", "°")


def site_of(factors: FactorSources, least_slope_deg: float) -> Site:
    """Heights of the cells, if elevation is a factor, and where the slope reaches a limit above 0.

    Raises
    ------
    InputError
        A limit above 0, and no factor slope in degrees.
    """
    steep = _steep(factors, least_slope_deg) if least_slope_deg > 0 else None
    elevation = _named(factors, ELEVATIONS)

    def gaps(rows: Cells, cols: Cells) -> dict[str, int]:
        lacking = np.isnan(factors.values_at(factors.specs, rows, cols)).sum(axis=0)
        return {spec.name: int(count) for spec, count in zip(factors.specs, lacking)}

    if elevation is None:
        return Site(None, steep, gaps)
    specs = (elevation,)
    return Site(lambda rows, cols: factors.values_at(specs, rows, cols)[:, 0], steep, gaps)


def _named(factors: FactorSources, names: tuple[str, ...]) -> Optional[FactorSpec]:
    return next((spec for spec in factors.specs if spec.name.lower() in names), None)


def _steep(factors: FactorSources, least_deg: float) -> npt.NDArray[np.bool_]:
    slope = _named(factors, SLOPES)
    if slope is None or slope.unit.lower() not in DEGREES:
        found = f"factor {slope.name} is in {slope.unit}" if slope else "no factor is named slope"
        raise InputError(
            f"Stable samples are to lie on {least_deg:g} degrees or steeper, but {found}; add the slope in "
            "degrees, as 'Derive terrain factors' makes it, or set the limit to 0"
        )
    mask = np.zeros(factors.grid.shape, bool)
    for strip in factors.grid.strips(STRIP_ROWS):
        mask[strip.start : strip.stop] = factors.read((slope,), strip).values[0] >= least_deg
    return mask
