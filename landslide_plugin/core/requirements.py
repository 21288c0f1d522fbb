"""What is asked for before something is written or computed: a folder, room on the disk, SciPy."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryFile
from typing import Optional, Union

from .errors import DiskSpaceError, InputError

SPARE_BYTES = 64 * 2**20
WRITTEN_BYTES = 2**20
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


def allocate(path: AnyPath, size: int) -> None:
    """Give a file all its blocks on the disk, new ones of zeros, before it is mapped into memory.

    A mapped file with holes ends the whole program by a signal when the disk is full at the first touch of one.

    Parameters
    ----------
    path : str or Path
        Made if it is not there; what it holds stays.
    size : int
        Bytes it has at least afterwards.

    Raises
    ------
    DiskSpaceError
        The disk has no room for it, or files may not be so large.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     allocate(Path(folder, "a"), 5000)
    ...     Path(folder, "a").read_bytes() == bytes(5000)
    True
    """
    with room_told(path), Path(path).open("ab") as file:
        if hasattr(os, "posix_fallocate"):
            os.posix_fallocate(file.fileno(), 0, size)
            return
        left = size - file.tell()
        while left > 0:
            left -= file.write(bytes(min(left, WRITTEN_BYTES)))


@contextmanager
def room_told(path: AnyPath) -> Iterator[None]:
    """Turn a failure of the system to write a file into one line.

    >>> with room_told("/maps/a.tif"):  # doctest: +IGNORE_EXCEPTION_DETAIL
    ...     raise OSError(28, "No space left on device")
    Traceback (most recent call last):
    landslide_plugin.core.errors.DiskSpaceError: /maps/a.tif cannot be written: No space left on device; free some \
space or write elsewhere
    """
    try:
        yield
    except OSError as error:
        raise DiskSpaceError(
            f"{path} cannot be written: {error.strerror or error}; free some space or write elsewhere"
        ) from None


def require_folder(path: str, who: str = "") -> None:
    """Raise ``InputError`` unless the folder of a file to write is there and takes files; ``who`` begins the message.

    >>> require_folder("/nowhere/map.tif", "OUTPUT")
    Traceback (most recent call last):
    landslide_plugin.core.errors.InputError: OUTPUT: Folder /nowhere does not exist; create it or choose another \
output
    """
    folder = str(Path(absolute(path)).parent)
    if not os.path.isdir(folder):
        raise InputError(f"{_begin(who)}Folder {folder} does not exist; create it or choose another output")
    _require_writable(folder, who)


def _require_writable(folder: str, who: str) -> None:
    """Raise ``InputError`` unless a file can be made in a folder, tried without a trace.

    What is allowed says nothing of disks that are mounted read-only, nor of shares.
    """
    try:
        with TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise InputError(
            f"{_begin(who)}Folder {folder} cannot be written to: {error.strerror or error}; choose another output"
        ) from None


def require_file_place(path: str, who: str = "") -> None:
    """Raise ``InputError`` if no file can ever stand at a path: a folder, a device or a read-only file does.

    >>> require_file_place(os.sep, "OUTPUT")
    Traceback (most recent call last):
    landslide_plugin.core.errors.InputError: OUTPUT: / is a folder; name a file
    """
    mode = _mode(path, who)
    if mode is not None and not stat.S_ISREG(mode):
        kind = "a folder" if stat.S_ISDIR(mode) else "no place for files"
        raise InputError(f"{_begin(who)}{path} is {kind}; name a file")
    if mode is not None and not os.access(path, os.W_OK):
        raise InputError(f"{_begin(who)}{path} is read-only; choose another output or allow writing to it")


def require_folder_place(path: str, who: str = "") -> None:
    """Raise ``InputError`` if no folder can ever be at a path, or takes no files: a file or a device is, say.

    >>> from tempfile import gettempdir
    >>> require_folder_place(gettempdir(), "FOLDER")
    >>> require_folder_place(__file__, "FOLDER")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    landslide_plugin.core.errors.InputError: FOLDER: ... is a file; choose a folder
    """
    mode = _mode(path, who)
    if mode is not None and not stat.S_ISDIR(mode):
        kind = "a file" if stat.S_ISREG(mode) else "no place for files"
        raise InputError(f"{_begin(who)}{path} is {kind}; choose a folder")
    there = Path(absolute(path))
    while not there.is_dir() and there != there.parent:
        there = there.parent
    _require_writable(str(there), who)


def _begin(who: str) -> str:
    return f"{who}: " if who else ""


def _mode(path: str, who: str) -> Optional[int]:
    """Kind of what is at a path, or None; ``InputError`` if nothing can be."""
    try:
        return Path(path).stat().st_mode
    except FileNotFoundError:
        return None
    except OSError as error:
        raise InputError(
            f"{_begin(who)}{path} cannot be written: {error.strerror}; choose another output"
        ) from None


NEEDS_SCIPY = (
    "needs SciPy, which this QGIS does not have; install it (Debian and Ubuntu: apt install python3-scipy) and start "
    "QGIS again"
)


def require_scipy(what: str) -> None:
    """Raise ``InputError`` saying what to install unless SciPy can be imported.

    >>> require_scipy("The probability of failure")
    """
    if find_spec("scipy") is None:
        raise InputError(f"{what} {NEEDS_SCIPY}")


def available_processors() -> int:
    """Processors this process may use.

    >>> available_processors() >= 1
    True
    """
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
