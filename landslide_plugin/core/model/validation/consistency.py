"""Whether the model agrees with the slope-stability prior and with the order of the triggers."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...types.scenarios import grows
from ..fitting.prior import side_of_one

Floats = npt.NDArray[np.float32]
SMALLEST_FALL = 1e-3


@dataclass(frozen=True)
class Consistency:
    """Agreement with physics; a description of the model, not a measure of its quality.

    Attributes
    ----------
    fs_rho : float or None
        Spearman's rank correlation of -FS and P over all assessed cells and scenarios.
    violation_rate : float or None
        Share of cells clearly on one side of FS = 1 whose P is on the other side of the threshold.
    falling_pairs_share : float or None
        Share of comparable scenario pairs in which P falls by more than 0.001 though no trigger falls.
    comparable_pairs : int
        Scenario pairs a cell.
    """

    fs_rho: Optional[float]
    violation_rate: Optional[float]
    falling_pairs_share: Optional[float]
    comparable_pairs: int

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return asdict(self)


def consistency(
    probability: Floats,
    fs: Optional[Floats],
    triggers: npt.NDArray[Any],
    threshold: float,
    fs_margin: float,
) -> Consistency:
    """Consistency of mean probabilities (cells, scenarios).

    Parameters
    ----------
    fs : float32 array (cells, scenarios) or None
        Factor of safety, NaN where not assessed.
    triggers : array (scenarios, columns) or (cells, scenarios, columns)
        Of cells that have their own, a pair counts where it can be compared.
    threshold, fs_margin : float

    Examples
    --------
    >>> p = np.array([[0.1, 0.6], [0.3, 0.2]], "f4")
    >>> found = consistency(p, None, np.array([[1.0], [2.0]]), 0.5, 0.1)
    >>> found.falling_pairs_share, found.comparable_pairs
    (0.5, 1)
    """
    can = grows(triggers)
    pairs = np.argwhere(can if triggers.ndim == 2 else can.any(axis=0))
    falls = probability[:, pairs[:, 1]] < probability[:, pairs[:, 0]] - SMALLEST_FALL
    if triggers.ndim == 3:
        falls = falls[can[:, pairs[:, 0], pairs[:, 1]]]
    falling = float(falls.mean()) if falls.size else None
    if fs is None or np.isfinite(fs).sum() < 3:
        return Consistency(None, None, falling, len(pairs))
    known = np.isfinite(fs)
    side = side_of_one(fs[known], fs_margin)
    wrong = ((side > 0) & (probability[known] < threshold)) | ((side < 0) & (probability[known] >= threshold))
    judged = int((side != 0).sum())
    violations = float(wrong.sum() / judged) if judged else None
    return Consistency(_spearman(-fs[known], probability[known]), violations, falling, len(pairs))


def _spearman(one: Floats, other: Floats) -> Optional[float]:
    from scipy.stats import spearmanr

    if np.ptp(one) == 0 or np.ptp(other) == 0:
        return None
    return float(spearmanr(one, other).statistic)
