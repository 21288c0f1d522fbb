"""Which scenarios can be compared: every trigger of the one grows or stays in the other."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt


def grows(triggers: npt.NDArray[Any]) -> npt.NDArray[np.bool_]:
    """Whether triggers (..., S, k) grow from one scenario to another (..., S, S): all stay or rise, one rises."""
    before, after = triggers[..., :, None, :], triggers[..., None, :, :]
    return np.asarray((after >= before).all(axis=-1) & (after > before).any(axis=-1))


def comparable_pairs(triggers: npt.NDArray[Any]) -> npt.NDArray[np.int32]:
    """Pairs (pairs, 2) of scenarios, lower first; the others are neither constrained nor counted.

    >>> comparable_pairs(np.array([[1.0, 5.0], [2.0, 5.0], [3.0, 4.0]])).tolist()
    [[0, 1]]
    """
    return np.argwhere(grows(triggers)).astype(np.int32)
