"""Members of networks taught by a second process, and the check in Keras made there: the same bytes as in one."""

import json
import shutil
import sys
import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from landslide_plugin.core.errors import Cancelled, LandslideError
from landslide_plugin.core.model.fitting import ensemble as fitting
from landslide_plugin.core.model.fitting.growing.threads import one_thread_each
from landslide_plugin.core.model.network.assignments import taught_here
from landslide_plugin.core.progress import SILENT, Progress
from landslide_plugin.core.worker.second import SecondProcess
from landslide_plugin.core.worker.tasks.train import run as train
from landslide_plugin.core.worker.tasks.training import learning, lessons, teaching, twins
from landslide_plugin.core.worker.tasks.training.modelling_run import ModellingRun
from landslide_plugin.core.worker.tasks.training.second_hand import SecondHand
from tests.support.processes import wait_for
from tests.support.small_world import RAIN, quick, world, write_job

SETTINGS = quick(members=3, physics_lambda=1.0)
MEMBERS = 3


def worlds():
    """Soil, rain and a prior; the same with triggers of each cell; neither."""
    every, bare = world(extra=40), world(soil=False, rain=False, prior=False)
    wet = world()
    own = np.random.default_rng(4).uniform(0.8, 1.2, (len(wet.labels), 1, 1)) * RAIN.values
    own_rain = replace(wet, cells=replace(wet.cells, triggers=own.astype(np.float32)))
    return {"all": every, "own rain": own_rain, "bare": bare}


def taught_in(data, settings):
    """The class that a training of all samples asks for, and what it learns."""
    asked = []

    def noted(network, seeds, given, plans, progress):
        asked.append(lessons.Class(network, list(seeds), list(given), list(plans)))
        return taught_here(network, seeds, given, plans, progress)

    with one_thread_each():
        workshop = fitting.Workshop(teach=noted)
        made = fitting.fit_ensemble(data, settings, MEMBERS, workshop, SILENT)
    return asked[0], made


def same(one, other):
    assert len(one) == len(other)
    for a, b in zip(one, other):
        assert a.parameters.tobytes() == b.parameters.tobytes()
        assert (a.best_epoch, a.history) == (b.best_epoch, b.history)
        np.testing.assert_array_equal(a.parts, b.parts)
        assert a.gains.tobytes() == b.gains.tobytes()
        assert (a.start is None) == (b.start is None)
        assert a.start is None or a.start.tobytes() == b.start.tobytes()


@pytest.mark.parametrize("kind", ["all", "own rain", "bare"])
@pytest.mark.parametrize("architecture", ["residual", "plain"])
def test_members_learn_the_same_from_what_is_written_of_their_lessons(kind, architecture, tmp_path):
    data = worlds()[kind]
    settings = replace(SETTINGS, architecture=architecture, physics_lambda=float(kind != "bare"))
    asked, _ = taught_in(data, settings)
    given, learnt = tmp_path / lessons.GIVEN, tmp_path / lessons.LEARNT
    np.savez(given, **asked.arrays())
    job = {"given": str(given), "class": asked.plain(), "learnt": str(learnt)}
    said = lessons.run(json.loads(json.dumps(job)), SILENT)
    with one_thread_each():
        same(lessons.read(json.loads(json.dumps(said)), learnt), asked.taught(SILENT))


class Counting(SecondProcess):
    """A second process that says what it was asked for."""

    def __init__(self):
        super().__init__(sys.executable)
        self.asked = []

    def run(self, task, job, progress):
        self.asked.append(task)
        return super().run(task, job, progress)


@pytest.fixture
def few(monkeypatch):
    monkeypatch.setattr(teaching, "FEWEST_SAMPLES", 1)


def test_a_class_taught_by_two_processes_learns_what_one_teaches_it(few):
    asked, _ = taught_in(world(), SETTINGS)
    second = Counting()
    with one_thread_each(), SecondHand(second, SILENT) as hand:
        ready = hand.asked(lambda process, _: process)
        assert ready.result(SILENT) is second
        found = teaching.SharedTeaching(hand)(asked.network, asked.seeds, asked.lessons, asked.plans, SILENT)
        alone = asked.taught(SILENT)
    assert second.asked == ["lessons"]
    same(found, alone)
    assert not second.folder.exists()


@pytest.mark.parametrize("spoil", ["killed", "no place"])
def test_what_a_second_process_does_not_teach_is_taught_here(few, spoil):
    asked, heard = taught_in(world(), SETTINGS)[0], []
    second = Counting()
    with one_thread_each(), SecondHand(second, replace(SILENT, info=heard.append)) as hand:
        hand.asked(lambda process, _: process).result(SILENT)
        if spoil == "killed":
            second._child.process.kill()
        else:
            second._folder = Path("/nowhere/at/all")
        taught = teaching.SharedTeaching(hand)
        told = (asked.network, asked.seeds, asked.lessons, asked.plans, SILENT)
        same(taught(*told), asked.taught(SILENT))
        assert wait_for(lambda: not hand.is_there, 20)
        same(taught(*told), asked.taught(SILENT))
    assert len([line for line in heard if "goes on alone" in line]) == 1


