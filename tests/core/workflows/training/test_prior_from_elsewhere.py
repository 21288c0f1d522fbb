"""A factor of safety of another program, as the ASCII grid that Scoops3D writes, as prior of a training."""

import numpy as np
import pytest

from landslide_plugin.core.errors import LandslideError
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.samples.sample_set import SamplingRules
from landslide_plugin.core.workflows.training.request import TrainingRequest, prepare
from tests.support.ascii_grid import NOT_SEARCHED, ascii_grid
from tests.support.training_rasters import GRID, INDEX, inventory, raster

SAFETY = np.where(INDEX % 20 < 4, NOT_SEARCHED, 0.5 + INDEX / INDEX.max())


def asked(tmp_path, **more):
    factors = raster(tmp_path / "factors.tif", {"a": INDEX, "b": -INDEX})
    features, _ = inventory()
    return prepare(TrainingRequest([factors], features, SamplingRules(), {}, **more), SILENT)


def test_the_grid_is_read_as_it_is_and_what_was_not_searched_says_nothing(tmp_path):
    path = ascii_grid(tmp_path / "run1_fos3d_out.asc", SAFETY, GRID)
    run = asked(tmp_path, prior_fs=str(path))
    rows, cols = run.samples.rows, run.samples.cols
    found, expected = run.arrays["prior_fs"][:, 0], SAFETY[rows, cols]
    np.testing.assert_array_equal(np.isnan(found), expected == NOT_SEARCHED)
    known = np.isfinite(found)
    assert 0 < known.sum() < known.size
    np.testing.assert_allclose(found[known], expected[known], atol=1e-4)


def test_one_unnamed_band_stands_for_the_one_scenario_of_a_table(tmp_path):
    path = ascii_grid(tmp_path / "fos3d_out.asc", SAFETY, GRID)
    (tmp_path / "one.csv").write_text("return_period_yr,intensity_mm_h\n50,30\n")
    run = asked(tmp_path, prior_fs=str(path), scenarios=str(tmp_path / "one.csv"))
    assert run.arrays["prior_fs"].shape == (len(run.samples.labels), 1)
    (tmp_path / "two.csv").write_text("return_period_yr,intensity_mm_h\n50,30\n100,40\n")
    with pytest.raises(LandslideError, match="has no band T50, T100"):
        asked(tmp_path, prior_fs=str(path), scenarios=str(tmp_path / "two.csv"))


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (
            {"no_data": None},
            r"fos3d_out holds 9999 as a factor of safety; .*Say it \(NODATA\) or set it as the raster's no-data",
        ),
        ({"values": np.where(SAFETY > 9000, -1.0, SAFETY)}, "holds -1 as a factor of safety"),
        ({"crs": False}, "CRS"),
        ({"values": SAFETY[:-1]}, "another grid"),
    ],
    ids=["undeclared no-data", "negative", "no CRS", "another grid"],
)
def test_a_grid_that_would_mislead_is_refused_in_a_line(tmp_path, spoil, says):
    path = ascii_grid(tmp_path / "fos3d_out.asc", **{"values": SAFETY, "grid": GRID, **spoil})
    with pytest.raises(LandslideError, match=says) as raised:
        asked(tmp_path, prior_fs=str(path))
    assert "\n" not in str(raised.value)


def test_probabilities_in_percent_are_refused(tmp_path):
    percent = np.where(SAFETY > 9000, NOT_SEARCHED, 100 / (1 + SAFETY))
    path = ascii_grid(tmp_path / "pf.asc", percent, GRID)
    with pytest.raises(
        LandslideError, match=r"as a probability of failure; allowed: 0 to 1 \(it is probably in per"
    ):
        asked(tmp_path, prior_pf=str(path))
