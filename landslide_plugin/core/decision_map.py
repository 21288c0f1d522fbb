"""From a map of probabilities to one of decisions: stable, undecided, landslide."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack

import numpy as np
import numpy.typing as npt

from .errors import InputError
from .model.bundle import ModelBundle
from .model.conformal import NAMES, ConformalSets
from .raster_io import Band, RasterSink, RasterSource

STRIP_ROWS = 256
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


def map_decisions(bundle: ModelBundle, probability: str, band: int, target: str) -> npt.NDArray[np.int64]:
    """Write the conformal sets of a mapped probability, bytes with 0 for no data.

    Parameters
    ----------
    bundle : ModelBundle
        The model that ``probability`` was mapped with.
    probability : str
        Raster of mean probabilities.
    band : int
        Band to decide on, counted from 0.
    target : str

    Returns
    -------
    int array (3,)
        Cells called stable, undecided and landslide.

    Raises
    ------
    InputError
        The model has no conformal sets.
    """
    sets = require_sets(bundle)
    counts = np.zeros(4, np.int64)
    about = {"COVERAGE": f"{sets.coverage:g}", "BUNDLE": bundle.identifier}
    with ExitStack() as stack:
        source = stack.enter_context(RasterSource(probability))
        bands = [Band("Decision")]
        sink = RasterSink(target, source.grid, bands, byte=True, metadata=about, classes=COLOURS)
        stack.enter_context(sink)
        for strip in source.grid.strips(STRIP_ROWS):
            called = sets.decide(source.read(band, strip.start, strip.rows))
            counts += np.bincount(called.ravel(), minlength=4)
            sink.write(0, strip.start, called)
    return counts[1:]
