"""The layer law of the plugin, checked by reading its source: who may import what, and where.

``python tools/law.py [folder]`` prints one line a breach and exits with 1 if there is any. Imports
inside functions count like all others; imports for type checkers alone do not load anything, so only
the rules about layers heed them.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Optional

PLUGIN = "landslide_plugin"
REPOSITORY = Path(__file__).resolve().parents[1]
FILE_LINES, FUNCTION_LINES = 400, 70


@dataclass(frozen=True)
class Import:
    """One imported module, absolute, and where it stands."""

    module: str
    line: int
    in_function: bool
    for_types_only: bool

    def within(self, names: Iterable[str]) -> bool:
        """True if the module is one of ``names`` or lies in one."""
        return any(self.module == name or self.module.startswith(f"{name}.") for name in names)


@dataclass(frozen=True)
class Source:
    """A parsed file of the plugin; ``path`` is relative to the plugin's folder, with slashes."""

    path: str
    text: str
    tree: ast.Module
    imports: tuple[Import, ...]

    def matches(self, patterns: Iterable[str]) -> bool:
        """True if the path matches one of the patterns; ``*`` crosses folders."""
        return any(fnmatch(self.path, pattern) for pattern in patterns)


Breach = tuple[int, str]
Check = Callable[[Source], Iterator[Breach]]


@dataclass(frozen=True)
class Rule:
    """A named rule; ``check`` yields line and words of each breach."""

    name: str
    check: Check


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


def never_from(here: Iterable[str], targets: Iterable[str], but: Iterable[str] = ()) -> Check:
    """Files matching ``here``, ``but`` a few, import none of the plugin's modules ``targets`` (dotted)."""
    banned = [f"{PLUGIN}.{target}" for target in targets]

    def check(source: Source) -> Iterator[Breach]:
        if source.matches(here) and not source.matches(but):
            for found in source.imports:
                if found.within(banned):
                    yield found.line, f"imports {found.module}; arrows point inwards"

    return check


def no_call(names: Iterable[str], homes: Iterable[str] = ()) -> Check:
    """No mention of these dotted names outside ``homes``."""

    def check(source: Source) -> Iterator[Breach]:
        if not source.matches(homes):
            for node in ast.walk(source.tree):
                if isinstance(node, (ast.Name, ast.Attribute)) and _dotted(node) in names:
                    yield node.lineno, f"uses {_dotted(node)}"

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
    lazy = "from __future__ import annotations" in source.text
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ImportFrom):
            for alias in node.names:
                if alias.name in NEWER_NAMES.get(node.module or "", ()) and not node.level:
                    yield node.lineno, f"imports {node.module}.{alias.name}, newer than Python 3.9"
        elif isinstance(node, ast.Attribute) and node.attr in NEWER_NAMES.get(_dotted(node.value), ()):
            yield node.lineno, f"uses {_dotted(node)}, newer than Python 3.9"
        elif isinstance(node, ast.Call):
            for word in node.keywords:
                if word.arg in NEWER_KEYWORDS.get(_dotted(node.func), ()):
                    yield node.lineno, f"uses {_dotted(node.func)}({word.arg}=), newer than Python 3.9"
    for annotation in _runtime_types(source.tree, lazy):
        for node in ast.walk(annotation):
            if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
                yield node.lineno, "joins types with | at run time; use Optional or Union"


