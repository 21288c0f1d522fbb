"""Colours of quantities: those of the layers in QGIS, from the one table of styles."""

from __future__ import annotations

from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...styles import style_table

WHOLE = {"probability": 1.0, "spread": 0.25, "agreement": 1.0}
"""Value at which the layer's ramp ends in QGIS."""
FILLED = 0.4
"""Values that reach this share of the whole ramp are drawn on all of it, lower ones on a part."""
LEAST_END = 1e-3


def steps_of(name: str) -> Optional[list[float]]:
    """Limits of the classes of a ramp in steps, the lowest of 0; None for a continuous one.

    >>> steps_of("slope"), steps_of("elevation")
    ([0.0, 5.0, 15.0, 25.0, 35.0, 45.0, 90.0], None)
    """
    ramp = style_table()["ramps"].get(name)
    if not ramp or not ramp["discrete"]:
        return None
    return [0.0, *(float(stop["value"]) for stop in ramp["stops"])]


def colour_map(name: str) -> Any:
    """Colours of a quantity, or of a ramp that matplotlib knows by this name.

    >>> tuple(round(255 * part) for part in colour_map("probability")(0.0)[:3])
    (0, 34, 78)
    """
    from matplotlib import colormaps
    from matplotlib.colors import LinearSegmentedColormap, ListedColormap

    ramp = style_table()["ramps"].get(name)
    if not ramp:
        return colormaps[name]
    colours = [str(stop["colour"]) for stop in ramp["stops"]]
    if ramp["discrete"]:
        return ListedColormap(colours, name)
    values = np.array([float(stop["value"]) for stop in ramp["stops"]])
    places = (values - values[0]) / (values[-1] - values[0])
    return LinearSegmentedColormap.from_list(name, list(zip(places.tolist(), colours)))


def norm_of(name: str, low: float, high: float) -> Any:
    """Where a value lies on the colours of a quantity; steps keep their own limits.

    >>> int(norm_of("slope", 0.0, 1.0)(20.0)), float(norm_of("elevation", 0.0, 50.0)(25.0))
    (2, 0.5)
    """
    from matplotlib.colors import BoundaryNorm, Normalize

    steps = steps_of(name)
    return (
        Normalize(low, high, clip=True) if steps is None else BoundaryNorm(steps, len(steps) - 1, clip=True)
    )


def ends_of(name: str, values: npt.NDArray[Any]) -> tuple[float, float]:
    """From 0 to the end of the layer's ramp in QGIS, or to the 98th percentile where all values are far below it.

    >>> ends_of("probability", np.array([0.2, 0.9, np.nan])), ends_of("probability", np.array([0.5e-2, 0.5e-2]))
    ((0.0, 1.0), (0.0, 0.005))
    """
    known = values[np.isfinite(values)]
    top = float(np.percentile(known, 98)) if known.size else WHOLE.get(name, 1.0)
    whole = WHOLE.get(name)
    return 0.0, whole if whole is not None and top >= FILLED * whole else max(top, LEAST_END)
