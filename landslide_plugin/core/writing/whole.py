"""Files that carry their name only once they are whole: written in a folder beside it, then put in place."""

from __future__ import annotations

import os
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from socket import gethostname
from typing import Union

from ..errors import DiskSpaceError, InputError, NotInPlace
from .arrivals import note_arrival
from .exchange import JOURNAL, NEW, end_exchange

AnyPath = Union[str, Path]
WHOLE, LONGEST_NAME = NEW, 100
LAST_BYTES = {".pdf": b"%%EOF", ".png": b"IEND", ".svg": b"</svg>", ".html": b"</html>"}
"""What the end of a whole file of a kind holds."""
TAIL_BYTES = 1024
OWNER = ".run"
"""File in a scratch folder that says which process writes there."""

SCRATCH = re.compile(r".*\.[0-9a-f]{8}\.part", re.DOTALL)
NAMESPACE = "/proc/self/ns/pid"
LONGEST_RUN_S = 7 * 86400.0
BARE_S = 2.0
"""From making a folder to saying whose it is takes much less."""


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
    sweep(target.parent)
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
        own(scratch)
        return scratch


def own(folder: AnyPath) -> None:
    """Say in a folder that this process made it, so that it can be removed when the process is gone."""
    with suppress(OSError):
        Path(folder, OWNER).write_text(f"{os.getpid()} {_whereabouts()}\n", encoding="utf-8")


def sweep(folder: AnyPath) -> None:
    """Remove the scratch folders of runs that were killed: their process is gone, and they say that it was theirs.

    An exchange of a folder's files that was cut off is brought to its end first.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     old, mine = Path(folder, "a.tif.0a1b2c3d.part"), Path(folder, "b.tif.0a1b2c3d.part")
    ...     for each in (old, mine):
    ...         each.mkdir()
    ...     _ = (old / OWNER).write_text(f"{2**22 + 1} {_whereabouts()}")
    ...     sweep(folder)
    ...     old.exists(), mine.exists()
    (False, True)
    """
    with suppress(OSError):
        for place in Path(folder).glob("*.part"):
            if SCRATCH.fullmatch(place.name) and place.is_dir() and is_orphan(place):
                _settle(place)


def _settle(orphan: Path) -> None:
    """Remove an orphan; one that was killed while files were exchanged only when the exchange is at its end."""
    if not (orphan / JOURNAL).exists() or end_exchange(orphan):
        shutil.rmtree(orphan, ignore_errors=True)
    else:
        keep(orphan)


def _whereabouts() -> str:
    """Machine, and which numbers of processes mean the same there: each container counts its own."""
    with suppress(OSError):
        return f"{gethostname()} {Path(NAMESPACE).stat().st_ino}"
    return gethostname()


def is_orphan(scratch: Path) -> bool:
    """Whether the process that made a folder runs no more; False where that cannot be known."""
    if _is_bare(scratch):
        return True
    try:
        process, _, where = (scratch / OWNER).read_text(encoding="utf-8").strip().partition(" ")
        if where != _whereabouts() or not process.isdigit():
            return False
        if os.name == "nt":  # a process cannot be asked there without touching it
            return time.time() - (scratch / OWNER).stat().st_mtime > LONGEST_RUN_S
        os.kill(int(process), 0)
    except (ProcessLookupError, OverflowError):
        return True
    except (OSError, ValueError):
        return False
    return False


def _is_bare(scratch: Path) -> bool:
    """Whether a folder holds nothing and has for a while: its run was killed before it could say that it was its."""
    try:
        bare = not any(one.name != OWNER or one.stat().st_size for one in scratch.iterdir())
        return bare and time.time() - scratch.stat().st_mtime > BARE_S
    except OSError:
        return False


def keep(scratch: AnyPath) -> None:
    """Say that a scratch folder holds what could not be put in place, so that nothing ever removes it."""
    Path(scratch, OWNER).unlink(missing_ok=True)


@contextmanager
def scratch_for(target: AnyPath) -> Iterator[Path]:
    """A folder of ``scratch_beside``, removed in the end unless it holds what could not be put in place."""
    scratch = scratch_beside(target)
    try:
        yield scratch
    except NotInPlace:
        keep(scratch)
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
    note_arrival(part, target)
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
        require_whole(part, target)
        put_in_place(part, target)


def require_whole(part: AnyPath, target: AnyPath) -> None:
    """Raise ``DiskSpaceError`` if a file was not written to its end; writers that say so only then are few.

    Parameters
    ----------
    part : str or Path
        What was written.
    target : str or Path
        What it is to become; its ending says what kind of file it is.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     Path(folder, "part").write_bytes(b"")
    ...     require_whole(Path(folder, "part"), "map.pdf")  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
    landslide_plugin.core.errors.DiskSpaceError: map.pdf was not written to its end
    """
    last = LAST_BYTES.get(Path(target).suffix.lower())
    try:
        with Path(part).open("rb") as file:
            file.seek(max(Path(part).stat().st_size - TAIL_BYTES, 0))
            tail = file.read()
    except OSError:
        tail, last = b"", last or b"any"
    if last is not None and last not in tail:
        raise DiskSpaceError(f"{target} was not written to its end; free some space or choose another output")


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
