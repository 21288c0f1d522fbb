"""How many landslides a year may bring: by chance, by storms that are worse or milder, and by what its storms share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...types.odds import log_odds, probability_of
from .judging import DRAWS

Floats = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.intp]
DEVIATIONS = np.arange(0.0, 2.5, 0.2)
"""Standard deviations of log odds that are weighed against each other."""
SHIFTS = np.linspace(-8.0, 8.0, 81)
"""Shifts of log odds that likelihoods are summed over; as far apart as the least deviation above 0."""
PRIOR = 1.0
GUARD, BIN, LEAST = 1e-6, 0.1, 1e-300
AT_ONCE = 2_000_000
NODES = np.linspace(-6.0, 6.0, 61)
SHARES = np.exp(-0.5 * NODES**2) / np.exp(-0.5 * NODES**2).sum()
"""Of a standard normal law."""
LADDER = np.arange(-40.0, 40.05, 0.1)


@dataclass(frozen=True)
class CountRows:
    """Rows that may not differ: of one storm and year, and of nearly the same probability.

    Attributes
    ----------
    logit : float64 array (groups,)
        Of their mean probability.
    slid, rows : float64 arrays (groups,)
        How many of them slid, and how many there are.
    pair : int array (groups,)
        Storm of a year, in order.
    year : int array (pairs,)
        Year of each.
    """

    logit: Floats
    slid: Floats
    rows: Floats
    pair: Numbers
    year: Numbers

    @classmethod
    def of(cls, labels: npt.NDArray[Any], p: Floats, storms: Numbers, years: Numbers) -> CountRows:
        """Groups of rows (n,); those without a probability are left out.

        >>> made = CountRows.of(np.array([1, 0, 0]), np.array([0.3, 0.3, np.nan]), np.zeros(3), np.full(3, 2019))
        >>> made.slid.tolist(), made.rows.tolist(), made.year.tolist()
        ([1.0], [2.0], [2019])
        """
        known = np.isfinite(p)
        slid, chance = (np.asarray(labels)[known] > 0).astype(np.float64), p[known].astype(np.float64)
        keys, pair = np.unique(np.column_stack([years[known], storms[known]]), axis=0, return_inverse=True)
        step = np.round(log_odds(chance, guard=GUARD) / BIN)
        groups, which = np.unique(np.column_stack([pair.ravel(), step]), axis=0, return_inverse=True)
        which = which.ravel()
        rows = np.bincount(which, minlength=len(groups)).astype(np.float64)
        mean = np.bincount(which, chance, len(groups)) / rows
        return cls(
            log_odds(mean, guard=GUARD),
            np.bincount(which, slid, len(groups)).astype(np.float64),
            rows,
            groups[:, 0].astype(np.intp),
            keys[:, 0].astype(np.intp),
        )

    def under(self, deviation: float) -> CountRows:
        """The groups with the log odds that, shifted by a normal law, give their probability on average."""
        return replace(self, logit=conditional_log_odds(self.logit, deviation))


@dataclass(frozen=True)
class CountEvidence:
    """What years say of how much storms, and all storms of a year together, differ from what rows expect.

    Attributes
    ----------
    years : int array (years,)
    log_likelihood : float64 array (years, deviations, deviations)
        Of the standard deviation of the storms' own term of the log odds, and of the year's, each of ``DEVIATIONS``.
    """

    years: Numbers
    log_likelihood: Floats

    def belief(self, without: Optional[int] = None) -> CountBelief:
        """What all years, or all but one, leave believable."""
        kept = np.ones(len(self.years), bool) if without is None else self.years != without
        prior = -0.5 * (DEVIATIONS / PRIOR) ** 2
        log = self.log_likelihood[kept].sum(axis=0) + prior[:, None] + prior
        weights = np.exp(log - log.max())
        return CountBelief(weights / weights.sum())


@dataclass(frozen=True)
class CountBelief:
    """How believable each pair of deviations is.

    Attributes
    ----------
    weights : float64 array (deviations, deviations)
        Of the storms' own and the year's; their sum is 1.
    """

    weights: Floats

    @classmethod
    def certain(cls, storm: float, shared: float) -> CountBelief:
        """Two of ``DEVIATIONS`` that are known.

        >>> CountBelief.certain(0.4, 0.2).storm, CountBelief.certain(0.4, 0.2).shared
        (0.4, 0.2)
        """
        places = [int(np.abs(DEVIATIONS - one).argmin()) for one in (storm, shared)]
        weights = np.zeros((len(DEVIATIONS), len(DEVIATIONS)))
        weights[places[0], places[1]] = 1.0
        return cls(weights)

    @property
    def alone(self) -> CountBelief:
        """The same of storms, if a year has nothing of its own."""
        weights = np.zeros_like(self.weights)
        weights[:, 0] = self.weights.sum(axis=1)
        return CountBelief(weights)

    @property
    def storm(self) -> float:
        """Mean of the storms' own deviation."""
        return float(np.round(self.weights.sum(axis=1) @ DEVIATIONS, 12))

    @property
    def shared(self) -> float:
        """Mean of the deviation of years."""
        return float(np.round(self.weights.sum(axis=0) @ DEVIATIONS, 12))


