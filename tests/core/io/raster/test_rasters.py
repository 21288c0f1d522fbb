"""Rasters keep their values, names and holes, and an interrupted write leaves nothing."""

import subprocess
import sys

import numpy as np
import pytest
from osgeo import gdal, ogr, osr

from landslide_plugin.core.errors import DiskSpaceError, GridMismatch, InputError
from landslide_plugin.core.io.raster import (
    Band,
    RasterSink,
    RasterSource,
    crs_name,
    crs_wkt,
    factor_band,
    metres_per_unit,
    require_on_grid,
    require_space,
    same_crs,
)
from landslide_plugin.core.io.raster.companions import STYLE_MARK
from landslide_plugin.core.io.raster.gdal_calls import quiet
from landslide_plugin.core.types.factors import FactorSpec
from landslide_plugin.core.types.grid import Grid
from tests.support.maps import broken_off

UTM = crs_wkt("EPSG:32717")
GRID = Grid(4, 3, (700000.0, 10.0, 0.0, 9550000.0, 0.0, -10.0), UTM)
VALUES = np.arange(12, dtype=np.float32).reshape(4, 3)


def write_plain(path, values, kind=gdal.GDT_Float32, nodata=None, transform=GRID.geotransform, wkt=UTM):
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), values.shape[1], values.shape[0], 1, kind)
    dataset.SetGeoTransform(transform)
    dataset.SetProjection(wkt)
    band = dataset.GetRasterBand(1)
    if nodata is not None:
        band.SetNoDataValue(nodata)
    band.WriteRaster(0, 0, *values.shape[::-1], values.astype("f8").tobytes(), buf_type=gdal.GDT_Float64)
    return dataset


def test_factors_come_back_with_values_names_units_kinds_and_holes(tmp_path):
    path = str(tmp_path / "stack.tif")
    holed = VALUES.copy()
    holed[1, 1] = np.nan
    specs = (
        FactorSpec("slope", unit="deg"),
        FactorSpec("catchment_area", unit="m", transform="log10"),
        FactorSpec("lithology", "categorical", categories={3: "Schist", 1: "Granite"}),
    )
    with RasterSink(path, GRID, [factor_band(spec) for spec in specs]) as sink:
        for i in range(3):
            for row in range(4):
                sink.write(i, row, holed[row : row + 1] + i)
    with RasterSource(path) as source:
        assert source.factor_specs() == specs
        assert source.metadata["COMPRESSION"] in ("ZSTD", "DEFLATE")
        assert source.grid.same_as(GRID)
        assert same_crs(source.grid.crs_wkt, UTM)
        for i in range(3):
            np.testing.assert_array_equal(source.read(i), holed + i)
        np.testing.assert_array_equal(source.read(0, 2, 1), holed[2:3])


@pytest.mark.parametrize(
    ("kind", "nodata"),
    [
        (gdal.GDT_Byte, 255),
        (gdal.GDT_Int16, -32768),
        (gdal.GDT_Float32, -9999),
        (gdal.GDT_Float32, -3.4028234663852886e38),
    ],
)
def test_declared_no_data_of_any_convention_becomes_nan(tmp_path, kind, nodata):
    holed = VALUES.astype(float)
    holed[0, 0] = nodata
    write_plain(tmp_path / "a.tif", holed, kind, nodata).FlushCache()
    with RasterSource(str(tmp_path / "a.tif")) as source:
        read = source.read(0)
    assert np.isnan(read[0, 0])
    np.testing.assert_array_equal(read.ravel()[1:], VALUES.ravel()[1:])


def test_undeclared_nan_and_mask_band_become_nan(tmp_path):
    holed = VALUES.copy()
    holed[0, 1] = np.nan
    dataset = write_plain(tmp_path / "a.tif", holed)
    dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
    mask = np.full(holed.shape, 255, np.uint8)
    mask[3, 2] = 0
    dataset.GetRasterBand(1).GetMaskBand().WriteRaster(0, 0, 3, 4, mask.tobytes(), buf_type=gdal.GDT_Byte)
    dataset = None
    with RasterSource(str(tmp_path / "a.tif")) as source:
        np.testing.assert_array_equal(np.argwhere(np.isnan(source.read(0))), [[0, 1], [3, 2]])


