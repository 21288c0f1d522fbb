"""What a run put into a folder before it was killed, told by a note that it kept while it wrote.

A run lists the files of a folder as its own when it is done. One that is killed before that has put some of them in
place and says so nowhere, were it not for the note: for each file that is awaited, size and time of change, written
down just before it gets its name. A file of the same name that somebody put there later has others.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Union

from ..errors import InputError

NOTE = ".landslide_susceptibility.awaited.json"
"""File in a folder that is there while a run writes, and stays if it is killed."""

AnyPath = Union[str, Path]


def arrived(folder: AnyPath) -> frozenset[str]:
    """Names of the files in a folder that a run which was killed put there, and that nobody changed since.

    >>> sorted(arrived("/nowhere/at/all"))
    []
    """
    folder = Path(folder)
    return frozenset(
        name
        for name, stamp in _read(folder / NOTE)["arrived"].items()
        if name == Path(name).name and _stamp(folder / name) == stamp
    )


@contextmanager
def awaited(folder: AnyPath, names: Collection[str]) -> Iterator[None]:
    """Note what is put in place in a folder by these names; the note goes in the end.

    Raises
    ------
    InputError
        The folder cannot be written to.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> from .whole import write_bytes
    >>> with TemporaryDirectory() as folder:
    ...     with awaited(folder, ["a.txt", "b.txt"]):
    ...         write_bytes(Path(folder, "a.txt"), b"whole")
    ...         write_bytes(Path(folder, "notes.txt"), b"not awaited")
    ...         now = sorted(arrived(folder))
    ...     now, sorted(os.listdir(folder))
    (['a.txt'], ['a.txt', 'notes.txt'])
    """
    note = Path(folder, NOTE)
    try:
        note.write_text(json.dumps({"awaited": sorted(names), "arrived": {}}), encoding="utf-8")
    except OSError as error:
        raise InputError(
            f"{folder} cannot be written: {error.strerror or error}; choose another folder"
        ) from None
    try:
        yield
    finally:
        with suppress(OSError):
            note.unlink()


def note_arrival(part: AnyPath, target: AnyPath) -> None:
    """Note a file that is about to get its name, where it is awaited.

    The note is replaced whole: one that is cut off would forget the files before. Where it cannot be written the file
    still comes to its place.
    """
    part, target = Path(part), Path(target)
    note = target.parent / NOTE
    told = _read(note)
    if target.name not in told["awaited"] or not part.is_file():
        return
    told["arrived"] = {**told["arrived"], target.name: _stamp(part)}
    new = part.with_name(f"{part.name}{NOTE}")
    with suppress(OSError):
        new.write_text(json.dumps(told), encoding="utf-8")
        new.replace(note)


def _read(note: Path) -> dict[str, Any]:
    """What a note says; nothing where it is not there or is none of ours."""
    nothing: dict[str, Any] = {"awaited": [], "arrived": {}}
    try:
        told = json.loads(note.read_text(encoding="utf-8"))
        return (
            told
            if {key: type(told[key]) for key in nothing} == {"awaited": list, "arrived": dict}
            else nothing
        )
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return nothing


def _stamp(path: Path) -> list[int]:
    """Size and time of change; both stay when a file is renamed. Empty for what is no file."""
    try:
        facts = os.lstat(path)
    except OSError:
        return []
    return [facts.st_size, facts.st_mtime_ns] if path.is_file() else []
