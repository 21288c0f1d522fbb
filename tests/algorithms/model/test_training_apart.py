"""Real trainings through qgis_process: TensorFlow stays out of QGIS, and no training outlives it."""

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.support.harness import REPOSITORY, command, enable_plugin, environment, outputs, qgis_process
from tests.support.processes import running, wait_for
from tests.support.study import POINTS, QUICK, derive_factors
from tools.check.patience import patient

SPY = Path(__file__).resolve().parents[2] / "support" / "spy"
FOREIGN = {"tensorflow", "keras", "base_attentive", "sklearn", "numba"}
LONG = {**QUICK, "EPOCHS": 1000, "PATIENCE": 1000, "MEMBERS": 50, "CV_MEMBERS": 20}

pytestmark = pytest.mark.skipif(
    not (REPOSITORY / ".venv-worker" / "bin" / "python").exists(),
    reason="there is no .venv-worker; run make setup",
)


@pytest.fixture(scope="module")
def factors(tmp_path_factory):
    return derive_factors(tmp_path_factory.mktemp("factors"))


def training(factors, bundle, settings):
    return {"FACTORS": factors, "INVENTORY": POINTS, "LABEL_FIELD": "landslide", "BUNDLE": bundle, **settings}


def with_scikit_learn(process):
    """Direct children of a process that have scikit-learn's libraries in their memory: they fit models."""
    tasks = Path(f"/proc/{process.pid}/task").glob("*/children")
    pids = [int(pid) for task in tasks for pid in task.read_text().split()]
    return [pid for pid in pids if "sklearn" in Path(f"/proc/{pid}/maps").read_text()]


@pytest.fixture
def long_training(factors, tmp_path):
    """A training that has begun to learn: the process of QGIS, the worker's id, and the folders they use."""
    enable_plugin()
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    process = subprocess.Popen(
        command("landslide:trainensemble", training(factors, tmp_path / "model", LONG)),
        env=environment(extra={"TMPDIR": str(temporary)}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    wait_for(lambda: process.poll() is not None or with_scikit_learn(process), 90)
    assert process.poll() is None, process.stdout.read()
    worker = with_scikit_learn(process)[0]
    time.sleep(8)
    assert running(worker), "the training ended before it could be disturbed"
    yield process, worker, temporary, tmp_path
    if process.poll() is None:
        process.kill()
    process.stdout.close()
    process.wait()


def test_training_leaves_no_tensorflow_in_qgis(factors, tmp_path):
    log = tmp_path / "imports"
    spy = {"PYTHONPATH": str(SPY), "SPY_LOG": str(log)}
    bundle = tmp_path / "model"
    done = qgis_process("trainensemble", training(factors, bundle, QUICK), env=spy)
    outputs(done)
    assert (bundle / "bundle.json").exists()
    seen = {line.split(".")[0] for line in log.read_text().splitlines()}
    assert "landslide_plugin" in seen, "the spy saw nothing, so it proves nothing"
    assert not seen & FOREIGN


def test_cancel_in_training_is_quick_and_leaves_nothing(long_training):
    process, worker, temporary, folder = long_training
    started = time.monotonic()
    process.send_signal(signal.SIGINT)
    output = process.communicate(timeout=patient(30))[0]
    assert process.returncode == 1
    assert "Cancelled, nothing written" in output
    assert time.monotonic() - started < patient(10), "QGIS hears of an interrupt after 3 to 4 s"
    assert not running(worker)
    assert not list(folder.glob("model*"))
    assert not list(temporary.glob("landslide-*"))


def test_qgis_killed_in_training_leaves_no_orphan(long_training):
    process, worker, temporary, folder = long_training
    os.kill(process.pid, signal.SIGKILL)
    assert wait_for(lambda: not running(worker), 2)
    assert wait_for(lambda: not list(temporary.glob("landslide-*")), 2)
    assert not (folder / "model").exists()