def _runtime_types(tree: ast.Module, lazy: bool) -> Iterator[ast.expr]:
    """Type expressions that Python evaluates: all annotations unless lazy, and isinstance arguments."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _dotted(node.func) in ("isinstance", "issubclass", "cast"):
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


# Formulas see arrays; beside them, these few files carry rasters to and from them by strips.
_ARRAYS_ONLY = ("core/model/*", "core/evaluation/*", "core/report/*", "core/terrain/*", "core/stability/*")
_CARRIERS = (
    "core/terrain/class_polygons.py",
    "core/terrain/dem.py",
    "core/terrain/layers.py",
    "core/terrain/metric.py",
    "core/terrain/remote.py",
    "core/terrain/stack.py",
    "core/stability/run.py",
    "core/stability/named_rasters.py",
    "core/stability/profile_stack.py",
    "core/stability/soil_sources.py",
    "core/stability/soilgrids.py",
    "core/stability/water_choice.py",
    "core/report/graticule.py",
    "core/report/layer_facts.py",
    "core/report/preview.py",
    "core/report/request.py",
)
_BASICS = ("core/errors.py", "core/progress.py", "core/grid.py", "core/factors.py", "core/profile.py")
_PARTS = ("terrain", "stability", "samples", "model", "evaluation", "report", "synthetic")

RULES = (
    Rule("qgis-at-the-rim", only_in(["qgis", "processing"], ["algorithms/*", "plugin.py", "provider.py"])),
    Rule("qt-through-qgis", only_in(["PyQt5", "PyQt6", "PySide2", "PySide6", "sip"], [])),
    Rule(
        "gdal-in-raster-and-vector-io", only_in(["osgeo", "gdal"], ["core/raster_io/*", "core/vector_io.py"])
    ),
    Rule("tensorflow-in-model", only_in(["tensorflow", "keras", "base_attentive"], ["core/model/*"], True)),
    Rule(
        "sklearn-in-worker-parts",
        only_in(["sklearn"], [f"core/{p}/*" for p in ("samples", "evaluation", "model")], True),
    ),
    Rule("matplotlib-in-report", only_in(["matplotlib"], ["core/report/*"], True)),
    Rule("numba-in-one-module", only_in(["numba"], ["core/terrain/kernels/jit.py"])),
    Rule("kernels-when-needed", lazily([f"{PLUGIN}.core.terrain.kernels"], ["core/terrain/kernels/*"])),
    Rule("dask-in-one-module", only_in(["dask", "distributed"], ["core/cluster.py"], True)),
    Rule("scipy-when-needed", only_in(["scipy"], ["core/*"], True)),
    Rule(
        "no-pickle", only_in(["pickle", "cPickle", "joblib", "shelve", "marshal", "dill", "cloudpickle"], [])
    ),
    Rule("no-multiprocessing", only_in(["multiprocessing", "concurrent.futures.process"], [])),
    Rule("processes-in-two-files", only_in(["subprocess"], ["core/worker_client.py", "core/environment.py"])),
    Rule("core-knows-no-rim", never_from(["core/*"], ["algorithms", "provider", "plugin"])),
    Rule("algorithms-know-no-provider", never_from(["algorithms/*"], ["provider", "plugin"])),
    Rule("provider-knows-no-plugin", never_from(["provider.py"], ["plugin"])),
    Rule("basics-stand-alone", never_from(_BASICS, [f"core.{part}" for part in _PARTS])),
    Rule(
        "quantities-stand-alone",
        never_from(["core/quantities/*"], [f"core.{p}" for p in (*_PARTS, "grid", "raster_io")]),
    ),
    Rule(
        "terrain-knows-terrain",
        never_from(["core/terrain/*"], [f"core.{p}" for p in _PARTS if p != "terrain"]),
    ),
    Rule(
        "stability-knows-no-learning",
        never_from(["core/stability/*"], [f"core.{p}" for p in ("samples", "model", "evaluation", "report")]),
    ),
    Rule(
        "samples-know-no-model",
        never_from(["core/samples/*"], ["core.model", "core.evaluation", "core.report"]),
    ),
    Rule("evaluation-knows-no-model", never_from(["core/evaluation/*"], ["core.model", "core.report"])),
    Rule("model-knows-no-report", never_from(["core/model/*"], ["core.report"])),
    Rule("report-knows-no-model", never_from(["core/report/*"], ["core.model"])),
    Rule(
        "arrays-not-rasters",
        never_from(_ARRAYS_ONLY, ["core.raster_io", "core.vector_io", "core.worker_client"], _CARRIERS),
    ),
    Rule("no-assert", no_assert),
    Rule("no-eval", no_call(["eval", "exec", "compile", "__import__", "os.system", "os.popen"])),
    Rule("no-pickled-arrays", no_pickled_arrays),
    Rule("never-sys-executable", no_call(["sys.executable"], ["core/model/*"])),
    Rule("python-3.9", python_39),
    Rule("one-idea", one_idea),
)


def _dotted(node: ast.AST) -> str:
    """``a.b.c`` of a name or attribute; empty for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        head = _dotted(node.value)
        return f"{head}.{node.attr}" if head else ""
    return ""


def read(root: Path, path: Path) -> Source:
    """Parse one file and collect its imports."""
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text, filename=str(path))
    relative = path.relative_to(root)
    package = (PLUGIN, *relative.parent.parts)
    return Source(relative.as_posix(), text, tree, tuple(_imports(tree, package)))


def _imports(
    node: ast.AST, package: tuple[str, ...], in_function: bool = False, types_only: bool = False
) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        for module in _modules(child, package):
            yield Import(module, getattr(child, "lineno", 1), in_function, types_only)
        inside = in_function or isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda))
        if isinstance(child, ast.If) and _dotted(child.test).endswith("TYPE_CHECKING"):
            for statement in child.body:
                yield from _imports(ast.Module([statement], []), package, inside, True)
            for statement in child.orelse:
                yield from _imports(ast.Module([statement], []), package, inside, types_only)
        else:
            yield from _imports(child, package, inside, types_only)


def _modules(node: ast.AST, package: tuple[str, ...]) -> list[str]:
    """Modules that one statement or call imports; ``from a import b`` counts as a and a.b."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
        head = ".".join(part for part in (base, node.module or "") if part)
        return [head, *(f"{head}.{alias.name}" for alias in node.names)]
    if isinstance(node, ast.Call) and _dotted(node.func) in ("import_module", "importlib.import_module"):
        first = node.args[0] if node.args else None
        if isinstance(first, ast.Constant) and isinstance(first.value, str):
            return [first.value]
    return []


def breaches_of(source: Source) -> Iterator[str]:
    """Every breach in one file, one line each: path, line, rule, words."""
    for rule in RULES:
        seen: set[int] = set()
        for line, words in rule.check(source):
            if line not in seen:
                seen.add(line)
                yield f"{PLUGIN}/{source.path}:{line}: [{rule.name}] {words}"


def breaches(plugin: Path) -> Iterator[str]:
    """Every breach in the plugin's folder."""
    for path in sorted(plugin.rglob("*.py")):
        yield from breaches_of(read(plugin, path))


def main(folder: Optional[str] = None) -> int:
    """Print all breaches; 1 if there are any."""
    found = list(breaches(Path(folder) if folder else REPOSITORY / PLUGIN))
    for line in found:
        print(line)
    files = len(list((Path(folder) if folder else REPOSITORY / PLUGIN).rglob("*.py")))
    print(f"layer law: {len(RULES)} rules, {files} files, {len(found)} breaches")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
