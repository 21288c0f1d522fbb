"""Run benchmark scripts one after the other and print the table of what they measured.

``benchmarks/run.py bench`` runs ``benchmarks/bench/*.py``, ``benchmarks/run.py study`` runs
``benchmarks/study/*.py``. A script with the line ``ENVIRONMENT = "worker"`` runs in ``.venv-worker``,
all others in ``.venv``. How long each took, by the clock and of processor time, comes last.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY))

from benchmarks.common.table import RESULTS, Row, at_most, print_table, read_rows, write_rows  # noqa: E402

MOST_S = {"bench": 2400.0}
"""How long all scripts of a kind may take together, by the clock."""


def scripts(kind: str) -> list[Path]:
    """The scripts of ``make bench`` or ``make study``, by name."""
    folder = REPOSITORY / "benchmarks" / kind
    return [path for path in sorted(folder.glob("*.py")) if path.name != "__init__.py"]


def processor_s() -> float:
    """Processor time of all scripts that have ended."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return ended.ru_utime + ended.ru_stime


def run(script: Path) -> tuple[bool, float, float]:
    """Run one script in its environment: whether it ended well, and its seconds by the clock and of processor time."""
    worker = 'ENVIRONMENT = "worker"' in script.read_text(encoding="utf-8")
    python = REPOSITORY / (".venv-worker" if worker else ".venv") / "bin" / "python"
    print(f"\n== {script.name}", flush=True)
    started, busy = time.monotonic(), processor_s()
    done = subprocess.run(
        [str(python), "-m", f"benchmarks.{script.parent.name}.{script.stem}"], cwd=REPOSITORY, check=False
    )
    seconds, busy = time.monotonic() - started, processor_s() - busy
    print(f"== {script.name} took {seconds:.0f} s, {busy:.0f} s of processor time", flush=True)
    return done.returncode == 0, seconds, busy


def time_rows(kind: str, took: dict[str, tuple[float, float]]) -> list[Row]:
    """What each script took, and all together."""
    clock, busy = (sum(each[part] for each in took.values()) for part in (0, 1))
    rows = []
    for name, (seconds, processor) in took.items():
        rows += [Row(name, round(seconds), "s"), Row(f"{name}, processor time", round(processor), "s")]
    whole = f"all of {kind}"
    most = MOST_S.get(kind)
    rows.append(Row(whole, round(clock), "s") if most is None else at_most(whole, round(clock), "s", most))
    return [*rows, Row(f"{whole}, processor time", round(busy), "s")]


def main(kind: str) -> int:
    """Run all; 1 if one failed."""
    ended = {script.name: run(script) for script in scripts(kind)}
    failed = [name for name, (well, _, _) in ended.items() if not well]
    write_rows(f"time_of_{kind}", time_rows(kind, {name: each[1:] for name, each in ended.items()}))
    for path in sorted(RESULTS.glob("*.json")):
        print(f"\n{path.stem}")
        print_table(read_rows(path.stem))
    if failed:
        print(f"\nFAILED: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
