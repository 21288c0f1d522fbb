"""What the soil profile gives, and in which form: as a sequence, flattened, with its layers shuffled, or not at all.

On the synthetic area with cells of 300 m, labels drawn from the layered probability of failure with noise: there
the profile is part of the cause. The south trains, the northern fifth is scored.
"""

from __future__ import annotations

import sys
from dataclasses import replace

import numpy as np

from benchmarks.common.andes_data import realisation
from benchmarks.common.table import Row, write_rows
from benchmarks.study.sparse import CELL_M, TRUE, interval, world
from landslide_plugin.core.evaluation.metrics import auroc
from landslide_plugin.core.evaluation.reliability import log_loss
from landslide_plugin.core.model.fitting.data import TrainingData
from landslide_plugin.core.model.fitting.ensemble import Workshop, fit_ensemble
from landslide_plugin.core.model.fitting.settings import TrainSettings
from landslide_plugin.core.model.network.keras_twin import prepare_tensorflow
from landslide_plugin.core.model.validation.cross_validation import own_and_mapped
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.types.factors import FactorSpec

ENVIRONMENT = "worker"
REALISATIONS, FIRST_SEED = 5, 300
SETTINGS = {"seed": 0, "members": 1, "batch_size": 128, "learning_rate": 1e-3}
SEQUENCE, FLAT, SHUFFLED, NONE = "as a sequence", "flattened", "layers shuffled in each cell", "none"


def forms(data: TrainingData, seed: int) -> dict[str, TrainingData]:
    """The same samples with the profile in each form."""
    static, profile = data.cells.static, data.cells.profile
    rng = np.random.default_rng([seed, 3])
    order = rng.permuted(np.tile(np.arange(profile.shape[1]), (len(profile), 1)), axis=1)
    shuffled = np.take_along_axis(profile, order[:, :, None], axis=1)
    names = [f"{name}_{layer}" for layer in range(profile.shape[1]) for name in data.soil.properties]
    wide = replace(data.cells, static=np.hstack([static, profile.reshape(len(profile), -1)]), profile=None)
    return {
        SEQUENCE: data,
        FLAT: replace(
            data, specs=(*data.specs, *(FactorSpec(name) for name in names)), cells=wide, soil=None
        ),
        SHUFFLED: replace(data, cells=replace(data.cells, profile=shuffled)),
        NONE: replace(data, cells=replace(data.cells, profile=None), soil=None),
    }


def main(realisations: int) -> None:
    """Measure and write ``build/bench/study_profile.json``."""
    prepare_tensorflow()
    settings, workshop = TrainSettings.from_dict(SETTINGS), Workshop()
    found: dict[str, list[tuple[float, float]]] = {}
    for seed in range(FIRST_SEED, FIRST_SEED + realisations):
        data, _ = world(seed, TRUE)
        train = realisation(seed, CELL_M).train
        plain = replace(
            data, cells=replace(data.cells, prior_pf=None, prior_fs=None), scenarios=None, reference=0
        )
        for name, form in forms(plain, seed).items():
            model = fit_ensemble(form.take(train), settings, settings.members, workshop, SILENT)
            test = form.take(~train)
            p = own_and_mapped(model, test)[0]
            found.setdefault(name, []).append((auroc(test.labels, p), log_loss(test.labels, p)))
            print(seed, name, found[name][-1], file=sys.stderr, flush=True)
    rows = []
    for name, values in found.items():
        rows.append(Row(f"profile {name}: AUROC", float(np.mean(values, axis=0)[0]), ""))
        rows.append(Row(f"profile {name}: log loss", float(np.mean(values, axis=0)[1]), ""))
    for name in (FLAT, SHUFFLED, NONE):
        for i, figure in enumerate(("AUROC", "log loss")):
            mean, low, high = interval([a[i] - b[i] for a, b in zip(found[SEQUENCE], found[name])])
            words = f"95 % interval {low:+.4f} to {high:+.4f}, {realisations} realisations"
            rows.append(Row(f"{figure}, sequence minus {name}", mean, "", None, None, words))
    write_rows("study_profile", rows)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else REALISATIONS)
