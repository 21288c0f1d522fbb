"""QGIS and its modelling process: kept apart, ended together, and readable when it goes wrong."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.support.harness import (
    REPOSITORY,
    command,
    enable_plugin,
    environment,
    messages,
    outputs,
    qgis_process,
)
from tests.support.processes import number_in, running, wait_for
from tools.check.patience import patient

HERE = Path(__file__).resolve().parents[2] / "support"
ODD = REPOSITORY / "tests" / "support" / "odd_worker.py"
FOREIGN = ("tensorflow", "keras", "base_attentive", "sklearn", "numba")

needs_environment = pytest.mark.skipif(
    not (REPOSITORY / ".venv-worker" / "bin" / "python").exists(),
    reason="there is no .venv-worker; run make setup",
)


@pytest.fixture
def odd(tmp_path):
    """Variables that make task ``check`` run a misbehaving task; the mark file tells its process."""

    def variables(task):
        python = tmp_path / "python"
        python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{ODD}" "$2"\n')
        python.chmod(0o755)
        temporary = tmp_path / "temporary"
        temporary.mkdir()
        return {
            "LANDSLIDE_PYTHON": str(python),
            "ODD_TASK": task,
            "ODD_MARK": str(tmp_path / "mark"),
            "TMPDIR": str(temporary),
        }

    return variables


def start(variables):
    enable_plugin()
    return subprocess.Popen(
        command("landslide:modelenvironment", {"ACTION": "check"}),
        env=environment(extra=variables),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def left_in(variables):
    return list(Path(variables["TMPDIR"]).glob("landslide-*"))


def imported(log):
    return {line.split(".")[0] for line in log.read_text().splitlines()}


@needs_environment
def test_check_reports_versions_and_keeps_tensorflow_out_of_qgis(tmp_path):
    log = tmp_path / "imports"
    done = qgis_process(
        "modelenvironment", {"ACTION": "check"}, env={"PYTHONPATH": str(HERE / "spy"), "SPY_LOG": str(log)}
    )
    results = outputs(done)
    assert results["TENSORFLOW_VERSION"].startswith("2.")
    assert "base-attentive" in results["VERSIONS"]
    seen = imported(log)
    assert "landslide_plugin" in seen, "the spy saw nothing, so it proves nothing"
    assert not seen & set(FOREIGN)


def test_qgis_killed_leaves_no_orphan(odd):
    variables = odd("wait")
    with start(variables) as process:
        assert wait_for(lambda: number_in(Path(variables["ODD_MARK"])), 30), process.stdout.read()
        pid = number_in(Path(variables["ODD_MARK"]))
        assert running(pid)
        os.kill(process.pid, signal.SIGKILL)
    assert wait_for(lambda: not running(pid), 2)
    assert wait_for(lambda: not left_in(variables), 1)


def test_interrupt_of_qgis_process_cancels_and_fails(odd):
    variables = odd("wait")
    with start(variables) as process:
        assert wait_for(lambda: number_in(Path(variables["ODD_MARK"])), 30), process.stdout.read()
        pid = number_in(Path(variables["ODD_MARK"]))
        process.send_signal(signal.SIGINT)  # QGIS 3.22 with --json does not heed it
        output = process.communicate(timeout=patient(20))[0]
    assert process.returncode == 1
    assert "Cancelled, nothing written" in output
    assert wait_for(lambda: not running(pid), 2)
    assert wait_for(lambda: not left_in(variables), 1)


def test_cancel_in_processing_takes_less_than_a_second(run, odd, monkeypatch):
    from qgis.core import QgsProcessingException, QgsProcessingFeedback

    variables = odd("wait")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    feedback, mark, asked = QgsProcessingFeedback(), Path(variables["ODD_MARK"]), []

    def cancel():
        if wait_for(lambda: number_in(mark), 30):
            asked.append(time.monotonic())
            feedback.cancel()

    thread = threading.Thread(target=cancel)
    thread.start()
    with pytest.raises(QgsProcessingException, match="Cancelled, nothing written"):
        run("modelenvironment", {"ACTION": "check"}, feedback=feedback)
    took = time.monotonic() - asked[0]
    thread.join()
    assert took < patient(1.0)
    assert not running(number_in(mark))


@pytest.mark.parametrize(
    ("task", "words"),
    [
        ("leave", "ended too early (exit code 7); it last printed: about to leave"),
        ("crash", "ended too early (killed by SIGSEGV"),
        ("stumble", "The modelling process failed: ZeroDivisionError: nothing to divide by"),
    ],
)
def test_a_worker_that_dies_is_a_readable_error_and_exit_1(odd, task, words):
    variables = odd(task)
    done = qgis_process("modelenvironment", {"ACTION": "check"}, env=variables)
    assert done.returncode == 1
    line = next(line for line in messages(done).splitlines() if words in line)
    assert "Traceback" not in line
    assert not left_in(variables)


def test_a_wrong_interpreter_is_named(tmp_path):
    done = qgis_process(
        "modelenvironment", {"ACTION": "check"}, env={"LANDSLIDE_PYTHON": str(tmp_path / "none")}
    )
    assert done.returncode == 1
    assert f"LANDSLIDE_PYTHON names {tmp_path / 'none'}" in messages(done)


def test_an_incomplete_python_is_refused_by_package(tmp_path):
    done = qgis_process("modelenvironment", {"ACTION": "check", "PYTHON": "/usr/bin/python3"})
    assert done.returncode == 1
    assert "base-attentive (ModuleNotFoundError" in messages(done)


def test_create_refuses_a_folder_with_other_files(tmp_path):
    (tmp_path / "thesis.txt").write_text("years of work")
    done = qgis_process("modelenvironment", {"ACTION": "create", "FOLDER": tmp_path})
    assert done.returncode == 1
    assert f"{tmp_path} holds other files" in messages(done)
    assert (tmp_path / "thesis.txt").read_text() == "years of work"
