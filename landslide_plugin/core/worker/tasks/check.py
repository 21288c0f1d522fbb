"""Worker task ``check``: whether the modelling environment holds together, and in which versions."""

from __future__ import annotations

import importlib
import platform
import sys
from collections.abc import Mapping
from typing import Any

from ...errors import WorkerError
from ...progress import Progress

PACKAGES = {
    "numpy": "numpy",
    "scipy": "scipy",
    "scikit-learn": "sklearn",
    "matplotlib": "matplotlib",
    "numba": "numba",
    "tensorflow": "tensorflow",
    "keras": "keras",
    "base-attentive": "base_attentive",
}
OLDEST_PYTHON = (3, 10)


def run(job: Mapping[str, Any], progress: Progress) -> dict[str, Any]:
    """Import every package of the modelling environment and report its version.

    Importing is the point: a package that is installed but cannot be loaded is found here and not in
    the middle of a training.

    Parameters
    ----------
    job : mapping
        Empty.

    Returns
    -------
    dict
        ``python`` (version), ``interpreter`` (path) and ``packages`` (name to version).

    Raises
    ------
    WorkerError
        Python is too old, or packages are missing or broken; the message names each.
    """
    version = platform.python_version()
    if sys.version_info[:2] < OLDEST_PYTHON:
        raise WorkerError(
            f"{sys.executable} is Python {version}; modelling needs 3.10 to 3.13. "
            "Choose another with LANDSLIDE_PYTHON or the setting landslide/python"
        )
    versions, faults = {}, []
    for i, (name, module) in enumerate(PACKAGES.items()):
        progress.step(i / len(PACKAGES))
        try:
            versions[name] = str(getattr(importlib.import_module(module), "__version__", "unknown"))
        except Exception as error:  # a broken native library may raise anything
            faults.append(f"{name} ({type(error).__name__}: {_first_line(error)})")
    if faults:
        raise WorkerError(
            f"{sys.executable} cannot load {'; '.join(faults)}. "
            'Run "Set up modelling environment" with action Create to make a complete one'
        )
    progress.step(1.0)
    return {"python": version, "interpreter": sys.executable, "packages": versions}


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [""])[0]
