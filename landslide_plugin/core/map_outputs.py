"""The rasters a map consists of: what is in their bands and how it follows from a strip's prediction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Callable, Optional

import numpy as np
import numpy.typing as npt

from .errors import InputError
from .evaluation.classes import classify
from .map_products import (
    annual_probability,
    class_range,
    consistency_classes,
    crossing_return_period,
    entropy_parts,
    member_statistics,
    require_annual,
)
from .model.bundle import ModelBundle
from .raster_io import Band
from .scenarios import TriggerScenarios

ClassColours = Mapping[int, tuple[str, tuple[int, int, int]]]
Floats = npt.NDArray[np.float32]

IMPOSED = (
    "Every cell gets the same triggers, so the rise from scenario to scenario is what the training's labels, "
    "targets or physics say of them; it is not read from dated landslides"
)


@dataclass(frozen=True)
class MapTargets:
    """Paths of the maps to write; those that are None are not made.

    Attributes
    ----------
    probability : str
        Mean probability of the members, a band a scenario.
    spread : str
        Standard deviation of the members in the reference scenario.
    agreement : str
        Share of members in the class of the mean, and on its side of the threshold.
    classes : str
        Five classes of the reference scenario, bytes, 0 no-data.
    entropy : str or None
        Entropy of the mean, its aleatoric and its epistemic part, in bits.
    member_classes : str or None
        Lowest and highest class any member gives, bytes.
    return_period : str or None
        Shortest return period at which the probability reaches the threshold, and how.
    annual : str or None
        Lower bound of the annual probability.
    applicability : str or None
        Dissimilarity index, and 1 inside the area of applicability, 0 outside.
    consistency : str or None
        Model against factor of safety, bytes.
    """

    probability: str
    spread: str
    agreement: str
    classes: str
    entropy: Optional[str] = None
    member_classes: Optional[str] = None
    return_period: Optional[str] = None
    annual: Optional[str] = None
    applicability: Optional[str] = None
    consistency: Optional[str] = None


@dataclass(frozen=True)
class PredictedStrip:
    """What is known of a strip of cells.

    Attributes
    ----------
    probability : float32 array (members, scenarios, rows, cols)
    dissimilarity, factor_of_safety : float32 array (rows, cols) or None
    """

    probability: Floats
    dissimilarity: Optional[Floats] = None
    factor_of_safety: Optional[Floats] = None


Values = Callable[[PredictedStrip], Sequence[npt.NDArray[Any]]]


@dataclass(frozen=True)
class Output:
    """One raster: its bands, and their values (rows, cols) in a strip."""

    path: str
    bands: tuple[Band, ...]
    values: Values
    byte: bool = False
    classes: Optional[ClassColours] = None


@dataclass(frozen=True)
class Legend:
    """What names and judges the outputs of one map.

    Attributes
    ----------
    bundle : ModelBundle
    triggers : TriggerScenarios or None
        Scenarios that are mapped.
    reference : int
        Which of them carries classes, spread and agreement.
    class_colours : mapping
    conditional : bool
        Whether the annual probability is declared conditional on wetness and shaking.
    """

    bundle: ModelBundle
    triggers: Optional[TriggerScenarios]
    reference: int
    class_colours: ClassColours
    conditional: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Bands of the probability."""
        return self.triggers.names if self.triggers is not None else ("Susceptibility",)

    @property
    def suffix(self) -> str:
        """What is added to the name of a band that shows the reference scenario."""
        return f" {self.names[self.reference]}" if self.triggers is not None else ""

    def metadata(self) -> dict[str, str]:
        """Metadata of every raster."""
        found = {
            "REFERENCE_SCENARIO": self.names[self.reference],
            "BUNDLE": self.bundle.identifier,
            "CLASS_CUTS": str(self.bundle.class_cuts),
        }
        return {**found, "SCENARIO_CURVE": IMPOSED} if self.triggers is not None else found


def outputs(targets: MapTargets, legend: Legend) -> list[Output]:
    """The rasters asked for, the four of every map first.

    Raises
    ------
    InputError
        A return-period product of a model without scenarios, or one they do not carry.
    """
    return [*_main(targets, legend), *_uncertainty(targets, legend), *_hazard(targets, legend)]


