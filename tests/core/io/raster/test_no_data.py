"""Marks of no-data that nobody declared: asked about in every role, settled by what the user says."""

from contextlib import ExitStack

import numpy as np
import pytest
from osgeo import gdal

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.align import aligned_path
from landslide_plugin.core.io.factors import FactorSources
from landslide_plugin.core.io.raster import RasterSource, crs_wkt, open_common_part, require_marks_declared
from landslide_plugin.core.io.raster.no_data import MARKS, Extremes, Said
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.types.window import Window
from landslide_plugin.core.workflows.factor_stack.dem import read_dem
from landslide_plugin.core.workflows.mapping.place import LOOKS
from tests.support.maps import SPECS, draw, random_cells
from tools.check.random_bundle import random_bundle

GRID = Grid(12, 16, (700000.0, 25.0, 0.0, 9550000.0, 0.0, -25.0), crs_wkt("EPSG:32717"))
VALUES = np.add.outer(np.arange(12.0), np.arange(16.0)) + 3
HOLE = np.zeros(GRID.shape, bool)
HOLE[3:5, 6:9] = True


def write(path, *bands, no_data=None, grid=GRID, specs=()):
    """A raster as other programs write it, which says of no-data what it is told to."""
    kind = gdal.GDT_Float32
    made = gdal.GetDriverByName("GTiff").Create(str(path), grid.cols, grid.rows, len(bands), kind)
    made.SetGeoTransform(grid.geotransform)
    made.SetProjection(grid.crs_wkt)
    for i, values in enumerate(bands):
        band = made.GetRasterBand(i + 1)
        band.WriteRaster(0, 0, grid.cols, grid.rows, np.asarray(values, np.float32).tobytes())
        if no_data is not None:
            band.SetNoDataValue(no_data)
        if specs:
            band.SetDescription(specs[i].name)
            band.SetMetadataItem("KIND", specs[i].kind)
    band = made = None
    return str(path)


def roles(path):
    """Every way in which a raster is read that would take a mark for a value."""

    def factors(check):
        with FactorSources([path]) as opened:
            return check(opened)

    def common():
        with ExitStack() as stack:
            open_common_part(stack, [path])

    def one():
        with RasterSource(path) as source:
            require_marks_declared(source)

    return {
        "training": lambda: factors(lambda opened: opened.valid_mask(opened.specs)),
        "mapping": lambda: factors(lambda opened: opened.require_declared(opened.specs, Window.whole(GRID))),
        "points": lambda: factors(
            lambda opened: opened.require_declared_at(
                opened.specs, opened.values_at(opened.specs, np.array([3]), np.array([6]))
            )
        ),
        "DEM": lambda: read_dem(path),
        "maps": common,
        "any": one,
    }


@pytest.mark.parametrize("mark", [each for each in MARKS if each not in (255.0, 9999.0, 32767.0)])
def test_a_mark_is_asked_about_in_every_role_with_what_settles_it(tmp_path, mark):
    path = write(tmp_path / "hills.tif", np.where(HOLE, mark, VALUES))
    for role, read in roles(path).items():
        with pytest.raises(InputError, match=r"say NODATA=(?P<mark>\S+) \(or") as raised:
            read()
        said = str(raised.value).split("NODATA=")[1].split()[0]
        for settled in (Said.of(said, "hills"), Said.of("none", "hills")):
            if role == "DEM" and not settled.marks:
                continue  # no height is that high or low
            roles(settled.beside(path))[role]()
        with RasterSource(Said.of(said, "hills").beside(path)) as source:
            np.testing.assert_array_equal(np.isnan(source.read(0)), HOLE, err_msg=f"{role} {said}")


@pytest.mark.parametrize("mark", [255.0, 9999.0, 32767.0])
def test_a_mark_that_may_be_a_value_is_asked_about_where_no_value_comes_near(tmp_path, mark):
    alone = write(tmp_path / "alone.tif", np.where(HOLE, mark, VALUES))
    among = write(tmp_path / "among.tif", np.where(HOLE, mark, VALUES * mark / VALUES.max()))
    roles(among)["any"]()
    for role in ("training", "mapping", "maps", "any"):
        with pytest.raises(InputError, match="say NODATA"):
            roles(alone)[role]()


def test_a_raster_that_declares_another_mark_is_named_and_one_that_is_whole_is_left_alone(tmp_path):
    path = write(tmp_path / "soil.tif", np.where(HOLE, 65535.0, VALUES), no_data=-9999.0)
    with pytest.raises(InputError, match=r"declares -9999; say NODATA=soil=65535"):
        roles(path)["any"]()
    for said, empty in (("65535", False), ("soil=65535", True), ("-9999; SOIL = 65535", True)):
        with RasterSource(Said.of(said, "soil").beside(path)) as source:
            assert np.isnan(source.read(0)[HOLE]).all() == empty, said
    heights = write(tmp_path / "dem.tif", VALUES * 10, no_data=-9999.0)
    with RasterSource(Said.of("200", "dem").beside(heights)) as source:
        assert np.isfinite(source.read(0)).all()


