"""Does the slope-stability prior help where few landslides are mapped? Three worlds, 20 sparse inventories each.

The synthetic area with cells of 300 m, where slopes fail. Each inventory is a random tenth of the cells of
another realisation; the model is scored on all other cells. In the one world labels are drawn from the layered
probability of failure with noise on its log odds; in the second from that of a slope whose water gathers in
hollows, of which the prior knows nothing; in the third they are the reference study's, which follow slope and
faults. Lambda is chosen by spatial folds within the inventory, on the linear part alone, which minimises the same
loss as the networks.

``python -m benchmarks.study.sparse [number of inventories] [true] [hollows] [study]``: all worlds unless some are
named, each written as soon as it is done.

Realisations are independent, so intervals of the paired differences are Student's over inventories.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from benchmarks.common.andes_data import gathered, realisation, with_prior
from benchmarks.common.table import Row, at_least, at_most, write_rows
from landslide_plugin.core.evaluation.metrics import auroc
from landslide_plugin.core.evaluation.reliability import log_loss
from landslide_plugin.core.model.fitting.data import FEWEST_LANDSLIDES, TrainingData
from landslide_plugin.core.model.fitting.ensemble import Workshop, fit_ensemble
from landslide_plugin.core.model.fitting.lambda_search import CANDIDATES, search_lambda
from landslide_plugin.core.model.fitting.preparation import fit_base
from landslide_plugin.core.model.fitting.settings import TrainSettings
from landslide_plugin.core.model.network.keras_twin import prepare_tensorflow
from landslide_plugin.core.model.validation.cross_validation import own_and_mapped
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.types.odds import log_odds, probability_of

ENVIRONMENT = "worker"
INVENTORIES, SHARE, CELL_M, FIRST_SEED = 20, 0.1, 300.0, 200
NOISE = 1.0
SETTINGS = {
    "architecture": "residual_additive",
    "members": 1,
    "epochs": 40,
    "patience": 10,
    "physics_warmup": 0,
    "learning_rate": 2e-3,
    "dropout": 0.1,
}
TRUE, HOLLOWS, STUDY = (
    "physics true",
    "water gathers in hollows, the prior's does not",
    "the study's inventory",
)
WORLDS = {"true": TRUE, "hollows": HOLLOWS, "study": STUDY}
PF, FREE, INFORMED = "Pf alone", "without prior", "with prior"
BASE = "additive part alone, largest lambda"


def world(seed: int, called: str) -> tuple[TrainingData, np.ndarray]:
    """All cells of a realisation, and the probability (n,) with which its labels were drawn."""
    plain = realisation(seed, CELL_M)
    drawn = with_prior(plain)
    data = drawn.data
    if called == STUDY:
        return data, drawn.truth
    rng = np.random.default_rng([seed, 1])
    cause = with_prior(plain, gathered(plain)).data if called == HOLLOWS else data
    pf = cause.cells.prior_pf[:, data.reference].astype(np.float64)
    noisy = probability_of(log_odds(pf, guard=1e-4) + rng.normal(0.0, NOISE, len(pf)))
    truth = np.where(np.isfinite(pf), noisy, 0.0)
    return replace(data, labels=(rng.random(len(pf)) < truth).astype(np.int8)), truth


def inventory(data: TrainingData, seed: int) -> tuple[TrainingData, TrainingData]:
    """A tenth of the cells as samples, the others as unlabelled cells of the physics terms; and the others."""
    rng = np.random.default_rng([seed, 2])
    while True:
        mapped = np.zeros(len(data.labels), bool)
        mapped[rng.choice(len(mapped), round(SHARE * len(mapped)), replace=False)] = True
        if data.labels[mapped].sum() >= FEWEST_LANDSLIDES:
            return replace(data.take(mapped), extra=data.cells.take(~mapped)), data.take(~mapped)


def fs_rho(data: TrainingData, p: np.ndarray) -> float:
    """Spearman's correlation of -FS and P where physics assessed."""
    from scipy.stats import spearmanr

    fs = data.cells.prior_fs[:, data.reference]
    known = np.isfinite(fs)
    return float(spearmanr(-fs[known], p[known]).statistic)


