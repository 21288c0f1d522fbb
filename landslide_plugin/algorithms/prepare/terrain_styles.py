"""How single factor rasters look: which ramp, and over which values it is stretched."""

from pathlib import Path

from ...core.styles import class_codes, codes
from ...core.types.factors import FactorSpec
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
        _style(str(Path(folder) / f"{spec.name}.tif"), spec, tally)


def _style(path: str, spec: FactorSpec, tally: Tally) -> None:
    name, unit = spec.name, spec.unit
    if name in OWN_CODES:
        styles.write_palette_style(path, codes(name))
    elif spec.kind == "categorical":
        names = spec.categories or {}
        styles.write_palette_style(
            path, class_codes({code: names.get(code, "") for code in tally.codes or names})
        )
    elif name in FIXED:
        styles.write_ramp_style(path, FIXED[name])
    elif name.endswith("curvature") or name in DIVERGING:
        reach = 1.0 if name.startswith("aspect") else SPREAD * tally.deviation
        styles.write_ramp_style(path, "curvature", limits=(-reach, reach), unit=unit)
    elif name.startswith("distance_"):
        styles.write_ramp_style(path, "distance", limits=(0.0, tally.high), unit=unit)
    elif name in FROM_ZERO:
        high = min(tally.high, tally.mean + SPREAD * tally.deviation)
        styles.write_ramp_style(path, FROM_ZERO[name], limits=(0.0, high), unit=unit)
    elif spec.transform == "log10" and tally.low > 0.0:
        high = max(tally.high * SHARE_OF_LARGEST, 2.0 * tally.low)
        styles.write_ramp_style(path, "water", limits=(tally.low, high), unit=unit, logarithmic=True)
    elif name in STRETCHED:
        styles.write_ramp_style(path, STRETCHED[name], limits=_within(tally), unit=unit)


def _within(tally: Tally) -> tuple[float, float]:
    """The usual values: the mean and some deviations around it, as far as there are values."""
    reach = SPREAD * tally.deviation
    return max(tally.low, tally.mean - reach), min(tally.high, tally.mean + reach)
