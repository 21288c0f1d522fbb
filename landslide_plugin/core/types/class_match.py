"""Which class of a mapped raster is which class of a model: by name where both have names, else by code."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Optional

import numpy as np

from ..errors import InputError
from .arrays import Surface

LARGEST_CODE = 1 << 24
"""Whole numbers from here on are not kept apart by float32, in which factors are read."""

NO_CLASS = 1.0 - LARGEST_CODE
"""Code of a class that the model has no name for; never a code of a model."""

SHOWN = 6

Names = Optional[Mapping[int, str]]


@dataclass(frozen=True)
class ClassMatch:
    """From the codes of a mapped raster to those of the model.

    Attributes
    ----------
    here, there : tuple of int
        Codes of the raster, in order, and what each is to the model.
    words : str
        What to say of it; empty if nothing is worth a line.
    by_name : bool
        False if codes count as they are.
    """

    here: tuple[int, ...] = ()
    there: tuple[int, ...] = ()
    words: str = ""
    by_name: bool = True

    def apply(self, values: Surface) -> Surface:
        """Codes of the model; those of a class without a name that the model knows become ``NO_CLASS``.

        >>> ClassMatch((1, 4), (9, 2)).apply(np.array([4, 1, 7, np.nan], np.float32)).tolist()[:3]
        [2.0, 9.0, -16777215.0]
        """
        if not self.by_name:
            return values
        known = np.isfinite(values)
        codes = np.rint(np.where(known, values, 0.0)).astype(np.int64)
        here, there = np.array(self.here, np.int64), np.array(self.there, np.float32)
        at = np.minimum(np.searchsorted(here, codes), len(here) - 1)
        found = np.where(here[at] == codes, there[at], np.float32(NO_CLASS))
        return np.where(known, found, np.float32(np.nan)).astype(np.float32)


def match_classes(factor: str, model: Names, raster: Names) -> ClassMatch:
    """How the classes of a raster are those of a model.

    Parameters
    ----------
    factor : str
        For messages.
    model, raster : mapping of int to str or None
        Names by code, where there are any.

    Raises
    ------
    InputError
        No name is shared, or one name stands for two codes, so that it tells no class.

    Examples
    --------
    >>> found = match_classes("lithology", {1: "basalt", 2: "clay"}, {1: "Clay ", 2: "marl"})
    >>> found.here, found.there, found.words
    ((1,), (2,), 'lithology: classes are matched by name (clay 1 -> 2); unknown to the model: marl')
    """
    if not model or not raster:
        side = "the model" if raster else "the raster"
        words = f"{factor}: classes are matched by code, since {side} has no class names"
        return ClassMatch(words=words if model or raster else "", by_name=False)
    if dict(model) == dict(raster):  # one legend: codes that it does not name are the same too
        return ClassMatch(by_name=False)
    of_model, of_raster = _by_name(factor, model, "the model"), _by_name(factor, raster, "the raster")
    shared = sorted((code, of_model[name], name) for name, code in of_raster.items() if name in of_model)
    if not shared:
        raise InputError(
            f"{factor}: no class name of the raster ({_listed(raster.values())}) is one of the model "
            f"({_listed(model.values())}); give the classes the model's names, or a raster without names but with its "
            "codes"
        )
    moved = [f"{name} {here} -> {there}" for here, there, name in shared if here != there]
    unknown = [raster[code] for name, code in of_raster.items() if name not in of_model]
    words = f"{factor}: classes are matched by name" + (f" ({_listed(moved)})" if moved else "")
    words += f"; unknown to the model: {_listed(unknown)}" if unknown else ""
    return ClassMatch(
        tuple(here for here, _, _ in shared),
        tuple(there for _, there, _ in shared),
        words if moved or unknown else "",
    )


def require_small_codes(name: str, largest: float) -> None:
    """Raise ``InputError`` if codes are too large to be kept apart.

    >>> require_small_codes("lithology", 16777216.0)
    Traceback (most recent call last):
    landslide_plugin.core.errors.InputError: lithology holds code 16777216; codes from 16777216 on are not kept apart \
in float32, so classes would merge; number them anew (Reclassify by table)
    """
    if LARGEST_CODE <= abs(largest) < math.inf:
        raise InputError(
            f"{name} holds code {largest:.0f}; codes from {LARGEST_CODE} on are not kept apart in float32, so classes "
            "would merge; number them anew (Reclassify by table)"
        )


def _by_name(factor: str, names: Mapping[int, str], whose: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for code, name in sorted(names.items()):
        key = " ".join(name.split()).casefold()
        if key in found:
            raise InputError(
                f"{factor}: name {name} of {whose} stands for codes {found[key]} and {code}; give each class its own "
                "name, or take a raster without names, which is matched by code"
            )
        if key:
            found[key] = code
    return found


def _listed(words: Iterable[str]) -> str:
    every = list(words)
    more = f" and {len(every) - SHOWN} more" if len(every) > SHOWN else ""
    return ", ".join(every[:SHOWN]) + more
