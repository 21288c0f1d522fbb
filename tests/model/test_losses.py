"""Each term of the loss pulls the logits the right way, and not at all where it has nothing to say."""

import numpy as np
import pytest

tf = pytest.importorskip("tensorflow")

from landslide_plugin.core.model import losses  # noqa: E402

ONE = tf.ones((1, 1))


def gradient(term, logits):
    z = tf.Variable(np.atleast_2d(logits).astype(np.float32))
    with tf.GradientTape() as tape:
        loss = term(z)
    return float(loss), np.asarray(tf.convert_to_tensor(tape.gradient(loss, z)))


@pytest.mark.parametrize("label,sign", [(1.0, -1), (0.0, 1)])
def test_the_inventory_pulls_to_the_label(label, sign):
    loss, slope = gradient(lambda z: losses.inventory_term(z, label * ONE, ONE), 0.3)
    assert loss > 0 and np.sign(slope[0, 0]) == sign
    p = 1 / (1 + np.exp(-0.3))
    assert slope[0, 0] == pytest.approx(p - label, abs=1e-6)
    assert gradient(lambda z: losses.inventory_term(z, label * ONE, 0 * ONE), 0.3)[1][0, 0] == 0


def test_the_prior_pulls_to_its_probability_and_is_0_there():
    q = 0.2
    there = np.log(q / (1 - q))
    loss, slope = gradient(lambda z: losses.prior_term(z, q * ONE, ONE), there)
    assert loss == pytest.approx(0, abs=1e-6) and slope[0, 0] == pytest.approx(0, abs=1e-6)
    for logit in (there - 1, there + 1):
        loss, slope = gradient(lambda z: losses.prior_term(z, q * ONE, ONE), logit)
        p = 1 / (1 + np.exp(-logit))
        assert loss == pytest.approx(q * np.log(q / p) + (1 - q) * np.log((1 - q) / (1 - p)), rel=1e-4)
        assert np.sign(slope[0, 0]) == np.sign(logit - there)


@pytest.mark.parametrize(
    "side,logit,sign", [(1, -2.0, -1), (-1, 0.0, 1), (1, 0.0, 0), (-1, -2.0, 0), (0, -2.0, 0)]
)
def test_the_sign_term_acts_only_on_the_wrong_side(side, logit, sign):
    _, slope = gradient(lambda z: losses.sign_term(z, side * ONE, ONE, -1.0), logit)
    assert np.sign(slope[0, 0]) == sign


def test_the_order_term_lifts_what_falls_and_only_that():
    lower, upper = np.array([0, 1]), np.array([1, 2])
    loss, slope = gradient(lambda z: losses.order_term(z, lower, upper, tf.ones(1)), [0.0, 1.0, 0.5])
    assert loss == pytest.approx(0.25)
    assert slope[0].tolist() == [0.0, 0.5, -0.5]
    assert gradient(lambda z: losses.order_term(z, lower, upper, tf.ones(1)), [0.0, 1.0, 1.0])[0] == 0
