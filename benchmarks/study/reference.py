"""The reference study on its own data: its five methods as it trains them, several seeds, next to ours.

Its table is printed as mean and range over the seeds; a printed figure is met if it lies within the range, or
within two standard deviations of the mean. Ours are this software's models on the same split, seed 42: labels
of the inventory, statistics of the training part, thresholds from folds inside it.

The study's single network is at once the third member of its ensemble here; there the two differ by chance alone.
"""

from __future__ import annotations

import sys
from typing import Any

import numpy as np

from benchmarks.common.andes_data import realisation
from benchmarks.common.held_out import scored
from benchmarks.common.reference_form import STACKS, T50, Inputs, Studio, inputs_of, probability
from benchmarks.common.table import RESULTS, Row, write_rows
from landslide_plugin.core.evaluation.metrics import best_threshold, scores
from landslide_plugin.core.evaluation.model_names import NAMES
from landslide_plugin.core.model.fitting.ensemble import Workshop
from landslide_plugin.core.model.fitting.settings import TrainSettings
from landslide_plugin.core.model.network.keras_twin import prepare_tensorflow
from landslide_plugin.core.synthetic import synthetic_andes

ENVIRONMENT = "worker"
SEEDS = 5
PRINTED = {
    "Logistic regression": (0.9691, 0.6725, 0.6280, 0.434),
    "Random forest": (0.9430, 0.7455, 0.6119, 0.337),
    "BaseAttentive": (0.9462, 0.6658, 0.5194, 0.375),
    "BaseAttentive, ensemble": (0.9534, 0.6473, 0.4800, 0.415),
    "BaseAttentive, physics": (0.9270, 0.5505, 0.0000, 0.488),
}
FIGURES = ("AUROC", "AUC-PR", "MCC", "FS-rho")
CLAMP = (0.05, 0.95)


def row_of(labels: np.ndarray, p: np.ndarray, prior: np.ndarray, cut: float) -> tuple[float, ...]:
    """AUROC, AUC-PR, MCC and Spearman's correlation with the prior."""
    from scipy.stats import spearmanr

    found = scores(labels, p, cut)
    return found["auroc"], found["auc_pr"], found["mcc"], float(spearmanr(prior, p).statistic)


def clamped(labels: np.ndarray, p: np.ndarray) -> float:
    """The study's threshold: chosen on the test labels themselves, and kept within 0.05 and 0.95."""
    return float(np.clip(best_threshold(labels, p), *CLAMP))


def classical(inputs: Inputs) -> dict[str, np.ndarray]:
    """Probabilities of the north by the study's logistic regression and forest."""
    from sklearn.ensemble import RandomForestClassifier
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    n, north = len(inputs.static), inputs.north
    table = np.hstack([inputs.static, inputs.profile.reshape(n, -1), inputs.triggers.reshape(n, -1)])
    scaler = StandardScaler().fit(table[~north])
    models: dict[str, Any] = {
        "Logistic regression": LogisticRegression(C=1.0, max_iter=300, random_state=42),
        "Random forest": RandomForestClassifier(n_estimators=200, max_depth=12, random_state=42, n_jobs=1),
    }
    return {
        name: model.fit(scaler.transform(table[~north]), inputs.labels[~north]).predict_proba(
            scaler.transform(table[north])
        )[:, 1]
        for name, model in models.items()
    }


def attentive(studio: Studio, seed: int) -> dict[str, np.ndarray]:
    """Probabilities of the north at T50 by the study's three networks of one seed."""
    import keras

    keras.utils.set_random_seed(seed)
    inputs = studio.inputs
    south, north = np.flatnonzero(~inputs.north), np.flatnonzero(inputs.north)

    def answer(model: Any) -> np.ndarray:
        return probability(model, inputs, north)[:, T50]

    members = [answer(studio.member(south, stack)) for stack in STACKS]
    found = {
        "BaseAttentive": members[-1],
        "BaseAttentive, ensemble": np.mean(members, axis=0),
        "BaseAttentive, physics": answer(studio.physics(south, seed)),
    }
    labels = inputs.labels[north]
    print(seed, {name: scores(labels, p, 0.5)["auroc"] for name, p in found.items()}, file=sys.stderr)
    return found


def kept(studio: Studio, seed: int) -> dict[str, np.ndarray]:
    """Answers of a seed, from ``build/bench`` if they were measured before: a run cut short goes on from there."""
    path = RESULTS / f"study_reference_seed_{seed}.npz"
    if not path.exists():
        found = attentive(studio, seed)
        RESULTS.mkdir(parents=True, exist_ok=True)
        np.savez(path, **found)
    with np.load(path, allow_pickle=False) as stored:
        return {name: stored[name] for name in stored.files}


def their_rows(inputs: Inputs, seeds: int) -> list[Row]:
    """The study's table over the seeds, each figure with the printed one."""
    labels, prior = inputs.labels[inputs.north], inputs.fs_prior[inputs.north]
    found: dict[str, list[tuple[float, ...]]] = {}
    studio = Studio(inputs)
    answers = [classical(inputs)] + [kept(studio, seed) for seed in range(seeds)]
    for answer in answers:
        for name, p in answer.items():
            found.setdefault(name, []).append(row_of(labels, p, prior, clamped(labels, p)))
    rows = []
    for name, printed in PRINTED.items():
        table = np.array(found[name])
        for i, figure in enumerate(FIGURES):
            mean, low, high = table[:, i].mean(), table[:, i].min(), table[:, i].max()
            spread = 2.0 * table[:, i].std(ddof=1) if len(table) > 1 else 5e-4
            within = min(low, mean - spread) <= printed[i] <= max(high, mean + spread)
            words = f"range {low:.3f} to {high:.3f}, {len(table)} seeds" if len(table) > 1 else "exact"
            rows.append(
                Row(f"reference form: {name}, {figure}", float(mean), "", printed[i], bool(within), words)
            )
    return rows


def our_rows() -> list[Row]:
    """The models of this software on the same split."""
    drawn = realisation(42)
    train, test = drawn.data.take(drawn.train), drawn.data.take(~drawn.train)
    fs = drawn.area.legacy_fs[T50].ravel()[~drawn.train].astype(np.float64)
    prior = 1.0 / (1.0 + np.exp(4.0 * (fs - 1.0)))
    found = scored(
        train, test, TrainSettings.from_dict({"seed": 0, "cv_repeats": 1}, len(train.labels)), Workshop()
    )
    rows = []
    answers = {NAMES[name].lower(): p for name, p in found.probability.items()}
    cuts = {NAMES[name].lower(): cut for name, cut in found.threshold.items()}
    truth = drawn.truth[~drawn.train]
    answers["true probability of a label"] = truth
    cuts["true probability of a label"] = best_threshold(train.labels, drawn.truth[drawn.train])
    for name, p in answers.items():
        for figure, value in zip(FIGURES, row_of(test.labels, p, prior, cuts[name])):
            rows.append(Row(f"ours: {name}, {figure}", value, ""))
    return rows


def main(seeds: int) -> None:
    """Measure and write ``build/bench/study_reference.json``."""
    prepare_tensorflow()
    rows = our_rows() + their_rows(inputs_of(synthetic_andes()), seeds)
    write_rows("study_reference", rows)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else SEEDS)
