"""By how much the base itself moves where a cell gets wetter or its soil weaker."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from ..families.ensemble import Base
from .extra_terms import STEP, ExtraTerms
from .training_arrays import TrainingArrays

Floats = npt.NDArray[np.float32]


def with_tilt(cells: TrainingArrays, base: Base, triggers: Floats, terms: ExtraTerms) -> TrainingArrays:
    """Cells that know the change of the base's log odds over one step of the monotone term.

    The sum of base and network shall not fall, not the network by itself.

    Parameters
    ----------
    cells : TrainingArrays
    base : LinearPart, AdditivePart or Trees
    triggers : float32 array (scenarios, k)
        Scaled; what the base adds for them is the same before and after the step.
    terms : ExtraTerms

    Examples
    --------
    >>> from ..families.linear import LinearPart
    >>> base = LinearPart(np.zeros(1), np.array([-2.0]), np.zeros(0), 0.0)
    >>> one = np.ones((1, 1), "f4")
    >>> cells = TrainingArrays(one, one[None], *[one] * 7, *[one[0]] * 3, one)
    >>> terms = ExtraTerms((0.0,), (-1.0,))  # half a deviation less cohesion
    >>> with_tilt(cells, base, np.zeros((1, 0), "f4"), terms).tilt.tolist()
    [1.0]
    """
    if not terms.directed:
        return cells
    steps = cells.steps(triggers)[..., :1, :]
    wetter = cells.static + np.array(terms.static, np.float32) * np.float32(STEP)
    weaker = cells.profile + np.array(terms.soil, np.float32) * np.float32(STEP)
    moved = base.logit(wetter, weaker, steps) - base.logit(cells.static, cells.profile, steps)
    return replace(cells, tilt=moved[:, 0].astype(np.float32))
