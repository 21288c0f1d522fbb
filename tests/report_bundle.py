"""A small bundle record and map for tests of the report; the scores are drawn, not measured."""

from pathlib import Path

import numpy as np

from landslide_plugin.core.grid import Grid
from landslide_plugin.core.model.bundle_io import write_files

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
