"""A calibration on rasters: what it finds, the table and page it writes, and what it refuses."""

import json
from dataclasses import replace

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.raster import RasterSource
from landslide_plugin.core.io.vector import point_wkb
from landslide_plugin.core.stability.calibration.chances import chances_of_failure
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.workflows.soil_profile import table as soil_table
from landslide_plugin.core.workflows.soil_profile.sources import CutSoil, ProfileRaster, whole_area
from landslide_plugin.core.workflows.soil_profile.write import write_profile
from landslide_plugin.core.workflows.stability_calibration.page import headline, page_text
from landslide_plugin.core.workflows.stability_calibration.ranges import OpenRanges, unit_soils
from landslide_plugin.core.workflows.stability_calibration.request import Effort, ground_of, usable_cells
from landslide_plugin.core.workflows.stability_calibration.run import calibrate
from landslide_plugin.core.workflows.stability_calibration.table import as_json, table_text
from tests.support.calibration_area import GRID, OPEN, TABLE, asked, map_of_chances, rows_of, write


def inventory_by(request, text, share=1.0):
    """Points where the map of a table says that slopes fail, drawn by that chance."""
    chance = np.nan_to_num(map_of_chances(request, text, 1))
    fails = np.random.default_rng(4).uniform(size=GRID.shape) < share * chance
    places = [GRID.centre_of(row, col) for row, col in np.argwhere(fails)]
    return FeatureSet(tuple(point_wkb(x, y) for x, y in places), GRID.crs_wkt, name="slides")


def changed(text, old, new):
    assert old in text
    return text.replace(old, new)


TRUE = changed(changed(TABLE, "0.8,3,0", "0.8,9,0"), "2,6,2", "2,12,2")


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """A calibration on landslides of a silt with three times the cohesion of the table."""
    folder = tmp_path_factory.mktemp("area")
    rng = np.random.default_rng(0)
    codes = np.where(np.arange(GRID.cols) < 40, 1.0, 2.0) * np.ones(GRID.shape)
    paths = write(folder / "slope.tif", rng.uniform(0.5, 48, GRID.shape)), write(folder / "codes.tif", codes)
    with RasterSource(paths[0]) as slope, RasterSource(paths[1]) as lithology:
        request = asked({"slope": slope, "lithology": lithology}, effort=Effort(sets=512, folds=3))
        request = replace(request, inventory=inventory_by(request, TRUE))
        yield calibrate(request), request


def test_it_finds_the_strength_and_fits_ground_held_out(found):
    result, _ = found
    silt, sand, rock = result.units
    values = dict(zip((one.name for one in silt.unit.unknowns), silt.accepted.unknowns))
    assert [one.name for one in silt.unit.unknowns] == [
        "cohesion_kpa",
        "friction_deg",
        "conductivity_m_s",
        "layer_bottom_m",
        "wetness_shift",
    ]
    assert values["cohesion_kpa"].told
    assert values["cohesion_kpa"].low <= 0.8 <= values["cohesion_kpa"].high  # (9 - 0) / 12, (12 - 2) / 12
    assert values["cohesion_kpa"].low > 0.2
    assert rock.unit.unknowns == () or rock.landslides == 0
    assert sum(unit.landslides for unit in (silt, sand, rock)) == pytest.approx(result.landslides)
    assert abs(silt.expected - silt.landslides) < 0.15 * silt.landslides
    assert 1 <= result.effective <= result.landslides
    scores = result.scores
    assert scores["after"].log_loss < scores["before"].log_loss
    assert scores["after"].log_loss < scores["constant"].log_loss
    assert result.gain["mean"] > 0
    assert "with the table as it was" in headline(result)
    assert headline(result).endswith(result.gain["verdict"])


def test_a_level_that_no_set_reaches_is_said(found):
    result, request = found
    words = "is not below that of the share of landslides alone"
    assert not any(words in note for note in result.notes)
    off = calibrate(replace(request, share=1e-7, effort=Effort(sets=64, folds=3)))
    assert off.scores["after"].log_loss > off.scores["constant"].log_loss
    assert sum(words in note for note in off.notes) == 1


def test_compute_fs_takes_the_table_and_gives_the_chances_that_were_weighed(found):
    result, request = found
    text = table_text(result)
    chance = map_of_chances(request, text, 1)
    units = unit_soils(rows_of(TABLE), "soil.csv", OPEN)
    codes = request.codes(0, GRID.rows)
    usable = usable_cells(request, units)
    for unit in result.units[:2]:
        rows, cols = np.nonzero(usable & (codes == unit.unit.code))
        ground = ground_of(request, unit.unit, rows, cols)
        weighed = chances_of_failure(ground.of_sets, unit.best[None], np.arange(len(rows)), request.spread)[0]
        np.testing.assert_allclose(chance[rows, cols], weighed, atol=2e-3)


