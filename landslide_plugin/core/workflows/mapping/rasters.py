"""The kinds of raster a map may have: one function each, from a path and the legend to bands and values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Callable

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...evaluation.classes import classify
from ...evaluation.conformal import CAVEAT, ConformalSets
from ...io.raster import Band
from ...model.bundle.bundle import ModelBundle
from ...model.inference.sums import deviation
from ...styles import codes
from ...types.scenarios import TriggerScenarios
from .explanations import (
    ATTRIBUTION,
    DISSIMILARITY,
    MODEL_DEPTH,
    OUTSIDE,
    attribution_bands,
    model_depth_notes,
)
from .outputs import Floats, Legend, MapTargets, Output, PredictedStrip
from .products import (
    CONSISTENCY_COLOURS,
    CROSSING,
    annual_probability,
    class_flips,
    class_range,
    consistency_classes,
    crossing_return_period,
    entropy_parts,
    member_statistics,
    require_annual,
)

Kind = Callable[[str, Legend], Output]


def outputs(targets: MapTargets, legend: Legend) -> list[Output]:
    """The rasters asked for.

    Raises
    ------
    InputError
        Nothing is asked for, or something that the model or the scenarios do not carry.
    """
    made = [kind(path, legend) for name, kind in KINDS.items() if (path := getattr(targets, name))]
    if not made:
        raise InputError("No output is asked for; choose at least one map")
    return made


def _probability(path: str, legend: Legend) -> Output:
    given = " given the T-year rain" if legend.triggers is not None else ""
    about = {"QUANTITY": f"Landslide susceptibility{given}"}
    return Output(path, tuple(Band(name, "", about) for name in legend.names), lambda strip: strip.mean)


def _classes(path: str, legend: Legend) -> Output:
    cuts = legend.bundle.class_cuts
    bounds = [0.0, *cuts, 1.0]
    names = [name for name, _ in legend.class_colours.values()]
    limits = [f"{name}: {low:.4g} to {high:.4g}" for name, low, high in zip(names, bounds, bounds[1:])]
    return Output(
        path,
        (
            Band(
                f"Susceptibility class{legend.suffix}",
                "",
                {"QUANTITY": "class", "CLASSES": "; ".join(limits)},
            ),
        ),
        lambda strip: (classify(strip.mean[legend.reference], cuts),),
        True,
        legend.class_colours,
    )


def _spread(path: str, legend: Legend) -> Output:
    about = {"QUANTITY": "Standard deviation of the members' probabilities"}
    return Output(
        path,
        (Band(f"Standard deviation{legend.suffix}", "", about),),
        lambda strip: (deviation(strip.probability[:, legend.reference]),),
    )


def _agreement(path: str, legend: Legend) -> Output:
    cuts, threshold = legend.bundle.class_cuts, legend.bundle.threshold
    about = {"QUANTITY": "Share of the members in the class of the mean"}
    beside = {"QUANTITY": f"Share of the members on the mean's side of the threshold {threshold:.4g}"}
    return Output(
        path,
        (
            Band(f"Class agreement{legend.suffix}", "", about),
            Band(f"Threshold agreement{legend.suffix}", "", beside),
        ),
        lambda strip: member_statistics(strip.probability[:, legend.reference], cuts, threshold)[1:],
    )


def _flips(path: str, legend: Legend) -> Output:
    cuts = legend.bundle.class_cuts
    members = {"QUANTITY": "Share of the members whose class is not that of the mean"}
    bands = [Band(f"Class flips of members{legend.suffix}", "", members)]
    if legend.triggers is not None:
        other = {
            "QUANTITY": f"Share of the other scenarios whose class is not that of {legend.suffix.strip()}"
        }
        bands.append(Band("Class flips of scenarios", "", other))
    return Output(
        path,
        tuple(bands),
        lambda strip: class_flips(strip.probability, legend.reference, cuts)[: len(bands)],
    )


def _entropy(path: str, legend: Legend) -> Output:
    parts = ("Entropy", "Aleatoric entropy", "Epistemic entropy")
    return Output(
        path,
        tuple(Band(f"{name}{legend.suffix}", "bit") for name in parts),
        lambda strip: entropy_parts(strip.probability[:, legend.reference]),
    )


def _member_classes(path: str, legend: Legend) -> Output:
    return Output(
        path,
        (Band(f"Lowest class{legend.suffix}"), Band(f"Highest class{legend.suffix}")),
        lambda strip: class_range(strip.probability[:, legend.reference], legend.bundle.class_cuts),
        True,
        legend.class_colours,
    )


def _applicability(path: str, legend: Legend) -> Output:
    limits = legend.bundle.applicability
    if limits is None:
        raise InputError(
            "This model keeps no reference points of its training data, which the area of applicability "
            "needs; train it again, or leave that output out"
        )

    def values(strip: PredictedStrip) -> Sequence[Floats]:
        index = strip.extras[DISSIMILARITY][0]
        inside = np.where(np.isnan(index), np.nan, index <= limits.threshold)
        return index, inside.astype(np.float32), *strip.extras.get(OUTSIDE, ())

    about = {"THRESHOLD": f"{limits.threshold:.6g}", "QUANTITY": "Distance to the nearest training sample"}
    inside = {"QUANTITY": "1 inside the area of applicability, 0 outside"}
    bands = [Band("Dissimilarity index", "", about), Band("Inside area of applicability", "", inside)]
    if legend.rain_by_cell:
        beyond = {"QUANTITY": "1 where a trigger leaves the range of the training in any scenario, else 0"}
        bands.append(Band("Triggers outside the training", "", beyond))
    return Output(path, tuple(bands), values)


def _decision(path: str, legend: Legend) -> Output:
    sets = require_sets(legend.bundle)
    return Output(
        path,
        (
            Band(
                f"Decision{legend.suffix}",
                "",
                {"QUANTITY": "conformal set", "COVERAGE": f"{sets.coverage:g}"},
            ),
        ),
        lambda strip: (sets.decide(strip.mean[legend.reference]),),
        True,
        COLOURS,
        {"COVERAGE": f"{sets.coverage:g}", "CAVEAT": CAVEAT},
    )


def _return_period(path: str, legend: Legend) -> Output:
    rain, threshold = _rain(legend), legend.bundle.threshold
    about = {"QUANTITY": f"Shortest T at which P given the T-year rain reaches {threshold:.4g}"}
    how = {"QUANTITY": "; ".join(f"{i + 1} {text}" for i, text in enumerate(CROSSING))}
    return Output(
        path,
        (Band("Return period at threshold", "yr", about), Band("How the threshold is reached", "", how)),
        lambda strip: _by_cell(strip, crossing_return_period, rain.return_periods_yr, threshold),
    )


def _annual(path: str, legend: Legend) -> Output:
    rain = _rain(legend)
    require_annual(rain, legend.conditional, legend.bundle.facts.dated)
    notes = {"QUANTITY": f"Lower bound: nothing below T{rain.return_periods_yr[0]:g} is counted"}
    if legend.conditional:
        notes["CONDITIONAL"] = "on wetness and shaking as in the scenarios"
    return Output(
        path,
        (Band("Annual probability, lower bound", "1/yr", notes),),
        lambda strip: [_by_cell(strip, annual_probability, rain.return_periods_yr)],
        notes=notes,
    )


def _rain(legend: Legend) -> TriggerScenarios:
    if legend.triggers is None:
        raise InputError(
            "The model was trained without trigger scenarios, so it has no return-period product; "
            "leave the return period and the annual probability out"
        )
    return legend.triggers


def _by_cell(strip: PredictedStrip, function: Callable[..., Any], *more: Any) -> Any:
    """Apply a function of (scenarios, cells) to the members' mean of a strip."""
    mean = strip.mean
    found = function(mean.reshape(len(mean), -1), *more)
    shape = mean.shape[1:]
    return [each.reshape(shape) for each in found] if isinstance(found, tuple) else found.reshape(shape)


