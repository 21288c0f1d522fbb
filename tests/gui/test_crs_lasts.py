"""Layers that a run brought keep their CRS when the thread of the run has ended."""

import json
import subprocess
import sys
from pathlib import Path

from tools.check.patience import patient
from tools.check.qgis_runner import environment

SCRIPT = Path(__file__).with_name("crs_script.py")


def test_layers_keep_their_crs_when_the_thread_of_their_run_has_ended(tmp_path):
    done = subprocess.run(
        [sys.executable, str(SCRIPT), str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        env={**environment(), "QT_QPA_PLATFORM": "offscreen"},
        timeout=patient(90),
    )
    assert done.returncode == 0, done.stderr
    layers = json.loads(done.stdout.splitlines()[-1])
    algorithms = {name.split(":")[0] for name in layers}
    newer = {"exposure", "slopeunits", "unitfactors", "trainunits", "mapunits", "susceptibilitystudy"}
    assert newer <= algorithms
    assert len(algorithms) == 12, sorted(layers)
    assert {name: crs for name, (crs, wkt) in layers.items() if not (crs and wkt)} == {}
