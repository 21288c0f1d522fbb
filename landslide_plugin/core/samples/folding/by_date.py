"""What was known at a date: train on the landslides before it, score on those after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ..dates import event_period, period
from ..sample_set import SampleSet

BEFORE, AFTER, NEITHER = 0, 1, 2
Sides = npt.NDArray[np.int32]


def split_day(text: str) -> date:
    """First day of the part that is scored.

    >>> split_day("2010").isoformat(), split_day("2010-06-15").isoformat()
    ('2010-01-01', '2010-06-15')

    Raises
    ------
    InputError
        No date, or text that is none.
    """
    if not text.strip():
        raise InputError(
            "Folds by date need the day from which landslides are held out; give FOLD_DATE, such as 2010-06-15"
        )
    return period(text.strip(), "Date of the folds").first


def sides_of(values: Sequence[Any], field: str, day: date) -> Sides:
    """Side (n,) of each date: BEFORE the day, from it on (AFTER), or NEITHER where empty or both are possible.

    >>> sides_of(["2009", "2010-01-01", "2009-06/2010-06", None], "when", date(2010, 1, 1)).tolist()
    [0, 1, 2, 2]
    """
    found = [event_period([value], field) for value in values]
    return np.array([_side(None if one is None else (one.first, one.last), day) for one in found], np.int32)


def _side(ends: Optional[tuple[date, date]], day: date) -> int:
    if ends is None:
        return NEITHER
    return BEFORE if ends[1] < day else AFTER if ends[0] >= day else NEITHER


def sides_of_days(days: npt.NDArray[np.float64], day: date) -> Sides:
    """Side (n,) of ordinal days; NaN is NEITHER.

    >>> day = date(2010, 1, 1)
    >>> sides_of_days(np.array([day.toordinal() - 1.0, day.toordinal(), np.nan]), day).tolist()
    [0, 1, 2]
    """
    side = np.where(days < day.toordinal(), BEFORE, AFTER)
    return np.where(np.isnan(days), NEITHER, side).astype(np.int32)


def require_both(sides: Sides, labels: npt.NDArray[Any], day: date) -> None:
    """Raise ``InputError`` unless landslides lie on both sides of the day."""
    slid = np.asarray(labels) > 0
    before, after = (int((slid & (sides == side)).sum()) for side in (BEFORE, AFTER))
    if not (before and after):
        raise InputError(
            f"{before} landslide samples are dated before {day} and {after} from then on; both are needed: "
            "choose another FOLD_DATE"
        )


def as_known_then(every: SampleSet, then: SampleSet, sides: Sides, seed: int) -> tuple[SampleSet, Sides]:
    """Samples of a test in time, and the side (n,) of each.

    Landslides are those of ``every``. Stable samples of the training part are those of ``then``, so ground that
    slid later may be among them, as it was then; those of the test part are drawn among ``every``'s, as many as the
    landslides after the date are of all, and train nothing.

    Parameters
    ----------
    every : SampleSet
        Of the whole inventory.
    then : SampleSet
        Of the landslides before the date alone, on the same grid.
    sides : int array (landslides of every,)
        BEFORE, AFTER or NEITHER of each landslide row.
    seed : int

    Examples
    --------
    >>> def drawn(cols, labels):
    ...     cols, labels = np.array(cols), np.array(labels, np.int8)
    ...     xy = np.column_stack([cols, cols]) * 1.0
    ...     nan = np.full(len(cols), np.nan)
    ...     return SampleSet(0 * cols, cols, labels, np.arange(len(cols), dtype=np.int32), xy, nan)
    >>> both, side = as_known_then(drawn([0, 1, 5, 6], [1, 1, 0, 0]), drawn([0, 1], [1, 0]), np.array([0, 1]), 0)
    >>> both.labels.tolist(), side.tolist(), int(both.cols[2])
    ([1, 1, 0, 0], [0, 1, 0, 1], 1)
    """
    slid, free = np.flatnonzero(every.labels > 0), np.flatnonzero(every.labels == 0)
    later = float(every.row_weights[slid][sides == AFTER].sum() / every.row_weights[slid].sum())
    rng = np.random.default_rng([seed, 17])
    tested = np.sort(rng.choice(free, max(1, round(later * len(free))), replace=False))
    taken = set(zip(every.rows[tested].tolist(), every.cols[tested].tolist()))
    trains = [
        row
        for row in np.flatnonzero(then.labels == 0)
        if (int(then.rows[row]), int(then.cols[row])) not in taken
    ]
    parts = ((every, slid), (then, np.array(trains, np.intp)), (every, tested))
    columns = (
        "rows",
        "cols",
        "labels",
        "xy",
        "event_period_yr",
        "row_weights",
        "owners",
        "offsets",
        "sampled",
    )
    joined: dict[str, Any] = {
        name: np.concatenate([getattr(one, name)[rows] for one, rows in parts]) for name in columns
    }
    groups = every.groups[slid]
    own = np.arange(len(trains) + len(tested)) + int(groups.max()) + 1
    joined["groups"] = np.concatenate([groups, own]).astype(np.int32)
    stable = np.repeat(np.array([BEFORE, AFTER], np.int32), [len(trains), len(tested)])
    return replace(every, **joined), np.concatenate([sides, stable]).astype(np.int32)
