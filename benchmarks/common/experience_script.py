"""Runs inside the QGIS desktop: from opening QGIS to a styled map of the RBSF area with its report, and how it felt."""

import json
import os
import sys
import time
import traceback
from pathlib import Path

from qgis.core import QgsApplication, QgsProcessingParameterDefinition, QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.utils import iface

TARGET = Path(os.environ["LANDSLIDE_GUI_RESULTS"])
REPOSITORY = Path(os.environ["LANDSLIDE_REPOSITORY"])
sys.path.insert(0, str(REPOSITORY))

from tools.check.desktop_tools import canvas_colours, running, stall_meter, started, wait_until  # noqa: E402

SAMPLE = REPOSITORY / "landslide_plugin" / "resources" / "sample" / "rbsf"
LONGEST_S = 900
PRESETS = ("quick", "standard")
OPENED = float(os.environ["LANDSLIDE_OPENED"])
"""When QGIS was started, in s since the epoch."""


def shown_parameters():
    """Inputs that each dialog shows before Advanced is opened."""
    flags = QgsProcessingParameterDefinition.Flag
    counts = {}
    for algorithm in QgsApplication.processingRegistry().providerById("landslide").algorithms():
        counts[algorithm.name()] = sum(
            not definition.isDestination()
            and not definition.flags() & (flags.FlagAdvanced | flags.FlagHidden)
            for definition in algorithm.parameterDefinitions()
        )
    return counts


def run_to_map():
    """Time from the click to the map on the canvas, and the longest stall on the way."""
    parameters = {
        "DEM": str(SAMPLE / "dem.tif"),
        "INVENTORY": f"{SAMPLE / 'landslide_points.gpkg'}|layername=landslide_points",
        "LABEL_FIELD": "landslide",
        "train:Model bundle": str(TARGET / "model"),
        "map:Susceptibility classes": str(TARGET / "classes.tif"),
    }
    clicked = time.monotonic()
    with stall_meter() as meter, started("landslide:dem_to_susceptibility_map", parameters) as dialog:
        finished = wait_until(lambda: not running(dialog), LONGEST_S)
        layers = [x for x in QgsProject.instance().mapLayers().values() if "classes" in x.name().lower()]
        if layers:
            canvas_colours(layers[0])
        seconds = time.monotonic() - clicked
    iface.mainWindow().grab().save(str(TARGET / "map.png"))
    return {"finished": finished and bool(layers), "seconds": seconds, "stall_s": meter.longest_s}


def study(preset):
    """Time of a study by the one entrance: from opening QGIS and from the click, to map on the canvas and report."""
    folder = TARGET / f"study_{preset}"
    parameters = {
        "DEM": str(SAMPLE / "dem.tif"),
        "INVENTORY": f"{SAMPLE / 'landslide_points.gpkg'}|layername=landslide_points",
        "LABEL_FIELD": "landslide",
        "MASK": str(SAMPLE / "study_mask.gpkg"),
        "PRESET": preset,
        "FOLDER": str(folder),
    }
    clicked = time.time()
    with stall_meter() as meter, started("landslide:susceptibilitystudy", parameters) as dialog:
        finished = wait_until(lambda: not running(dialog), LONGEST_S)
        layers = [x for x in QgsProject.instance().mapLayers().values() if str(folder) in x.source()]
        layers = [x for x in layers if x.customProperty("landslide/kind") == "classes"]
        if layers:
            canvas_colours(layers[0])
        ended = time.time()
    iface.mainWindow().grab().save(str(TARGET / f"study_{preset}.png"))
    return {
        "finished": finished and bool(layers) and (folder / "report.html").exists(),
        "seconds": ended - clicked,
        "from_opening_s": ended - OPENED,
        "stall_s": meter.longest_s,
    }


def look():
    """Measure, write ``results.json`` and leave."""
    results = {}
    try:
        results["study"] = {preset: study(preset) for preset in PRESETS}
        results.update(shown=shown_parameters(), map=run_to_map())
    except Exception:
        results["error"] = traceback.format_exc()
    (TARGET / "results.json").write_text(json.dumps(results, indent=1))
    os._exit(0)


QTimer.singleShot(500, look)
