"""Whether a run held what is promised: nothing of the user's touched, results whole, nothing else left."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Optional

from osgeo import gdal

from landslide_plugin.core.writing.whole import LAST_BYTES

TEMPORARY = "landslide"
"""How the names of this plugin's temporary folders begin."""
SHOWN = 3
STATISTICS = ".aux.xml"


def fingerprints(folder: Path) -> dict[str, str]:
    """SHA-256 of every file below a folder by its path; of a folder nothing but that it is there."""
    return {
        str(path): hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "folder"
        for path in sorted(folder.rglob("*"))
    }


def relative(folder: Path) -> dict[str, str]:
    """Fingerprints by the path within a folder, without statistics that QGIS notes of what it opens."""
    found = fingerprints(folder)
    return {
        Path(path).relative_to(folder).as_posix(): seen
        for path, seen in found.items()
        if not path.endswith(STATISTICS)
    }


def temporary_folders() -> set[str]:
    """What this plugin has in the temporary folder of the system now."""
    return {path.name for path in Path(tempfile.gettempdir()).glob(f"{TEMPORARY}*")}


def half_written(path: Path, ending: str = "") -> str:
    """What is not whole in a file of a kind that can be told, else empty; a folder is asked for all it holds.

    A file that was named against its kind, whose ``ending`` is another, is only asked whether it holds anything.
    """
    if path.is_dir():
        return next((found for one in sorted(path.iterdir()) if (found := half_written(one))), "")
    if not path.exists():
        return f"{path.name} is not there"
    if not path.stat().st_size:
        return f"{path.name} is empty"
    if ending and path.suffix != ending:
        return ""
    check = CHECKS.get(path.suffix.lower())
    last = LAST_BYTES.get(path.suffix.lower())
    if last is not None and last not in path.read_bytes()[-1024:]:
        return f"{path.name} has no end"
    try:
        if check is not None:
            check(path)
    except Exception as error:  # whatever a reader says of it
        return f"{path.name}: {type(error).__name__} {error}"
    return ""


def _raster(path: Path) -> None:
    gdal.UseExceptions()
    try:
        dataset = gdal.Open(str(path))
        for number in range(dataset.RasterCount):
            dataset.GetRasterBand(number + 1).ReadRaster()
    finally:
        gdal.DontUseExceptions()


def _database(path: Path) -> None:
    base = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
    try:
        if base.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise ValueError("no sound database")
    finally:
        base.close()


def _archive(path: Path) -> None:
    with zipfile.ZipFile(path) as packed:
        broken = packed.testzip()
    if broken:
        raise ValueError(f"{broken} is broken")


def _text(path: Path) -> None:
    path.read_text(encoding="utf-8")


CHECKS: Mapping[str, Callable[[Path], Any]] = {
    ".tif": _raster,
    ".gpkg": _database,
    ".zip": _archive,
    ".npz": _archive,
    ".json": lambda path: json.loads(path.read_text(encoding="utf-8")),
    ".csv": _text,
    ".txt": _text,
    ".qml": _text,
}


def wrongs(
    before: Mapping[str, str],
    folder: Path,
    outputs: Mapping[str, Path],
    endings: Mapping[str, str],
    inventory: Iterable[Any],
    done: bool,
    steps: bool = False,
) -> str:
    """What a run did that it may not, in words; empty if it held.

    Parameters
    ----------
    before : mapping
        Fingerprints of all files before the run.
    folder : Path
        Of the case, with all its files.
    outputs : mapping
        Path of each output that was asked for.
    endings : mapping
        Ending of each output as it is usual; a folder that was given has none, and what it held is not asked.
    inventory : iterable of ``landslide_plugin.algorithms.writes.Written``
        What the algorithm says that it writes.
    done : bool
        The run succeeded; else nothing may have changed at all.
    steps : bool
        It is a chain: what its steps had made before one failed is whole and stays.
    """
    after = fingerprints(folder)
    named = {str(path) for path in outputs.values()} if done or steps else set()
    lost = [path for path, seen in before.items() if after.get(path) != seen and path not in named]
    told = [(one, str(outputs[one.key])) for one in inventory if one.key in outputs] if done or steps else []
    new = [path for path in after if path not in before and not _is_told(path, after[path], told)]
    new = [path for path in new if not _is_statistics(path, before)]
    changed = {key for key, path in outputs.items() if after.get(str(path)) != before.get(str(path))}
    made = [key for key in endings if done or (steps and key in changed)]
    halves = [found for key in made if (found := half_written(outputs[key], endings[key]))]
    said = {"touched": lost, "not in the inventory": new, "not whole": halves}
    return "; ".join(f"{words}: {found[:SHOWN]}" for words, found in said.items() if found)


def _is_statistics(path: str, before: Mapping[str, str]) -> bool:
    """Whether QGIS noted statistics of a raster there, as it does of any that it opens."""
    return path.endswith(STATISTICS) and path[: -len(STATISTICS)] in before


def _is_told(path: str, kind: str, told: Iterable[tuple[Any, str]]) -> bool:
    """Whether one of the outputs that were asked for accounts for a new file, or for a folder on the way to it."""
    for one, output in told:
        if kind == "folder":
            if path == output or Path(path) in Path(output).parents or (one.within and output in path):
                return True
        elif one.names(output, path):
            return True
    return False


def refusal(text: str, most: Optional[int] = None) -> str:
    """Why what a run was refused with is not one clear line; empty if it is one.

    >>> refusal("DEM: a.tif has no CRS; set one"), refusal("")
    ('', 'no words')
    """
    if "Traceback" in text:
        return f"traceback: {text[-500:]}"
    if not text.strip():
        return "no words"
    if "\n" in text.strip():
        return f"several lines: {text[-500:]}"
    return f"{len(text)} letters" if most and len(text) > most else ""
