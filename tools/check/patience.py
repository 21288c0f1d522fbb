"""How long to wait for what an idle machine does in some seconds: the one place that knows a busy machine is slow.

``python3 tools/check/patience.py 3600`` prints the seconds for shell scripts. Waiting longer costs nothing
where nothing hangs; speeds are measured by the benchmarks, never asserted here.
"""

from __future__ import annotations

import os
import sys

VARIABLE = "LANDSLIDE_PATIENCE"
LEAST, MOST = 2.0, 10.0


def patience() -> float:
    """Factor on every time limit: variable ``LANDSLIDE_PATIENCE``, else twice the load of a core within limits."""
    given = os.environ.get(VARIABLE)
    if given:
        return float(given)
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 1.0
    return min(max(LEAST, 2.0 * load / (os.cpu_count() or 1)), MOST)


def patient(seconds: float) -> float:
    """Time limit in s on this machine for what takes at most ``seconds`` on an idle one."""
    return seconds * patience()


if __name__ == "__main__":
    print(round(patient(float(sys.argv[1]))))
