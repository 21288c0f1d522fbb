"""A case by its seed: an algorithm and values of all its parameters, some of them hostile.

Of five cases in a row one is sound throughout, three have one hostile parameter, of each kind in turn, and one has
several. A sound value is of the world (``world``), so that a hostile one beside it is met and not another's refusal.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import stat
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingAlgorithm, QgsProcessingParameterDefinition

from . import files
from .world import SOUND, sound_source

HOSTILE, OLD = 0.2, 0.4
GIVEN, ASKED = (0.0, 0.03, 0.03, 0.03, 0.12), (0.1, 0.1, 0.1, 0.1, 0.3)
"""How often an optional input and an optional output are given, by the turn of the case."""
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
    "10 10 10",
    "inf 1 2",
    "2001-02-30",
    "a\nb",
    "%s %d {0}",
)
NUMBERS: tuple[Any, ...] = ("0,5", "nan", "inf", -1, 0, 1e300, "", "abc", "1e400", 3.7, "1_000", 2**63, -0.0)
EXTENTS = (
    "",
    "0,1,0,1",
    "1,0,1,0",
    "nan,nan,nan,nan",
    "0,1,0,1 [EPSG:4326]",
    "0,1e300,0,1e300",
    "x",
    "0,0,0,0",
)
CELLS: tuple[Any, ...] = (
    [],
    [1],
    ["x"] * 5,
    [float("nan")] * 5,
    "1,2,3",
    "",
    [10, 6, 12, 0.3, 0.0] * 300,
    [None] * 5,
)
ENDINGS = {
    "rasterDestination": ".tif",
    "vectorDestination": ".gpkg",
    "sink": ".gpkg",
    "folderDestination": "",
}
NEVER: Mapping[str, Mapping[str, Any]] = {"modelenvironment": {"ACTION": "check"}}
RARE = ("extent", "matrix")
"""Kinds that few algorithms have; they have two turns."""
READ = ("raster", "source", "vector", "multilayer", "file", "layer")
TURNS = 5
WAYS = ("python", "text", "json")
"""How values are handed over: of their own type, all as text as by the shell or a batch, or by way of JSON."""


@dataclass
class Case:
    """What is run, and what may come of it.

    Attributes
    ----------
    chosen : dict
        Parameters by name.
    outputs : dict
        Path of each output that is asked for at a place where it can be.
    kinds : dict
        Kind of each parameter that was given.
    hostile : list of str
        Names of the parameters whose value is hostile.
    way : str
        Of ``WAYS``.
    """

    chosen: dict[str, Any] = field(default_factory=dict)
    outputs: dict[str, Path] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    hostile: list[str] = field(default_factory=list)
    way: str = WAYS[0]


def kind_of(one: Any) -> str:
    """Kind of a parameter as the table of figures names it."""
    kind = str(one.type())
    if kind == "file" and int(one.behavior()):
        return "folder"
    if kind == "enum" and one.allowMultiple():
        return "enum list"
    return kind


def make_case(algorithm: QgsProcessingAlgorithm, seed: int, folder: Path, world: Path) -> Case:
    """A case, its files made in ``folder``."""
    chance = random.Random(f"{algorithm.name()} {seed}")
    for name in ("in", "out"):
        (folder / name).mkdir()
    (folder / "out" / "round").symlink_to(folder / "out" / "round")  # leads to itself: no file can be there
    (folder / "out" / "notes.txt").write_text("years of work")
    case = Case(way=WAYS[seed // TURNS % len(WAYS)])
    definitions = algorithm.parameterDefinitions()
    recipe = SOUND[algorithm.name()]
    spoiled = _spoiled(chance, definitions, seed)
    for one in definitions:
        name = one.name()
        needed = name in recipe or (not (one.flags() & OPTIONAL) and one.defaultValue() is None)
        share = (ASKED if one.isDestination() else GIVEN)[seed % TURNS]
        if not (needed or name in spoiled or chance.random() < share):
            continue
        case.kinds[name] = kind_of(one)
        if name in spoiled:
            case.hostile.append(name)
        if one.isDestination():
            case.chosen[name] = _target(chance, one, folder, name in spoiled, case)
        elif name in spoiled:
            case.chosen[name] = _hostile(chance, one, folder, world)
        elif name in recipe:
            case.chosen[name] = taken(recipe[name], folder / "in", world)
        else:
            case.chosen[name] = _sound(chance, one, folder, world)
    case.chosen.update(NEVER.get(algorithm.name(), {}))
    _lay_old_results(chance, case, world)
    case.chosen = handed_over(case.chosen, case.way)
    return case


def _spoiled(chance: random.Random, definitions: Sequence[Any], seed: int) -> set[str]:
    """Names of the parameters that are hostile."""
    turn = seed % TURNS
    if turn == 0:
        return set()
    if turn == TURNS - 1:
        return {one.name() for one in definitions if chance.random() < HOSTILE}
    kinds = sorted(kind_of(one) for one in definitions)
    kinds = [*dict.fromkeys(kinds), *(kind for kind in RARE if kind in kinds)]
    kind = kinds[(seed // TURNS * (TURNS - 2) + turn) % len(kinds)]
    return {chance.choice([one.name() for one in definitions if kind_of(one) == kind])}


def handed_over(chosen: Mapping[str, Any], way: str) -> dict[str, Any]:
    """Values as they come by a way.

    >>> handed_over({"A": True, "B": [1, "x"], "C": 0.5}, "text")
    {'A': 'true', 'B': ['1', 'x'], 'C': '0.5'}
    """

    def text(value: Any) -> Any:
        if value is None or isinstance(value, str):
            return value
        if isinstance(value, (list, tuple)):
            return [text(item) for item in value]
        return str(value).lower() if isinstance(value, bool) else str(value)

    if way == "text":
        return {key: text(value) for key, value in chosen.items()}
    if way == "json":
        told: dict[str, Any] = json.loads(json.dumps(dict(chosen)))
        return told
    return dict(chosen)


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


def place_of(one: Any, folder: Path) -> Path:
    """Where an output of a case goes."""
    ending = ENDINGS.get(one.type())
    if ending is None:
        ending = "." + (one.defaultFileExtension() or "html")
    stem = "".join(letter if letter.isalnum() else "_" for letter in one.name().lower())
    return folder / "out" / f"{stem}{ending}"


def _target(chance: random.Random, one: Any, folder: Path, hostile: bool, case: Case) -> str:
    path = place_of(one, folder)
    if hostile:
        out = folder / "out"
        odd = (
            folder / ("x" * 300),
            out / "round",
            out / "round" / "a.tif",
            out / "none" / "a.tif",
            folder / "in",
            out / "notes.txt" / "a.tif",
            out / "notes.txt",
            out / (path.stem + chance.choice((".asc", ".nc", ".shp", ".txt", ".", ".TIF", ".tif.gz"))),
            out / "ñ ü" / path.name,
        )
        path = chance.choice(odd)
    own_place(str(path), folder)
    case.outputs[one.name()] = path
    return str(path)


def _lay_old_results(chance: random.Random, case: Case, world: Path) -> None:
    """Put a result of an earlier day where some outputs go: it is replaced, or it stays."""
    old = {".tif": world / "pf.tif", ".gpkg": world / "units.gpkg", ".csv": world / "maxima.csv"}
    for path in case.outputs.values():
        if path.suffix in old and path.parent.is_dir() and not path.exists() and chance.random() < OLD:
            shutil.copy(old[path.suffix], path)


def taken(value: Any, into: Path, world: Path) -> Any:
    """A value of a recipe, its files copied out of the world."""
    if isinstance(value, list):
        return [taken(item, into, world) for item in value]
    if not isinstance(value, str) or not value.startswith("@"):
        return value
    source, bar, layer = value[1:].partition("|")
    origin, copy = world / source, into / Path(source).name
    if not copy.exists():
        if origin.is_dir():
            shutil.copytree(origin, copy)
        else:
            shutil.copy(origin, copy)
    return f"{copy}{bar}{layer}"


def _sound(chance: random.Random, one: Any, folder: Path, world: Path) -> Any:
    kind = one.type()
    if kind in READ:
        made = taken("@" + sound_source(one.name(), kind), folder / "in", world)
        return [made] if kind == "multilayer" else made
    if kind == "enum":
        words = one.options()
        return chance.sample(words, min(2, len(words))) if one.allowMultiple() else chance.choice(words)
    if kind in ("number", "distance"):
        usual = one.defaultValue()
        return usual if usual is not None else min(max(one.minimum(), 1), one.maximum())
    if kind == "boolean":
        return chance.choice((True, False))
    if kind == "field":
        return "landslide"
    return 1 if kind == "band" else one.defaultValue()


def _hostile(chance: random.Random, one: Any, folder: Path, world: Path) -> Any:
    kind = one.type()
    if kind in READ:
        made = _hostile_file(chance, one, folder, world)
        return chance.choice(([made], [made, made], [], made)) if kind == "multilayer" else made
    odd: Mapping[str, Sequence[Any]] = {
        "enum": (*TEXTS, 99, -1, True, False, [], ["x", "x"]),
        "number": NUMBERS,
        "distance": NUMBERS,
        "boolean": ("no", "ja", 1, "x", 2, "false ", -1, "0.5"),
        "field": (*TEXTS, "fid", "geom", "year"),
        "band": (2, -1, "x", 0, 99, "1.5"),
        "extent": EXTENTS,
        "matrix": CELLS,
    }
    return chance.choice(odd.get(kind, TEXTS))


def _hostile_file(chance: random.Random, one: Any, folder: Path, world: Path) -> str:
    """Path of a file that is another kind, hostile throughout, or a sound one that was spoiled."""
    name, kind = one.name(), one.type()
    if chance.random() < 0.15:
        odd = (
            str(folder),
            str(folder / "nowhere" / "all.tif"),
            str(folder / "out"),
            "x" * 300,
            "",
            "bad:\x01",
        )
        return chance.choice(odd)
    path = folder / "in" / f"hostile_{name.lower()}"
    source = sound_source(name, kind)
    if kind == "file" and source == "model":
        files.bundle(chance, path, True, world / source)
        return str(path)
    if (world / source).is_dir():
        shutil.copytree(world / source, path)
        files.spoil(chance, chance.choice(sorted(one for one in path.rglob("*") if one.is_file())))
        return str(path)
    if chance.random() < 0.5:
        origin, bar, layer = source.partition("|")
        path = path.with_suffix(Path(origin).suffix)
        shutil.copy(world / origin, path)
        files.spoil(chance, path)
        return f"{path}{bar}{layer}"
    made = _made(chance, name, kind)
    ending, write = files.WRITERS[made]
    path = path.with_suffix(ending)
    write(chance, path, True)
    return str(path)


def _made(chance: random.Random, name: str, kind: str) -> str:
    if chance.random() < 0.15:
        return chance.choice(list(files.WRITERS))
    if kind == "file":
        return "json" if name == "SCENARIOS" and chance.random() < 0.5 else "table"
    if kind in ("source", "vector"):
        return "points" if "INVENTORY" in name else "polygons"
    return "raster"
