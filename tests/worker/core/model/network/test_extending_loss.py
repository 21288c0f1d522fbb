"""The loss term that ``docs/extend.md`` adds pulls the log odds to 0, and takes part in training."""

import subprocess
import sys

from tests.support.extension import extended
from tools.check.patience import patient

TERM = """
import numpy as np
from landslide_plugin.core.model.inference.architecture import Architecture
from landslide_plugin.core.model.network import losses, trainable
from landslide_plugin.core.model.network.batch import LossWeights, MemberWeights, Packed, gathered
from landslide_plugin.core.model.network.training_arrays import TrainingArrays
z, one = np.array([[[2.0], [-1.0]]], "f4"), np.ones((1, 1), "f4")
loss, slope = losses.calm_term(z, one)
assert loss == 1.25 and np.allclose(slope.ravel(), [1.0, -0.5]), (loss, slope)
assert losses.calm_term(z, 0 * one)[0] == 0.0
several, flat = np.zeros((1, 2), "f4"), np.zeros(1, "f4")
cells = TrainingArrays(one, one[:, None], *[several] * 7, flat + 1, flat, flat, several)
network = trainable.TrainableNetwork(
    Architecture(1, 1, 1, 1, "cross", 4, 4, 1), np.zeros((2, 1), "f4"), np.zeros((0, 2), "i4"), 1, True
)
batch, weights = gathered([Packed(cells)], [np.zeros(1, "i4")]), MemberWeights.of([LossWeights(0, 0, 0, 0)])
value, pull = network.weighed(z, batch, weights)
assert np.allclose(value, 1.25 * trainable.CALM_WEIGHT) and np.allclose(pull, slope * trainable.CALM_WEIGHT), pull
print("term works")
"""


def test_the_term_pulls_to_even_odds_and_weighs_nothing_where_it_should(tmp_path):
    copy = extended(tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", TERM],
        cwd=copy,
        capture_output=True,
        check=False,
        text=True,
        timeout=patient(120),
    )
    assert "term works" in done.stdout, done.stderr
