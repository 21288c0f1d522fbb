"""Scenario tables are read by name and refused with a reason."""

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.scenarios import read_csv
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
