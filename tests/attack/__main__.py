"""``python -m tests.attack --cases 5000``: try, and print a table of tried, held and failed by algorithm."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from landslide_plugin.core.worker.client import group_options, kill_group
from tools.check.patience import patient
from tools.check.qgis_runner import PROFILE, environment

BATCH = 40
MODEL = "tests/data/v0_1/bundles/rbsf_logistic_folder"
ALGORITHMS = [
    "sampledata",
    "inputcheck",
    "terrainfactors",
    "soilprofile",
    "triggerscenarios",
    "factorofsafety",
    "calibratestability",
    "modelenvironment",
    "trainensemble",
    "trainphysics",
    "comparemodels",
    "mapsusceptibility",
    "hazardcurve",
    "comparemaps",
    "validatemap",
    "classifymap",
    "zonalresults",
    "fieldchecks",
    "failuredepth",
    "susceptibilityreport",
    "publicationfigure",
    "printlayout",
]


def plan(count: int, seed: int, names: Sequence[str]) -> list[str]:
    """``count`` cases, the algorithms in turn.

    >>> plan(3, 7, ["a", "b"])
    ['a:7', 'b:7', 'a:8']
    """
    return [f"{names[i % len(names)]}:{seed + i // len(names)}" for i in range(count)]


def tried(cases: Sequence[str], model: str, seconds: float, worker: str) -> Iterator[tuple[str, str]]:
    """Each case and what went wrong with it; a QGIS that dies or hangs takes one case along, not the rest.

    All files, those of a QGIS that died too, are in one temporary folder, which goes in the end.
    """
    with tempfile.TemporaryDirectory(prefix="attack-", ignore_cleanup_errors=True) as folder:
        extra = {"TMPDIR": folder, **({"LANDSLIDE_PYTHON": worker} if worker else {})}
        yield from _in_batches(list(cases), model, seconds, extra)


def _in_batches(
    left: list[str], model: str, seconds: float, extra: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    while left:
        command = [sys.executable, "-m", "tests.attack.child", model, *left[:BATCH]]
        child = subprocess.Popen(
            command,
            env=environment(PROFILE / "attack", extra),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL,
            **group_options(),
        )
        try:
            said, _ = child.communicate(timeout=patient(seconds))
            how = f"QGIS ended with {child.returncode}"
        except subprocess.TimeoutExpired:
            kill_group(child)
            said, _ = child.communicate()
            how = f"not done in {seconds:g} s"
        lines = [
            json.loads(line[1:]) for line in said.decode("utf-8", "replace").splitlines() if line[:2] == "@{"
        ]
        done = [(line["done"], line["wrong"]) for line in lines if "done" in line]
        yield from done
        ended = len(done)
        if ended < len(left[:BATCH]):
            yield left[ended], how
            ended += 1
        left = left[ended:]


def main() -> int:
    """Run the campaign; 1 if a case failed."""
    ask = argparse.ArgumentParser(prog="python -m tests.attack")
    ask.add_argument("--cases", type=int, default=5000)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--only", nargs="*", default=ALGORITHMS)
    ask.add_argument(
        "--model",
        default=MODEL,
        help="folder of a trained model to be altered",
    )
    ask.add_argument("--worker", default="", help="Python of the modelling process; one that fails is quick")
    ask.add_argument("--seconds", type=float, default=1200.0, help="for a batch of cases")
    asked = ask.parse_args()
    counts = {name: [0, 0] for name in asked.only}
    failed = []
    for case, wrong in tried(
        plan(asked.cases, asked.seed, asked.only), asked.model, asked.seconds, asked.worker
    ):
        counts[case.split(":")[0]][bool(wrong)] += 1
        if wrong:
            failed.append(case)
            print(f"{case}: {wrong}", file=sys.stderr, flush=True)
    print(f"{'algorithm':<24}{'tried':>8}{'held':>8}{'failed':>8}")
    for name, (held, lost) in [*counts.items(), ("all", map(sum, zip(*counts.values())))]:
        print(f"{name:<24}{held + lost:>8}{held:>8}{lost:>8}")
    return int(bool(failed))


if __name__ == "__main__":
    os.chdir(Path(__file__).resolve().parents[2])
    sys.exit(main())
