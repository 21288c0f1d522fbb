"""Rain that did not fall, written and read again as any other stack."""

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.rain import open_rain_stack
from landslide_plugin.core.io.raster import RasterSource
from landslide_plugin.core.triggers.design_storm import DesignStorm
from landslide_plugin.core.triggers.hyetograph import alternating
from landslide_plugin.core.types.grid import Grid, Strip
from landslide_plugin.core.workflows.what_if_rain.run import (
    WHAT_IF,
    Before,
    Changed,
    assumed_of,
    change_rain,
    design_rain,
    rain_words,
)
from tests.support.storm_maps import AREA, END, HOUR, RAIN_GRID, STORM, WKT, MemoryRain

WHOLE = Strip(0, RAIN_GRID.rows)
ONE_CELL = Grid(1, 1, (0.0, 5000.0, 0.0, 5000.0, 0.0, -5000.0), WKT)


def storm(depth=90.0, hours=24.0, step=1.0):
    shares = alternating(hours, step, lambda h: 10 * h**0.4)
    return DesignStorm(50.0, depth, hours, step, shares, END)


def test_scaled_and_shifted_rain_is_the_same_rain_elsewhere_in_time(tmp_path):
    path = str(tmp_path / "more.tif")
    made = change_rain(path, MemoryRain(), Changed(1.5, -12.0, END - 120 * HOUR, END), {"SOFTWARE": "x"})
    assert len(made.ends) == 120
    assert made.season == END - 12 * HOUR
    with open_rain_stack(path) as stack:
        found = stack.window(END - 12 * HOUR, 120, WHOLE)
    np.testing.assert_allclose(found, 1.5 * AREA.window(STORM), rtol=1e-6)
    assert made.total_mm == pytest.approx(1.5 * AREA.window(STORM).sum(axis=0).mean(), rel=1e-5)
    assert rain_words(path) == "more.tif (Rain that fell, times 1.5, 12 h earlier)"


def test_a_missing_step_stays_a_gap(tmp_path):
    rain = MemoryRain()
    rain.rain_mm[100, 3, 4] = np.nan
    made = change_rain(str(tmp_path / "a.tif"), rain, Changed(2.0), {})
    assert made.gaps == 1
    with open_rain_stack(str(tmp_path / "a.tif")) as stack:
        found = stack.window(rain.ends[-1], len(rain.ends), WHOLE)
    assert np.argwhere(np.isnan(found)).tolist() == [[100, 3, 4]]


def test_days_stay_the_days_they_are(tmp_path):
    path, day = str(tmp_path / "days.tif"), 24 * HOUR
    rain = MemoryRain()
    rain.step_h, rain.ends = 24.0, END + np.arange(len(rain.ends)) * day
    asked = Changed(1.0, 24.0, rain.ends[1], rain.ends[3])
    made = change_rain(path, rain, asked, {})
    assert made.ends.tolist() == rain.ends[3:5].tolist()
    with open_rain_stack(path) as stack:
        assert (stack.step_h, stack.ends.tolist()) == (24.0, made.ends.tolist())
    design_rain(path, storm(hours=24.0, step=24.0), Before(0.0, 0.0, 0.0), ONE_CELL, {})
    with open_rain_stack(path) as stack:  # one step, whose length no other step tells
        assert (stack.step_h, stack.ends.tolist()) == (24.0, [END])


def test_a_design_storm_falls_as_its_depth_says(tmp_path):
    path = str(tmp_path / "t50.tif")
    made = design_rain(path, storm(), Before(30.0, 120.0, 6.0), ONE_CELL, {})
    with open_rain_stack(path) as stack:
        window = stack.window(END, 120, Strip(0, 1))[:, 0, 0]
        assert stack.ends[-1] == END + 6 * HOUR
    assert window[-24:].sum() == pytest.approx(90.0, rel=1e-5)
    np.testing.assert_allclose(window[:-24], 30.0 / 120.0, rtol=1e-6)  # 96 of the 120 hours before the storm
    assert made.total_mm == pytest.approx(120.0, rel=1e-5)
    assert made.season == END
    with RasterSource(path) as source:
        assert source.metadata["RETURN_PERIOD_YR"] == "50"
        assert "T belongs to the storm alone" in source.metadata[WHAT_IF]


def test_what_fell_before_stands_before_the_design_storm(tmp_path):
    path = str(tmp_path / "t50.tif")
    design_rain(path, storm(), Before(30.0, 96.0, 0.0), ONE_CELL, {}, fallen=MemoryRain())
    with open_rain_stack(path) as stack:
        found = stack.window(END, 120, WHOLE)
    np.testing.assert_array_equal(found[:96], AREA.window(STORM)[:96])
    assert np.ptp(found[96:].sum(axis=0)) < 1e-3


def test_what_is_made_of_rain_that_did_not_fall_says_so(tmp_path):
    first, second = str(tmp_path / "t50.tif"), str(tmp_path / "more.tif")
    design_rain(first, storm(), Before(30.0, 96.0, 0.0), ONE_CELL, {})
    assumed = assumed_of(first)
    with open_rain_stack(first) as stack:
        made = change_rain(second, stack, Changed(1.3, assumed=assumed), {})
        again = design_rain(
            str(tmp_path / "a.tif"), storm(), Before(0.0, 24.0, 0.0, assumed), ONE_CELL, {}, stack
        )
    assert made.words == f"Rain that did not fall ({assumed}), times 1.3"
    assert f"rain that did not fall ({assumed}) in the 24 h before it" in again.words
    assert rain_words("era5.nc", second) == f"era5.nc; forecast: more.tif ({made.words})"
    assert rain_words("era5.nc") == "era5.nc"


def test_what_cannot_be_is_refused(tmp_path):
    path = str(tmp_path / "a.tif")
    with pytest.raises(InputError, match="whole steps of the rain"):
        change_rain(path, MemoryRain(), Changed(1.0, 0.5), {})
    with pytest.raises(InputError, match="No step of the rain ends after"):
        change_rain(path, MemoryRain(), Changed(start=END + 99 * HOUR), {})
    with pytest.raises(InputError, match="give BEFORE_HOURS too"):
        design_rain(path, storm(), Before(30.0, 0.0, 0.0), ONE_CELL, {})
    with pytest.raises(InputError, match="give STEP as 1"):
        design_rain(path, storm(step=2.0), Before(0.0, 96.0, 0.0), ONE_CELL, {}, fallen=MemoryRain())
    assert not list(tmp_path.iterdir())
