"""Runs inside the QGIS desktop: opens every dialog, makes the sample area, and writes down what it saw."""

import json
import os
import sys
import traceback
from pathlib import Path

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.utils import iface, plugins, unloadPlugin

TARGET = Path(os.environ["LANDSLIDE_GUI_RESULTS"])
sys.path.insert(0, os.environ["LANDSLIDE_REPOSITORY"])


def settle(rounds=20):
    for _ in range(rounds):
        QgsApplication.processEvents()


def dialogs(provider):
    """Open each algorithm's dialog, keep its picture, and name the parameters without a widget."""
    import processing

    seen = {}
    for algorithm in provider.algorithms():
        dialog = processing.createAlgorithmDialog(algorithm.id(), {})
        dialog.show()
        settle()
        path = TARGET / f"dialog_{algorithm.name()}.png"
        dialog.grab().save(str(path))
        panel = dialog.mainWidget()
        wanted = [d.name() for d in algorithm.parameterDefinitions() if not d.isDestination()]
        seen[algorithm.name()] = {
            "title": dialog.windowTitle(),
            "missing": [name for name in wanted if name not in panel.wrappers],
            "size": [dialog.width(), dialog.height()],
        }
        dialog.close()
        dialog.deleteLater()
        settle()
    return seen


def sample_layers():
    """Run the sample algorithm as the dialog does, with its layers loaded into the project."""
    import processing

    folder = TARGET / "sample"
    processing.runAndLoadResults("landslide:sampledata", {"AREA": "rbsf", "FOLDER": str(folder)})
    settle()
    layers = list(QgsProject.instance().mapLayers().values())
    iface.mapCanvas().zoomToFullExtent()
    iface.mapCanvas().waitWhileRendering()
    settle()
    iface.mainWindow().grab().save(str(TARGET / "desktop.png"))
    return {layer.name(): layer.isValid() for layer in layers}


def drawn_model(folder):
    """A bundle with drawn weights and rasters that fit it, over the sample DEM."""
    import numpy as np

    from landslide_plugin.core.bands import factor_band
    from landslide_plugin.core.model.bundle import save_bundle
    from landslide_plugin.core.raster_io import RasterSink, RasterSource
    from tests.random_bundle import SPECS, random_bundle

    save_bundle(random_bundle(members=3, soil=False, rain=False), {}, str(folder / "model"))
    with RasterSource(str(TARGET / "sample" / "dem.tif")) as dem:
        heights = dem.read(0)
        north, east = np.gradient(heights)
        slope, aspect = np.hypot(north, east) * 4, np.degrees(np.arctan2(-east, north)) % 360
        with RasterSink(str(folder / "factors.tif"), dem.grid, [factor_band(spec) for spec in SPECS]) as sink:
            for i, values in enumerate((slope, np.where(np.isnan(heights), np.nan, 7), aspect)):
                sink.write(i, 0, values)
    inputs = {"BUNDLE": str(folder / "model"), "FACTORS": [str(folder / "factors.tif")]}
    return {**inputs, "ANY_CELL_SIZE": True}


def result_layers():
    """Derive factors, compute FS and map as the dialogs do; how each layer came into the project."""
    import processing

    from landslide_plugin.algorithms.styles import StyledLayer

    before = set(QgsProject.instance().mapLayers())
    temporary = dict.fromkeys(("PROBABILITY", "CLASSES", "UNCERTAINTY", "AGREEMENT"), "TEMPORARY_OUTPUT")
    dem = str(TARGET / "sample" / "dem.tif")
    processing.runAndLoadResults("landslide:terrainfactors", {"DEM": dem, "STACK": str(TARGET / "stack.tif")})
    targets = dict.fromkeys(("FS", "PROBABILITY", "CRITICAL_DEPTH"), "TEMPORARY_OUTPUT")
    processing.runAndLoadResults("landslide:factorofsafety", {"SLOPE": str(TARGET / "stack.tif"), **targets})
    processing.runAndLoadResults("landslide:mapsusceptibility", {**drawn_model(TARGET), **temporary})
    settle()
    found = {}
    for key in set(QgsProject.instance().mapLayers()) - before:
        layer = QgsProject.instance().mapLayer(key)
        legend = [name for name, _ in layer.legendSymbologyItems()]
        found[layer.name()] = {"renderer": layer.renderer().type(), "legend": legend}
    iface.mapCanvas().waitWhileRendering()
    settle()
    iface.mainWindow().grab().save(str(TARGET / "results.png"))
    return {"styles": found, "post_processors_kept": len(StyledLayer._kept)}


def look():
    results = {"plugin_loaded": "landslide_plugin" in plugins}
    try:
        registry = QgsApplication.processingRegistry()
        provider = registry.providerById("landslide")
        results["algorithms"] = [algorithm.name() for algorithm in provider.algorithms()]
        results["dialogs"] = dialogs(provider)
        results["layers"] = sample_layers()
        results.update(result_layers())
        results["heavy"] = sorted({"tensorflow", "keras", "sklearn", "base_attentive"} & set(sys.modules))
        unloadPlugin("landslide_plugin")
        results["gone_after_unload"] = registry.providerById("landslide") is None
    except Exception:
        results["error"] = traceback.format_exc()
    (TARGET / "results.json").write_text(json.dumps(results, indent=1))
    os._exit(0)


QTimer.singleShot(500, look)
