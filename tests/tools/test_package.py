"""The zip is what plugins.qgis.org takes: whole, clean, and the same each time."""

import os
import re
import shutil
import zipfile
from pathlib import Path

import pytest

from landslide_plugin.algorithms.base.metadata import documentation, homepage
from tools.ship.identity import METADATA, filled, placeholders
from tools.ship.package import REPOSITORY, build
from tools.ship.store import (
    LARGEST_BYTES,
    PLUGIN,
    faults,
    metadata,
    metadata_faults,
    security_findings,
    style_findings,
    text_faults,
)

ICON = "resources/icons/landslide.svg"

pytestmark = pytest.mark.skipif(
    not (REPOSITORY / ".git").exists(), reason="the zip is made from tracked files"
)


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    return build(REPOSITORY, tmp_path_factory.mktemp("package"))


def changed(package, tmp_path, name, content):
    """A copy of the zip with one more file, or with one replaced."""
    copy = tmp_path / package.name
    with zipfile.ZipFile(package) as old, zipfile.ZipFile(copy, "w") as new:
        for entry in old.namelist():
            if entry != name:
                new.writestr(entry, old.read(entry))
        if content is not None:
            new.writestr(name, content)
    return copy


def test_the_zip_has_no_faults(package):
    assert list(faults(package)) == []


def test_the_zip_passes_bandit_and_detect_secrets(package):
    assert list(security_findings(package)) == []


def test_the_zip_passes_flake8_with_the_settings_in_it(package, tmp_path):
    spoiled = changed(package, tmp_path, f"{PLUGIN}/bad.py", "import os\nx = 1 \n")
    found = [line.split(": ", 1) for line in style_findings(spoiled)]
    assert [(Path(place.split(":")[0]).name, words[:4]) for place, words in found] == [
        ("bad.py", "F401"),
        ("bad.py", "W291"),
    ]


def test_the_same_files_give_the_same_bytes(package, tmp_path):
    assert build(REPOSITORY, tmp_path).read_bytes() == package.read_bytes()


def test_the_documentation_comes_along_and_is_what_help_opens(tmp_path):
    site = tmp_path / "site"
    for name in ("help/mapsusceptibility.html", "assets/style.css", "assets/style.css.map", "sitemap.xml"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text("page", encoding="utf-8")
    with zipfile.ZipFile(build(REPOSITORY, tmp_path, site)) as archive:
        shipped = [name for name in archive.namelist() if name.startswith(f"{PLUGIN}/help/")]
        archive.extractall(tmp_path / "a folder")
    assert shipped == [f"{PLUGIN}/help/assets/style.css", f"{PLUGIN}/help/help/mapsusceptibility.html"]
    pages = tmp_path / "a folder" / PLUGIN / "help"
    address = documentation("help/mapsusceptibility", pages)
    assert address.startswith("file:///")
    assert "a%20folder" in address
    assert documentation("help/other", pages) == f"{homepage()}/help/other.html"


def test_the_licence_is_the_gpl(package):
    with zipfile.ZipFile(package) as archive:
        text = archive.read(f"{PLUGIN}/LICENSE").decode()
    assert "GNU GENERAL PUBLIC LICENSE" in text
    assert "Version 3, 29 June 2007" in text


def test_what_is_in_the_zip_loads_as_a_package(package, tmp_path):
    import subprocess
    import sys

    with zipfile.ZipFile(package) as archive:
        archive.extractall(tmp_path)
    code = f"import {PLUGIN}.core.worker.client, {PLUGIN}.core.quantities; print({PLUGIN}.__file__)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert str(tmp_path) in done.stdout


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        (f"{PLUGIN}/__pycache__/a.pyc", b"", "__pycache__"),
        (f"{PLUGIN}/tests/test_a.py", b"", "tests/test_a.py must not"),
        (f"{PLUGIN}/install.sh", b"", "install.sh must not"),
        (f"{PLUGIN}/core/fast.so", b"", "fast.so must not"),
        (f"{PLUGIN}/resources/tool", b"\x7fELF....", "tool is a program"),
        (f"{PLUGIN}/.hidden", b"", ".hidden must not"),
        (f"{PLUGIN}/a..b.txt", b"", "a..b.txt must not"),
        ("readme.txt", b"", "top folders"),
        (f"{PLUGIN}/LICENSE", None, "LICENSE is missing"),
        (f"{PLUGIN}/{ICON}", None, "icon resources/icons/landslide.svg is not in the zip"),
    ],
)
def test_each_fault_is_found(package, tmp_path, name, content, words):
    assert any(words in fault for fault in faults(changed(package, tmp_path, name, content)))


