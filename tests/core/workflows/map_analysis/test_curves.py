"""Curves of points are the map's own values, and are refused where there is no curve."""

import csv
import io
import xml.etree.ElementTree as ET
from dataclasses import replace

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.factors import FactorSources
from landslide_plugin.core.io.raster import Band, RasterSink, RasterSource, crs_wkt
from landslide_plugin.core.io.triggers import MapScenarios, read_map_scenarios
from landslide_plugin.core.io.vector import box_wkb, point_wkb
from landslide_plugin.core.progress import SILENT, Progress
from landslide_plugin.core.types.bands import factor_band
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.workflows.map_analysis.curve_chart import MOST_PANELS, curve_chart
from landslide_plugin.core.workflows.map_analysis.curves import HazardCurves, hazard_curves
from landslide_plugin.core.workflows.mapping.kinds.annual import annual_probability
from tools.check.random_bundle import RAIN, SPECS, bundle_with_pf, random_bundle, random_cells

GRID = Grid(20, 30, (700000.0, 25.0, 0.0, 9550000.0, 0.0, -25.0), crs_wkt("EPSG:32717"))
CELLS = [(3, 4), (19, 29), (0, 0)]
STATIC, _ = random_cells(GRID.size, 5)


@pytest.fixture
def rasters(tmp_path):
    factors, safety = str(tmp_path / "f.tif"), str(tmp_path / "fs.tif")
    with RasterSink(factors, GRID, [factor_band(spec) for spec in SPECS]) as sink:
        for i, values in enumerate(STATIC.T.reshape(3, *GRID.shape)):
            sink.write(i, 0, values)
    with RasterSink(safety, GRID, [Band(name) for name in RAIN.names]) as sink:
        for i in range(3):
            sink.write(i, 0, np.full(GRID.shape, 1.5 - 0.25 * i))
    return factors, safety


def places(cells, more=()):
    xy = [GRID.centre_of(*cell) for cell in cells] + list(more)
    names = tuple(f"slope <{i}>" for i in range(len(xy)))
    return FeatureSet(tuple(point_wkb(x, y) for x, y in xy), GRID.crs_wkt, {"name": names}, "points")


def curves(rasters, features, bundle=None, progress=SILENT, scenarios=None):
    bundle = bundle or random_bundle(3, soil=False)
    with FactorSources([rasters[0]]) as factors:
        return hazard_curves(bundle, factors, None, scenarios, rasters[1], features, "name", progress)


def test_the_table_holds_the_values_of_the_map(rasters):
    rows = list(csv.DictReader(io.StringIO(curves(rasters, places(CELLS)).table())))
    assert len(rows) == 9
    own = STATIC[[row * GRID.cols + col for row, col in CELLS]]
    p = random_bundle(3, soil=False).predict(own, None, RAIN.values).probability
    for number, row in enumerate(rows):
        i, s = divmod(number, 3)
        assert row["point"] == f"slope <{i}>"
        assert (row["scenario"], float(row["return_period_yr"])) == (RAIN.names[s], RAIN.return_periods_yr[s])
        given = [float(row[key]) for key in ("probability", "lowest_member", "highest_member")]
        np.testing.assert_allclose(given, [p[:, i, s].mean(), p[:, i, s].min(), p[:, i, s].max()], rtol=1e-5)
        assert float(row["standard_deviation"]) == pytest.approx(p[:, i, s].std(), rel=1e-4)
        assert float(row["factor_of_safety"]) == pytest.approx(1.5 - 0.25 * s)


