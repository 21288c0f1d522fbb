"""The modelling process survives what libraries, users and dying parents do to it."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from landslide_plugin.core.errors import Cancelled, GridMismatch, WorkerError
from landslide_plugin.core.progress import SILENT, Progress
from landslide_plugin.core.worker import client as worker_client
from landslide_plugin.core.worker.client import find_python, run_job
from landslide_plugin.core.worker.process import TASKS
from landslide_plugin.core.worker.protocol import EXIT_ORPHANED, PROTOCOL
from tests.support.processes import number_in, running, wait_for
from tools.check.patience import patient

HERE = Path(__file__).resolve().parents[2] / "support"
ODD = str(HERE / "odd_worker.py")
REPOSITORY = HERE.parents[1]


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "job"
    place.mkdir()
    return str(place)


def odd(task, job, folder, progress=SILENT):
    return run_job(task, job, folder, sys.executable, progress, script=ODD)


def test_result_progress_and_messages_come_back(folder):
    shares, infos, warnings = [], [], []
    progress = Progress(fraction=shares.append, info=infos.append, warning=warnings.append)
    job = {"text": "Táchira", "number": 0.1, "nothing": None}
    assert odd("echo", job, folder, progress) == job
    assert (shares, infos, warnings) == ([0.5], ["half way"], ["careful"])


def test_stray_prints_do_not_reach_the_protocol(folder):
    assert odd("chatter", {}, folder) == {"said": "the truth"}


def test_cancel_takes_less_than_a_second(folder, tmp_path):
    mark = tmp_path / "pid"
    asked = []

    def is_cancelled():
        if number_in(mark) and not asked:
            asked.append(time.monotonic())
        return bool(asked)

    with pytest.raises(Cancelled):
        odd("wait", {"mark": str(mark)}, folder, Progress(is_cancelled=is_cancelled))
    assert time.monotonic() - asked[0] < patient(1.0)
    assert not running(number_in(mark))


def test_a_task_deaf_to_cancel_is_killed_after_the_grace(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(worker_client, "HEED_S", 0.3)
    mark = tmp_path / "pid"
    with pytest.raises(Cancelled):
        odd("deaf", {"mark": str(mark)}, folder, Progress(is_cancelled=lambda: number_in(mark) > 0))
    assert not running(number_in(mark))


def test_a_progress_that_raises_ends_the_child(folder, tmp_path):
    mark = tmp_path / "pid"

    def fail(share):
        if share > 0.001:
            raise RuntimeError("the dialog is gone")

    with pytest.raises(RuntimeError, match="dialog"):
        odd("wait", {"mark": str(mark)}, folder, Progress(fraction=fail))
    assert not running(number_in(mark))


@pytest.mark.parametrize(
    ("task", "words"),
    [
        ("leave", r"exit code 7.*about to leave"),
        ("crash", r"SIGSEGV"),
        ("stumble", r"ZeroDivisionError: nothing to divide by"),
        ("leave_a_child_behind", r"exit code 9"),
    ],
)
def test_a_worker_that_dies_is_one_readable_line(folder, task, words, monkeypatch):
    monkeypatch.setattr(worker_client, "GRACE_S", 1.0)
    with pytest.raises(WorkerError, match=words) as caught:
        odd(task, {}, folder)
    assert "\n" not in str(caught.value)


def test_the_traceback_of_a_crash_goes_to_the_log(folder):
    infos = []
    with pytest.raises(WorkerError):
        odd("stumble", {}, folder, Progress(info=infos.append))
    assert any("in stumble" in line for line in infos)
    assert len(infos) <= worker_client.TAIL_LINES


def test_a_refusal_keeps_its_kind_and_its_words(folder):
    with pytest.raises(GridMismatch, match="^slope is on another grid$"):
        odd("refuse", {}, folder)


def test_a_child_of_another_protocol_is_refused(folder, monkeypatch):
    monkeypatch.setenv("ODD_PROTOCOL", "99")
    with pytest.raises(WorkerError, match="protocol 99, QGIS's side 1"):
        odd("echo", {}, folder)


def test_a_job_of_another_protocol_is_refused(folder, monkeypatch):
    """The child refuses by itself, even if it claims to speak what the parent speaks."""
    job_file = Path(folder) / "job.json"
    job_file.write_text(json.dumps({"protocol": 2, "task": "echo", "job": {}}))
    with subprocess.Popen(
        [sys.executable, ODD, str(job_file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        events = [json.loads(line) for line in child.stdout]
    assert child.returncode == 1
    assert [event["event"] for event in events] == ["hello", "error"]
    assert "protocol 2" in events[1]["message"]


def test_an_unknown_task_is_named(folder):
    with pytest.raises(WorkerError, match=f"no modelling task dance; allowed: {', '.join(TASKS)}"):
        odd("dance", {}, folder)


def test_two_jobs_at_once_do_not_mix(tmp_path):
    results = {}

    def work(name):
        place = tmp_path / name
        place.mkdir()
        results[name] = odd("surroundings", {}, str(place))

    threads = [threading.Thread(target=work, args=(name,)) for name in ("first", "second")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {name: Path(result["temporary"]).name for name, result in results.items()} == {
        "first": "first",
        "second": "second",
    }


def test_the_environment_is_clean(folder, monkeypatch):
    foreign = {
        "PYTHONHOME": "/qgis",
        "LD_PRELOAD": "",
        "DYLD_LIBRARY_PATH": "/qgis",
        "GDAL_DATA": "/qgis",
        "QGIS_PREFIX_PATH": "/qgis",
    }
    for name, value in foreign.items():
        monkeypatch.setenv(name, value)
    seen = odd("surroundings", {}, folder)
    assert not set(foreign) & set(seen["environment"])
    assert seen["environment"]["KERAS_BACKEND"] == "tensorflow"
    assert seen["temporary"] == folder


def test_python_modules_are_not_hidden_by_ours(folder):
    """``core/types/profile.py`` must not stand in for Python's ``profile`` in the product's own script."""
    code = (
        "import importlib.util, sys; s = sys.argv[1]; sys.path.insert(0, s.rpartition('/')[0]);"
        "spec = importlib.util.spec_from_file_location('w', s); w = importlib.util.module_from_spec(spec);"
        "spec.loader.exec_module(w); print(w.load_package()); import profile; print(profile.__file__)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, worker_client.SCRIPT],
        capture_output=True,
        text=True,
        check=True,
        cwd="/",
    )
    name, path = done.stdout.split()
    assert name == "landslide_plugin"
    assert "landslide_plugin" not in path


def test_a_missing_interpreter_is_one_clear_line(folder):
    with pytest.raises(WorkerError, match="cannot be started with /nowhere/python"):
        run_job("check", {}, folder, "/nowhere/python", SILENT)


def test_an_environment_folder_stands_for_its_interpreter(tmp_path):
    fake = tmp_path / "env" / "bin" / "python"
    fake.parent.mkdir(parents=True)
    fake.touch(mode=0o755)
    assert find_python(["/nowhere", str(tmp_path / "env")]) == str(fake)
    assert find_python([str(fake)]) == str(fake)


PARENT = """
import sys
sys.path.insert(0, sys.argv[1])
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.worker.client import run_job
run_job("wait", {"mark": sys.argv[3]}, sys.argv[4], sys.executable, SILENT, script=sys.argv[2])
"""


def test_a_killed_parent_leaves_no_orphan(folder, tmp_path):
    mark = tmp_path / "pid"
    with subprocess.Popen([sys.executable, "-c", PARENT, str(REPOSITORY), ODD, str(mark), folder]) as parent:
        assert wait_for(lambda: number_in(mark), 20)
        pid = number_in(mark)
        assert running(pid)
        os.kill(parent.pid, signal.SIGKILL)
    assert wait_for(lambda: not running(pid), 2)
    assert not Path(folder).exists(), "the job folder must go with the last one who knows of it"


def test_whoever_finds_the_parent_gone_takes_the_job_folder_along(folder, tmp_path):
    job = Path(folder) / "job.json"
    job.write_text(json.dumps({"protocol": PROTOCOL, "task": "wait", "job": {"mark": str(tmp_path / "pid")}}))
    command = [sys.executable, ODD, str(job)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert wait_for(lambda: number_in(tmp_path / "pid"), 20)
        process.stdout.close()  # stdin stays open: only who sends can notice
        assert wait_for(lambda: process.poll() is not None, 5)
        assert process.returncode == EXIT_ORPHANED
    assert not Path(folder).exists()
