"""What the plugin writes, kept in a folder, and two such folders compared byte for byte.

``python tools/check/fingerprint.py run FOLDER`` runs every algorithm of the provider on small inputs with fixed
seeds into a new folder. ``python tools/check/fingerprint.py compare A B`` prints a line for each file that
differs or is missing, then counts, and exits with 1 if there is any. Run it with ``.venv/bin/python``.
"""

from __future__ import annotations

import json
import re
import resource
import subprocess
import sys
import time
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, Callable, Optional

from osgeo import gdal, ogr, osr

from tools.check.patience import patient

REPOSITORY = next(
    place for place in Path(__file__).resolve().parents if (place / "landslide_plugin").is_dir()
)
sys.path.insert(0, str(REPOSITORY))

try:
    from tools.check.qgis_runner import enable_plugin, environment, executable, messages, qgis_process, report
except ModuleNotFoundError:
    from tools.check.qgis_runner import enable_plugin, environment, executable, messages, qgis_process, report


MANIFEST = "run.json"
SUFFIXES_OF_TEXT = frozenset([".json", ".html", ".csv", ".svg", ".txt", ".qml", ".xml", ".log"])
SHEET_DPI = "72"
LONGEST_S = 900.0
HELPERS = 2
SAME_ORDER = {"QT_HASH_SEED": "0"}
"""Qt writes the attributes of XML in an order that it draws anew for each process, unless told otherwise."""

SHOWN = 40
PART = (0, 120, 383, 140)
"""First column, first row, columns and rows of the real DEM that are used."""

QUICK = {"MEMBERS": 2, "CV_MEMBERS": 1, "CV_FOLDS": 3, "EPOCHS": 2, "SEED": 7}
BRIEF = {**QUICK, "MEMBERS": 1, "CV_FOLDS": 2, "RANDOM_CV": "no", "EPOCHS": 1}
MAIN_MAPS = {"PROBABILITY": "probability.tif", "CLASSES": "classes.tif", "UNCERTAINTY": "spread.tif"}
ALL_MAPS = {
    **MAIN_MAPS,
    "AGREEMENT": "agreement.tif",
    "FLIPS": "flips.tif",
    "MEMBER_CLASSES": "member_classes.tif",
    "ENTROPY": "entropy.tif",
    "DECISION": "decision.tif",
    "APPLICABILITY": "applicability.tif",
    "OUTSIDE": "outside.gpkg",
}
RAIN_MAPS = {
    "MODEL_DEPTH": "model_depth.tif",
    "RETURN_PERIOD": "return_period.tif",
    "ANNUAL": "annual.tif",
    "CONSISTENCY": "consistency.tif",
}
TRAINED = {
    "BUNDLE": "model",
    "METRICS": "metrics.json",
    "BUNDLE_ZIP": "model.zip",
    "FIGURES": "figures",
    "SAMPLES": "samples.gpkg",
}
STABILITY = {
    "FS": "fs.tif",
    "CRITICAL_DEPTH": "critical_depth.tif",
    "PROBABILITY": "pf.tif",
    "MASK": "mask.tif",
    "CRITICAL_LAYER": "critical_layer.tif",
    "SATURATION": "saturation.tif",
    "YIELD_COEFFICIENT": "yield.tif",
    "DISPLACEMENT": "displacement.tif",
    "FS_BY_LAYER": "fs_by_layer.tif",
    "STATISTICS_FILE": "statistics.json",
}
TERRAIN_FACTORS = (
    "elevation,slope,aspect,aspect_sin,aspect_cos,plan_curvature,profile_curvature,tangential_curvature,"
    "total_curvature,tri,tpi,roughness,vrm,flow_accumulation,catchment_area,twi,stream_power,"
    "sediment_transport,streams,hand,distance_streams,cut_catchment"
)
CHAIN_MAPS = {
    "map:Susceptibility": "probability.tif",
    "map:Susceptibility classes": "classes.tif",
    "map:Ensemble standard deviation": "spread.tif",
}


@dataclass(frozen=True)
class Step:
    """One run of an algorithm; ``written`` holds names of outputs in the step's own folder."""

    name: str
    algorithm: str
    given: Mapping[str, Any]
    written: Mapping[str, str] = field(default_factory=dict)

    def params(self, folder: Path) -> dict[str, Any]:
        """Parameters of the run whose outputs lie in ``folder``."""
        return {**self.given, **{key: folder / self.name / name for key, name in self.written.items()}}


def write_raster(path: Path, like: Path, values: Callable[[int, int], float], band: str = "") -> None:
    """A raster of one band on the grid of another; ``values`` takes row and column."""
    path.parent.mkdir(parents=True, exist_ok=True)
    model = gdal.Open(str(like))
    columns, rows = model.RasterXSize, model.RasterYSize
    made = gdal.GetDriverByName("GTiff").Create(str(path), columns, rows, 1, gdal.GDT_Float32)
    made.SetGeoTransform(model.GetGeoTransform())
    made.SetProjection(model.GetProjection())
    cells = array("f", (values(row, column) for row in range(rows) for column in range(columns)))
    written = made.GetRasterBand(1)
    written.SetDescription(band or path.stem)
    written.SetNoDataValue(-9999.0)
    written.WriteRaster(0, 0, columns, rows, cells.tobytes())


