"""How long QGIS takes to load the provider, with and without the modelling environment.

``qgis_process list`` is timed in two private profiles, one with the plugin and one without; the
difference is the plugin's own share. The provider's share inside QGIS's Python is timed as well.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.common.table import Row, at_most, write_rows
from tools.check.qgis_runner import PROFILE, REPOSITORY, enable_plugin, environment, executable

REPEATS = 5
TARGET_S = 0.5
INSIDE = """
import sys, time
sys.path.insert(0, {repository!r})
from qgis.core import QgsApplication
app = QgsApplication([], False)
app.initQgis()
started, cpu = time.perf_counter(), time.process_time()
from landslide_plugin.plugin import LandslidePlugin
plugin = LandslidePlugin(None)
plugin.initProcessing()
print(time.perf_counter() - started, time.process_time() - cpu)
plugin.unload()
app.exitQgis()
"""


def start_up(profile: Path, python: str) -> float:
    """Wall time of ``qgis_process list`` in s."""
    started = time.perf_counter()
    subprocess.run(
        [executable(), "list"],
        env=environment(profile, {"LANDSLIDE_PYTHON": python}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
    )
    return time.perf_counter() - started


def inside() -> tuple[float, float]:
    """Wall and CPU time in s that QGIS's Python spends from importing the plugin to the registered provider."""
    done = subprocess.run(
        [sys.executable, "-c", INSIDE.format(repository=str(REPOSITORY))],
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    wall, cpu = done.stdout.split()[-2:]
    return float(wall), float(cpu)


def main() -> None:
    """Measure in turns, so that a busy moment falls on all alike; medians."""
    plain, ours = PROFILE.parent / "profile-without-plugin", PROFILE
    enable_plugin(ours)
    cases = {
        "without plugin": (plain, ""),
        "with plugin, environment present": (ours, str(REPOSITORY / ".venv-worker")),
        "with plugin, environment absent": (ours, str(PROFILE / "no-such-environment")),
    }
    for profile, python in cases.values():
        start_up(profile, python)
    times: dict[str, list[float]] = {name: [] for name in cases}
    for _ in range(REPEATS):
        for name, (profile, python) in cases.items():
            times[name].append(start_up(profile, python))
    medians = {name: statistics.median(values) for name, values in times.items()}
    base = medians.pop("without plugin")
    rows = [Row("qgis_process list, without plugin", base, "s")]
    for name, median in medians.items():
        rows.append(Row(f"qgis_process list, {name}", median, "s"))
        rows.append(at_most(f"own share, {name}", max(median - base, 0.0), "s", TARGET_S, "without plugin"))
    walls, cpus = zip(*(inside() for _ in range(REPEATS)))
    for name, times_s in (("", walls), (", CPU time", cpus)):
        rows.append(
            at_most(f"plugin import to registered provider{name}", statistics.median(times_s), "s", TARGET_S)
        )
    write_rows("load", rows)


if __name__ == "__main__":
    main()
