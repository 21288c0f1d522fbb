"""Rain from rasters: a cell gets its own triggers, a constant raster is a number, what is outside is flagged."""

from dataclasses import replace

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.evaluation.applicability import Applicability
from landslide_plugin.core.io.raster import Band, RasterSink, RasterSource, crs_wkt
from landslide_plugin.core.io.triggers import TriggerRaster, TriggerSources, read_map_scenarios
from landslide_plugin.core.model.bundle.background import Background
from landslide_plugin.core.model.bundle.standard_inputs import standard_inputs
from landslide_plugin.core.model.explain.attribution import SURE, Attribution
from landslide_plugin.core.model.explain.layer_saliency import LayerSaliency
from landslide_plugin.core.progress import Progress
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.types.odds import log_odds
from landslide_plugin.core.workflows.mapping.request import MapOptions
from tests.support.maps import draw, grid, read, write_factors
from tools.check.random_bundle import RAIN, random_bundle, random_cells

ON = grid(40, 30)
TABLE = """return_period_yr,duration_h,intensity_mm_h
100,12,80
10,6,{}
50,8,50
"""


def write_rain(path, values, on=ON):
    with RasterSink(str(path), on, [Band("rain", "mm/h")]) as sink:
        sink.write(0, 0, values)
    return path.name


def table(tmp_path, name):
    (tmp_path / "rain.csv").write_text(TABLE.format(name))
    return read_map_scenarios(str(tmp_path / "rain.csv"))


@pytest.fixture
def stack(tmp_path):
    return write_factors(tmp_path / "stack.tif", ON)


def mapped(bundle, stack, folder, rain, more=(), bounds=None, said=None):
    options = MapOptions(trigger_rasters=rain.rasters, bounds=bounds)
    progress = Progress(warning=(said if said is not None else []).append)
    return draw(bundle, stack, folder, options, progress, rain.table, more)


def test_every_cell_gets_its_own_rain(tmp_path, stack):
    rain = np.random.default_rng(1).uniform(20, 80, ON.shape).astype(np.float32)
    rain[5, 6] = np.nan
    read_table = table(tmp_path, write_rain(tmp_path / "r.tif", rain))
    assert read_table.table.names == ("T10", "T50", "T100")
    bundle = random_bundle(soil=False)
    summary = mapped(bundle, stack, tmp_path / "m", read_table)
    assert (summary.no_data_cells, summary.outside_cells) == (1, 0)
    static, _ = random_cells(ON.size, 5)
    found = read(tmp_path / "m" / "probability.tif").reshape(3, -1)
    assert np.isnan(found[:, 5 * ON.cols + 6]).all()
    for cell in (0, 77, 1199):
        own = RAIN.values.copy()
        own[0, 0] = rain.ravel()[cell]
        alone = bundle.predict(static[cell : cell + 1], None, own).mean()[0]
        np.testing.assert_allclose(found[:, cell], alone, atol=2e-5)


def test_a_constant_raster_is_a_number_and_parts_have_the_bits_of_the_whole(tmp_path, stack):
    bundle = random_bundle(soil=False)
    draw(bundle, stack, tmp_path / "number")
    flat = table(tmp_path, write_rain(tmp_path / "r.tif", np.full(ON.shape, 20.0)))
    mapped(bundle, stack, tmp_path / "flat", flat)
    number, same = (read(tmp_path / name / "probability.tif") for name in ("number", "flat"))
    np.testing.assert_allclose(same, number, atol=2e-5)
    coarse = Grid(5, 4, (699900.0, 300.0, 0.0, 9550100.0, 0.0, -300.0), crs_wkt("EPSG:32717"))
    storm = np.random.default_rng(2).uniform(20, 80, coarse.shape)
    rain = table(tmp_path, write_rain(tmp_path / "coarse.tif", storm, coarse))
    mapped(bundle, stack, tmp_path / "whole", rain)
    west, south, east, north = ON.bounds
    mapped(bundle, stack, tmp_path / "part", rain, bounds=(west + 250, south, east, north - 425))
    whole, part = (read(tmp_path / name / "probability.tif") for name in ("whole", "part"))
    np.testing.assert_array_equal(part, whole[:, 17:, 10:])
    assert whole[0].std() > same[0].std() * 0.5
    assert not np.array_equal(whole[0], same[0])


