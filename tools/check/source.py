"""Python files of the plugin as the law sees them: a path, a tree and the modules it imports."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

PLUGIN = "landslide_plugin"


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


def read(root: Path, path: Path) -> Source:
    """Parse one file and collect its imports."""
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text, filename=str(path))
    relative = path.relative_to(root)
    package = (PLUGIN, *relative.parent.parts)
    return Source(relative.as_posix(), text, tree, tuple(_imports(tree, package)))


def read_all(root: Path) -> list[Source]:
    """Every Python file below ``root``, in order of its path."""
    return [read(root, path) for path in sorted(root.rglob("*.py"))]


def dotted(node: ast.AST) -> str:
    """``a.b.c`` of a name or attribute; empty for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        head = dotted(node.value)
        return f"{head}.{node.attr}" if head else ""
    return ""


def _imports(
    node: ast.AST, package: tuple[str, ...], in_function: bool = False, types_only: bool = False
) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        for module in _modules(child, package):
            yield Import(module, getattr(child, "lineno", 1), in_function, types_only)
        inside = in_function or isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda))
        if isinstance(child, ast.If) and dotted(child.test).endswith("TYPE_CHECKING"):
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
    if isinstance(node, ast.Call) and dotted(node.func) in ("import_module", "importlib.import_module"):
        first = node.args[0] if node.args else None
        if isinstance(first, ast.Constant) and isinstance(first.value, str):
            return [first.value]
    return []
