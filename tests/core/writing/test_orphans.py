"""What a killed run left goes with the next one, and nothing else does."""

import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from landslide_plugin.core.errors import NotInPlace
from landslide_plugin.core.writing import whole
from landslide_plugin.core.writing.exchange import JOURNAL
from landslide_plugin.core.writing.folders import MARKER, filled_folder, owned
from landslide_plugin.core.writing.whole import OWNER, scratch_beside, write_bytes, written_whole
from tools.check.patience import patient

WRITER = """
import sys, time
from landslide_plugin.core.writing.exchange import JOURNAL
from landslide_plugin.core.writing.folders import MARKER, filled_folder, owned
from landslide_plugin.core.writing.whole import written_whole
with written_whole(sys.argv[1]) as part:
    part.write_bytes(b"half of it")
    print("half", flush=True)
    time.sleep(600)
"""


@contextmanager
def killed_in_the_end(code, target):
    """The first line that a run says, which is killed after the block, whatever happens there."""
    with subprocess.Popen(
        [sys.executable, "-c", code, str(target)], stdout=subprocess.PIPE, text=True
    ) as run:
        try:
            yield run.stdout.readline()
        finally:
            run.kill()
            run.wait(patient(10))


def test_the_next_run_removes_what_a_killed_one_left(tmp_path):
    target = tmp_path / "map.tif"
    target.write_bytes(b"the old map")
    with killed_in_the_end(WRITER, target) as told:
        assert told == "half\n"
        (left,) = tmp_path.glob("*.part")
        write_bytes(tmp_path / "other.txt", b"beside a run that goes on")
        assert left.is_dir(), "a run that goes on keeps its folder"
    assert left.is_dir()
    write_bytes(tmp_path / "other.txt", b"the next run")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["map.tif", "other.txt"]
    assert target.read_bytes() == b"the old map"


@pytest.mark.parametrize(
    "owner",
    [
        None,
        "",
        "no number",
        f"{2**22 + 1} another-machine",
    ],
)
def test_a_folder_that_is_not_known_to_be_an_orphan_stays(tmp_path, owner):
    mine = tmp_path / "map.tif.0a1b2c3d.part"
    mine.mkdir()
    (mine / "thesis.txt").write_text("mine")
    if owner is not None:
        (mine / OWNER).write_text(owner)
    write_bytes(tmp_path / "map.tif", b"new")
    assert (mine / "thesis.txt").read_text() == "mine"


@pytest.mark.skipif(not Path(whole.NAMESPACE).exists(), reason="containers are known on Linux alone")
def test_a_number_of_another_container_says_nothing_of_its_process(tmp_path, monkeypatch):
    monkeypatch.setattr(whole.os, "kill", lambda *_: (_ for _ in ()).throw(ProcessLookupError()))
    monkeypatch.setattr(whole, "NAMESPACE", "/proc/self/ns/uts")
    there = scratch_beside(tmp_path / "map.tif")
    monkeypatch.undo()
    monkeypatch.setattr(whole.os, "kill", lambda *_: (_ for _ in ()).throw(ProcessLookupError()))
    here = scratch_beside(tmp_path / "map.tif")
    whole.sweep(tmp_path)
    assert (there.is_dir(), here.is_dir()) == (True, False)


EXCHANGER = """
import sys, time
from landslide_plugin.core.writing import folders
place = folders.put_in_place
def slow(part, target):
    place(part, target)
    if str(target).endswith("old/weights.bin"):
        print("moved", flush=True)
        time.sleep(600)
folders.put_in_place = slow
with folders.filled_folder(sys.argv[1], ["weights.bin"]) as new:
    (new / "weights.bin").write_bytes(b"new")
"""


@pytest.fixture
def cut_off(tmp_path):
    """The folder of a model whose run was killed when the old one was out of the way and the new one not yet in."""
    model = tmp_path / "model"
    for content in (b"oldest", b"old"):
        with filled_folder(model, ["weights.bin"]) as new:
            (new / "weights.bin").write_bytes(content)
    (model / "map.txt").write_text("of the user")
    with killed_in_the_end(EXCHANGER, model) as told:
        assert told == "moved\n"
    assert not (model / "weights.bin").exists()
    (kept,) = model.rglob("old/weights.bin")
    assert kept.read_bytes() == b"old"
    return model


def test_an_exchange_that_was_cut_off_is_ended_by_the_next_run(cut_off):
    write_bytes(cut_off / "notes.txt", b"the next run")
    assert (cut_off / "weights.bin").read_bytes() == b"new"
    assert sorted(path.name for path in cut_off.iterdir()) == [MARKER, "map.txt", "notes.txt", "weights.bin"]
    assert owned(cut_off) == {"weights.bin"}


def test_it_stays_where_the_user_has_put_the_old_file_back(cut_off):
    (kept,) = cut_off.rglob("old/weights.bin")
    (cut_off / "weights.bin").write_bytes(kept.read_bytes())
    for _ in range(2):
        write_bytes(cut_off / "notes.txt", b"the next run")
        assert (cut_off / "weights.bin").read_bytes() == b"old"
        assert next(cut_off.rglob("whole/weights.bin")).read_bytes() == b"new"


def test_a_journal_that_was_cut_off_means_that_nothing_was_moved(tmp_path):
    with filled_folder(tmp_path / "model", ["a.txt"]) as new:
        (new / "a.txt").write_text("old")
    orphan = tmp_path / "model" / "whole.0a1b2c3d.part"
    (orphan / "whole").mkdir(parents=True)
    (orphan / "whole" / "a.txt").write_text("new")
    (orphan / JOURNAL).write_text('{"folder": "')
    (orphan / OWNER).write_text(f"{2**22 + 1} {whole._whereabouts()}")
    write_bytes(tmp_path / "model" / "notes.txt", b"the next run")
    assert not orphan.exists()
    assert (tmp_path / "model" / "a.txt").read_text() == "old"


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


@pytest.mark.parametrize("owner", [None, ""])
def test_a_folder_that_was_made_and_no_more_goes_too_but_not_at_once(tmp_path, monkeypatch, owner):
    bare = tmp_path / "map.tif.0a1b2c3d.part"
    bare.mkdir()
    if owner is not None:
        (bare / OWNER).write_text(owner)
    whole.sweep(tmp_path)
    assert bare.is_dir(), "another run may be about to say that it is its"
    monkeypatch.setattr(whole, "BARE_S", -1.0)
    whole.sweep(tmp_path)
    assert not bare.exists()
