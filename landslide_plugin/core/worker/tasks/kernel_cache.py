"""Compiled kernels are kept under a seal: code that was damaged since, or not finished, is never run."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from ...writing.whole import written_whole

SEAL = "sealed.json"
"""Digest of each file of compiled code, as the run that made it left it."""

ENDINGS = (".nbi", ".nbc")


def open_cache(folder: Path) -> tuple[bool, int]:
    """Remove what does not bear its seal, since machine code with one wrong bit computes wrong values.

    Returns
    -------
    bool
        Kernels were compiled before, at least some of them.
    int
        Files that were sealed and are damaged or lost.
    """
    sealed = _sealed(folder)
    found = {_name(folder, path): path for path in _files(folder)}
    sound = {name for name, path in found.items() if sealed.get(name) == _digest(path)}
    for name in found.keys() - sound:
        found[name].unlink(missing_ok=True)
    damaged = len(sealed.keys() - sound)
    if damaged:
        seal(folder)
    return bool(sound), damaged


def seal(folder: Path) -> None:
    """Say that all code which lies in the folder now is as it was compiled."""
    sealed = {_name(folder, path): _digest(path) for path in _files(folder)}
    with written_whole(str(folder / SEAL), ".json") as part:
        Path(part).write_text(json.dumps(sealed, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _sealed(folder: Path) -> dict[str, str]:
    with suppress(OSError, ValueError, RecursionError):
        stored = json.loads((folder / SEAL).read_text(encoding="utf-8"))
        if isinstance(stored, dict):
            return {str(name): str(digest) for name, digest in stored.items()}
    return {}


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.suffix in ENDINGS and path.is_file())


def _name(folder: Path, path: Path) -> str:
    return path.relative_to(folder).as_posix()


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
