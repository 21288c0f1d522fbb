"""Typical cells of the training, against which a prediction is explained."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import numpy as np
import numpy.typing as npt

from ...errors import BundleError

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
        kept = {STATIC: self.static}
        return kept if self.profile is None else {**kept, PROFILE: self.profile}


def stored_background(arrays: dict[str, Floats], factors: int) -> Optional[Background]:
    """The background among a bundle's arrays, which are taken out; None if there is none.

    Raises
    ------
    BundleError
        It has other factors than the model.

    Examples
    --------
    >>> stored_background({}, 2) is None
    True
    """
    static, profile = arrays.pop(STATIC, None), arrays.pop(PROFILE, None)
    if static is None:
        return None
    if static.ndim != 2 or static.shape[1] != factors or not len(static):
        raise BundleError("The stored background does not fit the factors; train again")
    return Background(static, profile)
