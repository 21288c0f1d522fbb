"""A calibration from open rasters to accepted sets and held-out scores."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...evaluation.effective import by_landslide, design_effect, reach_of
from ...evaluation.metrics import auroc, corrected_interval
from ...evaluation.verdicts import verdict
from ...progress import SILENT, Progress
from ...samples.folds import block_folds, usable_folds
from ...samples.sample_set import SampleSet
from ...stability.calibration.acceptance import Accepted
from ...stability.calibration.calibrate import (
    HeldOutChances,
    SoilClass,
    Tried,
    best_estimate,
    held_out,
    likeliest_residuals,
    try_nearer,
    try_sets,
)
from ...stability.calibration.chances import chances_of_failure
from ...stability.calibration.evidence import ClassEvidence, sampling_offset
from ...stability.probability import Spread
from ...types.arrays import Floats
from ...types.inventory_mark import InventoryMark
from ..landslide_marks import landslide_marks
from .ranges import UnitSoil
from .request import CalibrationRequest, ground_of, samples_of, usable_cells

BLOCKS_A_SIDE = 10
LEAST_SETS = 100
"""Sets of equal weight below which ranges are rough."""


@dataclass(frozen=True)
class UnitResult:
    """What the landslides say of one soil.

    Attributes
    ----------
    unit : UnitSoil
    accepted : Accepted
    best : float array (unknowns,)
        Best estimate, as shares of the ranges; NaN where the table's value stays.
    landslides : float
        Landslides in it; of one with several cells the share that lies in it.
    stable : int
        Stable samples in it.
    expected : float
        Landslides that the best estimate expects among the samples.
    """

    unit: UnitSoil
    accepted: Accepted
    best: Floats
    landslides: float
    stable: int
    expected: float


@dataclass(frozen=True)
class HeldOutScore:
    """How probabilities of samples held out fit their labels.

    Attributes
    ----------
    log_loss : float
        Mean over the samples, each landslide one vote.
    auroc : float
        Ranks alone; it cannot see the level of the factor of safety.
    """

    log_loss: float
    auroc: float


@dataclass(frozen=True)
class SoilCalibration:
    """Results of a run.

    Attributes
    ----------
    units : tuple of UnitResult
    inventory : str
    mark : InventoryMark
    storm, law : str
        Name of the scenario, and the pore-pressure law.
    landslides, stable : int
    effective : float
        Landslides that the likelihood counts.
    reach_m : float
        Distance within which landslides count as dependent.
    share : float
        Share of the assessed ground that is landslides.
    scores : mapping of str to HeldOutScore
        ``after``, ``before``, ``prior``, ``constant``.
    gain : mapping of str to Any, optional
        Log loss before less that after over folds: ``mean``, ``low``, ``high`` (95 %), ``verdict``, ``folds``; None
        without two folds that hold both kinds.
    sets : int
    notes : tuple of str
    """

    units: tuple[UnitResult, ...]
    inventory: str
    mark: InventoryMark
    storm: str
    law: str
    landslides: int
    stable: int
    effective: float
    reach_m: float
    share: float
    scores: dict[str, HeldOutScore]
    gain: Optional[dict[str, Any]]
    sets: int
    notes: tuple[str, ...]


def calibrate(request: CalibrationRequest, progress: Progress = SILENT) -> SoilCalibration:
    """Weigh sets of soil values by landslides and stable samples.

    Raises
    ------
    InputError
        Tables and layers that do not fit, or an inventory that gives no samples.
    """
    units = request.units()
    samples = samples_of(request, usable_cells(request, units))
    notes = list(samples.notes)
    share = _share(request, samples, notes)
    folds = _folds(request, samples)
    classes = _classes(request, units, samples, folds, share)
    progress.step(0.05)
    effort, spread = request.effort, request.spread
    tried = try_sets(
        classes,
        effort.sets,
        effort.seed,
        spread=spread,
        folds=int(folds.max()) + 1,
        progress=progress.part(0.05, 0.5),
    )
    effect, reach = _dependence(request, samples, tried)
    tried = try_nearer(tried, 1.0 / effect, effort.seed, spread=spread, progress=progress.part(0.5, 0.9))
    effect, reach = _dependence(request, samples, tried)
    found = [one.accepted(1.0 / effect) for one in tried]
    held = held_out(tried, 1.0 / effect, len(samples), spread, effort.seed)
    progress.step(1.0)
    results = []
    for unit, one, kept in zip(units, tried, found):
        best = best_estimate(one, kept, 1.0 / effect, spread, effort.seed)
        results.append(_result(unit, one.soil, kept, best, spread=spread))
    for result in results:
        notes += _doubts(result)
    scores = _scores(samples, held)
    notes += _level_doubt(scores)
    return SoilCalibration(
        units=tuple(results),
        inventory=request.inventory.name,
        mark=InventoryMark.of(
            landslide_marks(request.inventory, request.rules.label_field), request.water.law
        ),
        storm=request.water.scenarios.names[request.scenario],
        law=request.water.law,
        landslides=samples.landslide_groups,
        stable=samples.stable,
        effective=samples.landslide_groups / effect,
        reach_m=reach,
        share=share,
        scores=scores,
        gain=_gain(samples, held, folds),
        sets=effort.sets,
        notes=tuple(notes),
    )


def _dependence(
    request: CalibrationRequest, samples: SampleSet, tried: Sequence[Tried]
) -> tuple[float, float]:
    """By how much neighbours that err alike raise the variance, and from which distance they do not."""
    residuals = likeliest_residuals(tried, len(samples), request.spread)
    places, errors = by_landslide(samples.xy, residuals, samples.groups)
    reach = request.effort.reach_m
    reach = reach_of(places, errors) if reach is None else reach
    return design_effect(places, errors, reach), reach


def _share(request: CalibrationRequest, samples: SampleSet, notes: list[str]) -> float:
    """Share of the assessed ground that is landslides."""
    if request.share is not None:
        return request.share
    if not 0.0 < samples.area_share < 1.0:
        raise InputError(
            "The share of the ground that is landslides is not known; give PREVALENCE, which sets the level of the "
            "probability of failure"
        )
    if samples.area_share_is_least:
        notes.append(
            "The inventory holds points, each counted as one cell: P is landslides per cell; give PREVALENCE for a "
            "share of area"
        )
    return samples.area_share


def _folds(request: CalibrationRequest, samples: SampleSet) -> npt.NDArray[np.intp]:
    """Blocks of ground dealt out; smaller ones where too few hold samples."""
    effort = request.effort
    side = effort.block_m or float(np.ptp(samples.xy, axis=0).max()) / BLOCKS_A_SIDE
    if not side > 0:
        raise InputError("All samples lie at one place; spatial folds need samples apart from each other")
    return block_folds(samples.xy, samples.groups, effort.folds, side, effort.seed)


def _classes(
    request: CalibrationRequest,
    units: Sequence[UnitSoil],
    samples: SampleSet,
    folds: npt.NDArray[np.intp],
    share: float,
) -> list[SoilClass]:
    landslide = samples.labels > 0
    offset = sampling_offset(
        float(samples.row_weights[landslide].sum()), float(samples.row_weights[~landslide].sum()), share
    )
    codes = _codes_at(request, samples)
    classes = []
    for unit in units:
        inside = (
            np.flatnonzero(codes == unit.code) if request.lithology is not None else np.arange(len(samples))
        )
        ground = ground_of(request, unit, samples.rows[inside], samples.cols[inside])
        evidence = ClassEvidence(landslide[inside], samples.row_weights[inside], folds[inside], offset)
        classes.append(
            SoilClass(
                name=unit.name,
                unknowns=unit.unknowns,
                ground_of=ground.of_sets,
                before=ground.before,
                samples=inside,
                evidence=evidence,
            )
        )
    return classes


def _codes_at(request: CalibrationRequest, samples: SampleSet) -> npt.NDArray[Any]:
    if request.lithology is None:
        return np.zeros(len(samples))
    return request.lithology.values_at(samples.rows, samples.cols, (request.lithology_band,))[:, 0]


def _result(unit: UnitSoil, soil: SoilClass, found: Accepted, best: Floats, *, spread: Spread) -> UnitResult:
    evidence = soil.evidence
    expected = 0.0
    if len(soil.samples):
        chance = chances_of_failure(soil.ground_of, best[None], soil.cells, spread)[0]
        expected = float(evidence.weights @ evidence.sampled(chance))
    return UnitResult(
        unit=unit,
        accepted=found,
        best=best,
        landslides=float(evidence.weights[evidence.labels].sum()),
        stable=int((~evidence.labels).sum()),
        expected=expected,
    )


def _doubts(result: UnitResult) -> list[str]:
    """What is to be said against the ranges of one soil."""
    accepted, name = result.accepted, result.unit.name
    if not (result.unit.unknowns and result.landslides):
        return []
    found = []
    if accepted.effective < LEAST_SETS:
        found.append(
            f"{name}: the accepted sets are worth {accepted.effective:.0f} of equal weight, so ranges are rough and "
            "values may be told that stand as not told; raise SETS or narrow the ranges that the table gives"
        )
    for unknown, one in zip(result.unit.unknowns, accepted.unknowns):
        if one.end:
            found.append(
                f"{name}: the accepted sets crowd at the {one.end} end of {unknown.name}; values beyond it may do "
                "better, so widen the range if there are such soils, or doubt the model"
            )
    return found


def _scores(samples: SampleSet, held: HeldOutChances) -> dict[str, HeldOutScore]:
    landslide = samples.labels > 0
    votes = float(samples.row_weights[landslide].sum())
    constant = np.full(len(samples), votes / float(samples.row_weights.sum()))
    named = {"after": held.after, "before": held.before, "prior": held.prior, "constant": constant}
    return {
        name: HeldOutScore(
            log_loss(samples.labels, chance, samples.row_weights), auroc(samples.labels, chance)
        )
        for name, chance in named.items()
    }


def _level_doubt(scores: Mapping[str, HeldOutScore]) -> list[str]:
    """What is to be said where calibrated probabilities are no better than one number for all samples."""
    after, constant = scores["after"].log_loss, scores["constant"].log_loss
    if after < constant:
        return []
    return [
        f"Held out, the log loss of the calibrated soil ({after:.3f}) is not below that of the share of landslides "
        f"alone ({constant:.3f}): no set within the ranges gets the level of the probability right; see the storm, "
        "the law of water, the ranges and PREVALENCE"
    ]


def log_loss(labels: npt.NDArray[Any], chance: Floats, weights: Floats) -> float:
    """Mean of -ln of the probability of what happened, by weight.

    >>> round(log_loss(np.array([1, 0]), np.array([0.5, 0.5]), np.ones(2)), 4)
    0.6931
    """
    happened = np.where(labels > 0, chance, 1.0 - chance)
    return float(-(weights * np.log(happened)).sum() / weights.sum())


def _gain(samples: SampleSet, held: HeldOutChances, folds: npt.NDArray[np.intp]) -> Optional[dict[str, Any]]:
    kept = usable_folds(samples.labels, folds)
    if len(kept) < 2:
        return None
    differences = []
    for fold in kept:
        inside = folds == fold
        parts = (samples.labels[inside], samples.row_weights[inside])
        before, after = (log_loss(parts[0], chance[inside], parts[1]) for chance in (held.before, held.after))
        differences.append(before - after)
    mean, low, high = corrected_interval(differences, 1.0 / (int(folds.max()) + 1))
    return {
        "mean": mean,
        "low": low,
        "high": high,
        "verdict": verdict(low, high),
        "folds": len(differences),
    }
