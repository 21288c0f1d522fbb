"""The field of a model bundle takes a folder, and by its second button a .zip."""

import json
import subprocess
import sys
from pathlib import Path

from tools.check.patience import patient
from tools.check.qgis_runner import environment

SCRIPT = Path(__file__).with_name("bundle_field_script.py")


def test_the_second_button_chooses_a_zip_and_the_first_a_folder():
    done = subprocess.run(
        [sys.executable, str(SCRIPT)],
        capture_output=True,
        text=True,
        check=False,
        env={**environment(), "QT_QPA_PLATFORM": "offscreen"},
        timeout=patient(60),
    )
    assert done.returncode == 0, done.stderr
    field = json.loads(done.stdout.splitlines()[-1])
    assert field == {
        "empty": None,
        "chosen": "/models/slides.zip",
        "folder": "/models/folder",
        "changes": ["/models/slides.zip", "/models/folder"],
    }
