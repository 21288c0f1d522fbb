"""Whether the slope-stability prior is worth learning from, and the probability it stands for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...types.odds import log_odds, probability_of
from ..families.linear import ridge_logistic
from .data import Cells, TrainingData
from .labels import at_columns, known_of
from .settings import TrainSettings

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
        """The probability q that a probability of failure of any shape stands for; NaN stays NaN."""
        return probability_of(self.slope * log_odds(pf, guard=PF_CLIP) + self.shift)


def fit_scale(
    pf: npt.NDArray[np.float32], labels: Floats, weights: Floats, offsets: Optional[Floats] = None
) -> PriorScale:
    """Slope and shift by logistic regression on training labels, so that the mean of q is their share.

    Parameters
    ----------
    pf : float32 array (n, scenarios)
    labels, weights : float64 array (n, scenarios)
        Rows without a weight or a Pf are left out.
    offsets : float64 array (n,), optional
        Log odds of the sampling, a fixed term of the regression that q is without.

    Notes
    -----
    A regression with an intercept gives a mean of q equal to the share of landslides. Where a few landslides
    happen to lie in order of Pf their likelihood grows with the slope without end, and q would be 0 or 1; so
    the slope is drawn to 1, what it is if Pf means what it says (Gelman et al. 2008 on separation). Many
    landslides override that. A slope that the landslides alone make negative is set to 0, which leaves q at
    their share everywhere.

    Examples
    --------
    >>> pf, labels = np.array([[0.9], [0.9], [0.1], [0.1]], "f4"), np.array([[0.0], [0.0], [1.0], [1.0]])
    >>> fit_scale(pf, labels, np.ones((4, 1)))  # landslides against the prior
    PriorScale(slope=0.0, shift=0.0)
    """
    used = (weights > 0) & np.isfinite(pf)
    rows = (log_odds(pf[used], guard=PF_CLIP)[:, None], labels[used])
    fixed = np.zeros(len(labels)) if offsets is None else offsets
    told = {"weights": weights[used], "offsets": np.broadcast_to(fixed[:, None], pf.shape)[used]}
    if ridge_logistic(*rows, 0.0, **told)[0] > 0:
        slope, shift = ridge_logistic(*rows, SLOPE_DEVIATION**-2, around=1.0, **told)
        return PriorScale(float(slope), float(shift))
    (level,) = ridge_logistic(rows[0][:, :0], rows[1], 0.0, **told)
    return PriorScale(0.0, float(level))


def meets_both_kinds(pf: npt.NDArray[np.float32], labels: Floats, weights: Floats) -> bool:
    """Whether a Pf (n, scenarios) is known at labels of both kinds, without which it has no scale.

    >>> pf = np.array([[0.2], [0.9], [np.nan]], "f4")
    >>> truth, weight = np.array([[0.0], [0.0], [1.0]]), np.ones((3, 1))
    >>> meets_both_kinds(pf, truth, weight), meets_both_kinds(pf, truth[::-1], weight)
    (False, True)
    """
    told = labels[(weights > 0) & np.isfinite(pf)]
    return bool(told.size and told.min() < 1 and told.max() > 0)


Singles = npt.NDArray[np.float32]


@dataclass(frozen=True)
class PhysicsTargets:
    """Prior probability and side of FS = 1 at cells, each (n, scenarios) with weights 0 or 1."""

    prior: Singles
    prior_weights: Singles
    side: Singles
    side_weights: Singles


def physics_targets(
    cells: Cells, scenarios: int, scale: Optional[PriorScale], fs_margin: float
) -> PhysicsTargets:
    """Targets of the physics terms; weights are 0 where the prior has no value (flat, cliff, no-data)."""
    shape = (len(cells), scenarios)
    prior, w_prior = np.full(shape, 0.5, np.float32), np.zeros(shape, np.float32)
    side, w_side = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
    if scale is not None and cells.prior_pf is not None:
        known = np.isfinite(cells.prior_pf)
        prior[known] = scale.probability(cells.prior_pf[known])
        w_prior[known] = 1.0
    if cells.prior_fs is not None:
        known = np.isfinite(cells.prior_fs)
        side[known] = side_of_one(cells.prior_fs[known], fs_margin)
        w_side[side != 0.0] = 1.0
    return PhysicsTargets(prior, w_prior, side, w_side)


def side_of_one(fs: Singles, margin: float) -> Singles:
    """+1 where FS is clearly below 1, -1 where it is clearly above, 0 between.

    >>> side_of_one(np.array([0.8, 1.05, 1.5], "f4"), 0.1).tolist()
    [1.0, 0.0, -1.0]
    """
    return np.where(fs < 1.0 - margin, 1.0, np.where(fs > 1.0 + margin, -1.0, 0.0)).astype(np.float32)


def check_prior(data: TrainingData, settings: TrainSettings) -> tuple[float, list[str]]:
    """Lambda to train with, and warnings.

    Raises
    ------
    InputError
        The prior cannot teach anything and the settings say to stop then.
    """
    pf, fs = data.cells.prior_pf, data.cells.prior_fs
    if settings.physics_lambda == 0.0 or (pf is None and fs is None):
        return 0.0, []
    reason = _reason(data, settings)
    if reason is not None:
        advice = "check slope, strength and rain of the prior, or choose to train without the physics term"
        if settings.degenerate_prior == "stop":
            raise InputError(f"The slope-stability prior is degenerate: {reason}; {advice}")
        return 0.0, [f"The slope-stability prior is degenerate: {reason}; lambda is set to 0"]
    known = pf[np.isfinite(pf)] if pf is not None else np.ones(1)
    if known.max() < 0.5:
        return settings.physics_lambda, [
            f"The slope-stability prior calls the whole area stable (largest probability of failure "
            f"{known.max():.2f})"
        ]
    return settings.physics_lambda, []


def _reason(data: TrainingData, settings: TrainSettings) -> Optional[str]:
    pf, fs = _with_extra(data, "prior_pf"), _with_extra(data, "prior_fs")
    if settings.physics_loss != "probability" and fs is None:
        return "the sign of FS - 1 is asked for, but no factor of safety is given"
    if settings.physics_loss == "sign":
        return None if fs is not None and np.isfinite(fs).any() else "it has no factor of safety anywhere"
    if pf is None:
        return "no probability of failure is given"
    reason = weakness(pf, fs)
    if reason is not None:
        return reason
    known = known_of(data)
    own = at_columns(data.cells.prior_pf, data, own=True)
    if own is not None and not meets_both_kinds(own, known.labels, known.weights):
        return "it has values at too few samples; both landslides and stable samples must lie where it was assessed"
    if own is not None and fit_scale(own, known.labels, known.weights, known.offsets).slope == 0.0:
        return "landslides are not more frequent where its probability of failure is higher (a = 0)"
    return None


def _with_extra(data: TrainingData, name: str) -> Optional[Singles]:
    own = getattr(data.cells, name)
    more = getattr(data.extra, name) if data.extra is not None else None
    parts = [part for part in (own, more) if part is not None]
    return np.concatenate(parts) if parts else None