def write_layer(path: Path, wkt: str, shapes: Iterable[tuple[str, Mapping[str, Any]]]) -> None:
    """A GeoPackage of one layer, named like the file, from pairs of WKT and values by field."""
    rows = list(shapes)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    kind = ogr.CreateGeometryFromWkt(rows[0][0]).GetGeometryType()
    layer = source.CreateLayer(path.stem, osr.SpatialReference(wkt), kind)
    kinds = {int: ogr.OFTInteger, float: ogr.OFTReal, str: ogr.OFTString}
    names: dict[str, type] = {}
    for _, values in rows:
        names.update({name: type(value) for name, value in values.items() if value is not None})
    for name, python in names.items():
        layer.CreateField(ogr.FieldDefn(name, kinds[python]))
    for shape, values in rows:
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkt(shape))
        for name, value in values.items():
            if value is not None:
                feature.SetField(name, value)
        layer.CreateFeature(feature)


def bounds_of(path: Path) -> tuple[float, float, float, float, str]:
    """West, south, east, north and CRS of a raster."""
    raster = gdal.Open(str(path))
    west, width, _, north, _, height = raster.GetGeoTransform()
    return (
        west,
        north + raster.RasterYSize * height,
        west + raster.RasterXSize * width,
        north,
        raster.GetProjection(),
    )


def middle_of(path: Path) -> str:
    """The middle ninth of a raster, as an extent of Processing."""
    west, south, east, north, _ = bounds_of(path)
    width, height = (east - west) / 3, (north - south) / 3
    return f"{west + width},{east - width},{south + height},{north - height}"


def box(west: float, south: float, east: float, north: float) -> str:
    """WKT of a rectangle."""
    return f"POLYGON(({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))"


def real_inputs(inputs: Path, sample: Path) -> None:
    """Part of the real DEM and, made up beside it, lines, classes and quantities."""
    inputs.mkdir(parents=True, exist_ok=True)
    dem = inputs / "dem.tif"
    gdal.Translate(str(dem), str(sample / "dem.tif"), srcWin=PART)
    west, south, east, north, wkt = bounds_of(dem)
    middle, third = (south + north) / 2, (east - west) / 3
    lines = {
        "faults": [f"LINESTRING({west} {south},{east} {north})"],
        "rivers": [f"LINESTRING({west} {middle},{west + third} {south + 300},{east} {middle})"],
        "roads": [f"LINESTRING({west + third} {south},{west + 2 * third} {north})"],
    }
    for name, shapes in lines.items():
        write_layer(inputs / f"{name}.gpkg", wkt, [(shape, {"name": name}) for shape in shapes])
    covers = (("forest", west, west + third), ("pasture", west + third, east))
    write_layer(
        inputs / "land_cover.gpkg",
        wkt,
        [(box(start, south, stop, north), {"cover": cover}) for cover, start, stop in covers],
    )
    write_raster(inputs / "lithology.tif", dem, lambda row, column: 6.0 if (row + column) % 90 < 50 else 8.0)
    write_raster(
        inputs / "ndvi.tif", dem, lambda row, column: 0.2 + 0.6 * ((row * 7 + column * 3) % 101) / 101
    )
    write_raster(inputs / "rainfall.tif", dem, lambda row, column: 1900.0 + 2.0 * row + 0.5 * column)
    depths = [f"{1900 + year},{40 + (year * 37) % 61 + 0.5 * ((year * 11) % 7)}" for year in range(60, 100)]
    (inputs / "maxima.csv").write_text("\n".join(["year,24 h", *depths]) + "\n", encoding="utf-8")


