"""Which sets of soil values the landslides accept, and what that tells of each value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ...types.arrays import Floats

SHARE_OF_RANGE = 0.9
"""The accepted range holds this share of the weight."""

SMIRNOV_1_PERCENT = 1.63
"""Kolmogorov-Smirnov distance times the root of the sample size that chance passes in one case of a hundred."""

LEAST_DISTANCE = 0.1
FEW_SETS = 0.45
"""Ranges of few sets are widened, so that they hold 90 % on average: between the order statistics r and n + 1 - r of n
sets lie (n + 1 - 2 r) / (n + 1) of the rest."""

OUTER, CROWDED = 0.05, 3.0
NEAR_THE_BEST = 1.0


def weights_of(scores: Floats, tempering: float, log_ratio: Any = 0.0) -> Floats:
    """Weight (sets,) of each set: its likelihood to the power of ``tempering``, summing to 1.

    Parameters
    ----------
    log_ratio : float array (sets,)
        ln of prior over proposal, where sets were not drawn evenly.

    Examples
    --------
    >>> weights_of(np.log([1.0, 3.0]), 1.0).round(6).tolist()
    [0.25, 0.75]
    """
    total = tempering * scores + log_ratio
    weights = np.exp(total - total.max())
    return np.asarray(weights / weights.sum())


def effective_sets(weights: Floats) -> float:
    """How many sets of equal weight tell as much: 1 over the sum of squares (Kish 1965).

    >>> effective_sets(np.full(8, 1 / 8))
    8.0
    """
    return float(1.0 / (weights * weights).sum())


def quantiles(values: Floats, weights: Floats, shares: Sequence[float]) -> Floats:
    """Weighted quantiles.

    >>> quantiles(np.array([3.0, 1.0, 2.0]), np.full(3, 1 / 3), [0.5]).tolist()
    [2.0]
    """
    order = np.argsort(values, kind="stable")
    reached = np.cumsum(weights[order]) - weights[order] / 2
    return np.asarray(np.interp(shares, reached / weights.sum(), values[order]))


@dataclass(frozen=True)
class ValueTold:
    """What the landslides tell of one unknown; all numbers are shares of its prior range.

    Attributes
    ----------
    low, high : float
        Ends of the accepted range; of the prior range where the landslides do not tell.
    middle : float
        Median of the accepted sets.
    distance : float
        Largest difference between the accepted sets' distribution and the prior's (Kolmogorov-Smirnov).
    told : bool
        Whether that is more than chance.
    end : str
        ``low`` or ``high`` where the accepted sets crowd at that end of the range, as if values beyond it were
        better still; else empty.
    """

    low: float
    high: float
    middle: float
    distance: float
    told: bool
    end: str = ""


@dataclass(frozen=True)
class Accepted:
    """The sets of one soil class after the landslides spoke.

    Attributes
    ----------
    sets : float array (sets, unknowns)
        Shares of the prior ranges.
    scores : float array (sets,)
        Log-likelihood, not tempered.
    weights : float array (sets,)
    unknowns : tuple of ValueTold
    """

    sets: Floats
    scores: Floats
    weights: Floats
    unknowns: tuple[ValueTold, ...]

    @property
    def effective(self) -> float:
        """How many sets of equal weight the accepted ones are worth."""
        return effective_sets(self.weights)

    def likeliest(self, share: float = SHARE_OF_RANGE) -> npt.NDArray[np.intp]:
        """Indices of the likeliest sets that hold a share of the weight."""
        order = np.argsort(-self.weights, kind="stable")
        reached = np.cumsum(self.weights[order])
        return order[: int(np.searchsorted(reached, share)) + 1]

    def interaction(self) -> Floats:
        """Correlation (unknowns, unknowns) over the accepted sets; far from 0 where one makes up for the other."""
        return weighted_correlation(self.sets, self.weights)


def accept(sets: Floats, scores: Floats, tempering: float, log_ratio: Any = 0.0) -> Accepted:
    """Weigh the sets by their tempered likelihood.

    Parameters
    ----------
    sets : float array (sets, unknowns)
    scores : float array (sets,)
        Log-likelihood.
    tempering : float
        Effective number of landslides over their number, at most 1.
    log_ratio : float array (sets,)
        ln of prior over proposal, where sets were not drawn evenly.

    Examples
    --------
    >>> even = np.linspace(0, 1, 1001)[:, None]
    >>> found = accept(even, -0.5 * ((even[:, 0] - 0.4) / 0.1) ** 2, 1.0)
    >>> [round(end, 2) for end in (found.unknowns[0].low, found.unknowns[0].high)], found.unknowns[0].told
    ([0.23, 0.57], True)
    """
    weights = weights_of(scores, tempering, log_ratio)
    effective = effective_sets(weights)
    told = tuple(_told(column, weights, effective) for column in sets.T)
    return Accepted(sets, scores, weights, told)


def _told(values: Floats, weights: Floats, effective: float) -> ValueTold:
    tail = max((1.0 - SHARE_OF_RANGE) / 2 - FEW_SETS / effective, 0.0)
    low, middle, high = quantiles(values, weights, (tail, 0.5, 1.0 - tail))
    order = np.argsort(values, kind="stable")
    distance = float(np.abs(np.cumsum(weights[order]) - values[order]).max())
    told = distance > max(LEAST_DISTANCE, SMIRNOV_1_PERCENT / np.sqrt(effective))
    if not told:
        return ValueTold(0.0, 1.0, float(middle), distance, told=False)
    return ValueTold(float(low), float(high), float(middle), distance, told=True, end=_end(values, weights))


def _end(values: Floats, weights: Floats) -> str:
    """The end of the range where the accepted sets are at least ``CROWDED`` times as dense as the prior."""
    outer = {"low": values < OUTER, "high": values > 1.0 - OUTER}
    mass = {name: float(weights[inside].sum()) for name, inside in outer.items()}
    name = max(mass, key=lambda end: mass[end])
    return name if mass[name] > CROWDED * OUTER else ""


def nearest_to_mean(sets: Floats, tempered: Floats, mean: Floats) -> int:
    """Index, of the sets nearly as likely as the likeliest, of the one nearest to a mean (unknowns,).

    >>> nearest_to_mean(np.array([[0.0], [0.4], [0.9]]), np.array([0.0, -0.5, -9.0]), np.array([0.8]))
    1
    """
    near = np.flatnonzero(tempered >= tempered.max() - NEAR_THE_BEST)
    away = ((sets[near] - mean) ** 2).sum(axis=1)
    return int(near[int(away.argmin())])


def weighted_correlation(values: Floats, weights: Floats) -> Floats:
    """Correlation (columns, columns) of values (rows, columns); 0 where a column does not vary.

    >>> weighted_correlation(np.array([[0.0, 1.0], [1.0, 0.0]]), np.full(2, 0.5)).tolist()
    [[1.0, -1.0], [-1.0, 1.0]]
    """
    apart = values - weights @ values
    covariance = (apart * weights[:, None]).T @ apart
    deviation = np.sqrt(np.diag(covariance))
    scale = np.outer(deviation, deviation)
    found = np.divide(covariance, scale, out=np.zeros_like(covariance), where=scale > 0)
    np.fill_diagonal(found, 1.0)
    return np.asarray(found)


def resampled(weights: Floats, count: int, seed: int) -> npt.NDArray[np.intp]:
    """Indices (count,) of sets drawn by weight, evenly (systematic resampling, Kitagawa 1996).

    The sets are shuffled first: every 2^k-th set of a Sobol sequence lies in the same part of a range.

    >>> sorted(resampled(np.array([0.25, 0.75]), 4, seed=0).tolist())
    [0, 1, 1, 1]
    """
    rng = np.random.default_rng(seed)
    order = rng.permutation(len(weights))
    places = (rng.uniform() + np.arange(count)) / count
    chosen = np.searchsorted(np.cumsum(weights[order]), places)
    return np.asarray(order[np.minimum(chosen, len(weights) - 1)])
