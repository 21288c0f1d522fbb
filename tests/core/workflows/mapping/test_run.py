"""Maps of a bundle: every cell by itself, holes kept, refusals before anything is written."""

from dataclasses import replace

import numpy as np
import pytest

from landslide_plugin.core.errors import Cancelled, InputError
from landslide_plugin.core.evaluation.classes import classify
from landslide_plugin.core.io.factors import FactorSources
from landslide_plugin.core.io.profile import profile_bands
from landslide_plugin.core.io.raster import RasterSink, RasterSource, crs_wkt
from landslide_plugin.core.model.bundle.background import Background
from landslide_plugin.core.model.explain.layer_saliency import LayerSaliency
from landslide_plugin.core.progress import SILENT, Progress
from landslide_plugin.core.types.bands import factor_band
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.types.scenarios import TriggerScenarios
from landslide_plugin.core.types.window import Window
from landslide_plugin.core.workflows.mapping.request import MapOptions
from landslide_plugin.core.workflows.mapping.run import map_susceptibility
from tests.support.counted_reads import counted_reads
from tools.check.random_bundle import RAIN, SOIL, SPECS, random_bundle, random_cells

GRID = Grid(40, 30, (700000.0, 25.0, 0.0, 9550000.0, 0.0, -25.0), crs_wkt("EPSG:32717"))
COLOURS = {i: (str(i), (i, i, i)) for i in range(1, 6)}
HOLE, ODD = (3, 4), (7, 8)


@pytest.fixture
def rasters(tmp_path):
    """Factor stack and soil profile with a hole and a category never seen in training."""
    static, soil = random_cells(GRID.size, 5)
    stack, profile = str(tmp_path / "stack.tif"), str(tmp_path / "soil.tif")
    factors = static.T.reshape(3, *GRID.shape).copy()
    factors[(0, *HOLE)] = np.nan
    factors[(1, *ODD)] = 99
    layers = np.moveaxis(soil, 0, 2).reshape(*SOIL.shape, *GRID.shape)
    with RasterSink(stack, GRID, [factor_band(spec) for spec in SPECS]) as sink:
        for i in range(3):
            sink.write(i, 0, factors[i])
    with RasterSink(profile, GRID, profile_bands(SOIL.layer_bottoms_m, SOIL.properties)) as sink:
        for i, values in enumerate(layers.reshape(-1, *GRID.shape)):
            sink.write(i, 0, values)
    return stack, profile


def targets(folder):
    names = {"p": "probability", "s": "spread", "a": "agreement", "c": "classes"}
    return {kind: str(folder / f"{name}.tif") for name, kind in names.items()}


def draw(bundle, rasters, folder, scenarios=None, progress=SILENT, soil=True):
    stack, profile = rasters
    with FactorSources([stack]) as factors, RasterSource(profile) as source:
        given = source if soil else None
        return map_susceptibility(bundle, factors, given, scenarios, targets(folder), COLOURS, progress)


def values(path, band=0):
    with RasterSource(path) as source:
        return source.read(band)


def test_maps_are_the_statistics_of_the_members(rasters, tmp_path):
    bundle = random_bundle(members=4)
    static, soil = random_cells(GRID.size, 5)
    expected = bundle.predict(static, soil, RAIN.values).probability
    summary = draw(bundle, rasters, tmp_path)
    known = np.ones(GRID.shape, bool)
    known[HOLE] = known[ODD] = False
    for band in range(3):
        mean = expected[:, :, band].mean(axis=0).reshape(GRID.shape)
        np.testing.assert_array_equal(values(targets(tmp_path)["probability"], band)[known], mean[known])
    reference = expected[:, :, bundle.reference_index]
    spread = reference.std(axis=0).reshape(GRID.shape)
    np.testing.assert_allclose(values(targets(tmp_path)["spread"])[known], spread[known], atol=1e-7)
    classes = classify(reference.mean(axis=0), bundle.class_cuts).reshape(GRID.shape)
    np.testing.assert_array_equal(values(targets(tmp_path)["classes"])[known], classes[known])
    same = (classify(reference, bundle.class_cuts) == classes.ravel()).mean(axis=0).reshape(GRID.shape)
    np.testing.assert_allclose(values(targets(tmp_path)["agreement"])[known], same[known], atol=1e-7)
    assert summary.cells_per_class.tolist() == np.bincount(classes[known], minlength=6)[1:].tolist()


