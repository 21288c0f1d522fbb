"""No trained network is kept that was not held against the package's own in Keras, or that differs from it."""

import sys
from dataclasses import replace

import numpy as np
import pytest

from landslide_plugin.core.errors import InputError, LandslideError, WorkerError
from landslide_plugin.core.model.fitting.ensemble import Workshop, check_forward, fit_ensemble
from landslide_plugin.core.model.network import keras_twin, trainable
from landslide_plugin.core.model.network.keras_twin import KerasTwin, require_packages
from landslide_plugin.core.progress import SILENT
from tests.support.small_world import quick, world

DATA, SETTINGS = world(), quick(architecture="plain")


@pytest.fixture(scope="module")
def trained():
    workshop = Workshop()
    return fit_ensemble(DATA, SETTINGS, 1, workshop, SILENT), workshop


def spoiled(logits):
    return lambda *given, **named: logits(*given, **named) + np.float32(0.01)


@pytest.mark.parametrize("where", ["logits_of", "learnt_logits_of"], ids=["Keras", "the training"])
def test_a_network_that_differs_from_keras_is_not_kept(trained, monkeypatch, where):
    ensemble, workshop = trained
    check_forward(ensemble, DATA, SETTINGS, workshop)
    monkeypatch.setattr(
        trainable.TrainableNetwork, where, spoiled(getattr(trainable.TrainableNetwork, where))
    )
    with pytest.raises(
        LandslideError, match=r"^The NumPy and Keras results of member \d+ differ by 0.00\d+ in"
    ):
        check_forward(ensemble, DATA, SETTINGS, workshop)


@pytest.mark.parametrize("name", ["scale", "hidden.bias"])
def test_a_network_with_numbers_that_are_none_is_not_kept(trained, name):
    ensemble, workshop = trained
    member = ensemble.members[0]
    weights = {**member.weights, "scale": np.float32(0.0)}
    weights[name] = np.full(member.weights[name].shape, np.nan, np.float32)
    idle = replace(member, weights=weights)
    with pytest.raises(LandslideError, match="differ by nan"):
        check_forward(replace(ensemble, members=(idle,)), DATA, SETTINGS, workshop)


def test_a_member_that_adds_nothing_needs_no_twin(trained, monkeypatch):
    ensemble, workshop = trained
    monkeypatch.setattr(trainable.TrainableNetwork, "logits_of", None)
    member = ensemble.members[0]
    idle = replace(member, weights={**member.weights, "scale": np.float32(0.0)})
    checked = check_forward(replace(ensemble, members=(idle,)), DATA, SETTINGS, workshop)
    assert checked.members[0].difference == 0.0
    with pytest.raises(TypeError):
        check_forward(ensemble, DATA, SETTINGS, workshop)


def test_without_a_package_nothing_is_trained(monkeypatch):
    monkeypatch.setitem(sys.modules, "base_attentive", None)
    with pytest.raises(
        WorkerError, match=r"cannot be checked .* \(missing: base_attentive\).*Set up modelling"
    ):
        require_packages()
    with pytest.raises(WorkerError, match="missing: base_attentive"):
        fit_ensemble(DATA, SETTINGS, 1, Workshop(), SILENT)


@pytest.mark.parametrize("error", [ImportError("libtf\nmore"), AttributeError("no such layer")])
def test_a_package_that_is_broken_or_of_another_version_is_said_on_one_line(trained, monkeypatch, error):
    def broken(*_, **__):
        raise error

    monkeypatch.setattr(keras_twin, "build_scenario_network", broken)
    with pytest.raises(WorkerError, match=f"cannot be checked .*{type(error).__name__}") as said:
        KerasTwin(trained[0].members[0].architecture)
    assert "\n" not in str(said.value)


@pytest.mark.parametrize("architecture", ["residual", "plain"])
def test_a_training_that_diverges_is_told(monkeypatch, architecture):
    step = trainable.TrainableNetwork.step

    def diverging(self, learners, *given, **named):
        step(self, learners, *given, **named)
        learners.state.parameters[...] = np.nan

    monkeypatch.setattr(trainable.TrainableNetwork, "step", diverging)
    with np.errstate(invalid="ignore"), pytest.raises(InputError, match="after epoch 1; lower LEARNING_RATE"):
        fit_ensemble(DATA, quick(architecture=architecture), 1, Workshop(), SILENT)