def test_the_table_says_what_it_is_and_keeps_what_was_not_told(found):
    result, _ = found
    text = table_text(result)
    assert "# Given this model and this inventory" in text
    table = soil_table.read_rows(rows_of(text), "table")
    assert table.calibrated_on == (result.mark.text,)
    rows = rows_of(text)
    assert all(row["calibrated_on"] == result.mark.text for row in rows)
    rock = next(row for row in rows if row["code"] == "3")
    assert rock["cohesion_kpa"] == "50"
    assert rock["source"] == ""
    silt = rows[0]
    assert silt["source"].startswith("calibrated on slides: cohesion_kpa")
    assert silt["source"].endswith("before: a book")
    assert float(silt["cohesion_kpa_low"]) < float(silt["cohesion_kpa"]) < float(silt["cohesion_kpa_high"])
    for strength in ("low", "high"):
        ends = soil_table.read_rows(rows, "table", strength)
        assert ends.values[2, 0, ends.properties.index("cohesion_kpa")] == 50
    figures = json.loads(json.dumps(as_json(result)))
    told = figures["soils"][0]["values"]
    for name, value in told.items():
        assert (value["best"] is not None) == value["told"], name
    both = [row for row in rows if row["code"] == "1"]
    for name, of in (("cohesion_kpa", both), ("layer_bottom_m", both[-1:])):
        low, high = told[name]["accepted"]
        for ending, wanted in (("_low", low), ("", told[name]["best"]), ("_high", high)):
            written = [float(row[name + ending]) for row in of]
            np.testing.assert_allclose(written, wanted, rtol=1e-4)


def test_a_table_can_be_calibrated_again(found):
    rows = rows_of(table_text(found[0]))
    units = unit_soils(rows, "again.csv", OPEN)
    assert [unit.name for unit in units] == ["silt", "sand", "rock"]
    assert units[0].unknowns[0].low[0] == pytest.approx(float(rows[0]["cohesion_kpa_low"]))


def test_the_page_shows_ranges_dots_and_limits(found):
    result, _ = found
    page = page_text(result)
    for words in (
        "Accepted (90 %)",
        "What this cannot know",
        "<circle",
        "Log loss",
        "By the table as it was",
    ):
        assert words in page
    assert page.count("<svg") >= 10
    assert "nan" not in page.lower().replace("finance", "")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("cohesion_kpa_low", "cohesion_kpa_source", "cohesion_kpa has a _low or _high without the other"),
        ("0.8,3,0,12", "0.8,3,12,0", "code 1: cohesion_kpa ranges from 12 to 0"),
        ("1e-7,1e-4,a book", "0,1e-4,a book", "conductivity_m_s ranges from 0; allowed: above 0"),
        ("0.8,3,0,12,28,20,36", "0.8,3,0,12,28,20,99", "soil.csv: friction_deg reaches 99"),
    ],
)
def test_ranges_that_cannot_be_are_refused_by_name(old, new, words):
    with pytest.raises(InputError, match=words):
        unit_soils(rows_of(TABLE.replace(old, new)), "soil.csv", OPEN)


def test_a_table_without_ranges_and_soils_without_a_map_are_refused(layers):
    bare = [{k: v for k, v in row.items() if not k.endswith(("_low", "_high"))} for row in rows_of(TABLE)]
    with pytest.raises(InputError, match="gives nothing to calibrate"):
        unit_soils(bare, "soil.csv", OpenRanges(None, None, conductivity=True))
    with pytest.raises(InputError, match="has 3 soils, but no lithology raster"):
        calibrate(asked(layers, lithology=None))


def test_the_marks_go_with_the_soil_into_its_profile(tmp_path):
    marked = [
        {**row, "code": "1", "calibrated_on": "2 ab 0a1b2c3d0a1b2c3e dry"} for row in rows_of(TABLE)[:2]
    ]
    soil = CutSoil(whole_area(soil_table.read_rows(marked, "t"), GRID.cols), 1.5)
    assert soil.calibrated_on == ("2 ab 0a1b2c3d0a1b2c3e dry",)
    write_profile(soil, GRID, str(tmp_path / "profile.tif"))
    with RasterSource(str(tmp_path / "profile.tif")) as source:
        assert ProfileRaster(source).calibrated_on == soil.calibrated_on
    plain = whole_area(
        soil_table.read_rows([{**row, "code": "1"} for row in rows_of(TABLE)[:2]], "t"), GRID.cols
    )
    write_profile(plain, GRID, str(tmp_path / "plain.tif"))
    with RasterSource(str(tmp_path / "plain.tif")) as source:
        assert ProfileRaster(source).calibrated_on == ()


def test_soils_are_called_by_their_names_and_a_table_without_codes_is_the_whole_area():
    zero = [{**row, "code": "0"} for row in rows_of(TABLE)[:2]]
    bare = [{k: v for k, v in row.items() if k not in ("code", "name")} for row in zero]
    assert [unit_soils(rows, "t", OPEN)[0].name for rows in (zero, bare)] == ["silt", "whole area"]


def test_no_ground_is_refused(layers):
    rows = [row for row in rows_of(TABLE.replace("1,silt", "70,silt")) if row["code"] == "70"]
    with pytest.raises(InputError, match="No cell of slope between 5 and 60 degrees"):
        calibrate(asked(layers, rows=rows))
