"""Rasters of which one covers a part of the others are seen where it lies."""

from contextlib import ExitStack

import numpy as np

from landslide_plugin.core.io.raster import Band, RasterSink, crs_wkt, open_common_part
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.types.window import Window

WHOLE = Grid(20, 30, (500000.0, 37.5, 0.0, 4500000.0, 0.0, -12.5), crs_wkt("EPSG:32633"))
VALUES = np.arange(WHOLE.size, dtype=np.float32).reshape(WHOLE.shape)


def save(path, grid, values):
    with RasterSink(str(path), grid, [Band("values")]) as sink:
        sink.write(0, 0, values)
    return str(path)


def test_all_are_seen_where_the_smallest_lies(tmp_path):
    part = Window(5, 9, 4, 22)
    own = VALUES[5:14, part.col_slice]
    paths = [save(tmp_path / "whole.tif", WHOLE, VALUES), save(tmp_path / "part.tif", part.of(WHOLE), own)]
    with ExitStack() as stack:
        found = open_common_part(stack, [paths[0], None, paths[1], paths[0]])
        assert found[1] is None
        for source in (found[0], found[2], found[3]):
            assert source.grid.same_as(part.of(WHOLE))
            np.testing.assert_array_equal(source.read(0), own)
            np.testing.assert_array_equal(source.read(0, 3, 2, slice(6, 9)), own[3:5, 6:9])


def test_a_raster_between_the_cells_or_of_another_crs_is_left_whole(tmp_path):
    shifted = Grid(8, 8, (500010.0, 37.5, 0.0, 4500000.0, 0.0, -12.5), WHOLE.crs_wkt)
    abroad = Grid(8, 8, WHOLE.geotransform, crs_wkt("EPSG:32634"))
    whole = save(tmp_path / "whole.tif", WHOLE, VALUES)
    for other in (shifted, abroad):
        small = save(tmp_path / "small.tif", other, np.zeros((8, 8), np.float32))
        with ExitStack() as stack:
            assert open_common_part(stack, [whole, small])[0].grid.same_as(WHOLE)
