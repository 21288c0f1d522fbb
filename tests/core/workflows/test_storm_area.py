"""The area of ten storms on disk, read again by what studies read with."""

from functools import partial

import numpy as np
import pytest

from landslide_plugin.core.io.rain import open_rain_stack
from landslide_plugin.core.io.raster import RasterSource
from landslide_plugin.core.io.table import read_rows
from landslide_plugin.core.io.vector import points, read_features
from landslide_plugin.core.synthetic.storms import ten_storms
from landslide_plugin.core.types.grid import Strip
from landslide_plugin.core.workflows.sample_area import create_folder
from landslide_plugin.core.workflows.storm_area import STORM_FILES, write_storms


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    target = tmp_path_factory.mktemp("sample") / "storms"
    create_folder(target, STORM_FILES, partial(write_storms, seed=7))
    return target


@pytest.fixture(scope="module")
def area():
    return ten_storms(7)


def test_rasters_hold_the_area(folder, area):
    with RasterSource(str(folder / "factors.tif")) as source:
        assert source.factor_specs() == area.factors.specs
        np.testing.assert_array_equal(source.read_factors(), area.factors.values)
    with RasterSource(str(folder / "target_probability.tif")) as source:
        assert [band.name for band in source.bands] == [storm.name for storm in area.storms]
        np.testing.assert_array_equal(source.read_factors(), area.probability)


def test_the_rain_of_every_storm_is_read_as_it_was_drawn(folder, area):
    with open_rain_stack(str(folder / "rain.tif")) as stack:
        assert stack.step_h == 1.0
        for number in (0, 4, 9):
            end = np.datetime64(area.storms[number].end)
            found = stack.window(end, 120, Strip(0, area.rain_grid.rows))
            np.testing.assert_array_equal(found, area.window(number))


def test_samples_and_events_say_where_and_when(folder, area):
    features = read_features(str(folder / "landslides.gpkg"), "landslide_points")
    xy, _ = points(features)
    cells = [area.grid.cell_of(x, y) for x, y in xy.tolist()]
    numbers = {storm.name: number for number, storm in enumerate(area.storms)}
    slid = [
        bool(area.landslides[numbers[name], row, col])
        for name, (row, col) in zip(features.field("event"), cells)
    ]
    assert slid == [bool(value) for value in features.field("landslide")]
    rows = {row["event"]: row for row in read_rows(str(folder / "events.csv"), "events")}
    assert set(rows) == set(numbers)
    for name, end in zip(features.field("event"), features.field("end")):
        assert rows[name]["end"] == end
    assert sum(int(row["landslides"]) for row in rows.values()) == sum(slid)
    assert f"({sum(slid)} cells)" in (folder / "README.txt").read_text(encoding="utf-8")
