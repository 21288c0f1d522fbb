"""Python processes whose NumPy computes as on another processor, for tests of what may not depend on it.

OpenBLAS takes the kernels that ``OPENBLAS_CORETYPE`` names, NumPy leaves out the instructions of
``NPY_DISABLE_CPU_FEATURES``. Run as a module, this one prints the kernels in use, or nothing without OpenBLAS.
"""

import ctypes
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import numpy as np

REPOSITORY = Path(__file__).resolve().parents[2]
AVX512 = tuple(f"AVX512{kind}" for kind in ("F", "CD", "_SKX", "_CLX", "_CNL", "_ICL", "_SPR"))
AVX2 = ("AVX2", "FMA3")
LEFT_OUT = {"Haswell": AVX512, "SkylakeX": (), "Nehalem": (*AVX512, *AVX2, "AVX", "F16C")}
"""Kernels of OpenBLAS that are tested, and what NumPy leaves out beside them."""
NEEDED = {"Haswell": AVX2, "SkylakeX": (*AVX2, "AVX512F", "AVX512_SKX"), "Nehalem": ("SSE42",)}
ASKS = ("openblas_get_corename", "openblas_get_corename64_", "scipy_openblas_get_corename64_")


def environment(kernel, **more):
    """Environment of a process that computes with a kernel."""
    umath = getattr(np, "_core", None) or np.core
    known = umath._multiarray_umath.__cpu_dispatch__
    changed = {
        "OPENBLAS_CORETYPE": kernel,
        "NPY_DISABLE_CPU_FEATURES": " ".join(name for name in LEFT_OUT[kernel] if name in known),
        "PYTHONPATH": str(REPOSITORY),
    }
    kept = {key: value for key, value in os.environ.items() if key != "NPY_ENABLE_CPU_FEATURES"}
    return {**kept, **changed, **more}


def run(kernel, *command, **more):
    """What a Python with a kernel says, and its exit code."""
    done = subprocess.run(
        [sys.executable, *command],
        cwd=REPOSITORY,
        env=environment(kernel, **more),
        capture_output=True,
        check=False,
        text=True,
    )
    return done.stdout.strip(), done.returncode, done.stderr


@cache
def missing(kernel):
    """Why a kernel cannot be tested here; empty if it can."""
    umath = getattr(np, "_core", None) or np.core
    has = umath._multiarray_umath.__cpu_features__
    lacks = [name for name in NEEDED[kernel] if not has.get(name)]
    if lacks:
        return f"this processor has no {', '.join(lacks)}"
    used, _, _ = run(kernel, "-m", "tools.check.kernels")
    return "" if used == kernel else f"NumPy's library computes with {used or 'kernels of its own'}"


def in_use():
    """Name of the kernels of the OpenBLAS that NumPy has loaded; empty for another library."""
    np.ones((2, 2)) @ np.ones((2, 2))
    loaded = Path("/proc/self/maps")
    text = loaded.read_text(encoding="utf-8", errors="replace") if loaded.exists() else ""
    for path in sorted(set(re.findall(r"/\S*(?:openblas|libblas)\S*", text))):
        library = ctypes.CDLL(path)
        for name in ASKS:
            ask = getattr(library, name, None)
            if ask is not None:
                ask.restype = ctypes.c_char_p
                return ask().decode()
    return ""


if __name__ == "__main__":
    print(in_use())
