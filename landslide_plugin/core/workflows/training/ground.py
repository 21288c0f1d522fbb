"""Slope and elevation among the factors, for rules of sampling that look at the ground."""

from __future__ import annotations

from typing import Optional

import numpy as np

from ...errors import InputError
from ...io.factors import FactorSources
from ...io.raster import STRIP_ROWS
from ...samples.ground import Cells, Site
from ...samples.sample_set import SamplingRules
from ...terrain.level_ground import find_level
from ...types.arrays import Flags, Surface
from ...types.factors import FactorSpec
from ...types.grid import Strip
from ...types.names import human_name

SLOPES = ("slope", "slope_deg")
ELEVATIONS = ("elevation", "elevation_m", "elev", "dem", "height")
DEGREES = ("", "deg", "degree", "degrees", "°")


def site_of(factors: FactorSources, valid: Flags, rules: SamplingRules) -> Site:
    """Heights of the cells, if elevation is a factor, and where the rules let samples lie.

    Raises
    ------
    InputError
        A limit above 0, and no factor slope in degrees.
    """
    steep = _steep(factors, rules.least_slope_deg) if rules.least_slope_deg > 0 else None
    level, notes = _level(factors, valid, rules.flat_patches == "keep")
    elevation = _named(factors, ELEVATIONS)

    def gaps(rows: Cells, cols: Cells) -> dict[str, int]:
        lacking = np.isnan(factors.values_at(factors.specs, rows, cols)).sum(axis=0)
        return {spec.name: int(count) for spec, count in zip(factors.specs, lacking)}

    if elevation is None:
        return Site(None, steep, gaps, level=level, notes=notes)
    specs = (elevation,)
    return Site(lambda rows, cols: factors.values_at(specs, rows, cols)[:, 0], steep, gaps, level, notes)


def _named(factors: FactorSources, names: tuple[str, ...]) -> Optional[FactorSpec]:
    return next((spec for spec in factors.specs if spec.name.lower() in names), None)


def _level(factors: FactorSources, valid: Flags, keep: bool) -> tuple[Optional[Flags], tuple[str, ...]]:
    """Sea and lakes that no sample may lie in, and what to say of them.

    A raster that is flat throughout holds no lake: it is a factor that does not vary.
    """
    by_height, by_slope = _named(factors, ELEVATIONS), _named(factors, SLOPES)
    spec = by_height or by_slope
    if spec is None:
        return None, ()

    def read(first: int, last: int) -> Surface:
        rows: Surface = factors.read((spec,), Strip(first, last)).values[0]
        return rows

    found = np.zeros(factors.grid.shape, bool)
    patches = find_level(read, factors.grid.strips(STRIP_ROWS), found, None if by_height else 0.0)
    words = patches.words(of_height=by_height is not None)
    if not words or found[valid].all():
        return None, ()
    if keep:
        return None, (f"{words}: if they are sea or lakes, their samples flatter the scores",)
    return found, (f"{words}, as sea and lakes do; no sample lies in them (FLAT_PATCHES=keep takes them)",)


def _steep(factors: FactorSources, least_deg: float) -> Flags:
    slope = _named(factors, SLOPES)
    if slope is None or slope.unit.lower() not in DEGREES:
        found = f"factor {human_name(slope.name)} is in {slope.unit}" if slope else "no factor is named slope"
        raise InputError(
            f"Stable samples are to lie on {least_deg:g} degrees or steeper, but {found}; add the slope in "
            "degrees, as 'Derive terrain factors' makes it, or set the limit to 0"
        )
    mask = np.zeros(factors.grid.shape, bool)
    for strip in factors.grid.strips(STRIP_ROWS):
        mask[strip.start : strip.stop] = factors.read((slope,), strip).values[0] >= least_deg
    return mask
