"""The plan of the house: which room may know which, and what keeps rooms small.

A room is a folder under ``core`` or ``algorithms``; what stands loose in ``core`` may be known by all.
``python -m tools.check.house`` prints the rooms and their arrows.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from .source import PLUGIN, Source, read_all

REPOSITORY = Path(__file__).resolve().parents[2]
LOOSE = ("errors", "progress", "requirements", "styles")
MOST_MODULES = 16

_SCIENCE = ("terrain", "stability", "triggers", "samples", "evaluation", "synthetic")
_CORE = ("quantities", "types", "words", "writing", "io", *_SCIENCE, "model", "report", "worker", "workflows")
_GROUPS = ("sample", "prepare", "stability", "model", "map", "report")

MAY_KNOW: Mapping[str, Sequence[str]] = {
    "core/quantities": (),
    "core/types": (),
    "core/words": (),
    "core/writing": (),
    "core/io": ("core/types", "core/writing"),
    "core/terrain": ("core/types",),
    "core/stability": ("core/types",),
    "core/triggers": ("core/types",),
    "core/samples": ("core/types",),
    "core/synthetic": ("core/types", "core/stability"),
    "core/evaluation": ("core/types", "core/samples"),
    "core/model": (
        "core/types",
        "core/writing",
        "core/quantities",
        "core/triggers",
        "core/samples",
        "core/evaluation",
    ),
    "core/report": ("core/types", "core/words", "core/quantities", "core/samples", "core/evaluation"),
    "core/worker": (
        "core/types",
        "core/words",
        "core/writing",
        "core/terrain",
        "core/samples",
        "core/evaluation",
        "core/model",
        "core/report",
    ),
    "core/workflows": tuple(f"core/{room}" for room in _CORE if room != "workflows"),
    "core/cluster": ("core/workflows",),
    "algorithms/base": (
        "core/types",
        "core/words",
        "core/quantities",
        "core/writing",
        "core/io",
        "core/worker",
    ),
    "algorithms/styles": ("core/types", "core/words", "core/writing", "core/io", "core/evaluation"),
    **{
        f"algorithms/{group}": ("algorithms/base", "algorithms/styles", *(f"core/{room}" for room in _CORE))
        for group in _GROUPS
    },
    "algorithms/start": (
        "algorithms/base",
        "algorithms/styles",
        *(f"algorithms/{group}" for group in _GROUPS),
        *(f"core/{room}" for room in _CORE),
    ),
    "algorithms": ("core/io", *(f"algorithms/{group}" for group in ("base", "start", *_GROUPS))),
    "provider": ("algorithms", "algorithms/base"),
    "__init__": ("plugin",),
    "plugin": ("provider", "desktop"),
    "desktop": ("algorithms", "algorithms/base", "core/types", "core/quantities", "core/io"),
}
"""Each room and those it may import from, its own sub-folders aside. No exceptions."""


def room_of(module: str) -> str:
    """Room of a dotted module of the plugin; empty for what lies loose in ``core`` or is the package itself.

    >>> room_of("landslide_plugin.core.model.inference.network"), room_of("landslide_plugin.core.errors")
    ('core/model', '')
    >>> room_of("landslide_plugin.algorithms.map.rasters"), room_of("landslide_plugin.algorithms.registry")
    ('algorithms/map', 'algorithms')
    """
    parts = module.split(".")[1:]
    if parts[:1] == ["core"]:
        return "" if len(parts) < 2 or parts[1] in LOOSE else f"core/{parts[1]}"
    if parts[:1] == ["algorithms"]:
        known = len(parts) > 1 and f"algorithms/{parts[1]}" in MAY_KNOW
        return f"algorithms/{parts[1]}" if known else "algorithms"
    return parts[0] if parts else ""


def home_of(source: Source) -> str:
    """Room that a file stands in."""
    return room_of(f"{PLUGIN}.{source.path[:-3].replace('/', '.')}")


def arrows_point_inwards(source: Source) -> Iterator[tuple[int, str]]:
    """Imports of a room that this file's room may not know."""
    home = home_of(source)
    for found in source.imports:
        if not found.within([PLUGIN]):
            continue
        room = room_of(found.module)
        if room and room != home and room not in MAY_KNOW.get(home, ()):
            yield (
                found.line,
                f"imports {found.module}; {home or 'what lies loose in core'} may not know {room}",
            )


