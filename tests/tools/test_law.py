"""Each rule of the law fails on one planted breach, and names itself."""

import pytest

from tools.check.house import LOOSE, MOST_MODULES, REPOSITORY, circle, folder_arrows, room_arrows
from tools.check.law import (
    FILE_LINES,
    FUNCTION_LINES,
    HOUSE_RULES,
    MOST_BY_POSITION,
    RULES,
    breaches,
    breaches_of,
    main,
)
from tools.check.source import PLUGIN, read, read_all

LAZY = "def f():\n    {}\n"

PLANTED = {
    "qgis-at-the-rim": [("core/types/grid.py", LAZY.format("from qgis.core import QgsVectorLayer"))],
    "qt-through-qgis": [("algorithms/base/algorithm.py", "from PyQt5.QtCore import QVariant")],
    "gdal-in-io": [
        ("core/stability/legacy.py", "from osgeo import gdal"),
        ("core/io/table.py", "from osgeo import gdal"),
        ("algorithms/base/algorithm.py", LAZY.format("from osgeo import ogr")),
    ],
    "tensorflow-in-network": [
        ("core/evaluation/metrics.py", LAZY.format("import tensorflow as tf")),
        ("core/model/fitting/settings.py", LAZY.format("import keras")),
        ("core/model/network/losses.py", "import keras"),
        ("algorithms/base/algorithm.py", LAZY.format("importlib.import_module('base_attentive')")),
    ],
    "sklearn-in-learning": [
        ("core/terrain/neighbours.py", LAZY.format("from sklearn.cluster import KMeans")),
        ("core/samples/folds.py", LAZY.format("from sklearn.cluster import KMeans")),
        ("core/model/fitting/trees.py", "from sklearn.ensemble import RandomForestClassifier"),
    ],
    "matplotlib-in-charts": [
        ("core/evaluation/curves.py", LAZY.format("import matplotlib.pyplot")),
        ("core/report/__init__.py", "import matplotlib"),
    ],
    "numba-in-one-module": [("core/terrain/neighbours.py", LAZY.format("from numba import njit"))],
    "kernels-when-needed": [("core/terrain/neighbours.py", "from .kernels import local")],
    "dask-in-one-module": [("core/mapping_by_dask.py", LAZY.format("import dask"))],
    "scipy-when-needed": [
        ("core/terrain/neighbours.py", "from scipy import ndimage"),
        ("algorithms/base/algorithm.py", LAZY.format("import scipy.ndimage")),
    ],
    "no-pickle": [("core/model/fitting/settings.py", LAZY.format("import pickle"))],
    "no-multiprocessing": [("core/worker/process.py", LAZY.format("import multiprocessing as mp"))],
    "processes-in-two-files": [("algorithms/base/algorithm.py", "import subprocess")],
    "arrows-point-inwards": [
        ("core/terrain/neighbours.py", LAZY.format("from ...algorithms import base")),
        ("core/terrain/neighbours.py", LAZY.format("from ..stability.legacy import x")),
        ("core/terrain/neighbours.py", "from ..io.raster import RasterSource"),
        ("core/types/grid.py", LAZY.format("from ..terrain import neighbours")),
        ("core/quantities/quantity.py", "from ..stability import legacy"),
        ("core/stability/legacy.py", "from ..model import fitting"),
        ("core/samples/folds.py", LAZY.format("from ..model.fitting import settings")),
        ("core/samples/folds.py", LAZY.format("from ..io.vector import burn")),
        ("core/evaluation/metrics.py", LAZY.format("from ..model.fitting import settings")),
        ("core/model/fitting/settings.py", "from ...report import page"),
        ("core/model/bundle/bundle.py", "from ...io.raster import RasterSource"),
        ("core/report/__init__.py", LAZY.format("from ..model.fitting import settings")),
        ("core/io/table.py", LAZY.format("from ..workflows import sample_area")),
        ("core/workflows/sample_area.py", LAZY.format("from ...provider import LandslideProvider")),
        ("core/errors.py", "from .types.grid import Grid"),
        ("algorithms/base/algorithm.py", LAZY.format("from ...provider import LandslideProvider")),
        ("algorithms/base/algorithm.py", LAZY.format("from ..map import rasters")),
        ("algorithms/map/rasters.py", LAZY.format("from ..model import settings")),
        ("provider.py", LAZY.format("from .plugin import LandslidePlugin")),
    ],
    "no-assert": [("core/types/grid.py", "assert True")],
    "no-eval": [
        ("core/types/grid.py", "x = eval('1')"),
        ("core/types/grid.py", "exec('1')"),
        ("core/types/grid.py", "__import__('x')"),
    ],
    "no-pickled-arrays": [("core/model/fitting/settings.py", "np.load('a.npy', allow_pickle=True)")],
    "never-sys-executable": [("core/worker/client.py", LAZY.format("return sys.executable"))],
    "python-3.9": [
        ("core/types/grid.py", "match 1:\n    case 1:\n        x = 1"),
        ("core/types/grid.py", "x = list(zip([1], [2], strict=True))"),
        ("core/types/grid.py", "from itertools import pairwise"),
        ("core/types/grid.py", "from typing import TypeAlias"),
        ("core/types/grid.py", "@dataclass(frozen=True, slots=True)\nclass A:\n    a: int"),
        ("core/types/grid.py", "x = isinstance(1, int | float)"),
        ("algorithms/registry.py", "def f(a: int | None = None):\n    return a"),
    ],
    "one-idea": [
        ("core/types/factors.py", "#\n" * FILE_LINES),
        ("core/types/factors.py", "def f():\n" + "    x = 1\n" * FUNCTION_LINES),
    ],
    "named-arguments": [("core/types/grid.py", f"f({', '.join('a' * (MOST_BY_POSITION + 1))})")],
}

