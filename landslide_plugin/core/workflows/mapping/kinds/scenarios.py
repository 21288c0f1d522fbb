"""Maps of what the scenarios say together, and of the model against the physics of the same scenario."""

from __future__ import annotations

from typing import Any, Callable

import numpy as np
import numpy.typing as npt

from ....errors import InputError
from ....io.raster import Band
from ....types.scenarios import TriggerScenarios
from .annual import ANNUAL, annual_probability, require_annual
from .context import MapContext
from .kind import Look, MapKind, Output, PredictedStrip
from .products import CONSISTENCY_COLOURS, CROSSING, consistency_classes, crossing_return_period
from .rain_band import KIND as RAIN_BAND_KIND
from .rain_band import annual_ends, band_notes, has_band

ANNUAL_NAME, BAND = "annual", "the rain's band"
YEARS, PER_YEAR = "yr", "1/yr"
CROSSING_LABEL = "rain return period at which P passes the threshold"


def _return_period(path: str, context: MapContext) -> Output:
    rain, threshold = _rain(context), context.bundle.threshold
    about = {"QUANTITY": f"Shortest T at which P given the T-year rain reaches {threshold:.4g}"}
    how = {"QUANTITY": "; ".join(f"{i + 1} {text}" for i, text in enumerate(CROSSING))}
    return Output(
        path,
        (Band("Return period at threshold", YEARS, about), Band("How the threshold is reached", "", how)),
        lambda strip: _by_cell(strip, crossing_return_period, rain.return_periods_yr, threshold),
        notes={"LABEL": CROSSING_LABEL},
    )


def _annual(path: str, context: MapContext) -> Output:
    rain = _rain(context)
    require_annual(rain, context.bundle.facts, context.conditional)
    first, last = rain.names[0], rain.names[-1]
    notes = {"LABEL": ANNUAL}
    if context.conditional:
        notes["CONDITIONAL"] = "on wetness and shaking as in the scenarios"
    abouts = {
        "Annual probability, lower bound": "Low: P as it is at the next shorter return period of the table, "
        f"0 below {first}",
        "Annual probability, high": "High: P as it is at the next longer return period of the table, 1 beyond "
        f"{last}",
        "Annual probability, storms outside the table": f"Part of high that storms below {first} and beyond {last} "
        "have",
    }
    if has_band(context):
        abouts[f"Annual probability, low with {BAND}"] = (
            "Smallest of low over the rain as fitted and both ends of its band"
        )
        abouts[f"Annual probability, high with {BAND}"] = (
            "Largest of high over the rain as fitted and both ends of its band"
        )

    def values(strip: PredictedStrip) -> list[npt.NDArray[np.float32]]:
        bounds = _by_cell(strip, annual_probability, rain.return_periods_yr)
        low, high, outside = (bound.astype(np.float32) for bound in bounds)
        ends = strip.extras.get(ANNUAL_NAME)
        if ends is None:
            return [low, high, outside]
        return [low, high, outside, np.minimum(low, ends[0]), np.maximum(high, ends[1])]

    bands = tuple(Band(name, PER_YEAR, {"QUANTITY": about, **notes}) for name, about in abouts.items())
    return Output(path, bands, values, notes={**notes, **band_notes(context)})


def _consistency(path: str, context: MapContext) -> Output:
    def values(strip: PredictedStrip) -> list[npt.NDArray[np.uint8]]:
        if strip.factor_of_safety is None:
            raise InputError("A map of model against physics needs the factor of safety raster")
        mean = strip.mean[context.reference]
        return [consistency_classes(mean, strip.factor_of_safety, context.bundle.threshold)]

    about = {
        "QUANTITY": f"Model: P at least {context.bundle.threshold:.4g}. Physics: factor of safety below 1"
    }
    return Output(
        path,
        (Band(f"Model against physics{context.suffix}", "", about),),
        values,
        byte=True,
        classes=CONSISTENCY_COLOURS,
    )


def _rain(context: MapContext) -> TriggerScenarios:
    if context.triggers is None:
        raise InputError(
            "The model was trained without trigger scenarios, so it has no return-period product; "
            "leave the return period and the annual probability out"
        )
    return context.triggers


def _by_cell(strip: PredictedStrip, function: Callable[..., Any], *more: Any) -> Any:
    """Apply a function of (scenarios, cells) to the members' mean of a strip."""
    mean = strip.mean
    values = function(mean.reshape(len(mean), -1), *more)
    shape = mean.shape[1:]
    return [each.reshape(shape) for each in values] if isinstance(values, tuple) else values.reshape(shape)


def _shown(label: str) -> str:
    return label[:1].upper() + label[1:]


SCENARIOS = (
    MapKind(
        "return_period",
        _shown(CROSSING_LABEL),
        "Band 1: shortest return period of the rain at which the probability reaches the model's "
        "threshold. Band 2: 1 reached at the shortest already, 2 between two, 3 not up to the longest.",
        _return_period,
        Look("ramp", "return_period"),
        unit=YEARS,
        of_reference=False,
    ),
    MapKind(
        ANNUAL_NAME,
        _shown(ANNUAL),
        "Band 1: low. Band 2: high. Band 3: the part of high that storms outside the scenario table have. Where "
        "the table of the training, or SCENARIOS, carries the band of the rain's fit, bands 4 and 5: low and high with "
        "it. For models of dated events, storms without landslides among them, with probabilities corrected to "
        "the landslide share of the area.",
        _annual,
        Look("ramp", "spread", limits=(0.0, 0.1)),
        unit=PER_YEAR,
        of_reference=False,
        explain=annual_ends,
    ),
    RAIN_BAND_KIND,
    MapKind(
        "consistency",
        "Model against physics",
        "1 both stable, 2 both unstable, 3 unstable by the model only, 4 by the physics only (FS "
        "below 1), 5 not assessed by the physics (flat, cliff, no data); needs the factor of safety raster.",
        _consistency,
        Look("codes", "consistency"),
    ),
)
