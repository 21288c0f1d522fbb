"""How many landslides a year may bring: by chance, by storms that are worse or milder, and by what its storms share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from .judging import DRAWS, storm_sums

Floats = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.intp]
LEAST = 1e-9
"""A variance below it is none."""


@dataclass(frozen=True)
class CountVariance:
    """Variances of the factors, 1 on average, by which storms and years differ from what the rows expect.

    Attributes
    ----------
    storm : float
        Of the factor that each storm has for itself.
    shared : float
        Of the factor that all storms of a year have in common.
    years : float
        Of equal weight, that ``shared`` rests on; infinite where it is known.
    """

    storm: float
    shared: float = 0.0
    years: float = np.inf


def count_variance(labels: npt.NDArray[Any], p: Floats, storms: Numbers, years: Numbers) -> CountVariance:
    """Both variances from labels (n,) and held-out probabilities (n,); rows where p is NaN are left out.

    A storm s of year y has m expected landslides and, given a factor G of the year and F of the storm, both of mean 1
    and independent, G F m in truth. With d = found - m the moments are E[d d'] = var(G) m m' of two storms of one
    year, and E[d^2] = m' + (var(F) + var(G) + var(F) var(G)) m^2 of one storm, m' the sum of p (1 - p). So::

        shared = sum over years ((sum d)^2 - sum d^2) / sum over years ((sum m)^2 - sum m^2)
        both   = sum over storms (d^2 - m') / sum over storms m^2
        storm  = (both - shared) / (1 + shared)

    each held to 0 or more (moments as of a negative binomial count, McCullagh and Nelder 1989, section 6.2; of nested
    factors, Searle, Casella and McCulloch 1992). ``years`` is (sum w)^2 / sum w^2 with w = (sum m)^2 of a
    year (Satterthwaite 1946). A part of a storm in another year counts as a storm of that year.

    Parameters
    ----------
    labels, p, storms, years : arrays (n,)

    Examples
    --------
    Two storms in each of two years, two rows each, both years off by as much as they expect in every storm:

    >>> storms, years = np.repeat(np.arange(4), 2), np.repeat([2018, 2019], 4)
    >>> count_variance(np.repeat([1, 0], 4), np.full(8, 0.5), storms, years)
    CountVariance(storm=0.0, shared=0.5, years=2.0)

    One storm in each goes one way and one the other: nothing is shared.

    >>> count_variance(np.tile([1, 1, 0, 0], 2), np.full(8, 0.5), storms, years)
    CountVariance(storm=0.5, shared=0.0, years=2.0)
    """
    known = np.isfinite(p)
    slid, p, year = (np.asarray(labels)[known] > 0).astype(np.float64), p[known], years[known]
    _, pair = np.unique(np.column_stack([year, storms[known]]), axis=0, return_inverse=True)
    pair = pair.ravel()
    expected, found = storm_sums(p, pair)[0], storm_sums(slid, pair)[0]
    beyond, squares = (found - expected) ** 2, expected**2
    _, first = np.unique(pair, return_index=True)
    off, level = storm_sums(found - expected, year[first])[0], storm_sums(expected, year[first])[0]
    chance = float((p * (1.0 - p)).sum())
    both = max(0.0, (float(beyond.sum()) - chance) / max(float(squares.sum()), LEAST))
    among = float((level**2).sum() - squares.sum())
    shared = 0.0
    if among > LEAST * float((level**2).sum()):
        shared = min(max(0.0, float((off**2).sum() - beyond.sum()) / among), both)
    weight = level**2
    return CountVariance(
        (both - shared) / (1.0 + shared), shared, float(weight.sum() ** 2 / max((weight**2).sum(), LEAST))
    )


def count_interval(
    p: Floats, storms: Numbers, variance: CountVariance, seed: int = 0, coverage: float = 0.9
) -> tuple[float, float]:
    """Interval of the number of landslides among rows (n,) of one year.

    Each storm has a gamma factor of mean 1 for itself, and one in common with the others; a storm's count is then
    binomial, of its rows and their mean probability. The shared variance is known from a few years only, so each draw
    divides it by a chi-square over its degrees of freedom, as Student (1908) did for a mean.

    Parameters
    ----------
    p : float64 array (n,)
    storms : int array (n,)
    variance : CountVariance
        Of other years.
    seed : int
    coverage : float

    Examples
    --------
    >>> p, storms = np.full(400, 0.25), np.arange(400)
    >>> low, high = count_interval(p, storms, CountVariance(0.0))
    >>> 80 < low < 92 < 108 < high < 120
    True
    >>> wide = count_interval(p, storms, CountVariance(0.0, 0.2))
    >>> wide[0] < low < high < wide[1]
    True
    """
    known = np.isfinite(p)
    expected, rows = storm_sums(p[known], storms[known])
    rng = np.random.default_rng(seed)
    means = np.broadcast_to(expected, (DRAWS, len(expected)))
    if variance.storm > LEAST:
        means = means * rng.gamma(1.0 / variance.storm, variance.storm, means.shape)
    if variance.shared > LEAST:
        means = means * _shared_factors(variance, rng)[:, None]
    drawn = rng.binomial(rows.astype(np.int64), np.clip(means / rows, 0.0, 1.0)).sum(axis=1)
    low, high = np.quantile(drawn, [(1.0 - coverage) / 2.0, (1.0 + coverage) / 2.0])
    return float(low), float(high)


def _shared_factors(variance: CountVariance, rng: np.random.Generator) -> Floats:
    """One factor (draws,) a year, its variance as uncertain as the years that it was learnt from are few."""
    known = np.full(DRAWS, variance.shared)
    if np.isfinite(variance.years):
        known = known * variance.years / rng.chisquare(variance.years, DRAWS)
    return rng.gamma(1.0 / known, known)