def loose_ends(sources: Iterable[Source]) -> Iterator[tuple[str, str]]:
    """Folders that hold too much, lie loose, or do not say what lives there: path and words."""
    held: dict[str, int] = {}
    for source in sources:
        path = PurePosixPath(source.path)
        folder = path.parent.as_posix()
        if path.name == "__init__.py":
            if not ast.get_docstring(source.tree):
                yield source.path, "has no docstring that says what lives there"
            continue
        held[folder] = held.get(folder, 0) + 1
        if folder == "core" and path.stem not in LOOSE:
            yield source.path, f"lies loose in core; only {', '.join(LOOSE)} do"
    for folder, count in held.items():
        if count > MOST_MODULES:
            yield folder, f"holds {count} modules; at most {MOST_MODULES}: make a room"


def folder_arrows(sources: Iterable[Source]) -> dict[str, set[str]]:
    """Folders and those they import from, sub-folders counted apart."""
    sources = list(sources)
    folders = {_module(source): PurePosixPath(source.path).parent.as_posix() for source in sources}
    arrows: dict[str, set[str]] = {folder: set() for folder in folders.values()}
    for source in sources:
        home = folders[_module(source)]
        for found in source.imports:
            target = folders.get(found.module)
            if target is not None and target != home and not _is_package(found.module, source, folders):
                arrows[home].add(target)
    return arrows


def _is_package(module: str, source: Source, folders: Mapping[str, str]) -> bool:
    """``from . import x`` names the package on the way to x, which is no arrow by itself."""
    return any(
        other.module.startswith(f"{module}.") and other.module in folders and other.line == found.line
        for found in source.imports
        if found.module == module
        for other in source.imports
    )


def _module(source: Source) -> str:
    name = f"{PLUGIN}.{source.path[:-3].replace('/', '.')}"
    return name[: -len(".__init__")] if name.endswith(".__init__") else name


def circle(arrows: Mapping[str, Iterable[str]]) -> list[str]:
    """Folders that know each other in a ring, the first one found; empty if there is none.

    >>> circle({"a": ["b"], "b": ["c"], "c": ["a"]}), circle({"a": ["b"], "b": []})
    (['a', 'b', 'c', 'a'], [])
    """
    done: set[str] = set()

    def walk(folder: str, trail: list[str]) -> list[str]:
        if folder in trail:
            return [*trail[trail.index(folder) :], folder]
        if folder in done:
            return []
        for target in sorted(arrows.get(folder, ())):
            ring = walk(target, [*trail, folder])
            if ring:
                return ring
        done.add(folder)
        return []

    for folder in sorted(arrows):
        ring = walk(folder, [])
        if ring:
            return ring
    return []


def room_arrows(sources: Iterable[Source]) -> dict[str, set[str]]:
    """First-level rooms and those they import from; what lies loose in ``core`` is known by all and not counted."""
    arrows: dict[str, set[str]] = {}
    for source in sources:
        home = home_of(source)
        if home:
            targets = {room_of(found.module) for found in source.imports if found.within([PLUGIN])}
            arrows.setdefault(home, set()).update(targets - {"", home})
    return arrows


def main() -> None:
    """Print each room and what it knows."""
    arrows = room_arrows(read_all(REPOSITORY / PLUGIN))
    for room in MAY_KNOW:
        if room in arrows:
            print(f"{room:24}{', '.join(sorted(arrows[room])) or '-'}")
    print(f"{len(arrows)} rooms, {sum(map(len, arrows.values()))} arrows")


if __name__ == "__main__":
    main()
