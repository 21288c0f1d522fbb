"""Repeats of the folds shared between two processes: the same bytes as in one, whatever becomes of the second."""

import json
import sys
import threading
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

pytest.importorskip("sklearn")

from landslide_plugin.core.errors import Cancelled, WorkerError
from landslide_plugin.core.model.fitting.growing.threads import one_thread_each
from landslide_plugin.core.progress import SILENT, Progress
from landslide_plugin.core.worker.second import SecondProcess
from landslide_plugin.core.worker.tasks.training.modelling_run import ModellingRun
from landslide_plugin.core.worker.tasks.training.repeat import RESULT, Repeats, read, run
from landslide_plugin.core.worker.tasks.training.repeats import SharedRepeats
from landslide_plugin.core.worker.tasks.training.second_hand import SecondHand
from tests.support.processes import wait_for
from tests.support.small_world import world, write_job

FITTED = ("logistic", "bivariate_calibrated")
REPEATS = Repeats(FITTED, FITTED)
SETTINGS = {"architecture": "residual_chosen", "cv_repeats": 2, "random_cv": "yes"}


@pytest.fixture(scope="module")
def job(tmp_path_factory):
    place = tmp_path_factory.mktemp("job")
    data = world(count=120, soil=False, rain=False, prior=False)
    return write_job(place / "in", data, place / "bundle", **SETTINGS)


def begun(job, **more):
    training = ModellingRun.begin({**job, **more}, SILENT)
    training.divide()
    return training


@contextmanager
def shared(training):
    """Repeats of a run, and who does errands for it."""
    with SecondHand(training.job.get("second"), training.progress) as hand:
        yield SharedRepeats(training, REPEATS, hand), hand


@pytest.fixture(scope="module")
def alone(job):
    with one_thread_each(), shared(begun(job)) as (repeats, _):
        found = repeats.compared(SILENT)
    assert not repeats._words
    assert not repeats.are_shared
    return found


def same(one, other):
    for a, b in zip(one, other):
        assert list(a.probability) == list(b.probability)
        for name, p in a.probability.items():
            np.testing.assert_array_equal(p, b.probability[name], err_msg=name)
        assert (a.votes, a.bases, a.best_factor) == (b.votes, b.bases, b.best_factor)
        for name, result in a.results.items():
            np.testing.assert_array_equal(result.mapped, b.results[name].mapped, err_msg=name)


def test_two_processes_find_the_same_bytes_as_one_and_the_second_knows_no_tensorflow(job, alone):
    second, heard, libraries = SecondProcess(sys.executable), [], []
    with one_thread_each(), shared(begun(job, second=second)) as (repeats, _):
        # this process waits until the second has done all that it may
        assert wait_for(lambda: len(repeats._found) == 2, 60)
        maps = Path(f"/proc/{second._child.process.pid}/maps")
        libraries += maps.read_text().splitlines() if maps.exists() else []
        found = repeats.compared(replace(SILENT, info=heard.append))
    same(found, alone)
    assert repeats._words.startswith("A second process did 2 of 3 repeats of the folds")
    assert repeats._words in heard
    assert not [line for line in libraries if "tensorflow" in line or "keras" in line]
    assert not second.folder.exists()


def test_a_second_process_killed_in_the_middle_leaves_the_same_bytes_and_no_folder(job, alone):
    second, heard = SecondProcess(sys.executable), []
    training = begun(job, second=second)
    training.progress = replace(SILENT, info=heard.append)
    with one_thread_each(), shared(training) as (repeats, hand):
        assert wait_for(lambda: second.folder.name and (second.folder / "work" / "job.json").exists(), 60)
        second._child.process.kill()
        assert wait_for(lambda: not hand.is_there, 30)
        assert not repeats._found
        found = repeats.compared(SILENT)
    same(found, alone)
    assert [line for line in heard if "goes on alone" in line]
    assert not second.folder.exists()


