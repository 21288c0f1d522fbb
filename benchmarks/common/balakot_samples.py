"""Samples of the Balakot area for benchmarks.

``python -m benchmarks.common.balakot_samples <shared folder> <target.npz>``

Terrain factors, distance to faults, lithology and land cover; one cell a landslide polygon and as many
random stable cells. The area has no licence, so the samples stay in ``build``.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from landslide_plugin.core.io.raster import RasterSource
from landslide_plugin.core.io.shapes import ShapesOnGrid
from landslide_plugin.core.io.vector import line_segments, read_features, to_crs
from landslide_plugin.core.samples import SamplingRules, build_samples
from landslide_plugin.core.terrain import TerrainSettings, terrain_factors
from landslide_plugin.core.terrain.distance import distance_m, index_lines
from landslide_plugin.core.types.grid import Grid

TERRAIN = ("elevation", "slope", "aspect", "plan_curvature", "profile_curvature", "catchment_area")


def main(shared: str, target: str) -> None:
    """Write ``values``, ``labels``, ``xy``, ``groups`` and ``names``."""
    area = Path(shared) / "data" / "study" / "balakot_south"
    dem = RasterSource(str(area / "dem.tif"))
    grid = dem.grid
    terrain = terrain_factors(dem.read(0), grid.cell_width, grid.cell_height, TERRAIN, TerrainSettings())
    faults = line_segments(to_crs(read_features(str(area / "faults.gpkg")), grid.crs_wkt))
    codes = [RasterSource(str(area / name)).read(0) for name in ("lithology.tif", "landcover.tif")]
    layers = [terrain[name] for name in TERRAIN] + [_distance(faults, grid), *codes]
    valid = np.isfinite(layers).all(axis=0)
    slides = to_crs(read_features(str(area / "landslides.gpkg")), grid.crs_wkt)
    samples = build_samples(ShapesOnGrid(slides, grid), valid, SamplingRules(polygon_rule="one_point"))
    values = np.column_stack([layer[samples.rows, samples.cols] for layer in layers]).astype(np.float32)
    names = (*TERRAIN, "distance_faults", "lithology", "land_cover")
    Path(target).parent.mkdir(parents=True, exist_ok=True)
    np.savez(target, values=values, labels=samples.labels, xy=samples.xy, groups=samples.groups, names=names)


def _distance(lines: np.ndarray, grid: Grid) -> np.ndarray:
    """Metres from each cell centre to the nearest line."""
    west, width, _, north, _, height = grid.geotransform
    x, y = np.meshgrid(
        west + (np.arange(grid.cols) + 0.5) * width, north + (np.arange(grid.rows) + 0.5) * height
    )
    centres = np.column_stack([x.ravel(), y.ravel(), np.zeros(grid.size)])
    flat = np.concatenate([lines.reshape(-1, 2, 2), np.zeros((len(lines), 2, 1))], axis=2)
    return distance_m(index_lines(flat, grid.cell_width), centres).reshape(grid.shape)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