def conditional_log_odds(logit: Floats, deviation: float) -> Floats:
    """Log odds (n,) whose probability, averaged over a normal shift of mean 0, is that of ``logit``.

    A random term would else raise rare probabilities (Zeger, Liang and Albert 1988); by a sum over equal steps.

    >>> logit = np.array([-5.0, -1.0, 0.0])
    >>> moved = conditional_log_odds(logit, 1.0)
    >>> p = probability_of(moved[:, None] + NODES) @ SHARES
    >>> bool(np.allclose(p, probability_of(logit), rtol=1e-3)), moved[:2].round(1).tolist()
    (True, [-5.5, -1.2])
    """
    if deviation == 0.0:
        return logit
    mean = probability_of(LADDER[:, None] + deviation * NODES) @ SHARES
    return np.interp(logit, log_odds(mean, guard=1e-15), LADDER)


def count_evidence(labels: npt.NDArray[Any], p: Floats, storms: Numbers, years: Numbers) -> CountEvidence:
    """What the rows (n,) of each year say; rows where p is NaN are left out.

    Rows of a storm share a normal term of the log odds, storms of a year another one; both have mean 0, and each row
    keeps its probability on average (a logistic model with random intercepts of two levels, Stiratelli, Laird and
    Ware 1984). The likelihood is summed over both terms. A part of a storm in another year counts as a storm of it.

    Parameters
    ----------
    labels, p, storms, years : arrays (n,)
        ``p`` of models that have not seen the row.

    Examples
    --------
    Four years of five storms, all rows of a storm alike: storms differ, years do not.

    >>> storms = np.repeat(np.arange(20), 8)
    >>> found = count_evidence(np.isin(storms % 5, (0, 3)), np.full(160, 0.4), storms, storms // 5).belief()
    >>> found.storm > 1.5, found.shared < 0.5
    (True, True)
    """
    rows = CountRows.of(labels, p, storms, years)
    names, year = np.unique(rows.year, return_inverse=True)
    found = np.zeros((len(names), len(DEVIATIONS), len(DEVIATIONS)))
    spread = [_spread(deviation) for deviation in DEVIATIONS]
    tables: dict[float, Floats] = {}
    for place, own in enumerate(DEVIATIONS):
        for other, shared in enumerate(DEVIATIONS):
            whole = _whole(own, shared)
            if whole not in tables:
                tables[whole] = _storm_log_likelihood(rows.under(whole))
            together = np.zeros((len(names), len(SHIFTS)))
            np.add.at(together, year.ravel(), _log_mean(tables[whole], spread[place]))
            found[:, place, other] = _log_mean(together, spread[other][:, [len(SHIFTS) // 2]])[:, 0]
    return CountEvidence(names, found)


def count_interval(
    p: Floats, storms: Numbers, belief: CountBelief, seed: int = 0, coverage: float = 0.9
) -> tuple[float, float]:
    """Interval of the number of landslides among rows (n,) of one year.

    Each draw takes a pair of deviations as believable as it is, so what is not known of them widens the interval; then
    a term of each storm, one of the year, and chance of each row.

    Parameters
    ----------
    p : float64 array (n,)
    storms : int array (n,)
    belief : CountBelief
        Of other years.
    seed : int
    coverage : float

    Examples
    --------
    >>> p, storms = np.full(400, 0.25), np.arange(400)
    >>> low, high = count_interval(p, storms, CountBelief.certain(0.0, 0.0))
    >>> 80 < low < 92 < 108 < high < 120
    True
    >>> wide = count_interval(p, storms, CountBelief.certain(0.0, 0.6))
    >>> wide[0] < low < high < wide[1]
    True
    """
    rows = CountRows.of(np.zeros(len(p)), p, storms, np.zeros(len(p), np.intp))
    drawn = _drawn_counts(rows, belief, np.random.default_rng(seed))
    ends = [(1.0 - coverage) / 2.0, (1.0 + coverage) / 2.0]
    low, high = np.quantile(drawn, ends, method="inverted_cdf")
    return float(low), float(high)


def _drawn_counts(rows: CountRows, belief: CountBelief, rng: np.random.Generator) -> Floats:
    """So many counts (draws,) as the belief makes them."""
    places = rng.choice(belief.weights.size, DRAWS, p=belief.weights.ravel())
    own, shared = (DEVIATIONS[part] for part in np.unravel_index(places, belief.weights.shape))
    whole = np.array([_whole(one, other) for one, other in zip(own, shared)])
    found = np.zeros(DRAWS)
    for deviation in np.unique(whole):
        logit, alike = rows.under(deviation).logit, np.flatnonzero(whole == deviation)
        for draws in _batches(alike, len(logit)):
            term = own[draws, None] * rng.normal(size=(len(draws), len(rows.year)))
            term += shared[draws, None] * rng.normal(size=(len(draws), 1))
            chance = probability_of(logit + term[:, rows.pair])
            found[draws] = rng.binomial(rows.rows.astype(np.int64), chance).sum(axis=1)
    return found


def _batches(draws: Numbers, groups: int) -> Iterator[Numbers]:
    each = max(1, AT_ONCE // max(groups, 1))
    for first in range(0, len(draws), each):
        yield draws[first : first + each]


def _whole(own: float, shared: float) -> float:
    """Deviation of the sum of both terms, to a tenth, so that few differ."""
    return round(float(np.hypot(own, shared)), 1)


def _spread(deviation: float) -> Floats:
    """Weights (shifts, shifts) of shifts by a normal law around each shift."""
    if deviation == 0.0:
        return np.eye(len(SHIFTS))
    weights = np.exp(-0.5 * ((SHIFTS[:, None] - SHIFTS) / deviation) ** 2)
    return np.asarray(weights / weights.sum(axis=0))


def _storm_log_likelihood(rows: CountRows) -> Floats:
    """Of each storm at each shift of its log odds (pairs, shifts)."""
    moved = rows.logit[:, None] + SHIFTS
    stood = -np.logaddexp(0.0, moved)
    log = rows.slid[:, None] * (stood + moved) + (rows.rows - rows.slid)[:, None] * stood
    first = np.flatnonzero(np.diff(rows.pair, prepend=-1))
    return np.add.reduceat(log, first, axis=0)


def _log_mean(log: Floats, weights: Floats) -> Floats:
    """Logarithm of the weighted sum of exponentials (n, columns)."""
    most = log.max(axis=1, keepdims=True)
    return np.asarray(most + np.log(np.maximum(np.exp(log - most) @ weights, LEAST)))
