"""Link the plugin into the user's QGIS profile, so that the desktop runs the source as it is."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
PLUGIN = "landslide_plugin"


def plugins_folder(environment: Mapping[str, str]) -> Path:
    """Folder of Python plugins in the user's default profile.

    ``QGIS_CUSTOM_CONFIG_PATH`` and ``XDG_DATA_HOME`` are heeded as QGIS does.
    """
    custom = environment.get("QGIS_CUSTOM_CONFIG_PATH")
    if custom:
        root = Path(custom)
    elif sys.platform == "darwin":
        root = Path.home() / "Library" / "Application Support" / "QGIS" / "QGIS3"
    else:
        data = environment.get("XDG_DATA_HOME") or str(
            Path(environment.get("HOME", str(Path.home()))) / ".local" / "share"
        )
        root = Path(data) / "QGIS" / "QGIS3"
    return root / "profiles" / "default" / "python" / "plugins"


def link(source: Path, folder: Path) -> str:
    """Make ``folder/landslide_plugin`` a link to ``source``; return what was done.

    Raises
    ------
    FileExistsError
        Something that is no link stands there.
    """
    target = folder / source.name
    if target.is_symlink():
        if target.resolve() == source.resolve():
            return f"{target} is linked already"
        target.unlink()
    elif target.exists():
        raise FileExistsError(f"{target} is a real folder, an installed copy perhaps; remove it first")
    folder.mkdir(parents=True, exist_ok=True)
    target.symlink_to(source, target_is_directory=True)
    return f"{target} -> {source}"


def main() -> int:
    """Link, say so, and tell what to do next."""
    try:
        print(link(REPOSITORY / PLUGIN, plugins_folder(os.environ)))
    except FileExistsError as error:
        print(error, file=sys.stderr)
        return 1
    print(
        "Restart QGIS and tick Landslide Susceptibility under Plugins > Manage and Install Plugins > Installed."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
