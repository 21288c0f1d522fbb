"""Turn the slope-stability prior of a job into what the physics terms of the loss need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import numpy as np
import numpy.typing as npt

from ..errors import InputError
from .prior import PriorScale, fit_scale, weakness
from .scenario_labels import scenario_labels
from .settings import TrainSettings
from .training_data import Cells, TrainingData

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class PhysicsTargets:
    """Prior probability and side of FS = 1 at cells, each (n, scenarios) with weights 0 or 1."""

    prior: Floats
    prior_weights: Floats
    side: Floats
    side_weights: Floats


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


def side_of_one(fs: Floats, margin: float) -> Floats:
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
    found = weakness(pf, fs)
    if found is not None:
        return found
    labels, weights = scenario_labels(data.labels, data.event_period_yr, data.scenarios, data.reference)
    if data.cells.prior_pf is not None and fit_scale(data.cells.prior_pf, labels, weights).slope == 0.0:
        return "landslides are not more frequent where its probability of failure is higher (a = 0)"
    return None


def _with_extra(data: TrainingData, name: str) -> Optional[Floats]:
    own = getattr(data.cells, name)
    more = getattr(data.extra, name) if data.extra is not None else None
    parts = [part for part in (own, more) if part is not None]
    return np.concatenate(parts) if parts else None
