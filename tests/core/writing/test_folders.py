"""Nothing of the user's is lost for a result, whatever the system refuses."""

import os

import pytest

from landslide_plugin.core.errors import InputError, NotInPlace
from landslide_plugin.core.writing.folders import MARKER, filled_folder, owned
from landslide_plugin.core.writing.whole import write_bytes


def held(folder):
    """Content of every file below a folder, by its path there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def fill(folder, text, names=("a.txt", "b.txt"), then=None):
    with filled_folder(folder, ("a.txt", "b.txt", "c.txt")) as new:
        for name in names:
            (new / name).write_text(text)
        if then:
            then()


def stop():
    raise BufferError("stopped")


def refuse_from(monkeypatch, first):
    """Have the system refuse to rename from that time on, the first being 0."""
    times, replace = iter(range(1000)), os.replace

    def refusing(start, end):
        if next(times) >= first:
            raise PermissionError(13, "open in another program")
        replace(start, end)

    monkeypatch.setattr(os, "replace", refusing)


def test_a_folder_is_filled_again_and_all_else_in_it_stays(tmp_path):
    fill(tmp_path, "old", ("a.txt", "c.txt"))
    (tmp_path / "notes.txt").write_text("years of work")
    (tmp_path / "a.doc").write_text("years of work")
    fill(tmp_path, "new")
    assert {name: text.decode() for name, text in held(tmp_path).items() if name != MARKER} == {
        "a.txt": "new",
        "b.txt": "new",
        "a.doc": "years of work",
        "notes.txt": "years of work",
    }
    assert owned(tmp_path) == {"a.txt", "b.txt"}


@pytest.mark.parametrize("name", ["a.txt", "c.txt", "b.txt.aux.xml", MARKER])
def test_a_file_in_the_way_is_named_before_the_work(tmp_path, name):
    (tmp_path / name).write_text("years of work")
    with pytest.raises(InputError, match=name), filled_folder(tmp_path, ("a.txt", "b.txt", "c.txt")):
        pytest.fail("the work has begun")
    assert held(tmp_path) == {name: b"years of work"}


def test_a_file_that_came_during_the_work_stays(tmp_path):
    with pytest.raises(InputError, match="a.txt"):
        fill(tmp_path, "new", then=lambda: (tmp_path / "a.txt").write_text("years of work"))
    assert held(tmp_path) == {"a.txt": b"years of work"}


@pytest.mark.parametrize("first", range(6))
def test_names_that_cannot_be_given_lose_neither_old_nor_new(tmp_path, monkeypatch, first):
    folder = tmp_path / "filled"
    fill(folder, "old")
    (folder / "notes.txt").write_text("years of work")
    before = held(folder)
    with monkeypatch.context() as patch:
        refuse_from(patch, first)
        with pytest.raises(NotInPlace, match="stays as it was: open in") as error:
            fill(folder, "new")
    after = held(folder)
    assert {name: after[name] for name in before} == before
    kept = {name.rpartition("/")[2]: text for name, text in after.items() if "/whole/" in name}
    assert {kept["a.txt"], kept["b.txt"]} == {b"new"}
    assert "/whole" in str(error.value).replace(os.sep, "/")
    fill(folder, "newer")
    assert (folder / "a.txt").read_text() == "newer"


def test_a_new_folder_that_cannot_have_its_name_is_kept(tmp_path, monkeypatch):
    refuse_from(monkeypatch, 0)
    with pytest.raises(NotInPlace, match="filled cannot be replaced"):
        fill(tmp_path / "filled", "new")
    assert sorted(set(held(tmp_path).values()) & {b"new"}) == [b"new"]


def test_a_file_that_cannot_have_its_name_is_kept_beside_the_old(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("old")
    refuse_from(monkeypatch, 0)
    with pytest.raises(NotInPlace, match="copy what was written"):
        write_bytes(tmp_path / "a.txt", b"new")
    assert sorted(held(tmp_path).values()) == [b"new", b"old"]


def test_names_like_those_of_parts_are_not_taken(tmp_path):
    mine = [f"a.txt{end}" for end in (".part", ".old", f".{os.getpid()}.part", f".old.{os.getpid()}.part")]
    for name in mine:
        (tmp_path / name).mkdir()
        (tmp_path / name / "thesis.txt").write_text("years of work")
    before = held(tmp_path)
    write_bytes(tmp_path / "a.txt", b"new")
    fill(tmp_path / "model", "new")
    after = held(tmp_path)
    assert {name: after[name] for name in before} == before


def test_an_error_leaves_nothing_behind(tmp_path):
    fill(tmp_path / "filled", "old")
    before = held(tmp_path)
    for folder in ("filled", "other"):
        with pytest.raises(BufferError, match="stopped"):
            fill(tmp_path / folder, "half", then=stop)
    assert held(tmp_path) == before
    assert [path.name for path in tmp_path.iterdir()] == ["filled"]
