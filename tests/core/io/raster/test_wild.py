"""Rasters as they are met: masks that are bands, pictures, shifts and turns that arithmetic leaves."""

import numpy as np
import pytest
from osgeo import gdal

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.factors import FactorSources
from landslide_plugin.core.io.raster import Band, RasterSink, RasterSource, crs_wkt
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.workflows.factor_stack.dem import read_dem
from landslide_plugin.core.workflows.input_check.check import check_raster

GRID = Grid(12, 15, (400000.0, 10.0, 0.0, 5000000.0, 0.0, -10.0), crs_wkt("EPSG:32632"))
HEIGHTS = np.add.outer(np.arange(12.0), np.arange(15.0) ** 1.3) + 500
HOLE = np.zeros(GRID.shape, bool)
HOLE[3:5, 6:9] = True


def write(path, bands, kinds, dtype=gdal.GDT_Float32, turned=0.0):
    options = [] if dtype != gdal.GDT_Byte else ["PHOTOMETRIC=MINISBLACK", "ALPHA=NO"]
    made = gdal.GetDriverByName("GTiff").Create(str(path), GRID.cols, GRID.rows, len(bands), dtype, options)
    west, width, _, north, _, height = GRID.geotransform
    made.SetGeoTransform([west, width, turned, north, turned, height])
    made.SetProjection(GRID.crs_wkt)
    for i, (values, kind) in enumerate(zip(bands, kinds)):
        band = made.GetRasterBand(i + 1)
        band.SetColorInterpretation(kind)
        pixels = np.asarray(values, np.float64).tobytes()
        band.WriteRaster(0, 0, GRID.cols, GRID.rows, pixels, buf_type=gdal.GDT_Float64)
    band = made = None
    return str(path)


GREY, ALPHA = gdal.GCI_GrayIndex, gdal.GCI_AlphaBand
RGB = (gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand)


@pytest.mark.parametrize("first", [False, True])
def test_a_band_of_opacity_is_a_mask_and_no_factor(tmp_path, first):
    bands, kinds = [HEIGHTS, np.where(HOLE, 0.0, 255.0)], [GREY, ALPHA]
    step = -1 if first else 1
    with RasterSource(write(tmp_path / "dem.tif", bands[::step], kinds[::step])) as source:
        assert len(source.bands) == 1
        np.testing.assert_allclose(source.read(0), np.where(HOLE, np.nan, HEIGHTS), rtol=1e-6)
        np.testing.assert_allclose(
            source.values_at(np.array([0, 3]), np.array([1, 6]))[:, 0], [HEIGHTS[0, 1], np.nan]
        )


def test_a_picture_is_no_dem_and_no_classes(tmp_path):
    colours = [np.clip(HEIGHTS - 500 + n, 0, 255) for n in range(3)]
    path = write(tmp_path / "shade.tif", [*colours, np.full(GRID.shape, 255.0)], [*RGB, ALPHA], gdal.GDT_Byte)
    with pytest.raises(InputError, match="DEM shade is a picture"):
        read_dem(path)
    for kind in ("dem", "categorical"):
        found, _ = check_raster("Layer", path, kind)
        assert found.verdict == "error"
        assert any("picture" in finding.problem for finding in found.findings)


@pytest.mark.parametrize(("turned", "taken"), [(1e-8, True), (9e-6, True), (1e-3, False)])
def test_a_turn_that_moves_no_cell_is_none(tmp_path, turned, taken):
    path = write(tmp_path / "dem.tif", [HEIGHTS], [GREY], turned=turned)
    if not taken:
        with pytest.raises(InputError, match="rotated or sheared"):
            RasterSource(path)
        return
    with RasterSource(path) as source:
        assert source.grid.geotransform == GRID.geotransform


@pytest.mark.parametrize(("shift", "same"), [(0.009, True), (0.011, False), (-0.009, True)])
def test_a_grid_off_by_under_a_hundredth_of_a_cell_is_the_same(shift, same):
    west, width, *rest = GRID.geotransform
    assert GRID.same_as(Grid(12, 15, (west + shift * width, width, *rest), GRID.crs_wkt)) == same


@pytest.mark.parametrize("mark", [-9999.0, -32768.0, 65535.0, -2147483648.0, 9.969209968386869e36, -3.4e38])
def test_marks_that_are_not_declared_are_asked_about_in_every_role(tmp_path, mark):
    values = np.where(HOLE, mark, HEIGHTS)
    path = write(tmp_path / "rain.tif", [values], [GREY])
    with (
        FactorSources([path]) as factors,
        pytest.raises(InputError, match=r"in 6 cells, a usual mark of no-data"),
    ):
        factors.valid_mask(factors.specs, 4)
    found, _ = check_raster("Other raster", path, "continuous")
    assert any("in 6 cells, a usual mark" in finding.problem for finding in found.findings)
    with pytest.raises(InputError, match="no-data"):
        read_dem(path)


def test_what_is_declared_or_may_be_a_value_passes(tmp_path):
    with RasterSink(str(tmp_path / "a.tif"), GRID, [Band("a")]) as sink:
        sink.write(0, 0, np.where(HOLE, -9999.0, HEIGHTS).astype(np.float32))
    path = write(tmp_path / "b.tif", [np.where(HOLE, 9999.0, HEIGHTS * 15)], [GREY])
    with FactorSources([str(tmp_path / "a.tif"), path]) as factors:
        np.testing.assert_array_equal(factors.valid_mask(factors.specs), ~HOLE)
