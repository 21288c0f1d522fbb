"""Training arrays hold what the rasters hold at the samples, and nothing where physics says nothing."""

import numpy as np
import pytest

from landslide_plugin.core.errors import GridMismatch, InputError
from landslide_plugin.core.io.factors import FactorSources
from landslide_plugin.core.io.raster import RasterSink
from landslide_plugin.core.io.triggers import TriggerSources, read_map_scenarios
from landslide_plugin.core.io.vector import point_wkb
from landslide_plugin.core.model.fitting.data import Cells
from landslide_plugin.core.model.fitting.prior import PriorScale, pf_from_fs, physics_targets
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.samples.sample_set import SamplingRules
from landslide_plugin.core.types.bands import factor_band
from landslide_plugin.core.types.factors import FactorSpec
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.grid import Grid
from landslide_plugin.core.types.scenarios import TriggerScenarios
from landslide_plugin.core.workflows.training import gather as data
from tests.support.training_rasters import GRID, INDEX, UTM, inventory, raster

RAIN = TriggerScenarios((10.0, 50.0), ("intensity_mm_h",), np.array([[10.0], [30.0]]))


@pytest.fixture
def factors(tmp_path):
    path = str(tmp_path / "factors.tif")
    with RasterSink(path, GRID, [factor_band(FactorSpec("a")), factor_band(FactorSpec("b"))]) as sink:
        sink.write(0, 0, INDEX)
        sink.write(1, 0, np.where(INDEX % 7 == 0, np.nan, -INDEX))
    with FactorSources([path]) as sources:
        yield sources


def test_values_at_samples_are_those_of_their_cells(factors):
    features, cells = inventory()
    valid = data.study_cells(factors, None, None)
    samples = data.sample_inventory(features, factors, valid, SamplingRules(ratio=2.0))
    arrays = data.sample_arrays(data.TrainingSources(factors), samples)
    np.testing.assert_array_equal(arrays["static"][:, 0], INDEX[samples.rows, samples.cols])
    np.testing.assert_array_equal(arrays["static"][:, 1], -arrays["static"][:, 0])
    assert set(arrays["static"][arrays["labels"] == 1, 0].astype(int)) == cells
    assert (arrays["labels"] == 0).sum() == 80


def test_factors_of_safety_count_only_where_they_were_assessed(factors, tmp_path):
    flat = INDEX % 2 == 0
    fs = raster(tmp_path / "fs.tif", {"T50": np.where(flat, 10.0, 1.5), "T10": np.where(flat, 10.0, 2.0)})
    pf = raster(tmp_path / "pf.tif", {"T10": np.where(flat, np.nan, 0.1), "T50": np.where(flat, np.nan, 0.2)})
    sources = data.TrainingSources(
        factors,
        prior_fs=data.ScenarioRaster.open(fs, RAIN, GRID),
        prior_pf=data.ScenarioRaster.open(pf, RAIN, GRID),
    )
    rows, cols = np.array([0, 0, 400]), np.array([1, 2, 3])
    arrays = sources.arrays(rows, cols)
    np.testing.assert_allclose(arrays["prior_fs"], [[2, 1.5], [np.nan, np.nan], [2, 1.5]])
    np.testing.assert_allclose(arrays["prior_pf"], [[0.1, 0.2], [np.nan, np.nan], [0.1, 0.2]], rtol=1e-6)


@pytest.mark.parametrize(
    ("metadata", "cap", "kept"),
    [
        ({"FS_CAP": "7.5"}, 7.5, False),
        ({}, 10.0, False),
        ({"FS_CAP": "7.5", "NOT_ASSESSED": "cap"}, 7.5, False),
        ({"FS_CAP": "7.5", "NOT_ASSESSED": "no data"}, 7.5, True),
    ],
    ids=["0.1", "no metadata", "cap by option", "no data"],
)
def test_a_factor_of_safety_alone_says_nothing_where_its_cap_stands_for_ground_not_assessed(
    factors, tmp_path, metadata, cap, kept
):
    flat = INDEX % 2 == 0
    bands = {"T10": np.where(flat, cap, 2.0), "T50": np.where(flat, cap, 0.8)}
    fs = raster(tmp_path / "fs.tif", bands, metadata=metadata)
    sources = data.TrainingSources(factors, prior_fs=data.ScenarioRaster.open(fs, RAIN, GRID))
    found = sources.arrays(np.array([0, 0]), np.array([1, 2]))["prior_fs"]
    np.testing.assert_allclose(found, [[2, 0.8], [cap, cap] if kept else [np.nan, np.nan]], rtol=1e-6)
    pf = pf_from_fs(found)
    cells = Cells(np.zeros((2, 2), np.float32), prior_pf=pf, prior_fs=found)
    told = physics_targets(cells, 2, PriorScale(1.0, 0.0), fs_margin=0.1)
    assert told.prior_weights.tolist() == [[1, 1], [float(kept)] * 2]
    assert told.side_weights.tolist() == [[1, 1], [float(kept)] * 2]
    assert cells.assessed().tolist() == [True, kept]


def test_a_probability_of_zero_that_fills_what_was_not_assessed_is_no_prior(factors, tmp_path):
    bands = {name: np.where(INDEX % 2 == 0, 0.0, 0.3) for name in RAIN.names}
    for metadata, known in (
        ({"NOT_ASSESSED": "cap"}, False),
        ({"NOT_ASSESSED": "no data"}, True),
        ({}, True),
    ):
        pf = raster(tmp_path / "pf.tif", bands, metadata=metadata)
        sources = data.TrainingSources(factors, prior_pf=data.ScenarioRaster.open(pf, RAIN, GRID))
        found = sources.arrays(np.array([0, 0]), np.array([1, 2]))["prior_pf"]
        assert np.isfinite(found).tolist() == [[True, True], [known, known]]


