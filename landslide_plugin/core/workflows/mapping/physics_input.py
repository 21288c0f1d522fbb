"""The probability of failure that a model takes as an input, read for a part of a map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...io.assessed import assessed_probability, require_probability
from ...io.raster import RasterSource
from ...model.bundle.bundle import ModelBundle
from ...types.window import Window

PF_MISSING = "PROBABILITY_OF_FAILURE"


def failure_bands(source: RasterSource, names: Sequence[str]) -> tuple[int, ...]:
    """The band of each scenario.

    Raises
    ------
    InputError
        A scenario has no band.
    """
    found = [band.name for band in source.bands]
    if len(names) == 1 and len(found) == 1:
        return (0,)
    missing = [name for name in names if name not in found]
    if missing:
        raise InputError(
            f"The probability of failure raster {source.name} has no band {', '.join(missing)}; it has "
            f"{', '.join(found) or 'none'}. Give one with a band for each scenario that is mapped"
        )
    return tuple(found.index(name) for name in names)


def read_failure(source: RasterSource, bands: Sequence[int], part: Window) -> npt.NDArray[np.float32]:
    """Probability of failure (rows, cols, scenarios) of a part; NaN where physics assessed nothing.

    Raises
    ------
    InputError
        Values outside 0 to 1, such as percent.
    """
    values = [source.read(band, part.first_row, part.rows, part.col_slice) for band in bands]
    for each in values:
        require_probability(each, source.name)
    return np.stack([assessed_probability(each, source.metadata) for each in values], axis=-1)


def failure_note(bundle: ModelBundle, source: Optional[RasterSource]) -> dict[str, str]:
    """What a map without the probability of failure that its model needs must say, as metadata."""
    if not bundle.with_pf or source is not None:
        return {}
    typical = ", ".join(f"{value:.3g}" for value in bundle.typical_pf or ())
    return {
        PF_MISSING: "The model has the probability of failure as an input, and none was given: every cell has the "
        f"median of the training samples ({typical}), so slope physics tells no places apart here"
    }