def test_own_soil_profiles_meet_their_own_rain():
    bundle = random_bundle()
    static, soil = random_cells(900, 3)
    rain = np.broadcast_to(RAIN.values, (900, *RAIN.values.shape)).copy()
    common = bundle.predict(static, soil, RAIN.values).probability
    np.testing.assert_allclose(bundle.predict(static, soil, rain).probability, common, atol=2e-5)
    rain[:, :, 0] += np.random.default_rng(0).uniform(0, 20, (900, 1))
    many = bundle.predict(static, soil, rain).probability
    some = bundle.predict(static[100:107], soil[100:107], rain[100:107]).probability
    np.testing.assert_array_equal(some, many[:, 100:107])
    direct = bundle.ensemble.probability(static[:50], soil[:50], rain[:50])
    np.testing.assert_allclose(many[:, :50], direct, atol=2e-5)
    assert not np.allclose(many, common, atol=1e-4)


def test_rain_beyond_the_training_is_flagged_and_counted(tmp_path, stack):
    rain = np.full(ON.shape, 30.0)
    rain[:4] = 300.0
    bundle = random_bundle(soil=False)
    static, _ = random_cells(ON.size, 5)
    inputs = standard_inputs(bundle.ensemble, static[:60], None)
    near = Applicability.fit(inputs, np.ones(inputs.shape[1]), np.arange(60) % 3, 0)
    said = []
    given = table(tmp_path, write_rain(tmp_path / "r.tif", rain))
    bundle = replace(bundle, applicability=near)
    summary = mapped(bundle, stack, tmp_path / "m", given, ("applicability",), said=said)
    assert summary.outside_cells == 4 * ON.cols
    assert any("intensity_mm_h of T10 is 30 to 300, trained from 20 to 80" in line for line in said)
    assert any(f"{4 * ON.cols} cells have triggers outside" in line for line in said)
    with RasterSource(str(tmp_path / "m" / "applicability.tif")) as source:
        assert source.bands[2].name == "Triggers outside the training"
        np.testing.assert_array_equal(source.read(2), rain > 80)
        assert source.metadata["TRIGGER_RASTERS"] == "intensity_mm_h of T10: r.tif"


@pytest.mark.parametrize(
    ("values", "says"),
    [(np.full(ON.shape, np.nan), "no value at all"), (np.full(ON.shape, -1.0), "allowed: 0 to 1000")],
)
def test_rasters_that_cannot_be_rain_are_refused(tmp_path, values, says):
    name = write_rain(tmp_path / "r.tif", values)
    with pytest.raises(InputError, match=says):
        table(tmp_path, name)


def test_what_is_neither_a_number_nor_a_raster_is_refused(tmp_path):
    with pytest.raises(InputError, match="neither a number nor a raster"):
        table(tmp_path, "storm")


def explained(soil=True):
    """A model that keeps typical cells."""
    static, profile = random_cells(8, 21)
    return replace(random_bundle(soil=soil), background=Background(static, profile if soil else None))


def test_reasons_of_own_rain_sum_to_the_mapped_log_odds_and_a_constant_raster_is_a_number(tmp_path, stack):
    bundle = explained(soil=False)
    rain = np.random.default_rng(1).uniform(20, 80, ON.shape).astype(np.float32)
    flat, storm = np.full(ON.shape, 20.0), tmp_path / "storm"
    for folder, values in ((tmp_path / "flat", flat), (storm, rain)):
        given = table(tmp_path, write_rain(tmp_path / f"{folder.name}.tif", values))
        mapped(bundle, stack, folder, given, ("attribution",))
    draw(bundle, stack, tmp_path / "number", more=("attribution",))
    number, same, own = (read(tmp_path / n / "attribution.tif") for n in ("number", "flat", "storm"))
    np.testing.assert_allclose(same, number, atol=2e-3)
    with RasterSource(str(storm / "attribution.tif")) as source:
        assert source.bands[-2].name.startswith("Trigger")
        baseline = float(source.metadata["BASELINE_LOG_ODDS"])
    reference = bundle.reference_index
    p = read(storm / "probability.tif")[reference]
    np.testing.assert_allclose(own[-1] + baseline, log_odds(p, guard=SURE), atol=1e-3)
    np.testing.assert_allclose(own[:-1].sum(axis=0), own[-1], atol=1e-3)


def test_each_cell_is_explained_with_its_own_rain():
    bundle = explained()
    static, soil = random_cells(40, 4)
    rain = RAIN.values[1] + np.random.default_rng(0).uniform(0, 20, (40, 2))
    reasons, layers = Attribution(bundle, None, by_cell=True), LayerSaliency(bundle, None)
    together = reasons.values(static, soil, rain), layers.values(static, soil, rain)
    for cell in (0, 13, 39):
        some = slice(cell, cell + 1)
        alone = Attribution(bundle, rain[cell]), LayerSaliency(bundle, rain[cell])
        for found, each in zip(together, alone):
            np.testing.assert_allclose(found[:, some], each.values(static[some], soil[some]), atol=2e-3)
    trigger = [group.name for group in reasons.groups].index("Trigger")
    assert np.ptp(together[0][trigger]) > 0.01


