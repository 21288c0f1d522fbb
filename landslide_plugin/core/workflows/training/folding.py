"""How an inventory parts its samples: by a field, by a date, or by the distances of the map."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...io.factors import FactorSources
from ...io.raster import metres_per_unit
from ...io.shapes import ShapesOnGrid
from ...progress import Progress
from ...samples.absences import nth_true
from ...samples.events import EventPlan
from ...samples.feature_cells import touched
from ...samples.folding.by_date import (
    AFTER,
    BEFORE,
    NEITHER,
    as_known_then,
    require_both,
    sides_of,
    sides_of_days,
    split_day,
)
from ...samples.folding.by_value import as_word, value_folds
from ...samples.labels import parse_labels
from ...samples.sample_set import SampleSet, SamplingRules
from ...types.arrays import Flags
from ...types.grid import Grid
from .gather import Arrays, TypedInventory, sample_inventory

MAP_PLACES = 5000


@dataclass(frozen=True)
class FoldFields:
    """What folds are made by.

    Attributes
    ----------
    scheme : str
    field : str or None
        Whose values are left out in turn.
    split : str
        Day from which landslides are held out.
    date : str or None
        Field with the date of each landslide.
    """

    scheme: str
    field: Optional[str] = None
    split: str = ""
    date: Optional[str] = None


def divided(
    folds: FoldFields,
    typed: TypedInventory,
    samples: SampleSet,
    factors: FactorSources,
    rules: SamplingRules,
    *,
    plan: Optional[EventPlan],
    progress: Progress,
) -> tuple[SampleSet, Arrays]:
    """Samples and what parts them, as the training job names it; by date they are drawn anew.

    Raises
    ------
    InputError
        The field, the date or the dates of the landslides are not given, or leave one side empty.
    """
    ground = typed.valid if samples.domain is None else samples.domain
    arrays: Arrays = {"map_xy": map_places(ground, factors.grid, rules.seed)}
    if folds.scheme == "field":
        arrays["fold_codes"] = _by_field(folds, typed, samples, progress)
    if folds.scheme != "date":
        return samples, arrays
    day = split_day(folds.split)
    if plan is not None and samples.events is not None:
        sides = sides_of_days(np.array([event.day for event in plan.events])[samples.events], day)
        outdated = np.zeros(len(samples), bool)
    else:
        samples, sides, outdated = _as_known_then(folds, typed, samples, factors, rules, day=day)
    require_both(sides, samples.labels, day)
    slid = samples.labels > 0
    before, after, neither = (int((slid & (sides == side)).sum()) for side in (BEFORE, AFTER, NEITHER))
    progress.info(
        f"Folds by date: {before} landslide samples before {day} train, {after} from then on are scored"
    )
    if neither:
        progress.warning(
            f"{neither} landslide samples have no date, or one that may lie on both sides of {day}; they are in "
            "neither part"
        )
    if outdated.any():
        progress.info(
            f"{int(outdated.sum())} stable samples of the training part lie on ground that slid from {day} on, as was "
            "not known then; the final model does not learn from them"
        )
    return samples, {**arrays, "fold_codes": sides, "outdated": outdated}


def map_places(ground: Flags, grid: Grid, seed: int) -> npt.NDArray[np.float64]:
    """Centres (m, 2) in metres of at most 5000 cells of the ground, drawn at random."""
    total = int(ground.sum())
    ranks = np.random.default_rng([seed, 23]).choice(total, min(total, MAP_PLACES), replace=False)
    rows, cols = nth_true(ground, np.sort(ranks))
    return grid.centres_of(rows, cols) * metres_per_unit(grid.crs_wkt)


def _by_field(
    folds: FoldFields, typed: TypedInventory, samples: SampleSet, progress: Progress
) -> npt.NDArray[np.int32]:
    if not folds.field:
        raise InputError("Folds by a field need the field whose values are left out in turn; name FOLD_FIELD")
    values = [as_word(value) for value in typed.features.field(folds.field)]
    words = [values[owner] if owner >= 0 else None for owner in samples.owners]
    codes, names = value_folds(words, samples.labels, samples.groups, samples.xy)
    counts = np.bincount(codes[samples.labels > 0], minlength=len(names))
    told = ", ".join(f"{name} ({count})" for name, count in zip(names, counts))
    progress.info(f"Folds by {folds.field}, with their landslide samples: {told}")
    return codes


def _as_known_then(
    folds: FoldFields,
    typed: TypedInventory,
    samples: SampleSet,
    factors: FactorSources,
    rules: SamplingRules,
    *,
    day: date,
) -> tuple[SampleSet, npt.NDArray[np.int32], Flags]:
    """Samples of an undated inventory as they would have been drawn then, their sides, and which are outdated."""
    if not folds.date:
        raise InputError("Folds by date need the date of each landslide; name the landslide date field")
    features = typed.features
    slid = np.ones(len(features), bool)
    if rules.label_field:
        slid = parse_labels(features.field(rules.label_field), rules.label_field)
    dates: list[Any] = [value if yes else None for value, yes in zip(features.field(folds.date), slid)]
    sides = sides_of(dates, folds.date, day)
    of_rows = sides[samples.owners[samples.labels > 0]]
    require_both(of_rows, np.ones(len(of_rows)), day)
    then = sample_inventory(features.where(~slid | (sides == BEFORE)), factors, typed.valid, rules)
    found, of_samples = as_known_then(samples, then, of_rows, rules.seed)
    later = touched(ShapesOnGrid(features, factors.grid), np.flatnonzero(slid & (sides != BEFORE)))
    if rules.buffer_m > 0:
        later = _within(later, rules.buffer_m, factors.grid)
    outdated = (found.labels == 0) & (of_samples == BEFORE) & later[found.rows, found.cols]
    return found, of_samples, outdated


def _within(cells: Flags, reach_m: float, grid: Grid) -> Flags:
    """Cells (rows, cols) nearer than a distance to some."""
    from scipy.ndimage import distance_transform_edt

    metres = metres_per_unit(grid.crs_wkt)
    sides = (grid.cell_height * metres, grid.cell_width * metres)
    return np.asarray(cells | (distance_transform_edt(~cells, sampling=sides) < reach_m))
