"""The slope-stability prior: is it worth learning from, and what probability does it stand for?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from .linear import ridge_logistic

Floats = npt.NDArray[np.float64]
PF_CLIP = 1e-4
FS_CAP = 10.0
SMALLEST_SPREAD = 0.05
FS_VARIATION = 0.2
SLOPE_DEVIATION = 0.5
"""How far the slope of a Pf that is right may lie from 1: its standard deviation before any landslide is seen."""


def weakness(pf: npt.NDArray[np.float32], fs: Optional[npt.NDArray[np.float32]]) -> Optional[str]:
    """Why a prior cannot teach anything, or None if it can.

    Parameters
    ----------
    pf, fs : float32 arrays (cells, scenarios)
        Probability of failure and factor of safety, NaN where not assessed; judged over all
        scenarios together.

    Examples
    --------
    >>> weakness(np.array([[0.1, 0.9]], "f4"), None) is None
    True
    >>> weakness(np.array([[0.11, 0.12]], "f4"), None)
    'its probability of failure hardly varies (P95 - P5 = 0.009, at least 0.05 is needed)'
    """
    known = pf[np.isfinite(pf)]
    if not known.size:
        return "it has no value at any sample or extra cell"
    low, high = np.percentile(known, (5, 95))
    if high - low < SMALLEST_SPREAD:
        return (
            f"its probability of failure hardly varies (P95 - P5 = {high - low:.3f}, "
            f"at least {SMALLEST_SPREAD:g} is needed)"
        )
    if fs is not None and np.isfinite(fs).any():
        share = float((fs[np.isfinite(fs)] >= FS_CAP).mean())
        if share > 0.5:
            return f"{share:.0%} of its factors of safety are at or above the cap of {FS_CAP:g}"
    return None


def pf_from_fs(fs: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Probability of failure of a lognormal factor of safety with this median; NaN stays NaN.

    Its coefficient of variation is taken as 0.2, in the middle of what Duncan (2000) reports for
    slopes. Only for a prior that comes without a probability of its own; the regression on the
    landslides sets slope and level of it anyway.

    >>> pf_from_fs(np.array([1.0, np.nan], "f4")).tolist()
    [0.5, nan]
    """
    from scipy.special import ndtr

    spread = np.sqrt(np.log1p(FS_VARIATION**2))
    index = np.log(np.maximum(fs.astype(np.float64), 1e-6)) / spread
    return np.asarray(ndtr(-index), dtype=np.float32)


@dataclass(frozen=True)
class PriorScale:
    """Probability of failure on the scale of the inventory: q = sigma(slope x logit(Pf) + shift).

    Attributes
    ----------
    slope : float
        Not negative; 0 says that the landslides do not follow the prior at all.
    shift : float

    Examples
    --------
    >>> PriorScale(1.0, 0.0).probability(np.array([0.25, np.nan])).tolist()
    [0.25, nan]
    """

    slope: float
    shift: float

    def probability(self, pf: npt.NDArray[Any]) -> Floats:
        """q of a probability of failure of any shape; NaN stays NaN."""
        return np.asarray(_sigmoid(self.slope * _logit(pf) + self.shift))


def fit_scale(pf: npt.NDArray[np.float32], labels: Floats, weights: Floats) -> PriorScale:
    """Slope and shift by logistic regression on training labels, so that the mean of q is their share.

    Parameters
    ----------
    pf : float32 array (n, scenarios)
    labels, weights : float64 array (n, scenarios)
        Rows without a weight or a Pf are left out.

    Notes
    -----
    A regression with an intercept gives a mean of q equal to the share of landslides. Where a few landslides
    happen to lie in order of Pf their likelihood grows with the slope without end, and q would be 0 or 1; so
    the slope is drawn to 1, what it is if Pf means what it says (Gelman et al. 2008 on separation). Many
    landslides override that. A slope that the landslides alone make negative is set to 0, which leaves q at
    their share everywhere.
    """
    used = (weights > 0) & np.isfinite(pf)
    rows = (_logit(pf[used])[:, None], labels[used])
    if ridge_logistic(*rows, 0.0, weights[used])[0] > 0:
        slope, shift = ridge_logistic(*rows, SLOPE_DEVIATION**-2, weights[used], around=1.0)
        return PriorScale(float(slope), float(shift))
    share = float(np.average(labels[used], weights=weights[used]))
    return PriorScale(0.0, float(np.log(share / (1.0 - share))))


def _logit(pf: npt.NDArray[Any]) -> Floats:
    clipped = np.clip(pf.astype(np.float64), PF_CLIP, 1.0 - PF_CLIP)
    return np.asarray(np.log(clipped) - np.log1p(-clipped))


def _sigmoid(values: Floats) -> Floats:
    return np.asarray(0.5 * (1.0 + np.tanh(0.5 * values)))
