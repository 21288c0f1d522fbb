"""Undeclared marks of no-data in a soil profile, looked for as a map reads it, and in some rows before."""

from __future__ import annotations

from ...io.factors.marks_look import MarksLook
from ...io.profile import profile_layout, read_profile
from ...io.raster import RasterSource, require_marks_declared
from ...types.arrays import Surface
from ...types.window import Window


def soil_look(profile: RasterSource) -> MarksLook:
    """What is to look at the values (layers x properties, ...) of a soil profile."""
    bands = [band for layer in profile_layout(profile).bands for band in layer]
    return MarksLook(
        [profile.extremes(band) for band in bands],
        lambda number, seen: profile.require_declared(
            bands[number], seen, named=profile.bands[bands[number]].categories
        ),
    )


def by_band(values: Surface) -> Surface:
    """Values (layers, properties, ...) as ``soil_look`` takes them.

    >>> import numpy as np
    >>> by_band(np.zeros((3, 2, 5, 4))).shape
    (6, 5, 4)
    """
    return values.reshape(-1, *values.shape[2:])


def look_at_some(profile: RasterSource, window: Window, looks: int) -> None:
    """Look at so many rows of a part of a profile; where they hold what may be a mark, at all of it.

    Raises
    ------
    InputError
        It is a mark of no-data that is not declared.
    """
    look = soil_look(profile)
    for row in window.some_rows(looks):
        look.take(by_band(read_profile(profile, window.first_row + row, 1, window.col_slice).values))
    if look.is_doubtful:
        require_marks_declared(profile)