def test_what_the_second_process_has_not_begun_is_taken_back(few):
    asked, busy = taught_in(world(), SETTINGS)[0], threading.Event()
    second = Counting()
    with one_thread_each(), SecondHand(second, SILENT) as hand:
        hand.asked(lambda *_: busy.wait(60))
        found = teaching.SharedTeaching(hand)(asked.network, asked.seeds, asked.lessons, asked.plans, SILENT)
        busy.set()
        after = hand.asked(lambda *_: "after")
        assert after.result(SILENT) == "after"
    assert second.asked == []
    same(found, asked.taught(SILENT))


def test_a_wait_for_what_another_process_teaches_heeds_cancel(few):
    asked, begun, over = taught_in(world(), SETTINGS)[0], threading.Event(), threading.Event()

    class Idle(Counting):
        def run(self, task, job, progress):
            begun.set()
            over.wait(60)
            raise Cancelled()

        def end(self):
            over.set()
            super().end()

    with SecondHand(Idle(), SILENT) as hand:
        progress = Progress(is_cancelled=begun.is_set)
        with pytest.raises(Cancelled):
            teaching.SharedTeaching(hand)(asked.network, asked.seeds, asked.lessons, asked.plans, progress)
    assert not hand._thread.is_alive()


def test_few_samples_or_a_single_member_need_no_second_process():
    with SecondHand(None, SILENT) as nobody:
        assert not teaching.SharedTeaching(nobody).pays(5, 10**6)
    with SecondHand(Counting(), SILENT) as hand:
        taught = teaching.SharedTeaching(hand)
        assert not taught.pays(1, 10**6)
        assert not taught.pays(5, 300)
        assert taught.pays(5, 1200)


def test_logits_that_another_process_computes_in_keras_are_those_of_this_one():
    data = world()
    with one_thread_each():
        workshop = fitting.Workshop()
        made = fitting.fit_ensemble(data, quick(architecture="plain"), 2, workshop, SILENT)
        alone = fitting.check_forward(made, data, SETTINGS, workshop)
        second = Counting()
        with SecondHand(second, SILENT) as hand:
            errand = hand.asked(lambda process, progress: twins._computed_by(process, progress, made, data))
            logits = errand.result(SILENT)
            hand.asked(twins.load_keras).result(SILENT)
    assert set(logits) == {0, 1}
    assert second.asked[0] == "twins"
    static, profile, triggers = fitting.checked_inputs(made, data)
    for place, member in enumerate(made.members):
        network = workshop.network(member.architecture, triggers, SETTINGS)
        own = network.logits_of(member.weights, static, profile, triggers)
        np.testing.assert_allclose(logits[place], own, rtol=0, atol=1e-5)
    again = fitting.check_forward(made, data, SETTINGS, workshop, logits)
    assert [round(member.difference, 5) for member in again.members] == [
        round(member.difference, 5) for member in alone.members
    ]
    spoiled = {place: values + np.float32(0.01) for place, values in logits.items()}
    with pytest.raises(LandslideError, match="NumPy and Keras results"):
        fitting.check_forward(made, data, SETTINGS, workshop, spoiled)


def told_of(bundle):
    """Files of a bundle; of its record without the last digits of Keras, which goes by the libraries it may use."""
    found = {path.name: path.read_bytes() for path in bundle.iterdir()}
    record = json.loads(found.pop("bundle.json"))
    record.pop("sha256")
    differences = [member.pop("keras_difference") for member in record["members"]]
    assert all(0.0 < difference < 1e-5 for difference in differences)
    return found, record


def test_a_training_with_a_second_process_writes_the_bundle_of_one_without(few, tmp_path):
    bundles, second = [], Counting()
    for process in (None, second):
        job = write_job(
            tmp_path / "in", world(), tmp_path / "bundle", architecture="plain", epochs=2, random_cv="no"
        )
        train({**job, "families": ["ensemble"], "second": process}, SILENT)
        bundles.append(told_of(tmp_path / "bundle"))
        shutil.rmtree(tmp_path / "bundle")
    assert {"lessons", "twins"} <= set(second.asked) <= {"lessons", "twins", "learning_curve"}
    assert bundles[0] == bundles[1]


def test_the_learning_curve_of_a_second_process_is_that_of_this_one(tmp_path, monkeypatch):
    job = write_job(tmp_path / "in", world(count=300), tmp_path / "bundle", random_cv="no")
    training = ModellingRun.begin(job, SILENT)
    training.divide()
    second = Counting()
    with one_thread_each(), SecondHand(second, SILENT) as hand:
        hand.asked(lambda *_: None).result(SILENT)
        curve = learning.SharedCurve(training, hand)
        assert wait_for(curve._errand.over.is_set, 60)
        with monkeypatch.context() as patch:
            patch.setattr(learning, "learning_curve", None)
            rows = curve.rows(SILENT)
        alone = learning._rows(training, SILENT)
    assert second.asked == ["learning_curve"]
    assert len(rows) > 1
    assert rows == alone
    with one_thread_each(), SecondHand(Counting(), SILENT) as hand:
        curve = learning.SharedCurve(training, hand)
        assert curve._errand.over.is_set(), "a process is started for a curve alone"
        assert curve.rows(SILENT) == alone
