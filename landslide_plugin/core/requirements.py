"""What results require: a folder, room on the disk, SciPy, and a name only once they are whole."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Union

from .errors import DiskSpaceError, InputError

SPARE_BYTES = 64 * 2**20
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


def part_of(target: AnyPath, ending: str = "") -> Path:
    """Where a file or folder is written before it is whole: beside its target, apart for each process.

    >>> part_of("/maps/slope.tif").name == f"slope.tif.{os.getpid()}.part"
    True
    """
    target = Path(target).absolute()
    return target.with_name(f"{target.name}.{os.getpid()}.part{ending}")


def put_in_place(part: AnyPath, target: AnyPath) -> None:
    """Give a file that is whole its name; what had it is replaced.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     write_bytes(f"{folder}/new", b"new")
    ...     write_bytes(f"{folder}/old", b"old")
    ...     put_in_place(f"{folder}/new", f"{folder}/old")
    ...     Path(folder, "old").read_bytes(), Path(folder, "new").exists()
    (b'new', False)
    """
    Path(part).replace(target)


@contextmanager
def written_whole(target: AnyPath, ending: str = "") -> Iterator[Path]:
    """A path beside ``target`` to write a file or folder at; it takes the name of the target if all goes well.

    Whatever is left at that path is removed, after an error too. A folder in the place of the target is replaced
    by a folder.

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
    part, old = part_of(target, ending), part_of(f"{target}.old")
    remove(part)
    try:
        yield part
        if part.is_dir() and target.is_dir():
            remove(old)
            put_in_place(target, old)
        put_in_place(part, target)
    finally:
        if old.exists() and not target.exists():
            put_in_place(old, target)
        remove(part)
        remove(old)


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
