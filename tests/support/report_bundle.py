"""A small bundle record and map for tests of the report; the scores are drawn, not measured."""

from pathlib import Path

import numpy as np

from landslide_plugin.core.model.bundle.files import write_files
from landslide_plugin.core.types.evidence import Evidence
from landslide_plugin.core.types.grid import Grid

UTM_GRID = (500000.0, 25.0, 0.0, 9560000.0, 0.0, -25.0)
GRID = Grid(30, 40, UTM_GRID)


def cross_validation(rng, mean):
    folds = rng.normal(mean, 0.04, 5).clip(0, 1).tolist()
    found = {
        "auroc_mean": float(np.mean(folds)),
        "auroc_sd": float(np.std(folds, ddof=1)),
        "auroc_folds": folds,
    }
    return {**found, "auc_pr_mean": 0.7, "brier_mean": 0.19, "mcc_mean": 0.4, "f1_mean": 0.66}


def metrics(difference=0.01):
    rng = np.random.default_rng(7)
    fit = {"auroc": 0.912, "auc_pr": 0.9, "brier": 0.12, "mcc": 0.6, "f1": 0.8, "threshold": 0.5}
    curve = [[0.0, 0.2, 1.0], [0.0, 0.7, 1.0]]
    return {
        "samples": {"landslides": 40, "stable": 40, "sample_share": 0.5, "prevalence": None},
        "validation": {"scheme": "k-means", "folds": 5, "repeats": 1, "seed": 3, "skipped_folds": 0},
        "reference_scenario": "Susceptibility",
        "models": {
            key: {"fit": fit, "spatial": cross_validation(rng, mean), "random": None}
            for key, mean in (("ensemble", 0.78), ("logistic", 0.77))
        },
        "paired": {
            "ensemble_minus_logistic": {
                "mean": difference,
                "low": difference - 0.02,
                "high": difference + 0.02,
                "verdict": "",
            }
        },
        "curves": {"ensemble": {"roc": curve, "success_rate": curve, "prediction_rate": curve}},
        "classes": {
            "names": ["Very low", "Low", "Moderate", "High", "Very high"],
            "cuts": [0.1, 0.25, 0.45, 0.65],
            "scheme": "landslide_share",
            "shares": [0.03, 0.07, 0.15, 0.25, 0.5],
        },
        "threshold": 0.5,
        "consistency": None,
        "distance": [
            {"from_m": 0.0, "to_m": 120.0, "samples": 40, "landslides": 20, "auroc": 0.81, "log_loss": 0.5}
            | {"brier": 0.2, "map_share": 0.625},
            {"from_m": 120.0, "to_m": None, "samples": 0, "landslides": 0, "auroc": None, "log_loss": None}
            | {"brier": None, "map_share": 0.375},
        ],
        "learning_curve": [
            {"share": 0.5, "landslides": 16.0, "auroc": 0.711, "sd": 0.021},
            {"share": 1.0, "landslides": 32.0, "auroc": 0.768, "sd": 0.0},
        ],
        "notes": ["<script>alert('notes')</script>"],
    }


def record(**changes):
    plain = {
        "factors": [
            {"name": "slope", "kind": "continuous", "unit": "deg", "transform": "none", "categories": None},
            {"name": "<b>lithology</b>", "kind": "categorical", "unit": "", "transform": "none"},
        ],
        "profile": None,
        "scenarios": None,
        "settings": {"members": 3, "seed": 42},
        "provenance": {"inventory": "slides & scarps"},
        "versions": {"numpy": "2.2"},
    }
    return {**plain, **changes}


def write_bundle(folder: Path, scores=None, **changes) -> Path:
    write_files(folder, record(**changes), {"0/kernel": np.zeros(1, "f4")}, scores or metrics())
    return folder


def class_map(seed=0):
    """Classes (rows, cols), 0 in one corner, with rising probability in between."""
    rng = np.random.default_rng(seed)
    probability = rng.random(GRID.shape).astype(np.float32)
    probability[:3, :3] = np.nan
    classes = np.where(np.isfinite(probability), np.floor(np.nan_to_num(probability) * 5) + 1, 0)
    return classes.astype(np.uint8), probability


PROPERTIES = ("cohesion_kpa", "friction_deg")
SCENARIOS = {
    "return_periods_yr": [10.0, 50.0],
    "columns": ["intensity_mm_h"],
    "values": [[20.0], [60.0]],
}


PARTS = [[0.7, 0.3, 0.5], [0.65, 0.25, None], [0.6, 0.2, 0.7], [0.66, 0.19, 0.69]]
"""Of the loss of each epoch: data, physics, and the AUROC."""


def full_record():
    """A record with soil, rain and prior."""
    return record(
        family="ensemble",
        profile={"layer_bottoms_m": [0.5, 2.0], "properties": list(PROPERTIES)},
        scenarios=SCENARIOS,
        outputs=["T10", "T50"],
        reference_index=1,
        prior={"lambda": 0.4, "form": "probability"},
        members=[{"seed": 42, "epochs": 2, "history": [1.0, 0.9, 0.8, 0.85], "history_parts": PARTS}],
        sha256="a" * 64,
        files={"weights.npz": "b" * 64},
        data_sha256="c" * 64,
        schema=3,
    )


