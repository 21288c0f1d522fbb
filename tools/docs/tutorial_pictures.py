"""Draw the pictures of the tutorials from the results of their own commands.

``python -m tools.docs.tutorial_pictures REAL_AREA PHYSICS SYNTHETIC EVENTS``, folders in which ``tools.docs.tutorials``
has followed the four pages; ``-`` leaves one out. Layers are drawn by QGIS with the styles the algorithms gave them.
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

from qgis.core import QgsApplication
from qgis.PyQt.QtGui import QColor, QImage, QPainter

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY))

from tools.check.qgis_runner import PLUGIN_PATH_OF_QGIS  # noqa: E402
from tools.docs.map_panels import (  # noqa: E402
    PAPER,
    Panel,
    band_of,
    draw,
    grey,
    legend_of,
    points,
    raster,
    relief,
    save,
    scaled,
)


def real_area(folder: Path) -> None:
    """Pictures of the tutorial on the RBSF data."""
    sample, factors = folder / "rbsf", folder / "factors.tif"
    places = points(sample / "landslide_points.gpkg")
    legend = (("Landslide", QColor("#d7301f")), ("No landslide", QColor("white")))
    draw([Panel("Terrain and inventory", (places, relief(sample / "dem.tif")), legend)], "real_area_inputs")
    shown = {
        "slope": "Slope",
        "twi": "Wetness index",
        "tangential_curvature": "Tangential curvature",
        "profile_curvature": "Profile curvature",
    }
    draw(
        [Panel(title, (grey(factors, band_of(factors, name)),)) for name, title in shown.items()],
        "real_area_factors",
        columns=4,
        width=260,
        height=270,
    )
    maps = {
        name: raster(folder / f"{name}.tif") for name in ("probability", "classes", "spread", "applicability")
    }
    draw(
        [
            Panel("Five classes", (maps["classes"],), legend_of(maps["classes"])),
            Panel("Spread of the members", (maps["spread"],), legend_of(maps["spread"])),
        ],
        "real_area_maps",
    )
    scaled(folder / "figures" / "fold_scores.png", "real_area_scores")


def report(folder: Path) -> None:
    """The head of the report, if there is a browser to draw it."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        print("no browser: the picture of the report stays as it is")
        return
    with tempfile.TemporaryDirectory() as temporary:
        target = Path(temporary) / "report.png"
        size = "--window-size=1000,900"
        flags = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            f"--screenshot={target}",
            size,
        ]
        page = (folder / "report.html").resolve().as_uri()
        subprocess.run([browser, *flags, page], check=True, capture_output=True)
        scaled(target, "real_area_report", 760)


def physics(folder: Path) -> None:
    """Pictures of the tutorial on slope physics."""
    sample = folder / "rbsf"
    places = points(sample / "landslide_points.gpkg", 1.2)
    places.setSubsetString("landslide = 1")
    shown = [
        Panel(title, (layer,), legend_of(layer))
        for title, layer in (
            ("Soil depth", raster(folder / "soil_depth.tif")),
            ("Water table before the storm", _table(folder / "water_table.tif")),
            ("Factor of safety, T50", _named(folder / "factor_of_safety.tif", "T50")),
            ("Probability of failure, T50", _named(folder / "probability_of_failure.tif", "T50")),
        )
    ]
    draw(shown, "physics_stability", width=370, height=330, extra_rows=4)
    layers = {
        "Probability given T10 rain": _named(folder / "probability.tif", "T10"),
        "Probability given T200 rain": _named(folder / "probability.tif", "T200"),
        "Five classes, T50": raster(folder / "classes.tif"),
        "Model against physics": raster(folder / "consistency.tif"),
    }
    panels = [Panel(title, (layer,), legend_of(layer)) for title, layer in layers.items()]
    panels[2] = Panel(panels[2].title, (places, *panels[2].layers), panels[2].legend)
    draw(panels, "physics_maps", height=380, extra_rows=2)


def _named(path: Path, name: str) -> Any:
    return raster(path, band_of(path, name))


def _table(path: Path) -> Any:
    """The depth of the water table, which has no style of its own, in that of the soil depth."""
    layer = _named(path, "T50")
    layer.loadNamedStyle(str(path.with_name("soil_depth.qml")))
    return layer


