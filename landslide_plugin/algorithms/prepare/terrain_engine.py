"""Which engine computes terrain factors: compiled kernels in the modelling environment, or NumPy here."""

import os
from pathlib import Path

from qgis.core import QgsApplication

from ...core.errors import WorkerError
from ...core.progress import Progress
from ...core.terrain.engine import PLAIN, Engine
from ...core.workflows.factor_stack.fast_engine import AutoEngine, FastEngine
from ..base.metadata import version
from ..base.worker import worker_python


def engine_named(name: str, progress: Progress) -> Engine:
    """The engine of choice ``auto``, ``fast`` or ``plain``.

    Raises
    ------
    WorkerError
        ``fast`` is asked for and there is no modelling environment.
    """
    if name == "plain":
        return PLAIN
    try:
        fast = FastEngine(worker_python(), cache_folder())
    except WorkerError as error:
        if name == "fast":
            raise
        progress.info(f"NumPy in QGIS computes the factors, for there is no modelling environment: {error}")
        return PLAIN
    return fast if name == "fast" else AutoEngine(fast)


def cache_folder() -> str:
    """Where this version of the plugin keeps compiled code, in the profile."""
    profile = Path(os.path.abspath(QgsApplication.qgisSettingsDirPath()))
    return str(profile / "landslide" / f"cache-{version()}")
