"""Whether the model agrees with the slope-stability prior and with the order of the triggers."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...types.scenarios import grows

Floats = npt.NDArray[np.float32]
SMALLEST_FALL = 1e-3
MATCHED_RANKS = "matched ranks"


@dataclass(frozen=True)
class Consistency:
    """Agreement with physics; a description of the model, not a measure of its quality.

    Attributes
    ----------
    fs_rho : float or None
        Spearman's rank correlation of -FS and P over all assessed cells and scenarios.
    violation_rate : float or None
        Of the cells and scenarios with FS below 1, the share that is not among as many with the highest P:
        matched ranks, so neither a threshold nor the share of landslides enters.
    falling_pairs_share : float or None
        Share of comparable scenario pairs in which P falls by more than 0.001 though no trigger falls.
    comparable_pairs : int
        Scenario pairs a cell.
    violation_by : str
        How ``violation_rate`` was reckoned; figures stored without it compared P with its threshold.
    """

    fs_rho: Optional[float]
    violation_rate: Optional[float]
    falling_pairs_share: Optional[float]
    comparable_pairs: int
    violation_by: str = MATCHED_RANKS

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return asdict(self)


def consistency(probability: Floats, fs: Optional[Floats], triggers: npt.NDArray[Any]) -> Consistency:
    """Consistency of mean probabilities (cells, scenarios).

    Parameters
    ----------
    fs : float32 array (cells, scenarios) or None
        Factor of safety, NaN where not assessed.
    triggers : array (scenarios, columns) or (cells, scenarios, columns)
        Of cells that have their own, a pair counts where it can be compared.

    Examples
    --------
    >>> p = np.array([[0.1, 0.6], [0.3, 0.2]], "f4")
    >>> found = consistency(p, None, np.array([[1.0], [2.0]]))
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
    rho = _spearman(-fs[known], probability[known])
    return Consistency(rho, violation_rate(probability[known], fs[known]), falling, len(pairs))


def violation_rate(probability: Floats, fs: Floats) -> Optional[float]:
    """Share of the k values with FS below 1 that is not among the k highest probabilities.

    None where all or none have FS below 1, since nothing can then be violated. Values that tie for the last
    place share what is left of it, so a constant P has the rate of chance, 1 - k / n.

    Parameters
    ----------
    probability, fs : float32 array (n,)
        Finite values of the same cells and scenarios.

    Examples
    --------
    >>> fs = np.array([0.8, 0.9, 1.2, 1.5], "f4")
    >>> violation_rate(np.array([0.3, 0.1, 0.2, 0.0], "f4"), fs), violation_rate(np.zeros(4, "f4"), fs)
    (0.5, 0.5)
    """
    unstable = fs < 1.0
    count = int(unstable.sum())
    if count in (0, len(fs)):
        return None
    cut = np.partition(probability, len(fs) - count)[len(fs) - count]
    above, tied = probability > cut, probability == cut
    share_of_tied = (count - int(above.sum())) / int(tied.sum())
    kept = int((above & unstable).sum()) + share_of_tied * int((tied & unstable).sum())
    return float(1.0 - kept / count)


def _spearman(one: Floats, other: Floats) -> Optional[float]:
    from scipy.stats import spearmanr

    if np.ptp(one) == 0 or np.ptp(other) == 0:
        return None
    return float(spearmanr(one, other).statistic)