def test_each_security_finding_is_found(package, tmp_path):
    code = "import pickle\nx = pickle.loads(b'')\nassert True\n" + "api = 'AKIA" + "IOSFODNN7ABCDEFG'\n"
    spoiled = changed(package, tmp_path, f"{PLUGIN}/bad.py", code)
    found = [line for line in security_findings(spoiled) if "bad.py" in line]
    for words in ("B301", "B101", "AWS"):
        assert any(words in line for line in found)


@pytest.mark.parametrize("key", ["about", "tracker", "repository", "email", "qgisMinimumVersion", "license"])
def test_missing_metadata_is_found(key):
    general = dict(metadata((REPOSITORY / PLUGIN / "metadata.txt").read_text()))
    names = [f"{PLUGIN}/{ICON}"]
    assert list(metadata_faults(general, names)) == []
    general[key] = ""
    assert any(key in fault for fault in metadata_faults(general, names))


def test_metadata_says_what_qgis_must_know():
    general = metadata((REPOSITORY / PLUGIN / "metadata.txt").read_text())
    assert (general["qgisMinimumVersion"], general["qgisMaximumVersion"]) == ("3.22", "4.99")
    assert general["hasProcessingProvider"] == "yes"
    assert f"## {general['version']}" in (REPOSITORY / "CHANGELOG.md").read_text()


def test_what_repeats_the_identity_agrees_with_it():
    told = filled()
    assert {path: (REPOSITORY / path).read_text(encoding="utf-8") for path in told} == told
    assert "changelog=" in told[METADATA]


def test_a_zip_with_placeholders_is_named_as_not_for_the_store(package):
    with zipfile.ZipFile(package) as archive:
        general = metadata(archive.read(METADATA).decode())
    marked = bool(placeholders(general))
    assert general["name"].endswith("(not for the store)") == marked
    assert package.name.endswith("-not-for-the-store.zip") == marked


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("changelog=better by 5 %", "cannot be parsed"),
        ("author=A/B", "has a slash"),
        ("tracker=nowhere", "is no address"),
        ("version=1.2-rc", "is not like"),
    ],
)
def test_metadata_that_the_store_would_not_take_is_found(line, words):
    text = (REPOSITORY / METADATA).read_text(encoding="utf-8")
    names = [f"{PLUGIN}/{ICON}"]
    assert list(text_faults(text, names)) == []
    key = line.split("=")[0]
    spoiled = re.sub(rf"^{key}=.*$", line, text, count=1, flags=re.MULTILINE)
    assert any(words in fault for fault in text_faults(spoiled, names))


def test_the_limit_is_the_stores_in_bytes(package, tmp_path):
    assert LARGEST_BYTES == 25_000_000
    large = changed(
        package,
        tmp_path,
        f"{PLUGIN}/resources/noise.txt",
        os.urandom(LARGEST_BYTES).hex()[: LARGEST_BYTES * 2],
    )
    assert any("at most 25,000,000" in fault for fault in faults(large))


def test_untracked_files_stay_out(tmp_path):
    import subprocess

    copy = tmp_path / "clone"
    (copy / PLUGIN).mkdir(parents=True)
    shutil.copy(REPOSITORY / "LICENSE", copy)
    for name in ("metadata.txt", "__init__.py"):
        shutil.copy(REPOSITORY / PLUGIN / name, copy / PLUGIN)
    subprocess.run(["git", "init", "-q", str(copy)], check=True)
    subprocess.run(["git", "-C", str(copy), "add", "."], check=True)
    (copy / PLUGIN / "draft.py").write_text("x = 1\n")
    with zipfile.ZipFile(build(copy, tmp_path)) as archive:
        assert sorted(archive.namelist()) == [
            f"{PLUGIN}/{n}" for n in ("LICENSE", "__init__.py", "metadata.txt")
        ]
