"""Factor of safety from raster to raster."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from landslide_plugin.core.errors import Cancelled, DiskSpaceError, InputError
from landslide_plugin.core.io.raster import Band, RasterSink, RasterSource
from landslide_plugin.core.progress import Progress
from landslide_plugin.core.stability.assess import Question, assess, by_point_estimate
from landslide_plugin.core.stability.probability import Spread
from landslide_plugin.core.stability.soil import soil_of
from landslide_plugin.core.types.profile import DepthProfile
from landslide_plugin.core.types.scenarios import COLUMNS, TriggerScenarios
from landslide_plugin.core.workflows.slope_stability import run as stability_run
from landslide_plugin.core.workflows.slope_stability.chance_table import ChanceTable
from landslide_plugin.core.workflows.slope_stability.run import (
    StabilityInputs,
    StabilityTargets,
    compute_stability,
)
from landslide_plugin.core.workflows.slope_stability.water import WaterChoice, WaterRasters
from landslide_plugin.core.workflows.soil_profile.sources import UniformSoil
from tests.support.full_disk import full_at, prints
from tests.support.slope_file import GRID, NAMES, write_slope

STORMS = TriggerScenarios((10.0, 50.0), COLUMNS, np.array([[2.0, 6.0, 0.2, 0.0], [20.0, 12.0, 0.5, 0.0]]))


@pytest.fixture
def slope_path(tmp_path):
    return write_slope(tmp_path)


def assess_file(slope_path, folder, law="water_table", progress=None, friction=33.0, fill_flat=False):
    column = np.array([[5.0, friction, 18.0]], np.float32)
    water = WaterChoice(law, STORMS, 1e-6, 0.1, 0.2, 1.5)
    targets = StabilityTargets(
        *(str(folder / f"{name}.tif") for name in ("fs", "depth", "probability", "mask")),
        fs_cap=4.0,
        fill_flat=fill_flat,
    )
    question = Question(np.zeros(2), probability=by_point_estimate(Spread()))
    with RasterSource(slope_path) as slope:
        soil = UniformSoil(DepthProfile((2.0,), NAMES, column), GRID.cols)
        inputs = StabilityInputs(slope, 0, soil, water, STORMS)
        return compute_stability(inputs, question, targets, progress or Progress())


def read(path):
    with RasterSource(str(path)) as source:
        return source.read_factors(), [band.name for band in source.bands]


@pytest.mark.parametrize("turn", range(4))
def test_a_disk_that_is_full_at_the_end_replaces_none_of_the_old_rasters(
    slope_path, tmp_path, monkeypatch, turn
):
    assess_file(slope_path, tmp_path)
    before = prints(tmp_path)
    full_at(monkeypatch, turn)
    with pytest.raises(DiskSpaceError):
        assess_file(slope_path, tmp_path, friction=20.0)
    assert prints(tmp_path) == before


def test_written_rasters_follow_the_formula(slope_path, tmp_path):
    summary = assess_file(slope_path, tmp_path)
    fs, names = read(tmp_path / "fs.tif")
    mask, _ = read(tmp_path / "mask.tif")
    chance, _ = read(tmp_path / "probability.tif")
    slope, _ = read(slope_path)
    assert names == ["T10", "T50"]
    angle = np.deg2rad(slope[0])
    wetness = 0.2 + 2.0 / 3.6e6 * 6 * 3600 / (0.1 * 2.0)
    normal = (36.0 - 9.81 * 2.0 * wetness) * np.cos(angle) ** 2
    expected = (5 + normal * np.tan(np.deg2rad(33))) / (36 * np.sin(angle) * np.cos(angle))
    assessed = mask[0] == 1
    assert_allclose(fs[0][assessed], np.minimum(expected, 4.0)[assessed], rtol=2e-6)
    assert np.array_equal(assessed, (slope[0] >= 3) & (slope[0] <= 60))
    flat, cliff = slope[0] < 3, slope[0] > 60
    assert np.isnan(fs[:, flat]).all()
    assert np.isnan(chance[:, flat]).all()
    assert np.isnan(fs[:, cliff]).all()
    assert np.isnan(fs[:, 3, 3]).all()
    assert np.isfinite(chance[:, assessed]).all()
    assert summary.assessed == assessed.sum()
    assert summary.cells == GRID.size - 1
    share = {name: float((band[assessed] < 1).mean()) for name, band in zip(names, fs)}
    assert summary.share_unstable() == pytest.approx(share, abs=1e-6)
    assert 0 < share["T10"] < share["T50"] < 1


def test_flat_cells_hold_the_cap_only_where_it_is_asked_for_and_the_raster_says_which(slope_path, tmp_path):
    marks = {}
    for fill in (False, True):
        (tmp_path / str(fill)).mkdir()
        assess_file(slope_path, tmp_path / str(fill), fill_flat=fill)
        for name in ("fs", "probability"):
            with RasterSource(str(tmp_path / str(fill) / f"{name}.tif")) as source:
                marks[fill, name] = source.metadata["NOT_ASSESSED"]
    assert marks == {
        (fill, name): ("cap" if fill else "no data")
        for fill in (False, True)
        for name in ("fs", "probability")
    }
    mask = read(tmp_path / "True" / "mask.tif")[0][0]
    for name, filled in (("fs", 4.0), ("probability", 0.0)):
        plain, full = (read(tmp_path / folder / f"{name}.tif")[0] for folder in ("False", "True"))
        assert np.isnan(plain[:, mask != 1]).all()
        assert (full[:, mask == 2] == filled).all()
        assert np.isnan(full[:, (mask != 1) & (mask != 2)]).all(), "a cliff never reads as safe"
        np.testing.assert_array_equal(plain[:, mask == 1], full[:, mask == 1])


def test_no_input_leads_where_no_probability_is_asked_for(slope_path, tmp_path):
    water = WaterChoice("water_table", STORMS, 1e-6, 0.1, 0.2, 1.5)
    with RasterSource(slope_path) as slope:
        soil = UniformSoil(DepthProfile((2.0,), NAMES, np.array([[5.0, 33.0, 18.0]], np.float32)), GRID.cols)
        inputs = StabilityInputs(slope, 0, soil, water, STORMS)
        summary = compute_stability(inputs, Question(np.zeros(2)), StabilityTargets(str(tmp_path / "fs.tif")))
    assert summary.assessed
    assert summary.leading_inputs() == {}


def test_strips_equal_the_whole(slope_path, tmp_path, monkeypatch):
    (tmp_path / "a").mkdir(), (tmp_path / "b").mkdir()
    whole = assess_file(slope_path, tmp_path / "a")
    monkeypatch.setattr(stability_run, "STRIP_CELLS", 2 * GRID.cols)
    strips = assess_file(slope_path, tmp_path / "b")
    for name in ("fs", "depth", "probability", "mask"):
        first, second = read(tmp_path / "a" / f"{name}.tif")[0], read(tmp_path / "b" / f"{name}.tif")[0]
        assert first.tobytes() == second.tobytes()
    first, second = whole.as_dict(), strips.as_dict()
    assert first.pop("mean_probability") == pytest.approx(second.pop("mean_probability"), abs=1e-9)
    assert first == second


def test_every_law_gives_another_answer(slope_path, tmp_path):
    laws = ("dry", "ru", "water_table", "water_table_depth")
    means = {}
    for law in laws:
        (tmp_path / law).mkdir()
        assess_file(slope_path, tmp_path / law, law)
        means[law] = float(np.nanmean(read(tmp_path / law / "fs.tif")[0][1]))
    assert len(set(means.values())) == len(laws)
    assert max(means, key=means.get) == "dry"
    with pytest.raises(InputError, match="allowed: dry, ru"):
        assess_file(slope_path, tmp_path, "wet")


def test_cancel_and_errors_leave_nothing(slope_path, tmp_path):
    target = tmp_path / "out"
    target.mkdir()
    with pytest.raises(Cancelled):
        assess_file(slope_path, target, progress=Progress(is_cancelled=lambda: True))
    with pytest.raises(InputError, match="radians"):
        assess_file(slope_path, target, friction=0.5)
    assert list(target.iterdir()) == []


def test_slope_without_data_is_refused(tmp_path):
    path = tmp_path / "slope.tif"
    with RasterSink(str(path), GRID, [Band("slope", "deg")]) as sink:
        sink.write(0, 0, np.full(GRID.shape, np.nan))
    with pytest.raises(InputError, match="no data anywhere"):
        assess_file(str(path), tmp_path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["slope.tif"]


@pytest.mark.parametrize("law", ["water_table", "transient", "steady"])
def test_cells_without_rain_or_conductivity_are_no_data(tmp_path, law):
    """A hole in any band of the rain, or a conductivity of 0, is a reason, never a number."""
    rain = np.full((2, *GRID.shape), 2.0)
    rain[0, 1, 1] = np.nan
    with RasterSink(str(tmp_path / "rain.tif"), GRID, [Band("T10"), Band("T50")]) as sink:
        for i in range(2):
            sink.write(i, 0, rain[i])
    with RasterSink(str(tmp_path / "area.tif"), GRID, [Band("catchment_area", "m")]) as sink:
        sink.write(0, 0, np.full(GRID.shape, 50.0))
    with RasterSource(str(tmp_path / "rain.tif")) as source, RasterSource(str(tmp_path / "area.tif")) as area:
        column = np.array([[5.0, 33.0, 18.0]], np.float32)
        soil = UniformSoil(DepthProfile((2.0,), NAMES, column), GRID.cols)
        rasters = WaterRasters(specific_area=area, rain=source)
        water = WaterChoice(law, STORMS, 1e-6, 0.1, 0.2, 1.5, rasters=rasters)
        slope = np.full(GRID.shape, 30.0, np.float32)
        found = assess(
            slope.ravel(),
            soil_of(soil.read(0, GRID.rows).profile),
            water(soil.read(0, GRID.rows), 0, GRID.rows, slope),
            Question(np.zeros(2)),
        )
    missing = np.flatnonzero(found.reasons != 1)
    assert missing.tolist() == [GRID.cols + 1]
    assert np.isnan(found.factor_of_safety[:, missing]).all()
    assert np.isfinite(np.delete(found.factor_of_safety, missing, axis=1)).all()


def test_the_statistics_have_the_cells_of_each_class_of_probability(slope_path, tmp_path):
    summary = assess_file(slope_path, tmp_path)
    chance, names = read(tmp_path / "probability.tif")
    for name, values in zip(names, chance):
        known = values[np.isfinite(values)]
        shares = summary.as_dict()["cells_by_probability"][name]
        assert sum(shares.values()) == pytest.approx(1.0, abs=1e-5)
        assert shares.get("0.8 to 1", 0.0) == pytest.approx((known >= 0.8).mean(), abs=1e-6)
        assert shares.get("0 to 0.001", 0.0) == pytest.approx((known < 0.001).mean(), abs=1e-6)


def test_probabilities_too_small_to_be_told_are_one_class():
    table = ChanceTable(("T10",), 0.004)
    table.count(np.array([[0.0001, 0.0039, 0.004, 0.02, np.nan]], np.float32))
    assert table.shares() == {"T10": {"< 0.004": 0.5, "0.004 to 0.01": 0.25, "0.01 to 0.05": 0.25}}
