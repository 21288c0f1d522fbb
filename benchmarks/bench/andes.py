"""The synthetic area drawn anew: every model against the truth that the labels were drawn with.

Each realisation has another seed of the generator and the reference study's split: the northern fifth is held
out. The oracle is the probability with which each label was drawn. Calibration, and the stacked mean, need folds:
they are judged on k-means folds over the whole area of some realisations, each fold calibrated by the others.
"""

from __future__ import annotations

import sys

import numpy as np

from benchmarks.common.andes_data import realisation
from benchmarks.common.table import Row, at_least, at_most, write_rows
from landslide_plugin.core.evaluation.baselines import fit_logistic
from landslide_plugin.core.evaluation.metrics import auroc
from landslide_plugin.core.evaluation.model_names import NAMES
from landslide_plugin.core.model.bundle.calibration import SURE
from landslide_plugin.core.model.fitting.ensemble import Workshop
from landslide_plugin.core.model.fitting.settings import TrainSettings
from landslide_plugin.core.model.network.keras_twin import prepare_tensorflow
from landslide_plugin.core.model.validation.cross_validation import own_and_mapped
from landslide_plugin.core.model.validation.fold_models import VOTERS
from landslide_plugin.core.model.validation.gated_calibration import gated_calibration
from landslide_plugin.core.model.validation.model_comparison import NETWORK, STACK, compare, fit_models
from landslide_plugin.core.model.validation.partitions import spatial_partitions
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.types.odds import log_odds

ENVIRONMENT = "worker"
FIRST_SEED, REALISATIONS = 100, 10
ORACLE = "oracle"
SETTINGS = {"seed": 0, "batch_size": 256, "members": 2, "cv_members": 1}
OURS = (NETWORK, STACK)


def slope_against_truth(truth: np.ndarray, p: np.ndarray) -> float:
    """Slope of the true log odds on those of P, by the regression that true probabilities as labels give."""
    odds = log_odds(p, guard=SURE)[:, None]
    both = np.concatenate([np.ones(len(p)), np.zeros(len(p))])
    return float(
        fit_logistic(
            np.concatenate([odds, odds]), both, weights=np.concatenate([truth, 1 - truth])
        ).coefficients[0]
    )


def northern_rows(count: int, workshop: Workshop) -> list[Row]:
    """The reference study's split over all realisations."""
    settings = TrainSettings.from_dict(SETTINGS)
    found: dict[str, list[float]] = {}
    for seed in range(FIRST_SEED, FIRST_SEED + count):
        drawn = realisation(seed)
        train, test = drawn.data.take(drawn.train), drawn.data.take(~drawn.train)
        models = fit_models(train, settings, (NETWORK, *VOTERS), settings.members, workshop, SILENT)
        answers = {name: own_and_mapped(model, test)[0] for name, model in models.items()}
        answers[ORACLE] = drawn.truth[~drawn.train]
        for name, p in answers.items():
            found.setdefault(name, []).append(auroc(test.labels, p))
        print(seed, {name: round(v[-1], 4) for name, v in found.items()}, file=sys.stderr, flush=True)
    words = f"{count} realisations"
    rows = [
        Row(f"north: AUROC, {NAMES.get(name, name).lower()}", float(np.mean(v)), "", None, None, words)
        for name, v in found.items()
    ]
    best = max(VOTERS, key=lambda name: np.mean(found[name]))
    return [*rows, difference_row("north", NETWORK, best, found)]


def difference_row(where: str, name: str, best: str, found: dict[str, list[float]]) -> Row:
    """How far a model lies from the best baseline, with the standard error over realisations or folds."""
    difference = np.array(found[name]) - np.array(found[best])
    error = difference.std(ddof=1) / np.sqrt(len(difference)) if len(difference) > 1 else np.nan
    words = f"best baseline: {NAMES[best].lower()}; standard error {error:.4f}"
    called = f"{where}: {NAMES[name].lower()} minus the best baseline"
    return at_least(called, float(difference.mean()), "AUROC", -0.005, words)


def calibration_rows(name: str, truth: np.ndarray, p: np.ndarray) -> list[Row]:
    """Slope and mean of P against the known probability."""
    slope, ratio = slope_against_truth(truth, p), float(p.mean() / truth.mean())
    words = "0.8 to 1.2 asked for"
    return [
        Row(f"{name}, calibration slope", slope, "", 1.0, 0.8 <= slope <= 1.2, words),
        at_most(f"{name}, mean P off the true mean", abs(ratio - 1.0), f"(ratio {ratio:.3f})", 0.1),
    ]


def folds_rows(count: int, workshop: Workshop) -> list[Row]:
    """K-means folds over the whole area, each fold calibrated by the others."""
    settings = TrainSettings.from_dict(SETTINGS)
    p: dict[str, list[np.ndarray]] = {name: [] for name in OURS}
    scores: dict[str, list[float]] = {}
    truth = []
    for seed in range(FIRST_SEED, FIRST_SEED + count):
        drawn = realisation(seed)
        partitions = spatial_partitions(drawn.data, settings)
        found = compare(drawn.data, settings, (NETWORK, *VOTERS), partitions, workshop, SILENT)
        for name in OURS:
            p[name].append(
                gated_calibration(drawn.data.labels, partitions, found.probability[name], "platt").stored[0]
            )
        for name, result in found.results.items():
            scores.setdefault(name, []).extend(fold["auroc"] for fold in result.fold_scores)
        truth.append(drawn.truth)
    rows = []
    best = max(VOTERS, key=lambda name: np.mean(scores[name]))
    for name in OURS:
        answers = np.concatenate(p[name])
        known = np.isfinite(answers)
        called = f"folds: {NAMES[name].lower()}"
        rows += calibration_rows(called, np.concatenate(truth)[known], answers[known])
        rows.append(difference_row("folds", name, best, scores))
    return rows


def main(count: int) -> None:
    """Measure and write ``build/bench/andes.json``."""
    prepare_tensorflow()
    workshop = Workshop()
    write_rows("andes", northern_rows(count, workshop) + folds_rows(max(count // 5, 1), workshop))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else REALISATIONS)
