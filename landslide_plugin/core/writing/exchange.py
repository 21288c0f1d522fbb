"""The exchange of a folder's files, written down before it begins, so that the next run ends one that was killed."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path

JOURNAL = ".exchange"
"""File in a scratch folder that says which files leave a folder and which come."""

NEW, OLD = "whole", "old"
"""Folders in the scratch folder: what comes, and what has left."""


def plan_exchange(scratch: Path, folder: Path, leaving: Iterable[str], coming: Iterable[str]) -> None:
    """Write down an exchange between a folder and ``scratch``, which is in it."""
    (scratch / OLD).mkdir()
    told = {"folder": str(folder), "leaving": list(leaving), "coming": list(coming)}
    (scratch / JOURNAL).write_text(json.dumps(told), encoding="utf-8")


def end_exchange(scratch: Path) -> bool:
    """Bring an exchange that was killed to its end, where nothing else has come between; whether it is done.

    What was to leave and has not yet leaves, and what was to come and has not yet comes. A file that stands where one
    is to come was put there by somebody else: then all stays as it is. Without a whole journal nothing had begun.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as name:
    ...     folder, scratch = Path(name), Path(name, "whole.0a1b2c3d")
    ...     (scratch / NEW).mkdir(parents=True)
    ...     for place, text in ((folder / "a.txt", "old"), (scratch / NEW / "a.txt", "new")):
    ...         _ = place.write_text(text)
    ...     plan_exchange(scratch, folder, ["a.txt"], ["a.txt"])
    ...     end_exchange(scratch), (folder / "a.txt").read_text()
    (True, 'new')
    """
    try:
        told = json.loads((scratch / JOURNAL).read_text(encoding="utf-8"))
    except ValueError:
        return True
    except OSError:
        return False
    folder = Path(told["folder"])
    if folder.resolve() != scratch.parent.resolve():
        return False  # moved or copied since
    still = [name for name in told["coming"] if os.path.lexists(scratch / NEW / name)]
    out = [
        name
        for name in told["leaving"]
        if os.path.lexists(folder / name)
        and not os.path.lexists(scratch / OLD / name)
        and (name in still or name not in told["coming"])
    ]
    if any(os.path.lexists(folder / name) for name in still if name not in out):
        return False
    try:
        for name in out:
            (folder / name).replace(scratch / OLD / name)
        for name in still:
            (scratch / NEW / name).replace(folder / name)
    except OSError:
        return False
    return True
