"""Members of a fold that are left out where its first ones found nothing: as if they had been tried and stayed."""

from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("tensorflow")

from landslide_plugin.core.model.fitting.ensemble import Workshop, fit_ensemble
from landslide_plugin.core.model.network import assignments
from landslide_plugin.core.model.validation.model_comparison import compare
from landslide_plugin.core.model.validation.partitions import spatial_partitions
from landslide_plugin.core.progress import SILENT
from tests.support.small_world import quick, world


@pytest.fixture(scope="module")
def ground():
    return world(count=100, soil=False, rain=False, prior=False)


@pytest.fixture
def tried(monkeypatch):
    """Members that are trained, by place; those of ``leaving`` find something."""
    places, leaving, fit_members, first = [], set(), assignments.fit_members, quick().seed

    def told(place, found):
        if place in leaving:
            return replace(found, best_epoch=1, gains=np.ones(9))
        return replace(found, parameters=found.start, best_epoch=0)

    def fit(network, seeds, *rest):
        some = [seed - first for seed in seeds]
        places.extend(some)
        return [told(place, found) for place, found in zip(some, fit_members(network, seeds, *rest))]

    monkeypatch.setattr(assignments, "fit_members", fit)
    return places, leaving


@pytest.fixture(scope="module")
def workshop():
    return Workshop()


@pytest.mark.parametrize(
    ("members", "leaving", "trained"),
    [(3, (), [0]), (3, (2,), [0]), (3, (0,), [0, 1, 2]), (4, (1,), [0, 1, 2, 3]), (4, (3,), [0, 1])],
)
def test_the_first_members_decide_whether_the_others_are_trained(
    ground, workshop, tried, members, leaving, trained
):
    tried[1].update(leaving)
    settings = quick(epochs=1, cv_idle="skip")
    found = fit_ensemble(ground, settings, members, workshop, SILENT, in_fold=True)
    assert tried[0] == trained
    assert len(found.members) == members
    assert [bool(member.history) for member in found.members] == [n in trained for n in range(members)]


def test_all_are_trained_unless_asked(ground, workshop, tried):
    fit_ensemble(ground, quick(epochs=1), 2, workshop, SILENT, in_fold=True)
    assert tried[0] == [0, 1]


def test_the_final_model_trains_all(ground, workshop, tried):
    fit_ensemble(ground, quick(epochs=1, cv_idle="skip"), 2, workshop, SILENT)
    assert tried[0] == [0, 1]


def test_idle_members_say_what_trained_ones_at_epoch_0_say_and_are_counted(ground, workshop, tried):
    settings = quick(epochs=1, cv_members=2)
    parts = spatial_partitions(ground, settings)
    whole, few = (
        compare(ground, replace(settings, cv_idle=way), ("ensemble",), parts, workshop, SILENT)
        for way in ("train", "skip")
    )
    np.testing.assert_array_equal(few.probability["ensemble"], whole.probability["ensemble"])
    assert (whole.idle, few.idle) == (0, len(parts[0].usable))
