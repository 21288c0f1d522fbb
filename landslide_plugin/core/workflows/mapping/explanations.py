"""What costs more than a prediction and is computed only for an output that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Optional

import numpy as np
import numpy.typing as npt

from ...io.raster import Band
from ...model.explain.attribution import SURE, Attribution, groups_of, require_background
from ...model.explain.layer_saliency import BANDS, LayerSaliency
from .outputs import Floats, Legend, MapTargets

Wide = npt.NDArray[np.float64]
DISSIMILARITY, ATTRIBUTION, MODEL_DEPTH = "dissimilarity", "attribution", "model_depth"
OUTSIDE = "triggers_outside"
SLOW = 8192
SOIL_FROM_TABLE = "lithology"
TABLE_CAVEAT = (
    "The soil profile comes from a table with one profile a rock unit, so depth has no variation of its own: what "
    "moves with depth here is the unit"
)
DEPTH_CAVEAT = (
    "The layer that the model looks at most; a diagnostic of the model, no failure plane. Not validated against "
    "observed depths"
)


@dataclass(frozen=True)
class Extra:
    """Something computed for the cells of a strip that have every value.

    Attributes
    ----------
    bands : int
    values : callable
        From raw factors (cells, factors), soil (cells, layers, properties) or None and, where they differ from cell
        to cell, triggers (cells, columns) of the reference scenario to (bands, cells).
    most_cells : int
        Cells to do at once, so that progress is told and a stop is heeded often enough.
    """

    bands: int
    values: Callable[[Floats, Optional[Floats], Optional[Wide]], Floats]
    most_cells: int = 131_072


def extras(targets: MapTargets, legend: Legend) -> dict[str, Extra]:
    """What the outputs asked for need besides the members' probabilities."""
    bundle, found = legend.bundle, {}
    trigger = _trigger(legend)
    if targets.applicability:
        found[DISSIMILARITY] = Extra(1, lambda static, soil, _: bundle.dissimilarity(static, soil)[None])
    if targets.attribution:
        explained = Attribution(bundle, trigger, legend.rain_by_cell)
        found[ATTRIBUTION] = Extra(len(explained.groups) + 1, explained.values, SLOW)
    if targets.model_depth:
        found[MODEL_DEPTH] = Extra(BANDS, LayerSaliency(bundle, trigger).values, SLOW)
    return found


def _trigger(legend: Legend) -> Optional[Wide]:
    return legend.triggers.values[legend.reference] if legend.triggers is not None else None


def attribution_bands(legend: Legend) -> tuple[tuple[Band, ...], dict[str, str]]:
    """Bands and metadata of the attribution, a band a group and the sum of all."""
    bundle = legend.bundle
    require_background(bundle)
    names = [spec.name for spec in bundle.factors]
    bands = []
    for group in groups_of(bundle, legend.rain_by_cell):
        members = ", ".join(names[i] for i in group.factors) or group.name.lower()
        about = {"QUANTITY": f"What {members} add to the log odds", "FACTORS": members}
        bands.append(Band(f"{group.name}{legend.suffix}", "logit", about))
    about = {"QUANTITY": "Distance of the log odds from their mean over typical cells"}
    bands.append(Band(f"Sum{legend.suffix}", "logit", about))
    baseline = Attribution(bundle, _trigger(legend), legend.rain_by_cell).baseline
    return tuple(bands), {
        "BASELINE_LOG_ODDS": f"{baseline:.9g}",
        "ATTRIBUTION": f"Shapley values of groups of inputs over {len(require_background(bundle))} typical cells of "
        f"the training; bands sum to the last, and the last plus the baseline is log(P / (1 - P)), P kept within "
        f"{SURE:g} of 0 and 1. They tell what the model does, not what causes landslides",
    }


def model_depth_notes(legend: Legend) -> tuple[tuple[Band, ...], dict[str, str]]:
    """Bands and metadata of the layer that the model looks at."""
    suffix = legend.suffix
    bands = (
        Band(
            f"Depth of the model's layer{suffix}", "m", {"QUANTITY": "Middle of the layer that moves P most"}
        ),
        Band(f"Model's layer{suffix}", "", {"QUANTITY": "Number of the layer from 1 at the surface"}),
        Band(
            f"Share of the effect{suffix}", "", {"QUANTITY": "Effect of this layer over that of all layers"}
        ),
        Band(f"Members that name it{suffix}", "", {"QUANTITY": "Share of members with the same layer"}),
    )
    soil = legend.bundle.profile
    bottoms = "" if soil is None else " ".join(f"{bottom:g}" for bottom in soil.layer_bottoms_m)
    notes = {"CAVEAT": DEPTH_CAVEAT, "LAYER_BOTTOMS_M": bottoms}
    if legend.soil_source == SOIL_FROM_TABLE:
        notes["PROFILE_CAVEAT"] = TABLE_CAVEAT
    return bands, notes
