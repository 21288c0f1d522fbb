"""Make the Python environments of the project, each only when its requirement files have changed.

``.venv`` sees the system's packages and serves QGIS's side, tests and lint. ``.venv-worker`` is
isolated and serves modelling. ``.venv-docs`` builds the documentation and is made when asked for by name.
"""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Sequence
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY))

from landslide_plugin.core.errors import LandslideError, WorkerError  # noqa: E402
from landslide_plugin.core.progress import Progress  # noqa: E402
from landslide_plugin.core.worker.base_python import (  # noqa: E402
    NEWEST,
    OLDEST,
    python_version,
    suitable_python,
)
from landslide_plugin.core.worker.environment import create, is_complete  # noqa: E402

SYSTEM_PYTHON = "/usr/bin/python3"
WORKER_REQUIREMENTS = ("landslide_plugin/resources/requirements-worker.txt", "requirements-test.txt")
DEV_REQUIREMENTS = ("requirements-dev.txt", "requirements-test.txt")
DOCS_REQUIREMENTS = ("requirements-docs.txt",)


def worker_python() -> str:
    """The system's Python if TensorFlow has wheels for it, else another from 3.10 to 3.13."""
    version = python_version(SYSTEM_PYTHON)
    return SYSTEM_PYTHON if version and OLDEST <= version <= NEWEST else suitable_python()


def ensure_worker() -> None:
    """Make ``.venv-worker``; say so and go on without where no Python here is one that it can be made from."""
    try:
        python = worker_python()
    except WorkerError as error:
        print(f"Without .venv-worker, and without the tests that need it: {error}", flush=True)
        return
    ensure(".venv-worker", WORKER_REQUIREMENTS, python)


def ensure(name: str, requirements: Sequence[str], python: str, options: Sequence[str] = ()) -> None:
    """Make environment ``name`` in the repository unless it is complete; its log goes to ``build``."""
    folder, files = REPOSITORY / name, [str(REPOSITORY / path) for path in requirements]
    if is_complete(str(folder), files) and python_version(str(folder / "bin" / "python")):
        return
    log = REPOSITORY / "build" / f"setup-{name.lstrip('.')}.log"
    log.parent.mkdir(exist_ok=True)
    print(
        f"Making {name} from {', '.join(requirements)} (log: {log.relative_to(REPOSITORY)}) ...", flush=True
    )
    started = time.monotonic()
    shutil.rmtree(folder, ignore_errors=True)
    with log.open("w") as out:
        progress = Progress(info=lambda line: print(line, file=out, flush=True))
        create(str(folder), files, python, progress, options)
    print(f"  done in {time.monotonic() - started:.0f} s")


def main() -> int:
    """Make what is missing; 1 with one line of reason if that fails."""
    try:
        ensure(".venv", DEV_REQUIREMENTS, SYSTEM_PYTHON, ("--system-site-packages",))
        ensure_worker()
        if "docs" in sys.argv[1:]:
            ensure(".venv-docs", DOCS_REQUIREMENTS, SYSTEM_PYTHON)
    except LandslideError as error:
        print(f"The environments could not be made: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
