"""Typical cells of the training, against which a prediction is explained."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import numpy as np
import numpy.typing as npt

from ..errors import BundleError
from .training_data import TrainingData

Floats = npt.NDArray[np.float32]
CELLS = 8
STATIC, PROFILE = "background/static", "background/profile"


@dataclass(frozen=True)
class Background:
    """Cells that stand for the ground of the training area.

    Attributes
    ----------
    static : float32 array (cells, factors)
        Raw factor values.
    profile : float32 array (cells, layers, properties) or None
    """

    static: Floats
    profile: Optional[Floats] = None

    def __len__(self) -> int:
        return len(self.static)

    def arrays(self) -> dict[str, Floats]:
        """The values under the names they have in a bundle."""
        found = {STATIC: self.static}
        return found if self.profile is None else {**found, PROFILE: self.profile}


def stored_background(arrays: dict[str, Floats], factors: int) -> Optional[Background]:
    """The background among a bundle's arrays, which are taken out; None if there is none.

    Raises
    ------
    BundleError
        It has other factors than the model.
    """
    static, profile = arrays.pop(STATIC, None), arrays.pop(PROFILE, None)
    if static is None:
        return None
    if static.ndim != 2 or static.shape[1] != factors or not len(static):
        raise BundleError("The stored background does not fit the factors; train again")
    return Background(static, profile)


def choose_background(data: TrainingData, p: npt.NDArray[np.float64]) -> Background:
    """Stable samples whose fitted probabilities stand evenly between the lowest and the highest.

    Stable samples are drawn from the whole area, while landslides are gathered where they happen: the mean of the
    former is what a cell of the area has. They are put in the order of their probability, cut into ``CELLS`` runs
    of one length, and the middle one of each run is taken; the mean over these cells is close to the mean over all.

    Parameters
    ----------
    p : float64 array (n,)
        Fitted probability of each sample in the reference scenario.
    """
    stable = np.flatnonzero(data.labels <= 0)
    rows = stable if len(stable) >= CELLS else np.arange(len(data.labels))
    order = rows[np.argsort(p[rows], kind="stable")]
    middle = ((np.arange(CELLS) + 0.5) * len(order) / CELLS).astype(np.intp)
    chosen = data.cells.take(order[middle])
    return Background(chosen.static, chosen.profile)