@pytest.mark.parametrize("what", ["own", "result"])
def test_a_full_disk_beside_the_second_process_stops_nothing(job, alone, monkeypatch, tmp_path, what):
    second, heard = SecondProcess(sys.executable), []
    training = begun(job, second=second)
    training.progress = replace(SILENT, info=heard.append)
    if what == "own":

        def full(*_):
            raise OSError(28, "No space left on device", "job.json")

        monkeypatch.setattr("landslide_plugin.core.worker.second.write_job", full)
    else:
        written = Repeats.job
        beyond = str(tmp_path / "gone" / RESULT)
        monkeypatch.setattr(Repeats, "job", lambda *given: {**written(*given), "result": beyond})
    with one_thread_each(), shared(training) as (repeats, hand):
        assert wait_for(lambda: not hand.is_there, 60)
        found = repeats.compared(SILENT)
    same(found, alone)
    assert len([line for line in heard if "goes on alone" in line]) == 1
    assert not second.folder.exists()


def test_a_repeat_is_the_same_again_from_what_a_process_writes_of_it(job, tmp_path):
    training, repeats = begun(job), Repeats(("ensemble", "logistic"), ())
    (plain,) = (work(SILENT) for work in repeats.random(training))
    asked = repeats.job(training, 2, tmp_path)
    found = read(json.loads(json.dumps(run(json.loads(json.dumps(asked)), SILENT))), tmp_path / RESULT)
    assert set(found.p) == {"logistic", "ensemble", "network_base"}
    assert found.arrays().keys() == plain.arrays().keys()
    for name, values in plain.arrays().items():
        np.testing.assert_array_equal(found.arrays()[name], values, err_msg=name)
    assert found.plain() == plain.plain()
    assert set(found.choices) == {0, 1, 2}


class Failing:
    """A second process that does not do what it is asked for."""

    folder, memory_mib = Path(), 0

    def __init__(self, error=None):
        self.error, self.asked, self.ended = error, threading.Event(), threading.Event()

    def start(self):
        pass

    def run(self, task, job, progress):
        self.asked.set()
        if self.error is not None:
            raise self.error
        self.ended.wait(60)
        raise Cancelled()

    def end(self):
        self.ended.set()


@pytest.mark.parametrize("error", [WorkerError("killed"), KeyError("killed")], ids=["dead", "odd"])
def test_what_a_second_process_fails_at_is_done_by_the_first(job, alone, error):
    second, heard = Failing(error), []
    training = begun(job, second=second)
    training.progress = replace(SILENT, info=heard.append)
    with one_thread_each(), shared(training) as (repeats, hand):
        assert wait_for(lambda: not hand.is_there, 20)
        same(repeats.compared(SILENT), alone)
    assert [line for line in heard if "killed" in line and "goes on alone" in line]


def test_a_wait_for_the_second_process_heeds_cancel(job):
    second = Failing()
    progress = Progress(is_cancelled=second.asked.is_set)
    with shared(begun(job, second=second)) as (repeats, hand):
        assert second.asked.wait(20)
        repeats._left.clear()
        with pytest.raises(Cancelled):
            repeats.compared(progress)
    assert second.ended.is_set()
    assert not hand.is_there


def test_few_repeats_need_no_second_process(job):
    second = Failing()
    few = {**job, "settings": {**job["settings"], "cv_repeats": 1}}
    with shared(begun(few, second=second)) as (repeats, _):
        assert not repeats.are_shared
    assert not second.asked.is_set()


class Told(SecondProcess):
    """A second process that says what it was asked for, and does not load Keras."""

    def __init__(self):
        super().__init__(sys.executable)
        self.asked = []

    def run(self, task, job, progress):
        self.asked.append(task)
        return {} if task == "twins" else super().run(task, job, progress)


@pytest.mark.parametrize("scale", [0.0, 0.3], ids=["adds nothing", "adds something"])
def test_keras_is_loaded_between_repeats_where_a_network_of_the_folds_adds_something(job, alone, scale):
    second = Told()
    training = begun(job, second=second)
    member = SimpleNamespace(weights={"scale": np.float32(scale)})
    training.likes[0, "ensemble"] = SimpleNamespace(members=[member])
    with one_thread_each(), shared(training) as (repeats, hand):
        same(repeats.compared(SILENT), alone)
        hand.asked(lambda *_: None).result(SILENT)
    assert second.asked.count("twins") == (1 if scale else 0)
    assert second.asked[0] == "repeat"
