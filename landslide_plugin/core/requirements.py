"""Room on the disk, asked for before something big is written."""

from __future__ import annotations

import shutil
from importlib.util import find_spec

from .errors import DiskSpaceError, InputError

SPARE_BYTES = 64 * 2**20


def require_space(folder: str, bytes_needed: int) -> None:
    """Raise ``DiskSpaceError`` unless ``folder`` has room for ``bytes_needed`` and a little more."""
    free = shutil.disk_usage(folder or ".").free
    if free < bytes_needed + SPARE_BYTES:
        raise DiskSpaceError(
            f"{folder} has {free / 2**20:.0f} MiB free; {(bytes_needed + SPARE_BYTES) / 2**20:.0f} MiB are needed; "
            "free some space or write elsewhere"
        )


def require_scipy(what: str) -> None:
    """Raise ``InputError`` saying what to install unless SciPy can be imported.

    >>> require_scipy("The probability of failure")
    """
    if find_spec("scipy") is None:
        raise InputError(
            f"{what} needs SciPy, which this QGIS does not have; install it (Debian and Ubuntu: "
            "apt install python3-scipy) and start QGIS again"
        )