def test_figures_a_year_are_those_of_the_map_and_stand_in_every_row_of_the_point(rasters):
    said: list = []
    bundle = random_bundle(3, soil=False)
    found = curves(rasters, places(CELLS), bundle)
    own = STATIC[[row * GRID.cols + col for row, col in CELLS]]
    mean = bundle.predict(own, None, RAIN.values).mean().T
    expected = np.array(annual_probability(mean, RAIN.return_periods_yr))
    np.testing.assert_array_equal(found.annual, expected)
    keys = ("annual_low", "annual_high", "annual_outside_table")
    for number, row in enumerate(csv.DictReader(io.StringIO(found.table()))):
        assert [row[key] for key in keys] == [f"{value:.6g}" for value in expected[:, number // 3]]
    low, high, _ = expected[:, 0]
    assert f"{low:.2g} to {high:.2g} a year" in curve_chart(found)
    silent = replace(bundle, facts=replace(bundle.facts, quiet_storms=None))
    without = curves(rasters, places(CELLS), silent, Progress(info=said.append))
    assert without.annual is None
    assert any("storms without landslides" in line for line in said)
    assert {row[key] for row in csv.DictReader(io.StringIO(without.table())) for key in keys} == {""}
    assert "a year" not in curve_chart(without)


def test_the_band_of_the_rain_stands_behind_the_columns_that_were_there(rasters):
    place = RAIN.columns.index("intensity_mm_h")
    band = RAIN.values[:, place] * np.array([[0.8], [1.25]])
    banded = MapScenarios(replace(RAIN, intensity_band_mm_h=band), {})
    found, bundle = curves(rasters, places(CELLS), scenarios=banded), random_bundle(3, soil=False)
    own = STATIC[[row * GRID.cols + col for row, col in CELLS]]
    for end in (0, 1):
        values = RAIN.values.copy()
        values[:, place] = band[end]
        expected = bundle.predict(own, None, values).mean()
        np.testing.assert_allclose(found.rain_band[end], expected, atol=1e-6)
    assert (found.annual_band[0] <= found.annual[0]).all()
    assert (found.annual_band[1] > found.annual[1]).any()
    rows = list(csv.DictReader(io.StringIO(found.table())))
    assert float(rows[4]["probability_rain_high"]) == pytest.approx(float(found.rain_band[1, 1, 1]), rel=1e-4)
    assert float(rows[4]["annual_high_rain_band"]) == pytest.approx(float(found.annual_band[1, 1]), rel=1e-4)
    plain = csv.DictReader(io.StringIO(curves(rasters, places(CELLS)).table()))
    assert {row["probability_rain_low"] for row in plain} == {""}


def test_a_model_of_physics_says_that_its_curves_take_typical_ground(rasters):
    said = []
    curves(rasters, places(CELLS), bundle=bundle_with_pf(), progress=Progress(warning=said.append))
    assert any("median of the training samples (0.05" in line for line in said)
    said.clear()
    curves(rasters, places(CELLS), progress=Progress(warning=said.append))
    assert not any("median of the training" in line for line in said)


def test_curves_have_gaps_where_the_factor_of_safety_was_not_assessed(rasters):
    """A raster of 0.1: flat ground at the cap, cliffs empty."""
    with RasterSink(rasters[1], GRID, [Band(name) for name in RAIN.names], metadata={"FS_CAP": "8"}) as sink:
        for i in range(3):
            values = np.full(GRID.shape, 1.5 - 0.25 * i)
            values[CELLS[0]], values[CELLS[1]] = 8.0, np.nan
            sink.write(i, 0, values)
    found = curves(rasters, places(CELLS))
    assert np.isnan(found.factor_of_safety[:2]).all()
    assert np.isfinite(found.factor_of_safety[2]).all()
    rows = list(csv.DictReader(io.StringIO(found.table())))
    assert [row["factor_of_safety"] for row in rows[:6]] == [""] * 6
    assert all(row["probability"] for row in rows)
    chart = curve_chart(found)
    assert chart.count('stroke-dasharray="5 3"') == 1
    assert chart.count("FS not assessed") == 2


def test_a_chart_draws_what_is_known_of_a_factor_of_safety_with_a_hole(rasters):
    safety = np.array([[np.nan, 1.2, 1.1], [2.0, np.nan, 1.0]], "f4")
    p = np.full((2, 2, 3), 0.5, "f4")
    chart = curve_chart(HazardCurves(np.zeros((2, 2)), ("a", "b"), RAIN, p, safety))
    space = "{http://www.w3.org/2000/svg}"
    root = ET.fromstring(chart)
    dashed = [line for line in root.findall(f".//{space}polyline") if line.get("stroke-dasharray")]
    assert [len(line.get("points").split()) for line in dashed] == [2]
    assert len(root.findall(f".//{space}circle")) == 2
    assert "FS not assessed" not in chart


def test_each_point_takes_the_rain_of_its_cell(rasters, tmp_path):
    storm = np.random.default_rng(1).uniform(20, 80, GRID.shape).astype("f4")
    storm[CELLS[0]], storm[CELLS[2]] = 85.0, np.nan
    with RasterSink(str(tmp_path / "storm.tif"), GRID, [Band("rain", "mm/h")]) as sink:
        sink.write(0, 0, storm)
    text = "return_period_yr,intensity_mm_h,duration_h\n10,20,6\n50,storm.tif,8\n"
    (tmp_path / "rain.csv").write_text(text)
    said: list = []
    given = read_map_scenarios(str(tmp_path / "rain.csv"))
    found = curves(rasters, places(CELLS), progress=Progress(warning=said.append), scenarios=given)
    bundle = random_bundle(3, soil=False)
    for i, (row, col) in enumerate(CELLS[:2]):
        own = np.array([[20.0, 6.0], [storm[row, col], 8.0]])
        cell = row * GRID.cols + col
        alone = bundle.predict(STATIC[cell : cell + 1], None, own).probability[:, 0]
        np.testing.assert_allclose(found.probability[:, i], alone, atol=2e-5)
    assert np.isnan(found.probability[:, 2]).all()
    assert "the rain has no data" in said[-1]
    assert "1 of 3 points have triggers outside" in said[0]


def test_points_beside_the_rasters_are_left_out_and_said(rasters):
    said = []
    found = curves(rasters, places(CELLS, [(0.0, 0.0)]), progress=Progress(warning=said.append))
    assert len(found.labels) == 3
    assert "1 of 4 points" in said[0]
    with pytest.raises(InputError, match="None of the 1 points"):
        curves(rasters, places([], [(0.0, 0.0)]))


def test_a_model_without_scenarios_has_no_curve(rasters):
    with pytest.raises(InputError, match="no curve"):
        curves(rasters, places(CELLS), random_bundle(soil=False, rain=False))


def test_the_chart_is_sound_and_its_lines_rise_with_probability(rasters):
    space = "{http://www.w3.org/2000/svg}"
    p = np.linspace(0.1, 0.9, 3, dtype="f4")[None, None].repeat(2, 0).repeat(MOST_PANELS + 1, 1)
    many = HazardCurves(np.zeros((13, 2)), tuple("abcdefghijklm"), RAIN, p)
    root = ET.fromstring(curve_chart(many))
    lines = root.findall(f".//{space}polyline")
    assert len(lines) == MOST_PANELS
    heights = [float(pair.split(",")[1]) for pair in lines[0].get("points").split()]
    assert heights == sorted(heights, reverse=True)
    assert len(set(heights)) == 3
    assert "First 12 of 13" in curve_chart(many)
    ET.fromstring(curve_chart(curves(rasters, places(CELLS))))


def test_places_in_degrees_keep_their_digits_and_another_cell_size_is_said(rasters, tmp_path):
    grid = Grid(20, 30, (700000.0, 40.0, 0.0, 9550000.0, 0.0, -40.0), GRID.crs_wkt)
    with RasterSink(rasters[0], grid, [factor_band(spec) for spec in SPECS]) as sink:
        for i, values in enumerate(STATIC.T.reshape(3, *grid.shape)):
            sink.write(i, 0, values)
    said = []
    with FactorSources([rasters[0]]) as factors:
        found = hazard_curves(
            random_bundle(soil=False),
            factors,
            None,
            None,
            None,
            places([(1, 1)]),
            None,
            Progress(warning=said.append),
        )
    assert any("40 m wide" in text for text in said)
    placed = HazardCurves(np.array([[-79.123456, -4.000001]]), found.labels, RAIN, found.probability)
    row = next(csv.DictReader(io.StringIO(placed.table())))
    assert (float(row["x"]), float(row["y"])) == (-79.123456, -4.000001)


def test_points_keep_their_names_when_one_before_them_is_left_out(rasters):
    cells = places(CELLS)
    beside = FeatureSet(
        (point_wkb(0.0, 0.0), *cells.wkb), GRID.crs_wkt, {"name": ("beside", "a", "b", "c")}, "points"
    )
    found = curves(rasters, beside)
    assert found.labels == ("a", "b", "c")
    np.testing.assert_array_equal(found.probability, curves(rasters, cells).probability)


def test_long_names_stay_over_their_panel_and_are_told_whole(rasters):
    name = "Kilometre 17 of the road over the pass & bridge, northern abutment"
    one = FeatureSet(places(CELLS[:1]).wkb, GRID.crs_wkt, {"name": (name,)}, "points")
    root = ET.fromstring(curve_chart(curves(rasters, one)))
    space = "{http://www.w3.org/2000/svg}"
    assert root.find(f".//{space}title").text == name
    assert max(len(text.text) for text in root.findall(f".//{space}g/{space}text")) <= 31


def test_polygons_are_not_taken_for_their_corners(rasters):
    west, _, _, north = GRID.bounds
    slide = FeatureSet(
        (box_wkb(west, north - 90, west + 90, north),), GRID.crs_wkt, {"name": ("a",)}, "slides"
    )
    with pytest.raises(InputError, match="slides holds no points"):
        curves(rasters, slide)


def test_a_model_with_the_probability_of_failure_as_input_takes_that_of_each_point_and_scenario(
    rasters, tmp_path
):
    bundle, path = bundle_with_pf(), str(tmp_path / "pf.tif")
    shape = (GRID.rows, GRID.cols, len(RAIN.names))
    failure = np.random.default_rng(2).uniform(0.05, 0.9, shape).astype("f4")
    with RasterSink(path, GRID, [Band(name) for name in reversed(RAIN.names)]) as sink:
        for band in range(shape[2]):
            sink.write(band, 0, failure[:, :, shape[2] - 1 - band])
    said: list = []
    with FactorSources([rasters[0]]) as factors, RasterSource(path, GRID) as source:
        found = hazard_curves(
            bundle, factors, None, None, None, places(CELLS), "name", Progress(warning=said.append), source
        )
    at = [row * GRID.cols + col for row, col in CELLS]
    own = failure.reshape(-1, shape[2])[at]
    expected = bundle.predict(STATIC[at], None, RAIN.values, own).probability
    np.testing.assert_allclose(found.probability, expected, rtol=1e-6)
    assert np.ptp(found.probability - curves(rasters, places(CELLS), bundle).probability) > 0.01
    assert not any("none was given" in line for line in said)
