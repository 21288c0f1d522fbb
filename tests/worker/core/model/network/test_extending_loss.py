"""The loss term that ``docs/extend.md`` adds pulls the log odds to 0, and takes part in training."""

import subprocess
import sys

import pytest

pytest.importorskip("tensorflow")

from tests.support.extension import extended
from tools.check.patience import patient

TERM = """
import numpy as np, tensorflow as tf
from landslide_plugin.core.model.network import compiled, losses
assert compiled.CALM_WEIGHT > 0
z = tf.Variable([[2.0, -1.0]])
with tf.GradientTape() as tape:
    loss = losses.calm_term(z, tf.constant([1.0]))
slope = np.asarray(tf.convert_to_tensor(tape.gradient(loss, z)))
assert np.allclose(slope, [[1.0, -0.5]]), slope
assert float(losses.calm_term(z, tf.constant([0.0]))) == 0.0
print("term works")
"""


def test_the_term_pulls_to_even_odds_and_weighs_nothing_where_it_should(tmp_path):
    copy = extended(tmp_path)
    source = (copy / "landslide_plugin/core/model/network/compiled.py").read_text()
    assert "CALM_WEIGHT * losses.calm_term(logits, w_cell)" in source
    done = subprocess.run(
        [sys.executable, "-c", TERM],
        cwd=copy,
        capture_output=True,
        check=False,
        text=True,
        timeout=patient(120),
    )
    assert "term works" in done.stdout, done.stderr
