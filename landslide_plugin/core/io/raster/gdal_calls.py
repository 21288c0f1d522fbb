"""GDAL with its messages kept for us and its cache held small."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

_LOCK = Lock()
_ENTRIES = [0]
_SWITCHED_OFF: list[Any] = []
"""Modules of GDAL whose exceptions were on, in the order in which they were switched off."""
CONSTANT = ("dfMax", "dfMin")
"""Words of what GDAL says when the histogram of a band is asked for that is the same everywhere."""


@contextmanager
def quiet() -> Iterator[Any]:
    """GDAL with its messages kept for us instead of printed or raised.

    Newer versions of QGIS switch GDAL's exceptions on for the whole process, older ones do not; in here
    a failed call returns None everywhere. The last of several threads to leave puts the setting back.
    """
    from osgeo import gdal

    with _LOCK:
        if _ENTRIES[0] == 0:
            _SWITCHED_OFF[:] = _switch_off()
        _ENTRIES[0] += 1
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    gdal.ErrorReset()
    try:
        yield gdal
    finally:
        gdal.PopErrorHandler()
        with _LOCK:
            _ENTRIES[0] -= 1
            if _ENTRIES[0] == 0:
                for module in reversed(_SWITCHED_OFF):
                    module.UseExceptions()


@contextmanager
def constants_unremarked() -> Iterator[None]:
    """GDAL's messages printed as ever, but not that a band which is the same everywhere has no histogram.

    QGIS asks for one of each of the first three bands of a raster when it opens it, to draw it in red, green and
    blue; what GDAL prints then reads as a failure, and none of those bands is ever drawn so.
    """
    from osgeo import gdal

    gdal.PushErrorHandler(_print_all_but_constants)
    try:
        yield
    finally:
        gdal.PopErrorHandler()


def _print_all_but_constants(kind: int, number: int, message: str) -> None:
    """As GDAL's own handler prints it."""
    from osgeo import gdal

    if all(word in message for word in CONSTANT) or sys.stderr is None:
        return
    word = "Warning" if kind == gdal.CE_Warning else "ERROR"
    sys.stderr.write(f"{message}\n" if kind == gdal.CE_Debug else f"{word} {number}: {message}\n")
    sys.stderr.flush()


def _switch_off() -> list[Any]:
    """Switch the exceptions of GDAL's modules off; some versions only let go of the one switched on last.

    Where none is on, that is said too: from 3.7 on GDAL warns in a process in which nobody has said either.
    """
    from osgeo import gdal, ogr, osr

    modules = (gdal, ogr, osr)
    raising = [module for module in modules if module.GetUseExceptions()]
    if not raising:
        for module in modules:
            _lets_go(module)
    done: list[Any] = []
    for _ in range(len(raising)):
        for module in raising:
            if module.GetUseExceptions() and _lets_go(module):
                done.append(module)
    return done


def _lets_go(module: Any) -> bool:
    try:
        module.DontUseExceptions()
    except RuntimeError:
        return False
    return True


def why_refused(path: str, kind: str) -> str:
    """What GDAL says of a file it has just refused, else what is to be seen of it.

    >>> why_refused("/nowhere/dem.tif", "a raster")
    'not found'
    """
    from osgeo import gdal

    said = str(gdal.GetLastErrorMsg())
    return said or (f"it does not hold {kind}" if Path(path).exists() else "not found")


@contextmanager
def bounded_cache(mib: float) -> Iterator[None]:
    """Hold GDAL's block cache to ``mib`` MiB for a while; by itself it grows to 5 % of the machine's memory."""
    from osgeo import gdal

    before = gdal.GetCacheMax()
    gdal.SetCacheMax(int(mib * 2**20))
    try:
        yield
    finally:
        gdal.SetCacheMax(before)


def gdal_version() -> str:
    """Version of GDAL, such as 3.6.2.

    >>> gdal_version()[0].isdigit()
    True
    """
    from osgeo import gdal

    return str(gdal.VersionInfo("RELEASE_NAME"))
