"""The law of the house, checked by reading the plugin's source: who may import what, and what code may do.

``python -m tools.check.law [folder]`` prints one line a breach and exits with 1 if there is any. Imports
inside functions count like all others; imports for type checkers alone do not load anything, so only
the rules about rooms heed them. The plan of the rooms is ``house``.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from .house import REPOSITORY, arrows_point_inwards, circle, folder_arrows, loose_ends, room_arrows
from .source import PLUGIN, Source, dotted, read_all

FILE_LINES, FUNCTION_LINES, MOST_BY_POSITION = 400, 70, 5

Breach = tuple[int, str]
Check = Callable[[Source], Iterator[Breach]]
HouseCheck = Callable[[Sequence[Source]], Iterator[tuple[str, str]]]


@dataclass(frozen=True)
class Rule:
    """A named rule for each file; ``check`` yields line and words of each breach."""

    name: str
    check: Check


@dataclass(frozen=True)
class HouseRule:
    """A named rule for all files together; ``check`` yields path and words of each breach."""

    name: str
    check: HouseCheck


def only_in(modules: Iterable[str], homes: Iterable[str], in_function: bool = False) -> Check:
    """``modules`` may be imported in ``homes`` alone, and there only inside functions if so asked."""

    def check(source: Source) -> Iterator[Breach]:
        for found in source.imports:
            if not found.within(modules) or found.for_types_only:
                continue
            if not source.matches(homes):
                yield found.line, f"imports {found.module}; allowed only in {', '.join(homes) or 'no file'}"
            elif in_function and not found.in_function:
                yield found.line, f"imports {found.module} at module level; import it inside a function"

    return check


def lazily(modules: Iterable[str], but: Iterable[str]) -> Check:
    """Outside ``but``, ``modules`` are imported inside functions only, since they load something heavy."""

    def check(source: Source) -> Iterator[Breach]:
        for found in source.imports:
            if found.within(modules) and not (
                found.in_function or found.for_types_only or source.matches(but)
            ):
                yield found.line, f"imports {found.module} at module level; import it inside a function"

    return check


def no_call(names: Iterable[str], homes: Iterable[str] = ()) -> Check:
    """No mention of these dotted names outside ``homes``."""

    def check(source: Source) -> Iterator[Breach]:
        if not source.matches(homes):
            for node in ast.walk(source.tree):
                if isinstance(node, (ast.Name, ast.Attribute)) and dotted(node) in names:
                    yield node.lineno, f"uses {dotted(node)}"

    return check


def no_assert(source: Source) -> Iterator[Breach]:
    """Shipped code raises errors; ``python -O`` drops asserts."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Assert):
            yield node.lineno, "uses assert; raise a LandslideError"


def no_pickled_arrays(source: Source) -> Iterator[Breach]:
    """Arrays are loaded without pickle."""
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.keyword) or node.arg != "allow_pickle":
            continue
        if not isinstance(node.value, ast.Constant) or node.value.value is not False:
            yield node.value.lineno, "allows pickled arrays"


NEWER_NAMES = {
    "typing": {
        "TypeAlias",
        "ParamSpec",
        "Concatenate",
        "TypeGuard",
        "Self",
        "Never",
        "assert_never",
        "override",
    },
    "itertools": {"pairwise", "batched"},
    "enum": {"StrEnum"},
    "datetime": {"UTC"},
}
NEWER_KEYWORDS = {"zip": {"strict"}, "dataclass": {"slots", "kw_only"}}


def python_39(source: Source) -> Iterator[Breach]:
    """Syntax, names and keywords that Python 3.9 does not have."""
    try:
        ast.parse(source.text, feature_version=(3, 9))
    except SyntaxError as error:
        yield error.lineno or 1, f"is not Python 3.9: {error.msg}"
    yield from _newer_names(source.tree)
    lazy = "from __future__ import annotations" in source.text
    for annotation in _runtime_types(source.tree, lazy):
        for node in ast.walk(annotation):
            if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
                yield node.lineno, "joins types with | at run time; use Optional or Union"


def _newer_names(tree: ast.Module) -> Iterator[Breach]:
    """Names and keywords that came after Python 3.9."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            for alias in node.names:
                if alias.name in NEWER_NAMES.get(node.module or "", ()) and not node.level:
                    yield node.lineno, f"imports {node.module}.{alias.name}, newer than Python 3.9"
        elif isinstance(node, ast.Attribute) and node.attr in NEWER_NAMES.get(dotted(node.value), ()):
            yield node.lineno, f"uses {dotted(node)}, newer than Python 3.9"
        elif isinstance(node, ast.Call):
            for word in node.keywords:
                if word.arg in NEWER_KEYWORDS.get(dotted(node.func), ()):
                    yield node.lineno, f"uses {dotted(node.func)}({word.arg}=), newer than Python 3.9"


def _runtime_types(tree: ast.Module, lazy: bool) -> Iterator[ast.expr]:
    """Type expressions that Python evaluates: all annotations unless lazy, and isinstance arguments."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and dotted(node.func) in ("isinstance", "issubclass", "cast"):
            yield from node.args
        if lazy:
            continue
        if isinstance(node, (ast.arg, ast.AnnAssign)) and node.annotation is not None:
            yield node.annotation
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.returns is not None:
            yield node.returns


