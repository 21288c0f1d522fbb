"""Whether all that the plugin takes from Qt is there under Qt 6, by the stubs in PyQt6's own wheel.

``python -m tools.check.qt6`` fetches the wheel (without Qt itself) into ``build/qt6`` and lists what it lacks.
QGIS's side is checked by mypy against qgis-stubs.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
WHEEL = "PyQt6==6.12.0"
FOLDER = REPOSITORY / "build" / "qt6"
MODULES = ("QtCore", "QtGui", "QtNetwork", "QtPrintSupport", "QtSvg", "QtWidgets", "QtXml")
MOVED = {("QtWidgets", name): "QtGui" for name in ("QAction", "QActionGroup", "QShortcut")}
"""What Qt 6 has elsewhere and ``qgis.PyQt`` gives under its old address."""
OLD_NAMES = {"QVariant"}
"""What ``qgis.PyQt`` keeps alive although PyQt6 has it otherwise."""


@dataclass(frozen=True)
class Kind:
    """A class of Qt: its bases, its members by name, and the classes within it."""

    bases: tuple[str, ...] = ()
    members: frozenset[str] = frozenset()
    inner: Mapping[str, Kind] = field(default_factory=dict)


def fetch(folder: Path = FOLDER) -> Path:
    """Folder that holds the stubs; fetched once."""
    if not (folder / "PyQt6" / "QtCore.pyi").exists():
        folder.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(folder), WHEEL]
        subprocess.run(command, check=True)
        with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
            wheel.extractall(folder, [name for name in wheel.namelist() if name.endswith(".pyi")])
    return folder / "PyQt6"


def kind_of(node: ast.ClassDef) -> Kind:
    """A class as its stub declares it."""
    members: set[str] = set()
    for part in node.body:
        if isinstance(part, (ast.FunctionDef, ast.ClassDef)):
            members.add(part.name)
        elif isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name):
            members.add(part.target.id)
        elif isinstance(part, ast.Assign):
            members |= {target.id for target in part.targets if isinstance(target, ast.Name)}
    inner = {part.name: kind_of(part) for part in node.body if isinstance(part, ast.ClassDef)}
    bases = tuple(ast.unparse(base).split(".")[-1] for base in node.bases)
    return Kind(bases, frozenset(members), inner)


def classes(stubs: Path) -> dict[str, dict[str, Kind]]:
    """Classes of the modules of PyQt6 that ``qgis.PyQt`` hands on, by module."""
    found = {}
    for module in MODULES:
        text = (stubs / f"{module}.pyi").read_text(encoding="utf-8")
        tree = ast.parse(re.sub(r"(\*\w+: [^,()]+), /\)", r"\1)", text))  # the stubs close a *args by a slash
        found[module] = {part.name: kind_of(part) for part in tree.body if isinstance(part, ast.ClassDef)}
    return found


def has(name: str, member: str, known: Mapping[str, Kind]) -> bool:
    """Whether a class or one that it comes from has a member; unknown bases (Python's own) have all."""
    kind = known.get(name)
    if kind is None:
        return name not in ("object", "Enum", "IntEnum", "Flag", "IntFlag", "wrapper", "simplewrapper")
    return member in kind.members or any(has(base, member, known) for base in kind.bases)


def lacking(source: str, stubs: Mapping[str, Mapping[str, Kind]]) -> Iterator[str]:
    """What a source takes from Qt that Qt 6 does not have: classes, members of classes, values of enums."""
    tree = ast.parse(source)
    taken: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("qgis.PyQt."):
            module = (node.module or "").rsplit(".", 1)[1]
            for name in {alias.name for alias in node.names} - OLD_NAMES:
                at = MOVED.get((module, name), module)
                if name in stubs.get(at, {}):
                    taken.add(name)
                elif re.match(r"Q[a-z]|Q[A-Z][a-z]", name):
                    yield f"{node.lineno}: {at} has no {name}"
    yield from _members(
        tree, taken, {name: kind for module in stubs.values() for name, kind in module.items()}
    )


def _members(tree: ast.AST, taken: Set[str], known: Mapping[str, Kind]) -> Iterator[str]:
    """Members and values of enums that the classes taken do not have."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Attribute):
            continue
        words = ast.unparse(node).split(".")
        if words[0] not in taken or not all(word.isidentifier() for word in words):
            continue
        if not has(words[0], words[1], known):
            yield f"{node.lineno}: {words[0]} has no {words[1]}"
        inner = known[words[0]].inner.get(words[1])
        if len(words) > 2 and inner is not None and words[2] not in inner.members:
            yield f"{node.lineno}: {words[0]}.{words[1]} has no {words[2]}"


def main() -> int:
    """List what Qt 6 lacks in the whole plugin; 1 if anything."""
    stubs, count = classes(fetch()), 0
    for path in sorted((REPOSITORY / "landslide_plugin").rglob("*.py")):
        for line in lacking(path.read_text(encoding="utf-8"), stubs):
            print(f"{path.relative_to(REPOSITORY)}:{line}")
            count += 1
    print(f"{WHEEL}: {sum(map(len, stubs.values())):,} classes known, {count} lacking")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
