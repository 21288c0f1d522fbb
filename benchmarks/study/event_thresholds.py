"""Where and when by rain alone: thresholds of rain on the folds of the published protocols of South Tyrol.

Lines over the duration are fitted to the landslides of the training folds alone; single sums rank rows as they are,
wherever their threshold lies. Beside them stand the additive model and boosting, which know the ground too, on the
same folds, and what was published.

``python -m benchmarks.study.event_thresholds [year] [k-means] [random] [draws=N]``: all three unless some are named,
the random and the k-means folds drawn ten times. All folds hold rows of 2020 and 2021: nothing is chosen by them, and
the settings of the thresholds are those that users find.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from benchmarks.common.fold_scores import drawn_aurocs, drawn_counts, over_storms
from benchmarks.common.kept_predictions import kept_predictions
from benchmarks.common.south_tyrol import PUBLISHED, SouthTyrol, south_tyrol
from benchmarks.common.table import Row, write_rows
from benchmarks.study.event_protocols import JUDGED, REPEATED, REPEATS, SEED, of_runs
from landslide_plugin.core.evaluation.model_names import named_within
from landslide_plugin.core.model.events.families import BASE
from landslide_plugin.core.model.events.held_out import Recipe, held_out_probability
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.types.rain import RainSeries
from landslide_plugin.core.workflows.rain.thresholds import ThresholdSettings, label_of, ranked_unseen

ENVIRONMENT = "worker"
Floats = npt.NDArray[np.float64]
MODELS = (BASE, "boosting")


def held_out_of(area: SouthTyrol, name: str, repeat: int) -> tuple[npt.NDArray[np.intp], dict[str, Floats]]:
    """Folds of a protocol, and by what thresholds and models rank the rows that they have not seen."""
    samples, folds = area.samples, area.folds(name, repeat)
    recipe = Recipe(MODELS, seed=SEED if name in REPEATED else SEED + repeat)
    models = kept_predictions(
        f"{name}-{repeat}-beside-thresholds",
        samples,
        folds,
        recipe,
        lambda: held_out_probability(samples, folds, recipe, SILENT),
    )
    nowhen = np.full(len(samples), np.datetime64("NaT"), "M8[s]")
    series = RainSeries(nowhen, samples.rain.step_h, samples.rows.rain_mm)
    ranks = ranked_unseen(series, samples.labels > 0, folds, ThresholdSettings())
    return folds, {**{named_within(key): p for key, p in models.items()}, **by_label(ranks)}


def by_label(ranks: Mapping[str, Floats]) -> dict[str, Floats]:
    """Rankings by what their criterion is called, without its unit."""
    return {label_of(key).rpartition(",")[0]: values for key, values in ranks.items()}


def protocol(area: SouthTyrol, name: str, repeats: int) -> list[Row]:
    """AUROC over all folds of each threshold and model, and the base minus each, fold by fold."""
    middle = "median" if name in REPEATED else "mean"
    counts, drawn = drawn_counts(area.samples.storms), dict[str, list[Floats]]()
    for repeat in range(repeats):
        folds, ranks = held_out_of(area, name, repeat)
        for called, values in ranks.items():
            drawn.setdefault(called, []).append(drawn_aurocs(area.samples.labels, values, folds, counts))
        print(f"{name}: run {repeat + 1} of {repeats} done", flush=True)
    whole = {called: of_runs(name, runs) for called, runs in drawn.items()}
    rows = [Row(f"{name}: AUROC, functional additive model", PUBLISHED[name], "", None, None, "published")]
    for called, aurocs in whole.items():
        found, lead = over_storms(aurocs, middle), over_storms(whole[named_within(BASE)] - aurocs, "mean")
        said = f"{middle} of {aurocs.shape[1]} folds, {found.words()} over storms"
        if called != named_within(BASE):
            said += f"; base minus this {lead.value:+.3f} ({lead.words(sign=True)})"
        rows.append(Row(f"{name}: AUROC, {called}", found.value, "", None, None, said))
    return rows


def main(asked: Sequence[str]) -> None:
    """Measure the protocols asked for and write ``build/bench/event_thresholds_*.json``."""
    repeats = max((int(word[6:]) for word in asked if word.startswith("draws=")), default=REPEATS)
    named = [name for name in JUDGED if name in asked] or list(JUDGED)
    area = south_tyrol()
    for name in named:
        write_rows(f"event_thresholds_{name}", protocol(area, name, repeats))


if __name__ == "__main__":
    main(sys.argv[1:])
