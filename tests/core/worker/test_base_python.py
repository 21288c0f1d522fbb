"""The interpreter that an environment is made from: one faked layout a system, since no such machine is at hand."""

import sys
from pathlib import Path

import pytest

from landslide_plugin.core.errors import WorkerError
from landslide_plugin.core.worker.base_python import interpreter, shipped_pythons, suitable_python


def python(path, version, executable="", lacking=""):
    """A program that answers as an interpreter does."""
    path.parent.mkdir(parents=True, exist_ok=True)
    major, minor = version
    end = f"echo \"ModuleNotFoundError: No module named '{lacking}'\" >&2; exit 1" if lacking else ""
    path.write_text(f"#!/bin/sh\necho {major} {minor}\n{end}\necho {executable or path}\n")
    path.chmod(0o755)
    return str(path)


@pytest.fixture(autouse=True)
def nothing_on_the_path(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path / "path"))


def osgeo4w(tmp_path, version=(3, 12), lacking=""):
    home = tmp_path / "OSGeo4W" / "apps" / "Python312"
    return home, python(home / "python.exe", version, lacking=lacking)


def test_on_windows_it_is_the_one_that_osgeo4w_ships(tmp_path):
    home, shipped = osgeo4w(tmp_path)
    python(tmp_path / "path" / "python3.13", (3, 13))
    assert suitable_python("", shipped_pythons("win32", str(home), "qgis-bin.exe")) == shipped


def test_its_launcher_is_asked_where_the_program_is(tmp_path):
    program = python(tmp_path / "elsewhere" / "python.exe", (3, 12))
    home = tmp_path / "OSGeo4W" / "apps" / "Python312"
    python(tmp_path / "OSGeo4W" / "bin" / "python-qgis.bat", (3, 12), program)
    assert suitable_python("", shipped_pythons("win32", str(home), "qgis-bin.exe")) == program


def test_one_that_cannot_load_ssl_is_passed_over_for_one_that_is_found(tmp_path):
    home, shipped = osgeo4w(tmp_path, lacking="ssl")
    found = python(tmp_path / "path" / "python3.11", (3, 11))
    assert interpreter(shipped).lacking == "No module named 'ssl'"
    assert suitable_python("", shipped_pythons("win32", str(home), "qgis-bin.exe")) == found


@pytest.mark.parametrize("place", ["bin/python3", "python3"])
def test_on_macos_it_is_the_one_in_the_bundle(tmp_path, place):
    inside = tmp_path / "QGIS.app" / "Contents" / "MacOS"
    shipped = python(inside / place, (3, 10))
    assert suitable_python("", shipped_pythons("darwin", str(inside), str(inside / "QGIS"))) == shipped


def test_on_linux_it_is_the_newest_of_the_system(tmp_path):
    python(tmp_path / "path" / "python3", (3, 11))
    newest = python(tmp_path / "path" / "python3.13", (3, 13))
    assert suitable_python("", shipped_pythons("linux", "/usr", "/usr/bin/qgis")) == newest


@pytest.mark.parametrize("version", [(3, 9), (3, 14)])
def test_a_version_without_packages_is_told_and_what_works_without(tmp_path, version):
    python(tmp_path / "path" / "python3", version)
    words = rf"python3 is Python 3\.{version[1]}\); .*works without"
    with pytest.raises(WorkerError, match=words):
        suitable_python()
    chosen = tmp_path / "path" / "python3"
    with pytest.raises(WorkerError, match=rf"is Python 3\.{version[1]}; a Python from 3\.10 to 3\.13"):
        suitable_python(str(chosen))


def test_a_chosen_one_that_cannot_make_environments_says_why(tmp_path):
    chosen = python(tmp_path / "own" / "python3", (3, 11), lacking="ensurepip")
    with pytest.raises(WorkerError, match="No module named 'ensurepip'"):
        suitable_python(chosen)


def test_this_interpreter_can(tmp_path):
    assert interpreter(sys.executable).serves
    assert Path(interpreter(sys.executable).executable).name.startswith("python")
