"""The rasters of the same model that lie beside a map: what a report or a sheet takes where nobody named it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Optional

from ...errors import LandslideError
from ...io.raster import RasterSource, require_on_grid
from ...model.bundle.files import RECORD
from ...types.grid import Grid

QUANTITIES = {
    "PROBABILITY": "Landslide susceptibility",
    "UNCERTAINTY": "Standard deviation of the members' probabilities",
    "AGREEMENT": "Share of the members in the class of the mean",
}
"""How the first band of each map of a model begins to say what it holds."""
VECTORS = (".gpkg", ".shp", ".geojson")
MOST_LOOKED_AT = 200
ELEVATION = "elevation"


def companions(
    chart: str, record: Any, known: Iterable[str] = (), wanted: Sequence[str] = (*QUANTITIES, "FACTORS")
) -> dict[str, str]:
    """Rasters by the parameter that they are for: among those known, then in the folder of the map.

    Maps must say that they were made with the model, factors must hold all that it needs, and all must lie on the
    grid of the map or hold it. What is not wanted, or not there, is left out.

    Parameters
    ----------
    chart : str
        A map of the model.
    record : mapping
        ``bundle.json``.
    known : iterable of str
        Sources of rasters to look at first, such as those of a project.
    wanted : sequence of str
        Keys of ``QUANTITIES``, and ``FACTORS``.
    """
    identifier = str(record.get("sha256", ""))[:12]
    needed = {str(factor["name"]) for factor in record.get("factors", [])}
    found: dict[str, str] = {}
    with RasterSource(chart) as source:
        grid = source.grid
    for path in candidates(chart, known):
        if len(found) == len(wanted):
            break
        key = _key_of(path, grid, identifier, needed)
        if key in wanted and key not in found:
            found[key] = path
    return found


def inventory_beside(chart: str, name: str) -> Optional[str]:
    """A vector file of this name in the folder of a map; None if there is none or no name is known.

    >>> inventory_beside("/tmp/classes.tif", "") is None
    True
    """
    if not name:
        return None
    files = (Path(chart).parent / f"{name}{ending}" for ending in VECTORS)
    return next((str(file) for file in files if file.is_file()), None)


def elevation_band(path: str) -> Optional[int]:
    """Index from 0 of the elevation among factors; None without one."""
    with RasterSource(path) as source:
        names = [band.name for band in source.bands]
    return names.index(ELEVATION) if ELEVATION in names else None


def candidates(chart: str, known: Iterable[str]) -> list[str]:
    """Paths to look at, each once; the map itself is none of them."""
    folder = Path(chart).parent
    beside = sorted(str(path) for path in folder.glob("*.tif"))[:MOST_LOOKED_AT] if folder.is_dir() else []
    return [path for path in dict.fromkeys([*known, *beside]) if Path(path) != Path(chart)]


def _key_of(path: str, grid: Grid, identifier: str, needed: set[str]) -> str:
    """The parameter that a raster is for; empty if it is of another model or grid, or cannot be read."""
    try:
        with RasterSource(path, grid) as source:
            require_on_grid(grid, source)
            names = {band.name for band in source.bands}
            said = source.bands[0].metadata.get("QUANTITY", "")
            if identifier and source.metadata.get("BUNDLE", "") == identifier:
                return next((key for key, words in QUANTITIES.items() if said.startswith(words)), "")
    except LandslideError:
        return ""
    return "FACTORS" if needed and needed <= names else ""


def bundle_of(chart: str, identifier: str, places: Iterable[str] = ()) -> Optional[str]:
    """The folder of the model that a map was made with, by the identifier that the map tells; None without one.

    Looked for beside the map, then one folder up, then in further places and beside them: a folder counts only if
    its model says that it is the very one, whatever its name and whoever named the place.

    Parameters
    ----------
    chart : str
        The map.
    identifier : str
        What the map says of its model.
    places : iterable of str
        Folders to look in besides, such as those of a project's layers.

    Examples
    --------
    >>> bundle_of("/tmp/classes.tif", "") is None
    True
    """
    if not identifier:
        return None
    home = Path(chart).absolute().parent
    folders = dict.fromkeys([home, home.parent, *(Path(place).absolute() for place in places)])
    for folder in list(folders)[:MOST_LOOKED_AT]:
        for found in (RECORD, f"*/{RECORD}"):
            for record in sorted(folder.glob(found))[:MOST_LOOKED_AT]:
                if _identifier(record)[: len(identifier)] == identifier:
                    return str(record.parent)
    return None


def _identifier(record: Path) -> str:
    """What a record says that its model is; empty where it cannot be read."""
    try:
        said = json.loads(record.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return ""
    return str(said.get("sha256", "")) if isinstance(said, dict) else ""