def test_scenario_bands_are_found_by_name_or_named_as_missing(tmp_path):
    path = raster(tmp_path / "fs.tif", {"T10": INDEX})
    with pytest.raises(InputError, match="fs has no band T50; it has T10"):
        data.ScenarioRaster.open(path, RAIN, GRID)
    assert data.ScenarioRaster.open(path, None, GRID).bands == (0,)
    two = raster(tmp_path / "two.tif", {"T10": INDEX, "T50": INDEX})
    with pytest.raises(InputError, match="no scenario table"):
        data.ScenarioRaster.open(two, None, GRID)
    other = Grid(600, 20, (400005.0, *GRID.geotransform[1:]), UTM)
    shifted = raster(tmp_path / "shifted.tif", {"T10": INDEX, "T50": INDEX}, other)
    with pytest.raises(GridMismatch, match=r"shifted.*0\.5 cells"):
        data.ScenarioRaster.open(shifted, RAIN, GRID)


def test_unlabelled_cells_are_valid_distinct_and_no_samples(factors):
    features, _ = inventory()
    valid = data.study_cells(factors, None, None)
    samples = data.sample_inventory(features, factors, valid, SamplingRules())
    drawn = data.unlabelled_arrays(data.TrainingSources(factors), valid, samples, seed=1)["extra_static"]
    again = data.unlabelled_arrays(data.TrainingSources(factors), valid, samples, seed=1)["extra_static"]
    np.testing.assert_array_equal(drawn, again)
    found = set(drawn[:, 0].astype(int).tolist())
    assert len(found) == len(drawn) == data.UNLABELLED_CELLS
    assert not found & set(INDEX[samples.rows, samples.cols].astype(int).tolist())
    assert np.isfinite(drawn).all()


@pytest.fixture
def rain(tmp_path):
    path = raster(tmp_path / "storm.tif", {"rain": np.where(INDEX % 11 == 0, np.nan, INDEX / 100.0)})
    coarse = Grid(300, 10, (400000.0, 20.0, 0.0, 5000000.0, 0.0, -20.0), UTM)
    raster(tmp_path / "coarse.tif", {"rain": np.full(coarse.shape, 44.0)}, coarse)
    (tmp_path / "rain.csv").write_text(
        f"return_period_yr,intensity_mm_h,duration_h\n10,{path},6\n50,coarse.tif,12\n"
    )
    read = read_map_scenarios(str(tmp_path / "rain.csv"))
    with TriggerSources(read.table, read.rasters, GRID, str(tmp_path), SILENT) as sources:
        yield sources


def test_samples_get_the_rain_of_their_cells_and_lie_where_there_is_rain(factors, rain):
    features, _ = inventory()
    valid = data.study_cells(factors, None, None, rain)
    np.testing.assert_array_equal(valid, (INDEX % 7 != 0) & (INDEX % 11 != 0))
    samples = data.sample_inventory(features, factors, valid, SamplingRules())
    sources = data.TrainingSources(factors, rain=rain)
    arrays = data.sample_arrays(sources, samples)
    where = INDEX[samples.rows, samples.cols]
    assert arrays["triggers"].shape == (len(samples.labels), 2, 2)
    np.testing.assert_allclose(arrays["triggers"][:, 0], np.column_stack([where / 100, where * 0 + 6]))
    np.testing.assert_allclose(arrays["triggers"][:, 1], np.tile([44.0, 12.0], (len(where), 1)))
    more = data.unlabelled_arrays(sources, valid, samples, seed=1)
    np.testing.assert_allclose(more["extra_triggers"][:, 0, 0], more["extra_static"][:, 0] / 100, rtol=1e-6)
    left = data.sample_inventory(features, factors, data.study_cells(factors, None, None), SamplingRules())
    assert samples.landslides < left.landslides
    assert any("no-data" in note for note in samples.notes)


def test_the_factor_whose_gaps_took_landslides_is_named_with_counts(factors):
    cells = [*range(1, 60), *range(700, 728)]
    places = [GRID.centre_of(cell // GRID.cols, cell % GRID.cols) for cell in cells]
    features = FeatureSet(tuple(point_wkb(x, y) for x, y in places), UTM, name="slides")
    samples = data.sample_inventory(features, factors, data.study_cells(factors, None, None), SamplingRules())
    lost = sum(cell % 7 == 0 for cell in cells)
    assert f"{lost} landslide cells lie on no-data" in "; ".join(samples.notes)
    assert f"Landslide cells with no value in b: {lost}" in samples.notes


def test_an_empty_study_area_says_what_each_condition_left(factors):
    nowhere = FeatureSet((), UTM, name="area")
    with pytest.raises(InputError, match="0 of them lie in the mapped area"):
        data.study_cells(factors, None, nowhere)


def test_a_categorical_factor_must_exist(tmp_path):
    path = raster(tmp_path / "one.tif", {"geology": INDEX})
    with FactorSources([path], ["geology"]) as sources:
        assert sources.specs[0].kind == "categorical"
    with pytest.raises(InputError, match="lithology is not among the factors geology"):
        FactorSources([path], ["lithology"])


def test_a_factor_given_twice_is_refused(tmp_path):
    paths = [raster(tmp_path / name, {"slope": INDEX}) for name in ("one.tif", "two.tif")]
    with pytest.raises(InputError, match="slope is in both one and two"):
        FactorSources(paths)
