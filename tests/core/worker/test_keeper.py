"""A modelling process that is kept works on one job at a time and is gone when it should be."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from landslide_plugin.core.errors import Cancelled, GridMismatch
from landslide_plugin.core.progress import SILENT, Progress
from landslide_plugin.core.worker.keeper import Keeper, Kind
from tests.support.processes import number_in, running, wait_for

HERE = Path(__file__).resolve().parents[2] / "support"
ODD = str(HERE / "odd_worker.py")
REPOSITORY = HERE.parents[1]
KIND = Kind(sys.executable, "1.0", script=ODD)


@pytest.fixture
def keeper():
    kept = Keeper()
    yield kept
    kept.close()


@pytest.fixture
def run(keeper, tmp_path):
    """Run a task of the odd worker in a folder of its own."""
    count = iter(range(100))

    def work(task, job=None, kind=KIND, minutes=1.0, progress=SILENT):
        folder = tmp_path / f"job {next(count)}"
        folder.mkdir()
        return keeper.run(task, job or {}, str(folder), kind, minutes=minutes, progress=progress)

    return work


def test_the_next_job_runs_in_the_same_process_and_is_told_of_it(run):
    said = []
    first = run("identity", progress=Progress(info=said.append))
    second = run("identity", progress=Progress(info=said.append))
    assert first["process"] == second["process"] != os.getpid()
    assert [line for line in said if "stays for 1 minutes" in line and "MiB" in line]
    assert [line for line in said if "of the last run" in line]
    assert Path(second["temporary"]).is_dir()


def test_without_minutes_every_job_has_its_own_process_that_ends(run):
    first, second = (run("identity", minutes=0.0)["process"] for _ in range(2))
    assert first != second
    assert not running(first)
    assert not running(second)


def test_a_setting_put_back_to_nothing_ends_what_was_kept(run):
    kept = run("identity")["process"]
    run("identity", minutes=0.0)
    assert not running(kept)


@pytest.mark.parametrize(
    "other",
    [Kind(sys.executable, "1.1", script=ODD), Kind(sys.executable, "1.0", 7, ODD)],
    ids=["version", "made"],
)
def test_another_version_or_environment_ends_it(run, other):
    kept = run("identity")["process"]
    assert run("identity", kind=other)["process"] != kept
    assert not running(kept)


def test_an_environment_made_anew_is_another_kind(tmp_path):
    python = tmp_path / "bin" / "python"
    (tmp_path / "pyvenv.cfg").write_text("")
    before = Kind.of(str(python), "1.0")
    os.utime(tmp_path / "pyvenv.cfg", ns=(1, before.made + 1))
    assert Kind.of(str(python), "1.0") != before


def test_a_second_job_meanwhile_has_its_own_process(run, tmp_path):
    kept, mark = run("identity")["process"], tmp_path / "mark"
    stop, ended = threading.Event(), []

    def long() -> None:
        with pytest.raises(Cancelled):
            run("wait", {"mark": str(mark)}, progress=Progress(is_cancelled=stop.is_set))
        ended.append(True)

    thread = threading.Thread(target=long)
    thread.start()
    assert wait_for(lambda: number_in(mark), 20) == kept
    other = run("identity")["process"]
    assert other != kept
    assert not running(other)
    stop.set()
    thread.join()
    assert ended
    assert not running(kept)


@pytest.mark.parametrize(("task", "error"), [("refuse", GridMismatch), ("stumble", Exception)])
def test_a_failure_ends_it_and_the_next_job_starts_anew(run, task, error):
    kept = run("identity")["process"]
    with pytest.raises(error):
        run(task)
    assert not running(kept)
    assert run("identity")["process"] != kept


def test_a_stop_that_came_too_late_stops_no_later_job(run, tmp_path):
    mark = tmp_path / "mark"
    asked = Progress(is_cancelled=lambda: number_in(mark) > 0)
    assert run("late", {"mark": str(mark)}, progress=asked) == {}
    after = run("heed")
    assert after["process"] == number_in(mark)


def test_a_job_that_cannot_be_written_ends_it_and_the_next_one_is_kept_again(keeper, run, tmp_path):
    kept = run("identity")["process"]
    with pytest.raises(OSError, match="gone"):
        keeper.run("identity", {}, str(tmp_path / "gone"), KIND, minutes=1.0, progress=SILENT)
    assert not running(kept)
    first, second = (run("identity")["process"] for _ in range(2))
    assert first == second


def test_it_ends_when_its_time_is_up(run):
    kept = run("identity", minutes=0.01)
    assert wait_for(lambda: not running(kept["process"]), 20)
    assert wait_for(lambda: not Path(kept["temporary"]).exists(), 20)


def test_one_that_was_killed_meanwhile_is_replaced(run):
    kept = run("identity")["process"]
    os.kill(kept, signal.SIGKILL)
    assert wait_for(lambda: not running(kept), 20)
    assert run("identity")["process"] != kept


def test_closing_ends_it_and_no_other_is_kept(keeper, run):
    kept = run("identity")
    keeper.close()
    assert not running(kept["process"])
    assert not Path(kept["temporary"]).exists()
    assert not running(run("identity")["process"])


PARENT = """
import sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from landslide_plugin.core.progress import SILENT
from landslide_plugin.core.worker.keeper import Keeper, Kind
found = Keeper().run("identity", {}, sys.argv[3], Kind(sys.executable, "1", script=sys.argv[2]), 5.0, SILENT)
Path(sys.argv[3], "temporary").write_text(found["temporary"])
Path(sys.argv[3], "pid").write_text(str(found["process"]))
time.sleep(60)
"""


def test_a_killed_parent_leaves_no_idle_process_and_no_folder(tmp_path):
    mark = tmp_path / "pid"
    with subprocess.Popen([sys.executable, "-c", PARENT, str(REPOSITORY), ODD, str(tmp_path)]) as parent:
        assert wait_for(lambda: number_in(mark), 20)
        place = Path((tmp_path / "temporary").read_text())
        pid = number_in(mark)
        assert running(pid)
        assert place.is_dir()
        os.kill(parent.pid, signal.SIGKILL)
    assert wait_for(lambda: not running(pid), 20)
    assert wait_for(lambda: not place.exists(), 20)
