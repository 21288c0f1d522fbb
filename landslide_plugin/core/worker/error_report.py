"""What to paste where somebody asks for help: the machine, the way, and the last lines before it failed."""

from __future__ import annotations

import platform
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..progress import Progress
from .packages import without_user

LINES = 30
BEGIN, END = "----- copy from here -----", "----- to here -----"


@dataclass
class LastLines:
    """Listens to a log and keeps its end."""

    kept: deque[str] = field(default_factory=lambda: deque(maxlen=LINES))

    def heard(self, progress: Progress) -> Progress:
        """The same progress, overheard."""

        def info(line: str) -> None:
            self.kept.append(line)
            progress.info(line)

        def warning(line: str) -> None:
            self.kept.append(line)
            progress.warning(line)

        return Progress(
            fraction=progress.fraction, info=info, warning=warning, is_cancelled=progress.is_cancelled
        )


def report_of(error: Exception, facts: Mapping[str, str], last: LastLines) -> list[str]:
    """Lines to paste; users, passwords and the home folder are not in them.

    Parameters
    ----------
    error : Exception
        What went wrong.
    facts : mapping
        Versions and places, by name.
    last : LastLines
        The end of the log.

    Examples
    --------
    >>> report_of(ValueError("no"), {"QGIS": "3.40"}, LastLines())[1:3]
    ['QGIS: 3.40', 'error: ValueError: no']
    """
    lines = [
        *(f"{name}: {value}" for name, value in facts.items()),
        f"error: {type(error).__name__}: {error}",
        f"system: {platform.platform()}, {platform.machine()}",
        *last.kept,
    ]
    return [BEGIN, *(_plain(line) for line in lines), END]


def _plain(line: str) -> str:
    """A line without what is nobody's business.

    >>> _plain("@".join(("from https://ann:b", "mirror.local/x")))
    'from https://mirror.local/x'
    """
    home, bare = Path.home(), without_user(line)
    for written in (str(home), home.as_posix()):  # QGIS writes / on Windows too
        bare = bare.replace(written, "~") if home.name else bare
    return bare
