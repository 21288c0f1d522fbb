"""How single factor rasters look: which ramp, and over which values it is stretched."""

from pathlib import Path

from ...core.styles import class_codes, codes
from ...core.types.factors import FactorSpec
from ...core.types.names import UNITS
from ...core.workflows.factor_stack.companion import Tally
from ...core.workflows.factor_stack.stack import StackSummary
from ..styles import rasters as styles

FIXED = {"slope": "slope", "aspect": "aspect"}
STRETCHED = {
    "elevation": "elevation",
    "twi": "wetness",
    "tri": "ruggedness",
    "roughness": "ruggedness",
    "vrm": "ruggedness",
    "ndvi": "wetness",
    "rainfall": "water",
}
FROM_ZERO = {"hand": "height_above_stream", "sediment_transport": "ruggedness"}
OWN_CODES = ("streams", "cut_catchment")
DIVERGING = ("aspect_sin", "aspect_cos", "tpi")
SPREAD = 2.0
"""Standard deviations on each side of the mean that a ramp covers; a few extreme cells do not wash it out."""

SHARE_OF_LARGEST = 0.01
"""Part of the largest upslope area at which its ramp ends: the main river alone is larger."""


def style_single_rasters(folder: str, summary: StackSummary) -> None:
    """Write a style beside each raster."""
    for spec, tally in zip(summary.specs, summary.tallies):
        style_factor(str(Path(folder) / f"{spec.name}.tif"), spec, tally)


def style_factor(path: str, spec: FactorSpec, tally: Tally, band: int = 1) -> None:
    """Write the style of one factor, in ``band`` (from 1) of a raster."""
    name, unit = spec.name, UNITS.get(spec.unit, spec.unit)
    if name in OWN_CODES:
        styles.write_palette_style(path, codes(name), band)
    elif spec.kind == "categorical":
        names = spec.categories or {}
        styles.write_palette_style(
            path, class_codes({code: names.get(code, "") for code in tally.codes or names}), band
        )
    elif name in FIXED:
        styles.write_ramp_style(path, FIXED[name], band)
    else:
        ramp, limits, by_ratio = _stretch(spec, tally)
        styles.write_ramp_style(path, ramp, band, limits=limits, unit=unit, logarithmic=by_ratio)


def _stretch(spec: FactorSpec, tally: Tally) -> tuple[str, tuple[float, float], bool]:
    """Ramp of a factor, the values at its ends, and whether it rises by ratio."""
    name = spec.name
    if name.endswith("curvature") or name in DIVERGING:
        reach = 1.0 if name.startswith("aspect") else SPREAD * tally.deviation
        return "curvature", (-reach, reach), False
    if name.startswith("distance_"):
        return "distance", (0.0, tally.high), False
    if name in FROM_ZERO:
        return FROM_ZERO[name], (0.0, min(tally.high, tally.mean + SPREAD * tally.deviation)), False
    if spec.transform == "log10" and tally.low > 0.0:
        return "water", (tally.low, max(tally.high * SHARE_OF_LARGEST, 2.0 * tally.low)), True
    return STRETCHED.get(name, "elevation"), _within(tally), False


def _within(tally: Tally) -> tuple[float, float]:
    """The usual values: the mean and some deviations around it, as far as there are values."""
    reach = SPREAD * tally.deviation
    return max(tally.low, tally.mean - reach), min(tally.high, tally.mean + reach)
