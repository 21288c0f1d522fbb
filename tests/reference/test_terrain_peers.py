"""Terrain factors against GDAL and SAGA on a real DEM."""

import os
from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_allclose
from osgeo import gdal

from landslide_plugin.core.io.raster import RasterSource
from landslide_plugin.core.terrain import TerrainSettings, terrain_factors

DATA = Path(__file__).parents[1] / "data"
SHARED = Path(os.environ.get("LANDSLIDE_SHARED", Path(__file__).parents[3] / "shared"))
SAGA = SHARED / "data" / "study" / "rbsf_ecuador" / "reference_terrain.tif"


@pytest.fixture(scope="module")
def heights():
    with np.load(DATA / "rbsf_dem.npz", allow_pickle=False) as stored:
        return stored["values"]


@pytest.fixture(scope="module")
def inner(heights):
    """Cells with all eight neighbours."""
    missing = np.pad(np.isnan(heights), 1, constant_values=True)
    rows, cols = heights.shape
    near = np.zeros(heights.shape, dtype=bool)
    for i in range(3):
        for j in range(3):
            near |= missing[i : i + rows, j : j + cols]
    return ~near


@pytest.fixture(scope="module")
def stepped(heights):
    """The DEM in steps of 1/256 m above 2000 m: GDAL's sums of float32 heights are then exact."""
    return (np.round((heights - 2000.0) * 256.0) / 256.0).astype(np.float32)


def gdal_result(heights, tmp_path, product, **options):
    source = gdal.GetDriverByName("GTiff").Create(
        str(tmp_path / "dem.tif"), heights.shape[1], heights.shape[0], 1, gdal.GDT_Float32
    )
    source.SetGeoTransform([0.0, 10.0, 0.0, 0.0, 0.0, -10.0])
    band = source.GetRasterBand(1)
    band.SetNoDataValue(-9999)
    filled = np.where(np.isfinite(heights), heights, -9999).astype(np.float32)
    band.WriteRaster(0, 0, heights.shape[1], heights.shape[0], filled.tobytes())
    source.FlushCache()
    result = gdal.DEMProcessing(str(tmp_path / f"{product}.tif"), source, product, **options)
    buffer = result.GetRasterBand(1).ReadRaster(buf_type=gdal.GDT_Float32)
    return np.frombuffer(buffer, np.float32).reshape(heights.shape)


@pytest.mark.parametrize(
    ("name", "product", "options"),
    [
        ("slope", "slope", {}),
        ("aspect", "aspect", {}),
        ("tri", "TRI", {"alg": "Riley"}),
        ("tpi", "TPI", {}),
        ("roughness", "Roughness", {}),
    ],
)
def test_factors_are_gdals_in_cells_with_all_neighbours(stepped, inner, tmp_path, name, product, options):
    found = terrain_factors(stepped, 10.0, 10.0, [name])[name]
    expected = gdal_result(stepped, tmp_path, product, **options)
    assert inner.sum() > 150_000
    difference = found[inner].astype(float) - expected[inner]
    if name == "aspect":
        defined = (expected[inner] != -9999) & np.isfinite(found[inner])
        assert defined.sum() > inner.sum() - 5
        difference = ((difference + 180.0) % 360.0 - 180.0)[defined]
    assert_allclose(difference, 0.0, atol=1e-3)


def test_zevenbergen_thorne_slope_is_gdals(heights, inner, tmp_path):
    found = terrain_factors(
        heights, 10.0, 10.0, ["slope"], TerrainSettings(slope_method="zevenbergen_thorne")
    )["slope"]
    expected = gdal_result(heights, tmp_path, "slope", alg="ZevenbergenThorne")
    assert_allclose(found[inner], expected[inner], atol=1e-3)


@pytest.fixture(scope="module")
def saga():
    if not SAGA.exists():
        pytest.skip(f"{SAGA} is absent; set LANDSLIDE_SHARED")
    with RasterSource(str(SAGA)) as source:
        return {band.name: source.read(i) for i, band in enumerate(source.bands)}


def test_slope_and_curvatures_are_sagas(heights, inner, saga):
    found = terrain_factors(
        heights,
        10.0,
        10.0,
        ["slope", "plan_curvature", "profile_curvature"],
        TerrainSettings(slope_method="zevenbergen_thorne"),
    )
    assert_allclose(found["slope"][inner], saga["slope"][inner], atol=2e-5)
    profile, plan = found["profile_curvature"], found["plan_curvature"]
    directed = inner & np.isfinite(plan)
    assert_allclose(profile[directed], saga["cprof"][directed], atol=2e-8)
    assert inner.sum() - directed.sum() == 2
    assert_allclose(plan[directed], saga["cplan"][directed], rtol=1e-6, atol=1e-7)


def test_catchment_area_is_sagas_where_it_does_not_switch_to_one_receiver(heights, saga):
    """SAGA was run without filling, and gives all water to one neighbour beyond 500 cells."""
    found = terrain_factors(heights, 10.0, 10.0, ["flow_accumulation"], TerrainSettings(fill=False))
    off = np.abs(np.log10(found["flow_accumulation"]) - saga["log10_carea"])
    there = np.isfinite(off)
    assert there.sum() == np.isfinite(heights).sum()
    assert (off[there] < 1e-4).mean() > 0.95
    assert np.median(off[there]) < 1e-6


def test_upslope_area_of_the_points_is_the_authors(heights):
    """The authors' point values lie in the cell that holds the point."""
    from landslide_plugin.core.types.grid import Grid

    with np.load(DATA / "rbsf_dem.npz", allow_pickle=False) as stored:
        grid = Grid(*heights.shape, tuple(float(v) for v in stored["geotransform"]))
    points = np.genfromtxt(DATA / "rbsf_points.csv", delimiter=",", names=True)
    cells = tuple(np.array([grid.cell_of(x, y) for x, y in zip(points["x"], points["y"])]).T)
    names = ["elevation", "slope", "plan_curvature", "profile_curvature", "flow_accumulation"]
    chosen = TerrainSettings(slope_method="zevenbergen_thorne", fill=False)
    found = {k: v[cells] for k, v in terrain_factors(heights, 10.0, 10.0, names, chosen).items()}
    assert_allclose(found["elevation"], points["elev"], atol=1e-2)
    assert_allclose(found["slope"], points["slope"], atol=2e-5)
    assert_allclose(found["plan_curvature"], points["cplan"], rtol=1e-6, atol=1e-7)
    assert_allclose(found["profile_curvature"], points["cprof"], atol=2e-8)
    area_off = np.abs(np.log10(found["flow_accumulation"]) - points["log10_carea"])
    assert (area_off < 1e-4).mean() > 0.95
