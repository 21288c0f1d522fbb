"""pip at work in an environment: from a list with hashes or a plain one, followed line by line."""

from __future__ import annotations

import os
import queue
import subprocess  # nosec B404
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from ..errors import WorkerError
from ..progress import Progress
from .client import group_options, kill_group, own_environment
from .packages import PackageSource, lock_of, names_in

POLL_S = 0.1
WHEELS = "-wheels"
"""Added to an environment's folder: where its packages are fetched to."""


@dataclass(frozen=True)
class Pip:
    """pip of an environment, and how it reaches packages."""

    python: str
    variables: Mapping[str, str]
    packages: PackageSource
    progress: Progress

    def run(self, verb: str, words: Sequence[str], count: int, part: tuple[float, float]) -> None:
        """Run one command of pip, whose ``count`` packages fill a part of the progress."""
        command = [
            self.python,
            "-m",
            "pip",
            verb,
            "--progress-bar",
            "off",
            "--disable-pip-version-check",
            *words,
        ]
        advice = "is there a network, and room on the disk?"
        follow(command, self.progress.part(*part), advice, self.variables, count)


def install(pip: Pip, requirements: Sequence[str], wheels: Path) -> None:
    """Install the requirement files, those with hashes first and by way of a folder that outlives a broken run."""
    locks = [lock_of(path) for path in requirements]
    hashed = _listed([lock for lock in locks if lock])
    if hashed:
        count = names_in([lock for lock in locks if lock])
        source = pip.packages.options
        if not pip.packages.folder:
            source = ["--no-index", "--find-links", str(wheels)]
            _fetch(pip, hashed, count, wheels)
        pip.run("install", ["--require-hashes", *source, *hashed], count, (0.55, 0.9))
    plain = _listed([path for path, lock in zip(requirements, locks) if not lock])
    if plain:
        pip.run("install", [*pip.packages.options, *plain], 20, (0.1, 0.95))
    _forget(wheels)


def _listed(files: Sequence[str]) -> list[str]:
    return [word for path in files for word in ("-r", path)]


def _fetch(pip: Pip, hashed: Sequence[str], count: int, wheels: Path) -> None:
    """Fetch packages into a folder; those that are there and whole are not fetched again."""
    wheels.mkdir(exist_ok=True)
    there = sum(1 for _ in wheels.glob("*.whl"))
    if there:
        pip.progress.info(f"Going on with {there} packages fetched before, in {wheels}")
    words = ["--require-hashes", "--only-binary", ":all:", "--no-cache-dir", "-d", str(wheels)]
    try:
        pip.run("download", [*words, *pip.packages.options, *hashed], count, (0.05, 0.55))
    except BaseException:
        kept = sum(path.stat().st_size for path in wheels.glob("*.whl"))
        pip.progress.info(
            f"{kept / 2**20:.0f} MiB of packages stay in {wheels}; the next run goes on from there"
        )
        raise
    size = sum(path.stat().st_size for path in wheels.glob("*.whl"))
    pip.progress.info(f"All packages are here, {size / 2**20:.0f} MiB; installing them takes a few minutes")


def _forget(wheels: Path) -> None:
    """Remove fetched packages and their folder, unless it holds something else."""
    for path in wheels.glob("*.whl"):
        path.unlink()
    if wheels.is_dir() and not any(wheels.iterdir()):
        wheels.rmdir()


def follow(
    command: Sequence[str],
    progress: Progress,
    advice: str,
    more: Optional[Mapping[str, str]] = None,
    count: int = 20,
) -> None:
    """Run a command, hand its lines to the log and end it on cancel; raise if it fails."""
    # Absolute paths, no shell.
    with subprocess.Popen(  # nosec B603
        list(command),
        env={**own_environment(os.environ), **(more or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        **group_options(),
    ) as process:
        last, collected = "", 0
        try:
            for line in _lines(process, progress):
                last = line or last
                collected += line.startswith(("Collecting", "Processing"))
                progress.fraction(min(collected / max(count, 1), 1.0))
                progress.info(line)
        finally:
            if process.poll() is None:
                kill_group(process)
    if process.returncode != 0:
        raise WorkerError(f"{' '.join(command[1:4])} failed ({advice}); it last printed: {last}")


@dataclass(frozen=True)
class Answer:
    """What a short command said, what it complained of, and whether it ended well."""

    said: str = ""
    complained: str = ""
    well: bool = False


def answer(command: Sequence[str], seconds: float) -> Answer:
    """Run a short command; an empty answer if it cannot be started or takes too long.

    >>> answer(["/nowhere/at/all"], 1.0).well
    False
    """
    try:
        # An interpreter found on the path or in QGIS's folder, no shell.
        done = subprocess.run(  # nosec B603
            list(command),
            env=own_environment(os.environ),
            capture_output=True,
            text=True,
            timeout=seconds,
            stdin=subprocess.DEVNULL,
            check=False,
            **group_options(),
        )
    except (OSError, ValueError, subprocess.SubprocessError):
        return Answer()
    return Answer(done.stdout, done.stderr, done.returncode == 0)


def _lines(process: subprocess.Popen[bytes], progress: Progress) -> Iterator[str]:
    """Lines a process prints, as they come, asking in between whether to cancel."""
    lines: queue.Queue[Optional[bytes]] = queue.Queue()
    stream = process.stdout

    def read() -> None:
        for line in stream or ():
            lines.put(line)
        lines.put(None)

    threading.Thread(target=read, daemon=True).start()
    while True:
        progress.check()
        try:
            line = lines.get(timeout=POLL_S)
        except queue.Empty:
            continue
        if line is None:
            process.wait()
            return
        yield line.decode("utf-8", "replace").rstrip()
