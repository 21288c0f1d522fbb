"""The runs: every algorithm at least once, with all that it can write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .inputs import middle_of

QUICK = {"MEMBERS": 2, "CV_MEMBERS": 1, "CV_FOLDS": 3, "CV_REPEATS": 1, "EPOCHS": 2, "SEED": 7}
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
    mapped = f"{folder / 'input_andes' / 'zones.gpkg'}|layername=zones"
    storms = {"EVENT_FIELD": "period", "MAPPED_AREA": mapped, "ABSENCES": "random"}
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
            {**given, **QUICK, **storms, "DATE_FIELD": "day", "RANDOM_CV": "no"},
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
