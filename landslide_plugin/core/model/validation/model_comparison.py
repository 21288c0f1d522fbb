"""Every model on the same folds and rows: held-out probabilities, stacked means, scores and differences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...evaluation.metrics import auroc, corrected_interval
from ...evaluation.reliability import log_loss
from ...progress import Countdown, Progress
from ..families.ensemble import Ensemble
from ..families.pool import choose_votes, pooled
from ..fitting.data import TrainingData
from ..fitting.ensemble import Workshop, fit_ensemble
from ..fitting.families import FAMILIES, fit_family
from ..fitting.preparation import prepare
from ..fitting.settings import TrainSettings
from . import scorecard
from .cross_validation import HeldOut, Partition, physics_probability, reference_probability
from .held_out import calibration_figures, judged

Floats = npt.NDArray[np.float64]
NETWORK, PHYSICS, STACK, LEAN_STACK = "ensemble", "physics_alone", "stack", "stack_without_network"
FLAT_DEG = 5.0


@dataclass(frozen=True)
class ModelComparison:
    """Held-out probabilities (repeats, n) and fold scores by model, votes of the stacks, folds a repeat."""

    probability: Mapping[str, Floats]
    results: Mapping[str, HeldOut]
    votes: Mapping[str, Mapping[str, int]]
    folds: int


def fit_models(
    data: TrainingData,
    settings: TrainSettings,
    families: Sequence[str],
    members: int,
    workshop: Workshop,
    progress: Progress,
) -> dict[str, Ensemble]:
    """Models of the families asked for (of ``FAMILIES``, and ``ensemble``), fitted to the same samples."""
    models = {}
    classical = [family for family in families if family in FAMILIES]
    if classical:
        prepared = prepare(data, replace(settings, architecture="plain"))
        for number, family in enumerate(classical):
            progress.check()
            models[family] = fit_family(family, prepared, settings.ridge, settings.seed)
            progress.step(0.3 * (number + 1) / len(classical))
    if NETWORK in families:
        models[NETWORK] = fit_ensemble(data, settings, members, workshop, progress.part(0.3, 1.0))
    return models


def compare(
    data: TrainingData,
    settings: TrainSettings,
    families: Sequence[str],
    partitions: Sequence[Partition],
    workshop: Workshop,
    progress: Progress,
) -> ModelComparison:
    """Cross-validate all families on the same folds and pool them.

    The votes of a stack in a fold come from the held-out predictions of the other folds, and so does
    every threshold.
    """
    shape = (len(partitions), len(data.labels))
    p = {family: np.full(shape, np.nan) for family in families}
    folds = [(repeat, fold) for repeat, part in enumerate(partitions) for fold in part.usable]
    countdown = Countdown(len(folds))
    for number, (repeat, fold) in enumerate(folds):
        part = progress.part(number / len(folds), (number + 1) / len(folds))
        train, test = partitions[repeat].split(fold)
        quiet = replace(part, info=_unsaid)
        models = fit_models(
            data.take(train), settings, families, settings.cv_members, workshop=workshop, progress=quiet
        )
        held_out = data.take(test)
        for family, model in models.items():
            p[family][repeat, test], _ = reference_probability(model, held_out)
        progress.info(f"Folds: {countdown.words(number + 1)}")
    votes = {name: _cross_pool(data, partitions, p, used, name) for name, used in _stacks(families).items()}
    if data.cells.prior_pf is not None:
        p[PHYSICS] = np.repeat(physics_probability(data)[None], len(partitions), axis=0)
    results = {name: judged(data.labels, partitions, values) for name, values in p.items()}
    return ModelComparison(p, results, votes, partitions[0].count)


def _unsaid(_: str) -> None:
    return None


def _stacks(families: Sequence[str]) -> dict[str, list[str]]:
    """Stacked means that can be made, each with its families."""
    lean = [family for family in families if family in FAMILIES]
    stacks = {}
    if len(lean) > 1:
        stacks[LEAN_STACK] = lean
    if lean and NETWORK in families:
        stacks[STACK] = [*lean, NETWORK]
    return stacks


def _cross_pool(
    data: TrainingData,
    partitions: Sequence[Partition],
    p: dict[str, Floats],
    families: Sequence[str],
    name: str,
) -> dict[str, int]:
    """Add a stack's held-out probabilities to ``p``; return the votes of the stack for the map."""
    stacked = np.full_like(p[families[0]], np.nan)
    for repeat, part in enumerate(partitions):
        held_out = {family: p[family][repeat] for family in families}
        for fold in part.usable:
            here = part.folds == fold
            votes = earned_votes(data.labels, held_out, np.where(here, -1, part.folds))
            stacked[repeat, here] = pooled(held_out, votes)[here]
    p[name] = stacked
    every = {family: p[family].ravel() for family in families}
    parts = [part.folds + repeat * part.folds.size for repeat, part in enumerate(partitions)]
    return earned_votes(np.tile(data.labels, len(partitions)), every, np.concatenate(parts))


