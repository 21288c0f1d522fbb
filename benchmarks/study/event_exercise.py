"""The exercise of South Tyrol: from tables of samples and rain to a trained model, judged on storms left out whole.

``python -m benchmarks.study.event_exercise [FOLDER] [whole]``: the small table of the tests, or the whole one of the
study data. The steps are those of ``docs/exercise_south_tyrol.md``; the notice of the data stays beside them. What the
model said of storms that it had not seen is read again from its table and scored anew.
"""

from __future__ import annotations

import csv
import gzip
import shutil
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from benchmarks.common.south_tyrol import FOLDER as WHOLE
from benchmarks.common.south_tyrol import SPECS
from benchmarks.common.table import Row, at_most, write_rows
from landslide_plugin.core.evaluation.metrics import auroc
from landslide_plugin.core.evaluation.reliability import log_loss
from tools.check.qgis_runner import enable_plugin
from tools.docs.tutorials import commands, follow

REPOSITORY = Path(__file__).resolve().parents[2]
PAGE = REPOSITORY / "docs" / "exercise_south_tyrol.md"
SMALL = REPOSITORY / "tests" / "data" / "south_tyrol_events"
NOTICE = "LICENSE"
KEPT = ("id", "x", "y", "landslide", "date", *(spec.name for spec in SPECS))
ROUNDED = 1e-6
"""What the digits of a table may take from a score."""


def laid_out(folder: Path, whole: bool) -> Path:
    """The tables of samples and rain, and their notice, in ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(SMALL / NOTICE, folder / NOTICE)
    samples = _read((WHOLE if whole else SMALL) / "samples.csv")
    _write(folder / "samples.csv", KEPT, samples)
    if whole:
        with (
            gzip.open(WHOLE / "rain_hourly_mm.csv.gz", "rb") as source,
            (folder / "rain.csv").open("wb") as target,
        ):
            shutil.copyfileobj(source, target)
    else:
        steps = [name for name in samples[0] if name[0] == "h" and name[1:].isdigit()]
        _write(folder / "rain.csv", ("id", *steps), samples)
    return folder


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def _write(path: Path, names: Sequence[str], rows: Iterable[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, names, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def scored(folder: Path, told_auroc: float) -> list[Row]:
    """Scores of held-out probabilities, from their table and the labels of the samples alone."""
    rows, samples = _read(folder / "held_out.csv"), _read(folder / "south_tyrol" / "samples.csv")
    known = [row for row in rows if row["probability"]]
    labels = np.array([int(samples[int(row["row"]) - 1]["landslide"]) for row in known], np.int8)
    p = np.array([float(row["probability"]) for row in known])
    own = float(auroc(labels, p))
    storms = len({row["storm"] for row in rows})
    return [
        Row("exercise: samples judged", len(known), f"of {len(rows)}, {storms} storms"),
        Row("exercise: AUROC on storms left out", own, ""),
        Row("exercise: log loss on storms left out", float(log_loss(labels, p)), "nat"),
        Row("exercise: expected over observed", float(p.sum() / labels.sum()), ""),
        at_most("exercise: AUROC that the run told, difference", abs(own - told_auroc), "", ROUNDED),
    ]


def main(asked: Sequence[str]) -> None:
    """Lay out, follow the page, score, and write ``build/bench/event_exercise.json``."""
    places = [word for word in asked if word != "whole"]
    folder = Path(places[0] if places else REPOSITORY / "build" / "exercise").resolve()
    laid_out(folder / "south_tyrol", "whole" in asked)
    enable_plugin()
    told: dict[str, dict[str, float]] = {}
    for command in commands(PAGE):
        seconds, told[command.algorithm] = follow(command, folder)
        print(f"{command.algorithm} {seconds:.0f} s", flush=True)
    rows = scored(folder, told["landslide:trainevents"]["AUROC"])
    best = told["landslide:rainthresholds"]["AUROC"]
    rows.append(Row("exercise: AUROC of the best threshold of rain, storms left out", best, ""))
    write_rows("event_exercise", rows)


if __name__ == "__main__":
    main(sys.argv[1:])
