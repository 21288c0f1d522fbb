"""Run by a Python of its own: algorithms in QGIS's task threads, and the CRS of their layers when those have ended."""

import json
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.append("/usr/share/qgis/python/plugins")

import numpy as np
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsProject,
)
from qgis.PyQt.QtCore import QEventLoop, QThreadPool, QTimer

from landslide_plugin.core.io.raster import Band, RasterSink, crs_wkt, factor_band
from landslide_plugin.core.io.vector import box_wkb, line_wkb, point_wkb, write_features
from landslide_plugin.core.model.bundle.bundle import save_bundle
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.grid import Grid
from tests.support.small_units import small_units
from tools.check.random_bundle import SPECS, random_bundle

APPLICATION = QgsApplication([], True)
APPLICATION.initQgis()

from processing.core.Processing import Processing  # noqa: E402

from landslide_plugin.plugin import LandslidePlugin  # noqa: E402

FOLDER = Path(sys.argv[1])
THREADS_END_AFTER_MS = 300
Processing.initialize()
PLUGIN = LandslidePlugin(None)
PLUGIN.initProcessing()


def in_a_thread(name, parameters):
    """Run as the desktop does, and load the layers that the run asks for; the results."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"landslide:{name}")
    context, feedback, loop, found = QgsProcessingContext(), QgsProcessingFeedback(), QEventLoop(), {}
    context.setProject(QgsProject.instance())
    task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
    task.executed.connect(lambda done, results: (found.update(done=done, results=dict(results)), loop.quit()))
    QgsApplication.taskManager().addTask(task)
    loop.exec_()
    if not found["done"]:
        raise RuntimeError(f"{name}: {feedback.textLog()}")
    results = found["results"]
    wanted = set(context.layersToLoadOnCompletion()) | {
        results[key] for key in parameters if str(results.get(key, "")).endswith((".tif", ".gpkg"))
    }
    for source in sorted(wanted):
        layer = QgsProcessingUtils.mapLayerFromString(source, context, True)
        QgsProject.instance().addMapLayer(context.temporaryLayerStore().takeMapLayer(layer))
        layer.setName(f"{name}: {Path(source).name}")
    return results


def raster(name, crs, bands, values, **more):
    grid = Grid(40, 40, (700000.0, 25.0, 0.0, 9560000.0, 0.0, -25.0), crs_wkt(crs))
    with RasterSink(str(FOLDER / name), grid, bands, **more) as sink:
        for number, band in enumerate(values):
            sink.write(number, 0, band.astype(np.uint8 if more else np.float32))
    return str(FOLDER / name)


def run_all():
    to = {key: str(FOLDER / f"{key.lower()}.tif") for key in ("STACK", "FS", "PROBABILITY", "UNCERTAINTY")}
    rows, cols = np.mgrid[:40, :40].astype(float)
    in_a_thread("sampledata", {"AREA": "andes", "FOLDER": str(FOLDER / "andes")})
    dem = raster("dem.tif", "EPSG:32718", [Band("elevation")], [1000 + 9 * rows + 30 * np.sin(cols / 5)])
    in_a_thread("terrainfactors", {"DEM": dem, "FACTORS": ["slope"], "STACK": to["STACK"]})
    slope = raster("slope.tif", "EPSG:32720", [Band("slope", unit="deg")], [10 + rows])
    in_a_thread("factorofsafety", {"SLOPE": slope, "FS": to["FS"]})
    save_bundle(random_bundle(members=3, soil=False, rain=False), {}, str(FOLDER / "model"))
    bands = [factor_band(spec) for spec in SPECS]
    factors = raster("factors.tif", "EPSG:32721", bands, [10 + rows, np.full((40, 40), 7.0), 9 * cols])
    maps = {key: to[key] for key in ("PROBABILITY", "UNCERTAINTY")}
    model = {"BUNDLE": str(FOLDER / "model"), "FACTORS": [factors], "ANY_CELL_SIZE": True}
    mapped = in_a_thread("mapsusceptibility", {**model, **maps})
    in_a_thread(
        "fieldchecks",
        {"UNCERTAINTY": mapped["UNCERTAINTY"], "OUTPUT": str(FOLDER / "checks.gpkg"), "MIN_DISTANCE": 50},
    )
    box = FeatureSet((box_wkb(700100, 9559200, 700600, 9559800),), crs_wkt("EPSG:32721"), {"name": ("a",)})
    write_features(str(FOLDER / "box.gpkg"), box, "polygon")
    zones = {"POLYGONS": str(FOLDER / "box.gpkg"), "PROBABILITY": mapped["PROBABILITY"]}
    in_a_thread("zonalresults", {**zones, "OUTPUT": str(FOLDER / "zones.gpkg")})


def exposed():
    """Roads and release areas by class."""
    crs, codes = "EPSG:32722", np.repeat([1.0, 3.0, 5.0, 5.0], 10)[:, None] * np.ones(40)
    named = {code: (f"class {code}", (0, 0, 0)) for code in range(1, 6)}
    band = Band("class", "", {"QUANTITY": "class"})
    classes = raster("classes.tif", crs, [band], [codes], byte=True, classes=named)
    chance = raster("chance.tif", crs, [Band("p")], [codes / 6.0])
    road = line_wkb(np.array([[700012.0, 9559990.0], [700012.0, 9559010.0]]))
    write_features(str(FOLDER / "roads.gpkg"), FeatureSet((road,), crs_wkt(crs)), "line")
    to = {key: str(FOLDER / f"by_{key.lower()}.gpkg") for key in ("LINES_BY_CLASS", "RELEASE_AREAS")}
    to["TABLE"] = str(FOLDER / "table.csv")
    given = {"CLASSES": classes, "PROBABILITY": chance, "LINES": str(FOLDER / "roads.gpkg"), "HEIGHT": 1.5}
    in_a_thread("exposure", {**given, **to})


def by_units():
    """Slope units and their factors; a model of other units, and its map."""
    rows, cols = np.mgrid[:40, :40].astype(float)
    dem = raster(
        "ridges.tif",
        "EPSG:32723",
        [Band("elevation")],
        [1000 + 60 * np.sin(cols / 4) + 40 * np.cos(rows / 5)],
    )
    made = {"OUTPUT": str(FOLDER / "slope_units.gpkg")}
    found = in_a_thread("slopeunits", {"DEM": dem, "LEAST_AREA": 20_000, "THRESHOLD": 0.1, **made})
    given = {"POLYGONS": found["OUTPUT"], "RASTERS": [dem]}
    in_a_thread("unitfactors", {**given, "OUTPUT": str(FOLDER / "unit_factors.gpkg")})
    units, model = str(FOLDER / "units.gpkg"), str(FOLDER / "unit_model")
    write_features(units, small_units(), "polygon")
    given = {"UNITS": units, "FIELDS": "slope_mean,twi_mean", "LABEL_FIELD": "slid", "MODELS": ["logistic"]}
    held = {"BUNDLE": model, "HELD_OUT": str(FOLDER / "held_out.gpkg"), "RANDOM_CV": "no"}
    in_a_thread("trainunits", {**given, **held})
    in_a_thread("mapunits", {"UNITS": units, "BUNDLE": model, "OUTPUT": str(FOLDER / "unit_map.gpkg")})


def whole_study():
    """The one entrance without the modelling environment, on a small area of its own."""
    crs, rng = crs_wkt("EPSG:32724"), np.random.default_rng(5)
    rows, cols = np.mgrid[:40, :40].astype(float)
    heights = 1000 + 9 * rows + 60 * np.sin(cols / 4)
    dem = raster("study_dem.tif", "EPSG:32724", [Band("elevation", "m")], [heights])
    xy = rng.uniform((700050, 9559050), (700950, 9559950), (80, 2))
    points = tuple(point_wkb(x, y) for x, y in xy.tolist())
    labels = tuple((rng.random(80) < 0.5).astype(int).tolist())
    write_features(str(FOLDER / "slides.gpkg"), FeatureSet(points, crs, {"slide": labels}), "point")
    given = {"DEM": dem, "INVENTORY": str(FOLDER / "slides.gpkg"), "LABEL_FIELD": "slide", "PRESET": "quick"}
    found = in_a_thread("susceptibilitystudy", {**given, "FOLDER": str(FOLDER / "study"), "SHEET": True})
    if not Path(found["MAP_SHEET"]).exists():
        raise RuntimeError("the main thread drew no map sheet")


os.environ["LANDSLIDE_PYTHON"] = str(FOLDER / "nowhere")
QThreadPool.globalInstance().setExpiryTimeout(THREADS_END_AFTER_MS)
run_all()
exposed()
by_units()
whole_study()
pause = QEventLoop()
QTimer.singleShot(10 * THREADS_END_AFTER_MS, pause.quit)
pause.exec_()
layers = QgsProject.instance().mapLayers().values()
print(json.dumps({layer.name(): [layer.crs().authid(), len(layer.crs().toWkt())] for layer in layers}))
sys.stdout.flush()
os._exit(0)
