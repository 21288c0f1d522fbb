"""A cell's bits depend on nothing but the cell: parts, extents, strips and threads, for every kind of model."""

import numpy as np
import pytest
from osgeo import gdal

from landslide_plugin.core.io.factors import FactorSources
from landslide_plugin.core.io.profile import profile_bands
from landslide_plugin.core.io.raster import Band, RasterSink, RasterSource
from landslide_plugin.core.io.triggers import TriggerRaster
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.workflows.mapping.request import MapOptions
from landslide_plugin.core.workflows.mapping.run import map_susceptibility
from tests.support.bundle_kinds import KINDS, kinds
from tests.support.maps import COLOURS, NAMES, grid, read, write_factors
from tools.check.random_bundle import RAIN, SOIL, random_cells

ON = grid(36, 50)


@pytest.fixture(scope="module")
def rasters(tmp_path_factory):
    """Factors, a soil profile of each cell's own, and rain."""
    folder = tmp_path_factory.mktemp("invariance")
    write_factors(folder / "factors.tif", ON)
    _, soil = random_cells(ON.size, 6)
    layers = np.moveaxis(soil, 0, 2).reshape(-1, *ON.shape)
    with RasterSink(
        str(folder / "soil.tif"), ON, profile_bands(SOIL.layer_bottoms_m, SOIL.properties)
    ) as sink:
        for i, values in enumerate(layers):
            sink.write(i, 0, values)
    with RasterSink(str(folder / "rain.tif"), ON, [Band("rain")]) as sink:
        sink.write(0, 0, np.random.default_rng(0).uniform(20, 80, ON.shape))
    return folder


def draw(bundle, rasters, folder, by_cell, bounds=None):
    folder.mkdir()
    storm = {(50.0, "intensity_mm_h"): TriggerRaster(str(rasters / "rain.tif"), 20.0, 80.0, 50.0)}
    options = MapOptions(bounds=bounds, trigger_rasters=storm if by_cell and bundle.scenarios else {})
    targets = {name: str(folder / f"{name}.tif") for name in NAMES}
    with (
        FactorSources([str(rasters / "factors.tif")]) as factors,
        RasterSource(str(rasters / "soil.tif")) as soil,
    ):
        scenarios = RAIN if bundle.scenarios else None
        map_susceptibility(bundle, factors, soil, scenarios, targets, COLOURS, SILENT, options)


@pytest.mark.parametrize("by_cell", [False, True])
@pytest.mark.parametrize("kind", KINDS)
def test_parts_strips_and_threads_change_no_bit(rasters, tmp_path, monkeypatch, kind, by_cell):
    bundle = kinds()[kind]
    draw(bundle, rasters, tmp_path / "whole", by_cell)
    monkeypatch.setattr("landslide_plugin.core.workflows.mapping.run.CELLS_PER_PART", 7 * ON.cols)
    monkeypatch.setattr("landslide_plugin.core.model.families.mapper.available_processors", lambda: 3)
    bundle = kinds()[kind]
    west, south, east, north = ON.bounds
    x, y = west + 17 * 25, north - 11 * 25
    for i, bounds in enumerate(((west, y, x, north), (x, y, east, north), (west, south, east, y))):
        draw(bundle, rasters, tmp_path / str(i), by_cell, bounds)
    for name in NAMES:
        joined = str(tmp_path / f"{name}.vrt")
        gdal.BuildVRT(joined, [str(tmp_path / str(i) / f"{name}.tif") for i in range(3)]).FlushCache()
        np.testing.assert_array_equal(read(joined), read(tmp_path / "whole" / f"{name}.tif"))
