"""Along which inputs P must not fall, and between which scenarios triggers are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy.typing as npt

from ...types.scenarios import comparable_pairs

STRENGTHENING = ("cohesion", "friction")
WEAKENING = ("wetness", "saturation", "pore_pressure", "pressure_head", "water_table")
STEP = 0.5
"""Standard deviations from one cell of a finite difference to the other."""


@dataclass(frozen=True)
class ExtraTerms:
    """What else a training step does, beside labels, prior and order.

    Attributes
    ----------
    static, soil : tuple of float
        Direction among encoded factors and among soil properties in which P must not fall: 1 where
        more of it weakens a slope (wetness), -1 where more strengthens it (cohesion, friction), else 0.
    between : tuple of (int, int)
        Neighbouring scenarios, lower first, between which a trigger is drawn at each step.
    prior_between, order_between : bool
        Whether the prior is met at the drawn trigger, and whether P there must lie in order.
    """

    static: tuple[float, ...] = ()
    soil: tuple[float, ...] = ()
    between: tuple[tuple[int, int], ...] = ()
    prior_between: bool = False
    order_between: bool = False

    @property
    def directed(self) -> bool:
        """Whether any input has a direction."""
        return any(self.static) or any(self.soil)


def sign_of(name: str) -> float:
    """1 for wetness, -1 for cohesion and friction angle, 0 for all else, by the name.

    >>> sign_of("cohesion_kpa"), sign_of("wetness"), sign_of("topographic_wetness_index")
    (-1.0, 1.0, 0.0)
    """
    lower = name.lower()
    if lower.startswith(STRENGTHENING):
        return -1.0
    return 1.0 if lower.startswith(WEAKENING) else 0.0


def extra_terms(
    columns: Sequence[str],
    soil: Sequence[str],
    triggers: npt.NDArray[Any],
    directed: bool,
    prior_between: bool,
    order_between: bool,
) -> ExtraTerms:
    """Directions by the names of encoded factors and soil properties, and neighbouring scenarios if they are asked for.

    >>> import numpy as np
    >>> rain = np.array([[1.0], [2.0]])
    >>> found = extra_terms(["slope"], ["friction_deg", "thickness_m"], rain, True, True, False)
    >>> found.static, found.soil, found.between
    ((0.0,), (-1.0, 0.0), ((0, 1),))
    >>> extra_terms(["slope"], ["thickness_m"], rain, True, False, False) == ExtraTerms()
    True
    """
    pairs = neighbours(triggers) if prior_between or order_between else ()
    static, weaker = tuple(map(sign_of, columns)), tuple(map(sign_of, soil))
    if not directed or not (any(static) or any(weaker)):
        static, weaker = (), ()
    return ExtraTerms(static, weaker, pairs, prior_between and bool(pairs), order_between and bool(pairs))


def neighbours(triggers: npt.NDArray[Any]) -> tuple[tuple[int, int], ...]:
    """Comparable scenarios with none between them.

    >>> import numpy as np
    >>> neighbours(np.array([[1.0], [3.0], [2.0]]))
    ((0, 2), (2, 1))
    """
    pairs = {(int(low), int(high)) for low, high in comparable_pairs(triggers)}
    through = {(low, high) for low, mid in pairs for other, high in pairs if mid == other}
    return tuple(sorted(pairs - through))
