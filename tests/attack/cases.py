"""A case by its seed: an algorithm and values of all its parameters, some of them hostile."""

from __future__ import annotations

import os
import random
import stat
from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsProcessingAlgorithm, QgsProcessingParameterDefinition

from . import files

HOSTILE, GIVEN = 0.2, 0.35
OPTIONAL = QgsProcessingParameterDefinition.Flag.FlagOptional
TEXTS = (
    "",
    "0,5",
    "nan",
    "10,25,50",
    "name",
    "landslide",
    "2 5 10",
    "'; --",
    "é" * 400,
    "{}",
    "-1",
    "1e400",
    "a;b",
)
NUMBERS: tuple[Any, ...] = ("0,5", "nan", "inf", -1, 0, 1e300, "", "abc", "1e400", 3.7)
ENDINGS = {
    "rasterDestination": ".tif",
    "vectorDestination": ".gpkg",
    "sink": ".gpkg",
    "folderDestination": "",
}
NEVER = {"modelenvironment": {"ACTION": "check"}}


def values(
    algorithm: QgsProcessingAlgorithm, seed: int, folder: Path, model: Optional[Path]
) -> tuple[dict[str, Any], set[Path]]:
    """Parameters of a case, their files made in ``folder``, and the paths that its outputs may replace."""
    chance = random.Random(f"{algorithm.name()} {seed}")
    (folder / "in").mkdir()
    (folder / "out").mkdir()
    (folder / "out" / "round").symlink_to(folder / "out" / "round")  # leads to itself: no file can be there
    chosen: dict[str, Any] = {}
    targets: set[Path] = set()
    for one in algorithm.parameterDefinitions():
        needed = not (one.flags() & OPTIONAL) and one.defaultValue() is None
        if not needed and not one.isDestination() and chance.random() > GIVEN:
            continue
        hostile = chance.random() < HOSTILE
        if one.isDestination():
            if needed or not (one.flags() & OPTIONAL) or chance.random() < GIVEN:
                chosen[one.name()] = own_place(_target(chance, one, folder, hostile, targets), folder)
        else:
            chosen[one.name()] = _value(chance, one, folder, hostile, model)
    chosen.update(NEVER.get(algorithm.name(), {}))
    return chosen, targets


def own_place(path: str, folder: Path) -> str:
    """The path of an output, if it lies in the folder of its case and nothing but a file or folder is there.

    >>> own_place("/dev/null", Path("/tmp/case"))
    Traceback (most recent call last):
    ValueError: /dev/null is no place of the case in /tmp/case

    Raises
    ------
    ValueError
        It leads out of the folder, by a link too, or to a device: no case may be tried there.
    """
    real, home = Path(os.path.realpath(path)), Path(os.path.realpath(folder))
    try:
        mode = real.stat().st_mode
        odd = not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))
    except OSError:  # nothing there, or nothing can be
        odd = False
    if odd or not Path(path).is_absolute() or home not in real.parents:
        raise ValueError(f"{path} is no place of the case in {folder}")
    return path


def _target(chance: random.Random, one: Any, folder: Path, hostile: bool, targets: set[Path]) -> str:
    if hostile:
        return chance.choice(
            (
                str(folder / ("x" * 300)),
                str(folder / "out" / "round"),
                str(folder / "out" / "round" / "a.tif"),
                str(folder / "out" / "none" / "a.tif"),
                str(folder / "in"),
                str(folder / "out" / "notes.txt" / "a.tif"),
            )
        )
    ending = (
        ENDINGS.get(one.type()) if one.type() in ENDINGS else "." + (one.defaultFileExtension() or "html")
    )
    path = folder / "out" / f"{one.name().lower()}{ending}"
    targets.add(path)
    return str(path)


def _value(chance: random.Random, one: Any, folder: Path, hostile: bool, model: Optional[Path]) -> Any:
    kind = one.type()
    if kind in ("raster", "source", "vector", "multilayer", "file", "layer"):
        made = _file(chance, one, folder, hostile, model)
        return [made] if kind == "multilayer" else made
    if kind == "enum":
        words = one.options()
        picked = chance.choice(words) if not hostile else chance.choice((*TEXTS, 99, -1, True, False))
        return [picked] if one.allowMultiple() and chance.random() < 0.5 else picked
    if kind in ("number", "distance"):
        if hostile:
            return chance.choice(NUMBERS)
        return one.defaultValue() if one.defaultValue() is not None else max(one.minimum(), 1)
    if kind == "boolean":
        return chance.choice((True, False, "no", "ja", 1, "x") if hostile else (True, False))
    if kind == "field":
        return chance.choice(("landslide", "name", "year")) if not hostile else chance.choice(TEXTS)
    if kind == "band":
        return chance.choice((1, 2, -1, "x")) if hostile else 1
    return chance.choice(TEXTS) if hostile else one.defaultValue()


def _file(chance: random.Random, one: Any, folder: Path, hostile: bool, model: Optional[Path]) -> str:
    name = one.name()
    if hostile and chance.random() < 0.2:
        return chance.choice(
            (str(folder), str(folder / "nowhere" / "all.tif"), str(folder / "out"), "x" * 300, "")
        )
    path = folder / "in" / name.lower()
    if "BUNDLE" in name or "MODEL" in name:
        if model is not None:
            files.bundle(chance, path, hostile, model)
        return str(path)
    if one.type() == "file":
        kind = "table"
    elif one.type() in ("source", "vector"):
        kind = "points" if "INVENTORY" in name else "polygons"
    else:
        kind = "raster"
    if hostile and chance.random() < 0.1:
        kind = chance.choice(list(files.WRITERS))
    ending, write = files.WRITERS[kind]
    path = path.with_suffix(ending)
    write(chance, path, hostile)
    return str(path)
