"""What benchmarks take from the plugin is there: nothing else runs them, so a name that moved would go unseen."""

import ast
from functools import cache
from pathlib import Path

import pytest

from benchmarks.run import time_rows

REPOSITORY = Path(__file__).resolve().parents[2]
SCRIPTS = sorted((REPOSITORY / "benchmarks").rglob("*.py"))
OURS = ("landslide_plugin", "benchmarks", "tools")


@cache
def names_in(file: Path) -> frozenset[str]:
    """Names that a module defines or takes from others."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            found.add(node.name)
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            found |= {(one.asname or one.name).split(".")[0] for one in node.names}
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
    return frozenset(found)


def missing(module: str, name: str) -> bool:
    """Whether a module of ours, or the name in it, is not there.

    >>> missing("benchmarks.common.table", "Row"), missing("benchmarks.common.table", "Rwo")
    (False, True)
    """
    place = REPOSITORY.joinpath(*module.split("."))
    if place.is_dir():
        inside = (place / f"{name}.py").is_file() or (place / name).is_dir()
        return not inside and name not in names_in(place / "__init__.py")
    file = place.with_suffix(".py")
    return not file.is_file() or name not in names_in(file)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_what_a_benchmark_takes_is_there(script):
    lost = [
        f"{node.module}.{one.name}"
        for node in ast.walk(ast.parse(script.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] in OURS
        for one in node.names
        if missing(node.module, one.name)
    ]
    assert lost == []


def test_a_name_that_moved_is_seen():
    assert not missing("benchmarks.common.table", "Row")
    assert missing("benchmarks.common.table", "Rwo")
    assert missing("landslide_plugin.core.model.validation.perceptron", "PERCEPTRON")


def test_the_time_of_a_bench_is_the_sum_of_its_scripts_and_has_an_aim():
    rows = {row.name: row for row in time_rows("bench", {"a.py": (1500.0, 700.0), "b.py": (1000.0, 20.0)})}
    assert rows["all of bench"].value == 2500
    assert rows["all of bench"].met is False
    assert rows["all of bench, processor time"].value == 720
    assert rows["b.py, processor time"].value == 20
    assert time_rows("study", {"a.py": (9000.0, 1.0)})[2].met is None
