"""The classes of a map in the order of their danger."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from ...errors import InputError
from ...evaluation.classes import BODY, class_style
from ...types.arrays import Cells, Values
from ...words.speaking import is_called

MOST_CODES = 32
NO_CLASS = "No class"
"""Ground without a value, or beside the map: nothing is known of it, so it is no safe ground."""


@dataclass(frozen=True)
class ClassScale:
    """Codes from the least to the most dangerous, and their names.

    Attributes
    ----------
    codes : tuple of int
    names : tuple of str
    """

    codes: tuple[int, ...]
    names: tuple[str, ...]

    @classmethod
    def of(cls, codes: Iterable[int], end: str, names: Mapping[int, str], where: str) -> ClassScale:
        """The scale of the codes that a map holds.

        Parameters
        ----------
        end : {"high", "low"}
            The dangerous one.
        names : mapping of int to str
            Of codes; a code without one is called by its number.
        where : str
            What messages call the map.

        Raises
        ------
        InputError
            No code, or too many to be classes.

        Examples
        --------
        >>> ClassScale.of((1, 3), "low", {3: "safe"}, "map").names
        ('safe', '1')
        """
        order = sorted(set(codes), reverse=end == "low")
        if not order:
            raise InputError(f"{where} has no cell with a class")
        if len(order) > MOST_CODES:
            raise InputError(
                f"{where} holds {len(order)} different codes; allowed: at most {MOST_CODES} classes, so put it in "
                "classes first (Classify any map)"
            )
        return cls(tuple(order), tuple(names.get(code) or str(code) for code in order))

    def __len__(self) -> int:
        return len(self.codes)

    def ranks(self, values: Values) -> Cells:
        """Place (n,) of each value on the scale; one past the last for NaN and for what is no code.

        >>> ClassScale((1, 5), ("a", "b")).ranks(np.array([5.0, np.nan, 1.0, 3.0])).tolist()
        [1, 2, 0, 2]
        """
        found = np.full(np.shape(values), len(self.codes), np.intp)
        for rank, code in enumerate(self.codes):
            found[np.asarray(values) == code] = rank
        return found

    @property
    def top(self) -> int:
        """Place of the most dangerous class; mapped landslide bodies stand above it.

        >>> ClassScale((4, 5, 6), ("High", "Very high", "Mapped landslide body")).top
        1
        """
        last = len(self.codes) - 1
        body = self.codes[last] == BODY and is_called(self.names[last], class_style().body[0])
        return last - 1 if body and last else last

    def name(self, rank: int) -> str:
        """Name of a place on the scale, of the one past the last too."""
        return self.names[rank] if rank < len(self.codes) else NO_CLASS
