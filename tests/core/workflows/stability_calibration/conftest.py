"""Rasters of the small area of calibrations, open."""

import numpy as np
import pytest

from landslide_plugin.core.io.raster import RasterSource
from tests.support.calibration_area import GRID, write


@pytest.fixture
def layers(tmp_path):
    """Slope, lithology and a catchment area, open."""
    rng = np.random.default_rng(0)
    slope = rng.uniform(0.5, 48, GRID.shape)
    codes = np.where(np.arange(GRID.cols) < 25, 1.0, 2.0) * np.ones(GRID.shape)
    codes[:3] = 3
    codes[40:, 50:] = 9  # not in the table
    area = rng.uniform(5, 300, GRID.shape)
    paths = {
        "slope": write(tmp_path / "slope.tif", slope),
        "lithology": write(tmp_path / "lithology.tif", codes),
        "area": write(tmp_path / "area.tif", area),
        "rain": write(tmp_path / "rain.tif", 2.0, rng.uniform(3, 9, GRID.shape), names=["T10", "T50"]),
        "depth": write(tmp_path / "depth.tif", rng.uniform(0.4, 2.5, GRID.shape)),
    }
    opened = {name: RasterSource(path) for name, path in paths.items()}
    yield opened
    for source in opened.values():
        source.close()