def one_idea(source: Source) -> Iterator[Breach]:
    """A file and a function that a reader can hold in mind."""
    lines = source.text.count("\n")
    if lines > FILE_LINES:
        yield 1, f"has {lines} lines; at most {FILE_LINES}"
    for node in ast.walk(source.tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > FUNCTION_LINES:
                yield node.lineno, f"{node.name} has {length} lines; at most {FUNCTION_LINES}"


def named_arguments(source: Source) -> Iterator[Breach]:
    """Calls that pass more than a few values by position: swapping two would go unnoticed."""
    if source.matches(["core/terrain/kernels/*"]):
        return
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and len(node.args) > MOST_BY_POSITION:
            name = dotted(node.func) or "a function"
            yield (
                node.lineno,
                f"passes {len(node.args)} values to {name} by position; at most {MOST_BY_POSITION}",
            )


def no_circle(sources: Sequence[Source]) -> Iterator[tuple[str, str]]:
    """Folders that know each other in a ring, sub-folders counted apart."""
    ring = circle(folder_arrows(sources))
    if ring:
        yield ring[0], f"folders know each other in a ring: {' -> '.join(ring)}"


def one_name_one_class(sources: Sequence[Source]) -> Iterator[tuple[str, str]]:
    """Public classes that share a name."""
    homes: dict[str, str] = {}
    for source in sources:
        for node in source.tree.body:
            if not isinstance(node, ast.ClassDef) or node.name.startswith("_"):
                continue
            first = homes.setdefault(node.name, source.path)
            if first != source.path:
                yield source.path, f"defines a class {node.name}, as {first} does"


RULES = (
    Rule(
        "qgis-at-the-rim",
        only_in(["qgis", "processing"], ["algorithms/*", "desktop/*", "plugin.py", "provider.py"]),
    ),
    Rule("qt-through-qgis", only_in(["PyQt5", "PyQt6", "PySide2", "PySide6", "sip"], [])),
    Rule("gdal-in-io", only_in(["osgeo", "gdal"], ["core/io/raster/*", "core/io/vector.py"])),
    Rule(
        "tensorflow-in-network",
        only_in(["tensorflow", "keras", "base_attentive"], ["core/model/network/*"], True),
    ),
    Rule("sklearn-in-learning", only_in(["sklearn"], ["core/model/*"], True)),
    Rule(
        "matplotlib-in-charts",
        only_in(["matplotlib"], ["core/report/*", "core/workflows/map_analysis/*_chart.py"], True),
    ),
    Rule("numba-in-one-module", only_in(["numba"], ["core/terrain/kernels/jit.py"])),
    Rule("kernels-when-needed", lazily([f"{PLUGIN}.core.terrain.kernels"], ["core/terrain/kernels/*"])),
    Rule("dask-in-one-module", only_in(["dask", "distributed"], ["core/workflows/mapping/cluster.py"], True)),
    Rule("scipy-when-needed", only_in(["scipy"], ["core/*"], True)),
    Rule(
        "no-pickle", only_in(["pickle", "cPickle", "joblib", "shelve", "marshal", "dill", "cloudpickle"], [])
    ),
    Rule("no-multiprocessing", only_in(["multiprocessing", "concurrent.futures.process"], [])),
    Rule(
        "processes-in-two-files",
        only_in(["subprocess"], ["core/worker/client.py", "core/worker/installing.py"]),
    ),
    Rule("arrows-point-inwards", arrows_point_inwards),
    Rule("no-assert", no_assert),
    Rule("no-eval", no_call(["eval", "exec", "compile", "__import__", "os.system", "os.popen"])),
    Rule("no-pickled-arrays", no_pickled_arrays),
    Rule("never-sys-executable", no_call(["sys.executable"], ["core/worker/tasks/check.py"])),
    Rule("python-3.9", python_39),
    Rule("one-idea", one_idea),
    Rule("named-arguments", named_arguments),
)

HOUSE_RULES = (
    HouseRule("no-circle", no_circle),
    HouseRule("rooms-that-hold", loose_ends),
    HouseRule("one-name-one-class", one_name_one_class),
)


def breaches_of(source: Source) -> Iterator[str]:
    """Every breach in one file, one line each: path, line, rule, words."""
    for rule in RULES:
        seen: set[int] = set()
        for line, words in rule.check(source):
            if line not in seen:
                seen.add(line)
                yield f"{PLUGIN}/{source.path}:{line}: [{rule.name}] {words}"


def breaches(sources: Sequence[Source]) -> Iterator[str]:
    """Every breach of files and house."""
    for source in sources:
        yield from breaches_of(source)
    for rule in HOUSE_RULES:
        for path, words in rule.check(sources):
            yield f"{PLUGIN}/{path}: [{rule.name}] {words}"


def main(folder: Optional[str] = None) -> int:
    """Print all breaches; 1 if there are any."""
    sources = read_all(Path(folder) if folder else REPOSITORY / PLUGIN)
    found = list(breaches(sources))
    for line in found:
        print(line)
    arrows = room_arrows(sources)
    print(
        f"law: {len(RULES) + len(HOUSE_RULES)} rules, {len(sources)} files, {len(arrows)} rooms, "
        f"{sum(map(len, arrows.values()))} arrows, {len(found)} breaches"
    )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
