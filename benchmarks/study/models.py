"""Models on the published points of Ecuador: the duel of ``models.py`` with 20 repeats of the folds."""

from __future__ import annotations

import sys

from benchmarks.bench.models import duel, probability_rows, rbsf
from benchmarks.common.table import write_rows
from landslide_plugin.core.model.fitting.settings import TrainSettings
from landslide_plugin.core.model.network.keras_twin import prepare_tensorflow

ENVIRONMENT = "worker"
REPEATS, MEMBERS = 20, 2


def main(repeats: int) -> None:
    """Measure and write ``build/bench/study_models.json``."""
    prepare_tensorflow()
    data, area = rbsf(), f"RBSF, 5 folds x {repeats}"
    wanted = {"seed": 0, "cv_repeats": repeats, "network_repeats": repeats, "cv_members": MEMBERS}
    settings = TrainSettings.from_dict(wanted, len(data.labels))
    found, partitions, rows = duel(area, data, settings)
    write_rows("study_models", rows + probability_rows(area, data, found, partitions))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else REPEATS)
