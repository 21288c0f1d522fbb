"""One QGIS that tries cases: a line of JSON before and after each, so that a crash has a name.

A QGIS that dies in a case may have been hurt in one before it: an exception of C++ that passes through Python's
interpreter, as QGIS's check of invalid geometries throws, leaves Python with frames that are gone, and the death
comes later, anywhere. Stop in gdb at ``__cxa_throw`` where its caller is QGIS, and look for ``_PyEval`` between
who throws and who catches.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Optional

from tools.check.qgis_runner import PLUGIN_PATH_OF_QGIS

from .cases import values

UNABLE = "Unable to execute algorithm\n"
"""What ``processing.run`` puts before the line of a parameter that is refused."""

HERE = "here"
"""Folder that a case runs in, where nothing may come to be: nobody names it."""

BYSTANDERS = (".qml", ".json", ".csv", ".md", ".old", ".part", ".tif.aux.xml.bak", "_1.tif")


def fingerprints(folder: Path) -> dict[str, str]:
    """SHA-256 of every file below a folder by its path."""
    return {
        str(path): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def lay_bystanders(folder: Path, targets: set[Path]) -> None:
    """Files of the user's with names near those of the outputs, and one in the way of nothing."""
    (folder / "out" / "notes.txt").write_text("years of work")
    for target in sorted(targets):
        for ending in BYSTANDERS:
            beside = target.with_name(target.stem + ending)
            if beside not in targets:
                beside.write_text("years of work")


def attempt(algorithm: Any, seed: int, model: Optional[Path]) -> str:
    """Run one case; empty if it held, else what went wrong."""
    import processing
    from qgis.core import QgsProcessingException, QgsProcessingFeedback

    folder = Path(tempfile.mkdtemp(prefix="attack-"))
    home = Path.cwd()
    try:
        (folder / HERE).mkdir()
        os.chdir(folder / HERE)
        chosen, targets = values(algorithm, seed, folder, model)
        lay_bystanders(folder, targets)
        before = fingerprints(folder)
        feedback = QgsProcessingFeedback(False)
        try:
            processing.run(algorithm, chosen, feedback=feedback)
            held = ""
        except QgsProcessingException as error:
            text = str(error).strip().removeprefix(UNABLE)
            held = (
                "" if text and "Traceback" not in text and "\n" not in text else f"no one line: {text[-500:]}"
            )
        log = feedback.textLog()
        if not held and "Traceback (most recent" in log:
            held = f"traceback in the log: {log[-500:]}"
        return held or _bystanders(before, folder, targets)
    finally:
        os.chdir(home)
        shutil.rmtree(folder, ignore_errors=True)


def _bystanders(before: dict[str, str], folder: Path, targets: set[Path]) -> str:
    after = fingerprints(folder)
    named = {str(path) for path in targets}
    lost = [path for path, seen in before.items() if after.get(path) != seen and path not in named]
    left = [path.name for path in folder.rglob("*.part") if path.is_dir()]
    empty = [path for path in named if path in after and not Path(path).stat().st_size]
    stray = [path.name for path in (folder / HERE).iterdir()]
    if lost or left or empty or stray:
        return f"lost {lost[:3]}, left {left[:3]}, empty {empty[:3]}, stray {stray[:3]}"
    return ""


def main(arguments: Sequence[str]) -> None:
    """Try the cases named ``algorithm:seed``; the first argument is a model's folder or a dash."""
    from qgis.core import QgsApplication

    model = None if arguments[0] == "-" else Path(arguments[0]).absolute()
    app = QgsApplication([], False)
    app.initQgis()
    sys.path.append(PLUGIN_PATH_OF_QGIS)
    from processing.core.Processing import Processing

    Processing.initialize()
    from landslide_plugin.plugin import LandslidePlugin

    plugin = LandslidePlugin(None)
    plugin.initProcessing()
    # Held for good, and not asked for by name again: QGIS 3.22 loses count of who holds them.
    algorithms = {one.name(): one for one in plugin.provider.algorithms()}
    for case in arguments[1:]:
        name, seed = case.split(":")
        algorithm = algorithms[name]
        print("\n@" + json.dumps({"begun": case}), flush=True)
        try:
            wrong = attempt(algorithm, int(seed), model)
        except Exception as error:  # whatever comes out of QGIS is a finding
            wrong = f"{type(error).__name__}: {error}"
        print("\n@" + json.dumps({"done": case, "wrong": wrong}), flush=True)
    sys.stdout.flush()
    os._exit(0)  # QGIS frees what its exceptions hold in no safe order


if __name__ == "__main__":
    main(sys.argv[1:])