def test_holes_and_unseen_categories_stay_empty_and_are_counted(rasters, tmp_path):
    summary = draw(random_bundle(), rasters, tmp_path)
    assert (summary.no_data_cells, summary.unseen_category_cells) == (2, 1)
    for path in (
        targets(tmp_path)["probability"],
        targets(tmp_path)["classes"],
        targets(tmp_path)["agreement"],
    ):
        assert sorted(map(tuple, np.argwhere(np.isnan(values(path))))) == [HOLE, ODD]


def test_strips_equal_the_whole(rasters, tmp_path, monkeypatch):
    bundle = random_bundle()
    draw(bundle, rasters, tmp_path)
    whole = [values(targets(tmp_path)["probability"], i) for i in range(3)]
    monkeypatch.setattr("landslide_plugin.core.workflows.mapping.run.CELLS_PER_PART", 7 * GRID.cols)
    draw(bundle, rasters, tmp_path)
    for i in range(3):
        np.testing.assert_array_equal(values(targets(tmp_path)["probability"], i), whole[i])


def test_one_scenario_does_not_depend_on_which_others_are_asked(rasters, tmp_path):
    bundle = random_bundle()
    draw(bundle, rasters, tmp_path)
    together = values(targets(tmp_path)["probability"], 1)
    alone = TriggerScenarios(RAIN.return_periods_yr[1:2], RAIN.columns, RAIN.values[1:2])
    draw(bundle, rasters, tmp_path, alone)
    np.testing.assert_array_equal(values(targets(tmp_path)["probability"]), together)


def test_bands_and_metadata_name_scenarios_and_reference(rasters, tmp_path):
    draw(random_bundle(), rasters, tmp_path)
    with RasterSource(targets(tmp_path)["probability"]) as source:
        assert [band.name for band in source.bands] == ["T10", "T50", "T100"]
        assert source.metadata["REFERENCE_SCENARIO"] == "T50"
        assert "given the T-year rain" in source.bands[0].metadata["QUANTITY"]
    with RasterSource(targets(tmp_path)["spread"]) as source:
        assert source.bands[0].name == "Standard deviation T50"


def test_a_model_without_triggers_refuses_return_periods(rasters, tmp_path):
    with pytest.raises(InputError, match="no return-period product"):
        draw(random_bundle(rain=False), rasters, tmp_path, RAIN)


