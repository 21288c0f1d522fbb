"""Scenario tables are read by name and refused with a reason."""

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.scenarios import read_csv, scenario_csv
from landslide_plugin.core.io.triggers import read_map_scenarios
from landslide_plugin.core.types.scenarios import TriggerScenarios, from_cells, from_rows

TABLE = """return_period_yr,intensity_mm_h,duration_h,antecedent_wetness,seismic_coefficient
200,110,36,0.7,0.1
10,20,6,0.3,0
50,55,18,0.5,0
"""


def test_a_csv_is_sorted_by_return_period(tmp_path):
    path = tmp_path / "rain.csv"
    path.write_text(TABLE, encoding="utf-8-sig")
    rain = read_csv(str(path))
    assert rain.names == ("T10", "T50", "T200")
    np.testing.assert_array_equal(rain.column("intensity_mm_h"), [20, 55, 110])
    assert rain.reference(None) == 1
    assert rain.reference(200) == 2
    with pytest.raises(InputError, match="T25 is not in the table"):
        rain.reference(25)


def test_a_missing_column_has_its_default():
    rain = from_rows([{"return_period_yr": "10", "intensity_mm_h": "5"}])
    np.testing.assert_array_equal(rain.column("duration_h", 24.0), [24.0])


def test_a_flat_table_is_read_in_column_order():
    rain = from_cells([10, 20, 6, 0.3, 0, 25, 35, 12, 0.4, 0])
    np.testing.assert_array_equal(rain.values, [[20, 6, 0.3, 0], [35, 12, 0.4, 0]])


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("return_period_yr", "T", "no column return_period_yr"),
        ("duration_h", "hours", "unknown column hours"),
        ("0.7", "7", "antecedent_wetness"),
        ("110", "-110", "intensity_mm_h"),
        ("110", "heavy", "not a number"),
        ("200,", "50,", "differ from row to row; the table has 10, 50, 50"),
    ],
)
def test_spoiled_tables_are_refused(tmp_path, old, new, says):
    path = tmp_path / "rain.csv"
    path.write_text(TABLE.replace(old, new, 1))
    with pytest.raises(InputError, match=says):
        read_csv(str(path))


def test_an_absent_table_is_named(tmp_path):
    with pytest.raises(InputError, match=r"none\.csv cannot be read"):
        read_csv(str(tmp_path / "none.csv"))


def test_percent_is_recognised():
    with pytest.raises(
        InputError, match="antecedent_wetness holds 30, 40; .* probably in percent, give shares"
    ):
        TriggerScenarios((10.0, 50.0), ("antecedent_wetness",), np.array([[30.0], [40.0]]))


@pytest.mark.parametrize("period", ["nan", "inf", "-inf", "1e999", "1_0", "", "0,5"])
def test_a_period_that_is_no_finite_number_is_refused(period):
    rows = [
        {"return_period_yr": period, "intensity_mm_h": "5"},
        {"return_period_yr": "9", "intensity_mm_h": "6"},
    ]
    with pytest.raises(InputError, match="return_period_yr holds") as raised:
        from_rows(rows)
    assert repr(period) in str(raised.value)


@pytest.mark.parametrize("period", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_scenarios_have_finite_periods(period, place):
    periods = [10.0, 20.0, 30.0]
    periods[place] = period
    with pytest.raises(InputError, match=f"[Rr]eturn period.*{period}"):
        TriggerScenarios(tuple(periods), ("intensity_mm_h",), np.ones((3, 1)))


def test_two_periods_of_one_band_name_are_refused():
    with pytest.raises(InputError, match=r"100\.00001 and 100\.00002 .* T100"):
        TriggerScenarios((50.0, 100.00001, 100.00002), ("intensity_mm_h",), np.ones((3, 1)))


STORM = '{"return_period_yr": 10, "intensity_mm_h": 5}'


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{}", "no key scenarios"),
        ('{"rows": []}', "no key scenarios; it has rows"),
        ("[]", "no key scenarios"),
        ("3", "no key scenarios"),
        ('{"scenarios": []}', "no rows"),
        ('{"scenarios": 3}', "list of rows"),
        ('{"scenarios": {"return_period_yr": 10}}', "list of rows"),
        ('{"scenarios": [3]}', "list of rows"),
        ('{"scenarios": [' + STORM + ', {"return_period_yr": 20}]}', "row 2 has no intensity_mm_h"),
        ('{"scenarios": [' + STORM + ', {"intensity_mm_h": 5}]}', "row 2 has no return_period_yr"),
        ('{"scenarios": [' + STORM + "," + STORM[:-1] + ', "wind": 1}]}', "unknown column wind"),
        ('{"scenarios": [' + STORM.replace("10", "NaN") + "]}", "return_period_yr holds 'nan'"),
        ('{"scenarios": [' + STORM.replace("10", "Infinity") + "]}", "return_period_yr holds 'inf'"),
        ('{"scenarios": [' + STORM.replace("10", "[1]") + "]}", "return_period_yr holds"),
        ("[" * 200_000, "nested too deeply"),
        ('{"scenarios": ' + '{"a": ' * 200_000, "nested too deeply"),
        ("", "cannot be read"),
    ],
    ids=range(17),
)
@pytest.mark.parametrize("read", [read_csv, read_map_scenarios])
def test_spoiled_json_is_refused_in_a_line(tmp_path, read, text, says):
    path = tmp_path / "rain.json"
    path.write_text(text)
    with pytest.raises(InputError, match=says) as raised:
        read(str(path))
    assert "rain.json" in str(raised.value)
    assert "\n" not in str(raised.value)
    assert len(str(raised.value)) < 400 + len(str(path))


BANDED = """return_period_yr,intensity_mm_h,intensity_low_mm_h,intensity_high_mm_h
50,55,40,80
10,20,15,26
"""


def test_the_band_of_the_rain_travels_beside_the_triggers(tmp_path):
    path = tmp_path / "rain.csv"
    path.write_text(BANDED)
    for read in (read_csv, lambda path: read_map_scenarios(path).table):
        rain = read(str(path))
        assert rain.columns == ("intensity_mm_h",)
        np.testing.assert_array_equal(rain.intensity_band_mm_h, [[15, 40], [26, 80]])
    path.write_text(scenario_csv(rain))
    np.testing.assert_array_equal(read_csv(str(path)).intensity_band_mm_h, rain.intensity_band_mm_h)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (",intensity_low_mm_h", ",duration_h", "intensity_high_mm_h alone; give both"),
        ("50,55,40,80", "50,55,60,80", "Scenario T50 has a band from 60 to 80 mm/h around 55"),
        ("50,55,40,80", "50,55,40,50", "band from 40 to 50"),
        ("15,26", "-1,26", "band from -1 to 26"),
        ("15,26", "nan,26", "not a number"),
        (",intensity_mm_h", ",duration_h", "need the column intensity_mm_h"),
    ],
)
def test_spoiled_bands_are_refused(tmp_path, old, new, says):
    path = tmp_path / "rain.csv"
    path.write_text(BANDED.replace(old, new, 1))
    with pytest.raises(InputError, match=says):
        read_csv(str(path))
