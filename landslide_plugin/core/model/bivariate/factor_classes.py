"""The classes of one factor, and which of them a cell lies in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Inputs = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.intp]
FULL_TURN = 360.0


@dataclass(frozen=True)
class FactorClasses:
    """Classes of one factor.

    A value on a limit belongs to the class below it; an angle on an edge to the sector that begins there.

    Attributes
    ----------
    name : str
    kind : {"continuous", "circular", "categorical"}
    columns : tuple of int
        Its columns among the encoded factors.
    limits : tuple of float
        Upper limits of all classes but the highest, in the factor's own unit; of a circular factor the edges in
        degrees at which sectors begin.
    encoded : tuple of float
        The limits as models see the factor; empty for a circular one.
    codes : tuple of int
        Of a categorical factor, each a class.

    Examples
    --------
    >>> slope = FactorClasses("slope", "continuous", (0,), limits=(10.0, 20.0), encoded=(-1.0, 1.0))
    >>> slope.of(np.array([[-1.0], [0.0], [1.5]], "f4")).tolist(), slope.names()
    ([0, 1, 2], ('<= 10', '10 to 20', '> 20'))
    >>> aspect = FactorClasses("aspect", "circular", (0, 1), limits=(90.0, 270.0))
    >>> aspect.of(np.array([[0.0, 1.0], [0.0, -1.0]], "f4")).tolist()  # north, south
    [1, 0]
    """

    name: str
    kind: str
    columns: tuple[int, ...]
    limits: tuple[float, ...] = ()
    encoded: tuple[float, ...] = ()
    codes: tuple[int, ...] = ()

    @property
    def count(self) -> int:
        """Number of classes."""
        if self.kind == "categorical":
            return len(self.codes)
        return max(len(self.limits), 1) if self.kind == "circular" else len(self.limits) + 1

    def of(self, static: Inputs) -> Numbers:
        """Class (n,) of encoded factors (n, d) without NaN, from 0."""
        if self.kind == "categorical":
            return np.asarray(static[:, list(self.columns)].argmax(axis=1), dtype=np.intp)
        if self.kind == "circular":
            edges = _turn(*(part(np.deg2rad(self.limits)).astype(np.float32) for part in (np.sin, np.cos)))
            turn = _turn(static[:, self.columns[0]], static[:, self.columns[1]])
            return np.asarray((np.searchsorted(edges, turn, side="right") - 1) % self.count, dtype=np.intp)
        limits = np.array(self.encoded, dtype=np.float32)
        return np.asarray(np.searchsorted(limits, static[:, self.columns[0]], side="left"), dtype=np.intp)

    def names(self, categories: Optional[Mapping[int, str]] = None) -> tuple[str, ...]:
        """What each class is called."""
        if self.kind == "categorical":
            return tuple(str((categories or {}).get(code, code)) for code in self.codes)
        words = [f"{limit:.{6}g}" for limit in self.limits]
        if self.kind == "circular":
            return tuple(f"{low} to {high}" for low, high in zip(words, [*words[1:], *words[:1]])) or ("all",)
        if not words:
            return ("all",)
        inner = [f"{low} to {high}" for low, high in zip(words, words[1:])]
        return (f"<= {words[0]}", *inner, f"> {words[-1]}")

    def ends(self) -> list[tuple[Optional[float], Optional[float]]]:
        """Lower and upper limit of each class; None where it is open, or a code.

        >>> FactorClasses("slope", "continuous", (0,), limits=(10.0,), encoded=(0.0,)).ends()
        [(None, 10.0), (10.0, None)]
        """
        if self.kind == "categorical":
            return [(None, None)] * self.count
        if self.kind == "circular":
            return list(zip(self.limits, (*self.limits[1:], *self.limits[:1]))) or [(None, None)]
        return list(zip((None, *self.limits), (*self.limits, None)))

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {
            "name": self.name,
            "kind": self.kind,
            "columns": list(self.columns),
            "limits": list(self.limits),
            "encoded": list(self.encoded),
            "codes": list(self.codes),
        }

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> FactorClasses:
        """The classes that ``to_dict`` stored."""
        return cls(
            str(stored["name"]),
            str(stored["kind"]),
            tuple(int(column) for column in stored["columns"]),
            limits=tuple(float(limit) for limit in stored["limits"]),
            encoded=tuple(float(limit) for limit in stored["encoded"]),
            codes=tuple(int(code) for code in stored["codes"]),
        )


def sector_edges(count: int) -> tuple[float, ...]:
    """Edges in degrees of equal sectors, one of which has north in its middle.

    >>> sector_edges(4)
    (45.0, 135.0, 225.0, 315.0)
    """
    return tuple((i + 0.5) * FULL_TURN / count for i in range(count))


def _turn(sine: Inputs, cosine: Inputs) -> Floats:
    """Numbers from 0 to 4 that rise with the angle from north, without a function whose last bit may vary.

    >>> _turn(np.array([0.0, 1.0, 0.0, -1.0], "f4"), np.array([1.0, 0.0, -1.0, 0.0], "f4")).tolist()
    [0.0, 1.0, 2.0, 3.0]
    """
    across, along = sine.astype(np.float64), cosine.astype(np.float64)
    share = across / (np.abs(across) + np.abs(along))
    return np.asarray(np.where(along < 0, 2.0 - share, np.where(across < 0, 4.0 + share, share)))
