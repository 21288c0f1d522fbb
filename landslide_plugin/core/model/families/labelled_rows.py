"""What a base is fitted to: the inputs of cells, and what is known of each (cell, scenario)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True)
class LabelledRows:
    """Encoded inputs of cells with a label and a weight in every scenario.

    Attributes
    ----------
    static : float32 array (n, d)
    profile : float32 array (n, layers, q)
    triggers : float32 array (S, k) or (n, S, k)
        The same for all cells, or each cell's own.
    labels : float64 array (n, S)
        Landslide or not, or a share in [0, 1].
    weights : float64 array (n, S)
        0 where nothing is known.
    offsets : float64 array (n,) or None
        Log odds of the sampling: a fixed term of the logit that the fitted part is without.
    sampled : float64 array (n, S) or None
        Share of its kind and event that each row was drawn at, for families that take no offset.
    """

    static: npt.NDArray[np.float32]
    profile: npt.NDArray[np.float32]
    triggers: npt.NDArray[np.float32]
    labels: npt.NDArray[np.float64]
    weights: npt.NDArray[np.float64]
    offsets: Optional[npt.NDArray[np.float64]] = None
    sampled: Optional[npt.NDArray[np.float64]] = None

    @property
    def weighed(self) -> npt.NDArray[np.bool_]:
        """Cells (n,) with a weight in any scenario."""
        return np.asarray(self.weights.sum(axis=1) > 0)

    def take(self, rows: npt.NDArray[np.bool_]) -> LabelledRows:
        """The chosen cells."""
        triggers = self.triggers if self.triggers.ndim == 2 else self.triggers[rows]
        return LabelledRows(
            self.static[rows],
            self.profile[rows],
            triggers,
            self.labels[rows],
            self.weights[rows],
            offsets=None if self.offsets is None else self.offsets[rows],
            sampled=None if self.sampled is None else self.sampled[rows],
        )
