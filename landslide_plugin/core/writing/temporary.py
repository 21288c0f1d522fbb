"""Folders for what lasts as long as a run: removed in the end, and if the run is killed, by the next one."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from .whole import is_orphan, own

PREFIX = "landslide-"
"""How their names begin."""
RANDOM_LETTERS = 8
"""Letters that Python puts behind it."""


@contextmanager
def temporary_folder() -> Iterator[str]:
    """Path of a new folder in the system's temporary folder, removed in the end with all it holds.

    Those of runs that were killed, which may hold rasters as large as their inputs, go first.

    Examples
    --------
    >>> with temporary_folder() as folder:
    ...     _ = Path(folder, "a.npy").write_bytes(b"1")
    >>> Path(folder).exists()
    False
    """
    sweep_temporary()
    folder = tempfile.mkdtemp(prefix=PREFIX)
    own(folder)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sweep_temporary() -> None:
    """Remove the temporary folders of runs whose process is gone, as they say themselves."""
    with suppress(OSError):
        for place in Path(tempfile.gettempdir()).glob(f"{PREFIX}{'?' * RANDOM_LETTERS}"):
            if place.is_dir() and not place.is_symlink() and is_orphan(place):
                shutil.rmtree(place, ignore_errors=True)
