"""Events whose rain is a stack, gauges or a series: what each cell had between start and end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.raster import crs_wkt
from landslide_plugin.core.io.raster.crs import moved_points
from landslide_plugin.core.progress import SILENT, Progress
from landslide_plugin.core.types.scenarios import TriggerScenarios
from landslide_plugin.core.workflows.training.gather import storm_triggers
from landslide_plugin.core.workflows.training.storm_rain import storm_rain
from landslide_plugin.core.workflows.training.storms import StormFields, storms_of
from tests.core.io.rain.made import CELL, NORTH, WEST, geotiff, true_rain
from tests.support.inventories import GRID, at, box, inventory, spread

RAIN = TriggerScenarios((10.0, 50.0), ("intensity_mm_h", "duration_h"), np.array([[20.0, 6.0], [55.0, 6.0]]))
DEGREES = crs_wkt("EPSG:4326")
AREA = inventory([box(0, 0, 40, 50)], storm=[None])
HEAD = "event,start,end,rain,series,rain_is,return_period_yr\n"


def _storms(folder: Path, rows: str, names: list[str]):
    table = folder / "events.csv"
    table.write_text(HEAD + rows, encoding="utf-8")
    fields = StormFields(identifier="storm", table=str(table))
    return storms_of(inventory(at(spread(len(names))), storm=names), fields, AREA, RAIN, GRID)


def test_each_place_has_the_mean_intensity_of_its_own_cell(tmp_path: Path) -> None:
    rain = true_rain()
    titles = [
        f"{np.datetime64('2020-08-29T01:00') + np.timedelta64(hour, 'h')}Z" for hour in range(len(rain))
    ]
    geotiff(tmp_path / "rain.tif", rain, titles=titles)
    rows = "Anna,2020-08-29T06:00,2020-08-29T18:00,rain.tif,,amount,\nBert,,,,,,50\n"
    found = _storms(tmp_path, rows, ["Anna", "Bert"])
    assert found.triggers is not None
    assert found.triggers.table.values.tolist() == [[0.0, 12.0], [55.0, 6.0]]
    assert list(found.triggers.rain) == [1.0]
    xy = np.array(
        [[WEST + 0.5 * CELL, NORTH - 1.5 * CELL], [WEST + 3.5 * CELL, NORTH - 0.5 * CELL], [0.0, 0.0]]
    )
    mean = found.triggers.rain[1.0].sums_at(xy, DEGREES)[:, 0]
    assert mean[:2] == pytest.approx([rain[6:18, 1, 0].mean(), rain[6:18, 0, 3].mean()], rel=1e-6)
    assert np.isnan(mean[2])
    assert found.plan.events[0].day == np.datetime64("2020-08-29").astype(object).toordinal()
    assert np.isnan(found.plan.events[1].day)


def test_gauges_and_series_give_events_their_rain(tmp_path: Path) -> None:
    lines = ["station,x,y,time,rain"]
    lines += [f"A,0,0,2020-08-29T{hour:02d}:00,{hour}" for hour in range(1, 24)]
    (tmp_path / "gauges.csv").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "series.csv").write_text("id,h003,h002,h001\nBert,1,2,6\n", encoding="utf-8")
    found = _storms(
        tmp_path,
        "Anna,2020-08-29T02:00,2020-08-29T05:00,gauges.csv,,,\nBert,,,,series.csv,,\n",
        ["Anna", "Bert"],
    )
    assert found.triggers is not None
    assert found.triggers.table.values[1].tolist() == [3.0, 3.0]
    mean = found.triggers.rain[1.0].sums_at(np.array([[10.0, 10.0], [90000.0, 0.0]]), "")[:, 0]
    assert mean[0] == pytest.approx((3 + 4 + 5) / 3)
    assert np.isnan(mean[1])


def test_how_far_gauges_speak_is_said_by_the_event_and_told_of_each(tmp_path: Path) -> None:
    lines = ["station,x,y,time,rain"]
    lines += [f"A,0,0,2020-08-29T{hour:02d}:00,{hour}" for hour in range(1, 24)]
    (tmp_path / "gauges.csv").write_text("\n".join(lines), encoding="utf-8")
    table = tmp_path / "events.csv"
    head = "event,start,end,rain,gauges_within_km\n"
    rows = "".join(
        f"{name},2020-08-29T02:00,2020-08-29T05:00,gauges.csv,{km}\n"
        for name, km in (("Anna", ""), ("Bert", 100))
    )
    table.write_text(head + rows, encoding="utf-8")
    fields = StormFields(identifier="storm", table=str(table))
    features = inventory(at(spread(2)), storm=["Anna", "Bert"])
    found = storms_of(features, fields, AREA, RAIN, GRID)
    assert found.triggers is not None
    xy, said, warned = np.array([[10.0, 10.0], [30000.0, 0.0]]), [], []
    told = Progress(info=said.append, warning=warned.append)
    near, far = (found.triggers.rain[number].sums_at(xy, "", told)[:, 0] for number in (1.0, 2.0))
    assert np.isnan(near).tolist() == [False, True]
    assert far == pytest.approx([4.0, 4.0])
    assert [line[:11] for line in said] == ["Event Anna:", "Event Bert:"]
    assert all("30.0 km at most" in line for line in said)
    assert len(warned) == 1
    assert warned[0].startswith("Event Anna: 1 of 2 samples have no gauge within 25 km")
    table.write_text(head + rows.replace("100", "far"), encoding="utf-8")
    with pytest.raises(
        InputError, match="Event Bert: gauges_within_km holds 'far'; allowed: kilometres above 0"
    ):
        storms_of(features, fields, AREA, RAIN, GRID)


def test_gauges_may_be_in_another_crs_than_the_factors(tmp_path: Path) -> None:
    lines = [f"A,11.0,46.5,2020-08-29T{hour:02d}:00,{hour}" for hour in range(1, 24)]
    (tmp_path / "gauges.csv").write_text("\n".join(["station,x,y,time,rain", *lines]), encoding="utf-8")
    row = {
        "start": "2020-08-29T02:00",
        "end": "2020-08-29T05:00",
        "rain": "gauges.csv",
        "gauges_crs": "EPSG:4326",
    }
    told = storm_rain("Anna", row, tmp_path)
    utm = crs_wkt("EPSG:32632")
    xy, said = moved_points(np.array([[11.1, 46.5], [12.0, 46.5]]), DEGREES, utm), []
    assert told is not None
    found = replace(told, columns=("intensity_mm_h",)).sums_at(xy, utm, Progress(info=said.append))
    assert found[0] == pytest.approx(4.0)
    assert np.isnan(found[1])
    assert "76.5 km at most" in said[-1]
    with pytest.raises(InputError, match="Event Anna: gauges_crs: "):
        storm_rain("Anna", {**row, "gauges_crs": "here"}, tmp_path)


def test_of_a_series_counts_what_lies_between_start_and_end(tmp_path: Path) -> None:
    table = "id,end_utc,h004,h003,h002,h001\nAnna,2020-08-29T08:00Z,1,2,6,50\n"
    (tmp_path / "series.csv").write_text(table, encoding="utf-8")
    found = _storms(tmp_path, "Anna,2020-08-29T05:00,2020-08-29T07:00,,series.csv,,\n", ["Anna"])
    assert found.triggers is not None
    assert found.triggers.table.values[0].tolist() == [4.0, 2.0]
    for start, end in (("05:00", "09:00"), ("03:00", "04:00"), ("05:00", "06:30")):
        with pytest.raises(InputError, match="ends at 2020-08-29T08:00:00Z, and the event at"):
            _storms(tmp_path, f"Anna,2020-08-29T{start},2020-08-29T{end},,series.csv,,\n", ["Anna"])


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Anna,,,rain.tif,,,", "no file or folder beside the table"),
        ("Anna,2020-08-29,,,,,50", "only one of start and end"),
        ("Anna,2020-08-29,2020-08-28,,,,50", "not after its start"),
        ("Anna,,,events.csv,,,", "names rain, but not from when to when"),
        ("Anna,,,,events.csv,,", "no column id"),
        ("Anna,,,,gaps.csv,,", "has gaps"),
        ("Anna,,,,other.csv,,", "has no series of event Anna; it has Zoe"),
    ],
)
def test_rain_that_cannot_be_used_is_refused(tmp_path: Path, row: str, said: str) -> None:
    (tmp_path / "gaps.csv").write_text("id,h002,h001\nAnna,1,\n", encoding="utf-8")
    (tmp_path / "other.csv").write_text("id,h002,h001\nZoe,1,2\n", encoding="utf-8")
    with pytest.raises(InputError, match=said):
        _storms(tmp_path, row + "\n", ["Anna"])


def test_hours_that_are_no_steps_are_refused(tmp_path: Path) -> None:
    titles = [f"2020-08-{29 + day}" for day in range(2)]
    geotiff(tmp_path / "rain.tif", true_rain()[:2], titles=titles)
    found = _storms(tmp_path, "Anna,2020-08-29T06:00,2020-08-30T06:00,rain.tif,,,\n", ["Anna"])
    assert found.triggers is not None
    with pytest.raises(InputError, match="no whole number of the steps of 24 h"):
        found.triggers.rain[1.0].sums_at(np.array([[WEST, NORTH]]), DEGREES)


def test_sums_are_triggers_where_the_scenario_table_has_their_columns(tmp_path: Path) -> None:
    columns = ("duration_h", "rain_total_mm", "rain_largest_3h_mm", "rain_antecedent_14d_mm")
    table = TriggerScenarios((50.0,), columns, np.array([[6.0, 90.0, 40.0, 60.0]]))
    hours = 15 * 24
    rain = true_rain(hours)
    first = np.datetime64("2020-08-01T01:00")
    geotiff(
        tmp_path / "rain.tif", rain, titles=[f"{first + np.timedelta64(hour, 'h')}Z" for hour in range(hours)]
    )
    (tmp_path / "events.csv").write_text(
        "event,start,end,rain,rain_is,rain_total_mm\nAnna,2020-08-15,2020-08-15,rain.tif,amount,\n"
        "Bert,2020-08-15,2020-08-15,rain.tif,amount,77\n",
        encoding="utf-8",
    )
    fields = StormFields(identifier="storm", table=str(tmp_path / "events.csv"))
    found = storms_of(inventory(at(spread(2)), storm=["Anna", "Bert"]), fields, AREA, table, GRID)
    assert found.triggers is not None
    sums = found.triggers.rain[1.0].sums_at(np.array([[WEST + 1.5 * CELL, NORTH - 0.5 * CELL]]), DEGREES)
    own, before = rain[-24:, 0, 1], rain[:-24, 0, 1]
    largest = max(own[i : i + 3].sum() for i in range(22))
    assert sums[0] == pytest.approx([24.0, own.sum(), largest, before.sum()], rel=1e-5)
    assert found.triggers.rain[2.0].columns == ("duration_h", "rain_largest_3h_mm", "rain_antecedent_14d_mm")
    assert found.triggers.table.values[1].tolist() == [24.0, 77.0, 0.0, 0.0]


@dataclass(frozen=True)
class Rows:
    """What ``storm_triggers`` asks of samples."""

    rows: np.ndarray
    cols: np.ndarray
    events: np.ndarray

    def __len__(self) -> int:
        return len(self.rows)


def test_samples_of_a_run_have_the_rain_of_their_own_event_and_place(tmp_path: Path) -> None:
    lines = ["station,x,y,time,rain"]
    for name, x, factor in (("west", 1000.0, 1.0), ("east", 1500.0, 3.0)):
        lines += [f"{name},{x},4800,2020-08-29T{hour:02d}:00,{factor * hour}" for hour in range(1, 13)]
    (tmp_path / "gauges.csv").write_text("\n".join(lines), encoding="utf-8")
    found = _storms(
        tmp_path,
        "Anna,2020-08-29T02:00,2020-08-29T05:00,gauges.csv,,,\nBert,,,,,,50\n",
        ["Anna", "Bert"],
    )
    samples = Rows(np.array([5, 5, 5]), np.array([0, 49, 0]), np.array([0, 0, 1]))
    arrays = storm_triggers(found.triggers, GRID, samples, str(tmp_path), SILENT)["event_triggers"]
    assert arrays.tolist() == [[4.0, 3.0], [12.0, 3.0], [55.0, 6.0]]
    beyond = _storms(tmp_path, "Anna,2020-08-29T10:00,2020-08-29T14:00,gauges.csv,,,\n", ["Anna"])
    with pytest.raises(InputError, match="2 samples lie where .* or its rain a gap"):
        storm_triggers(
            beyond.triggers, GRID, Rows(samples.rows[:2], samples.cols[:2], samples.events[:2]), "", SILENT
        )
