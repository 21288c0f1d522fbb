"""Watching a running kernel: how far it is, and telling it to stop.

A kernel that runs long counts what it has done in ``meter[DONE]`` and ends early once ``meter[STOP]`` is
set. It does not hold Python's lock, so a thread can read the one and set the other meanwhile.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import numpy.typing as npt

from ...progress import Progress

DONE, STOP = 0, 1
EVERY = 1 << 16
"""Steps of a kernel between two looks at the meter."""

PERIOD_S = 0.25


@contextmanager
def watched(progress: Progress, total: int) -> Iterator[npt.NDArray[np.int64]]:
    """A meter for one kernel call, reported four times a second; raise ``Cancelled`` after it if asked to.

    >>> with watched(Progress(), 10) as meter:
    ...     meter[DONE] = 10
    """
    meter = np.zeros(2, np.int64)
    over = threading.Event()

    def report() -> None:
        while not over.wait(PERIOD_S):
            progress.fraction(min(int(meter[DONE]) / max(total, 1), 1.0))
            if progress.is_cancelled():
                meter[STOP] = 1

    watcher = threading.Thread(target=report, daemon=True)
    watcher.start()
    try:
        yield meter
    finally:
        over.set()
        watcher.join()
    progress.step(1.0)
