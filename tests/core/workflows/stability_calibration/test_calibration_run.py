"""A calibration on rasters: the table it writes gives "Compute FS" the very probabilities that were weighed."""

import csv
import io
import json
from dataclasses import replace

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.raster import Band, RasterSink, RasterSource, crs_wkt
from landslide_plugin.core.io.vector import point_wkb
from landslide_plugin.core.samples.sample_set import SamplingRules
from landslide_plugin.core.stability.assess import Question, assess, by_point_estimate
from landslide_plugin.core.stability.calibration.acceptance import Accepted, ValueTold
from landslide_plugin.core.stability.calibration.chances import chances_of_failure
from landslide_plugin.core.stability.roots import Roots
from landslide_plugin.core.stability.soil import soil_of
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.types.inventory_mark import InventoryMark
from landslide_plugin.core.types.scenarios import TriggerScenarios
from landslide_plugin.core.workflows.slope_stability.soil_water import SoilWater
from landslide_plugin.core.workflows.slope_stability.water import WaterChoice, WaterRasters
from landslide_plugin.core.workflows.soil_profile import table as soil_table
from landslide_plugin.core.workflows.soil_profile.sources import (
    CutSoil,
    ProfileRaster,
    SoilStrip,
    whole_area,
)
from landslide_plugin.core.workflows.soil_profile.write import write_profile
from landslide_plugin.core.workflows.stability_calibration.page import headline, page_text
from landslide_plugin.core.workflows.stability_calibration.ranges import OpenRanges, unit_soils
from landslide_plugin.core.workflows.stability_calibration.request import (
    CalibrationRequest,
    Effort,
    ground_of,
    usable_cells,
)
from landslide_plugin.core.workflows.stability_calibration.run import SoilCalibration, UnitResult, calibrate
from landslide_plugin.core.workflows.stability_calibration.table import as_json, table_text

GRID = Grid(50, 60, (500000.0, 25.0, 0.0, 900000.0, 0.0, -25.0), crs_wkt("EPSG:32617"))
RAIN = TriggerScenarios(
    (10.0, 50.0),
    ("intensity_mm_h", "duration_h", "antecedent_wetness", "seismic_coefficient"),
    np.array([[2.0, 24.0, 0.3, 0.0], [6.0, 24.0, 0.5, 0.05]]),
)
OPEN = OpenRanges((0.5, 1.5), (-0.5, 0.5), conductivity=True)
TABLE = (
    "code,name,layer_bottom_m,cohesion_kpa,cohesion_kpa_low,cohesion_kpa_high,friction_deg,friction_deg_low,"
    "friction_deg_high,unit_weight_kn_m3,saturated_unit_weight_kn_m3,conductivity_m_s,conductivity_m_s_low,"
    "conductivity_m_s_high,source\n"
    "1,silt,0.8,3,0,12,28,20,36,17,19,1e-6,1e-7,1e-4,a book\n"
    "1,silt,2,6,2,14,30,22,38,18,20,1e-6,1e-7,1e-4,a book\n"
    "2,sand,1.5,1,0,8,34,28,42,17,19,1e-4,1e-5,1e-3,\n"
    "3,rock,5,50,,,40,,,24,24,1e-6,,,\n"
)


def rows_of(text):
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return list(csv.DictReader(io.StringIO("\n".join(lines))))


def write(path, *bands, names=None):
    names = names or [path.stem] * len(bands)
    with RasterSink(str(path), GRID, [Band(name) for name in names]) as sink:
        for i, values in enumerate(bands):
            sink.write(i, 0, np.broadcast_to(np.asarray(values, np.float32), GRID.shape))
    return str(path)


