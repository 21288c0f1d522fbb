"""What calibration does to held-out probabilities, and which base the networks should add to, on real areas.

Network ensembles are left out: they train for minutes, and the question is the same.
"""

from __future__ import annotations

from dataclasses import replace

from benchmarks.bench.models import balakot, rbsf
from benchmarks.common.table import Row, at_most, write_rows
from landslide_plugin.core.evaluation.model_names import NAMES
from landslide_plugin.core.model.fitting.base_choice import choose_base
from landslide_plugin.core.model.fitting.data import TrainingData
from landslide_plugin.core.model.fitting.ensemble import Workshop
from landslide_plugin.core.model.fitting.settings import TrainSettings
from landslide_plugin.core.model.validation.comparison_rows import constant_loss
from landslide_plugin.core.model.validation.fold_models import VOTERS
from landslide_plugin.core.model.validation.gated_calibration import gated_calibration
from landslide_plugin.core.model.validation.model_comparison import LEAN_STACK, ModelComparison, compare
from landslide_plugin.core.model.validation.partitions import Partition, spatial_partitions
from landslide_plugin.core.progress import SILENT

ENVIRONMENT = "worker"
REPEATS = 4


def calibration_rows(
    area: str, data: TrainingData, found: ModelComparison, partitions: list[Partition]
) -> list[Row]:
    """Log loss, Brier and slope of each model before and after calibration, and what is stored."""
    constant = constant_loss(data, found)
    rows = [Row(f"{area}: log loss, constant", constant, "")]
    for name in (*VOTERS, LEAN_STACK):
        figures = gated_calibration(data.labels, partitions, found.probability[name], "platt").figures(
            data.labels
        )
        for key in ("log_loss", "brier", "slope"):
            words = (
                f"after: {figures['tried'][key]:.4f}; {'applied' if figures['applied'] else 'not applied'}"
            )
            rows.append(
                Row(f"{area}: {key}, {NAMES[name].lower()}", figures["before"][key], "", compared_with=words)
            )
    stored = gated_calibration(data.labels, partitions, found.probability[LEAN_STACK], "platt").figures(
        data.labels
    )
    rows.append(
        at_most(f"{area}: log loss, pool as stored", stored["after"]["log_loss"], "", constant, "a constant")
    )
    return rows


def base_rows(area: str, data: TrainingData, settings: TrainSettings) -> list[Row]:
    """Held-out log loss of each base and ridge that is tried."""
    choice = choose_base(data, replace(settings, architecture="residual_chosen"))
    return [
        Row(
            f"{area}: held-out log loss, base {kind}, ridge {ridge:g}",
            loss,
            "",
            compared_with="chosen" if (kind, ridge) == choice.chosen else "",
        )
        for (kind, ridge), loss in choice.losses.items()
    ]


def main() -> None:
    """Measure and write ``build/bench/calibration.json``."""
    rows: list[Row] = []
    for area, data, repeats in (("RBSF", rbsf(), REPEATS), ("Balakot", balakot(), 1)):
        if data is None:
            continue
        settings = TrainSettings.from_dict({"seed": 0, "cv_repeats": repeats, "architecture": "residual"})
        partitions = spatial_partitions(data, settings)
        found = compare(data, settings, VOTERS, partitions, Workshop(), progress=SILENT)
        rows += calibration_rows(area, data, found, partitions) + base_rows(area, data, settings)
        for name, result in found.results.items():
            loss = sum(fold["log_loss"] for fold in result.fold_scores) / len(result.fold_scores)
            rows.append(Row(f"{area}: mean log loss of the folds, {NAMES[name].lower()}", loss, ""))
    write_rows("calibration", rows)


if __name__ == "__main__":
    main()
