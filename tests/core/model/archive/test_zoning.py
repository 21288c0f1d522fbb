"""What goes with every map of a model: whether anything tells the scenarios of an undated inventory apart."""

import numpy as np
import pytest

from landslide_plugin.core.model.archive.zoning import limits
from landslide_plugin.core.model.bundle.bundle import load_bundle
from landslide_plugin.core.model.fitting.settings import TrainSettings
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.worker.tasks import train
from tests.support.small_world import RAIN, world, write_job

IMPOSED, NOTHING = "imposed by the slope-stability prior", "nothing tells the scenarios apart"


@pytest.mark.parametrize(
    ("family", "weight", "with_pf", "said"),
    [
        ("ensemble", 0.4, False, IMPOSED),
        ("stack", 0.4, False, IMPOSED),
        ("stack_without_network", 0.4, True, IMPOSED),
        ("forest_with_pf", 0.0, True, IMPOSED),
        ("forest", 0.4, False, NOTHING),
        ("stack", 0.0, False, NOTHING),
    ],
)
def test_slope_stability_tells_scenarios_apart_as_a_prior_and_as_an_input(family, weight, with_pf, said):
    data = world(count=60)
    settings = TrainSettings.from_dict({"physics_lambda": weight})
    (found,) = [text for text in limits({}, data, settings, family, with_pf) if "undated" in text]
    assert said in found


def test_the_bundle_of_a_model_that_follows_slope_stability_says_so(tmp_path):
    data = world(count=120, soil=False)
    job = write_job(tmp_path / "in", data, tmp_path / "model", cv_folds=3)
    train.run({**job, "families": ["logistic"]}, SILENT)
    bundle = load_bundle(str(tmp_path / "model"))
    assert bundle.ensemble.with_pf
    pf = np.array([[0.05, 0.3, 0.9]])[:, : len(RAIN.values)]
    p = bundle.predict(data.cells.static[:1], None, RAIN.values, pf).probability[0, 0]
    assert p[-1] > p[0]
    (found,) = [text for text in bundle.facts.limits if "undated" in text]
    assert IMPOSED in found
