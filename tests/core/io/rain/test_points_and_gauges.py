"""Series at places: from stacks by the cell, from gauges by the nearest or by distance."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from landslide_plugin.core.errors import Cancelled, InputError
from landslide_plugin.core.io.rain import RainReading, gauge_rows, open_rain_stack
from landslide_plugin.core.io.rain.at_points import rain_at
from landslide_plugin.core.io.rain.gauge_rows import Wanted
from landslide_plugin.core.io.rain.gauges import Weighing, rain_from_gauges, read_gauges
from landslide_plugin.core.progress import Progress
from landslide_plugin.core.types.grid import Strip

from .made import CELL, COLS, FIRST, HOUR, NORTH, ROWS, STEPS, WEST, ends, netcdf, since_day_began, true_rain

TWO = ("a,0,0,2020-08-01T01:00,1", "a,0,0,2020-08-01T02:00,1")


def _centres() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    rows, cols = (part.ravel() for part in np.meshgrid(np.arange(ROWS), np.arange(COLS), indexing="ij"))
    xy = np.column_stack([WEST + (cols + 0.5) * CELL, NORTH - (rows + 0.5) * CELL])
    return xy, rows, cols


@pytest.mark.parametrize("kind", ["amount", "day"])
@pytest.mark.parametrize("joined", [1.0, 6.0])
def test_places_have_the_rain_of_their_cells_up_to_their_own_moment(
    tmp_path: Path, kind: str, joined: float
) -> None:
    rain = true_rain()
    stored = rain if kind == "amount" else since_day_began(rain)
    path = netcdf(tmp_path / "r.nc", stored, units="mm")
    xy, rows, cols = _centres()
    last = np.arange(len(xy)) * 3 + 12
    moments = FIRST + HOUR * last + np.timedelta64(1500, "s")
    with open_rain_stack(path, "", RainReading(kind=kind, joined_h=joined)) as stack:
        steps = round(12 / joined)
        found = rain_at(stack, xy=xy, ends=moments, steps=steps)
        grid = np.stack([stack.window(FIRST + HOUR * end, steps, Strip(0, ROWS)) for end in last])
    for place in range(len(xy)):
        row, col, end = rows[place], cols[place], last[place]
        expected = rain[end - 12 : end, row, col].reshape(steps, -1).sum(axis=1)
        assert found.series.rain_mm[place] == pytest.approx(expected, abs=1e-4)
        assert np.array_equal(found.series.rain_mm[place], grid[place, :, row, col])
    assert (found.series.ends == FIRST + HOUR * last).all()
    assert not found.outside.any()


def test_places_beside_the_stack_and_windows_beyond_it_are_gaps(tmp_path: Path) -> None:
    path = netcdf(tmp_path / "r.nc", true_rain(), units="mm")
    xy = np.array(
        [[WEST + 0.05, NORTH - 0.05], [WEST - 0.01, NORTH - 0.05], [WEST + 0.05 - 360.0, NORTH - 0.05]]
    )
    moments = np.array([FIRST + 2 * HOUR, FIRST + 9 * HOUR, FIRST + (STEPS + 1) * HOUR], "M8[s]")
    with open_rain_stack(path, "", RainReading(kind="amount")) as stack:
        found = rain_at(stack, xy=xy, ends=moments, steps=3)
        with pytest.raises(InputError, match="1 samples have no moment"):
            rain_at(stack, xy=xy[:1], ends=np.array(["NaT"], "M8[s]"), steps=3)
        with pytest.raises(InputError, match=r"No step of r.nc ends at 2020-08-29T00:30:00Z"):
            stack.window(FIRST + HOUR // 2, 1, Strip(0, ROWS))
        with pytest.raises(InputError, match=r"steps of 1\.5 h cannot be made"):
            stack.joining(1.5)
    assert found.outside.tolist() == [False, True, False]
    assert np.isnan(found.series.rain_mm).tolist() == [[True, False, False], [True] * 3, [False, False, True]]


def _table(folder: Path, rows: list[str], header: str = "station,x,y,time,rain") -> str:
    path = folder / "gauges.csv"
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return str(path)


def _rows() -> list[str]:
    told = []
    for number, (x, y) in enumerate(((0.0, 0.0), (3000.0, 0.0), (90000.0, 0.0))):
        for step, end in enumerate(ends(6)):
            if (number, step) != (0, 4):
                told.append(f"g{number},{x},{y},{end},{10 * number + step}")
    return told[::-1]


def test_the_nearest_gauge_speaks_and_its_gaps_are_gaps(tmp_path: Path) -> None:
    gauges = read_gauges(_table(tmp_path, _rows()), RainReading())
    xy, moments = np.array([[1000.0, 0.0], [2900.0, 0.0], [50000.0, 0.0]]), np.full(3, FIRST + 6 * HOUR)
    found = rain_from_gauges(gauges, xy, ends=moments, shape=(4, 1.0), by=Weighing("nearest", 25.0, ""))
    assert [gauges.names[one] for one in found.nearest] == ["g0", "g1", "g2"]
    assert found.distance_km == pytest.approx([1.0, 0.1, 40.0])
    assert np.array_equal(
        found.series.rain_mm,
        np.array([[2, 3, np.nan, 5], [12, 13, 14, 15], [np.nan] * 4], "f4"),
        equal_nan=True,
    )


def test_distance_weighs_the_gauges_that_have_the_step(tmp_path: Path) -> None:
    gauges = read_gauges(_table(tmp_path, _rows()), RainReading())
    xy, moments = np.array([[1000.0, 0.0]]), np.full(1, FIRST + 6 * HOUR)
    found = rain_from_gauges(gauges, xy, ends=moments, shape=(3, 2.0), by=Weighing("distance", 25.0, ""))
    near, far = 1.0, 0.25
    hourly = [(near * step + far * (10 + step)) / (near + far) for step in range(6)]
    hourly[4] = 14.0
    assert found.series.rain_mm[0] == pytest.approx([sum(hourly[i : i + 2]) for i in (0, 2, 4)])


def test_the_clock_and_unit_of_gauges_are_said(tmp_path: Path) -> None:
    rows = [f"a,0,0,{day:02d}.08.2020,{day}" for day in (1, 2, 4)]
    reading = RainReading(unit="in", utc_offset_h=1.0)
    gauges = read_gauges(_table(tmp_path, rows), reading)
    assert gauges.clock.step_h == 24.0
    assert str(gauges.clock.ends[0]) == "2020-08-01T23:00:00"
    assert gauges.rain_mm[0, [0, 1, 3]] == pytest.approx([25.4, 50.8, 101.6])
    assert np.isnan(gauges.rain_mm[0, 2])


@pytest.mark.parametrize(("kind", "midnight"), [("day", 4.0), ("running", 0.0)])
def test_totals_of_gauges_that_run_on_are_parted_as_those_of_stacks(
    tmp_path: Path, kind: str, midnight: float
) -> None:
    hours = {"2020-08-01T22:00": 1, "2020-08-01T23:00": 3, "2020-08-02T00:00": 4, "2020-08-02T01:00": 4}
    rows = [f"a,0,0,{hour},{total}" for hour, total in hours.items()]
    rows += [f"b,9,9,{hour},{total}" for hour, total in hours.items() if not hour.endswith("23:00")]
    rain = read_gauges(_table(tmp_path, rows), RainReading(kind=kind)).rain_mm
    assert np.array_equal(rain[0], np.array([np.nan, 2, 1, midnight], "f4"), equal_nan=True)
    assert np.array_equal(rain[1], np.array([np.nan, np.nan, np.nan, midnight], "f4"), equal_nan=True)
    falling = ["a,0,0,2020-08-01T05:00,7", "a,0,0,2020-08-01T06:00,5", "a,0,0,2020-08-01T07:00,6"]
    with pytest.raises(InputError, match=f"do not run on as RAIN_IS .{kind}. says"):
        read_gauges(_table(tmp_path, falling), RainReading(kind=kind))


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([], "no rows"),
        (["a,0,0,2020-08-01T01:00,1", "a,0,1,2020-08-01T02:00,1"], "station a is at 0, 0 and at 0, 1"),
        (
            [*TWO, "a,0,0,2020-08-01T01:00,1"],
            "has the time 2020-08-01T01:00:00 twice .*keep one of them; local time with summer time",
        ),
        (["a,0,0,soon,1"], "time is 'soon'"),
        ([*TWO, "a,0,0,2020-08-01T03:00,-1"], "rain of a at 2020-08-01T03:00 is '-1'"),
        ([*TWO, "a,0,0,2020-08-01T03:00,1200"], "gives 1200 mm in the 1 h .* more than ever fell"),
        (["a,x,0,2020-08-01T01:00,1", "a,x,0,2020-08-01T02:00,1"], "coordinates of a station are no numbers"),
        (["a,0,0,2020-08-01T01:00,1"], "give STEP"),
    ],
)
def test_tables_that_are_no_gauges_are_refused(tmp_path: Path, rows: list[str], said: str) -> None:
    with pytest.raises(InputError, match=said):
        read_gauges(_table(tmp_path, rows), RainReading())


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no column rain; it has station, x, y, time, snow"):
        read_gauges(_table(tmp_path, ["a,0,0,2020-08-01,1"], "station,x,y,time,snow"), RainReading())


@pytest.mark.parametrize("kind", ["amount", "running"])
def test_rows_that_are_not_wanted_are_not_kept_and_change_nothing(tmp_path: Path, kind: str) -> None:
    hours = np.arange("2020-08-01T01", "2020-08-21T01", dtype="M8[h]")
    rain = np.random.default_rng(1).integers(0, 9, (3, len(hours)))
    told = rain.cumsum(axis=1) if kind == "running" else rain
    rows = [
        f"{name},{1000 * number},0,{hour},{told[number, place]}"
        for place, hour in enumerate(hours)
        for number, name in enumerate("abc")
        if (place, name) != (150, "b")
    ]
    path = _table(tmp_path, list(np.random.default_rng(2).permutation(rows)))
    ends = np.array(["2020-08-07T12:00", "2020-08-18T12:20"], "M8[s]")
    whole, some = (read_gauges(path, RainReading(kind=kind), wanted) for wanted in (None, Wanted(ends, 24.0)))
    assert whole.rain_mm.shape == (3, len(hours))
    assert some.rain_mm.shape == (3, 2 * 25)
    xy, by = np.array([[990.0, 0.0], [10.0, 0.0]]), Weighing("nearest", 25.0, "")
    one, other = (
        rain_from_gauges(gauges, xy, ends=ends, shape=(24, 1.0), by=by).series for gauges in (whole, some)
    )
    assert np.array_equal(one.rain_mm, other.rain_mm, equal_nan=True)
    assert np.isnan(one.rain_mm[0]).sum() == (2 if kind == "running" else 1)
    assert one.rain_mm[1].tolist() == rain[0, 396:420].tolist()
    kept = gauge_rows.read_rows(path, Wanted(ends, 24.0)).value
    assert len(kept) == 3 * (169 + 156) - 1  # a day and three more on both sides, as far as the record goes


def test_steps_longer_than_what_is_kept_about_a_window_are_whole(tmp_path: Path) -> None:
    days = np.arange("2020-01-01", "2020-12-01", 10, dtype="M8[D]")
    path = _table(tmp_path, [f"a,0,0,{day},{place}" for place, day in enumerate(days)])
    end = np.array([days[20] + 9], "M8[s]")
    gauges = read_gauges(path, RainReading(), Wanted(end, 720.0))
    by = Weighing("nearest", 25.0, "")
    found = rain_from_gauges(gauges, np.zeros((1, 2)), ends=end, shape=(3, 240.0), by=by)
    assert found.series.rain_mm.tolist() == [[17.0, 18.0, 19.0]]


def test_a_long_table_is_read_some_rows_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hours = np.arange("2020-08-01T01", "2020-08-11T01", dtype="M8[h]")
    path = _table(
        tmp_path, [f"a;0;0;{hour};{place % 7},5" for place, hour in enumerate(hours)], "station;x;y;time;rain"
    )
    held = []
    taken = gauge_rows._Table.take
    monkeypatch.setattr(
        gauge_rows._Table,
        "take",
        lambda own, part, wanted: (held.append(len(part)), taken(own, part, wanted)),
    )
    monkeypatch.setattr(gauge_rows, "ROWS_AT_ONCE", 100)
    gauges = read_gauges(path, RainReading())
    assert held == [100, 100, 40]
    assert gauges.rain_mm[0, :8].tolist() == [0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 0.5]
    with pytest.raises(Cancelled):
        read_gauges(path, RainReading(), progress=Progress(is_cancelled=lambda: True))