def test_scale_and_offset_are_applied(tmp_path):
    dataset = write_plain(tmp_path / "a.tif", VALUES, gdal.GDT_Int16)
    dataset.GetRasterBand(1).SetScale(0.5)
    dataset.GetRasterBand(1).SetOffset(10)
    dataset = None
    with RasterSource(str(tmp_path / "a.tif")) as source:
        np.testing.assert_array_equal(source.read(0), VALUES * 0.5 + 10)


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path):
    path = tmp_path / "out.tif"
    with RasterSink(str(path), GRID, [Band("a")]) as sink:
        sink.write(0, 0, VALUES)
    before = path.read_bytes()
    with pytest.raises(RuntimeError):
        broken_off(RasterSink(str(path), GRID, [Band("b")]), VALUES + 1)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["out.tif"]


def test_overwriting_removes_stale_sidecars_and_same_input_gives_same_bytes(tmp_path):
    path = tmp_path / "out.tif"
    stale = [tmp_path / name for name in ("out.tif.aux.xml", "out.tif.ovr", "out.tif.msk", "out.qml")]
    for file in stale:
        file.write_text(f"<!-- {STYLE_MARK} -->")
    written = []
    for _ in range(2):
        with RasterSink(str(path), GRID, [Band("a")]) as sink:
            sink.write(0, 0, VALUES)
        written.append(path.read_bytes())
    assert not any(file.exists() for file in stale)
    assert written[0] == written[1]


def test_class_rasters_carry_names_colours_and_no_data(tmp_path):
    path = str(tmp_path / "classes.tif")
    classes = {1: ("Very low", (44, 123, 182)), 5: ("Very high", (215, 25, 28))}
    with RasterSink(path, GRID, [Band("class")], byte=True, classes=classes) as sink:
        sink.write(0, 0, np.where(VALUES > 5, 5, 0))
    with RasterSource(path) as source:
        assert source.bands[0].categories == {1: "Very low", 5: "Very high"}
        assert np.isnan(source.read(0)[0, 0])
        assert source.read(0)[3, 0] == 5
    dataset = gdal.Open(path)
    band = dataset.GetRasterBand(1)
    assert (band.DataType, band.GetNoDataValue()) == (gdal.GDT_Byte, 0)
    assert band.GetColorTable().GetColorEntry(5)[:3] == (215, 25, 28)


def test_unreadable_and_truncated_files_are_named(tmp_path):
    with pytest.raises(InputError, match=r"nowhere\.tif cannot be read"):
        RasterSource(str(tmp_path / "nowhere.tif"))
    path = tmp_path / "cut.tif"
    noise = np.random.default_rng(1).normal(size=(300, 300))
    write_plain(path, noise, gdal.GDT_Float64).FlushCache()
    path.write_bytes(path.read_bytes()[:200_000])
    with pytest.raises(InputError, match="damaged or truncated"), RasterSource(str(path)) as source:
        source.read(0)


def test_crs_are_compared_by_meaning_and_checked_for_distances():
    assert not same_crs(UTM, crs_wkt("EPSG:32718"))
    assert not same_crs(UTM, "")
    assert crs_name(UTM).endswith("(EPSG:32717)")
    assert metres_per_unit(UTM) == 1.0
    assert metres_per_unit(crs_wkt("EPSG:2272")) == pytest.approx(0.3048006096)
    for code, says in (("EPSG:4326", "degrees"), ("EPSG:3857", "not true to distance")):
        with pytest.raises(InputError, match=says):
            metres_per_unit(crs_wkt(code))
    with pytest.raises(InputError, match="no CRS"):
        metres_per_unit("")


def test_a_layer_in_another_crs_is_refused_by_name(tmp_path):
    write_plain(tmp_path / "other.tif", VALUES, wkt=crs_wkt("EPSG:32718")).FlushCache()
    with (
        RasterSource(str(tmp_path / "other.tif")) as source,
        pytest.raises(GridMismatch, match=r"other.*32718"),
    ):
        require_on_grid(GRID, source)


