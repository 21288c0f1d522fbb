"""Packages come from where they are asked from, are held to their hashes, and are fetched once."""

import hashlib
import os
import re
import sys
import zipfile
from pathlib import Path, PureWindowsPath

import pytest

from landslide_plugin.core.errors import InputError, WorkerError
from landslide_plugin.core.progress import SILENT, Progress
from landslide_plugin.core.worker.error_report import LastLines, report_of
from landslide_plugin.core.worker.installing import Pip, install
from landslide_plugin.core.worker.packages import (
    MADE_FROM,
    OF_PIP,
    PIN,
    PackageSource,
    lock_of,
    names_in,
    package_source,
)
from landslide_plugin.core.worker.place import LONGEST_INSIDE, environment_home, require_short

REPOSITORY = Path(__file__).resolve().parents[3]
NAME = "landslide_tiny-1.2-py3-none-any.whl"


@pytest.fixture
def wheels(tmp_path):
    """A folder with one wheel, as somebody without a network would carry it there."""
    folder = tmp_path / "carried"
    folder.mkdir()
    info = "landslide_tiny-1.2.dist-info"
    with zipfile.ZipFile(folder / NAME, "w") as wheel:
        wheel.writestr("landslide_tiny.py", "answer = 42")
        wheel.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\nName: landslide-tiny\nVersion: 1.2\n")
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nGenerator: x\nTag: py3-none-any\n")
        wheel.writestr(f"{info}/RECORD", "")
    return folder


@pytest.fixture
def requirements(tmp_path, wheels):
    digest = hashlib.sha256((wheels / NAME).read_bytes()).hexdigest()
    path = tmp_path / "requirements.txt"
    path.write_text("landslide-tiny==1.2\n")
    path.with_suffix(".lock").write_text(f"landslide-tiny==1.2 \\\n    --hash=sha256:{digest}\n")
    return str(path)


@pytest.fixture
def pip(tmp_path):
    """The pip of this environment, told to install into a folder of the test."""

    def made(packages, progress=SILENT):
        return Pip(
            sys.executable, {"PIP_TARGET": str(tmp_path / "target"), "PIP_NO_INDEX": "1"}, packages, progress
        )

    return made


def installed(tmp_path):
    return (tmp_path / "target" / "landslide_tiny.py").exists()


def test_a_folder_of_wheels_serves_without_a_network(tmp_path, wheels, requirements, pip):
    install(pip(package_source(str(wheels))), [requirements], tmp_path / "fetched")
    assert installed(tmp_path)
    assert (wheels / NAME).exists(), "what somebody carried there stays"


def test_what_was_fetched_stays_for_the_next_run_and_goes_when_it_is_done(
    tmp_path, wheels, requirements, pip, monkeypatch
):
    fetched, said = tmp_path / "fetched", []
    lock = Path(requirements).with_suffix(".lock")
    whole = lock.read_text()
    lock.write_text(f"{whole}landslide-huge==1 --hash=sha256:{'0' * 64}\n")
    with pytest.raises(WorkerError, match="pip download failed"):
        install(pip(OF_PIP, Progress(info=said.append)), [requirements], fetched)
    assert any("the next run goes on from there" in line for line in said)
    lock.write_text(whole)
    (fetched / NAME).write_bytes((wheels / NAME).read_bytes())
    monkeypatch.setenv("PIP_FIND_LINKS", str(fetched))
    install(pip(OF_PIP, Progress(info=said.append)), [requirements], fetched)
    assert installed(tmp_path)
    assert any("Going on with 1 packages fetched before" in line for line in said)
    assert not fetched.exists()


def test_a_wheel_that_is_not_the_one_pinned_is_refused(tmp_path, wheels, requirements, pip):
    with zipfile.ZipFile(wheels / NAME, "a") as wheel:
        wheel.writestr("more.py", "another")
    with pytest.raises(WorkerError, match="pip install failed"):
        install(pip(PackageSource(folder=str(wheels))), [requirements], tmp_path / "fetched")
    assert not installed(tmp_path)


def test_what_is_neither_index_nor_folder_is_refused(tmp_path):
    with pytest.raises(InputError, match="holds no wheels; fill it"):
        package_source(str(tmp_path))
    assert package_source("https://a.b/simple").options == ["--index-url", "https://a.b/simple"]
    assert package_source("").options == []


@pytest.mark.parametrize(
    "path", ["landslide_plugin/resources/requirements-worker.txt", "requirements-test.txt"]
)
def test_every_list_is_of_its_requirement_file_and_holds_a_hash_of_everything(path):
    file = REPOSITORY / path
    lock = Path(lock_of(str(file))).read_text()
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    assert MADE_FROM.search(lock).group(1) == digest, "run: python -m tools.setup.lock"
    entries = re.split(r"\n(?=\S)", lock.split("\n", 1)[1])
    assert all("--hash=sha256:" in entry for entry in entries)
    pinned = {line.split(";")[0].strip() for line in file.read_text().splitlines() if line[:1].isalpha()}
    assert pinned <= {entry.split(" ")[0] for entry in entries}
    assert names_in([lock_of(str(file))]) >= len({PIN.match(pin).group(1) for pin in pinned})


def test_on_windows_it_lies_in_the_local_data_and_paths_are_measured():
    local = {"LOCALAPPDATA": "C:/Users/ann.long-surname/AppData/Local"}
    home = environment_home("win32", "C:/Users/ann/AppData/Roaming/QGIS/QGIS3/profiles/default", local)
    assert home.startswith(local["LOCALAPPDATA"])
    require_short(f"{home}-01234567", "win32", False)
    with pytest.raises(InputError, match="name a shorter FOLDER"):
        require_short(f"C:/{'x' * 80}", "win32", False)
    require_short(f"C:/{'x' * 80}", "win32", True)
    require_short(f"/{'x' * 200}", "linux", False)


@pytest.mark.skipif(not (REPOSITORY / ".venv-worker").exists(), reason="there is no .venv-worker")
def test_the_longest_path_of_an_environment_is_not_longer_than_said():
    packages = next((REPOSITORY / ".venv-worker" / "lib").glob("python3*/site-packages"))
    longest = max(
        len(where) + 1 + len(name) - len(str(packages))
        for where, _, names in os.walk(packages)
        for name in names
    )
    assert len("Lib/site-packages") + longest <= LONGEST_INSIDE


def test_a_report_to_paste_holds_the_end_and_no_secret(monkeypatch):
    monkeypatch.setenv("HOME", "/home/ann")
    last, heard = LastLines(), []
    progress = last.heard(Progress(info=heard.append))
    for number in range(50):
        progress.info(f"line {number}")
    progress.info("from " + "@".join(("https://ann:b", "c", "mirror.local/x")) + " to /home/ann/env")
    told = "\n".join(report_of(WorkerError("pip failed"), {"QGIS": "3.40"}, last))
    assert len(heard) == 51
    assert "WorkerError: pip failed" in told
    assert "line 49" in told
    assert "line 10\n" not in told
    assert "from https://mirror.local/x to ~/env" in told
    assert "ann" not in told


def test_a_home_written_as_qgis_writes_it_on_windows_is_not_in_the_report(monkeypatch):
    monkeypatch.setattr(Path, "home", lambda: PureWindowsPath("C:\\Users\\ann"))
    facts = {"Python": "C:/Users/ann/python.exe", "environment": "C:\\Users\\ann\\venv"}
    told = report_of(WorkerError("no"), facts, LastLines())
    assert told[1:3] == ["Python: ~/python.exe", "environment: ~\\venv"]
