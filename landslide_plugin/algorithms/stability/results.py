"""What Compute factor of safety says of its results, and how they look."""

from collections.abc import Sequence

import numpy as np
from qgis.core import QgsProcessingContext

from ...core.io.assessed import told
from ...core.io.raster import RasterSource
from ...core.progress import Progress
from ...core.quantities import QUANTITIES
from ...core.styles import codes
from ...core.types.inventory_mark import InventoryMark
from ...core.workflows.slope_stability.run import StabilitySummary
from ..styles import rasters as styles
from ..styles.tree import TreePlace

TARGETS = {
    "FS": (
        "Factor of safety",
        "Factor of safety, a band a scenario (T10, T25, ...), capped for display. No-data where it is not "
        "assessed: flat ground, cliffs, missing data.",
    ),
    "CRITICAL_DEPTH": ("Critical depth", "Vertical depth of the weakest plane in metres, a band a scenario."),
    "PROBABILITY": (
        "Probability of failure",
        "Probability that the factor of safety is below 1, a band a scenario. No-data where it is not assessed.",
    ),
    "MASK": (
        "Assessment mask",
        "1 assessed, 2 flat, 3 cliff, 4 soil or water data missing, 5 no soil cover.",
    ),
}
EXTRA_TARGETS = {
    "CRITICAL_LAYER": (
        "layer",
        "Critical layer",
        "Number of the layer, from 1 at the surface, that fails first.",
    ),
    "SATURATION": (
        "saturation",
        "Saturated share of the soil",
        "Share of the soil depth below the water table or, in the transient infiltration, with positive pressure.",
    ),
    "INITIAL_WATER_TABLE": (
        "start_table",
        "Initial water table (depth, m)",
        "Vertical depth of the water table before the rain. No-data where the pore water pressure has none.",
    ),
    "EXCESS_RAIN": (
        "excess",
        "Excess rain (mm)",
        "Rain of the storm that does not enter the soil. No-data where the pore water pressure knows no intake.",
    ),
    "YIELD_COEFFICIENT": (
        "yield",
        "Yield coefficient",
        "Smallest horizontal seismic coefficient that brings the slope to failure; 0 or less where it fails without.",
    ),
    "DISPLACEMENT": (
        "displacement",
        "Newmark displacement (cm)",
        "Median displacement under the scenario's shaking by Jibson (2007, eq. 6); spread 0.51 in log10. No-data "
        "where the slope fails without shaking.",
    ),
    "DISPLACEMENT_RANGE": (
        "displacement_range",
        "Newmark displacement with its spread (cm)",
        "What 16, 50 and 84 % of slopes like these stay below by the spread of Jibson (2007): three bands a scenario. "
        "The soil's own spread is not in it.",
    ),
    "RELIABILITY": (
        "reliability",
        "Reliability index",
        "Standard deviations between the slope and failure: -1 times the normal value of the probability, uncapped "
        "where the probability is too small to be told. 0 is a probability of 0.5, 2.3 one of 0.01, 3.1 one of 0.001.",
    ),
    "LEADING": (
        "leading",
        "Leading uncertain input",
        "Which uncertain value most of the variance of ln FS comes from: 1 cohesion, 2 friction, 3 unit weight, "
        "4 water table, 5 soil depth, 6 slope. The statistics hold the shares of the cells.",
    ),
    "FS_BY_LAYER": (
        "fs_by_layer",
        "Factor of safety by layer",
        "Smallest factor of safety in each layer, uncapped: a band a scenario and layer.",
    ),
}
LABELS = {
    **{key: label for key, (label, _) in TARGETS.items()},
    **{key: label for key, (_, label, _) in EXTRA_TARGETS.items()},
}
FILES = {
    "MASK": "assessment_mask.tif",
    **{key: f"{key.lower()}.tif" for key in EXTRA_TARGETS},
    "STATISTICS_FILE": "statistics.json",
}
"""Names in a folder of what is written by choice."""
STRIP_CELLS = 131_072
GROUP = "Slope stability"
LAW = QUANTITIES["pore_pressure"]
DOUBTFUL_SHARE = 0.25
MOSTLY = 0.99
RAMPS = {
    "FS": "factor_of_safety",
    "FS_BY_LAYER": "factor_of_safety",
    "PROBABILITY": "probability_of_failure",
    "YIELD_COEFFICIENT": "yield_coefficient",
    "DISPLACEMENT": "displacement",
    "DISPLACEMENT_RANGE": "displacement",
    "RELIABILITY": "reliability_index",
    "SATURATION": "saturation",
}


def tell_calibrated(marks: Sequence[str], law: str, progress: Progress) -> None:
    """Log that soil was fitted to landslides, and warn if with another law of water."""
    for text in marks:
        mark = InventoryMark.read(text, "The soil")
        progress.info(
            f"The soil was calibrated on {mark.landslides} landslides: they are no test of what is computed with it"
        )
        if mark.law and mark.law != law:
            other = LAW.shown(law) if law else "the form of this run"
            progress.warning(
                f"The soil was calibrated with pore water pressure '{LAW.shown(mark.law)}'; values fit the law that "
                f"they were calibrated with, so use it or calibrate with '{other}'"
            )


