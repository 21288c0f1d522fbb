"""Fitting extreme-value distributions to annual maxima: L-moments or maximum likelihood."""

from __future__ import annotations

import numpy as np

from ..errors import InputError
from ..types.arrays import Values
from .extremes import EULER, SMALL_SHAPE, ExtremeValue

DISTRIBUTIONS = ("gev", "gumbel")
METHODS = ("lmoments", "mle")


def l_moments(maxima: Values) -> tuple[Values, Values, Values]:
    """Mean, L-scale and L-skewness of samples (..., years), by unbiased weights (Hosking 1990).

    >>> [round(float(v), 6) for v in l_moments(np.array([1.0, 2.0, 3.0, 4.0]))]
    [2.5, 0.833333, 0.0]
    """
    ordered = np.sort(maxima, axis=-1)
    n = ordered.shape[-1]
    rank = np.arange(n)
    b0 = ordered.mean(axis=-1)
    b1 = (ordered * rank / (n - 1)).mean(axis=-1)
    b2 = (ordered * rank * (rank - 1) / ((n - 1) * (n - 2))).mean(axis=-1)
    scale = 2 * b1 - b0
    third = 6 * b2 - 6 * b1 + b0
    return b0, scale, third / scale


def by_l_moments(maxima: Values, distribution: str) -> ExtremeValue:
    """Fit samples (..., years) by L-moments; parameters have the leading axes.

    Source: Hosking, J. R. M., Wallis, J. R., Wood, E. F. (1985), Technometrics 27(3), 251-261 (shape
    within 0.0009 for |xi| < 0.5).

    >>> years = (np.arange(2000) + 0.5) / 2000
    >>> back = by_l_moments(ExtremeValue(50.0, 10.0, 0.0).quantile(years), "gumbel")
    >>> round(float(back.location)), round(float(back.scale)), float(back.shape)
    (50, 10, 0.0)
    """
    from scipy.special import gamma

    mean, scale, skewness = l_moments(maxima)
    if distribution == "gumbel":
        sigma = scale / np.log(2.0)
        return ExtremeValue(mean - EULER * sigma, sigma, np.zeros_like(sigma))
    c = 2.0 / (3.0 + skewness) - np.log(2.0) / np.log(3.0)
    k = 7.8590 * c + 2.9554 * c * c
    k = np.where(np.abs(k) < SMALL_SHAPE, SMALL_SHAPE, k)
    ratio = gamma(1.0 + k)
    sigma = scale * k / (ratio * (1.0 - 2.0**-k))
    return ExtremeValue(mean - sigma * (1.0 - ratio) / k, sigma, -k)


def by_likelihood(maxima: Values, distribution: str) -> ExtremeValue:
    """Fit one record (years,) by maximum likelihood, starting from its L-moments.

    >>> years = (np.arange(2000) + 0.5) / 2000
    >>> back = by_likelihood(ExtremeValue(50.0, 10.0, 0.1).quantile(years), "gev")
    >>> round(float(back.location)), round(float(back.scale)), round(float(back.shape), 1)
    (50, 10, 0.1)
    """
    from scipy.optimize import minimize

    start = by_l_moments(maxima, distribution)
    first = [float(start.location), float(start.scale)]
    if distribution == "gev":
        first.append(float(start.shape))

    def loss(parameters: Values) -> float:
        return ExtremeValue(*parameters.tolist()).negative_log_likelihood(maxima)

    if not np.isfinite(loss(np.array(first))):
        first = [float(start.location), float(start.scale), 0.0][: len(first)]
    found = minimize(
        loss, first, method="Nelder-Mead", options={"xatol": 1e-8, "fatol": 1e-10, "maxiter": 4000}
    )
    if not found.success or not np.isfinite(found.fun):
        raise InputError(
            f"The {distribution} distribution could not be fitted by maximum likelihood; use L-moments"
        )
    return ExtremeValue(*(float(value) for value in found.x))


def fit(maxima: Values, distribution: str, method: str) -> ExtremeValue:
    """Fit one record (years,).

    Parameters
    ----------
    distribution : {"gev", "gumbel"}
    method : {"lmoments", "mle"}

    Examples
    --------
    >>> years = (np.arange(2000) + 0.5) / 2000
    >>> back = fit(ExtremeValue(50.0, 10.0, 0.1).quantile(years), "gev", "lmoments")
    >>> round(float(back.location)), round(float(back.scale)), round(float(back.shape), 1)
    (50, 10, 0.1)
    """
    if distribution not in DISTRIBUTIONS or method not in METHODS:
        raise InputError(
            f"Fit {distribution} by {method} is not known; allowed: {', '.join(DISTRIBUTIONS)} by {', '.join(METHODS)}"
        )
    if method == "mle":
        return by_likelihood(maxima, distribution)
    found = by_l_moments(maxima, distribution)
    return ExtremeValue(float(found.location), float(found.scale), float(found.shape))