@pytest.fixture
def layers(tmp_path):
    """Slope, lithology and a catchment area, open."""
    rng = np.random.default_rng(0)
    slope = rng.uniform(0.5, 48, GRID.shape)
    codes = np.where(np.arange(GRID.cols) < 25, 1.0, 2.0) * np.ones(GRID.shape)
    codes[:3] = 3
    codes[40:, 50:] = 9  # not in the table
    area = rng.uniform(5, 300, GRID.shape)
    paths = {
        "slope": write(tmp_path / "slope.tif", slope),
        "lithology": write(tmp_path / "lithology.tif", codes),
        "area": write(tmp_path / "area.tif", area),
        "rain": write(tmp_path / "rain.tif", 2.0, rng.uniform(3, 9, GRID.shape), names=["T10", "T50"]),
        "depth": write(tmp_path / "depth.tif", rng.uniform(0.4, 2.5, GRID.shape)),
    }
    opened = {name: RasterSource(path) for name, path in paths.items()}
    yield opened
    for source in opened.values():
        source.close()


def asked(layers, **more):
    water = WaterChoice("water_table", RAIN, 1e-6, 0.1, 0.2, 1.0)
    plain = {
        "slope": layers["slope"],
        "slope_band": 0,
        "rows": rows_of(TABLE),
        "table_name": "soil.csv",
        "water": water,
        "scenario": 1,
        "open": OPEN,
        "inventory": FeatureSet(()),
        "rules": SamplingRules(ratio=2.0),
        "lithology": layers["lithology"],
        "effort": Effort(sets=512, folds=3),
    }
    return CalibrationRequest(**{**plain, **more})


def map_of_chances(request, text, storm):
    """What "Compute FS" makes of a table: probability of failure (rows, cols) in the storm."""
    table = soil_table.read_rows(rows_of(text), "table")
    strip = SoilStrip(*table.profile(request.codes(0, GRID.rows)))
    if request.depth is not None:
        strip = replace(strip, depth_m=np.minimum(strip.depth_m, request.depth.read(0)))
    soil = replace(soil_of(strip.profile, strip.depth_m), roots=request.roots)
    slope = request.slope.read(0)
    water = request.water(strip, 0, GRID.rows, slope)
    shaking = RAIN.column("seismic_coefficient")
    question = Question(shaking, request.limits, by_point_estimate(request.spread))
    found = assess(slope.ravel(), soil, water, question)
    return found.probability[storm].reshape(GRID.shape)


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


def test_ground_without_water_or_depth_gives_no_samples(layers, tmp_path):
    holes = np.random.default_rng(2).uniform(5, 300, GRID.shape)
    holes[:, :20] = np.nan
    with RasterSource(write(tmp_path / "holes.tif", holes)) as source:
        water = WaterChoice("steady", RAIN, 1e-6, 0.1, 0.2, 1.0, rasters=WaterRasters(specific_area=source))
        units = unit_soils(rows_of(TABLE), "soil.csv", OPEN)
        usable = usable_cells(asked(layers, water=water), units)
        bare = usable_cells(asked(layers, water=water, depth=source), units)
    assert not usable[:, :20].any()
    assert usable[:, 20:].sum() > 1000
    assert not bare[:, :20].any()


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


GARDNER = SoilWater(alpha_1_m=1.5, theta_s=0.45, theta_r=0.07)
LAWS = {
    "water table": {},
    "water table by raster of rain": {"rasters": ("rain",)},
    "steady": {"law": "steady", "rasters": ("specific_area",)},
    "transient": {"law": "transient"},
    "ratio": {"law": "ru"},
    "depth of the table by raster": {"rasters": ("table_depth",)},
    "recharge": {
        "soil_water": SoilWater(start="recharge", recharge_mm_day=2.0),
        "rasters": ("specific_area",),
    },
    "suction": {"soil_water": replace(GARDNER, suction="gardner")},
    "unsaturated": {"law": "unsaturated", "soil_water": GARDNER},
    "Green and Ampt": {"soil_water": SoilWater(infiltration="green_ampt"), "pattern": (1.0, 3.0)},
    "dry": {"law": "dry"},
}


