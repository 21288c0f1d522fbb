"""The slope stability of a study is that of 'Compute factor of safety' with its defaults, to the last bit."""

import numpy as np
import pytest

pytest.importorskip("qgis.core", reason="QGIS's Python is not installed")

from landslide_plugin.core.io.raster import Band, RasterSink, RasterSource, crs_wkt
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.workflows.study.physics import write_stability
from landslide_plugin.core.workflows.study.tables import write_soil
from tests.support.study import SAMPLE


def bands(path):
    with RasterSource(str(path)) as source:
        return np.stack([source.read(i) for i in range(len(source.bands))])


def test_it_is_the_same(run, tmp_path):
    grid = Grid(8, 9, (0.0, 10.0, 0.0, 80.0, 0.0, -10.0), crs_wkt("EPSG:32717"))
    stack, profile = str(tmp_path / "factors.tif"), str(tmp_path / "profile.tif")
    with RasterSink(stack, grid, [Band("elevation"), Band("slope")]) as sink:
        sink.write(0, 0, np.zeros(grid.shape, np.float32))
        sink.write(1, 0, np.linspace(2.0, 62.0, grid.size, dtype=np.float32).reshape(grid.shape))
    write_soil(stack, str(SAMPLE / "soil_table.csv"), profile, SILENT)
    given = {"SLOPE": stack, "PROFILE": profile, "SCENARIOS": str(SAMPLE / "scenarios.csv")}
    asked = {"FS": str(tmp_path / "fs.tif"), "PROBABILITY": str(tmp_path / "pf.tif")}
    run("factorofsafety", {**given, **asked})
    mine = {"safety": str(tmp_path / "my_fs.tif"), "failure": str(tmp_path / "my_pf.tif")}
    write_stability(*given.values(), **mine, progress=SILENT)
    np.testing.assert_array_equal(bands(mine["safety"]), bands(asked["FS"]))
    np.testing.assert_array_equal(bands(mine["failure"]), bands(asked["PROBABILITY"]))
    assert np.isfinite(bands(mine["failure"])).mean() > 0.5
