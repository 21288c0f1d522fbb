"""GeoPackages as databases: which layers one holds, and how it is copied and replaced with nothing lost."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Optional, Union

from ..errors import DiskSpaceError, InputError

ADDRESS = re.compile(
    r"""ogr:\s*dbname=(?:'(?P<quoted>[^']+)'|(?P<plain>\S+))(?:\s+table="?(?P<table>[^"\s(]+)"?)?.*""",
    re.IGNORECASE | re.DOTALL,
)
PATIENCE_S = 1.0
"""How long another program that is just writing is waited for."""


def addressed(address: str) -> Optional[tuple[str, str]]:
    r"""Path and layer of what QGIS calls a table of a GeoPackage; None of any other text.

    >>> addressed("ogr:dbname='/maps/a b.gpkg' table=\"zones\" (geom)"), addressed("ogr:dbname=a.gpkg")
    (('/maps/a b.gpkg', 'zones'), ('a.gpkg', 'a'))
    >>> addressed("/maps/a.gpkg") is None
    True
    """
    found = ADDRESS.fullmatch(address.strip())
    if found is None:
        return None
    path = found["quoted"] or found["plain"]
    return path, found["table"] or Path(path).stem


def layer_names(path: Union[str, Path]) -> tuple[str, ...]:
    """Names of the layers of a GeoPackage by the alphabet, tables without geometry too; none if it is no GeoPackage.

    >>> layer_names("/nowhere/roads.gpkg")
    ()
    """
    if not Path(path).is_file():
        return ()
    try:
        with closing(_opened(path)) as database:
            return tuple(
                name for (name,) in database.execute("SELECT table_name FROM gpkg_contents ORDER BY 1")
            )
    except sqlite3.Error:
        return ()


def require_idle(path: Union[str, Path], who: str = "") -> None:
    """Take what waits in the log of a GeoPackage into its file; refuse one that another program has open so.

    Raises
    ------
    InputError
        It is open in QGIS or elsewhere: replaced now, its log would be taken for that of the new file.
    """
    if not Path(f"{path}-wal").exists():
        return
    begin = f"{who}: " if who else ""
    if not Path(path).exists():
        raise InputError(f"{begin}{path}-wal is left of another file; remove it or choose another output")
    try:
        with closing(_opened(path)) as database:
            (mode,) = database.execute("PRAGMA journal_mode=DELETE").fetchone()
    except sqlite3.Error:
        mode = "wal"
    if mode == "wal":
        raise InputError(
            f"{begin}{path} is open in QGIS or another program; remove its layers there or choose another output"
        )


def require_sound(part: Union[str, Path], target: Union[str, Path]) -> None:
    """Raise ``DiskSpaceError`` if a GeoPackage just written is not whole.

    >>> require_sound("/nowhere/at/all", "map.gpkg")  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
    landslide_plugin.core.errors.DiskSpaceError: map.gpkg was not written to its end
    """
    try:
        with closing(_opened(part)) as database:
            (found,) = database.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.Error as error:
        found = str(error)
    if found != "ok":
        raise DiskSpaceError(
            f"{target} was not written to its end ({found}); free some space or choose another output"
        )


def copy_database(path: Union[str, Path], copy: Union[str, Path]) -> None:
    """Copy a GeoPackage as it stands, with what waits in its log.

    Raises
    ------
    InputError
        It cannot be read.
    """
    try:
        with closing(_opened(path)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
    except sqlite3.Error as error:
        raise InputError(f"{path} cannot be read: {error}; choose another output") from None


def _opened(path: Union[str, Path]) -> sqlite3.Connection:
    return sqlite3.connect(f"{Path(path).absolute().as_uri()}?mode=rw", uri=True, timeout=PATIENCE_S)
