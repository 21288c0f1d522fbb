"""Series of samples from each source, and what is written of them."""

from __future__ import annotations

import csv
import io
import json
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.rain import RainReading
from landslide_plugin.core.io.rain.gauges import Weighing
from landslide_plugin.core.io.rain.series_table import read_series
from landslide_plugin.core.io.rain.written import write_rain_stack
from landslide_plugin.core.io.raster import crs_wkt
from landslide_plugin.core.io.vector import point_wkb
from landslide_plugin.core.progress import Progress
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.workflows.rain.build import (
    WantedRain,
    from_gauges,
    from_stack,
    from_table,
    write_built,
)
from landslide_plugin.core.workflows.rain.samples import RainSamples
from tests.core.io.rain.made import CELL, FIRST, HOUR, NORTH, WEST, ends, netcdf, true_rain

DEGREES = crs_wkt("EPSG:4326")


def _samples(times: list[str], places: list[tuple[float, float]], **fields: list[object]) -> RainSamples:
    told = {"id": [f"s{n}" for n in range(len(times))], "time": times, **fields}
    features = FeatureSet(
        tuple(point_wkb(*place) for place in places),
        DEGREES,
        {key: tuple(cells) for key, cells in told.items()},
        "samples",
    )
    return RainSamples.of(features, "id", "time", 0.0)


def _place(row: int, col: int) -> tuple[float, float]:
    return WEST + (col + 0.5) * CELL, NORTH - (row + 0.5) * CELL


def test_a_stack_gives_series_sums_and_a_record(tmp_path: Path) -> None:
    rain, said = true_rain(), []
    stack = netcdf(tmp_path / "rain.nc", rain, units="mm")
    samples = _samples(["2020-08-30", "2020-08-29T06:00"], [_place(1, 2), _place(0, 0)])
    wanted = WantedRain(24.0, 3.0)
    built = from_stack(samples, wanted, stack, "", reading=RainReading(kind="amount"))
    paths = {"OUTPUT": str(tmp_path / "series.csv"), "SUMS": str(tmp_path / "sums.csv")}
    figures = write_built(built, wanted, paths, Progress(info=said.append))
    assert figures == {"samples": 2, "with_gaps": 1, "without_rain": 0, "missing_steps": 6}
    ids, series = read_series(paths["OUTPUT"])
    assert ids == ("s0", "s1")
    assert series.ends.astype(str).tolist() == ["2020-08-31T00:00:00", "2020-08-29T06:00:00"]
    assert series.rain_mm[0] == pytest.approx(rain[24:48, 1, 2].reshape(8, 3).sum(axis=1), rel=1e-5)
    rows = list(csv.DictReader(io.StringIO(Path(paths["SUMS"]).read_text(encoding="utf-8"))))
    assert float(rows[0]["rain_total_mm"]) == pytest.approx(rain[24:48, 1, 2].sum(), rel=1e-6)
    assert rows[1]["rain_total_mm"] == ""
    record = json.loads(Path(paths["OUTPUT"].replace(".csv", ".json")).read_text(encoding="utf-8"))
    assert (record["gaps"], record["unit"], record["step_h"]) == (figures, "mm", 3.0)
    assert "1 have gaps (6 steps missing in all), which stay empty" in said[-1]


def test_samples_of_another_time_or_place_are_told_apart(tmp_path: Path) -> None:
    stack, warned = netcdf(tmp_path / "rain.nc", true_rain(), units="mm"), []
    samples = _samples(["2020-08-30", "2031-01-01", "2020-08-30"], [_place(1, 2), _place(1, 2), (50.0, 0.0)])
    told = Progress(warning=warned.append)
    built = from_stack(
        samples, WantedRain(24.0, 3.0), stack, "", reading=RainReading(kind="amount"), progress=told
    )
    assert built.series.gaps.tolist() == [0, 8, 8]
    assert [line[:9] for line in warned] == ["1 samples"] * 2
    assert "lie beside" in warned[0]
    assert "before or after it" in warned[1]


def test_a_stack_without_a_crs_is_refused(tmp_path: Path) -> None:
    """As fields on a local grid whose CRS stands in a paper alone."""
    path, place = str(tmp_path / "local.tif"), _place(0, 0)
    grid = Grid(1, 1, (place[0] - 1.0, 2.0, 0.0, place[1] + 1.0, 0.0, -2.0))
    write_rain_stack(path, grid, ends(24), true_rain(24)[:, :1, :1].astype("f4"), 1.0)
    with pytest.raises(InputError, match=r"local\.tif names no CRS"):
        from_stack(_samples(["2020-08-29"], [place]), WantedRain(24.0, 1.0), path, "", RainReading())


def test_gauges_tell_how_far_they_are(tmp_path: Path) -> None:
    lines = ["station;x;y;time;rain", *(f"north;10,0;46,9;{end};1,5" for end in ends(24))]
    path = tmp_path / "gauges.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    samples = _samples(["2020-08-30T00:00"] * 2, [(10.0, 46.9), (10.1, 46.9)])
    said: list[str] = []
    built = from_gauges(
        samples,
        WantedRain(24.0, 6.0),
        str(path),
        RainReading(),
        by=Weighing("nearest", 25.0, DEGREES),
        progress=Progress(info=said.append),
    )
    assert built.series.rain_mm.tolist() == [[9.0] * 4] * 2
    assert built.beside["gauge_km"] == pytest.approx([0.0, 7.6], abs=0.05)
    assert any(
        "nearest gauge is 3.8 km away for half of the samples, 7.6 km at most" in line for line in said
    )


