"""Rows and differences of a comparison, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...evaluation.metrics import auroc
from ...evaluation.model_names import is_relative
from ..fitting.data import TrainingData
from ..fitting.row_weights import row_weights
from . import scorecard
from .fold_models import WITH_PF, plain_name
from .gated_calibration import GatedCalibration, mean_loss
from .held_out import judged
from .model_comparison import LEAN_STACK, NETWORK, OWN_BASE, PHYSICS, STACK, ModelComparison
from .references import CONSTANT, REFERENCES, Doubt, doubts_of

Floats = npt.NDArray[np.float64]
FLAT_DEG = 5.0


def comparison_table(data: TrainingData, compared: ModelComparison) -> list[dict[str, Any]]:
    """One row of plain values a model, the best mean AUROC first."""
    rows = []
    for name, result in compared.results.items():
        summary = scorecard.fold_summary(result, compared.folds)
        if summary is None:
            continue
        p = scorecard.of_first_repeat(compared.probability[name])
        aurocs = summary.pop("auroc_folds")
        interval = (summary.pop("auroc_low", None), summary.pop("auroc_high", None))
        summary.pop("fold_weights")
        mapped = summary.pop("at_reference", None)
        figures = {} if is_relative(name) else reliability_row(data, compared.probability[name][0])
        rows.append(
            {
                "model": name,
                **summary,
                "auroc_low": interval[0],
                "auroc_high": interval[1],
                "folds": len(aurocs),
                **({"auroc_at_reference": mapped["auroc_mean"]} if mapped else {}),
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

    figures = reliability(data.labels, p, row_weights(data))
    return {name: figures[name] for name in ("log_loss", "slope", "expected", "observed")}


def differences(compared: ModelComparison) -> dict[str, dict[str, Any]]:
    """Paired differences of AUROC with corrected intervals: each model against the comparators named beforehand.

    Each against logistic regression with the same inputs and against slope alone and the best single factor; the
    stack against itself without the network; the network against its own base, which tells what it added; each
    family with the probability of failure against itself without.
    """
    scored = [name for name in compared.results if name not in (*REFERENCES, "logistic")]
    pairs = [(name, "logistic") for name in scored]
    pairs += [(STACK, LEAN_STACK), (NETWORK, OWN_BASE), (NETWORK, PHYSICS), (STACK, PHYSICS)]
    pairs += [(name, plain_name(name)) for name in scored if name.endswith(WITH_PF)]
    pairs += [
        (name, reference)
        for name in (*scored, "logistic")
        for reference in REFERENCES
        if reference != CONSTANT
    ]
    known: dict[str, dict[str, Any]] = {}
    for one, other in pairs:
        if one in compared.results and other in compared.results:
            pair = scorecard.paired_difference(compared.results[one], compared.results[other], compared.folds)
            if pair:
                known[f"{one}_minus_{other}"] = pair
    return known


def doubts(
    data: TrainingData, compared: ModelComparison, name: str, calibrated: GatedCalibration, partitions: Any
) -> list[Doubt]:
    """References that a model, as it is stored, does not beat on held-out folds, or is not shown to."""
    stored = judged(data.labels, partitions, calibrated.stored, weights=row_weights(data))
    pairs: dict[str, Optional[Mapping[str, float]]] = {}
    for reference in REFERENCES:
        other = compared.results.get(reference)
        if other is not None and not (reference == CONSTANT and is_relative(name)):
            score = "log_loss" if reference == CONSTANT else "auroc"
            one = stored if reference == CONSTANT else compared.results[name]
            pairs[reference] = scorecard.paired_difference(one, other, compared.folds, score)
    return doubts_of(pairs, compared.best_factor)


def constant_loss(data: TrainingData, compared: ModelComparison) -> float:
    """Held-out log loss of a constant, the share of the training part of each fold."""
    return mean_loss(data.labels, compared.probability[CONSTANT], row_weights(data))


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
