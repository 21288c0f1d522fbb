"""A small world in which every algorithm can succeed: made once a campaign by the algorithms themselves."""

from __future__ import annotations

import os
import shutil
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from osgeo import gdal

from tests.support.event_bundle import small_event_model
from tests.support.v0_1 import BUNDLES

MODEL = "andes_logistic"
POINTS = "area/landslides.gpkg|layername=landslide_points"
FAULTS = "area/faults.gpkg|layername=faults"
FACTORS = "area/factors.tif"
EVENT_SAMPLES = Path(__file__).resolve().parents[1] / "data" / "south_tyrol_events" / "samples.csv"
SHORT = {"CV_FOLDS": 2, "RANDOM_CV": "no"}

SOUND: Mapping[str, Mapping[str, Any]] = {
    "sampledata": {"LOAD": False},
    "susceptibilitystudy": {
        "DEM": "@area/dem.tif",
        "INVENTORY": f"@{POINTS}",
        "LABEL_FIELD": "landslide",
        "PRESET": "quick",
        "FOLDER": "",
    },
    "inputcheck": {"DEM": "@area/dem.tif"},
    "terrainfactors": {"DEM": "@area/dem.tif", "FACTORS": ["elevation", "slope", "twi"]},
    "slopeunits": {"DEM": "@area/dem.tif", "LEAST_AREA": 20000},
    "unitfactors": {"POLYGONS": "@units.gpkg", "RASTERS": ["@area/dem.tif"]},
    "soilprofile": {"LITHOLOGY": "@lithology.tif", "SOIL_TABLE": "@area/soil_table.csv"},
    "soildepth": {"DEM": "@area/dem.tif"},
    "triggerscenarios": {"MAXIMA": "@maxima.csv", "DRAWS": 100},
    "rainseries": {
        "SAMPLES": "@rain_samples.csv",
        "ID_FIELD": "id",
        "SERIES": "@rain_series.csv",
        "WINDOW": 12,
        "SUMS": "",
    },
    "rainthresholds": {
        "SERIES": "@rain_series.csv",
        "SAMPLES": "@rain_samples.csv",
        "ID_FIELD": "id",
        "LABEL_FIELD": "landslide",
        "CV_FOLDS": 2,
        "DRAWS": 100,
        "TABLE": "",
    },
    "whatifrain": {"KIND": "design", "AREA_RASTER": "@area/dem.tif", "END": "2021-08-30 20:00"},
    "factorofsafety": {"SLOPE": "@slope.tif", "SCENARIOS": "@area/scenarios.csv"},
    "calibratestability": {
        "SLOPE": "@slope.tif",
        "LITHOLOGY": "@lithology.tif",
        "SOIL_TABLE": "@area/soil_table.csv",
        "INVENTORY": f"@{POINTS}",
        "LABEL_FIELD": "landslide",
        "SETS": 256,
    },
    "modelenvironment": {"ACTION": "check"},
    "trainensemble": {
        "FACTORS": [f"@{FACTORS}"],
        "INVENTORY": f"@{POINTS}",
        "LABEL_FIELD": "landslide",
        "MODELS": ["logistic"],
        **SHORT,
    },
    "trainbivariate": {
        "FACTORS": [f"@{FACTORS}"],
        "INVENTORY": f"@{POINTS}",
        "LABEL_FIELD": "landslide",
        **SHORT,
    },
    "trainunits": {
        "UNITS": "@unit_factors.gpkg",
        "FIELDS": ["slope_mean", "elevation_mean"],
        "INVENTORY": f"@{POINTS}",
        "INVENTORY_FIELD": "landslide",
        "MODELS": ["logistic"],
        **SHORT,
    },
    "trainevents": {
        "SAMPLES": "@event_samples.csv",
        "LABEL_FIELD": "landslide",
        "DATE_FIELD": "date",
        "FACTOR_FIELDS": ["slope", "standheight"],
        "MODELS": ["logistic"],
        "STORM_FOLDS": 2,
    },
    "factorselection": {
        "FACTORS": [f"@{FACTORS}"],
        "INVENTORY": f"@{POINTS}",
        "LABEL_FIELD": "landslide",
        "SELECTION_MODEL": "logistic",
        "MOST_FACTORS": 2,
        "CV_FOLDS": 2,
    },
    "trainphysics": {
        "FACTORS": [f"@{FACTORS}"],
        "INVENTORY": f"@{POINTS}",
        "LABEL_FIELD": "landslide",
        "PRIOR_PF": "@pf.tif",
        "SCENARIOS": "@area/scenarios.csv",
        "MODELS": ["logistic"],
        **SHORT,
    },
    "comparemodels": {
        "FACTORS": [f"@{FACTORS}"],
        "INVENTORY": f"@{POINTS}",
        "LABEL_FIELD": "landslide",
        "MODELS": ["logistic", "additive"],
        **SHORT,
    },
    "responsecurves": {"BUNDLE": "@model"},
    "inventorystress": {
        "FACTORS": [f"@{FACTORS}"],
        "INVENTORY": f"@{POINTS}",
        "LABEL_FIELD": "landslide",
        "STRESS_REPEATS": 2,
        "MOVES": "0 25",
        "MISSING": "0.25",
        "CV_FOLDS": 2,
    },
    "mapsusceptibility": {
        "BUNDLE": "@model",
        "FACTORS": [f"@{FACTORS}"],
        "PROFILE": "@area/soil_profile.tif",
        "PROBABILITY": "",
    },
    "mapevent": {
        "BUNDLE": "@event_model",
        "FACTORS": ["@storms/factors.tif"],
        "RAIN": "@storms/rain.tif",
        "START": "2018-10-29 20:00",
        "END": "2018-10-29 20:00",
        "LOAD": False,
    },
    "hazardcurve": {
        "POINTS": f"@{POINTS}",
        "BUNDLE": "@model",
        "FACTORS": [f"@{FACTORS}"],
        "PROFILE": "@area/soil_profile.tif",
    },
    "mapunits": {"BUNDLE": "@unit_model", "UNITS": "@unit_factors.gpkg"},
    "exposure": {"CLASSES": "@classes.tif", "LINES": f"@{FAULTS}", "BUILDINGS": f"@{POINTS}", "TABLE": ""},
    "comparemaps": {"FIRST": "@probability.tif", "SECOND": "@area/target_probability.tif"},
    "validatemap": {"RASTER": "@probability.tif", "INVENTORY": f"@{POINTS}", "LABEL_FIELD": "landslide"},
    "classifymap": {"RASTER": "@probability.tif", "SCHEME": "quantiles", "LIMITS": "0.2 0.4 0.6 0.8"},
    "expertoverlay": {"FACTORS": ["@stack.tif"], "SCORES": "@scores.csv"},
    "zonalresults": {"POLYGONS": "@units.gpkg", "PROBABILITY": "@probability.tif", "CUT": 0.5},
    "fieldchecks": {"UNCERTAINTY": "@area/target_probability.tif"},
    "failuredepth": {"PHYSICAL": "@critical_depth.tif"},
    "susceptibilityreport": {"BUNDLE": "@model", "CLASSES": "@classes.tif"},
    "publicationfigure": {"BUNDLE": "@model", "CLASSES": "@classes.tif"},
    "printlayout": {"MAP": "@classes.tif", "DPI": 72},
    "handoverstudy": {"STUDY": "@study", "WAY": "folder"},
    "slope_units_to_map": {
        "DEM": "@area/dem.tif",
        "INVENTORY": f"@{POINTS}",
        "LABEL_FIELD": "landslide",
        "LEAST_AREA": 20000,
        "CV_FOLDS": 2,
        "map:Susceptibility of slope units": "",
    },
    "dem_to_bivariate_map": {
        "DEM": "@area/dem.tif",
        "INVENTORY": f"@{POINTS}",
        "LABEL_FIELD": "landslide",
        "CV_FOLDS": 2,
        "map:Susceptibility": "",
    },
    "dem_to_susceptibility_map": {
        "DEM": "@area/dem.tif",
        "INVENTORY": f"@{POINTS}",
        "LABEL_FIELD": "landslide",
        "CV_FOLDS": 2,
        "EPOCHS": 1,
        "MEMBERS": 1,
    },
    "map_new_area": {"DEM": "@area/dem.tif", "BUNDLE": "@bivariate", "PROBABILITY": ""},
    "soil_and_rain_to_susceptibility_map": {
        "DEM": "@area/dem.tif",
        "INVENTORY": f"@{POINTS}",
        "LABEL_FIELD": "landslide",
        "LITHOLOGY": "@lithology.tif",
        "MAXIMA": "@maxima.csv",
        "CV_FOLDS": 2,
        "EPOCHS": 1,
        "MEMBERS": 1,
    },
}
"""Parameters, by algorithm, with which a run succeeds; ``@`` marks a file of the world, "" an output."""

