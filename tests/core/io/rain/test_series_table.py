"""Tables of rain series: what is written is read, and what is no series is refused."""

from __future__ import annotations

import gzip
from pathlib import Path

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.rain.series_table import read_series, write_series
from landslide_plugin.core.types.rain import RainSeries


def test_a_series_comes_back_as_it_was_written(tmp_path: Path) -> None:
    rain = np.random.default_rng(1).gamma(0.4, 3.0, (3, 20)).astype("f4")
    rain[1, 4] = np.nan
    ends = np.array(["2020-08-30T06:00:00", "2021-01-02T00:00:00", "NaT"], "M8[s]")
    path = str(tmp_path / "series.csv")
    told = write_series(path, ("a", "b", "c"), RainSeries(ends, 6.0, rain), {"source": "test"})
    ids, series = read_series(path)
    assert ids == ("a", "b", "c")
    assert series.step_h == 6.0
    assert series.ends.astype(str).tolist() == ends.astype(str).tolist()
    assert np.array_equal(series.rain_mm, rain, equal_nan=True)
    assert series.gaps.tolist() == [0, 1, 0]
    assert '"window_h": 120.0' in Path(told).read_text(encoding="utf-8")


def test_a_record_of_the_users_own_stays(tmp_path: Path) -> None:
    series = RainSeries(np.array(["NaT"], "M8[s]"), 1.0, np.zeros((1, 2), "f4"))
    mine = tmp_path / "series.json"
    mine.write_text('{"schema": 1}', encoding="utf-8")
    assert write_series(str(tmp_path / "series.csv"), ("a",), series, {}) == ""
    assert mine.read_text(encoding="utf-8") == '{"schema": 1}'
    for _ in range(2):
        assert write_series(str(tmp_path / "other.csv"), ("a",), series, {}) == str(tmp_path / "other.json")


def test_hourly_columns_of_another_study_are_read_compressed(tmp_path: Path) -> None:
    path = tmp_path / "rain.csv.gz"
    path.write_bytes(gzip.compress(b"id,h003,h002,h001\n7,0,0.255,\n9,1,2,3\n"))
    ids, series = read_series(str(path))
    assert ids == ("7", "9")
    assert np.isnat(series.ends).all()
    assert series.sums(2.0).tolist()[1] == 5.0
    assert series.gaps.tolist() == [1, 0]
    path.write_bytes(b"no archive")
    with pytest.raises(InputError, match="cannot be read"):
        read_series(str(path))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id,rain\n1,2\n", "no column of a step, such as h006"),
        ("id,h003,h001\n1,2,3\n", "h002 is lacking"),
        ("id,h002,h001\n1,2,-3\n", "h001 of 1 is '-3'"),
        ("id,h002,h001\n1,2,x\n", "h001 of 1 is 'x'"),
        ("id,h002,h001\n1,2,3\n1,2,3\n", "id 1 occurs twice"),
        ("key,h002,h001\n1,2,3\n", "no column id"),
        ("id,h001\n", "no rows"),
        ("id,end_utc,h001\n1,yesterday,3\n", "end_utc is 'yesterday'"),
    ],
)
def test_what_is_no_series_is_refused(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "series.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=said):
        read_series(str(path))
