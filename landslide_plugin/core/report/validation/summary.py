"""One row a method: what a paper's table of results holds."""

from __future__ import annotations

from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..common.content import ReportContent
from ..common.markup import Html, number, section, table, tag
from ..common.model_record import model_name
from ..common.statements import unequal_folds

HEAD = ["Method", "AUC-ROC", "AUC-PR", "F1", "MCC", "Precision", "Recall", "FS-rho, held out", "Brier"]
SCORES = ("auroc_mean", "auc_pr_mean", "f1_mean", "mcc_mean", "precision_mean", "recall_mean")


def build(content: ReportContent) -> Html:
    """Scores over spatial folds, means of the folds."""
    rows = []
    for key in content.model.scored():
        scored = content.model.scores(key, "spatial")
        if scored:
            values = [number(scored.get(name)) for name in SCORES]
            rows.append(
                [model_name(key), *values, number(fs_rho(content, key)), number(scored.get("brier_mean"))]
            )
    share = content.model.metrics.get("samples", {}).get("sample_share")
    chance = (
        f" A guess has an AUC-PR of {share:.2f}, the share of landslides among the samples." if share else ""
    )
    return section(
        "summary",
        "Summary of all methods",
        tag("div", table(HEAD, rows), class_="dense"),
        tag(
            "p",
            f"Means over spatial folds. {unequal_folds(content.model)} "
            "AUC-ROC: area under the receiver operating characteristic, 0.5 by chance. "
            "AUC-PR: area under the precision-recall curve."
            + chance
            + " F1: harmonic mean of precision (share of called places that are landslides) and recall (share of "
            "landslides that are called). MCC: Matthews correlation coefficient, -1 to 1. These four at the threshold "
            "chosen on the other folds. FS-rho, held out: rank correlation of low factor of safety and held-out "
            "probability, which describes a method and does not rate it; that of the fit stands under Consistency. "
            "Brier: mean squared error of the probability, here the mean of the folds.",
            class_="note",
        ),
    )


def fs_rho(content: ReportContent, key: str) -> Optional[float]:
    """Rank correlation of -FS and held-out probability in the reference scenario; None without a prior."""
    fs, p = content.samples.get("prior_fs"), content.evidence.held_out(key)
    if fs is None or p is None:
        return None
    values = fs[:, min(int(content.model.record.get("reference_index", 0)), fs.shape[1] - 1)]
    known = np.isfinite(values) & np.isfinite(p)
    if known.sum() < 3 or np.ptp(values[known]) == 0 or np.ptp(p[known]) == 0:
        return None
    return _rank(-values[known], p[known])


def _rank(one: npt.NDArray[Any], other: npt.NDArray[Any]) -> float:
    from scipy.stats import spearmanr

    return float(spearmanr(one, other).statistic)