def test_a_mark_is_one_as_it_is_stored(tmp_path):
    path = write(tmp_path / "hills.tif", np.where(HOLE, -9999.0, VALUES))
    made = gdal.Open(path, gdal.GA_Update)
    made.GetRasterBand(1).SetScale(0.1)
    made.GetRasterBand(1).SetOffset(5.0)
    made = None
    for role, read in roles(path).items():
        cells = 1 if role == "points" else HOLE.sum()
        with pytest.raises(InputError, match=rf"holds -9999 in {cells} cells, .*say NODATA=-9999 \(or"):
            read()
        roles(Said.of("-9999", "hills").beside(path))[role]()
    with RasterSource(Said.of("-9999", "hills").beside(path)) as source:
        np.testing.assert_allclose(source.read(0)[~HOLE], VALUES[~HOLE] * 0.1 + 5.0, rtol=1e-6)


def test_a_class_that_has_a_name_is_no_mark():
    seen = Extremes()
    seen.take(np.array([1.0, 2.0, 255.0], np.float32))
    assert dict(seen.doubtful()) == {255.0: 1}
    assert not seen.doubtful({255})


@pytest.mark.parametrize("resampling", ["bilinear", "nearest", "average"])
def test_a_mark_that_was_said_is_never_mixed_with_its_neighbours(tmp_path, resampling):
    coarse = Grid(6, 8, (700010.0, 50.0, 0.0, 9549990.0, 0.0, -50.0), GRID.crs_wkt)
    path = write(tmp_path / "rain.tif", np.where(HOLE, 65535.0, VALUES))
    with RasterSource(Said.of("65535", "rain").beside(path)) as source:
        target = aligned_path(
            coarse, source, label="Rain", kind="continuous", folder=str(tmp_path), choice=resampling
        )
    with RasterSource(target) as aligned:
        assert np.nanmax(aligned.read(0)) <= VALUES.max()


def test_a_map_of_undeclared_marks_is_refused_before_it_is_drawn_and_blank_there_once_they_are_said(tmp_path):
    bundle = random_bundle(2, soil=False)
    static, _ = random_cells(GRID.size, 5)
    bands = static.T.reshape(3, *GRID.shape).copy()
    bands[0][HOLE] = -9999.0
    path = write(tmp_path / "s.tif", *bands, specs=SPECS)
    with pytest.raises(InputError, match="say NODATA=-9999"):
        draw(bundle, path, tmp_path / "m")
    assert not list((tmp_path / "m").iterdir())
    summary = draw(bundle, Said.of("-9999", "s").beside(path), tmp_path / "m")
    assert summary.no_data_cells == HOLE.sum()
    with RasterSource(str(tmp_path / "m" / "probability.tif")) as mapped:
        np.testing.assert_array_equal(np.isnan(mapped.read(0)), HOLE)


TALL = Grid(200, 5, GRID.geotransform, GRID.crs_wkt)
UNLOOKED = (1, 8)
"""Rows of it that lie between those looked at before a map is drawn."""


def tall(folder, mark, below=None):
    """Factors over many rows, the first with a mark in rows that are not looked at first."""
    bands = random_cells(TALL.size, 5)[0].T.reshape(3, *TALL.shape).copy()
    bands[0][list(UNLOOKED), 2] = mark
    if below is not None:
        bands[0][15, 1] = below
    return write(folder / "s.tif", *bands, grid=TALL, specs=SPECS)


@pytest.mark.parametrize("mark", [-9999.0, 9.96921e36, -3.4028235e38])
def test_marks_met_while_a_map_is_drawn_leave_no_map(tmp_path, mark):
    with pytest.raises(InputError, match="in 2 cells, a usual mark of no-data"):
        draw(random_bundle(2, soil=False), tall(tmp_path, mark), tmp_path / "m")
    assert not list((tmp_path / "m").iterdir())


def test_a_number_that_others_pass_is_mapped(tmp_path):
    summary = draw(random_bundle(2, soil=False), tall(tmp_path, -9999.0, below=-20000.0), tmp_path / "m")
    assert summary.no_data_cells == 0


def test_a_map_reads_its_factors_once_and_some_rows_before(tmp_path, monkeypatch):
    bands = random_cells(TALL.size, 5)[0].T.reshape(3, *TALL.shape)
    path, read, cells = write(tmp_path / "s.tif", *bands, grid=TALL, specs=SPECS), RasterSource.read, []

    def counted(*arguments):
        values = read(*arguments)
        cells.append(values.size)
        return values

    monkeypatch.setattr(RasterSource, "read", counted)
    draw(random_bundle(2, soil=False), path, tmp_path / "m")
    assert TALL.size * 3 < sum(cells) <= (TALL.size + LOOKS * TALL.cols) * 3


@pytest.mark.parametrize("text", ["many", "255 x", "0,5", "soil=", "a=b"])
def test_what_is_no_number_is_refused(text):
    if text == "soil=":
        assert Said.of(text, "soil") is None
        return
    with pytest.raises(InputError, match="NODATA"):
        Said.of(text, "soil")