def one(seed: int, called: str, workshop: Workshop) -> dict[str, float]:
    """Scores of an inventory, keyed by model and score."""
    data, truth = world(seed, called)
    train, rest = inventory(data, seed)
    settings = TrainSettings.from_dict({**SETTINGS, "seed": seed, "physics_lambda": 0.0})
    weight = search_lambda(train, settings).chosen
    p = {PF: np.nan_to_num(rest.cells.prior_pf[:, rest.reference].astype(np.float64))}
    for name, value in ((FREE, 0.0), (INFORMED, weight)):
        if value == 0.0 and FREE in p:
            p[name] = p[FREE]
            continue
        model = fit_ensemble(
            train, replace(settings, physics_lambda=value), settings.members, workshop, SILENT
        )
        p[name] = own_and_mapped(model, rest)[0]
    held = fit_base(train, replace(settings, physics_lambda=CANDIDATES[-1]))
    p[BASE] = own_and_mapped(held, rest)[0]
    # A lithology that the inventory never met has no prediction.
    known = np.isfinite(list(p.values())).all(axis=0)
    wanted, rest = world_truth(data, train, truth)[known], rest.take(known)
    p = {name: values[known] for name, values in p.items()}
    found = {"lambda": weight, "oracle FS-rho": fs_rho(rest, wanted)}
    for name, values in p.items():
        found[f"{name} AUROC"] = auroc(rest.labels, values)
        found[f"{name} log loss"] = log_loss(rest.labels, values)
        found[f"{name} FS-rho"] = fs_rho(rest, values)
    return found


def world_truth(data: TrainingData, train: TrainingData, truth: np.ndarray) -> np.ndarray:
    """True probabilities of the cells that are not samples."""
    mapped = np.isin(data.groups, train.groups)
    return truth[~mapped]


def interval(differences: Sequence[float]) -> tuple[float, float, float]:
    """Mean and 95 % interval by Student's t."""
    from scipy.stats import t

    values = np.array(differences)
    half = t.ppf(0.975, len(values) - 1) * values.std(ddof=1) / np.sqrt(len(values))
    return float(values.mean()), float(values.mean() - half), float(values.mean() + half)


def world_rows(called: str, found: Sequence[dict[str, float]]) -> list[Row]:
    """Rows of one world."""

    def column(name: str) -> np.ndarray:
        return np.array([row[name] for row in found])

    rows = [
        Row(f"{called}: {score}, {name}", float(column(f"{name} {score}").mean()), "")
        for score in ("AUROC", "log loss", "FS-rho")
        for name in (PF, FREE, INFORMED, BASE)
    ]
    rows.append(Row(f"{called}: FS-rho, the truth", float(column("oracle FS-rho").mean()), ""))
    weights, counts = np.unique(column("lambda"), return_counts=True)
    words = ", ".join(f"{weight:g}: {count}" for weight, count in zip(weights, counts))
    rows.append(
        Row(f"{called}: lambda chosen, median", float(np.median(column("lambda"))), "", None, None, words)
    )
    gain, low, high = interval(column(f"{INFORMED} AUROC") - column(f"{FREE} AUROC"))
    less, less_low, less_high = interval(column(f"{FREE} log loss") - column(f"{INFORMED} log loss"))
    to_pf = float((column(f"{INFORMED} AUROC") - column(f"{PF} AUROC")).mean())
    words = f"mean {gain:+.4f}, 95 % interval {low:+.4f} to {high:+.4f}"
    words_loss = f"mean {less:+.4f}, 95 % interval {less_low:+.4f} to {less_high:+.4f}"
    if called == TRUE:
        rows.append(at_least(f"{called}: AUROC gained by the prior, lower end", low, "", 0.0, words))
        rows.append(
            at_least(f"{called}: log loss saved by the prior, lower end", less_low, "", 0.0, words_loss)
        )
        rows.append(at_least(f"{called}: AUROC with prior minus Pf alone", to_pf, "", -0.01))
        return rows
    off = {
        name: np.abs(column(f"{name} FS-rho") - column("oracle FS-rho")).mean() for name in (FREE, INFORMED)
    }
    rows.append(at_least(f"{called}: AUROC gained by the prior", gain, "", -0.01, words))
    rows.append(Row(f"{called}: log loss saved by the prior", less, "", None, None, words_loss))
    rows.append(
        at_most(
            f"{called}: |FS-rho minus the oracle's|", off[INFORMED], "", off[FREE], "target: without prior"
        )
    )
    return rows


def main(asked: Sequence[str]) -> None:
    """Measure the worlds asked for, all unless some are named, and write ``build/bench/study_sparse_*.json``."""
    inventories = next((int(word) for word in asked if word.isdigit()), INVENTORIES)
    prepare_tensorflow()
    workshop = Workshop()
    for key, called in WORLDS.items():
        if not set(asked).isdisjoint(WORLDS) and key not in asked:
            continue
        found = []
        for seed in range(FIRST_SEED, FIRST_SEED + inventories):
            found.append(one(seed, called, workshop))
            print(called, seed, {k: round(v, 3) for k, v in found[-1].items()}, file=sys.stderr, flush=True)
        write_rows(f"study_sparse_{key}", world_rows(called, found))


if __name__ == "__main__":
    main(sys.argv[1:])
