"""A soil fitted to landslides takes no part in a training on them."""

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.io.vector import point_wkb
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.samples.sample_set import SamplingRules
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.inventory_mark import InventoryMark, mark_metadata
from landslide_plugin.core.workflows.landslide_marks import landslide_marks
from landslide_plugin.core.workflows.training.request import TrainingRequest, prepare
from tests.support.training_rasters import GRID, INDEX, UTM, inventory, raster

SCENARIOS = "return_period_yr,intensity_mm_h\n10,10\n50,30\n"
BANDS = {"T10": INDEX * 0 + 0.1, "T50": INDEX * 0 + 0.2}


def request_with(tmp_path, features, use, metadata):
    """A training one of whose rasters says what it was calibrated on."""
    (tmp_path / "rain.csv").write_text(SCENARIOS)
    factor = raster(tmp_path / "a.tif", {"a": INDEX}, metadata=metadata if use == "factors" else None)
    marked = raster(tmp_path / "marked.tif", BANDS, metadata=metadata)
    more = {} if use == "factors" else {use: marked}
    return TrainingRequest(
        factors=[factor],
        inventory=features,
        rules=SamplingRules(),
        settings={},
        scenarios=str(tmp_path / "rain.csv"),
        **more,
    )


@pytest.mark.parametrize(
    ("use", "words"),
    [
        ("prior_pf", "marked cannot be the prior"),
        ("prior_fs", "marked cannot be the prior"),
        ("targets", "marked cannot be the target"),
        ("factors", "a cannot be a factor"),
        ("profile", "marked cannot be the soil profile"),
    ],
)
def test_it_is_refused_whatever_it_was_to_be(tmp_path, use, words):
    features, _ = inventory()
    told = mark_metadata([InventoryMark.of(landslide_marks(features, None)).text])
    with pytest.raises(InputError, match=words):
        prepare(request_with(tmp_path, features, use, told), SILENT)


def test_other_landslides_may_learn_from_it(tmp_path):
    features, _ = inventory()
    others = FeatureSet(tuple(point_wkb(400000.0 + i, 4999000.0) for i in range(30)), UTM)
    told = mark_metadata([InventoryMark.of(landslide_marks(others, None)).text])
    run = prepare(request_with(tmp_path, features, "prior_pf", told), SILENT)
    assert run.arrays["prior_pf"].shape == (len(run.samples), 2)
    assert run.grid == GRID
    assert np.isfinite(run.arrays["prior_pf"]).all()


def test_half_of_the_landslides_is_enough_to_refuse(tmp_path):
    features, _ = inventory()
    half = FeatureSet(features.wkb[:20], UTM)
    told = mark_metadata([InventoryMark.of(landslide_marks(features, None)).text])
    with pytest.raises(InputError, match="20 of the 40 that it remembers of 40"):
        prepare(request_with(tmp_path, half, "prior_fs", told), SILENT)
