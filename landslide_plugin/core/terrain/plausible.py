"""Values that a layer of a known meaning cannot have."""

from __future__ import annotations

PLAUSIBLE = {
    "ndvi": (-1.0, 1.0, "an index from -1 to 1 (numbers of MODIS are multiplied by 0.0001)"),
    "rainfall": (0.0, 20000.0, "mm a year"),
}


def doubt(factor: str, low: float, high: float) -> str:
    """What is odd about the range of a factor's values; empty if nothing is.

    >>> doubt("ndvi", -0.2, 0.9), doubt("lithology", 1.0, 900.0)
    ('', '')
    >>> doubt("ndvi", 186.0, 956.5)
    'holds 186 to 956.5, but is an index from -1 to 1 (numbers of MODIS are multiplied by 0.0001)'
    """
    least, most, words = PLAUSIBLE.get(factor, (low, high, ""))
    return f"holds {low:g} to {high:g}, but is {words}" if low < least or high > most else ""
