"""How long a piece of work takes."""

from __future__ import annotations

import time
from typing import Callable

REPEATS = 3


def best_time(work: Callable[[], object]) -> float:
    """Shortest CPU time of a few runs, seconds: others on the machine do not count."""
    times = []
    for _ in range(REPEATS):
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    return min(times)
