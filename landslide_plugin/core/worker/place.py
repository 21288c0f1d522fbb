"""Where an environment is put, so that its longest path is one that the system can open."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from ..errors import InputError

LONGEST_PATH = 259
"""Characters that a path may have on Windows where long paths are not switched on."""
LONGEST_INSIDE = 190
"""Characters of the longest path within an environment, a header of TensorFlow below ``Lib/site-packages``."""


def environment_home(system: str, profile: str, variables: Mapping[str, str]) -> str:
    """Folder that environments are made in unless another is named.

    Parameters
    ----------
    system : str
        As ``sys.platform`` names it.
    profile : str
        Folder of QGIS's profile, which roams on Windows and lies deep.
    variables : mapping
        Of the process.

    Examples
    --------
    >>> environment_home("linux", "/home/ann/profile", {})
    '/home/ann/profile/landslide/venv'
    >>> environment_home("win32", "/roaming", {"LOCALAPPDATA": "/local"})
    '/local/landslide/venv'
    """
    in_profile = Path(profile) / "landslide" / "venv"
    local = variables.get("LOCALAPPDATA", "") if system == "win32" else ""
    return str(Path(local) / "landslide" / "venv" if local and not in_profile.is_dir() else in_profile)


def require_short(folder: str, system: str, long_paths: bool) -> None:
    """Raise ``InputError`` where paths within an environment would be longer than Windows opens.

    >>> require_short("C:" + 60 * "x", "win32", False)
    >>> require_short("C:" + 90 * "x", "win32", False)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    landslide_plugin.core.errors.InputError: C:xx... is too long a path for an environment: ...
    """
    most = LONGEST_PATH - LONGEST_INSIDE - 1
    if system == "win32" and not long_paths and len(folder) > most:
        raise InputError(
            f"{folder} is too long a path for an environment: {len(folder)} characters, at most {most} on this "
            "Windows; name a shorter FOLDER, such as C:\\landslide"
        )


def long_paths_allowed() -> bool:
    """Whether Windows was told to open long paths; False elsewhere, where nobody asks."""
    if sys.platform != "win32":
        return False
    import winreg

    try:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SYSTEM\CurrentControlSet\Control\FileSystem") as key:
            return bool(winreg.QueryValueEx(key, "LongPathsEnabled")[0])
    except OSError:
        return False
