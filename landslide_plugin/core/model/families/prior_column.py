"""The probability of failure of slope physics as an input of a model: its log odds, and whether it was assessed."""

from __future__ import annotations

from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...types.odds import log_odds

Floats = npt.NDArray[np.float32]
CLIP = 1e-4
"""Probabilities of failure are kept this far from 0 and 1."""


def with_prior(static: Floats, triggers: Floats, pf: Optional[npt.NDArray[Any]]) -> tuple[Floats, Floats]:
    """Encoded factors with an indicator behind them, and triggers with the log odds of Pf behind them.

    The log odds are those of the row's own scenario. Where Pf is not assessed (flat, cliff, no data) they are 0 and so
    is the indicator: no cell is lost, and the model has a level of its own there. As a trigger they never lower the
    odds of landsliding.

    Parameters
    ----------
    static : float32 array (n, d)
    triggers : float32 array (S, k) or (n, S, k)
    pf : array (n, S) or None
        NaN where not assessed; None where nothing is known of it anywhere.

    Returns
    -------
    static : float32 array (n, d + 1)
    triggers : float32 array (n, S, k + 1)

    Examples
    --------
    >>> found = with_prior(np.zeros((2, 1), "f4"), np.zeros((1, 0), "f4"), np.array([[0.5], [np.nan]]))
    >>> found[0][:, 1].tolist(), found[1][:, 0, 0].tolist()
    ([1.0, 0.0], [0.0, 0.0])
    """
    n, (scenarios, columns) = len(static), triggers.shape[-2:]
    chance = np.full((n, scenarios), np.nan) if pf is None else np.asarray(pf, dtype=np.float64)
    known = np.isfinite(chance)
    odds = np.where(known, log_odds(np.where(known, chance, 0.5), guard=CLIP), 0.0)
    rain = np.broadcast_to(triggers, (n, scenarios, columns))
    assessed = known.any(axis=1, keepdims=True)
    wide = np.concatenate([rain, odds[:, :, None]], axis=2).astype(np.float32)
    return np.hstack([static, assessed]).astype(np.float32), wide