@pytest.mark.parametrize("name", LAWS)
def test_samples_are_weighed_as_the_map_is_made(layers, name):
    given = dict(LAWS[name])
    sources = {"rain": layers["rain"], "specific_area": layers["area"], "table_depth": layers["depth"]}
    rasters = WaterRasters(**{key: sources[key] for key in given.pop("rasters", ())})
    water = replace(WaterChoice("water_table", RAIN, 1e-6, 0.1, 0.2, 1.0), rasters=rasters, **given)
    request = asked(
        layers, water=water, depth=layers["depth"] if name == "water table" else None, roots=Roots(2.0, 0.5)
    )
    units = unit_soils(rows_of(TABLE), "soil.csv", OPEN)
    chance = map_of_chances(request, TABLE, 1)
    usable, codes = usable_cells(request, units), request.codes(0, GRID.rows)
    assert not usable[codes == 9].any()
    rows, cols = np.nonzero(usable & (codes == 1))
    rows, cols = rows[:60], cols[:60]
    ground = ground_of(request, units[0], rows, cols)
    cells = np.arange(len(rows))
    same = chances_of_failure(lambda _, some: ground.before(some), np.zeros((1, 0)), cells, request.spread)[0]
    np.testing.assert_allclose(same, chance[rows, cols], atol=1e-3)
    assert same.max() > 0.05


@pytest.mark.parametrize(
    "name", ["water table", "transient", "suction", "unsaturated", "depth of the table by raster"]
)
def test_any_set_written_as_a_table_is_that_set(layers, name):
    given = {key: value for key, value in LAWS[name].items() if key != "rasters"}
    rasters = WaterRasters(table_depth=layers["depth"]) if "rasters" in LAWS[name] else WaterRasters()
    water = replace(WaterChoice("water_table", RAIN, 1e-6, 0.1, 0.2, 1.0), rasters=rasters, **given)
    request = asked(layers, water=water)
    units = unit_soils(rows_of(TABLE), "soil.csv", OPEN)
    usable, codes = usable_cells(request, units), request.codes(0, GRID.rows)
    for seed in range(1 if name == "unsaturated" else 3):
        results, weighed = [], np.full(GRID.shape, np.nan)
        for unit in units:
            share = np.random.default_rng(seed).uniform(size=len(unit.unknowns))
            told = tuple(ValueTold(0.1, 0.9, 0.5, distance=1.0, told=True) for _ in share)
            taken = Accepted(share[None], np.zeros(1), np.ones(1), told)
            results.append(UnitResult(unit, taken, share, 1.0, stable=1, expected=1.0))
            rows, cols = np.nonzero(usable & (codes == unit.code))
            ground = ground_of(request, unit, rows, cols)
            chance = chances_of_failure(ground.of_sets, share[None], np.arange(len(rows)), request.spread)
            weighed[rows, cols] = chance[0]
        calibration = SoilCalibration(
            units=tuple(results),
            inventory="slides",
            mark=InventoryMark.of(["0a1b2c3d"]),
            storm="T50",
            law=water.law,
            landslides=1,
            stable=1,
            effective=1.0,
            reach_m=0.0,
            share=0.1,
            scores={},
            gain=None,
            sets=1,
            notes=(),
        )
        chance = map_of_chances(request, table_text(calibration), 1)
        np.testing.assert_allclose(chance[usable], weighed[usable], atol=3e-3)


def test_a_shift_of_wetness_is_a_wetter_scenario(layers):
    shifted = TABLE.replace(",source\n", ",source,wetness_shift\n")
    lines = shifted.splitlines()
    text = "\n".join([lines[0], *(line + ("" if line[0] == "3" else ",0.2") for line in lines[1:])]) + "\n"
    wetter = replace(RAIN, values=RAIN.values + np.array([0.0, 0.0, 0.2, 0.0]))
    request = asked(layers)
    moved = map_of_chances(request, text, 1)
    scenario = map_of_chances(replace(request, water=replace(request.water, scenarios=wetter)), TABLE, 1)
    inside = request.codes(0, GRID.rows) < 3
    np.testing.assert_allclose(moved[inside], scenario[inside], atol=1e-6)
    assert np.nanmax(np.abs(moved - map_of_chances(request, TABLE, 1))) > 0.05


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