def synthetic_inputs(inputs: Path, sample: Path) -> None:
    """Soil rasters, storms, zones, points and a dated inventory of the synthetic area."""
    inputs.mkdir(parents=True, exist_ok=True)
    factors = sample / "factors.tif"
    for name, low in (("bdod", 120.0), ("sand", 300.0), ("clay", 150.0)):
        for layer in ("0-5", "5-15", "15-30", "30-60", "60-100", "100-200"):
            write_raster(
                inputs / "soilgrids" / f"{name}_{layer}cm_mean.tif",
                factors,
                lambda row, column, low=low: low + row + column,
            )
    for name, low in (("cohesion_kpa", 4.0), ("friction_deg", 25.0), ("unit_weight_kn_m3", 17.0)):
        write_raster(inputs / "own" / f"{name}_0-1m.tif", factors, lambda row, _, low=low: low + row / 20)
    write_raster(inputs / "soil_depth.tif", factors, lambda _, column: 1.0 + 0.05 * column)
    write_raster(inputs / "catchment.tif", factors, lambda row, column: 20.0 + 3.0 * row * (column % 9))
    storms = ["return_period_yr,intensity_mm_h,duration_h"]
    for period, rain in ((10, 20.0), (50, 45.0), (200, 80.0)):
        name = f"rain_t{period}.tif"
        write_raster(inputs / name, factors, lambda _, column, rain=rain: rain * (0.8 + 0.008 * column))
        storms.append(f"{period},{name},12")
    (inputs / "storms.csv").write_text("\n".join(storms) + "\n", encoding="utf-8")
    west, south, east, north, wkt = bounds_of(factors)
    width, height = (east - west) / 5, (north - south) / 3
    zones = [
        (box(left, low, left + width, low + height), {"name": f"zone {row}{column}"})
        for row in range(3)
        for column in range(5)
        for left, low in [(west + column * width, south + row * height)]
    ]
    zones.append((box(west + 10, north - 40, west + 30, north - 20), {"name": "smaller than a cell"}))
    write_layer(inputs / "zones.gpkg", wkt, zones)
    places = [
        (west + (0.15 + 0.2 * i) * (east - west), south + (0.8 - 0.15 * i) * (north - south))
        for i in range(4)
    ]
    write_layer(inputs / "places.gpkg", wkt, [(f"POINT({x} {y})", {"name": f"P{x:.0f}"}) for x, y in places])
    write_layer(inputs / "dated.gpkg", wkt, dated_points(sample / "landslides.gpkg"))


