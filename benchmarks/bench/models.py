"""Models on real areas under spatial cross-validation: network, baselines, and the stack with and without it."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from pathlib import Path
from typing import Optional

import numpy as np

from benchmarks.common.table import RESULTS, Row, at_least, write_rows
from landslide_plugin.core.evaluation.classes import class_table, classify, landslide_share_cuts
from landslide_plugin.core.evaluation.model_names import NAMES
from landslide_plugin.core.evaluation.reliability import reliability
from landslide_plugin.core.model.fitting.data import Cells, TrainingData
from landslide_plugin.core.model.fitting.ensemble import Workshop
from landslide_plugin.core.model.fitting.settings import TrainSettings
from landslide_plugin.core.model.network.keras_twin import prepare_tensorflow
from landslide_plugin.core.model.validation import scorecard
from landslide_plugin.core.model.validation.comparison_rows import differences
from landslide_plugin.core.model.validation.fold_models import VOTERS
from landslide_plugin.core.model.validation.gated_calibration import gated_calibration
from landslide_plugin.core.model.validation.model_comparison import ModelComparison, compare
from landslide_plugin.core.model.validation.partitions import Partition, spatial_partitions
from landslide_plugin.core.progress import Progress
from landslide_plugin.core.types.factors import FactorSpec

ENVIRONMENT = "worker"
REPOSITORY = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("LANDSLIDE_SHARED", REPOSITORY.parent / "shared"))
RBSF_NAMES = ("slope", "cplan", "cprof", "elev", "log10_carea")
KINDS = {"lithology": "categorical", "land_cover": "categorical", "aspect": "circular"}
TRANSFORMS = {"catchment_area": "log10", "distance_faults": "log1p"}
STEP = 0.02


def rbsf() -> TrainingData:
    """The 350 points of Ecuador with their five published predictors."""
    with (REPOSITORY / "tests" / "data" / "rbsf_points.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    table = {name: np.array([float(row[name]) for row in rows]) for name in rows[0]}
    values = np.column_stack([table[name] for name in RBSF_NAMES]).astype(np.float32)
    xy = np.column_stack([table["x"], table["y"]])
    labels = table["lslpts"].astype(np.int8)
    specs = tuple(FactorSpec(name) for name in RBSF_NAMES)
    return TrainingData(specs, Cells(values), labels, xy, np.arange(len(labels), dtype=np.int32))


def balakot() -> Optional[TrainingData]:
    """One cell for each of 2,600 polygons and as many random ones; None where the area is not there."""
    if not (SHARED / "data" / "study" / "balakot_south").is_dir():
        print(f"balakot_south is skipped: {SHARED} does not hold it; set LANDSLIDE_SHARED")
        return None
    stored = RESULTS / "balakot_samples.npz"
    python = REPOSITORY / ".venv" / "bin" / "python"
    call = [str(python), "-m", "benchmarks.common.balakot_samples", str(SHARED), str(stored)]
    subprocess.run(call, cwd=REPOSITORY, check=True)
    with np.load(stored, allow_pickle=False) as arrays:
        names = [str(name) for name in arrays["names"]]
        specs = tuple(
            FactorSpec(name, KINDS.get(name, "continuous"), "", TRANSFORMS.get(name, "none"))
            for name in names
        )
        groups = arrays["groups"].astype(np.int32)
        return TrainingData(specs, Cells(arrays["values"]), arrays["labels"], arrays["xy"], groups)


def said(text: str) -> Progress:
    """Progress that prints a line at times."""
    shown = [0.0]

    def tell(share: float) -> None:
        if share >= shown[0] + STEP:
            shown[0] = share
            print(f"\r{text} {share:.0%} ", end="", file=sys.stderr, flush=True)

    return Progress(fraction=tell)


def duel(
    area: str, data: TrainingData, settings: TrainSettings
) -> tuple[ModelComparison, list[Partition], list[Row]]:
    """All models on the same folds of an area, and the rows of the table."""
    partitions = spatial_partitions(data, settings)
    families = ("ensemble", *VOTERS)
    found = compare(data, settings, families, partitions, Workshop(), said(area))
    rows = []
    for name, result in found.results.items():
        summary = scorecard.fold_summary(result)
        if summary:
            rows.append(Row(f"{area}: AUROC, {NAMES[name].lower()}", summary["auroc_mean"], ""))
    pairs = differences(found)
    for name, target in (("ensemble_minus_logistic", -0.01), ("stack_minus_stack_without_network", 0.0)):
        pair = pairs[name]
        words = f"95 % interval {pair['low']:+.4f} to {pair['high']:+.4f}: {pair['verdict']}"
        rows.append(at_least(f"{area}: {name.replace('_', ' ')}", pair["mean"], "AUROC", target, words))
    lean = pairs["stack_without_network_minus_logistic"]
    words = f"95 % interval {lean['low']:+.4f} to {lean['high']:+.4f}: {lean['verdict']}"
    rows.append(
        Row(f"{area}: stack without network minus logistic", lean["mean"], "AUROC", None, None, words)
    )
    return found, partitions, rows


def probability_rows(
    area: str, data: TrainingData, found: ModelComparison, partitions: list[Partition]
) -> list[Row]:
    """Calibration of the stack held out, and how landslide density rises over its classes."""
    p = gated_calibration(data.labels, partitions, found.probability["stack"], "platt").stored[0]
    known = np.isfinite(p)
    figures = reliability(data.labels, p)
    inside, labels = p[known], data.labels[known]
    cuts = landslide_share_cuts(inside[labels > 0])
    classes = classify(inside, cuts)
    stable = np.bincount(classes[labels == 0], minlength=6)[1:]
    slides = np.bincount(classes[labels > 0], minlength=6)[1:]
    table = class_table(stable.tolist(), slides.tolist())
    dense = [row.density_ratio or 0.0 for row in table.rows]
    return [
        Row(f"{area}: calibration slope of the stack, held out", figures["slope"], ""),
        Row(f"{area}: landslides expected / observed", figures["expected"] / figures["observed"], ""),
        at_least(f"{area}: density of Very high over stable samples", dense[-1], "times", 3.0),
        at_least(
            f"{area}: steps at which density rises", sum(b > a for a, b in zip(dense, dense[1:])), "of 4", 4
        ),
    ]


def main() -> None:
    """Measure and write ``build/bench/models.json``."""
    prepare_tensorflow()
    rows: list[Row] = []
    plan = [("RBSF, 5 folds x 4", rbsf(), {"cv_repeats": 4, "cv_members": 3, "network_repeats": 4})]
    plan.append(("Balakot, 5 folds", balakot(), {"cv_repeats": 1, "cv_members": 2}))
    for area, data, changes in plan:
        if data is not None:
            settings = TrainSettings.from_dict({"seed": 0, **changes}, len(data.labels))
            found, partitions, more = duel(area, data, settings)
            rows += more + probability_rows(area, data, found, partitions)
    write_rows("models", rows)


if __name__ == "__main__":
    main()
