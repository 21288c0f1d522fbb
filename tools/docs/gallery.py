"""Draw the pictures of the gallery from the results of ``make demo``.

``.venv/bin/python -m tools.docs.gallery [FOLDER]`` scales reports, figures, sheets and maps of both studies in
``build/demo`` (or ``FOLDER``) for ``docs/gallery.md``. Reports are drawn by a browser, sheets by GDAL's reader of
PDF; what is not at hand leaves its picture as it is, and is said.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from osgeo import gdal
from qgis.core import QgsApplication
from qgis.PyQt.QtGui import QImage

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY))

from tools.docs.map_panels import Panel, band_of, draw, legend_of, raster, save, scaled  # noqa: E402

DEMO = REPOSITORY / "build" / "demo"
AREAS = {"rbsf": "real", "andes": "physics"}
SHEET_DPI, SHEET_WIDTH = 110, 620
PAGE_WIDTH, PAGE_HEIGHT, PAGE_SHOWN = 1000, 1500, 620


def figure(folder: Path, name: str) -> None:
    """The six panels of a paper."""
    scaled(folder / "figure" / "six_panels.png", f"gallery_figure_{name}")


def sheet(folder: Path, name: str) -> None:
    """The map sheet, its page as it would be printed."""
    if gdal.GetDriverByName("PDF") is None:
        print("GDAL reads no PDF: the pictures of the sheets stay as they are")
        return
    with tempfile.TemporaryDirectory() as temporary:
        picture = Path(temporary) / "sheet.png"
        gdal.SetConfigOption("GDAL_PDF_DPI", str(SHEET_DPI))
        gdal.Translate(str(picture), str(folder / "sheet.pdf"), format="PNG")
        scaled(picture, f"gallery_sheet_{name}", SHEET_WIDTH)


def report(folder: Path, name: str) -> None:
    """The top of the report, with the map and what it is worth."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        print("no browser: the pictures of the reports stay as they are")
        return
    with tempfile.TemporaryDirectory() as temporary:
        target = Path(temporary) / "report.png"
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
        size = f"--window-size={PAGE_WIDTH},{PAGE_HEIGHT}"
        page = (folder / "report.html").resolve().as_uri()
        words = [browser, *flags, f"--screenshot={target}", size, page]
        subprocess.run(words, check=True, capture_output=True, timeout=120)
        save(_at_width(target, PAGE_SHOWN), f"gallery_report_{name}")


def _at_width(path: Path, width: int) -> QImage:
    from qgis.PyQt.QtCore import Qt

    return QImage(str(path)).scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)


def maps(folder: Path, name: str) -> None:
    """Classes, probability, spread and agreement; with scenarios the factor of safety and two probabilities."""
    layers = {
        "Five classes": _layer(folder / "susceptibility_classes.tif"),
        "Probability": _layer(folder / "susceptibility.tif"),
        "Spread of the members": _layer(folder / "standard_deviation.tif"),
        "Agreement of the members": _layer(folder / "agreement.tif"),
    }
    safety = folder / "factor_of_safety.tif"
    if safety.exists():
        layers["Factor of safety, rain of 200 years"] = _layer(safety, "T200")
        layers["Probability, rain of 200 years"] = _layer(folder / "susceptibility.tif", "T200")
    panels = [Panel(title, (layer,), legend_of(layer)) for title, layer in layers.items()]
    draw(panels, f"gallery_maps_{name}", height=260, extra_rows=3)


def _layer(path: Path, band: str = "") -> Any:
    return raster(path, band_of(path, band) if band else 0)


def main() -> int:
    """Draw all that the demo has made; 1 if it was not run."""
    demo = Path(sys.argv[1]) if len(sys.argv) > 1 else DEMO
    there = {area: name for area, name in AREAS.items() if (demo / area / "sheet.pdf").exists()}
    if not there:
        print(f"{demo} holds no study; run make demo first")
        return 1
    app = QgsApplication([], True)
    app.initQgis()
    font = app.font()
    font.setPointSize(9)
    app.setFont(font)
    gdal.UseExceptions()
    for area, name in there.items():
        for drawn in (figure, sheet, report, maps):
            drawn(demo / area, name)
    app.exitQgis()
    return 0


if __name__ == "__main__":
    sys.exit(main())
