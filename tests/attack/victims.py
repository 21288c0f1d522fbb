"""Who is killed in a run that is cut off, and what lives on after it."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from tools.check.patience import patient

MARK = "LANDSLIDE_ATTACK"
"""Variable that all carry which a run starts, so that they are found when it is dead."""
GRACE, TAKES = 10.0, 300.0


def killed(victim: str, moment: float, run: Callable[[], str]) -> str:
    """Run in a process of its own, and kill at a time; how it ended.

    Parameters
    ----------
    victim : str
        ``file``: the run ends itself; ``time``, ``worker``, ``both``: QGIS, its modelling process, or both are killed.
    moment : float
        Time in s from the start of the run; not heeded for ``file``.
    run : callable
        Gives what the run was refused with.
    """
    sys.stdout.flush()
    qgis = os.fork()
    if not qgis:
        os._exit(1 if run() else 0)
    if victim != "file":
        time.sleep(moment)
        for one in _victims(qgis, victim):
            with suppress(ProcessLookupError):
                os.kill(one, signal.SIGKILL)
    end = time.monotonic() + patient(TAKES)
    while time.monotonic() < end:
        ended, status = os.waitpid(qgis, os.WNOHANG)
        if ended:
            return "too late" if os.WIFEXITED(status) and not os.WEXITSTATUS(status) else "killed"
        time.sleep(0.02)
    os.kill(qgis, signal.SIGKILL)
    os.waitpid(qgis, 0)
    return "hung"


def _victims(qgis: int, victim: str) -> list[int]:
    own = [one for one in marked() if one != qgis]
    if victim == "worker" and own:
        return own
    return [qgis, *(own if victim == "both" else ())]


def marked() -> list[int]:
    """Processes that carry ``MARK`` and have not ended; this one was started without it."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            dead = (
                (place / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[0]
            )
            if f"{MARK}=1".encode() in (place / "environ").read_bytes().split(b"\0") and dead != "Z":
                found.append(int(place.name))
    return found


def survivors() -> list[int]:
    """Processes of a killed run that do not end by themselves in some seconds; they are ended then."""
    end = time.monotonic() + patient(GRACE)
    while marked() and time.monotonic() < end:
        time.sleep(0.1)
    found = marked()
    for one in found:
        with suppress(ProcessLookupError):
            os.kill(one, signal.SIGKILL)
    return found
