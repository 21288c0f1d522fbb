"""A second process does jobs for the first one, and is gone with it."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from landslide_plugin.core.errors import GridMismatch, LandslideError
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.worker import second
from landslide_plugin.core.worker.second import SecondProcess
from tests.support.processes import number_in, running, wait_for

HERE = Path(__file__).resolve().parents[2] / "support"
ODD = str(HERE / "odd_worker.py")
REPOSITORY = HERE.parents[1]


@pytest.fixture
def beside():
    process = SecondProcess(sys.executable, ODD)
    yield process
    process.end()


def test_it_does_one_job_after_the_other_and_ends_with_its_folder(beside):
    first, after = (beside.run("identity", {}, SILENT)["process"] for _ in range(2))
    assert first == after != os.getpid()
    assert beside.folder.is_dir()
    assert beside.memory_mib > 0
    beside.end()
    assert not running(first)
    assert not beside.folder.exists()


def test_it_says_what_was_wrong_with_a_job(beside):
    with pytest.raises(GridMismatch):
        beside.run("refuse", {}, SILENT)


def test_ending_it_ends_the_job_it_is_at_and_starts_none(beside, tmp_path):
    mark, met = tmp_path / "mark", []

    def work() -> None:
        try:
            beside.run("deaf", {"mark": str(mark)}, SILENT)
        except LandslideError as error:
            met.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    assert wait_for(lambda: number_in(mark), 20)
    beside.end()
    thread.join()
    assert met
    assert not running(number_in(mark))
    with pytest.raises(LandslideError):
        beside.run("identity", {}, SILENT)


@pytest.mark.parametrize(("count", "python", "there"), [(1, "/a", False), (2, "", False), (2, "/a", True)])
def test_there_is_none_on_one_processor_or_without_an_interpreter(monkeypatch, count, python, there):
    monkeypatch.setattr(second, "available_processors", lambda: count)
    assert (SecondProcess.beside(python) is not None) == there


PARENT = """
import sys
sys.path.insert(0, sys.argv[1])
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.worker.second import SecondProcess
SecondProcess(sys.executable, sys.argv[2]).run("wait", {"mark": sys.argv[3]}, SILENT)
"""


def test_it_leaves_when_the_first_one_is_killed(tmp_path):
    mark, held = tmp_path / "pid", tmp_path / "held"
    held.mkdir()
    surroundings = {**os.environ, "TMPDIR": str(held)}
    command = [sys.executable, "-c", PARENT, str(REPOSITORY), ODD, str(mark)]
    with subprocess.Popen(command, env=surroundings) as parent:
        assert wait_for(lambda: number_in(mark), 20)
        pid = number_in(mark)
        assert running(pid)
        assert os.getpgid(pid) == os.getpgid(parent.pid)
        os.kill(parent.pid, signal.SIGKILL)
    assert wait_for(lambda: not running(pid), 5)
