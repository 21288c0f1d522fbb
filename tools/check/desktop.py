"""Run a script inside the QGIS desktop, in a private profile that has the plugin switched on."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Optional

from tools.check.patience import patient
from tools.check.qgis_runner import PLUGIN, REPOSITORY, environment

SETTINGS = f"""[PythonPlugins]
{PLUGIN}=true
processing=true

[qgis]
showTips=false
checkVersion=false
askToSaveProjectChanges=false
"""


def executable() -> Optional[str]:
    """The desktop program; None if it is not installed."""
    return shutil.which("qgis.bin") or shutil.which("qgis")


def run_in_desktop(
    script: Path, folder: Path, timeout: float = 100.0, more: Optional[Mapping[str, str]] = None
) -> subprocess.CompletedProcess[str]:
    """Run ``script`` in a fresh desktop that keeps its profile and its results in ``folder``.

    The script finds ``folder`` in variable ``LANDSLIDE_GUI_RESULTS`` and this repository in
    ``LANDSLIDE_REPOSITORY``; ``more`` adds variables. Needs a display.
    """
    program = executable()
    if program is None or not os.environ.get("DISPLAY"):
        raise RuntimeError("needs the QGIS desktop and a display; run it under xvfb-run")
    shutil.rmtree(folder, ignore_errors=True)
    profile = folder / "config"
    settings = profile / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    settings.parent.mkdir(parents=True)
    settings.write_text(SETTINGS)
    own = {
        "DISPLAY": os.environ["DISPLAY"],
        "XAUTHORITY": os.environ.get("XAUTHORITY", ""),
        "QT_QPA_PLATFORM": "xcb",
        "LANDSLIDE_GUI_RESULTS": str(folder),
        "LANDSLIDE_REPOSITORY": str(REPOSITORY),
        **(more or {}),
    }
    words = [program, "--nologo", "--noversioncheck", "--profiles-path", str(profile), "--code", str(script)]
    return subprocess.run(
        words,
        env=environment(profile, own),
        capture_output=True,
        check=False,
        text=True,
        timeout=patient(timeout),
        stdin=subprocess.DEVNULL,
    )
