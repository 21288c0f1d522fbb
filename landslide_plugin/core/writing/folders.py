"""Folders that this plugin fills: a marker lists what it wrote there, and nothing else is replaced or removed."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import InputError, NotInPlace
from .exchange import OLD, plan_exchange
from .whole import WHOLE, AnyPath, put_in_place, scratch_for, write_bytes

MARKER = ".landslide_susceptibility.json"
"""File in a folder that lists what this plugin wrote there."""

COMPANIONS = (".aux.xml", ".ovr", ".msk", "-wal", "-shm", "-journal")
"""Endings of files that belong to a raster or a GeoPackage and mean nothing without it."""

MOST_NAMED = 3


def owned(folder: AnyPath) -> frozenset[str]:
    """Names of the files in a folder that this plugin wrote there, as its marker lists them.

    >>> sorted(owned("/nowhere/at/all"))
    []
    """
    try:
        listed = json.loads(Path(folder, MARKER).read_text(encoding="utf-8"))["files"]
        return frozenset(name for name in listed if name == Path(name).name)
    except (OSError, ValueError, KeyError, TypeError):
        return frozenset()


def require_owned(folder: AnyPath, names: Iterable[str], known: Collection[str] = ()) -> None:
    """Raise ``InputError`` if a file that this plugin did not write stands where one is to be written.

    Parameters
    ----------
    folder : str or Path
    names : iterable of str
        Files to be written there.
    known : collection of str
        Files that are known to be of this plugin though no marker lists them.

    Examples
    --------
    >>> require_owned("/nowhere/at/all", ["roc.png"])
    """
    folder = Path(folder)
    if folder.exists() and not folder.is_dir():
        raise InputError(f"{folder} is a file; choose a folder")
    ours = owned(folder)
    mine = ours | set(known) | ({MARKER} if ours else set())
    wanted = [name + ending for name in (*names, MARKER) if name not in mine for ending in ("", *COMPANIONS)]
    strange = [name for name in wanted if os.path.lexists(folder / name)]
    strange += [name for name in names if name in mine and (folder / name).is_dir()]
    if strange:
        more = " and more" if len(strange) > MOST_NAMED else ""
        raise InputError(
            f"{folder} holds {', '.join(strange[:MOST_NAMED])}{more}, not written by this plugin; choose another "
            "folder or move what is there"
        )


def _marker(names: Iterable[str]) -> bytes:
    told = {"written_by": "QGIS plugin Landslide Susceptibility", "files": sorted(names)}
    return (json.dumps(told, indent=1, ensure_ascii=False) + "\n").encode("utf-8")


def mark_owned(folder: AnyPath, names: Iterable[str]) -> None:
    """Add files that now stand in a folder to those that this plugin wrote there.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = Path(folder, "a.txt").write_text("whole")
    ...     mark_owned(folder, ["a.txt", "never_written.txt"])
    ...     sorted(owned(folder))
    ['a.txt']
    """
    folder = Path(folder)
    there = {name for name in owned(folder) | set(names) if (folder / name).is_file()}
    write_bytes(folder / MARKER, _marker(there))


@contextmanager
def filled_folder(folder: AnyPath, names: Collection[str], known: Collection[str] = ()) -> Iterator[Path]:
    """A folder to write files in; they are moved to ``folder`` together if all goes well.

    There, files of ``names`` that this plugin wrote before go, and nothing else is touched. Should the moving
    fail, all stands as before and the new files are kept where they are.

    Parameters
    ----------
    folder : str or Path
        Made if it is not there.
    names : collection of str
        All files that may be written; not all of them need be.
    known : collection of str
        As of ``require_owned``.

    Raises
    ------
    InputError
        A file that this plugin did not write is in the way; nothing is written then.
    NotInPlace
        The files could not be moved.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     with filled_folder(folder, ["a.txt"]) as new:
    ...         _ = (new / "a.txt").write_text("whole")
    ...     sorted(os.listdir(folder)) == [MARKER, "a.txt"], sorted(owned(folder))
    (True, ['a.txt'])
    """
    folder = Path(folder).absolute()
    require_owned(folder, names, known)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with scratch_for(folder / WHOLE if folder.is_dir() else folder) as scratch:
        new = scratch / WHOLE
        new.mkdir()
        yield new
        written = {entry.name for entry in new.iterdir()}
        require_owned(folder, written - {name + end for name in names for end in COMPANIONS}, known)
        kept = {name for name in owned(folder) - set(names) if (folder / name).exists()}
        (new / MARKER).write_bytes(_marker(kept | (written & set(names))))
        if not folder.is_dir():
            put_in_place(new, folder)
            return
        mine = (owned(folder) | set(known)) & set(names)
        leaving = [name + ending for name in sorted(mine) for ending in ("", *COMPANIONS)]
        _exchange(folder, [*leaving, MARKER], new, scratch)


def _exchange(folder: Path, leaving: Iterable[str], new: Path, scratch: Path) -> None:
    """Move files out of a folder and those of ``new`` in; after a failure all that was moved goes back."""
    there = [name for name in leaving if os.path.lexists(folder / name)]
    coming = sorted(entry.name for entry in new.iterdir())
    plan_exchange(scratch, folder, there, coming)
    done = []
    out = [(folder / name, scratch / OLD / name) for name in there]
    into = [(new / name, folder / name) for name in coming]
    try:
        for start, end in (*out, *into):
            put_in_place(start, end)
            done.append((start, end))
    except NotInPlace as error:
        for start, end in reversed(done):
            _put_back(end, start)
        raise NotInPlace(
            f"{folder} stays as it was: {error.reason}; what was written is in {new}: close what has the folder "
            "open and copy it",
            error.reason,
        ) from None


def _put_back(moved: Path, home: Path) -> None:
    """Move back, or copy where renaming fails."""
    try:
        put_in_place(moved, home)
    except NotInPlace:
        shutil.copyfile(moved, home)
