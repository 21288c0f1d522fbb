"""Which samples belong to one storm, and folds that leave storms out whole."""

from __future__ import annotations

import numpy as np

from ...errors import InputError
from ...model.events.samples import Days, storms_of_days
from ...types.arrays import Cells, Flags, Moments


def days_ended(ends: Moments) -> Days:
    """Day (rows,) that each window ends; one that ends at midnight ends the day before it.

    >>> days_ended(np.array(["2020-08-31T00:00", "2020-08-31T01:00"], "M8[s]")).astype(str).tolist()
    ['2020-08-30', '2020-08-31']
    """
    return (ends - np.timedelta64(1, "s")).astype("M8[D]")


def storms_by_day(ends: Moments) -> Cells:
    """Number (rows,) of the storm of each sample: days within two of each other, on and on, are one.

    Raises
    ------
    InputError
        A sample has no moment.

    Examples
    --------
    >>> storms_by_day(np.array(["2020-08-02", "2020-08-05", "2020-08-06", "2020-08-04"], "M8[s]")).tolist()
    [0, 0, 0, 0]
    >>> storms_by_day(np.array(["2020-08-02", "2020-08-06"], "M8[s]")).tolist()
    [0, 1]
    """
    if np.isnat(ends).any():
        raise InputError(
            f"{int(np.isnat(ends).sum())} samples have no time, which tells their storm; give STORM_FIELD, or a series "
            "with the column end_utc"
        )
    return storms_of_days(days_ended(ends))


def storm_folds(storms: Cells, landslide: Flags, folds: int, seed: int) -> Cells:
    """Fold (rows,) of each sample, those of a storm together, with about as many landslides in each.

    Raises
    ------
    InputError
        Fewer storms with landslides than folds.

    Examples
    --------
    >>> storm_folds(np.array([0, 0, 1, 1, 2]), np.array([True, False, True, False, False]), 2, 1).tolist()
    [0, 0, 1, 1, 0]
    """
    names, which = np.unique(storms, return_inverse=True)
    slid = np.bincount(which, landslide, len(names))
    if int((slid > 0).sum()) < folds:
        raise InputError(
            f"{int((slid > 0).sum())} storms set off landslides, and {folds} folds leave whole storms out; give at "
            "most as many folds (CV_FOLDS)"
        )
    rows = np.bincount(which, minlength=len(names))
    order = np.random.default_rng(seed).permutation(len(names))
    order = order[np.argsort(-slid[order], kind="stable")]
    filled = np.zeros((folds, 2))
    fold_of = np.empty(len(names), np.intp)
    for storm in order:
        lightest = (
            np.lexsort((filled[:, 1], filled[:, 0]))[0] if slid[storm] else int(np.argmin(filled[:, 1]))
        )
        fold_of[storm] = lightest
        filled[lightest] += slid[storm], rows[storm]
    return np.asarray(fold_of[which], np.intp)
