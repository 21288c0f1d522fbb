"""Print the versions a test run stands on, one a line; run it with any Python that sees QGIS."""

from __future__ import annotations

import platform
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
WORKER = REPOSITORY / ".venv-worker" / "bin" / "python"
IN_WORKER = (
    "from importlib.metadata import version as v; "
    "print(', '.join(f'{n} {v(n)}' for n in ('numpy', 'tensorflow-cpu', 'keras', 'base-attentive')))"
)


def system() -> dict[str, str]:
    """Versions of the system's side: Debian or another system, Python, QGIS, Qt, GDAL, NumPy, SciPy."""
    import numpy
    import scipy
    from osgeo import gdal
    from qgis.core import Qgis
    from qgis.PyQt.QtCore import QT_VERSION_STR

    release = Path("/etc/os-release")
    named = dict(line.split("=", 1) for line in release.read_text().splitlines() if "=" in line)
    return {
        "System": named.get("PRETTY_NAME", platform.platform()).strip('"'),
        "Python": platform.python_version(),
        "QGIS": Qgis.QGIS_VERSION,
        "Qt": QT_VERSION_STR,
        "GDAL": gdal.__version__,
        "NumPy": numpy.__version__,
        "SciPy": scipy.__version__,
    }


def main() -> int:
    """Print them, with those of the modelling environment if there is one."""
    for name, version in system().items():
        print(f"{name}: {version}")
    if WORKER.exists():
        done = subprocess.run([WORKER, "-c", IN_WORKER], capture_output=True, text=True, check=False)
        print(f"Modelling environment: {done.stdout.strip() or done.stderr.strip()[-200:]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
