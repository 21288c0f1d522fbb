"""``python -m tests.attack``: try, write ``build/attack/*.json``, and print tables of tried, held and failed.

Parts can be run apart, and a part in pieces (``--seed``); ``--report`` prints all that lies in the folder.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from landslide_plugin.core.worker.client import group_options, kill_group
from tools.check.patience import patient
from tools.check.qgis_runner import PROFILE, enable_plugin, environment

from .disks import full_disks
from .faults import kills
from .protocol import lines_of
from .tables import REPORTS, failed, print_tables

BATCH = 40
PROFILE_HERE = PROFILE / "attack"
SPANISH = {"LANG": "es_ES.UTF-8", "LC_ALL": "es_ES.UTF-8"}
"""Variables that QGIS takes its language from."""
NO_WORKER = "/bin/false"
"""A modelling process that fails at once."""


def plan(count: int, seed: int, names: Sequence[str], shell: bool = False) -> list[str]:
    """``count`` cases, the algorithms in turn.

    >>> plan(3, 7, ["a", "b"])
    ['a:7', 'b:7', 'a:8']
    """
    way = ":shell" if shell else ""
    return [f"{names[i % len(names)]}:{seed + i // len(names)}{way}" for i in range(count)]


@contextmanager
def place(worker: str) -> Iterator[dict[str, str]]:
    """Environment of the runs; all files, those of a QGIS that died too, are in one folder, which goes in the end."""
    with tempfile.TemporaryDirectory(prefix="attack-", ignore_cleanup_errors=True) as folder:
        extra = {"TMPDIR": folder, **({"LANDSLIDE_PYTHON": worker} if worker else {})}
        yield environment(PROFILE_HERE, extra)


def tried(cases: Sequence[str], seconds: float, variables: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Each case and what came of it; a QGIS that dies or hangs takes one case along, not the rest."""
    left = list(cases)
    while left:
        lines, how = told_by_child(left[:BATCH], seconds, variables)
        done = [line for line in lines if "done" in line]
        yield from done
        ended = len(done)
        if ended < len(left[:BATCH]):
            yield {"done": left[ended], "wrong": how}
            ended += 1
        left = left[ended:]


def told_by_child(
    arguments: Sequence[str], seconds: float, variables: Mapping[str, str]
) -> tuple[list[dict[str, Any]], str]:
    """What one QGIS told of its cases, and how it ended."""
    world = str(Path(variables["TMPDIR"], "world"))
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.attack.child", world, *arguments],
        env=dict(variables),
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
    return lines_of(said), how


def all_algorithms(variables: Mapping[str, str]) -> list[str]:
    """Names of all algorithms and chains of the provider; the world is made on the way."""
    lines, how = told_by_child([], 600.0, variables)
    if not lines:
        raise RuntimeError(f"no algorithms: {how}")
    names: list[str] = lines[-1]["algorithms"]
    return names


def _cases(asked: argparse.Namespace, variables: Mapping[str, str], shell: bool) -> Iterator[dict[str, Any]]:
    names = all_algorithms(variables)
    only = [name for name in names if not asked.only or name in asked.only]
    count = asked.shell if shell else asked.cases
    yield from tried(plan(count, asked.seed, only, shell), asked.seconds, variables)


def kept(part: str, seed: int, found: Iterable[dict[str, Any]]) -> None:
    """Write what is found as it comes, so that a campaign that is ended early has its figures too."""
    report, lines = REPORTS / f"{part}-{seed}.json", []
    for line in found:
        lines.append(line)
        if line["wrong"]:
            print(f"{line['done']}: {line['wrong']}", file=sys.stderr, flush=True)
        if line["wrong"] or len(lines) % BATCH == 0:
            report.write_text(json.dumps(lines, indent=0), encoding="utf-8")
    report.write_text(json.dumps(lines, indent=0), encoding="utf-8")


def main() -> int:
    """Run the parts that are asked for; 1 if a case failed."""
    ask = argparse.ArgumentParser(prog="python -m tests.attack", description=__doc__)
    ask.add_argument("--part", nargs="*", choices=PARTS, default=list(PARTS))
    ask.add_argument("--cases", type=int, default=5000, help="in the part cases")
    ask.add_argument("--shell", type=int, default=330, help="cases in the part shell")
    ask.add_argument("--kills", type=int, default=120, help="in the part kills")
    ask.add_argument("--full", type=int, default=120, help="disks in the part full")
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--only", nargs="*", default=[], help="algorithms")
    ask.add_argument("--worker", default=NO_WORKER, help="Python of the modelling process in the part cases")
    ask.add_argument("--seconds", type=float, default=1200.0, help="for a batch of cases")
    ask.add_argument("--report", action="store_true", help="print what was found before, try nothing")
    asked = ask.parse_args()
    REPORTS.mkdir(parents=True, exist_ok=True)
    for part in () if asked.report else asked.part:
        with place(asked.worker if part == "cases" else "") as variables:
            kept(part, asked.seed, PARTS[part](asked, variables))
    print_tables()
    return int(failed())


def _shell(asked: argparse.Namespace, variables: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    enable_plugin(PROFILE_HERE)
    yield from _cases(asked, {**variables, "LANDSLIDE_PYTHON": asked.worker}, True)


def _faults(
    asked: argparse.Namespace,
    variables: Mapping[str, str],
    part: Callable[..., Iterator[dict[str, Any]]],
    count: int,
) -> Iterator[dict[str, Any]]:
    all_algorithms(variables)
    home = Path(variables["TMPDIR"])
    (home / "tmp").mkdir()
    own = {
        **variables,
        "TMPDIR": str(home / "tmp"),
        "QT_HASH_SEED": "0",
    }  # styles are the same in each process
    yield from part(count, asked.seed, home, own, asked.only)


PARTS = {
    "cases": lambda asked, variables: _cases(asked, variables, False),
    "shell": _shell,
    "kills": lambda asked, variables: _faults(asked, variables, kills, asked.kills),
    "full": lambda asked, variables: _faults(asked, variables, full_disks, asked.full),
}

if __name__ == "__main__":
    os.chdir(Path(__file__).resolve().parents[2])
    sys.exit(main())
