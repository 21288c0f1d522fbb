"""Where and when: the five published protocols of South Tyrol, run ten times each.

The random and the k-means folds are drawn ten times; years, months and lithologies can be left out in one way alone, so
there it is the seeds of the families that differ.

``python -m benchmarks.study.event_protocols [choice] [year] [k-means] [random] [lithology] [month] [votes] [draws=N]``:
all unless some are named. ``choice`` asks the years 2012 to 2019 alone how much storms and years differ.
Held-out predictions are kept as long as rows, folds and code are the same, so a run that was stopped goes on where it
was, and each protocol is written as soon as it is done. All folds of the protocols hold rows of 2020 and 2021: nothing
is chosen by them.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace

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
from landslide_plugin.core.model.events.counts import (
    DEVIATIONS,
    CountEvidence,
    conditional_log_odds,
    count_interval,
)
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
from landslide_plugin.core.model.events.training import evidence_of, yearly
from landslide_plugin.core.model.validation.votes import pooled
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.types.odds import log_odds, probability_of

ENVIRONMENT = "worker"
Floats = npt.NDArray[np.float64]
Folds = npt.NDArray[np.intp]
PROTOCOLS = ("year", "k-means", "random", "lithology", "month")
REPEATED = ("random", "k-means")
REPEATS = 10
"""Folds of the two that are drawn at random, as published; of the others, seeds of the families."""
JUDGED = ("random", "k-means", "year")
SEED, INNER = 1, 3
VOTES, CHOICE = "votes", "choice"
TRUTHS, COUNTS_DRAWN = ((0.0, 0.0), (0.5, 0.0), (1.0, 0.0), (1.0, 0.3), (1.0, 0.6)), 50
ALONE = {"slope alone": "slope", "total rain alone": "rain"}
"""Rankings that nothing is fitted for."""


def held_out_of(
    area: SouthTyrol, name: str, repeat: int, called: str = ""
) -> tuple[EventSamples, Folds, dict[str, Floats]]:
    """Samples and folds of a protocol, and what families and the stacked mean say of rows not seen."""
    samples = area.without_lithology() if name == "lithology" else area.samples
    drawn = name in REPEATED
    recipe = Recipe(FAMILIES, seed=SEED if drawn else SEED + repeat)
    folds = area.folds(name, repeat)
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
    plain: dict[str, list[list[float]]] = {}
    rows: list[Row] = []
    found: list[dict[str, float]] = []
    for repeat in range(repeats):
        samples, folds, held_out = held_out_of(area, name, repeat)
        for called, p in {**held_out, **rankings(samples)}.items():
            drawn.setdefault(called, []).append(drawn_aurocs(samples.labels, p, folds, counts))
            plain.setdefault(called, []).append(list(fold_aurocs(samples.labels, p, folds).values()))
        rows += in_one_run(samples, name, folds, held_out) if repeat == 0 else []
        found.append(run_figures(samples, held_out[STACK]))
        print(f"{name}: run {repeat + 1} of {repeats} done", flush=True)
    whole = {called: of_runs(name, parts) for called, parts in drawn.items()}
    alone = {
        called: of_runs(name, [np.array(each)[None] for each in parts])[0] for called, parts in plain.items()
    }
    told = [
        published_row(name, called, each, alone[called].tolist(), middle) for called, each in whole.items()
    ]
    told += spread_of_draws(name, drawn[STACK], middle)
    return [*told, *difference_rows(name, whole, middle), *rows, *range_rows(name, found)]


def of_runs(name: str, runs: Sequence[Floats]) -> Floats:
    """Figures (draws, folds) of all runs: folds drawn anew side by side, of the same folds their mean."""
    return np.concatenate(runs, axis=1) if name in REPEATED else np.mean(runs, axis=0)


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
    """By how much the runs differ among themselves; nothing where there is one."""
    if len(drawn) < 2:
        return []
    each = np.array([over_storms(one, middle).value for one in drawn])
    said = f"{each.min():.3f} to {each.max():.3f}"
    return [
        Row(f"{name}: deviation of {len(each)} runs, stacked mean", each.std(ddof=1), "", None, None, said)
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


def run_figures(samples: EventSamples, p: Floats) -> dict[str, float]:
    """What is asked of the level of the stacked mean, of one run."""
    told = reliability(samples.labels, p)
    years = yearly(samples, p, evidence_of(samples, p))
    return {
        "expected over observed": told["expected"] / told["observed"],
        "calibration slope": told["slope"],
        "years inside their 90 % interval": float(sum(one["inside"] for one in years)),
    }


def range_rows(name: str, found: Sequence[Mapping[str, float]]) -> list[Row]:
    """The least and the largest of each figure, and their mean, over the runs of a protocol."""
    rows = []
    for called in found[0]:
        each = [one[called] for one in found]
        said = f"{min(each):.3g} to {max(each):.3g} in {len(each)} runs"
        rows.append(Row(f"{name}: {called}, mean of runs", float(np.mean(each)), "", compared_with=said))
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
        rows += [*year_rows(samples, p), *count_rows("year", samples, p)]
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
    years, rows = yearly(samples, p, evidence_of(samples, p)), []
    for one in years:
        said = f"{one['found']} found; 90 % interval {one['low']:.0f} to {one['high']:.0f}"
        rows.append(
            Row(f"year {one['year']}: landslides expected", one["expected"], "", None, one["inside"], said)
        )
    inside = sum(one["inside"] for one in years)
    return [*rows, at_least("year: counts inside their 90 % interval", inside, f"of {len(years)}", 8)]


def choice_of_years(area: SouthTyrol) -> list[Row]:
    """How much storms and years differ by 2012 to 2019 alone, each of these years left out in turn, and its intervals.

    How often such intervals hold the count is asked of counts drawn anew for the very rows, by deviations that are
    known and that the intervals are not told.
    """
    kept = area.samples.years < FIRST_SEALED
    early = SouthTyrol(area.samples.take(kept), area.xy[kept])
    samples, _, held_out = held_out_of(early, "year", 0, "early-year")
    p = held_out[STACK]
    return [*count_rows("2012 to 2019", samples, p), *coverage_rows(samples, p)]


def count_rows(called: str, samples: EventSamples, p: Floats) -> list[Row]:
    """What is believed of storms and years, and counts inside their interval, with a term of the year and without."""
    evidence = evidence_of(samples, p)
    belief, rows = evidence.belief(), []
    for name, value, weights in (
        ("storms", belief.storm, belief.weights.sum(axis=1)),
        ("years", belief.shared, belief.weights.sum(axis=0)),
    ):
        low, high = DEVIATIONS[np.searchsorted(weights.cumsum(), [0.025, 0.975])]
        said = f"95 % {low:.1f} to {high:.1f}; none with probability {weights[0]:.2f}"
        rows.append(Row(f"{called}: deviation of log odds of {name}", value, "", compared_with=said))
    for told, alone in (("", False), (", storms alone", True)):
        found = [
            scored_interval(samples, p, evidence, year=int(year), alone=alone) for year in evidence.years
        ]
        inside, width, score = (float(sum(each)) for each in zip(*found))
        said = f"mean width {width / len(found):.1f}; mean interval score {score / len(found):.1f}"
        name = f"{called}: counts inside their 90 % interval{told}"
        rows.append(Row(name, inside, f"of {len(found)}", None, None, said))
    return rows


def scored_interval(
    samples: EventSamples, p: Floats, evidence: CountEvidence, *, year: int, alone: bool = False
) -> tuple[bool, float, float]:
    """Whether a count lies inside, the width, and the score: width and 20 for each landslide outside (Winkler 1972)."""
    here, belief = samples.years == year, evidence.belief(year)
    low, high = count_interval(p[here], samples.storms[here], belief.alone if alone else belief)
    count = int((samples.labels[here] > 0).sum())
    beyond = max(low - count, count - high, 0.0)
    return beyond == 0.0, high - low, high - low + 20.0 * beyond


def coverage_rows(samples: EventSamples, p: Floats) -> list[Row]:
    """Shares of counts inside where storms and years differ by so much in truth, drawn for the rows of the samples."""
    rows, rng = [], np.random.default_rng(0)
    _, storm = np.unique(np.column_stack([samples.years, samples.storms]), axis=0, return_inverse=True)
    years, year = np.unique(samples.years, return_inverse=True)
    for own, shared in TRUTHS:
        logit = conditional_log_odds(log_odds(p, guard=1e-6), float(np.hypot(own, shared)))
        found = []
        for _ in range(COUNTS_DRAWN):
            term = own * rng.normal(size=storm.max() + 1)[storm.ravel()]
            term += shared * rng.normal(size=len(years))[year.ravel()]
            drawn = rng.random(len(p)) < probability_of(logit + term)
            made = replace(samples, labels=drawn.astype(np.int8))
            evidence = evidence_of(made, p)
            found += [scored_interval(made, p, evidence, year=int(one)) for one in years]
        inside, width = (float(np.mean(each)) for each in list(zip(*found))[:2])
        said = f"{len(found)} counts; mean width {width:.1f}"
        name = f"counts drawn with deviations {own:g} of storms and {shared:g} of years: inside"
        rows.append(Row(name, inside, "", 0.9, None, said))
    return rows


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
            write_rows(f"events_{name}", protocol(area, name, repeats))


if __name__ == "__main__":
    main(sys.argv[1:])
