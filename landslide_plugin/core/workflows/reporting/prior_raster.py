"""The factor of safety that a model learnt from, found again by the values that its samples keep."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ...errors import LandslideError
from ...io.assessed import assessed_safety
from ...io.raster import RasterSource, metres_per_unit, require_on_grid
from .companions import candidates

SAFETY = "factor of safety"
"""How the raster of 'Compute factor of safety' says what it holds."""
FEWEST, TOLERANCE = 10, 1e-3


def safety_beside(
    chart: str, kept: Mapping[str, npt.NDArray[Any]], reference: int = 0, known: Iterable[str] = ()
) -> Optional[str]:
    """A factor of safety that has at the samples what the model was taught: among those known, then beside the map.

    Nothing in such a raster names the models made with it, but no other has the same values at all samples.

    Parameters
    ----------
    chart : str
        A map of the model.
    kept : mapping of str to array
        What the bundle keeps of its samples: ``xy`` (n, 2) in m and ``prior_fs`` (n, scenarios).
    reference : int
        Scenario that is compared.
    known : iterable of str
        Sources of rasters to look at first, such as those of a project.

    Returns
    -------
    str or None
        None also for a model that was taught no factor of safety.
    """
    if "prior_fs" not in kept:
        return None
    taught = np.atleast_2d(kept["prior_fs"])
    values = taught[:, min(reference, taught.shape[1] - 1)].astype(np.float64)
    some = np.isfinite(values)
    if np.count_nonzero(some) < FEWEST:
        return None
    places, values = kept["xy"][some], values[some]
    return next((path for path in candidates(chart, known) if _has(path, chart, places, values)), None)


def _has(path: str, chart: str, places: npt.NDArray[Any], values: npt.NDArray[np.float64]) -> bool:
    """Whether a raster on the grid of the map is a factor of safety with these values at these places."""
    try:
        with RasterSource(chart) as source:
            grid = source.grid
        with RasterSource(path, grid) as source:
            if source.bands[0].metadata.get("QUANTITY", "") != SAFETY:
                return False
            require_on_grid(grid, source)
            cells = np.array([source.grid.cell_of(x, y) for x, y in places / metres_per_unit(grid.crs_wkt)])
            inside = ((cells >= 0) & (cells < source.grid.shape)).all(axis=1)
            if np.count_nonzero(inside) < FEWEST:
                return False
            rows, cols = cells[inside].T
            bands = tuple(range(len(source.bands)))
            found = assessed_safety(source.values_at(rows, cols, bands), source.metadata)
    except LandslideError:
        return False
    same = np.isclose(found, values[inside, None], rtol=TOLERANCE)
    return bool(same.all(axis=0).any())