BY_NAME: Mapping[str, str] = {
    "DEM": "area/dem.tif",
    "SLOPE": "slope.tif",
    "LITHOLOGY": "lithology.tif",
    "LAND_COVER": "lithology.tif",
    "PROFILE": "area/soil_profile.tif",
    "SOIL_DEPTH_RASTER": "depth.tif",
    "SCENARIOS": "area/scenarios.csv",
    "SOIL_TABLE": "area/soil_table.csv",
    "MAXIMA": "maxima.csv",
    "SERIES": "rain_series.csv",
    "SAMPLES": "rain_samples.csv",
    "INVENTORY": POINTS,
    "INDEPENDENT": POINTS,
    "POINTS": POINTS,
    "POLYGONS": "units.gpkg",
    "ZONES": "units.gpkg",
    "UNITS": "unit_factors.gpkg",
    "STUDY": "study",
    "REGIONS": "units.gpkg",
    "MAPPED_AREA": "units.gpkg",
    "MASK": "units.gpkg",
    "FAULTS": FAULTS,
    "ROADS": FAULTS,
    "RIVERS": FAULTS,
    "SINKS": POINTS,
    "BUNDLE": "model",
    "MODEL": "model",
    "CLASSES": "classes.tif",
    "PROBABILITY": "probability.tif",
    "UNCERTAINTY": "uncertainty.tif",
    "APPLICABILITY": "applicability.tif",
    "FS": "fs.tif",
    "PF": "pf.tif",
    "PRIOR_PF": "pf.tif",
    "PRIOR_FS": "fs.tif",
    "TARGETS": "area/target_probability.tif",
    "PHYSICAL": "critical_depth.tif",
    "SCORES": "scores.csv",
    "WEIGHTS": "weights.csv",
    "ROOT_TABLE": "roots.csv",
    "FACTORS": FACTORS,
    "RASTERS": "area/dem.tif",
    "OTHERS": "area/dem.tif",
}
"""What of the world is sound for a parameter, by its name."""
OTHERWISE = {
    "raster": "area/dem.tif",
    "layer": "area/dem.tif",
    "multilayer": FACTORS,
    "source": POINTS,
    "vector": POINTS,
    "file": "maxima.csv",
}
"""And by the kind of the parameter."""