HOUSE_PLANTED = {
    "one-name-one-class": ("core/types/other.py", "class Grid:\n    pass\n"),
    "no-circle": ("core/types/grid.py", "from ..errors import x\nfrom ..io.align import x\n"),
    "rooms-that-hold": ("core/loose.py", "x = 1\n"),
}


def spoiled(tmp_path, path, code):
    """Breaches that ``code``, added to a copy of the plugin's file, brings about."""
    original = REPOSITORY / PLUGIN / path
    before = original.read_text() if original.exists() else ""
    copy = tmp_path / path
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_text(before)
    known = set(breaches_of(read(tmp_path, copy)))
    copy.write_text(f"{before}\n{code}\n")
    return [line for line in breaches_of(read(tmp_path, copy)) if line not in known]


def spoiled_house(tmp_path, path, code):
    """Breaches of the whole plugin with ``code`` added to one of its files."""
    original = REPOSITORY / PLUGIN / path
    copy = tmp_path / path
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_text((original.read_text() if original.exists() else "") + f"\n{code}")
    changed = read(tmp_path, copy)
    others = [source for source in read_all(REPOSITORY / PLUGIN) if source.path != path]
    return list(breaches([*others, changed]))


def test_every_rule_has_a_planted_breach():
    assert {rule.name for rule in RULES} == set(PLANTED)
    assert {rule.name for rule in HOUSE_RULES} == set(HOUSE_PLANTED)


@pytest.mark.parametrize(
    ("rule", "path", "code"),
    [(rule, path, code) for rule, plants in PLANTED.items() for path, code in plants],
)
def test_a_planted_breach_is_found_under_its_rule(tmp_path, rule, path, code):
    found = spoiled(tmp_path, path, code)
    assert any(f"[{rule}]" in line and line.startswith(f"{PLUGIN}/{path}:") for line in found), found


@pytest.mark.parametrize("rule", HOUSE_PLANTED)
def test_a_breach_that_only_the_whole_shows_is_found(tmp_path, rule):
    assert any(f"[{rule}]" in line for line in spoiled_house(tmp_path, *HOUSE_PLANTED[rule]))


def test_the_seventeenth_module_of_a_folder_is_refused(tmp_path):
    for i in range(MOST_MODULES + 1):
        (tmp_path / "core" / "types").mkdir(parents=True, exist_ok=True)
        (tmp_path / "core" / "types" / f"part_{i}.py").write_text("x = 1\n")
    words = [line for line in breaches(read_all(tmp_path)) if "[rooms-that-hold]" in line]
    assert words == [
        f"{PLUGIN}/core/types: [rooms-that-hold] holds {MOST_MODULES + 1} modules; at most {MOST_MODULES}: make a room"
    ]


def test_a_package_that_does_not_say_what_lives_there_is_refused(tmp_path):
    (tmp_path / "core" / "types").mkdir(parents=True)
    (tmp_path / "core" / "types" / "__init__.py").write_text("")
    assert any("has no docstring" in line for line in breaches(read_all(tmp_path)))


def test_imports_for_type_checkers_load_nothing(tmp_path):
    assert not spoiled(tmp_path, "core/types/grid.py", "if TYPE_CHECKING:\n    import scipy.sparse")


def test_make_lint_fails_on_a_breach_and_names_the_rule(tmp_path, capsys):
    (tmp_path / "core").mkdir()
    (tmp_path / "core" / "bad.py").write_text("import qgis\n")
    assert main(str(tmp_path)) == 1
    assert "landslide_plugin/core/bad.py:1: [qgis-at-the-rim]" in capsys.readouterr().out


def test_the_plugin_itself_keeps_the_law():
    assert list(breaches(read_all(REPOSITORY / PLUGIN))) == []


def test_the_plan_can_be_read_from_the_folders():
    sources = read_all(REPOSITORY / PLUGIN)
    arrows = room_arrows(sources)
    loose = {path.stem for path in (REPOSITORY / PLUGIN / "core").glob("*.py")} - {"__init__"}
    assert loose == set(LOOSE)
    assert len(LOOSE) == 4
    assert len(arrows) <= 31
    assert sum(map(len, arrows.values())) <= 140
    assert circle(arrows) == []
    assert circle(folder_arrows(sources)) == []
