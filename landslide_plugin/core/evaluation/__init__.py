"""Evaluation: scores, curves, intervals, classes and baselines."""

from .baselines import Logistic, fit_logistic, fold_aurocs, logistic_out_of_fold, repeated_aurocs
from .classes import ClassTable, class_counts, class_style, class_table, classify, landslide_share_cuts
from .curves import area_under, success_rate_curve, thinned
from .metrics import (
    auroc,
    average_precision,
    best_threshold,
    brier,
    corrected_interval,
    roc_curve_points,
    scores,
)
from .verdicts import paired_figures, verdict

__all__ = [
    "ClassTable",
    "Logistic",
    "area_under",
    "auroc",
    "average_precision",
    "best_threshold",
    "brier",
    "class_counts",
    "class_style",
    "class_table",
    "classify",
    "corrected_interval",
    "fit_logistic",
    "fold_aurocs",
    "landslide_share_cuts",
    "logistic_out_of_fold",
    "paired_figures",
    "repeated_aurocs",
    "roc_curve_points",
    "scores",
    "success_rate_curve",
    "thinned",
    "verdict",
]
