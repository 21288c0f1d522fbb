"""How the plugin feels in the desktop: time to a styled map and a report, longest stall, parameters shown at first.

The desktop runs on a display of its own (Xvfb). The load of the provider is measured by ``load.py``.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from pathlib import Path

from benchmarks.common.table import Row, at_most, write_rows
from tools.check.desktop import executable, run_in_desktop
from tools.check.qgis_runner import REPOSITORY

FOLDER = REPOSITORY / "build" / "experience"
SCRIPT = Path(__file__).parents[1] / "common" / "experience_script.py"
MOST_SHOWN = 8
LONGEST_STALL_S = 0.5
TIMEOUT_S = 1200.0


def on_a_display() -> None:
    """Start again under Xvfb where there is no display."""
    if not os.environ.get("DISPLAY") and shutil.which("xvfb-run"):
        screen = ["xvfb-run", "-a", "-s", "-screen 0 1280x800x24"]
        os.execvp(screen[0], [*screen, sys.executable, "-m", "benchmarks.bench.experience"])


def main() -> None:
    """Measure in one run of the desktop."""
    on_a_display()
    if executable() is None or not os.environ.get("DISPLAY"):
        print("skipped: needs the QGIS desktop and a display or xvfb-run")
        return
    done = run_in_desktop(SCRIPT, FOLDER, TIMEOUT_S, {"LANDSLIDE_OPENED": f"{time.time():.3f}"})
    path = FOLDER / "results.json"
    if not path.exists():
        raise SystemExit(f"the desktop ended without results: {done.stderr[-2000:]}")
    found = json.loads(path.read_text())
    if "error" in found or not found["map"]["finished"]:
        raise SystemExit(found.get("error", "the chain gave no map"))
    unfinished = [preset for preset, one in found["study"].items() if not one["finished"]]
    if unfinished:
        raise SystemExit(f"the study gave no map or no report: {', '.join(unfinished)}")
    quick, standard = found["study"]["quick"], found["study"]["standard"]
    rows = [
        Row(
            "RBSF, opening QGIS to styled map and report by the one entrance, quick",
            quick["from_opening_s"],
            "s",
        ),
        Row("RBSF, click on Run to styled map and report, standard", standard["seconds"], "s"),
        at_most("longest stall of the desktop in a study", standard["stall_s"], "s", LONGEST_STALL_S),
        Row("RBSF, click on Run to styled map (training included)", found["map"]["seconds"], "s"),
        at_most("longest stall of the desktop meanwhile", found["map"]["stall_s"], "s", LONGEST_STALL_S),
    ]
    rows += [
        at_most(f"shown before Advanced, {name}", count, "parameters", MOST_SHOWN)
        for name, count in sorted(found["shown"].items())
    ]
    write_rows("experience", rows)


if __name__ == "__main__":
    main()
