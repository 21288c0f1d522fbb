"""Build trigger scenarios as a user runs it: records, formula and table in, scenario files out."""

import json
from xml.etree import ElementTree

import numpy as np
import pytest

from landslide_plugin.core.io.scenarios import read_scenarios
from tests.support.harness import messages, outputs, qgis_process
from tests.support.maxima import write_maxima


def test_annual_maxima_to_scenarios_and_on_to_the_factor_of_safety(tmp_path):
    maxima = write_maxima(tmp_path / "gauge.csv", columns=("1 h", "24 h"))
    targets = {
        key: tmp_path / name
        for key, name in (("SCENARIOS", "storms.csv"), ("RECORD", "storms.json"), ("PLOT", "plot.svg"))
    }
    given = {"MAXIMA": maxima, "WETNESS": "0.3 0.35 0.4 0.45 0.5", "SEISMIC": "0 0 0 0 0.1", **targets}
    done = qgis_process("landslide:triggerscenarios", given)
    results = outputs(done)
    table = read_scenarios(str(targets["SCENARIOS"]))
    assert table.names == ("T10", "T25", "T50", "T100", "T200")
    fits = json.loads(results["RETURN_LEVELS"])
    assert [fit["duration_h"] for fit in fits] == [1.0, 24.0]
    np.testing.assert_allclose(table.column("intensity_mm_h") * 24, fits[1]["return_levels_mm"], rtol=1e-4)
    np.testing.assert_allclose(table.column("antecedent_wetness"), [0.3, 0.35, 0.4, 0.45, 0.5])
    assert set(fits[1]["fits"]) == {"gev", "gumbel"}
    assert "gumbel" in messages(done)
    assert (np.array(fits[1]["low_mm"]) < fits[1]["return_levels_mm"]).all()
    np.testing.assert_allclose(
        table.intensity_band_mm_h * 24, [fits[1]["low_mm"], fits[1]["high_mm"]], rtol=1e-4
    )
    again = read_scenarios(str(targets["RECORD"]))
    np.testing.assert_allclose(again.values, table.values, rtol=1e-5)
    assert ElementTree.parse(targets["PLOT"]).getroot().tag.endswith("svg")
    area = outputs(qgis_process("landslide:sampledata", {"AREA": "andes", "FOLDER": tmp_path / "area"}))
    stable = {"SLOPE": area["FACTORS"], "PROFILE": area["PROFILE"], "FS": tmp_path / "fs.tif"}
    found = outputs(qgis_process("landslide:factorofsafety", {**stable, "SCENARIOS": targets["RECORD"]}))
    assert set(json.loads(found["UNSTABLE_SHARES"])) == set(table.names)


def test_formula(run, tmp_path):
    given = {"SOURCE": "formula", "DURATION": 1.0, "IDF_K": 600, "IDF_M": 0.2, "IDF_B": 10, "IDF_N": 0.75}
    results = run(
        "triggerscenarios", {**given, "RETURN_PERIODS": "10, 100", "SCENARIOS": str(tmp_path / "s.csv")}
    )
    rain = read_scenarios(results["SCENARIOS"]).column("intensity_mm_h")
    np.testing.assert_allclose(rain, 600 * np.array([10.0, 100.0]) ** 0.2 / 70**0.75, rtol=1e-5)


def test_typed_table(run, tmp_path):
    cells = [5, 8, 6, 0.2, 0, 50, 12, 6, 0.4, 0.1]
    results = run(
        "triggerscenarios", {"SOURCE": "table", "SCENARIO_TABLE": cells, "SCENARIOS": str(tmp_path / "s.csv")}
    )
    table = read_scenarios(results["SCENARIOS"])
    np.testing.assert_allclose(np.column_stack([table.return_periods_yr, table.values]).ravel(), cells)


def short(rows):
    return rows[:10]


def empty(rows):
    return [rows[0], *([year, ""] for year, _ in rows[1:])]


def words(rows):
    return [*rows[:5], ["1800", "heavy"], *rows[6:]]


def twice(rows):
    return [*rows, rows[-1]]


