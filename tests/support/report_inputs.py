"""Inputs of report, figure and map sheet: a small model with its maps, factors and inventory."""

import numpy as np

from landslide_plugin.core.io.raster import Band, RasterSink, crs_wkt, factor_band
from landslide_plugin.core.io.vector import point_wkb, write_features
from landslide_plugin.core.model.bundle.bundle import load_bundle, save_bundle
from landslide_plugin.core.types.features import FeatureSet
from landslide_plugin.core.types.grid import Grid
from tests.support.report_bundle import UTM_GRID, class_map, metrics
from tools.check.random_bundle import SPECS, random_bundle, random_cells

GRID = Grid(30, 40, UTM_GRID, crs_wkt("EPSG:32717"))


def stored_bundle(folder):
    """A small model that maps, with samples; returns its identifier."""
    count = 60
    static, _ = random_cells(count, 5)
    labels = (np.arange(count) % 2).astype(np.int8)
    p = np.linspace(0.2, 0.8, count).astype("f4")
    kept = {
        "labels": labels,
        "xy": np.array([GRID.centre_of(i // 2, i % 40) for i in range(count)]),
        "folds": (np.arange(count) % 3).astype(np.int16),
        "static": static,
        "held_out_mapped": p,
        "held_out/ensemble": p,
        "held_out/logistic": p[::-1].copy(),
    }
    save_bundle(random_bundle(soil=False, rain=False), metrics(), str(folder), kept)
    return load_bundle(str(folder)).identifier


def report_inputs(tmp_path):
    """Parameters of a report by their keys, in a folder."""
    identifier = stored_bundle(tmp_path / "model")
    classes, probability = class_map()
    for name, values, byte in (("classes", classes, True), ("probability", probability, False)):
        with RasterSink(
            str(tmp_path / f"{name}.tif"),
            GRID,
            [Band("Susceptibility")],
            byte=byte,
            metadata={"BUNDLE": identifier},
        ) as sink:
            sink.write(0, 0, values)
    static, _ = random_cells(GRID.size, 9)
    with RasterSink(str(tmp_path / "factors.tif"), GRID, [factor_band(spec) for spec in SPECS]) as sink:
        for i in range(len(SPECS)):
            sink.write(i, 0, static[:, i].reshape(GRID.shape))
    cells = [(row, col) for row in range(4, 30, 5) for col in range(4, 40, 7)]
    labels = tuple(i % 2 for i in range(len(cells)))
    points = tuple(point_wkb(*GRID.centre_of(*cell)) for cell in cells)
    slides = FeatureSet(points, GRID.crs_wkt, {"slide": labels}, "slides")
    write_features(str(tmp_path / "slides.gpkg"), slides, "point")
    return {
        "BUNDLE": str(tmp_path / "model"),
        "CLASSES": str(tmp_path / "classes.tif"),
        "PROBABILITY": str(tmp_path / "probability.tif"),
        "FACTORS": [str(tmp_path / "factors.tif")],
        "INVENTORY": str(tmp_path / "slides.gpkg"),
        "LABEL_FIELD": "slide",
        "TITLE": "A valley",
        "OUTPUT": str(tmp_path / "report.html"),
    }


def sheet_inputs(inputs, tmp_path, **more):
    given = {key: inputs[key] for key in ("BUNDLE", "INVENTORY", "LABEL_FIELD", "TITLE")}
    return {**given, "MAP": inputs["CLASSES"], "OUTPUT": str(tmp_path / "sheet.pdf"), **more}
