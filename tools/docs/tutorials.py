"""Follow the tutorials: run every command of a page, in order, as its reader would.

``python -m tools.docs.tutorials docs/tutorial_real_area.md FOLDER`` runs them in ``FOLDER``, prints the time
each took and stops at the first that fails. The commands stand in the page alone.
"""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY))

from tools.check.qgis_runner import enable_plugin, environment, executable  # noqa: E402

FENCE = "```"


@dataclass(frozen=True)
class Command:
    """One ``qgis_process run`` of a page: algorithm and parameters, as written."""

    page: str
    line: int
    algorithm: str
    params: tuple[tuple[str, str], ...]


def shell_lines(text: str) -> Iterator[tuple[int, str]]:
    r"""First line number and text of each command in the blocks marked ``sh``, continued lines joined.

    >>> list(shell_lines("```sh\na \\\n  b\n# note\nc\n```\nd"))
    [(2, 'a b'), (5, 'c')]
    """
    inside, joined, first = False, "", 0
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.strip()
        if line.startswith(FENCE):
            inside = line == f"{FENCE}sh"
            continue
        if not inside or not line or line.startswith("#"):
            continue
        first = first if joined else number
        joined = f"{joined} {line}".strip()
        if joined.endswith("\\"):
            joined = joined[:-1].rstrip()
            continue
        yield first, joined
        joined = ""


def commands(path: Path) -> list[Command]:
    """Every ``qgis_process run`` in a page.

    Raises
    ------
    ValueError
        A command that cannot be read, with page and line.
    """
    found = []
    for line, text in shell_lines(path.read_text(encoding="utf-8")):
        words = shlex.split(text)
        if words[:2] != ["qgis_process", "run"]:
            continue
        if len(words) < 4 or words[3] != "--" or any("=" not in word for word in words[4:]):
            raise ValueError(f"{path.name}:{line}: not 'qgis_process run ALGORITHM -- KEY=value ...'")
        params = tuple((key, value) for key, _, value in (word.partition("=") for word in words[4:]))
        found.append(Command(path.name, line, words[2], params))
    return found


def follow(command: Command, folder: Path) -> tuple[float, dict]:
    """Run a command in ``folder``; seconds and results. Exits with its words if it fails."""
    started = time.monotonic()
    done = subprocess.run(
        [
            executable(),
            "--json",
            "run",
            command.algorithm,
            "--",
            *(f"{key}={value}" for key, value in command.params),
        ],
        env=environment(),
        cwd=folder,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    seconds = time.monotonic() - started
    if done.returncode:
        sys.exit(f"{command.page}:{command.line}: {command.algorithm} failed\n{done.stdout}\n{done.stderr}")
    start = done.stdout.find("{\n")
    log = done.stderr if start < 0 else done.stdout[start:]
    (folder / f"log_{command.line:04d}_{command.algorithm.split(':')[1]}.txt").write_text(log + done.stderr)
    return seconds, json.loads(done.stdout[start:])["results"]


def main() -> int:
    """Follow one page and print how long each step took."""
    page, folder = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    enable_plugin()
    total = 0.0
    for command in commands(page):
        seconds, results = follow(command, folder)
        total += seconds
        shown = {key: value for key, value in results.items() if isinstance(value, (int, float))}
        print(f"{command.page}:{command.line} {command.algorithm} {seconds:.1f} s {shown}", flush=True)
    print(f"{page.name}: {total:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
