"""Which Python an environment is made from: the one that QGIS ships where it can make one, else one that is found."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from ..errors import WorkerError
from .client import find_python
from .installing import answer

OLDEST, NEWEST = (3, 10), (3, 13)
ANSWER_S = 30
PROBE = (
    "import sys; print(*sys.version_info[:2]); sys.stdout.flush(); "
    "import venv, ensurepip, ssl; print(sys.executable)"
)
"""What is asked of an interpreter; the version comes even where one of the three is not there."""


@dataclass(frozen=True)
class Interpreter:
    """What a Python says of itself.

    Attributes
    ----------
    version : tuple of int
        Major and minor.
    executable : str
        The program itself, where a script starts it; empty if it does not say.
    lacking : str
        Why it cannot make environments, in its own words; empty if it can.
    """

    version: tuple[int, int]
    executable: str = ""
    lacking: str = ""

    @property
    def words(self) -> str:
        """One phrase for a message.

        >>> Interpreter((3, 14)).words, Interpreter((3, 12), lacking="No module named 'ssl'").words
        ('Python 3.14', "Python 3.12 without what makes environments (No module named 'ssl')")
        """
        named = f"Python {self.version[0]}.{self.version[1]}"
        return f"{named} without what makes environments ({self.lacking})" if self.lacking else named

    @property
    def serves(self) -> bool:
        """Whether the packages of the environment exist for it and it can make one.

        >>> Interpreter((3, 10)).serves, Interpreter((3, 14)).serves, Interpreter((3, 9)).serves
        (True, False, False)
        """
        return OLDEST <= self.version <= NEWEST and not self.lacking


def shipped_pythons(system: str, prefix: str, program: str) -> list[str]:
    """Where a QGIS keeps the interpreter that it ships, best first; none where it uses that of the system.

    Parameters
    ----------
    system : str
        As ``sys.platform`` names it.
    prefix : str
        ``sys.prefix`` of QGIS's Python: ``<OSGeo4W>/apps/Python312`` on Windows.
    program : str
        QGIS itself: ``<QGIS.app>/Contents/MacOS/QGIS`` on macOS.

    Examples
    --------
    >>> shipped_pythons("linux", "/usr", "/usr/bin/qgis")
    []
    """
    if system == "win32":
        home = Path(prefix)
        scripts = home.parent.parent / "bin"
        return [
            str(home / "python.exe"),
            str(home / "python3.exe"),
            str(scripts / "python-qgis.bat"),
            str(scripts / "python-qgis-ltr.bat"),
        ]
    if system == "darwin":
        inside = Path(program).parent
        return [
            str(inside / "bin" / "python3"),
            str(inside / "python3"),
            str(Path(prefix) / "bin" / "python3"),
        ]
    return []


def suitable_python(chosen: str = "", shipped: Sequence[str] = ()) -> str:
    """Absolute path of a Python from 3.10 to 3.13 that can make environments.

    Parameters
    ----------
    chosen : str
        Interpreter the user named; without one, those that QGIS ships, then ``python3.13`` down to ``python3.10``,
        ``python3`` and ``python`` on the path are tried. QGIS's own executable is never started as a Python.
    shipped : sequence of str
        As :func:`shipped_pythons` gives them; nothing is ever installed into one.

    Raises
    ------
    WorkerError
        There is none, or the chosen one is of another version.
    """
    names = [f"python3.{minor}" for minor in range(NEWEST[1], OLDEST[1] - 1, -1)] + ["python3", "python"]
    candidates = [chosen] if chosen else [*shipped, *(shutil.which(name) or "" for name in names)]
    tried: dict[str, str] = {}
    for candidate in candidates:
        python = find_python([candidate])
        found = interpreter(python) if python else None
        if python and found and python.lower().endswith((".bat", ".cmd")):
            python = find_python([found.executable])
            found = interpreter(python) if python else None
        if python and found and found.serves:
            return python
        if chosen:
            words = found.words if found else "no Python interpreter"
            raise WorkerError(f"{chosen} is {words}; a Python from 3.10 to 3.13 is needed")
        if python and found:
            tried.setdefault(python, found.words)
    seen = "; ".join(f"{python} is {words}" for python, words in tried.items())
    raise WorkerError(
        f"No Python from 3.10 to 3.13 was found{f' ({seen})' if seen else ''}; install one (Windows and macOS: from "
        "python.org; Debian and Ubuntu: apt-get install python3 python3-venv) or name one in PYTHON. Everything but "
        "training by networks and reports works without"
    )


def interpreter(python: str) -> Optional[Interpreter]:
    """What an interpreter says of itself; None if it does not answer.

    >>> interpreter("/nowhere/at/all") is None
    True
    """
    told = answer([python, "-c", PROBE], ANSWER_S)
    try:
        first, *more = told.said.strip().splitlines()
        major, minor = first.split()
        version = int(major), int(minor)
    except ValueError:
        return None
    if not told.well:
        last = (told.complained.strip().splitlines() or ["no reason given"])[-1]
        return Interpreter(version, lacking=last.rpartition("Error: ")[2])
    return Interpreter(version, more[0].strip() if more else "")


def python_version(python: str) -> Optional[tuple[int, int]]:
    """Major and minor version that an interpreter reports; None if it does not answer.

    >>> python_version("/nowhere/at/all") is None
    True
    """
    found = interpreter(python)
    return found.version if found else None
