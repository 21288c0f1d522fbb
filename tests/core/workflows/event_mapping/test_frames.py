"""Which moments are mapped, and the rain of their windows."""

import time

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.types.rain import RainColumns
from landslide_plugin.core.workflows.event_mapping.event_rain import EventRain, RainWindows
from landslide_plugin.core.workflows.event_mapping.frames import frames_between, read_moment
from landslide_plugin.core.workflows.event_mapping.job import Legend
from tests.support.storm_maps import AREA, END, ENDS, HOUR, STORM, MemoryRain


def test_without_moments_all_frames_that_the_rain_fills():
    frames = frames_between(ENDS, 120.0, None, None, 1.0)
    assert len(frames) == len(ENDS) - 120 + 1
    assert frames.ends[0] == ENDS[119]
    assert frames.ends[-1] == ENDS[-1]


@pytest.mark.parametrize(
    ("start", "end", "step", "words"),
    [
        (END + 1000 * HOUR, None, 1.0, "No frame lies between"),
        (END, END - HOUR, 1.0, "No frame lies between"),
        (END, END + 1000 * HOUR, 1.0, "move START or END"),
        (END + np.timedelta64(60, "s"), None, 1.0, "give it as START"),
        (END - 40 * HOUR, END, 0.01, "at most 2000 are drawn"),
    ],
)
def test_moments_that_the_rain_has_not_are_refused(start, end, step, words):
    with pytest.raises(InputError, match=words):
        frames_between(ENDS, 120.0, start, end, step)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of a process is set by its environment")
def test_typed_moments_are_of_utc_on_a_computer_of_any_zone(monkeypatch):
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv("TZ", "America/New_York")
        time.tzset()
        found = read_moment("2018-10-29 20:00", "START"), read_moment("2018-10-29", "END", last=True)
    time.tzset()
    assert [str(one) for one in found] == ["2018-10-29T20:00:00", "2018-10-30T00:00:00"]


def test_windows_are_sums_of_the_steps_that_the_model_takes():
    cells = np.array([20, 21, 100])
    windows = RainWindows(EventRain(MemoryRain()), RainColumns(6.0, 20), cells)
    hourly = AREA.window(STORM).reshape(120, -1)[:, cells]
    np.testing.assert_allclose(windows.ending(END), hourly.reshape(20, 6, 3).sum(axis=1).T, rtol=1e-6)
    later = AREA.rain_mm[STORM, 27:147].reshape(120, -1)[:, cells]  # three hours later
    np.testing.assert_allclose(
        windows.ending(END + 3 * HOUR), later.reshape(20, 6, 3).sum(axis=1).T, rtol=1e-6
    )
    np.testing.assert_allclose(windows.ending(END), hourly.reshape(20, 6, 3).sum(axis=1).T, rtol=1e-6)


def test_steps_that_do_not_fit_are_refused():
    with pytest.raises(InputError, match="in steps of 1.5 h"):
        EventRain(MemoryRain()).steps_for(RainColumns(1.5, 80))
    short = MemoryRain().part(0, 50)
    with pytest.raises(InputError, match="The forecast ends before the measured rain does"):
        EventRain(MemoryRain(), short)
    coarse = MemoryRain()
    coarse.step_h = 3.0
    with pytest.raises(InputError, match="in steps of one length"):
        EventRain(MemoryRain(), coarse)


@pytest.mark.parametrize(
    ("most", "high"), [(0.034, 0.05), (0.05, 0.05), (0.9, 1.0), (1.0, 1.0), (2e-5, 2e-5)]
)
def test_legends_are_round(most, high):
    legend = Legend.of(most)
    assert legend.high == pytest.approx(high)
    assert legend.low == pytest.approx(high / 1000)
