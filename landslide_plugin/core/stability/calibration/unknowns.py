"""What is not known of a soil, as ranges, and sets of values drawn from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...errors import InputError
from ...types.arrays import Floats


@dataclass(frozen=True)
class Unknown:
    """A property within a range, in which every value is as likely as every other before the landslides speak.

    Attributes
    ----------
    name : str
        Property with its unit, such as ``cohesion_kpa``.
    low, high : tuple of float
        Range by layer; the layers of a soil move together, each within its own.
    logarithmic : bool
        Even over the logarithm.
    """

    name: str
    low: tuple[float, ...]
    high: tuple[float, ...]
    logarithmic: bool = False

    def __post_init__(self) -> None:
        ends = list(zip(self.low, self.high))
        if len(self.low) != len(self.high) or any(not low <= high for low, high in ends):
            words = ", ".join(f"{low:g} to {high:g}" for low, high in ends)
            raise InputError(f"{self.name} ranges from {words}; each range must rise")
        if self.logarithmic and any(low <= 0 for low in self.low):
            raise InputError(f"{self.name} ranges from {min(self.low):g}; allowed: above 0")

    @property
    def is_open(self) -> bool:
        """Whether there is anything to find."""
        return any(high > low for low, high in zip(self.low, self.high))

    def at(self, share: Floats) -> Floats:
        """Values (layers, ...) at shares (...) of the range, 0 its low and 1 its high end.

        >>> Unknown("cohesion_kpa", (0.0, 10.0), (4.0, 20.0)).at(np.array([0.5])).tolist()
        [[2.0], [15.0]]
        >>> Unknown("conductivity_m_s", (1e-6,), (1e-4,), True).at(np.array([0.5])).round(9).tolist()
        [[1e-05]]
        """
        low, high = (
            np.reshape(np.asarray(end, float), (-1,) + (1,) * np.ndim(share)) for end in (self.low, self.high)
        )
        if self.logarithmic:
            return np.asarray(low * (high / low) ** share)
        return np.asarray(low + (high - low) * share)


def drawn_sets(unknowns: Sequence[Unknown], sets: int, seed: int) -> Floats:
    """Shares (sets, unknowns) of each range, spread evenly: a scrambled Sobol sequence.

    ``sets`` is rounded up to a power of two.

    Source: Sobol, I. M. (1967), USSR Computational Mathematics and Mathematical Physics 7(4), 86-112; scrambled as
    Owen (1998), Journal of Complexity 14(4), 466-489.

    >>> drawn = drawn_sets([Unknown("cohesion_kpa", (0.0,), (9.0,))], 100, seed=1)
    >>> drawn.shape, bool(abs(drawn.mean() - 0.5) < 0.01)
    ((128, 1), True)
    """
    from scipy.stats import qmc

    power = int(np.ceil(np.log2(max(sets, 2))))
    if not unknowns:
        return np.zeros((2**power, 0))
    return np.asarray(qmc.Sobol(len(unknowns), scramble=True, seed=seed).random_base2(power))
