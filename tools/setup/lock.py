"""Make the lists with hashes from the requirement files: ``python -m tools.setup.lock``, with a network.

One list serves every system and Python: markers say what is for which. It is made by uv, which is put into an
environment that is gone afterwards. The first line tells which file a list was made from; a test holds it to that.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY))

from landslide_plugin.core.worker.packages import lock_of  # noqa: E402

UV = "uv==0.13.9"
WORKER, TESTS = "landslide_plugin/resources/requirements-worker.txt", "requirements-test.txt"
OLDEST_PYTHON = {WORKER: "3.10", TESTS: "3.11"}
"""Requirement files and the oldest Python of each; what runs the tests keeps to the versions of the worker's."""


def head_of(requirements: Path) -> str:
    """First line of the list of a requirement file."""
    digest = hashlib.sha256(requirements.read_bytes()).hexdigest()
    return f"# Made from {requirements.name} (sha256 {digest}) by: python -m tools.setup.lock\n"


def make(uv: str, requirements: Path, oldest: str, constraints: str = "") -> None:
    """Write the list beside a requirement file."""
    target = requirements.with_suffix(".lock")
    words = ["pip", "compile", "--universal", "--generate-hashes", "--no-header", "--no-annotate", "--quiet"]
    words += ["--python-version", oldest, *(["--constraints", constraints] if constraints else [])]
    made = subprocess.run(
        [uv, *words, str(requirements)], capture_output=True, text=True, check=False, cwd=REPOSITORY
    )
    if made.returncode != 0:
        raise SystemExit(made.stderr)
    target.write_text(head_of(requirements) + made.stdout, encoding="utf-8")
    print(f"{target.relative_to(REPOSITORY)}: {made.stdout.count('==')} packages")


def main() -> None:
    """Make all lists."""
    with tempfile.TemporaryDirectory() as folder:
        given = sys.argv[1] if len(sys.argv) > 1 else ""
        if not given:
            subprocess.run([sys.executable, "-m", "venv", folder], check=True)
            subprocess.run([f"{folder}/bin/pip", "install", "-q", UV], check=True)
        uv = given or f"{folder}/bin/uv"
        make(uv, REPOSITORY / WORKER, OLDEST_PYTHON[WORKER])
        make(uv, REPOSITORY / TESTS, OLDEST_PYTHON[TESTS], lock_of(str(REPOSITORY / WORKER)))


if __name__ == "__main__":
    main()