BAD = [
    (short, {}, "9 years; at least 10"),
    (empty, {}, "is empty"),
    (words, {}, "'heavy', not a number"),
    (twice, {}, "occurs twice"),
    (None, {"COLUMN": "48 h"}, "no column 48 h"),
    (None, {"RETURN_PERIODS": "50 10"}, "rising"),
    (None, {"RETURN_PERIODS": "ten"}, "not a list of numbers"),
    (None, {"WETNESS": "0.3 0.4"}, "2 numbers for 5 return periods"),
    (None, {"WETNESS": "1.4"}, "antecedent_wetness"),
    (None, {"DURATION": 6.0}, "No annual maxima of 6 h"),
    (None, {"SOURCE": "formula", "PLOT": "plot.svg"}, "needs annual maxima"),
    (None, {"SOURCE": "table", "SCENARIO_TABLE": [5, 20, 6, 0.2, 0, 50, 12, 6, 0.4, 0]}, "less than T5"),
    (None, {"MAXIMA": ""}, "MAXIMA is not set"),
]


@pytest.mark.parametrize(("spoil", "change", "words"), BAD)
def test_bad_input_is_one_clear_line_and_no_file(run, tmp_path, spoil, change, words):
    from qgis.core import QgsProcessingException

    maxima = write_maxima(tmp_path / "gauge.csv", spoil=spoil or (lambda rows: rows))
    target = tmp_path / "out"
    target.mkdir()
    change = {k: str(target / v) if k == "PLOT" else v for k, v in change.items()}
    given = {"MAXIMA": maxima, "SCENARIOS": str(target / "s.csv"), **change}
    with pytest.raises(QgsProcessingException, match=words) as raised:
        run("triggerscenarios", given)
    assert "\n" not in str(raised.value)
    assert list(target.iterdir()) == []


def test_short_records_and_long_extrapolation_are_warned(tmp_path):
    maxima = write_maxima(tmp_path / "gauge.csv", years=15)
    done = qgis_process("landslide:triggerscenarios", {"MAXIMA": maxima, "SCENARIOS": tmp_path / "s.csv"})
    assert outputs(done)
    assert "only 15 years" in messages(done)
    assert "extrapolated far" in messages(done)


def test_adjusted_rain_and_hyetographs_go_on_to_the_factor_of_safety(run, tmp_path):
    maxima = write_maxima(tmp_path / "gauge.csv", columns=("6 h", "24 h"))
    plain = {"MAXIMA": maxima, "RETURN_PERIODS": "10 100", "SCENARIOS": str(tmp_path / "plain.csv")}
    before = read_scenarios(run("triggerscenarios", plain)["SCENARIOS"]).column("intensity_mm_h")
    shaped = {"FIXED_INTERVAL": 24, "SHAPE": "uniform", "SCENARIOS": str(tmp_path / "more.csv")}
    found = run("triggerscenarios", {**plain, **shaped})
    raised, still = read_scenarios(found["SCENARIOS"]), read_scenarios(plain["SCENARIOS"])
    np.testing.assert_allclose(raised.column("intensity_mm_h"), 1.13 * before, rtol=1e-4)
    np.testing.assert_allclose(raised.intensity_band_mm_h, 1.13 * still.intensity_band_mm_h, rtol=1e-4)
    storms = {"SHAPE": "alternating", "AREA": 100, "HYETOGRAPHS": str(tmp_path / "hours.csv")}
    found = run("triggerscenarios", {**plain, **storms})
    rates = np.genfromtxt(found["HYETOGRAPHS"], delimiter=",", names=True)
    means = read_scenarios(found["SCENARIOS"]).column("intensity_mm_h")
    np.testing.assert_allclose([rates[name].mean() for name in ("T10", "T100")], means, rtol=1e-4)
    assert (means < before).all()
    assert len(rates) == 24


def test_one_duration_gives_no_alternating_blocks(tmp_path):
    given = {
        "MAXIMA": write_maxima(tmp_path / "gauge.csv", columns=("24 h",)),
        "SHAPE": "alternating",
        "SCENARIOS": tmp_path / "storms.csv",
        "HYETOGRAPHS": tmp_path / "hours.csv",
    }
    done = qgis_process("landslide:triggerscenarios", given)
    assert done.returncode != 0
    assert "depths of several durations, and one is given" in done.stderr
    assert not (tmp_path / "hours.csv").exists()
