"""Which scenarios can be compared: every trigger of the one grows or stays in the other."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt


def comparable_pairs(triggers: npt.NDArray[Any]) -> npt.NDArray[np.int32]:
    """Pairs (pairs, 2) of scenarios, lower first; the others are neither constrained nor counted.

    >>> comparable_pairs(np.array([[1.0, 5.0], [2.0, 5.0], [3.0, 4.0]])).tolist()
    [[0, 1]]
    """
    before, after = triggers[:, None], triggers[None]
    grows = (after >= before).all(axis=2) & (after > before).any(axis=2)
    return np.argwhere(grows).astype(np.int32)
