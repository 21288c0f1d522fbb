"""Products are NumPy's own, also where another library answers to its name, as inside QGIS on Linux."""

import ctypes.util
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from landslide_plugin.core.model.inference import blas

REPOSITORY = Path(__file__).resolve().parents[4]
GSL = ctypes.util.find_library("gslcblas")
SCRIPT = """
import sys
import numpy as np
from landslide_plugin.core.model.inference import blas
from tools.check.random_bundle import RAIN, random_bundle, random_cells
static, soil = random_cells(700, 2)
found = random_bundle(2).predict(static, soil, RAIN.values).probability
np.save(sys.argv[1], found)
print(blas.own_product() is not None)
"""


def predicted(path, preload=None):
    """Probabilities found by a Python of its own, and whether it went past the library that answers first."""
    extra = {"LD_PRELOAD": preload} if preload else {}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(path)],
        cwd=REPOSITORY,
        env={**os.environ, **extra},
        capture_output=True,
        text=True,
        check=True,
    )
    return np.load(path), done.stdout.strip() == "True"


@pytest.mark.skipif(
    GSL is None or not sys.platform.startswith("linux"), reason="GSL's CBLAS is not installed"
)
def test_another_library_before_numpys_is_passed_by(tmp_path):
    plain, past = predicted(tmp_path / "plain.npy")
    assert not past
    found, past = predicted(tmp_path / "gsl.npy", GSL)
    if not past:
        pytest.skip("this NumPy does not use the system's library")
    np.testing.assert_allclose(found, plain, atol=1e-5)


@pytest.fixture
def call():
    """Products by the system's library."""
    library = ctypes.util.find_library("blas")
    if library is None:
        pytest.skip("no system library for matrix products")
    found = ctypes.CDLL(library).cblas_sgemm
    whole, number, place = ctypes.c_int, ctypes.c_float, ctypes.c_void_p
    found.argtypes = [*[whole] * 6, number, place, whole, place, whole, number, place, whole]
    found.restype = None
    return found


def test_layouts_of_products(call):
    rng = np.random.default_rng(0)
    a, b = rng.normal(size=(7, 5)).astype("f4"), rng.normal(size=(5, 96)).astype("f4")
    tiles, out = b.reshape(5, -1, 32).transpose(1, 0, 2), np.zeros((7, 96), "f4")
    for first in (a, np.asfortranarray(a), np.ascontiguousarray(a.T).T, np.repeat(a[None], 3, axis=0)):
        out[:] = np.nan
        blas._stack(call, first, tiles, out.reshape(7, -1, 32).transpose(1, 0, 2))
        np.testing.assert_allclose(out, a @ b, rtol=1e-5, atol=1e-5)
    turned = np.repeat(np.ascontiguousarray(a.T)[None], 3, axis=0).transpose(0, 2, 1)
    blas._stack(call, turned, tiles, out.reshape(7, -1, 32).transpose(1, 0, 2))
    np.testing.assert_allclose(out, a @ b, rtol=1e-5, atol=1e-5)


def test_a_layout_that_the_library_cannot_take_is_left_to_numpy(call, monkeypatch):
    monkeypatch.setattr(blas, "own_product", lambda: lambda a, b, out: blas._stack(call, a, b, out))
    rng = np.random.default_rng(1)
    a, b = rng.normal(size=(4, 6)).astype("f4"), rng.normal(size=(2, 6, 9)).astype("f4")
    line = np.broadcast_to(rng.normal(size=6).astype("f4"), (4, 6))
    spread = np.repeat(a, 2, axis=1)[:, ::2]
    turned_out = np.zeros((2, 9, 4), "f4").transpose(0, 2, 1)
    for first, out in (
        (line, np.zeros((2, 4, 9), "f4")),
        (spread, np.zeros((2, 4, 9), "f4")),
        (a, turned_out),
    ):
        blas.matmul(first, b, out)
        np.testing.assert_allclose(out, first @ b, rtol=1e-5, atol=1e-5)