def dated_points(inventory: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every second point of the synthetic inventory; landslides with date, event and depth of failure."""
    points = ogr.Open(str(inventory))
    for number, feature in enumerate(points.GetLayerByName("landslide_points")):
        slid = feature.GetField("landslide")
        if number % 2 and not slid:
            continue
        values: dict[str, Any] = {"landslide": slid, "period": None, "day": None, "depth": None}
        if slid:
            values["period"] = (10.0, 25.0, 50.0, 100.0, 200.0)[number % 5]
            values["day"] = f"{2008 + number % 6}-0{1 + number % 9}-15"
            values["depth"] = 0.4 + (number * 37 % 60) / 10
        yield feature.GetGeometryRef().ExportToWkt(), values


def sample_steps(_: Path) -> list[Step]:
    """The two sample areas, which all else starts from."""
    return [
        Step("sample_rbsf", "sampledata", {"AREA": "rbsf"}, {"FOLDER": "area"}),
        Step("sample_andes", "sampledata", {"AREA": "andes", "SEED": 42}, {"FOLDER": "area"}),
        Step("environment", "modelenvironment", {"ACTION": "check"}),
    ]


def terrain_steps(folder: Path) -> list[Step]:
    """Checking inputs and deriving factors."""
    real, area = folder / "input_rbsf", folder / "sample_rbsf" / "area"
    layers = {
        "DEM": real / "dem.tif",
        **{key: real / f"{key.lower()}.gpkg" for key in ("FAULTS", "RIVERS", "ROADS", "LAND_COVER")},
        **{key: real / f"{key.lower()}.tif" for key in ("LITHOLOGY", "NDVI", "RAINFALL")},
        "MASK": area / "study_mask.gpkg",
    }
    points = f"{area / 'landslide_points.gpkg'}|layername=landslide_points"
    checked = {**layers, "INVENTORY": points, "OTHERS": folder / "sample_andes" / "area" / "dem.tif"}
    every = {**layers, "FACTORS": TERRAIN_FACTORS, "STREAM_AREA": 0.05}
    other = {"FLOW_METHOD": "d_infinity", "SLOPE_METHOD": "zevenbergen_thorne", "HOLES": "wall"}
    stack = {"STACK": "factors.tif"}
    return [
        Step("input_check", "inputcheck", checked, {"PAGE": "page.html", "TABLE": "table.csv"}),
        Step("terrain_fast", "terrainfactors", {**every, "ENGINE": "fast"}, {**stack, "FOLDER": "single"}),
        Step("terrain_plain", "terrainfactors", {**every, "ENGINE": "plain"}, stack),
        Step("terrain_other", "terrainfactors", {"DEM": real / "dem.tif", **other}, stack),
        Step(
            "terrain_utm",
            "terrainfactors",
            {"DEM": real / "dem.tif", "FLOW_METHOD": "d8", "GRID": "utm"},
            stack,
        ),
    ]


def preparing_steps(folder: Path) -> list[Step]:
    """Soil profiles and trigger scenarios from each of their sources."""
    real, made, area = folder / "input_rbsf", folder / "input_andes", folder / "sample_andes" / "area"
    profile = {"PROFILE": "profile.tif"}
    grids, own = sorted((made / "soilgrids").glob("*.tif")), sorted((made / "own").glob("*.tif"))
    table = {"SOURCE": "table", "SCENARIO_TABLE": "5,8,6,0.2,0,50,12,6,0.4,0.1"}
    return [
        Step(
            "soil_lithology",
            "soilprofile",
            {"LITHOLOGY": real / "lithology.tif", "STRENGTH": "residual", "SOIL_DEPTH_LIMIT": 3},
            profile,
        ),
        Step("soil_grids", "soilprofile", {"SOURCE": "soilgrids", "RASTERS": grids, "EXTEND_TO": 4}, profile),
        Step(
            "soil_own",
            "soilprofile",
            {
                "SOURCE": "rasters",
                "RASTERS": own,
                "TEMPLATE": area / "dem.tif",
                "SOIL_DEPTH_RASTER": made / "soil_depth.tif",
            },
            profile,
        ),
        Step(
            "scenarios_maxima",
            "triggerscenarios",
            {"MAXIMA": real / "maxima.csv", "WETNESS": "0.3 0.35 0.4 0.45 0.5", "DRAWS": 200},
            {"SCENARIOS": "storms.csv", "RECORD": "storms.json", "PLOT": "plot.svg"},
        ),
        Step("scenarios_formula", "triggerscenarios", {"SOURCE": "formula"}, {"SCENARIOS": "storms.csv"}),
        Step(
            "scenarios_table", "triggerscenarios", table, {"SCENARIOS": "storms.csv", "RECORD": "storms.json"}
        ),
    ]


def stability_steps(folder: Path) -> list[Step]:
    """Factor of safety with every output, and by the other laws of pore pressure."""
    made, area = folder / "input_andes", folder / "sample_andes" / "area"
    slope = {"SLOPE": area / "factors.tif", "SCENARIOS": area / "scenarios.csv"}
    soil = {"PROFILE": area / "soil_profile.tif"}
    sampled = {"PROBABILITY_METHOD": "sampling", "DRAWS": 128, "STRENGTH_CORRELATION": -0.3}
    unit = {"LITHOLOGY": area / "factors.tif", "SOIL_TABLE": area / "soil_table.csv"}
    steady = {"PORE_PRESSURE": "steady", "CATCHMENT_AREA": made / "catchment.tif", "ROOT_COHESION": 3}
    some = {"FS": "fs.tif", "PROBABILITY": "pf.tif"}
    return [
        Step("stability", "factorofsafety", {**slope, **soil}, STABILITY),
        Step(
            "stability_transient",
            "factorofsafety",
            {**slope, **soil, **sampled, "PORE_PRESSURE": "transient", "RAIN_PATTERN": "1 3 1"},
            STABILITY,
        ),
        Step("stability_steady", "factorofsafety", {**slope, **unit, **steady}, some),
        Step("stability_flat", "factorofsafety", {**slope, **soil, "FLAT_CELLS": "cap"}, some),
        Step("stability_legacy", "factorofsafety", {**slope, "FORM": "legacy"}, {"FS": "fs.tif"}),
    ]


def trigger_inputs(folder: Path) -> dict[str, Any]:
    """Inputs of a training on the synthetic area with soil, storms and a stability prior."""
    made, area, prior = folder / "input_andes", folder / "sample_andes" / "area", folder / "stability"
    return {
        "FACTORS": area / "factors.tif",
        "INVENTORY": f"{made / 'dated.gpkg'}|layername=dated",
        "LABEL_FIELD": "landslide",
        "PROFILE": area / "soil_profile.tif",
        "SCENARIOS": area / "scenarios.csv",
        "PRIOR_FS": prior / "fs.tif",
        "PRIOR_PF": prior / "pf.tif",
    }


def training_steps(folder: Path) -> list[Step]:
    """Both trainings and the comparison of models."""
    points = f"{folder / 'sample_rbsf' / 'area' / 'landslide_points.gpkg'}|layername=landslide_points"
    stack = folder / "terrain_fast" / "factors.tif"
    plain = {"FACTORS": stack, "INVENTORY": points, "LABEL_FIELD": "landslide", "FACTOR_DATES": "dem=2011"}
    given = trigger_inputs(folder)
    rain = {key: given[key] for key in ("FACTORS", "INVENTORY", "LABEL_FIELD", "PROFILE")}
    own = {
        "SCENARIOS": folder / "input_andes" / "storms.csv",
        "PRIOR_PF": folder / "stability" / "pf.tif",
        "ARCHITECTURE": "residual_additive",
        "TRIGGER_ORDER": "guaranteed",
        "CALIBRATION": "isotonic",
        "FOLD_SCHEME": "blocks",
    }
    return [
        Step("train_ensemble", "trainensemble", {**plain, **QUICK}, TRAINED),
        Step(
            "train_physics",
            "trainphysics",
            {**given, **QUICK, "EVENT_FIELD": "period", "DATE_FIELD": "day", "RANDOM_CV": "no"},
            TRAINED,
        ),
        Step("train_rain", "trainphysics", {**rain, **own, **BRIEF}, {"BUNDLE": "model"}),
        Step(
            "compare_models",
            "comparemodels",
            {**given, **BRIEF},
            {
                "OUTPUT": "page.html",
                "CSV": "table.csv",
                "JSON": "table.json",
                "BUNDLES": "models",
                "SAMPLES": "samples.gpkg",
            },
        ),
    ]


def map_steps(folder: Path) -> list[Step]:
    """Maps of every kind of model, with every output."""
    given = trigger_inputs(folder)
    soil = {key: given[key] for key in ("FACTORS", "PROFILE")}
    real = {"FACTORS": folder / "terrain_fast" / "factors.tif"}
    models = folder / "compare_models" / "models"
    physics = {"BUNDLE": folder / "train_physics" / "model"}
    rain_maps = {"FS": given["PRIOR_FS"], "CONDITIONAL": True}
    reasons = {"ATTRIBUTION": "attribution.tif"}
    rain = {"BUNDLE": folder / "train_rain" / "model", "SCENARIOS": folder / "input_andes" / "storms.csv"}
    zipped = {
        "BUNDLE": folder / "train_ensemble" / "model.zip",
        "FORMAT": "cloud_optimised",
        "PALETTE": "study",
    }
    plain = {"BUNDLE": folder / "train_ensemble" / "model", **real}
    families = ("logistic", "additive", "forest", "boosting", "ensemble")
    return [
        Step("map_ensemble", "mapsusceptibility", plain, ALL_MAPS),
        Step(
            "map_ensemble_part",
            "mapsusceptibility",
            {**plain, "EXTENT": middle_of(real["FACTORS"])},
            {**MAIN_MAPS, **reasons},
        ),
        Step("map_zip", "mapsusceptibility", {**zipped, **real}, MAIN_MAPS),
        Step("map_physics", "mapsusceptibility", {**soil, **physics, **rain_maps}, {**ALL_MAPS, **RAIN_MAPS}),
        Step(
            "map_physics_part",
            "mapsusceptibility",
            {**soil, **physics, "EXTENT": middle_of(given["FACTORS"])},
            {**MAIN_MAPS, **reasons},
        ),
        Step(
            "map_rain",
            "mapsusceptibility",
            {**soil, **rain},
            {**MAIN_MAPS, "APPLICABILITY": "applicability.tif"},
        ),
        *(
            Step(f"map_{name}_compared", "mapsusceptibility", {**soil, "BUNDLE": models / name}, MAIN_MAPS)
            for name in families
        ),
    ]


def result_steps(folder: Path) -> list[Step]:
    """What works on finished maps."""
    given, made = trigger_inputs(folder), folder / "input_andes"
    physics, plain, other = folder / "map_physics", folder / "map_ensemble", folder / "map_forest_compared"
    curve = {key: given[key] for key in ("FACTORS", "PROFILE")}
    compared = {"FIRST": physics / "probability.tif", "SECOND": other / "probability.tif"}
    depths = {
        "PHYSICAL": folder / "stability" / "critical_depth.tif",
        "MODEL_DEPTH": physics / "model_depth.tif",
    }
    checked = {
        "PROBABILITY": plain / "probability.tif",
        "CLASSES": plain / "classes.tif",
        "APPLICABILITY": plain / "applicability.tif",
    }
    return [
        Step(
            "hazard_curve",
            "hazardcurve",
            {
                **curve,
                "POINTS": made / "places.gpkg",
                "LABEL_FIELD": "name",
                "BUNDLE": folder / "train_physics" / "model",
                "FS": given["PRIOR_FS"],
            },
            {"TABLE": "curve.csv", "PLOT": "curve.svg"},
        ),
        Step(
            "compare_maps",
            "comparemaps",
            {**compared, "FIRST_BAND": 3, "SECOND_BAND": 3},
            {"OUTPUT": "difference.tif", "TABLE": "changes.csv"},
        ),
        Step(
            "zonal",
            "zonalresults",
            {
                "POLYGONS": made / "zones.gpkg",
                "PROBABILITY": physics / "probability.tif",
                "BAND": 3,
                "UNCERTAINTY": physics / "spread.tif",
            },
            {"OUTPUT": "zones.gpkg", "TABLE": "zones.csv"},
        ),
        Step(
            "field_checks",
            "fieldchecks",
            {"UNCERTAINTY": plain / "spread.tif", **checked, "MOST": 20},
            {"OUTPUT": "checks.gpkg"},
        ),
        Step(
            "failure_depth",
            "failuredepth",
            {**depths, "INVENTORY": made / "dated.gpkg", "DEPTH_FIELD": "depth"},
            {"OUTPUT": "agreement.tif", "TABLE": "depths.csv", "PLOT": "depths.svg"},
        ),
    ]


def report_steps(folder: Path) -> list[Step]:
    """Reports, the figure and map sheets."""
    given, area = trigger_inputs(folder), folder / "sample_andes" / "area"
    real, points = folder / "input_rbsf", folder / "sample_rbsf" / "area" / "landslide_points.gpkg"

    def maps(name: str) -> dict[str, Path]:
        return {key: folder / name / ALL_MAPS[key] for key in (*MAIN_MAPS, "AGREEMENT")}

    plain = {
        **maps("map_ensemble"),
        "BUNDLE": folder / "train_ensemble" / "model",
        "DEM": real / "dem.tif",
        "FACTORS": folder / "terrain_fast" / "factors.tif",
        "INVENTORY": points,
        "TITLE": "Real area",
    }
    physics = {
        **maps("map_physics"),
        **{key: given[key] for key in ("FACTORS", "PROFILE", "INVENTORY")},
        "BUNDLE": folder / "train_physics" / "model",
        "DEM": area / "dem.tif",
        "FS": given["PRIOR_FS"],
    }
    compared = {"BUNDLES": folder / "compare_models" / "models"}
    sheet = {"MAP": plain["CLASSES"], **{key: plain[key] for key in ("BUNDLE", "DEM", "INVENTORY", "TITLE")}}
    large = {"MAP": physics["PROBABILITY"], "PAPER": "a3", "ORIENTATION": "portrait", "CREDIT": "Made up"}
    return [
        Step("report_ensemble", "susceptibilityreport", plain, {"OUTPUT": "report.html"}),
        Step("report_physics", "susceptibilityreport", {**physics, **compared}, {"OUTPUT": "report.html"}),
        Step("figure_ensemble", "publicationfigure", plain, {"OUTPUT": "figure"}),
        Step("figure_physics", "publicationfigure", physics, {"OUTPUT": "figure"}),
        Step("sheet_a4", "printlayout", {**sheet, "DPI": 100}, {"OUTPUT": "sheet.pdf"}),
        Step("sheet_a3", "printlayout", {**large, "DPI": 100}, {"OUTPUT": "sheet.pdf"}),
    ]


def chain_steps(folder: Path) -> list[Step]:
    """The ready-made chains."""
    real, points = folder / "input_rbsf", folder / "sample_rbsf" / "area" / "landslide_points.gpkg"
    quick = {"MEMBERS": 1, "CV_FOLDS": 2, "EPOCHS": 1, "SEED": 7}
    samples = {"DEM": real / "dem.tif", "INVENTORY": points, "LABEL_FIELD": "landslide", **quick}
    soil = {"LITHOLOGY": real / "lithology.tif", "MAXIMA": real / "maxima.csv"}
    trained = {"train:Model bundle": "model", **CHAIN_MAPS}
    safety = {"stability:Factor of safety": "fs.tif", "stability:Probability of failure": "pf.tif"}
    again = {"BUNDLE": folder / "chain_dem" / "model", "DEM": real / "dem.tif"}
    applied = {**CHAIN_MAPS, "map:Area of applicability": "applicability.tif"}
    return [
        Step("chain_dem", "dem_to_susceptibility_map", samples, trained),
        Step("chain_soil", "soil_and_rain_to_susceptibility_map", {**samples, **soil}, {**trained, **safety}),
        Step("chain_new_area", "map_new_area", again, applied),
    ]


STEPS = (
    terrain_steps,
    preparing_steps,
    stability_steps,
    training_steps,
    map_steps,
    result_steps,
    report_steps,
    chain_steps,
)


def take(step: Step, folder: Path) -> float:
    """Run a step, keep its results and log under ``results``; seconds it took. Exits with its words if it fails."""
    (folder / step.name).mkdir(exist_ok=True)
    started = time.monotonic()
    done = qgis_process(step.algorithm, step.params(folder), timeout=LONGEST_S, env=SAME_ORDER)
    seconds = time.monotonic() - started
    if done.returncode:
        sys.exit(f"{step.name} ({step.algorithm}) failed\n{messages(done)}")
    told = report(done)
    kept = folder / "results" / f"{step.name}.json"
    kept.write_text(json.dumps(told["results"], indent=1, sort_keys=True) + "\n", encoding="utf-8")
    log = [f"{kind}: {line}\n" for kind, lines in sorted(told.get("log", {}).items()) for line in lines]
    kept.with_suffix(".log").write_text("".join(log), encoding="utf-8")
    print(f"  {step.name} ({step.algorithm}) {seconds:.1f} s", flush=True)
    return seconds


def in_qgis(*words: str) -> str:
    """What a ``qgis_process`` command prints."""
    done = subprocess.run(
        [executable(), *words],
        env=environment(extra=SAME_ORDER),
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        timeout=patient(120),
        check=True,
    )
    return done.stdout


def keep_help(folder: Path) -> set[str]:
    """Write names, groups and help of all algorithms of the provider; return their names."""
    listed = in_qgis("--json", "list")
    provider = json.loads(listed[listed.index("{\n") :])["providers"]["landslide"]
    (folder / "help").mkdir()
    (folder / "help" / "list.json").write_text(json.dumps(provider, indent=1, sort_keys=True) + "\n")
    names = sorted(name.split(":")[1] for name in provider["algorithms"])

    def keep(name: str) -> None:
        (folder / "help" / f"{name}.txt").write_text(in_qgis("help", f"landslide:{name}"), encoding="utf-8")

    with ThreadPoolExecutor(HELPERS) as pool:
        list(pool.map(keep, names))
    return set(names)


def run(folder: Path) -> int:
    """Run every algorithm into ``folder``; 1 if the provider has one that no step runs."""
    if folder.exists() and any(folder.iterdir()):
        sys.exit(f"{folder} is not empty; name a new folder")
    (folder / "results").mkdir(parents=True)
    started = time.monotonic()
    enable_plugin()
    provided = keep_help(folder)
    seconds, ran = {}, set()

    def take_all(steps: list[Step]) -> None:
        for step in steps:
            seconds[step.name] = round(take(step, folder), 1)
            ran.add(step.algorithm)

    take_all(sample_steps(folder))
    real_inputs(folder / "input_rbsf", folder / "sample_rbsf" / "area")
    synthetic_inputs(folder / "input_andes", folder / "sample_andes" / "area")
    for steps in STEPS:
        take_all(steps(folder))
    about = {"folder": str(folder), "repository": str(REPOSITORY), "seconds": seconds}
    (folder / MANIFEST).write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(
        f"{len(seconds)} runs of {len(ran)} algorithms in {time.monotonic() - started:.0f} s "
        f"({used.ru_utime + used.ru_stime:.0f} s of processor time): {folder}"
    )
    if provided - ran:
        print(f"no step runs {', '.join(sorted(provided - ran))}")
    return int(bool(provided - ran))


@dataclass(frozen=True)
class Rule:
    """What is no part of a result: ``pattern`` in files like ``files`` is replaced by ``token`` in both folders."""

    files: str
    pattern: str
    token: str
    why: str


RULES = (
    Rule("results/*.log", r"(?m)^info: \d+ % done, about \d+ s left\n", "", "pace of the run"),
    Rule(
        "results/*.log", r"(?m)^info: Compiling the terrain kernels.*\n", "", "first run of a new tree alone"
    ),
    Rule("results/*.log", r", about \d+ s left", "", "time left"),
    Rule("results/*.log", r"(?m)(Final ensemble of \d+ in )\d+ s$", r"\1? s", "time taken"),
    Rule("results/chain_*.log", r"( total in )[\d.]+ s\.", r"\1? s.", "time taken, told by QGIS"),
    Rule("*.pdf", r"/(CreationDate|ModDate) ?\(D:[^)]*\)", r"/\1 ?", "time of writing"),
)
"""Besides these, the run's own folder and the repository's are replaced in all text; see ``rules_of``."""

Lines = list[str]


def rules_of(folder: Path) -> tuple[Rule, ...]:
    """The rules for a folder: where it lay when it was written, then ``RULES``."""
    about = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    places = (
        Rule("*", re.escape(about["folder"]) + r"(?![\w.-])", "<folder>", "the run's own folder"),
        Rule("*", re.escape(about["repository"]) + r"(?![\w.-])", "<repository>", "the repository's folder"),
    )
    return (*places, *RULES)


def as_text(path: Path, name: str, rules: Iterable[Rule], used: Counter[str]) -> str:
    """A file's text by the rules that hold for it; ``used`` counts the files that each has changed."""
    encoding = "latin-1" if path.suffix == ".pdf" else "utf-8"
    text = path.read_bytes().decode(encoding, errors="backslashreplace")
    for rule in rules:
        if fnmatch(name, rule.files):
            text, count = re.subn(rule.pattern, rule.token, text)
            used[f"{rule.why} ({rule.files})"] += bool(count)
    return text


def shortened(text: str, place: int) -> str:
    """What stands around a place of a text."""
    return repr(text[max(place - SHOWN // 2, 0) : place + SHOWN])


def first_difference(first: Lines, second: Lines, what: str) -> str:
    """The first of two lists' differences in words; empty if there is none."""
    for number, (one, other) in enumerate(zip(first, second), 1):
        if one != other:
            place = next((i for i, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))
            return f"{what} {number}: {shortened(one, place)} / {shortened(other, place)}"
    return "" if len(first) == len(second) else f"{len(first)} / {len(second)} {what}s"


def bytes_differ(first: Path, second: Path) -> str:
    """Place of the first byte that differs, and sizes; empty if there is none."""
    one, other = first.read_bytes(), second.read_bytes()
    if one == other:
        return ""
    shorter = min(len(one), len(other))
    place = next((i for i in range(shorter) if one[i] != other[i]), shorter)
    here, there = (blob[place : place + 8].hex() for blob in (one, other))
    return f"byte {place}: {here} / {there}, {len(one)} / {len(other)} bytes"


def rows_of(path: Path) -> Lines:
    """What a GeoPackage holds, a line a layer, field and feature: definitions, values, geometry."""
    source = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    header = path.read_bytes()[60:72].hex()
    lines = [f"user version and application {header}"]
    for number in range(source.GetLayerCount()):
        layer = source.GetLayer(number)
        reference, shape = layer.GetSpatialRef(), layer.GetGeomType()
        lines.append(f"layer {layer.GetName()} {shape} {reference.ExportToWkt() if reference else ''}")
        definition = layer.GetLayerDefn()
        columns = [definition.GetFieldDefn(i) for i in range(definition.GetFieldCount())]
        lines += [
            f"field {one.GetName()} {one.GetFieldTypeName(one.GetType())} {one.GetWidth()}" for one in columns
        ]
        for feature in layer:
            geometry = feature.GetGeometryRef()
            blob = bytes(geometry.ExportToWkb()).hex() if geometry else None
            values = [feature.GetField(i) for i in range(len(columns))]
            lines.append(f"{layer.GetName()} {feature.GetFID()} {values!r} {blob}")
    return lines


def picture_of(path: Path) -> bytes:
    """The pages of a PDF as pixels."""
    pages = bytearray()
    main = gdal.OpenEx(str(path), gdal.OF_RASTER, open_options=[f"DPI={SHEET_DPI}"])
    several = [name for name, _ in main.GetSubDatasets()] or [str(path)]
    for name in several:
        page = gdal.OpenEx(name, gdal.OF_RASTER, open_options=[f"DPI={SHEET_DPI}"])
        pages += f"{page.RasterXSize} x {page.RasterYSize} ".encode()
        pages += page.ReadRaster(0, 0, page.RasterXSize, page.RasterYSize)
    return bytes(pages)


@dataclass
class Comparison:
    """Two folders, and what was found so far: files by kind, and how often each rule was needed."""

    first: Path
    second: Path
    kinds: Counter[str] = field(default_factory=Counter)
    identical: int = 0
    used: Counter[str] = field(default_factory=Counter)

    def difference(self, name: str) -> str:
        """The first difference of a file in words; empty if there is none."""
        one, other = self.first / name, self.second / name
        self.kinds[one.suffix or "without suffix"] += 1
        found = bytes_differ(one, other)
        self.identical += not found
        if not found:
            return ""
        try:
            if one.suffix == ".gpkg":
                self.used["GeoPackages by layers, fields, values and geometry (*.gpkg)"] += 1
                return first_difference(rows_of(one), rows_of(other), "row")
            if one.suffix in SUFFIXES_OF_TEXT:
                return first_difference(*self._texts(name), "line")
            if one.suffix == ".pdf":
                return found if self._sheets(name) else ""
        except RuntimeError as error:
            return f"{found}; {error}"
        return found

    def _sheets(self, name: str) -> bool:
        """Whether two PDFs differ in more than their dates, and in their pictures too."""
        if not first_difference(*self._texts(name), "line"):
            return False
        if picture_of(self.first / name) != picture_of(self.second / name):
            return True
        self.used["same picture, other bytes (*.pdf)"] += 1
        return False

    def _texts(self, name: str) -> tuple[Lines, Lines]:
        counts: Counter[str] = Counter()
        texts = [
            as_text(folder / name, name, rules_of(folder), counts).splitlines(keepends=True)
            for folder in (self.first, self.second)
        ]
        self.used.update({key: 1 for key, count in counts.items() if count})
        return texts[0], texts[1]


def files_in(folder: Path) -> set[str]:
    """Names of all files but the manifest, relative and with slashes."""
    if not (folder / MANIFEST).is_file():
        sys.exit(f"{folder} holds no {MANIFEST}: not a folder of a whole run")
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} - {MANIFEST}


def compare(first: Path, second: Path) -> int:
    """Print what differs between two folders; 1 if anything does."""
    here, there = files_in(first), files_in(second)
    found = dict.fromkeys(here - there, f"only in {first}")
    found.update(dict.fromkeys(there - here, f"only in {second}"))
    both = Comparison(first, second)
    for name in sorted(here & there):
        words = both.difference(name)
        if words:
            found[name] = words
    for name in sorted(found):
        print(f"{name}: {found[name]}")
    print("compared: " + ", ".join(f"{count} {kind}" for kind, count in sorted(both.kinds.items())))
    print(f"identical as they stand: {both.identical} of {sum(both.kinds.values())}")
    for why, count in sorted(both.used.items()):
        print(f"normalised in {count} files: {why}")
    print(
        f"{len(found)} of {len(here | there)} files differ" if found else f"{len(here)} files: no difference"
    )
    return int(bool(found))


def main(words: Optional[list[str]] = None) -> int:
    """Command line: ``run FOLDER`` or ``compare A B``."""
    words = sys.argv[1:] if words is None else words
    gdal.UseExceptions()
    ogr.UseExceptions()
    if words[:1] == ["run"] and len(words) == 2:
        return run(Path(words[1]).resolve())
    if words[:1] == ["compare"] and len(words) == 3:
        return compare(Path(words[1]), Path(words[2]))
    sys.exit("fingerprint.py run FOLDER | fingerprint.py compare A B")


if __name__ == "__main__":
    sys.exit(main())
