"""The factor of safety of a model is known by the values at its samples, and no other is taken for it."""

import numpy as np
import pytest

from landslide_plugin.core.io.raster import Band, RasterSink, crs_wkt
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.workflows.reporting.prior_raster import SAFETY, safety_beside
from landslide_plugin.core.workflows.slope_stability.run import FINISHED

GRID = Grid(6, 8, (500000.0, 25.0, 0.0, 9560000.0, 0.0, -25.0), crs_wkt("EPSG:32717"))
FS = np.linspace(0.7, 2.0, GRID.size, dtype="f4").reshape(GRID.shape)
ROWS, COLS = (part.ravel() for part in np.mgrid[0:6:2, 0:8:2])


def raster(path, values, quantity=SAFETY, grid=GRID):
    said = {"NOT_ASSESSED": "no data", "QUANTITY": quantity}
    bands = [Band(name, "", {"QUANTITY": quantity}) for name in ("T10", "T50")]
    with RasterSink(str(path), grid, bands, metadata=said) as sink:
        for number in range(2):
            sink.write(number, 0, np.asarray(values - 0.1 * number, "f4"))
    return str(path)


@pytest.fixture
def chart(tmp_path):
    with RasterSink(str(tmp_path / "classes.tif"), GRID, [Band("class")]) as sink:
        sink.write(0, 0, np.ones(GRID.shape, "f4"))
    return str(tmp_path / "classes.tif")


@pytest.fixture
def kept():
    prior = np.stack([FS[ROWS, COLS], FS[ROWS, COLS] - np.float32(0.1)], axis=1)
    prior[0] = np.nan
    return {"xy": np.array([GRID.centre_of(*cell) for cell in zip(ROWS, COLS)]), "prior_fs": prior}


def test_the_raster_says_what_it_is_as_it_is_written():
    assert FINISHED["fs"] == SAFETY


def test_that_of_the_model_is_found_and_no_other(chart, kept, tmp_path):
    raster(tmp_path / "a_other.tif", FS + 0.01)
    raster(tmp_path / "b_depth.tif", FS, "critical depth")
    west, *rest = GRID.geotransform
    raster(tmp_path / "c_shifted.tif", FS, grid=Grid(6, 8, (west + 9.0, *rest), GRID.crs_wkt))
    assert safety_beside(chart, kept, 1) is None
    own = raster(tmp_path / "d_own.tif", FS)
    assert safety_beside(chart, kept, 1) == own
    (tmp_path / "far").mkdir()
    loaded = raster(tmp_path / "far" / "loaded.tif", FS)
    assert safety_beside(chart, kept, 1, [loaded]) == loaded


def test_one_sample_that_differs_is_another_model(chart, kept, tmp_path):
    values = FS.copy()
    values[ROWS[-1], COLS[-1]] += 0.05
    raster(tmp_path / "fs.tif", values)
    assert safety_beside(chart, kept) is None


def test_a_model_without_a_prior_has_none(chart, kept, tmp_path):
    raster(tmp_path / "fs.tif", FS)
    assert safety_beside(chart, {"xy": kept["xy"]}) is None
    assert safety_beside(chart, {}) is None
