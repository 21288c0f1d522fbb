"""Grids in degrees and in Web Mercator: the same ground gives the same factors."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from landslide_plugin.core.io.ground import ground_of
from landslide_plugin.core.io.raster import Band, RasterSink, RasterSource, crs_wkt
from landslide_plugin.core.io.vector import line_wkb
from landslide_plugin.core.progress import Progress
from landslide_plugin.core.terrain import TerrainSettings
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.workflows.factor_stack.stack import StackJob, write_stack

WGS84, WEB_MERCATOR = crs_wkt("EPSG:4326"), crs_wkt("EPSG:3857")
ARC_SECOND = 1.0 / 3600.0
MAJOR, SQUARED_ECCENTRICITY = 6378137.0, 6.69437999014e-3


def degree_grid(latitude, rows=41, cols=61):
    """One arc second, centred on a latitude."""
    north = latitude + rows * ARC_SECOND / 2.0
    return Grid(rows, cols, (70.0, ARC_SECOND, 0.0, north, 0.0, -ARC_SECOND), WGS84)


def mercator_grid(latitude, rows=41, cols=61, cell=30.0):
    y = MAJOR * np.log(np.tan(np.pi / 4.0 + np.radians(latitude) / 2.0))
    return Grid(rows, cols, (7.8e6, cell, 0.0, y + rows * cell / 2.0, 0.0, -cell), WEB_MERCATOR)


def radii(latitude):
    """Length in m of a radian of longitude and of latitude, from the textbook."""
    sine, cosine = np.sin(np.radians(latitude)), np.cos(np.radians(latitude))
    w = 1.0 - SQUARED_ECCENTRICITY * sine**2
    return MAJOR * cosine / np.sqrt(w), MAJOR * (1.0 - SQUARED_ECCENTRICITY) / w**1.5


def latitudes(grid):
    y = grid.bounds[3] - (np.arange(grid.rows) + 0.5) * grid.cell_height
    if grid.crs_wkt == WGS84:
        return y
    return np.degrees(2.0 * np.arctan(np.exp(y / MAJOR)) - np.pi / 2.0)


def derive(tmp_path, grid, heights, factors, **changes):
    dem, stack = str(tmp_path / "dem.tif"), str(tmp_path / "stack.tif")
    with RasterSink(dem, grid, [Band("")]) as sink:
        sink.write(0, 0, heights)
    said = []
    write_stack(StackJob(dem, stack, factors, **changes), Progress(info=said.append))
    with RasterSource(stack) as source:
        return {band.name: source.read(i).astype(float) for i, band in enumerate(source.bands)}, said


@pytest.mark.parametrize("latitude", [-46.0, 0.0, 9.0, 46.0, 65.0])
@pytest.mark.parametrize("make", [degree_grid, mercator_grid])
def test_cells_measure_what_the_ellipsoid_says(latitude, make):
    grid = make(latitude)
    ground, (parallel, meridian) = ground_of(grid), radii(latitudes(grid))
    if make is degree_grid:
        wide, high = np.radians(ARC_SECOND) * parallel, np.radians(ARC_SECOND) * meridian
    else:
        turn = 30.0 / MAJOR
        wide, high = turn * parallel, turn * np.cos(np.radians(latitudes(grid))) * meridian
    assert_allclose(ground.dx[:, 0], wide, rtol=1e-8)
    assert_allclose(ground.dy[:, 0], high, rtol=1e-6)


@pytest.mark.parametrize("latitude", [9.0, 46.0, 65.0])
@pytest.mark.parametrize("make", [degree_grid, mercator_grid])
@pytest.mark.parametrize("azimuth", [0.0, 90.0, 215.0])
def test_a_true_slope_of_20_degrees_comes_out_as_20(tmp_path, latitude, make, azimuth):
    grid = make(latitude)
    ground = ground_of(grid)
    x = (np.arange(grid.cols) - grid.cols // 2) * ground.dx
    y = -(np.cumsum(ground.dy[:, 0]) - ground.dy.sum() / 2.0)[:, None]
    turn = np.radians(azimuth)
    heights = 2000.0 - np.tan(np.radians(20.0)) * (x * np.sin(turn) + y * np.cos(turn))
    found, said = derive(tmp_path, grid, heights, ["slope", "aspect", "plan_curvature"])
    middle = (slice(None), slice(grid.cols // 2 - 5, grid.cols // 2 + 6))
    assert_allclose(found["slope"][middle], 20.0, atol=2e-3)
    assert_allclose((found["aspect"][middle] - azimuth + 180.0) % 360.0 - 180.0, 0.0, atol=0.02)
    assert any("row by row" in line for line in said)


def test_upslope_area_counts_square_metres_of_the_ellipsoid(tmp_path):
    grid = degree_grid(46.0)
    ramp = np.repeat(np.arange(grid.rows, 0.0, -1.0)[:, None] * 30.0, grid.cols, axis=1)
    found, _ = derive(tmp_path, grid, ramp, ["flow_accumulation"], settings=TerrainSettings(flow_method="d8"))
    parallel, meridian = radii(latitudes(grid))
    area = np.cumsum(np.radians(ARC_SECOND) ** 2 * parallel * meridian)
    assert_allclose(found["flow_accumulation"][:, 30], area, rtol=1e-5)


@pytest.mark.parametrize("make", [degree_grid, mercator_grid])
def test_distance_is_that_on_the_ground(tmp_path, make):
    """To a meridian 0.05 degrees east of the grid's west edge; long straight sides are cut into pieces."""
    grid = make(46.0)
    meridian = 70.05 if make is degree_grid else 7.8e6 + 5000.0
    spread = 0.5 if make is degree_grid else 50_000.0
    south, north = grid.bounds[1] - spread, grid.bounds[3] + spread
    line = FeatureSet(
        (line_wkb(np.array([[meridian, south], [meridian, north]])),), grid.crs_wkt, name="roads"
    )
    heights = np.full(grid.shape, 5.0)
    found, _ = derive(tmp_path, grid, heights, [], lines={"distance_roads": line})
    columns = (meridian - grid.bounds[0]) / grid.cell_width - np.arange(grid.cols) - 0.5
    assert_allclose(found["distance_roads"], np.abs(columns) * ground_of(grid).dx, rtol=2e-5)
