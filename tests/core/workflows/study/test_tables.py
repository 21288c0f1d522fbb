"""Rain and soil of a study: what a table is taken for."""

import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.progress import SILENT, Progress
from landslide_plugin.core.workflows.study.tables import PERIODS_YR, scenarios_from


def test_a_scenario_table_is_taken_as_it_is(tmp_path):
    table = tmp_path / "rain.csv"
    table.write_text("return_period_yr,intensity_mm_h,duration_h\n10,5,24\n100,9,24\n")
    found = scenarios_from(str(table), SILENT)
    assert found.names == ("T10", "T100")
    assert found.column("intensity_mm_h").tolist() == [5.0, 9.0]


def test_annual_maxima_are_fitted_and_the_rain_grows_with_the_period(tmp_path):
    table, told = tmp_path / "maxima.csv", []
    rows = [f"{1980 + i},{60 + 40 * ((i * 7) % 31) / 31:.1f}" for i in range(31)]
    table.write_text("\n".join(["year,24 h", *rows, ""]))
    found = scenarios_from(str(table), Progress(info=told.append, warning=told.append))
    assert found.return_periods_yr == PERIODS_YR
    rain = found.column("intensity_mm_h") * found.column("duration_h")
    assert (rain[1:] > rain[:-1]).all()
    assert 90 < rain[0] < 100 + 1  # one in ten of 60 to 100 mm, evenly spread, is above 96
    assert any("annual maxima" in line for line in told)


def test_another_table_is_refused_with_its_name(tmp_path):
    table = tmp_path / "words.csv"
    table.write_text("place,words\na,b\n")
    with pytest.raises(InputError, match=r"words\.csv"):
        scenarios_from(str(table), SILENT)
