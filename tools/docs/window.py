"""The picture of the README: QGIS with a dialog of the plugin and the map it made.

``xvfb-run -a -s "-screen 0 1280x1000x24" .venv/bin/python -m tools.docs.window`` runs the ready-made chain on the real
sample area inside QGIS and writes ``docs/pictures/window.png``; needs the modelling environment and some minutes.
"""

from __future__ import annotations

import sys
from pathlib import Path

from qgis.PyQt.QtGui import QImage

from tools.check.desktop import run_in_desktop
from tools.docs.map_panels import save

REPOSITORY = Path(__file__).resolve().parents[2]
TARGET = REPOSITORY / "build" / "window"


def main() -> int:
    """Take the picture; 1 with the reason if there is no map."""
    done = run_in_desktop(Path(__file__).with_name("window_script.py"), TARGET, 1200.0)
    error, picture = TARGET / "error.txt", TARGET / "window.png"
    if not picture.exists():
        print(error.read_text() if error.exists() else done.stderr[-3000:])
        return 1
    save(QImage(str(picture)), "window")
    return 0


if __name__ == "__main__":
    sys.exit(main())