def test_space_is_asked_for_before_writing(tmp_path):
    require_space(str(tmp_path), 0)
    with pytest.raises(DiskSpaceError, match="MiB are needed"):
        require_space(str(tmp_path), 2**60)


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(InputError, match="does not exist"):
        RasterSink(str(tmp_path / "no" / "a.tif"), GRID, [Band("a")])


FILLING = """
import resource, sys
import numpy as np
from landslide_plugin.core.errors import DiskSpaceError
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.io.raster import Band, RasterSink

resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
grid = Grid(1000, 1000, (0.0, 1.0, 0.0, 0.0, 0.0, -1.0))
noise = np.random.default_rng(0).normal(size=grid.shape)
try:
    with RasterSink(sys.argv[1], grid, [Band("a")]) as sink:
        for row in range(0, 1000, 100):
            sink.write(0, row, noise[row : row + 100])
except DiskSpaceError as error:
    print(error)
"""


def test_a_disk_that_fills_up_while_writing_leaves_nothing(tmp_path):
    target = tmp_path / "big.tif"
    done = subprocess.run([sys.executable, "-c", FILLING, target], capture_output=True, text=True, check=True)
    assert "big.tif cannot be written" in done.stdout
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(gdal, "GDT_Int64"), reason="GDAL has no 64-bit integers")
def test_long_integers_are_integers(tmp_path):
    write_plain(tmp_path / "a.tif", VALUES, gdal.GDT_Int64).FlushCache()
    with RasterSource(str(tmp_path / "a.tif")) as source:
        assert source.is_integer(0)


def test_a_damaged_file_is_told_alike_whether_gdal_raises_or_not(tmp_path):
    """QGIS 3.40 switches GDAL's exceptions on; what is on before stays on after."""
    path = tmp_path / "cut.tif"
    with RasterSink(str(path), Grid(80, 80, GRID.geotransform, UTM), [Band("a")]) as sink:
        sink.write(0, 0, np.random.default_rng(1).random((80, 80), dtype=np.float32))
    path.write_bytes(path.read_bytes()[:-9000])
    raised_before = gdal.GetUseExceptions()
    try:
        for switch, state in ((gdal.UseExceptions, 1), (gdal.DontUseExceptions, 0)):
            switch()
            source = RasterSource(str(path))
            with pytest.raises(InputError, match=r"cut\.tif is damaged or truncated"):
                source.read(0)
            with pytest.raises(InputError, match="cannot be read as a raster"):
                RasterSource(str(tmp_path / "absent.tif"))
            assert gdal.GetUseExceptions() == state
    finally:
        (gdal.UseExceptions if raised_before else gdal.DontUseExceptions)()


def test_an_unknown_crs_is_none_whether_gdal_raises_or_not():
    raised_before = gdal.GetUseExceptions()
    try:
        for switch in (gdal.UseExceptions, gdal.DontUseExceptions):
            switch()
            assert crs_name("PROJCS[nonsense") == "no CRS"
            with pytest.raises(InputError, match="is not known"):
                crs_wkt("EPSG:999999")
    finally:
        (gdal.UseExceptions if raised_before else gdal.DontUseExceptions)()


@pytest.mark.parametrize("modules", [(gdal, ogr), (ogr, gdal), (osr, gdal, ogr)])
def test_whatever_raises_in_gdal_is_off_inside_and_on_again_outside(modules):
    """GDAL 3.6 lets a module's exceptions go only in the reverse order of their coming."""
    assert not any(module.GetUseExceptions() for module in (gdal, ogr, osr))
    for module in modules:
        module.UseExceptions()
    try:
        with quiet() as inside:
            assert inside.Open("/nowhere/absent.tif") is None
            assert not any(module.GetUseExceptions() for module in modules)
        assert all(module.GetUseExceptions() for module in modules)
    finally:
        for module in reversed(modules):
            module.DontUseExceptions()
