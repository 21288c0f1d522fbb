"""Where and when: event models on South Tyrol by the published protocols, and on storms over slopes of known truth.

``python -m benchmarks.study.events [quick] [protocols] [votes] [sealed] [network] [simulated] [repeats=N]``: all parts
unless some are named. ``quick`` is the year and the k-means folds. Each protocol is written as soon as it is done. The
years 2020 and 2021 are in the protocols and in ``sealed``; nothing is
chosen by either.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from benchmarks.common.simulated_storms import drawn_labels, failure_chance, storm_rain
from benchmarks.common.south_tyrol import FEW, FIRST_SEALED, PUBLISHED, SouthTyrol, south_tyrol
from benchmarks.common.table import Row, at_least, write_rows
from landslide_plugin.core.evaluation.metrics import auroc
from landslide_plugin.core.evaluation.model_names import named_within
from landslide_plugin.core.evaluation.reliability import log_loss, reliability
from landslide_plugin.core.model.events.families import FAMILIES
from landslide_plugin.core.model.events.held_out import (
    STACK,
    Recipe,
    fit_all,
    held_out_probability,
    nested_stack,
    stacked,
    votes_of,
)
from landslide_plugin.core.model.events.judging import LEAST_GAIN, gain
from landslide_plugin.core.model.events.model import NETWORK
from landslide_plugin.core.model.events.network import NetworkSettings, storm_parts
from landslide_plugin.core.model.events.samples import EventRows, EventSamples, day_of_year
from landslide_plugin.core.model.events.training import COMPARATORS, yearly
from landslide_plugin.core.model.network.keras_twin import prepare_tensorflow
from landslide_plugin.core.model.validation.votes import pooled
from landslide_plugin.core.progress import SILENT, Progress
from landslide_plugin.core.types.factors import FactorSpec
from landslide_plugin.core.types.odds import log_odds
from landslide_plugin.core.types.rain import RainColumns

ENVIRONMENT = "worker"
Floats = npt.NDArray[np.float64]
PROTOCOLS = ("year", "k-means", "random", "lithology", "month")
REPEATED = ("random", "k-means")
REPEATS = 1
"""Of the two that are drawn at random, unless ``repeats=10`` asks for as many as were published."""
JUDGED = ("random", "k-means", "year")
SEED, INNER, DRAWS = 1, 3, 2000
PARTS = ("protocols", "votes", "sealed", "network", "simulated")
CHOSEN = NetworkSettings(members=3, epochs=20, patience=5, batch_size=256)
"""The network that did best on the storms of 2012 to 2019, of those tried."""
SEEDS = (101, 102)
"""Of simulated areas that nothing was chosen by."""
PLACES = 250
"""Of a simulated area, each a row in every storm."""


def fold_aurocs(labels: npt.NDArray[np.int8], p: Floats, folds: npt.NDArray[np.intp]) -> dict[int, float]:
    """AUROC of each fold that holds both kinds."""
    found = {}
    for fold in np.unique(folds):
        here = (folds == fold) & np.isfinite(p)
        if len(np.unique(labels[here])) == 2:
            found[int(fold)] = auroc(labels[here], p[here])
    return found


def interval(values: Sequence[float], middle: str) -> tuple[float, float, float]:
    """Mean or median of figures of folds, and its 95 % interval by the bootstrap over folds."""
    figures, of = np.array(values), {"mean": np.mean, "median": np.median}[middle]
    drawn = np.random.default_rng(0).integers(0, len(figures), (DRAWS, len(figures)))
    low, high = np.quantile(of(figures[drawn], axis=1), [0.025, 0.975])
    return float(of(figures)), float(low), float(high)


def protocol(area: SouthTyrol, name: str, repeats: int) -> list[Row]:
    """One published protocol: AUROC of each family and of the stacked mean over all folds, and what they differ by."""
    samples = area.without_lithology() if name == "lithology" else area.samples
    recipe, middle = Recipe(FAMILIES, seed=SEED), "median" if name in REPEATED else "mean"
    figures: dict[str, list[float]] = {}
    rows: list[Row] = []
    for repeat in range(repeats):
        folds = area.folds(name, repeat)
        held_out = held_out_probability(samples, folds, recipe, SILENT)
        held_out[STACK] = stacked(samples, held_out, folds, FAMILIES)
        for family, p in held_out.items():
            figures.setdefault(family, []).extend(fold_aurocs(samples.labels, p, folds).values())
        if repeat == 0:
            rows += in_one_run(samples, name, folds, held_out)
        print(f"{name}: repeat {repeat + 1} of {repeats} done", flush=True)
    told = [published_row(name, family, values, middle) for family, values in figures.items()]
    best = max(FAMILIES, key=lambda family: interval(figures[family], middle)[0])
    lag = np.array(figures[STACK]) - np.array(figures[best])
    mean, low, high = interval(lag.tolist(), "mean")
    words = f"{named_within(best)}; paired over folds, {low:+.4f} to {high:+.4f}"
    return [*told, at_least(f"{name}: stacked mean minus best single family", mean, "", -0.01, words), *rows]


def published_row(name: str, family: str, values: Sequence[float], middle: str) -> Row:
    """AUROC over all folds as published; the stacked mean is held against the published figure."""
    found, low, high = interval(values, middle)
    said = f"{PUBLISHED[name]:.3f} published; {low:.3f} to {high:.3f} over {len(values)} folds, {middle}"
    called = f"{name}: AUROC, {named_within(family)}"
    if family == STACK and name in JUDGED:
        return at_least(called, found, "", PUBLISHED[name], said)
    return Row(called, found, "", compared_with=said)


def in_one_run(
    samples: EventSamples, name: str, folds: npt.NDArray[np.intp], held_out: Mapping[str, Floats]
) -> list[Row]:
    """Log loss, calibration and counts of the stacked mean, folds of few landslides shown one by one."""
    p, labels, rows = held_out[STACK], samples.labels, []
    told = reliability(labels, p)
    for family, each in held_out.items():
        rows.append(Row(f"{name}: log loss, {named_within(family)}", log_loss(labels, each), "nat"))
    ratio = told["expected"] / told["observed"]
    rows.append(Row(f"{name}: expected over observed", ratio, "", 1.0, 0.85 <= ratio <= 1.15, "0.85 to 1.15"))
    if name in ("year", "month", "lithology"):
        rows += own_folds(name, labels, p, folds)
    if name == "year":
        slope = told["slope"]
        rows.append(Row(f"{name}: calibration slope", slope, "", 1.0, 0.8 <= slope <= 1.2, "0.8 to 1.2"))
        rows += year_rows(samples, p)
    return rows


def own_folds(name: str, labels: npt.NDArray[np.int8], p: Floats, folds: npt.NDArray[np.intp]) -> list[Row]:
    """AUROC of each fold with its landslides; the mean is over folds of ten landslides or more."""
    found, rows, kept = fold_aurocs(labels, p, folds), [], []
    for fold, value in found.items():
        count = int(labels[folds == fold].sum())
        few = " (shown, not averaged)" if count < FEW else ""
        rows.append(
            Row(
                f"{name} fold {fold + 1}: AUROC, stacked mean",
                value,
                "",
                compared_with=f"{count} landslides{few}",
            )
        )
        kept += [value] if count >= FEW else []
    return [
        *rows,
        Row(f"{name}: AUROC of folds of {FEW} landslides or more, stacked mean", float(np.mean(kept)), ""),
    ]


def year_rows(samples: EventSamples, p: Floats) -> list[Row]:
    """Landslides of each year found, expected, and the interval of nine years in ten."""
    years, rows = yearly(samples, p), []
    for one in years:
        said = f"{one['found']} found; 90 % interval {one['low']:.0f} to {one['high']:.0f}"
        rows.append(
            Row(f"year {one['year']}: landslides expected", one["expected"], "", None, one["inside"], said)
        )
    inside = sum(one["inside"] for one in years)
    return [*rows, at_least("year: counts inside their 90 % interval", inside, f"of {len(years)}", 8)]


def votes_inside(area: SouthTyrol) -> list[Row]:
    """What votes learnt from storms inside each training part would change, on the year folds."""
    samples, recipe, folds = area.samples, Recipe(FAMILIES, seed=SEED), area.folds("year", 0)
    held_out = held_out_probability(samples, folds, recipe, SILENT)
    other = nested_stack(samples, folds, INNER, recipe, held_out, SEED)
    own = stacked(samples, held_out, folds, FAMILIES)
    found = gain(samples.labels, other, own, samples.storms)
    return [
        Row(
            "year: votes from inside the training part, log loss gained",
            found.mean,
            "nat",
            compared_with=found.words(),
        )
    ]


def sealed(area: SouthTyrol, with_network: bool) -> list[Row]:
    """2020 and 2021 by models of 2012 to 2019, read once; and the network's verdict by the rule."""
    samples = area.samples
    before, after = samples.take(samples.years < FIRST_SEALED), samples.take(samples.years >= FIRST_SEALED)
    names = (*FAMILIES, NETWORK) if with_network else FAMILIES
    if with_network:
        prepare_tensorflow()
    recipe = Recipe(names, seed=SEED, network=CHOSEN)
    parts = storm_parts(before, 5, SEED)
    traced: dict[object, object] = {}
    inside = held_out_probability(before, parts, Recipe(FAMILIES, seed=SEED), SILENT)
    votes = votes_of(before, inside, parts, FAMILIES)
    found = fit_all(before, recipe, Progress(info=print), traced).families(after.rows, every=True)
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
    traced: dict[object, object] = {}
    for seed in seeds:
        seen, _ = simulated_rows(10, PLACES, seed)
        unseen, truth = simulated_rows(10, PLACES, seed, first=10)
        recipe = Recipe(names, season=False, seed=SEED, network=CHOSEN)
        parts = storm_parts(seen, 5, SEED)
        inside = held_out_probability(seen, parts, Recipe(FAMILIES, season=False, seed=SEED), SILENT)
        found = fit_all(seen, recipe, SILENT, traced).families(unseen.rows, every=True)
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
    quick = "quick" in asked
    parts = [part for part in PARTS if part in asked] or (["protocols"] if quick else list(PARTS))
    repeats = max((int(word[8:]) for word in asked if word.startswith("repeats=")), default=REPEATS)
    with_network = "network" in parts
    if "protocols" in parts:
        for name in PROTOCOLS[:2] if quick else PROTOCOLS:
            rows = protocol(south_tyrol(), name, repeats if name in REPEATED else 1)
            write_rows(f"events_{name}", rows)
    if "votes" in parts:
        write_rows("events_votes", votes_inside(south_tyrol()))
    if "sealed" in parts or with_network:
        write_rows("events_sealed", sealed(south_tyrol(), with_network))
    if "simulated" in parts or with_network:
        write_rows("events_simulated", simulated(SEEDS, with_network))


if __name__ == "__main__":
    main(sys.argv[1:])