def full_metrics():
    """Scores with reliability and confusion counts, for a model with scenarios."""
    found = metrics()
    curve = [[0.1, 0.5, 0.9], [0.2, 0.5, 0.8], [20, 20, 20]]
    figures = {
        "slope": 0.9,
        "intercept": 0.1,
        "expected": 30.0,
        "observed": 40,
        "brier": 0.2,
        "log_loss": 0.6,
        "curve": curve,
    }
    found["calibration"] = {"method": "platt", "before": figures, "after": figures}
    found["reference_scenario"] = "T50"
    counts = {"true_positive": 31, "false_negative": 9, "false_positive": 11, "true_negative": 29}
    for model in found["models"].values():
        model["spatial"] = {
            **model["spatial"],
            "precision_mean": 0.737,
            "recall_mean": 0.775,
            "confusion": counts,
        }
    found["consistency"] = {"fs_rho": 0.437, "violation_rate": 0.1, "falling_pairs_share": 0.0}
    return found


def samples(count=80, seed=1):
    """What a bundle keeps of its samples, and the model's probability at them."""
    rng = np.random.default_rng(seed)
    labels = (np.arange(count) % 2).astype(np.int8)
    rows, cols = rng.integers(0, GRID.rows, count), rng.integers(0, GRID.cols, count)
    p = np.clip(0.5 + 0.2 * (labels - 0.5) + rng.normal(0, 0.15, count), 0.01, 0.99).astype("f4")
    return {
        "labels": labels,
        "xy": np.array([GRID.centre_of(row, col) for row, col in zip(rows, cols)]),
        "folds": (np.arange(count) // 2 % 4).astype(np.int16),
        "static": np.column_stack([rng.uniform(5, 40, count) + 5 * labels, rng.choice([1, 2], count)]).astype(
            "f4"
        ),
        "profile": rng.uniform(5, 30, (count, 2, 2)).astype("f4"),
        "prior_fs": rng.uniform(0.7, 3, (count, 2)).astype("f4"),
        "held_out_mapped": p,
        "held_out/ensemble": p,
        "held_out/logistic": p[::-1].copy(),
        "p": np.column_stack([0.8 * p, p]).astype("f4"),
    }


_MEMBERS = {"members": 2, "median": [0.1, 0.3], "lowest": [0.05, 0.2], "highest": [0.15, 0.4]}
RESPONSE = {
    "factor": "<b>slope</b>",
    "kind": "continuous",
    "unit": "deg",
    "values": [4.0, 44.0],
    "names": [],
    "low": 5.0,
    "high": 40.0,
    "models": [{"family": "ensemble", **_MEMBERS}],
    "landslides": [20.0],
    "stable": [10.0],
}


def evidence(without=(), **changes):
    """What is gathered beside scores and maps; ``without`` names samples to leave out."""
    _, probability = class_map()
    ramp = np.cumsum(np.ones(GRID.shape, "f4"), axis=0)
    inputs = [("factor", "slope"), ("factor", "<b>lithology</b>"), ("layer", "0-0.5 m"), ("layer", "0.5-2 m")]
    inputs += [("property", name) for name in PROPERTIES]
    curve = {"x": 500100.0, "y": 9559900.0, "probability": [0.2, 0.4], "low": [0.1, 0.3], "high": [0.3, 0.5]}
    parts = {
        "samples": {name: values for name, values in samples().items() if name not in without},
        "factors": {
            "slope": ramp,
            "lithology": np.where(ramp > 10, 1, 2).astype("f4"),
            "distance_faults": ramp * 100,
        },
        "models": {"ensemble": probability, "logistic": probability[::-1].copy()},
        "reliance": [
            {"kind": kind, "name": name, "change": [0.02 * (i + 1), 0.03 * (i + 1)], "sd": 0.01}
            for i, (kind, name) in enumerate(inputs)
        ],
        "saliency": {
            "mean": [[0.01, 0.02], [0.02, 0.05]],
            "sd": [[0.001, 0.001], [0.002, 0.002]],
            "members": 2,
            "layers": ["0-0.5 m", "0.5-2 m"],
            "bottoms_m": [0.5, 2.0],
            "scenarios": ["T10", "T50"],
        },
        "triggers": [{"name": "intensity_mm_h", "low": 20.0, "high": 60.0, "change": 0.1, "sd": 0.02}],
        "curves": [{"class": 2, "name": "Low", **curve}, {"class": 5, "name": "Very high", **curve}],
        "responses": [RESPONSE],
        "overview": [
            {"name": "slope", "unit": "deg", "kind": "continuous", "categories": {}},
            {"name": "lithology", "unit": "", "kind": "categorical", "categories": {"1": "schist"}},
        ],
        "ranges": [{"name": "slope", "unit": "deg", "trained": [5, 40], "map": [1, 60], "outside": 0.12}],
        "methods": [
            {"key": "ensemble", "family": "ensemble", "name": "Network ensemble", "auroc": 0.78},
            {"key": "logistic", "family": "logistic", "name": "Logistic regression", "auroc": 0.77},
        ],
    }
    return Evidence(**{**parts, **changes})


def map_arrays():
    """Previews of a job in which nothing is missing, by file name without ending."""
    classes, probability = class_map()
    ramp = np.cumsum(np.ones(GRID.shape, "f4"), axis=0)
    return {
        "classes": classes,
        "probability": probability,
        "spread": probability / 10,
        "agreement": probability,
        "dem": ramp,
        "safety": ramp / 10,
        "inventory": np.array([GRID.centre_of(5, 5), GRID.centre_of(20, 30)]),
    }
