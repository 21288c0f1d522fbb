"""Making the modelling environment: a Python environment of its own, filled by pip from a pinned list."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Optional

from ..errors import InputError, WorkerError
from ..progress import Progress
from ..writing.temporary import temporary_folder
from .client import find_python
from .installing import WHEELS, Pip, follow, install
from .network import DIRECT, Network
from .packages import OF_PIP, PackageSource

COMPLETE, INCOMPLETE = "landslide-complete", "landslide-incomplete"
OF_AN_ENVIRONMENT = frozenset(
    (
        "bin",
        "lib",
        "lib64",
        "include",
        "Include",
        "Lib",
        "Scripts",
        "share",
        "etc",
        "man",
        "pyvenv.cfg",
        ".gitignore",
    )
)
"""What venv and pip put into a folder; whatever else lies there is somebody's."""


def fingerprint(requirements: Sequence[str]) -> str:
    """Digest of the requirement files' contents.

    >>> fingerprint([])[:8]
    'e3b0c442'
    """
    digest = hashlib.sha256()
    for path in requirements:
        digest.update(Path(path).read_bytes())
    return digest.hexdigest()


def is_complete(folder: str, requirements: Sequence[str]) -> bool:
    """True if ``create`` finished ``folder`` from these very requirement files.

    >>> is_complete("/nowhere/at/all", [])
    False
    """
    stamp = Path(folder) / COMPLETE
    return stamp.is_file() and stamp.read_text().strip() == fingerprint(requirements)


def create(
    folder: str,
    requirements: Sequence[str],
    python: str,
    progress: Progress,
    options: Sequence[str] = (),
    *,
    network: Network = DIRECT,
    packages: PackageSource = OF_PIP,
) -> None:
    """Make an environment in ``folder`` and install the requirement files into it.

    An environment cannot be moved once it is made, so an unfinished one is told apart by a mark in it
    and removed; nothing half-made is ever taken for complete. pip follows the user's own pip settings, and goes
    the way to the network that it is told. A requirement file with a list of hashes beside it (``.lock``) is installed
    by that list; its packages are fetched into a folder first, which stays when the run is broken off, so that the
    next one goes on from there.

    Parameters
    ----------
    folder : str
        New, empty, or an environment made here before, which is replaced.
    requirements : sequence of str
        Requirement files for pip.
    python : str
        Interpreter to make it from.
    options : sequence of str
        More options of ``python -m venv``.
    network : Network
        Proxy and certificates for pip.
    packages : PackageSource
        Index or folder of wheels.

    Raises
    ------
    InputError
        The folder holds something else.
    WorkerError
        ``venv`` or pip failed; the message ends with its last line.
    Cancelled
        The user asked to stop; the folder is gone.
    """
    place = Path(folder)
    _clear(place)
    place.mkdir(parents=True)
    (place / INCOMPLETE).write_text("being made; removed when it is complete\n")
    try:
        progress.info(f"Making an environment in {folder} with {python}")
        advice = "python3-venv may be missing"
        follow([python, "-m", "venv", *options, folder], progress.part(0.0, 0.05), advice)
        progress.step(0.05)
        inside = find_python([folder])
        if inside is None:
            raise WorkerError(f"{python} made no interpreter in {folder}")
        with temporary_folder() as scratch:
            pip = Pip(inside, network.environment(scratch), packages, progress)
            install(pip, requirements, Path(f"{folder}{WHEELS}"))
        (place / COMPLETE).write_text(fingerprint(requirements) + "\n")
        (place / INCOMPLETE).unlink()
    except BaseException:
        shutil.rmtree(place, ignore_errors=True)
        raise
    progress.step(1.0)


def place_for(base: str, requirements: Sequence[str]) -> str:
    """Where to make an environment so that one that works stays until the new one does.

    The folder itself while nothing whole is there, else one beside it, named by the fingerprint of its packages: an
    environment cannot be moved once it is made.

    >>> place_for("/nowhere/at/all", [])
    '/nowhere/at/all'
    """
    if not (Path(base) / COMPLETE).exists():
        return base
    return f"{base}-{fingerprint(requirements)[:8]}"


def made_at(base: str, requirements: Sequence[str]) -> Optional[str]:
    """Folder of the environment of these requirement files, of the places that ``place_for`` names; None without.

    >>> made_at("/nowhere/at/all", []) is None
    True
    """
    places = (base, f"{base}-{fingerprint(requirements)[:8]}")
    return next((place for place in places if is_complete(place, requirements)), None)


def made_for_others(python: str, requirements: Sequence[str]) -> str:
    """Folder of an interpreter's environment if it was made here, but from other requirement files; else empty.

    >>> made_for_others("/usr/bin/python3", [])
    ''
    """
    folder = Path(python).parent.parent
    made = (folder / COMPLETE).is_file()
    return str(folder) if made and not is_complete(str(folder), requirements) else ""


def remove_others(base: str, kept: str, progress: Progress) -> None:
    """Remove environments made for ``base`` before, now that ``kept`` works; what holds somebody's files stays."""
    folder = Path(base)
    beside = folder.parent.glob(f"{folder.name}-*") if folder.parent.is_dir() else ()
    named = [each for each in beside if re.fullmatch("[0-9a-f]{8}", each.name[len(folder.name) + 1 :])]
    for place in (folder, *sorted(named)):
        marked = any((place / mark).exists() for mark in (COMPLETE, INCOMPLETE))
        if place == Path(kept) or place.is_symlink() or not marked:
            continue
        strange = _strange(place)
        if strange:
            progress.warning(f"The old environment {place} stays, since it holds {strange}")
            continue
        shutil.rmtree(place, ignore_errors=True)
        progress.info(f"The old environment {place} was removed")


def _strange(place: Path) -> str:
    """Names in an environment's folder that are not of it; empty if there are none."""
    ours = {*OF_AN_ENVIRONMENT, COMPLETE, INCOMPLETE}
    return ", ".join(sorted(each.name for each in place.iterdir() if each.name not in ours)[:3])


def _clear(place: Path) -> None:
    """Remove an environment made here before; refuse to touch anything else."""
    if not place.exists():
        return
    if not place.is_dir() or place.is_symlink():
        raise InputError(f"{place} is not a folder of its own; choose another for the environment")
    ours = any((place / mark).exists() for mark in (COMPLETE, INCOMPLETE))
    if any(place.iterdir()) and not ours:
        raise InputError(f"{place} holds other files; choose a new folder for the environment")
    strange = _strange(place)
    if strange:
        raise InputError(
            f"{place} holds {strange} beside an environment; move that, or choose a new folder for the environment"
        )
    shutil.rmtree(place)
