"""Which values of a raster of physics were assessed; the others say nothing of how stable the ground is."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from ..errors import InputError
from ..types.arrays import Surface
from .raster.no_data import USUAL_NO_DATA

NOT_ASSESSED = "NOT_ASSESSED"
"""Key of a raster's metadata that says what stands in cells that physics did not assess."""
NO_DATA, CAP = "no data", "cap"
FS_CAP = "FS_CAP"
"""Key of the largest factor of safety that is written."""
USUAL_CAP = 10.0
"""Where the metadata name none."""
DIGITS_KEPT = 1e-5
"""Metadata hold six digits of the cap."""


def assessed_safety(fs: Surface, metadata: Mapping[str, str]) -> Surface:
    """Factors of safety with NaN where physics assessed nothing.

    Unless the raster says that such cells are no-data, a cell at the cap may be flat ground, as release 0.1 wrote it,
    and counts as not assessed.

    Parameters
    ----------
    fs : float32 array
        NaN is no-data.
    metadata : mapping of str to str
        Of the raster.

    Examples
    --------
    >>> fs = np.array([1.5, 10.0], "f4")
    >>> assessed_safety(fs, {}).tolist(), assessed_safety(fs, {"FS_CAP": "20"}).tolist()
    ([1.5, nan], [1.5, 10.0])
    >>> assessed_safety(fs, {"NOT_ASSESSED": "no data"}).tolist()
    [1.5, 10.0]
    """
    if metadata.get(NOT_ASSESSED) == NO_DATA:
        return fs
    return np.where(np.isclose(fs, _cap(metadata), rtol=DIGITS_KEPT), np.float32(np.nan), fs)


def assessed_probability(pf: Surface, metadata: Mapping[str, str]) -> Surface:
    """Probabilities of failure with NaN where physics assessed nothing.

    In a raster that says it holds 0 there, each 0 counts as not assessed; release 0.1 wrote no-data.

    >>> pf = np.array([0.5, 0.0], "f4")
    >>> assessed_probability(pf, {"NOT_ASSESSED": "cap"}).tolist(), assessed_probability(pf, {}).tolist()
    ([0.5, nan], [0.5, 0.0])
    """
    return np.where(pf == 0, np.float32(np.nan), pf) if metadata.get(NOT_ASSESSED) == CAP else pf


def require_safety(fs: Surface, name: str) -> None:
    """Raise ``InputError`` if values cannot be factors of safety, such as no-data that was not declared.

    >>> require_safety(np.array([0.4, 1.3, np.nan], "f4"), "fs")
    >>> require_safety(np.array([1.3, 9999.0], "f4"), "fos3d")
    Traceback (most recent call last):
        ...
    landslide_plugin.core.errors.InputError: fos3d holds 9999 as a factor of safety; allowed: 0 or more, and no \
number that marks no-data, which would read as stable or failing ground. Say it (NODATA) or set it as the \
raster's no-data value
    """
    wrong = np.isin(fs, USUAL_NO_DATA) | (fs < 0)
    if wrong.any():
        raise InputError(
            f"{name} holds {float(fs[wrong][0]):g} as a factor of safety; allowed: 0 or more, and no number that marks "
            "no-data, which would read as stable or failing ground. Say it (NODATA) or set it as the raster's no-data "
            "value"
        )


def require_probability(pf: Surface, name: str) -> None:
    """Raise ``InputError`` if values cannot be probabilities.

    >>> require_probability(np.array([0.4, 40.0], "f4"), "pf")
    Traceback (most recent call last):
        ...
    landslide_plugin.core.errors.InputError: pf holds 40 as a probability of failure; allowed: 0 to 1 (it is probably \
in percent)
    """
    wrong = (pf < 0) | (pf > 1)
    if wrong.any():
        low, high = float(np.nanmin(pf)), float(np.nanmax(pf))
        odd = low if low < 0 else high
        why = (
            "it is probably in percent"
            if low >= 0 and high <= 100
            else "it is probably no-data that was not declared; say it (NODATA)"
        )
        raise InputError(f"{name} holds {odd:g} as a probability of failure; allowed: 0 to 1 ({why})")


def _cap(metadata: Mapping[str, str]) -> float:
    try:
        return float(metadata[FS_CAP])
    except (KeyError, ValueError):
        return USUAL_CAP


RESOLVED = "RESOLVED_TO"
"""Metadata of a probability: values below are written '< this' wherever they are shown."""


def resolved_to(metadata: Mapping[str, str]) -> float:
    """The smallest probability that a raster tells from smaller ones; 0 if it does not say.

    >>> resolved_to({"RESOLVED_TO": "0.001"}), resolved_to({}), resolved_to({"RESOLVED_TO": "deep"})
    (0.001, 0.0, 0.0)
    """
    try:
        found = float(metadata.get(RESOLVED, "0"))
    except ValueError:
        return 0.0
    return found if 0.0 < found < 1.0 else 0.0


def told(value: float, resolved: float, digits: int = 6) -> str:
    """A probability as it is written: '< resolved' where it is too small to be told.

    >>> told(0.0004, 0.001), told(0.001, 0.001), told(0.25, 0.0)
    ('< 0.001', '0.001', '0.25')
    """
    return f"< {resolved:g}" if value < resolved else f"{value:.{digits}g}"
