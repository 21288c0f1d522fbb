"""Maps of what the scenarios say together, and of the model against the physics of the same scenario."""

from __future__ import annotations

from typing import Any, Callable

import numpy as np
import numpy.typing as npt

from ....errors import InputError
from ....io.raster import Band
from ....types.scenarios import TriggerScenarios
from .context import MapContext
from .kind import Look, MapKind, Output, PredictedStrip
from .products import (
    CONSISTENCY_COLOURS,
    CROSSING,
    annual_probability,
    consistency_classes,
    crossing_return_period,
    require_annual,
)

YEARS, PER_YEAR = "yr", "1/yr"


def _return_period(path: str, context: MapContext) -> Output:
    rain, threshold = _rain(context), context.bundle.threshold
    about = {"QUANTITY": f"Shortest T at which P given the T-year rain reaches {threshold:.4g}"}
    how = {"QUANTITY": "; ".join(f"{i + 1} {text}" for i, text in enumerate(CROSSING))}
    return Output(
        path,
        (Band("Return period at threshold", YEARS, about), Band("How the threshold is reached", "", how)),
        lambda strip: _by_cell(strip, crossing_return_period, rain.return_periods_yr, threshold),
    )


def _annual(path: str, context: MapContext) -> Output:
    rain = _rain(context)
    require_annual(rain, context.conditional, context.bundle.facts.dated)
    notes = {"QUANTITY": f"Lower bound: nothing below T{rain.return_periods_yr[0]:g} is counted"}
    if context.conditional:
        notes["CONDITIONAL"] = "on wetness and shaking as in the scenarios"
    return Output(
        path,
        (Band("Annual probability, lower bound", PER_YEAR, notes),),
        lambda strip: [_by_cell(strip, annual_probability, rain.return_periods_yr)],
        notes=notes,
    )


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


SCENARIOS = (
    MapKind(
        "return_period",
        "Return period at threshold",
        "Band 1: shortest return period of the rain at which the probability reaches the model's "
        "threshold. Band 2: 1 reached at the shortest already, 2 between two, 3 not up to the longest.",
        _return_period,
        Look("ramp", "return_period"),
        unit=YEARS,
        of_reference=False,
    ),
    MapKind(
        "annual",
        "Annual probability (lower bound)",
        "Probability over the annual exceedance of the rain; a lower bound, since rain below the shortest "
        "return period is not counted. For models of a dated inventory only.",
        _annual,
        Look("ramp", "spread", limits=(0.0, 0.1)),
        unit=PER_YEAR,
        of_reference=False,
    ),
    MapKind(
        "consistency",
        "Model against physics",
        "1 both stable, 2 both unstable, 3 unstable by the model only, 4 by the physics only (FS "
        "below 1), 5 not assessed by the physics (flat, cliff, no data); needs the factor of safety raster.",
        _consistency,
        Look("codes", "consistency"),
    ),
)
