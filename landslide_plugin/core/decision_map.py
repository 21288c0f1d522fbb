"""Conformal sets on a map: stable, undecided, landslide."""

from __future__ import annotations

from collections.abc import Mapping

from .errors import InputError
from .model.bundle import ModelBundle
from .model.conformal import NAMES, ConformalSets

Colours = Mapping[int, tuple[str, tuple[int, int, int]]]
COLOURS: Colours = {
    1: (NAMES[1], (166, 219, 160)),
    2: (NAMES[2], (247, 247, 247)),
    3: (NAMES[3], (178, 24, 43)),
}


def require_sets(bundle: ModelBundle) -> ConformalSets:
    """The conformal sets of a model, or an ``InputError`` that says what to do."""
    if bundle.conformal is None:
        raise InputError(
            "The model has no conformal sets: it was trained with too few held-out samples for the coverage, or by "
            "an older version; train again"
        )
    return bundle.conformal