def test_gauges_that_lie_elsewhere_are_named_or_refused(tmp_path: Path) -> None:
    path = tmp_path / "gauges.csv"
    places = {"north": "10,46.9", "swapped": "46.9,10", "nought": "0,0"}
    lines = [f"{name},{xy},{end},1" for name, xy in places.items() for end in ends(24)]
    path.write_text("\n".join(["station,x,y,time,rain", *lines]), encoding="utf-8")
    samples, warned = _samples(["2020-08-30T00:00"], [(10.0, 46.9)]), []
    asked = {"wanted": WantedRain(24.0, 6.0), "path": str(path), "reading": RainReading()}
    by, told = Weighing("nearest", 25.0, DEGREES), Progress(warning=warned.append)
    assert from_gauges(samples, **asked, by=by, progress=told).series.rain_mm.tolist() == [[6.0] * 4]
    assert len(warned) == 1
    assert warned[0].startswith(
        "2 of 3 gauges lie farther than 25 km from every sample and say nothing: swapped, nought;"
    )
    path.write_text("\n".join(["station,x,y,time,rain", *lines[24:]]), encoding="utf-8")
    with pytest.raises(InputError, match="No gauge lies within 25 km of a sample: .* GAUGE_CRS"):
        from_gauges(samples, **asked, by=by)


def test_columns_of_the_samples_or_of_a_table_are_series(tmp_path: Path) -> None:
    own = _samples(["", ""], [(0, 0), (1, 1)], h002=[1.5, 2], h001=[None, 4])
    built = from_table(own, WantedRain(2.0, 1.0), "")
    assert np.array_equal(built.series.rain_mm, np.array([[1.5, np.nan], [2, 4]], "f4"), equal_nan=True)
    path = tmp_path / "t.csv"
    path.write_text("id,h004,h003,h002,h001\ns1,9,1,2,3\nother,1,1,1,1\n", encoding="utf-8")
    warned: list[str] = []
    built = from_table(own, WantedRain(2.0, 2.0), str(path), Progress(warning=warned.append))
    assert np.array_equal(built.series.rain_mm, np.array([[np.nan], [5]], "f4"), equal_nan=True)
    assert warned == ["1 samples have no row in t.csv: gaps throughout"]
    with pytest.raises(InputError, match="holds the last 4 h; give a shorter window"):
        from_table(own, WantedRain(6.0, 1.0), str(path))


def test_rain_of_a_table_ends_when_the_table_says(tmp_path: Path) -> None:
    path, warned = tmp_path / "t.csv", list[str]()
    rows = ("s0,2020-08-31T00:00Z,1", "s1,2020-08-30T12:00Z,1", "s2,,1")
    path.write_text("\n".join(["id,end_utc,h001", *rows]), encoding="utf-8")
    samples = _samples(["2020-08-30"] * 3, [(0, 0)] * 3)
    built = from_table(samples, WantedRain(1.0, 1.0), str(path), Progress(warning=warned.append))
    hours = [31 * 24, 30 * 24 + 12, 31 * 24]
    assert built.series.ends.tolist() == [datetime(2020, 7, 31) + timedelta(hours=hour) for hour in hours]
    assert [line[:24] for line in warned] == ["The rain of 1 samples in"]


def test_samples_that_meet_no_rain_are_refused(tmp_path: Path) -> None:
    stack = netcdf(tmp_path / "rain.nc", true_rain(), units="mm")
    reading, wanted = RainReading(kind="amount"), WantedRain(3.0, 1.0)
    far = _samples(["2020-08-30"], [(120.0, 5.0)])
    with pytest.raises(InputError, match=r"No sample lies on rain\.nc, which covers 10, 46\.7 to 10\.4, 47"):
        from_stack(far, wanted, stack, "", reading=reading)
    late = from_stack(_samples(["2021-08-30"], [_place(0, 0)]), wanted, stack, "", reading=reading)
    with pytest.raises(InputError, match=r"No step of any sample has rain \(they end 2021-08-31"):
        write_built(late, wanted, {"OUTPUT": str(tmp_path / "x.csv")})
    untimed = _samples(["2020-08-30", ""], [_place(0, 0)] * 2)
    with pytest.raises(InputError, match="1 of 2 samples of samples have no time; give TIME_FIELD"):
        from_stack(untimed, wanted, stack, "", reading=reading)
    with pytest.raises(InputError, match="window that is a whole number of steps"):
        _ = WantedRain(10.0, 3.0).steps


def test_local_dates_end_at_local_midnight() -> None:
    features = FeatureSet((b"",), "", {"day": ("2020-08-30",)}, "table")
    samples = RainSamples.of(features, None, "day", 2.0)
    assert samples.ids == ("1",)
    assert samples.ends[0] == FIRST + 46 * HOUR
