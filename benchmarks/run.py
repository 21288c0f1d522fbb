"""Run benchmark scripts one after the other and print the table of what they measured.

``benchmarks/run.py bench`` runs ``benchmarks/bench/*.py``, ``benchmarks/run.py study`` runs
``benchmarks/study/*.py``. A script with the line ``ENVIRONMENT = "worker"`` runs in ``.venv-worker``,
all others in ``.venv``.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY))

from benchmarks.common.table import RESULTS, print_table, read_rows  # noqa: E402


def scripts(kind: str) -> list[Path]:
    """The scripts of ``make bench`` or ``make study``, by name."""
    folder = REPOSITORY / "benchmarks" / kind
    return [path for path in sorted(folder.glob("*.py")) if path.name != "__init__.py"]


def run(script: Path) -> bool:
    """Run one script in its environment; False if it failed."""
    worker = 'ENVIRONMENT = "worker"' in script.read_text(encoding="utf-8")
    python = REPOSITORY / (".venv-worker" if worker else ".venv") / "bin" / "python"
    print(f"\n== {script.name}", flush=True)
    started = time.monotonic()
    done = subprocess.run(
        [str(python), "-m", f"benchmarks.{script.parent.name}.{script.stem}"], cwd=REPOSITORY, check=False
    )
    print(f"== {script.name} took {time.monotonic() - started:.0f} s", flush=True)
    return done.returncode == 0


def main(kind: str) -> int:
    """Run all; 1 if one failed."""
    failed = [script.name for script in scripts(kind) if not run(script)]
    for path in sorted(RESULTS.glob("*.json")):
        print(f"\n{path.stem}")
        print_table(read_rows(path.stem))
    if failed:
        print(f"\nFAILED: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
