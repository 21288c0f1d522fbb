"""What landslides and stable samples say of sets of soil values: a binomial likelihood."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...types.arrays import Floats, Values
from ...types.odds import share_log_odds

LEAST_CHANCE = 1e-4
"""No landslide is held to be less likely than this, nor failure more certain: maps and inventories have errors."""


def sampling_offset(landslides: float, stable: float, share: float) -> float:
    """log(f1/f0): by how much the logit of a sample's probability lies over that of the ground.

    f1 is the share of the landslides that was sampled, f0 that of the stable cells.

    Source: Prentice, R. L., Pyke, R. (1979), Biometrika 66(3), 403-411 (case-control samples).

    Parameters
    ----------
    landslides, stable : float
        Samples of each kind.
    share : float
        Share of the ground that is landslides.

    Examples
    --------
    >>> abs(round(sampling_offset(10, 90, 0.1), 9))
    0.0
    >>> round(sampling_offset(50, 50, 0.01), 3) == round(np.log(99), 3)
    True
    """
    if not (landslides > 0 and stable > 0 and 0 < share < 1):
        raise InputError(
            f"{landslides:g} landslides, {stable:g} stable samples and a share of landslides of {share:g} give no "
            "likelihood; both kinds must be there, and the share must lie between 0 and 1"
        )
    return float(np.log(landslides / stable)) - share_log_odds(share)


@dataclass(frozen=True)
class ClassEvidence:
    """Samples of one soil class.

    Attributes
    ----------
    labels : bool array (cells,)
        Landslide or not.
    weights : float array (cells,)
        1/n of a landslide with n cells; 1 of a stable one.
    folds : int array (cells,)
    offset : float
        Of ``sampling_offset``.
    """

    labels: npt.NDArray[np.bool_]
    weights: Floats
    folds: npt.NDArray[np.intp]
    offset: float = 0.0

    def sampled(self, chances: Values) -> Floats:
        """Probability (..., cells) that a sample is a landslide, from that of its ground.

        >>> flat = ClassEvidence(np.array([True]), np.ones(1), np.zeros(1, int), offset=np.log(99))
        >>> flat.sampled(np.array([0.01])).round(6).tolist()
        [0.5]
        """
        inside = np.clip(np.asarray(chances, np.float64), LEAST_CHANCE, 1.0 - LEAST_CHANCE)
        odds = np.exp(self.offset) * inside / (1.0 - inside)
        return np.asarray(odds / (1.0 + odds))

    def scores(self, chances: Values, folds: int) -> Floats:
        """Log-likelihood (sets, folds) of the samples in each fold, from chances (sets, cells).

        >>> two = ClassEvidence(np.array([True, False]), np.ones(2), np.array([0, 1]))
        >>> np.exp(two.scores(np.array([[0.8, 0.4]]), 2)).round(3).tolist()
        [[0.8, 0.6]]
        """
        sampled = self.sampled(chances)
        each = np.log(np.where(self.labels, sampled, 1.0 - sampled)) * self.weights
        sums = np.zeros((len(each), folds))
        for fold in range(folds):
            sums[:, fold] = each[:, self.folds == fold].sum(axis=1)
        return sums