def test_rain_is_aligned_without_any_crs_but_not_where_one_side_alone_has_none(tmp_path):
    bare, wider = replace(ON, crs_wkt=""), Grid(5, 5, (699000.0, 500.0, 0.0, 9551000.0, 0.0, -500.0))
    flat = table(tmp_path, write_rain(tmp_path / "r.tif", np.full(wider.shape, 20.0), wider))
    bundle, stack = random_bundle(soil=False), write_factors(tmp_path / "bare.tif", bare)
    options = MapOptions(trigger_rasters=flat.rasters, any_cell_size=True)
    assert draw(bundle, stack, tmp_path / "m", options, scenarios=flat.table).no_data_cells == 0
    placed = table(tmp_path, write_rain(tmp_path / "p.tif", np.full(ON.shape, 20.0)))
    with pytest.raises(InputError, match="The factors have no CRS"):
        mapped(bundle, stack, tmp_path / "n", placed)


def test_the_table_holds_the_mean_of_the_cells_with_a_value(tmp_path):
    rain = np.random.default_rng(7).uniform(20, 80, ON.shape).astype(np.float32)
    rain[3:9] = np.nan
    found = table(tmp_path, write_rain(tmp_path / "r.tif", rain))
    assert found.table.column("intensity_mm_h")[0] == pytest.approx(np.nanmean(rain, dtype=float))


def test_a_raster_of_rain_has_no_band(tmp_path):
    write_rain(tmp_path / "r.tif", np.full(ON.shape, 20.0, np.float32))
    text = "return_period_yr,intensity_mm_h,intensity_low_mm_h,intensity_high_mm_h\n10,r.tif,15,25\n"
    (tmp_path / "t.csv").write_text(text)
    with pytest.raises(InputError, match="names a raster, which has no band; leave the columns"):
        read_map_scenarios(str(tmp_path / "t.csv"))


def test_cells_of_tall_grids_get_their_own_values_and_every_raster_counts(tmp_path):
    tall = grid(600, 4)
    ramp = np.arange(tall.size, dtype=np.float32).reshape(tall.shape) / 100
    holed = ramp.copy()
    holed[300, 2] = np.nan
    rasters = {}
    for column, values in (("intensity_mm_h", ramp), ("duration_h", holed)):
        path = tmp_path / f"{column}.tif"
        write_rain(path, values, tall)
        rasters[(50.0, column)] = TriggerRaster(str(path), 0.0, 30.0, 15.0)
    rows, cols = np.array([599, 0, 300, 257]), np.array([3, 1, 2, 0])
    with TriggerSources(RAIN, rasters, tall, str(tmp_path), Progress()) as sources:
        found = sources.values_at(rows, cols)
        valid = sources.valid_rows(290, 20)
    np.testing.assert_array_equal(found[:, 1, 0], ramp[rows, cols])
    np.testing.assert_array_equal(found[:, 1, 1], holed[rows, cols])
    np.testing.assert_array_equal(found[:, ::2], np.broadcast_to(RAIN.values[::2], (4, 2, 2)))
    assert not valid[10, 2]
    assert valid.sum() == valid.size - 1


def test_coarse_rain_is_brought_onto_the_grid_linearly(tmp_path):
    coarse = Grid(20, 20, (699000.0, 125.0, 0.0, 9551000.0, 0.0, -125.0), ON.crs_wkt)
    east = np.broadcast_to(700000.0 - 1000 + 125 * (np.arange(20) + 0.5), coarse.shape)
    write_rain(tmp_path / "r.tif", (east - 699000) / 50, coarse)
    raster = TriggerRaster(str(tmp_path / "r.tif"), 0.0, 80.0, 40.0)
    with TriggerSources(RAIN, {(50.0, "intensity_mm_h"): raster}, ON, str(tmp_path), Progress()) as sources:
        found = sources.read(0, ON.rows, slice(0, ON.cols))[:, :, 1, 0]
    centres = np.array([ON.centre_of(0, col)[0] for col in range(ON.cols)])
    np.testing.assert_allclose(found, np.broadcast_to((centres - 699000) / 50, ON.shape), rtol=1e-5)
