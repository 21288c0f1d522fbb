"""Soil depth of a DEM, strip by strip, and what such a raster says of itself."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

import numpy as np

from ...errors import InputError
from ...io.raster import Band, RasterSink, RasterSource
from ...progress import SILENT, Progress
from ...terrain.catalogue import LocalTerrain, chosen
from ...terrain.derive import local_factors
from ...terrain.settings import TerrainSettings
from ...terrain.soil_depth import DepthModel
from ...types.arrays import Surface
from ...writing.temporary import temporary_folder
from ..factor_stack.dem import read_dem

DEPTH_COV = "SOIL_DEPTH_COV"
"""Metadata of a soil depth raster: coefficient of variation of its values."""

DEPTH_MODEL = "SOIL_DEPTH_MODEL"
LARGEST_COV = 1.0
STRIP_CELLS = 1 << 18
ARGUMENTS = {
    "slope": "slope_deg",
    "elevation": "height_m",
    "tpi": "above_m",
    "total_curvature": "curvature_1_m",
}


@dataclass(frozen=True)
class DepthJob:
    """What to write.

    Attributes
    ----------
    dem_path, target_path : str
    model : DepthModel
    cov : float
        Coefficient of variation of the depths, which Compute factor of safety takes into the probability of failure.
    settings : TerrainSettings
        Slope method, and radius of the topographic position.
    metres_per_height : float
    """

    dem_path: str
    target_path: str
    model: DepthModel
    cov: float = 0.0
    settings: TerrainSettings = field(default_factory=TerrainSettings)
    metres_per_height: float = 1.0


@dataclass
class DepthSummary:
    """Smallest, largest and mean depth, and the shares of cells that the limits hold."""

    low_m: float = np.inf
    high_m: float = -np.inf
    total_m: float = 0.0
    cells: int = 0
    at_deepest: int = 0
    at_shallowest: int = 0

    def count(self, depth_m: Surface, model: DepthModel) -> None:
        """Add the depths of a strip."""
        known = depth_m[np.isfinite(depth_m)]
        if not known.size:
            return
        self.low_m, self.high_m = min(self.low_m, float(known.min())), max(self.high_m, float(known.max()))
        self.total_m += float(known.sum(dtype=np.float64))
        self.cells += known.size
        self.at_deepest += int((known >= np.float32(model.deepest_m)).sum())
        self.at_shallowest += int((known <= np.float32(model.shallowest_m)).sum())

    @property
    def mean_m(self) -> float:
        """Mean depth."""
        return self.total_m / max(self.cells, 1)


def write_soil_depth(job: DepthJob, progress: Progress = SILENT) -> DepthSummary:
    """Write the soil depth of every cell of a DEM; heights are kept in a file, not in memory."""
    factors, summary = chosen(job.model.needs), DepthSummary()
    stated = {
        DEPTH_MODEL: json.dumps(
            {**asdict(job.model), "position_radius_cells": job.settings.position_radius_cells}
        ),
        DEPTH_COV: f"{job.cov:g}",
        "QUANTITY": "soil depth",
    }
    with temporary_folder() as folder:
        dem = read_dem(
            job.dem_path, job.metres_per_height, progress.part(0.0, 0.3), str(Path(folder, "heights.npy"))
        )
        with RasterSink(job.target_path, dem.grid, [Band("soil_depth", "m")], metadata=stated) as sink:
            for strip in dem.grid.strips_of(STRIP_CELLS):
                progress.step(0.3 + 0.7 * strip.start / dem.grid.rows)
                terrain = LocalTerrain(dem.heights_m, dem.ground, strip, None, job.settings)
                values = local_factors(terrain, factors)
                given = {ARGUMENTS[f.spec.name]: values[i].astype(float) for i, f in enumerate(factors)}
                depth = job.model.depth_m(**given).astype(np.float32)
                summary.count(depth, job.model)
                sink.write(0, strip.start, depth)
        del dem
    progress.step(1.0)
    return summary


def stated_cov(depth: RasterSource) -> float:
    """Coefficient of variation that a soil depth raster states; 0 if it states none."""
    text = depth.metadata.get(DEPTH_COV, "0")
    try:
        cov = float(text)
    except ValueError:
        cov = -1.0
    if not 0.0 <= cov <= LARGEST_COV:
        raise InputError(
            f"{depth.name} states a spread of the soil depth ({DEPTH_COV}) of {text!r}; allowed: 0 to {LARGEST_COV:g}; "
            "correct its metadata, or set the spread of soil depth yourself"
        )
    return cov
