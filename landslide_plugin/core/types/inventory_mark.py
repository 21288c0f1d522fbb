"""What remains known of landslides that something was fitted to, so that none is judged by them unawares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from ..errors import InputError
from .arrays import Floats

CALIBRATED_ON = "CALIBRATED_ON"
"""Metadata of a raster that was computed with a soil fitted to landslides; the column of a table is its small form."""

KEPT = 128
"""Landslides whose own marks are kept: of a part of the inventory as small as a twentieth all but surely some."""

DIGITS = 8
PLACES = 5  # of a degree, about a metre: the same landslide in another file or CRS has the same mark


@dataclass(frozen=True)
class InventoryMark:
    """Marks of the landslides of an inventory.

    Attributes
    ----------
    landslides : int
    whole : str
        Hash of all of them.
    kept : frozenset of str
        Marks of the landslides whose hashes are the smallest, ``KEPT`` at most, so that two inventories that share
        landslides keep the same of them.
    law : str
        Pore-pressure law that the soil was fitted with; empty if not said.
    """

    landslides: int
    whole: str
    kept: frozenset[str]
    law: str = ""

    @staticmethod
    def of(marks: Sequence[str], law: str = "") -> InventoryMark:
        """The mark of landslides with the marks of ``marks_of``, in any order.

        >>> import numpy as np
        >>> one, other = (InventoryMark.of(marks_of(np.array(xy))) for xy in ([[1, 2], [3, 4]], [[3, 4], [1, 2]]))
        >>> one == other, one.landslides
        (True, 2)
        """
        each = sorted(set(marks))
        whole = sha256("".join(each).encode()).hexdigest()[: 2 * DIGITS]
        return InventoryMark(len(each), whole, frozenset(each[:KEPT]), law)

    @property
    def text(self) -> str:
        """One line for a table or a raster: count, hash of all, marks, law."""
        return f"{self.landslides} {self.whole} {''.join(sorted(self.kept))} {self.law}".rstrip()

    @staticmethod
    def read(text: str, where: str) -> InventoryMark:
        """The mark of a line that ``text`` gave.

        Raises
        ------
        InputError
            The line was changed.

        Examples
        --------
        >>> mark = InventoryMark.of(["0a1b2c3d"])
        >>> InventoryMark.read(mark.text, "table") == mark
        True
        """
        parts = text.split()
        try:
            count, whole, joined, *law = parts
            kept = [joined[i : i + DIGITS] for i in range(0, len(joined), DIGITS)]
            if len(law) > 1 or not kept or any(len(mark) != DIGITS or int(mark, 16) < 0 for mark in kept):
                raise ValueError(joined)
            return InventoryMark(int(count), whole, frozenset(kept), "".join(law))
        except ValueError:
            raise InputError(
                f"{where}: the mark of the landslides that it was calibrated on cannot be read; calibrate again"
            ) from None

    def shared(self, marks: Sequence[str]) -> int:
        """How many of the kept landslides are among those of ``marks``."""
        return len(self.kept & set(marks))


def mark_metadata(marks: Sequence[str]) -> dict[str, str]:
    """Metadata of a raster computed from soils with the given marks; empty if there are none.

    >>> mark_metadata([]), list(mark_metadata(["2 aa bb"]))
    ({}, ['CALIBRATED_ON'])
    """
    return {CALIBRATED_ON: ";".join(marks)} if marks else {}


def require_apart(metadata: Mapping[str, str], marks: Sequence[str], raster: str, use: str) -> None:
    """Raise ``InputError`` if a raster comes from a soil fitted to any of the landslides with these marks.

    Parameters
    ----------
    metadata : mapping
        Of the raster.
    marks : sequence of str
        Of the landslides that are now to be learnt from.
    raster : str
        What messages call the raster.
    use : str
        What the raster is to be, such as ``the prior``.
    """
    for text in marks_in(metadata):
        mark = InventoryMark.read(text, raster)
        shared = mark.shared(marks)
        if shared:
            raise InputError(
                f"{raster} cannot be {use}: its soil was calibrated on landslides that this training learns from and "
                f"is judged by ({shared} of the {len(mark.kept)} that it remembers of {mark.landslides}), so scores "
                "would be too good; compute it with a soil that was not calibrated, or that was calibrated on other "
                "landslides"
            )


def marks_in(metadata: Mapping[str, str]) -> tuple[str, ...]:
    """The marks that ``mark_metadata`` wrote.

    >>> marks_in(mark_metadata(["2 aa bb", "1 cc dd"]))
    ('2 aa bb', '1 cc dd')
    """
    return tuple(mark for mark in metadata.get(CALIBRATED_ON, "").split(";") if mark)


def marks_of(longitude_latitude: Floats) -> list[str]:
    """The mark of each landslide, from the longitude and latitude (n, 2) of its middle.

    >>> import numpy as np
    >>> marks_of(np.array([[8.1, 46.2], [8.1000001, 46.2]]))[0] == marks_of(np.array([[8.1, 46.2]]))[0]
    True
    """
    return [
        sha256(f"{x + 0.0:.{PLACES}f},{y + 0.0:.{PLACES}f}".encode()).hexdigest()[:DIGITS]
        for x, y in longitude_latitude.round(PLACES).tolist()
    ]