def synthetic(folder: Path) -> None:
    """Pictures of the tutorial on the synthetic area."""
    sample = folder / "andes"
    stability = folder / "factor_of_safety.tif"
    middle = raster(stability, band_of(stability, "T50"))
    rare = raster(stability, band_of(stability, "T200"))
    draw(
        [
            Panel("Factor of safety, T50", (middle,), legend_of(middle)),
            Panel("Factor of safety, T200", (rare,), legend_of(rare)),
        ],
        "andes_stability",
        height=300,
    )
    cells = points(sample / "landslides.gpkg|layername=landslide_points", 1.4)
    cells.setSubsetString("landslide = 1")
    probability = folder / "probability.tif"
    panels = [Panel("Terrain and inventory", (cells, relief(sample / "dem.tif")))]
    for name in ("T10", "T50", "T200"):
        layer = raster(probability, band_of(probability, name))
        panels.append(Panel(f"Probability given {name} rain", (layer,), legend_of(layer)))
    draw(panels, "andes_maps", height=300, extra_rows=2)
    classes = raster(folder / "classes.tif")
    consistency = raster(folder / "consistency.tif")
    draw(
        [
            Panel("Five classes, T50", (classes,), legend_of(classes)),
            Panel("Model against physics", (consistency,), legend_of(consistency)),
        ],
        "andes_classes",
        height=300,
        extra_rows=2,
    )


def events(folder: Path) -> None:
    """Frames of the tutorial on events, the landslides of the storm on the one at its end."""
    slid = points(folder / "storms" / "landslides.gpkg|layername=landslide_points", 0.9)
    slid.setSubsetString("landslide = 1 and event = 'storm_08'")
    panels = []
    for stamp, title in (
        ("20181029T0800Z", "12 h before its end"),
        ("20181029T2000Z", "At its end, with its landslides"),
        ("20181030T0800Z", "12 h after its end"),
    ):
        layer = raster(folder / "frames" / f"probability_{stamp}.tif")
        above = (slid,) if title.startswith("At") else ()
        items = layer.renderer().shader().rasterShaderFunction().colorRampItemList()
        panels.append(Panel(title, (*above, layer), tuple((one.label, one.color) for one in items[::3])))
    draw(panels, "event_frames", columns=3, width=300, height=300)


def dialogs(folder: Path) -> None:
    """The toolbox, and the dialog of the training with the values of the tutorial."""
    sys.path.append(PLUGIN_PATH_OF_QGIS)
    from processing.core.Processing import Processing
    from processing.gui.AlgorithmDialog import AlgorithmDialog
    from qgis.core import QgsProject
    from qgis.gui import QgsProcessingToolboxTreeView

    from landslide_plugin.plugin import LandslidePlugin

    Processing.initialize()
    plugin = LandslidePlugin(None)
    plugin.initProcessing()
    registry = QgsApplication.processingRegistry()
    tree = QgsProcessingToolboxTreeView(None, registry)
    tree.setFilterString("landslide:")
    tree.setHeaderHidden(True)
    tree.expandAll()
    _grab(tree, "toolbox", 430, 640)
    layers = [raster(folder / "factors.tif"), points(folder / "rbsf" / "landslide_points.gpkg")]
    layers[0].setName("factors")
    layers[1].setName("landslide_points")
    QgsProject.instance().addMapLayers(layers)
    dialog = AlgorithmDialog(registry.createAlgorithmById("landslide:trainensemble"))
    dialog.setParameters(
        {"FACTORS": [layers[0].id()], "INVENTORY": layers[1].id(), "LABEL_FIELD": "landslide"}
    )
    _grab(dialog, "train_dialog", 820, 560)
    QgsProject.instance().clear()


def _grab(widget: Any, name: str, width: int, height: int) -> None:
    """Show a widget at a size and save what it looks like."""
    widget.resize(width, height)
    widget.show()
    for _ in range(20):
        QgsApplication.processEvents()
    save(widget.grab().toImage(), name)
    widget.close()


def curves(folder: Path, name: str) -> None:
    """The curves over the return period, as the algorithm drew them."""
    from qgis.PyQt.QtSvg import QSvgRenderer

    drawing = QSvgRenderer(str(folder / "curves.svg"))
    size = drawing.defaultSize()
    image = QImage(820, round(820 * size.height() / size.width()), QImage.Format.Format_RGB32)
    image.fill(PAPER)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    save(image, name)


def main() -> int:
    """Draw everything."""
    app = QgsApplication([], True)
    app.initQgis()
    font = app.font()
    font.setPointSize(9)
    app.setFont(font)
    given = (*sys.argv[1:5], "-", "-", "-")[:4]
    real, slopes, made_up, storms = [None if one == "-" else Path(one) for one in given]
    if real is not None:
        dialogs(real)
        real_area(real)
        report(real)
    if slopes is not None:
        physics(slopes)
        curves(slopes, "physics_curves")
    if made_up is not None:
        synthetic(made_up)
        curves(made_up, "andes_curves")
    if storms is not None:
        events(storms)
    app.exitQgis()
    return 0


if __name__ == "__main__":
    sys.exit(main())
