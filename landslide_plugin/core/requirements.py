"""What results require: a folder, room on the disk, SciPy, a name only once they are whole, and no loss for it.

Only what this plugin wrote, or the very file that a user named, is replaced or removed. A folder that it fills
holds a marker, ``MARKER``, that lists what it wrote there.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from secrets import token_hex
from typing import Union

from .errors import DiskSpaceError, InputError, NotInPlace

SPARE_BYTES = 64 * 2**20
MARKER = ".landslide_susceptibility.json"
"""File in a folder that lists what this plugin wrote there."""

COMPANIONS = (".aux.xml", ".ovr", ".msk", "-wal", "-shm", "-journal")
"""Endings of files that belong to a raster or a GeoPackage and mean nothing without it."""

WHOLE, LONGEST_NAME, MOST_NAMED = "whole", 100, 3
AnyPath = Union[str, Path]


def absolute(path: AnyPath) -> str:
    """The whole path, without ``.`` and ``..``; links are not followed.

    >>> absolute("/maps/2020/../slope.tif") == os.sep.join(["", "maps", "slope.tif"])
    True
    """
    return os.path.abspath(path)


def require_space(folder: str, bytes_needed: int) -> None:
    """Raise ``DiskSpaceError`` unless ``folder`` has room for ``bytes_needed`` and a little more.

    >>> from tempfile import gettempdir
    >>> require_space(gettempdir(), 2**80)  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
    landslide_plugin.core.errors.DiskSpaceError: so much is nowhere free
    """
    free = shutil.disk_usage(folder or ".").free
    if free < bytes_needed + SPARE_BYTES:
        raise DiskSpaceError(
            f"{folder} has {free / 2**20:.0f} MiB free; {(bytes_needed + SPARE_BYTES) / 2**20:.0f} MiB are needed; "
            "free some space or write elsewhere"
        )


def require_folder(path: str, who: str = "") -> None:
    """Raise ``InputError`` unless the folder of a file to be written is there; ``who`` begins the message.

    >>> require_folder("/nowhere/map.tif", "OUTPUT")
    Traceback (most recent call last):
    landslide_plugin.core.errors.InputError: OUTPUT: Folder /nowhere does not exist; create it or choose another \
output
    """
    folder = str(Path(absolute(path)).parent)
    if not os.path.isdir(folder):
        begin = f"{who}: " if who else ""
        raise InputError(f"{begin}Folder {folder} does not exist; create it or choose another output")


def require_scipy(what: str) -> None:
    """Raise ``InputError`` saying what to install unless SciPy can be imported.

    >>> require_scipy("The probability of failure")
    """
    if find_spec("scipy") is None:
        raise InputError(
            f"{what} needs SciPy, which this QGIS does not have; install it (Debian and Ubuntu: "
            "apt install python3-scipy) and start QGIS again"
        )


def scratch_beside(target: AnyPath) -> Path:
    """Make a new, empty folder beside a target, in which it is written before it is whole.

    Nothing else has its name, so that it can be removed with all it holds. Raises ``InputError`` where none can
    be made.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     first, second = (scratch_beside(Path(folder, "a.txt")) for _ in range(2))
    ...     first.is_dir() and second.is_dir() and first != second
    True
    """
    target = Path(target).absolute()
    while True:
        scratch = target.with_name(f"{target.name[:LONGEST_NAME]}.{token_hex(4)}.part")
        try:
            scratch.mkdir()
        except FileExistsError:
            continue
        except OSError as error:
            raise InputError(
                f"{target} cannot be written: {error.strerror or error}; choose another output"
            ) from None
        return scratch


@contextmanager
def scratch_for(target: AnyPath) -> Iterator[Path]:
    """A folder of ``scratch_beside``, removed in the end unless it holds what could not be put in place."""
    scratch = scratch_beside(target)
    try:
        yield scratch
    except NotInPlace:
        raise
    except BaseException:
        remove(scratch)
        raise
    remove(scratch)


def put_in_place(part: AnyPath, target: AnyPath) -> None:
    """Give a file that is whole its name; what had it is replaced.

    Raises
    ------
    NotInPlace
        The system refuses; the old file stays and the new one is where it was.
    """
    try:
        Path(part).replace(target)
    except OSError as error:
        reason = error.strerror or str(error)
        raise NotInPlace(
            f"{target} cannot be replaced: {reason}; close what has it open and copy what was written from {part}",
            reason,
        ) from None


@contextmanager
def written_whole(target: AnyPath, ending: str = "") -> Iterator[Path]:
    """A path beside ``target`` to write a file at; it takes the name of the target if all goes well.

    Whatever is left at that path is removed, after an error too, unless the name could not be given.

    Parameters
    ----------
    target : str or Path
    ending : str
        Last part of the name while it is written, for writers that go by it.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder, written_whole(Path(folder, "a.txt")) as part:
    ...     _ = part.write_text("whole")
    ...     Path(folder, "a.txt").exists()
    False
    """
    target = Path(target).absolute()
    with scratch_for(target) as scratch:
        part = scratch / f"{WHOLE}{ending}"
        yield part
        put_in_place(part, target)


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


def claim(folder: AnyPath, names: Iterable[str]) -> None:
    """Add to the marker of a folder the files that were written there one by one."""
    write_bytes(Path(folder, MARKER), _marker(owned(folder) | set(names)))


def _marker(names: Iterable[str]) -> bytes:
    told = {"written_by": "QGIS plugin Landslide Susceptibility", "files": sorted(names)}
    return (json.dumps(told, indent=1, ensure_ascii=False) + "\n").encode("utf-8")


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
        _exchange(folder, [*leaving, MARKER], new, scratch / "old")


def _exchange(folder: Path, leaving: Iterable[str], new: Path, old: Path) -> None:
    """Move files out of a folder and those of ``new`` in; after a failure all that was moved goes back."""
    old.mkdir()
    done = []
    out = [(folder / name, old / name) for name in leaving if os.path.lexists(folder / name)]
    into = [(entry, folder / entry.name) for entry in sorted(new.iterdir())]
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


def write_bytes(path: AnyPath, data: bytes) -> None:
    """Write a file whole or not at all.

    Raises
    ------
    InputError
        The folder is missing or cannot be written to.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     write_bytes(Path(folder, "whole.bin"), b"whole")
    ...     [path.name for path in Path(folder).iterdir()]
    ['whole.bin']
    """
    try:
        with written_whole(path) as part:
            part.write_bytes(data)
    except OSError as error:
        raise InputError(
            f"{Path(path).absolute()} cannot be written: {error.strerror or error}; choose another output"
        ) from None


def remove(path: AnyPath) -> None:
    """Remove a file or a folder with all it holds, if it is there.

    >>> remove("/nowhere/at/all")
    """
    if os.path.isdir(path):
        shutil.rmtree(path, ignore_errors=True)
    else:
        Path(path).unlink(missing_ok=True)
