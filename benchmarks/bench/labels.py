"""Do P and its rise with the storm follow the truth, for either sampling? Eight made-up storms, two of them quiet."""

from __future__ import annotations

import numpy as np

from benchmarks.common.table import Row, at_most, write_rows
from landslide_plugin.core.model.families.ensemble import Ensemble
from landslide_plugin.core.model.fitting.data import TrainingData
from landslide_plugin.core.model.fitting.ensemble import Workshop, fit_ensemble
from landslide_plugin.core.model.fitting.families import FAMILIES, fit_family
from landslide_plugin.core.model.fitting.preparation import prepare
from landslide_plugin.core.model.fitting.settings import TrainSettings
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.types.odds import probability_of
from tools.check.storms import STORMS, UNSEEN, Storms, data_of, sampled, storms, table

ENVIRONMENT = "worker"
RATIOS = (1.0, 10.0)
SEEDS = (1, 2, 4)
MEMBERS = 1
EVERY = 11
ALLOWED = 0.2
PERIODS = tuple(sorted((*STORMS[2:], *UNSEEN)))


def ratios(model: Ensemble, world: Storms) -> np.ndarray:
    """Mean P over the area at storms seen and unseen, as a share of the truth."""
    truth = np.array([world.truth(period)[::EVERY].mean() for period in PERIODS])
    logits = model.logits(world.static[::EVERY], None, table(PERIODS).values) + np.float32(model.shift)
    return np.asarray(probability_of(logits).mean(axis=(0, 1)) / truth)


def fitted(family: str, data: TrainingData, settings: TrainSettings) -> Ensemble:
    """A family, or the networks, on all rows."""
    if family == "ensemble":
        return fit_ensemble(data, settings, MEMBERS, Workshop(), SILENT)
    return fit_family(family, prepare(data, settings), settings.ridge, settings.seed)


def figures(family: str, settings: TrainSettings, seeds: tuple[int, ...]) -> list[Row]:
    """Largest distance from the truth over the storms, and between the two samplings, over some worlds."""
    off, apart = [], []
    for seed in seeds:
        world = storms(seed=seed)
        found = [ratios(fitted(family, data_of(world, sampled(world, r)), settings), world) for r in RATIOS]
        off.append([float(np.abs(part - 1.0).max()) for part in found])
        apart.append(float(np.abs(found[0] / found[1] - 1.0).max()))
    rows = [
        at_most(
            f"{family}: mean P off the truth, sampled 1:{ratio:g}", float(np.mean(part)), "share", ALLOWED
        )
        for ratio, part in zip(RATIOS, zip(*off))
    ]
    return [*rows, at_most(f"{family}: 1:1 against 1:10", float(np.mean(apart)), "share", ALLOWED)]


def main() -> None:
    """Write the figures of every family."""
    settings = TrainSettings.from_dict({})
    rows = [row for family in FAMILIES for row in figures(family, settings, SEEDS)]
    rows += figures("ensemble", settings, SEEDS[:1])
    write_rows("labels", rows)


if __name__ == "__main__":
    main()
