"""Where and when: the five published protocols of South Tyrol, the random and the k-means folds drawn ten times each.

``python -m benchmarks.study.event_protocols [choice] [year] [k-means] [random] [lithology] [month] [votes] [draws=N]``:
all unless some are named. ``choice`` asks the years 2012 to 2019 alone whether storms of a year share anything.
Held-out predictions are kept as long as rows, folds and code are the same, so a run that was stopped goes on where it
was, and each protocol is written as soon as it is done. All folds of the protocols hold rows of 2020 and 2021: nothing
is chosen by them.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from benchmarks.common.fold_scores import (
    Middle,
    best_of,
    drawn_aurocs,
    drawn_counts,
    fold_aurocs,
    over_folds,
    over_storms,
)
from benchmarks.common.kept_predictions import kept_predictions
from benchmarks.common.south_tyrol import FEW, FIRST_SEALED, PUBLISHED, SouthTyrol, south_tyrol
from benchmarks.common.table import Row, at_least, write_rows
from landslide_plugin.core.evaluation.model_names import named_within
from landslide_plugin.core.evaluation.reliability import log_loss, reliability
from landslide_plugin.core.model.events.counts import count_interval, count_variance
from landslide_plugin.core.model.events.families import FAMILIES
from landslide_plugin.core.model.events.held_out import (
    STACK,
    Recipe,
    held_out_probability,
    stacked,
    votes_of,
)
from landslide_plugin.core.model.events.judging import gain
from landslide_plugin.core.model.events.network import storm_parts
from landslide_plugin.core.model.events.samples import EventSamples
from landslide_plugin.core.model.events.training import yearly
from landslide_plugin.core.model.validation.votes import pooled
from landslide_plugin.core.progress import SILENT

ENVIRONMENT = "worker"
Floats = npt.NDArray[np.float64]
Folds = npt.NDArray[np.intp]
PROTOCOLS = ("year", "k-means", "random", "lithology", "month")
REPEATED = ("random", "k-means")
REPEATS = 10
"""Of the two that are drawn at random, as published."""
JUDGED = ("random", "k-means", "year")
SEED, INNER = 1, 3
VOTES, CHOICE = "votes", "choice"
SHUFFLES = 2000
ALONE = {"slope alone": "slope", "total rain alone": "rain"}
"""Rankings that nothing is fitted for."""


def held_out_of(
    area: SouthTyrol, name: str, repeat: int, called: str = ""
) -> tuple[EventSamples, Folds, dict[str, Floats]]:
    """Samples and folds of a protocol, and what families and the stacked mean say of rows not seen."""
    samples = area.without_lithology() if name == "lithology" else area.samples
    recipe, folds = Recipe(FAMILIES, seed=SEED), area.folds(name, repeat)
    found = kept_predictions(
        called or f"{name}-{repeat}",
        samples,
        folds,
        recipe,
        lambda: held_out_probability(samples, folds, recipe, SILENT),
    )
    found[STACK] = stacked(samples, found, folds, FAMILIES)
    return samples, folds, found


def protocol(area: SouthTyrol, name: str, repeats: int) -> list[Row]:
    """One published protocol: AUROC of each family and of the stacked mean over all folds, and their differences."""
    middle = "median" if name in REPEATED else "mean"
    counts = drawn_counts(area.samples.storms)
    drawn: dict[str, list[Floats]] = {}
    plain: dict[str, list[float]] = {}
    rows: list[Row] = []
    for repeat in range(repeats):
        samples, folds, held_out = held_out_of(area, name, repeat)
        for called, p in {**held_out, **rankings(samples)}.items():
            drawn.setdefault(called, []).append(drawn_aurocs(samples.labels, p, folds, counts))
            plain.setdefault(called, []).extend(fold_aurocs(samples.labels, p, folds).values())
        rows += in_one_run(samples, name, folds, held_out) if repeat == 0 else []
        print(f"{name}: draw {repeat + 1} of {repeats} done", flush=True)
    whole = {called: np.concatenate(parts, axis=1) for called, parts in drawn.items()}
    told = [published_row(name, called, each, plain[called], middle) for called, each in whole.items()]
    told += spread_of_draws(name, drawn[STACK], middle)
    return [*told, *difference_rows(name, whole, middle), *rows]


def rankings(samples: EventSamples) -> dict[str, Floats]:
    """Rows by one value each, the larger the likelier."""
    values = {"slope": samples.rows.static[:, 0], "rain": samples.rows.rain_mm.sum(axis=1)}
    return {called: values[source].astype(np.float64) for called, source in ALONE.items()}


def called_of(name: str) -> str:
    """A family, the mean or a ranking for people."""
    return name if name in ALONE else named_within(name)


def published_row(name: str, family: str, aurocs: Floats, plain: Sequence[float], middle: str) -> Row:
    """AUROC over all folds as published; the stacked mean is held against the published figure."""
    by_storms, by_folds = over_storms(aurocs, middle), over_folds(plain, middle)
    said = (
        f"{PUBLISHED[name]:.3f} published; {middle} of {len(plain)} folds, {by_storms.words()} over storms, "
        f"{by_folds.words()} over folds"
    )
    called = f"{name}: AUROC, {called_of(family)}"
    if family == STACK and name in JUDGED:
        return at_least(called, by_storms.value, "", PUBLISHED[name], said)
    return Row(called, by_storms.value, "", compared_with=said)


def spread_of_draws(name: str, drawn: Sequence[Floats], middle: str) -> list[Row]:
    """By how much the draws of folds differ among themselves; nothing where folds were drawn once."""
    if len(drawn) < 2:
        return []
    each = np.array([over_storms(one, middle).value for one in drawn])
    said = f"{each.min():.3f} to {each.max():.3f}"
    return [
        Row(f"{name}: deviation of {len(each)} draws, stacked mean", each.std(ddof=1), "", None, None, said)
    ]


def difference_rows(name: str, whole: Mapping[str, Floats], middle: str) -> list[Row]:
    """AUROC of the stacked mean minus each other's, fold by fold; that of the best single family is held to -0.01."""
    best, rows = best_of(whole, FAMILIES, middle), []
    for other, aurocs in whole.items():
        if other == STACK:
            continue
        lag = whole[STACK] - aurocs
        found: Middle = over_storms(lag, "mean")
        said = f"paired over folds, {found.words(sign=True)} over storms"
        if other == best:
            said = f"{named_within(best)}; {said}; {over_folds(lag[0].tolist(), 'mean').words(sign=True)} over folds"
            called = f"{name}: stacked mean minus best single family"
            rows.insert(0, at_least(called, found.value, "", -0.01, said))
        else:
            rows.append(
                Row(f"{name}: stacked mean minus {called_of(other)}", found.value, "", compared_with=said)
            )
    return rows


