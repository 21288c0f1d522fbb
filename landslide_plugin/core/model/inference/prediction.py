"""What an ensemble says of cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import numpy as np
import numpy.typing as npt

from .sums import deviation, mean


@dataclass(frozen=True)
class Prediction:
    """Probabilities of every member.

    Attributes
    ----------
    probability : float32 array (members, cells, scenarios)
        NaN where a factor is missing or a category was never seen in training.
    unseen : int
        Cells left empty because of an unseen category.
    weights : float64 array (members,) or None
        What each member counts in mean and spread, where they do not count alike; their sum is 1.

    Examples
    --------
    >>> found = Prediction(np.array([[[0.2]], [[0.4]]], "f4"), 0)
    >>> f"{found.mean()[0, 0]:.3f} +- {found.spread()[0, 0]:.3f}"
    '0.300 +- 0.100'
    """

    probability: npt.NDArray[np.float32]
    unseen: int
    weights: Optional[npt.NDArray[np.float64]] = None

    def mean(self) -> npt.NDArray[np.float32]:
        """Mean over the members (cells, scenarios)."""
        return mean(self.probability, weights=self.weights)

    def spread(self) -> npt.NDArray[np.float32]:
        """Standard deviation over the members (cells, scenarios)."""
        return deviation(self.probability, self.weights)
