"""Maps of why: whether the model knows such ground, what moves its log odds, and the soil layer it looks at.

They cost more than a prediction, so what they need is computed only where they are asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

import numpy as np

from ....errors import InputError
from ....io.raster import Band
from ....model.bundle.bundle import ModelBundle
from ....model.explain.attribution import SURE, groups_of, require_background
from ....model.explain.layer_saliency import BANDS, LayerSaliency
from .context import Floats, MapContext
from .kind import Explanation, Look, MapKind, Output, PredictedStrip, Wide

APPLICABILITY, ATTRIBUTION, MODEL_DEPTH = "applicability", "attribution", "model_depth"
OUTSIDE = "triggers_outside"
"""Where a trigger leaves the range of the training: computed wherever triggers differ from cell to cell."""
LOG_ODDS, METRES = "logit", "m"
ADDED = 3.0
"""Log odds at both ends of the ramp of the attribution."""
AT_TYPICAL_PF = ", with the probability of failure of typical ground everywhere"
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


def _trigger(context: MapContext) -> Optional[Wide]:
    return context.triggers.values[context.reference] if context.triggers is not None else None


def _dissimilarity(context: MapContext) -> Explanation:
    bundle, shared = context.bundle, _trigger(context)

    def index(static: Floats, soil: Optional[Floats], rain: Optional[Wide], _: object) -> Floats:
        return bundle.dissimilarity(static, soil, shared if rain is None else rain)[None]

    return Explanation(1, index)


def _applicability(path: str, context: MapContext) -> Output:
    limits = context.bundle.applicability
    if limits is None:
        raise InputError(
            "This model keeps no reference points of its training data, which the area of applicability "
            "needs; train it again, or leave that output out"
        )

    def values(strip: PredictedStrip) -> Sequence[Floats]:
        index = strip.extras[APPLICABILITY][0]
        inside = np.where(np.isnan(index), np.nan, index <= limits.threshold)
        return index, inside.astype(np.float32), *strip.extras.get(OUTSIDE, ())

    about = {"THRESHOLD": f"{limits.threshold:.6g}", "QUANTITY": "Distance to the nearest training sample"}
    inside = {"QUANTITY": "1 inside the area of applicability, 0 outside"}
    bands = [Band("Dissimilarity index", "", about), Band("Inside area of applicability", "", inside)]
    if context.rain_by_cell:
        beyond = {"QUANTITY": "1 where a trigger leaves the range of the training in any scenario, else 0"}
        bands.append(Band("Triggers outside the training", "", beyond))
    return Output(path, tuple(bands), values)


def _attribution(path: str, context: MapContext) -> Output:
    bands, notes = attribution_bands(context)
    return Output(path, bands, lambda strip: strip.extras[ATTRIBUTION], notes=notes)


def _added(context: MapContext) -> Explanation:
    explained = context.reasons
    return Explanation(
        len(explained.groups) + 1, lambda static, soil, rain, _: explained.values(static, soil, rain), SLOW
    )


def _attribution_look(bundle: ModelBundle) -> Look:
    """The last band, the sum."""
    return Look("ramp", "difference", len(groups_of(bundle)) + 1, (-ADDED, ADDED))


def attribution_bands(context: MapContext) -> tuple[tuple[Band, ...], dict[str, str]]:
    """Bands and metadata of the attribution, a band a group and the sum of all."""
    bundle = context.bundle
    require_background(bundle)
    names = [spec.name for spec in bundle.factors]
    bands = []
    for group in groups_of(bundle, context.rain_by_cell):
        members = ", ".join(names[i] for i in group.factors) or group.name.lower()
        about = {"QUANTITY": f"What {members} add to the log odds", "FACTORS": members}
        bands.append(Band(f"{group.name}{context.suffix}", LOG_ODDS, about))
    about = {"QUANTITY": "Distance of the log odds from their mean over typical cells"}
    bands.append(Band(f"Sum{context.suffix}", LOG_ODDS, about))
    explained = context.reasons
    return tuple(bands), {
        "BASELINE_LOG_ODDS": f"{explained.baseline:.9g}",
        "ATTRIBUTION_ERROR": f"{explained.plan.error:.3g} logit, root mean square against all coalitions on mixed "
        "typical cells",
        "ATTRIBUTION": f"Shapley values of groups of inputs over {len(require_background(bundle))} typical cells of "
        f"the training; bands sum to the last, and the last plus the baseline is log(P / (1 - P)), P kept within "
        f"{SURE:g} of 0 and 1{AT_TYPICAL_PF if bundle.with_pf else ''}. They tell what the model does, not what causes "
        "landslides",
    }


def _model_depth(path: str, context: MapContext) -> Output:
    bands, notes = model_depth_notes(context)
    return Output(path, bands, lambda strip: strip.extras[MODEL_DEPTH], notes=notes)


def _layer(context: MapContext) -> Explanation:
    looked = LayerSaliency(context.bundle, _trigger(context))
    return Explanation(BANDS, lambda static, soil, rain, _: looked.values(static, soil, rain), SLOW)


def _model_depth_look(bundle: ModelBundle) -> Look:
    deepest = bundle.profile.layer_bottoms_m[-1] if bundle.profile else 1.0
    return Look("ramp", "depth", limits=(0.0, deepest))


def model_depth_notes(context: MapContext) -> tuple[tuple[Band, ...], dict[str, str]]:
    """Bands and metadata of the layer that the model looks at."""
    suffix = context.suffix
    bands = (
        Band(
            f"Depth of the model's layer{suffix}",
            METRES,
            {"QUANTITY": "Middle of the layer that moves P most"},
        ),
        Band(f"Model's layer{suffix}", "", {"QUANTITY": "Number of the layer from 1 at the surface"}),
        Band(
            f"Share of the effect{suffix}", "", {"QUANTITY": "Effect of this layer over that of all layers"}
        ),
        Band(f"Members that name it{suffix}", "", {"QUANTITY": "Share of members with the same layer"}),
    )
    soil = context.bundle.profile
    bottoms = "" if soil is None else " ".join(f"{bottom:g}" for bottom in soil.layer_bottoms_m)
    notes = {"CAVEAT": DEPTH_CAVEAT, "LAYER_BOTTOMS_M": bottoms}
    if context.soil_source == SOIL_FROM_TABLE:
        notes["PROFILE_CAVEAT"] = TABLE_CAVEAT
    return bands, notes


REASONS = (
    MapKind(
        APPLICABILITY,
        "Area of applicability",
        "Band 1: dissimilarity index to the training data. Band 2: 1 inside the area of "
        "applicability, 0 outside (Meyer and Pebesma 2021).",
        _applicability,
        Look("ramp", "applicability", band=2),
        of_reference=False,
        explain=_dissimilarity,
    ),
    MapKind(
        ATTRIBUTION,
        "Reasons by group of factors",
        "What terrain, hydrology, geology, land cover, soil and trigger add to the log odds of each cell, a band a "
        "group, and a last band with their sum: the distance from the mean over typical cells of the training. "
        "Takes at most ten times as long as the map itself.",
        _attribution,
        _attribution_look,
        unit=LOG_ODDS,
        explain=_added,
    ),
    MapKind(
        MODEL_DEPTH,
        "Depth the model looks at",
        "Middle of the soil layer (m) that moves the log odds of a cell most, its number, its share of all layers' "
        "effects and the share of members that name it. A diagnostic of the model, no failure plane.",
        _model_depth,
        _model_depth_look,
        unit=METRES,
        explain=_layer,
    ),
)
