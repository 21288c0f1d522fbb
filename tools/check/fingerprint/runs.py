"""All steps run through ``qgis_process``, their results, logs and help kept."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tools.check.house import REPOSITORY
from tools.check.patience import patient
from tools.check.qgis_runner import enable_plugin, environment, executable, messages, qgis_process, report

from .compare import MANIFEST
from .inputs import real_inputs, synthetic_inputs
from .steps import STEPS, Step, sample_steps

LONGEST_S = 900.0
HELPERS = 2
SAME_ORDER = {"QT_HASH_SEED": "0"}
"""Qt writes the attributes of XML in an order that it draws anew for each process, unless told otherwise."""


def take(step: Step, folder: Path) -> float:
    """Run a step, keep its results and log under ``results``; seconds it took. Exits with its words if it fails."""
    (folder / step.name).mkdir(exist_ok=True)
    started = time.monotonic()
    done = qgis_process(step.algorithm, step.params(folder), timeout=LONGEST_S, env=SAME_ORDER)
    seconds = time.monotonic() - started
    if done.returncode:
        sys.exit(f"{step.name} ({step.algorithm}) failed\n{messages(done)}")
    told = report(done)
    kept = folder / "results" / f"{step.name}.json"
    kept.write_text(json.dumps(told["results"], indent=1, sort_keys=True) + "\n", encoding="utf-8")
    log = [f"{kind}: {line}\n" for kind, lines in sorted(told.get("log", {}).items()) for line in lines]
    kept.with_suffix(".log").write_text("".join(log), encoding="utf-8")
    print(f"  {step.name} ({step.algorithm}) {seconds:.1f} s", flush=True)
    return seconds


def in_qgis(*words: str) -> str:
    """What a ``qgis_process`` command prints."""
    done = subprocess.run(
        [executable(), *words],
        env=environment(extra=SAME_ORDER),
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        timeout=patient(120),
        check=True,
    )
    return done.stdout


def keep_help(folder: Path) -> set[str]:
    """Write names, groups and help of all algorithms of the provider; return their names."""
    listed = in_qgis("--json", "list")
    provider = json.loads(listed[listed.index("{\n") :])["providers"]["landslide"]
    (folder / "help").mkdir()
    (folder / "help" / "list.json").write_text(json.dumps(provider, indent=1, sort_keys=True) + "\n")
    names = sorted(name.split(":")[1] for name in provider["algorithms"])

    def keep(name: str) -> None:
        (folder / "help" / f"{name}.txt").write_text(in_qgis("help", f"landslide:{name}"), encoding="utf-8")

    with ThreadPoolExecutor(HELPERS) as pool:
        list(pool.map(keep, names))
    return set(names)


def run(folder: Path) -> int:
    """Run every algorithm into ``folder``; 1 if the provider has one that no step runs."""
    if folder.exists() and any(folder.iterdir()):
        sys.exit(f"{folder} is not empty; name a new folder")
    (folder / "results").mkdir(parents=True)
    started = time.monotonic()
    enable_plugin()
    provided = keep_help(folder)
    seconds, ran = {}, set()

    def take_all(steps: list[Step]) -> None:
        for step in steps:
            seconds[step.name] = round(take(step, folder), 1)
            ran.add(step.algorithm)

    take_all(sample_steps(folder))
    real_inputs(folder / "input_rbsf", folder / "sample_rbsf" / "area")
    synthetic_inputs(folder / "input_andes", folder / "sample_andes" / "area")
    for steps in STEPS:
        take_all(steps(folder))
    about = {"folder": str(folder), "repository": str(REPOSITORY), "seconds": seconds}
    (folder / MANIFEST).write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(
        f"{len(seconds)} runs of {len(ran)} algorithms in {time.monotonic() - started:.0f} s "
        f"({used.ru_utime + used.ru_stime:.0f} s of processor time): {folder}"
    )
    if provided - ran:
        print(f"no step runs {', '.join(sorted(provided - ran))}")
    return int(bool(provided - ran))
