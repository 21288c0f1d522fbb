"""The probability of failure that a model takes is read by the name of its scenario, and is one."""

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.assessed import CAP, NOT_ASSESSED
from landslide_plugin.core.io.raster import Band, RasterSink, RasterSource
from landslide_plugin.core.types.window import Window
from landslide_plugin.core.workflows.mapping.physics_input import failure_bands, read_failure
from tests.support.maps import grid

GRID = grid(4, 5)
CHANCE = np.linspace(0.0, 0.95, GRID.size, dtype=np.float32).reshape(GRID.shape)


def read(path, values, names=("T50", "T10"), part=None, **metadata):
    with RasterSink(str(path), GRID, [Band(name) for name in ("T10", "T50")], metadata=metadata) as sink:
        for i, each in enumerate(values):
            sink.write(i, 0, each)
    with RasterSource(str(path)) as source:
        return read_failure(source, failure_bands(source, names), part or Window.whole(GRID))


def test_bands_follow_the_scenarios_and_not_the_file(tmp_path):
    part = Window(1, 2, 3, 2)
    found = read(tmp_path / "pf.tif", (CHANCE, CHANCE / 2), part=part)
    np.testing.assert_array_equal(found[..., 0], CHANCE[1:3, 3:] / 2)
    np.testing.assert_array_equal(found[..., 1], CHANCE[1:3, 3:])


def test_a_zero_that_stands_for_ground_not_assessed_is_no_chance(tmp_path):
    plain = read(tmp_path / "plain.tif", (CHANCE, CHANCE))
    capped = read(tmp_path / "capped.tif", (CHANCE, CHANCE), **{NOT_ASSESSED: CAP})
    assert plain[0, 0].tolist() == [0.0, 0.0]
    assert np.isnan(capped[0, 0]).all()
    assert np.isfinite(capped).sum() == capped.size - 2


def test_percent_and_a_scenario_without_a_band_are_refused(tmp_path):
    with pytest.raises(InputError, match="holds 95 as a probability of failure; allowed: 0 to 1"):
        read(tmp_path / "percent.tif", (CHANCE, 100 * CHANCE))
    with pytest.raises(InputError, match="no band T100; it has T10, T50"):
        read(tmp_path / "pf.tif", (CHANCE, CHANCE), names=("T10", "T100"))
