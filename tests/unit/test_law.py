"""Each rule of the layer law fails on one planted breach, and names itself."""

import pytest

from tools.law import FILE_LINES, FUNCTION_LINES, PLUGIN, REPOSITORY, RULES, breaches, breaches_of, main, read

LAZY = "def f():\n    {}\n"

PLANTED = {
    "qgis-at-the-rim": [("core/grid.py", LAZY.format("from qgis.core import QgsVectorLayer"))],
    "qt-through-qgis": [("algorithms/base.py", "from PyQt5.QtCore import QVariant")],
    "gdal-in-raster-and-vector-io": [
        ("core/stability/legacy.py", "from osgeo import gdal"),
        ("algorithms/base.py", LAZY.format("from osgeo import ogr")),
    ],
    "tensorflow-in-model": [
        ("core/evaluation/metrics.py", LAZY.format("import tensorflow as tf")),
        ("core/model/settings.py", "import keras"),
        ("algorithms/base.py", LAZY.format("importlib.import_module('base_attentive')")),
    ],
    "sklearn-in-worker-parts": [
        ("core/terrain/window.py", LAZY.format("from sklearn.cluster import KMeans")),
        ("core/samples/folds.py", "from sklearn.cluster import KMeans"),
    ],
    "matplotlib-in-report": [
        ("core/evaluation/curves.py", LAZY.format("import matplotlib.pyplot")),
        ("core/report/__init__.py", "import matplotlib"),
    ],
    "numba-in-one-module": [("core/terrain/window.py", LAZY.format("from numba import njit"))],
    "kernels-when-needed": [("core/terrain/window.py", "from .kernels import local")],
    "dask-in-one-module": [("core/mapping_by_dask.py", LAZY.format("import dask"))],
    "scipy-when-needed": [
        ("core/terrain/window.py", "from scipy import ndimage"),
        ("algorithms/base.py", LAZY.format("import scipy.ndimage")),
    ],
    "no-pickle": [("core/model/settings.py", LAZY.format("import pickle"))],
    "no-multiprocessing": [("core/worker.py", LAZY.format("import multiprocessing as mp"))],
    "processes-in-two-files": [("algorithms/base.py", "import subprocess")],
    "core-knows-no-rim": [("core/terrain/window.py", LAZY.format("from ...algorithms import base"))],
    "algorithms-know-no-provider": [
        ("algorithms/base.py", LAZY.format("from ..provider import LandslideProvider"))
    ],
    "provider-knows-no-plugin": [("provider.py", LAZY.format("from .plugin import LandslidePlugin"))],
    "basics-stand-alone": [("core/grid.py", LAZY.format("from .terrain import window"))],
    "quantities-stand-alone": [("core/quantities/quantity.py", "from ..stability import legacy")],
    "terrain-knows-terrain": [("core/terrain/window.py", LAZY.format("from ..stability.legacy import x"))],
    "stability-knows-no-learning": [("core/stability/legacy.py", "from ..model import settings")],
    "samples-know-no-model": [("core/samples/folds.py", LAZY.format("from ..model import settings"))],
    "evaluation-knows-no-model": [
        ("core/evaluation/metrics.py", LAZY.format("from ..model import settings"))
    ],
    "model-knows-no-report": [("core/model/settings.py", "from ..report import figures")],
    "report-knows-no-model": [("core/report/__init__.py", LAZY.format("from ..model import settings"))],
    "arrays-not-rasters": [("core/terrain/window.py", "from ..raster_io import RasterSource")],
    "no-assert": [("core/grid.py", "assert True")],
    "no-eval": [
        ("core/grid.py", "x = eval('1')"),
        ("core/grid.py", "exec('1')"),
        ("core/grid.py", "__import__('x')"),
    ],
    "no-pickled-arrays": [("core/model/settings.py", "np.load('a.npy', allow_pickle=True)")],
    "never-sys-executable": [("core/worker_client.py", LAZY.format("return sys.executable"))],
    "python-3.9": [
        ("core/grid.py", "match 1:\n    case 1:\n        x = 1"),
        ("core/grid.py", "x = list(zip([1], [2], strict=True))"),
        ("core/grid.py", "from itertools import pairwise"),
        ("core/grid.py", "from typing import TypeAlias"),
        ("core/grid.py", "@dataclass(frozen=True, slots=True)\nclass A:\n    a: int"),
        ("core/grid.py", "x = isinstance(1, int | float)"),
        ("algorithms/registry.py", "def f(a: int | None = None):\n    return a"),
    ],
    "one-idea": [
        ("core/factors.py", "#\n" * FILE_LINES),
        ("core/factors.py", "def f():\n" + "    x = 1\n" * FUNCTION_LINES),
    ],
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


def test_every_rule_has_a_planted_breach():
    assert {rule.name for rule in RULES} == set(PLANTED)


@pytest.mark.parametrize(
    ("rule", "path", "code"),
    [(rule, path, code) for rule, plants in PLANTED.items() for path, code in plants],
)
def test_a_planted_breach_is_found_under_its_rule(tmp_path, rule, path, code):
    found = spoiled(tmp_path, path, code)
    assert any(f"[{rule}]" in line and line.startswith(f"{PLUGIN}/{path}:") for line in found), found


def test_imports_for_type_checkers_load_nothing(tmp_path):
    assert not spoiled(tmp_path, "core/grid.py", "if TYPE_CHECKING:\n    import scipy.sparse")


def test_make_lint_fails_on_a_breach_and_names_the_rule(tmp_path, capsys):
    (tmp_path / "core").mkdir()
    (tmp_path / "core" / "bad.py").write_text("import qgis\n")
    assert main(str(tmp_path)) == 1
    assert "landslide_plugin/core/bad.py:1: [qgis-at-the-rim]" in capsys.readouterr().out


def test_the_plugin_itself_keeps_the_law():
    assert list(breaches(REPOSITORY / PLUGIN)) == []
