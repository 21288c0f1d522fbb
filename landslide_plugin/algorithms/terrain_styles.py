"""How single factor rasters look: which ramp, and over which values it is stretched."""

import os

from ..core.terrain.companion import Tally
from ..core.terrain.stack import StackSummary
from . import styles

FIXED = {"slope": "slope", "aspect": "aspect"}
STRETCHED = {"elevation": "elevation", "twi": "wetness"}
SPREAD = 2.0
"""Standard deviations on each side of the mean that a ramp covers; a few extreme cells do not wash it out."""


def style_single_rasters(folder: str, summary: StackSummary) -> None:
    """Write a style beside each raster that has one."""
    for name, tally in zip(summary.names, summary.tallies):
        path = os.path.join(folder, f"{name}.tif")
        if name in FIXED:
            styles.write_ramp_style(path, FIXED[name])
        elif name.endswith("curvature") or name == "tpi":
            reach = SPREAD * tally.deviation
            styles.write_ramp_style(path, "curvature", limits=(-reach, reach))
        elif name.startswith("distance_"):
            styles.write_ramp_style(path, "distance", limits=(0.0, tally.high), unit=" m")
        elif name in STRETCHED:
            styles.write_ramp_style(path, STRETCHED[name], limits=_within(tally))


def _within(tally: Tally) -> tuple:
    """The usual values: the mean and some deviations around it, as far as there are values."""
    reach = SPREAD * tally.deviation
    return max(tally.low, tally.mean - reach), min(tally.high, tally.mean + reach)
