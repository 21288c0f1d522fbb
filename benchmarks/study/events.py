"""Where and when: event models on the years 2020 and 2021 of South Tyrol, and on storms over slopes of known truth.

``python -m benchmarks.study.events [sealed] [network] [simulated]``: all unless some are named. The years 2020 and
2021 are in ``sealed``; nothing is chosen by them. The published protocols are in ``benchmarks.study.event_protocols``.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from benchmarks.common.simulated_storms import drawn_labels, failure_chance, storm_rain
from benchmarks.common.south_tyrol import FIRST_SEALED, SouthTyrol, south_tyrol
from benchmarks.common.table import Row, write_rows
from landslide_plugin.core.evaluation.metrics import auroc
from landslide_plugin.core.evaluation.model_names import named_within
from landslide_plugin.core.evaluation.reliability import log_loss
from landslide_plugin.core.model.events.families import FAMILIES
from landslide_plugin.core.model.events.held_out import (
    STACK,
    Recipe,
    fit_all,
    held_out_probability,
    votes_of,
)
from landslide_plugin.core.model.events.judging import LEAST_GAIN, gain
from landslide_plugin.core.model.events.model import NETWORK
from landslide_plugin.core.model.events.network import NetworkSettings, storm_parts
from landslide_plugin.core.model.events.samples import EventRows, EventSamples, day_of_year
from landslide_plugin.core.model.events.training import COMPARATORS
from landslide_plugin.core.model.network.keras_twin import prepare_tensorflow
from landslide_plugin.core.model.validation.votes import pooled
from landslide_plugin.core.progress import SILENT, Progress
from landslide_plugin.core.types.factors import FactorSpec
from landslide_plugin.core.types.odds import log_odds
from landslide_plugin.core.types.rain import RainColumns

ENVIRONMENT = "worker"
Floats = npt.NDArray[np.float64]
SEED = 1
PARTS = ("sealed", "network", "simulated")
CHOSEN = NetworkSettings(members=3, epochs=20, patience=5, batch_size=256)
"""The network that did best on the storms of 2012 to 2019, of those tried."""
SEEDS = (101, 102)
"""Of simulated areas that nothing was chosen by."""
PLACES = 250
"""Of a simulated area, each a row in every storm."""


def sealed(area: SouthTyrol, with_network: bool) -> list[Row]:
    """2020 and 2021 by models of 2012 to 2019, read once; and the network's verdict by the rule."""
    samples = area.samples
    before, after = samples.take(samples.years < FIRST_SEALED), samples.take(samples.years >= FIRST_SEALED)
    names = (*FAMILIES, NETWORK) if with_network else FAMILIES
    if with_network:
        prepare_tensorflow()
    recipe = Recipe(names, seed=SEED, network=CHOSEN)
    parts = storm_parts(before, 5, SEED)
    made: dict[object, object] = {}
    inside = held_out_probability(before, parts, Recipe(FAMILIES, seed=SEED), SILENT)
    votes = votes_of(before, inside, parts, FAMILIES)
    found = fit_all(before, recipe, Progress(info=print), made).families(after.rows, every=True)
    found[STACK] = pooled(found, votes)
    rows = score_rows("2020 and 2021", after, found)
    return rows + (verdict_rows("2020 and 2021", after, found) if with_network else [])


def score_rows(called: str, samples: EventSamples, found: Mapping[str, Floats]) -> list[Row]:
    """AUROC, log loss and expected over observed of each family."""
    rows = []
    for name, p in found.items():
        said = f"expected over observed {p.sum() / samples.labels.sum():.2f}"
        rows.append(
            Row(
                f"{called}: log loss, {_called(name)}", log_loss(samples.labels, p), "nat", compared_with=said
            )
        )
        rows.append(Row(f"{called}: AUROC, {_called(name)}", auroc(samples.labels, p), ""))
    return rows


def _called(name: str) -> str:
    return "the truth itself" if name == "truth" else named_within(name)


def verdict_rows(called: str, samples: EventSamples, found: Mapping[str, Floats]) -> list[Row]:
    """What the network gains over each comparator, by the rule that was written down first."""
    rows = []
    for name in COMPARATORS:
        one = gain(samples.labels, found[NETWORK], found[name], samples.storms)
        rows.append(
            Row(
                f"{called}: network's gain over {named_within(name)}",
                one.mean,
                "nat",
                LEAST_GAIN,
                one.shown,
                one.words(),
            )
        )
    return rows