def in_one_run(samples: EventSamples, name: str, folds: Folds, held_out: Mapping[str, Floats]) -> list[Row]:
    """Log loss, calibration and counts of the stacked mean, folds of few landslides shown one by one."""
    p, labels, rows = held_out[STACK], samples.labels, []
    told = reliability(labels, p)
    for family, each in held_out.items():
        rows.append(Row(f"{name}: log loss, {named_within(family)}", log_loss(labels, each), "nat"))
    best = min(FAMILIES, key=lambda family: float(log_loss(labels, held_out[family])))
    saved = gain(labels, p, held_out[best], samples.storms)
    called = f"{name}: log loss saved by the stacked mean against the best single family"
    said = f"{named_within(best)}; {saved.low:+.4f} to {saved.high:+.4f} over storms"
    rows.append(Row(called, saved.mean, "nat", compared_with=said))
    ratio = told["expected"] / told["observed"]
    rows.append(Row(f"{name}: expected over observed", ratio, "", 1.0, 0.85 <= ratio <= 1.15, "0.85 to 1.15"))
    if name in ("year", "month", "lithology"):
        rows += own_folds(name, labels, p, folds)
    if name == "year":
        slope = told["slope"]
        rows.append(Row(f"{name}: calibration slope", slope, "", 1.0, 0.8 <= slope <= 1.2, "0.8 to 1.2"))
        rows += [*year_rows(samples, p), *count_rows("year", samples, p)[1:]]
    return rows


def own_folds(name: str, labels: npt.NDArray[np.int8], p: Floats, folds: Folds) -> list[Row]:
    """AUROC of each fold with its landslides; the mean is over folds of ten landslides or more."""
    found, rows, kept = fold_aurocs(labels, p, folds), [], []
    for fold, value in found.items():
        count = int(labels[folds == fold].sum())
        few = " (shown, not averaged)" if count < FEW else ""
        said = f"{count} landslides{few}"
        rows.append(Row(f"{name} fold {fold + 1}: AUROC, stacked mean", value, "", compared_with=said))
        kept += [value] if count >= FEW else []
    called = f"{name}: AUROC of folds of {FEW} landslides or more, stacked mean"
    return [*rows, Row(called, float(np.mean(kept)), "")]


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


