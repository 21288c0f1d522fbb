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
    maxima: Values,
    distribution: str,
    method: str,
    periods_yr: Values,
    *,
    draws: int,
    rng: np.random.Generator,
    progress: Progress = SILENT,
) -> Values:
    """Return levels (draws, periods) of records resampled with replacement.

    >>> rain, rng = np.array([40.0, 50.0, 60.0, 80.0]), np.random.default_rng(1)
    >>> levels = bootstrap_levels(rain, "gumbel", "lmoments", np.array([2.0, 50.0]), draws=5, rng=rng)
    >>> bool((levels[:, 1] > levels[:, 0]).all())
    True
    """
    if method == "lmoments":
        samples = rng.choice(maxima, size=(draws, len(maxima)))
        samples = samples[np.ptp(samples, axis=1) > 0]
        law = by_l_moments(samples, distribution)
        law = ExtremeValue(law.location[:, None], law.scale[:, None], law.shape[:, None])
        return law.return_level(np.asarray(periods_yr)[None, :])
    rows = []
    for _ in range(draws):
        progress.check()
        with suppress(InputError):  # a resample that has no likelihood maximum tells nothing
            sample = rng.choice(maxima, size=len(maxima))
            rows.append(fit(sample, distribution, method).return_level(periods_yr))
    return np.stack(rows)
