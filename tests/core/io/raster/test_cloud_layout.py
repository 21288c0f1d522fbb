"""Cloud-Optimised GeoTIFFs: the layout that GDAL declares, overviews of the right kind, nothing lost."""

import numpy as np
import pytest
from osgeo import gdal

from landslide_plugin.core.errors import DiskSpaceError
from landslide_plugin.core.io.raster import Band, RasterSink, RasterSource, crs_wkt
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.workflows.mapping.request import MapOptions
from tests.support.maps import NAMES, broken_off, draw, grid, read, write_factors
from tools.check.random_bundle import random_bundle

GRID = Grid(1200, 1100, (700000.0, 25.0, 0.0, 9550000.0, 0.0, -25.0), crs_wkt("EPSG:32717"))
CLASSES = {1: ("Low", (1, 2, 3)), 5: ("High", (9, 8, 7))}


def written(path, values, **more):
    bands = [Band("T10", "1/yr", {"QUANTITY": "drawn"})]
    with RasterSink(str(path), GRID, bands, metadata={"BUNDLE": "x"}, layout="cloud", **more) as sink:
        for row in range(0, GRID.rows, 100):
            sink.write(0, row, values[row : row + 100])
    return gdal.Open(str(path))


def test_measurements_keep_values_names_units_and_get_averaged_overviews(tmp_path):
    values = np.random.default_rng(0).random(GRID.shape).astype(np.float32)
    values[:64, :64] = np.nan
    dataset = written(tmp_path / "a.tif", values)
    assert dataset.GetMetadata("IMAGE_STRUCTURE")["LAYOUT"] == "COG"
    band = dataset.GetRasterBand(1)
    assert (band.GetDescription(), band.GetUnitType()) == ("T10", "1/yr")
    assert dataset.GetMetadataItem("BUNDLE") == "x"
    assert band.GetMetadataItem("QUANTITY") == "drawn"
    overview = band.GetOverview(0)
    pixels = np.frombuffer(overview.ReadRaster(buf_type=gdal.GDT_Float32), "f4")
    pixels = pixels.reshape(overview.YSize, overview.XSize)
    blocks = values.reshape(overview.YSize, 2, overview.XSize, 2).mean(axis=(1, 3))
    np.testing.assert_allclose(pixels[40:, 40:], blocks[40:, 40:], atol=1e-6)
    assert (pixels[:32, :32] == -9999).all()
    np.testing.assert_array_equal(read(tmp_path / "a.tif")[0], values)
    assert [path.name for path in tmp_path.iterdir()] == ["a.tif"]


def test_codes_are_never_mixed_in_overviews(tmp_path):
    values = np.random.default_rng(0).choice([1, 5], GRID.shape)
    dataset = written(tmp_path / "c.tif", values, byte=True, classes=CLASSES)
    assert dataset.GetMetadata("IMAGE_STRUCTURE")["LAYOUT"] == "COG"
    overview = dataset.GetRasterBand(1).GetOverview(0)
    assert set(np.frombuffer(overview.ReadRaster(), np.uint8)) == {1, 5}
    with RasterSource(str(tmp_path / "c.tif")) as source:
        assert source.bands[0].categories == {1: "Low", 5: "High"}


def test_a_failed_write_leaves_the_old_file_alone(tmp_path):
    path = tmp_path / "a.tif"
    written(path, np.ones(GRID.shape, np.float32))
    before = path.read_bytes()
    with pytest.raises(RuntimeError):
        broken_off(RasterSink(str(path), GRID, [Band("b")], layout="cloud"), np.ones((10, GRID.cols)))
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["a.tif"]


def test_a_copy_that_cannot_be_written_leaves_nothing(tmp_path, monkeypatch):
    def refused(*_: object) -> None:
        raise DiskSpaceError("full")

    monkeypatch.setattr("landslide_plugin.core.io.raster.sink.to_cloud_optimised", refused)
    with pytest.raises(DiskSpaceError):
        written(tmp_path / "a.tif", np.ones(GRID.shape, np.float32))
    assert not list(tmp_path.iterdir())


def test_maps_in_the_cloud_layout_have_the_same_bits(tmp_path):
    stack, bundle = write_factors(tmp_path / "s.tif", grid(600, 520)), random_bundle(1, soil=False)
    draw(bundle, stack, tmp_path / "a")
    draw(bundle, stack, tmp_path / "b", MapOptions(cloud_optimised=True))
    for name in NAMES:
        plain, cloud = (str(tmp_path / folder / f"{name}.tif") for folder in "ab")
        np.testing.assert_array_equal(read(plain), read(cloud))
        assert gdal.Open(cloud).GetMetadata("IMAGE_STRUCTURE")["LAYOUT"] == "COG"
        assert gdal.Open(cloud).GetMetadataItem("LIMITS") == gdal.Open(plain).GetMetadataItem("LIMITS")
