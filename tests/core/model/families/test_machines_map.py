"""Bundles of a support vector machine and of a perceptron are read and mapped by NumPy alone."""

import sys
from dataclasses import replace

import numpy as np
import pytest
from numpy.testing import assert_allclose

from landslide_plugin.core.model.bundle.bundle import ModelBundle, load_bundle, save_bundle
from landslide_plugin.core.model.families.ensemble import Ensemble
from landslide_plugin.core.model.families.kernel import KernelPart
from landslide_plugin.core.model.families.linear import LinearPart
from landslide_plugin.core.model.families.machine import CELLS
from landslide_plugin.core.model.families.perceptron import PerceptronPart
from landslide_plugin.core.model.families.pool import pool
from landslide_plugin.core.samples.encoding import Encoder
from landslide_plugin.core.samples.scaling import TriggerScaler
from landslide_plugin.core.types.factors import FactorSpec
from landslide_plugin.core.types.odds import log_odds, probability_of
from landslide_plugin.core.types.scenarios import TriggerScenarios

RAIN = TriggerScenarios((10.0, 50.0), ("intensity_mm_h",), np.array([[20.0], [55.0]]))
SPECS = (FactorSpec("slope", unit="deg"), FactorSpec("aspect", "circular"))
HEAVY = {"tensorflow", "keras", "sklearn", "base_attentive"}
NONE = np.zeros(0)


def raw(count, seed):
    rng = np.random.default_rng(seed)
    return np.column_stack([rng.uniform(0, 60, count), rng.uniform(0, 360, count)]).astype(np.float32)


def kernel(inputs, line):
    rng = np.random.default_rng(1)
    vectors = rng.normal(size=(150, inputs)).astype(np.float32)
    return KernelPart(vectors, rng.normal(size=150), 0.3, 0.2, line)


def perceptron(inputs, line):
    rng = np.random.default_rng(2)
    sizes = [(inputs, 64), (64, 64), (64, 1)]
    weights = tuple(rng.normal(0, 0.3, size).astype(np.float32) for size in sizes)
    biases = tuple(rng.normal(size=size[1]).astype(np.float32) for size in sizes)
    return PerceptronPart(weights, biases, line)


def bundle_of(make, family, with_pf):
    encoder = Encoder.fit(raw(50, 0), SPECS)
    triggers = np.array([0.4, 0.8] if with_pf else [0.4])
    line = LinearPart(np.array([1.5]), NONE, triggers, -0.3)
    part = make(3 + with_pf + 1, line)
    scaler = TriggerScaler.fit(RAIN.values, RAIN.columns)
    ensemble = Ensemble(encoder, None, scaler, part, (), with_pf=with_pf)
    pf = (0.2, 0.4) if with_pf else None
    return ModelBundle(
        ensemble, None, RAIN, 1, (0.1, 0.2, 0.3, 0.4), threshold=0.3, family=family, typical_pf=pf
    )


def by_hand(part, inputs):
    """The formulas as they are written, in double precision."""
    rows = inputs.astype(np.float64)
    if isinstance(part, KernelPart):
        apart = ((rows[:, None] - part.vectors[None].astype(np.float64)) ** 2).sum(axis=2)
        return 1.5 * (np.exp(-part.gamma * apart) @ part.coefficients + part.bias)
    for weights, biases in zip(part.weights[:-1], part.biases[:-1]):
        rows = np.maximum(rows @ weights.astype(np.float64) + biases, 0.0)
    return 1.5 * (rows @ part.weights[-1].astype(np.float64) + part.biases[-1])[:, 0]


@pytest.mark.parametrize("with_pf", [False, True])
@pytest.mark.parametrize(("make", "name"), [(kernel, "svm"), (perceptron, "perceptron")])
def test_a_bundle_comes_back_and_maps_what_its_formula_says(make, name, with_pf, tmp_path):
    bundle = bundle_of(make, name + ("_with_pf" if with_pf else ""), with_pf)
    save_bundle(bundle, {}, str(tmp_path / "model"))
    found = load_bundle(str(tmp_path / "model"))
    cells = raw(CELLS + 200, 7)
    pf = np.random.default_rng(3).uniform(0.01, 0.9, (len(cells), 2)) if with_pf else None
    p = found.predict(cells, None, RAIN.values, pf).probability
    assert np.array_equal(p, bundle.predict(cells, None, RAIN.values, pf).probability)
    few = found.predict(cells[3:5], None, RAIN.values[1:], None if pf is None else pf[3:5, 1:]).probability
    assert np.array_equal(few[..., 0], p[:, 3:5, 1])
    model = bundle.ensemble
    wide = [model.encoder.transform(cells), *([np.ones((len(cells), 1))] if with_pf else [])]
    inputs = np.hstack([*wide, np.zeros((len(cells), 1))]).astype(np.float32)
    rain = model.trigger_scaler.transform(RAIN.values)[:, 0]
    logit = by_hand(model.linear, inputs)[:, None] - 0.3 + 0.4 * rain
    if pf is not None:
        logit = logit + 0.8 * log_odds(pf, guard=1e-4)
    assert_allclose(p[0], probability_of(logit), atol=1e-6)
    assert p[0].std() > 0.05
    assert (np.diff(p[0], axis=1) >= 0).all() or with_pf
    assert not HEAVY & set(sys.modules)


def test_a_machine_votes_in_a_stored_pool(tmp_path):
    one, other = bundle_of(kernel, "svm", False), bundle_of(perceptron, "perceptron", False)
    encoder = one.ensemble.encoder
    parts = {"svm": one.ensemble, "perceptron": replace(other.ensemble, encoder=encoder)}
    whole = replace(one, ensemble=pool(parts, {"svm": 4, "perceptron": 6}), family="stack_without_network")
    save_bundle(whole, {}, str(tmp_path / "model"))
    cells = raw(40, 7)
    found = load_bundle(str(tmp_path / "model")).predict(cells, None, RAIN.values).mean()
    p = [bundle.predict(cells, None, RAIN.values).probability[0] for bundle in (one, other)]
    assert_allclose(found, 0.4 * p[0] + 0.6 * p[1], atol=1e-6)
