"""What a map shows besides the probability: functions of members' or scenarios' probabilities of cells."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from ....evaluation.classes import classify
from ....model.inference import sums
from ....styles import codes

Floats = npt.NDArray[np.float32]
CONSISTENCY_COLOURS = codes("consistency")
CROSSING = ("At or below the shortest return period", "Between two return periods", "Not up to the longest")


def member_statistics(
    probability: Floats, cuts: tuple[float, ...], threshold: float, weights: sums.Weights = None
) -> tuple[Floats, Floats, Floats]:
    """Spread and agreement of members' probabilities (members, cells) in one scenario.

    ``weights`` (members,), whose sum is 1, say what each member counts; without them all count alike.

    Returns
    -------
    spread, class_agreement, threshold_agreement : float32 arrays (cells,)
        Standard deviation over members, share of members whose class is that of the mean, share
        of members on the mean's side of the threshold. NaN where the probability is NaN.

    Examples
    --------
    >>> p = np.array([[0.1], [0.3], [0.8]], "f4")
    >>> s, c, t = member_statistics(p, (0.05, 0.2, 0.5, 0.9), 0.5)
    >>> round(float(s[0]), 4), round(float(c[0]), 4), round(float(t[0]), 4)
    (0.2944, 0.3333, 0.6667)
    """
    mean = sums.mean(probability, weights=weights)
    empty = np.isnan(mean)
    spread = sums.deviation(probability, weights)
    same_class = _share(classify(probability, cuts) == classify(mean, cuts), weights)
    same_side = _share((probability >= threshold) == (mean >= threshold), weights)
    return (
        spread.astype(np.float32),
        np.where(empty, np.nan, same_class).astype(np.float32),
        np.where(empty, np.nan, same_side).astype(np.float32),
    )


def _share(true: npt.NDArray[np.bool_], weights: sums.Weights) -> npt.NDArray[np.float64]:
    """Share of the members, along the first axis, for which something holds."""
    return np.asarray(true.mean(axis=0) if weights is None else sums.weighted(true, weights))


def entropy_parts(probability: Floats, weights: sums.Weights = None) -> tuple[Floats, Floats, Floats]:
    """Entropy of members' probabilities (members, cells) and its two parts, in bits.

    Returns
    -------
    total, aleatoric, epistemic : float32 arrays (cells,)
        Entropy of the mean; mean of the members' entropies, which no further member would lessen; and
        their difference, the mutual information, which is the members' disagreement (Depeweg et al.
        2018, eq. 4).

    Examples
    --------
    >>> total, aleatoric, epistemic = entropy_parts(np.array([[0.0, 0.5], [1.0, 0.5]], "f4"))
    >>> total.tolist(), aleatoric.tolist(), epistemic.tolist()
    ([1.0, 1.0], [0.0, 1.0], [1.0, 0.0])
    """
    total = _bits(sums.mean(probability, np.float64, weights))
    aleatoric = sums.mean(_bits(probability.astype(np.float64)), weights=weights)
    epistemic = np.maximum(total - aleatoric, 0.0)
    return total.astype(np.float32), aleatoric.astype(np.float32), epistemic.astype(np.float32)


def _bits(p: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    found = np.zeros_like(p)
    for share in (p, 1.0 - p):
        found -= share * np.log2(np.where(share > 0, share, 1.0))
    return found


def class_range(probability: Floats, cuts: tuple[float, ...]) -> tuple[npt.NDArray[np.uint8], ...]:
    """Lowest and highest class any member gives (cells,) each; 0 where there is no probability.

    >>> low, high = class_range(np.array([[0.1], [0.6]], "f4"), (0.2, 0.4, 0.5, 0.9))
    >>> int(low[0]), int(high[0])
    (1, 4)
    """
    codes = classify(probability, cuts)
    return codes.min(axis=0), codes.max(axis=0)


def class_flips(
    probability: Floats, reference: int, cuts: tuple[float, ...], weights: sums.Weights = None
) -> tuple[Floats, Floats]:
    """How often a cell's class is another, for probabilities (members, scenarios, ...).

    Returns
    -------
    members : float32 array (...)
        Share of the members whose class in the reference scenario is not that of their mean.
    scenarios : float32 array (...)
        Share of the other scenarios whose class is not that of the reference scenario; 0 if there is no other.
        Both are NaN where there is no probability.

    Examples
    --------
    >>> p = np.array([[[0.1], [0.9]], [[0.1], [0.2]]], "f4")  # two members, two scenarios
    >>> [float(v[0]) for v in class_flips(p, 0, (0.25, 0.5, 0.6, 0.7))]
    [0.0, 1.0]
    """
    means = classify(sums.mean(probability, weights=weights), cuts)
    own = means[reference]
    members = _share(classify(probability[:, reference], cuts) != own, weights)
    scenarios = (means != own).sum(axis=0) / max(len(means) - 1, 1)
    empty = own == 0
    return (
        np.where(empty, np.nan, members).astype(np.float32),
        np.where(empty, np.nan, scenarios).astype(np.float32),
    )


def crossing_return_period(
    probability: Floats, periods_yr: Sequence[float], threshold: float
) -> tuple[Floats, Floats]:
    """Shortest return period at which the probability (scenarios, cells) reaches a threshold.

    Between two scenarios the probability is taken as linear in the logarithm of the return period.

    Returns
    -------
    period_yr : float32 array (cells,)
        NaN where the threshold is not reached; the shortest return period where it is reached there
        already, which is then an upper bound.
    crossing : float32 array (cells,)
        1, 2, 3 as in ``CROSSING``; NaN where there is no probability.

    Examples
    --------
    >>> p = np.array([[0.1, 0.6, 0.1], [0.3, 0.7, 0.2]], "f4")
    >>> period, crossing = crossing_return_period(p, (10.0, 1000.0), 0.2)
    >>> [round(float(v), 1) for v in period], crossing.tolist()
    ([100.0, 10.0, 1000.0], [2.0, 1.0, 2.0])
    """
    p = probability.astype(np.float64)
    logs = np.log(np.asarray(periods_yr, dtype=np.float64))
    reached = p >= np.float32(threshold)
    first = reached.argmax(axis=0)
    cell = np.arange(p.shape[1])
    before = np.maximum(first - 1, 0)
    low, high = p[before, cell], p[first, cell]
    with np.errstate(invalid="ignore", divide="ignore"):
        share = np.clip((threshold - low) / (high - low), 0.0, 1.0)
    within = logs[before] + np.where(first > before, share, 0.0) * (logs[first] - logs[before])
    empty, never = np.isnan(p).any(axis=0), ~reached.any(axis=0)
    period = np.where(empty | never, np.nan, np.exp(within))
    crossing = np.where(never, 3.0, np.where(first == 0, 1.0, 2.0))
    return period.astype(np.float32), np.where(empty, np.nan, crossing).astype(np.float32)


def consistency_classes(
    probability: Floats, factor_of_safety: Floats, threshold: float
) -> npt.NDArray[np.uint8]:
    """Model against physics (cells,) by the codes of ``CONSISTENCY_COLOURS``; 0 where the model has no value.

    Where physics assessed nothing there is nothing to compare: 5, whatever the model says.

    >>> p, fs = np.array([0.1, 0.9, 0.9, 0.1, 0.9, np.nan], "f4"), np.array([2, 0.8, 2, 0.8, np.nan, 2], "f4")
    >>> consistency_classes(p, fs, 0.5).tolist()
    [1, 2, 3, 4, 5, 0]
    """
    model, physics = probability >= threshold, factor_of_safety < 1.0
    unknown, unassessed = np.isnan(probability), np.isnan(factor_of_safety)
    found = np.select([unknown, unassessed, model & physics, model, physics], [0, 5, 2, 3, 4], 1)
    return found.astype(np.uint8)
