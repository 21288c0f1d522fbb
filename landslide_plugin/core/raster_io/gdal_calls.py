"""GDAL with its messages kept for us."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

_LOCK = Lock()
_ENTRIES = [0]
_RAISED_BEFORE = [False]


@contextmanager
def quiet() -> Iterator[Any]:
    """GDAL with its messages kept for us instead of printed or raised.

    Newer versions of QGIS switch GDAL's exceptions on for the whole process, older ones do not; in here
    a failed call returns None everywhere. The last of several threads to leave puts the setting back.
    """
    from osgeo import gdal

    with _LOCK:
        if _ENTRIES[0] == 0:
            _RAISED_BEFORE[0] = bool(gdal.GetUseExceptions())
            gdal.DontUseExceptions()
        _ENTRIES[0] += 1
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    gdal.ErrorReset()
    try:
        yield gdal
    finally:
        gdal.PopErrorHandler()
        with _LOCK:
            _ENTRIES[0] -= 1
            if _ENTRIES[0] == 0 and _RAISED_BEFORE[0]:
                gdal.UseExceptions()
