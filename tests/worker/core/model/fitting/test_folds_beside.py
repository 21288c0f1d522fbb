"""Folds whose members learn side by side find what each finds alone, as many of them at once as pay."""

from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("tensorflow")

from landslide_plugin.core.model.fitting.ensemble import Workshop, fit_ensemble, fit_folds
from landslide_plugin.core.model.network import assignments
from landslide_plugin.core.model.validation.partitions import spatial_partitions
from landslide_plugin.core.progress import SILENT
from tests.support.small_world import quick, world

DATA = world(count=160, soil=False, prior=False)


def folds(settings):
    part = spatial_partitions(DATA, settings)[0]
    # Each fold has settings of its own, as it chooses its own base.
    for number, fold in enumerate(part.usable):
        yield DATA.take(part.split(fold)[0]), replace(settings, ridge=1.0 + number)


@pytest.mark.parametrize(("architecture", "members"), [("residual", 2), ("plain", 2)])
def test_each_fold_finds_what_it_finds_alone(monkeypatch, architecture, members):
    change = {"architecture": architecture, "cv_members": members, "cv_idle": "skip"}
    settings = quick(epochs=4, learning_rate=1e-2, **change)
    known, together, fit = list(folds(settings)), [], assignments.fit_members

    def counted(network, seeds, *rest):
        together.append(len(seeds))
        return fit(network, seeds, *rest)

    monkeypatch.setattr(assignments, "fit_members", counted)
    workshop = Workshop()
    found = list(fit_folds(iter(known), len(known), workshop, SILENT))
    assert len(found) == len(known)
    assert max(together) > members or architecture == "residual"
    assert any(np.argmin(member.history) > 0 for one in found for member in one.members if member.history)
    assert architecture == "residual" or all(member.epochs for one in found for member in one.members)
    for ensemble, (data, own) in zip(found, known):
        alone = fit_ensemble(data, own, members, workshop, SILENT, in_fold=True)
        for one, other in zip(ensemble.members, alone.members):
            assert (one.seed, one.epochs, len(one.history)) == (other.seed, other.epochs, len(other.history))
            np.testing.assert_allclose(one.history, other.history, rtol=1e-5)
            for name, values in one.weights.items():
                np.testing.assert_allclose(values, other.weights[name], atol=1e-5, err_msg=name)


def test_wide_networks_are_not_held_beside_each_other(monkeypatch):
    begun, most = [], []
    settings = quick(epochs=1, cv_members=1)

    def taken():
        for one in folds(settings):
            begun.append(one)
            yield one

    monkeypatch.setattr(assignments.TrainableNetwork, "beside", 1)
    for number, _ in enumerate(fit_folds(taken(), len(list(folds(settings))), Workshop(), SILENT)):
        most.append(len(begun) - number)
    assert set(most) == {1}