def choice_of_years(area: SouthTyrol) -> list[Row]:
    """Whether storms of a year share a factor, by 2012 to 2019 alone, each of these years left out in turn.

    Storms are dealt out anew to the years, whole, to see what chance makes of it.
    """
    kept = area.samples.years < FIRST_SEALED
    early = SouthTyrol(area.samples.take(kept), area.xy[kept])
    samples, _, held_out = held_out_of(early, "year", 0, "early-year")
    labels, p, storms = samples.labels, held_out[STACK], samples.storms
    found = count_variance(labels, p, storms, samples.years)
    _, first, number = np.unique(storms, return_index=True, return_inverse=True)
    rng, own = np.random.default_rng(0), samples.years[first]
    by_chance = [
        count_variance(labels, p, storms, rng.permutation(own)[number.ravel()]).shared
        for _ in range(SHUFFLES)
    ]
    more = np.mean(np.array(by_chance) > found.shared)
    said = (
        f"{more:.3f} of {SHUFFLES} shuffles of storms among years give more, a twentieth of them "
        f"{np.quantile(by_chance, 0.95):.3f} or more"
    )
    return [
        Row("2012 to 2019: variance of storms", found.storm, ""),
        Row("2012 to 2019: variance that storms of a year share", found.shared, "", compared_with=said),
        *count_rows("2012 to 2019", samples, p),
    ]


def count_rows(called: str, samples: EventSamples, p: Floats) -> list[Row]:
    """How many counts of years lie inside their interval, with a factor of the year and with storms alone."""
    years, rows = samples.years, []
    for told, shared in (("", True), (", storms alone", False)):
        inside, widths, found = 0, [], []
        for year in np.unique(years):
            here = years == year
            rest = count_variance(samples.labels[~here], p[~here], samples.storms[~here], years[~here])
            alone = count_variance(
                samples.labels[~here], p[~here], samples.storms[~here], samples.storms[~here]
            )
            low, high = count_interval(p[here], samples.storms[here], rest if shared else alone)
            inside += low <= int((samples.labels[here] > 0).sum()) <= high
            widths.append(high - low)
            found.append(rest.shared)
        name = f"{called}: counts inside their 90 % interval{told}"
        rows.append(Row(name, inside, f"of {len(widths)}", None, None, f"mean width {np.mean(widths):.1f}"))
    shared = f"{called}: largest variance that storms of a year share, by all years but one"
    return [*rows, Row(shared, max(found), "")]


def nested_stack(
    samples: EventSamples, folds: Folds, recipe: Recipe, held_out: Mapping[str, Floats]
) -> Floats:
    """Mean (n,) of the families, votes learnt from folds of storms inside each training part."""
    names, found = list(recipe.families), np.full(len(samples), np.nan)
    for fold in np.unique(folds[folds >= 0]):
        inside = folds == fold
        rest = samples.take(~inside)
        parts = storm_parts(rest, INNER, SEED)
        own = held_out_probability(rest, parts, recipe, SILENT)
        votes = votes_of(rest, own, parts, names)
        found[inside] = pooled({name: held_out[name][inside] for name in names}, votes)
    return found


def votes_inside(area: SouthTyrol) -> list[Row]:
    """What votes learnt from storms inside each training part would change, on the year folds."""
    samples, folds, held_out = held_out_of(area, "year", 0)
    recipe = Recipe(FAMILIES, seed=SEED)
    made = kept_predictions(
        "year-nested",
        samples,
        folds,
        recipe,
        lambda: {STACK: nested_stack(samples, folds, recipe, held_out)},
    )
    labels, nested, own = samples.labels, made[STACK], held_out[STACK]
    counts = drawn_counts(samples.storms)
    aurocs = {
        called: drawn_aurocs(labels, p, folds, counts) for called, p in (("own", own), ("nested", nested))
    }
    lag = over_storms(aurocs["nested"] - aurocs["own"], "mean")
    found = over_storms(aurocs["nested"], "mean")
    saved = gain(labels, nested, own, samples.storms)
    called = "year, votes from inside the training part"
    return [
        Row(f"{called}: log loss saved", saved.mean, "nat", compared_with=f"{saved.words()} over storms"),
        Row(f"{called}: AUROC", found.value, "", compared_with=f"{found.words()} over storms"),
        Row(f"{called}: AUROC gained", lag.value, "", compared_with=f"{lag.words(sign=True)} over storms"),
    ]


def main(asked: Sequence[str]) -> None:
    """Measure the protocols asked for and write ``build/bench/events_*.json``."""
    repeats = max((int(word[6:]) for word in asked if word.startswith("draws=")), default=REPEATS)
    every = (CHOICE, *PROTOCOLS, VOTES)
    named = [name for name in every if name in asked] or list(every)
    area = south_tyrol()
    for name in named:
        if name in (VOTES, CHOICE):
            write_rows(f"events_{name}", {VOTES: votes_inside, CHOICE: choice_of_years}[name](area))
        else:
            write_rows(f"events_{name}", protocol(area, name, repeats if name in REPEATED else 1))


if __name__ == "__main__":
    main(sys.argv[1:])