def earned_votes(
    labels: npt.NDArray[np.int8], held_out: Mapping[str, Floats], folds: npt.NDArray[np.intp]
) -> dict[str, int]:
    """Votes of each family; the network has some only if the others are better with it than without it.

    Better is a lower held-out log loss by more than one standard error over the folds (Breiman et al. 1984,
    the one-standard-error rule): where the gain is chance, the simpler pool stays.

    Parameters
    ----------
    labels : int8 array (n,)
    held_out : mapping of str to float64 array (n,)
    folds : int array (n,)
        Rows with a negative number are not looked at.

    Examples
    --------
    >>> y = np.array([0, 1] * 20, np.int8)
    >>> earned_votes(y, {"right": np.where(y, 0.9, 0.1), "wrong": np.where(y, 0.1, 0.9)}, np.repeat([0, 1], 20))
    {'right': 10, 'wrong': 0}
    """
    rows = folds >= 0
    votes = choose_votes(labels, held_out, rows)
    if not votes.get(NETWORK):
        return votes
    lean = choose_votes(labels, {name: p for name, p in held_out.items() if name != NETWORK}, rows)
    with_network, without = pooled(held_out, votes), pooled(held_out, lean)
    known = rows & np.isfinite(with_network) & np.isfinite(without)
    gains = np.array(
        [
            log_loss(labels[here], without[here]) - log_loss(labels[here], with_network[here])
            for here in (known & (folds == fold) for fold in np.unique(folds[known]))
        ]
    )
    if len(gains) > 1 and gains.mean() > gains.std(ddof=1) / np.sqrt(len(gains)):
        return votes
    return {**lean, NETWORK: 0}


def comparison_table(data: TrainingData, compared: ModelComparison) -> list[dict[str, Any]]:
    """One row of plain values a model, the best mean AUROC first."""
    share = 1.0 / compared.folds
    rows = []
    for name, result in compared.results.items():
        summary = scorecard.fold_summary(result)
        if summary is None:
            continue
        p = scorecard.mean_over_repeats(compared.probability[name])
        aurocs = summary.pop("auroc_folds")
        interval = corrected_interval(aurocs, share)[1:] if len(aurocs) > 1 else (None, None)
        figures = reliability_row(data, compared.probability[name][0])
        rows.append(
            {
                "model": name,
                **summary,
                "auroc_low": interval[0],
                "auroc_high": interval[1],
                "folds": len(aurocs),
                "auroc_not_flat": _auroc_not_flat(data, p),
                "fs_rho": _fs_rho(data, p),
                **figures,
            }
        )
    return sorted(rows, key=lambda row: -float(row["auroc_mean"]))


def reliability_row(data: TrainingData, p: Floats) -> dict[str, Any]:
    """Log loss, calibration slope and expected landslides of held-out probabilities (n,)."""
    known = np.isfinite(p)
    if len(np.unique(data.labels[known])) < 2:
        return {}
    from ...evaluation.reliability import reliability

    figures = reliability(data.labels, p)
    return {name: figures[name] for name in ("log_loss", "slope", "expected", "observed")}


def differences(compared: ModelComparison) -> dict[str, dict[str, Any]]:
    """Paired differences of AUROC with corrected intervals: each model against the comparators named beforehand."""
    pairs = [(name, "logistic") for name in compared.results if name != "logistic"]
    pairs += [(STACK, LEAN_STACK), (NETWORK, PHYSICS), (STACK, PHYSICS)]
    known: dict[str, dict[str, Any]] = {}
    for one, other in pairs:
        if one in compared.results and other in compared.results:
            pair = scorecard.paired_difference(compared.results[one], compared.results[other], compared.folds)
            if pair:
                known[f"{one}_minus_{other}"] = pair
    return known


def calibrations(
    data: TrainingData, settings: TrainSettings, partitions: Sequence[Partition], compared: ModelComparison
) -> dict[str, Any]:
    """Reliability of every model before and after calibration."""
    return {
        name: calibration_figures(data.labels, partitions, p, settings.calibration)
        for name, p in compared.probability.items()
    }


def _auroc_not_flat(data: TrainingData, p: Floats) -> Optional[float]:
    """AUROC of the held-out samples on slopes of 5 degrees or more; None without a slope factor."""
    names = [spec.name for spec in data.specs]
    if "slope" not in names:
        return None
    steep = data.cells.static[:, names.index("slope")] >= FLAT_DEG
    known = np.isfinite(p) & steep
    return auroc(data.labels[known], p[known]) if len(np.unique(data.labels[known])) == 2 else None


def _fs_rho(data: TrainingData, p: Floats) -> Optional[float]:
    """Spearman's rank correlation of -FS and held-out P in the reference scenario."""
    from scipy.stats import spearmanr

    if data.cells.prior_fs is None:
        return None
    fs = data.cells.prior_fs[:, data.reference]
    known = np.isfinite(fs) & np.isfinite(p)
    if known.sum() < 3 or np.ptp(fs[known]) == 0 or np.ptp(p[known]) == 0:
        return None
    return float(spearmanr(-fs[known], p[known]).statistic)
