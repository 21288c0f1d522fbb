"""Writing any source of soil as one described soil profile raster."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Optional

import numpy as np

from ...errors import InputError
from ...io.profile import DEPTH_BAND, SOIL_WATER, profile_bands
from ...io.raster import RasterSink
from ...progress import SILENT, Progress
from ...stability.guards import check_profile
from ...stability.soil import WeightChecks, check_weights
from ...types.grid import Grid
from ...types.inventory_mark import mark_metadata
from .sources import SoilSource

STRIP_CELLS = 65_536


@dataclass(frozen=True)
class ProfileSummary:
    """What was written.

    Attributes
    ----------
    layer_bottoms_m : tuple of float
    properties : tuple of str
    cells, known_cells : int
        All cells, and those with every property of the first layer; what only water needs may be missing.
    first_range : tuple of float
        Smallest and largest value of the first property in the first layer.
    with_depth : bool
        True if a band with the soil depth was written.
    weights : WeightChecks
    """

    layer_bottoms_m: tuple[float, ...]
    properties: tuple[str, ...]
    cells: int
    known_cells: int
    first_range: tuple[float, float]
    with_depth: bool
    weights: WeightChecks


def write_profile(
    soil: SoilSource,
    grid: Grid,
    path: str,
    progress: Progress = SILENT,
    metadata: Optional[Mapping[str, str]] = None,
) -> ProfileSummary:
    """Write a profile strip by strip, with a band of the soil depth where the source tells one.

    Raises
    ------
    InputError
        A value that betrays a wrong unit, or no cell with soil.
    """
    first = soil.read(0, 1)
    bottoms, properties = first.profile.layer_bottoms_m, first.profile.properties
    with_depth = first.depth_m is not None
    bands = profile_bands(bottoms, properties)
    if with_depth:
        bands.append(DEPTH_BAND)
    needed = [i for i, name in enumerate(properties) if name not in SOIL_WATER]
    told = {**(metadata or {}), **mark_metadata(soil.calibrated_on)}
    known_cells, weights, low, high = 0, WeightChecks(), np.inf, -np.inf
    with ExitStack() as stack:
        sink = stack.enter_context(RasterSink(path, grid, bands, metadata=told))
        for strip in grid.strips_of(STRIP_CELLS):
            progress.step(strip.start / grid.rows)
            strip_soil = soil.read(strip.start, strip.rows)
            check_profile(strip_soil.profile)
            values = strip_soil.profile.values.astype(np.float32)
            if with_depth:
                depth = np.broadcast_to(np.asarray(strip_soil.depth_m, np.float32), values.shape[2:])
                depth = np.minimum(depth, np.float32(bottoms[-1]))
                sink.write(len(bands) - 1, strip.start, depth)
            for index, band in enumerate(values.reshape(-1, *values.shape[2:])):
                sink.write(index, strip.start, band)
            low = min(low, float(np.nanmin(values[0, 0], initial=np.inf)))
            high = max(high, float(np.nanmax(values[0, 0], initial=-np.inf)))
            known_cells += int(np.isfinite(values[0, needed]).all(axis=0).sum())
            weights += check_weights(strip_soil.profile)
        if not known_cells:
            raise InputError("No cell has soil data; check that the soil covers the area")
        progress.step(1.0)
    return ProfileSummary(
        bottoms,
        properties,
        grid.size,
        known_cells,
        first_range=(low, high),
        with_depth=with_depth,
        weights=weights,
    )