def _main(targets: MapTargets, legend: Legend) -> Iterator[Output]:
    bundle, suffix = legend.bundle, legend.suffix
    given = " given the T-year rain" if legend.triggers is not None else ""
    quantity = {"QUANTITY": f"Landslide susceptibility{given}"}
    cuts, threshold = bundle.class_cuts, bundle.threshold

    def statistics(strip: PredictedStrip) -> tuple[Floats, Floats, Floats]:
        return member_statistics(strip.probability[:, legend.reference], cuts, threshold)

    yield Output(
        targets.probability,
        tuple(Band(name, "", quantity) for name in legend.names),
        lambda strip: strip.probability.mean(axis=0),
    )
    yield Output(
        targets.classes,
        (Band(f"Susceptibility class{suffix}"),),
        lambda strip: (classify(strip.probability[:, legend.reference].mean(axis=0), cuts),),
        True,
        legend.class_colours,
    )
    yield Output(targets.spread, (Band(f"Standard deviation{suffix}"),), lambda strip: statistics(strip)[:1])
    yield Output(
        targets.agreement,
        (Band(f"Class agreement{suffix}"), Band(f"Threshold agreement{suffix}")),
        lambda strip: statistics(strip)[1:],
    )


def _uncertainty(targets: MapTargets, legend: Legend) -> Iterator[Output]:
    bundle, suffix, reference = legend.bundle, legend.suffix, legend.reference
    if targets.entropy:
        parts = ("Entropy", "Aleatoric entropy", "Epistemic entropy")
        yield Output(
            targets.entropy,
            tuple(Band(f"{name}{suffix}", "bit") for name in parts),
            lambda strip: entropy_parts(strip.probability[:, reference]),
        )
    if targets.member_classes:
        yield Output(
            targets.member_classes,
            (Band(f"Lowest class{suffix}"), Band(f"Highest class{suffix}")),
            lambda strip: class_range(strip.probability[:, reference], bundle.class_cuts),
            True,
            legend.class_colours,
        )
    if targets.applicability:
        yield _applicability(targets.applicability, bundle)


def _applicability(path: str, bundle: ModelBundle) -> Output:
    limits = bundle.applicability
    if limits is None:
        raise InputError(
            "This model keeps no reference points of its training data, which the area of applicability "
            "needs; train it again, or leave that output out"
        )

    def values(strip: PredictedStrip) -> Sequence[Floats]:
        index = strip.dissimilarity
        if index is None:
            raise InputError("The dissimilarity index was not computed")
        inside = np.where(np.isnan(index), np.nan, index <= limits.threshold)
        return index, inside.astype(np.float32)

    about = {"THRESHOLD": f"{limits.threshold:.6g}"}
    return Output(
        path, (Band("Dissimilarity index", "", about), Band("Inside area of applicability")), values
    )


def _hazard(targets: MapTargets, legend: Legend) -> Iterator[Output]:
    rain, bundle = legend.triggers, legend.bundle
    if (targets.return_period or targets.annual) and rain is None:
        raise InputError(
            "The model was trained without trigger scenarios, so it has no return-period product; "
            "leave the return period and the annual probability out"
        )
    if targets.return_period and rain is not None:
        about = {"QUANTITY": f"Shortest T at which P given the T-year rain reaches {bundle.threshold:.4g}"}
        yield Output(
            targets.return_period,
            (Band("Return period at threshold", "yr", about), Band("How the threshold is reached")),
            lambda strip: _by_cell(strip, crossing_return_period, rain.return_periods_yr, bundle.threshold),
        )
    if targets.annual and rain is not None:
        require_annual(rain, legend.conditional)
        yield Output(
            targets.annual,
            (Band("Annual probability, lower bound", "1/yr", _annual_notes(legend, rain)),),
            lambda strip: [_by_cell(strip, annual_probability, rain.return_periods_yr)],
        )
    if targets.consistency:
        yield Output(
            targets.consistency,
            (Band(f"Model against physics{legend.suffix}"),),
            lambda strip: [_consistency(strip, legend)],
            True,
        )


def _annual_notes(legend: Legend, rain: TriggerScenarios) -> dict[str, str]:
    notes = {"QUANTITY": f"Lower bound: nothing below T{rain.return_periods_yr[0]:g} is counted"}
    return (
        {**notes, "CONDITIONAL": "on wetness and shaking as in the scenarios"}
        if legend.conditional
        else notes
    )


def _by_cell(strip: PredictedStrip, function: Callable[..., Any], *more: Any) -> Any:
    """Apply a function of (scenarios, cells) to the members' mean of a strip."""
    mean = strip.probability.mean(axis=0)
    found = function(mean.reshape(len(mean), -1), *more)
    shape = mean.shape[1:]
    return [each.reshape(shape) for each in found] if isinstance(found, tuple) else found.reshape(shape)


def _consistency(strip: PredictedStrip, legend: Legend) -> npt.NDArray[np.uint8]:
    if strip.factor_of_safety is None:
        raise InputError("A map of model against physics needs the factor of safety raster")
    mean = strip.probability[:, legend.reference].mean(axis=0)
    return consistency_classes(mean, strip.factor_of_safety, legend.bundle.threshold)
