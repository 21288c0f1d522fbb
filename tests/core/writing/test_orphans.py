"""What a killed run left goes with the next one, and nothing else does."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from landslide_plugin.core.errors import NotInPlace
from landslide_plugin.core.writing import whole
from landslide_plugin.core.writing.whole import OWNER, scratch_beside, write_bytes, written_whole
from tools.check.patience import patient

WRITER = """
import sys, time
from landslide_plugin.core.writing.whole import written_whole
with written_whole(sys.argv[1]) as part:
    part.write_bytes(b"half of it")
    print("half", flush=True)
    time.sleep(600)
"""


def test_the_next_run_removes_what_a_killed_one_left(tmp_path):
    target = tmp_path / "map.tif"
    target.write_bytes(b"the old map")
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(target)], stdout=subprocess.PIPE, text=True
    ) as killed:
        assert killed.stdout.readline() == "half\n"
        (left,) = tmp_path.glob("*.part")
        write_bytes(tmp_path / "other.txt", b"beside a run that goes on")
        assert left.is_dir(), "a run that goes on keeps its folder"
        killed.send_signal(signal.SIGKILL)
        killed.wait(patient(10))
    assert left.is_dir()
    write_bytes(tmp_path / "other.txt", b"the next run")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["map.tif", "other.txt"]
    assert target.read_bytes() == b"the old map"


@pytest.mark.parametrize(
    "owner", [None, "", "no number", f"{2**22 + 1} another-machine", f"{os.getpid()} here"]
)
def test_a_folder_that_is_not_known_to_be_an_orphan_stays(tmp_path, owner):
    mine = tmp_path / "map.tif.0a1b2c3d.part"
    mine.mkdir()
    (mine / "thesis.txt").write_text("mine")
    if owner is not None:
        (mine / OWNER).write_text(owner)
    write_bytes(tmp_path / "map.tif", b"new")
    assert (mine / "thesis.txt").read_text() == "mine"


def test_what_could_not_be_put_in_place_is_kept_for_good(tmp_path, monkeypatch):
    def refuse(self, target):
        raise OSError(13, "open in another program")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(NotInPlace), written_whole(tmp_path / "map.tif") as part:
        part.write_bytes(b"new")
    monkeypatch.undo()
    monkeypatch.setattr(whole.os, "kill", lambda *_: (_ for _ in ()).throw(ProcessLookupError()))
    monkeypatch.setattr(whole, "LONGEST_RUN_S", -time.time())
    scratch_beside(tmp_path / "map.tif")
    assert any((place / whole.WHOLE).exists() for place in tmp_path.glob("*.part"))
