"""What a guaranteed order of the triggers costs, and what a penalty leaves falling, over five made-up areas.

Cells of the synthetic area with cells of 300 m, labels drawn from the layered probability of failure at the reference
scenario, that probability as the prior in all scenarios: physics-informed training as it is by default, on 600 cells,
scored on all others. Each area has its own seed, for the draw of the area and for the networks.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import numpy as np

from benchmarks.bench.scenarios import falls
from benchmarks.common.table import Row, at_least, write_rows
from benchmarks.study.sparse import TRUE, interval, world
from landslide_plugin.core.evaluation.metrics import auroc
from landslide_plugin.core.evaluation.reliability import log_loss
from landslide_plugin.core.model.fitting.ensemble import Workshop, fit_ensemble
from landslide_plugin.core.model.fitting.settings import TrainSettings
from landslide_plugin.core.model.network.keras_twin import prepare_tensorflow
from landslide_plugin.core.model.validation.cross_validation import own_and_mapped
from landslide_plugin.core.progress import SILENT

ENVIRONMENT = "worker"
SEEDS = (801, 802, 803, 804, 805)
SAMPLES, MEMBERS = 600, 2
ALLOWED = 0.005
FORMS = ("penalty", "guaranteed")
ARCHITECTURES = ("residual_chosen", "plain")


def scored(seed: int, form: str, architecture: str, workshop: Workshop) -> tuple[float, float, float]:
    """AUROC and log loss at the reference scenario, and the share of falling pairs in percent."""
    data, _ = world(seed, TRUE)
    order = np.random.default_rng([seed, SAMPLES]).permutation(len(data.labels))
    train, test = data.take(np.sort(order[:SAMPLES])), data.take(np.sort(order[SAMPLES:]))
    settings = TrainSettings.from_dict(
        {"seed": seed, "trigger_order": form, "architecture": architecture}, SAMPLES
    )
    model = fit_ensemble(train, settings, MEMBERS, workshop, SILENT)
    p = own_and_mapped(model, test)[0]
    known = np.isfinite(p)
    every = model.probability(test.cells.static, test.cells.profile, test.triggers()).mean(axis=0)
    share = 100.0 * falls(every[known])[0]
    return auroc(test.labels[known], p[known]), log_loss(test.labels[known], p[known]), share


def main(seeds: Sequence[int]) -> None:
    """Measure and write ``build/bench/order.json``."""
    prepare_tensorflow()
    workshop, rows = Workshop(), []
    for architecture in ARCHITECTURES:
        found: dict[str, list[tuple[float, float, float]]] = {form: [] for form in FORMS}
        for seed in seeds:
            for form in FORMS:
                found[form].append(scored(seed, form, architecture, workshop))
                print(architecture, seed, form, found[form][-1], file=sys.stderr, flush=True)
        for form, each in found.items():
            area, loss, falling = np.array(each).T
            told = f"{area.min():.4f} to {area.max():.4f} over {len(each)} areas"
            rows.append(Row(f"{architecture}, {form}: AUROC, mean", float(area.mean()), "", None, None, told))
            rows.append(Row(f"{architecture}, {form}: log loss, mean", float(loss.mean()), ""))
            told = f"{falling.min():.3f} to {falling.max():.3f} over {len(each)} areas"
            name = f"{architecture}, {form}: pairs in which P falls by more than 0.001, mean"
            rows.append(Row(name, float(falling.mean()), "%", None, None, told))
        mean, low, high = interval([a[0] - b[0] for a, b in zip(found["guaranteed"], found["penalty"])])
        words = f"95 % interval {low:+.4f} to {high:+.4f}"
        rows.append(at_least(f"{architecture}: AUROC, guaranteed minus penalty", mean, "", -ALLOWED, words))
    write_rows("order", rows)


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SEEDS)
