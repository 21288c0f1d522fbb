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


from tools.check.desktop_tools import (  # noqa: E402
    canvas_colours,
    log_of,
    running,
    settle,
    settle_for,
    stall_meter,
    started,
    wait_until,
)


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

    from landslide_plugin.core.io.raster import RasterSink, RasterSource
    from landslide_plugin.core.model.bundle.bundle import save_bundle
    from landslide_plugin.core.types.bands import factor_band
    from tools.check.random_bundle import SPECS, random_bundle

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

    from landslide_plugin.algorithms.styles.rasters import StyledLayer

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


def dialog_run():
    """A dialog run by its button: how its layer looks on the canvas, and what the log says."""
    before = set(QgsProject.instance().mapLayers())
    dem = str(TARGET / "sample" / "dem.tif")
    with started("landslide:terrainfactors", {"DEM": dem, "FACTORS": ["slope"]}) as dialog:
        done = wait_until(lambda: not running(dialog), 20)
        log = log_of(dialog)
        dialog.grab().save(str(TARGET / "after_run.png"))
    wait_until(lambda: set(QgsProject.instance().mapLayers()) > before, 5)
    new = [QgsProject.instance().mapLayer(key) for key in set(QgsProject.instance().mapLayers()) - before]
    return {
        "done": done,
        "log": log,
        "layers": [layer.name() for layer in new],
        "colours": canvas_colours(new[0]) if new else {},
    }


def cancelled_training():
    """A training stopped by the dialog's Cancel button: what is left, and how the desktop felt meanwhile."""
    sample = TARGET / "sample"
    parameters = {
        "FACTORS": [str(TARGET / "stack.tif")],
        "INVENTORY": f"{sample / 'landslide_points.gpkg'}|layername=landslide_points",
        "LABEL_FIELD": "landslide",
        "BUNDLE": str(TARGET / "cancelled_model"),
    }
    with stall_meter() as meter, started("landslide:trainensemble", parameters) as dialog:
        begun = wait_until(lambda: "Modelling process" in log_of(dialog), 20)
        settle_for(3)
        dialog.cancelButton().click()
        stopped = wait_until(lambda: not running(dialog), 15)
        log = log_of(dialog)
    left = sorted(path.name for path in TARGET.glob("cancelled_model*"))
    return {"begun": begun, "stopped": stopped, "left": left, "log": log, "stall_s": meter.longest_s}


def chain_in_the_modeler():
    """The shortest chain opened in the model designer, and run by its own dialog."""
    import numpy as np
    from processing.modeler.ModelerDialog import ModelerDialog

    from landslide_plugin.core.io.raster import Band, RasterSink, RasterSource

    provider = QgsApplication.processingRegistry().providerById("landslide")
    opened = {}
    for chain in [algorithm for algorithm in provider.algorithms() if algorithm.groupId() == "chain"]:
        designer = ModelerDialog.create(chain.create())
        designer.show()
        settle()
        designer.grab().save(str(TARGET / f"designer_{chain.name()}.png"))
        opened[chain.name()] = [len(designer.model().childAlgorithms()), designer.model().validate()[0]]
        designer.setWindowModified(False)
        designer.hide()
        designer.deleteLater()
        settle()
    with RasterSource(str(TARGET / "sample" / "dem.tif")) as dem:
        grid = dem.grid
    with RasterSink(str(TARGET / "lithology.tif"), grid, [Band("lithology")]) as sink:
        sink.write(0, 0, np.full((grid.rows, grid.cols), 7, np.float32))
    inputs = {
        "BUNDLE": str(TARGET / "model"),
        "DEM": str(TARGET / "sample" / "dem.tif"),
        "LITHOLOGY": str(TARGET / "lithology.tif"),
        "ANY_CELL_SIZE": True,
        "CLASSES": str(TARGET / "chain_classes.tif"),
    }
    with started("landslide:map_new_area", inputs) as dialog:
        wait_until(lambda: not running(dialog), 25)
        log = log_of(dialog)
    return {"opened": opened, "log": log, "written": (TARGET / "chain_classes.tif").exists()}


def watch():
    """Keep a picture of the screen, so that a box that waits for an answer can be seen."""
    iface.mainWindow().screen().grabWindow(0).save(str(TARGET / "screen.png"))


def look():
    watcher = QTimer()
    watcher.timeout.connect(watch)
    watcher.start(5000)
    results = {"plugin_loaded": "landslide_plugin" in plugins}
    try:
        registry = QgsApplication.processingRegistry()
        provider = registry.providerById("landslide")
        results["algorithms"] = [algorithm.name() for algorithm in provider.algorithms()]
        results["dialogs"] = dialogs(provider)
        results["layers"] = sample_layers()
        results.update(result_layers())
        results["dialog_run"] = dialog_run()
        results["cancelled"] = cancelled_training()
        results["chain"] = chain_in_the_modeler()
        results["heavy"] = sorted({"tensorflow", "keras", "sklearn", "base_attentive"} & set(sys.modules))
        unloadPlugin("landslide_plugin")
        results["gone_after_unload"] = registry.providerById("landslide") is None
    except Exception:
        results["error"] = traceback.format_exc()
    (TARGET / "results.json").write_text(json.dumps(results, indent=1))
    os._exit(0)


QTimer.singleShot(500, look)