def _consistency(path: str, legend: Legend) -> Output:
    def values(strip: PredictedStrip) -> list[npt.NDArray[np.uint8]]:
        if strip.factor_of_safety is None:
            raise InputError("A map of model against physics needs the factor of safety raster")
        mean = strip.mean[legend.reference]
        return [consistency_classes(mean, strip.factor_of_safety, legend.bundle.threshold)]

    about = {
        "QUANTITY": f"Model: P at least {legend.bundle.threshold:.4g}. Physics: factor of safety below 1"
    }
    return Output(
        path, (Band(f"Model against physics{legend.suffix}", "", about),), values, True, CONSISTENCY_COLOURS
    )


def _attribution(path: str, legend: Legend) -> Output:
    bands, notes = attribution_bands(legend)
    return Output(path, bands, lambda strip: strip.extras[ATTRIBUTION], notes=notes)


def _model_depth(path: str, legend: Legend) -> Output:
    bands, notes = model_depth_notes(legend)
    return Output(path, bands, lambda strip: strip.extras[MODEL_DEPTH], notes=notes)


KINDS: dict[str, Kind] = {
    "probability": _probability,
    "classes": _classes,
    "spread": _spread,
    "agreement": _agreement,
    "flips": _flips,
    "entropy": _entropy,
    "member_classes": _member_classes,
    "decision": _decision,
    "applicability": _applicability,
    "return_period": _return_period,
    "annual": _annual,
    "consistency": _consistency,
    "attribution": _attribution,
    "model_depth": _model_depth,
}
"""Every kind by its name among the targets, in the order in which they are written."""


COLOURS = codes("decision")


def require_sets(bundle: ModelBundle) -> ConformalSets:
    """The conformal sets of a model, or an ``InputError`` that says what to do."""
    if bundle.conformal is None:
        raise InputError(
            "The model has no conformal sets: it was trained with too few held-out samples for the coverage, or by "
            "an older version; train again"
        )
    return bundle.conformal
