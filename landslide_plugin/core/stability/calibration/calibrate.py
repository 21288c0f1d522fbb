"""From soil classes with ranges and samples to accepted sets, and to probabilities of samples held out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Callable

import numpy as np
import numpy.typing as npt

from ...progress import SILENT, Progress
from ...types.arrays import Floats
from ..probability import Spread
from .acceptance import Accepted, accept, nearest_to_mean, resampled, weights_of
from .chances import GroundOf, PairGround, blocks_of_chances, chances_of_failure
from .evidence import ClassEvidence
from .unknowns import Unknown, drawn_sets
from .zoom import drawn_near

ENOUGH, ROUNDS = 400, 3
PREDICTING_SETS = 256
"""Sets that a held-out probability is the mean of."""


@dataclass(frozen=True)
class SoilClass:
    """A soil class: what of it is not known, and the samples that lie in it.

    Attributes
    ----------
    name : str
    unknowns : tuple of Unknown
        Those whose range is open.
    ground_of : callable
        PairGround of sets and cells; see ``chances.GroundOf``.
    before : callable
        PairGround of cells with the values of the table, before the landslides spoke.
    samples : int array (cells,)
        Index of each cell among all samples.
    evidence : ClassEvidence
    """

    name: str
    unknowns: tuple[Unknown, ...]
    ground_of: GroundOf
    before: Callable[[npt.NDArray[np.intp]], PairGround]
    samples: npt.NDArray[np.intp]
    evidence: ClassEvidence

    @property
    def cells(self) -> npt.NDArray[np.intp]:
        """Numbers (cells,) of the cells, as ``ground_of`` takes them."""
        return np.arange(len(self.samples))


@dataclass(frozen=True)
class Tried:
    """A class with the log-likelihood of its sets.

    Attributes
    ----------
    sets : float array (sets, unknowns)
    scores : float array (sets, folds)
    log_ratio : float array (sets,)
        ln of prior over proposal; 0 where sets were drawn evenly.
    """

    soil: SoilClass
    sets: Floats
    scores: Floats
    log_ratio: Floats

    @property
    def total(self) -> Floats:
        """Log-likelihood (sets,) over all folds."""
        return np.asarray(self.scores.sum(axis=1))

    @property
    def open(self) -> bool:
        """Whether there is anything to find, and anything that tells of it."""
        return bool(self.soil.unknowns) and len(self.soil.samples) > 0

    def accepted(self, tempering: float) -> Accepted:
        """The sets weighed by their tempered likelihood."""
        return accept(self.sets, self.total, tempering, self.log_ratio)


@dataclass(frozen=True)
class HeldOutChances:
    """Probabilities (samples,) that a sample is a landslide, by what its own fold did not tell.

    Attributes
    ----------
    after : float array
        By the sets that the other folds accept.
    before : float array
        By the values of the table as they were.
    prior : float array
        By all sets, none preferred.
    """

    after: Floats
    before: Floats
    prior: Floats


def try_sets(
    classes: Sequence[SoilClass],
    sets: int,
    seed: int,
    *,
    spread: Spread,
    folds: int,
    progress: Progress = SILENT,
) -> list[Tried]:
    """Run every set of every class through the kernel on the samples.

    Classes share no unknown, so the likelihood is a product over them, and each is tried by itself with as many
    sets as asked for.
    """
    parts = _parts([len(soil.samples) for soil in classes], progress)
    found = []
    for soil, part in zip(classes, parts):
        drawn = drawn_sets(soil.unknowns, sets if soil.unknowns and len(soil.samples) else 2, seed)
        found.append(_try(soil, drawn, np.zeros(len(drawn)), spread=spread, folds=folds, progress=part))
    return found


def try_nearer(
    tried: Sequence[Tried], tempering: float, seed: int, *, spread: Spread, progress: Progress = SILENT
) -> list[Tried]:
    """Classes in which few sets are accepted, tried again with half as many sets near these; others as they are.

    At most ``ROUNDS`` times, until the accepted sets are worth ``ENOUGH`` of equal weight.
    """
    found = list(tried)
    for turn in range(ROUNDS):
        few = [i for i, one in enumerate(found) if one.accepted(tempering).effective < ENOUGH and one.open]
        share = progress.part(turn / ROUNDS, (turn + 1) / ROUNDS)
        for i, part in zip(few, _parts([len(found[i].soil.samples) for i in few], share)):
            one, sets = found[i], max(len(tried[i].sets) // 2, 1)
            drawn, ratio = drawn_near(one.accepted(tempering), sets, seed + turn + 1)
            again = _try(one.soil, drawn, ratio, spread=spread, folds=one.scores.shape[1], progress=part)
            if again.accepted(tempering).effective > one.accepted(tempering).effective:
                found[i] = again
    progress.step(1.0)
    return found


def _parts(sizes: Sequence[int], progress: Progress) -> list[Progress]:
    """A part of the progress for each class, as long as its samples are many."""
    ends = np.cumsum([0, *sizes]) / max(sum(sizes), 1)
    return [progress.part(float(start), float(stop)) for start, stop in zip(ends, ends[1:])]


def _try(
    soil: SoilClass, sets: Floats, log_ratio: Floats, *, spread: Spread, folds: int, progress: Progress
) -> Tried:
    scores = np.zeros((len(sets), folds))
    for block, chances in blocks_of_chances(soil.ground_of, sets, soil.cells, spread):
        scores[block] = soil.evidence.scores(chances, folds)
        progress.step(block.stop / len(sets))
    return Tried(soil, sets, scores, log_ratio)


def likeliest_residuals(tried: Sequence[Tried], samples: int, spread: Spread) -> Floats:
    """Label less probability (samples,), times the weight, under the likeliest set of each class; NaN for no class."""
    residuals = np.full(samples, np.nan)
    for one in tried:
        soil, evidence = one.soil, one.soil.evidence
        if len(soil.samples):
            best = one.sets[[int(one.total.argmax())]]
            chance = chances_of_failure(soil.ground_of, best, soil.cells, spread)[0]
            residuals[soil.samples] = evidence.weights * (evidence.labels - evidence.sampled(chance))
    return residuals


def best_estimate(one: Tried, found: Accepted, tempering: float, spread: Spread, seed: int) -> Floats:
    """Shares (unknowns,) of the values that stand for a soil; NaN where the table's value stays.

    What the landslides tell is taken from accepted sets, what they do not tell stays as the table has it, and the
    two are run together: of those nearly as likely as the likeliest, the one nearest to the mean of the accepted
    sets. So the values as they are written have been tried.
    """
    told = np.array([value.told for value in found.unknowns], bool)
    if not told.any():
        return np.full(len(told), np.nan)
    tried = found.sets[np.unique(resampled(found.weights, PREDICTING_SETS, seed))]
    tried[:, ~told] = np.nan
    scores = np.zeros(len(tried))
    for block, chances in blocks_of_chances(one.soil.ground_of, tried, one.soil.cells, spread):
        scores[block] = one.soil.evidence.scores(chances, one.scores.shape[1]).sum(axis=1)
    mean = (found.weights @ found.sets)[told]
    return np.asarray(tried[nearest_to_mean(tried[:, told], tempering * scores, mean)])


def held_out(
    tried: Sequence[Tried], tempering: float, samples: int, spread: Spread, seed: int
) -> HeldOutChances:
    """Probability of every sample by sets weighed without its fold."""
    after, before, prior = (np.full(samples, np.nan) for _ in range(3))
    for one in tried:
        soil, evidence = one.soil, one.soil.evidence
        if not len(soil.samples):
            continue
        even = weights_of(np.zeros(len(one.sets)), 1.0, one.log_ratio)
        prior[soil.samples] = _mean(one, even, soil.cells, spread, seed)
        before[soil.samples] = evidence.sampled(_chance_before(soil, spread))
        for fold in np.unique(evidence.folds):
            cells = np.flatnonzero(evidence.folds == fold)
            weights = weights_of(one.total - one.scores[:, fold], tempering, one.log_ratio)
            after[soil.samples[cells]] = _mean(one, weights, cells, spread, seed)
    return HeldOutChances(after, before, prior)


def _mean(one: Tried, weights: Floats, cells: npt.NDArray[np.intp], spread: Spread, seed: int) -> Floats:
    """Mean probability (cells,) of samples over sets drawn by weight."""
    chosen, times = np.unique(resampled(weights, PREDICTING_SETS, seed), return_counts=True)
    total = np.zeros(len(cells))
    for block, chances in blocks_of_chances(one.soil.ground_of, one.sets[chosen], cells, spread):
        total += times[block] @ one.soil.evidence.sampled(chances)
    return np.asarray(total / times.sum())


def _chance_before(soil: SoilClass, spread: Spread) -> Floats:
    def as_it_is(_: Floats, cells: npt.NDArray[np.intp]) -> PairGround:
        return soil.before(cells)

    chance = chances_of_failure(as_it_is, np.zeros((1, 0)), soil.cells, spread)[0]
    return np.asarray(chance, np.float64)
