"""Terrain factors against GRASS, SAGA and richdem on a real DEM; each where it is installed."""

import os
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal
from osgeo import gdal

from landslide_plugin.core.terrain import terrain_factors
from landslide_plugin.core.terrain.water.cells import outlets
from landslide_plugin.core.terrain.water.depressions import fill_depressions

DATA = Path(__file__).parents[1] / "data"
CELL_M = 10.0
PEERS = os.environ.get("TERRAIN_PEERS_PYTHON", "")

needs_grass = pytest.mark.skipif(shutil.which("grass") is None, reason="grass is not installed")
needs_saga = pytest.mark.skipif(shutil.which("saga_cmd") is None, reason="saga_cmd is not installed")
needs_peers = pytest.mark.skipif(not PEERS, reason="TERRAIN_PEERS_PYTHON names no Python with richdem")


@pytest.fixture(scope="module")
def heights():
    """A square of the DEM without holes, rough enough to have many depressions."""
    with np.load(DATA / "rbsf_dem.npz", allow_pickle=False) as stored:
        values = stored["values"]
    known = np.isfinite(values)
    side = 120
    whole = np.array([[known[i : i + side, j : j + side].all() for j in range(0, known.shape[1] - side, 20)]
                      for i in range(0, known.shape[0] - side, 20)])  # fmt: skip
    top, left = 20 * np.argwhere(whole)[0]
    rough = np.random.default_rng(2).normal(0, 3, (side, side))
    return np.round(values[top : top + side, left : left + side] + rough, 2).astype(np.float32)


@pytest.fixture(scope="module")
def dem(heights, tmp_path_factory):
    path = tmp_path_factory.mktemp("dem") / "dem.tif"
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), *heights.shape[::-1], 1, gdal.GDT_Float32)
    dataset.SetGeoTransform([0.0, CELL_M, 0.0, 0.0, 0.0, -CELL_M])
    dataset.GetRasterBand(1).WriteRaster(0, 0, *heights.shape[::-1], heights.tobytes())
    dataset = None
    return path


def values_of(path):
    dataset = gdal.Open(str(path))
    buffer = dataset.GetRasterBand(1).ReadRaster(buf_type=gdal.GDT_Float32)
    return np.frombuffer(buffer, np.float32).reshape(dataset.RasterYSize, dataset.RasterXSize)


def filled(heights):
    return fill_depressions(heights, outlets(heights))


@needs_grass
def test_slope_is_that_of_grass(heights, dem, tmp_path):
    project, script = tmp_path / "project", tmp_path / "run.sh"
    script.write_text(
        f"r.in.gdal -o input={dem} output=dem && g.region raster=dem && r.slope.aspect elevation=dem slope=slope && "
        f"r.out.gdal input=slope output={tmp_path / 'slope.tif'} type=Float32 nodata=-9999\n"
    )
    subprocess.run(["grass", "-c", "XY", "-e", str(project)], check=True, capture_output=True)
    words = ["grass", str(project / "PERMANENT"), "--exec", "sh", str(script)]
    subprocess.run(words, check=True, capture_output=True)
    ours = terrain_factors(heights, CELL_M, CELL_M, ["slope"])["slope"]
    assert_allclose(ours[1:-1, 1:-1], values_of(tmp_path / "slope.tif")[1:-1, 1:-1], atol=1e-3)


@needs_saga
def test_filling_is_that_of_saga(heights, dem, tmp_path):
    out = str(tmp_path / "full.tif")
    words = ["saga_cmd", "ta_preprocessor", "5", "-ELEV", str(dem), "-FILLED", out, "-MINSLOPE", "0"]
    subprocess.run(words, check=True, capture_output=True)
    surface = filled(heights)
    assert (surface > heights).sum() > 300
    assert_array_equal(surface, values_of(out))


@needs_peers
def test_filling_is_that_of_richdem(heights, tmp_path):
    np.save(tmp_path / "heights.npy", heights)
    program = (
        "import numpy as np, richdem, sys\n"
        "raster = richdem.rdarray(np.load(sys.argv[1]), no_data=-9999)\n"
        "np.save(sys.argv[2], np.asarray(richdem.FillDepressions(raster, epsilon=False)))\n"
    )
    words = [PEERS, "-c", program, str(tmp_path / "heights.npy"), str(tmp_path / "full.npy")]
    subprocess.run(words, check=True, capture_output=True)
    assert_array_equal(filled(heights), np.load(tmp_path / "full.npy"))
