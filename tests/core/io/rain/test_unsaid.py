"""What a file of rain leaves unsaid is asked for by its parameter; what cannot be told is refused and named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.rain import RainReading, open_rain_stack
from landslide_plugin.core.types.grid import Strip

from .made import COLS, FIRST, HOUR, ROWS, STEPS, ends, geotiff, netcdf, since_day_began, true_rain

LAST = FIRST + HOUR * STEPS
DAYS = true_rain().reshape(2, 24, ROWS, COLS).sum(axis=1)
Made = tuple[str, RainReading]


def test_stamps_in_the_middle_are_asked_for_and_taken_as_said(tmp_path: Path) -> None:
    """As MERRA-2, whose hours are stamped at 00:30, and daily files stamped at noon."""
    hourly = netcdf(tmp_path / "h.nc", true_rain(), np.arange(STEPS) + 0.5, units="mm")
    daily = netcdf(tmp_path / "d.nc", DAYS, [12.0, 36.0], units="mm")
    for path in (hourly, daily):
        with pytest.raises(InputError, match="give STAMPED: middle, start or end"):
            open_rain_stack(path, "", RainReading(kind="amount"))
        with open_rain_stack(path, "", RainReading(kind="amount", stamped="middle", joined_h=24.0)) as stack:
            assert stack.ends[-1] == LAST
            assert np.abs(stack.window(LAST, 2, Strip(0, ROWS)) / DAYS - 1.0).max() < 1e-6
    half_past = RainReading(kind="amount", stamped="end", start="2020-08-29T00:30", file_step_h=1.0)
    with open_rain_stack(geotiff(tmp_path / "r.tif", true_rain()), "", half_past) as stack:
        assert str(stack.ends[0]) == "2020-08-29T00:30:00"


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda d: (netcdf(d / "r.nc", true_rain()), RainReading()), "says no unit; give RAIN_UNIT"),
        (lambda d: (netcdf(d / "r.nc", true_rain(), units="K"), RainReading()), "'K', none of rain"),
        (
            lambda d: (netcdf(d / "r.nc", since_day_began(true_rain()), units="m"), RainReading()),
            "never fall within a day .* give RAIN_IS: day",
        ),
        (
            lambda d: (netcdf(d / "r.nc", true_rain(), units="mm"), RainReading(kind="day")),
            r"falls by .* do not run on as RAIN_IS \(day\) says",
        ),
        (
            lambda d: (netcdf(d / "r.nc", true_rain(), units="m"), RainReading(kind="amount")),
            "more than ever fell; give the RAIN_UNIT",
        ),
        (lambda d: (netcdf(d / "r.nc", true_rain(), units="mm/h"), RainReading(kind="day")), "a rate, and RAIN_IS"),
        (lambda d: (geotiff(d / "r.tif", true_rain()), RainReading(kind="amount")), "give START"),
        (lambda d: (geotiff(d / "r.tif", true_rain()), RainReading(start="2020-08-29")), "STEP is not"),
        (lambda d: (geotiff(d / "r_20200829.tif", true_rain()[:1]), RainReading(kind="amount")), "give STEP"),
        (
            lambda d: (
                geotiff(d / "r.tif", true_rain() - 9999.0, titles=[f"{one}Z" for one in ends()]),
                RainReading(kind="amount"),
            ),
            "rain is 0 or more. Declare the number as no-data",
        ),
        (
            lambda d: (netcdf(d / "r.nc", true_rain(), np.arange(48.0) ** 1.1, units="mm"), RainReading(kind="amount")),
            "no whole number of steps",
        ),
        (
            lambda d: (netcdf(d / "r.nc", true_rain(), np.arange(48) // 2, units="mm"), RainReading(kind="amount")),
            "times do not rise",
        ),
        (
            lambda d: (netcdf(d / "r.nc", true_rain(), np.full(48, 1e36), units="mm"), RainReading(kind="amount")),
            "values that are no times",
        ),
        *(
            (
                lambda d, calendar=calendar: (
                    netcdf(d / "r.nc", true_rain(), units="mm", calendar=calendar), RainReading(kind="amount")
                ),
                f"calendar {calendar}, which climate models use",
            )
            for calendar in ("noleap", "360_day")
        ),
        (
            lambda d: (
                netcdf(
                    d / "r.nc", true_rain(), units="mm", calendar="julian", time_unit="hours since 1582-10-15"
                ),
                RainReading(kind="amount"),
            ),
            "Julian calendar; give rain in the common one",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_told_is_refused_and_named(
    make: Callable[[Path], Made], said: str, tmp_path: Path
) -> None:
    path, reading = make(tmp_path)
    with pytest.raises(InputError, match=said), open_rain_stack(path, "", reading) as stack:
        stack.window(stack.ends[-1], 24, Strip(0, ROWS))
