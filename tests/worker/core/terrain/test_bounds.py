"""No kernel looks beyond its arrays: compiled code would read whatever lies there."""

import os
import subprocess
import sys

from tools.check.patience import patient


def test_kernels_stay_within_their_arrays():
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "tests.support.kernel_bounds"],
        env={**os.environ, "NUMBA_DISABLE_JIT": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=patient(120),
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.startswith("18 runs of 12 modules within bounds")
