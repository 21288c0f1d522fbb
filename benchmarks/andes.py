"""The synthetic area drawn anew: every model against the truth that the labels were drawn with.

Each realisation has another seed of the generator and the reference study's split: the northern fifth is held
out. The oracle is the probability with which each label was drawn. Calibration is judged against it, over all
realisations together, and once more with folds over the whole area, where the held-out part is not beyond the
training part.
"""

from __future__ import annotations

import sys

import numpy as np

from benchmarks.andes_data import realisation
from benchmarks.bench_table import Row, at_least, at_most, write_rows
from benchmarks.held_out import scored
from landslide_plugin.core.evaluation.baselines import fit_logistic
from landslide_plugin.core.evaluation.metrics import auroc, average_precision
from landslide_plugin.core.evaluation.model_names import NAMES
from landslide_plugin.core.model.calibration import log_odds
from landslide_plugin.core.model.comparison import NETWORK, STACK, compare
from landslide_plugin.core.model.compiled import prepare_tensorflow
from landslide_plugin.core.model.families import FAMILIES
from landslide_plugin.core.model.fitting import Workshop
from landslide_plugin.core.model.held_out import cross_calibrated
from landslide_plugin.core.model.partitions import spatial_partitions
from landslide_plugin.core.model.settings import TrainSettings
from landslide_plugin.core.progress import SILENT

ENVIRONMENT = "worker"
FIRST_SEED, REALISATIONS = 100, 10
ORACLE = "oracle"
SETTINGS = {"seed": 0, "batch_size": 256, "members": 3, "cv_members": 1, "cv_folds": 3}
FOLDS = {**SETTINGS, "cv_folds": 5}
OURS = (NETWORK, STACK)


def slope_against_truth(truth: np.ndarray, p: np.ndarray) -> float:
    """Slope of the true log odds on those of P, by the regression that true probabilities as labels give."""
    odds = log_odds(p)[:, None]
    both = np.concatenate([np.ones(len(p)), np.zeros(len(p))])
    return float(
        fit_logistic(
            np.concatenate([odds, odds]), both, weights=np.concatenate([truth, 1 - truth])
        ).coefficients[0]
    )


def northern_rows(count: int, workshop: Workshop) -> list[Row]:
    """The notebook's split over all realisations."""
    settings = TrainSettings.from_dict(SETTINGS)
    figures: dict[str, list[tuple[float, float]]] = {}
    pooled: dict[str, list[np.ndarray]] = {}
    for seed in range(FIRST_SEED, FIRST_SEED + count):
        drawn = realisation(seed)
        train, test = drawn.data.take(drawn.train), drawn.data.take(~drawn.train)
        answers = scored(train, test, settings, workshop).probability
        answers[ORACLE] = drawn.truth[~drawn.train]
        for name, p in answers.items():
            pooled.setdefault(name, []).append(p)
            figures.setdefault(name, []).append((auroc(test.labels, p), average_precision(test.labels, p)))
        print(seed, {name: round(values[-1][0], 4) for name, values in figures.items()}, file=sys.stderr)
    rows = []
    for name, values in figures.items():
        called, mean = NAMES.get(name, name).lower(), np.mean(values, axis=0)
        rows.append(Row(f"north: AUROC, {called}", mean[0], "", None, None, f"{count} realisations"))
        rows.append(Row(f"north: AUC-PR, {called}", mean[1], ""))
    means = {name: float(np.mean(values, axis=0)[0]) for name, values in figures.items()}
    best = max(FAMILIES, key=lambda name: means[name])
    for name in OURS:
        difference = [one[0] - other[0] for one, other in zip(figures[name], figures[best])]
        error = float(np.std(difference, ddof=1) / np.sqrt(count)) if count > 1 else float("nan")
        words = f"{NAMES[best].lower()} is the best baseline; standard error {error:.4f}"
        rows.append(
            at_least(
                f"north: {NAMES[name].lower()} minus the best baseline",
                means[name] - means[best],
                "AUROC",
                -0.005,
                words,
            )
        )
    truth = np.concatenate(pooled[ORACLE])
    for name in OURS:
        rows += calibration_rows(f"north: {NAMES[name].lower()}", truth, np.concatenate(pooled[name]))
    return rows


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
    settings = TrainSettings.from_dict(FOLDS)
    p: dict[str, list[np.ndarray]] = {name: [] for name in OURS}
    truth, labels = [], []
    for seed in range(FIRST_SEED, FIRST_SEED + count):
        drawn = realisation(seed)
        partitions = spatial_partitions(drawn.data, settings)
        found = compare(drawn.data, settings, (NETWORK, *FAMILIES), partitions, workshop, SILENT)
        for name in OURS:
            p[name].append(
                cross_calibrated(drawn.data.labels, partitions, found.probability[name], "platt")[0]
            )
        truth.append(drawn.truth)
        labels.append(drawn.data.labels)
    rows = []
    for name in OURS:
        answers = np.concatenate(p[name])
        known = np.isfinite(answers)
        called = f"folds: {NAMES[name].lower()}"
        rows += calibration_rows(called, np.concatenate(truth)[known], answers[known])
        rows.append(Row(f"{called}, AUROC", auroc(np.concatenate(labels)[known], answers[known]), ""))
    return rows


def main(count: int) -> None:
    """Measure and write ``build/bench/andes.json``."""
    prepare_tensorflow()
    workshop = Workshop()
    write_rows("andes", northern_rows(count, workshop) + folds_rows(max(count // 5, 1), workshop))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else REALISATIONS)
