"""Scripts with QGIS's dialogs in a Python of their own, on a screen that nobody sees."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tools.check.patience import patient
from tools.check.qgis_runner import environment


def told_by(script: Path, *words: str, seconds: float = 60) -> Any:
    """What a script printed last, as JSON; fails with its errors if it did not end well."""
    done = subprocess.run(
        [sys.executable, str(script), *words],
        capture_output=True,
        text=True,
        check=False,
        env=environment(),
        timeout=patient(seconds),
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])
