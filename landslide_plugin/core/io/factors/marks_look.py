"""What is seen of factors while they are read, so that they need not be read once more for marks of no-data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Callable

from ...errors import InputError
from ...types.arrays import Surface
from ..raster.no_data import Extremes


@dataclass
class MarksLook:
    """Looks at the values of factors, read part by part, for marks of no-data that nobody declared.

    Attributes
    ----------
    seen : sequence of Extremes
        One a factor.
    judge : callable
        Raises ``InputError`` if what was seen of the factor with a number holds such a mark at its ends.
    """

    seen: Sequence[Extremes]
    judge: Callable[[int, Extremes], None]

    def take(self, values: Surface) -> None:
        """Look at values (factors, ...), each cell once.

        >>> import numpy as np
        >>> look = MarksLook([Extremes()], lambda number, seen: None)
        >>> look.take(np.array([[3.0, -9999.0]])); look.seen[0].marks
        {-9999.0: 1}
        """
        for extremes, of_factor in zip(self.seen, values):
            extremes.take(of_factor)

    def require_declared(self) -> None:
        """Raise ``InputError`` if a factor holds an undeclared mark of no-data."""
        for number, extremes in enumerate(self.seen):
            self.judge(number, extremes)

    @property
    def is_doubtful(self) -> bool:
        """Whether what was seen so far would be refused; more values may settle it."""
        try:
            self.require_declared()
        except InputError:
            return True
        return False
