"""Making an environment: whole or not at all, and never over somebody's files."""

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from landslide_plugin.core.errors import Cancelled, InputError, WorkerError
from landslide_plugin.core.progress import SILENT, Progress
from landslide_plugin.core.worker.base_python import python_version, suitable_python
from landslide_plugin.core.worker.environment import (
    COMPLETE,
    create,
    fingerprint,
    is_complete,
    made_at,
    made_for_others,
    place_for,
    remove_others,
)
from tools.check.patience import patient

PACKAGE = """
[project]
name = "landslide-tiny"
version = "1.2"
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
"""
BACKEND = """
import zipfile
from pathlib import Path
def build_wheel(folder, config_settings=None, metadata_directory=None):
    name = "landslide_tiny-1.2-py3-none-any.whl"
    with zipfile.ZipFile(f"{folder}/{name}", "w") as wheel:
        wheel.writestr("landslide_tiny.py", "answer = 42")
        info = "landslide_tiny-1.2.dist-info"
        wheel.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\\nName: landslide-tiny\\nVersion: 1.2\\n")
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\\nGenerator: x\\nTag: py3-none-any\\n")
        wheel.writestr(f"{info}/RECORD", "")
    return name
"""


@pytest.fixture
def requirements(tmp_path):
    """A requirement file for one tiny local package: pip's real work without a network."""
    source = tmp_path / "tiny"
    source.mkdir()
    (source / "pyproject.toml").write_text(PACKAGE)
    (source / "backend.py").write_text(BACKEND)
    path = tmp_path / "requirements.txt"
    path.write_text(f"{source}\n")
    return str(path)


def test_an_environment_is_made_and_known_to_be_complete(tmp_path, requirements):
    folder, lines = str(tmp_path / "env"), []
    assert not is_complete(folder, [requirements])
    create(folder, [requirements], sys.executable, Progress(info=lines.append))
    python = str(Path(folder) / "bin" / "python")
    told = subprocess.run(
        [python, "-c", "import landslide_tiny; print(landslide_tiny.answer)"],
        capture_output=True,
        check=False,
        text=True,
    )
    assert told.stdout.strip() == "42"
    assert is_complete(folder, [requirements])
    assert any("landslide-tiny" in line for line in lines)
    with Path(requirements).open("a") as changed:
        changed.write("# another line\n")
    assert not is_complete(folder, [requirements])


def test_a_failing_install_leaves_nothing(tmp_path, requirements):
    with Path(requirements).open("a") as more:
        more.write(f"{tmp_path}/nowhere\n")
    folder = tmp_path / "env"
    with pytest.raises(WorkerError, match="pip install failed"):
        create(str(folder), [requirements], sys.executable, SILENT)
    assert not folder.exists()


def test_cancel_ends_pip_and_leaves_nothing(tmp_path, requirements):
    (tmp_path / "tiny" / "backend.py").write_text("import time\ntime.sleep(60)\n")
    folder, stop = tmp_path / "env", threading.Event()
    progress = Progress(
        info=lambda line: "Processing" in line and threading.Timer(0.3, stop.set).start(),
        is_cancelled=stop.is_set,
    )
    started = time.monotonic()
    with pytest.raises(Cancelled):
        create(str(folder), [requirements], sys.executable, progress)
    assert time.monotonic() - started < patient(30)
    assert not folder.exists()
    assert (
        str(folder)
        not in subprocess.run(["ps", "-eo", "args"], capture_output=True, check=False, text=True).stdout
    )


def test_a_folder_of_somebody_else_is_left_alone(tmp_path, requirements):
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(InputError, match="holds other files"):
        create(str(tmp_path), [requirements], sys.executable, SILENT)
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_an_unfinished_environment_is_not_taken_for_complete(tmp_path, requirements):
    folder = tmp_path / "env"
    folder.mkdir()
    (folder / COMPLETE).write_text("another digest\n")
    assert not is_complete(str(folder), [requirements])


def test_the_version_of_an_interpreter_is_asked_not_guessed(tmp_path):
    assert python_version(sys.executable) == sys.version_info[:2]
    assert python_version("/bin/true") is None
    old = tmp_path / "python3.12"
    old.write_text("#!/bin/sh\necho 3 9\n")
    old.chmod(0o755)
    with pytest.raises(
        WorkerError, match=r"python3\.12 is Python 3\.9; a Python from 3\.10 to 3\.13 is needed"
    ):
        suitable_python(str(old))


def test_without_a_python_the_message_says_what_to_install(monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(WorkerError, match="apt-get install python3 python3-venv"):
        suitable_python()


def environment(folder, digest, more=()):
    """A folder that looks as an environment made here does."""
    (folder / "bin").mkdir(parents=True)
    (folder / "bin" / "python").write_text("#!/bin/sh\n")
    (folder / "pyvenv.cfg").write_text("home = /usr/bin\n")
    (folder / COMPLETE).write_text(f"{digest}\n")
    for name in more:
        (folder / name).write_text("mine")


def test_a_new_environment_is_made_beside_one_that_works_and_the_old_one_goes_last(tmp_path, requirements):
    base, mark = str(tmp_path / "venv"), fingerprint([requirements])
    assert place_for(base, [requirements]) == base
    environment(tmp_path / "venv", "of an older version")
    beside = f"{base}-{mark[:8]}"
    assert place_for(base, [requirements]) == beside
    assert made_at(base, [requirements]) is None
    with Path(requirements).open("a") as more:
        more.write(f"{tmp_path}/nowhere\n")
    with pytest.raises(WorkerError):
        create(place_for(base, [requirements]), [requirements], sys.executable, SILENT)
    assert sorted(path.name for path in tmp_path.glob("venv*")) == ["venv"], (
        "what worked is there, and nothing half-made"
    )
    environment(Path(beside), mark)
    Path(requirements).write_text(Path(requirements).read_text().rsplit("\n", 2)[0] + "\n")
    assert made_at(base, [requirements]) == beside
    told = []
    remove_others(base, beside, Progress(info=told.append))
    assert sorted(path.name for path in tmp_path.glob("venv*")) == [Path(beside).name]
    assert place_for(base, [requirements]) == base


def test_an_environment_that_holds_somebodys_files_is_neither_cleared_nor_removed(tmp_path, requirements):
    base = tmp_path / "venv"
    environment(base, "of an older version", ["thesis.txt"])
    told = []
    remove_others(str(base), str(tmp_path / "venv-01234567"), Progress(warning=told.append))
    assert "thesis.txt" in told[0]
    with pytest.raises(InputError, match=r"holds thesis\.txt beside an environment"):
        create(str(base), [requirements], sys.executable, SILENT)
    assert (base / "thesis.txt").read_text() == "mine"


def test_only_folders_of_its_own_name_and_form_are_others(tmp_path):
    for name in ("venv-notes", "venv-0123456", "venv2", "other-01234567"):
        environment(tmp_path / name, "x")
    (tmp_path / "venv-89abcdef").mkdir()
    (tmp_path / "venv-89abcdef" / "data.csv").write_text("mine")
    before = sorted(path.name for path in tmp_path.iterdir())
    remove_others(str(tmp_path / "venv"), str(tmp_path / "kept"), SILENT)
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_an_environment_of_other_packages_is_told(tmp_path, requirements):
    environment(tmp_path / "old", "of an older version")
    environment(tmp_path / "new", fingerprint([requirements]))
    (tmp_path / "own" / "bin").mkdir(parents=True)
    found = [
        made_for_others(str(tmp_path / name / "bin" / "python"), [requirements])
        for name in ("old", "new", "own")
    ]
    assert found == [str(tmp_path / "old"), "", ""]
