"""Rain, wetness and shaking in the change of the factor of safety."""

import numpy as np
import pytest

from landslide_plugin.core.io.raster import RasterSource
from landslide_plugin.core.stability.assess import Question
from landslide_plugin.core.types.profile import DepthProfile
from landslide_plugin.core.types.scenarios import COLUMNS, TriggerScenarios
from landslide_plugin.core.workflows.slope_stability import shares as shares_of
from landslide_plugin.core.workflows.slope_stability.run import (
    StabilityInputs,
    StabilityTargets,
    compute_stability,
)
from landslide_plugin.core.workflows.slope_stability.soil_water import SoilWater
from landslide_plugin.core.workflows.slope_stability.water import WaterChoice
from landslide_plugin.core.workflows.soil_profile.sources import UniformSoil
from tests.support.slope_file import GRID, NAMES, write_slope


@pytest.fixture
def slope_path(tmp_path):
    return write_slope(tmp_path)


def changed(slope_path, folder, first, last, conductivity=1e-5, **water):
    storms = TriggerScenarios((10.0, 50.0, 200.0), COLUMNS, np.array([first, first, last], float))
    choice = WaterChoice("water_table", storms, conductivity, 0.1, 0.2, 1.5, soil_water=SoilWater(**water))
    column = np.array([[5.0, 33.0, 18.0]], np.float32)
    with RasterSource(slope_path) as slope:
        soil = UniformSoil(DepthProfile((2.0,), NAMES, column), GRID.cols)
        inputs = StabilityInputs(slope, 0, soil, choice, storms)
        asked = Question(storms.column("seismic_coefficient"))
        return compute_stability(inputs, asked, StabilityTargets(str(folder / "fs.tif")))


@pytest.mark.parametrize(
    ("last", "part"),
    [((30, 6, 0.2, 0), "rain"), ((2, 6, 0.6, 0), "antecedent wetness"), ((2, 6, 0.2, 0.1), "shaking")],
)
def test_what_alone_changes_has_all_the_change(slope_path, tmp_path, last, part):
    shares = changed(slope_path, tmp_path, (2, 6, 0.2, 0), last).change.shares()
    assert shares[part] == pytest.approx(1.0)
    assert sum(map(abs, shares.values())) == pytest.approx(1.0)


def test_parts_add_up_to_the_change_of_the_written_factor(slope_path, tmp_path):
    summary = changed(slope_path, tmp_path, (2, 6, 0.2, 0), (9, 12, 0.5, 0.1))
    with RasterSource(str(tmp_path / "fs.tif")) as written:
        safety = written.read_factors()
    change = np.nansum(safety[2] - safety[0])
    assert summary.change.cells == summary.assessed
    assert summary.change.totals.sum() == pytest.approx(change, rel=1e-4)
    assert sum(summary.change.shares().values()) == pytest.approx(1.0)
    assert all(0 < share < 1 for share in summary.change.shares().values())


def test_a_tight_soil_gives_rain_under_a_tenth_and_green_ampt_more(slope_path, tmp_path):
    storms = (6, 12, 0.3, 0), (12.5, 12, 0.5, 0)
    tight = changed(slope_path, tmp_path, *storms, conductivity=1e-8)
    assert tight.change.rain_is_little()
    wetted = changed(
        slope_path, tmp_path, *storms, conductivity=1e-6, infiltration="green_ampt", front_suction_m=0.5
    )
    capped = changed(slope_path, tmp_path, *storms, conductivity=1e-6)
    assert wetted.change.shares()["rain"] > capped.change.shares()["rain"]


def test_no_change_says_so(slope_path, tmp_path):
    change = changed(slope_path, tmp_path, (6, 12, 0.3, 0), (6, 12, 0.3, 0)).change
    assert change.line() == "The factor of safety does not change from T10 to T200"
    assert not change.rain_is_little()


def test_thinning_keeps_the_shares_and_does_not_depend_on_strips(slope_path, tmp_path, monkeypatch):
    storms = (2, 6, 0.2, 0), (9, 12, 0.5, 0.1)
    whole = changed(slope_path, tmp_path, *storms).change
    monkeypatch.setattr(shares_of, "CELLS_LOOKED_AT", 12)
    thin = changed(slope_path, tmp_path, *storms).change
    assert thin.step == 3
    assert 0 < thin.cells < whole.cells
    assert thin.shares()["rain"] == pytest.approx(whole.shares()["rain"], abs=0.1)
