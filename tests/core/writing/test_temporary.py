"""Temporary folders of a run that was killed go with the next one, and nobody else's do."""

import ast
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from landslide_plugin.core.writing.temporary import PREFIX, temporary_folder
from landslide_plugin.core.writing.whole import OWNER
from tools.check.patience import patient

PLUGIN = Path(__file__).resolve().parents[3] / "landslide_plugin"
MAKERS = {"TemporaryDirectory", "mkdtemp", "NamedTemporaryFile", "mkstemp"}
RUN = """
import time
from pathlib import Path
from landslide_plugin.core.writing.temporary import temporary_folder
with temporary_folder() as folder:
    Path(folder, "aligned.npy").write_bytes(b"a large raster")
    print(folder, flush=True)
    time.sleep(600)
"""


@pytest.fixture
def home(tmp_path, monkeypatch):
    """An empty temporary folder of the system."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return tmp_path


def test_what_a_killed_run_left_goes_with_the_next_and_a_living_ones_stays(home):
    with subprocess.Popen([sys.executable, "-c", RUN], stdout=subprocess.PIPE, text=True) as run:
        try:
            left = Path(run.stdout.readline().strip())
            assert left.parent == home
            with temporary_folder():
                assert (left / "aligned.npy").exists(), "a run that goes on keeps its folder"
        finally:
            run.kill()
            run.wait(patient(10))
    assert left.is_dir()
    with temporary_folder() as mine:
        assert [path.name for path in home.iterdir()] == [Path(mine).name]
    assert not list(home.iterdir())


def test_folders_that_do_not_say_whose_they_are_stay(home):
    for name in (f"{PREFIX}photos", "others"):
        (home / name).mkdir()
        (home / name / "thesis.txt").write_text("years of work")
    (home / f"{PREFIX}linked").symlink_to(home / "others")
    (home / "others" / OWNER).write_text(f"{2**22 + 1} elsewhere 1")
    with temporary_folder():
        pass
    assert sorted(path.name for path in home.iterdir()) == [f"{PREFIX}linked", f"{PREFIX}photos", "others"]


def test_a_run_that_fails_leaves_nothing(home):
    with pytest.raises(ValueError, match="no reason"), temporary_folder():
        raise ValueError("no reason")
    assert not list(home.iterdir())


def test_every_temporary_folder_of_a_run_says_whose_it_is():
    """One made otherwise would stay for ever after a killed run, with rasters as large as the inputs in it."""
    unowned = []
    for path in PLUGIN.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in MAKERS:
                within = any(word.arg == "dir" for word in node.keywords)
                if not within and path.name != "temporary.py":
                    unowned.append(f"{path.name}:{node.lineno}")
    assert unowned == []
