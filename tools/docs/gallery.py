"""Pictures of the gallery from the results of ``make demo``: ``python -m tools.docs.gallery`` (no display needed)."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.PyQt.QtGui import QGuiApplication

from tools.demo import TARGET
from tools.docs.map_panels import scaled

SHOWN = {
    "gallery_figure_real": "rbsf/figure.png",
    "gallery_sheet_real": "rbsf/sheet.png",
    "gallery_figure_synthetic": "andes/figure.png",
    "gallery_sheet_synthetic": "andes/sheet.png",
}


def main() -> None:
    """Scale the figures and sheets of the demo for the page."""
    app = QGuiApplication([])
    for name, path in SHOWN.items():
        scaled(TARGET / path, name)
    app.quit()


if __name__ == "__main__":
    main()