def sound_source(name: str, kind: str) -> str:
    """File of the world, with the layer in it if there are several, that fits a parameter."""
    return BY_NAME.get(name, OTHERWISE[kind])


def make(folder: Path, run: Callable[[str, dict[str, Any]], Any]) -> None:
    """Fill a folder by runs of the algorithms; ``run`` takes the id of one and its parameters."""
    folder.mkdir(parents=True)
    area = folder / "area"
    run("sampledata", {"AREA": "andes", "FOLDER": str(area), "LOAD": False})
    dem = str(area / "dem.tif")
    single = folder / "single"
    factors = {"DEM": dem, "FACTORS": ["elevation", "slope", "twi"], "FOLDER": str(single)}
    run("terrainfactors", {**factors, "STACK": str(folder / "stack.tif")})
    shutil.copy(single / "slope.tif", folder / "slope.tif")
    run("slopeunits", {"DEM": dem, "LEAST_AREA": 20000, "OUTPUT": str(folder / "units.gpkg")})
    run("soildepth", {"DEM": dem, "DEPTH": str(folder / "depth.tif")})
    codes(Path(dem), folder / "lithology.tif")
    stable = {"SLOPE": str(folder / "slope.tif"), "SCENARIOS": str(area / "scenarios.csv")}
    results = {"FS": "fs", "PROBABILITY": "pf", "CRITICAL_DEPTH": "critical_depth"}
    run("factorofsafety", {**stable, **_places(folder, results)})
    with zipfile.ZipFile(BUNDLES / f"{MODEL}.zip") as packed:
        packed.extractall(folder / "model")
    mapped = {name: name.lower() for name in ("PROBABILITY", "CLASSES", "UNCERTAINTY", "APPLICABILITY")}
    ask = {"FACTORS": [str(folder / FACTORS)], "PROFILE": str(area / "soil_profile.tif")}
    run("mapsusceptibility", {"BUNDLE": str(folder / "model"), **ask, **_places(folder, mapped)})
    learnt = {
        "FACTORS": [str(folder / "stack.tif")],
        "INVENTORY": str(area / POINTS[5:]),
        "LABEL_FIELD": "landslide",
    }
    run("trainbivariate", {**learnt, **SHORT, "BUNDLE": str(folder / "bivariate")})
    units = str(folder / "unit_factors.gpkg")
    rasters = [str(single / f"{name}.tif") for name in ("slope", "elevation")]
    run("unitfactors", {"POLYGONS": str(folder / "units.gpkg"), "RASTERS": rasters, "OUTPUT": units})
    counted = {"UNITS": units, "FIELDS": ["slope_mean", "elevation_mean"], "MODELS": ["logistic"], **SHORT}
    places = {"INVENTORY": learnt["INVENTORY"], "INVENTORY_FIELD": "landslide"}
    run("trainunits", {**counted, **places, "BUNDLE": str(folder / "unit_model")})
    study = {"DEM": dem, "INVENTORY": learnt["INVENTORY"], "LABEL_FIELD": "landslide", "PRESET": "quick"}
    with patch.dict(os.environ, {"LANDSLIDE_PYTHON": str(folder / "nowhere")}):
        run("susceptibilitystudy", {**study, "FOLDER": str(folder / "study")})
    shutil.copy(EVENT_SAMPLES, folder / "event_samples.csv")
    run("sampledata", {"AREA": "storms", "FOLDER": str(folder / "storms"), "LOAD": False})
    small_event_model().save(folder / "event_model", {})
    _tables(folder)


