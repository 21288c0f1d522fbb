"""What an ensemble says of cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt


def member_mean(p: npt.NDArray[Any], dtype: Any = np.float32) -> npt.NDArray[Any]:
    """Mean over the first axis, added up member by member, so that its bits do not depend on the other axes.

    NumPy's own mean adds a lone cell's members in another order than those of many cells.

    >>> member_mean(np.array([[0.25], [0.75]], "f4")).tolist()
    [0.5]
    """
    total = p[0].astype(dtype)
    for member in p[1:]:
        total += member
    total /= len(p)
    return np.asarray(total)


@dataclass(frozen=True)
class Prediction:
    """Probabilities of every member.

    Attributes
    ----------
    probability : float32 array (members, cells, scenarios)
        NaN where a factor is missing or a category was never seen in training.
    unseen : int
        Cells left empty because of an unseen category.

    Examples
    --------
    >>> found = Prediction(np.array([[[0.2]], [[0.4]]], "f4"), 0)
    >>> f"{found.mean()[0, 0]:.3f} +- {found.spread()[0, 0]:.3f}"
    '0.300 +- 0.100'
    """

    probability: npt.NDArray[np.float32]
    unseen: int

    def mean(self) -> npt.NDArray[np.float32]:
        """Mean over the members (cells, scenarios)."""
        return member_mean(self.probability)

    def spread(self) -> npt.NDArray[np.float32]:
        """Standard deviation over the members (cells, scenarios)."""
        return np.asarray(self.probability.std(axis=0))