def simulated_rows(storms: int, places: int, seed: int, first: int = 0) -> tuple[EventSamples, Floats]:
    """Rows of storms over slopes of an area, and the true chance of each row.

    The area and its soils come from the seed; so do the storms, from ``first`` on.
    """
    rng = np.random.default_rng([seed, 0])
    slope = np.clip(rng.normal(30.0, 5.0, places), 10.0, 42.0)
    cell = rng.integers(0, 25, places)
    rain = storm_rain(first + storms, 25, 120, seed)[first:, cell].reshape(-1, 120)
    tilted = np.tile(slope, storms)
    chance = failure_chance(tilted, rain, 1.0, seed)
    storm = np.repeat(np.arange(first, first + storms), places)
    days = np.datetime64("2015-01-01", "D") + 17 * storm
    samples = EventSamples(
        rows=EventRows(tilted[:, None].astype(np.float32), rain.astype(np.float32), day_of_year(days)),
        specs=(FactorSpec("slope", "continuous", "deg"),),
        rain=RainColumns(1.0, 120),
        labels=drawn_labels(chance, seed + first),
        days=days,
        storms=storm,
    )
    return samples, chance


def simulated(seeds: Sequence[int], with_network: bool) -> list[Row]:
    """Ten storms of each simulated area train; P of ten others is held against the truth and against each other."""
    names = (*FAMILIES, NETWORK) if with_network else FAMILIES
    if with_network:
        prepare_tensorflow()
    kept: dict[str, list[Floats]] = {}
    truths, unseen_of, rows = [], [], []
    made: dict[object, object] = {}
    for seed in seeds:
        seen, _ = simulated_rows(10, PLACES, seed)
        unseen, truth = simulated_rows(10, PLACES, seed, first=10)
        recipe = Recipe(names, season=False, seed=SEED, network=CHOSEN)
        parts = storm_parts(seen, 5, SEED)
        inside = held_out_probability(seen, parts, Recipe(FAMILIES, season=False, seed=SEED), SILENT)
        found = fit_all(seen, recipe, SILENT, made).families(unseen.rows, every=True)
        found[STACK] = pooled(found, votes_of(seen, inside, parts, FAMILIES))
        for name, p in found.items():
            kept.setdefault(name, []).append(p)
        truths.append(truth)
        unseen_of.append(replace(unseen, storms=unseen.storms + 1000 * seed))
        print(f"simulated area {seed} done", flush=True)
    truth, every = np.concatenate(truths), joined(unseen_of)
    found = {name: np.concatenate(parts) for name, parts in kept.items()}
    rows += score_rows("simulated", every, {**found, "truth": truth})
    for name, p in found.items():
        rows += truth_rows(name, p, truth)
    return rows + (verdict_rows("simulated", every, found) if with_network else [])


def truth_rows(name: str, p: Floats, truth: Floats) -> list[Row]:
    """How near probabilities come to the truth of storms that trained nothing."""
    error = float(np.sqrt(np.mean((p - truth) ** 2)))
    rank = float(np.corrcoef(log_odds(p, guard=1e-4), log_odds(truth, guard=1e-4))[0, 1])
    said = f"spread of the truth {truth.std():.3f}; mean {p.mean():.3f}, true {truth.mean():.3f}"
    return [
        Row(f"simulated: error of P on unseen storms, {named_within(name)}", error, "", compared_with=said),
        Row(f"simulated: correlation of log odds with the truth, {named_within(name)}", rank, ""),
    ]


def joined(parts: Sequence[EventSamples]) -> EventSamples:
    """Labels and storms of several areas one after the other."""
    return replace(
        parts[0],
        labels=np.concatenate([part.labels for part in parts]),
        storms=np.concatenate([part.storms for part in parts]),
        days=np.concatenate([part.days for part in parts]),
    )


def main(asked: Sequence[str]) -> None:
    """Measure the parts asked for and write ``build/bench/events_*.json``."""
    parts = [part for part in PARTS if part in asked] or list(PARTS)
    with_network = "network" in parts
    if "sealed" in parts or with_network:
        write_rows("events_sealed", sealed(south_tyrol(), with_network))
    if "simulated" in parts or with_network:
        write_rows("events_simulated", simulated(SEEDS, with_network))


if __name__ == "__main__":
    main(sys.argv[1:])