def _places(folder: Path, names: Mapping[str, str]) -> dict[str, str]:
    return {key: str(folder / f"{name}.tif") for key, name in names.items()}


def codes(like: Path, path: Path, kinds: int = 3) -> None:
    """A raster of the codes 1 to ``kinds`` in stripes, on the grid of another one."""
    model = gdal.Open(str(like))
    rows, cols = model.RasterYSize, model.RasterXSize
    made = gdal.GetDriverByName("GTiff").Create(str(path), cols, rows, 1, gdal.GDT_Byte)
    made.SetGeoTransform(model.GetGeoTransform())
    made.SetProjection(model.GetProjection())
    values = np.tile(1 + np.arange(cols) // 7 % kinds, (rows, 1)).astype(np.uint8)
    made.GetRasterBand(1).WriteRaster(0, 0, cols, rows, values.tobytes())
    made.GetRasterBand(1).SetNoDataValue(0)
    del made


def _tables(folder: Path) -> None:
    years = "".join(f"{1985 + i},{55 + 11 * (i * 7 % 13)}\n" for i in range(35))
    (folder / "maxima.csv").write_text(f"year,rain_mm\n{years}", encoding="utf-8")
    scores = "slope,0,0\nslope,45,1\nelevation,0,0.2\nelevation,5000,0.8\ntwi,0,1\ntwi,20,0\n"
    (folder / "scores.csv").write_text(f"factor,value,score\n{scores}", encoding="utf-8")
    (folder / "weights.csv").write_text("factor,weight\nslope,3\nelevation,1\ntwi,1\n", encoding="utf-8")
    _rain(folder)
    (folder / "roots.csv").write_text(
        "code,name,root_cohesion_kpa\n1,trees,6\n2,shrubs,2\n3,grass,1\n", encoding="utf-8"
    )


def _rain(folder: Path) -> None:
    """Eighty samples of five storms, each with twelve hours of rain, and more of it where it slid."""
    draw = np.random.default_rng(3)
    series, samples = ["id,end_utc," + ",".join(f"h{12 - hour:03d}" for hour in range(12))], ["id,landslide"]
    for number in range(80):
        slid = number % 2
        rain = draw.gamma(1.0, 1.0 + 2.0 * slid, 12) * (draw.random(12) < 0.6)
        day = 5 + 5 * (number // 16)
        series.append(f"{number},2020-08-{day:02d}T12:00Z," + ",".join(f"{mm:.2f}" for mm in rain))
        samples.append(f"{number},{slid}")
    (folder / "rain_series.csv").write_text("\n".join(series) + "\n", encoding="utf-8")
    (folder / "rain_samples.csv").write_text("\n".join(samples) + "\n", encoding="utf-8")
