"""Conformal sets on a map: stable, undecided, landslide."""

from __future__ import annotations

from .errors import InputError
from .model.bundle import ModelBundle
from .model.conformal import ConformalSets
from .style_table import codes

COLOURS = codes("decision")


def require_sets(bundle: ModelBundle) -> ConformalSets:
    """The conformal sets of a model, or an ``InputError`` that says what to do."""
    if bundle.conformal is None:
        raise InputError(
            "The model has no conformal sets: it was trained with too few held-out samples for the coverage, or by "
            "an older version; train again"
        )
    return bundle.conformal
