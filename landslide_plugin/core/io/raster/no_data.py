"""Marks of no-data that a raster does not declare: which numbers are such, who asks, and how they are said."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Optional

import numpy as np

from ...errors import InputError
from ...types.arrays import Flags, Surface
from ...types.lists import number, numbers, unquoted

PARAMETER = "NODATA"
SAID = "|nodata="
"""Stands between the path of a raster and the marks that the user said, which travel with it."""

NONE, THIS = "none", "this"

USUAL_NO_DATA = (-9999.0, -32768.0, -32767.0, 32767.0, 9999.0)
"""Values that mark no-data in many files; a height exactly so is one that was not declared."""


MARKS = (
    255.0,
    65535.0,
    *USUAL_NO_DATA,
    -99999.0,
    -2147483648.0,
    2147483647.0,
    9.96921e36,
    1e20,
    -1e20,
    3.4e38,
)
"""All of them, whatever the raster holds: also those of bytes, of whole numbers and of netCDF."""

MAY_BE_VALUES = (255.0, 9999.0, 32767.0)
"""Marks that a quantity may reach all the same, where others come near them."""

APART = 2.0
"""A mark that may be a value is one where it is this many times as large as any other value."""

EXACT_BELOW, ROUNDED = 1e7, 1e-5
"""Marks below are met exactly; larger ones as they are rounded in print and in float32."""


def undeclared(value: float) -> bool:
    """Whether a value is a usual mark of no-data.

    >>> undeclared(255.0), undeclared(-3.4028235e38), undeclared(9.969209968386869e36), undeclared(254.0)
    (True, True, True, False)
    """
    return abs(value) > 3.3e38 or any(abs(value - mark) <= 1e-5 * abs(mark) for mark in MARKS)


@dataclass(frozen=True)
class Said:
    """Marks of no-data that the user said of a raster.

    Attributes
    ----------
    marks : tuple of float
        None of them if each value is one.
    of_this : bool
        They were said of this very raster, and count although it declares another mark.
    """

    marks: tuple[float, ...] = ()
    of_this: bool = False

    @classmethod
    def of(cls, text: str, name: str) -> Optional[Said]:
        """What a text says of the raster of a name; None if it says nothing of it.

        Raises
        ------
        InputError
            The text is neither numbers nor ``none``, each with the name of a raster before it or without.

        Examples
        --------
        >>> Said.of("255 -9999", "ndvi"), Said.of("none", "ndvi"), Said.of(" ", "ndvi")
        (Said(marks=(255.0, -9999.0), of_this=False), Said(marks=(), of_this=False), None)
        >>> Said.of("-9999; soil=255", "soil"), Said.of("soil=255", "ndvi")
        (Said(marks=(255.0,), of_this=True), None)
        """
        found = None
        for entry in text.split(";"):
            raster, given, typed = entry.rpartition("=")
            if not typed.strip():
                continue
            marks = _typed(typed)
            if given and unquoted(raster).casefold() == name.casefold():
                return cls(marks, True)
            if not given:
                found = cls((found.marks if found else ()) + marks)
        return found

    @staticmethod
    def names(text: str) -> set[str]:
        """Names of rasters that a text speaks of, in small letters.

        >>> sorted(Said.names("-9999; Soil=255; my dem = none"))
        ['my dem', 'soil']
        """
        parts = [entry.rpartition("=") for entry in text.split(";")]
        return {unquoted(raster).casefold() for raster, given, _ in parts if given}

    def beside(self, path: str) -> str:
        """The path of the raster together with the marks.

        >>> Said((255.0,)).beside("a.tif"), Said().beside("a.tif"), Said((255.0,), True).beside("a.tif")
        ('a.tif|nodata=255.0', 'a.tif|nodata=none', 'a.tif|nodata=this 255.0')
        """
        this = [THIS] if self.of_this else []
        return f"{path}{SAID}{' '.join([*this, *(repr(float(mark)) for mark in self.marks)]) or NONE}"


def _typed(text: str) -> tuple[float, ...]:
    if text.strip().lower() == NONE:
        return ()
    single = number(text)
    return (single,) if single is not None else numbers(text, PARAMETER)


def parted(path: str) -> tuple[str, Optional[Said]]:
    """File and marks of what ``Said.beside`` gave.

    >>> parted("a.tif|nodata=this 255.0"), parted("a.tif")
    (('a.tif', Said(marks=(255.0,), of_this=True)), ('a.tif', None))
    """
    file, found, text = path.partition(SAID)
    of_this = text.startswith(THIS)
    return file, Said(_typed(text[len(THIS) :] if of_this else text), of_this) if found else None


def marked(values: Surface, marks: Sequence[float]) -> Flags:
    """Where values are one of the marks.

    >>> marked(np.array([254.0, 255.0, 2147483648.0]), (255.0, 2147483647.0)).tolist()
    [False, True, True]
    """
    found = np.zeros(values.shape, bool)
    for mark in marks:
        slack = ROUNDED * abs(mark) if abs(mark) >= EXACT_BELOW else 0.0
        found |= np.abs(values - mark) <= slack
    return found


@dataclass
class Extremes:
    """The ends of what a band holds, with the cells that hold a mark, and the ends of all else.

    Attributes
    ----------
    scale, offset : float
        Of the band: a mark is one as it is stored, whatever value that comes to.
    """

    scale: float = 1.0
    offset: float = 0.0
    marks: dict[float, int] = field(default_factory=dict)
    low: float = np.inf
    high: float = -np.inf
    _ends: list[float] = field(default_factory=lambda: [np.inf, -np.inf])

    def take(self, values: Surface) -> None:
        """Look at values, of which NaN are none.

        >>> tenths = Extremes(scale=0.1)
        >>> tenths.take(np.array([-999.9, 12.5], np.float32)); [f"{mark:g}" for mark in tenths.doubtful()]
        ['-9999']
        """
        known = values[np.isfinite(values)]
        if (self.scale, self.offset) != (1.0, 0.0):
            known = (known.astype(np.float64) - self.offset) / self.scale
        while known.size:
            ends = {float(known.min()), float(known.max())}
            self.low, self.high = min(self.low, *ends), max(self.high, *ends)
            found = {end for end in ends if undeclared(end)}
            if not found:
                self._ends = [min(self._ends[0], *ends), max(self._ends[1], *ends)]
                return
            for mark in found:
                self.marks[mark] = self.marks.get(mark, 0) + int(np.count_nonzero(known == mark))
            known = known[~np.isin(known, list(found))]

    def doubtful(self, named: Collection[float] = ()) -> Mapping[float, int]:
        """Number of cells by mark at the ends of the values, without those that have a name as a class.

        >>> bytes = Extremes()
        >>> bytes.take(np.array([3.0, 9.0, 255.0])); dict(bytes.doubtful())
        {255.0: 1}
        >>> bytes.take(np.array([254.0])); dict(bytes.doubtful())
        {}
        """
        others = max(abs(end) for end in self._ends)
        near = np.isfinite(others) and APART * others
        return {
            mark: count
            for mark, count in self.marks.items()
            if mark not in named
            and not self._ends[0] < mark < self._ends[1]
            and not (mark in MAY_BE_VALUES and (mark < near or not np.isfinite(others)))
        }


def saying(value: float, name: str, declared: Optional[float] = None) -> str:
    """What settles a mark of a raster: one that declares another mark must be named.

    >>> saying(0.0, "hills"), saying(0.0, "hills", -9999.0)
    ('NODATA=0', 'NODATA=hills=0')
    """
    return f"{PARAMETER}={value:g}" if declared is None else f"{PARAMETER}={name}={value:g}"


def why_doubted(value: float, count: int, declared: Optional[float] = None) -> str:
    """What is wrong with a mark that a band holds.

    >>> why_doubted(-9999.0, 12), why_doubted(65535.0, 2, -9999.0)
    ('holds -9999 in 12 cells, a usual mark of no-data, but does not declare it', \
'holds 65535 in 2 cells, a usual mark of no-data, but declares -9999')
    """
    return f"holds {value:g} in {count} cells, a usual mark of no-data, but {_but(declared)}"


def _but(declared: Optional[float]) -> str:
    return "does not declare it" if declared is None else f"declares {declared:g}"


def refused(what: str, value: float, count: int, name: str, declared: Optional[float] = None) -> InputError:
    """The error that asks about a mark, with the parameter and value that settle it.

    >>> print(refused("DEM hills", -9999.0, 12, "hills"))
    DEM hills holds -9999 in 12 cells, a usual mark of no-data, but does not declare it; say NODATA=-9999 (or \
NODATA=none if it is a value), or declare it (Translate)
    >>> print(refused("DEM hills", 32767.0, 2, "hills", -9999.0))
    DEM hills holds 32767 in 2 cells, a usual mark of no-data, but declares -9999; say NODATA=hills=32767 (or \
NODATA=none if it is a value), or declare it (Translate)
    """
    return InputError(
        f"{what} holds {value:g} in {count} cells, a usual mark of no-data, but {_but(declared)}; "
        f"say {saying(value, name, declared)} "
        f"(or {PARAMETER}=none if it is a value), or declare it (Translate)"
    )