def tell(summary: StabilitySummary, flat_deg: float, progress: Progress) -> None:
    """Log shares, reasons and what looks wrong."""
    chances = summary.mean_probability()
    for name, share in summary.share_unstable().items():
        mean = f", mean probability of failure {_mean(chances[name], summary)}" if name in chances else ""
        progress.info(f"{name}: {100 * share:.2f} % of the assessed cells have FS < 1{mean}")
    if summary.sampled and summary.resolved:
        progress.info(
            f"Probability of failure: {summary.sampled} of {summary.assessed} cells sampled; values under "
            f"{summary.resolved:g} are not told apart and read '< {summary.resolved:g}'"
        )
    for name, shares in ({} if summary.chances is None else summary.chances.shares()).items():
        words = "; ".join(f"{label}: {100 * share:.1f} %" for label, share in shares.items())
        progress.info(f"{name}: probability of failure, share of the cells: {words}")
    for name, shares in summary.leading_inputs().items():
        words = ", ".join(f"{label} {100 * share:.0f} %" for label, share in shares.items())
        progress.info(f"{name}: leading uncertain input, share of the cells: {words}")
    for name, count in zip(summary.names, summary.at_cap.tolist()):
        if count:
            share = 100 * count / summary.assessed
            progress.info(f"{name}: {share:.1f} % of the assessed cells are at or over the cap")
    for reason, share in summary.share_by_reason().items():
        if share:
            progress.info(f"{100 * share:.1f} % of the cells: {reason}")
    progress.info(f"Cells under {flat_deg:g} degrees count as flat")
    if summary.change is not None and summary.assessed:
        progress.info(summary.change.line())
    _doubt(summary, progress)


def _mean(chance: float, summary: StabilitySummary) -> str:
    return told(chance, summary.resolved) if chance < summary.resolved else f"{chance:.3f}"


def _doubt(summary: StabilitySummary, progress: Progress) -> None:
    """Warn of what looks wrong."""
    if not summary.assessed:
        progress.warning(
            "No cell was assessed: all are flat, cliffs or without soil data; slopes must be in degrees, not in radians"
        )
    if summary.assessed and min(summary.share_unstable().values()) > DOUBTFUL_SHARE:
        progress.warning(
            f"Over {100 * DOUBTFUL_SHARE:.0f} % of the assessed cells have FS < 1 even in the mildest scenario: slopes "
            "that stand say that the strength is too low, or the soil too deep or too wet; calibrate before use "
            "('Calibrate slope stability' does it where landslides are mapped)"
        )
    if alike(summary):
        progress.warning(
            f"{summary.names[0]} to {summary.names[-1]} are as unstable as each other: the pore-pressure law does not "
            "use the rain, or in the mildest scenario already more rain falls than the soil takes in (conductivity) "
            "or the soil is full of water; see the other laws, the "
            "conductivity, the drainable porosity and the antecedent wetness before scenarios are told apart"
        )
    if summary.change is not None and summary.change.rain_is_little():
        progress.warning(
            "Rain does under a tenth of the change of the factor of safety between these scenarios: the rest is typed, "
            "not computed. See the conductivity (in the field 10 to 1000 times that of samples), Green and Ampt, and "
            "the antecedent wetness"
        )
    if summary.gentle > MOSTLY * summary.cells:
        progress.warning(
            f"{100 * summary.gentle / summary.cells:.1f} % of the slopes are under 1.6: degrees are meant, not radians "
            "or tangents"
        )
    if summary.floating:
        progress.warning(
            f"{summary.floating} cells have negative effective normal stress; friction is 0 there"
        )
    if summary.weights.over_saturated:
        progress.warning(
            f"{summary.weights.over_saturated} layer values hold more water than their pores; the pores count as full"
        )
    if summary.weights.unit_weight_off:
        progress.warning(
            f"{summary.weights.unit_weight_off} layer values of unit weight are over 10 % off what void ratio and "
            "water content imply; the given unit weight is used"
        )


def alike(summary: StabilitySummary) -> bool:
    """Whether the scenarios of a run with failing cells cannot be told apart by the share of those."""
    shares = list(summary.share_unstable().values())
    chances = list(summary.mean_probability().values())
    fails = any(0 < share < 1 for share in shares)
    return len(shares) > 1 and fails and len({*shares}) == 1 and len({*chances}) <= 1


def style(written: dict[str, str], summary: StabilitySummary, context: QgsProcessingContext) -> None:
    """Write the styles of the rasters (paths by output) and name their layers."""
    middle = len(summary.names) // 2
    for rank, (key, path) in enumerate(written.items()):
        parts = {"FS_BY_LAYER": summary.layers, "DISPLACEMENT_RANGE": 3}.get(key, 1)
        band = middle * parts + 1 + (1 if key == "DISPLACEMENT_RANGE" else 0)
        if key == "PROBABILITY":
            styles.write_ramp_style(path, RAMPS[key], band, least=summary.resolved)
        elif key == "LEADING":
            styles.write_palette_style(path, codes("leading_input"))
        elif key in RAMPS:
            styles.write_ramp_style(path, RAMPS[key], band)
        elif key == "MASK":
            styles.write_palette_style(path, codes("assessment"))
        elif key in ("CRITICAL_DEPTH", "INITIAL_WATER_TABLE"):
            styles.write_ramp_style(path, "depth", band, limits=(0.0, summary.deepest_m), unit="m")
        elif key == "CRITICAL_LAYER":
            styles.write_ramp_style(path, "depth", band, limits=(1.0, float(summary.layers)))
        elif key == "EXCESS_RAIN":
            styles.write_ramp_style(path, "water", band, limits=(0.0, _largest(path, band)), unit="mm")
        name = LABELS[key]
        shown = name if key == "MASK" else f"{name}, {summary.names[middle]}"
        styles.show(context, path, name, shown, TreePlace(GROUP, rank, visible=rank == 0))


def _largest(path: str, band: int) -> float:
    """Largest value of a band (from 1); 0 if it has none."""
    largest = 0.0
    with RasterSource(path) as source:
        for strip in source.grid.strips_of(STRIP_CELLS):
            values = source.read(band - 1, strip.start, strip.rows)
            largest = max(largest, float(np.nanmax(values, initial=0.0)))
    return largest