def test_a_missing_or_different_profile_is_refused(rasters, tmp_path):
    bundle = random_bundle()
    with pytest.raises(InputError, match="soil profile"):
        draw(bundle, rasters, tmp_path, soil=False)
    deeper = replace(bundle, profile=replace(SOIL, layer_bottoms_m=(0.5, 1.0, 3.0)))
    with pytest.raises(InputError, match="trained with"):
        draw(deeper, rasters, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["soil.tif", "stack.tif"]


def test_cancel_leaves_nothing(rasters, tmp_path, monkeypatch):
    monkeypatch.setattr("landslide_plugin.core.workflows.mapping.run.CELLS_PER_PART", 5 * GRID.cols)
    asked = []

    def after_two() -> bool:
        asked.append(1)
        return len(asked) > 2

    with pytest.raises(Cancelled):
        draw(random_bundle(), rasters, tmp_path, progress=Progress(is_cancelled=after_two))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["soil.tif", "stack.tif"]


def test_an_unwritable_target_leaves_no_part_of_the_others(rasters, tmp_path):
    stack, profile = rasters
    spoiled = {**targets(tmp_path), "classes": str(tmp_path / "nowhere" / "c.tif")}
    refused = pytest.raises(InputError, match="nowhere")
    with FactorSources([stack]) as factors, RasterSource(profile) as soil, refused:
        map_susceptibility(random_bundle(), factors, soil, None, spoiled, COLOURS, SILENT)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["soil.tif", "stack.tif"]


def test_the_models_depth_is_mapped_with_its_layers_and_the_caveat_of_a_table(rasters, tmp_path):
    static, soil = random_cells(GRID.size, 5)
    cells = random_cells(8, 3)
    bundle = replace(random_bundle(), background=Background(*cells))
    stack, profile = rasters
    target, reasons = str(tmp_path / "z.tif"), str(tmp_path / "r.tif")
    table = str(tmp_path / "table.tif")
    with RasterSource(profile) as source:
        bands = profile_bands(SOIL.layer_bottoms_m, SOIL.properties)
        with RasterSink(table, GRID, bands, metadata={"SOIL_SOURCE": "lithology"}) as sink:
            for i in range(len(bands)):
                sink.write(i, 0, source.read(i))
    for path in (profile, table):
        with FactorSources([stack]) as factors, RasterSource(path) as source:
            wanted = {"model_depth": target, "attribution": reasons}
            map_susceptibility(bundle, factors, source, None, wanted, COLOURS, SILENT)
        with RasterSource(target) as made:
            about, found = made.metadata, made.read_factors()
            assert [band.unit for band in made.bands] == ["m", "", "", ""]
        assert ("PROFILE_CAVEAT" in about) == (path == table)
        assert about["LAYER_BOTTOMS_M"] == "0.5 1 2"
        assert "no failure plane" in about["CAVEAT"]
    expected = LayerSaliency(bundle, RAIN.values[1]).values(static, soil).reshape(4, *GRID.shape)
    known = np.ones(GRID.shape, bool)
    known[HOLE] = known[ODD] = False
    np.testing.assert_array_equal(found[:, known], expected[:, known])
    assert np.isnan(found[:, ~known]).all()
    assert len(np.unique(found[1, known])) > 1
    with RasterSource(reasons) as made:
        assert [band.name for band in made.bands][-3:] == ["Soil profile T50", "Trigger T50", "Sum T50"]
        assert np.isnan(made.read_factors()[:, ~known]).all()


def test_rasters_are_looked_over_within_the_memory_allowed(rasters, tmp_path, monkeypatch):
    """GDAL's cache by itself grows with the raster up to a share of the machine's memory."""
    from osgeo import gdal

    met, looked = [], FactorSources.read
    before = gdal.GetCacheMax()

    def read(self, *given):
        met.append(gdal.GetCacheMax())
        return looked(self, *given)

    monkeypatch.setattr(FactorSources, "read", read)
    draw(random_bundle(), rasters, tmp_path)
    assert len(met) > 1
    assert max(met) <= 64 * 2**20 < before
    assert gdal.GetCacheMax() == before


@pytest.mark.parametrize("row", [20, 21], ids=["met while it is drawn", "met in the rows looked at before"])
def test_soil_with_an_undeclared_mark_leaves_no_map(rasters, tmp_path, row):
    stack, profile = rasters
    with RasterSource(profile) as source:
        layers = source.read_factors()
    layers[2, row, 6] = -32768.0
    marked = str(tmp_path / "marked.tif")
    with RasterSink(marked, GRID, profile_bands(SOIL.layer_bottoms_m, SOIL.properties)) as sink:
        for i, values_of_band in enumerate(layers):
            sink.write(i, 0, values_of_band)
    (tmp_path / "maps").mkdir()
    with pytest.raises(InputError, match="marked holds -32768 in 1 cells, a usual mark of no-data"):
        draw(random_bundle(), (stack, marked), tmp_path / "maps")
    assert not list((tmp_path / "maps").iterdir())


@pytest.mark.parametrize("row", [20, 21])
def test_what_the_whole_soil_settles_is_no_mark_in_a_part_of_it(rasters, tmp_path, row):
    stack, profile = rasters
    with RasterSource(profile) as source:
        layers = source.read_factors()
    layers[2, row, 6], layers[2, 35, 6] = 255.0, 254.0
    settled = str(tmp_path / "settled.tif")
    with RasterSink(settled, GRID, profile_bands(SOIL.layer_bottoms_m, SOIL.properties)) as sink:
        for i, values_of_band in enumerate(layers):
            sink.write(i, 0, values_of_band)
    part = MapOptions(bounds=Window(0, 30, 0, 30).of(GRID).bounds)
    with FactorSources([stack]) as factors, RasterSource(settled) as source:
        summary = map_susceptibility(
            random_bundle(), factors, source, None, targets(tmp_path), COLOURS, SILENT, part
        )
    assert summary.no_data_cells == 2


def test_soil_is_read_once_and_some_rows_before(rasters, tmp_path, monkeypatch):
    cells = counted_reads(monkeypatch, "soil")
    draw(random_bundle(), rasters, tmp_path)
    bands = SOIL.shape[0] * SOIL.shape[1]
    assert GRID.size * bands < sum(cells) < 2 * GRID.size * bands
